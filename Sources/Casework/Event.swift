import Foundation
import Intake

/// What became of a message (CONTRACT: `disposition`).
package enum Disposition: String, Hashable, Sendable {
    case newCase = "new-case"
    case followUp = "follow-up"
    case automatic, spam, duplicate
    case staffCommand = "staff-command"
    case bounce
    case setAside = "set-aside"
    case refused
}

/// Where a message lies in a mailbox, as the journal keeps it (RFC 9051 §2.3.1.1).
package struct MailboxPosition: Hashable, Sendable {
    package var mailbox: String
    package var uidValidity: UInt32
    package var uid: UInt32

    package init(mailbox: String, uidValidity: UInt32, uid: UInt32) {
        self.mailbox = mailbox
        self.uidValidity = uidValidity
        self.uid = uid
    }
}

/// That one message was read and what was decided about it.
package struct Receipt: Hashable, Sendable {
    package var messageID: String?
    /// Identity of the message (see `Message.sha256`).
    package var sha256: String
    /// `nil` for a message from a file.
    package var position: MailboxPosition?
    /// The addr-spec of the author; `nil` when there is none.
    package var from: String?
    package var subject: String?
    package var disposition: Disposition
    /// What decided, in words for staff; `nil` for an ordinary request.
    package var reason: String?
    /// What sort of machine wrote; `nil` for a person, and where nothing told.
    package var automatic: Screening.AutomaticClass?
    /// Where the message reports that answers of ours did not arrive: to whom, and why.
    package var undelivered: [Failure] = []
    /// What a mail of staff means for who looks after the case.
    package var attention = Attention.paid

    package enum Attention: String, Hashable, Sendable {
        /// Somebody looks after the case now.
        case paid
        /// It is as before: nothing was done, or only help was asked for.
        case unchanged
        /// Somebody else has to look after it.
        case wanted
    }

    package struct Failure: Hashable, Sendable {
        package var address: String
        package var reply: String

        package init(address: String, reply: String) {
            self.address = address
            self.reply = reply
        }
    }

    package init(
        messageID: String?,
        sha256: String,
        position: MailboxPosition?,
        from: String?,
        subject: String?,
        disposition: Disposition,
        reason: String?,
        automatic: Screening.AutomaticClass? = nil
    ) {
        self.messageID = messageID
        self.sha256 = sha256
        self.position = position
        self.from = from
        self.subject = subject
        self.disposition = disposition
        self.reason = reason
        self.automatic = automatic
    }
}

/// What an outgoing mail is for (CONTRACT: `role`).
package enum MailRole: String, Hashable, Sendable {
    case reply, clarification, acknowledgement
    case staffSummary = "staff-summary"
    case alert
    case orderReceipt = "order-receipt"
    case notice

    /// Whether it goes to the person who wrote, and so counts in the budgets.
    package var answersRequester: Bool {
        switch self {
        case .reply, .clarification, .acknowledgement: true
        case .staffSummary, .alert, .orderReceipt, .notice: false
        }
    }
}

/// An example link that stands in an answer, and why it was chosen.
package struct ShownExample: Hashable, Sendable {
    package var url: String
    package var offer: Offer
    package var score: Double
    /// The writer's words that speak for it, those that tell most first.
    package var terms: [String]

    package init(url: String, offer: Offer, score: Double, terms: [String]) {
        self.url = url
        self.offer = offer
        self.score = score
        self.terms = terms
    }
}

/// An outgoing mail, whole: what is handed over is these bytes, however often it is tried.
package struct QueuedMail: Hashable, Sendable {
    /// Names the mail in the journal and in logs.
    package var id: String
    package var caseNumber: CaseNumber?
    package var role: MailRole
    /// The offers that a reply presents.
    package var offers: [Offer]
    /// RFC 5321 §4.1.1.2; ours, never null, so that failures come back.
    package var reversePath: String
    /// RFC 5321 §4.1.1.3.
    package var forwardPaths: [String]
    /// Decoded, for the journal.
    package var subject: String
    /// Without angle brackets.
    package var messageID: String
    /// Composed and journalled, to be sent only when staff say so.
    package var isHeld: Bool
    /// The examples that an answer gives, in their order.
    package var examples: [ShownExample] = []
    /// Whether it shows staff the answer that waits for them.
    package var showsAnswer = false
    /// Seven-bit octets with CRLF line ends.
    package var bytes: [UInt8]

    /// How often a mail may be handed over without an answer.
    package static let doubtsAllowed = 2

    package init(
        id: String,
        caseNumber: CaseNumber?,
        role: MailRole,
        offers: [Offer] = [],
        reversePath: String,
        forwardPaths: [String],
        subject: String,
        messageID: String,
        isHeld: Bool = false,
        bytes: [UInt8]
    ) {
        self.id = id
        self.caseNumber = caseNumber
        self.role = role
        self.offers = offers
        self.reversePath = reversePath
        self.forwardPaths = forwardPaths
        self.subject = subject
        self.messageID = messageID
        self.isHeld = isHeld
        self.bytes = bytes
    }
}

/// A mailbox seen for the first time, or under a new UIDVALIDITY.
package struct MailboxOpening: Hashable, Sendable {
    package var mailbox: String
    package var uidValidity: UInt32
    /// Messages below are not ours to take.
    package var firstUID: UInt32
    /// Nor are messages that the server received before; `nil`: no such limit.
    package var notBefore: Date?

    package init(mailbox: String, uidValidity: UInt32, firstUID: UInt32, notBefore: Date?) {
        self.mailbox = mailbox
        self.uidValidity = uidValidity
        self.firstUID = firstUID
        self.notBefore = notBefore
    }
}

/// One fact of the journal: all that the service knows is the sum of these.
package enum Event: Hashable, Sendable {
    case mailboxOpened(MailboxOpening)
    case messageReceived(Receipt, CaseNumber?)
    case caseOpened(Case, CaseContent)
    /// With `nil` content when only the state changed.
    case caseUpdated(Case, CaseContent?)
    case mailQueued(QueuedMail)
    /// Durable before the first of them is handed over.
    case mailSending([String])
    case mailSent(id: String, reply: String)
    /// The server asked to try again; not before `retryAt`.
    case mailDeferred(id: String, reply: String, retryAt: Date)
    case mailRefused(id: String, reply: String)
    /// Handed over without an answer: it may have arrived.
    case mailInDoubt(id: String, detail: String)
    /// An answer came back because nobody has the address.
    case addressFailed(AddressFailure)
    /// A held answer may leave; `by` is who said so, an address of staff or a user of this machine.
    case mailReleased(id: String, by: String)
    /// What waits will never leave: a held answer, or an alarm that is over.
    case mailWithdrawn(id: String, reason: String)
    /// The administrator is told that a part of the service fails, or works again.
    case serviceState(ServiceState)
    /// Staff are told that a fact of our letters is to be reviewed.
    case factReminded(FactReminder)
    /// Staff are told what happened since the last recap.
    case recapMade(RecapRecord)
    /// A message that was set aside is to be fetched again; durable before it is.
    case recoveryAsked(RecoveryRequest)
    /// It is in that case now.
    case messageRecovered(Recovery, CaseNumber)
    /// It could not be had, for a reason in French.
    case recoveryFailed(RecoveryRequest, reason: String)
}
