import Mail

/// The text of a delivery notice: what the mail system says, and the mail that it returns below.
struct NoticeText: Sendable {
    /// What the mail system says.
    private(set) var lines: [NoticeLine] = []
    /// The header of the returned mail, when the text goes on with it.
    private(set) var returned: ReturnedHeader?

    /// A report on a thousand recipients has fewer lines, and no line of a system is so long.
    private static let maximumLines = 20_000
    private static let maximumOctets = 1024 * 1024

    init(_ text: String) {
        var paragraph = 0
        var octets = 0
        var start = text.startIndex
        while start < text.endIndex, lines.count < Self.maximumLines, octets < Self.maximumOctets {
            let end = text.utf8[start...].firstIndex(of: 0x0A) ?? text.endIndex
            let line = NoticeLine(text[start..<end], paragraph: paragraph)
            octets += text.utf8.distance(from: start, to: end) + 1
            let next = end < text.endIndex ? text.utf8.index(after: end) : end
            if startsReturnedHeader(line) {
                readReturned(text[start...])
                break
            }
            if announcesOriginal(line), !lines.isEmpty {
                readReturned(text[next...])
                break
            }
            if line.isBlank { paragraph += 1 }
            lines.append(line)
            start = next
        }
    }

    /// The trace fields that no notice has among its words (RFC 5321 §4.4).
    private func startsReturnedHeader(_ line: NoticeLine) -> Bool {
        line.folded.hasPrefix("received: from ") || line.folded.hasPrefix("received: by ")
            || line.folded.hasPrefix("return-path: ")
    }

    /// `--- Below this line is a copy of the message.`
    private func announcesOriginal(_ line: NoticeLine) -> Bool {
        guard line.octets.count <= 160, line.folded.wordCount <= 16 else { return false }
        let inner = line.folded.bytes.drop { "-=_*> ".utf8.contains($0) }
        let isRuled = line.folded.bytes.count - inner.count >= 3
        var words = Wording(folded: inner)
        let isTitle = words.hasSuffix(":")
        words = Wording(folded: words.bytes.prefix { $0 != UInt8(ascii: ":") })
        if NoticeWords.copyFollows.start(words) { return true }
        guard NoticeWords.original.start(words) else { return false }
        if isRuled { return words.wordCount <= 9 }
        return words.wordCount <= 5 && (isTitle || words.hasSuffix("follows"))
    }

    private mutating func readReturned(_ rest: Substring) {
        let start = rest.utf8.prefix(128 * 1024).drop { NoticeLine.isSpace($0) && $0 != 0x20 }
        var lines = start.split(separator: 0x0A, maxSplits: 400, omittingEmptySubsequences: false)
            .prefix(400)
        // What introduces the copy, and empty lines, may stand before it.
        while let first = lines.first, lines.count > 1, !Self.isField(first) {
            guard lines.startIndex < 12 else { break }
            lines = lines.dropFirst()
        }
        let indent = lines.first?.prefix { $0 == 0x20 || $0 == 0x09 }.count ?? 0
        let text = lines.map { line in
            let blank = line.prefix(indent).prefix { $0 == 0x20 || $0 == 0x09 }
            return String(decoding: line.dropFirst(blank.count), as: UTF8.self)
        }
        returned = ReturnedHeader(readingStartOf: text.joined(separator: "\n"))
    }

    /// Whether the line starts as a field does, with no blank in its name.
    private static func isField(_ line: Substring.UTF8View.SubSequence) -> Bool {
        let line = line.drop { $0 == 0x20 || $0 == 0x09 }
        let name = line.prefix { $0 != UInt8(ascii: ":") && $0 > 0x20 && $0 < 0x7F }
        return name.count >= 2 && name.endIndex < line.endIndex
            && line[name.endIndex] == UInt8(ascii: ":")
    }
}
