import Foundation
import French
import Hashing

/// Rule files compiled into one program; it gives every writing its verdict.
package struct Rulebook: Sendable {
    /// For a section that names none where `[décision]` names none either.
    package static let defaultThreshold = 3.0
    package static let defaultMargin = 2.0

    package let fileNames: [String]
    /// In the order of their first section.
    package let targets: [Target]
    /// What becomes of the points.
    package let decision: DecisionList
    /// SHA-256 of the names and bytes of all files, in hexadecimal: which rules gave a verdict.
    package let hash: String
    let program: Program
    private let matchers: MatcherPool
    let examples: [Example]
    private let thresholds: [Target: Double]
    private let margins: [Target: Double]

    package init(files: [RuleFile]) throws(RuleErrors) {
        let reader = RuleReader(files: files)
        if !reader.errors.isEmpty { throw RuleErrors(errors: reader.errors) }
        fileNames = files.map(\.name)
        hash = Rulebook.hash(of: files)
        decision =
            reader.decision.sentences.isEmpty
            ? .standard : DecisionList(sentences: reader.decision.sentences)
        targets = reader.targets
        examples = reader.examples
        let defaults = reader.defaults
        var (thresholds, margins): ([Target: Double], [Target: Double]) = ([:], [:])
        for target in Target.all {
            let section = reader.sections[target]
            thresholds[target] =
                target.category == .sign
                ? Target.signThreshold : section?.threshold?.value ?? defaults.threshold?.value
            margins[target] = section?.margin?.value ?? defaults.margin?.value
        }
        (self.thresholds, self.margins) = (thresholds, margins)
        let compiler = Compiler(
            rules: reader.rules,
            sets: reader.sets,
            abbreviations: reader.abbreviations
        )
        program = compiler.program
        matchers = MatcherPool(program: program, fileNames: fileNames)
    }

    /// Loads the rule and word-set files of a folder, `*.rules` and `*.txt`, by name.
    package static func load(folder: URL) throws -> Rulebook {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw RuleErrors(errors: [
                RuleError(
                    file: folder.lastPathComponent,
                    line: 1,
                    column: 1,
                    problem: "le dossier des règles « \(folder.path) » ne peut pas être lu",
                    suggestion: "Vérifiez son nom et ses droits."
                )
            ])
        }
        let wanted = names.filter(isRuleFile).sorted()
        guard !wanted.isEmpty else {
            throw RuleErrors(errors: [
                RuleError(
                    file: folder.lastPathComponent,
                    line: 1,
                    column: 1,
                    problem: "le dossier « \(folder.path) » ne contient aucune règle",
                    suggestion: "Il y faut au moins un fichier qui finit en « .rules »."
                )
            ])
        }
        return try Rulebook(
            files: wanted.map { name in
                guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
                    throw RuleErrors(errors: [
                        RuleError(
                            file: name,
                            line: 1,
                            column: 1,
                            problem: "ce fichier ne peut pas être lu",
                            suggestion: "Vérifiez ses droits, ou enlevez-le du dossier."
                        )
                    ])
                }
                return RuleFile(name: name, bytes: Array(data))
            }
        )
    }

    private static func isRuleFile(_ name: String) -> Bool {
        let lower = name.lowercased()
        if lower.hasPrefix(".") || lower == "lisezmoi.txt" { return false }
        return lower.hasSuffix(".rules") || lower.hasSuffix(".txt")
    }

    package var ruleCount: Int { program.rules.count }

    package func threshold(of target: Target) -> Double {
        thresholds[target] ?? Rulebook.defaultThreshold
    }

    package func margin(of target: Target) -> Double { margins[target] ?? Rulebook.defaultMargin }

    /// The sentence of the decision that holds.
    ///
    /// - Parameter bringsLetter: whether the mail brings a letter as a document and says next to
    ///   nothing itself.
    package func sentence(for verdict: Verdict, bringsLetter: Bool) -> DecisionList.Sentence? {
        decision.sentence(
            for: Standing(verdict: verdict, bringsLetter: bringsLetter)
        )
    }

    private static func hash(of files: [RuleFile]) -> String {
        var digest = SHA256Stream()
        for file in files {
            for part in [Array(file.name.utf8), file.bytes] {
                digest.update("\(part.count):".utf8)
                digest.update(part)
            }
        }
        return hexadecimal(digest.finish())
    }

    package func verdict(on writing: Writing) -> Verdict {
        let (matches, steps) = matchers.run(on: writing)
        var verdict = Verdict()
        verdict.matches = matches
        verdict.steps = steps
        verdict.thresholds = thresholds
        return verdict
    }
}
