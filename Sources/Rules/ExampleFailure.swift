/// An example line that the rules do not bear out.
package struct ExampleFailure: Sendable, CustomStringConvertible {
    package var file: String
    /// Counts from 1.
    package var line: Int
    package var target: Target
    package var text: String
    package var score: Double
    package var threshold: Double
    /// A `pas encore` line is only reported.
    package var isFailure: Bool
    /// `oui`, `non`, `pas encore`.
    package var kind: String
    /// The rules that gave points, `+3 nom`.
    package var reasons: [String]

    /// For rule authors, in French.
    package var description: String {
        let finding: String
        switch (kind, isFailure) {
        case ("oui", _):
            finding =
                "« oui » attendu pour [\(target)], mais \(points) : il en faut"
                + " \(Self.number(threshold))"
        case ("non", _):
            finding =
                "« non » attendu pour [\(target)], mais \(points) : le seuil de"
                + " \(Self.number(threshold)) est atteint"
        default:
            finding =
                score >= threshold
                ? "« pas encore » est maintenant reconnu pour [\(target)] (\(points)) :"
                    + " changez-le en « oui »"
                : "« pas encore » reconnu pour [\(target)] : \(points) sur"
                    + " \(Self.number(threshold))"
        }
        let why = reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))"
        return "\(file), ligne \(line) : \(finding)\(why). Exemple : \(text)"
    }

    private var points: String {
        "\(Self.number(score)) point\(score.magnitude >= 2 ? "s" : "")"
    }

    /// As French writes it: 3, 2,5.
    static func number(_ value: Double) -> String {
        if value == value.rounded() { return String(Int(value)) }
        return String(value).replacing(".", with: ",")
    }
}

extension Rulebook {
    /// Runs the `oui`, `non` and `pas encore` lines, each read as the body of a message.
    ///
    /// Returns the `oui` and `non` that do not hold, and every `pas encore` with its points.
    package func checkExamples() -> [ExampleFailure] {
        examples.compactMap { example in
            let verdict = verdict(on: Writing(body: example.text))
            let score = verdict.score(of: example.target)
            let threshold = threshold(of: example.target)
            let isReached = score >= threshold
            switch example.kind {
            case .yes where isReached, .no where !isReached: return nil
            default: break
            }
            return ExampleFailure(
                file: fileNames[example.location.file],
                line: example.location.line,
                target: example.target,
                text: example.text,
                score: score,
                threshold: threshold,
                isFailure: example.kind != .notYet,
                kind: example.kind.rawValue,
                reasons: verdict.matches.filter { $0.target == example.target }.map {
                    "\($0.trial ? "essai " : "")\($0.weight > 0 ? "+" : "")"
                        + "\(ExampleFailure.number($0.weight)) \($0.rule)"
                }
            )
        }
    }
}
