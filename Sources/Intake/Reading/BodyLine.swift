/// One line of a body, with its quote marks counted and its words made comparable.
struct BodyLine: Sendable {
    /// As it stood, without its line break.
    let text: Substring
    /// Where it stands in the message's text, in octets of UTF-8, its line break not counted.
    let span: Range<Int>
    /// How many `>` stand before it.
    let depth: Int
    /// What follows the quote marks.
    let content: Substring
    /// The content folded, and cut after `foldedLimit` bytes: enough for headers and signatures.
    let folded: Wording
    /// The header label that the content starts with.
    let label: HeaderLabel?

    static let foldedLimit = 320

    init(_ text: Substring, at offset: Int = 0) {
        self.init(text, span: offset..<(offset + text.utf8.count))
    }

    private init(_ text: Substring, span: Range<Int>) {
        self.text = text
        self.span = span
        let marks = Self.quoteMarks(of: text)
        depth = marks.depth
        content = marks.content
        folded = Wording(marks.content, limit: Self.foldedLimit)
        label = HeaderLabel(folded)
    }

    var isBlank: Bool { folded.isEmpty }
    var isQuoted: Bool { depth > 0 }
    /// Whether the line is longer than what was folded.
    var isCut: Bool { folded.count >= Self.foldedLimit }

    /// The lines of a text; one pass, whatever the line ends.
    static func lines(of text: String) -> [BodyLine] {
        var offset = 0
        return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { bytes in
            var line = Substring(bytes)
            if line.utf8.last == 0x0D { line = Substring(line.utf8.dropLast()) }
            defer { offset += bytes.count + 1 }
            return BodyLine(line, at: offset)
        }
    }

    /// The same line with its first quote mark taken off; it stands where it stood.
    func unquoted() -> BodyLine {
        guard depth > 0 else { return self }
        var rest = content
        if depth > 1 {
            rest = Substring(String(repeating: ">", count: min(depth - 1, 50)) + " " + content)
        }
        return BodyLine(rest, span: span)
    }

    private static func quoteMarks(of text: Substring) -> (depth: Int, content: Substring) {
        var depth = 0
        var start = text.utf8.startIndex
        var index = start
        while index < text.utf8.endIndex {
            let byte = text.utf8[index]
            let next = text.utf8.index(after: index)
            if byte == 0x3E {
                depth += 1
                start = next
            } else if byte != 0x20 && byte != 0x09 {
                break
            }
            index = next
        }
        guard depth > 0 else { return (0, text) }
        if start < text.utf8.endIndex, text.utf8[start] == 0x20 {
            start = text.utf8.index(after: start)
        }
        return (depth, text[start...])
    }
}

/// Whose words are read: what the sender's name and address say, for recognising a signature.
struct LetterWriter: Sendable {
    private var tokens: [[UInt8]] = []

    init(name: String?, localPart: String?) {
        if let name { tokens += Self.tokens(of: name) }
        if let localPart { tokens += Self.tokens(of: localPart) }
    }

    /// Whether a word of a signature belongs to the writer's name: `Chastan` in nchastan@.
    func isNamed(_ word: some Collection<UInt8>) -> Bool {
        guard word.count >= 3 else { return false }
        return tokens.contains { token in
            token.elementsEqual(word)
                || (word.count >= 4 && token.count > word.count
                    && token.suffix(word.count).elementsEqual(word))
                || (token.count >= 3 && word.count > token.count && word.starts(with: token))
        }
    }

    /// What a shared mailbox is called by says nothing of who signs.
    private static let organisationWords: Set<String> = [
        "mairie", "ville", "commune", "service", "direction", "secretariat", "accueil", "contact",
        "les",
        "des", "departement", "region", "communaute", "communes", "saint", "sainte", "sur", "maire",
        "dgs",
        "numerique", "association", "syndicat", "metropole", "agglo", "presidence", "cabinet",
        "mission",
    ]

    private static func tokens(of text: String) -> [[UInt8]] {
        Wording(text, limit: 200).bytes
            .split { !(0x61...0x7A).contains($0) }
            .filter {
                $0.count >= 3 && !organisationWords.contains(String(decoding: $0, as: UTF8.self))
            }
            .map(Array.init)
    }
}
