import Foundation
import Templates

/// Makes the HTML form of a letter from its text, inside the one frame that all letters share.
///
/// The text is the only source. It is read by what a reader sees: a line in capitals is a heading,
/// `- ` begins an item, `1 - ` a choice, a label in capitals before a wide blank a field, indented
/// lines are somebody's words. Nothing of it is taken as HTML.
package struct HTMLFrame: Sendable {
    static let fileName = "cadre.html.mustache"
    /// The names the frame may use.
    static let names: Set<String> = ["titre", content]
    /// The name of the letter itself, which is HTML already.
    static let content = "contenu"

    private let frame: Template

    package init(frame: Template) {
        self.frame = frame
    }

    package func html(from text: String, title: String) -> String {
        let blocks = Block.read(text)
        let content = blocks.map(Self.html).joined(separator: "\n")
        return frame.render(["titre": .text(LetterText.line(title)), "contenu": .text(content)])
    }

    private static func html(_ block: Block) -> String {
        switch block {
        case .heading(let text): "<h2>\(typeset(text))</h2>"
        case .paragraph(let lines):
            "<p>\(lines.map { inline($0[...]) }.joined(separator: "<br>\n"))</p>"
        case .list(let items): "<ul>\n\(items.map { "<li>\(item($0))</li>\n" }.joined())</ul>"
        case .choices(let choices):
            "<dl>\n"
                + choices.map { choice in
                    "<dt>\(inline(choice.term[...]))</dt>\n<dd>\(item(choice.lines))</dd>\n"
                }
                .joined() + "</dl>"
        case .fields(let fields):
            "<dl class=\"fiche\">\n"
                + fields.map { field in
                    let lines = field.lines.map { marked($0[...], typeset) }
                    return "<dt>\(field.term.escapedForHTML)</dt>\n"
                        + "<dd>\(lines.joined(separator: "<br>\n"))</dd>\n"
                }
                .joined() + "</dl>"
        case .quotation(let paragraphs):
            "<blockquote>\n"
                + paragraphs.map { lines in
                    "<p>\(lines.map(\.escapedForHTML).joined(separator: "<br>\n"))</p>\n"
                }
                .joined() + "</blockquote>"
        }
    }

    /// The lines of an item run on; an address on a line of its own makes the line before a link.
    private static func item(_ lines: [String]) -> String {
        inline(lines.joined(separator: " ")[...])
    }

    private static func inline(_ text: Substring) -> String { marked(text, linked) }

    /// Turns marked links into links, and what stands between them as told.
    private static func marked(_ text: Substring, _ plain: (String) -> String) -> String {
        LetterText.pieces(of: text).map { piece in
            switch piece {
            // Links side by side stay apart.
            case .text(let text) where text.allSatisfy({ $0 == " " }): " &nbsp; "
            case .text(let text): plain(String(text))
            case .link(let phrase, let address): link(String(phrase), to: String(address))
            }
        }
        .joined()
    }

    /// Makes each address a link whose text is the phrase before it.
    private static func linked(_ text: String) -> String {
        var html = ""
        var rest = text[...]
        while let address = firstAddress(in: rest) {
            let before = rest[..<address.lowerBound]
            let phraseStart = startOfPhrase(in: before)
            let phrase = before[phraseStart...].trimmingCharacters(
                in: CharacterSet(charactersIn: " :")
            )
            html += typeset(String(before[..<phraseStart]))
            html += link(phrase.isEmpty ? String(rest[address]) : phrase, to: String(rest[address]))
            rest = rest[address.upperBound...]
        }
        return html + typeset(String(rest))
    }

    private static func link(_ phrase: String, to address: String) -> String {
        guard ["https://", "http://", "mailto:"].contains(where: address.hasPrefix) else {
            return typeset(phrase)
        }
        return "<a href=\"\(address.escapedForHTML)\">\(typeset(phrase))</a>"
    }

    /// Escaped, and with the blanks that French never breaks a line at made unbreakable: before
    /// `:`, `;`, `?`, `!` and `»`, after `«`, between the figures of a number or an hour.
    private static func typeset(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for index in scalars.indices.dropFirst().dropLast() where scalars[index] == " " {
            let (before, after) = (scalars[index - 1], scalars[index + 1])
            let (figureBefore, figureAfter) = (isFigure(before), isFigure(after))
            let isHour = (figureBefore && after == "h") || (before == "h" && figureAfter)
            let isMark = ":;?!»".unicodeScalars.contains(after) || before == "«"
            if isMark || isHour || (figureBefore && figureAfter) { scalars[index] = "\u{A0}" }
        }
        return String(String.UnicodeScalarView(scalars)).escapedForHTML
    }

    private static func isFigure(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }

    private static func firstAddress(in text: Substring) -> Range<Substring.Index>? {
        guard text.utf8.contains(UInt8(ascii: "/")) else { return nil }
        let starts = ["https://", "http://"].compactMap { text.range(of: $0)?.lowerBound }
        guard let start = starts.min() else { return nil }
        let run = text[start...].prefix { !$0.isWhitespace && !"<>\"«»".contains($0) }
        var end = run.endIndex
        while end > start, ".,;:!?)".contains(text[text.index(before: end)]) {
            end = text.index(before: end)
        }
        return start..<end
    }

    /// After the last sentence end; a phrase too long to be a link starts at its end.
    private static func startOfPhrase(in text: Substring) -> Substring.Index {
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if ".!?;".contains(text[index]), next < text.endIndex, text[next] == " " {
                start = next
            }
            index = next
        }
        while start < text.endIndex, text[start] == " " { start = text.index(after: start) }
        return text[start...].count > 140 ? text.endIndex : start
    }
}

