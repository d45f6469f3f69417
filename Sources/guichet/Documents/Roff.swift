/// A manual page under way, in the man(7) language.
struct Roff {
    private(set) var text: String
    /// Whether nothing stands under the last heading yet: it begins a paragraph itself.
    private var isUnderHeading = false

    /// - Parameter date: as in `2026-11-28`.
    init(page: String, section: Int, date: String, manual: String) {
        text = """
            .TH \(page.uppercased()) \(section) \(date) "guichet \(Guichet.version)" "\(manual)"
            .nh
            .ad l

            """
    }

    mutating func section(_ title: String) {
        text += ".SH \(title)\n"
        isUnderHeading = true
    }

    mutating func subsection(_ title: String) {
        text += ".SS \(Self.quoted(title))\n"
        isUnderHeading = true
    }

    /// `name - what it is`, as whatis(1) reads it.
    mutating func name(_ name: String, _ summary: String) {
        section("NAME")
        text += "\(Self.escaped(name)) \\- \(Self.escaped(summary))\n"
    }

    /// A term in bold and what it means.
    mutating func item(_ term: String, _ meaning: String) {
        isUnderHeading = false
        text += ".TP\n.B \(Self.quoted(term))\n\(Self.filled(meaning))\n"
    }

    mutating func paragraph(_ words: String) {
        if !isUnderHeading { text += ".PP\n" }
        isUnderHeading = false
        text += "\(Self.filled(words))\n"
    }

    /// Lines that stand as they are.
    mutating func example(_ lines: String) {
        let escaped = lines.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Self.escaped($0) }
        isUnderHeading = false
        text += ".RS 4\n.EX\n\(escaped.joined(separator: "\n"))\n.EE\n.RE\n"
    }

    /// Prose as the help of a command has it: paragraphs with blank lines between them, one of which
    /// may begin with `Example:`.
    mutating func prose(_ help: String) {
        for words in Self.paragraphs(help) {
            if words.hasPrefix("Example: ") {
                paragraph("Example:")
                example(String(words.dropFirst("Example: ".count)))
            } else {
                paragraph(words)
            }
        }
    }

    static func paragraphs(_ text: String) -> [String] {
        var paragraphs: [[Substring]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.allSatisfy(\.isWhitespace) {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(line)
            }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    }

    private static func filled(_ words: String) -> String {
        words.split(separator: "\n").map { escaped($0.drop(while: \.isWhitespace)) }
            .joined(separator: "\n")
    }

    /// One line of text without anything that would be taken for a request or an escape.
    static func escaped(_ line: some StringProtocol) -> String {
        var escaped = line.first == "." || line.first == "'" ? "\\&" : ""
        for character in line {
            switch character {
            case "\\": escaped += "\\e"
            case "-": escaped += "\\-"
            case "`": escaped += "\\(ga"
            case "'": escaped += "\\(aq"
            case "^": escaped += "\\(ha"
            case "~": escaped += "\\(ti"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// One argument of a macro.
    private static func quoted(_ words: String) -> String {
        "\"\(escaped(words).replacingOccurrences(of: "\"", with: "\\(dq"))\""
    }
}
