import Mail

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
    /// What the innermost of the mail program's own marks in HTML says of the line.
    let mark: TextMark.Kind?
    /// Whether a mark, this one or another around it, says that the line is quoted.
    let isInQuote: Bool

    static let foldedLimit = 320

    init(_ text: Substring, at offset: Int = 0, marks: [TextMark] = []) {
        self.init(
            text,
            span: offset..<(offset + text.utf8.count),
            mark: marks.last?.kind,
            isInQuote: marks.contains { $0.kind == .quoted }
        )
    }

    private init(_ text: Substring, span: Range<Int>, mark: TextMark.Kind?, isInQuote: Bool) {
        self.text = text
        self.span = span
        self.mark = mark
        self.isInQuote = isInQuote
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
    ///
    /// - Parameter marks: what HTML sets apart, in order and nested (see `Message.marks`).
    static func lines(of text: String, marks: [TextMark] = []) -> [BodyLine] {
        var offset = 0
        var open = OpenMarks(marks)
        return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { bytes in
            var line = Substring(bytes)
            if line.utf8.last == 0x0D { line = Substring(line.utf8.dropLast()) }
            defer { offset += bytes.count + 1 }
            return BodyLine(line, at: offset, marks: open.marks(at: offset))
        }
    }

    /// The same line with its first quote mark taken off; it stands where it stood.
    func unquoted() -> BodyLine {
        guard depth > 0 else { return self }
        var rest = content
        if depth > 1 {
            rest = Substring(String(repeating: ">", count: min(depth - 1, 50)) + " " + content)
        }
        return BodyLine(rest, span: span, mark: mark, isInQuote: isInQuote)
    }

    /// The same line as its own mail has it, outside of the mark that says that it is quoted.
    func outsideQuote() -> BodyLine {
        guard isInQuote else { return self }
        let mark = mark == .quoted ? nil : mark
        return BodyLine(text, span: span, mark: mark, isInQuote: false)
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
        Steps.count(depth)
        guard depth > 0 else { return (0, text) }
        if start < text.utf8.endIndex, text.utf8[start] == 0x20 {
            start = text.utf8.index(after: start)
        }
        return (depth, text[start...])
    }
}

/// The marks that hold a place in the text, while it is read from its start on.
private struct OpenMarks {
    private var waiting: ArraySlice<TextMark>
    private var open: [TextMark] = []

    init(_ marks: [TextMark]) { waiting = marks[...] }

    /// The outermost first.
    mutating func marks(at offset: Int) -> [TextMark] {
        while let last = open.last, last.span.upperBound <= offset { open.removeLast() }
        while let next = waiting.first, next.span.lowerBound <= offset {
            waiting.removeFirst()
            if next.span.upperBound > offset, open.count < Self.deepest { open.append(next) }
        }
        return open
    }

    /// Deeper marks say nothing that those around them do not.
    private static let deepest = 20
}

/// Whose words are read: what the sender's name and address say, for recognising a signature.
struct LetterWriter: Sendable {
    private var tokens: [[UInt8]] = []
    /// First letters of the words of the name, folded, in order.
    private var initials: [UInt8] = []
    /// The words of a name in another alphabet, as written but in lower case.
    private var written: [String] = []

    init(name: String?, localPart: String?) {
        if let name {
            let folded = Wording(name, limit: 200)
            tokens += Self.tokens(of: name)
            initials = folded.bytes.split { !Wording.isWord($0) }.compactMap(\.first)
            if folded.bytes.contains(Wording.unknownLetter) {
                written = name.prefix(100).lowercased().split(separator: " ").map(String.init)
            }
        }
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

    /// Whether letters stand for the writer's name, in whichever order its words are given.
    func hasInitials(_ letters: [UInt8]) -> Bool {
        guard let first = letters.first else { return false }
        if letters.count == 1 { return initials.contains(first) }
        return initials.count >= 2 && letters.count <= initials.count
            && letters.allSatisfy(initials.contains)
    }

    /// Whether a short line in another alphabet gives the writer's name, or the beginning of it.
    func isNamed(written line: Substring) -> Bool {
        guard !written.isEmpty, line.utf8.count <= 80 else { return false }
        let words = line.lowercased().split { !$0.isLetter }
        guard (1...4).contains(words.count) else { return false }
        if words.contains(where: { $0.count >= 2 && written.contains(String($0)) }) { return true }
        let joined = words.joined()
        return joined.count >= 2 && written.joined().hasPrefix(joined)
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
