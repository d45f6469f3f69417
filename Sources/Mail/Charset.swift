import Glibc

/// Octets in a named character set turned into text (RFC 2978; names as registered with IANA).
enum Charset {
    /// Decodes by the declared charset, else as UTF-8 where valid, else as windows-1252.
    static func decode(_ octets: Octets, label: String?, _ defects: inout DefectLog) -> String {
        let name = label.map(canonicalName) ?? ""
        switch name {
        case "utf-8":
            return declaredUTF8(octets, &defects)
        case "", "us-ascii":
            return undeclared(octets, declared: name, &defects)
        case "windows-1252":
            return octets.isASCII ? utf8(octets) : windows1252(octets)
        case "iso-8859-15":
            return octets.isASCII ? utf8(octets) : latin9(octets)
        default:
            if let text = Iconv.decode(octets, from: name, &defects) { return text }
            defects.note(
                "The charset \"\(name.prefix(40))\" is unknown; the text was read as UTF-8 or windows-1252."
            )
            return guess(octets)
        }
    }

    private static func utf8(_ octets: Octets) -> String { String(decoding: octets, as: UTF8.self) }

    private static func guess(_ octets: Octets) -> String {
        String(validating: octets, as: UTF8.self) ?? windows1252(octets)
    }

    private static func undeclared(
        _ octets: Octets,
        declared: String,
        _ defects: inout DefectLog
    ) -> String {
        if octets.isASCII { return utf8(octets) }
        let text = String(validating: octets, as: UTF8.self)
        let reading = text == nil ? "windows-1252" : "UTF-8"
        let claim = declared.isEmpty ? "names no charset" : "is declared as us-ascii"
        defects.note("Text with octets outside US-ASCII \(claim); it was read as \(reading).")
        return text ?? windows1252(octets)
    }

    /// Broken UTF-8 is mended where most of it is right, and is windows-1252 where nothing is.
    private static func declaredUTF8(_ octets: Octets, _ defects: inout DefectLog) -> String {
        let octets = octets.hasPrefix("\u{FEFF}") ? octets.dropFirst(3) : octets
        if let text = String(validating: octets, as: UTF8.self) { return text }
        let mended = utf8(octets)
        var wrong = 0
        var right = 0
        for scalar in mended.unicodeScalars where scalar.value >= 0x80 {
            if scalar == "\u{FFFD}" { wrong += 1 } else { right += 1 }
        }
        if right >= wrong {
            defects.note("Text declared as UTF-8 has invalid octets; each became U+FFFD.")
            return mended
        }
        defects.note("Text declared as UTF-8 is not UTF-8; it was read as windows-1252.")
        return windows1252(octets)
    }

    /// Lower case, with the names that senders use for the same thing brought together.
    static func canonicalName(_ label: String) -> String {
        let name = Octets(label.utf8).trimmed.filter { $0 != .quote && $0 != UInt8(ascii: "'") }
        let lower = String(decoding: name.map(\.lowercased), as: UTF8.self)
        return aliases[lower] ?? lower
    }

    private static let aliases: [String: String] = [
        "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "utf-8n": "utf-8", "cp65001": "utf-8",
        "utf8mb4": "utf-8",
        "ascii": "us-ascii", "ansi_x3.4-1968": "us-ascii", "iso646-us": "us-ascii",
        "7bit": "us-ascii", "8bit": "us-ascii", "unknown": "", "unknown-8bit": "", "x-unknown": "",
        "none": "", "default_charset": "", "_autodetect_all": "", "iso-8859-8-i": "iso-8859-8",
        // What claims to be latin1 often holds the octets 80-9F of windows-1252, as the WHATWG
        // Encoding Standard recognises.
        "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "iso_8859-1": "windows-1252",
        "iso88591": "windows-1252", "latin1": "windows-1252", "latin-1": "windows-1252",
        "l1": "windows-1252", "cp1252": "windows-1252", "ansi": "windows-1252",
        "x-ansi": "windows-1252", "win-1252": "windows-1252", "windows1252": "windows-1252",
        "iso8859-15": "iso-8859-15", "iso_8859-15": "iso-8859-15", "latin9": "iso-8859-15",
        "latin-9": "iso-8859-15", "l9": "iso-8859-15", "iso885915": "iso-8859-15",
        "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "euc-kr": "cp949", "korean": "cp949",
        "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "cn-gb": "gb18030",
        "x-sjis": "cp932", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
        "big5": "big5-hkscs", "macroman": "macintosh", "x-mac-roman": "macintosh",
        "mac": "macintosh",
        "unicode": "utf-16", "cp-850": "cp850", "ibm850": "cp850", "iso-8859-8-e": "iso-8859-8",
        "unicode-1-1-utf-7": "utf-7", "x-unicode-2-0-utf-7": "utf-7", "koi8": "koi8-r",
        "iso_8859-1:1987": "windows-1252", "iso-ir-100": "windows-1252", "cp819": "windows-1252",
        "ibm819": "windows-1252", "x-cp1252": "windows-1252", "us_ascii": "us-ascii",
        "windows-949": "cp949", "x-windows-949": "cp949", "x-euc-jp": "euc-jp",
        "x-cp1250": "cp1250", "x-cp1251": "cp1251", "win-1251": "cp1251", "ibm-850": "cp850",
    ]

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
