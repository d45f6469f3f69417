import Casework
import Foundation
import Intake
import Mail

extension Correspondent {
    /// Characters of the writer's text that a summary shows.
    private static let messageLimit = 6_000

    /// The summaries of a new case, one to each person.
    ///
    /// - Parameters:
    ///   - silence: why the writer was sent nothing, when nothing was.
    ///   - neighbours: the open cases near it, which no mail to the writer may name.
    package func summaries(
        _ dossier: Case,
        inquiry: Inquiry,
        answer: QueuedMail?,
        silence: String?,
        neighbours: Neighbours,
        to recipients: [Address],
        context: inout MailContext
    ) -> [QueuedMail] {
        let isAnswerHeld = isAnswerHeld(answer, in: dossier, context)
        let copy = copy(of: inquiry, in: dossier.number, context: context)
        let values = SummaryValues(
            caseNumber: dossier.number.description,
            warnings: warnings(dossier, inquiry: inquiry),
            todo: todo(dossier, inquiry: inquiry, answer: answer, now: context.now)
                + agreement(dossier, among: recipients),
            who: RequesterWords(dossier.requester, gazetteer).who,
            place: RequesterWords(dossier.requester, gazetteer).place,
            handedOn: StaffWords.handedOn(inquiry.reading, by: inquiry.handedOn),
            takenBack: RecapWords.takenBack(inquiry.takenBack),
            request: [StaffWords.request(dossier)],
            reasons: reasons(inquiry),
            missing: StaffWords.missing(
                dossier,
                inquiry.handedOn,
                besides: missingBesides(dossier, inquiry)
            ),
            answered: [answered(answer, silence: silence, dossier, inquiry: inquiry, context.now)],
            neighbours: NeighbourWords.lines(neighbours, of: dossier, on: context.now),
            original: original(inquiry, copy),
            message: shownText(
                inquiry,
                below: StaffWords.below(
                    inquiry.reading,
                    isWanted: inquiry.signs.contains(.reminder)
                )
            ),
            heldAnswer: answer?.isHeld == true ? textOf(answer) : "",
            writeTo: writeTo(dossier, inquiry: inquiry)
        )
        return send(
            .staffSummary,
            about: dossier,
            to: recipients,
            enclosing: copy.enclosure,
            showing: answer,
            context: &context
        ) {
            var values = values
            values.orders = orders(in: dossier, isAnswerHeld: isAnswerHeld, name: $0)
            return values
        }
    }

    /// What is new in a known case, to each person.
    ///
    /// `answerWaits`: whether an earlier answer waits for them, and goes on waiting.
    /// `objection`: why the writer was not sent an answer that was due.
    package func updates(
        _ dossier: Case,
        inquiry: Inquiry,
        answer: QueuedMail?,
        objection: String? = nil,
        answerWaits: Bool,
        to recipients: [Address],
        context: inout MailContext
    ) -> [QueuedMail] {
        let silence =
            (objection ?? StaffWords.joinsItsCase)
            + (answerWaits
                ? " ; la réponse d'un courriel précédent attend toujours votre accord" : "")
        let copy = copy(of: inquiry, in: dossier.number, context: context)
        let values = UpdateValues(
            caseNumber: dossier.number.description,
            warnings: [
                inquiry.signs.contains(.reminder) ? StaffWords.reminder : nil,
                inquiry.signs.contains(.enclosure) ? "Document annoncé, non reçu" : nil,
            ].compactMap(\.self),
            news: news(dossier, inquiry: inquiry, answer: answer),
            todo: StaffWords.todo(after: inquiry.classification)
                ?? updatedTodo(dossier, inquiry: inquiry, answer: answer, now: context.now),
            who: RequesterWords(dossier.requester, gazetteer).who,
            takenBack: RecapWords.takenBack(inquiry.takenBack),
            request: [StaffWords.request(dossier)],
            // The offers may come from a figure: then no words decided.
            reasons: answer != nil && inquiry.classification.offers != dossier.offers
                || inquiry.classification.kind == .unclear && dossier.kind != .unclear
                ? [] : reasons(inquiry),
            answered: [answered(answer, silence: silence, dossier, inquiry: inquiry, context.now)],
            original: original(inquiry, copy),
            message: shownText(inquiry),
            heldAnswer: answer?.isHeld == true ? textOf(answer) : "",
            writeTo: writeTo(dossier, inquiry: inquiry)
        )
        return send(
            .staffSummary,
            about: dossier,
            to: recipients,
            enclosing: copy.enclosure,
            showing: answer,
            context: &context
        ) {
            var values = values
            // One lets go what one has before one's eyes.
            values.orders = orders(in: dossier, isAnswerHeld: answer?.isHeld == true, name: $0)
            return values
        }
    }

