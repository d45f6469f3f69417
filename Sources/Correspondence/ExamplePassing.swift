import French

/// How much each word of a message may say about what is asked: nothing for what is said in passing,
/// little for the office of who writes.
struct ExamplePassing {
    /// By token, from 0 to 1.
    private(set) var weights: [Double]
    private let words: [String]
    private let text: TokenizedText

    /// What an office is in charge of is seldom what is asked.
    private static let office = 0.35
    private static let aside = 0.5

    /// What stands in a list of short items illustrates more than it asks.
    static let listed = 0.55
    /// Tokens of an item, its article counted.
    private static let itemLength = 4

    /// - Parameters:
    ///   - organisation: the name of who writes, which tells nothing.
    ///   - isSubjectLine: whether even what is listed is what the mail is about.
    init(_ text: TokenizedText, organisation: String?, isSubjectLine: Bool) {
        self.text = text
        words = text.tokens.indices.map(text.folded)
        weights = Array(repeating: 1, count: words.count)
        let ownName = organisation.map { TokenizedText($0) }
        let name = ownName.map { name in name.tokens.indices.map(name.folded) } ?? []
        for sentence in text.sentences {
            if !isSubjectLine { markLists(in: sentence.tokens) }
            for index in sentence.tokens {
                mark(at: index, in: sentence.tokens)
                if !name.isEmpty, words[index...].starts(with: name) {
                    lower(index..<index + name.count, to: 0)
                }
            }
        }
    }

    /// Whether a word only says where something happens, as in "à la cantine", "chez le médecin",
    /// "en centre-bourg", "devant l'école".
    func isSetting(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        if ["au", "aux", "en", "chez"].contains(words[index - 1]) { return true }
        guard index > 1, ["la", "le", "l"].contains(words[index - 1]) else { return false }
        return ["a", "chez", "devant", "derriere", "meme"].contains(words[index - 2])
    }

    private mutating func lower(_ range: Range<Int>, to weight: Double) {
        for index in range.clamped(to: weights.indices) {
            weights[index] = min(weights[index], weight)
        }
    }

    private mutating func mark(at index: Int, in sentence: Range<Int>) {
        for mark in Self.marks[words[index]] ?? [] where holds(mark, at: index, in: sentence) {
            switch mark.effect {
            case .sentence: lower(sentence, to: 0)
            case .passing: lower(passing(index + mark.words.count, in: sentence), to: 0)
            case .clause: lower(clause(of: index, in: sentence), to: 0)
            case .aside: lower(sentence, to: Self.aside)
            case .office:
                lower(subject(after: index + mark.words.count, in: sentence), to: Self.office)
            }
        }
        if words[index] == "ps", index == sentence.lowerBound {
            lower(index..<weights.count, to: Self.aside)
        }
    }

    private func holds(_ mark: Mark, at index: Int, in sentence: Range<Int>) -> Bool {
        guard index + mark.words.count <= sentence.upperBound else { return false }
        return mark.words.indices.allSatisfy { mark.words[$0].contains(words[index + $0]) }
    }

    /// A sentence that says something in passing, but for what it asks besides.
    private func passing(_ end: Int, in sentence: Range<Int>) -> Range<Int> {
        if let request = (end..<sentence.upperBound).first(where: asks) {
            return sentence.lowerBound..<request
        }
        guard (sentence.lowerBound..<end).contains(where: asks) else { return sentence }
        return clause(of: end - 1, in: sentence)
    }

    private mutating func markLists(in sentence: Range<Int>) {
        var items: [Range<Int>] = []
        var start = sentence.lowerBound
        for index in sentence.dropFirst() where text.tokens[index].flags.contains(.afterPause) {
            items.append(start..<index)
            start = index
        }
        items.append(start..<sentence.upperBound)
        guard items.count > 2 else { return }
        for (item, next) in zip(items, items.dropFirst())
        where item.count <= Self.itemLength && next.count <= Self.itemLength {
            lower(item.lowerBound..<next.upperBound, to: Self.listed)
        }
    }

    private func asks(_ index: Int) -> Bool { Self.requests.contains(words[index]) }

    /// From one pause to the next.
    private func clause(of index: Int, in sentence: Range<Int>) -> Range<Int> {
        func isPause(_ index: Int) -> Bool { text.tokens[index].flags.contains(.afterPause) }
        let start = (sentence.lowerBound...index).last(where: isPause) ?? sentence.lowerBound
        let end = (index + 1..<sentence.upperBound).first(where: isPause) ?? sentence.upperBound
        return start..<end
    }

    /// The next two words that say something.
    private func subject(after start: Int, in sentence: Range<Int>) -> Range<Int> {
        var end = start
        var told = 0
        while end < sentence.upperBound, told < 2, end - start < 6 {
            if end > start, text.tokens[end].flags.contains(.afterPause) { break }
            if !ExampleWords.isLittle(words[end]) { told += 1 }
            end += 1
        }
        return start..<end
    }
}

// MARK: - Marks

