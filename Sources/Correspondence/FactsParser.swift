import Casework

/// Reads `[fact]` sections of `key = value` lines.
struct FactsParser {
    let file: String
    private var facts: [String: Facts.Fact] = [:]
    /// The section being read: its name, its line, and what it holds so far.
    private var section: (name: String, line: Int, entries: [String: Entry])?

    private struct Entry {
        var value: String
        var line: Int
        var column: Int
    }

    private static let keys = ["valeur", "source", "responsable", "revoir_le", "repli"]

    init(file: String) { self.file = file }

    mutating func parse(_ source: String) throws(FactsError) -> [String: Facts.Fact] {
        var source = source[...]
        // Tolerated: the byte order mark that Windows editors put before a text.
        if source.first == "\u{FEFF}" { source.removeFirst() }
        let lines = source.split(omittingEmptySubsequences: false) {
            ["\n", "\r\n", "\r"].contains($0)
        }
        for (index, line) in lines.enumerated() {
            try read(line, number: index + 1)
        }
        try closeSection()
        return facts
    }

    private mutating func read(_ line: Substring, number: Int) throws(FactsError) {
        let content = line.trimmed
        guard let first = content.first, first != "#" else { return }
        let column = line.distance(from: line.startIndex, to: content.startIndex) + 1
        if first == "[" {
            try closeSection()
            try openSection(content, line: number, column: column)
        } else {
            try readEntry(content, line: number, column: column)
        }
    }

    private mutating func openSection(
        _ content: Substring,
        line: Int,
        column: Int
    ) throws(FactsError) {
        let name = String(content.dropFirst().dropLast())
        let isName = name.utf8.allSatisfy {
            $0 == UInt8(ascii: "_") || Character(UnicodeScalar($0)).isLetter
                || Character(UnicodeScalar($0)).isNumber
        }
        guard content.last == "]", !name.isEmpty, name.allSatisfy(\.isASCII), isName else {
            throw error(.badSection(String(content)), line, column)
        }
        if let earlier = facts[name] {
            throw error(.repeatedSection(name, firstLine: earlier.line), line, column)
        }
        section = (name, line, [:])
    }

    private mutating func readEntry(
        _ content: Substring,
        line: Int,
        column: Int
    ) throws(FactsError) {
        guard let equals = content.firstIndex(of: "=") else {
            throw error(.notAnEntry, line, column)
        }
        let key = String(content[..<equals].trimmed)
        guard section != nil else { throw error(.entryBeforeSection, line, column) }
        guard Self.keys.contains(key) else {
            throw error(.unknownKey(key, nearest: nearest(to: key, in: Self.keys)), line, column)
        }
        guard section?.entries[key] == nil else { throw error(.repeatedKey(key), line, column) }
        let written = content[content.index(after: equals)...].trimmed
        let valueColumn =
            column + content.distance(from: content.startIndex, to: written.startIndex)
        let value = try unquoted(written, line: line, column: valueColumn)
        let entry = Entry(
            value: value,
            line: line,
            column: valueColumn + (written.first == "\"" ? 1 : 0)
        )
        try check(entry)
        section?.entries[key] = entry
    }

    private func unquoted(
        _ written: Substring,
        line: Int,
        column: Int
    ) throws(FactsError) -> String {
        guard written.first == "\"" else { return String(written) }
        guard written.count > 1, written.last == "\"" else {
            throw error(.unclosedQuote, line, column)
        }
        return String(written.dropFirst().dropLast())
    }

    private mutating func closeSection() throws(FactsError) {
        guard let (name, line, entries) = section else { return }
        section = nil
        for key in Self.keys where entries[key] == nil {
            throw error(.missingKey(key, fact: name), line, 1)
        }
        func value(_ key: String) -> String { entries[key]?.value ?? "" }
        guard let day = CivilDay(value("revoir_le")) else {
            throw error(.badDate(value("revoir_le")), at: entries["revoir_le"])
        }
        if !value("valeur").isEmpty, value("source").isEmpty || value("responsable").isEmpty {
            throw error(.missingSource(fact: name), line, 1)
        }
        let kind = FactKind(name)
        for key in ["valeur", "repli"] {
            if let problem = kind.problem(in: value(key)) { throw error(problem, at: entries[key]) }
        }
        let texts = [value("valeur"), value("repli")]
        if kind == .words, !texts.contains(""), Set(texts.map(FactKind.isSentence)).count > 1 {
            throw error(.unlikeEnds(fact: name), at: entries["repli"])
        }
        facts[name] = Facts.Fact(
            name: name,
            value: value("valeur"),
            source: value("source"),
            owner: value("responsable"),
            reviewDay: day,
            fallback: value("repli"),
            line: line
        )
    }

    /// Nothing that a mail shows otherwise than an editor does, and nothing that would be filled in.
    private func check(_ entry: Entry) throws(FactsError) {
        var column = entry.column
        var previous: Character?
        for character in entry.value {
            if let scalar = character.unicodeScalars.first(where: \.isUnprintable) {
                throw error(.unprintable(scalar.value), entry.line, column)
            }
            if character == previous, "{}".contains(character) {
                throw error(
                    .braces(String(repeating: character, count: 2)),
                    entry.line,
                    column - 1
                )
            }
            previous = character
            column += 1
        }
    }

    private func error(_ problem: FactsError.Problem, at entry: Entry?) -> FactsError {
        error(problem, entry?.line ?? 1, entry?.column ?? 1)
    }

    private func error(_ problem: FactsError.Problem, _ line: Int, _ column: Int) -> FactsError {
        FactsError(file: file, line: line, column: column, problem: problem)
    }
}

extension Substring {
    /// Without the blanks at both ends.
    fileprivate var trimmed: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

extension Unicode.Scalar {
    /// A control, a mark without width, a change of direction, or a mark of ours.
    fileprivate var isUnprintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
            true
        default: false
        }
    }
}
