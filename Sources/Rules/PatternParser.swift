import French

/// A finding about a pattern, turned into a `RuleError` by whoever knows the file's name.
struct PatternError: Error {
    var location: Location
    var problem: String
    var suggestion: String?
}

/// Reads a pattern: words, signs, and the places and turns before it.
///
/// From the loosest to the tightest: `/`, then `&`, then `...n` and words side by side.
struct PatternParser {
    static let deepestNesting = 20
    static let widestGap = 60
    /// Words that a `...` without a number may pass over.
    static let defaultGap = 6

    private let line: SourceLine
    private var lexemes: [Lexeme] = []
    private var index = 0
    private var depth = 0

    init(_ line: SourceLine) throws(PatternError) {
        self.line = line
        lexemes = try PatternLexer(line).lexemes()
    }

    mutating func parse() throws(PatternError) -> Pattern {
        guard !lexemes.isEmpty else {
            throw error("le motif est vide", "Écrivez les mots cherchés après les deux-points.")
        }
        let pattern = try alternatives()
        if let rest = current {
            throw error("« \(rest.written) » ne correspond à rien d'ouvert", "Enlevez ce signe.")
        }
        return pattern
    }

    // MARK: - Grammar

    private mutating func alternatives() throws(PatternError) -> Pattern {
        depth += 1
        defer { depth -= 1 }
        if depth > PatternParser.deepestNesting {
            throw error("trop de parenthèses les unes dans les autres", "Passez par un @ensemble.")
        }
        var choices = [try together()]
        while current?.sign == .slash {
            index += 1
            choices.append(try together())
        }
        return choices.count == 1 ? choices[0] : .any(choices)
    }

    private mutating func together() throws(PatternError) -> Pattern {
        var parts = [try sequence()]
        var limits: [Int?] = []
        while case .near(let limit) = current?.sign {
            index += 1
            limits.append(limit)
            parts.append(try sequence())
        }
        return parts.count == 1 ? parts[0] : .together(parts, within: limits)
    }

    private mutating func sequence() throws(PatternError) -> Pattern {
        var elements: [Pattern.Element] = []
        var gap = 0
        let start = index
        while let lexeme = current {
            if case .gap(let width) = lexeme.sign {
                guard !elements.isEmpty, gap == 0 else {
                    throw error("« ... » demande un mot avant lui")
                }
                index += 1
                gap = width
                continue
            }
            guard var element = try element(lexeme) else { break }
            element.gap = elements.isEmpty ? 0 : gap
            elements.append(element)
            gap = 0
        }
        if gap > 0 { throw error("« ... » demande un mot après lui") }
        guard elements.contains(where: { !$0.isOptional }) else {
            if index > start {
                throw error(
                    "tout est facultatif entre crochets",
                    "Laissez au moins un mot sans crochets."
                )
            }
            throw error(
                current.map { "il manque un mot avant « \($0.written) »" }
                    ?? "il manque un mot à la fin du motif"
            )
        }
        if elements.count == 1, let only = elements.first { return only.pattern }
        return .sequence(elements)
    }

    private mutating func element(_ lexeme: Lexeme) throws(PatternError) -> Pattern.Element? {
        switch lexeme.sign {
        case .word(let words, let kind):
            index += 1
            return Pattern.Element(pattern: PatternParser.pattern(words, kind))
        case .quotation(let words):
            index += 1
            return Pattern.Element(pattern: .phrase(words))
        case .set(let name):
            index += 1
            return Pattern.Element(pattern: .set(name: name, at: lexeme.location))
        case .open(let bracket):
            index += 1
            let inner = try alternatives()
            guard current?.sign == .close(bracket) else {
                let sign = bracket == .round ? ("(", ")") : ("[", "]")
                throw PatternError(
                    location: lexeme.location,
                    problem: "« \(sign.0) » n'est pas refermé",
                    suggestion: "Ajoutez « \(sign.1) »."
                )
            }
            index += 1
            return Pattern.Element(pattern: inner, isOptional: bracket == .square)
        case .slash, .close, .near, .gap:
            return nil
        }
    }

    /// A word with hyphens or apostrophes is several tokens of a text.
    static func pattern(_ words: [String], _ kind: Pattern.Word.Kind) -> Pattern {
        if words.count == 1 { return .word(Pattern.Word(kind: kind, text: words[0])) }
        let last = words.count - 1
        return .sequence(
            words.enumerated().map { position, text in
                let kind = kind == .prefix && position < last ? .exact : kind
                return Pattern.Element(pattern: .word(Pattern.Word(kind: kind, text: text)))
            }
        )
    }

    private var current: Lexeme? { index < lexemes.count ? lexemes[index] : nil }

    private func error(_ problem: String, _ suggestion: String? = nil) -> PatternError {
        PatternError(
            location: current?.location ?? line.location(line.characters.count),
            problem: problem,
            suggestion: suggestion
        )
    }
}
