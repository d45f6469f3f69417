import French

/// The short writings that `abreviations.txt` explains, so that a rule meets them all.
///
/// `CC, com com = communauté de communes`: on the left what people write for short, on the right
/// what it means. A rule that says one of them, unquoted and without `=`, meets the others too: the
/// other writings become alternatives when the rules are compiled, which costs a text nothing.
struct Abbreviations {
    /// One writing as words; a short one in capitals is met in capitals only (CA is not « ça »).
    private struct Writing {
        var words: [Pattern.Word]
        /// Parallel to `words`: singular and plural, folded.
        var forms: [Set<String>]
        /// Numbers of the writings that say the same, its own first.
        var same: [Int]
    }

    private var writings: [Writing] = []
    private var numbers: [[Pattern.Word]: Int] = [:]
    /// The writings that begin with a folded form, the longest first.
    private var beginnings: [String: [Int]] = [:]
    /// Where each meaning is explained.
    private var places: [[Pattern.Word]: Location] = [:]

    /// Whether a file explains abbreviations: `abreviations.txt`, `abréviations-dsi.txt`.
    static func isFile(_ name: String) -> Bool { fold(name).hasPrefix("abreviations") }

    // MARK: - Reading

    /// Reads `écriture, écriture = sens`; `fileNames` are those that locations count.
    mutating func read(_ line: SourceLine, fileNames: [String]) throws(PatternError) {
        guard let equals = line.characters.firstIndex(of: "=") else {
            throw PatternError(
                location: line.start,
                problem: "il manque « = » entre l'abréviation et ce qu'elle veut dire",
                suggestion: "Par exemple : CC, com com = communauté de communes."
            )
        }
        let shorts = try writings(line.trimmed(0..<equals), "l'abréviation avant")
        let meanings = try writings(
            line.trimmed(equals + 1..<line.characters.count),
            "ce que l'abréviation veut dire, après"
        )
        for meaning in meanings {
            if let known = places[meaning] {
                let text = meaning.map(\.text).joined(separator: " ")
                let place = "\(fileNames[known.file]), ligne \(known.line)"
                throw PatternError(
                    location: line.start,
                    problem: "« \(text) » a déjà ses abréviations (\(place))",
                    suggestion: "Mettez-les toutes sur une seule ligne, séparées par des virgules."
                )
            }
            places[meaning] = line.start
            connect(shorts + [meaning])
        }
    }

    private func writings(_ line: SourceLine, _ side: String) throws(PatternError)
        -> [[Pattern.Word]]
    {
        var writings: [[Pattern.Word]] = []
        for part in line.commaParts() { writings.append(try words(of: part)) }
        if !writings.isEmpty { return writings }
        throw PatternError(
            location: line.start,
            problem: "il manque \(side) « = »",
            suggestion: "Par exemple : CC, com com = communauté de communes."
        )
    }

    private func words(of part: SourceLine) throws(PatternError) -> [Pattern.Word] {
        if let sign = part.characters.firstIndex(where: { "=/&@*+()[]\"«»“”".contains($0) }) {
            throw PatternError(
                location: part.location(sign),
                problem: "« \(part.characters[sign]) » ne s'emploie pas dans les abréviations",
                suggestion: "Écrivez des mots, séparés par des virgules."
            )
        }
        let words = PatternLexer.tokens(part.text)
        if words.joined().count < 2 {
            throw PatternError(
                location: part.start,
                problem: "« \(part.text) » est trop court",
                suggestion: "Mettez au moins deux lettres."
            )
        }
        let isAcronym = words.count == 1 && PatternLexer.isShortAcronym(part.text)
        return words.map { Pattern.Word(kind: isAcronym ? .acronym : .inflected, text: $0) }
    }

    private mutating func connect(_ group: [[Pattern.Word]]) {
        let group = group.map { number(of: $0) }
        for number in group {
            for other in group where !writings[number].same.contains(other) {
                writings[number].same.append(other)
            }
        }
    }

