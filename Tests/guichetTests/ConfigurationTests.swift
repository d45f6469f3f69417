import Casework
import Desk
import Foundation
import Intake
import Mail
import Testing
import Transport

@testable import guichet

@Suite("Configuration") struct ConfigurationTests {
    private static let complete = """
        [mailbox]
        url = imap://127.0.0.1:1143/Bo%C3%AEte
        user = incubateur
        password = "pass # word, with \\"quotes\\""
        [delivery]
        url = smtp://127.0.0.1:1025
        from = "Incubateur, ANCT" <incubateur@anct.example>
        [service]
        store = data
        [staff]
        default = a@anct.example, Bob <b@anct.example>
        """

    private func read(_ text: String, environment: [String: String] = [:]) -> Result<
        (Settings, [String]), ConfigurationErrors
    > {
        var reader = SettingsReader(
            file: ConfigurationFile(name: "g.conf", text: text),
            folder: URL(fileURLWithPath: "/etc/guichet", isDirectory: true),
            environment: environment
        )
        return Result { () throws(ConfigurationErrors) in
            (try reader.settings(), reader.warnings)
        }
    }

    private func errors(_ text: String, environment: [String: String] = [:]) -> [String] {
        switch read(text, environment: environment) {
        case .success: []
        case .failure(let errors): errors.errors.map(\.description)
        }
    }

    /// The complete file with one line put in its place in a section.
    private func changed(_ section: String, _ line: String) -> String {
        Self.complete.replacingOccurrences(of: "[\(section)]", with: "[\(section)]\n\(line)")
    }

    @Test("a short file is enough, the rest has defaults")
    func defaults() throws {
        let (settings, warnings) = try read(Self.complete).get()
        #expect(warnings.isEmpty)
        #expect(settings.mailbox.name == "Boîte")
        #expect(settings.mailbox.connection.password == "pass # word, with \"quotes\"")
        #expect(settings.mailbox.pollSeconds == 60)
        #expect(settings.mailbox.idles)
        #expect(settings.mailbox.start == .new)
        #expect(settings.mailbox.answerWithinDays == 10)
        #expect(settings.mailbox.mark == .keyword)
        #expect(settings.from.displayName == "Incubateur, ANCT")
        #expect(settings.store.path == "/etc/guichet/data")
        #expect(!settings.holdsAnswers)
        #expect(settings.routing.fallback.map(\.addrSpec) == ["a@anct.example", "b@anct.example"])
        #expect(settings.delivery.user == nil)
        #expect(settings.recapSchedule == RecapSchedule(hour: 8, minute: 30))
        #expect(settings.recapRecipients == settings.routing.fallback)
    }

    @Test("when the recap leaves and who gets it")
    func recap() throws {
        let text = changed(
            "staff",
            "recap_at = 07:05\nrecap = n@anct.example, Bob <b@anct.example>"
        )
        let settings = try read(text).get().0
        #expect(settings.recapSchedule == RecapSchedule(hour: 7, minute: 5))
        #expect(settings.recapRecipients.map(\.addrSpec) == ["n@anct.example", "b@anct.example"])
        #expect(settings.routing.everyone.count == 2, "who reads the recap is not told of cases")
        let never = try read(changed("staff", "recap_at = never")).get().0
        #expect(never.recapSchedule == nil)
    }

    @Test(
        "check says when the next recap comes",
        arguments: [
            ("08:30", "next on 2026-09-14 at 08:30 in Paris, to"), ("never", "never: nobody"),
        ]
    )
    func nextRecap(time: String, expected: String) throws {
        let settings = try read(changed("staff", "recap_at = \(time)")).get().0
        // Friday 11 September 2026, noon.
        let now = Date(timeIntervalSince1970: 1_789_120_800)
        #expect(CheckCommand.recapSentence(settings, now: now).text.contains(expected))
    }

