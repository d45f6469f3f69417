import French

/// One line of a rule file with the place of each character; a continued line is one with its next.
struct SourceLine {
    var characters: [Character] = []
    var locations: [Location] = []
    /// Where an empty part of a line would begin.
    private var emptyAt = Location(file: 0, line: 1, column: 1)

    init() {}

    /// A line that stands in no file.
    init(text: String) {
        characters = Array(text)
        locations = characters.indices.map { Location(file: 0, line: 0, column: $0 + 1) }
    }

    var start: Location { locations.first ?? emptyAt }

    func location(_ index: Int) -> Location {
        if index < locations.count { return locations[index] }
        guard var last = locations.last else { return start }
        last.column += 1
        return last
    }

    func text(_ range: Range<Int>) -> String { String(characters[range]) }

    /// The part of the line in a range, without blanks around it.
    func trimmed(_ range: Range<Int>) -> SourceLine {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, characters[low].isWhitespace { low += 1 }
        while high > low, characters[high - 1].isWhitespace { high -= 1 }
        var part = SourceLine()
        part.characters = Array(characters[low..<high])
        part.locations = Array(locations[low..<high])
        part.emptyAt = location(low)
        return part
    }

    /// Cuts a file into its lines; blank lines and comments are left out, no-break spaces are
    /// plain ones. A line goes on with the next where it ends in `,` or `/`, or where the next is
    /// indented and starts nothing of its own.
    static func lines(of text: String, file: Int) -> [SourceLine] {
        var lines: [SourceLine] = []
        var continues = false
        // After an example or a blank line nothing goes on.
        var isOpen = false
        for (number, raw) in split(text).enumerated() {
            var line = SourceLine()
            for (column, character) in raw.enumerated() {
                line.characters.append(plain(character))
                line.locations.append(Location(file: file, line: number + 1, column: column + 1))
            }
            line = line.withoutComment().trimmed()
            guard let last = line.characters.last else {
                if raw.allSatisfy(\.isWhitespace) { (continues, isOpen) = (false, false) }
                continue
            }
            let isIndented = raw.first?.isWhitespace == true && isOpen && !line.startsAnew
            if continues || isIndented, let index = lines.indices.last {
                lines[index].characters.append(" ")
                lines[index].locations.append(line.start)
                lines[index].characters += line.characters
                lines[index].locations += line.locations
            } else {
                lines.append(line)
            }
            isOpen = !line.isExample
            continues = (last == "," || last == "/") && isOpen
        }
        return lines
    }

    /// Lines in the manner of Windows, Unix and the old Mac.
    private static func split(_ text: String) -> [[Character]] {
        var lines: [[Character]] = [[]]
        for character in text {
            if character.isNewline {
                lines.append([])
            } else {
                lines[lines.count - 1].append(character)
            }
        }
        return lines
    }

    private static func plain(_ character: Character) -> Character {
        if character == "\u{FEFF}" || character == "\u{200B}" { return " " }
        return character.isWhitespace ? " " : character
    }

    private func trimmed() -> SourceLine { trimmed(0..<characters.count) }

    /// Whether an example stands here, where `#` and a last comma mean themselves.
    var isExample: Bool {
        ["oui", "non", "pas encore"].contains { word in
            guard begins(with: word) else { return false }
            let rest = characters.dropFirst(word.count)
            return rest.contains(":") && (rest.first == " " || rest.first == ":")
        }
    }

    /// Whether it begins with a word, however its capitals and accents are written.
    private func begins(with word: String) -> Bool {
        fold(String(characters.prefix(word.count))) == fold(word)
    }

    /// Whether a sentence of the decision begins here: `demande : …`.
    private var isDecision: Bool {
        DecisionList.Nature.allCases.contains { nature in
            guard begins(with: nature.rawValue) else { return false }
            return characters.dropFirst(nature.rawValue.count).first { $0 != " " } == ":"
        }
    }

    /// Whether a rule, a section, a word set or an example begins here.
    private var startsAnew: Bool {
        guard let first = characters.first else { return false }
        if "+-−–[".contains(first) || isExample || isDecision { return true }
        if first == "@" { return characters.contains("=") }
        return begins(with: "essai ")
    }

    private func withoutComment() -> SourceLine {
        if trimmed().isExample { return self }
        var quoted = false
        for (index, character) in characters.enumerated() {
            if "\"«»“”".contains(character) { quoted.toggle() }
            let opens = index == 0 || characters[index - 1] == " "
            if character == "#", opens, !quoted { return trimmed(0..<index) }
        }
        return self
    }
}

extension SourceLine {
    /// The words of a line, each with its place.
    func words() -> [SourceLine] {
        var words: [SourceLine] = []
        var start: Int?
        for index in 0...characters.count {
            let isBlank = index == characters.count || characters[index] == " "
            if isBlank, let from = start {
                words.append(trimmed(from..<index))
                start = nil
            } else if !isBlank, start == nil {
                start = index
            }
        }
        return words
    }

    /// The parts between commas, outside quotation marks; an empty part is left out.
    func commaParts() -> [SourceLine] {
        var parts: [SourceLine] = []
        var start = 0
        var quoted = false
        for index in 0...characters.count {
            if index < characters.count, "\"«»“”".contains(characters[index]) { quoted.toggle() }
            guard index == characters.count || (characters[index] == "," && !quoted) else {
                continue
            }
            let part = trimmed(start..<index)
            if !part.characters.isEmpty { parts.append(part) }
            start = index + 1
        }
        return parts
    }
}
