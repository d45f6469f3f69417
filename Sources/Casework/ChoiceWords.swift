import Foundation
import Intake

/// A short answer as words without accents, with `,` where a clause ends, and the offers it names.
struct ChoiceWords {
    /// One place that names offers.
    struct Mention {
        var offers: [Offer]
        var position: Int
        /// Named as an offer of ours ("l'offre 2", "votre n° 3", "plutôt le 1"), or first of all.
        var isExpress: Bool
    }

    private let words: [String]
    private(set) var mentions: [Mention] = []

    var count: Int { words.count { $0 != "," } }

    init(_ text: String) {
        let folded = text.lowercased().replacingOccurrences(of: "º", with: " ")
            .folding(options: .diacriticInsensitive, locale: nil)
        var words: [String] = []
        var word = ""
        for character in folded {
            if character.isLetter || character.isNumber {
                word.append(character)
                continue
            }
            if !word.isEmpty { words.append(word) }
            word = ""
            if ",;:.!?()\n".contains(character), words.last.map({ $0 != "," }) ?? false {
                words.append(",")
            }
        }
        if !word.isEmpty { words.append(word) }
        self.words = words
        for index in words.indices {
            if let mention = mention(at: index) { mentions.append(mention) }
        }
    }

    func contains(_ word: String) -> Bool { words.contains(word) }

    /// The offer whose own words stand in the text, when they are those of one offer only.
    var phrase: Offer? {
        let denials = Self.negations.subtracting(["sans"])
        guard !words.contains(where: denials.contains) else { return nil }
        let text = words.filter { $0 != "," }.joined(separator: " ")
        let found = Self.phrases.filter { text.contains($0.0) }.map(\.1)
        return Set(found).count == 1 ? found.first : nil
    }

    // MARK: Figures

    private func mention(at index: Int) -> Mention? {
        let next = word(index + 1)
        if isAll(at: index) {
            return Mention(offers: Offer.allCases, position: index, isExpress: count <= 8)
        }
        guard let (offer, isFigure) = Self.figures[words[index]] else { return nil }
        let introduction = introduction(at: index)
        guard isFigure || introduction != nil, !isNegated(index), !isCount(at: index) else {
            return nil
        }
        if introduction == nil {
            // "nous sommes 3 agents": a figure that nothing announces and that a word follows.
            let follows = index > 0 && next.first?.isLetter == true
            if follows, !Self.linking.contains(next) { return nil }
            if Self.counting.contains(word(index - 1)) { return nil }
        }
        let isExpress = index == 0 || introduction == .express || isOpening(at: index)
        return Mention(offers: [offer], position: index, isExpress: isExpress)
    }

    private enum Introduction { case express, article }

    private func introduction(at index: Int) -> Introduction? {
        let previous = word(index - 1)
        let before = word(index - 2)
        if ["n", "no", "numero"].contains(previous) {
            // "votre n° 3", but not "le lot n° 3".
            let names = before.isEmpty || before == "," || Self.naming.contains(before)
            return names ? .express : nil
        }
        if Self.naming.contains(previous), !["le", "la", "l", "est"].contains(previous) {
            return .express
        }
        if let last = mentions.last, index - last.position <= 3,
            words[last.position + 1..<index].contains(where: { Self.joining.contains($0) })
                || index - last.position == 1
        {
            return last.isExpress ? .express : .article
        }
        if ["le", "la"].contains(previous) {
            return Self.preferring.contains(before) ? .express : .article
        }
        return nil
    }

    /// "Le 2 svp": the figure opens the text.
    private func isOpening(at index: Int) -> Bool {
        index == 1 && ["le", "la", "plutot", "reponse"].contains(words[0])
    }

    /// "les trois", "les 3 offres": all of them.
    private func isAll(at index: Int) -> Bool {
        guard ["3", "trois"].contains(words[index]), word(index - 1) == "les" else { return false }
        let next = word(index + 1)
        return !isNegated(index) && (next.isEmpty || next == "," || Self.afterAll.contains(next))
    }

