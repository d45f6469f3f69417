import Casework
import Foundation

/// How far each mailbox has been filed, made of the journal's events alone.
package struct Cursor: Sendable {
    /// What is known of one mailbox under its present UIDVALIDITY.
    package struct Place: Sendable {
        package var opening: MailboxOpening
        /// The UIDs that the journal holds, as ranges.
        fileprivate var filed = IndexSet()

        /// The highest UID filed: below it nothing is waiting, since messages are filed in order.
        package var watermark: UInt32 {
            max(filed.last.map { UInt32($0) } ?? 0, max(opening.firstUID, 1) - 1)
        }

        /// Where the next search begins; the last UID there can be once that is filed.
        package var firstWaiting: UInt32 { watermark == .max ? .max : watermark + 1 }

        package func holds(_ uid: UInt32) -> Bool { filed.contains(Int(uid)) }
    }

    private var places: [String: Place] = [:]
    /// The first opening of each mailbox: a later UIDVALIDITY takes nothing that is older.
    private var firstOpenings: [String: Date] = [:]

    package init() {}

    package mutating func apply(_ event: Event, at time: Date) {
        switch event {
        case .mailboxOpened(let opening):
            places[opening.mailbox] = Place(opening: opening)
            if firstOpenings[opening.mailbox] == nil { firstOpenings[opening.mailbox] = time }
        case .messageReceived(let receipt, _):
            guard let position = receipt.position,
                places[position.mailbox]?.opening.uidValidity == position.uidValidity
            else { return }
            places[position.mailbox]?.filed.insert(Int(position.uid))
        default: break
        }
    }

    /// `nil` when the mailbox was never opened.
    package func place(in mailbox: String) -> Place? { places[mailbox] }

    package func firstOpening(of mailbox: String) -> Date? { firstOpenings[mailbox] }
}
