/// The start of a line that holds a field: its name and the colon behind it (RFC 5322 §2.2).
struct FieldStart {
    /// NUL octets are part of it still.
    let name: Octets
    let colon: Int

    /// Whether white space stands before the colon, as RFC 5322 §4.5.8 had it once.
    var hasSpace: Bool { name.endIndex < colon }

    /// Whether the name holds octets that no field name may, so that only its place tells a field.
    let isOdd: Bool

    /// Octets of a name: no line of a header may be longer (RFC 5322 §2.1.1).
    private static let maximumName = 998

    /// `nil` when the line is no field.
    init?(_ line: Octets) {
        var index = line.startIndex
        var isOdd = false
        let limit = min(line.endIndex, line.startIndex + Self.maximumName)
        while index < limit, line[index] != UInt8(ascii: ":"), !line[index].isBlank {
            if !line[index].isVisible, line[index] != 0 { isOdd = true }
            index += 1
        }
        guard index > line.startIndex else { return nil }
        name = line[line.startIndex..<index]
        while index < line.endIndex, line[index].isBlank { index += 1 }
        guard index < line.endIndex, line[index] == UInt8(ascii: ":") else { return nil }
        colon = index
        self.isOdd = isOdd
    }

    /// Whether no sentence would start like this field.
    var isKnown: Bool {
        guard !isOdd else { return false }
        let hyphen = name.firstIndex(of: UInt8(ascii: "-"), from: name.startIndex + 1)
        if hyphen != nil { return !hasSpace }
        return name.count <= 12 && Self.commonNames.contains(Self.key(name))
    }

    /// The name as it is written, without NUL octets.
    static func text(_ name: Octets) -> String {
        name.firstIndex(of: 0, from: name.startIndex) == nil
            ? String(decoding: name, as: UTF8.self)
            : String(decoding: name.filter { $0 != 0 }, as: UTF8.self)
    }

    /// The name in lower case.
    static func key(_ name: Octets) -> String {
        name.firstIndex(of: 0, from: name.startIndex) == nil
            ? name.lowercasedString : name.filter { $0 != 0 }[...].lowercasedString
    }

    /// Whether the field holds a text that may be broken anywhere.
    static func isProse(_ name: Octets) -> Bool {
        name.count <= 8 && ["subject", "comments", "keywords"].contains(key(name))
    }

    private static let commonNames: Set<String> = [
        "from", "to", "cc", "bcc", "date", "subject", "sender", "received", "references",
        "comments", "keywords", "precedence", "importance", "priority",
    ]

    /// Whether the field is read by name here, so that it is kept where others are left out.
    static func isEssential(_ name: Octets) -> Bool {
        (2...25).contains(name.count) && essentialLengths[name.count]
            && essentialNames.contains(key(name))
    }

    private static let essentialNames: Set<String> = [
        "from", "to", "cc", "reply-to", "sender", "subject", "date", "message-id", "in-reply-to",
        "references", "return-path", "content-type", "content-transfer-encoding",
        "content-disposition", "content-id", "auto-submitted", "precedence", "list-id",
    ]

    private static let essentialLengths = (0...25).map { length in
        essentialNames.contains { $0.utf8.count == length }
    }
}
