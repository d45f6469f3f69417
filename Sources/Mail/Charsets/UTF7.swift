/// UTF-7 (RFC 2152), and its form in the names of IMAP mailboxes (RFC 9051 appendix A.1).
struct UTF7 {
    private let shift: UInt8
    /// The 64th digit of its base64.
    private let last: UInt8

    init(isIMAP: Bool) {
        shift = isIMAP ? UInt8(ascii: "&") : UInt8(ascii: "+")
        last = isIMAP ? UInt8(ascii: ",") : UInt8(ascii: "/")
    }

    func decode(_ octets: Octets) -> DecodedText {
        var out: [UInt8] = []
        out.reserveCapacity(octets.count)
        var invalid = 0
        var index = octets.startIndex
        while index < octets.endIndex {
            let octet = octets[index]
            index += 1
            guard octet == shift else {
                if octet >= 0x80 { invalid += 1 }
                out.append(contentsOf: octet < 0x80 ? [octet] : Array("\u{FFFD}".utf8))
                continue
            }
            let digits = octets[index...].prefix { value($0) != nil }
            index = digits.endIndex
            if digits.isEmpty {
                // "+-" is a plus; tolerated: one that stands for itself without the hyphen.
                out.append(shift)
            } else {
                let decoded = WideText.bigEndian.decode(units(digits)[...])
                out.append(contentsOf: decoded.text.utf8)
                invalid += decoded.invalid
            }
            if index < octets.endIndex, octets[index] == UInt8(ascii: "-") { index += 1 }
        }
        return DecodedText(text: String(decoding: out, as: UTF8.self), invalid: invalid)
    }

    /// The octets of whole code units; the bits that fill the last digit are dropped.
    private func units(_ digits: Octets) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(digits.count / 4 * 3 + 3)
        var bits: UInt32 = 0
        var count = 0
        for digit in digits {
            bits = (bits << 6 | UInt32(value(digit) ?? 0)) & 0xFFFF
            count += 6
            if count >= 8 {
                count -= 8
                out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        if out.count % 2 == 1 { out.removeLast() }
        return out
    }

    private func value(_ octet: UInt8) -> UInt8? {
        switch octet {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): octet - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): octet - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case last: 63
        default: nil
        }
    }
}
