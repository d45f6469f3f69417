import Testing

@testable import Mail

@Suite("Charset") struct CharsetTests {
    /// A line for each charset: its names with bars between them, octets, what they say.
    ///
    /// The octets were written by other programs' encoders. Where those disagree, the WHATWG
    /// Encoding Standard decides: supersets of Microsoft for the East Asian charsets.
    private static let charsets: [(labels: String, hex: String, text: String)] = [
        (
            "utf-8|UTF-8|utf8|UTF8|UTF-8 |\"utf-8\"|'utf-8'|charset=utf-8|utf-8;",
            "4fc3b920c3a761203f203520e282ac", "Où ça ? 5 €"
        ),
        (
            "unicode-1-1-utf-8|unicode-2-0-utf-8|cp65001|UTF_8|utf-8//TRANSLIT",
            "4fc3b920c3a761203f203520e282ac", "Où ça ? 5 €"
        ),
        ("utf8mb4|x-unicode-2-0-utf-8|utf-8*fr", "4fc3b920c3a761203f203520e282ac", "Où ça ? 5 €"),
        (
            "iso-8859-1|ISO_8859-1|ISO-8859-1:1987|ISO_8859-1:1987|iso8859-1|iso88591",
            "4c92e974e920636ffb746520352080", "L’été coûte 5 €"
        ),
        (
            "iso 8859-1|iso-8859-1;|iso_8859_1|latin1|latin-1|l1|iso-ir-100",
            "4c92e974e920636ffb746520352080", "L’été coûte 5 €"
        ),
        (
            "csISOLatin1|IBM819|cp819|windows-1252|cp1252|x-cp1252|win-1252|ansi",
            "4c92e974e920636ffb746520352080", "L’été coûte 5 €"
        ),
        (
            "x-ansi|Windows 1252|cp-1252|8859-1|ISO-8859-1-Windows-3.1-Latin-1",
            "4c92e974e920636ffb746520352080", "L’été coûte 5 €"
        ),
        (
            "iso-8859-2|ISO_8859-2:1987|latin2|l2|csISOLatin2|iso-ir-101|cp28592",
            "5a61bff3b3e62067eab66cb1206a61bcf1", "Zażółć gęślą jaźń"
        ),
        ("cp912", "5a61bff3b3e62067eab66cb1206a61bcf1", "Zażółć gęślą jaźń"),
        (
            "iso-8859-3|latin3|csISOLatin3|iso-ir-109", "45b66ffe616ef86f20e66975bc61fd6465",
            "Eĥoŝanĝo ĉiuĵaŭde"
        ),
        ("iso-8859-4|latin4|l4|iso-ir-110", "476ce0beb9f3fef161", "Glāžšķūņa"),
        (
            "iso-8859-5|cyrillic|ISO_8859-5:1988|csISOLatinCyrillic", "c1ead5e8ec20d5e9f1",
            "Съешь ещё"
        ),
        (
            "iso-8859-6|arabic|ECMA-114|ASMO-708|csISOLatinArabic|iso-8859-6-i", "e6d520cde3eae5",
            "نص حكيم"
        ),
        (
            "iso-8859-7|greek|greek8|ELOT_928|ECMA-118|sun_eu_greek", "cee5f3eae5f0dce6f9",
            "Ξεσκεπάζω"
        ),
        (
            "iso-8859-8|iso-8859-8-i|iso-8859-8-e|hebrew|visual|logical|csISO88598I",
            "e3e220f1f7f8ef", "דג סקרן"
        ),
        (
            "iso-8859-9|latin5|l5|csISOLatin5|windows-1254|cp1254|iso-ir-148",
            "50696a616d616cfd207961f0fd7a20352080", "Pijamalı yağız 5 €"
        ),
        (
            "iso-8859-10|latin6|l6|iso-ir-157", "53e676f672206772e97420e1f0616e20fe7669",
            "Sævör grét áðan þvi"
        ),
        (
            "tis-620|windows-874|iso-8859-11|cp874|dos-874|x-windows-874|TIS620",
            "e0bbe7b9c1b9d8c9c2ec", "เป็นมนุษย์"
        ),
        (
            "iso-8859-13|latin7|iso-ir-179", "c16c696e6b64616d61206665636874756f746f6a6f",
            "Įlinkdama fechtuotojo"
        ),
        ("iso-8859-14|iso-celtic|l8", "d07920a220b8", "Ŵy ḃ ẁ"),
        (
            "iso-8859-15|ISO_8859-15|latin9|latin-9|l9|csISOLatin9|iso885915|cp923",
            "bc7576726520e0203520a4", "Œuvre à 5 €"
        ),
        ("iso-8859-16|latin10|l10|iso-ir-226", "e3e2eebafe203520a4", "ăâîșț 5 €"),
        (
            "koi8-r|KOI8-R|koi|koi8|cskoi8r|koi8r|cp20866", "f3dfc5dbd820d6c520c5dda3",
            "Съешь же ещё"
        ),
        (
            "koi8-u|koi8-ru|cp21866", "f6c5c2d2c1cbd5c0d4d820d0d2c920adc1cecbd5",
            "Жебракують при ґанку"
        ),
        (
            "macintosh|mac|x-mac-roman|csMacintosh|MacRoman|cp10000", "4cd58e748e203a20b0203520db",
            "L’été : ∞ 5 €"
        ),
        (
            "x-mac-cyrillic|x-mac-ukrainian|MacCyrillic", "91fae5f8fc20e5f9de203520ff",
            "Съешь ещё 5 €"
        ),
        ("x-mac-ce|x-mac-centraleurroman", "5a61fd97b88d2067abe66c88", "Zażółć gęślą"),
        ("x-mac-greek", "a5e5f3ebe5f0c0faf6", "Ξεσκεπάζω"),
        ("x-mac-turkish", "7961dbdd7a20df6f669a7265", "yağız şoföre"),
        ("x-mac-romanian", "afdfbe8994", "Șțăâî"),
        ("x-mac-croatian", "c8e6f0b9be", "Čćđšž"),
        ("x-mac-icelandic", "de76692087dd616e", "Þvi áðan"),
        (
            "windows-1250|cp1250|x-cp1250|win1250", "50f8ed6c699a209e6c759d6f75e86bfd",
            "Příliš žluťoučký"
        ),
        (
            "windows-1251|cp1251|x-cp1251|win-1251|windows1251|cp-1251|ansi-1251",
            "d1fae5f8fc20e6e520e5f9b8", "Съешь же ещё"
        ),
        ("windows-1253|cp1253", "cee5f3eae5f0dce6f920352080", "Ξεσκεπάζω 5 €"),
        ("windows-1255|cp1255", "f9c8d1ece5c9ed", "ש\u{5B8}\u{5C1}לו\u{5B9}ם"),
        ("windows-1256|cp1256", "e4d520cddfede3", "نص حكيم"),
        ("windows-1257|cp1257", "c16c696e6b64616d61", "Įlinkdama"),
        ("windows-1258|cp1258", "5469eaec6e67205669ea74", "Tiê\u{301}ng Viêt"),
        ("cp437|ibm437|437|cspc8codepage437|dos-437", "8220ab20b0", "é ½ ░"),
        ("cp720|dos-720", "ebad20a5e8efea", "نص حكيم"),
        ("cp737|ibm737", "8d9ca9a19ca7e19de0", "Ξεσκεπάζω"),
        ("cp775|ibm775", "bd6c696e6b64616d61", "Įlinkdama"),
        ("cp850|ibm850|ibm-850|cp-850|x-ibm850|850|csPC850Multilingual", "82748220ab", "été ½"),
        ("cp852|ibm852", "5a61bea28886", "Zażółć"),
        ("cp855|ibm855", "e49ea8f5ed", "Съешь"),
        ("cp857|ibm857", "7961a78d7a", "yağız"),
        ("cp858|ibm00858|CCSID00858|PC-Multilingual-850+euro", "3520d52082", "5 € é"),
        ("cp862|ibm862", "8382209197988f", "דג סקרן"),
        ("cp866|ibm866|866|csIBM866", "91eaa5e8ec20a6a520a5e9f1", "Съешь же ещё"),
        ("cp869|cp-gr", "bddeece4deea9be0fa", "Ξεσκεπάζω"),
        ("ibm037|cp037|ebcdic-cp-us", "c8859393966b40e696999384", "Hello, World"),
        ("ibm500|cp500", "d6dd404881", "Où ça"),
        ("ptcp154|PT154|Cyrillic-Asian", "d1fae5f8fc208d98", "Съешь Қҳ"),
        ("kz-1048|rk1048|STRK1048-2002", "8de0e7e09d", "Қазақ"),
        ("hp-roman8|roman8|r8", "c574c5", "été"),
        (
            "shift_jis|Shift-JIS|sjis|x-sjis|ms_kanji|csShiftJIS|windows-31j",
            "93fa967b8ceab6c58740878aeee0", "日本語ｶﾅ①㈱髙"
        ),
        (
            "csWindows31J|cp932|ms932|x-mac-japanese|ibm943", "93fa967b8ceab6c58740878aeee0",
            "日本語ｶﾅ①㈱髙"
        ),
        ("euc-jp|EUC_JP|x-euc-jp|eucjp|ujis|cp51932", "c6fccbdcb8ec8eb68ec5", "日本語ｶﾅ"),
        ("Extended_UNIX_Code_Packed_Format_for_Japanese", "c6fccbdcb8ec8eb68ec5", "日本語ｶﾅ"),
        (
            "iso-2022-jp|ISO2022JP|csISO2022JP|iso-2022-jp-1|iso-2022-jp-2",
            "1b2442456c357e1b284220616263201b2442464335761b2842", "東京 abc 特許"
        ),
        (
            "iso-2022-jp-ms|cp50220|cp50221|jis",
            "1b2442456c357e1b284220616263201b2442464335761b2842", "東京 abc 特許"
        ),
        (
            "iso-2022-jp-2|csISO2022JP2",
            "1b2442467c4b5c1b2842201b244243664a381b2842201b242843475131391b2842201b2428442b311b2842",
            "日本 中文 한국 é"
        ),
        ("iso-2022-jp-3", "1b2442467c4b5c1b24284f2d211b2842", "日本①"),
        ("iso-2022-jp-2004", "1b2442467c4b5c1b2428512d211b2842", "日本①"),
        (
            "iso-2022-kr|csISO2022KR", "1b2429430e475131393e6e0f206162630a0e3d4347680f",
            "한국어 abc\n시험"
        ),
        (
            "euc-kr|ks_c_5601-1987|KS_C_5601-1989|ksc5601|korean|cp949|uhc",
            "c7d1b1b9beee208c63b9e6b0a2c7cf", "한국어 똠방각하"
        ),
        (
            "windows-949|x-windows-949|csEUCKR|iso-ir-149|x-mac-korean",
            "c7d1b1b9beee208c63b9e6b0a2c7cf", "한국어 똠방각하"
        ),
        ("johab|cp1361|x-Johab", "d0658a82b4e12099b1a4778862d061", "한국어 똠방각하"),
        ("gb18030|x-gb18030|cp54936", "d6d0cec49c79d487203520a2e3209439fc36", "中文測試 5 € 😀"),
        (
            "gb2312|gbk|x-gbk|GB_2312-80|gb2312-80|csGB2312|csISO58GB231280|iso-ir-58",
            "d6d0cec49c79d487", "中文測試"
        ),
        ("chinese|euc-cn|cn-gb|cp936|ms936|x-mac-chinesesimp", "d6d0cec49c79d487", "中文測試"),
        ("hz-gb-2312|hz|HZ-GB-2312", "7e7b56504e447e7d207e7e20616263", "中文 ~ abc"),
        (
            "big5|cn-big5|x-x-big5|csBig5|cp950|ms950|x-mac-chinesetrad|big5-hkscs",
            "a4a4a4e5b4fab8d5a145", "中文測試‧"
        ),
        ("Big5_HKSCS", "a4a4a4e5b4fab8d5a145", "中文測試‧"),
        ("big5-hkscs|big5|hkscs", "94dc9def9df6", "啫嘅喺"),
        (
            "utf-7|UTF7|unicode-1-1-utf-7|csUnicode11UTF7|cp65000",
            "4f2b41506b202b414f632d61202b2d2035202b494b77202b3244336541412d", "Où ça + 5 € 😀"
        ),
        (
            "utf-16be|UTF-16|ucs-2|iso-10646-ucs-2|csUnicode|cp1201",
            "004f00f9002000e700610020d83dde00", "Où ça 😀"
        ),
        ("utf-16le|UTF-16|unicode|cp1200", "4f00f9002000e700610020003dd800de", "Où ça 😀"),
        (
            "utf-16|utf-16be|utf-8|iso-8859-1|us-ascii|x-unheard-of", "fffe4f00f9002000e7006100",
            "Où ça"
        ),
        ("utf-32|us-ascii", "fffe00004f000000f900000020000000e700000061000000", "Où ça"),
        (
            "utf-32be|utf-32|ucs-4|iso-10646-ucs-4",
            "0000004f000000f900000020000000e700000061000000200001f600", "Où ça 😀"
        ),
        ("euc-tw|x-euc-tw|cns11643", "c4e3c5c6e0c1e6dc", "中文測試"),
        ("iso-2022-cn|csISO2022CN|ISO-2022-CN-EXT", "1b2429410e56504e440f206162630f", "中文 abc"),
        (
            "viscii|csVISCII|VISCII1.1-1", "5469aa6e67205669ae742072a47420f0a970",
            "Tiếng Việt rất đẹp"
        ),
        ("euc-jp", "8fb0a1c6fccbdc", "丂日本"),
        ("armscii-8", "d0b3db", "Հայ"),
        ("utf-32le|utf-32", "4f000000f900000020000000e7000000610000002000000000f60100", "Où ça 😀"),
        ("en_US.UTF-8|utf-8-strict|UTF-8 (default)|utf-8_charset", "c3a9", "é"),
        ("fr_FR.ISO-8859-15|ISO-8859-15, x", "a4", "€"),
        ("x-sjis-jp|x-PCK", "93fa967b", "日本"),
        ("UNICODE-1-1|csUnicode11", "263a", "☺"),
        ("x-mac-arabic", "e6d5", "نص"),
        ("DIN_66003|iso646-de", "5b5c5d7e", "ÄÖÜß"),
        ("x-JISAutoDetect", "c6fccbdc", "日本"),
        ("x-JISAutoDetect", "93fa967b", "日本"),
    ]

