/// Octets in a named character set turned into text (RFC 2978; names as registered with IANA).
enum Charset {
    /// Decodes by the declared charset, else as UTF-8 where valid, else as windows-1252.
    ///
    /// A byte order mark says more than the label, and is no part of the text.
    static func decode(_ octets: Octets, label: String?, _ defects: inout DefectLog) -> String {
        let name = label.map(CharsetNames.canonical) ?? ""
        if name == "utf-8" { return declaredUTF8(octets, &defects) }
        if name.isEmpty || name == "us-ascii" {
            if octets.isASCII, octets.firstIndex(of: 0x1B, from: octets.startIndex) == nil,
                octets.firstIndex(of: 0, from: octets.startIndex) == nil
            {
                return utf8(octets)
            }
            return undeclared(octets, declared: name, &defects)
        }
        if let text = marked(octets, name, &defects) { return text }
        let shown = String(CharsetNames.bare(label ?? "").prefix(40))
        return declared(octets, name, shown, &defects)
    }

    /// Decodes a text part, in which NUL octets are either half a character or out of place.
    static func decodeBody(_ octets: Octets, label: String?, _ defects: inout DefectLog) -> String {
        guard octets.firstIndex(of: 0, from: octets.startIndex) != nil,
            !WideText.isWide(label.map(CharsetNames.canonical) ?? ""),
            WideText(markOf: octets) == nil
        else { return decode(octets, label: label, &defects) }
        if let wide = WideText(guessedFrom: octets) {
            defects.note("Text in UTF-16 or UTF-32 does not say so; its zero octets told.")
            return wide.decode(octets).text
        }
        defects.note("A NUL octet stood in the text; it was left out.")
        return decode(octets.filter { $0 != 0 }[...], label: label, &defects)
    }

    /// What the octets are in the charset of that canonical name; `nil` when it is unknown.
    static func reading(_ octets: Octets, _ name: String) -> DecodedText? {
        switch name {
        case "utf-8", "us-ascii":
            let text = String(decoding: octets, as: UTF8.self)
            return DecodedText(text: text, invalid: text.unicodeScalars.count { $0 == "\u{FFFD}" })
        case "utf-7", "utf-7-imap": return UTF7(isIMAP: name == "utf-7-imap").decode(octets)
        case "iso-2022-jp", "iso-2022-kr", "iso-2022-cn": return ISO2022.decode(octets, name: name)
        case "hz-gb-2312": return HZ.decode(octets)
        case "euc-jp": return octets.isASCII ? ascii(octets) : EUCJP.decode(octets)
        case "big5": return octets.isASCII ? ascii(octets) : Big5.decode(octets)
        case "windows-1252":
            return DecodedText(text: octets.isASCII ? utf8(octets) : windows1252(octets))
        case "iso-8859-15":
            return DecodedText(text: octets.isASCII ? utf8(octets) : latin9(octets))
        default: break
        }
        if WideText.isWide(name) { return WideText(of: octets, named: name).decode(octets) }
        if pairs.contains(name) {
            return octets.isASCII ? ascii(octets) : Iconv(name)?.decode(octets)
        }
        return SingleOctet.named(name)?.decode(octets) ?? Iconv(name)?.decode(octets)
    }

    /// Whether the octets are valid in the charset all through.
    static func isValid(_ octets: Octets, label: String) -> Bool {
        reading(octets, CharsetNames.canonical(label))?.invalid == 0
    }

    /// Charsets of pairs that hold US-ASCII as it is.
    private static let pairs: Set<String> = ["cp932", "cp949", "gb18030", "johab", "euc-tw"]

    private static func utf8(_ octets: Octets) -> String { String(decoding: octets, as: UTF8.self) }

    private static func ascii(_ octets: Octets) -> DecodedText { DecodedText(text: utf8(octets)) }
}

// MARK: Labels that are missing or wrong

extension Charset {
    private static func declared(
        _ octets: Octets,
        _ name: String,
        _ label: String,
        _ defects: inout DefectLog
    ) -> String {
        if WideText.isWide(name), let text = narrow(octets, label, &defects) { return text }
        if Self.mistaken.contains(name), let other = escaped(octets) {
            defects.note("Text declared as \(label) is \(other); it was read as that.")
            return Self.reading(octets, other)?.text ?? utf8(octets)
        }
        guard let reading = reading(octets, name) else {
            defects.note(
                "The charset \"\(label)\" is unknown; the text was read as UTF-8 or windows-1252."
            )
            return String(validating: octets, as: UTF8.self) ?? windows1252(octets)
        }
        if name == "windows-1252", reading.text.utf8.count > octets.count,
            let text = utf8InLatin1(octets, label, &defects)
        {
            return text
        }
        guard reading.invalid > 0 else { return reading.text }
        if !octets.isASCII, let text = String(validating: octets, as: UTF8.self) {
            defects.note("Text declared as \(label) is UTF-8; it was read as UTF-8.")
            return text
        }
        let isMostlyRight = isMostlyRight(reading.text)
        if name != "euc-jp" || !isMostlyRight, let other = japanese(octets, name) {
            defects.note("Text declared as \(label) is \(other); it was read as that.")
            return Self.reading(octets, other)?.text ?? reading.text
        }
        // One stray octet among many good ones is an accident; many are another charset.
        if isMostlyRight || octets.isASCII || WideText.isWide(name) || !isWestern(octets) {
            defects.note(
                "Text has octets that are invalid in its charset \(label); each became U+FFFD."
            )
            return reading.text
        }
        defects.note("Text declared as \(label) is not in it; it was read as windows-1252.")
        return windows1252(octets)
    }

