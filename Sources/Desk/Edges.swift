import Casework
import Foundation
import Transport

/// A message as it comes to the desk, from a mailbox or a file.
package struct Arrival: Sendable {
    /// `nil` for a message from a file.
    package var position: MailboxPosition?
    /// When the server received it (RFC 9051 §2.3.3).
    package var internalDate: Date?
    /// System flags and keywords as the server writes them.
    package var flags: Set<String>
    package var bytes: [UInt8]
    /// Octets of the whole message; more than `bytes` holds when it was cut.
    package var size: Int
    /// What the journal holds of the case, where a decision asked for it.
    package var file: CaseFile?

    package init(
        position: MailboxPosition? = nil,
        internalDate: Date? = nil,
        flags: Set<String> = [],
        bytes: [UInt8],
        size: Int? = nil
    ) {
        self.position = position
        self.internalDate = internalDate
        self.flags = flags
        self.bytes = bytes
        self.size = size ?? bytes.count
    }
}

/// Where messages come from.
package protocol MessageSource: AnyObject {
    /// The next messages in ascending order; empty when nothing waits.
    func nextBatch() throws -> [Arrival]

    /// Marks messages as configured, now that their lines are durable. Doing it twice is harmless.
    func markFiled(_ positions: [MailboxPosition]) throws(TransportError)
}

/// How mail leaves.
package protocol MailDelivery: AnyObject {
    /// Hands the mails over in order; one outcome each.
    func deliver(_ mails: [QueuedMail]) -> [DeliveryOutcome]

    /// Nothing more for now: a connection may be closed.
    func finish()
}

/// What time it is: the machine's, or a message's in a simulation.
package protocol Clock: AnyObject, Sendable {
    var now: Date { get }
}

package final class SystemClock: Clock {
    package init() {}
    package var now: Date { Date() }
}
