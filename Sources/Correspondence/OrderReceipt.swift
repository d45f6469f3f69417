import Casework
import Foundation
import Mail

/// What became of what a member of staff wrote about a case in which an answer waits, or waited.
package enum OrderOutcome: Hashable, Sendable {
    case released(to: [String])
    /// No answer waits; with the last release, if there was one.
    case nothingHeld(Release?)
    case refused(OrderAuthority)
    /// No order was understood; the words are in the file and the answer waits on.
    case noted
}

extension Correspondent {
    /// Tells the one who gave an order what became of it.
    package func receipt(
        of outcome: OrderOutcome,
        about dossier: Case,
        to author: Address,
        context: inout MailContext
    ) -> [QueuedMail] {
        let values = AlertValues(
            caseNumber: dossier.number.description,
            happened: [Self.happened(outcome)],
            todo: [Self.todo(outcome, number: dossier.number)].compactMap(\.self)
        )
        return send(.orderReceipt, about: dossier, to: [author], context: &context) { _ in values }
    }

    private static func happened(_ outcome: OrderOutcome) -> String {
        switch outcome {
        case .released(let addresses):
            return "La réponse part maintenant à \(addresses.joined(separator: ", "))."
        case .nothingHeld(nil): return "Aucune réponse n'attend dans ce dossier."
        case .nothingHeld(let release?):
            let time = FrenchDates.short(release.at)
            return "Aucune réponse n'attend plus : \(release.by) l'a fait partir le \(time)."
        case .refused(.expired):
            return "La réponse attend toujours : le résumé auquel vous répondez a plus de 30 jours."
        case .refused(.unseen):
            return "La réponse attend toujours : le courriel auquel vous répondez ne la montre pas."
        case .refused:
            return "La réponse attend toujours : seule la personne à qui un résumé est adressé "
                + "peut la faire partir, en répondant à ce résumé."
        case .noted:
            return "Votre message est noté au dossier. La réponse au demandeur attend toujours."
        }
    }

    private static func todo(_ outcome: OrderOutcome, number: CaseNumber) -> String? {
        switch outcome {
        case .released, .nothingHeld: nil
        case .refused(.expired):
            "demander à l'administrateur, qui la fait partir par : guichet send \(number)"
        case .refused(.unseen): "lire le dernier résumé du dossier, et répondre à celui-là"
        case .refused: "répondre au résumé depuis l'adresse qui l'a reçu"
        case .noted:
            "pour qu'elle parte, répondre au résumé par « \(Order.send.word) », "
                + "seul sur la première ligne"
        }
    }
}
