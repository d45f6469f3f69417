import Testing

@testable import Mail

@Suite("Compressed RTF") struct CompressedRTFTests {
    private static func octets(_ hexadecimal: String) -> [UInt8] {
        hexadecimal.split(separator: " ").compactMap { UInt8($0, radix: 16) }
    }

    private func decompress(_ octets: [UInt8], limit: Int = 1000) -> (text: String?, [String]) {
        var defects = DefectLog()
        let read = CompressedRTF.decompress(octets[...], limit: limit, &defects)
        return (read.map { String(decoding: $0.octets, as: UTF8.self) }, defects.sentences)
    }

    /// The examples that [MS-OXRTFCP] §3 prints.
    @Test(
        "examples of the standard",
        arguments: [
            (
                """
                2d 00 00 00 2b 00 00 00 4c 5a 46 75 f1 c5 c7 a7 03 00 0a 00 72 63 70 67 31 32 35 \
                42 32 0a f3 20 68 65 6c 09 00 20 62 77 05 b0 6c 64 7d 0a 80 0f a0
                """,
                "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
            ),
            (
                """
                1a 00 00 00 1c 00 00 00 4c 5a 46 75 e2 d4 4b 51 41 00 04 20 57 58 59 5a 0d 6e 7d \
                01 0e b0
                """,
                "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"
            ),
        ]
    )
    func examples(hexadecimal: String, rtf: String) {
        let (text, defects) = decompress(Self.octets(hexadecimal))
        #expect(text == rtf)
        #expect(defects == [])
    }

    @Test("what was compressed comes back", arguments: [0, 1, 7, 8, 9, 300, 4000, 4096, 9000])
    func roundTrip(length: Int) {
        var generator = SeededGenerator(state: UInt64(length))
        let words = ["\\par ", "abc", "{", "}", "\\'e9", "été", "\r\n", "\\f0", " de la "]
        var text = ""
        while text.utf8.count < length { text += words.randomElement(using: &generator) ?? "" }
        for octets in [
            RTFCompressor.compressed(Array(text.utf8)), RTFCompressor.stored(Array(text.utf8)),
        ] {
            let (read, defects) = decompress(octets, limit: 20_000)
            #expect(read == text)
            #expect(defects == [])
        }
    }

    private static let hello = RTFCompressor.compressed(Array("{\\rtf1 hello}".utf8))

    @Test(
        "what is damaged is read as far as it goes",
        arguments: [
            (Array(hello.prefix(15)), nil, ["The compressed RTF has no header; it was left out."]),
            (
                Array("\u{10}\0\0\0\u{5}\0\0\0ABCD\0\0\0\0hello".utf8), nil,
                ["The RTF is compressed in an unknown manner; it was left out."]
            ),
            (
                Array("{\\rtf1 hello}".utf8), "{\\rtf1 hello}",
                ["The RTF is not compressed, as it should be; it was read as it is."]
            ),
            (
                RTFCompressor.compressed(Array("{\\rtf1 hello}".utf8), checksum: 1),
                "{\\rtf1 hello}",
                ["The compressed RTF has a wrong checksum; it was read all the same."]
            ),
            (
                Array(hello.dropLast(4)), "{\\rtf1 hel",
                [
                    "The compressed RTF breaks off; what is there was read.",
                    "The compressed RTF has a wrong checksum; it was read all the same.",
                    "The compressed RTF is not as long as it says; what is there was read.",
                ]
            ),
            (
                Array("\u{FF}\u{FF}".unicodeScalars.map { UInt8($0.value) } + [255, 255])
                    + [255, 255, 255, 255] + Array("MELA\0\0\0\0hello".utf8), "hello",
                [
                    "The compressed RTF breaks off; what is there was read.",
                    "The compressed RTF is not as long as it says; what is there was read.",
                ]
            ),
        ] as [([UInt8], String?, [String])]
    )
    func damaged(octets: [UInt8], expected: String?, sentences: [String]) {
        let (text, defects) = decompress(octets)
        #expect(text == expected)
        #expect(defects == sentences)
    }

    @Test("what is over the limit is cut off")
    func limit() {
        let octets = RTFCompressor.compressed([UInt8](repeating: 0x61, count: 20_000))
        var defects = DefectLog()
        let cut = CompressedRTF.decompress(octets[...], limit: 1000, &defects)
        #expect(cut?.octets.count == 1000)
        #expect(cut?.isCutOff == true)
        let whole = CompressedRTF.decompress(octets[...], limit: 20_000, &defects)
        #expect(whole?.octets.count == 20_000)
        #expect(whole?.isCutOff == false)
        #expect(defects.sentences == [])
    }
}