extension ExamplePassing {
    private enum Effect {
        /// Nothing of the sentence is asked.
        case sentence
        /// Nor of this one, but for the part that has words of asking.
        case passing
        case clause, aside, office
    }

    private struct Mark {
        /// The words at each place.
        var words: [Set<String>]
        var effect: Effect
    }

    private static let requests: Set<String> = [
        "souhaite", "souhaitons", "souhaiterions", "souhaiterais", "souhaiterait", "voudrais",
        "voudrions", "voudrait", "veut", "voulons", "aimerais", "aimerions", "aimerait",
        "aimerai", "cherche", "cherchons", "recherchons", "recherche", "besoin", "envisageons",
        "envisage", "desire", "desirons", "comment", "pourriez", "pouvez", "ecris",
    ]

    /// By their first word.
    private static let marks: [String: [Mark]] = {
        var marks: [String: [Mark]] = [:]
        for (effect, phrases) in phrases {
            for phrase in phrases.split(separator: "\n") {
                let words = phrase.split(separator: " ").map { word in
                    Set(word.split(separator: "|").map(String.init))
                }
                let mark = Mark(words: words, effect: effect)
                for first in words.first ?? [] { marks[first, default: []].append(mark) }
            }
        }
        return marks
    }()

    /// A phrase a line, `|` between words that may stand in a place.
    private static let phrases: [(Effect, String)] = [
        (
            .sentence,
            """
            autre histoire
            autre sujet
            rien a voir
            sans rapport
            merci encore
            encore merci
            felicitations
            bravo
            donne|donnent satisfaction
            marche|marchent|fonctionne|fonctionnent tres bien
            marche|fonctionne plutot bien
            ecris depuis|du|de
            pas de probleme|souci|soucis
            """
        ),
        (
            .passing,
            """
            au passage je|j|nous|on|si|merci|pouvez|pourriez|auriez|avez
            en passant
            pour info|information|memoire|anecdote
            a titre d information|indicatif
            pour la petite histoire
            entre parentheses
            je|nous precise|precisons que
            j en profite
            nous en profitons
            m|nous|l a|ont|avait|avaient|aviez parle|conseille|recommande|transmis|oriente|aiguille|suggere|encourage|communique|indique|glisse
            parle|parlent de|du vous|votre
            transmis|donne|communique|eu|trouve|obtenu|recupere votre|vos|le adresse|contact|coordonnees|mail|nom|numero
            votre|vos collegue|collegues rencontre|rencontree|rencontres|croise|croisee
            mon|ma|notre|son precedent|precedente|ancien|ancienne poste|metier|collectivite|commune|service|mission|vie
            j|je arrive|viens moi|du|d|de
            je|j etais|travaillais|gerais
            je sors d|de|du
            nous|je|on venons|viens|vient de|d terminer|finir|demenager|emmenager|ouvrir|inaugurer|achever|boucler|refaire|renover|livrer|passer|signer|reussir|renouveler|recevoir|gagner|obtenir
            vient|viennent|venons|viens de|d finir|terminer|achever|boucler|inaugurer|ouvrir
            sortons|sors|sort|sortent juste|tout|a|enfin
            mon|ma|mes|son|sa beau|belle|mari|femme|frere|soeur|fils|fille|cousin|cousine|conjoint|conjointe|epouse|neveu|niece
            connu|connus|decouvert|rencontre|croise|croises|vus par|grace|lors|au|a|via|pendant
            """
        ),
        (
            .clause,
            """
            suite au|a webinaire|seminaire|salon|congres|forum|journee|formation|reunion|colloque|conference|atelier|intervention|article
            lors|pendant|durant d|du|de|des un|une|webinaire|seminaire|salon|congres|forum|journee|formation|colloque|rencontre|assises
            au|du congres|salon|seminaire|webinaire|colloque|forum
            il ne s agit pas
            ce n est pas
            pas question de|d
            ne viens|venons|vous pas|ecris|ecrivons pour|pas|parler
            entre deux
            contrairement a|au|aux
            comme pour|dans|chez
            en dehors de|du|des
            au lieu de|d|du
            """
        ),
        (
            .aside,
            """
            par ailleurs
            d ailleurs
            avons|avait|ai|a|ont|avions|utilisons|sommes deja
            """
        ),
        (
            .office,
            """
            adjoint|adjointe|delegue|deleguee|elu|elue charge|chargee|a|au|aux|en|de
            elu|elue|adjoint|adjointe
            chargee|charge de|d|du|des
            responsable|directeur|directrice|cheffe|chef|president|presidente de|d|du|des|adjoint|adjointe
            vice president|presidente
            coordinateur|coordinatrice|conseiller|conseillere|agent|agente|technicien|technicienne|animateur|animatrice|gestionnaire de|d|du|des|en
            le|notre|nos|mon|au|du|leur service|pole
            la|notre|ma|a direction
            ancien|ancienne|anciens
            syndicat|regie|agence|office|federation|maison|association|collegue|collegues de|d|du|des|mixte|intercommunal|intercommunale
            """
        ),
    ]
}
