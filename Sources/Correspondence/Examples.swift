import Foundation
import Intake

/// The example links of the three offers, and which of them fit a message.
///
/// A link fits by its themes: those that the message mentions, several words in a row telling more
/// than one, and a mention repeated more than one made in passing. A service that is named fits at
/// once. Below a threshold nothing is better than something beside the point.
package struct ExampleLinks: Sendable {
    package let links: [ExampleLink]
    private let entries: [Entry]

    /// One link, made ready for comparison.
    private struct Entry {
        /// Each theme as its significant stems, in order.
        var themes: [[String]]
        var title: Set<String>
        /// The folded words of a service's name, in order; empty where names tell nothing.
        var name: [String]
        /// The folded names of its territories.
        var places: Set<String>
    }

    /// The least score that is worth showing: two themes, or one that also meets the title or is said
    /// again.
    private static let threshold = 1.1

    package init(folder: URL) throws {
        var links: [ExampleLink] = []
        for table in ExamplesTable.all { links += try table.read(in: folder) }
        self.init(links)
    }

    package init(_ links: [ExampleLink]) {
        self.links = links
        entries = links.map { link in
            Entry(
                themes: Set(link.themes.map(Words.significant)).filter { !$0.isEmpty },
                title: Set(Words.significant(in: link.title)),
                name: link.purpose == nil ? [] : Words.folded(link.title),
                places: Set(link.territory?.split(separator: ",").map(Words.place) ?? [])
            )
        }
    }

    /// The links that fit a message best, the best first; those of several offers in turn.
    ///
    /// `places` are the names of the writer's commune, intercommunalité, département and région.
    package func closest(
        to text: String,
        offers: [Offer],
        places: [String] = [],
        limit: Int
    ) -> [ExampleLink] {
        let message = Message(text, places: places)
        var ranked = offers.map { offer in
            links.indices
                .filter { links[$0].offer == offer }
                .map { (link: links[$0], score: score($0, message)) }
                .filter { $0.score >= Self.threshold }
                .sorted { ($0.score, $1.link.url) > ($1.score, $0.link.url) }
                .map(\.link)[...]
        }
        var chosen: [ExampleLink] = []
        while chosen.count < limit, ranked.contains(where: { !$0.isEmpty }) {
            for index in ranked.indices where chosen.count < limit {
                guard let link = ranked[index].popFirst() else { continue }
                // Two territories that did the same are one example.
                if !chosen.contains(where: { $0.url == link.url || $0.title == link.title }) {
                    chosen.append(link)
                }
            }
        }
        return chosen
    }

    /// A message, made ready for comparison.
    private struct Message {
        var words: [String]
        var stems: [String]
        /// Where each stem stands.
        var positions: [String: [Int]]
        var places: Set<String>

        init(_ text: String, places: [String]) {
            words = Words.folded(text)
            let stems = Words.significant(in: text)
            self.stems = stems
            positions = Dictionary(grouping: stems.indices) { stems[$0] }
            self.places = Set(places.map { Words.place($0[...]) })
        }

        /// How often stems follow each other here.
        func mentions(of theme: [String]) -> Int {
            guard let first = theme.first else { return 0 }
            return positions[first, default: []].count { stems[$0...].starts(with: theme) }
        }
    }

    private func score(_ index: Int, _ message: Message) -> Double {
        let entry = entries[index]
        if !entry.name.isEmpty, Words.contains(message.words, entry.name) { return 10 }
        // In a message of a few lines nothing is said in passing.
        let isShort = message.stems.count < 30
        var score = 0.0
        for theme in entry.themes {
            let mentions = message.mentions(of: theme)
            guard mentions > 0 else { continue }
            // Words that any message may hold say little, however often.
            let isCommon = theme.count == 1 && Words.common.isSuperset(of: theme)
            score += isCommon ? 0.3 : theme.count > 1 || isShort ? 1 : 0.6
            if mentions > 1, !isCommon { score += 0.4 }
        }
        guard score > 0 else { return 0 }
        score += min(0.3, 0.1 * Double(entry.title.count { message.positions[$0] != nil }))
        if !entry.places.isDisjoint(with: message.places) { score += 0.25 }
        if links[index].isFinished { score += 0.05 }
        return score
    }
}

