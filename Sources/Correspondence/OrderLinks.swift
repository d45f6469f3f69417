import Casework
import Foundation
import Intake
import Mail

extension Correspondent {
    /// What staff can order about a case, each a mail with the word already in it.
    ///
    /// - Parameter name: the signed name of a mail to that person, by which an order counts.
    func orders(in dossier: Case, isAnswerHeld: Bool, name: String) -> [OrderLink] {
        Self.orders(in: dossier, isAnswerHeld: isAnswerHeld).map { order in
            let subject = "[\(dossier.number)] \(order.word)".percentEncoded
            let body = "\(order.word)\r\n\r\nRéférence, à garder : \(name)".percentEncoded
            let address = from.addrSpec.percentEncoded
            return OrderLink(
                order: order.word,
                mailto: "mailto:\(address)?subject=\(subject)&body=\(body)"
            )
        }
    }

    private static func orders(in dossier: Case, isAnswerHeld: Bool) -> [Order] {
        let others = Offer.allCases.filter { [$0] != dossier.offers }
        return (isAnswerHeld ? [.send] : []) + [.take]
            + (dossier.state == .closed ? [] : [.close(reason: "")])
            + others.map { .reclassify([$0]) } + [.help]
    }

    /// Whether an answer waits for staff once the one in hand is journalled.
    func isAnswerHeld(_ answer: QueuedMail?, in dossier: Case, _ context: MailContext) -> Bool {
        answer?.isHeld ?? !context.register.heldAnswers(in: dossier.number).isEmpty
    }

    /// How staff write to who wrote; `nil` where nobody would read it.
    func writeTo(_ dossier: Case, inquiry: Inquiry) -> RequesterLink? {
        guard let author = inquiry.addressee, !inquiry.isUnread else { return nil }
        return writeTo(author, about: dossier, subject: inquiry.answeredSubject)
    }

    /// How staff write to the requester of a known case: to who passed the request on, unless he is of
    /// the staff, for nobody who is only named in a quotation is written to; `nil` where nobody reads.
    func writeTo(_ dossier: Case) -> RequesterLink? {
        let requester = dossier.requester
        let forwarder = dossier.handedOnBy == nil ? requester.forwarder : nil
        let written = forwarder.map(\.address) ?? requester.address
        guard let address = written.flatMap({ Address.list(parsing: $0)?.first }),
            !Screener.takesNoReply(address)
        else { return nil }
        return writeTo(address, about: dossier, subject: dossier.subject)
    }

    private func writeTo(_ requester: Address, about dossier: Case, subject: String?)
        -> RequesterLink?
    {
        guard Mailbox(requester) != nil else { return nil }
        let subject = replySubject(to: subject, caseNumber: dossier.number.description)
        let copy = caseAddress(of: dossier.number)
        let address = requester.addrSpec.percentEncoded
        return RequesterLink(
            address: requester.addrSpec,
            copyTo: copy,
            isRequester: dossier.requester.forwarder == nil || dossier.handedOnBy != nil,
            mailto: "mailto:\(address)?cc=\(copy.percentEncoded)"
                + "&subject=\(subject.percentEncoded)"
        )
    }

    /// Ours with the signed name of the case, where our mailbox takes such mail: what is written to it
    /// belongs to the case, whoever writes.
    private func caseAddress(of number: CaseNumber) -> String {
        guard usesDetail else { return from.addrSpec }
        // No mail of a case bears the number 0.
        let name = MailName.leftPart(of: number, sequence: 0, purpose: .caseThread, key: key)
        return ReturnPath.addrSpec(of: from, naming: name) ?? from.addrSpec
    }
}

extension String {
    /// For a part of a mailto address (RFC 6068 §2): what RFC 3986 §2.3 leaves unreserved stays, and
    /// the `@` of an address.
    var percentEncoded: String {
        let spared = Set("-._~@".utf8)
        let digits = Array("0123456789ABCDEF")
        return utf8.reduce(into: "") { encoded, octet in
            let scalar = Unicode.Scalar(octet)
            let isLetterOrDigit =
                scalar.isASCII && scalar.properties.isAlphabetic
                || (0x30...0x39).contains(octet)
            if isLetterOrDigit || spared.contains(octet) {
                encoded.unicodeScalars.append(scalar)
            } else {
                encoded += "%\(digits[Int(octet >> 4)])\(digits[Int(octet & 15)])"
            }
        }
    }
}
