import Testing

@testable import Mail

@Suite("Transfer encodings") struct TransferEncodingTests {
    @Test(
        "base64",
        arguments: [
            ("", "", 0), ("QQ==", "A", 0), ("QUI=", "AB", 0), ("QUJD", "ABC", 0),
            ("QU\r\nJD\r\n", "ABC", 0), ("QQ==QUI=", "AAB", 0), ("QQ", "A", 1), ("QUI", "AB", 1),
            ("Q", "", 1), ("Q*U-JD", "ABC", 1), ("====", "", 0), ("é", "", 1),
        ]
    )
    func base64(text: String, expected: String, defectCount: Int) {
        var defects = DefectLog()
        let decoded = Base64.decode(Octets(text.utf8), &defects)
        #expect(String(decoding: decoded, as: UTF8.self) == expected)
        #expect(defects.sentences.count == defectCount)
    }

    @Test(
        "quoted-printable",
        arguments: [
            ("abc", "abc", 0), ("=C3=A9", "é", 0), ("=c3=a9", "é", 0), ("a=\r\nb", "ab", 0),
            ("a= \t\r\nb", "ab", 0), ("a=\nb", "ab", 0), ("a  \r\nb", "a\r\nb", 0),
            ("a =\r\n b", "a  b", 0), ("a=20\r\nb", "a \r\nb", 0), ("fin=", "fin", 0),
            ("50=%", "50=%", 1), ("=", "", 0), ("=4", "=4", 1), ("= x", "= x", 1),
            ("==41", "=A", 1),
        ]
    )
    func quotedPrintable(text: String, expected: String, defectCount: Int) {
        var defects = DefectLog()
        let decoded = QuotedPrintable.decode(Octets(text.utf8), &defects)
        #expect(String(decoding: decoded, as: UTF8.self) == expected)
        #expect(defects.sentences.count == defectCount)
    }

    @Test(
        "names",
        arguments: [
            ("base64", .base64), ("BASE64 ", .base64), ("\"quoted-printable\"", .quotedPrintable),
            ("quoted-printable; x", .quotedPrintable), ("8bit", .identity), ("", .identity),
            ("x-uuencode", nil),
        ] as [(String, TransferEncoding?)]
    )
    func names(text: String, expected: TransferEncoding?) {
        #expect(TransferEncoding(parsing: text) == expected)
    }
}

@Suite("Flowed") struct FlowedTests {
    @Test(
        "RFC 3676",
        arguments: [
            ("a \nb\n", false, "a b\n"), ("a \nb\n", true, "ab\n"), ("a\nb\n", false, "a\nb\n"),
            ("> a \n> b\nc\n", false, "> a b\nc\n"), ("> a \n>> b\n", false, "> a\n>> b\n"),
            (" >not quoted\n", false, ">not quoted\n"), ("-- \nA\n", false, "-- \nA\n"),
            ("a \n-- \nA\n", false, "a\n-- \nA\n"), (">\n> a\n", false, ">\n> a\n"),
            ("a ", false, "a "), ("", false, ""), ("\n\n", false, "\n\n"),
        ]
    )
    func unflowing(text: String, delSp: Bool, expected: String) {
        #expect(Flowed.unflow(text, delSp: delSp) == expected)
    }
}
