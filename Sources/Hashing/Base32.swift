/// Octets as letters and digits that survive a change of case (RFC 4648 §6).
package enum Base32 {
    /// In lower case and without padding, fit for a local-part.
    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 8 + 4) / 5)
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for byte in bytes {
            bits = (bits << 8) | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int((bits >> count) & 31)])
            }
        }
        if count > 0 { text.append(alphabet[Int((bits << (5 - count)) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The octets, `nil` when a character is foreign, the length impossible or a spare bit set.
    ///
    /// Upper and lower case are alike; padding may follow, as much as there should be or none. One
    /// value has one spelling, so that no second spelling of a token is ever taken.
    package static func decode(_ text: String) -> [UInt8]? {
        let characters = Array(text.utf8)
        let end = characters.firstIndex(of: UInt8(ascii: "=")) ?? characters.count
        let padding = characters[end...]
        guard padding.isEmpty || (characters.count % 8 == 0 && padding.count < 8),
            padding.allSatisfy({ $0 == UInt8(ascii: "=") })
        else { return nil }
        guard [0, 2, 4, 5, 7].contains(end % 8) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(end * 5 / 8)
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for character in characters[..<end] {
            guard let digit = value(of: character) else { return nil }
            bits = (bits << 5) | digit
            count += 5
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        }
        guard bits & ((1 << count) - 1) == 0 else { return nil }
        return bytes
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "2")...UInt8(ascii: "7"): UInt32(character - UInt8(ascii: "2")) + 26
        default: nil
        }
    }
}

private let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
