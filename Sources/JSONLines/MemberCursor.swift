/// Walks over the members of one object and parses only what is asked for.
///
/// It goes no further than the member asked for: the leading keys of a journal line cost the same
/// whether the mail at its end is small or large. What is passed over is only followed (brackets and
/// quotation marks), not checked. The octets must outlive it.
package struct MemberCursor {
    /// One member: where its name and its value stand in the text.
    package struct Member: Hashable, Sendable {
        /// Between the quotation marks, escapes as written.
        package var name: Range<Int>
        package var value: Range<Int>
    }

    private let bytes: UnsafeRawBufferPointer
    private var parser: JSONParser
    private var isFirst = true

    /// Refuses a text that does not begin with `{`.
    package init(_ bytes: UnsafeRawBufferPointer) throws(JSONError) {
        self.bytes = bytes
        parser = JSONParser(bytes: bytes)
        parser.skipSpace()
        guard parser.take(UInt8(ascii: "{")) else { throw parser.error(.notAnObject) }
    }

    /// The next member, `nil` after the last.
    package mutating func next() throws(JSONError) -> Member? {
        parser.skipSpace()
        if parser.take(UInt8(ascii: "}")) { return nil }
        if !isFirst {
            try parser.expect(UInt8(ascii: ","))
            parser.skipSpace()
        }
        isFirst = false
        let nameStart = parser.position + 1
        try parser.passString()
        let name = nameStart..<(parser.position - 1)
        parser.skipSpace()
        try parser.expect(UInt8(ascii: ":"))
        parser.skipSpace()
        let valueStart = parser.position
        try parser.passValue()
        return Member(name: name, value: valueStart..<parser.position)
    }

    /// The value of the first member of that name at or after this place, as it is written.
    package mutating func slice(of name: String) throws(JSONError) -> Range<Int>? {
        while let member = try next() {
            if isName(of: member, name) { return member.value }
        }
        return nil
    }

    /// Whether the member is called so; a name written with escapes is no match.
    package func isName(of member: Member, _ name: String) -> Bool {
        let written = UnsafeRawBufferPointer(rebasing: bytes[member.name])
        return written.count == name.utf8.count && written.elementsEqual(name.utf8)
    }

    package func value(of member: Member) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes: UnsafeRawBufferPointer(rebasing: bytes[member.value]))
        do throws(JSONError) {
            return try parser.wholeText()
        } catch {
            throw JSONError(offset: member.value.lowerBound + error.offset, problem: error.problem)
        }
    }
}

extension JSONReader {
    /// Where the value of a top-level member stands in an object's text, `nil` without that member.
    package static func slice(
        of name: String,
        in bytes: [UInt8]
    ) throws(JSONError) -> Range<Int>? {
        let found: Result<Range<Int>?, JSONError> = bytes.withUnsafeBytes { buffer in
            Result { () throws(JSONError) in
                var cursor = try MemberCursor(buffer)
                return try cursor.slice(of: name)
            }
        }
        return try found.get()
    }

    /// The first members of an object up to and including the one called `last`, or all of them.
    package static func leadingMembers(
        of bytes: [UInt8],
        through last: String
    ) throws(JSONError) -> JSONObject {
        let found: Result<JSONObject, JSONError> = bytes.withUnsafeBytes { buffer in
            Result { () throws(JSONError) in
                var cursor = try MemberCursor(buffer)
                var object = JSONObject()
                while let member = try cursor.next() {
                    let name = String(decoding: buffer[member.name], as: UTF8.self)
                    object.append(name, try cursor.value(of: member))
                    if name == last { break }
                }
                return object
            }
        }
        return try found.get()
    }
}

// Passing over what is not asked for.
extension JSONParser {
    mutating func passString() throws(JSONError) {
        try expect(UInt8(ascii: "\""))
        while true {
            position = octetsBeforeSpecial(bytes, from: position)
            guard position < bytes.count else { throw error(.endOfText) }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position &+= 1
                return
            case UInt8(ascii: "\\"): position &+= 2
            default: throw error(.controlCharacter)
            }
        }
    }

    mutating func passValue() throws(JSONError) {
        guard position < bytes.count else { throw error(.endOfText) }
        switch bytes[position] {
        case UInt8(ascii: "\""): try passString()
        case UInt8(ascii: "{"), UInt8(ascii: "["): try passNested()
        default:
            let start = position
            while position < bytes.count, !isDelimiter(bytes[position]) { position &+= 1 }
            guard position > start else { throw error(.unexpectedOctet) }
        }
    }

    private mutating func passNested() throws(JSONError) {
        var depth = 0
        repeat {
            guard position < bytes.count else { throw error(.endOfText) }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                try passString()
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth &+= 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth &-= 1
            default: break
            }
            position &+= 1
        } while depth > 0
    }

    private func isDelimiter(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x09, 0x0a, 0x0d: true
        default: false
        }
    }
}