    /// Tells staff that an answer did not arrive.
    package func undelivered(
        _ dossier: Case,
        failures: [Undelivered],
        to recipients: [Address],
        context: MailContext
    ) -> [QueuedMail] {
        var context = context
        let addresses = failures.map(\.address).joined(separator: ", ")
        let values = AlertValues(
            caseNumber: dossier.number.description,
            happened: ["La réponse à \(addresses) n'a pas été remise."],
            todo: [
                dossier.requester.phone.map { "téléphoner : \($0)" }
                    ?? "trouver une autre adresse ou un numéro de téléphone"
            ],
            who: RequesterWords(dossier.requester, gazetteer).who,
            details: failures.map { "\($0.address) : \($0.reason)" }
        )
        return send(.alert, about: dossier, to: recipients, context: &context) { _ in values }
    }

    /// One mail a person, all of a case under one subject and in one thread.
    ///
    /// - Parameters:
    ///   - answer: printed in them where it is held.
    ///   - values: gets the signed name of each mail.
    func send<Values: LetterValues>(
        _ role: MailRole,
        about dossier: Case,
        to recipients: [Address],
        enclosing enclosure: Enclosure? = nil,
        showing answer: QueuedMail? = nil,
        context: inout MailContext,
        values: (_ name: String) -> Values
    ) -> [QueuedMail] {
        var mails: [QueuedMail] = []
        for recipient in recipients {
            let number = dossier.number
            let thread = context.register.staffThread(of: number, for: recipient.addrSpec)
            let head = Letterhead(
                role: role,
                offers: dossier.offers,
                recipient: recipient,
                subject: thread?.subject ?? StaffWords.subject(dossier),
                thread: [thread?.messageID].compactMap(\.self),
                purpose: .staffThread,
                enclosure: enclosure
            )
            let day = context.now
            let mail = compose(head, in: number, context: &context) {
                letters.render(values($0), on: day)
            }
            if var mail {
                mail.showsAnswer = answer?.isHeld == true
                mails.append(mail)
            }
        }
        return mails
    }

    // MARK: Lines

    private func news(_ dossier: Case, inquiry: Inquiry, answer: QueuedMail?) -> [String] {
        let author = inquiry.author?.addrSpec ?? "l'expéditeur"
        let received = FrenchDates.short(inquiry.receivedAt)
        let what =
            inquiry.classification.kind == .other
            ? inquiry.classification.topic.map { ", sujet : \(StaffWords.label($0).lowercased())" }
            : nil
        var news = ["complément de \(author), \(received)\(what ?? "")"]
        if answer?.role == .reply {
            news.append("le demandeur précise son choix : \(StaffWords.list(dossier.offers))")
        }
        return news
    }

    private func warnings(_ dossier: Case, inquiry: Inquiry) -> [String] {
        var warnings: [String] = []
        if inquiry.isScannedLetter { warnings.append("Courrier joint : à lire") }
        if inquiry.signs.contains(.reminder) { warnings.append(StaffWords.reminder) }
        if inquiry.handedOn != nil {
            warnings.append("Message transmis par un agent")
        } else if inquiry.reading.readsForward {
            warnings.append("Message transféré")
        }
        return warnings
    }

    func todo(_ dossier: Case, inquiry: Inquiry, answer: QueuedMail?, now: Date)
        -> [String]
    {
        if answer?.isHeld == true {
            return [
                "relire la réponse ci-dessous, puis répondre « envoyer »", "pour qu'elle parte",
            ]
        }
        if inquiry.isScannedLetter {
            return ["lire le courrier joint dans la boîte, puis répondre"]
        }
        if let handedOn = inquiry.handedOn, handedOn.missing != nil,
            dossier.requester.phone == nil
        {
            return ["demander à \(handedOn.forwarder.addrSpec) qui a écrit, puis répondre"]
        }
        let name = dossier.requester.name ?? "la personne"
        let reachedAt = dossier.requester.phone.map { phone in
            phone + (dossier.requester.callTimes.map { ", « \($0) »" } ?? "")
        }
        let isAsked = answer?.role == .clarification
        if isAsked, !dossier.actions.contains(.recontact) || inquiry.classification.hesitates {
            return [choice(of: name, inquiry)] + [reachedAt].compactMap(\.self)
        }
        if dossier.kind == .other {
            return StaffWords.todo(after: inquiry.classification)
                ?? [StaffWords.todo(about: dossier.topic)] + [reachedAt].compactMap(\.self)
        }
        // Only who passed it on is written to.
        let via =
            inquiry.reading.readsForward && inquiry.handedOn == nil
            ? ", par \(inquiry.author?.addrSpec ?? "qui transmet")" : ""
        guard let reachedAt else { return ["répondre à \(name)\(via)"] }
        let deadline = deadline(dossier, now: now)
        // A number in a signature is no wish to be called.
        let isCalled =
            dossier.actions.contains(.recontact) || dossier.requester.callTimes != nil
            || !deadline.isEmpty
        return ["\(isCalled ? "rappeler" : "répondre à") \(name)\(deadline)", reachedAt]
    }

