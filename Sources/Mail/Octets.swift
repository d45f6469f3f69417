import Glibc

/// A run of octets inside a message, without a copy.
typealias Octets = ArraySlice<UInt8>

/// Octets by the names of RFC 5234 appendix B.1 and RFC 5322 §3.2.
extension UInt8 {
    static var tab: UInt8 { 0x09 }
    static var lf: UInt8 { 0x0A }
    static var cr: UInt8 { 0x0D }
    static var space: UInt8 { 0x20 }
    static var quote: UInt8 { 0x22 }
    static var backslash: UInt8 { 0x5C }

    /// WSP: a space or a tab.
    var isBlank: Bool { self == .space || self == .tab }

    /// White space including line ends.
    var isWhiteSpace: Bool { self == .space || (self >= 0x09 && self <= 0x0D) }

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

    /// VCHAR of US-ASCII.
    var isVisible: Bool { self > 0x20 && self < 0x7F }

    /// ftext: what a field name is made of (RFC 5322 §2.2).
    var isFieldNameOctet: Bool { isVisible && self != UInt8(ascii: ":") }

    /// atext (RFC 5322 §3.2.3).
    var isAtomText: Bool {
        if isLetter || isDigit { return true }
        switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
            UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
            UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "{"),
            UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "~"):
            return true
        default:
            return false
        }
    }

    var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

    /// The value of a hexadecimal digit of either case.
    var hexadecimalValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}

extension Octets {
    /// Without white space at both ends.
    var trimmed: Octets {
        var low = startIndex
        var high = endIndex
        while low < high, self[low].isWhiteSpace { low += 1 }
        while high > low, self[high - 1].isWhiteSpace { high -= 1 }
        return self[low..<high]
    }

    /// Whether there are spaces and tabs only.
    var isBlank: Bool {
        for index in indices where !self[index].isBlank { return false }
        return true
    }

    /// Where the octet stands first at or after `position`.
    func firstIndex(of octet: UInt8, from position: Int) -> Int? {
        withUnsafeBufferPointer { $0.firstIndex(of: octet, from: position - startIndex) }
            .map { startIndex + $0 }
    }

    /// Where the sequence, which is not empty, stands first at or after `position`.
    func firstIndex(of sequence: [UInt8], from position: Int) -> Int? {
        guard let first = sequence.first, let last = sequence.last else { return nil }
        return withUnsafeBytes { buffer -> Int? in
            guard let base = buffer.baseAddress else { return nil }
            var offset = position - startIndex
            let end = buffer.count - sequence.count
            while offset <= end {
                guard let found = memchr(base + offset, Int32(first), end - offset + 1) else {
                    return nil
                }
                offset = UnsafeRawPointer(found) - base
                // The last octet first: runs of the same octet are what bodies are full of.
                if buffer[offset + sequence.count - 1] == last,
                    memcmp(base + offset, sequence, sequence.count) == 0
                {
                    return startIndex + offset
                }
                offset += 1
            }
            return nil
        }
    }

    /// At most so many octets, no UTF-8 character cut in two.
    func prefixOfCharacters(_ length: Int) -> Octets {
        guard count > length, length > 0 else { return prefix(Swift.max(0, length)) }
        var end = startIndex + length
        while end > startIndex, startIndex + length - end < 4, self[end] & 0xC0 == 0x80 { end -= 1 }
        return self[..<end]
    }

    func hasPrefix(_ prefix: StaticString) -> Bool {
        guard count >= prefix.utf8CodeUnitCount else { return false }
        return prefix.withUTF8Buffer { buffer in
            for offset in 0..<buffer.count where self[startIndex + offset] != buffer[offset] {
                return false
            }
            return true
        }
    }

    /// In lower case, octets outside US-ASCII unchanged.
    var lowercasedString: String {
        String(decoding: map(\.lowercased), as: UTF8.self)
    }

    var isASCII: Bool {
        withUnsafeBytes { buffer in
            var position = 0
            while position + 8 <= buffer.count {
                let word = buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 != 0 { return false }
                position += 8
            }
            while position < buffer.count {
                if buffer[position] >= 0x80 { return false }
                position += 1
            }
            return true
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where the octet stands first at or after `position`.
    func firstIndex(of octet: UInt8, from position: Int) -> Int? {
        guard position < count, let base = UnsafeRawPointer(baseAddress),
            let found = memchr(base + position, Int32(octet), count - position)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }
}

/// One line of a run of octets, its line end apart.
struct Line {
    var content: Octets
    /// Where the next line starts.
    var next: Int
}

extension Octets {
    /// The line at `position`, ended by CRLF, LF or the end of the octets.
    ///
    /// Tolerated: CR CR LF, which programs write that add a CR where there is one.
    func line(at position: Int) -> Line {
        guard let end = firstIndex(of: .lf, from: position) else {
            return Line(content: self[position..<endIndex], next: endIndex)
        }
        var content = end
        while content > position, self[content - 1] == .cr { content -= 1 }
        return Line(content: self[position..<content], next: end + 1)
    }
}
