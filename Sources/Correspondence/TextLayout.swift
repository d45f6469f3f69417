/// Lays text out in the columns of a terminal.
package enum TextLayout {
    /// The columns of the narrowest terminal that people still use.
    package static let columns = 80

    /// What a terminal may show of what strangers wrote: without control characters that would move
    /// its cursor or change its colours, and without direction overrides.
    package static func printable(_ text: some StringProtocol) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: line.append(" ")
            case .format where scalar != "\u{200D}": continue
            case .privateUse, .surrogate, .unassigned: continue
            default: line.append(scalar)
            }
        }
        return String(line)
    }

    /// The same on one line, with single blanks.
    package static func line(_ text: some StringProtocol) -> String {
        printable(text).split(separator: " ").joined(separator: " ")
    }

    /// How many columns a text takes: none for marks that combine, two for wide characters.
    package static func width(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + width($1) }
    }

    private static func width(_ character: Character) -> Int {
        var widest = 0
        for scalar in character.unicodeScalars { widest = max(widest, width(scalar)) }
        return widest
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F, 0xA0..<0x300: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        case 0xFE0F: return 2
        default: break
        }
        if scalar.properties.isEmojiPresentation { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return 1
        }
    }

    /// Breaks a text into lines of at most `columns`, between words; French marks (`:` `?` `»`) stay
    /// with the word they belong to.
    package static func wrap(_ text: String, to columns: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        var used = 0
        for word in words(of: text) {
            let wordWidth = width(word)
            if used > 0, used + 1 + wordWidth <= columns {
                current += " " + word
                used += 1 + wordWidth
                continue
            }
            if used > 0 { lines.append(current) }
            var pieces = pieces(of: word, columns: columns)
            current = pieces.removeLast()
            used = width(current)
            lines += pieces
        }
        if used > 0 { lines.append(current) }
        return lines
    }

    /// What must not be torn apart: a word with the marks that French sets apart from it, a figure or
    /// telephone number in groups of digits.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var opensNext = false
        var opensFigure = false
        for part in text.split(separator: " ") {
            let closes = part.allSatisfy { ":;?!»".contains($0) } || part.hasPrefix("»")
            let isFigure = part.first?.isNumber == true && opensFigure
            if let last = words.last, opensNext || closes || isFigure {
                words[words.count - 1] = last + " " + part
            } else {
                words.append(String(part))
            }
            opensFigure = part.count <= 3 && part.allSatisfy(\.isNumber)
            opensNext = part.allSatisfy { "«-–".contains($0) } || isPoints(part)
        }
        return words
    }

    /// As in `+3`, which belongs to the words it counts.
    private static func isPoints(_ part: Substring) -> Bool {
        "+−".contains(part.first ?? " ") && part.dropFirst().first?.isNumber == true
    }

    /// A line of a letter, wrapped under the words after its indentation, its bullet or its label in
    /// capitals.
    package static func wrapHanging(_ line: String, to columns: Int) -> [String] {
        guard width(line) > columns else { return [line] }
        let hang = hang(of: line)
        let margin = String(repeating: " ", count: hang)
        let lines = wrap(Self.line(line.dropFirst(hang)), to: max(20, columns - hang))
        return lines.enumerated().map { ($0 == 0 ? String(line.prefix(hang)) : margin) + $1 }
    }

    /// How many columns the lines after the first are set in.
    private static func hang(of line: String) -> Int {
        let characters = Array(line.prefix(24))
        let indent = characters.prefix { $0 == " " }.count
        for index in characters.indices.dropFirst(indent + 2)
        where characters[index - 1] == " " && characters[index - 2] == " "
            && characters[index] != " "
        {
            return index
        }
        return indent + (characters.dropFirst(indent).starts(with: "- ") ? 2 : 0)
    }

    /// A word too long for a line, as an address can be: cut after a mark where it has one.
    private static func pieces(of word: String, columns: Int) -> [String] {
        var pieces: [String] = []
        var rest = word[...]
        while width(rest) > columns {
            var end = rest.startIndex
            var afterMark: String.Index?
            var used = 0
            while used + width(rest[end]) <= columns {
                used += width(rest[end])
                let isMark = "@/.-_ ".contains(rest[end])
                end = rest.index(after: end)
                if isMark, used > columns / 2 { afterMark = end }
            }
            let cut = afterMark ?? max(end, rest.index(after: rest.startIndex))
            pieces.append(String(rest[..<cut]))
            rest = rest[cut...]
        }
        return pieces + [String(rest)]
    }

    /// The text when it fits, else its first words and an ellipsis.
    package static func shortened(_ text: String, to columns: Int) -> String {
        guard width(text) > columns else { return text }
        let first = wrap(text, to: max(1, columns - 2)).first ?? ""
        return first + " …"
    }
}
