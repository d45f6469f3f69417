/// Mailbox names on the wire: modified UTF-7 (RFC 3501 §5.1.3, RFC 9051 appendix A.1).
enum MailboxName {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,".utf8
    )

    static func encode(_ name: String) -> String {
        var encoded = ""
        var pending: [UInt16] = []
        for unit in name.utf16 {
            guard (0x20...0x7E).contains(unit) else {
                pending.append(unit)
                continue
            }
            encoded += shifted(pending)
            pending = []
            let character = Character(Unicode.Scalar(UInt8(unit)))
            encoded += character == "&" ? "&-" : String(character)
        }
        return encoded + shifted(pending)
    }

    /// Tolerated: what is not modified UTF-7 stays as written, since some servers send UTF-8 there.
    static func decode(_ wire: String) -> String {
        var decoded = ""
        var rest = Substring(wire)
        while let ampersand = rest.firstIndex(of: "&") {
            decoded += rest[..<ampersand]
            let after = rest.index(after: ampersand)
            guard let end = rest[after...].firstIndex(of: "-") else {
                return decoded + rest[ampersand...]
            }
            let next = rest.index(after: end)
            if after == end {
                decoded += "&"
            } else {
                decoded += unshifted(rest[after..<end]) ?? String(rest[ampersand..<next])
            }
            rest = rest[next...]
        }
        return decoded + rest
    }

    private static func shifted(_ units: [UInt16]) -> String {
        guard !units.isEmpty else { return "" }
        var encoded: [UInt8] = []
        var bits: UInt32 = 0
        var bitCount = 0
        for unit in units {
            bits = bits << 16 | UInt32(unit)
            bitCount += 16
            while bitCount >= 6 {
                bitCount -= 6
                encoded.append(alphabet[Int(bits >> UInt32(bitCount) & 63)])
            }
            bits &= (1 << UInt32(bitCount)) - 1
        }
        if bitCount > 0 { encoded.append(alphabet[Int(bits << UInt32(6 - bitCount) & 63)]) }
        return "&\(String(decoding: encoded, as: UTF8.self))-"
    }

    private static func unshifted(_ text: Substring) -> String? {
        var units: [UInt16] = []
        var bits: UInt32 = 0
        var bitCount = 0
        for byte in text.utf8 {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            bits = bits << 6 | UInt32(value)
            bitCount += 6
            if bitCount >= 16 {
                bitCount -= 16
                units.append(UInt16(truncatingIfNeeded: bits >> UInt32(bitCount)))
                bits &= (1 << UInt32(bitCount)) - 1
            }
        }
        guard bitCount < 6, bits == 0, !units.isEmpty else { return nil }
        return String(decoding: units, as: UTF16.self)
    }
}

/// A quoted string (RFC 9051 §9); `nil` when the text needs a literal instead.
func quoted(_ text: String) -> String? {
    var result = "\""
    for scalar in text.unicodeScalars {
        guard (0x20...0x7E).contains(scalar.value) else { return nil }
        if scalar == "\"" || scalar == "\\" { result += "\\" }
        result.unicodeScalars.append(scalar)
    }
    return result + "\""
}
