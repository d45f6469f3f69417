/// A rule file as it lies on disk.
package struct RuleFile: Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The text, whatever Notepad saved it as: UTF-8 with or without its mark, UTF-16 with its
    /// mark, else windows-1252.
    package var text: String {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(littleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(littleEndian: false) }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if let text = String(validating: body, as: UTF8.self) { return text }
        var scalars = String.UnicodeScalarView()
        for byte in body { scalars.append(RuleFile.windows1252(byte)) }
        return String(scalars)
    }

    private func utf16(littleEndian: Bool) -> String {
        var units: [UInt16] = []
        for index in stride(from: 2, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(littleEndian ? first | second << 8 : first << 8 | second)
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        guard 0x80...0x9F ~= byte else { return Unicode.Scalar(byte) }
        let high = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars
        return high[high.index(high.startIndex, offsetBy: Int(byte) - 0x80)]
    }
}
