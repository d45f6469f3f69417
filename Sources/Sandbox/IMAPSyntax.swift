/// Reads the arguments of one IMAP command (RFC 3501 §9), its literals in place as
/// `{count}` CRLF octets.
struct IMAPSyntax {
    /// What is wrong with a command, in words for the BAD.
    struct Malformed: Error {
        var reason: String

        init(_ reason: String) { self.reason = reason }
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var current: UInt8? { index < bytes.count ? bytes[index] : nil }
    var isAtEnd: Bool { index == bytes.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    /// Skips a word without regard to case, if it is next.
    mutating func skip(word: String) -> Bool {
        let end = index + word.utf8.count
        guard end <= bytes.count,
            String(decoding: bytes[index..<end], as: UTF8.self).uppercased() == word
        else { return false }
        index = end
        return true
    }

    mutating func expect(_ character: Unicode.Scalar) throws(Malformed) {
        guard skip(character) else {
            let found = current.map { "'\(Self.printable([$0]))'" } ?? "the end"
            throw Malformed("'\(character)' expected, found \(found)")
        }
    }

    mutating func space() throws(Malformed) {
        guard skip(" ") else { throw Malformed("a space expected") }
    }

    func end() throws(Malformed) {
        guard isAtEnd else {
            throw Malformed("nothing expected after this: '\(Self.printable(bytes[index...]))'")
        }
    }

    static func printable(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes.prefix(40).map { (32...126).contains($0) ? $0 : 63 }, as: UTF8.self)
    }

    // MARK: Words

    private mutating func run(_ what: String, while isPart: (UInt8) -> Bool) throws(Malformed)
        -> String
    {
        let start = index
        while let current, isPart(current) { index += 1 }
        guard index > start else { throw Malformed("\(what) expected") }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// atom-specials are those of RFC 3501 §9, but octets beyond ASCII are let through.
    private static func isAtomOctet(_ byte: UInt8) -> Bool {
        byte > 32 && byte != 127 && !"(){%*\"\\]".utf8.contains(byte)
    }

    mutating func tag() throws(Malformed) -> String {
        try run("a tag") { Self.isAtomOctet($0) && $0 != UInt8(ascii: "+") && $0 < 128 }
    }

    mutating func atom(_ what: String = "an atom") throws(Malformed) -> String {
        try run(what, while: Self.isAtomOctet)
    }

    mutating func keyword(_ what: String = "a word") throws(Malformed) -> String {
        try atom(what).uppercased()
    }

    /// The letters, digits, dots and hyphens of a FETCH item.
    mutating func itemName() throws(Malformed) -> String {
        try run("an item") { byte in
            Self.isAtomOctet(byte) && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "<")
        }.uppercased()
    }

    /// What stands in brackets up to the next of these: parts of a section.
    mutating func sectionWord() throws(Malformed) -> String {
        try run("a section") { Self.isAtomOctet($0) && $0 != UInt8(ascii: "[") }.uppercased()
    }

    mutating func number() throws(Malformed) -> UInt32 {
        let digits = try run("a number") { (48...57).contains($0) }
        guard let number = UInt32(digits) else { throw Malformed("the number is too large") }
        return number
    }

    /// `\Seen` or a keyword.
    mutating func flag() throws(Malformed) -> String {
        guard skip("\\") else { return try atom("a flag") }
        return try "\\" + atom("a flag")
    }

    mutating func flagList() throws(Malformed) -> [String] {
        try list { syntax throws(Malformed) in try syntax.flag() }
    }

    /// A list in parentheses, which may be empty.
    mutating func list<Item>(
        _ item: (inout IMAPSyntax) throws(Malformed) -> Item
    ) throws(Malformed) -> [Item] {
        try expect("(")
        var items: [Item] = []
        while !skip(")") {
            if !items.isEmpty { try space() }
            items.append(try item(&self))
        }
        return items
    }

    // MARK: Strings

    mutating func astring(_ what: String = "a string") throws(Malformed) -> [UInt8] {
        switch current {
        case UInt8(ascii: "\""): return try quoted()
        case UInt8(ascii: "{"): return try literal()
        default:
            let text = try run(what) { Self.isAtomOctet($0) || $0 == UInt8(ascii: "]") }
            return Array(text.utf8)
        }
    }

    mutating func text(_ what: String = "a string") throws(Malformed) -> String {
        String(decoding: try astring(what), as: UTF8.self)
    }

    /// The name of a folder, INBOX in upper case.
    mutating func folderName() throws(Malformed) -> String {
        WireName.normalized(try text("a mailbox name"))
    }

    /// The pattern of LIST, which may hold wildcards unquoted.
    mutating func listPattern() throws(Malformed) -> String {
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "{"): return try text()
        default:
            return try run("a pattern") { byte in
                Self.isAtomOctet(byte) || "%*]".utf8.contains(byte)
            }
        }
    }

    private mutating func quoted() throws(Malformed) -> [UInt8] {
        try expect("\"")
        var result: [UInt8] = []
        while let byte = current {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return result
            case UInt8(ascii: "\\"):
                guard let escaped = current, "\"\\".utf8.contains(escaped) else {
                    throw Malformed("only \\\" and \\\\ may follow a backslash in quotes")
                }
                result.append(escaped)
                index += 1
            default: result.append(byte)
            }
        }
        throw Malformed("the quoted string does not end")
    }

    mutating func literal() throws(Malformed) -> [UInt8] {
        try expect("{")
        let count = Int(try number())
        _ = skip("+")
        try expect("}")
        try expect("\r")
        try expect("\n")
        guard count <= bytes.count - index else { throw Malformed("the literal is cut off") }
        defer { index += count }
        return Array(bytes[index..<(index + count)])
    }

    // MARK: Sets

    /// sequence-set, of message numbers or UIDs.
    mutating func sequenceSet() throws(Malformed) -> SequenceSet {
        var ranges: [SequenceSet.Part] = []
        repeat {
            let first = try sequenceNumber()
            let last = skip(":") ? try sequenceNumber() : first
            ranges.append(SequenceSet.Part(first: first, last: last))
        } while skip(",")
        return SequenceSet(parts: ranges)
    }

    private mutating func sequenceNumber() throws(Malformed) -> UInt32? {
        if skip("*") { return nil }
        let number = try number()
        guard number > 0 else { throw Malformed("numbers of messages start at 1") }
        return number
    }
}

/// Message numbers or UIDs as a command names them (RFC 3501 §9, sequence-set).
struct SequenceSet: Hashable {
    /// `nil` is the star: the largest number in use.
    struct Part: Hashable {
        var first: UInt32?
        var last: UInt32?
    }

    var parts: [Part]

    /// Closed ranges, each in ascending order.
    func ranges(largest: UInt32) -> [ClosedRange<UInt32>] {
        parts.map { part in
            let first = part.first ?? largest
            let last = part.last ?? largest
            return min(first, last)...max(first, last)
        }
    }
}
