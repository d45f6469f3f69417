import Testing

@testable import Mail

@Suite("EncodedWord") struct EncodedWordTests {
    @Test(
        "RFC 2047",
        arguments: [
            ("plain ? text", "plain ? text"),
            ("", ""),
            ("=?ISO-8859-1?Q?a?=", "a"),
            ("=?ISO-8859-1?Q?a?= b", "a b"),
            ("b =?ISO-8859-1?Q?a?=", "b a"),
            ("=?ISO-8859-1?Q?a_b?=", "a b"),
            ("=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "é"),
            ("=?utf-8?B?w6k=?= =?UTF-8?b?w6k=?=", "éé"),
            ("=?utf-8?q?=c3=a9?=", "é"),
            ("=?utf-8?Q?quoi_=3F?=", "quoi ?"),
            ("=?utf-8?Q?=3D?=", "="),
            ("=?utf-8?Q?=5F?=", "_"),
            ("=?windows-1252?Q?5_=80?=", "5 €"),
            ("=?iso-8859-15?Q?5_=A4?=", "5 €"),
            ("=?utf-8?Q??= b", " b"),
            ("=?utf-8?B??=", ""),
            // The language of RFC 2231 §5.
            ("=?utf-8*fr?Q?=C3=A9?=", "é"),
            ("=?ISO-8859-1*de-AT?Q?=E4?= =?ISO-8859-1?Q?=F6?=", "äö"),
            // White space between words goes, and only there.
            ("=?utf-8?Q?a?=  \t =?utf-8?Q?b?=  c", "ab  c"),
            ("=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c"),
            ("=?utf-8?Q?a_?= =?utf-8?Q?_b?=", "a  b"),
            ("=?koi8-r?Q?=F0?= =?iso-8859-1?Q?=E9?=", "Пé"),
            // One charset under two names, one encoding after the other.
            ("=?UTF8?Q?=C3?= =?utf-8?B?qQ==?=", "é"),
            ("=?utf-8?B?8J+Y?= =?utf-8?B?gA==?=", "😀"),
            ("=?gb2312?B?1tA=?= =?GBK?B?zsQ=?=", "中文"),
            ("=?shift_jis?B?gqA=?= =?Shift_JIS?Q?=82=A2?=", "あい"),
            // Each word of a stateful charset begins and ends in US-ASCII (§3).
            ("=?iso-2022-jp?B?GyRCJCIbKEI=?= =?iso-2022-jp?B?GyRCJCQbKEI=?=", "あい"),
            ("=?utf-7?Q?+AOk-?= =?utf-7?Q?+AOk-?=", "éé"),
            ("=?utf-7?Q?+AOk?= =?utf-7?Q?+AOk?=", "éé"),
            ("=?utf-16be?B?AOk=?=", "é"),
            ("=?utf-16?B?/v8A6Q==?= =?utf-16?B?/v8A6Q==?=", "éé"),
            ("=?hz-gb-2312?Q?=7E{VPND=7E}?=", "中文"),
            ("=?big5?B?pKSk5Q==?=", "中文"),
            ("=?koi8-r?B?8NLJ18XU?=", "Привет"),
            ("=?ks_c_5601-1987?B?x9Gxub7u?=", "한국어"),
            // No encoded-word.
            ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
            ("=?utf-8?QB?a?=", "=?utf-8?QB?a?="),
            ("=?utf-8?Q?", "=?utf-8?Q?"),
            ("=?utf-8?Q", "=?utf-8?Q"),
            ("=?utf-8?Q? x", "=?utf-8?Q? x"),
            ("=?utf-8?=", "=?utf-8?="),
            ("=?", "=?"),
            ("=?=", "=?="),
            ("a=?b?c", "a=?b?c"),
            ("http://example.org/?a=?b?q?c d", "http://example.org/?a=?b?q?c d"),
            ("=?utf-8?Q?a?= =?utf-8?X?b?=", "a =?utf-8?X?b?="),
            // Somebody writes about encoded-words.
            ("=?utf-8?Q?=3D=3Futf-8=3FQ=3Fnon=3F=3D?=", "=?utf-8?Q?non?="),
        ]
    )
    func conforming(text: String, expected: String) {
        var defects = DefectLog()
        #expect(EncodedWord.decode(text, &defects) == expected)
        #expect(defects.sentences.isEmpty)
    }

    @Test(
        "the examples of RFC 2047 §8, with their parentheses",
        arguments: [
            ("(=?ISO-8859-1?Q?a?=)", "(a)"),
            ("(=?ISO-8859-1?Q?a?= b)", "(a b)"),
            ("(=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=)", "(ab)"),
            ("(=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=)", "(ab)"),
            ("(=?ISO-8859-1?Q?a?=     =?ISO-8859-1?Q?b?=)", "(ab)"),
            ("(=?ISO-8859-1?Q?a_b?=)", "(a b)"),
            ("(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=)", "(a b)"),
            ("=?US-ASCII?Q?Keith_Moore?=", "Keith Moore"),
            ("=?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?=", "Keld Jørn Simonsen"),
            ("=?ISO-8859-1?Q?Andr=E9?= Pirard", "André Pirard"),
            (
                "=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?= =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=",
                "If you can read this you understand the example."
            ),
        ]
    )
    func examples(text: String, expected: String) {
        var defects = DefectLog()
        #expect(EncodedWord.decode(text, &defects) == expected)
    }

    @Test(
        "misuse is read and noted",
        arguments: [
            // Glued to other text, or to each other.
            ("a=?utf-8?Q?b?=c", "abc", 1),
            ("=?utf-8?Q?caf=C3=A9?=noir", "cafénoir", 1),
            ("=?utf-8?Q?a?==?utf-8?Q?b?=", "ab", 1),
            ("=?utf-8?Q?=C3?==?utf-8?Q?=A9?=", "é", 1),
            ("Re:=?utf-8?Q?a?=", "Re:a", 1),
            // White space inside.
            ("=?utf-8?Q?deux mots?=", "deux mots", 1),
            ("=?utf-8?B?w6 nD qQ==?=", "éé", 1),
            ("=?utf-8?B?w6nD\tqQ==?=", "éé", 1),
            // Question marks that should be encoded.
            ("=?utf-8?Q?Really??=", "Really?", 0),
            ("=?utf-8?Q?Why?=20me??=", "Why? me?", 0),
            ("=?utf-8?Q?a?b?=", "a?b", 0),
            // Base64 without its padding, with padding in the middle, with strange characters.
            ("=?utf-8?B?w6k?=", "é", 1),
            ("=?utf-8?B?w6k=w6k=?=", "éé", 0),
            ("=?utf-8?B?w6k*?=", "é", 2),
            // Cut in the middle of a group of base64, or of an escape.
            ("=?utf-8?B?w6?= =?utf-8?B?nDqQ==?=", "éé", 2),
            ("=?utf-8?Q?caf=C?= =?utf-8?Q?3=A9?=", "café", 2),
            // Words of ISO-2022-JP that do not return to US-ASCII.
            ("=?iso-2022-jp?B?GyRCJCI=?= =?iso-2022-jp?B?JCQbKEI=?=", "あい", 0),
            ("=?iso-2022-jp?B?GyRCJCI=?= =?iso-2022-jp?B?GyRCJCQ=?=", "あい", 0),
            // No end.
            ("=?utf-8?Q?caf=C3=A9", "café", 1),
            ("=?utf-8?Q?caf=C3=A9?", "café", 1),
            ("=?utf-8?Q?caf=C3=A9? noir", "café noir", 1),
            ("=?utf-8?Q?caf=C3=A9 noir", "café noir", 1),
            ("=?utf-8?Q?caf=C3=", "caf", 1),
            ("=?utf-8?Q?caf=C", "caf", 1),
            ("=?utf-8?B?w6nDqcO", "éé", 2),
            ("=?utf-8?Q?abc =?utf-8?Q?d=C3=A9f?=", "abcdéf", 1),
            // Labels.
            ("=?\"utf-8\"?Q?=C3=A9?=", "é", 1),
            ("=? utf-8 ?Q?=C3=A9?=", "é", 1),
            ("=?iso 8859-1?Q?=E9?=", "é", 1),
            ("=?utf-8? Q ?=C3=A9?=", "é", 1),
            ("=??Q?=C3=A9?=", "é", 2),
            ("=?x-none?Q?=C3=A9?=", "é", 1),
            ("=?x-none?Q?=E9?=", "é", 1),
            ("=?us-ascii?Q?=E9?=", "é", 1),
            ("=?utf-8?Q?=E9?=", "é", 1),
            ("=?iso-8859-1?Q?=80?=", "€", 0),
            // Octets that are no US-ASCII.
            ("=?iso-8859-1?Q?é=E9?=", "éé", 1),
            ("=?utf-8?Q?é=C3=A9?=", "éé", 0),
            ("=?koi8-r?Q?=F0Р=F0?=", "ПРП", 1),
            // Escapes that are none.
            ("=?utf-8?Q?100=%?=", "100=%", 1),
            ("=?utf-8?Q?a=?= b", "a= b", 1),
            // Line breaks and controls.
            ("=?utf-8?Q?a=0Ab?=", "a b", 1),
            ("=?utf-8?Q?a=0D=0Ab?=", "a b", 1),
            ("=?utf-8?Q?a=00b=07c=09d?=", "ab c d", 1),
            ("=?utf-8?Q?=0D=0ABcc:_x@y?=", " Bcc: x@y", 1),
            // An encoded-word that spells one is decoded once (§6): its writer may mean it.
            ("=?utf-8?Q?=3D=3Futf-8=3FB=3Fw6k=3D=3F=3D?=", "=?utf-8?B?w6k=?=", 0),
            ("=?utf-8?B?PT91dGYtOD9RPz1DMz1BOT89?=", "=?utf-8?Q?=C3=A9?=", 0),
        ]
    )
    func misuse(text: String, expected: String, defectCount: Int) {
        var defects = DefectLog()
        #expect(EncodedWord.decode(text, &defects) == expected)
        #expect(defects.sentences.count == defectCount)
    }

    @Test("words without number, and words without end, are read")
    func many() {
        var defects = DefectLog()
        let words = Array(repeating: "=?utf-8?B?w6k=?=", count: 10_000).joined(separator: " ")
        #expect(EncodedWord.decode(words, &defects) == String(repeating: "é", count: 10_000))
        #expect(defects.sentences.isEmpty)
        let long = String(repeating: "=C3=A9", count: 10_000)
        #expect(
            EncodedWord.decode("=?utf-8?Q?\(long)?=", &defects)
                == String(repeating: "é", count: 10_000)
        )
        let open = String(repeating: "=?x?q?", count: 10_000)
        #expect(EncodedWord.decode(open, &defects) == open)
        let ragged = String(repeating: "=?utf-8?q?a?=41 ", count: 10_000)
        #expect(EncodedWord.decode(ragged, &defects).hasPrefix("a41 a41 "))
    }
}

