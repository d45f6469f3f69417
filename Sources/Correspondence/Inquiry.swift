import Casework
import Foundation
import Intake
import Mail

/// A message of a person or machine with all that the stages made of it.
package struct Inquiry: Sendable {
    package var message: Message
    package var reading: Reading
    package var screening: Screening
    package var requester: Requester
    package var classification: Classification
    package var receivedAt: Date
    /// The folder it came from; `nil` for a file.
    package var mailbox: String?
    /// Whether a trusted server vouches for the From domain.
    package var isAuthenticated: Bool
    /// The message as it came; of a very large one the beginning.
    package var octets: [UInt8] = []
    /// Octets of the whole message.
    package var size: Int
    /// Set where the message had been set aside and somebody took it back.
    package var takenBack: TakenBack?
    /// Whether it was read again from the journal: what came later is not known.
    package var isReadBack = false
    /// That a member of staff passes on somebody's mail; `nil`: the author writes for himself.
    package var handedOn: HandedOn?

    package init(
        message: Message,
        reading: Reading,
        screening: Screening,
        requester: Requester,
        classification: Classification,
        receivedAt: Date,
        mailbox: String?,
        isAuthenticated: Bool
    ) {
        self.message = message
        self.reading = reading
        self.screening = screening
        self.requester = requester
        self.classification = classification
        self.receivedAt = receivedAt
        self.mailbox = mailbox
        self.isAuthenticated = isAuthenticated
        size = message.size
    }

    /// The first mailbox of From.
    package var author: Address? { message.from.first }

    /// The only address that an answer goes to: From, and of a mail that staff hand on, who wrote it.
    package var addressee: Address? { handedOn.map { $0.writer } ?? author }

    /// The subject of the mail that is answered.
    var answeredSubject: String? { handedOn?.subject ?? message.subject }

    package var screeningReason: Screening.Reason? { screening.reason }

    /// Why it counts as automatic, in words for staff.
    package var automaticReason: String? {
        if let reason = screeningReason { return reason.evidence }
        let rules = classification.evidence.filter { $0.target == "automate" }
        return rules.isEmpty ? nil : rules.map { "« \($0.text) »" }.joined(separator: ", ")
    }

    /// What the journal keeps of it.
    package var content: CaseContent {
        var content = CaseContent(
            subject: message.subject ?? "",
            reading: reading,
            attachments: message.attachments,
            evidence: classification.evidence,
            ruling: classification.ruling
        )
        content.receivedAt = receivedAt
        content.isAuthenticated = isAuthenticated
        return content
    }

    /// Whether nobody reads what is sent to the address: a copier's, or one that takes no answer.
    var isUnread: Bool {
        screening.isOfDevice || ["no-reply", "no-reply-request"].contains(screeningReason?.code)
    }

    /// Few words and a document: the letter that a mayor signed and had scanned.
    package var isScannedLetter: Bool { Classifier.bringsLetter(message, reading, screening) }
}

/// Somebody's mail that a member of staff passes on to us.
package struct HandedOn: Hashable, Sendable {
    package var forwarder: Address
    /// As the forwarded header lines name them; `nil` where those give no address.
    package var writer: Address?
    /// Of the mail that was passed on.
    package var subject: String?
    /// What is needed to answer and cannot be read, for staff; `nil` where nothing is.
    package var missing: String?

    package init(forwarder: Address, writer: Address?, subject: String?, missing: String? = nil) {
        self.forwarder = forwarder
        self.writer = writer
        self.subject = subject
        self.missing = missing
    }
}

/// That a message had been set aside, and who took it back.
package struct TakenBack: Sendable {
    package var message: SetAsideMessage
    package var by: String

    package init(_ message: SetAsideMessage, by: String) {
        self.message = message
        self.by = by
    }
}

/// What composing needs to know of the day and of the mails sent before.
package struct MailContext: Sendable {
    package var register: Register
    package var now: Date
    /// Mails composed in this decision, not yet in the register.
    private var composed = 0

    package init(register: Register, now: Date) {
        self.register = register
        self.now = now
    }

    /// Counts the mails of a case from 1.
    mutating func nextSequence(in number: CaseNumber) -> Int {
        composed += 1
        return register.mailCount(of: number) + composed
    }
}

/// An answer that did not arrive.
package struct Undelivered: Hashable, Sendable {
    package var address: String
    /// In the words of the server that refused it.
    package var reason: String

    package init(address: String, reason: String) {
        self.address = address
        self.reason = reason
    }
}
