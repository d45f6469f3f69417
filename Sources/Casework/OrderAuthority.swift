import Foundation
import Mail

/// Whether a message may order something in a case.
package enum OrderAuthority: Hashable, Sendable {
    case granted
    /// It answers no mail of ours to staff about that case.
    case noReference
    /// The mail it answers was sent to somebody else.
    case otherRecipient
    /// The mail it answers was sent too long ago.
    case expired
    /// An order of that Message-ID was carried out before.
    case repeated
    /// No mail it answers shows the answer that waits: its reader has not seen that one.
    case unseen

    /// How long a mail to staff gives the right to let mail leave, in seconds.
    package static let lifetime: TimeInterval = 30 * 86_400

    /// The same for an order about a case: what leaves cannot be called back, all else can be put right.
    package static func lifetime(for order: Order) -> TimeInterval {
        order == .send ? lifetime : 365 * 86_400
    }

    /// Looks for the signed name of a mail that we sent to the author, in the threading fields and in
    /// the text that an order link prefills.
    ///
    /// - Parameters:
    ///   - order: what the message asks for.
    ///   - held: the answers that would be let go.
    ///   - standIn: who receives all mail in a trial and may therefore answer it.
    package init(
        of message: Message,
        for order: Order,
        from author: Address,
        in number: CaseNumber,
        over held: [HeldAnswer],
        standIn: Address?,
        register: Register,
        key: TokenKey,
        now: Date
    ) {
        let mails = Self.mails(namedIn: message, in: number, register: register, key: key)
        guard !mails.isEmpty else {
            self = .noReference
            return
        }
        let own = Self.own(mails, of: author, standIn: standIn)
        guard !own.isEmpty else {
            self = .otherRecipient
            return
        }
        let showing = own.filter(\.mail.showsAnswer)
        guard let latest = (order == .send ? showing : own).map(\.mail.queuedAt).max() else {
            self = .unseen
            return
        }
        guard now.timeIntervalSince(latest) <= Self.lifetime(for: order) else {
            self = .expired
            return
        }
        if let id = message.messageID, register.knowsOrder(id) {
            self = .repeated
            return
        }
        // By their numbers, not their times: a clock may go back.
        let seen = showing.map(\.name.sequence).max() ?? 0
        self = held.allSatisfy { $0.sequence < seen } ? .granted : .unseen
    }

    private typealias NamedMail = (name: MailName, mail: StaffMail)

    private static func mails(
        namedIn message: Message,
        in number: CaseNumber,
        register: Register,
        key: TokenKey
    ) -> [NamedMail] {
        staffMailNames(in: message, key: key).filter { $0.caseNumber == number }
            .compactMap { name in
                register.staffMail(name.mailID).map { (name: name, mail: $0) }
            }
            .filter { $0.mail.grantsOrders }
    }

    private static func own(_ mails: [NamedMail], of author: Address, standIn: Address?)
        -> [NamedMail]
    {
        let isStandIn = standIn.map(author.isSameAddress(as:)) ?? false
        return mails.filter { _, mail in
            isStandIn || mail.recipient.lowercased() == author.addrSpec.lowercased()
        }
    }

    /// The latest mail of ours that gives the author the right to order, which the links of a receipt
    /// name in turn; `nil` where none does.
    package static func reference(
        in message: Message,
        from author: Address,
        in number: CaseNumber,
        standIn: Address?,
        register: Register,
        key: TokenKey
    ) -> MailName? {
        own(
            mails(namedIn: message, in: number, register: register, key: key),
            of: author,
            standIn: standIn
        ).map(\.name).max { $0.sequence < $1.sequence }
    }
}

/// The mails of ours to staff that a message answers or names in its text.
package func staffMailNames(in message: Message, key: TokenKey) -> [MailName] {
    let words = message.text.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    let references = words.lazy.filter { $0.count(where: { $0 == "." }) == 2 }.map(String.init)
    return (message.inReplyTo + message.references.reversed() + references)
        .compactMap { MailName(messageID: $0, key: key) }
        .filter { $0.purpose == .staffThread }
}
