import Casework
import Desk
import Foundation
import Mail
import Testing
import Transport

/// A desk that has taken one request, with its answer and its summary to hand over.
private final class Handover {
    let office: Office
    let delivery = TestDelivery()
    let clock = TestClock()
    private let store = TestOffice.temporaryFolder()

    /// Hands over at once, the server answering each mail so.
    init(answering answer: @escaping (QueuedMail) -> DeliveryOutcome) throws {
        office = try TestOffice.open(store)
        delivery.answer = answer
        let request = message(
            text: "Nous voulons la liste des services du catalogue Territoires Store."
        )
        _ = try office.take([Arrival(bytes: request)], at: clock.now)
        try handOver()
    }

    deinit {
        office.close()
        try? FileManager.default.removeItem(at: store)
    }

    func handOver() throws { try delivery.sendDue(from: office, clock: clock) }
}

@Suite("Handing mail over") struct OutgoingTests {
    private static let accepted = DeliveryOutcome.accepted(SMTPReply(code: 250, text: "Ok"))
    private static let later = DeliveryOutcome.tryLater(SMTPReply(code: 451, text: "later"))
    private static let refused = DeliveryOutcome.refused(
        SMTPReply(code: 550, enhancedStatus: "5.1.1", text: "no such user")
    )

    @Test("accepted mail is settled")
    func accepted() throws {
        let desk = try Handover { _ in Self.accepted }
        #expect(desk.office.outboxCounts.waiting == 0)
        #expect(desk.delivery.accepted.count == 2)
    }

    @Test("a refused answer is reported to staff in the server's words")
    func refused() throws {
        let desk = try Handover { $0.role == .reply ? Self.refused : Self.accepted }
        let alert = try #require(desk.delivery.accepted["2026-00001.3"]?.first)
        #expect(Message(parsing: alert).text.contains("550 5.1.1 no such user"))
        #expect(desk.office.outboxCounts.waiting == 0)
    }

    @Test("when staff cannot be reached either, that is the end of it")
    func allRefused() throws {
        let desk = try Handover { _ in Self.refused }
        #expect(desk.office.outboxCounts.waiting == 0)
    }

    @Test("mail that must wait is tried again when its time has come")
    func later() throws {
        let desk = try Handover { _ in Self.later }
        #expect(desk.office.outboxCounts.waiting == 2)
        desk.delivery.answer = { _ in Self.accepted }
        try desk.handOver()
        #expect(desk.delivery.accepted.isEmpty)
        desk.clock.now = try #require(desk.office.nextRetry)
        try desk.handOver()
        #expect(desk.delivery.accepted.count == 2)
        #expect(desk.office.outboxCounts.waiting == 0)
    }

    @Test("what nobody takes for days is given up and reported")
    func givenUp() throws {
        let desk = try Handover { _ in Self.later }
        desk.clock.now = desk.clock.now.addingTimeInterval(5 * 86_400)
        desk.delivery.answer = { $0.role == .alert ? Self.accepted : Self.later }
        try desk.handOver()
        #expect(desk.office.outboxCounts.waiting == 0)
        #expect(desk.delivery.accepted.count == 1)
    }

    @Test("an unknown outcome is tried once more with the same bytes, then staff are told")
    func doubt() throws {
        var handedOver: [String: [[UInt8]]] = [:]
        var roles: Set<MailRole> = []
        let desk = try Handover { mail in
            handedOver[mail.id, default: []].append(mail.bytes)
            roles.insert(mail.role)
            return .unknown(TransportError(.closed, "closed after the final dot"))
        }
        try desk.handOver()
        #expect(roles == [.reply, .staffSummary, .alert])
        #expect(handedOver.count == 3)
        #expect(handedOver.values.allSatisfy { $0.count == 2 && $0[0] == $0[1] })
        #expect(desk.office.outboxCounts.waiting == 0)
    }

    @Test("a login that is refused says nothing about the mail: it waits")
    func refusedLogin() throws {
        let desk = try Handover { _ in
            .refused(SMTPReply(code: 530, enhancedStatus: "5.7.0", text: "Authentication required"))
        }
        #expect(desk.office.outboxCounts.waiting == 2)
    }

    @Test("mail whose turn did not come before the stop is due at the next start")
    func stopped() throws {
        let desk = try Handover { _ in .notSent(TransportError(.cancelled, "stopping")) }
        #expect(desk.office.outboxCounts.waiting == 2)
        #expect(desk.office.nextRetry == desk.clock.now)
    }

    @Test("a clock that had run ahead does not hold mail back")
    func clockWentBack() throws {
        let desk = try Handover { _ in Self.later }
        desk.clock.now.addTimeInterval(-365 * 86_400)
        desk.delivery.answer = { _ in Self.accepted }
        try desk.handOver()
        #expect(desk.office.outboxCounts.waiting == 0)
    }

    @Test("two answers of one case that are refused together are two alerts")
    func refusedTogether() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        let office = try TestOffice.open(store)
        defer { office.close() }
        let question = message(text: "Je suis le maire de Lannion. Que pouvez-vous pour nous ?")
        let clock = TestClock()
        let first = try #require(try office.take([Arrival(bytes: question)], at: clock.now).first)
        #expect(first.mails.first?.role == .clarification)
        let id = try #require(first.mails.first?.messageID)
        let choice = message(text: "2", fields: ["In-Reply-To: <\(id)>"])
        let second = try office.take([Arrival(bytes: choice)], at: clock.now)
        #expect(second.first?.mails.first?.role == .reply)
        let delivery = TestDelivery()
        delivery.answer = { $0.role.answersRequester ? Self.refused : Self.accepted }
        try delivery.sendDue(from: office, clock: clock)
        #expect(delivery.accepted.count == 4)
        #expect(delivery.accepted.values.allSatisfy { $0.count == 1 })
    }

    @Test("cut off twice while it was handed over, an answer is left in doubt and staff are told")
    func cutOffTwice() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        let text = "Nous voulons la liste des services du catalogue Territoires Store."
        var office = try TestOffice.open(store)
        _ = try office.take([Arrival(bytes: message(text: text))], at: TestOffice.morning)
        for _ in 1...2 {
            let claimed = try office.claimDue(atMost: 10, at: TestOffice.morning)
            #expect(claimed.map(\.role) == [.reply, .staffSummary])
            office.close()
            office = try TestOffice.open(store)
        }
        defer { office.close() }
        let left = try office.claimDue(atMost: 10, at: TestOffice.morning)
        #expect(left.map(\.role) == [.alert])
    }
}
