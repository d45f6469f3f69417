/// What keeps a rule file from being used, pointing at the character to change.
package struct RuleError: Error, Equatable, Sendable, CustomStringConvertible {
    package var file: String
    /// Both count from 1; the column counts characters, as editors do.
    package var line: Int
    package var column: Int
    /// For rule authors, so in French and without its full stop.
    package var problem: String
    /// What to write instead, a whole French sentence, when one can tell.
    package var suggestion: String?

    package init(
        file: String,
        line: Int,
        column: Int,
        problem: String,
        suggestion: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
        self.suggestion = suggestion
    }

    /// `investigation.rules, ligne 12, colonne 5 : « @creusser » n'existe pas. Vouliez-vous …`
    package var description: String {
        let place = "\(file), ligne \(line), colonne \(column)"
        return "\(place) : \(problem)." + (suggestion.map { " \($0)" } ?? "")
    }
}

/// All that is wrong in a set of rule files, by file and line.
package struct RuleErrors: Error, Equatable, Sendable, CustomStringConvertible {
    package let errors: [RuleError]

    package init(errors: [RuleError]) {
        self.errors = errors.sorted {
            ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column)
        }
    }

    package var description: String { errors.map(\.description).joined(separator: "\n") }
}
