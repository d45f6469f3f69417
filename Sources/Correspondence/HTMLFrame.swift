import Foundation
import Templates

/// Makes the HTML form of a letter from its text, inside the one frame that all letters share.
///
/// The text is the only source. It is read by what a reader sees: a line in capitals is a heading,
/// `- ` begins an item, `1 - ` a choice, a label in capitals before a wide blank a field, indented
/// lines are somebody's words. Nothing of it is taken as HTML.
///
/// Each element carries its style itself: mail programs that drop the style element, and those that
/// know few selectors, still show headings, lists and quotations.
package struct HTMLFrame: Sendable {
    static let fileName = "cadre.html.mustache"
    /// The names the frame may use.
    static let names: Set<String> = ["titre", content]
    /// The name of the letter itself, which is HTML already.
    static let content = "contenu"

    private let frame: Template
    private let styles: HTMLStyles

    package init(frame: Template) {
        self.frame = frame
        styles = HTMLStyles(page: frame.render(["titre": "", "contenu": ""]))
    }

    package func html(from text: String, title: String) -> String {
        let content = HTMLBlock.read(text).map(html).joined(separator: "\n")
        return frame.render(["titre": .text(LetterText.line(title)), "contenu": .text(content)])
    }

    private func html(_ block: HTMLBlock) -> String {
        switch block {
        case .heading(let text): open("h2") + Self.typeset(text) + "</h2>"
        case .paragraph(let lines):
            open("p") + lines.map { inline($0[...]) }.joined(separator: "<br>\n") + "</p>"
        case .list(let items):
            open("ul") + "\n" + items.map { "\(open("li"))\(item($0))</li>\n" }.joined() + "</ul>"
        case .choices(let choices):
            open("dl") + "\n"
                + choices.map { choice in
                    "\(open("dt"))\(inline(choice.term[...]))</dt>\n"
                        + "\(open("dd"))\(item(choice.lines))</dd>\n"
                }
                .joined() + "</dl>"
        case .fields(let fields):
            "<dl class=\"fiche\"\(styles.attribute(".fiche"))>\n"
                + fields.map { field in
                    let lines = field.lines.map { marked($0[...], Self.typeset) }
                    return open("dt", as: ".fiche dt") + field.term.escapedForHTML + "</dt>\n"
                        + open("dd", as: ".fiche dd") + lines.joined(separator: "<br>\n")
                        + "</dd>\n"
                }
                .joined() + "</dl>"
        case .quotation(let paragraphs):
            open("blockquote") + "\n"
                + paragraphs.map { lines in
                    open("p", as: "blockquote p")
                        + lines.map(Self.typeset).joined(separator: "<br>\n") + "</p>\n"
                }
                .joined() + "</blockquote>"
        }
    }

    /// The opening tag, with the style that the frame has for it under that selector.
    private func open(_ tag: String, as selector: String? = nil) -> String {
        "<\(tag)\(styles.attribute(selector ?? tag))>"
    }

    /// The lines of an item run on; an address on a line of its own makes the line before a link.
    private func item(_ lines: [String]) -> String {
        inline(lines.joined(separator: " ")[...])
    }

    private func inline(_ text: Substring) -> String { marked(text, linked) }

    /// Turns marked links into links, and what stands between them as told.
    private func marked(_ text: Substring, _ plain: (String) -> String) -> String {
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
    private func linked(_ text: String) -> String {
        var html = ""
        var rest = text[...]
        while let address = Self.firstAddress(in: rest) {
            let before = rest[..<address.lowerBound]
            let phraseStart = Self.startOfPhrase(in: before)
            let phrase = before[phraseStart...].trimmingCharacters(
                in: CharacterSet(charactersIn: " :")
            )
            html += Self.typeset(String(before[..<phraseStart]))
            html += link(phrase.isEmpty ? String(rest[address]) : phrase, to: String(rest[address]))
            rest = rest[address.upperBound...]
        }
        return html + Self.typeset(String(rest))
    }

    private func link(_ phrase: String, to address: String) -> String {
        guard ["https://", "http://", "mailto:"].contains(where: address.hasPrefix) else {
            return Self.typeset(phrase)
        }
        return
            "<a href=\"\(address.escapedForHTML)\"\(styles.attribute("a"))>\(Self.typeset(phrase))</a>"
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
