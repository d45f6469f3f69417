import Casework
import Filing
import Foundation
import Testing

@Suite("The outbox") struct OutboxTests {
    private let start = Date(timeIntervalSince1970: 1_790_000_000)

    private func mail(_ id: String, held: Bool = false) -> QueuedMail {
        QueuedMail(
            id: id,
            caseNumber: nil,
            role: .reply,
            reversePath: "a@anct.example",
            forwardPaths: ["b@ville.example"],
            subject: "",
            messageID: "\(id)@anct.example",
            isHeld: held,
            bytes: []
        )
    }

    private func outbox(_ events: [Event]) -> Outbox {
        var outbox = Outbox()
        for event in events { outbox.apply(event, at: start) }
        return outbox
    }

    @Test("hands out what is queued, in order, and nothing twice")
    func due() {
        let queued: [Event] = ["a", "b", "c"].map { .mailQueued(mail($0)) }
        #expect(outbox(queued).due(at: start).map(\.mail.id) == ["a", "b", "c"])
        #expect(outbox(queued + [.mailSending(["a", "b"])]).due(at: start).map(\.mail.id) == ["c"])
        let settled: [Event] = [
            .mailSending(["a", "b"]), .mailSent(id: "a", reply: ""),
            .mailRefused(id: "b", reply: ""),
        ]
        #expect(outbox(queued + settled).waitingCount == 1)
    }

    @Test("a held mail is never due")
    func held() {
        let box = outbox([.mailQueued(mail("a", held: true))])
        #expect(box.due(at: start).isEmpty)
        #expect(box.heldCount == 1)
        #expect(box.waitingCount == 0)
    }

    @Test("a released mail is due, and its days begin then; a withdrawn one is gone")
    func released() {
        var box = outbox([.mailQueued(mail("a", held: true)), .mailQueued(mail("b", held: true))])
        let later = start.addingTimeInterval(9 * 86_400)
        box.apply(.mailReleased(id: "a", by: "x"), at: later)
        box.apply(.mailWithdrawn(id: "b", reason: ""), at: later)
        #expect(box.due(at: later).map(\.mail.id) == ["a"])
        #expect(box.item("a")?.queuedAt == later)
        #expect(box.heldCount == 0)
        #expect(box.item("b") == nil)
    }

    @Test("a mail that is not held is neither released nor withdrawn")
    func notHeld() {
        let box = outbox([
            .mailQueued(mail("a")), .mailSending(["a"]), .mailReleased(id: "a", by: "x"),
            .mailWithdrawn(id: "a", reason: ""), .mailReleased(id: "unknown", by: "x"),
        ])
        #expect(box.interrupted.map(\.mail.id) == ["a"])
    }

    @Test("a deferred mail is due at its time and not before")
    func deferred() {
        let later = start.addingTimeInterval(60)
        let box = outbox([
            .mailQueued(mail("a")), .mailSending(["a"]),
            .mailDeferred(id: "a", reply: "451", retryAt: later),
        ])
        #expect(box.due(at: start).isEmpty)
        #expect(box.nextRetry == later)
        #expect(box.due(at: later).map(\.tries) == [1])
    }

    @Test("a mail in doubt is tried once more, and then left to staff")
    func doubt() {
        let first: [Event] = [
            .mailQueued(mail("a")), .mailSending(["a"]), .mailInDoubt(id: "a", detail: ""),
        ]
        #expect(outbox(first).due(at: start).map(\.mail.id) == ["a"])
        let second = first + [.mailSending(["a"]), .mailInDoubt(id: "a", detail: "")]
        #expect(outbox(second).due(at: start).isEmpty)
        #expect(outbox(second).waitingCount == 0)
    }

    @Test("what was being sent when the journal ends is found")
    func interrupted() {
        let box = outbox([.mailQueued(mail("a")), .mailQueued(mail("b")), .mailSending(["b"])])
        #expect(box.interrupted.map(\.mail.id) == ["b"])
    }

    @Test("waits grow and stop growing")
    func schedule() {
        let delays = (0...9).map(Outbox.Schedule.delay(afterTries:))
        #expect(delays == delays.sorted())
        #expect(delays.first == 60)
        #expect(delays.last == 7_200)
    }
}

@Suite("The cursor") struct CursorTests {
    private func receipt(uid: UInt32, validity: UInt32 = 9) -> Event {
        .messageReceived(
            Receipt(
                messageID: nil,
                sha256: "\(uid)",
                position: MailboxPosition(mailbox: "INBOX", uidValidity: validity, uid: uid),
                from: nil,
                subject: nil,
                disposition: .newCase,
                reason: nil
            ),
            nil
        )
    }

    private func opening(first: UInt32, validity: UInt32 = 9) -> Event {
        .mailboxOpened(
            MailboxOpening(
                mailbox: "INBOX",
                uidValidity: validity,
                firstUID: first,
                notBefore: nil
            )
        )
    }

    @Test("the watermark starts below the first message and follows what is filed")
    func watermark() {
        var cursor = Cursor()
        #expect(cursor.place(in: "INBOX") == nil)
        cursor.apply(opening(first: 501), at: .distantPast)
        #expect(cursor.place(in: "INBOX")?.watermark == 500)
        cursor.apply(receipt(uid: 501), at: .distantPast)
        cursor.apply(receipt(uid: 507), at: .distantPast)
        #expect(cursor.place(in: "INBOX")?.watermark == 507)
        #expect(cursor.place(in: "INBOX")?.holds(501) == true)
        #expect(cursor.place(in: "INBOX")?.holds(502) == false)
    }

    @Test("UIDs that only a broken server gives do no harm")
    func extremes() {
        var cursor = Cursor()
        cursor.apply(opening(first: 0), at: .distantPast)
        #expect(cursor.place(in: "INBOX")?.watermark == 0)
        #expect(cursor.place(in: "INBOX")?.firstWaiting == 1)
        cursor.apply(receipt(uid: .max), at: .distantPast)
        #expect(cursor.place(in: "INBOX")?.watermark == .max)
        #expect(cursor.place(in: "INBOX")?.firstWaiting == .max)
    }

    @Test("a new UIDVALIDITY voids every UID, and late lines of the old one do not count")
    func validity() {
        var cursor = Cursor()
        cursor.apply(opening(first: 1), at: Date(timeIntervalSince1970: 5))
        cursor.apply(receipt(uid: 40), at: .distantPast)
        cursor.apply(opening(first: 1, validity: 10), at: Date(timeIntervalSince1970: 9))
        cursor.apply(receipt(uid: 41, validity: 9), at: .distantPast)
        #expect(cursor.place(in: "INBOX")?.watermark == 0)
        #expect(cursor.firstOpening(of: "INBOX") == Date(timeIntervalSince1970: 5))
    }
}