@Suite("RTF") struct RTFTests {
    private func read(_ rtf: String) -> (RTFText.Content, [String]) {
        var defects = DefectLog()
        let content = RTFText.read(Array(rtf.utf8)[...], &defects)
        return (content, defects.sentences)
    }

    @Test(
        "plain text of RTF",
        arguments: [
            (#"{\rtf1 Hello}"#, "Hello"),
            (
                "{\\rtf1\\ansi Hello\r\n world\\par\r\nnext\\line line\\par}",
                "Hello world\nnext\nline\n"
            ),
            (#"{\rtf1 a\tab b}"#, "a\tb"),
            (#"{\rtf1 \{a\}\\b}"#, #"{a}\b"#),
            (#"{\rtf1\ansi\ansicpg1252 \'e9t\'e9 \'80}"#, "été €"),
            (#"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8}"#, "При"),
            (#"{\rtf1\ansi\ansicpg932 \'82\'a0\'83A}"#, "あア"),
            (#"{\rtf1\mac \'8et\'8e}"#, "été"),
            (
                #"{\rtf1\ansi\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204 Cyr;}}"#
                    + #"\f0 \'e9{\f1 \'cf\'f0}\'e9}"#, "éПрé"
            ),
            (#"{\rtf1{\fonttbl{\f3\fcharset2 Symbol;}}{\pntext\f3\'B7\tab}point}"#, "•\tpoint"),
            (#"{\rtf1 \u233?t\u233 e}"#, "été"),
            (#"{\rtf1\uc0 \u8364 5}"#, "€5"),
            (#"{\rtf1\uc2 \u12354\'82\'a0.}"#, "あ."),
            (#"{\rtf1 \u-10179?\u-8694?}"#, "😊"),
            (#"{\rtf1 {\uc0 \u233}\u233?.}"#, "éé."),
            (#"{\rtf1 \u8364\u8364?}"#, "€€"),
            (#"{\rtf1 {\u8364}?}"#, "€?"),
            (#"{\rtf1 \ldblquote a\rdblquote\emdash b\endash c\rquote d\bullet}"#, "“a”—b–c’d•"),
            (#"{\rtf1 a\~b\_c\-d}"#, "a\u{A0}b\u{2011}cd"),
            (#"{\rtf1{\info{\title T}{\author A}}{\colortbl;\red1;}{\stylesheet{\s0 N;}}x}"#, "x"),
            (#"{\rtf1{\*\generator Riched20;}{\*\unknown {a}b}x{\header h}}"#, "x"),
            (#"{\rtf1{\pict\wmetafile8 0102ff}{\*\shppict{\pict\pngblip 89}}x}"#, "x"),
            ("{\\rtf1 a{\\pict\\bin5 }}}}}b}c}", "ac"),
            (#"{\rtf1 a\bin4 }{\}b}"#, "ab"),
            (#"{\rtf1{\field{\*\fldinst HYPERLINK "http://a"}{\fldrslt lien}}}"#, "lien"),
            (#"{\rtf1 a{\v secret}b\v c\v0 d\v e\plain f}"#, "abdf"),
            (#"{\rtf1 a\cell b\row}"#, "a\tb\n"),
            ("{\\rtf1 a\\\nb\\\rc}", "a\nb\nc"),
            (#"{\rtf1 a}b"#, "a"),
            (#"{\rtf1\ansi\ansicpg1252\fromtext \fbidi\par Bonjour\par }"#, "\nBonjour\n"),
        ]
    )
    func plain(rtf: String, text: String) {
        let (content, defects) = read(rtf)
        #expect(content == .text(text))
        #expect(defects == [])
    }

    private static let header =
        #"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 C;}}"#

    @Test(
        "HTML that is encapsulated in RTF",
        arguments: [
            (
                #"{\*\htmltag84 <b>}\htmlrtf {\b \htmlrtf0 gras{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0}"#,
                "<b>gras</b>"
            ),
            (
                #"{\*\htmltag <p\par class="a">}x{\*\htmltag241 \{color:red\}\tab}}"#,
                "<p\nclass=\"a\">x{color:red}\t"
            ),
            (#"{\*\htmltag84 &nbsp;}\htmlrtf \'a0\htmlrtf0 x}"#, "&nbsp;x"),
            (#"{\*\mhtmltag4 <img src="cid:1">}{\*\htmltag4 <img src="a">}}"#, #"<img src="a">"#),
            (#"{\*\htmltag64}\'e9\htmlrtf\par\htmlrtf0 \par\line\tab l\rquote}"#, "é\n\n\tl’"),
            (#"\htmlrtf \f1 \htmlrtf0 \'cf{\*\htmltag \'e9}\'f0}"#, "Пéр"),
            (#"{\htmlrtf a{b}\htmlrtf0 c}d{\htmlrtf e}f}"#, "cdf"),
            (#"\htmlrtf1 a\htmlrtf0 b\u8364?{\*\htmltag \u8364 ?}}"#, "b€€"),
            (#"{\v x}{\*\generator G;}y}"#, "xy"),
            (
                #"{\*\htmltag84 <a href="b">}\htmlrtf {\field{\*\fldinst{HYPERLINK "b"}}"#
                    + #"{\fldrslt\cf1\ul \htmlrtf0 ici\htmlrtf }\htmlrtf0 \htmlrtf }\htmlrtf0 "#
                    + #"{\*\htmltag92 </a>}.}"#, #"<a href="b">ici</a>."#
            ),
            (
                #"{\*\htmltag64 <li>}\htmlrtf {{\*\pn\pnlvlblt{\pntxtb -}}\li360 {\pntext *\tab}"#
                    + #"\htmlrtf0 un\htmlrtf\par}\htmlrtf0 {\*\htmltag72 </li>}}"#, "<li>un</li>"
            ),
        ]
    )
    func html(rtf: String, html: String) {
        let (content, defects) = read(Self.header + rtf)
        #expect(content == .html(html))
        #expect(defects == [])
    }

    @Test(
        "broken RTF gives what is there",
        arguments: [
            ("", ""), ("a", "a"), ("}", ""), ("\\", ""), ("{", ""), ("\\'", ""), ("\\'e", "e"),
            ("{\\rtf1 a\\u", "a"), ("{\\rtf1 a\\bin99999999999999999999 b", "a"),
            ("{\\rtf1 a\\u99999999999999999999 ?b", "a\u{FFFF}b"), ("{\\rtf1 a\\bin-5 b", "ab"),
            ("{\\rtf1 a\\uc-5\\u233b", "aéb"), ("{\\rtf1\\u-10179?a", "a"),
            ("{\\rtf1\\u-8694?a", "\u{FFFD}a"), ("{\\rtf1{\\fonttbl{\\f0 A", ""),
            ("{\\rtf1{\\*\\htmltag64 <p>}a", "a"), ("{\\rtf1\\f-1\\f99999999999 a", "a"),
            ("{\\rtf1\\ansicpg99999999999 a", "a"),
        ]
    )
    func broken(rtf: String, text: String) {
        #expect(read(rtf).0 == .text(text))
    }

    @Test("groups nested without end are read to the limit")
    func nested() {
        let (content, defects) = read(
            "{\\rtf1 " + String(repeating: "{", count: 5000) + "a"
                + String(repeating: "}", count: 5000) + "b}c"
        )
        #expect(content == .text("ab"))
        #expect(
            defects == ["Groups of RTF are nested over 500 levels; deeper ones were read as one."]
        )
    }

    private static let pieces = [
        "{", "}", "\\", "\\*", "\\'", "\\'e9", "\\u", "\\u-1 ", "\\u233?", "\\uc", "\\uc3 ",
        "\\bin", "\\bin9 ",
        "{\\rtf1", "\\ansicpg932 ", "\\fonttbl", "\\f1", "\\fcharset2 ", "\\fcharset128 ",
        "\\fromhtml1 ",
        "{\\*\\htmltag64 ", "\\htmlrtf ", "\\htmlrtf0 ", "\\par", "\\v ", "\\pict", "\r\n", "\0",
        "é", "a b",
        "-", "9999999999", ";",
    ]

    @Test("random octets give a text", arguments: 0..<20)
    func random(seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        for _ in 0..<50 {
            let rtf = (0..<Int.random(in: 0...100, using: &generator)).map { _ in
                Self.pieces.randomElement(using: &generator) ?? ""
            }
            switch read(rtf.joined()).0 {
            case .html(let text), .text(let text):
                #expect(text.utf8.count <= rtf.joined().utf8.count * 3)
            }
        }
    }
}
