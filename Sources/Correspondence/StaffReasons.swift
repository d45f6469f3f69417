import Foundation
import Intake

extension Classification {
    /// The evidence that made the decision, for a person: the weightiest first, what speaks against it
    /// last, of the targets that decided, without words that stand in others already named or that say nothing alone.
    package var decidingEvidence: [Evidence] {
        var kept: [(evidence: Evidence, words: String)] = []
        for evidence in evidence.sorted(by: { $0.weight > $1.weight })
        where evidence.weight != 0 && decidingTargets.contains(evidence.target) {
            let words = StaffReasons.folded(evidence.text)
            guard !words.isEmpty, !StaffReasons.empty.contains(words) else { continue }
            let isRepeated = kept.contains {
                $0.evidence.target == evidence.target
                    && ($0.evidence.weight < 0) == (evidence.weight < 0)
                    && (" \($0.words) ".contains(" \(words) ")
                        || " \(words) ".contains(" \($0.words) "))
            }
            // Two signs that an authority writes are enough: each is a common word.
            let isEnough =
                evidence.target == "collectivité"
                && kept.count { $0.evidence.target == evidence.target } >= 2
            if !isRepeated, !isEnough { kept.append((evidence, words)) }
        }
        return kept.map(\.evidence)
    }

    /// The targets whose points made the decision, the main one first.
    fileprivate var decidingTargets: [String] {
        switch kind {
        case .request: offers.map(\.rawValue)
        case .unclear: ["hésitation", "aide cherchée", "collectivité"]
        case .other:
            topic.map { ["autre \($0.rawValue)"] } ?? Topic.allCases.map { "autre \($0.rawValue)" }
        case .automatic: ["automate"]
        case .spam: ["spam"]
        }
    }
}

/// Why a message was understood as it was, in words for staff.
package enum StaffReasons {
    /// As in `+3 « comprendre pourquoi »`, the weightiest first and what speaks against it last; where
    /// several things were found, a list of each under its name.
    ///
    /// The points of a list add up to those of what it speaks for.
    ///
    /// - Parameter limit: pieces shown in all, and of each of several things two at least.
    package static func lists(_ classification: Classification, limit: Int = 6) -> [[String]] {
        let shown = classification.decidingEvidence
        let targets = classification.decidingTargets.filter { target in
            shown.contains { $0.target == target }
        }
        let share = max(limit / max(targets.count, 1), 2)
        return targets.map { target in
            let all = classification.evidence.filter { $0.target == target && $0.weight != 0 }
            let pieces = weightiest(shown.filter { $0.target == target }, share)
            var list = pieces.map { evidence in
                let words = quoted(evidence)
                return "\(signed(evidence.weight)) "
                    + (isKind(evidence) ? "organisation : \(words)" : "« \(words) »")
            }
            let rest = all.reduce(0) { $0 + $1.weight } - pieces.reduce(0) { $0 + $1.weight }
            let count = all.count - pieces.count
            if count > 0 {
                list.append(
                    count == 1
                        ? "et 1 autre (\(signed(rest)))"
                        : "et \(count) autres (\(signed(rest)) en tout)"
                )
            }
            if let name = name(target), targets.count > 1 || classification.kind == .unclear {
                list[0] = "\(name) : \(list[0])"
            }
            return list
        }
    }

    /// What a target stands for, where staff must know which of several.
    private static func name(_ target: String) -> String? {
        switch target {
        case "collectivité": "une collectivité"
        case "aide cherchée": "cherche de l'aide"
        case "hésitation": "hésite"
        default:
            Offer(rawValue: target).map { StaffWords.name($0).lowercased() }
                ?? Topic(rawValue: String(target.dropFirst("autre ".count)))
                .map { StaffWords.label($0).lowercased() }
        }
    }

    /// The first so many; the last of them is what speaks most against it, where anything does.
    private static func weightiest(_ sorted: [Evidence], _ count: Int) -> [Evidence] {
        guard sorted.count > count, let last = sorted.last, last.weight < 0 else {
            return Array(sorted.prefix(count))
        }
        return sorted.prefix(count - 1) + [last]
    }

    /// Whether it is what kind of organisation writes, which are no words of the writer.
    private static func isKind(_ evidence: Evidence) -> Bool {
        evidence.field == "author" && OrganisationType(rawValue: evidence.text) != nil
    }

    /// The words of the writer on one line; a kind of organisation by its French name.
    package static func quoted(_ evidence: Evidence) -> String {
        if evidence.field == "author", let type = OrganisationType(rawValue: evidence.text) {
            return StaffWords.label(type)
        }
        var line = evidence.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // A match may begin or end inside brackets or marks that the writer set.
        for (opening, closing) in [("(", ")"), ("[", "]"), ("«", "»"), ("“", "”")]
        where line.contains(opening) != line.contains(closing) {
            line = line.replacingOccurrences(of: opening, with: "")
                .replacingOccurrences(of: closing, with: "")
        }
        line = line.replacingOccurrences(of: "«", with: "“").replacingOccurrences(
            of: "»",
            with: "”"
        )
        line = line.split(separator: " ").joined(separator: " ")
        return middleCut(line)
    }

    /// What decides often stands at the end: of a long match both ends are shown.
    private static func middleCut(_ line: String) -> String {
        guard line.count > 80 else { return line }
        let words = line.suffix(40).split(separator: " ").dropFirst()
        return "\(LetterText.cut(line, to: 40)) \(words.joined(separator: " "))"
    }

    package static func signed(_ weight: Double) -> String {
        weight == 0
            ? "0" : weight < 0 ? "−\(StaffWords.figure(-weight))" : "+\(StaffWords.figure(weight))"
    }

    /// In small letters without accents and punctuation.
    static func folded(_ text: String) -> String {
        text.lowercased().folding(options: .diacriticInsensitive, locale: nil)
            .split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
    }

    /// Words that count in a rule and tell a person nothing when shown alone.
    static let empty: Set<String> = [
        "vous", "nous", "je", "ou", "est ce", "peut", "pouvez", "pourriez", "comment", "quoi",
        "quel", "quelle", "qui", "on", "notre", "nos", "votre", "vos", "merci", "bonjour",
    ]
}

