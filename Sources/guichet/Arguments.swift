import French

/// What a command accepts, and the words that teach it.
struct CommandSyntax: Sendable {
    /// As typed, as in `template render`.
    var name: String
    /// One line for the list of commands.
    var summary: String
    /// How it is called, without `guichet`.
    var usage: String
    /// Options that take a value, without dashes.
    var options: [String] = []
    /// Options that stand alone.
    var flags: [String] = []
    /// Whether words that are no options are welcome.
    var takesOperands = false
    /// The rest of `--help`.
    var help: String

    var helpText: String {
        """
        \(summary)

        Usage: guichet \(usage)

        \(help)

        """
    }
}

/// A command line taken apart by a syntax.
struct Arguments: Equatable {
    var values: [String: String] = [:]
    var flags: Set<String> = []
    var operands: [String] = []
    var wantsHelp = false

    /// Accepts `--name value`, `--name=value`, and operands after `--` whatever they look like.
    init(_ words: some Sequence<String>, syntax: CommandSyntax) throws {
        var rest = Array(words)[...]
        var onlyOperands = false
        while let word = rest.popFirst() {
            guard !onlyOperands, word.hasPrefix("-"), word != "-" else {
                guard syntax.takesOperands else {
                    throw Self.failure("unexpected `\(word)`", syntax)
                }
                operands.append(word)
                continue
            }
            if word == "--" {
                onlyOperands = true
            } else if word == "--help" || word == "-h" {
                wantsHelp = true
            } else {
                try readOption(word, from: &rest, syntax: syntax)
            }
        }
    }

    private mutating func readOption(
        _ word: String,
        from rest: inout ArraySlice<String>,
        syntax: CommandSyntax
    ) throws {
        let parts = word.drop { $0 == "-" }.split(separator: "=", maxSplits: 1)
        let name = parts.first.map(String.init) ?? ""
        if syntax.flags.contains(name), parts.count == 1 {
            flags.insert(name)
            return
        }
        guard syntax.options.contains(name) else {
            let known = (syntax.flags + syntax.options).map { "--\($0)" } + ["--help"]
            let nearest = EditDistance.nearest(to: word, among: known)
            let hint = nearest.map { "; did you mean \($0)?" } ?? ""
            throw Self.failure("unknown option \(word)\(hint)", syntax)
        }
        guard values[name] == nil else { throw Self.failure("--\(name) is given twice", syntax) }
        guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
            throw Self.failure("--\(name) wants a value", syntax)
        }
        values[name] = value
    }

    /// The value of an option that the command cannot do without.
    func required(_ name: String, _ syntax: CommandSyntax) throws -> String {
        guard let value = values[name] else {
            throw Self.failure("--\(name) is missing", syntax)
        }
        return value
    }

    /// The configuration named, or the one that the package installs.
    var configurationPath: String { values["config"] ?? Self.installedConfiguration }

    static let installedConfiguration = "/etc/guichet/guichet.conf"

    static func failure(_ problem: String, _ syntax: CommandSyntax) -> Failure {
        Failure(
            code: .usage,
            message: """
                guichet \(syntax.name): \(problem)
                Usage: guichet \(syntax.usage)
                Try: guichet \(syntax.name) --help
                """
        )
    }
}
