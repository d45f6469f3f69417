import Casework
import Foundation
import Transport

/// What happens in the service, for those who watch it: status, metrics, alerts, a person at a
/// terminal.
package enum ServiceNews: Sendable {
    /// The two threads of the service.
    package enum Loop: Hashable, Sendable { case reader, sender }

    /// Connected to the mailbox, logged in, and the folder selected.
    case mailboxOpened
    /// A message and what was decided about it, durable.
    case filed(Arrival, Decision)
    /// What a scan found out about messages that could not simply be taken; told before `scanned`.
    case reconciled(ScanFindings)
    /// A scan went through the whole mailbox; false where some messages could not be had.
    case scanned(isComplete: Bool)
    /// The mailbox cannot be read.
    case mailboxFailed(TransportError, nextTrySeconds: Double)
    /// The mailbox cannot be read, and the service ends since only a person can help.
    case ended(TransportError)
    /// Connected to the server that takes our mail, and logged in.
    case deliveryOpened
    /// That server cannot be reached at the start, or does not let us in; mails wait in the outbox.
    case deliveryFailed(TransportError)
    /// Nothing can be filed: the disk is full, or the journal damaged.
    case journalFailed(detail: String, nextTrySeconds: Double)
    /// What became of a mail, durable.
    case settled(QueuedMail, DeliveryOutcome)
    /// A loop will be heard of again after at most that many seconds, if all goes well.
    case waits(Loop, seconds: Double)
    /// A loop has work in hand.
    case works(Loop)
    case rulesReloaded
    /// New rules, letters or tables cannot be used; the ones in use stay.
    case rulesRefused(detail: String)
}

/// Hears of everything that happens; called on the threads of the service, so it must not block for
/// long.
package protocol ServiceObserver: AnyObject, Sendable {
    func notice(_ news: ServiceNews)
}
