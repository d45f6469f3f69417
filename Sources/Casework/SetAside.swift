import Foundation
import Intake

/// A message that was filed and told to nobody: it stands in the recap and can be taken back.
package struct SetAsideMessage: Hashable, Sendable {
    package var messageID: String?
    package var sha256: String
    /// Where it was seen, the first time first; empty for a message from a file.
    package var positions: [MailboxPosition]
    package var from: String?
    package var subject: String?
    package var disposition: Disposition
    /// What sort of machine wrote; `nil` for none, and in journals of earlier versions.
    package var automatic: Screening.AutomaticClass?
    package var reason: String?
    /// The case that it belongs to without having been shown.
    package var caseNumber: CaseNumber?
    /// When it was filed.
    package var filedAt: Date
    /// Whether it is only another copy of a message that is in a case.
    package var isCopy: Bool

    package init(_ receipt: Receipt, in number: CaseNumber?, at time: Date, isCopy: Bool) {
        messageID = receipt.messageID
        sha256 = receipt.sha256
        positions = [receipt.position].compactMap(\.self)
        from = receipt.from
        subject = receipt.subject
        disposition = receipt.disposition
        automatic = receipt.automatic
        reason = receipt.reason
        caseNumber = number
        filedAt = time
        self.isCopy = isCopy
    }
}

extension Receipt {
    /// Whether nobody was told of the message. Of an answer that came back, staff are told.
    package func isSetAside(in number: CaseNumber?) -> Bool {
        switch disposition {
        case .automatic, .spam, .duplicate, .setAside, .refused: true
        case .bounce: number == nil || undelivered.isEmpty
        case .newCase, .followUp, .staffCommand: false
        }
    }
}

/// An answer that did not arrive, for the recap.
package struct UndeliveredAnswer: Hashable, Sendable {
    package var caseNumber: CaseNumber?
    package var address: String
    /// In the words of the server that refused it; an enhanced status first, where there is one.
    package var reply: String

    package init(caseNumber: CaseNumber?, address: String, reply: String) {
        self.caseNumber = caseNumber
        self.address = address
        self.reply = reply
    }
}

/// That the recap of a day was made: what it numbered, and the mails that tell it.
package struct RecapRecord: Hashable, Sendable {
    package var day: CivilDay
    /// Identities of the messages set aside, in the order in which they are numbered from 1.
    package var setAside: [String]
    package var mailIDs: [String]

    package init(day: CivilDay, setAside: [String], mailIDs: [String]) {
        self.day = day
        self.setAside = setAside
        self.mailIDs = mailIDs
    }
}

/// That somebody wants a message back that was set aside.
package struct RecoveryRequest: Hashable, Sendable {
    package var sha256: String
    package var messageID: String?
    /// An address, or a user of this machine.
    package var by: String
    /// The mail that ordered it, whose writer is told what became of it; `nil` for a command.
    package var order: RecoveryOrderMail?

    package init(sha256: String, messageID: String?, by: String, order: RecoveryOrderMail?) {
        self.sha256 = sha256
        self.messageID = messageID
        self.by = by
        self.order = order
    }
}

/// The mail with which a recap was answered.
package struct RecoveryOrderMail: Hashable, Sendable {
    /// Without angle brackets; `nil` where it had none.
    package var messageID: String?
    /// Identity of that mail.
    package var sha256: String
    /// The recap that it answers, without angle brackets.
    package var recap: String
    /// The number by which it names the message.
    package var number: Int

    package init(messageID: String?, sha256: String, recap: String, number: Int) {
        self.messageID = messageID
        self.sha256 = sha256
        self.recap = recap
        self.number = number
    }
}

/// What became of the wish to take one message back.
package enum RecoveryResult: Hashable, Sendable {
    case takenBack(CaseNumber)
    /// It was taken back before, or never set aside.
    case known(CaseNumber?, by: String?)
    /// Somebody asked before, and it is being fetched.
    case pending
    /// It is to be fetched now.
    case asked
    /// The recap numbers only so many.
    case notListed(count: Int)
    /// In French.
    case failed(String)
}

/// That a message set aside was taken back, and is in a case now.
package struct Recovery: Hashable, Sendable {
    package var request: RecoveryRequest
    /// Where the message was found; `nil` for a message from a file.
    package var position: MailboxPosition?
    package var from: String?
    package var subject: String?
    /// What had become of it before, and why.
    package var disposition: Disposition
    package var reason: String?

    package init(
        request: RecoveryRequest,
        position: MailboxPosition?,
        from: String?,
        subject: String?,
        disposition: Disposition,
        reason: String?
    ) {
        self.request = request
        self.position = position
        self.from = from
        self.subject = subject
        self.disposition = disposition
        self.reason = reason
    }
}
