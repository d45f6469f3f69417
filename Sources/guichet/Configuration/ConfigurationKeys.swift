/// One key of the configuration: what the example file and the errors say of it.
struct ConfigurationKey: Sendable {
    var section: String
    var name: String
    /// What stands in the example; `nil` leaves it commented out with its default.
    var example: String?
    /// The default, as shown; empty for none.
    var defaultValue = ""
    /// One or two lines for the administrator.
    var help: String
    /// Whether the example file has the help behind the key, not above it.
    var isRemark = false

    /// No variable has a dot or a hyphen in its name.
    var environmentName: String {
        "GUICHET_\(section)_\(name)".uppercased().replacing(".", with: "_")
            .replacing("-", with: "_")
    }
}

/// Every section and key there is, in the order of the example file.
enum ConfigurationKeys {
    static let sections: [(name: String, help: String)] = [
        ("mailbox", "The mailbox that is read (IMAP). Nothing in it is ever marked as read."),
        ("delivery", "How answers and summaries leave (SMTP)."),
        ("service", "Where the service keeps and finds its files."),
        ("screening", "What is answered although it looks like mail of a machine."),
        ("staff", "Who at the agency is told of what. Several addresses: separate with commas."),
        ("alerts", "Who administers the service, and is told when it cannot do its work."),
    ]

    static let all: [ConfigurationKey] = beforeTopics + topics + afterTopics

    private static let beforeTopics: [ConfigurationKey] = [
        ConfigurationKey(
            section: "mailbox",
            name: "url",
            example: "imaps://imap.anct.example:993/INBOX",
            help: "imaps:// (TLS) or imap:// (STARTTLS); the path is the folder."
        ),
        ConfigurationKey(
            section: "mailbox",
            name: "user",
            example: "incubateur@anct.example",
            help: "Login name."
        ),
        ConfigurationKey(
            section: "mailbox",
            name: "password_file",
            example: "imap.secret",
            help: "File whose first line is the password (readable by the service alone).\n"
                + "Or password = …, or password_command = a command that prints it."
        ),
        ConfigurationKey(
            section: "mailbox",
            name: "password",
            help: "The password itself; better in a file."
        ),
        ConfigurationKey(
            section: "mailbox",
            name: "password_command",
            help: "A shell command that prints the password."
        ),
        ConfigurationKey(
            section: "mailbox",
            name: "act_as",
            help: "Whose mailbox is opened with that login, where it is a shared one\n"
                + "(SASL authorization identity); none: the login's own."
        ),
        ConfigurationKey(
            section: "mailbox",
            name: "ca_file",
            help:
                "PEM file of the authority that signed the server's certificate, if it is your own."
        ),
        ConfigurationKey(
            section: "mailbox",
            name: "plaintext",
            defaultValue: "false",
            help: "true allows an unencrypted connection; loopback may always go unencrypted."
        ),
        ConfigurationKey(
            section: "mailbox",
            name: "poll_seconds",
            defaultValue: "60",
            help: "Seconds between two looks at the mailbox."
        ),
        ConfigurationKey(
            section: "mailbox",
            name: "idle",
            defaultValue: "true",
            help: "Whether the server may announce new mail at once (IMAP IDLE)."
        ),
        ConfigurationKey(
            section: "mailbox",
            name: "start",
            defaultValue: "new",
            help: "What the first start takes: new (only what arrives from then on), all,\n"
                + "a UID, or a date such as 2026-09-01."
        ),
        ConfigurationKey(
            section: "mailbox",
            name: "answer_within_days",
            defaultValue: "10",
            help: "Older mail is filed and shown to staff, never answered; 0: no limit."
        ),
        ConfigurationKey(
            section: "mailbox",
            name: "mark",
            defaultValue: "keyword",
            help: "What is done with a filed message: keyword, move:FOLDER or none."
        ),
        ConfigurationKey(
            section: "delivery",
            name: "url",
            example: "smtps://smtp.anct.example:465",
            help: "smtps:// (TLS) or smtp:// (STARTTLS, port 587 if none is given)."
        ),
        ConfigurationKey(
            section: "delivery",
            name: "from",
            example: "Incubateur des Territoires <incubateur@anct.example>",
            help: "Author of every mail; its address must be the one of the mailbox above."
        ),
        ConfigurationKey(
            section: "delivery",
            name: "plus_addressing",
            defaultValue: "false",
            help: "true where the mailbox also takes mail to its address with a +detail\n"
                + "(incubateur+anything@anct.example): each mail then has a return address of its\n"
                + "own, and a notice of non-delivery finds its case whatever it says."
        ),
        ConfigurationKey(
            section: "delivery",
            name: "redirect_to",
            help: "For a trial: every mail goes to this address instead, and says to whom\n"
                + "it would have gone."
        ),
        ConfigurationKey(
            section: "delivery",
            name: "user",
            help: "Login name; none: the server takes mail without login."
        ),
        ConfigurationKey(
            section: "delivery",
            name: "password_file",
            help: "As in [mailbox]."
        ),
        ConfigurationKey(section: "delivery", name: "password", help: "As in [mailbox]."),
        ConfigurationKey(
            section: "delivery",
            name: "password_command",
            help: "As in [mailbox]."
        ),
        ConfigurationKey(section: "delivery", name: "ca_file", help: "As in [mailbox]."),
        ConfigurationKey(
            section: "delivery",
            name: "plaintext",
            defaultValue: "false",
            help: "As in [mailbox]."
        ),
        ConfigurationKey(
            section: "service",
            name: "store",
            example: "data",
            help: "Folder of the journal; made at the first start."
        ),
        ConfigurationKey(
            section: "service",
            name: "rules",
            defaultValue: "the shipped rules",
            help: "Folder of the rule files."
        ),
        ConfigurationKey(
            section: "service",
            name: "templates",
            defaultValue: "the shipped templates",
            help: "Folder of the letters, facts and example links."
        ),
        ConfigurationKey(
            section: "service",
            name: "territory",
            defaultValue: "the shipped tables",
            help: "Folder of communes.tsv, epci.tsv and departements.tsv."
        ),
        ConfigurationKey(
            section: "service",
            name: "answers",
            example: "hold",
            help: "hold: every answer is composed, filed and shown to staff, and waits for them;\n"
                + "on: answers leave at once."
        ),
        ConfigurationKey(
            section: "service",
            name: "unchecked_examples",
            defaultValue: "show",
            help:
                "Example links that nobody has checked yet (`verifie_le` is empty): show them in\n"
                + "answers, or hide them. Those checked more than a year ago are never shown."
        ),
        ConfigurationKey(
            section: "service",
            name: "token_key_file",
            defaultValue: "made in the store",
            help: "File with at least 16 random bytes that sign case tokens."
        ),
        ConfigurationKey(
            section: "service",
            name: "own_addresses",
            help: "Further addresses of this service, never answered."
        ),
        ConfigurationKey(
            section: "service",
            name: "trusted_servers",
            help: "Mail servers whose Authentication-Results count (RFC 8601 authserv-id)."
        ),
        ConfigurationKey(
            section: "service",
            name: "metrics_file",
            help: "Metrics for Prometheus' textfile collector, in a file whose name ends in .prom."
        ),
        ConfigurationKey(
            section: "screening",
            name: "always_answer",
            help: "Addresses and domains whose mail is answered though it looks like a mailing\n"
                + "list's or a tool's, as in form@ville.example, agglo.example. Bounces, receipts,\n"
                + "invitations, automatic replies and no-reply addresses are never answered."
        ),
        ConfigurationKey(
            section: "staff",
            name: "investigation",
            example: "investigations@anct.example",
            help: "Offer 1."
        ),
        ConfigurationKey(
            section: "staff",
            name: "startup",
            example: "startups@anct.example",
            help: "Offer 2."
        ),
        ConfigurationKey(
            section: "staff",
            name: "store",
            example: "store@anct.example",
            help: "Offer 3."
        ),
        ConfigurationKey(
            section: "staff",
            name: "default",
            example: "accueil@anct.example",
            help: "All that no other key claims, and alerts. Of these topics others may be told:"
        ),
    ]