    /// What text in a 7-bit charset is declared as, by programs that know only their own.
    private static let mistaken: Set<String> = ["windows-1252", "cp932", "euc-jp", "cp949"]

    /// The charset of Japan that the octets are in, where another one of them is declared.
    private static func japanese(_ octets: Octets, _ name: String) -> String? {
        // Nearly all that is EUC-JP would do as half-width katakana of Shift_JIS, not the reverse.
        let names = ["iso-2022-jp": ["euc-jp", "cp932"], "cp932": ["euc-jp"], "euc-jp": ["cp932"]]
        guard let names = names[name],
            octets.firstIndex(of: 0x1B, from: octets.startIndex) == nil
        else { return nil }
        return names.first { reading(octets, $0)?.invalid == 0 }
    }

    private static func undeclared(
        _ octets: Octets,
        declared: String,
        _ defects: inout DefectLog
    ) -> String {
        if let text = marked(octets, declared, &defects) { return text }
        if let wide = WideText(guessedFrom: octets) {
            defects.note("Text in UTF-16 or UTF-32 does not say so; its zero octets told.")
            return wide.decode(octets).text
        }
        if octets.isASCII {
            guard let name = ISO2022.name(in: octets), let reading = reading(octets, name) else {
                return utf8(octets)
            }
            defects.note("Text in \(name) does not say so; its escape sequences told.")
            return reading.text
        }
        let claim = declared.isEmpty ? "names no charset" : "is declared as us-ascii"
        if let text = String(validating: octets, as: UTF8.self) {
            defects.note("Text with octets outside US-ASCII \(claim); it was read as UTF-8.")
            return text
        }
        let mended = utf8(octets)
        if isMostlyRight(mended, margin: 3) {
            defects.note(
                "Text with octets outside US-ASCII \(claim); it was read as UTF-8, what was invalid as U+FFFD."
            )
            return mended
        }
        defects.note("Text with octets outside US-ASCII \(claim); it was read as windows-1252.")
        return windows1252(octets)
    }

    /// Broken UTF-8 is mended where most of it is right, and is windows-1252 where nothing is.
    private static func declaredUTF8(_ octets: Octets, _ defects: inout DefectLog) -> String {
        let octets = octets.hasPrefix("\u{FEFF}") ? octets.dropFirst(3) : octets
        if let text = String(validating: octets, as: UTF8.self) { return text }
        if let text = marked(octets, "utf-8", &defects) { return text }
        let mended = utf8(octets)
        if isMostlyRight(mended) || !isWestern(octets) || isCutOff(octets) {
            defects.note("Text declared as UTF-8 has invalid octets; each became U+FFFD.")
            return mended
        }
        defects.note("Text declared as UTF-8 is not UTF-8; it was read as windows-1252.")
        return windows1252(octets)
    }

    /// Whether all is UTF-8 but for a beginning of a character at the end, which in windows-1252 would
    /// be a capital letter after a small one, or "â" and a sign.
    private static func isCutOff(_ octets: Octets) -> Bool {
        let whole = octets.wholeCharacters
        let tail = octets[whole.endIndex...]
        guard let lead = tail.first, String(validating: whole, as: UTF8.self) != nil else {
            return false
        }
        if tail.count > 1 { return lead == 0xE2 && tail[tail.startIndex + 1] < 0xA0 }
        // DF is "ß", which ends words.
        guard let last = whole.last, lead < 0xDF else { return false }
        return last.isLetter && last == (last | 0x20)
    }

    /// The 7-bit charset of text in US-ASCII that switches to it.
    private static func escaped(_ octets: Octets) -> String? {
        guard octets.firstIndex(of: 0x1B, from: octets.startIndex) != nil, octets.isASCII else {
            return nil
        }
        return ISO2022.name(in: octets)
    }

