/// What becomes of the points: sentences read in order, of which the first that holds decides.
package struct DecisionList: Equatable, Sendable {
    /// What a mail of a person is said to be.
    package enum Nature: String, Sendable, CaseIterable {
        case request = "demande"
        case unclear = "à préciser"
        case other = "autre"
    }

    /// `demande : offre sauf autre plus fort que offre`.
    package struct Sentence: Equatable, Sendable {
        package var nature: Nature
        /// As its author wrote it.
        package var text: String
        package var file: String
        /// Counts from 1; 0 for the sentences that hold where no file has any.
        package var line: Int
        /// One of them is enough.
        var alternatives: [Alternative]
    }

    /// What must hold together, each term turned round by `sauf`.
    struct Alternative: Equatable, Sendable {
        struct Term: Equatable, Sendable {
            var condition: Condition
            var isException: Bool
        }

        var terms: [Term]
    }

    enum Condition: Equatable, Sendable {
        /// One of the sections has its points.
        case reached([Target])
        /// One of the first has its points, none of the second.
        case without([Target], [Target])
        /// The best of the first that has its points is above the best such of the second, or at
        /// least as high where `orEqual`.
        case stronger([Target], [Target], orEqual: Bool)
        /// The mail brings a letter as a document and says next to nothing itself.
        case letter
        case otherwise
    }

    package var sentences: [Sentence]

    /// The sentences of a folder that has none.
    static let standard: DecisionList = {
        var reader = DecisionReader()
        for text in DecisionReader.standardSentences {
            _ = try? reader.read(SourceLine(text: text), file: "decision.rules")
        }
        return DecisionList(
            sentences: reader.sentences.map { sentence in
                var sentence = sentence
                sentence.line = 0
                return sentence
            }
        )
    }()

    /// The first sentence that holds; the last one always does.
    func sentence(for standing: Standing) -> Sentence? {
        sentences.first { $0.alternatives.contains { $0.holds(for: standing) } }
    }
}

/// The points of a mail as the decision sees them.
struct Standing {
    var verdict: Verdict
    var bringsLetter: Bool

    func anyReached(_ targets: [Target]) -> Bool { targets.contains { verdict.reached($0) } }

    /// The most points among the sections that have theirs; zero where none has.
    func strength(_ targets: [Target]) -> Double {
        targets.filter { verdict.reached($0) }.map { verdict.score(of: $0) }.max() ?? 0
    }
}

extension DecisionList.Alternative {
    func holds(for standing: Standing) -> Bool {
        terms.allSatisfy { $0.condition.holds(for: standing) != $0.isException }
    }
}

extension DecisionList.Condition {
    func holds(for standing: Standing) -> Bool {
        switch self {
        case .reached(let targets): return standing.anyReached(targets)
        case .without(let targets, let others):
            return standing.anyReached(targets) && !standing.anyReached(others)
        case .stronger(let targets, let others, let orEqual):
            guard standing.anyReached(targets) else { return false }
            let (first, second) = (standing.strength(targets), standing.strength(others))
            return orEqual ? first >= second : first > second
        case .letter: return standing.bringsLetter
        case .otherwise: return true
        }
    }
}
