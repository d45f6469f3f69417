import Casework
import Foundation
import Intake
import Mail

/// How cases read to staff: short French words for what programs know by code.
package enum StaffWords {
    static func name(_ offer: Offer) -> String {
        switch offer {
        case .investigation: "Investigation"
        case .startup: "Startup"
        case .store: "Store"
        }
    }

    static func list(_ offers: [Offer]) -> String {
        offers.map { name($0).lowercased() }.joined(separator: " + ")
    }

    package static func label(_ topic: Topic?) -> String {
        switch topic {
        case .candidature: "Candidature"
        case .fournisseur: "Fournisseur"
        case .facture: "Facture"
        case .presse: "Presse"
        case .recherche: "Recherche"
        case .usager: "Usager"
        case .autreProgramme: "Autre programme"
        case .invitation: "Invitation"
        case .remerciement: "Remerciement"
        case .rgpd: "Données personnelles"
        case .accessibilite: "Accessibilité"
        case .desinscription: "Désinscription"
        case .erreur: "Erreur d'adresse"
        case nil: "Autre demande"
        }
    }

    static func label(_ type: OrganisationType) -> String {
        switch type {
        case .commune: "commune"
        case .epci: "intercommunalité"
        case .department: "département"
        case .region: "région"
        case .jointAuthority: "syndicat"
        case .state: "État"
        case .association: "association"
        case .company: "entreprise"
        case .individual: "particulier"
        }
    }

    package static func label(_ dossier: Case) -> String {
        switch dossier.kind {
        case .request: dossier.offers.map(name).joined(separator: " + ")
        case .unclear: "À préciser"
        case .other, .automatic, .spam: label(dossier.topic)
        }
    }

    /// As in `[2026-00042] Investigation - Lourdoueix-Saint-Michel (36)`.
    static func subject(_ dossier: Case) -> String {
        "[\(dossier.number)] \(label(dossier)) - \(who(dossier))"
    }

    /// As in `Lourdoueix-Saint-Michel (36)`.
    static func who(_ dossier: Case) -> String {
        let requester = dossier.requester
        let who =
            (requester.organisation ?? requester.name)?.capitalizedFirst
            ?? requester.address ?? "Inconnu"
        // A région lies in several; "(CDG 70) (70)" says it twice.
        let isRegion = requester.organisationType == .region
        let place = isRegion ? "" : requester.department.map { " (\($0))" } ?? ""
        let bare =
            place.isEmpty || !who.hasSuffix(")")
            ? who[...] : who[..<(who.lastIndex(of: "(") ?? who.endIndex)]
        let name = bare.trimmingCharacters(in: .whitespaces)
        return LetterText.cut(name.isEmpty ? who : name, to: 60) + place
    }

    /// As in `investigation 11 points (suivante : store 0) ; problème apporté ; porteur trouvé`.
    package static func request(_ dossier: Case) -> String {
        var parts: [String] = []
        switch dossier.kind {
        case .request:
            let rest = Offer.allCases.filter { !dossier.offers.contains($0) }
                .max { (dossier.scores[$0] ?? 0) < (dossier.scores[$1] ?? 0) }
            let best = rest.flatMap { dossier.scores[$0] } ?? 0
            let lowest = dossier.offers.map { dossier.scores[$0] ?? 0 }.min() ?? 0
            if dossier.reclassifiedBy != nil {
                parts.append("\(list(dossier.offers)) (choix de l'équipe)")
            } else if lowest <= 0 || lowest < best {
                // Points speak of words; a choice by its number overrules them.
                parts.append("\(list(dossier.offers)) (choix du demandeur)")
            } else {
                let chosen = dossier.offers.map { "\($0.rawValue) \(points(dossier.scores[$0]))" }
                let next =
                    best > 0
                    ? rest.map { " (suivante : \($0.rawValue) \(figure(best)))" } ?? "" : ""
                parts.append(chosen.joined(separator: ", ") + next)
            }
        case .unclear: parts.append("à préciser : aucune offre ne se détache")
        case .other, .automatic, .spam:
            parts.append("hors offres : \(label(dossier.topic).lowercased())")
        }
        switch dossier.track {
        case .problem: parts.append("problème apporté")
        case .irritants: parts.append("recherche d'irritants")
        case nil: break
        }
        switch dossier.carrier {
        case .identified: parts.append("porteur trouvé")
        case .missing: parts.append("pas encore de porteur")
        case nil: break
        }
        let wishes = dossier.actions.map { action in
            switch action {
            case .recontact: "demande un contact"
            case .examples: "demande des exemples"
            case .catalogue: "demande à voir les services"
            }
        }
        return (parts + wishes).joined(separator: " ; ")
    }

    static let reminder = "Relance : dit nous avoir déjà écrit"

    /// Why a complement is not answered.
    package static let joinsItsCase = "le message rejoint le dossier, sans nouvel accusé"

    /// - Parameter besides: what else is missing in this message.
    static func missing(_ dossier: Case, _ handedOn: HandedOn?, besides: [String]) -> [String] {
        let missing = missing(dossier) + besides
        let lines = [handedOn?.missing, missing.isEmpty ? nil : missing.joined(separator: ", ")]
        let known = lines.compactMap(\.self)
        return known.isEmpty ? ["rien"] : known
    }

    private static func missing(_ dossier: Case) -> [String] {
        guard dossier.kind == .request || dossier.kind == .unclear else { return [] }
        var missing: [String] = []
        if dossier.requester.organisation == nil { missing.append("la collectivité") }
        if dossier.requester.isHomonym { missing.append("le département de la collectivité") }
        if dossier.requester.phone == nil, dossier.actions.contains(.recontact) {
            missing.append("un numéro de téléphone")
        }
        if dossier.offers.contains(.investigation), dossier.carrier != .identified {
            // Who hunts for irritants finds the agents on the way.
            missing.append(
                dossier.track == .irritants ? "des agents volontaires" : "un agent porteur"
            )
        }
        return missing
    }

    private static func points(_ score: Double?) -> String {
        let value = score ?? 0
        return "\(figure(score)) point\(abs(value) >= 2 ? "s" : "")"
    }

    /// Without needless decimals, with a comma.
    static func figure(_ value: Double?) -> String {
        let value = value ?? 0
        if let whole = Int(exactly: value) { return String(whole) }
        return String(format: "%.1f", value).replacingOccurrences(of: ".", with: ",")
    }
}