    /// "3 agents", "le 3 septembre", "2 500", "2 h", "le 2 à 14 h", "les 2": it counts something.
    private func isCount(at index: Int) -> Bool {
        let next = word(index + 1)
        if next.count >= 3, next.allSatisfy(\.isNumber) { return true }
        if next == "a", word(index + 2).first?.isNumber == true { return true }
        return Self.counted.contains(next)
            || ["les", "des", "ces", "vos"].contains(word(index - 1))
    }

    /// Whether a negation stands shortly before, in the same clause.
    private func isNegated(_ index: Int) -> Bool {
        for place in stride(from: index - 1, through: max(0, index - 4), by: -1) {
            if words[place] == "," || Self.figures[words[place]]?.isFigure == true { return false }
            if Self.negations.contains(words[place]) { return true }
        }
        return false
    }

    private func word(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }

    // MARK: Words

    private static let figures: [String: (offer: Offer, isFigure: Bool)] = [
        "1": (.investigation, true), "2": (.startup, true), "3": (.store, true),
        "un": (.investigation, false), "deux": (.startup, false), "trois": (.store, false),
        "premier": (.investigation, false), "premiere": (.investigation, false),
        "deuxieme": (.startup, false), "second": (.startup, false), "seconde": (.startup, false),
        "troisieme": (.store, false), "1er": (.investigation, false),
        "1ere": (.investigation, false), "2e": (.startup, false), "2eme": (.startup, false),
        "2nd": (.startup, false), "3e": (.store, false), "3eme": (.store, false),
    ]
    private static let naming: Set<String> = [
        "offre", "option", "choix", "proposition", "reponse", "situation", "formule", "votre",
        "plutot", "le", "la", "l", "est",
    ]
    private static let preferring: Set<String> = [
        "plutot", "est", "prefere", "preferons", "choisis", "choisissons", "pour", "prends",
        "prenons",
    ]
    private static let joining: Set<String> = ["et", "ou", "puis", ",", "le", "la"]
    private static let negations: Set<String> = [
        "pas", "ni", "sauf", "non", "aucun", "aucune", "hors", "sans", "jamais",
    ]
    private static let linking: Set<String> = [
        "et", "ou", "puis", "merci", "svp", "pour", "plutot", "cordialement", "bien", "car", "mais",
        "je", "nous", "c", "avec", "si", "s", "bonne", "pas", "ni", "peut",
    ]
    /// What stands before a figure that is none of ours.
    private static let counting: Set<String> = [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "sommes", "serons",
        "sera", "sont", "seront", "avons", "entre", "page", "article", "lot", "phase", "zone",
        "quartier", "cs", "bp", "au", "du", "de", "sur", "en", "dans", "depuis", "environ",
    ]
    private static let counted: Set<String> = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
        "octobre", "novembre", "decembre", "h", "heure", "heures", "jour", "jours", "semaine",
        "semaines", "mois", "an", "ans", "annee", "annees", "fois", "agent", "agents", "personne",
        "personnes", "commune", "communes", "mairie", "mairies", "elu", "elus", "habitants",
        "collegue", "collegues", "secretaire", "secretaires", "ecole", "ecoles", "question",
        "questions", "point", "points", "chose", "choses", "probleme", "problemes", "projet",
        "projets", "euros", "rue", "place", "etage", "reunion", "reunions", "adjoint", "adjoints",
        "service", "services", "autre", "autres", "seul", "seule",
    ]
    private static let afterAll: Set<String> = [
        "offres", "propositions", "options", "situations", "m", "me", "nous", "merci", "svp",
        "sont",
        "conviennent", "interessent", "ensemble", "a",
    ]
    /// The offers by the words in which we put the question.
    private static let phrases: [(String, Offer)] = [
        ("sans solution choisie", .investigation), ("comprendre un probleme", .investigation),
        ("tester une solution", .investigation), ("une investigation", .investigation),
        ("developper un service", .startup), ("startup de territoire", .startup),
        ("service numerique qui existe", .store), ("service existant", .store),
        ("service qui existe deja", .store), ("territoires store", .store),
    ]
}
