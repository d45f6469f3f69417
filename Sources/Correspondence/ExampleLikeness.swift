import Foundation
import French
import Synchronization

/// How much a message resembles what is known of each example: its title, its themes, and the phrases of
/// people who had the same problem.
///
/// Texts are vectors of stems, each weighted by how often it is said and how few examples know it; the
/// likeness of two is the cosine of their angle, of which the phrase nearest to a message counts
/// too (Salton and Buckley, "Term-weighting approaches in
/// automatic text retrieval", 1988). It hears what no list of synonyms foresees, and a word met by chance
/// weighs little in it.
struct ExampleLikeness: Sendable {
    /// How much a message resembles one example.
    struct Score: Sendable {
        /// From 0 to 1.
        var likeness: Double
        /// The writer's words that make most of it, as he wrote them.
        var words: [String]
    }

    /// A word that tells something, and where it stands in its text.
    struct Word: Sendable {
        var stem: String
        var written: String
        /// How much it may say, from 0 to 1.
        var weight: Double
    }

    /// For each stem, the examples that know it and what it weighs there.
    private var postings: [String: [(example: Int, weight: Double)]] = [:]
    /// The same for single phrases, each with its example.
    private var phrasePostings: [String: [(phrase: Int, weight: Double)]] = [:]
    private var exampleOfPhrase: [Int] = []
    private var rarity: [String: Double] = [:]
    /// A small table counts as one of so many examples: its words are not all common.
    private let tableSize: Double

    /// How often the words of a table count, beside those of phrases.
    private static let tableWeight = 2.0
    /// Shorter messages are taken for messages of as many telling words: two words prove little.
    private static let fewestSaid = 4.0
    /// The same of what is known of an example: one without phrases is not nearer for it.
    private static let fewestKnown = 80.0
    private static let leastTableSize = 100
    /// Words of a message that are looked at: what it asks for stands early.
    private static let wordLimit = 1_000
    private static let shownWords = 3
    /// What a message that is a phrase word for word resembles its example, whatever others say.
    private static let samePhrase = 0.5

    /// What is known of an example.
    struct Source: Sendable {
        /// Its title, its themes, what it is for.
        var table: String
        /// Where it was carried out: who lives there has no such problem for that.
        var territory: String
        var phrases: [String]
    }

    init(_ texts: [Source]) {
        tableSize = Double(max(texts.count, Self.leastTableSize) + 1)
        var stems = StemCache()
        var phrases: [(example: Int, counts: [String: Double])] = []
        let counts = texts.enumerated().map { example, text in
            var counts: [String: Double] = [:]
            let places = Set(stems.stems(of: text.territory))
            for stem in stems.stems(of: text.table) where !places.contains(stem) {
                counts[stem, default: 0] += Self.tableWeight
            }
            for phrase in text.phrases {
                var own: [String: Double] = [:]
                for stem in stems.stems(of: phrase) { own[stem, default: 0] += 1 }
                counts.merge(own, uniquingKeysWith: +)
                phrases.append((example, own))
            }
            return counts
        }
        var frequencies: [String: Int] = [:]
        for counts in counts { for stem in counts.keys { frequencies[stem, default: 0] += 1 } }
        for (stem, frequency) in frequencies {
            rarity[stem] = log(tableSize / (Double(frequency) + 0.5))
        }
        for (example, counts) in counts.enumerated() {
            let vector = vector(of: counts)
            let norm = norm(of: vector, atLeast: Self.fewestKnown)
            for (stem, weight) in vector {
                postings[stem, default: []].append((example, weight / norm))
            }
        }
        exampleOfPhrase = phrases.map(\.example)
        for (phrase, source) in phrases.enumerated() {
            let vector = vector(of: source.counts)
            let norm = norm(of: vector, atLeast: Self.fewestSaid)
            for (stem, weight) in vector {
                phrasePostings[stem, default: []].append((phrase, weight / norm))
            }
        }
    }

    private func vector(of counts: [String: Double]) -> [String: Double] {
        counts.reduce(into: [:]) { vector, word in
            guard word.value > 0, let rarity = rarity[word.key] else { return }
            let often = word.value < 1 ? word.value : 1 + log(word.value)
            vector[word.key] = often * rarity
        }
    }

    /// The length of a vector, or that of as many rare words where it is shorter.
    private func norm(of vector: [String: Double], atLeast words: Double) -> Double {
        // In one order, so that a message has the same score each time.
        let squares = vector.values.sorted().reduce(0) { $0 + $1 * $1 }
        return max(squares.squareRoot(), log(tableSize / 2) * words.squareRoot())
    }