    @Test("text is read under every name of its charset", arguments: rows)
    func labels(row: Row) throws {
        var defects = DefectLog()
        let octets = try octets(row.hex)
        #expect(Charset.decodeBody(octets, label: row.label, &defects) == row.text)
    }

    struct Row: CustomTestStringConvertible {
        var label: String
        var hex: String
        var text: String
        var testDescription: String { label }
    }

    private static let rows = charsets.flatMap { line in
        line.labels.split(separator: "|").map {
            Row(label: String($0), hex: line.hex, text: line.text)
        }
    }

    @Test(
        "a label that is missing or wrong",
        arguments: [
            // Nothing declared: UTF-8 where it is valid, else windows-1252.
            ("c3a9", nil, "é", 1), ("e9", nil, "é", 1), ("80", nil, "€", 1), ("41", nil, "A", 0),
            ("41", "", "A", 0), ("", nil, "", 0), ("e9", "us-ascii", "é", 1),
            ("c3a9", "us-ascii", "é", 1), ("c3a9", "ANSI_X3.4-1968", "é", 1),
            ("c3a9", "unknown-8bit", "é", 1), ("e9", "x-unknown", "é", 1),
            ("c3a9c3a9c3a9e9", nil, "ééé\u{FFFD}", 1),
            // A charset that nobody has: the same.
            ("c3a9", "x-none", "é", 1), ("e9", "x-none", "é", 1), ("e9", "wchar_t", "é", 1),
            ("e9", "UTF-8//TRANSLIT", "é", 1), ("41", "x-unheard-of", "A", 1),
            ("41", "x-none", "A", 0),
            // Declared as what it is not: UTF-8 where it is valid.
            ("c3a9", "iso-2022-jp", "é", 1), ("e697a5e69cac", "euc-kr", "日本", 1),
            ("e697a5e69cace8aa9e", "shift_jis", "日本語", 1), ("c381c3a9", "iso-8859-1", "Áé", 1),
            // So is what is plainly UTF-8 in latin1, though each octet is a letter there, too.
            ("c3a9c3a8c3a0c3a7", "iso-8859-1", "éèàç", 1), ("e28099c3a9", "latin1", "’é", 1),
            ("c3a9", "iso-8859-1", "Ã©", 0), ("c3a9c3a8e9", "iso-8859-1", "Ã©Ã¨é", 0),
            // Else as declared where that is right for the most part, and as windows-1252 if not.
            ("c3a9e9", "utf-8", "é\u{FFFD}", 1), ("e9", "utf-8", "é", 1),
            ("636166e920", "gb2312", "café ", 1), ("41ff42", "shift_jis", "AÿB", 1),
            ("93fa967b8cea81", "shift_jis", "日本語\u{FFFD}", 1),
            // A character cut off at the end is no letter of windows-1252 where none would stand.
            ("4f6c6cc3", "utf-8", "Oll\u{FFFD}", 1), ("6fe280", "utf-8", "o\u{FFFD}", 1),
            ("636166e9", "utf-8", "café", 1), ("537061df", "utf-8", "Spaß", 1),
            ("4f4cc3", "utf-8", "OLÃ", 1), ("e94f6c6cc3", "utf-8", "éOllÃ", 1),
            // In the charset of a neighbour.
            ("c6fccbdcb8ec", "iso-2022-jp", "日本語", 1), ("93fa967b8cea", "iso-2022-jp", "日本語", 1),
            ("c6fccbdcb8ec", "shift_jis", "日本語", 1),
            ("93fa967b8cea", "euc-jp", "日本語", 1),
            // Escape sequences in what should be US-ASCII.
            ("1b2442467c4b5c1b2842", nil, "日本", 1),
            ("1b2442467c4b5c1b2842", "utf-8", "\u{1B}$BF|K\\\u{1B}(B", 0),
            ("1b2442467c4b5c1b2842", "iso-8859-1", "日本", 1),
            ("1b2442467c4b5c1b2842", "shift_jis", "日本", 1),
            ("1b2429430e475131390f", "us-ascii", "한국", 1), ("1b5b316d41", nil, "\u{1B}[1mA", 0),
            // Text in single octets that is labelled as UTF-16.
            ("3c703e6162636465666768693c2f703e0a0a", "utf-16", "<p>abcdefghi</p>\n\n", 1),
        ] as [(String, String?, String, Int)]
    )
    func wrongLabels(hex: String, label: String?, text: String, defectCount: Int) throws {
        var defects = DefectLog()
        #expect(Charset.decodeBody(try octets(hex), label: label, &defects) == text)
        #expect(defects.sentences.count == defectCount)
    }

