import Casework
import Correspondence
import Desk
import Filing
import Foundation
import Intake
import Mail
import Rules
import Synchronization
import Territory
import Testing
import Transport

/// A desk with the shipped rules and letters, in a store of its own.
struct TestOffice {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let staff = Address(localPart: "equipe", domain: "anct.example")
    static let service = Address(
        displayName: "Incubateur des Territoires",
        localPart: "incubateur",
        domain: "anct.example"
    )
    /// A Tuesday.
    static let morning = Date(timeIntervalSince1970: 1_790_000_000)

    private static let gazetteer = Result {
        try Gazetteer(folder: root.appendingPathComponent("Sources/Territory/Data"))
    }
    private static let instruments = Result {
        try Instruments(
            settings: settings(store: root),
            gazetteer: try gazetteer.get(),
            today: morning
        )
    }

    static func settings(store: URL) -> Settings {
        let here = ConnectionSettings(endpoint: Endpoint(scheme: .imaps, host: "localhost"))
        return Settings(
            mailbox: Settings.Mailbox(connection: here, name: "INBOX"),
            delivery: here,
            from: service,
            store: store,
            rules: root.appendingPathComponent("rules"),
            templates: root.appendingPathComponent("templates"),
            routing: Routing(fallback: [staff])
        )
    }

    static func temporaryFolder() -> URL {
        FileManager.default.temporaryDirectory
            .appendingPathComponent("guichet-desk-\(UUID().uuidString)", isDirectory: true)
    }

    static func open(
        _ store: URL,
        answerWithinDays: Int = 10,
        holdsAnswers: Bool = false,
        redirectTo: Address? = nil
    ) throws -> Office {
        var settings = settings(store: store)
        settings.mailbox.answerWithinDays = answerWithinDays
        settings.holdsAnswers = holdsAnswers
        settings.redirectTo = redirectTo
        return try open(settings)
    }

    /// The server whose word counts in `open(_:)` where the settings name it.
    static let trusted = "mx.anct.example"

    static func open(_ settings: Settings) throws -> Office {
        var instruments = try instruments.get()
        instruments.screener = Screener(
            ownAddresses: [settings.from] + settings.ownAddresses,
            trustedAuthenticationServers: settings.trustedServers,
            allowedSenders: settings.alwaysAnswered
        )
        if settings.templates != Self.settings(store: root).templates {
            instruments.letters = try Letters(folder: settings.templates, today: morning)
        }
        return try Office(
            settings: settings,
            kind: .service,
            instruments: instruments,
            gazetteer: try gazetteer.get(),
            now: morning,
            log: .silent
        )
    }

    /// Opens an office in a folder of its own for one test.
    static func with<Value>(
        answerWithinDays: Int = 10,
        holdsAnswers: Bool = false,
        redirectTo: Address? = nil,
        _ body: (Office) throws -> Value
    ) throws -> Value {
        let store = temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        let office = try open(
            store,
            answerWithinDays: answerWithinDays,
            holdsAnswers: holdsAnswers,
            redirectTo: redirectTo
        )
        defer { office.close() }
        return try body(office)
    }
}

extension TestOffice {
    /// The same with other settings.
    static func withSettings<Value>(
        usesDetail: Bool = false,
        trustedServers: [String] = [],
        alwaysAnswered: [String] = [],
        _ body: (Office) throws -> Value
    ) throws -> Value {
        let store = temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        var settings = settings(store: store)
        settings.usesDetail = usesDetail
        settings.trustedServers = trustedServers
        settings.alwaysAnswered = alwaysAnswered
        let office = try open(settings)
        defer { office.close() }
        return try body(office)
    }
}

extension Office {
    /// Takes one message, some time after the morning.
    func take(_ bytes: [UInt8], hours: Double = 0) throws -> Decision {
        let now = TestOffice.morning.addingTimeInterval(hours * 3_600)
        let arrival = Arrival(internalDate: now, bytes: bytes)
        return try #require(try take([arrival], at: now).first)
    }
}

extension Decision {
    /// The answer as a message, where there is one.
    var answer: Message? {
        mails.first { $0.role.answersRequester }.map { Message(parsing: $0.bytes) }
    }

    /// The text of the first summary or alert.
    var told: String {
        mails.first { !$0.role.answersRequester }.map { Message(parsing: $0.bytes).text } ?? ""
    }
}

/// A clock that a test sets.
final class TestClock: Clock {
    private let time: Mutex<Date>

    init(_ time: Date = TestOffice.morning) { self.time = Mutex(time) }

    var now: Date {
        get { time.withLock { $0 } }
        set { time.withLock { $0 = newValue } }
    }
}

/// Keeps what is handed over and answers as told.
final class TestDelivery: MailDelivery {
    /// What was accepted, by mail id: every copy.
    var accepted: [String: [[UInt8]]] = [:]
    var answer: (QueuedMail) -> DeliveryOutcome = { _ in
        .accepted(SMTPReply(code: 250, text: "2.0.0 Ok"))
    }

    func deliver(_ mails: [QueuedMail]) -> [DeliveryOutcome] {
        mails.map { mail in
            let outcome = answer(mail)
            if case .accepted = outcome { accepted[mail.id, default: []].append(mail.bytes) }
            return outcome
        }
    }

    func finish() {}
}

/// A plain message as octets.
func message(
    from: String = "Marie Vial <marie@ville-x.example>",
    subject: String = "Logiciel",
    text: String,
    fields: [String] = [],
    id: String = UUID().uuidString
) -> [UInt8] {
    let header =
        [
            "From: \(from)", "To: incubateur@anct.example", "Subject: \(subject)",
            "Date: Tue, 22 Sep 2026 09:00:00 +0200", "Message-ID: <\(id)@ville-x.example>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
        ] + fields
    return Array((header.joined(separator: "\r\n") + "\r\n\r\n" + text).utf8)
}