    private static let afterTopics: [ConfigurationKey] = [
        ConfigurationKey(
            section: "staff",
            name: "recap_at",
            defaultValue: "08:30",
            help: "When the recap of each working day leaves, in Paris: what waits, what did not\n"
                + "arrive, what was set aside. never: no recap."
        ),
        ConfigurationKey(
            section: "staff",
            name: "recap",
            help: "Who gets the recap; none: those of `default`."
        ),
        ConfigurationKey(
            section: "staff",
            name: "attach_original",
            defaultValue: "never",
            help:
                "up_to_5MB: each summary carries the message itself, with all that came with it,\n"
                + "as a file. A copy for each person stays in the journal too."
        ),
        ConfigurationKey(
            section: "alerts",
            name: "to",
            example: "exploitation@anct.example",
            help: "One mail when something stops working, and one when it works again."
        ),
    ]

    /// The keys of a section, that of a team too.
    static func keys(of section: String) -> [ConfigurationKey] {
        teamName(in: section) == nil ? all.filter { $0.section == section } : keys(ofTeam: section)
    }

    static func key(_ section: String, _ name: String) -> ConfigurationKey? {
        keys(of: section).first { $0.name == name }
    }

    /// How the file is written.
    static let form = """
        [section], key = value; a line that starts with # is a comment, and so is what follows
        " #" after a value. Values with commas or outer spaces go in double quotes. Relative
        paths count from this file's folder. Every key can also be given in the environment,
        as in GUICHET_MAILBOX_URL. Try it with: guichet check --config FILE
        """

    /// Where files of secrets are looked for.
    static let credentials = """
        A password_file, token_key_file or ca_file within this file's folder is first looked for
        among the credentials that systemd hands over (LoadCredential=), under its path with _ for
        each /: secrets/imap is the credential secrets_imap. So the same line serves the service and
        a command given by hand, and the files may be readable by root alone.
        """

    /// A complete file to start from.
    static var exampleFile: String {
        var text = "# Configuration of guichet.\n" + comment(form)
        for section in sections {
            text += "\n" + comment(section.help) + "[\(section.name)]\n"
            for key in keys(of: section.name) { text += exampleLines(of: key) }
            if section.name == "staff" {
                text += "\n" + comment(teamHelp)
                text += teamExample.split(separator: "\n").map { "#\($0)\n" }.joined()
            }
        }
        return text
    }

    private static func comment(_ text: String) -> String {
        text.split(separator: "\n").map { "# \($0)\n" }.joined()
    }

    private static func exampleLines(of key: ConfigurationKey) -> String {
        if key.isRemark { return "#\(key.name) =  # \(key.help)\n" }
        let help = comment(key.help)
        if let example = key.example { return help + "\(key.name) = \(example)\n" }
        return key.defaultValue.contains(" ")
            ? help + "# Default: \(key.defaultValue).\n#\(key.name) =\n"
            : help + "#\(key.name) = \(key.defaultValue)\n"
    }
}