@Suite("Raw octets in a header") struct HeaderOctetsTests {
    @Test(
        "UTF-8, mended UTF-8, the charset of the body, windows-1252",
        arguments: [
            ("caf\u{E9}".utf8.map { $0 }, nil, "café", 0),
            ([0x63, 0xE9], nil, "cé", 1),
            ([0xC3, 0xA9, 0x20, 0xE9, 0x20, 0xC3, 0xA9], nil, "é \u{FFFD} é", 1),
            ([0xC3, 0xA9, 0x20, 0xE9, 0x20, 0xC3, 0xA9], "iso-8859-1", "é \u{FFFD} é", 1),
            ([0xF0, 0xD2, 0xC9], "koi8-r", "При", 1),
            ([0xD6, 0xD0, 0xCE, 0xC4], "gb2312", "中文", 1),
            ([0xD6, 0xD0, 0xCE], "gb2312", "ÖÐÎ", 1),
            ([0xE9], "utf-8", "é", 1), ([0xE9], "x-none", "é", 1), ([0xE9], "us-ascii", "é", 1),
            (Array("=?koi8-r?Q?=F0?= ".utf8) + [0xF0], "utf-8", "П П", 1),
            ([0x1B, 0x24, 0x42, 0x24, 0x22, 0x1B, 0x28, 0x42, 0x21], nil, "あ!", 1),
        ] as [([UInt8], String?, String, Int)]
    )
    func subjects(octets: [UInt8], charset: String?, expected: String, defectCount: Int) {
        let type = charset.map { "Content-Type: text/plain; charset=\($0)\r\n" } ?? ""
        let message = Message(
            parsing: Array("Subject: ".utf8) + octets + Array("\r\n\(type)\r\nx".utf8)
        )
        #expect(message.subject == expected)
        #expect(message.defects.count == defectCount)
    }
}