    /// Text that starts with a byte order mark, whatever its label.
    private static func marked(
        _ octets: Octets,
        _ name: String,
        _ defects: inout DefectLog
    ) -> String? {
        if octets.hasPrefix("\u{FEFF}") {
            guard let text = String(validating: octets.dropFirst(3), as: UTF8.self) else {
                return nil
            }
            defects.note("A byte order mark told that the text is UTF-8, unlike its label.")
            return text
        }
        guard let wide = WideText(markOf: octets) else { return nil }
        if !WideText.isWide(name) {
            // In windows-1252 the mark is two letters: zero octets must confirm it.
            guard octets.firstIndex(of: 0, from: octets.startIndex) != nil else { return nil }
            defects.note(
                "A byte order mark told that the text is UTF-16 or UTF-32, unlike its label."
            )
        }
        return wide.decode(octets).text
    }

    /// Text in single octets that is labelled as UTF-16, as pages are that were converted.
    private static func narrow(
        _ octets: Octets,
        _ label: String,
        _ defects: inout DefectLog
    ) -> String? {
        // Code units of a script hold octets that are controls, sooner or later.
        guard octets.count > 16 || octets.count % 2 == 1,
            octets.allSatisfy({ $0 >= .space ? $0 != 0x7F : $0.isWhiteSpace }),
            let text = String(validating: octets, as: UTF8.self)
        else { return nil }
        defects.note("Text declared as \(label) is not in it; it was read as UTF-8.")
        return text
    }

    /// UTF-8 labelled as latin1: several characters, or an octet that no latin1 text holds.
    ///
    /// One "Ã©" may be what somebody writes about; many are what a web form made of its text.
    private static func utf8InLatin1(
        _ octets: Octets,
        _ label: String,
        _ defects: inout DefectLog
    ) -> String? {
        guard let text = String(validating: octets, as: UTF8.self) else { return nil }
        let several = text.unicodeScalars.lazy.filter { $0.value >= 0x80 }.prefix(4)
        let isSure =
            several.count > 3 || (several.count > 1 && several.contains { $0.value >= 0x800 })
        guard isSure || !isWestern(octets) else { return nil }
        defects.note("Text declared as \(label) is UTF-8; it was read as UTF-8.")
        return text
    }

    /// Whether every octet has a character in windows-1252.
    private static func isWestern(_ octets: Octets) -> Bool {
        !octets.contains { octet in
            octet >= 0x81 && octet <= 0x9D
                && (octet == 0x81 || octet == 0x8D || octet == 0x8F || octet == 0x90
                    || octet == 0x9D)
        }
    }

    /// Whether the characters outside US-ASCII outnumber, `margin` times, what became U+FFFD.
    static func isMostlyRight(_ text: String, margin: Int = 1) -> Bool {
        var wrong = 0
        var right = 0
        for scalar in text.unicodeScalars where scalar.value >= 0x80 {
            if scalar == "\u{FFFD}" { wrong += 1 } else { right += 1 }
        }
        return right >= wrong * margin
    }
}

// MARK: Western charsets

extension Charset {
    /// Every octet has a character: the five unassigned ones become C1 controls.
    static func windows1252(_ octets: Octets) -> String {
        singleOctet(octets) { octet in
            octet < 0xA0 ? c1[Int(octet - 0x80)] : UInt16(octet)
        }
    }

    private static func latin9(_ octets: Octets) -> String {
        singleOctet(octets) { octet in
            switch octet {
            case 0xA4: 0x20AC
            case 0xA6: 0x0160
            case 0xA8: 0x0161
            case 0xB4: 0x017D
            case 0xB8: 0x017E
            case 0xBC: 0x0152
            case 0xBD: 0x0153
            case 0xBE: 0x0178
            // Tolerated: 80-9F are controls here, yet only windows-1252 senders write them.
            case 0x80...0x9F: c1[Int(octet - 0x80)]
            default: UInt16(octet)
            }
        }
    }

    /// `scalar` is asked for octets from 0x80 only and gives a code point below 0xD800.
    private static func singleOctet(_ octets: Octets, _ scalar: (UInt8) -> UInt16) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(octets.count + octets.count / 4)
        for octet in octets {
            guard octet >= 0x80 else {
                out.append(octet)
                continue
            }
            let value = scalar(octet)
            if value < 0x800 {
                out.append(UInt8(0xC0 | value >> 6))
            } else {
                out.append(UInt8(0xE0 | value >> 12))
                out.append(UInt8(0x80 | value >> 6 & 0x3F))
            }
            out.append(UInt8(0x80 | value & 0x3F))
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static let c1: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]
}

extension Octets {
    /// Without the beginning of a UTF-8 character at the end, which something cut in two.
    var wholeCharacters: Octets {
        var start = endIndex
        while start > startIndex, endIndex - start < 3, self[start - 1] & 0xC0 == 0x80 {
            start -= 1
        }
        guard start > startIndex, self[start - 1] >= 0xC0 else { return self }
        let lead = self[start - 1]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        return endIndex - (start - 1) < length ? self[..<(start - 1)] : self
    }
}
