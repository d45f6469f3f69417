/// Reads one whole response: any bytes give a value or an error (RFC 9051 §9).
struct IMAPParser {
    /// Without the line break that ends the response.
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    struct Malformed: Error, Hashable { var reason: String }

    /// Lists in lists: more is an attack.
    private static let depthLimit = 32
    private static let atomEnds = Array(" ()\"\r\n".utf8)
    /// Bytes kept of a response that we have no use for.
    private static let otherLimit = 500

    static func parse(_ bytes: ArraySlice<UInt8>) throws(Malformed) -> IMAPResponse {
        var parser = IMAPParser(bytes)
        return try parser.response()
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    private var current: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let current, current == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(Malformed) {
        guard skip(character) else { throw Malformed(reason: "'\(character)' expected") }
    }

    private mutating func skipSpaces() {
        while skip(" ") {}
    }

    /// Bytes up to a space or the end.
    private mutating func word() -> String {
        let start = index
        while let current, current != UInt8(ascii: " ") { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func rest() -> String {
        defer { index = bytes.endIndex }
        return String(decoding: bytes[index...], as: UTF8.self)
    }
}

// MARK: - Responses

extension IMAPParser {
    private mutating func response() throws(Malformed) -> IMAPResponse {
        if skip("+") {
            skipSpaces()
            return .continuation(rest())
        }
        let tag = word()
        guard !tag.isEmpty, skip(" ") else { throw Malformed(reason: "not a response") }
        guard tag == "*" else {
            guard let status = status(word()) else { throw Malformed(reason: "not a response") }
            return .tagged(tag: tag, status)
        }
        return try untagged()
    }

    private mutating func untagged() throws(Malformed) -> IMAPResponse {
        let start = index
        let keyword = word()
        guard !keyword.isEmpty else { throw Malformed(reason: "an empty response") }
        if let status = status(keyword) { return .status(status) }
        if let number = Int(keyword), number >= 0 {
            return try numbered(number, whole: start)
        }
        skipSpaces()
        switch keyword.uppercased() {
        case "CAPABILITY": return .capability(rest().split(separator: " ").map(String.init))
        case "SEARCH": return .search(try searchNumbers())
        case "FLAGS": return .flags(try atoms())
        case "LIST": return .list(try folder())
        default: return other(from: start)
        }
    }

    private mutating func numbered(_ number: Int, whole: Int) throws(Malformed) -> IMAPResponse {
        skipSpaces()
        switch word().uppercased() {
        case "EXISTS": return .exists(number)
        case "EXPUNGE": return .expunge(number)
        case "FETCH":
            skipSpaces()
            return .fetch(sequenceNumber: number, try fetchItems())
        default: return other(from: whole)
        }
    }

    private mutating func other(from start: Int) -> IMAPResponse {
        index = bytes.endIndex
        return .other(String(decoding: bytes[start...].prefix(Self.otherLimit), as: UTF8.self))
    }

    /// What follows OK, NO, BAD, BYE or PREAUTH; `nil` when `keyword` is none of them.
    private mutating func status(_ keyword: String) -> IMAPResponse.Status? {
        guard let condition = IMAPResponse.Condition(rawValue: keyword.lowercased()) else {
            return nil
        }
        skipSpaces()
        var status = IMAPResponse.Status(condition: condition)
        if current == UInt8(ascii: "["), let end = endOfCode() {
            let inside = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            let parts = inside.split(separator: " ", maxSplits: 1)
            status.code = parts.first?.uppercased()
            status.arguments = parts.count > 1 ? String(parts[1]) : ""
            index = end + 1
            skipSpaces()
        }
        status.text = rest()
        return status
    }

    /// The bracket that closes a response code, not one in a quoted string.
    private func endOfCode() -> Int? {
        var isQuoted = false
        var position = index
        while position < bytes.endIndex {
            switch bytes[position] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\\") where isQuoted: position += 1
            case UInt8(ascii: "]") where !isQuoted: return position
            default: break
            }
            position += 1
        }
        return nil
    }

    /// Numbers, and no more than skipped where CONDSTORE adds `(MODSEQ 7)` (RFC 7162 §3.1.5).
    private mutating func searchNumbers() throws(Malformed) -> [UID] {
        var uids: [UID] = []
        while true {
            skipSpaces()
            guard let current, current != UInt8(ascii: "(") else { return uids }
            uids.append(UID(rawValue: try number32()))
        }
    }

    private mutating func folder() throws(Malformed) -> IMAPResponse.Folder {
        let attributes = try atoms()
        skipSpaces()
        let delimiter = try value(depth: 0).text
        skipSpaces()
        guard let name = try value(depth: 0).text else {
            throw Malformed(reason: "a mailbox name expected")
        }
        return IMAPResponse.Folder(
            attributes: attributes,
            delimiter: delimiter,
            name: MailboxName.decode(name)
        )
    }

    /// A parenthesised list of atoms.
    private mutating func atoms() throws(Malformed) -> [String] {
        guard case .list(let values) = try value(depth: 0) else {
            throw Malformed(reason: "a list expected")
        }
        return values.compactMap(\.text)
    }
}

// MARK: - FETCH

extension IMAPParser {
    private mutating func fetchItems() throws(Malformed) -> IMAPResponse.FetchItems {
        var items = IMAPResponse.FetchItems()
        try expect("(")
        skipSpaces()
        while !skip(")") {
            let name = try itemName()
            try expect(" ")
            skipSpaces()
            let value = try value(depth: 0)
            switch name {
            case "UID": items.uid = UID(rawValue: try value.number())
            case "RFC822.SIZE": items.size = Int(try value.number())
            case "INTERNALDATE": items.internalDate = value.text
            case "FLAGS":
                guard case .list(let flags) = value else {
                    throw Malformed(reason: "FLAGS without a list")
                }
                items.flags = flags.compactMap(\.text)
            default:
                if name == "BODY[]" || name.hasPrefix("BODY[]<") { items.body = value.bytes }
            }
            skipSpaces()
        }
        return items
    }

    /// As in `BODY[HEADER.FIELDS (DATE FROM)]<0>`, in upper case.
    private mutating func itemName() throws(Malformed) -> String {
        let start = index
        var isInSection = false
        while let current {
            if current == UInt8(ascii: "[") { isInSection = true }
            if current == UInt8(ascii: "]") { isInSection = false }
            let ends = current == UInt8(ascii: " ") || current == UInt8(ascii: ")")
            if ends, !isInSection { break }
            index += 1
        }
        guard index > start else { throw Malformed(reason: "a name expected") }
        return String(decoding: bytes[start..<index], as: UTF8.self).uppercased()
    }
}

// MARK: - Values

extension IMAPParser {
    private indirect enum Value {
        case null
        case atom(ArraySlice<UInt8>)
        case string([UInt8])
        case list([Value])

        var text: String? {
            switch self {
            case .null, .list: nil
            case .atom(let bytes): String(decoding: bytes, as: UTF8.self)
            case .string(let bytes): String(decoding: bytes, as: UTF8.self)
            }
        }

        /// `nil` for NIL, which is said of a message that is gone.
        var bytes: [UInt8]? {
            switch self {
            case .null, .list: nil
            case .atom(let bytes): Array(bytes)
            case .string(let bytes): bytes
            }
        }

        func number() throws(Malformed) -> UInt32 {
            guard let text, let number = UInt32(text) else {
                throw Malformed(reason: "a number expected")
            }
            return number
        }
    }

    private mutating func value(depth: Int) throws(Malformed) -> Value {
        guard depth < Self.depthLimit else { throw Malformed(reason: "too many nested lists") }
        switch current {
        case UInt8(ascii: "("): return try list(depth: depth)
        case UInt8(ascii: "\""): return .string(try quotedString())
        case UInt8(ascii: "{"): return .string(try literal())
        case UInt8(ascii: "~") where isLiteral8:
            index += 1
            return .string(try literal())
        default: return try atom()
        }
    }

    /// RFC 3516 §4.4.
    private var isLiteral8: Bool {
        index + 1 < bytes.endIndex && bytes[index + 1] == UInt8(ascii: "{")
    }

    private mutating func list(depth: Int) throws(Malformed) -> Value {
        try expect("(")
        var values: [Value] = []
        skipSpaces()
        while !skip(")") {
            values.append(try value(depth: depth + 1))
            skipSpaces()
        }
        return .list(values)
    }

    private mutating func quotedString() throws(Malformed) -> [UInt8] {
        try expect("\"")
        var result: [UInt8] = []
        while let byte = current {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return result
            case UInt8(ascii: "\\"):
                guard let escaped = current else { break }
                result.append(escaped)
                index += 1
            default: result.append(byte)
            }
        }
        throw Malformed(reason: "a quoted string does not end")
    }

    private mutating func literal() throws(Malformed) -> [UInt8] {
        try expect("{")
        let length = Int(try number32())
        _ = skip("+")
        try expect("}")
        _ = skip("\r")
        try expect("\n")
        guard length <= bytes.endIndex - index else {
            throw Malformed(reason: "a literal is cut off")
        }
        defer { index += length }
        return Array(bytes[index..<(index + length)])
    }

    private mutating func atom() throws(Malformed) -> Value {
        let start = index
        while let current, !Self.atomEnds.contains(current) { index += 1 }
        guard index > start else { throw Malformed(reason: "a value expected") }
        let atom = bytes[start..<index]
        let isNIL = atom.count == 3 && String(decoding: atom, as: UTF8.self).uppercased() == "NIL"
        return isNIL ? .null : .atom(atom)
    }

    private mutating func number32() throws(Malformed) -> UInt32 {
        let start = index
        var number: UInt64 = 0
        while let current, UInt8(ascii: "0")...UInt8(ascii: "9") ~= current {
            number = number * 10 + UInt64(current - UInt8(ascii: "0"))
            index += 1
            guard number <= UInt64(UInt32.max) else {
                throw Malformed(reason: "a number too large")
            }
        }
        guard index > start else { throw Malformed(reason: "a number expected") }
        return UInt32(number)
    }
}
