import Synchronization

/// A charset in which every octet is one character.
struct SingleOctet {
    /// For each octet its code point, or `nothing`.
    private let codePoints: [UInt32]
    private static let nothing = UInt32.max

    /// `nil` when there is no such charset, or its characters take several octets.
    static func named(_ name: String) -> SingleOctet? {
        cache.withLock { cache in
            if let known = cache[name] { return known }
            let charset = make(name)
            // Names come from strangers: not all of them are worth keeping.
            if charset != nil { cache[name] = charset }
            return charset
        }
    }

    private static let cache = Mutex<[String: SingleOctet]>([:])

    private init(codePoints: [UInt32]) { self.codePoints = codePoints }

    /// Whether the octets that are US-ASCII mean the same here.
    var includesASCII: Bool { (0..<0x80).allSatisfy { codePoints[$0] == UInt32($0) } }

    func decode(_ octets: Octets) -> DecodedText {
        var out: [UInt8] = []
        out.reserveCapacity(octets.count + octets.count / 2)
        var invalid = 0
        for octet in octets {
            let value = codePoints[Int(octet)]
            switch value {
            case 0..<0x80:
                out.append(UInt8(truncatingIfNeeded: value))
            case 0x80..<0x800:
                out.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
                out.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
            case 0x800..<0x1_0000:
                out.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
                out.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
                out.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
            default:
                invalid += 1
                out.append(contentsOf: UTF8.encodedReplacementCharacter)
            }
        }
        return DecodedText(text: String(decoding: out, as: UTF8.self), invalid: invalid)
    }
}

// MARK: Where the tables come from

extension SingleOctet {
    private static func make(_ name: String) -> SingleOctet? {
        if name == "x-user-defined" {
            let upper = (0x80...0xFF).map { UInt32(0xF700 + $0) }
            return SingleOctet(codePoints: Array(0..<0x80) + upper)
        }
        if let upper = tables[name] {
            return SingleOctet(codePoints: Array(0..<0x80) + upper.unicodeScalars.map(\.value))
        }
        let source = name.hasPrefix("windows-") ? "cp\(name.dropFirst(8))" : name
        guard let converter = Iconv(glibcNames[name] ?? source) else { return nil }
        var codePoints: [UInt32] = []
        for octet in UInt8.min...UInt8.max {
            // One by one, or Glibc composes a letter and the mark after it (cp1255, cp1258, TCVN).
            let decoded = converter.decode([octet])
            let scalars = decoded.text.unicodeScalars
            guard let scalar = scalars.first, scalars.count == 1, !decoded.isCutOff else {
                return nil
            }
            codePoints.append(decoded.invalid > 0 ? nothing : scalar.value)
        }
        mend(&codePoints, name)
        return SingleOctet(codePoints: codePoints)
    }

    /// Where the WHATWG Encoding Standard reads otherwise than Glibc.
    private static func mend(_ codePoints: inout [UInt32], _ name: String) {
        if name.hasPrefix("windows-") {
            for octet in 0x80..<0xA0 where codePoints[octet] == nothing {
                codePoints[octet] = UInt32(octet)
            }
        }
        for (octet, value) in differences[name] ?? [] { codePoints[octet] = value }
    }

    private static let differences: [String: [(Int, UInt32)]] = [
        "macintosh": [(0xC6, 0x2206), (0xF0, 0xF8FF)],
        "x-mac-cyrillic": [(0xFF, 0x20AC)],
        "koi8-u": [(0xAE, 0x045E), (0xBE, 0x040E)],
        "windows-1255": [(0xCA, 0x05BA)],
    ]

    private static let glibcNames = ["x-mac-cyrillic": "mac-cyrillic", "cp037": "ibm037"]

    /// The characters of 80-FF in their order, for charsets that Glibc lacks.
    private static let tables: [String: String] = [
        "x-mac-greek": """
        Ä¹²É³ÖÜ΅àâä΄¨çéèêë£™îï•½‰ôö¦€ùûü†ΓΔΘΛΞΠß®©ΣΪ§≠°·Α±≤≥¥ΒΕΖΗΙΚΜΦΫΨΩ\
        άΝ¬ΟΡ≈Τ«»…\u{A0}ΥΧΆΈœ–―“”‘’÷ΉΊΌΎέήίόΏύαβψδεφγηιξκλμνοπώρστθωςχυζϊϋΐΰ\u{AD}
        """,
        "x-mac-turkish": """
        ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
        ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸĞğİıŞş‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙ\u{F8A0}ˆ˜¯˘˙˚¸˝˛ˇ
        """,
        "x-mac-romanian": """
        ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ĂȘ∞±≤≥¥µ∂∑∏π∫ªºΩăș\
        ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›Țț‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
        """,
        "x-mac-croatian": """
        ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®Š™´¨≠ŽØ∞±≤≥∆µ∂∑∏š∫ªºΩžø\
        ¿¡¬√ƒ≈Ć«Č…\u{A0}ÀÃÕŒœĐ—“”‘’÷◊\u{F8FF}©⁄€‹›Æ»–·‚„‰ÂćÁčÈÍÎÏÌÓÔđÒÚÛÙıˆ˜¯πË˚¸Êæˇ
        """,
        "x-mac-icelandic": """
        ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûüÝ°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
        ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€ÐðÞþý·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
        """,
        "x-mac-arabic": """
        Ä\u{A0}ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ôö÷úùûü\u{20}!"#$٪&'()*+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟\
        ❊ءآأؤإئابةتثجحخدذرزسشصضطظعغ[\\]^_ـفقكلمنهوىي\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}پٹچەڤگڈڑ{|}ژے
        """,
        "cp720": """
        \u{80}\u{81}éâ\u{84}à\u{86}çêëèïî\u{8D}\u{8E}\u{8F}\u{90}\u{651}\u{652}ô¤ـûùءآأؤ£إئابةتثجحخدذرزسشص«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
        └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ضطظعغفµقكلمنهوىي≡\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}≈°∙·√ⁿ²■\u{A0}
        """,
        "x-ptcp154": """
        ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u{A0}ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝ\
        АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя
        """,
    ]
}