/// Words as they are compared here: folded, without the frequent ones, cut to their stem.
private enum Words {
    /// Lower case without accents, split at everything that is no letter or digit.
    static func folded(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            let letter = folded(scalar)
            if letter.isEmpty {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word += letter
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// Empty for what is no letter or digit.
    private static func folded(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: return String(Character(scalar))
        case 0x41...0x5A: return String(Character(UnicodeScalar(UInt8(scalar.value + 32))))
        case 0..<0xC0: return ""
        default: return accents[scalar] ?? scalar.properties.lowercaseMapping.filter(\.isLetter)
        }
    }

    private static let accents: [Unicode.Scalar: String] = {
        let letters = [
            "a": "àâäáãåÀÂÄÁÃÅ", "c": "çÇ", "e": "éèêëÉÈÊË", "i": "îïíìÎÏÍÌ", "n": "ñÑ",
            "o": "ôöóòõÔÖÓÒÕ", "u": "ùûüúÙÛÜÚ", "y": "ÿýŸÝ", "oe": "œŒ", "ae": "æÆ",
        ]
        return letters.reduce(into: [:]) { accents, entry in
            for scalar in entry.value.unicodeScalars { accents[scalar] = entry.key }
        }
    }()

    static func significant(in text: String) -> [String] {
        folded(text).filter { $0.count > 2 && !frequent.contains($0) }.map(stem)
    }

    static func contains(_ words: [String], _ name: [String]) -> Bool {
        guard let first = name.first, words.count >= name.count else { return false }
        // A single everyday word is no name: "eva" is one, but short.
        guard name.count > 1 || first.count > 4 else { return false }
        return words.indices.contains { start in
            words[start] == first && words[start...].starts(with: name)
        }
    }

    /// A territory's name without the kind of its organisation.
    static func place(_ name: Substring) -> String {
        var words = folded(String(name))
        let kinds: Set<String> = ["ca", "cc", "cu", "commune", "agglo", "departement", "region"]
        words.removeAll(where: kinds.contains)
        return words.joined(separator: " ")
    }

    /// Cuts plural, gender and the common endings of verbs and nouns: crude, and enough to meet
    /// "déchets" and "déchet", "signaler" and "signalement".
    private static func stem(_ word: String) -> String {
        let letters = Array(word.utf8)
        for ending in endings where letters.count - ending.count >= 4 {
            guard letters.suffix(ending.count).elementsEqual(ending) else { continue }
            return String(decoding: letters.dropLast(ending.count), as: UTF8.self)
        }
        return word
    }

    private static let endings = [
        "issements", "issement", "ations", "ation", "itions", "ition", "ements", "ement", "aient",
        "antes", "ants", "ante", "ant", "euses", "euse", "eurs", "eur", "ites", "ite", "ives",
        "ifs", "ive", "if", "ees", "ee", "ers", "er", "ons", "ont", "ent", "ez", "ait", "ais",
        "aux", "ales", "ale", "als", "al", "es", "e", "s", "x",
    ].map { Array($0.utf8) }

    private static let frequent: Set<String> = Set(
        """
        les des une par pour dans sur avec sans que qui quoi dont nos notre nous vos votre vous ils \
        elle elles leur leurs aux est sont etre avoir avons avez ont ete comment quand mais donc \
        car pas plus moins tres bien tout tous toute toutes cette ces cet ses son lors meme aussi \
        afin ainsi entre vers chez depuis via deja
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)
    )

    /// Themes that are no subject by themselves.
    static let common: Set<String> = Set(
        significant(
            in: """
                emploi jeunes droit entreprises école associations données ccas calcul culture \
                familles parents voirie usagers démarches département dossiers formulaires achats \
                aides solidarité santé agriculture adresses orientation compétences insertion \
                mobilité logement habitat stationnement
                """
        )
    )
}
