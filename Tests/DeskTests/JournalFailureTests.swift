import Casework
import Desk
import Filing
import Foundation
import Testing
import Transport

/// The disk refuses the next month's file: a folder of that name stands in its place.
@Suite("When the journal cannot be written") struct JournalFailureTests {
    /// The last seconds of September, and October.
    private static let evening = Date(timeIntervalSince1970: 1_790_812_790)
    private static let nextMonth = Date(timeIntervalSince1970: 1_790_812_810)
    private static let request = message(
        text: "Nous voulons la liste des services du catalogue Territoires Store."
    )

    private func path(_ store: URL, _ month: String) -> URL {
        store.appendingPathComponent("journal/\(month).jsonl")
    }

    private func arrival(_ uid: UInt32, _ bytes: [UInt8] = request) -> Arrival {
        Arrival(
            position: MailboxPosition(mailbox: "INBOX", uidValidity: 9, uid: uid),
            internalDate: Self.nextMonth,
            bytes: bytes
        )
    }

    private func withOffice(_ body: (Office, URL) throws -> Void) throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        let office = try TestOffice.open(store)
        defer { office.close() }
        let opening = MailboxOpening(mailbox: "INBOX", uidValidity: 9, firstUID: 1, notBefore: nil)
        try office.open(opening, at: Self.evening)
        try body(office, store)
    }

    @Test("while it cannot be read again either, nothing is decided from memory")
    func unreadable() throws {
        try withOffice { office, store in
            _ = try office.take([arrival(1)], at: Self.evening)
            let aside = store.appendingPathComponent("aside")
            try FileManager.default.moveItem(at: path(store, "2026-09"), to: aside)
            let obstacle = path(store, "2026-10")
            try FileManager.default.createDirectory(
                at: obstacle,
                withIntermediateDirectories: false
            )
            let other = message(subject: "Autre", text: "Le catalogue Territoires Store, svp.")
            #expect(throws: JournalError.self) {
                try office.take([arrival(2, other)], at: Self.nextMonth)
            }
            try FileManager.default.removeItem(at: obstacle)
            #expect(throws: JournalError.self) { try office.place(in: "INBOX") }
            #expect(throws: JournalError.self) {
                try office.take([arrival(2, other)], at: Self.evening)
            }
            try FileManager.default.moveItem(at: aside, to: path(store, "2026-09"))
            let place = try #require(try office.place(in: "INBOX"))
            #expect(place.holds(1) && !place.holds(2))
            let decisions = try office.take(
                [arrival(2, other), arrival(3)],
                at: Self.nextMonth
            )
            #expect(decisions.map(\.disposition) == [.newCase, .duplicate])
            #expect(decisions[0].caseNumber == CaseNumber(year: 2026, sequence: 2))
        }
    }

    @Test("what the server said of a mail is not forgotten, and the mail not sent again")
    func outcomes() throws {
        try withOffice { office, store in
            _ = try office.take([arrival(1)], at: Self.evening)
            let delivery = TestDelivery()
            let clock = TestClock(Self.evening)
            let obstacle = path(store, "2026-10")
            delivery.answer = { mail in
                // The month ends, and the disk fails, while the mails are handed over.
                clock.now = Self.nextMonth
                try? FileManager.default.createDirectory(
                    at: obstacle,
                    withIntermediateDirectories: false
                )
                let reply = SMTPReply(code: mail.role == .reply ? 250 : 451, text: "said")
                return mail.role == .reply ? .accepted(reply) : .tryLater(reply)
            }
            #expect(throws: JournalError.self) { try delivery.sendDue(from: office, clock: clock) }
            #expect(throws: JournalError.self) { try delivery.sendDue(from: office, clock: clock) }
            try FileManager.default.removeItem(at: obstacle)
            delivery.answer = { _ in .accepted(SMTPReply(code: 250, text: "Ok")) }
            try delivery.sendDue(from: office, clock: clock)
            #expect(office.outboxCounts.waiting == 1)
            clock.now = try #require(office.nextRetry)
            try delivery.sendDue(from: office, clock: clock)
            #expect(office.outboxCounts.waiting == 0)
            #expect(delivery.accepted.values.allSatisfy { $0.count == 1 })
            #expect(delivery.accepted.count == 2)
        }
    }
}
