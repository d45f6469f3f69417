import Casework
import Desk
import Filing
import Foundation
import Mail
import Synchronization
import Testing
import Transport

private final class Record: Sendable {
    /// What was sent past the journal.
    let direct = Mutex<[QueuedMail]>([])
    let logged = Mutex<[String]>([])
}

/// A desk whose administrator is told: news go in, mails come out.
private final class Watch {
    static let administrator = Address(localPart: "exploitation", domain: "anct.example")

    let clock = TestClock()
    let delivery = TestDelivery()
    let store = TestOffice.temporaryFolder()
    let record = Record()
    private(set) var office: Office
    private(set) var alerter: Alerter

    init() throws {
        office = try TestOffice.open(store)
        alerter = Alerter(
            office: office,
            recipients: [],
            clock: clock,
            log: .silent,
            sendNow: { _ in }
        )
        alerter = makeAlerter()
    }

    private func makeAlerter() -> Alerter {
        Alerter(
            office: office,
            recipients: [Self.administrator],
            clock: clock,
            log: Log { [record] line in record.logged.withLock { $0.append(line) } },
            sendNow: { [record] mails in record.direct.withLock { $0 += mails } }
        )
    }

    func close() {
        office.close()
        try? FileManager.default.removeItem(at: store)
    }

    func restart() throws {
        office.close()
        office = try TestOffice.open(store)
        alerter = makeAlerter()
    }

    func see(_ news: ServiceNews, after seconds: Double = 0) {
        clock.now = clock.now.addingTimeInterval(seconds)
        alerter.notice(news)
    }

    /// Hands over what is due; the subjects of what the server took.
    @discardableResult
    func send() throws -> [String] {
        let before = Set(delivery.accepted.keys)
        try delivery.sendDue(
            from: office,
            clock: clock,
            onOutcome: { [self] mail, outcome in alerter.notice(.settled(mail, outcome)) }
        )
        return delivery.accepted.filter { !before.contains($0.key) }
            .sorted { $0.key < $1.key }
            .flatMap(\.value).map { Message(parsing: $0).subject ?? "" }
    }

    /// Hands over what is due and compares the subjects.
    func expect(_ subjects: [String], _ place: SourceLocation = #_sourceLocation) throws {
        let sent = try send()
        #expect(sent == subjects, sourceLocation: place)
    }

    func text(_ id: String) -> String {
        delivery.accepted[id]?.first.map { Message(parsing: $0).text } ?? ""
    }
}

@Suite("Alerts to the administrator") struct AlerterTests {
    private static let refused = TransportError(
        .credentialsRefused,
        "imaps://imap.anct.example:993: login refused: NO bad password"
    )
    private static let away = TransportError(.unreachable, "smtps://smtp.anct.example: no route")
    private static let notRead = "[guichet] La boîte n'est plus lue"
    private static let readAgain = "[guichet] La boîte est de nouveau lue"

    private func with(_ body: (Watch) throws -> Void) throws {
        let watch = try Watch()
        defer { watch.close() }
        try body(watch)
    }

    @Test("one mail when the mailbox cannot be read, one when it can, whatever restarts between")
    func mailbox() throws {
        try with { watch in
            watch.see(.mailboxFailed(Self.refused, nextTrySeconds: 300))
            try watch.expect([Self.notRead])
            for _ in 1...46 {
                try watch.restart()
                watch.see(.ended(Self.refused), after: 1)
            }
            try watch.expect([])
            let alarm = watch.text("service.1.1")
            #expect(alarm.contains("le serveur refuse l'identifiant ou le mot de passe."))
            #expect(alarm.contains("DEPUIS    lundi 21 septembre 2026 à 16 h 13"), "\(alarm)")
            #expect(alarm.contains("RÉESSAI   au plus tard le 21 sept. 16 h 18"))
            #expect(alarm.contains("NO bad password"))
            watch.see(.scanned(isComplete: true), after: 3_600)
            try watch.expect([Self.readAgain])
            try watch.restart()
            watch.see(.scanned(isComplete: true), after: 60)
            try watch.expect([])
            #expect(watch.text("service.2.1").contains("DURÉE     1 h 00, du 21 sept. 16 h 13"))
            let log = watch.record.logged.withLock { $0.joined() }
            #expect(log.contains("alert.failing") && log.contains("alert.working"))
            #expect(!log.contains("@"))
        }
    }

