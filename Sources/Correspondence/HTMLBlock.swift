/// A part of a letter as its reader sees it.
enum HTMLBlock {
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

    static func read(_ text: String) -> [HTMLBlock] {
        var blocks: [HTMLBlock] = []
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
            blocks.append(HTMLBlock(starting: line))
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
    private func continued(by line: String, afterBlank: Bool) -> HTMLBlock? {
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
