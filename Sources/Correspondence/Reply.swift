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
        var signs = inquiry.signs
        // In a case that is under way we do answer.
        if context.register.mailCount(of: dossier.number) > 0 { signs.remove(.reminder) }
        let (letter, role) = letter(
            for: dossier,
            inquiry: inquiry,
            signs: signs,
            now: context.now
        )
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

    private func letter(for dossier: Case, inquiry: Inquiry, signs: Set<Sign>, now: Date) -> (
        RenderedLetter, MailRole
    ) {
        let number = dossier.number.description
        let phone = phone(dossier, inquiry)
        if dossier.kind == .request {
            var values = answerValues(dossier, inquiry: inquiry, now: now)
            values.signs = signs
            values.promisedDay = announcedDay(dossier, inquiry: inquiry, now: now)
            return (letters.render(values, on: now), .reply)
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
            values.isOverseas = dossier.requester.isOverseas
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
            values.isOverseas = dossier.requester.isOverseas
            values.signs = signs
            values.hesitates = inquiry.classification.hesitates
            values.wantsContact = dossier.actions.contains(.recontact) && values.forwardedFor == nil
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
        values.isOverseas = dossier.requester.isOverseas
        values.hasDetails = inquiry.hasDetails
        values.signs = signs
        return (letters.render(values, on: now), .acknowledgement)
    }

    private func answerValues(_ dossier: Case, inquiry: Inquiry, now: Date) -> AnswerValues {
        let phone = phone(dossier, inquiry)
        let links = examples(for: dossier, inquiry: inquiry, on: now)
        let isNamed = { (link: ExampleLink) in link.offer == .store && link.fit?.isNamed == true }
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
            examples: links.filter { !isNamed($0) },
            namedServices: links.filter(isNamed),
            isScannedLetter: inquiry.isScannedLetter,
            forwardedFor: forwardedFor(dossier, inquiry: inquiry)
        )
        values.isHandedOn = inquiry.handedOn != nil
        values.isOverseas = dossier.requester.isOverseas
        values.timesAreNoted = !inquiry.isAuthenticated && dossier.requester.callTimes != nil
        values.namesOffer = inquiry.namesOffer
        return values
    }

    /// Who asks, where the one we answer has only forwarded the mail; empty where the forwarder is not
    /// authenticated, for then the name may be anybody's text.
    private func forwardedFor(_ dossier: Case, inquiry: Inquiry) -> String? {
        guard inquiry.reading.readsForward, inquiry.handedOn == nil else { return nil }
        guard inquiry.isAuthenticated else { return "" }
        return dossier.requester.organisation ?? dossier.requester.name
    }
}

extension Inquiry {
    /// Whether the writer asks for the only offer by its name, and need not be told it.
    var namesOffer: Bool {
        guard classification.offers.count == 1, let offer = classification.offers.first else {
            return false
        }
        let names =
            switch offer {
            case .investigation where classification.track == .irritants: ["recherche d irritants"]
            case .investigation: ["investigation"]
            case .startup: ["startup", "start up"]
            case .store: ["territoires store", "territoire store"]
            }
        // What is refused gives no points.
        return classification.evidence.contains { evidence in
            evidence.target == offer.rawValue && evidence.weight > 0
                && names.contains { StaffReasons.folded(evidence.text).contains($0) }
        }
    }

    /// What the words say besides. A document is missed only where surely none came, nor a link to it.
    var signs: Set<Sign> {
        var signs = Set(Sign.allCases.filter(classification.shows))
        if asks { signs.insert(.question) }
        let text = reading.newText
        let cameOtherwise =
            !message.attachments.isEmpty || text.contains("://")
            || text.localizedCaseInsensitiveContains("lien")
        // Who is referred elsewhere need not send it again.
        let isReferred =
            classification.kind == .other
            && ![.facture, .candidature].contains(classification.topic)
        if cameOtherwise || isReferred || isReadBack || reading.readsForward {
            signs.remove(.enclosure)
        }
        // What a forwarder reminds of, and a resident has written elsewhere, was not sent to us.
        let isAnothers = reading.readsForward || [.usager, .rgpd].contains(classification.topic)
        if isAnothers || isReadBack { signs.remove(.reminder) }
        return signs
    }

    /// Whether there is a question mark: an address may hold one too.
    private var asks: Bool {
        reading.newText.split(whereSeparator: \.isWhitespace).contains { word in
            !word.contains("://") && word.contains("?")
        }
    }

    /// Whether the message holds what is usually asked for under its topic.
    var hasDetails: Bool {
        let text = [message.subject ?? "", reading.newText].joined(separator: "\n")
        let hasDocument = message.attachments.contains { !$0.isInline }
        return switch classification.topic {
        case .candidature: hasDocument || text.contains("://")
        case .facture: text.contains(#/[0-9]{4}/#) || hasDocument
        case .accessibilite: text.contains("://") || text.contains("www.") || hasDocument
        case .presse, .invitation, .recherche:
            text.lowercased().contains(
                #/[0-9] ?(janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|\/)|er (janv|avr|mai|juil|oct)/#
            )
        default: true
        }
    }
}

extension Classification {
    /// Whether the writer knows the offers and cannot choose.
    var hesitates: Bool {
        kind == .unclear
            && evidence.reduce(0) { $1.target == "hésitation" ? $0 + $1.weight : $0 } >= 3
    }
}

extension Requester {
    /// Whether it lives by another clock than Paris.
    var isOverseas: Bool { department.map { $0.hasPrefix("97") || $0.hasPrefix("98") } ?? false }
}
