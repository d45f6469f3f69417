import Casework
import Foundation
import Intake
import Mail

/// What became of what a member of staff wrote about a case.
package enum OrderOutcome: Hashable, Sendable {
    case released(to: [String])
    /// No answer waits; with the last release, if there was one.
    case nothingHeld(Release?)
    /// The author looks after the case now; before, another did, who is told, or it was closed.
    case taken(before: String?, isTold: Bool, wasClosed: Bool)
    case takenAlready
    /// Nothing is left to do; an answer that waited will not leave.
    case closed(withdrew: Bool)
    case closedAlready
    case reclassified(from: String, tells: [String], HeldAnswerFate)
    case classedAlready
    /// The words that an order put into the file.
    case kept
    case help
    case refused(OrderAuthority, Order)
    /// Nearly an order, by the word that may have been meant.
    case resembles(String)
    /// No order was understood; the words are in the file and the answer waits on.
    case noted
}

/// What became of an answer that waited when the offers changed.
package enum HeldAnswerFate: Hashable, Sendable {
    case none
    /// One for the new offers waits in its place.
    case replaced
    /// It still speaks of the old ones.
    case stale
}

/// What somebody did with a case that a colleague had taken.
package enum Intervention: Hashable, Sendable {
    case taken
    case closed(reason: String)
    /// With what the case was about before.
    case reclassified(from: String)
}

extension Correspondent {
    /// Tells the one who gave an order what became of it.
    ///
    /// - Parameters:
    ///   - dossier: as it is now.
    ///   - name: a mail to the author that gives the right to order; `nil`: no link is offered.
    package func receipt(
        of outcome: OrderOutcome,
        about dossier: Case,
        to author: Address,
        name: String? = nil,
        context: inout MailContext
    ) -> [QueuedMail] {
        let held = context.register.heldAnswers(in: dossier.number)
        var values = AlertValues(
            caseNumber: dossier.number.description,
            happened: Self.happened(outcome, dossier),
            todo: Self.todo(outcome, dossier)
        )
        if let name, outcome.offersOrders {
            // An answer waits only where its text is shown: in summaries.
            values.orders = orders(in: dossier, isAnswerHeld: false, name: name)
        }
        if outcome.offersOrders { values.writeTo = writeTo(dossier) }
        if !held.isEmpty, outcome.leavesAnswers {
            values.happened.append("La réponse déjà composée attend toujours votre accord.")
        }
        return send(.orderReceipt, about: dossier, to: [author], context: &context) { _ in values }
    }

    /// Tells who had taken a case what another did with it.
    package func intervention(
        _ intervention: Intervention,
        in dossier: Case,
        by author: Address,
        holder: Address,
        context: inout MailContext
    ) -> [QueuedMail] {
        let name = author.addrSpec
        let happened =
            switch intervention {
            case .taken: ["\(name) prend ce dossier, que vous aviez pris."]
            case .closed(let reason):
                ["\(name) a clos ce dossier, que vous aviez pris."]
                    + reason.split(whereSeparator: \.isNewline).prefix(6).map { "« \($0) »" }
            case .reclassified(let former):
                [
                    "\(name) a reclassé ce dossier, que vous aviez pris : "
                        + "\(Self.label(dossier)) (auparavant : \(former)).",
                    dossier.takenBy == nil ? "Il est de nouveau à prendre." : "Il reste à vous.",
                ]
            }
        let values = AlertValues(
            caseNumber: dossier.number.description,
            happened: happened,
            todo: ["rien, sauf si c'est une erreur : vous entendre avec \(name)"],
            who: RequesterWords(dossier.requester, gazetteer).who
        )
        return send(.notice, about: dossier, to: [holder], context: &context) { _ in values }
    }

    // MARK: What happened

    private static func happened(_ outcome: OrderOutcome, _ dossier: Case) -> [String] {
        switch outcome {
        case .released(let addresses):
            return ["La réponse part maintenant à \(addresses.joined(separator: ", "))."]
        case .nothingHeld(nil): return ["Aucune réponse n'attend dans ce dossier."]
        case .nothingHeld(let release?):
            let time = FrenchDates.short(release.at)
            return ["Aucune réponse n'attend plus : \(release.by) l'a fait partir le \(time)."]
        case .taken(let before, let isTold, let wasClosed):
            return [
                "Ce dossier est à vous. Il n'est plus dans la liste des dossiers à prendre.",
                before.map { "\($0) l'avait pris\(isTold ? ", et en est averti" : "")." },
                wasClosed ? "Il était clos : il est rouvert." : nil,
            ].compactMap(\.self)
        case .takenAlready: return ["Vous aviez déjà pris ce dossier."]
        case .closed(let withdrew):
            return [
                "Le dossier est clos. Le demandeur n'en est pas averti.",
                withdrew ? "La réponse qui attendait un accord ne partira pas." : nil,
                "S'il écrit de nouveau, le dossier sera rouvert.",
            ].compactMap(\.self)
        case .closedAlready: return ["Le dossier était déjà clos. Vos mots y sont notés."]
        case .reclassified(let former, let addresses, let fate):
            return reclassified(dossier, from: former, addresses, fate)
        case .classedAlready: return ["Le dossier est déjà classé ainsi : \(label(dossier))."]
        case .kept: return ["Votre note est gardée au registre. Le demandeur ne la voit pas."]
        case .help: return help
        case .refused(let authority, let order): return [refusal(authority, order)]
        case .resembles(let word): return ["Rien n'est fait : vouliez-vous « \(word) » ?"]
        case .noted:
            return ["Votre message est noté au dossier. La réponse au demandeur attend toujours."]
        }
    }

