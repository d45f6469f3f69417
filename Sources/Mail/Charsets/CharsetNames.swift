/// The names of charsets: as IANA registers them, as the WHATWG Encoding Standard reads them, and as
/// senders write them.
enum CharsetNames {
    /// The name that decoders go by, in lower case; empty when the label names nothing.
    ///
    /// A label that is not known comes back as it is, without quotes and white space.
    static func canonical(_ label: String) -> String {
        let name = bare(label)
        return known(name) ?? name
    }

    /// Whether the label is among the names known here; Glibc may know yet another.
    static func isKnown(_ label: String) -> Bool { !(known(bare(label)) ?? "").isEmpty }

    /// The label in lower case, without what stands around or after the name.
    static func bare(_ label: String) -> String {
        var octets = Octets(label.utf8).filter { $0 != .quote && $0 != UInt8(ascii: "'") }[...]
        octets = octets.trimmed.map(\.lowercased)[...]
        if octets.hasPrefix("charset=") { octets = octets.dropFirst(8) }
        // Tolerated: `iso-8859-1; format=flowed`, `utf-8//TRANSLIT`, a language as in RFC 2231 §5.
        octets = octets.prefix { octet in
            octet != UInt8(ascii: ";") && octet != UInt8(ascii: ",") && octet != UInt8(ascii: "/")
                && octet != UInt8(ascii: "(")
                && octet != UInt8(ascii: "*")
        }
        return String(decoding: octets.trimmed, as: UTF8.self)
    }

    private static func known(_ name: String) -> String? {
        guard name.utf8.count <= 80 else { return nil }
        // The year of `ISO_8859-1:1987` says nothing that the number does not.
        let squeezed = name.utf8.prefix { $0 != UInt8(ascii: ":") }.filter {
            $0.isLetter || $0.isDigit
        }
        let key = String(decoding: squeezed, as: UTF8.self)
        if let name = named(key) { return name }
        if key.hasPrefix("x") { return named(String(key.dropFirst())) ?? started(key.dropFirst()) }
        return afterLocale(name) ?? started(key[...])
    }

    /// Tolerated: `utf-8-strict`, `x-sjis-jp`, `gb2312_charset`, a known name with more behind it.
    private static func started(_ key: Substring) -> String? {
        beginnings.first { key.hasPrefix($0) }.flatMap { table[$0] }
    }

    private static let beginnings = [
        "utf8", "usascii", "iso2022jp", "iso2022kr", "shiftjis", "sjis", "eucjp", "euckr",
        "ksc5601",
        "gb18030", "gb2312", "gbk", "big5", "euctw", "koi8r", "koi8u",
    ]

    /// Tolerated: `fr_FR.ISO-8859-15`, what an operating system calls its language and charset.
    private static func afterLocale(_ name: String) -> String? {
        guard let dot = name.lastIndex(of: "."), name.prefix(while: { $0 != "." }).contains("_")
        else {
            return nil
        }
        let rest = name[dot...].utf8.filter { $0.isLetter || $0.isDigit }
        return named(String(decoding: rest, as: UTF8.self))
    }

    /// `key` holds letters and digits alone.
    private static func named(_ key: String) -> String? {
        table[key] ?? isoPart(key) ?? codePage(key)
    }

    /// `iso8859N`, perhaps with its year.
    private static func isoPart(_ key: String) -> String? {
        for prefix in ["iso8859", "isoiec8859", "is8859", "8859"] where key.hasPrefix(prefix) {
            var digits = key.utf8.dropFirst(prefix.utf8.count)
            // The directions of RFC 1556 are a matter of display.
            if digits.last == UInt8(ascii: "i") || digits.last == UInt8(ascii: "e") {
                digits = digits.dropLast()
            }
            if digits.count > 4 { digits = digits.dropLast(4) }
            guard let part = Int(Substring(digits)), (1...16).contains(part), part != 12 else {
                return nil
            }
            return isoPart(part)
        }
        return nil
    }

    /// Senders of these three mean the supersets of Microsoft, as browsers take it.
    private static func isoPart(_ part: Int) -> String {
        switch part {
        case 1: "windows-1252"
        case 9: "windows-1254"
        case 11: "windows-874"
        default: "iso-8859-\(part)"
        }
    }