/// A part of a letter as its reader sees it.
private enum Block {
    case heading(String)
    case paragraph([String])
    case list([[String]])
    case choices([Entry])
    case fields([Entry])
    case quotation([[String]])

    struct Entry {
        var term: String
        var lines: [String]
    }

    static func read(_ text: String) -> [Block] {
        var blocks: [Block] = []
        var afterBlank = true
        let lines = text.utf8.split(
            separator: UInt8(ascii: "\n"),
            omittingEmptySubsequences: false
        )
        for line in lines.map({ String(Substring($0)) }) {
            guard !line.isEmpty else {
                afterBlank = true
                continue
            }
            if !afterBlank || line.hasPrefix("  "), let last = blocks.popLast() {
                if let longer = last.continued(by: line, afterBlank: afterBlank) {
                    blocks.append(longer)
                    afterBlank = false
                    continue
                }
                blocks.append(last)
            }
            blocks.append(Block(starting: line))
            afterBlank = false
        }
        return blocks
    }

    private init(starting line: String) {
        if let item = Self.item(line) {
            self = .list([[item]])
        } else if let choice = Self.choice(line) {
            self = .choices([choice])
        } else if let field = Self.field(line) {
            self = .fields([field])
        } else if line.hasPrefix("  ") {
            self = .quotation([[Self.trimmed(line)]])
        } else if Self.isHeading(line) {
            self = .heading(line)
        } else {
            self = .paragraph([line])
        }
    }

    /// This block with one more line; `nil` when the line begins another.
    private func continued(by line: String, afterBlank: Bool) -> Block? {
        let isIndented = line.hasPrefix("  ")
        switch self {
        case .heading: return nil
        case .paragraph(let lines):
            let begins = Self.item(line) ?? Self.choice(line)?.term ?? Self.field(line)?.term
            if afterBlank || begins != nil || Self.isHeading(line) { return nil }
            return .paragraph(lines + [Self.trimmed(line)])
        case .list(let items):
            if afterBlank { return nil }
            if let item = Self.item(line) { return .list(items + [[item]]) }
            guard isIndented, let last = items.last else { return nil }
            return .list(items.dropLast() + [last + [Self.trimmed(line)]])
        case .choices(let choices):
            if afterBlank { return nil }
            if let choice = Self.choice(line) { return .choices(choices + [choice]) }
            return isIndented ? .choices(Self.extended(choices, by: line)) : nil
        case .fields(let fields):
            if afterBlank { return nil }
            if let field = Self.field(line) { return .fields(fields + [field]) }
            return isIndented ? .fields(Self.extended(fields, by: line)) : nil
        case .quotation(let paragraphs):
            guard isIndented else { return nil }
            if afterBlank { return .quotation(paragraphs + [[Self.trimmed(line)]]) }
            guard let last = paragraphs.last else { return nil }
            return .quotation(paragraphs.dropLast() + [last + [Self.trimmed(line)]])
        }
    }

    private static func extended(_ entries: [Entry], by line: String) -> [Entry] {
        guard var last = entries.last else { return entries }
        last.lines.append(trimmed(line))
        return entries.dropLast() + [last]
    }

    private static func item(_ line: String) -> String? {
        line.hasPrefix("- ") ? String(line.dropFirst(2)) : nil
    }

    private static func choice(_ line: String) -> Entry? {
        guard let first = line.first, first.isASCII, first.isNumber,
            line.dropFirst().hasPrefix(" - ")
        else { return nil }
        return Entry(term: line, lines: [])
    }

    /// A label in capitals, at least two blanks, then what stands beside it.
    private static func field(_ line: String) -> Entry? {
        // A label ends where two blanks follow each other, and soon.
        var last: UInt8 = 0
        let blanks = line.utf8.prefix(16).firstIndex { byte in
            defer { last = byte }
            return byte == UInt8(ascii: " ") && last == byte
        }
        guard let blanks,
            let end = line.utf8[..<blanks].lastIndex(where: { $0 != UInt8(ascii: " ") })
        else { return nil }
        let label = String(line[...end])
        guard isHeading(label) else { return nil }
        return Entry(term: label, lines: [trimmed(String(line[blanks...]))])
    }

    private static func isHeading(_ line: String) -> Bool { LetterText.isHeading(line) }

    private static func trimmed(_ line: String) -> String {
        let blank = UInt8(ascii: " ")
        guard let start = line.utf8.firstIndex(where: { $0 != blank }),
            let end = line.utf8.lastIndex(where: { $0 != blank })
        else { return "" }
        return String(line[start...end])
    }
}
