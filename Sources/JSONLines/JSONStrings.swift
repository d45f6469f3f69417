// Strings (RFC 8259 §7).
extension JSONParser {
    /// The string that starts here with its quotation mark.
    mutating func string() throws(JSONError) -> String {
        try expect(UInt8(ascii: "\""))
        let start = position
        position = octetsBeforeSpecial(bytes, from: position)
        if take(UInt8(ascii: "\"")) { return try decoded(start..<(position &- 1)) }
        return try stringWithEscapes(from: start)
    }

    private mutating func stringWithEscapes(from start: Int) throws(JSONError) -> String {
        var text: [UInt8] = []
        var start = start
        while position < bytes.count {
            text.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[start..<position]))
            if bytes[position] == UInt8(ascii: "\"") {
                position &+= 1
                return try decoded(text, writtenUntil: position)
            }
            guard take(UInt8(ascii: "\\")) else { throw error(.controlCharacter) }
            try escape(into: &text)
            start = position
            position = octetsBeforeSpecial(bytes, from: position)
        }
        throw error(.endOfText)
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        guard position < bytes.count else { throw error(.endOfText) }
        switch bytes[position] {
        case UInt8(ascii: "n"): text.append(0x0a)
        case UInt8(ascii: "r"): text.append(0x0d)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0c)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            text.append(bytes[position])
        case UInt8(ascii: "u"):
            position += 1
            return text.append(contentsOf: String(Character(try escapedScalar())).utf8)
        default: throw error(.badEscape)
        }
        position += 1
    }

    /// After `\u`: one code unit, or two that form a surrogate pair.
    private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
        let unit = try hexadecimalUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let next = position
        guard UTF16.isLeadSurrogate(UInt16(unit)), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u"))
        else {
            position = next
            return "\u{fffd}"
        }
        let trail = try hexadecimalUnit()
        guard (0xdc00...0xdfff).contains(trail) else {
            // The second stands for itself: it is read again.
            position = next
            return "\u{fffd}"
        }
        return Unicode.Scalar(0x1_0000 + ((unit - 0xd800) << 10) + (trail - 0xdc00)) ?? "\u{fffd}"
    }

    private mutating func hexadecimalUnit() throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard position < bytes.count else { throw error(.endOfText) }
            let octet = bytes[position]
            switch octet {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                unit = unit << 4 | UInt32(octet - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                unit = unit << 4 | UInt32(octet & 0x5f - UInt8(ascii: "A") + 10)
            default: throw error(.badEscape)
            }
            position += 1
        }
        return unit
    }

    private func decoded(_ range: Range<Int>) throws(JSONError) -> String {
        let text = UnsafeRawBufferPointer(rebasing: bytes[range])
        if let string = String(validating: text.bindMemory(to: UInt8.self), as: UTF8.self) {
            return string
        }
        throw JSONError(offset: range.lowerBound + validCount(text), problem: .badUTF8)
    }

    /// Escapes have been replaced, so the place of a defect is that of the closing quotation mark.
    private func decoded(_ text: [UInt8], writtenUntil end: Int) throws(JSONError) -> String {
        if let string = String(validating: text, as: UTF8.self) { return string }
        throw JSONError(offset: end - 1, problem: .badUTF8)
    }

    private func validCount(_ text: UnsafeRawBufferPointer) -> Int {
        var decoder = UTF8()
        var iterator = text.makeIterator()
        var count = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            count += UTF8.width(scalar)
        }
        return count
    }
}
