/// One rule that counted, with the words that it met.
package struct Match: Hashable, Sendable {
    package var rule: String
    package var target: Target
    package var weight: Double
    /// An `essai`: shown, not deciding.
    package var trial: Bool
    package var place: Place
    /// As the writer wrote it.
    package var text: String
    package var file: String
    /// Counts from 1.
    package var line: Int
}

/// What the rules made of a writing.
package struct Verdict: Sendable {
    /// By place, then by position.
    package internal(set) var matches: [Match] = []
    /// The work it took: look-ups, hits and joins, a count that does not depend on the machine.
    package internal(set) var steps = 0
    var thresholds: [Target: Double] = [:]

    /// The sum of the weights, without trials.
    package func score(of target: Target) -> Double {
        matches.reduce(0) { $1.target == target && !$1.trial ? $0 + $1.weight : $0 }
    }

    package func reached(_ target: Target) -> Bool {
        score(of: target) >= thresholds[target] ?? Rulebook.defaultThreshold
    }
}
