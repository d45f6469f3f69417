import Casework
import Desk
import Foundation
import Mail
import Sandbox
import Transport

/// The demonstration's small world: a mail server on this machine, and the service as it runs in an
/// office, over real connections and with a real store.
final class DemoStage {
    let server: LoopbackServer
    let settings: Settings
    let news = DemoNewsQueue()
    private let office: Office
    private let service: Service
    private var isRunning = false

    static let address = Address(
        displayName: "Incubateur des Territoires",
        localPart: "incubateur",
        domain: "anct.example"
    )

    /// Invented persons, as all others in the demonstration.
    static let routing = Routing(
        byOffer: [
            .investigation: [staff("Nadia Kessler", "nadia.kessler")],
            .startup: [staff("Bastien Morvan", "bastien.morvan")],
            .store: [staff("Aïcha Lemaire", "aicha.lemaire")],
        ],
        fallback: [staff("Antoine Delaunay", "antoine.delaunay")]
    )

    private static func staff(_ name: String, _ localPart: String) -> Address {
        Address(displayName: name, localPart: localPart, domain: "anct.example")
    }

    /// The mail server; 0 is for a port that the system chooses.
    static func server(imapPort: Int, smtpPort: Int) throws -> LoopbackServer {
        do {
            return try LoopbackServer(imapPort: imapPort, smtpPort: smtpPort)
        } catch {
            let reason = (error as? POSIXError).map { String(cString: strerror($0.code.rawValue)) }
            throw Failure(
                code: .unavailable,
                message: "guichet demo: no mail server can be started on 127.0.0.1: "
                    + "\(reason ?? "\(error)"); without --imap-port and --smtp-port the system "
                    + "chooses free ports"
            )
        }
    }

    init(server: LoopbackServer, folder: DemoFolder) throws {
        self.server = server
        settings = Self.settings(server, folder: folder)
        let log = try Self.log(to: folder.log)
        office = try Loading.office(settings, kind: .service, now: Date(), log: log)
        service = Service(
            settings: settings,
            office: office,
            clock: SystemClock(),
            log: log,
            observers: [news]
        )
    }

    private static func settings(_ server: LoopbackServer, folder: DemoFolder) -> Settings {
        var imap = ConnectionSettings(
            endpoint: Endpoint(scheme: .imap, host: server.host, port: server.imapPort)
        )
        imap.user = address.addrSpec
        imap.password = server.password
        var mailbox = Settings.Mailbox(connection: imap, name: "INBOX")
        mailbox.start = .all
        mailbox.pollSeconds = 2
        return Settings(
            mailbox: mailbox,
            delivery: smtp(server),
            from: address,
            store: folder.store,
            rules: ShippedFiles.rules,
            templates: ShippedFiles.templates,
            routing: routing
        )
    }

    private static func smtp(_ server: LoopbackServer) -> ConnectionSettings {
        var settings = ConnectionSettings(
            endpoint: Endpoint(scheme: .smtp, host: server.host, port: server.smtpPort)
        )
        settings.clientName = "demo.example"
        return settings
    }

    private static func log(to file: URL) throws -> Log {
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        return Log { line in try? handle.write(contentsOf: Data((line + "\n").utf8)) }
    }

    /// Hands mails over by SMTP, as the servers of those who wrote them do.
    func deliver(_ mails: [DemoMail]) throws {
        let session: SMTPSession
        do throws(TransportError) {
            session = try SMTPSession(Self.smtp(server))
        } catch {
            throw Failure(code: error.exitCode, message: "guichet demo: \(error)")
        }
        defer { session.quit() }
        for mail in mails {
            let envelope = OutgoingEnvelope(
                reversePath: mail.reversePath,
                forwardPaths: [Self.address.addrSpec],
                bytes: mail.bytes
            )
            let outcome = session.send(envelope).outcome
            guard case .accepted = outcome else {
                throw Failure(
                    code: .fault,
                    message: "guichet demo: a mail was not taken: \(outcome)"
                )
            }
        }
    }

    /// The newest mail in somebody's mailbox.
    func newestMail(of address: String) -> Message? {
        server.messages(of: address).last.map { Message(parsing: $0) }
    }

    /// What staff would read on the next working morning; nothing is sent or journalled.
    func recap() throws -> QueuedMail? {
        guard let schedule = settings.recapSchedule else { return nil }
        let time = schedule.next(after: Date())
        let count = server.messages(of: Self.address.addrSpec).count
        let filed = try office.figures().total.receivedTotal
        let stock = MailboxStock(messages: count, filed: min(count, filed), leftAlone: 0)
        return try office.previewRecap(
            at: time,
            mailbox: .counted(stock, at: time),
            to: settings.recapRecipients
        ).first
    }

    func start() {
        isRunning = true
        let service = service
        let news = news
        let thread = Thread {
            do {
                try service.run()
                news.put(.ended(nil))
            } catch {
                news.put(.ended(error))
            }
        }
        thread.name = "service"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Finishes what is in hand and closes everything.
    func stop() {
        service.stop()
        while isRunning, let next = news.next(within: 30) {
            if case .ended = next { isRunning = false }
        }
        office.close()
        server.stop()
    }
}
