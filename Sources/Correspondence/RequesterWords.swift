import Intake
import Territory

/// Who writes and from where, as staff read it: at a glance, and with what is to be checked.
struct RequesterWords {
    private let requester: Requester
    private let gazetteer: Gazetteer?

    init(_ requester: Requester, _ gazetteer: Gazetteer?) {
        self.requester = requester
        self.gazetteer = gazetteer
    }

    /// QUI: one line of what is known, then what the mail leaves unsure or says twice.
    var who: [String] {
        let parts = [requester.name, requester.role, requester.address, requester.phone]
        let known = parts.compactMap(\.self)
        let line = known.isEmpty ? "inconnu" : known.joined(separator: ", ")
        return [line] + handedOn + doubts + contradictions(of: [.name, .role, .phone])
    }

    /// OÙ: the organisation and its place, how sure that is, and which others it may be.
    var place: [String] {
        let line = located.joined(separator: ", ").capitalizedFirst
        let lines = [line, evidence].compactMap(\.self).filter { !$0.isEmpty }
        return lines + contradictions(of: [.organisation, .department, .postalCode])
    }

    /// As in "Lescun, commune, Pyrénées-Atlantiques (64), INSEE 64336, 180 hab. (2020), CC du Haut Béarn".
    private var located: [String] {
        let type = requester.organisationType == .individual ? nil : requester.organisationType
        var parts = [requester.organisation].compactMap(\.self)
        if let label = type.map(StaffWords.label), !says(label), !isBodyOfAnother {
            parts.append(label)
        }
        let commune = requester.insee.flatMap { gazetteer?.commune(insee: $0) }
        let epci = (requester.siren ?? commune?.epciSIREN).flatMap { gazetteer?.epci(siren: $0) }
        if let code = requester.department {
            let name = gazetteer?.department(code: code)?.name
            if isOwnName(name) {
                parts[0] += " (\(code))"
            } else if type != .region {
                parts.append(name.map { "\($0) (\(code))" } ?? code)
            }
        }
        if let commune {
            parts.append("INSEE \(commune.insee)")
            if let count = inhabitants(commune.population) { parts.append(count) }
            if let epci { parts.append(epci.name) }
        } else if let epci {
            if !StaffWords.isSameEPCI(requester.organisation, epci.name) { parts.append(epci.name) }
            parts.append("SIREN \(epci.siren)")
            if let count = inhabitants(epci.population) { parts.append(count) }
        }
        return parts
    }

    /// Whether it is a département of that name: "Département de l'Indre".
    private func isOwnName(_ department: String?) -> Bool {
        guard requester.organisationType == .department, let department,
            let organisation = requester.organisation
        else { return false }
        return FoldedText.fold(organisation).hasSuffix(FoldedText.fold(department))
    }

    /// As in "180 hab. (2020)"; `nil` where the number is not known.
    private func inhabitants(_ count: Int) -> String? {
        guard count > 0 else { return nil }
        return "\(StaffWords.grouped(count)) hab.\(gazetteer?.vintage.map { " (\($0))" } ?? "")"
    }

    /// Whether the organisation's own name begins with the word: "Commune de Lescun".
    private func says(_ label: String) -> Bool {
        FoldedText.fold(requester.organisation ?? "").hasPrefix(FoldedText.fold(label) + " ")
    }

    /// Whether it belongs to authorities and is none itself: its name says what it is.
    private var isBodyOfAnother: Bool {
        let name = FoldedText.fold(requester.organisation ?? "")
        return [
            "ccas", "cias", "centre communal", "centre intercommunal", "centre de gestion", "cdg",
        ]
        .contains { name == $0 || name.hasPrefix($0 + " ") }
    }

    private var handedOn: [String] {
        guard let forwarder = requester.forwarder else { return [] }
        let parts = [forwarder.name, forwarder.role, forwarder.organisation, forwarder.address]
        let known = parts.compactMap(\.self)
        return known.isEmpty ? [] : ["transmis par \(known.joined(separator: ", "))"]
    }

    /// Values that a person must look at before relying on them.
    private var doubts: [String] {
        guard requester.provenance[.phone]?.certainty == .doubtful else { return [] }
        return ["À vérifier : plusieurs numéros dans le texte"]
    }

    /// Most that staff would read through.
    private static let shownCandidates = 6

    /// How sure the place is, and where more than one is left, which: "À vérifier : 2 communes de ce nom :
    /// Plouhinec (29), Plouhinec (56)".
    private var evidence: String? {
        let all = requester.authorities
        // One body may have several codes.
        guard Set(all.map(\.name)).count > 1 else { return requester.placeEvidence ?? unlisted }
        let shown = all.prefix(Self.shownCandidates).map { candidate in
            // What all of them share tells nothing.
            let own = candidate.reasons.filter { reason in
                !all.allSatisfy { $0.reasons.contains(reason) }
            }
            return own.isEmpty
                ? candidate.name : "\(candidate.name), \(own.joined(separator: ", "))"
        }
        // Not how many: of very many only the first are kept.
        let more = all.count > shown.count ? " ; et d'autres" : ""
        let list = shown.joined(separator: " ; ") + more
        return "\(requester.placeEvidence ?? "À vérifier") : \(list)"
    }

    /// That an authority is named which the directory does not know.
    private var unlisted: String? {
        guard requester.organisation != nil, !isBodyOfAnother, gazetteer != nil,
            requester.insee == nil, requester.siren == nil, requester.authorities.isEmpty
        else { return nil }
        return switch requester.organisationType {
        case .commune, .epci: "À vérifier : ce nom n'est pas dans notre annuaire"
        case .jointAuthority: "À vérifier : notre annuaire n'a pas les syndicats"
        default: nil
        }
    }

    private func contradictions(of fields: [RequesterField]) -> [String] {
        requester.contradictions.filter { fields.contains($0.field) }.map {
            "À vérifier : \(Self.part($0.takenFrom)) « \($0.taken) », "
                + "\(Self.part($0.otherFrom)) « \($0.other) »"
        }
    }

    private static func part(_ part: Provenance.Part) -> String {
        switch part {
        case .header: "l'en-tête dit"
        case .signature: "la signature dit"
        case .text: "le texte dit"
        case .address: "l'adresse électronique dit"
        }
    }
}
