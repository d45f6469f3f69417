extension QuotedPrintable {
    /// Without CRLF (RFC 2045 §6.7 (5)).
    private static let lineLength = 76

    /// Text as lines of US-ASCII that no transport will change; ends with CRLF unless empty.
    static func encode(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count * 5 / 4)
        let octets = Octets(text.utf8)
        var position = octets.startIndex
        while position < octets.endIndex {
            let line = octets[position...].prefix { $0 != .cr && $0 != .lf }
            encodeLine(line, into: &out)
            position = line.endIndex
            guard position < octets.endIndex else { break }
            let isPair = octets[position] == .cr && octets[position...].dropFirst().first == .lf
            position += isPair ? 2 : 1
        }
        return out
    }

    private static func encodeLine(_ line: Octets, into out: inout [UInt8]) {
        var column = 0
        var index = line.startIndex
        while index < line.endIndex {
            let unit = unit(line, at: index, isLineStart: column == 0)
            let isLast = unit.end == line.endIndex
            // All but the last unit leave room for the "=" of a soft line break.
            if column + unit.octets.count > (isLast ? lineLength : lineLength - 1) {
                out.append(contentsOf: "=\r\n".utf8)
                column = 0
                continue
            }
            out.append(contentsOf: unit.octets)
            column += unit.octets.count
            index = unit.end
        }
        out.append(contentsOf: "\r\n".utf8)
    }

    /// One character, so that a soft line break never falls inside of it.
    private static func unit(
        _ line: Octets,
        at index: Int,
        isLineStart: Bool
    ) -> (octets: [UInt8], end: Int) {
        var end = index + 1
        while end < line.endIndex, line[end] & 0xC0 == 0x80 { end += 1 }
        let octet = line[index]
        let isPlain = octet.isVisible && octet != UInt8(ascii: "=")
        let isInnerBlank = octet.isBlank && end < line.endIndex
        if isPlain || isInnerBlank, !isLineStart || !isRiskyStart(line[index...]) {
            return ([octet], end)
        }
        var out: [UInt8] = []
        for octet in line[index..<end] { appendEscape(octet, to: &out) }
        return (out, end)
    }

    /// A lone dot ends an SMTP message, "From " starts one in mbox files, and "-" a boundary.
    private static func isRiskyStart(_ line: Octets) -> Bool {
        line.first == UInt8(ascii: ".") || line.hasPrefix("From ") || line.hasPrefix("--=")
    }

    static func appendEscape(_ octet: UInt8, to out: inout [UInt8]) {
        let digits: StaticString = "0123456789ABCDEF"
        digits.withUTF8Buffer { digits in
            out.append(UInt8(ascii: "="))
            out.append(digits[Int(octet >> 4)])
            out.append(digits[Int(octet & 15)])
        }
    }
}