    /// A number that Microsoft or IBM gave, after a word such as `cp`, `windows` or `ibm`.
    private static func codePage(_ key: String) -> String? {
        let digits = key.utf8.reversed().prefix(while: \.isDigit).reversed()
        guard (3...5).contains(digits.count),
            let number = Int(String(decoding: Array(digits), as: UTF8.self))
        else { return nil }
        let word = String(key.dropLast(digits.count))
        guard codePageWords.contains(word) else { return nil }
        if (28591...28606).contains(number) { return isoPart(number - 28590) }
        if (1250...1258).contains(number) { return "windows-\(number)" }
        if let name = codePages[number] { return name }
        // EBCDIC, as Microsoft numbers it.
        if (20273...20924).contains(number) { return "cp\(number - 20000)" }
        guard (37..<2000).contains(number) else { return nil }
        return number < 100 ? "cp0\(number)" : "cp\(number)"
    }

    private static let codePageWords: Set<String> = [
        "", "cp", "ccsid", "codepage", "windows", "window", "win", "ibm", "ms", "dos", "oem",
        "msdos",
        "csibm", "cscp", "cspcp", "cswindows", "ansi", "ebcdiccp", "pc", "mswin", "microsoftcp",
    ]

    private static let codePages: [Int: String] = [
        367: "us-ascii", 819: "windows-1252", 858: "cp858", 874: "windows-874", 912: "iso-8859-2",
        923: "iso-8859-15", 932: "cp932", 936: "gb18030", 943: "cp932", 949: "cp949", 950: "big5",
        951: "big5", 1200: "utf-16le", 1201: "utf-16be", 1361: "johab", 1386: "gb18030",
        10000: "macintosh", 10001: "cp932", 10002: "big5", 10003: "cp949", 10006: "x-mac-greek",
        10007: "x-mac-cyrillic", 10008: "gb18030", 10010: "x-mac-romanian",
        10017: "x-mac-cyrillic", 10029: "mac-centraleurope", 10079: "x-mac-icelandic",
        10081: "x-mac-turkish", 10082: "x-mac-croatian", 12000: "utf-32le", 12001: "utf-32be",
        20127: "us-ascii", 20866: "koi8-r", 20932: "euc-jp", 20936: "gb18030", 20949: "cp949",
        21866: "koi8-u", 38598: "iso-8859-8", 50220: "iso-2022-jp", 50221: "iso-2022-jp",
        50222: "iso-2022-jp", 50225: "iso-2022-kr", 50227: "iso-2022-cn", 51932: "euc-jp",
        51936: "gb18030", 51949: "cp949", 51950: "euc-tw", 52936: "hz-gb-2312", 54936: "gb18030",
        65000: "utf-7", 65001: "utf-8",
    ]

    private static let table: [String: String] = {
        var table: [String: String] = [:]
        for (name, keys) in names {
            for key in keys.split(separator: " ") { table[String(key)] = name }
        }
        return table
    }()

