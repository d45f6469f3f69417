/// Character references of HTML (HTML Living Standard §13.2.5.72).
enum HTMLEntities {
    static func decode(_ octets: Octets, inAttribute: Bool = false) -> String {
        var out: [UInt8] = []
        append(octets, inAttribute: inAttribute, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    static func append(_ octets: Octets, inAttribute: Bool = false, to out: inout [UInt8]) {
        var index = octets.startIndex
        while let mark = octets.firstIndex(of: UInt8(ascii: "&"), from: index) {
            out.append(contentsOf: octets[index..<mark])
            if let (text, end) = reference(octets, at: mark, inAttribute: inAttribute) {
                out.append(contentsOf: text.utf8)
                index = end
            } else {
                out.append(UInt8(ascii: "&"))
                index = mark + 1
            }
        }
        out.append(contentsOf: octets[index...])
    }

    private static func reference(
        _ octets: Octets,
        at mark: Int,
        inAttribute: Bool
    ) -> (text: String, end: Int)? {
        let rest = octets[(mark + 1)...]
        guard let first = rest.first else { return nil }
        if first == UInt8(ascii: "#") { return numeric(rest.dropFirst()) }
        let name = rest.prefix(32).prefix { $0.isLetter || $0.isDigit }
        let end = name.endIndex
        if end < octets.endIndex, octets[end] == UInt8(ascii: ";"),
            let text = HTMLEntityNames.characters[Substring(decoding: name, as: UTF8.self)]
        {
            return (text, end + 1)
        }
        return legacy(octets, name, inAttribute: inAttribute)
    }

    /// The longest name that needs no semicolon: `&copy2024` is `©2024`, but not in an attribute,
    /// where `?a=1&copy=2` stays as it is.
    private static func legacy(
        _ octets: Octets,
        _ name: Octets,
        inAttribute: Bool
    ) -> (text: String, end: Int)? {
        let longest = min(name.count, HTMLEntityNames.longestLegacy)
        for length in stride(from: longest, to: 1, by: -1) {
            let key = Substring(decoding: name.prefix(length), as: UTF8.self)
            guard HTMLEntityNames.legacy.contains(key) else { continue }
            let end = name.startIndex + length
            if inAttribute, let next = octets[end...].first,
                next == UInt8(ascii: "=") || next.isLetter || next.isDigit
            {
                return nil
            }
            return HTMLEntityNames.characters[key].map { ($0, end) }
        }
        return nil
    }

    private static func numeric(_ octets: Octets) -> (text: String, end: Int)? {
        let isHexadecimal = octets.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let radix: UInt32 = isHexadecimal ? 16 : 10
        var index = octets.startIndex + (isHexadecimal ? 1 : 0)
        let start = index
        var value: UInt32 = 0
        while index < octets.endIndex, let digit = octets[index].hexadecimalValue, digit < radix {
            value = min(value * radix + UInt32(digit), 0x11_0000)
            index += 1
        }
        guard index > start else { return nil }
        if index < octets.endIndex, octets[index] == UInt8(ascii: ";") { index += 1 }
        return (character(value), index)
    }

    /// 128-159 mean windows-1252, as browsers have it; what is no character becomes U+FFFD.
    private static func character(_ value: UInt32) -> String {
        if (0x80...0x9F).contains(value) {
            return Charset.windows1252([UInt8(truncatingIfNeeded: value)])
        }
        guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        return String(Character(scalar))
    }
}
