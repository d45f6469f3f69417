import Foundation
import Mail

/// Where a message belongs among the known cases.
package enum Placement: Hashable, Sendable {
    /// It goes on in that case.
    case follows(CaseNumber)
    /// A member of staff answers a mail of ours about that case.
    case staff(CaseNumber)
    /// It opens a case of its own; the other one is named to staff because the message mentions it.
    case opens(linkedTo: CaseNumber?)
}

/// Finds the case to which a message belongs.
///
/// A signed token decides alone; references and a number in the subject count only from an address
/// that already wrote in the case, so that a stranger who quotes a number learns nothing, and from
/// staff: the link in a summary to write to the requester puts the service in copy.
///
/// - Parameter own: our address, whose detail may carry a token.
package func placement(
    of message: Message,
    from author: Address?,
    authorIsStaff: Bool,
    own: Address? = nil,
    register: Register,
    key: TokenKey
) -> Placement {
    let ancestors = message.inReplyTo + message.references.reversed()
    let answered = ancestors.compactMap { MailName(messageID: $0, key: key) }
    let addressed = own.map { ReturnPath.mailNames(in: message, own: $0, key: key) } ?? []
    for name in answered + addressed where register.cases[name.caseNumber] != nil {
        switch name.purpose {
        case .caseThread: return authorIsStaff ? .staff(name.caseNumber) : .follows(name.caseNumber)
        case .staffThread where authorIsStaff: return .staff(name.caseNumber)
        // A summary that leaked: it opens no case, and its number is not confirmed either.
        case .staffThread, .recap: continue
        }
    }
    var candidate: CaseNumber?
    for id in ancestors {
        guard let number = register.caseOfMessage(id: id) else { continue }
        if authorIsStaff { return .staff(number) }
        if let author, register.isParticipant(author.addrSpec, in: number) {
            return .follows(number)
        }
        candidate = candidate ?? number
    }
    for number in CaseNumber.named(in: message.subject ?? "") where register.cases[number] != nil {
        if authorIsStaff { return .staff(number) }
        if let author, register.isParticipant(author.addrSpec, in: number) {
            return .follows(number)
        }
        candidate = candidate ?? number
    }
    return .opens(linkedTo: candidate)
}