@Suite("Character references") struct HTMLEntitiesTests {
    @Test(
        "HTML Living Standard §13.2.5.72",
        arguments: [
            ("&alpha;&Omega;&thetasym;", "αΩϑ"), ("&forall;&isin;&sdot;&lceil;", "∀∈⋅⌈"),
            ("&lArr;&crarr;&spades;&ensp;", "⇐↵♠\u{2002}"), ("&NotEqualTilde;", "≂\u{338}"),
            ("&notit;", "¬it;"), ("&notin;", "∉"), ("&copy2024", "©2024"), ("&eacute", "é"),
            ("&ampamp;", "&amp;"), ("&alpha", "&alpha"), ("&AMP;&LT", "&<"), ("&hellip;", "…"),
            ("&unknown;", "&unknown;"), ("&;", "&;"), ("&", "&"), ("&#x20AC;&#8364&#128;", "€€€"),
            ("&#0;&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("&CounterClockwiseContourIntegral;", "∳"),
        ]
    )
    func text(html: String, expected: String) {
        #expect(HTMLEntities.decode(Octets(html.utf8)) == expected)
    }

    @Test(
        "in an attribute a name without semicolon may be a parameter",
        arguments: [
            ("?a=1&copy=2", "?a=1&copy=2"), ("?a&copyb", "?a&copyb"), ("&copy", "©"),
            ("&copy.", "©."),
            ("&copy;=", "©="),
        ]
    )
    func attribute(html: String, expected: String) {
        #expect(HTMLEntities.decode(Octets(html.utf8), inAttribute: true) == expected)
    }

    @Test(
        "the charset that a page declares",
        arguments: [
            ("<meta charset=koi8-r>", "koi8-r"), ("<META CHARSET='KOI8-R'/>", "KOI8-R"),
            ("<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">", "gb2312"),
            ("<meta content='text/html;charset = \"big5\" '>", "big5"),
            ("<meta content=\"charset=utf-8;x\">", "utf-8"),
            ("<meta content='no charset here'><meta charset=x>", "x"),
            ("<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>", "koi8-r"),
            ("<?xml version='1.0'?><meta charset=a>", "a"),
            ("<!-- <meta charset=b> --><meta charset=a>", "a"),
            ("<body><meta charset=a>", nil), ("<p>charset=a</p>", nil), ("", nil),
        ] as [(String, String?)]
    )
    func declared(html: String, expected: String?) {
        #expect(HTMLText.declaredCharset(Octets(html.utf8)) == expected)
    }
}