    private mutating func number(of words: [Pattern.Word]) -> Int {
        if let known = numbers[words] { return known }
        let number = writings.count
        numbers[words] = number
        let forms = words.map { word in
            word.kind == .acronym || word.text.count <= 3
                ? Set([word.text]) : Set(Inflection.forms(of: word.text).prefix(2).map { fold($0) })
        }
        writings.append(Writing(words: words, forms: forms, same: [number]))
        for form in forms[0] {
            let all = (beginnings[form] ?? []) + [number]
            beginnings[form] = all.sorted {
                (-writings[$0].words.count, $0) < (-writings[$1].words.count, $1)
            }
        }
        return number
    }

    // MARK: - Expanding

    /// The pattern with the writings that say the same beside each that stands there.
    func expand(_ pattern: Pattern) -> Pattern {
        if writings.isEmpty { return pattern }
        switch pattern {
        case .phrase, .set: return pattern
        case .any(let choices): return .any(choices.map(expand))
        case .together(let parts, let within): return .together(parts.map(expand), within: within)
        case .word: return expand([Pattern.Element(pattern: pattern)]) ?? pattern
        case .sequence(let elements):
            return expand(Abbreviations.flat(elements))
                ?? .sequence(
                    elements.map { element in
                        var element = element
                        element.pattern = expand(element.pattern)
                        return element
                    }
                )
        }
    }

    /// `nil` if no writing stands there.
    private func expand(_ elements: [Pattern.Element]) -> Pattern? {
        var expanded: [Pattern.Element] = []
        var isFound = false
        var index = 0
        while index < elements.count {
            var element = elements[index]
            if let (count, choices) = writing(in: elements, at: index) {
                element.pattern = choices
                index += count
                isFound = true
            } else {
                if case .word = element.pattern {
                } else {
                    element.pattern = expand(element.pattern)
                }
                index += 1
            }
            expanded.append(element)
        }
        guard isFound else { return nil }
        return expanded.count == 1 && !expanded[0].isOptional
            ? expanded[0].pattern : .sequence(expanded)
    }

    private func writing(in elements: [Pattern.Element], at start: Int) -> (Int, Pattern)? {
        guard case .word(let first) = elements[start].pattern else { return nil }
        for key in Set([first.text, fold(first.text)]).sorted() {
            for number in beginnings[key] ?? [] where stands(writings[number], elements, start) {
                let count = writings[number].words.count
                var asWritten = Array(elements[start..<start + count])
                asWritten[0].gap = 0
                asWritten[0].isOptional = false
                let others = writings[number].same.dropFirst()
                    .map { pattern(of: writings[$0].words) }
                return (
                    count, .any([count == 1 ? asWritten[0].pattern : .sequence(asWritten)] + others)
                )
            }
        }
        return nil
    }

    private func stands(_ writing: Writing, _ elements: [Pattern.Element], _ start: Int) -> Bool {
        guard start + writing.words.count <= elements.count else { return false }
        for (offset, word) in writing.words.enumerated() {
            let element = elements[start + offset]
            guard case .word(let written) = element.pattern else { return false }
            if writing.words.count > 1, element.isOptional { return false }
            if offset > 0, element.gap > 0 { return false }
            let isCapital = written.kind == .capitals
            guard isCapital || written.kind == .inflected else { return false }
            if word.kind == .acronym, !isCapital { return false }
            let text = word.text.count <= 3 ? written.text : fold(written.text)
            if !writing.forms[offset].contains(text) { return false }
        }
        return true
    }

    private func pattern(of words: [Pattern.Word]) -> Pattern {
        words.count == 1
            ? .word(words[0]) : .sequence(words.map { Pattern.Element(pattern: .word($0)) })
    }

    /// Words with a hyphen or an apostrophe are sequences of their own: `communauté d'agglomération`.
    private static func flat(_ elements: [Pattern.Element]) -> [Pattern.Element] {
        elements.flatMap { element -> [Pattern.Element] in
            guard case .sequence(var inner) = element.pattern, !element.isOptional,
                inner.allSatisfy({ $0.gap == 0 && !$0.isOptional })
            else { return [element] }
            inner[0].gap = element.gap
            return inner
        }
    }
}
