/// What one Unicode scalar of French writing is, and how it is read without case and accents.
package enum Letter {
    package enum Kind: Sendable {
        case letter, digit, apostrophe, hyphen, space, newline
        /// A combining accent (U+0300 to U+036F), as file names from a Mac carry it.
        case accent
        /// Soft hyphen, zero-width space, byte order mark: nothing to see.
        case invisible
        case other
    }

    package static func kind(of scalar: UInt32) -> Kind {
        if scalar < 0x80 { return asciiKinds[Int(scalar)] }
        switch scalar {
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F: return .invisible
        case 0x2018, 0x2019, 0x201B, 0x2BB...0x2BD, 0x2B9, 0x2032, 0x2035, 0xB4, 0xFF07:
            return .apostrophe
        // Tolerated: windows-1252 quotes read as Latin-1.
        case 0x91, 0x92: return .apostrophe
        case 0x2010...0x2012, 0xFE63, 0xFF0D: return .hyphen
        case 0x85, 0x2028, 0x2029: return .newline
        case 0x300...0x36F: return .accent
        case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x1FFF: return .letter
        case 0x2C00...0x2DFF, 0x3040...0xD7FF, 0xF900...0xFDFF, 0x20000...0x3FFFF: return .letter
        default: return .other
        }
    }

    /// The lower-case letter, its accent kept; œ and æ are left to `folded`.
    package static func lowercased(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
        case 0x100...0x137, 0x14A...0x177: scalar | 1
        case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? scalar + 1 : scalar
        case 0x178: 0xFF
        case 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
        default: scalar
        }
    }

    /// One or two ASCII letters for a lower-case Latin letter; zero where it has none.
    ///
    /// The second letter stands in the high byte: œ is `o` and `e`.
    package static func folded(_ scalar: UInt32) -> UInt16 {
        if scalar < 0x80 { return UInt16(scalar) }
        return scalar < 0x180 ? foldings[Int(scalar)] : 0
    }

    /// The letter that a combining accent makes of an ASCII letter, or `nil`.
    package static func composed(_ base: UInt8, _ accent: UInt32) -> UInt32? {
        switch accent {
        case 0x300: pick(base, from: "aeiou", to: "àèìòù")
        case 0x301: pick(base, from: "aeiouy", to: "áéíóúý")
        case 0x302: pick(base, from: "aeiou", to: "âêîôû")
        case 0x303: pick(base, from: "ano", to: "ãñõ")
        case 0x308: pick(base, from: "aeiouy", to: "äëïöüÿ")
        case 0x327: pick(base, from: "c", to: "ç")
        default: nil
        }
    }

    private static func pick(_ base: UInt8, from: String, to: String) -> UInt32? {
        for (plain, accented) in zip(from.utf8, to.unicodeScalars) where plain == base {
            return accented.value
        }
        return nil
    }

    private static let asciiKinds: [Kind] = (0..<128).map { code in
        switch UInt8(code) {
        case 0x41...0x5A, 0x61...0x7A: .letter
        case 0x30...0x39: .digit
        case 0x27, 0x60: .apostrophe
        case 0x2D: .hyphen
        case 0x0A, 0x0D: .newline
        case 0x20, 0x09, 0x0B, 0x0C: .space
        default: .other
        }
    }

    private static let foldings: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0x180)
        let families = [
            ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
            ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķĸ"), ("l", "ĺļľŀł"),
            ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşšſ"), ("t", "ţťŧ"),
            ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("oe", "œ"), ("ae", "æ"),
            ("ss", "ß"), ("ij", "ĳ"), ("a", "ª"), ("o", "º"),
        ]
        for (plain, letters) in families {
            let bytes = Array(plain.utf8)
            let value = UInt16(bytes[0]) | (bytes.count > 1 ? UInt16(bytes[1]) << 8 : 0)
            for scalar in letters.unicodeScalars { table[Int(scalar.value)] = value }
        }
        return table
    }()
}
