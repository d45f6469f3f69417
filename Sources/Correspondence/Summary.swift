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
        let values = SummaryValues(
            caseNumber: dossier.number.description,
            warnings: warnings(dossier, inquiry: inquiry),
            todo: todo(dossier, inquiry: inquiry, answer: answer),
            who: RequesterWords(dossier.requester, gazetteer).who,
            place: RequesterWords(dossier.requester, gazetteer).place,
            handedOn: StaffWords.handedOn(inquiry.reading, by: inquiry.handedOn),
            takenBack: RecapWords.takenBack(inquiry.takenBack),
            request: [StaffWords.request(dossier)],
            reasons: StaffReasons.list(inquiry.classification),
            missing: StaffWords.missing(dossier, inquiry.handedOn),
            answered: [answered(answer, silence: silence, dossier, inquiry: inquiry, context.now)],
            neighbours: NeighbourWords.lines(neighbours, of: dossier, on: context.now),
            original: [original(inquiry)],
            message: shownText(inquiry),
            heldAnswer: answer?.isHeld == true ? textOf(answer) : "",
            writeTo: writeTo(dossier, inquiry: inquiry)
        )
        return send(.staffSummary, about: dossier, to: recipients, context: &context) {
            var values = values
            values.orders = orders(in: dossier, held: answer, name: $0)
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
            + (answerWaits ? " ; la réponse déjà composée attend toujours votre accord" : "")
        let values = UpdateValues(
            caseNumber: dossier.number.description,
            news: news(dossier, inquiry: inquiry, answer: answer),
            todo: StaffWords.todo(after: inquiry.classification)
                ?? updatedTodo(dossier, inquiry: inquiry, answer: answer),
            who: RequesterWords(dossier.requester, gazetteer).who,
            takenBack: RecapWords.takenBack(inquiry.takenBack),
            request: [StaffWords.request(dossier)],
            // The offers may come from a figure: then no words decided.
            reasons: answer != nil && inquiry.classification.offers != dossier.offers
                ? [] : StaffReasons.list(inquiry.classification),
            answered: [answered(answer, silence: silence, dossier, inquiry: inquiry, context.now)],
            original: [original(inquiry)],
            message: shownText(inquiry),
            heldAnswer: answer?.isHeld == true ? textOf(answer) : "",
            writeTo: writeTo(dossier, inquiry: inquiry)
        )
        return send(.staffSummary, about: dossier, to: recipients, context: &context) {
            var values = values
            values.orders = orders(in: dossier, held: answer, name: $0)
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
    /// - Parameter values: gets the signed name of each mail.
    func send<Values: LetterValues>(
        _ role: MailRole,
        about dossier: Case,
        to recipients: [Address],
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
                purpose: .staffThread
            )
            let day = context.now
            let mail = compose(head, in: number, context: &context) {
                letters.render(values($0), on: day)
            }
            if let mail { mails.append(mail) }
        }
        return mails
    }

    /// What staff can order about a case, each a mail with the word already in it.
    private func orders(in dossier: Case, held answer: QueuedMail?, name: String) -> [OrderLink] {
        guard answer?.isHeld == true else { return [] }
        return [Order.send].map { order in
            let subject = "[\(dossier.number)] \(order.word)".percentEncoded
            let body = "\(order.word)\r\n\r\nRéférence, à garder : \(name)".percentEncoded
            let address = from.addrSpec.percentEncoded
            return OrderLink(
                order: order.word,
                mailto: "mailto:\(address)?subject=\(subject)&body=\(body)"
            )
        }
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
        if inquiry.handedOn != nil {
            warnings.append("Message transmis par un agent")
        } else if inquiry.reading.readsForward {
            warnings.append("Message transféré")
        }
        return warnings
    }

    private func todo(_ dossier: Case, inquiry: Inquiry, answer: QueuedMail?) -> [String] {
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
        if answer?.role == .clarification {
            return ["rien pour l'instant : une question est posée"]
        }
        if dossier.kind == .other {
            return StaffWords.todo(after: inquiry.classification)
                ?? ["lire, et répondre s'il y a lieu"]
        }
        let name = dossier.requester.name ?? "la personne"
        guard let phone = dossier.requester.phone else { return ["répondre à \(name)"] }
        let times = dossier.requester.callTimes.map { ", « \($0) »" } ?? ""
        return ["rappeler \(name)", "\(phone)\(times)"]
    }

    /// A complement may withdraw the request: nobody calls back before reading it.
    private func updatedTodo(_ dossier: Case, inquiry: Inquiry, answer: QueuedMail?) -> [String] {
        let todo = todo(dossier, inquiry: inquiry, answer: answer)
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

    private func original(_ inquiry: Inquiry) -> String {
        let count = inquiry.message.attachments.count
        let attachments =
            switch count {
            case 0: "sans pièce jointe"
            case 1: "1 pièce jointe"
            default: "\(count) pièces jointes"
            }
        let names = inquiry.message.attachments.compactMap(\.filename).prefix(5)
        let listed = names.isEmpty ? "" : " : \(names.joined(separator: ", "))"
        let place = inquiry.mailbox ?? "fichier"
        return "\(place), \(FrenchDates.short(inquiry.receivedAt)), \(attachments)\(listed)"
    }

    private func shownText(_ inquiry: Inquiry) -> String {
        let text = StaffWords.text(inquiry.reading)
        let whole = [text, inquiry.reading.signature.map { "-- \n\($0)" }].compactMap(\.self)
            .joined(separator: "\n")
        return whole.count > Self.messageLimit ? whole.prefix(Self.messageLimit) + " […]" : whole
    }

    private func textOf(_ mail: QueuedMail?) -> String {
        mail.map { Message(parsing: $0.bytes).text } ?? ""
    }

    private func writeTo(_ dossier: Case, inquiry: Inquiry) -> RequesterLink? {
        guard let author = inquiry.addressee, Mailbox(author) != nil, !inquiry.isUnread else {
            return nil
        }
        let subject = replySubject(
            to: inquiry.answeredSubject,
            caseNumber: dossier.number.description
        )
        let address = author.addrSpec.percentEncoded
        let copy = from.addrSpec.percentEncoded
        return RequesterLink(
            address: author.addrSpec,
            copyTo: from.addrSpec,
            mailto: "mailto:\(address)?cc=\(copy)&subject=\(subject.percentEncoded)"
        )
    }
}

extension String {
    /// For a part of a mailto address (RFC 6068 §2).
    var percentEncoded: String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~@!$'()*,")
        return addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
}
