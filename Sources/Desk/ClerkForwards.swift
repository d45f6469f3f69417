import Casework
import Correspondence
import Foundation
import Intake
import Mail

extension Clerk {
    /// The question of somebody whose mail a member of staff passes on; `nil` when the member writes
    /// for himself, or when the mail only claims to come from staff.
    func handedOn(_ inquiry: Inquiry) -> Inquiry? {
        guard inquiry.screeningReason == nil, isFromStaff(inquiry), let forwarder = inquiry.author
        else { return nil }
        let message = inquiry.message
        let reading = read(message, insistsOnForward: true)
        guard reading.readsForward else { return unread(inquiry, forwarder) }
        let writer = reading.originalSender.flatMap { Mailbox($0) == nil ? nil : $0 }
        let original = Self.original(of: message, by: writer, reading)
        var asWritten = reading
        asWritten.readsForward = false
        asWritten.forwarderText = nil
        asWritten.forwarderSignature = nil
        var passed = inquiry
        passed.reading = reading
        // Whoever the forwarded lines name: nobody vouches for it.
        passed.isAuthenticated = false
        passed.handedOn = HandedOn(
            forwarder: forwarder,
            writer: writer,
            subject: original.subject,
            missing: writer == nil
                ? "l'adresse de la personne qui a écrit ne se lit pas dans le transfert" : nil
        )
        passed.requester = instruments.extractor.requester(
            from: writer,
            subject: original.subject ?? "",
            reading: reading
        )
        // What keeps the original from being answered keeps us from it too.
        passed.screening = instruments.screener.screening(of: original, reading: asWritten)
        passed.classification = classification(of: original, asWritten, passed.requester)
        return passed
    }

    /// A forward whose inner mail is lost, or attached, where it is not read.
    private func unread(_ inquiry: Inquiry, _ forwarder: Address) -> Inquiry? {
        let message = inquiry.message
        let isAttached = message.attachments.contains(where: Self.isMail)
        guard isAttached || saysForwarded(message.subject) else { return nil }
        var passed = inquiry
        passed.isAuthenticated = false
        passed.requester.address = nil
        passed.handedOn = HandedOn(
            forwarder: forwarder,
            writer: nil,
            subject: message.subject,
            missing: isAttached
                ? "le courriel joint ne se lit pas : le transférer dans le texte"
                : "le message transmis ne se lit pas"
        )
        passed.classification = Self.asPersons(inquiry.classification)
        return passed
    }

    private static func isMail(_ attachment: Attachment) -> Bool {
        let name = attachment.filename?.lowercased() ?? ""
        return attachment.mediaType == "message/rfc822"
            || attachment.mediaType == "application/vnd.ms-outlook" || name.hasSuffix(".eml")
            || name.hasSuffix(".msg")
    }

    /// The message as its writer sent it, as far as the forward shows it.
    private static func original(of message: Message, by writer: Address?, _ reading: Reading)
        -> Message
    {
        var original = message
        original.from = [writer].compactMap(\.self)
        let sender = reading.originalSender?.addrSpec
        let inner = reading.forwards.last { $0.sender?.addrSpec == sender }
        original.subject = (inner ?? reading.forwards.last)?.subject ?? message.subject
        original.replyTo = []
        original.inReplyTo = []
        original.references = []
        return original
    }

    private func classification(
        of original: Message,
        _ reading: Reading,
        _ requester: Requester
    ) -> Classification {
        Self.asPersons(
            instruments.classifier.classification(
                of: original,
                reading: reading,
                screening: .answer,
                requester: requester
            )
        )
    }

    /// Who hands a mail on wants it seen, whatever it looks like.
    private static func asPersons(_ classification: Classification) -> Classification {
        guard classification.kind == .automatic || classification.kind == .spam else {
            return classification
        }
        var classification = classification
        classification.kind = .other
        classification.offers = []
        return classification
    }
}