    @Test(
        "a byte order mark is no text and says more than the label",
        arguments: [
            ("efbbbf41", nil, "A", 1), ("efbbbf41", "utf-8", "A", 0), ("efbbbf", "utf-8", "", 0),
            ("efbbbfc3a9", "iso-8859-1", "é", 1), ("efbbbfc3a9", "gb2312", "é", 1),
            ("efbbbfc3a9", nil, "é", 1), ("feff00e9", "utf-16", "é", 0),
            ("fffee900", "utf-16", "é", 0), ("fffee900", "utf-16be", "é", 0),
            ("fffee9000d00", nil, "é\r", 1), ("fffe4100", "utf-8", "A", 1),
            ("feff0041", "iso-8859-1", "A", 1), ("0000feff00000041", "utf-32", "A", 0),
            ("fffe000041000000", "utf-32", "A", 0), ("fffe000041000000", "utf-16", "A", 0),
            // In windows-1252 these are letters.
            ("fffe", "iso-8859-1", "ÿþ", 0), ("2b2f76382d41", "utf-7", "A", 0),
        ] as [(String, String?, String, Int)]
    )
    func byteOrderMarks(hex: String, label: String?, text: String, defectCount: Int) throws {
        var defects = DefectLog()
        #expect(Charset.decodeBody(try octets(hex), label: label, &defects) == text)
        #expect(defects.sentences.count == defectCount)
    }

