import French

/// The words of a text that belong to subjects, sentence by sentence.
struct ExampleMentions {
    /// That a name of a subject stands in a sentence.
    struct Mention {
        var subject: Int
        /// The tokens it is made of.
        var tokens: [Int]
        var sentence: Int
        /// Whether the name says little alone.
        var isCommon: Bool
    }

    private(set) var all: [Mention] = []
    let text: TokenizedText

    /// Words between those of a name, as in "repas que les enfants ont jetés".
    private static let gap = 3
    /// Tokens looked at: what a message asks for stands early.
    private static let limit = 2_000

    init(of source: String, in thesaurus: ExampleThesaurus) {
        text = TokenizedText(source)
        for (index, sentence) in text.sentences.enumerated() {
            guard sentence.tokens.lowerBound < Self.limit else { break }
            var words = Sentence(thesaurus: thesaurus, text: text)
            for token in sentence.tokens.prefix(Self.limit) { words.take(token) }
            for match in words.matches() {
                all.append(
                    Mention(
                        subject: thesaurus.terms[match.term].subject,
                        tokens: match.tokens,
                        sentence: index,
                        isCommon: thesaurus.terms[match.term].isCommon
                    )
                )
            }
        }
    }

    /// One sentence at work.
    private struct Sentence {
        let thesaurus: ExampleThesaurus
        let text: TokenizedText
        /// The token of each telling word, in order.
        var tokens: [Int] = []
        /// How often the writer paused before each of them.
        var pauses: [Int] = []
        /// Where the words of the vocabulary stand, counted in telling words.
        var positions: [Int: [Int]] = [:]
        private var pauseCount = 0

        init(thesaurus: ExampleThesaurus, text: TokenizedText) {
            self.thesaurus = thesaurus
            self.text = text
        }

        mutating func take(_ index: Int) {
            let token = text.tokens[index]
            if token.flags.contains(.afterPause) || ExampleWords.isPause(text.folded(index)) {
                pauseCount += 1
            }
            guard !token.flags.contains(.elided) else { return }
            let folded = text.folded(index)
            let exact = thesaurus.vocabulary[ExampleWords.exact(folded)]
            let isLittle =
                !token.flags.contains(.afterHyphen) && ExampleWords.isLittle(folded)
            guard exact != nil || !isLittle else { return }
            if let exact { positions[exact, default: []].append(tokens.count) }
            if !isLittle, folded.utf8.count <= 30,
                let word = thesaurus.vocabulary[ExampleWords.stem(folded)]
            {
                positions[word, default: []].append(tokens.count)
            }
            tokens.append(index)
            pauses.append(pauseCount)
        }

        /// What is named here: of names that use the same words only the longest.
        func matches() -> [(term: Int, tokens: [Int])] {
            var found: [(term: Int, places: [Int])] = []
            for word in positions.keys {
                for term in thesaurus.termsByWord[word] {
                    for places in occurrences(of: thesaurus.terms[term]) {
                        found.append((term, places))
                    }
                }
            }
            found.sort { ($0.places.count, $1.term) > ($1.places.count, $0.term) }
            var used: [Int: Int] = [:]
            var matches: [(term: Int, tokens: [Int])] = []
            for match in found {
                let isInside = match.places.allSatisfy {
                    used[$0].map { $0 > match.places.count } ?? false
                }
                guard !isInside else { continue }
                for place in match.places where used[place] == nil {
                    used[place] = match.places.count
                }
                matches.append((match.term, match.places.map { tokens[$0] }))
            }
            return matches
        }

        /// The places of the words of each occurrence of a term, near each other and in its order:
        /// "demander aux habitants" is not "un habitant a demandé".
        private func occurrences(of term: ExampleThesaurus.Term) -> [[Int]] {
            let all = term.words.indices.map { place in
                (positions[term.words[place]] ?? []).filter {
                    term.admits(text.folded(tokens[$0]), at: place)
                }
            }
            guard !all.contains(where: \.isEmpty) else { return [] }
            let span = term.words.count - 1 + ExampleMentions.gap
            return all[0].compactMap { start in
                var places = [start]
                for index in all.indices.dropFirst() {
                    let last = places[index - 1]
                    let next = all[index].first {
                        term.isJoined[index] ? $0 == last + 1 : $0 > last
                    }
                    guard let next, next - start <= span,
                        pauses[next] - pauses[start] <= term.pauses
                    else { return nil }
                    places.append(next)
                }
                return places
            }
        }
    }
}
