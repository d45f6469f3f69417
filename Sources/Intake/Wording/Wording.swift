/// Text made comparable: lower case, no accents, typographic signs as ASCII, each run of white
/// space as one space, none at the ends.
///
/// A letter outside the Latin alphabet becomes one unknown letter (DEL), a sign outside ASCII one
/// unknown sign (SUB).
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
    /// What stands for a letter of another alphabet.
    static let unknownLetter: UInt8 = 0x7F
    /// What stands for a bullet, an arrow, a picture.
    static let unknownSign: UInt8 = 0x1A

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
        case 0x132, 0x133: bytes += [0x69, 0x6A]
        case 0x100...0x17F: bytes.append(Self.latinExtendedA[Int(value - 0x100)])
        case 0x1E00...0x1EFF: bytes.append(Self.latinAdditional[Int(value - 0x1E00)])
        case 0x1A0, 0x1A1: bytes.append(UInt8(ascii: "o"))
        case 0x1AF, 0x1B0: bytes.append(UInt8(ascii: "u"))
        case 0x218, 0x219: bytes.append(UInt8(ascii: "s"))
        case 0x21A, 0x21B: bytes.append(UInt8(ascii: "t"))
        case 0x2018, 0x2019, 0x201B, 0x2032, 0xB4, 0x2BC: bytes.append(UInt8(ascii: "'"))
        case 0x2010...0x2015, 0x2212: bytes.append(UInt8(ascii: "-"))
        case 0xAB, 0xBB, 0x201C...0x201F, 0x300C...0x300F: bytes.append(UInt8(ascii: "\""))
        case 0x2026: bytes += [0x2E, 0x2E, 0x2E]
        case 0xB0, 0xBA: bytes.append(UInt8(ascii: "o"))
        case 0x3001: bytes.append(UInt8(ascii: ","))
        case 0x3002: bytes.append(UInt8(ascii: "."))
        case 0xFF01...0xFF5E: append(value - 0xFEE0)
        default: bytes.append(Self.isSign(value) ? Self.unknownSign : Self.unknownLetter)
        }
    }

    /// Symbols, punctuation and pictures, whole blocks at a time.
    private static func isSign(_ value: UInt32) -> Bool {
        (0xA1...0xBF).contains(value) || (0x2010...0x2BFF).contains(value)
            || (0x3003...0x303F).contains(value) && value != 0x3005 && value != 0x3007
            || (0xE000...0xF8FF).contains(value) || (0x1F000...0x1FAFF).contains(value)
    }

    /// Base letters of U+00C0 to U+00DF; U+00E0 to U+00FF stand in the same order.
    private static let latin1 = Array("aaaaaaaceeeeiiiidnooooo*ouuuuyts".utf8)
    /// Those of U+0100 to U+017F.
    private static let latinExtendedA = Array(
        """
        aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll\
        lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """.utf8
    )
    /// Those of U+1E00 to U+1EFF, Vietnamese among them.
    private static let latinAdditional = Array(
        """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
        mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
        wwwwwwwwwwxxxxyyzzzzzzhtwyassssdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
        eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy
        """.utf8
    )

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

    /// Whether a day stands in figures, as in `24/11` or `3.01`.
    var namesShortDate: Bool {
        bytes.indices.dropFirst().dropLast().contains { index in
            (bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "."))
                && Self.isDigit(bytes[index - 1]) && Self.isDigit(bytes[index + 1])
        }
    }

    /// What stands above the first full stop, of 200 octets at most.
    var firstSentence: Wording {
        let end = bytes.prefix(200).indices.first { index in
            ".!;".utf8.contains(bytes[index])
                && (index + 1 == bytes.count || bytes[index + 1] == Self.space)
        }
        return Wording(folded: bytes.prefix(end ?? 200))
    }

    /// Whether an address of the web stands in it.
    var namesLink: Bool { Self.links.occur(in: self) }

    private static let links = WordingSet("http:// | https:// | www.")

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || isDigit(byte) || byte == 0x7F
    }

    private static func isInWord(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == 0x27 || byte == 0x2D
    }
}