    @Test(
        "values are read",
        arguments: [
            ("mailbox", "mark = move:Classé", Settings.Mark.move(folder: "Classé")),
            ("mailbox", "mark = none", .none), ("mailbox", "mark = keyword # why", .keyword),
        ]
    )
    func mark(section: String, line: String, expected: Settings.Mark) throws {
        #expect(try read(changed(section, line)).get().0.mailbox.mark == expected)
    }

    @Test(
        "a start is new, all, a UID or a date",
        arguments: [
            ("new", Settings.Start.new), ("all", .all), ("512", .uid(512)),
            ("2026-09-01", .date(Date(timeIntervalSince1970: 1_788_220_800))),
            ("2026-09-01T10:00:00Z", .date(Date(timeIntervalSince1970: 1_788_256_800))),
        ]
    )
    func start(text: String, expected: Settings.Start) throws {
        let settings = try read(changed("mailbox", "start = \(text)")).get().0
        #expect(settings.mailbox.start == expected)
    }

    @Test(
        "an error names file, line and column, and what to do",
        arguments: [
            (
                "mailbox", "ulr = x",
                "g.conf:2:1: unknown key `ulr` in [mailbox]; did you mean `url`?"
            ),
            (
                "mailbox", "  start = soon",
                "g.conf:2:11: `start` must be new, all, a UID, or a date"
            ),
            ("mailbox", "user = other", "g.conf:4:1: `user` is given twice in [mailbox]"),
            ("mailbox", "poll_seconds = 0", "g.conf:2:16: `poll_seconds` must be a whole number"),
            ("mailbox", "idle = yes", "g.conf:2:8: `idle` must be true or false, not `yes`"),
            ("mailbox", "mark = move:", "g.conf:2:8: `mark` must be keyword, move:FOLDER or none"),
            ("mailbox", "ca_file = no.pem", "g.conf:2:11: `ca_file`: /etc/guichet/no.pem cannot"),
            ("mailbox", "password_file = x", "and `password` are both given; keep one"),
            ("mailbox", "plaintext", "g.conf:2:1: expected `key = value` or `[section]`"),
            ("mailbox", "x = \"open", "g.conf:2:5: the double quote is not closed"),
            ("service", "answers = later", "`answers` must be on or hold, not `later`"),
            ("staff", "store = not an address", "`store` must be mail addresses"),
            ("staff", "store = incubateur@ANCT.example", "is the service's own address"),
            ("staff", "recap = incubateur@ANCT.example", "is the service's own address"),
            ("staff", "recap_at = 8h30", "`recap_at` must be a time such as 08:30, or never"),
            ("staff", "[stuff]\n", "unknown section [stuff]; did you mean `staff`?"),
        ]
    )
    func refused(section: String, line: String, expected: String) {
        let found = errors(changed(section, line))
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test("addresses and domains that are always answered are read, by file or environment")
    func alwaysAnswered() throws {
        let line =
            "[screening]\nalways_answer = Form@Ville.example , \"agglo.example\",, x.y.example"
        let settings = try read(Self.complete + "\n" + line).get().0
        #expect(settings.alwaysAnswered == ["form@ville.example", "agglo.example", "x.y.example"])
        #expect(try read(Self.complete).get().0.alwaysAnswered.isEmpty)
        let (other, warnings) = try read(
            Self.complete,
            environment: ["GUICHET_SCREENING_ALWAYS_ANSWER": "a@b.example,c.example"]
        ).get()
        #expect(other.alwaysAnswered == ["a@b.example", "c.example"])
        #expect(warnings.isEmpty)
    }

    @Test(
        "an entry that is neither address nor domain, or ours, is refused where it stands",
        arguments: [
            ("a@b.example, pas bon", "13:30: `always_answer`: `pas bon` is no address"),
            ("a@b.example,ville", "13:29: `always_answer`: `ville` is no address and no domain"),
            ("x.example, *.example", "13:28: `always_answer`: `*.example` is no address"),
            ("@ville.example", "13:17: `always_answer`: `@ville.example` is no mail address; for"),
            ("Luc <luc@ville.example>", "13:17: `always_answer`: `Luc <luc@ville.example>` is no"),
            ("luc@", "13:17: `always_answer`: `luc@` is no mail address"),
            ("x.example,\t incubateur@ANCT.example", "13:29: `always_answer`: incubateur@ANCT"),
            ("incubateur+x@anct.example", "is the service's own address, which is never answered"),
        ]
    )
    func notAnswered(entry: String, expected: String) {
        let found = errors(Self.complete + "\n[screening]\nalways_answer = \(entry)")
        #expect(found.count == 1)
        #expect(found.contains { $0.contains(expected) }, "\(found)")
        let ours = errors(
            changed("service", "own_addresses = autre@anct.example"),
            environment: ["GUICHET_SCREENING_ALWAYS_ANSWER": "autre@anct.example"]
        )
        #expect(ours.first?.hasPrefix("GUICHET_SCREENING_ALWAYS_ANSWER: ") == true)
    }

    @Test("failures come back to an address of their own only where the configuration says so")
    func plusAddressing() throws {
        #expect(try !read(Self.complete).get().0.usesDetail)
        #expect(try read(changed("delivery", "plus_addressing = true")).get().0.usesDetail)
        #expect(errors(changed("delivery", "plus_addressing = yes")).count == 1)
    }

    @Test(
        "whether messages go with their summaries",
        arguments: [("never", false), ("up_to_5MB", true), ("UP_TO_5mb", true)]
    )
    func attachOriginal(value: String, attaches: Bool) throws {
        #expect(try !read(Self.complete).get().0.attachesOriginals)
        let settings = try read(changed("staff", "attach_original = \(value)")).get().0
        #expect(settings.attachesOriginals == attaches)
        let found = errors(changed("staff", "attach_original = always"))
        #expect(found.count == 1)
        #expect(found[0].contains("`attach_original` must be never or up_to_5MB, not `always`"))
    }

    @Test("check, the example and the manual page tell both keys")
    func toldKeys() throws {
        for key in ["always_answer", "plus_addressing"] {
            #expect(ConfigurationKeys.exampleFile.contains("#\(key) ="))
            #expect(ManualPages.configuration(date: "2026-11-28").contains(key))
        }
        try Checkout.withFolder { folder in
            let file = folder.appendingPathComponent("guichet.conf")
            let text =
                changed("delivery", "plus_addressing = true")
                + "\n[screening]\nalways_answer = agglo.example"
            try text.write(to: file, atomically: true, encoding: .utf8)
            let check = try Program.run(["check", "--offline", "--config", file.path])
            #expect(check.output.contains("agglo.example: answered even where"))
            #expect(check.output.contains("incubateur+…@anct.example"))
        }
    }

    @Test("what is missing is named, with an example")
    func missing() {
        let found = errors("[mailbox]\nurl = imaps://h\n")
        #expect(found.contains { $0.contains("`user` is missing in [mailbox], as in") })
        #expect(found.contains { $0.contains("`url` is missing in [delivery]") })
        #expect(found.contains { $0.contains("`default` is missing in [staff]") })
        #expect(errors("x = 1").contains { $0.contains("stands before the first `[section]`") })
    }

    @Test("the environment wins over the file; an unknown variable is a warning")
    func environment() throws {
        let (settings, warnings) = try read(
            Self.complete,
            environment: [
                "GUICHET_MAILBOX_POLL_SECONDS": "5", "GUICHET_MAILBOX_ULR": "x", "HOME": "/",
            ]
        ).get()
        #expect(settings.mailbox.pollSeconds == 5)
        #expect(warnings.count == 1)
        #expect(warnings.first?.contains("GUICHET_MAILBOX_URL") == true)
        let found = errors(Self.complete, environment: ["GUICHET_MAILBOX_IDLE": "perhaps"])
        #expect(found == ["GUICHET_MAILBOX_IDLE: `idle` must be true or false, not `perhaps`"])
    }

    @Test("a file from Windows reads the same")
    func windows() throws {
        let text = "\u{FEFF}" + Self.complete.replacingOccurrences(of: "\n", with: "\r\n")
        #expect(try read(text).get().0.from.addrSpec == "incubateur@anct.example")
    }

    @Test("the password may come from a file or a command, its first line")
    func passwords() throws {
        try Checkout.withFolder { folder in
            let secret = folder.appendingPathComponent("secret")
            try Data("from file\nmore\n".utf8).write(to: secret)
            let without = Self.complete.split(separator: "\n")
                .filter { !$0.hasPrefix("password") }.joined(separator: "\n")
            for (line, expected) in [
                ("password_file = \(secret.path)", "from file"),
                ("password_command = printf 'from command\\nmore'", "from command"),
            ] {
                let text = without.replacingOccurrences(of: "[mailbox]", with: "[mailbox]\n\(line)")
                #expect(try read(text).get().0.mailbox.connection.password == expected)
            }
            let failing = without.replacingOccurrences(
                of: "[mailbox]",
                with: "[mailbox]\npassword_command = exit 3"
            )
            #expect(errors(failing).contains { $0.contains("the command ended with code 3") })
        }
    }

    @Test("a secret of this folder is the credential of its name where systemd hands one over")
    func credentials() throws {
        try Checkout.withFolder { folder in
            for (name, content) in [
                ("secrets_imap", "by systemd\n"), ("secrets_key", "sixteen bytes or more"),
            ] {
                let file = folder.appendingPathComponent(name)
                try content.write(to: file, atomically: true, encoding: .utf8)
            }
            let elsewhere = folder.appendingPathComponent("other")
            try "by hand".write(to: elsewhere, atomically: true, encoding: .utf8)
            let without = Self.complete.split(separator: "\n").filter { !$0.hasPrefix("password") }
                .joined(separator: "\n")
            let environment = ["CREDENTIALS_DIRECTORY": folder.path]
            func settings(_ file: String) throws -> Settings {
                let mailbox = "[mailbox]\npassword_file = \(file)"
                let service = "[service]\ntoken_key_file = secrets/key"
                let text = without.replacing("[mailbox]", with: mailbox)
                    .replacing("[service]", with: service)
                return try read(text, environment: environment).get().0
            }
            for file in ["secrets/imap", "./secrets/imap", "/etc/guichet/secrets/imap"] {
                #expect(try settings(file).mailbox.connection.password == "by systemd", "\(file)")
            }
            #expect(try settings("secrets/imap").tokenKeyFile?.lastPathComponent == "secrets_key")
            #expect(try settings(elsewhere.path).mailbox.connection.password == "by hand")
            // One that systemd does not have is looked for as ever, and named as ever.
            let missing = without.replacing("[mailbox]", with: "[mailbox]\npassword_file = none")
            #expect(
                errors(missing, environment: environment).first?
                    .contains("/etc/guichet/none does not exist") == true
            )
        }
    }

    @Test("check says which values are still the example's, and connects to none of them")
    func exampleValues() throws {
        try Checkout.withFolder { folder in
            let file = folder.appendingPathComponent("guichet.conf")
            try ConfigurationKeys.exampleFile.write(to: file, atomically: true, encoding: .utf8)
            let secret = folder.appendingPathComponent("imap.secret")
            try "secret".write(to: secret, atomically: true, encoding: .utf8)
            let check = try Program.run(["check", "--config", file.path])
            #expect(check.code == 78)
            #expect(check.output.contains("`url` in [mailbox] still names the example's server"))
            #expect(check.output.contains("`url` in [delivery] still names the example's server"))
            #expect(check.output.contains("put your own:\n"))
            #expect(check.output.contains("accueil@anct.example"))
            #expect(!check.output.contains("BAD  mailbox"))
        }
    }

    @Test("the example is complete but for the secret")
    func example() {
        let found = errors(ConfigurationKeys.exampleFile)
        #expect(found.count == 1)
        #expect(found.first?.contains("imap.secret does not exist; write") == true)
    }
}
