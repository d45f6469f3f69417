import Casework
import Foundation
import Intake
import Mail

/// That a member of staff gave a case other offers.
package struct Reclassification: Sendable {
    /// As the case was before.
    package var former: Case
    package var by: Address

    package init(of former: Case, by author: Address) {
        self.former = former
        by = author
    }
}

extension Inquiry {
    /// A message as the journal keeps it, as far as letters about it need.
    ///
    /// - Parameter answer: what was composed for it, which knows whom it answers.
    package init(_ entry: CaseFile.Entry, of dossier: Case, answer: QueuedMail?) {
        let content = entry.content
        let composed = answer.map { Message(parsing: $0.bytes) }
        var message = Message()
        let sender =
            dossier.handedOnBy ?? dossier.requester.forwarder?.address ?? dossier.requester.address
        message.from = composed?.to ?? sender.flatMap { Address.list(parsing: $0) } ?? []
        message.subject = content.subject
        message.messageID = composed?.references.last
        message.references = composed.map { Array($0.references.dropLast()) } ?? []
        message.attachments = content.attachments
        message.text = content.newText
        var classification = Classification(kind: dossier.kind)
        classification.topic = dossier.topic
        classification.offers = dossier.offers
        classification.scores = dossier.scores
        classification.evidence = content.evidence
        self.init(
            message: message,
            reading: Reading(
                newText: content.newText,
                signature: content.signature,
                quotation: content.quotation,
                readsForward: content.readsForward
            ),
            screening: .answer,
            requester: dossier.requester,
            classification: classification,
            receivedAt: content.receivedAt ?? entry.at,
            mailbox: entry.mailbox,
            isAuthenticated: content.isAuthenticated
        )
        isReadBack = true
        if let forwarder = dossier.handedOnBy.flatMap({ Address.list(parsing: $0)?.first }) {
            handedOn = HandedOn(
                forwarder: forwarder,
                writer: composed?.to.first,
                subject: dossier.subject
            )
        }
    }
}

extension Correspondent {
    /// The case as those see it who are told of it because its offers changed.
    ///
    /// - Parameters:
    ///   - file: what the requester wrote; empty where it could not be read.
    ///   - answer: composed anew for these offers, and held.
    package func summaries(
        _ dossier: Case,
        after change: Reclassification,
        file: CaseFile,
        answer: QueuedMail?,
        neighbours: Neighbours,
        to recipients: [Address],
        context: inout MailContext
    ) -> [QueuedMail] {
        let isAnswerHeld = isAnswerHeld(answer, in: dossier, context)
        let inquiry = file.entries.first.map { Inquiry($0, of: dossier, answer: nil) }
        let words = RequesterWords(dossier.requester, gazetteer)
        let day = FrenchDates.short(context.now)
        var values = SummaryValues(
            caseNumber: dossier.number.description,
            todo: inquiry.map { todo(dossier, inquiry: $0, answer: answer, now: context.now) }
                ?? ["lire le message dans la boîte, puis répondre"],
            who: words.who,
            place: words.place,
            handedOn: [
                "reclassé par \(change.by.addrSpec), \(day)",
                "auparavant : \(StaffWords.label(change.former).lowercased())",
            ],
            request: [StaffWords.request(dossier)],
            missing: StaffWords.missing(
                dossier,
                nil,
                besides: inquiry.map { missingBesides(dossier, $0) } ?? []
            ),
            answered: answered(file, isAnswerHeld: isAnswerHeld, isNew: answer != nil),
            neighbours: NeighbourWords.lines(neighbours, of: dossier, on: context.now),
            original: inquiry.map { original($0, OriginalCopy()) } ?? [],
            message: text(of: file, dossier),
            heldAnswer: answer.map { textOf($0) } ?? "",
            writeTo: writeTo(dossier)
        )
        return send(
            .staffSummary,
            about: dossier,
            to: recipients,
            showing: answer,
            context: &context
        ) {
            values.orders = orders(in: dossier, isAnswerHeld: isAnswerHeld, name: $0)
            return values
        }
    }

    /// What the requester was sent before the offers changed.
    private func answered(_ file: CaseFile, isAnswerHeld: Bool, isNew: Bool) -> [String] {
        if isNew { return ["réponse composée pour ce classement, en attente de votre accord"] }
        let answers = file.entries.flatMap(\.answers).filter { !$0.isWithdrawn }
        guard let last = answers.last else { return ["rien avant le reclassement, rien depuis"] }
        let what =
            switch last.mail.role {
            case .reply: "réponse « \(StaffWords.list(last.mail.offers)) »"
            case .clarification: "question sur l'offre"
            default: "accusé de réception"
            }
        if isAnswerHeld {
            return ["\(what), en attente d'un accord : elle parle encore de l'ancien classement"]
        }
        return ["\(FrenchDates.short(last.composedAt)), \(what) ; rien depuis le reclassement"]
    }

    /// All that the requester wrote, each complement under its day.
    private func text(of file: CaseFile, _ dossier: Case) -> String {
        file.entries.enumerated().map { index, entry in
            let text = shownText(Inquiry(entry, of: dossier, answer: nil))
            let day = FrenchDates.short(entry.content.receivedAt ?? entry.at)
            return index == 0 ? text : "[complément, \(day)]\n\(text)"
        }.joined(separator: "\n\n")
    }
}