    private static func label(_ dossier: Case) -> String { StaffWords.label(dossier).lowercased() }

    private static func reclassified(
        _ dossier: Case,
        from former: String,
        _ addresses: [String],
        _ fate: HeldAnswerFate
    ) -> [String] {
        let waiting: String? =
            switch fate {
            case .none: nil
            case .replaced:
                "La réponse qui attendait est remplacée par une autre, pour ce classement : elle "
                    + "attend votre accord, dans le résumé qui vous est envoyé."
            case .stale:
                "La réponse qui attend un accord parle encore de l'ancien classement : ne la faites "
                    + "pas partir telle quelle."
            }
        let told =
            addresses.isEmpty
            ? nil : "Le dossier est transmis à \(addresses.joined(separator: ", "))."
        return [
            "Le dossier est reclassé : \(label(dossier)) (auparavant : \(former)).", told,
            "Rien n'est envoyé au demandeur.", waiting,
        ].compactMap(\.self)
    }

    private static func refusal(_ authority: OrderAuthority, _ order: Order) -> String {
        if authority == .repeated {
            return "Ce message a déjà été traité : rien n'est fait une deuxième fois."
        }
        guard order == .send else {
            return authority == .expired
                ? "Rien n'est fait : le résumé auquel vous répondez a plus d'un an."
                : "Rien n'est fait : seule la personne à qui un résumé de ce dossier est adressé "
                    + "peut donner un ordre, en répondant à ce résumé."
        }
        switch authority {
        case .expired:
            return "La réponse attend toujours : le résumé auquel vous répondez a plus de 30 jours."
        case .unseen:
            return "La réponse attend toujours : le courriel auquel vous répondez ne la montre pas."
        default:
            return "La réponse attend toujours : seule la personne à qui un résumé est adressé "
                + "peut la faire partir, en répondant à ce résumé."
        }
    }

    /// Each order with an example.
    private static let help = [
        "Un ordre est un mot, seul sur la première ligne de votre réponse à un résumé :",
        "« prendre » : le dossier est à vous, et sort de la liste des dossiers à prendre.",
        "« clore : déjà vu avec la DINUM » : plus rien à faire ; la raison reste au dossier.",
        "« reclasser 2 » : le dossier change d'offre (1 investigation, 2 startup, 3 store, "
            + "0 hors offres ; « reclasser 1 3 » pour deux).",
        "« noter : appelée, rappeler jeudi » : ces mots restent au dossier.",
        "« envoyer » : la réponse que montre le résumé part au demandeur.",
        "« aide » : ce courriel. Le demandeur ne voit aucun de ces mots.",
    ]

    // MARK: What to do

    private static func todo(_ outcome: OrderOutcome, _ dossier: Case) -> [String] {
        switch outcome {
        case .released, .nothingHeld, .taken, .takenAlready, .closed, .closedAlready, .kept, .help,
            .classedAlready, .refused(.repeated, _):
            return []
        case .reclassified(_, _, let fate):
            return fate == .none
                ? ["écrire au demandeur, si une réponse sur l'autre classement lui est parvenue"]
                : []
        case .refused(.expired, .send):
            return [
                "demander à l'administrateur, qui la fait partir par : guichet send \(dossier.number)"
            ]
        case .refused(.expired, _): return ["répondre à un résumé plus récent du dossier"]
        case .refused(.unseen, _):
            return ["lire le dernier résumé du dossier, et répondre à celui-là"]
        case .refused: return ["répondre au résumé depuis l'adresse qui l'a reçu"]
        case .resembles(let word): return howTo(word)
        case .noted:
            return [
                "pour qu'elle parte, répondre au résumé par « \(Order.send.word) », "
                    + "seul sur la première ligne"
            ]
        }
    }

    private static func howTo(_ word: String) -> [String] {
        switch word {
        case "reclasser":
            [
                "écrire « reclasser » et un numéro, seuls sur la première ligne :",
                "1 investigation, 2 startup, 3 store, 0 hors offres",
            ]
        case Order.close(reason: "").word:
            ["écrire « clore » seul sur la première ligne, ou « clore : » et la raison"]
        case Order.note("").word: ["écrire « noter : » et ce qui doit rester au dossier"]
        default: ["répondre au résumé par « \(word) », seul sur la première ligne"]
        }
    }
}

extension OrderOutcome {
    /// Whether more can be ordered in the case, and there is cause to.
    fileprivate var offersOrders: Bool {
        switch self {
        case .taken, .takenAlready, .closed, .reclassified, .classedAlready, .help, .resembles: true
        case .released, .nothingHeld, .closedAlready, .kept, .refused, .noted: false
        }
    }

    /// Whether an answer that waits goes on waiting, and nothing else says so.
    fileprivate var leavesAnswers: Bool {
        switch self {
        case .taken, .takenAlready, .kept, .resembles, .classedAlready: true
        case .released, .nothingHeld, .closed, .closedAlready, .reclassified, .help, .refused,
            .noted:
            false
        }
    }
}
