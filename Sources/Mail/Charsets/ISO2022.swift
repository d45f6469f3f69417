/// The 7-bit charsets of East Asia that switch by escape sequences: ISO-2022-JP with its extensions
/// (RFC 1468, 1554, 2237, and what Microsoft added), ISO-2022-KR (RFC 1557), ISO-2022-CN (RFC 1922).
struct ISO2022 {
    /// A set of characters that an escape sequence calls.
    private enum CharacterSet {
        case ascii, jisRoman, jisKatakana, jis0208, jis0212, jis0213, jis0213Plane2
        case gb2312, ksc5601, latin1, greek
        case cns(plane: UInt8)

        /// Octets of one character.
        var width: Int {
            switch self {
            case .ascii, .jisRoman, .jisKatakana, .latin1, .greek: 1
            default: 2
            }
        }
    }

    private let octets: Octets
    private var text = SegmentedText()
    private var index: Int
    private var g0 = CharacterSet.ascii
    private var g1: CharacterSet
    private var g2: CharacterSet?
    private var g3: CharacterSet?
    private var isShifted = false

    static func decode(_ octets: Octets, name: String) -> DecodedText {
        var decoder = ISO2022(octets, g1: name == "iso-2022-cn" ? .gb2312 : .ksc5601)
        decoder.run()
        return decoder.text.finish()
    }

    /// The charset that an escape sequence gives away in text that is otherwise US-ASCII.
    static func name(in octets: Octets) -> String? {
        var index = octets.startIndex
        while let escape = octets.firstIndex(of: 0x1B, from: index) {
            let rest = octets[escape...]
            if rest.hasPrefix("\u{1B}$B") || rest.hasPrefix("\u{1B}$@") { return "iso-2022-jp" }
            if rest.hasPrefix("\u{1B}(I") || rest.hasPrefix("\u{1B}$(D") { return "iso-2022-jp" }
            if rest.hasPrefix("\u{1B}$)C") { return "iso-2022-kr" }
            if rest.hasPrefix("\u{1B}$)A") || rest.hasPrefix("\u{1B}$)G") { return "iso-2022-cn" }
            index = escape + 1
        }
        return nil
    }

    private init(_ octets: Octets, g1: CharacterSet) {
        self.octets = octets
        index = octets.startIndex
        self.g1 = g1
    }

    private mutating func run() {
        while index < octets.endIndex {
            switch octets[index] {
            case 0x1B: escape()
            case 0x0E:
                isShifted = true
                index += 1
            case 0x0F:
                isShifted = false
                index += 1
            case .cr, .lf:
                // Each line starts in US-ASCII; so a line cut off garbles no other.
                text.append(ascii: octets[index])
                index += 1
                g0 = .ascii
                isShifted = false
            case 0...0x20:
                text.append(ascii: octets[index])
                index += 1
            case 0x80...:
                text.appendInvalid()
                index += 1
                while index < octets.endIndex, octets[index] >= 0x80 { index += 1 }
            default: character(isShifted ? g1 : g0)
            }
        }
    }

    /// Reads one character of the set at `index`.
    private mutating func character(_ set: CharacterSet) {
        let first = octets[index]
        guard set.width == 2 else {
            index += 1
            single(first, set)
            return
        }
        guard index + 1 < octets.endIndex, (0x21...0x7E).contains(octets[index + 1]), first < 0x7F
        else {
            // Half a character: what follows stands for itself.
            text.appendInvalid()
            index += 1
            return
        }
        pair(first, octets[index + 1], set)
        index += 2
    }

    private mutating func single(_ octet: UInt8, _ set: CharacterSet) {
        switch set {
        case .jisRoman where octet == UInt8(ascii: "\\"): text.append("¥")
        case .jisRoman where octet == UInt8(ascii: "~"): text.append("\u{203E}")
        case .jisKatakana:
            if octet < 0x60 {
                text.append(Unicode.Scalar(0xFF61 + UInt32(octet) - 0x21) ?? "\u{FFFD}")
            } else {
                text.appendInvalid()
            }
        case .latin1: text.append(Unicode.Scalar(octet | 0x80))
        case .greek: text.append([octet | 0x80], in: "iso-8859-7")
        default: text.append(ascii: octet)
        }
    }

