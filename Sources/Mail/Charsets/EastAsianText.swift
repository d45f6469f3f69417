/// EUC-JP with the rows that Microsoft added, as WHATWG reads it.
enum EUCJP {
    static func decode(_ octets: Octets) -> DecodedText {
        var text = SegmentedText()
        var index = octets.startIndex
        func octet(_ offset: Int) -> UInt8? {
            let position = index + offset
            return position < octets.endIndex ? octets[position] : nil
        }
        while let first = octet(0) {
            let second = octet(1) ?? 0
            if first < 0x80 {
                text.append(ascii: first)
                index += 1
            } else if first == 0x8E, (0xA1...0xDF).contains(second) {
                text.append([second], in: "cp932")
                index += 2
            } else if first == 0x8F, second >= 0xA1, let third = octet(2), third >= 0xA1 {
                text.append([first, second, third], in: "euc-jp-ms")
                index += 3
            } else if (0xA1...0xFE).contains(first), (0xA1...0xFE).contains(second) {
                text.append(ShiftJIS.octets(row: first & 0x7F, cell: second & 0x7F), in: "cp932")
                index += 2
            } else {
                text.appendInvalid()
                index += second >= 0x80 ? 2 : 1
            }
        }
        return text.finish()
    }
}

/// HZ (RFC 1843): GB 2312 in 7 bits, between `~{` and `~}`.
enum HZ {
    static func decode(_ octets: Octets) -> DecodedText {
        var text = SegmentedText()
        var isGB = false
        var index = octets.startIndex
        while index < octets.endIndex {
            let octet = octets[index]
            let next = index + 1 < octets.endIndex ? octets[index + 1] : 0
            switch (octet, next) {
            case (UInt8(ascii: "~"), UInt8(ascii: "{")):
                isGB = true
                index += 2
            case (UInt8(ascii: "~"), UInt8(ascii: "}")):
                isGB = false
                index += 2
            case (UInt8(ascii: "~"), UInt8(ascii: "~")) where !isGB:
                text.append(ascii: octet)
                index += 2
            case (UInt8(ascii: "~"), .lf), (UInt8(ascii: "~"), .cr):
                // A line that goes on in the next one.
                index += octets[index...].hasPrefix("~\r\n") ? 3 : 2
            case (0x21...0x7E, 0x21...0x7E) where isGB:
                text.append([octet | 0x80, next | 0x80], in: "gb18030")
                index += 2
            case (0x80..., _):
                text.appendInvalid()
                index += 1
                while index < octets.endIndex, octets[index] >= 0x80 { index += 1 }
            default:
                // The end of a line ends the Chinese, too.
                if octet == .lf { isGB = false }
                if isGB, octet > .space {
                    text.appendInvalid()
                } else {
                    text.append(ascii: octet)
                }
                index += 1
            }
        }
        return text.finish()
    }
}

/// Big5 with the additions of ETEN, Microsoft and Hong Kong, as WHATWG joins them.
enum Big5 {
    static func decode(_ octets: Octets) -> DecodedText {
        var text = SegmentedText()
        var index = octets.startIndex
        while index < octets.endIndex {
            let first = octets[index]
            let second = index + 1 < octets.endIndex ? octets[index + 1] : 0
            if first < 0x80 {
                text.append(ascii: first)
                index += 1
            } else if (0x81...0xFE).contains(first), isTrail(second) {
                // The signs of the first rows are Microsoft's, the rest is the larger set.
                let isSign = (0xA1...0xA3).contains(first)
                text.append([first, second], in: isSign ? "cp950" : "big5-hkscs")
                index += 2
            } else {
                text.appendInvalid()
                index += second >= 0x80 ? 2 : 1
            }
        }
        return text.finish()
    }

    private static func isTrail(_ octet: UInt8) -> Bool {
        (0x40...0x7E).contains(octet) || (0xA1...0xFE).contains(octet)
    }
}