    @Test(
        "UTF-16 and UTF-32 without a byte order mark",
        arguments: [
            // RFC 2781 says big-endian; zero octets and common characters say how it is.
            ("00410042", "utf-16", "AB"), ("41004200", "utf-16", "AB"),
            ("65e5672c8a9e", "utf-16", "日本語"), ("e5652c679e8a", "utf-16", "日本語"),
            ("d83dde00", "utf-16be", "😀"), ("3dd800de", "utf-16le", "😀"),
            ("0041d83d0042", "utf-16", "A\u{FFFD}B"), ("0041de00", "utf-16", "A\u{FFFD}"),
            ("004100", "utf-16", "A\u{FFFD}"), ("00000041", "utf-32", "A"),
            ("41000000", "utf-32", "A"), ("0011000000000041", "utf-32be", "\u{FFFD}A"),
            // Nothing declared: where every second octet is zero.
            ("48006900200074006800650072006500", nil, "Hi there"),
            ("00480069002000740068006500720065", nil, "Hi there"),
            ("480000006900000021000000", nil, "Hi!"),
            // A NUL out of place is left out.
            ("61006220", "utf-8", "ab "), ("616200", nil, "ab"), ("00", nil, ""),
        ] as [(String, String?, String)]
    )
    func wide(hex: String, label: String?, text: String) throws {
        var defects = DefectLog()
        #expect(Charset.decodeBody(try octets(hex), label: label, &defects) == text)
    }