    /// Stems found so far: phrases say the same words again and again.
    private struct StemCache {
        private var stems: [String: String] = [:]

        mutating func stems(of source: String) -> [String] {
            let text = TokenizedText(source)
            return text.tokens.indices.compactMap { index in
                guard let folded = ExampleLikeness.telling(index, of: text) else { return nil }
                if let known = stems[folded] { return known }
                let stem = ExampleWords.stem(folded)
                stems[folded] = stem
                return stem
            }
        }
    }

    /// The telling words of a text, in order.
    ///
    /// - Parameter weights: by token, how much each may say; words that say nothing are left out.
    static func words(of text: TokenizedText, weights: [Double]) -> [Word] {
        text.tokens.indices.compactMap { index in
            guard weights[index] > 0, let folded = telling(index, of: text) else { return nil }
            return Word(
                stem: ExampleWords.stem(folded),
                written: text.written(index..<index + 1),
                weight: weights[index]
            )
        }
    }

    /// A word in lower case without accents; `nil` for one that holds the sentence together, is part of
    /// every letter, or is no word.
    private static func telling(_ index: Int, of text: TokenizedText) -> String? {
        guard !text.tokens[index].flags.contains(.elided) else { return nil }
        let folded = text.folded(index)
        guard folded.utf8.count > 2,
            folded.utf8.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }),
            !ExampleWords.isLittle(folded), !courtesy.contains(folded)
        else { return nil }
        return folded
    }

    /// Words of letters, which phrases are too short to hold.
    private static let courtesy = Set(
        """
        bonjour bonsoir madame monsieur mesdames messieurs merci merciez remercie remercions \
        remerciant cordialement salutations sentiments distingues agreer prie avance recevoir honneur \
        reponse permets permettez contacte ecris ecrire suis maire adjoint adjointe charge chargee \
        responsable directeur directrice president presidente elu elue delegue deleguee
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)
    )

    /// Of each example, by its number; those that share no word with the message are not there.
    func scores(of words: [Word]) -> [Int: Score] {
        var counts: [String: Double] = [:]
        var written: [String: String] = [:]
        for word in words.prefix(Self.wordLimit) {
            counts[word.stem, default: 0] += word.weight
            if written[word.stem] == nil { written[word.stem] = word.written }
        }
        let vector = vector(of: counts)
        let norm = norm(of: vector, atLeast: Self.fewestSaid)
        var parts: [Int: [(stem: String, part: Double)]] = [:]
        for (stem, weight) in vector {
            for posting in postings[stem] ?? [] {
                parts[posting.example, default: []].append((stem, weight / norm * posting.weight))
            }
        }
        let nearest = nearestPhrases(to: vector, norm: norm)
        var scores: [Int: Score] = [:]
        for (example, parts) in parts {
            let sorted = parts.sorted { ($0.part, $1.stem) > ($1.part, $0.stem) }
            let phrase = nearest[example] ?? 0
            scores[example] = Score(
                // Many phrases must not hide one that is nearly the message itself.
                likeness: max(
                    sorted.reduce(0) { $0 + $1.part },
                    Self.samePhrase * phrase * phrase
                ),
                words: sorted.prefix(Self.shownWords).compactMap { written[$0.stem] }
            )
        }
        return scores
    }

    /// Of each example, the cosine of the phrase nearest to a message.
    private func nearestPhrases(to vector: [String: Double], norm: Double) -> [Int: Double] {
        var cosines: [Int: Double] = [:]
        for stem in vector.keys.sorted() {
            for posting in phrasePostings[stem] ?? [] {
                cosines[posting.phrase, default: 0] += (vector[stem] ?? 0) / norm * posting.weight
            }
        }
        var nearest: [Int: Double] = [:]
        for (phrase, cosine) in cosines {
            let example = exampleOfPhrase[phrase]
            nearest[example] = max(nearest[example] ?? 0, cosine)
        }
        return nearest
    }
}

/// A likeness that is made when it is first asked for: most commands never rank an example.
final class LazyLikeness: Sendable {
    private let sources: [ExampleLikeness.Source]
    private let made = Mutex<ExampleLikeness?>(nil)

    init(_ sources: [ExampleLikeness.Source]) { self.sources = sources }

    var value: ExampleLikeness {
        made.withLock { made in
            if let made { return made }
            let likeness = ExampleLikeness(sources)
            made = likeness
            return likeness
        }
    }
}