    @Test("the alert is composed as our other mails are: own loop mark, automatic, to one person")
    func headers() throws {
        try with { watch in
            watch.see(.ended(Self.refused))
            try watch.send()
            let bytes = try #require(watch.delivery.accepted["service.1.1"]?.first)
            let mail = Message(parsing: bytes)
            #expect(mail.field("Auto-Submitted") == "auto-generated")
            #expect(mail.field("X-Loop") == "incubateur@anct.example")
            #expect(mail.replyTo.map(\.addrSpec) == [Watch.administrator.addrSpec])
            #expect(mail.text.contains("aucun : le service s'est arrêté"))
            #expect(bytes.allSatisfy { $0 < 128 })
        }
    }

    @Test("an alarm that could not leave is replaced by the mail that says it is over")
    func deliveryDown() throws {
        try with { watch in
            let request = message(
                text: "Nous voulons la liste des services du catalogue Territoires Store."
            )
            _ = try watch.office.take([Arrival(bytes: request)], at: watch.clock.now)
            watch.delivery.answer = { _ in .notSent(Self.away) }
            for _ in 1...8 {
                try watch.send()
                watch.clock.now = try #require(watch.office.nextRetry)
            }
            #expect(watch.office.alarms.failing[.delivery]?.fault == .unreachable)
            #expect(watch.office.alarms.count == 1, "an alert that fails makes no other")
            watch.delivery.answer = { _ in .accepted(SMTPReply(code: 250, text: "Ok")) }
            watch.clock.now = watch.clock.now.addingTimeInterval(7_200)
            // The alarm was due together with the mails that had waited, and left with them.
            let subjects = try watch.send()
            #expect(subjects.contains("[guichet] Les courriers ne partent plus"))
            #expect(subjects.contains("[guichet] Les courriers partent de nouveau"))
            #expect(watch.text("service.1.1").contains("Un autre courrier dira quand ce sera fini"))
            #expect(watch.text("service.2.1").contains("jusqu'à 2 courriers"))
            #expect(watch.office.outboxCounts.waiting == 0)
        }
    }

    @Test("what is over before its alarm could leave is told in one mail")
    func withdrawn() throws {
        try with { watch in
            watch.delivery.answer = { _ in .notSent(Self.away) }
            watch.see(.mailboxFailed(Self.refused, nextTrySeconds: 300))
            try watch.send()
            watch.see(.scanned(isComplete: true), after: 30)
            watch.delivery.answer = { _ in .accepted(SMTPReply(code: 250, text: "Ok")) }
            watch.clock.now = watch.clock.now.addingTimeInterval(600)
            try watch.expect([Self.readAgain])
            #expect(watch.text("service.2.1").contains("ce courrier le remplace"))
            try watch.restart()
            #expect(watch.office.outboxCounts.waiting == 0)
        }
    }

    @Test(
        "one mail that is refused or greylisted says nothing about delivery as such",
        arguments: [
            (
                DeliveryOutcome.refused(SMTPReply(code: 550, enhancedStatus: "5.1.1", text: "no")),
                ""
            ),
            (.tryLater(SMTPReply(code: 450, enhancedStatus: "4.7.1", text: "greylisted")), ""),
            (
                .tryLater(
                    SMTPReply(code: 451, enhancedStatus: "4.3.0", text: "<a@b.example> no disk")
                ),
                "refused-by-server"
            ),
            (
                .refused(SMTPReply(code: 535, enhancedStatus: "5.7.8", text: "no")),
                "credentials-refused"
            ),
            (.notSent(TransportError(.cancelled, "stopping")), ""),
            (.unknown(TransportError(.closed, "closed after the dot")), "closed"),
        ] as [(DeliveryOutcome, String)]
    )
    func outcomes(outcome: DeliveryOutcome, fault: String) throws {
        try with { watch in
            let mail = QueuedMail(
                id: "2026-00001.1",
                caseNumber: nil,
                role: .reply,
                reversePath: "a@b.example",
                forwardPaths: [],
                subject: "",
                messageID: "",
                bytes: []
            )
            for _ in 1...4 { watch.see(.settled(mail, outcome), after: 60) }
            let failing = watch.office.alarms.failing[.delivery]
            #expect(failing?.fault.rawValue ?? "" == fault)
            #expect(failing?.detail.contains("b.example") != true)
        }
    }

