import Casework
import Foundation

/// What the journal amounts to, in numbers: the same whether the service tells it or the journal is
/// read again.
package struct Figures: Hashable, Sendable {
    package var total = Tally.Counts()
    /// By day number in UTC; see ``Tally/dayNumber(_:)``.
    package var days: [Int: Tally.Counts] = [:]
    package var cases: [CaseState: Int] = [:]
    /// Cases with at least one answer that a server accepted.
    package var answeredCases = 0
    /// Mails that want sending now or later.
    package var waiting = 0
    package var oldestWaiting: Date?
    /// When a mail that was put off is due again.
    package var nextRetry: Date?
    /// Answers that wait for staff.
    package var held = 0
    package var oldestHeld: Date?
    /// Messages filed since the last recap of which nobody was told yet.
    package var setAsideSinceRecap = 0
    /// When the last recap was made; `nil` before the first.
    package var lastRecap: Date?
    /// The end of the journal that they were made of; `nil` for an empty one.
    package var upTo: JournalExtent?

    package init() {}

    package init(tally: Tally, outbox: Outbox, upTo: JournalExtent?) {
        self.upTo = upTo
        total = tally.total
        days = tally.days
        for state in CaseState.allKnown { cases[state] = tally.cases(in: state) }
        answeredCases = tally.answeredCases
        waiting = outbox.waitingCount
        // In whole milliseconds, as the journal has them.
        oldestWaiting = outbox.oldestWaiting.map { Instant($0).date }
        nextRetry = outbox.nextRetry.map { Instant($0).date }
        held = outbox.heldCount
        oldestHeld = outbox.oldestHeld.map { Instant($0).date }
        setAsideSinceRecap = tally.setAsideSinceRecap
        lastRecap = tally.lastRecap.map { Instant($0).date }
    }

    /// What was counted on the UTC day of `time`.
    package func day(of time: Date) -> Tally.Counts {
        days[Tally.dayNumber(time)] ?? Tally.Counts()
    }

    /// What was counted on the UTC day of `time` and the six before it.
    package func week(to time: Date) -> Tally.Counts {
        let today = Tally.dayNumber(time)
        return ((today - 6)...today).compactMap { days[$0] }.reduce(Tally.Counts(), +)
    }

    package var openCases: Int {
        cases.filter { $0.key != .closed }.values.reduce(0, +)
    }
}

/// How far a journal reaches. While it reaches as far, it says the same: nothing in it is ever changed.
package struct JournalExtent: Hashable, Sendable {
    /// The newest file.
    package var file: String
    package var octets: Int
}

extension CaseState {
    /// Every state, in the order of a case's life.
    package static let allKnown: [CaseState] = [.new, .inProgress, .waiting, .closed]
}

extension Disposition {
    /// Every disposition, in the order of the contract.
    package static let allKnown: [Disposition] = [
        .newCase, .followUp, .automatic, .spam, .duplicate, .staffCommand, .bounce, .setAside,
        .refused,
    ]
}

extension MailRole {
    /// Every role, in the order of the contract.
    package static let allKnown: [MailRole] = [
        .reply, .clarification, .acknowledgement, .staffSummary, .alert, .orderReceipt, .notice,
    ]
}