    @Test(
        "what is invalid swallows nothing that is not",
        arguments: [
            // The rule of the WHATWG Encoding Standard: an octet of US-ASCII stays itself.
            ("c7d1c93cb1b9", "euc-kr", "한\u{FFFD}<국"), ("d6d0d6d0ff3c", "gb18030", "中中\u{FFFD}<"),
            ("93fa812296fb", "shift_jis", "日\u{FFFD}\"油"),
            ("a4a4a43ca4e5", "big5", "中\u{FFFD}<文"), ("c6fcb83ccbdc", "euc-jp", "日\u{FFFD}<本"),
            ("c6fc8fa23ccbdc", "euc-jp", "日\u{FFFD}<本"),
            // A pair that means nothing is one U+FFFD, and the next pair is whole.
            ("c7d1c9a1b1b9", "euc-kr", "한\u{FFFD}국"), ("c6fcfefecbdc", "euc-jp", "日\u{FFFD}本"),
            // Half a pair in a 7-bit charset, and an escape sequence that nobody knows.
            ("1b2442467c4b1b284241", "iso-2022-jp", "日\u{FFFD}A"),
            ("1b2442467c0a41", "iso-2022-jp", "日\nA"),
            ("7e7b56500a41", "hz-gb-2312", "中\nA"), ("7e2041", "hz-gb-2312", "~ A"),
            ("417e0d0a42", "hz", "AB"), ("417e0a42", "hz", "AB"),
            ("7e7b5650", "hz-gb-2312", "中"), ("61202b2062", "utf-7", "a + b"),
            ("2b412d", "utf-7", ""), ("2b32443041", "utf-7", "\u{FFFD}"),
        ] as [(String, String, String)]
    )
    func resynchronising(hex: String, label: String, text: String) throws {
        var defects = DefectLog()
        #expect(Charset.decode(try octets(hex), label: label, &defects) == text)
    }

