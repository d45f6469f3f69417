import Casework
import Foundation

/// The mails that are not yet settled, made of the journal's events alone.
package struct Outbox: Sendable {
    /// How often and how long a mail is tried (RFC 5321 §4.5.4.1).
    package enum Schedule {
        /// Seconds before the next try, by the number of tries made.
        package static let delays: [TimeInterval] = [60, 300, 900, 1_800, 3_600, 7_200]
        package static let longestDelay: TimeInterval = 7_200
        /// Seconds after which a mail that nobody takes is given up.
        package static let giveUpAfter: TimeInterval = 4 * 86_400
        /// How often a mail may be handed over without an answer.
        package static let doubtsAllowed = QueuedMail.doubtsAllowed

        package static func delay(afterTries tries: Int) -> TimeInterval {
            delays[min(max(tries, 1), delays.count) - 1]
        }
    }

    package enum State: Hashable, Sendable {
        case queued
        case held
        case sending
        case deferred(until: Date)
    }

    package struct Item: Sendable {
        package var mail: QueuedMail
        package var state: State
        package var queuedAt: Date
        package var tries = 0
        package var doubts = 0
    }

    /// In the order queued.
    private var order: [String] = []
    private var items: [String: Item] = [:]

    package init() {}

    package mutating func apply(_ event: Event, at time: Date) {
        switch event {
        case .mailQueued(let mail):
            order.append(mail.id)
            items[mail.id] = Item(
                mail: mail,
                state: mail.isHeld ? .held : .queued,
                queuedAt: time
            )
        case .mailSending(let ids):
            for id in ids {
                items[id]?.state = .sending
                items[id]?.tries += 1
            }
        case .mailDeferred(let id, _, let retryAt): items[id]?.state = .deferred(until: retryAt)
        case .mailSent(let id, _), .mailRefused(let id, _): settle(id)
        case .mailInDoubt(let id, _):
            items[id]?.doubts += 1
            items[id]?.state = .queued
            if let item = items[id], item.doubts >= Schedule.doubtsAllowed { settle(id) }
        case .mailReleased(let id, _):
            guard items[id]?.state == .held else { break }
            items[id]?.state = .queued
            // The days after which a mail is given up begin when it may leave.
            items[id]?.queuedAt = time
        case .mailWithdrawn(let id, _):
            // What is being handed over may have arrived: its outcome is still to come.
            if items[id]?.state != .sending { settle(id) }
        case .mailboxOpened, .messageReceived, .caseOpened, .caseUpdated, .addressFailed,
            .serviceState, .factReminded, .recapMade, .recoveryAsked, .messageRecovered,
            .recoveryFailed:
            break
        }
    }

    private mutating func settle(_ id: String) {
        items[id] = nil
        if order.count > 64, order.count > items.count * 2 { order.removeAll { items[$0] == nil } }
    }

    package func item(_ id: String) -> Item? { items[id] }

    /// Whether the mail has not left and is not being handed over now.
    package func isWaiting(_ id: String) -> Bool {
        guard let item = items[id] else { return false }
        // What is in doubt may have arrived: it is sent again rather than left unexplained.
        return item.state != .sending && item.doubts == 0
    }

    /// What may be handed over now, oldest first.
    package func due(at time: Date, atMost count: Int = .max) -> [Item] {
        var due: [Item] = []
        for id in order where due.count < count {
            guard let item = items[id] else { continue }
            switch item.state {
            case .queued: due.append(item)
            case .deferred(let until):
                // A date farther off than any delay was set by a clock that has gone back since.
                let wait = until.timeIntervalSince(time)
                if wait <= 0 || wait > Schedule.longestDelay { due.append(item) }
            case .held, .sending: continue
            }
        }
        return due
    }

    /// Handed over before the journal ended, without a word about the outcome.
    package var interrupted: [Item] {
        order.compactMap { items[$0] }.filter { $0.state == .sending }
    }

    /// When the next deferred mail is due; `nil` when none waits.
    package var nextRetry: Date? {
        items.values.compactMap { item in
            if case .deferred(let until) = item.state { until } else { nil }
        }.min()
    }

    /// Mails that still want sending, held ones apart.
    package var waitingCount: Int { items.values.count { $0.state != .held } }

    /// The same without mails that belong to no case.
    package var waitingCaseMails: Int {
        items.values.count { $0.state != .held && $0.mail.caseNumber != nil }
    }

    package var heldCount: Int { items.values.count { $0.state == .held } }

    /// When the oldest mail that still wants sending was queued.
    package var oldestWaiting: Date? {
        items.values.filter { $0.state != .held }.map(\.queuedAt).min()
    }

    /// When the oldest held answer was composed.
    package var oldestHeld: Date? {
        items.values.filter { $0.state == .held }.map(\.queuedAt).min()
    }
}
