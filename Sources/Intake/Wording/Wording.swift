/// Text made comparable: lower case, no accents, typographic signs as ASCII, each run of white
/// space as one space, none at the ends.
///
/// A letter outside the Latin alphabet becomes one unknown letter (DEL).
struct Wording: Hashable, Sendable {
    private(set) var bytes: [UInt8] = []

    /// Reads no further than `limit` folded bytes, so that a line of any length costs little.
    init(_ text: some StringProtocol, limit: Int = .max) {
        let isFolded: Void? = text.utf8.withContiguousStorageIfAvailable { fold($0, limit) }
        if isFolded == nil { Array(text.utf8).withUnsafeBufferPointer { fold($0, limit) } }
    }

    /// Of bytes that are folded already, but for white space at the ends.
    init(folded bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes.drop { $0 == Self.space })
        Steps.count(self.bytes.count)
        while self.bytes.last == Self.space { self.bytes.removeLast() }
    }

    var isEmpty: Bool { bytes.isEmpty }
    var count: Int { bytes.count }
    var string: String { String(decoding: bytes, as: UTF8.self) }

    private static let space = UInt8(ascii: " ")

    private mutating func fold(_ text: UnsafeBufferPointer<UInt8>, _ limit: Int) {
        bytes.reserveCapacity(min(limit, text.count))
        var spacePending = false
        var index = 0
        while index < text.count, bytes.count < limit {
            let (value, length) = Self.scalar(at: index, in: text)
            index += length
            if value == 0x20 || (0x09...0x0D).contains(value) || Self.isSpace(value) {
                spacePending = true
                continue
            }
            if value >= 0xAD, Self.isInvisible(value) { continue }
            if spacePending, !bytes.isEmpty { bytes.append(Self.space) }
            spacePending = false
            append(value)
        }
        Steps.count(index)
    }

    /// One scalar of valid UTF-8 (RFC 3629 §3).
    private static func scalar(
        at index: Int,
        in text: UnsafeBufferPointer<UInt8>
    ) -> (value: UInt32, length: Int) {
        let lead = UInt32(text[index])
        if lead < 0x80 { return (lead, 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + length <= text.count else { return (0x7F, text.count - index) }
        var value = lead & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(text[index + offset]) & 0x3F }
        return (value, length)
    }

    private mutating func append(_ value: UInt32) {
        switch value {
        case 0x41...0x5A: bytes.append(UInt8(value) | 0x20)
        case 0..<0x80: bytes.append(UInt8(value))
        case 0xC6, 0xE6: bytes += [0x61, 0x65]
        case 0x152, 0x153: bytes += [0x6F, 0x65]
        case 0xDF: bytes += [0x73, 0x73]
        case 0xC0...0xFF: bytes.append(Self.latin1[Int(value & 0x1F)])
        case 0x178: bytes.append(UInt8(ascii: "y"))
        case 0x2018, 0x2019, 0x201B, 0x2032, 0xB4, 0x2BC: bytes.append(UInt8(ascii: "'"))
        case 0x2010...0x2015, 0x2212: bytes.append(UInt8(ascii: "-"))
        case 0xAB, 0xBB, 0x201C...0x201F: bytes.append(UInt8(ascii: "\""))
        case 0x2026: bytes += [0x2E, 0x2E, 0x2E]
        case 0xB0, 0xBA: bytes.append(UInt8(ascii: "o"))
        case 0xFF1A: bytes.append(UInt8(ascii: ":"))
        default: bytes.append(0x7F)
        }
    }

    /// Base letters of U+00C0 to U+00DF; U+00E0 to U+00FF stand in the same order.
    private static let latin1 = Array("aaaaaaaceeeeiiiidnooooo*ouuuuyts".utf8)

    private static func isSpace(_ value: UInt32) -> Bool {
        value == 0xA0 || (0x2000...0x200A).contains(value) || value == 0x202F || value == 0x3000
            || value == 0x2028 || value == 0x2029 || value == 0x85
    }

    /// Combining marks, zero-width signs, soft hyphen, variation selectors.
    private static func isInvisible(_ value: UInt32) -> Bool {
        (0x300...0x36F).contains(value) || (0x200B...0x200F).contains(value) || value == 0xFEFF
            || value == 0xAD || (0xFE00...0xFE0F).contains(value)
            || (0x202A...0x202E).contains(value)
    }
}

extension Wording {
    func hasPrefix(_ prefix: String) -> Bool {
        bytes.starts(with: prefix.utf8)
    }

    func hasSuffix(_ suffix: String) -> Bool {
        bytes.count >= suffix.utf8.count
            && bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    func contains(_ character: Character) -> Bool {
        character.asciiValue.map(bytes.contains) ?? false
    }

    /// The words: runs of letters, digits, hyphens and apostrophes.
    var words: [ArraySlice<UInt8>] {
        Steps.count(bytes.count)
        return bytes.split { !Self.isInWord($0) }
    }

    var wordCount: Int {
        Steps.count(bytes.count)
        var count = 0
        var isInWord = false
        for byte in bytes {
            let isPart = Self.isInWord(byte)
            if isPart, !isInWord { count += 1 }
            isInWord = isPart
        }
        return count
    }

    var digitCount: Int { bytes.count { Self.isDigit($0) } }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || isDigit(byte) || byte == 0x7F
    }

    private static func isInWord(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == 0x27 || byte == 0x2D
    }
}