    @Test(
        "characters that vendors added",
        arguments: [
            // WHATWG against the registered charset: the wave dash and minus of Microsoft.
            ("8160817c8161", "shift_jis", "～－∥"), ("a1c1a1dda1c2", "euc-jp", "～－∥"),
            ("1b24422141215d1b2842", "iso-2022-jp", "～－"), ("5c7e", "shift_jis", "\\~"),
            // NEC's and IBM's rows.
            ("8740fbfc", "shift_jis", "①髙"), ("ada1", "euc-jp", "①"), ("f9a1", "euc-jp", "纊"),
            ("1b24422d211b2842", "iso-2022-jp", "①"), ("1b284931321b2842", "iso-2022-jp", "ｱｲ"),
            ("1b284a5c7e1b2842", "iso-2022-jp", "¥‾"),
            ("1b242844302130211b2842", "iso-2022-jp", "丂丂"),
            ("80", "gbk", "€"), ("a2e3", "gb2312", "€"), ("d6d080", "gb2312", "中€"),
            ("a2e6", "euc-kr", "€"), ("a3e1", "big5", "€"), ("a145a14e", "big5", "‧﹑"),
            ("80", "iso-8859-9", "€"), ("80", "iso-8859-11", "€"), ("80", "tis-620", "€"),
            ("ae", "koi8-u", "ў"), ("db", "macintosh", "€"), ("ff", "x-mac-cyrillic", "€"),
            ("92", "iso-8859-15", "’"), ("81", "windows-1253", "\u{81}"),
            ("41ff80", "x-user-defined", "A\u{F7FF}\u{F780}"),
            ("26414f6b2d2026262d", "utf-7-imap", "é &&"),
        ] as [(String, String, String)]
    )
    func vendors(hex: String, label: String, text: String) throws {
        var defects = DefectLog()
        #expect(Charset.decode(try octets(hex), label: label, &defects) == text)
        #expect(defects.sentences.isEmpty)
    }

    @Test("all octets in all charsets give text", arguments: everyCharset)
    func total(label: String) {
        var generator = SeededGenerator(state: 7)
        for _ in 0..<20 {
            let octets = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0...255, using: &generator)
                    : [0x1B, 0x24, 0x28, 0x42, 0x0E, 0x0F, 0x7E, 0x7B, 0x2B, 0x0A, 0x8E, 0x8F]
                        .randomElement(using: &generator) ?? 0
            }
            var defects = DefectLog()
            let text = Charset.decodeBody(octets[...], label: label, &defects)
            #expect(text.utf8.count <= octets.count * 8)
            _ = Charset.decode(octets[...].dropFirst(3), label: label, &defects)
        }
    }

    private static let everyCharset = charsets.compactMap { line in
        line.labels.split(separator: "|").first.map(String.init)
    }

    private func octets(_ hex: String) throws -> Octets {
        let digits = Octets(hex.utf8)
        return try stride(from: 0, to: digits.count - 1, by: 2).map { index in
            let high = try #require(digits[index].hexadecimalValue)
            let low = try #require(digits[index + 1].hexadecimalValue)
            return high << 4 | low
        }[...]
    }
}
