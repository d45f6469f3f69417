import Casework
import Desk
import Foundation
import Mail
import Sandbox
import ServerSupport
import Synchronization
import Testing
import Transport

/// The service itself over sockets, against a mailbox in memory and an SMTP server that plays a script.
@Suite("The service tells the administrator", .timeLimit(.minutes(20)))
struct ServiceAlertTests {
    /// What the SMTP server took: the decoded subjects and texts.
    private final class Taken: Sendable {
        let mails = Mutex<[(subject: String, text: String)]>([])

        func serve(_ peer: Peer) {
            peer.send("220 mx ready\r\n")
            while let line = peer.line() {
                if line == "DATA" {
                    peer.send("354 go on\r\n")
                    let content = (peer.content() ?? []).joined(separator: "\r\n")
                    let mail = Message(parsing: Array(content.utf8))
                    mails.withLock { $0.append((mail.subject ?? "", mail.text)) }
                }
                peer.send("250 2.0.0 Ok\r\n")
            }
        }

        var alerts: [String] {
            mails.withLock { mails in
                mails.map(\.subject).filter { $0.hasPrefix("[guichet]") }
            }
        }
    }

    private func settings(_ taken: Taken, store: URL) throws -> Settings {
        let smtp = try ScriptedServer { taken.serve($0) }
        var settings = TestOffice.settings(store: store)
        settings.delivery = ConnectionSettings(
            endpoint: Endpoint(scheme: .smtp, host: "127.0.0.1", port: smtp.port)
        )
        settings.alertRecipients = [Address(localPart: "exploitation", domain: "anct.example")]
        return settings
    }

    private func runOnce(
        _ mailbox: TestMailbox,
        _ taken: Taken,
        store: URL
    ) throws {
        var settings = try settings(taken, store: store)
        settings.mailbox.connection = mailbox.connection
        settings.mailbox.start = .all
        settings.mailbox.mark = .none
        let office = try TestOffice.open(store)
        defer { office.close() }
        let clock = TestClock()
        let alerter = Alerter(settings: settings, office: office, clock: clock, log: .silent)
        let service = Service(
            settings: settings,
            office: office,
            clock: clock,
            log: .silent,
            observers: [alerter].compactMap(\.self)
        )
        _ = try service.runOnce()
    }

    @Test("a message below the watermark that the journal does not know is told by UID, once")
    func gap() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        let taken = Taken()
        let mailbox = try TestMailbox(messages: 3)
        defer { mailbox.server.stop() }
        mailbox.server.faults.unfetchable = [2]
        try runOnce(mailbox, taken, store: store)
        #expect(taken.alerts == [], "one scan is not enough for what may pass")
        mailbox.server.faults.unfetchable = []
        try runOnce(mailbox, taken, store: store)
        #expect(
            taken.alerts == [
                "[guichet] Des messages de la boîte manquaient au journal, ils sont pris"
            ]
        )
        let text = taken.mails.withLock { mails in
            mails.first { $0.subject.hasPrefix("[guichet]") }?.text ?? ""
        }
        #expect(text.contains("DÉTAIL    UID 2\n"), "\(text)")
        try runOnce(mailbox, taken, store: store)
        #expect(taken.alerts.count == 1)
    }

    @Test("that the journal cannot be written is sent past it, on a thread of its own, once")
    func journal() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        let taken = Taken()
        let office = try TestOffice.open(store)
        defer { office.close() }
        let clock = TestClock()
        let alerter = try #require(
            Alerter(
                settings: try settings(taken, store: store),
                office: office,
                clock: clock,
                log: .silent
            )
        )
        for _ in 1...9 {
            clock.now = clock.now.addingTimeInterval(60)
            alerter.notice(.journalFailed(detail: "no space left", nextTrySeconds: 60))
        }
        while taken.alerts.isEmpty { usleep(10_000) }
        #expect(taken.alerts == ["[guichet] Le journal ne peut plus être écrit"])
        #expect(office.outboxCounts.waiting == 0 && office.alarms.count == 0)
    }

    @Test("a mailbox that is missing ends the run, and the alert leaves before")
    func ends() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        let taken = Taken()
        let mailbox = try TestMailbox(messages: 0)
        defer { mailbox.server.stop() }
        mailbox.server.faults = Faults([
            Fault(at: .imap("SELECT"), .answer("NO [NONEXISTENT] no such mailbox"))
        ])
        for _ in 1...3 {
            let error = #expect(throws: TransportError.self) {
                try runOnce(mailbox, taken, store: store)
            }
            #expect(error?.kind == .mailboxMissing)
        }
        #expect(taken.alerts == ["[guichet] La boîte n'est plus lue"])
        mailbox.server.faults = Faults()
        try runOnce(mailbox, taken, store: store)
        #expect(taken.alerts.last == "[guichet] La boîte est de nouveau lue")
        #expect(taken.alerts.count == 2)
    }
}
