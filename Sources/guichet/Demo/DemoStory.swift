import Casework
import Desk
import Mail
import Transport

/// What happened in a demonstration: each message with all that followed from it.
struct DemoStory {
    /// One message, from its arrival until every mail that it caused was accepted.
    struct Entry {
        /// Counts from 1, in the order in which messages were filed.
        var number: Int
        var arrival: Arrival
        var account: MessageAccount

        var decision: Decision { account.decision }
    }

    private(set) var entries: [Entry] = []
    /// What became of each mail, by its id; a mail can be sent before its message is told of.
    private var outcomes: [String: DeliveryOutcome] = [:]
    /// How many entries, from the first, `nextComplete` gave out.
    private(set) var shownCount = 0

    mutating func file(_ arrival: Arrival, _ decision: Decision) {
        entries.append(
            Entry(
                number: entries.count + 1,
                arrival: arrival,
                account: MessageAccount(Message(parsing: arrival.bytes), decision)
            )
        )
    }

    mutating func settle(_ mail: QueuedMail, _ outcome: DeliveryOutcome) {
        outcomes[mail.id] = outcome
    }

    /// The server's words about a mail that it refused.
    func refusal(of mail: QueuedMail) -> String? {
        guard case .refused(let reply) = outcomes[mail.id] else { return nil }
        return reply.description
    }

    /// Whether nothing more is to come: every mail has left, or waits for staff.
    private func isComplete(_ entry: Entry) -> Bool {
        entry.decision.mails.allSatisfy { mail in
            if mail.isHeld { return true }
            return switch outcomes[mail.id] {
            case .accepted, .refused: true
            case .tryLater, .unknown, .notSent, nil: false
            }
        }
    }

    /// Whether `nextComplete` would give one.
    var hasNextComplete: Bool { shownCount < entries.count && isComplete(entries[shownCount]) }

    /// The next message of which nothing more is to come, each once, in their order.
    mutating func nextComplete() -> Entry? {
        guard hasNextComplete else { return nil }
        shownCount += 1
        return entries[shownCount - 1]
    }

    // MARK: Counts

    var caseCount: Int { Set(entries.compactMap(\.decision.caseNumber)).count }

    func mailCount(_ role: MailRole) -> Int {
        entries.reduce(0) { sum, entry in
            sum + entry.decision.mails.count { $0.role == role }
        }
    }

    var silentCount: Int { entries.count { $0.account.silence != nil } }
}
