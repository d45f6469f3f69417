/// How a body was made fit for transport (RFC 2045 §6).
enum TransferEncoding: Hashable {
    case identity
    case quotedPrintable
    case base64

    /// Reads Content-Transfer-Encoding; `nil` when it is none of RFC 2045.
    init?(parsing fieldBody: String) {
        let words = Octets(fieldBody.utf8).trimmed
        // Tolerated: quotes, and comments and parameters after the name.
        let name = words.drop { $0 == .quote }.prefix {
            $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-")
        }
        switch name.lowercasedString {
        case "7bit", "8bit", "binary", "7-bit", "8-bit", "utf-8", "none", "": self = .identity
        case "quoted-printable", "quotedprintable", "quoted-printeable": self = .quotedPrintable
        case "base64", "base-64": self = .base64
        default: return nil
        }
    }

    func decode(_ octets: Octets, _ defects: inout DefectLog) -> Octets {
        switch self {
        case .identity: octets
        case .quotedPrintable: QuotedPrintable.decode(octets, &defects)[...]
        case .base64: Base64.decode(octets, &defects)[...]
        }
    }
}

/// RFC 2045 §6.8.
enum Base64 {
    /// 0-63, or 64 for padding, 65 for white space, 66 for anything else.
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 66, count: 256)
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
        )
        for (value, octet) in alphabet.enumerated() { table[Int(octet)] = UInt8(value) }
        table[Int(UInt8(ascii: "="))] = 64
        for octet in UInt8.min...UInt8(0x20) where octet.isWhiteSpace { table[Int(octet)] = 65 }
        return table
    }()

    static func decode(_ octets: Octets, _ defects: inout DefectLog) -> [UInt8] {
        var strange = false
        var left = 0
        let out = [UInt8](unsafeUninitializedCapacity: octets.count / 4 * 3 + 3) { out, length in
            values.withUnsafeBufferPointer { values in
                octets.withUnsafeBufferPointer { octets in
                    length = decode(octets, values, out, &strange, &left)
                }
            }
        }
        if strange {
            defects.note("Base64 held characters outside its alphabet; they were skipped.")
        }
        if left > 0 {
            defects.note(
                "Base64 ended in the middle of a group; the octets that were whole were kept."
            )
        }
        return out
    }

    /// `left` becomes the characters of a last group that has no end.
    private static func decode(
        _ octets: UnsafeBufferPointer<UInt8>,
        _ values: UnsafeBufferPointer<UInt8>,
        _ out: UnsafeMutableBufferPointer<UInt8>,
        _ strange: inout Bool,
        _ left: inout Int
    ) -> Int {
        var length = 0
        var group: UInt32 = 0
        var held = 0
        for octet in octets {
            let value = values[Int(octet)]
            if value < 64 {
                group = group << 6 | UInt32(value)
                held += 1
                guard held == 4 else { continue }
                out[length] = UInt8(truncatingIfNeeded: group >> 16)
                out[length + 1] = UInt8(truncatingIfNeeded: group >> 8)
                out[length + 2] = UInt8(truncatingIfNeeded: group)
                length += 3
                held = 0
            } else if value == 64 {
                // Padding ends the group; concatenated encodings go on after it.
                flush(group, &held, out, &length)
            } else if value == 66 {
                strange = true
            }
        }
        left = held
        flush(group, &held, out, &length)
        return length
    }

    private static func flush(
        _ group: UInt32,
        _ held: inout Int,
        _ out: UnsafeMutableBufferPointer<UInt8>,
        _ length: inout Int
    ) {
        if held == 2 {
            out[length] = UInt8(truncatingIfNeeded: group >> 4)
            length += 1
        } else if held == 3 {
            out[length] = UInt8(truncatingIfNeeded: group >> 10)
            out[length + 1] = UInt8(truncatingIfNeeded: group >> 2)
            length += 2
        }
        held = 0
    }
}

/// RFC 2045 §6.7.
enum QuotedPrintable {
    static func decode(_ octets: Octets, _ defects: inout DefectLog) -> [UInt8] {
        var strange = false
        let out = [UInt8](unsafeUninitializedCapacity: octets.count) { out, length in
            octets.withUnsafeBufferPointer { length = decode($0, out, &strange) }
        }
        if strange {
            defects.note(
                "Quoted-printable held a \"=\" without two hexadecimal digits; it was kept as it is."
            )
        }
        return out
    }

    private static func decode(
        _ octets: UnsafeBufferPointer<UInt8>,
        _ out: UnsafeMutableBufferPointer<UInt8>,
        _ strange: inout Bool
    ) -> Int {
        var length = 0
        /// Where the white space starts that goes if the line ends after it.
        var blanks: Int?
        var index = 0
        while index < octets.count {
            let octet = octets[index]
            index += 1
            if octet == UInt8(ascii: "=") {
                blanks = nil
                if index + 1 < octets.count, let high = octets[index].hexadecimalValue,
                    let low = octets[index + 1].hexadecimalValue
                {
                    out[length] = high << 4 | low
                    length += 1
                    index += 2
                } else if let next = softLineBreak(octets, after: index) {
                    index = next
                } else {
                    strange = true
                    out[length] = octet
                    length += 1
                }
                continue
            }
            if octet.isBlank {
                blanks = blanks ?? length
            } else if octet == .lf || octet == .cr {
                if let start = blanks { length = start }
                blanks = nil
            } else {
                blanks = nil
            }
            out[length] = octet
            length += 1
        }
        return length
    }

    /// Where the text goes on after the line end that a "=" hides, white space before it allowed.
    private static func softLineBreak(
        _ octets: UnsafeBufferPointer<UInt8>,
        after index: Int
    ) -> Int? {
        var index = index
        while index < octets.count, octets[index].isBlank { index += 1 }
        guard index < octets.count else { return index }
        if octets[index] == .lf { return index + 1 }
        guard octets[index] == .cr else { return nil }
        return index + 1 < octets.count && octets[index + 1] == .lf ? index + 2 : index + 1
    }
}
