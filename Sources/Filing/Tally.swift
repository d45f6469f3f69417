import Casework
import Foundation

/// How much there was of everything, made of the journal's events alone.
package struct Tally: Sendable {
    /// What is counted, over all time or over one day.
    package struct Counts: Hashable, Sendable {
        package var received: [Disposition: Int] = [:]
        /// Mails that a server took responsibility for.
        package var sent: [MailRole: Int] = [:]
        package var refused = 0
        /// Times that a mail was handed over without an answer.
        package var doubts = 0
        /// Mails given up because that happened too often.
        package var givenUp = 0

        package init() {}

        package var receivedTotal: Int { received.values.reduce(0, +) }

        package static func + (a: Counts, b: Counts) -> Counts {
            var sum = a
            sum.received.merge(b.received, uniquingKeysWith: +)
            sum.sent.merge(b.sent, uniquingKeysWith: +)
            sum.refused += b.refused
            sum.doubts += b.doubts
            sum.givenUp += b.givenUp
            return sum
        }
    }

    /// A day in UTC, counted from 1970, as the budgets of answers count them.
    package static func dayNumber(_ time: Date) -> Int {
        Int((time.timeIntervalSince1970 / 86_400).rounded(.down))
    }

    /// Days kept apart: what people ask about is today and the last seven days.
    package static let daysKept = 7

    package private(set) var total = Counts()
    /// By day number; the last ``daysKept`` up to the newest event.
    package private(set) var days: [Int: Counts] = [:]
    /// Messages filed since the last recap of which nobody was told yet.
    package private(set) var setAsideSinceRecap = 0
    /// When the last recap was made; `nil` before the first.
    package private(set) var lastRecap: Date?
    private var states: [CaseNumber: CaseState] = [:]
    private var answered: Set<CaseNumber> = []

    package init() {}

    /// Takes in one event; `outbox` is as it was before that event, which knows the mail concerned.
    package mutating func apply(_ event: Event, at time: Date, before outbox: Outbox) {
        switch event {
        case .messageReceived(let receipt, let number):
            count(at: time) { $0.received[receipt.disposition, default: 0] += 1 }
            if receipt.isSetAside(in: number) { setAsideSinceRecap += 1 }
        case .recapMade:
            setAsideSinceRecap = 0
            lastRecap = time
        case .caseOpened(let dossier, _), .caseUpdated(let dossier, _):
            states[dossier.number] = dossier.state
        case .mailSent(let id, _):
            guard let mail = outbox.item(id)?.mail else { return }
            count(at: time) { $0.sent[mail.role, default: 0] += 1 }
            if mail.role.answersRequester, let number = mail.caseNumber { answered.insert(number) }
        case .mailRefused: count(at: time) { $0.refused += 1 }
        case .mailInDoubt(let id, _):
            let doubts = (outbox.item(id)?.doubts ?? 0) + 1
            count(at: time) {
                $0.doubts += 1
                if doubts >= Outbox.Schedule.doubtsAllowed { $0.givenUp += 1 }
            }
        default: break
        }
    }

    private mutating func count(at time: Date, _ change: (inout Counts) -> Void) {
        change(&total)
        let day = Self.dayNumber(time)
        change(&days[day, default: Counts()])
        if days.count > Self.daysKept, let newest = days.keys.max() {
            days = days.filter { $0.key > newest - Self.daysKept }
        }
    }

    package func cases(in state: CaseState) -> Int { states.values.count { $0 == state } }

    /// Cases with at least one answer that a server accepted.
    package var answeredCases: Int { answered.count }
}