    /// What one does for somebody who was asked which offer fits.
    private func choice(of name: String, _ inquiry: Inquiry) -> String {
        if inquiry.classification.hesitates { return "aider \(name) à choisir une offre" }
        return inquiry.signs.contains(.question)
            ? "répondre à \(name) ; nous demandons aussi quelle offre convient"
            : "lire le message ; nous demandons à \(name) quelle offre convient"
    }

    /// Where several teams are told at once, that one of them calls.
    private func agreement(_ dossier: Case, among recipients: [Address]) -> [String] {
        let teams = Set(recipients.map(\.addrSpec))
        guard dossier.offers.count > 1, teams.count > 1 else { return [] }
        let names = dossier.offers.map { StaffWords.name($0).lowercased() }
        return [
            "reçu par les équipes \(names.joined(separator: ", ")) : « prendre » avant de répondre"
        ]
    }

    private func reasons(_ inquiry: Inquiry) -> [String] {
        StaffReasons.lists(inquiry.classification).flatMap(StaffFields.filled)
    }

    /// What the message itself lacks.
    func missingBesides(_ dossier: Case, _ inquiry: Inquiry) -> [String] {
        var missing: [String] = []
        // A letter that came scanned may make the choice.
        if dossier.kind == .unclear, !inquiry.isScannedLetter {
            missing.append("le choix de l'offre")
        }
        if inquiry.signs.contains(.enclosure) { missing.append("le document annoncé") }
        return missing
    }

    /// A complement may withdraw the request: nobody calls back before reading it.
    private func updatedTodo(_ dossier: Case, inquiry: Inquiry, answer: QueuedMail?, now: Date)
        -> [String]
    {
        let todo = todo(dossier, inquiry: inquiry, answer: answer, now: now)
        guard answer == nil, dossier.kind == .request, !inquiry.isScannedLetter else { return todo }
        return ["lire ce complément, puis \(todo[0]) s'il y a lieu"] + todo.dropFirst()
    }

    private func answered(
        _ answer: QueuedMail?,
        silence: String?,
        _ dossier: Case,
        inquiry: Inquiry,
        _ now: Date
    ) -> String {
        guard let answer else {
            return
                "rien : \(silence ?? "l'adresse de l'expéditeur ne peut pas recevoir de réponse")"
        }
        let what =
            switch answer.role {
            case .reply: "réponse « \(StaffWords.list(answer.offers)) »"
            case .clarification: "question sur l'offre"
            default: "accusé de réception"
            }
        if answer.isHeld {
            let ending = answer.role == .acknowledgement ? "" : "e"
            return "\(what) composé\(ending), en attente de votre accord"
        }
        let shown = names(of: answer.examples)
        let examples =
            shown.isEmpty
            ? "" : ", exemple\(shown.count > 1 ? "s" : "") \(shown.joined(separator: " ; "))"
        return "\(FrenchDates.short(now)), \(what)\(examples)"
    }

    /// - Parameter below: what stands under it, of which nothing is cut.
    func shownText(_ inquiry: Inquiry, below: String? = nil) -> String {
        let text = StaffWords.text(inquiry.reading)
        let signature = inquiry.reading.namedSignature.map { "-- \n\($0)" }
        let whole = [text, signature].compactMap(\.self).joined(separator: "\n")
        let limit = Self.messageLimit - 20 - (below?.count ?? 0)
        let shown = whole.count > limit ? whole.prefix(limit) + " […]" : whole
        return [shown, below].compactMap(\.self).joined(separator: "\n\n")
    }

    func textOf(_ mail: QueuedMail?) -> String {
        mail.map { Message(parsing: $0.bytes).text } ?? ""
    }
}