    private mutating func pair(_ first: UInt8, _ second: UInt8, _ set: CharacterSet) {
        let (high, low) = (first | 0x80, second | 0x80)
        switch set {
        case .jis0208: text.append(ShiftJIS.octets(row: first, cell: second), in: "cp932")
        case .jis0212: text.append([0x8F, high, low], in: "euc-jp-ms")
        case .jis0213: text.append([high, low], in: "euc-jisx0213")
        case .jis0213Plane2: text.append([0x8F, high, low], in: "euc-jisx0213")
        case .gb2312: text.append([high, low], in: "gb18030")
        case .ksc5601: text.append([high, low], in: "cp949")
        case .cns(let plane): text.append([0x8E, 0xA0 + plane, high, low], in: "euc-tw")
        default: text.appendInvalid()
        }
    }
}

// MARK: Escape sequences

extension ISO2022 {
    private mutating func escape() {
        let rest = octets[(index + 1)...].prefix(3)
        if let final = rest.first, final == UInt8(ascii: "N") || final == UInt8(ascii: "O") {
            singleShift(final == UInt8(ascii: "N") ? g2 : g3)
            return
        }
        let intermediates = rest.prefix { (0x20...0x2F).contains($0) }
        guard let final = rest.dropFirst(intermediates.count).first, !intermediates.isEmpty,
            designate(String(decoding: intermediates, as: UTF8.self), final)
        else {
            text.appendInvalid()
            index += 1
            return
        }
        index += 2 + intermediates.count
    }

    private mutating func singleShift(_ set: CharacterSet?) {
        index += 2
        guard let set, index < octets.endIndex, (0x20...0x7F).contains(octets[index]) else {
            text.appendInvalid()
            return
        }
        character(set)
    }

    /// `false` for a sequence that none of these charsets has.
    private mutating func designate(_ intermediates: String, _ final: UInt8) -> Bool {
        let letter = Character(Unicode.Scalar(final))
        switch (intermediates, letter) {
        case ("(", "B"): g0 = .ascii
        // "H" was once written for it by mistake.
        case ("(", "J"), ("(", "H"): g0 = .jisRoman
        case ("(", "I"): g0 = .jisKatakana
        case ("$", "@"), ("$", "B"), ("$(", "@"), ("$(", "B"): g0 = .jis0208
        case ("$(", "D"): g0 = .jis0212
        case ("$(", "O"), ("$(", "Q"): g0 = .jis0213
        case ("$(", "P"): g0 = .jis0213Plane2
        case ("$", "A"), ("$(", "A"): g0 = .gb2312
        case ("$(", "C"): g0 = .ksc5601
        case (".", "A"): g2 = .latin1
        case (".", "F"): g2 = .greek
        case ("$)", "C"): g1 = .ksc5601
        case ("$)", "A"): g1 = .gb2312
        case ("$)", "G"): g1 = .cns(plane: 1)
        case ("$*", "H"): g2 = .cns(plane: 2)
        case ("$+", "I"..."M"): g3 = .cns(plane: final - UInt8(ascii: "I") + 3)
        case (")", "I"): g1 = .jisKatakana
        case ("&", "@"): break
        default: return false
        }
        return true
    }
}

/// The arithmetic between rows of JIS X 0208 and Shift_JIS.
enum ShiftJIS {
    /// `row` and `cell` are 21-7E, as in ISO-2022-JP.
    static func octets(row: UInt8, cell: UInt8) -> [UInt8] {
        let half = (row - 0x21) / 2
        let lead = half < 0x1F ? 0x81 + half : 0xC1 + half
        guard row % 2 == 1 else { return [lead, cell + 0x7E] }
        return [lead, cell + (cell < 0x60 ? 0x1F : 0x20)]
    }
}
