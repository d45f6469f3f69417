import Casework
import Correspondence
import Desk
import Filing
import Foundation
import Intake
import Rules
import Transport
import Workbench

enum CheckCommand: Command {
    static let syntax = CommandSyntax(
        name: "check",
        summary: "Try a configuration: files, rules, letters, facts, and both servers.",
        usage: "check [--config FILE] [--offline | --route PLACE"
            + " | --self-test [--timeout SECONDS]"
            + " | --links [--write] [--templates DIR] [--ca-file FILE]]",
        options: ["config", "timeout", "route", "templates", "ca-file"],
        flags: ["offline", "self-test", "links", "write"],
        help: """
            Says what works and what to do about what does not. Connects to the mailbox (and lists
            its folders if the one named is missing), counts how many messages the service would
            answer and how many it would only file, and logs in for sending. Changes nothing and
            sends nothing. --offline looks at the files alone.
            --self-test then sends one mail from the service to itself, waits until it is back in
            the mailbox (120 seconds at most, or as --timeout says), says how long that took and
            what was changed on the way, and removes it: 69 or 75 when it does not come back.
            --route says who is told of the mail of a place, such as 22, Bretagne or Lannion, and
            does nothing else.
            --links asks for every page that letters point to: the addresses of faits.conf and of
            the three tables of examples, four at a time, ten seconds each, and names those that do
            not answer, by file and line (65), and those that have moved for good. Nothing else is
            sent or looked at; of the configuration only `templates` counts, or --templates DIR
            stands in for it. With --write the day goes into `verifie_le` of the rows whose page
            answered, and no other octet of the tables changes. Proxies are those of https_proxy
            and no_proxy; --ca-file FILE names the authority of one that opens TLS. 69 when no page
            at all could be reached.
            Without --config the file is /etc/guichet/guichet.conf.

            Example: guichet check --config guichet.conf
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        if arguments.flags.contains("links") { return try checkLinks(arguments) }
        try refuseLinkOptions(arguments)
        if let place = arguments.values["route"] {
            guard arguments.flags.isEmpty else {
                throw Arguments.failure("--route stands without other flags", syntax)
            }
            return try tellRoute(to: place, arguments)
        }
        let selfTestSeconds = try SelfTestCheck.seconds(arguments, syntax)
        let interruption = selfTestSeconds.map { _ in SelfTestCheck.watchSignals() }
        let path = arguments.configurationPath
        let settings = try Loading.settings(path: path)
        var report = CheckReport()
        report.good("configuration", "\(path) is complete")
        checkExampleValues(settings, &report)
        checkStore(settings, &report)
        tellStaff(settings.routing, &report)
        tellOriginals(settings, &report)
        tellAlerts(settings, &report)
        tellRecap(settings, &report, now: Date())
        tellScreening(settings, &report)
        checkRules(settings, &report)
        checkLetters(settings, &report)
        checkTerritory(settings, &report)
        if !arguments.flags.contains("offline") {
            if !settings.mailbox.connection.isOfExample { checkMailbox(settings, &report) }
            if !settings.delivery.isOfExample { checkDelivery(settings, &report) }
        }
        if let selfTestSeconds, let interruption, report.code == .done {
            SelfTestCheck.run(settings, seconds: selfTestSeconds, interruption, &report)
        }
        report.summary(settings)
        return report.code
    }

    private static func tellOriginals(_ settings: Settings, _ report: inout CheckReport) {
        let kept = "each copy stays in the journal"
        report.good(
            "staff",
            settings.attachesOriginals
                ? "attach_original: summaries carry messages of up to 5 MB; \(kept)"
                : "attach_original = never: summaries say where the message lies"
        )
    }

    private static func tellAlerts(_ settings: Settings, _ report: inout CheckReport) {
        let addresses = settings.alertRecipients.map(\.addrSpec).joined(separator: ", ")
        if addresses.isEmpty {
            report.notice(
                "alerts",
                "nobody is told when the service cannot read, send or file: set `to` of [alerts]"
            )
        } else {
            report.good("alerts", "\(addresses): told when something fails, and when it is over")
        }
    }

    private static func tellRecap(_ settings: Settings, _ report: inout CheckReport, now: Date) {
        let (isGood, text) = recapSentence(settings, now: now)
        if isGood { report.good("recap", text) } else { report.notice("recap", text) }
    }

    static func recapSentence(_ settings: Settings, now: Date) -> (isGood: Bool, text: String) {
        guard let schedule = settings.recapSchedule else {
            return (false, "recap_at = never: nobody is told what was set aside")
        }
        let day = CivilDay(of: schedule.next(after: now))
        let addresses = settings.recapRecipients.map(\.addrSpec).joined(separator: ", ")
        return (true, "next on \(day) at \(schedule) in Paris, to \(addresses)")
    }

    private static func tellScreening(_ settings: Settings, _ report: inout CheckReport) {
        if !settings.alwaysAnswered.isEmpty {
            let list = settings.alwaysAnswered.joined(separator: ", ")
            report.good("screening", "\(list): answered even where a tool or a list writes")
        }
        if settings.usesDetail {
            let from = settings.from
            report.good(
                "delivery",
                "failures come back to \(from.localPart)+…@\(from.domain) (plus_addressing)"
            )
        }
    }

    private static func checkRules(_ settings: Settings, _ report: inout CheckReport) {
        do {
            let rulebook = try Rulebook.load(folder: settings.rules)
            report.good("rules", RulebookReport.summary(of: rulebook))
            for example in rulebook.checkExamples() where example.isFailure {
                report.notice("rules", "\(example)")
            }
        } catch {
            report.bad("rules", Loading.badRules(error).message, .badConfiguration)
        }
    }

    private static func checkLetters(_ settings: Settings, _ report: inout CheckReport) {
        do {
            try Loading.checkFolder(settings.templates, key: "templates")
            let letters = try Letters(
                folder: settings.templates,
                today: Date(),
                isThorough: true
            )
            report.good(
                "templates",
                "\(Letter.allCases.count) lettres, \(letters.facts.names.count) faits, "
                    + "\(letters.examples.links.count) exemples"
            )
            tellFacts(letters.facts, &report, now: Date())
            tellExamples(letters.examples, settings, &report, now: Date())
            for notice in letters.notices { report.notice("templates", notice) }
        } catch {
            report.bad("templates", Loading.badRules(error).message, .badConfiguration)
        }
    }

    private static func checkTerritory(_ settings: Settings, _ report: inout CheckReport) {
        do {
            let found = try Loading.gazetteer(settings.territory) != nil
            if found {
                report.good("territory", "communes, EPCI and départements are there")
            } else {
                report.notice("territory", "no tables found: places are not looked up")
            }
        } catch {
            report.bad(
                "territory",
                "\((error as? Failure)?.message ?? "\(error)")",
                .badConfiguration
            )
        }
    }

    private static func checkMailbox(_ settings: Settings, _ report: inout CheckReport) {
        let mailbox = settings.mailbox
        do throws(TransportError) {
            let session = try IMAPSession(mailbox.connection)
            defer { session.logout() }
            report.good("mailbox", "logged in at \(mailbox.connection.endpoint)")
            report.good("mailbox", "opened the mailbox of \(owner(of: mailbox.connection))")
            do throws(TransportError) {
                let selected = try session.select(mailbox.name)
                report.good("mailbox", "folder \(mailbox.name): \(selected.exists) messages")
                describe(selected, session, settings, &report)
                report.good(
                    "mailbox",
                    try MailboxReader.plan(settings: settings, session: session, now: Date())
                )
            } catch {
                report.bad("mailbox", "\(error)", error.exitCode)
                guard error.kind == .mailboxMissing, let folders = try? session.list() else {
                    return
                }
                report.notice("mailbox", "folders there are: \(folders.joined(separator: ", "))")
            }
        } catch {
            report.bad("mailbox", "\(error)", error.exitCode)
            tellLoginFromIdentity(mailbox.connection, error, &report)
        }
    }

    private static func owner(of connection: ConnectionSettings) -> String {
        let user = connection.user ?? "nobody in particular"
        return connection.actAs.map { "\($0), with the login of \(user) (act_as)" } ?? user
    }

    /// Few servers say which of the two they refused: so the login is tried once more without
    /// `act_as`. The service does not, since a wrong password given often locks the account.
    private static func tellLoginFromIdentity(
        _ connection: ConnectionSettings,
        _ error: TransportError,
        _ report: inout CheckReport
    ) {
        guard let identity = connection.actAs, let user = connection.user,
            error.kind == .credentialsRefused, !error.isTransient
        else { return }
        var alone = connection
        alone.actAs = nil
        do throws(TransportError) {
            try IMAPSession(alone).logout()
            report.notice(
                "mailbox",
                "without act_as the login works: user and password are right, but the server"
                    + " does not let \(user) open the mailbox of \(identity)"
            )
        } catch {
            report.notice("mailbox", "without act_as the login fails too: \(error.detail)")
        }
    }

    private static func describe(
        _ selected: SelectedMailbox,
        _ session: IMAPSession,
        _ settings: Settings,
        _ report: inout CheckReport
    ) {
        if settings.mailbox.mark == .keyword, !selected.permits(keyword: Clerk.keyword) {
            report.notice("mailbox", "the server keeps no keywords: set mark = none or move:FOLDER")
        }
        if case .move(let folder) = settings.mailbox.mark,
            let folders = try? session.list(), !folders.contains(folder)
        {
            report.bad(
                "mailbox",
                "mark = move:\(folder): no such folder; there are: \(folders.joined(separator: ", "))",
                .badConfiguration
            )
        }
        if settings.mailbox.idles, !session.capabilities.contains("IDLE") {
            let seconds = settings.mailbox.pollSeconds
            report.notice("mailbox", "no IDLE: new mail is seen every \(seconds) seconds")
        }
    }

    private static func checkDelivery(_ settings: Settings, _ report: inout CheckReport) {
        do throws(TransportError) {
            let session = try SMTPSession(settings.delivery)
            session.quit()
            report.good("delivery", "\(settings.delivery.endpoint) takes our mail")
        } catch {
            report.bad("delivery", "\(error)", error.exitCode)
        }
    }
}

/// A line a finding, the worst of which decides the exit code.
struct CheckReport {
    private(set) var code: ExitCode = .done
    private var problems = 0

    func good(_ part: String, _ text: String) { line("ok  ", part, text) }

    func notice(_ part: String, _ text: String) { line("note", part, text) }

    /// The first problem decides: the ones after it may follow from it.
    mutating func bad(_ part: String, _ text: String, _ code: ExitCode) {
        line("BAD ", part, text)
        problems += 1
        if self.code == .done { self.code = code }
    }

    /// Lines that are not to be broken.
    func table(_ part: String, _ lines: [String]) { write("ok  ", part, lines) }

    private func line(_ mark: String, _ part: String, _ text: String) {
        let lines = text.split(separator: "\n").flatMap { line in
            // Whole for a program that reads it, in columns for a person.
            Self.isForPeople
                ? TextLayout.wrap(String(line), to: TextLayout.columns - Self.indent)
                : [String(line)]
        }
        write(mark, part, lines)
    }

    private func write(_ mark: String, _ part: String, _ lines: [String]) {
        let gap = String(repeating: " ", count: max(1, 15 - part.count))
        let indented = lines.joined(separator: "\n" + String(repeating: " ", count: Self.indent))
        Output.write("\(mark) \(part)\(gap)\(indented)\n")
    }

    private static let indent = 20
    private static let isForPeople = isatty(STDOUT_FILENO) == 1

    func summary(_ settings: Settings) {
        if problems > 0 {
            Output.write("\n\(problems) problem\(problems == 1 ? "" : "s") to mend.\n")
        } else {
            let held = settings.holdsAnswers ? " Answers will wait for staff." : ""
            let redirected =
                settings.redirectTo.map { " Every mail will go to \($0.addrSpec)." } ?? ""
            Output.write("\nReady to run.\(held)\(redirected)\n")
        }
    }
}
