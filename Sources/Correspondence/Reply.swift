import Casework
import Foundation
import Intake
import Mail

extension Correspondent {
    /// The answer to a message that opened a case or settled its question; `nil` when there is
    /// nobody who can be written to.
    package func answer(_ dossier: Case, inquiry: Inquiry, context: inout MailContext)
        -> QueuedMail?
    {
        guard var recipient = inquiry.addressee else { return nil }
        // A name that may be anybody's text is not sent to somebody else.
        recipient.displayName =
            inquiry.isAuthenticated ? recipient.displayName.flatMap(safeName) : nil
        let (letter, role) = letter(for: dossier, inquiry: inquiry, now: context.now)
        let head = Letterhead(
            role: role,
            offers: role == .reply ? dossier.offers : [],
            recipient: recipient,
            subject: replySubject(
                to: inquiry.answeredSubject,
                isAuthenticated: inquiry.isAuthenticated,
                caseNumber: dossier.number.description
            ),
            thread: thread(of: inquiry),
            purpose: .caseThread,
            isHeld: holdsAnswers || inquiry.handedOn != nil
        )
        var mail = compose(head, in: dossier.number, context: &context) { _ in letter }
        mail?.examples = shown(letter.examples)
        return mail
    }

    /// The mails that the answer answers; those between members of staff concern nobody else.
    private func thread(of inquiry: Inquiry) -> [String] {
        guard inquiry.handedOn == nil else { return [] }
        let message = inquiry.message
        return message.references.filter { $0 != message.messageID }
            + [message.messageID].compactMap(\.self)
    }

    /// The number that may be repeated, and whether there is one that may not: the number of somebody
    /// who is not authenticated may be a stranger's.
    private func phone(_ dossier: Case, _ inquiry: Inquiry) -> (repeated: String?, isNoted: Bool) {
        let phone = dossier.requester.phone.flatMap(safePhone)
        return inquiry.isAuthenticated ? (phone, false) : (nil, phone != nil)
    }

    private func letter(for dossier: Case, inquiry: Inquiry, now: Date) -> (
        RenderedLetter, MailRole
    ) {
        let number = dossier.number.description
        let phone = phone(dossier, inquiry)
        if dossier.kind == .request {
            return (
                letters.render(answerValues(dossier, inquiry: inquiry, now: now), on: now), .reply
            )
        }
        if inquiry.isScannedLetter, dossier.kind == .unclear {
            // No question is asked of somebody whose letter we have not read.
            var values = AnswerValues(
                caseNumber: number,
                receivedAt: inquiry.receivedAt,
                offers: [],
                organisationType: dossier.requester.organisationType,
                phone: phone.repeated,
                phoneIsNoted: phone.isNoted,
                isScannedLetter: true
            )
            values.isHandedOn = inquiry.handedOn != nil
            return (letters.render(values, on: now), .acknowledgement)
        }
        if dossier.kind == .unclear {
            var values = ClarificationValues(
                caseNumber: number,
                receivedAt: inquiry.receivedAt,
                phone: phone.repeated,
                phoneIsNoted: phone.isNoted,
                forwardedFor: forwardedFor(dossier, inquiry: inquiry)
            )
            values.isHandedOn = inquiry.handedOn != nil
            return (letters.render(values, on: now), .clarification)
        }
        var values = AcknowledgementValues(
            caseNumber: number,
            receivedAt: inquiry.receivedAt,
            topic: dossier.topic,
            isResident: dossier.topic == nil && dossier.requester.organisationType == .individual,
            isScannedLetter: inquiry.isScannedLetter
        )
        values.isHandedOn = inquiry.handedOn != nil
        return (letters.render(values, on: now), .acknowledgement)
    }

    private func answerValues(_ dossier: Case, inquiry: Inquiry, now: Date) -> AnswerValues {
        let phone = phone(dossier, inquiry)
        var values = AnswerValues(
            caseNumber: dossier.number.description,
            receivedAt: inquiry.receivedAt,
            offers: dossier.offers,
            quotation: quotation(for: dossier, inquiry: inquiry),
            organisationType: dossier.requester.organisationType,
            track: dossier.track,
            carrier: dossier.carrier,
            actions: dossier.actions,
            phone: phone.repeated,
            phoneIsNoted: phone.isNoted,
            callTimes: inquiry.isAuthenticated ? dossier.requester.callTimes : nil,
            examples: examples(for: dossier, inquiry: inquiry, on: now),
            isScannedLetter: inquiry.isScannedLetter,
            forwardedFor: forwardedFor(dossier, inquiry: inquiry)
        )
        values.isHandedOn = inquiry.handedOn != nil
        return values
    }

    /// The writer's own sentence that counted most for the main offer.
    ///
    /// None where the sender is not authenticated: a stranger must not be able to have us send words
    /// of his to somebody else.
    private func quotation(for dossier: Case, inquiry: Inquiry) -> String? {
        guard inquiry.isAuthenticated, !inquiry.reading.readsForward,
            let offer = dossier.offers.first
        else { return nil }
        let counted = inquiry.classification.evidence
            .filter { $0.target == offer.rawValue && $0.field == "body" && $0.weight > 0 }
            .sorted { $0.weight > $1.weight }
        for evidence in counted {
            if let sentence = sentence(around: evidence.text, in: inquiry.reading.newText),
                let safe = safeQuotation(sentence)
            {
                return safe
            }
        }
        return nil
    }

    private func sentence(around words: String, in text: String) -> String? {
        guard let range = text.range(of: words) else { return nil }
        let ends: Set<Character> = [".", "!", "?", "…", ":", ";"]
        func isEnd(_ character: Character) -> Bool { ends.contains(character) }
        let paragraph = text[..<range.lowerBound].range(of: "\n\n", options: .backwards)?.upperBound
        let before = text[..<range.lowerBound].lastIndex(where: isEnd).map(text.index(after:))
        let start = max(paragraph ?? text.startIndex, before ?? text.startIndex)
        let nextParagraph = text[range.upperBound...].range(of: "\n\n")?.lowerBound
        let after = text[range.upperBound...].firstIndex(where: isEnd)
        let end = min(nextParagraph ?? text.endIndex, after ?? text.endIndex)
        return text[start..<end].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Who asks, where the one we answer has only forwarded the mail; empty where the forwarder is not
    /// authenticated, for then the name may be anybody's text.
    private func forwardedFor(_ dossier: Case, inquiry: Inquiry) -> String? {
        guard inquiry.reading.readsForward, inquiry.handedOn == nil else { return nil }
        guard inquiry.isAuthenticated else { return "" }
        return dossier.requester.organisation ?? dossier.requester.name
    }
}