    /// For each name what senders call it, letters and digits alone; the empty name is that of text
    /// whose sender did not know its charset.
    private static let names: [(String, String)] = [
        (
            "",
            """
            unknown unknown8bit none default defaultcharset autodetect autodetectall undefined null \
            charset binary ascii8bit other nil notspecified utf8orwindows1252
            """
        ),
        (
            "us-ascii",
            """
            usascii ascii ascii7 7bitascii ansix341968 ansix341986 iso646us iso646irv iso646irv1991 \
            iso646irv1983 iso646basic isoir6 us csascii iso646 646 7bit 8bit 7bits 8bits usasci us-acii usacii
            """
        ),
        (
            "utf-8",
            """
            utf8 uft8 utf utf8n utf8mb4 utf8mb3 u8 unicode11utf8 unicode20utf8 csutf8 utf8bom utf8sig \
            utf8nobom utf8charset utf8ucs2 utf8ucs4 al32utf8 utf8mac utf8strict utf8lax
            """
        ),
        (
            "utf-7",
            "utf7 unicode11utf7 unicode20utf7 u7 csunicode11utf7 csutf7 unicodeutf7"
        ),
        ("utf-7-imap", "utf7imap imap4modifiedutf7 imapmodifiedutf7 utfimap imap4utf7"),
        (
            "utf-16",
            """
            utf16 ucs2 unicode iso10646ucs2 csunicode csutf16 u16 iso10646 utf16bom \
            csisounicode iso10646j1 iso10646unicodelatin1
            """
        ),
        (
            "utf-16be",
            "utf16be unicode11 csunicode11 ucs2be unicodefffe unicodebig unicodebigunmarked csutf16be utf16bebom"
        ),
        (
            "utf-16le",
            "utf16le ucs2le unicodelittle unicodelittleunmarked csutf16le unicodefeff utf16lebom"
        ),
        ("utf-32", "utf32 ucs4 iso10646ucs4 csucs4 csutf32 u32"),
        ("utf-32be", "utf32be ucs4be csutf32be utf32bebom"),
        ("utf-32le", "utf32le ucs4le csutf32le utf32lebom"),
        (
            "windows-1252",
            """
            latin1 latin l1 isoir100 csisolatin1 csisolatin iso88591windows30latin1 \
            iso88591windows31latin1 cswindows30latin1 cswindows31latin1 ansi xansi western \
            westerneuropean isolatin1 iso8859 8859 iso1 iso latin1windows cswindows1252 isolatin
            """
        ),
        (
            "iso-8859-2",
            "latin2 l2 isoir101 csisolatin2 isolatin2 iso88592windowslatin2 cswindows31latin2"
        ),
        ("iso-8859-3", "latin3 l3 isoir109 csisolatin3"),
        ("iso-8859-4", "latin4 l4 isoir110 csisolatin4"),
        ("iso-8859-5", "cyrillic isoir144 csisolatincyrillic"),
        ("iso-8859-6", "arabic isoir127 csisolatinarabic asmo708 ecma114 csiso88596e csiso88596i"),
        (
            "iso-8859-7",
            "greek greek8 isoir126 csisolatingreek elot928 ecma118 suneugreek"
        ),
        (
            "iso-8859-8",
            "hebrew isoir138 csisolatinhebrew visual logical csiso88598e csiso88598i iso88598visual"
        ),
        (
            "windows-1254",
            "latin5 l5 isoir148 csisolatin5 turkish iso88599windowslatin5 cswindows31latin5"
        ),
        ("iso-8859-10", "latin6 l6 isoir157 csisolatin6"),
        (
            "windows-874",
            "thai tis620 tis6200 tis62025330 tis62025331 tis62025290 tis62025291 isoir166 cstis620 macthai"
        ),
        ("iso-8859-13", "latin7 l7 isoir179 csiso885913"),
        ("iso-8859-14", "latin8 l8 isoir199 isoceltic csiso885914"),
        ("iso-8859-15", "latin9 l9 isoir203 csisolatin9 csiso885915 latin0"),
        ("iso-8859-16", "latin10 l10 isoir226 csiso885916"),
        ("koi8-r", "koi8r koi koi8 cskoi8r koi8rus"),
        ("koi8-u", "koi8u koi8ru koi8uk cskoi8u koi8ukr"),
        ("cp866", "alt dosru"),
        ("cp437", "cspc8codepage437"),
        ("cp775", "cspc775baltic"),
        ("cp850", "cspc850multilingual"),
        (
            "cp858",
            "ibm00858 cp00858 ccsid00858 pcmultilingual850euro csibm00858 cspcmultilingual850euro"
        ),
        ("cp862", "cspc862latinhebrew"),
        ("cp861", "cpis"),
        ("cp869", "cpgr"),
        ("cp037", "ebcdiccpus ebcdiccpca ebcdiccpwt ebcdiccpnl ibm039"),
        ("cp500", "ebcdiccpbe ebcdiccpch ebcdicinternational"),
        ("cp1140", "ibm01140 ccsid01140 cp01140 ebcdicus37euro"),
        ("cp1125", "ruscii cp866u"),
        ("rk1048", "kz1048 strk10482002 cskz1048"),
        ("x-ptcp154", "ptcp154 pt154 cp154 csptcp154 cyrillicasian"),
        ("cp424", "ebcdiccphe"),
        ("iso646-de", "din66003 german isoir21"),
        ("iso646-se", "sen850200b swedish isoir10"),
        ("iso646-no", "ns45511 norwegian isoir60"),
        ("koi8-t", "koi8t cskoi8t"),
        ("hp-roman8", "cp1051 ibm1051 1051 hproman8 roman8 r8 cshproman8"),
        ("viscii", "viscii csviscii viscii11 viscii111 vietviscii"),
        ("tcvn5712-1", "tcvn tcvn5712 tcvn57121 tcvn571211993 tcvnnfc viettcvn5712 viettcvn"),
        ("macintosh", "macintosh mac macroman csmacintosh applemacintosh macwestern macosroman"),
        ("x-mac-cyrillic", "maccyrillic macukrainian macukraine macuk"),
        (
            "mac-centraleurope",
            "macce maccentraleurope maccentraleurroman macceneuro maclatin2 maccenteuro"
        ),
        ("x-mac-greek", "macgreek"),
        ("x-mac-turkish", "macturkish"),
        ("x-mac-romanian", "macromanian macromania"),
        ("x-mac-croatian", "maccroatian"),
        ("x-mac-icelandic", "macicelandic maciceland macis"),
        ("windows-1255", "machebrew"),
        ("x-mac-arabic", "macarabic"),
        ("t.61-8bit", "t61 t618bit isoir103 cst618bit"),
        ("x-user-defined", "userdefined"),
        (
            "cp932",
            """
            shiftjis sjis mskanji csshiftjis windows31j cswindows31j ms932 sjiswin sjisms \
            shiftjisms macjapanese shiftjapanese shiftjis2004ms japaneseshiftjis pck
            """
        ),
        ("shift_jisx0213", "shiftjisx0213 shiftjis2004 sjisx0213 sjis2004 sjis0213 ms9320213"),
        (
            "euc-jp",
            """
            eucjp ujis cseucpkdfmtjapanese eucjpms eucjpwin eucms japaneseeuc \
            extendedunixcodepackedformatforjapanese eucjapanese eucjpopen
            """
        ),
        ("euc-jisx0213", "eucjisx0213 eucjis2004 jisx0213"),
        (
            "iso-2022-jp",
            """
            iso2022jp csiso2022jp iso2022jp1 iso2022jp2 iso2022jp3 iso2022jp2004 iso2022jpext \
            csiso2022jp2 iso2022jpms iso2022jpms1 jis jis7 jiscode junet cp50220raw iso2022jpmobile \
            csjisencoding jisencoding windowsiso2022jp iso2022jpkddi iso2022 jisautodetect
            """
        ),
        ("iso-2022-kr", "iso2022kr csiso2022kr korean7bit"),
        ("iso-2022-cn", "iso2022cn iso2022cnext csiso2022cn"),
        ("hz-gb-2312", "hzgb2312 hz hzgb"),
        (
            "cp949",
            """
            euckr uhc cseuckr korean ksc5601 ksc56011987 ksc56011989 ksc56011992 ksx1001 isoir149 \
            csksc56011987 mackorean ksc5601ms unifiedhangulcode windowskorean
            """
        ),
        ("johab", "johab"),
        (
            "gb18030",
            """
            gb180302000 gb180302005 gb180302022 gb18030 csgb18030 gbk csgbk gb2312 csgb2312 gb231280 gb23121980 isoir58 \
            csiso58gb231280 chinese euccn cngb gb cngb2312 eucgb2312cn macsimpchinese \
            macchinesesimp gb2312gbk gb2312charset simplifiedchinese
            """
        ),
        (
            "big5",
            """
            big5 csbig5 cnbig5 xbig5 big5eten big5tw mactradchinese macchinesetrad big5cp950 \
            big5hkscs csbig5hkscs big5hkscs2004 big5hk hkscs traditionalchinese
            """
        ),
        ("euc-tw", "euctw eucth cseuctw cns11643"),
    ]
}