extension StaffWords {
    /// The forwarder's words, and whose mail it is that was read in their place; empty where the
    /// writer's own words were read.
    ///
    /// `handedOn`: the member of staff who forwards it, and for whom.
    static func handedOn(_ reading: Reading, by handedOn: HandedOn? = nil) -> [String] {
        let agent = handedOn.map { ["par \(name(of: $0.forwarder))"] } ?? []
        guard reading.readsForward else { return agent }
        let words = (reading.forwarderText ?? "").split(whereSeparator: \.isWhitespace)
        let note = words.isEmpty ? "sans un mot" : "« \(words.joined(separator: " ")) »"
        return agent + [note] + reading.forwards.map(origin(of:))
    }

    private static func name(of address: Address) -> String {
        let name = address.displayName.map { "\($0) " } ?? ""
        return "\(name)<\(address.addrSpec)>"
    }

    /// As in `message de : Alain Fouquet <a.fouquet@belleme.example>, 3 novembre 2026 10:12, « cantine »`.
    private static func origin(of mail: Reading.ForwardedMail) -> String {
        let address = mail.sender.map(\.addrSpec).flatMap { $0.contains("@") ? "<\($0)>" : nil }
        let sender = [mail.sender?.displayName, address].compactMap(\.self)
        let author = sender.isEmpty ? "auteur inconnu" : sender.joined(separator: " ")
        let subject = mail.subject.map { "« \($0) »" }
        return ["message de : \(author)", mail.date, subject].compactMap(\.self).joined(
            separator: ", "
        )
    }

    /// The beginning of a mail that is handed on below what was read, or that there is a quoted one;
    /// `nil` where there is none.
    ///
    /// - Parameter isWanted: whether the quoted mail itself tells what is asked.
    static func below(_ reading: Reading, isWanted: Bool) -> String? {
        let beginning = (reading.quotation ?? "").prefix(shownBelow * shownOfLine * 2)
        let lines = beginning.split(whereSeparator: \.isNewline)
            .map { $0.prefix(shownOfLine).trimmingCharacters(in: .whitespaces) }
            .filter { $0.contains { $0 != ">" } }
        guard !reading.readsForward, reading.answers.isEmpty, !lines.isEmpty else { return nil }
        guard isWanted || !reading.forwards.isEmpty else {
            return "[Non repris ici, à lire dans l'original : un message cité.]"
        }
        let shown = lines.prefix(shownBelow).map { $0.hasPrefix(">") ? $0 : "> \($0)" }
        let isCut = lines.count > shownBelow || beginning.count < (reading.quotation ?? "").count
        let rest = isCut ? ["[La suite est dans l'original.]"] : []
        return (shown + rest).joined(separator: "\n")
    }

    private static let shownBelow = 14
    private static let shownOfLine = 200

    /// The words that were read; each answer written between quoted lines under the line it answers.
    static func text(_ reading: Reading) -> String {
        let answers = reading.answers.map(\.text).joined(separator: "\n\n")
        guard !answers.isEmpty, reading.newText.hasSuffix(answers) else { return reading.newText }
        let others = reading.newText.dropLast(answers.count)
        let answered = reading.answers.map { "\(quoted($0.quoted))\n\($0.text)" }
        return others + answered.joined(separator: "\n\n")
    }

    /// The last of the quoted lines: what is answered stands right above the answer.
    private static func quoted(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).suffix(quotedLines).map { "> \($0)" }
            .joined(separator: "\n")
    }

    private static let quotedLines = 4
}