    @Test("rules that are refused are told; those of a new start are good")
    func rules() throws {
        try with { watch in
            watch.see(.rulesRefused(detail: "store.rules:12:5 : champ inconnu « sujet »\nencore"))
            watch.see(.rulesRefused(detail: "store.rules:13:5 : autre chose"), after: 60)
            let sent = try watch.send()
            #expect(sent.count == 1)
            #expect(watch.text("service.1.1").contains("DÉTAIL    store.rules:12:5"))
            #expect(watch.text("service.1.1").contains("RÉESSAI   au prochain rechargement"))
            try watch.restart()
            watch.see(.mailboxOpened)
            watch.see(.scanned(isComplete: true), after: 60)
            try watch.expect(["[guichet] Les règles et les textes sont de nouveau acceptés"])
        }
    }

    @Test("messages that were missed are told by UID: in one mail where they are taken at once")
    func gaps() throws {
        try with { watch in
            let three = UID(rawValue: 3)
            watch.see(.reconciled(ScanFindings(gaps: [three])))
            try watch.expect([
                "[guichet] Des messages de la boîte manquaient au journal, ils sont pris"
            ])
            #expect(watch.text("service.1.1").contains("DÉTAIL    UID 3\n"))
            watch.see(.reconciled(ScanFindings()), after: 7_200)
            let lost = ScanFindings(gaps: [UID(rawValue: 5), UID(rawValue: 9)], missing: [three])
            for _ in 1...3 { watch.see(.reconciled(lost), after: 60) }
            try watch.expect(["[guichet] Des messages de la boîte manquent au journal"])
            #expect(watch.text("service.2.1").contains("UID 3, 5, 9"))
            watch.see(.reconciled(ScanFindings()), after: 60)
            try watch.expect(["[guichet] Plus aucun message de la boîte ne manque au journal"])
        }
    }

    @Test("messages that the server cannot give are told once that has lasted")
    func withheld() throws {
        try with { watch in
            let findings = ScanFindings(withheld: [UID(rawValue: 7)])
            watch.see(.reconciled(findings))
            watch.see(.reconciled(findings), after: 60)
            try watch.expect([])
            watch.see(.reconciled(findings), after: 60)
            try watch.expect(["[guichet] Le serveur ne donne pas certains messages de la boîte"])
            #expect(watch.text("service.1.1").contains("UID 7"))
        }
    }

    @Test("when the journal cannot be written, one mail leaves past it, and what was told is kept")
    func journal() throws {
        try with { watch in
            watch.clock.now = Date(timeIntervalSince1970: 1_790_812_790)
            let opening = MailboxOpening(
                mailbox: "INBOX",
                uidValidity: 9,
                firstUID: 1,
                notBefore: nil
            )
            try watch.office.open(opening, at: watch.clock.now)
            // The disk refuses the next month's file.
            let obstacle = watch.store.appendingPathComponent("journal/2026-10.jsonl")
            try FileManager.default.createDirectory(
                at: obstacle,
                withIntermediateDirectories: false
            )
            watch.see(.journalFailed(detail: "disk full", nextTrySeconds: 5), after: 30)
            watch.see(.mailboxFailed(Self.refused, nextTrySeconds: 5), after: 5)
            for _ in 1...5 {
                watch.see(.journalFailed(detail: "disk full", nextTrySeconds: 60), after: 60)
                watch.see(.scanned(isComplete: true))
            }
            let direct = watch.record.direct.withLock(\.self)
            #expect(direct.map(\.subject) == ["[guichet] Le journal ne peut plus être écrit"])
            let text = Message(parsing: direct[0].bytes).text
            #expect(text.contains("n'est pas inscrit au journal") && text.contains("disk full"))
            try FileManager.default.removeItem(at: obstacle)
            watch.see(.scanned(isComplete: true), after: 60)
            try watch.expect(["[guichet] Le journal peut de nouveau être écrit"])
            try watch.restart()
            #expect(watch.office.alarms.count == 2)
            #expect(watch.office.alarms.failing.isEmpty)
        }
    }
}