extension StaffWords {
    /// What one must do because of what this message says, whatever the case is about.
    static func todo(after classification: Classification) -> [String]? {
        guard classification.kind == .other else { return nil }
        return switch classification.topic {
        case .rgpd:
            [
                "traiter cette demande sur des données personnelles",
                "avec le délégué à la protection des données, sous un mois (RGPD, article 12)",
            ]
        case .remerciement: ["rien à répondre ; à faire lire à l'équipe"]
        case .desinscription: ["retirer cette adresse de nos listes d'envoi"]
        default: nil
        }
    }

    /// What one usually does with a new case outside the offers.
    static func todo(about topic: Topic?) -> String {
        switch topic {
        case .candidature: "transmettre à qui recrute, ou répondre"
        case .fournisseur: "lire ; ne répondre que si l'offre intéresse"
        case .facture: "transmettre à la comptabilité, et dire où en est le paiement"
        case .presse: "transmettre à qui suit la presse : il y a souvent une date de bouclage"
        case .recherche: "dire si quelqu'un de l'équipe peut participer"
        case .usager:
            "orienter s'il y a lieu : la réponse dit déjà que nous ne traitons pas sa démarche"
        case .autreProgramme: "orienter vers le programme concerné"
        case .invitation: "dire si quelqu'un de l'équipe peut venir"
        case .accessibilite: "faire corriger la difficulté signalée, et répondre"
        case .erreur: "vérifier si le message nous était destiné"
        case .remerciement, .rgpd, .desinscription, nil: "lire, et répondre s'il y a lieu"
        }
    }

    /// "CC Bugey Sud" and "Communauté de communes Bugey Sud" are one name.
    static func isSameEPCI(_ organisation: String?, _ name: String) -> Bool {
        guard let organisation else { return false }
        return core(organisation) == core(name)
            // The letters behind a name that was spelled out.
            || core(organisation).hasPrefix(core(name) + " ") && organisation.hasSuffix(")")
    }

    private static func core(_ name: String) -> String {
        var words = StaffReasons.folded(name).split(separator: " ").map(String.init)
        let natures = [
            "communaute de communes", "communaute des communes", "communaute d agglomeration",
            "communaute urbaine", "cc", "ca", "cu",
        ]
        for nature in natures.map({ $0.split(separator: " ").map(String.init) })
        where words.starts(with: nature) {
            words.removeFirst(nature.count)
            break
        }
        return words.filter { !["de", "du", "des", "d", "la", "le", "l", "les"].contains($0) }
            .joined(separator: " ")
    }

    /// With a narrow blank between thousands, as in "23 871".
    static func grouped(_ count: Int) -> String {
        var digits = String(count)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: "\u{202F}")
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
