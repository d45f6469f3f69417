import Testing

@testable import Mail

@Suite("Transfer encodings") struct TransferEncodingTests {
    @Test(
        "base64",
        arguments: [
            ("", "", 0), ("QQ==", "A", 0), ("QUI=", "AB", 0), ("QUJD", "ABC", 0),
            ("QU\r\nJD\r\n", "ABC", 0), ("Q\nU\nJ\nD\n", "ABC", 0), ("  QUJD\t\r\n", "ABC", 0),
            ("QUJDREVG", "ABCDEF", 0), ("====", "", 0), ("QUJD====", "ABC", 0),
            ("QUJD\r\n=\r\n", "ABC", 0), ("+/+/", "\u{FFFD}\u{FFFD}\u{FFFD}", 0),
            ("=QUJD", "ABC", 0), ("QQ=\r\n=\r\n", "A", 0),
        ]
    )
    func base64(text: String, expected: String, defectCount: Int) {
        check(.base64, text, expected, defectCount)
    }

    @Test(
        "base64 gone wrong",
        arguments: [
            // No padding, or an end in the middle.
            ("QQ", "A", 1), ("QUI", "AB", 1), ("Q", "", 1), ("QUJDR", "ABC", 1), ("Q===", "", 2),
            ("QUJDQ=Q=", "ABCA", 1),
            // Characters outside the alphabet.
            ("Q*U-JD", "ABC", 1), ("é", "", 1), ("QU\0JD", "ABC", 1), ("QUJD!", "ABC", 1),
            ("QUJD\r\n>REVG\r\n", "ABCDEF", 1), (".QUJD", "ABC", 1),
            // One encoding after the other.
            ("QQ==QUI=", "AAB", 0), ("QQ==\r\nQUI=\r\n", "AAB", 0), ("QQ==QQ==QQ==", "AAA", 0),
            ("QQ==\r\nQUJD\r\nQUJD\r\n", "AABCABC", 0),
            // What a mailing list appends.
            ("QQ==\r\n____________\r\nliste mailing list\r\n", "A", 1),
            ("QUJD\r\n____________\r\nliste@lists.example.org\r\n", "ABC", 1),
            ("QUJD\r\n-- \r\nEnvoye de mon telephone\r\n", "ABC", 1),
            ("QQ==\r\n\r\nliste mailing list\r\n", "A", 1),
            ("QQ==\r\nhttp://lists.example.org/\r\n", "A", 1),
            ("QUJD\r\n--\r\nPaul", "ABC", 1), ("QUJD\r\n--limite\r\n", "ABC", 1),
            ("Pj4-Pz8_Pj4-Pz8_Pj4-Pz8_\r\n--8_", ">>>???>>>???>>>???\u{FFFD}\u{FFFD}?", 1),
            (
                "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGk\r\n_______\r\nliste",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghi", 2
            ),
            // The alphabet for URLs (RFC 4648 §5).
            ("w6nDqcOpPj4_Pz8-", "ééé>>???>", 1), ("Pj4-Pz8_", ">>>???", 1),
            ("Pj4-Pz8/", "><\u{F3}", 1),
            // Nothing but plain text.
            ("Bonjour à tous,\r\nà demain.\r\n", "Bonjour à tous,\r\nà demain.\r\n", 1),
            ("Bonjour a tous et a demain", "Bonjour a tous et a demain", 1),
            ("<html><body>Bonjour</body></html>", "<html><body>Bonjour</body></html>", 1),
        ]
    )
    func brokenBase64(text: String, expected: String, defectCount: Int) {
        guard text != "Pj4-Pz8/" else {
            // Both alphabets at once are none: "-" is skipped like any other character.
            var defects = DefectLog()
            #expect(Base64.decode(Octets(text.utf8), &defects) == [0x3E, 0x3E, 0x0F, 0xCF, 0xCF])
            return
        }
        check(.base64, text, expected, defectCount)
    }

    @Test(
        "quoted-printable",
        arguments: [
            ("abc", "abc", 0), ("=C3=A9", "é", 0), ("=c3=a9", "é", 0), ("a=\r\nb", "ab", 0),
            ("a= \t\r\nb", "ab", 0), ("a=\nb", "ab", 0), ("a  \r\nb", "a\r\nb", 0),
            ("a\t\r\nb", "a\r\nb", 0), ("a =\r\n b", "a  b", 0), ("a=20\r\nb", "a \r\nb", 0),
            ("a=09\r\nb", "a\t\r\nb", 0), ("fin=", "fin", 0), ("fin=\r\n", "fin", 0),
            ("fin=  ", "fin", 0), ("fin  ", "fin", 0), ("fin =20 ", "fin  ", 0),
            ("a=0D=0Ab", "a\r\nb", 0), ("a=0Ab", "a\nb", 0), ("=3D=3d", "==", 0),
            ("=\r\n=\r\na", "a", 0), ("é", "é", 0), ("a=\rb", "ab", 0), ("  a", "  a", 0),
            ("a=\r\r\nb", "ab", 0), ("\r\n  \r\n", "\r\n\r\n", 0), ("=E2=82=\r\n=AC", "€", 0),
            ("50=%", "50=%", 1), ("=", "", 0), ("=4", "=4", 1), ("= x", "= x", 1),
            ("==41", "=A", 1), ("=G1", "=G1", 1), ("a=b=c", "a=b=c", 1), ("=\t=", "=\t", 1),
            ("x=3", "x=3", 1), ("=4=41", "=4A", 1),
        ]
    )
    func quotedPrintable(text: String, expected: String, defectCount: Int) {
        check(.quotedPrintable, text, expected, defectCount)
    }

    /// The whole at once and block by block are the same.
    private func check(
        _ encoding: TransferEncoding,
        _ text: String,
        _ expected: String,
        _ defectCount: Int
    ) {
        var defects = DefectLog()
        let decoded = encoding.decode(Octets(text.utf8), &defects)
        #expect(String(decoding: decoded, as: UTF8.self) == expected)
        #expect(defects.sentences.count == defectCount, "\(defects.sentences)")
        var pieces: [UInt8] = []
        var others = DefectLog()
        encoding.decode(Octets(text.utf8), &others) { pieces.append(contentsOf: $0) }
        #expect(pieces[...] == decoded)
        #expect(others.sentences == defects.sentences)
    }

    @Test("blocks follow each other without a seam", arguments: [65_535, 65_536, 200_001])
    func blocks(count: Int) {
        let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 7) }
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
        )
        var base64: [UInt8] = []
        for start in stride(from: 0, to: count - 2, by: 3) {
            let group = octets[start..<(start + 3)].reduce(0) { $0 << 8 | UInt32($1) }
            for shift in stride(from: 18, through: 0, by: -6) {
                base64.append(alphabet[Int(group >> UInt32(shift) & 63)])
            }
            if start % 57 == 54 { base64 += [.cr, .lf] }
        }
        var quoted: [UInt8] = []
        for (place, octet) in octets.enumerated() {
            QuotedPrintable.appendEscape(octet, to: &quoted)
            if place % 25 == 24 { quoted += Array("=  \r\n".utf8) }
        }
        let cases: [(TransferEncoding, [UInt8], ArraySlice<UInt8>)] = [
            (.identity, octets, octets[...]), (.quotedPrintable, quoted, octets[...]),
            (.base64, base64, octets[..<(count / 3 * 3)]),
        ]
        for (encoding, encoded, expected) in cases {
            var defects = DefectLog()
            var decoded: [UInt8] = []
            encoding.decode(encoded[...], &defects) { decoded.append(contentsOf: $0) }
            #expect(decoded[...] == expected)
            #expect(encoding.decode(encoded[...], &defects) == expected)
            #expect(defects.sentences.isEmpty)
        }
    }

    @Test(
        "names",
        arguments: [
            ("base64", .base64), ("BASE64 ", .base64), ("Base-64", .base64),
            ("\"quoted-printable\"", .quotedPrintable), ("quoted-printable; x", .quotedPrintable),
            ("(c) base64 (d)", .base64), ("base64(c)", .base64), ("base64;", .base64),
            ("base64, 8bit", .base64), ("base64 charset=utf-8", .base64),
            ("Quoted-Printable", .quotedPrintable), ("quoted printable", .quotedPrintable),
            ("7bit", .identity), ("7 bit", .identity), ("8BIT", .identity), ("8-bit", .identity),
            ("binary", .identity), ("", .identity), ("()", .identity), ("utf-8", .identity),
            ("x-uuencode", .uuencode), ("X-UUE", .uuencode), ("uuencode", .uuencode),
            ("x-gzip", nil), ("base85", nil), ("text/plain", nil),
        ] as [(String, TransferEncoding?)]
    )
    func names(text: String, expected: TransferEncoding?) {
        #expect(TransferEncoding(parsing: text) == expected)
    }

    @Test(
        "a name that is not one of RFC 2045 is a defect",
        arguments: [
            ("base64", .base64, []), ("7BIT (c)", .identity, []), ("", .identity, []),
            ("x-uuencode", .uuencode, []),
            (
                "quoted printable", .quotedPrintable,
                ["The transfer encoding \"quoted printable\" was read as quoted-printable."]
            ),
            ("8bits", .identity, ["The transfer encoding \"8bits\" was read as 8bit."]),
            (
                "base64, 8bit", .base64,
                ["The transfer encoding \"base64, 8bit\" was read as base64."]
            ),
            (
                "x-gzip", .identity,
                ["The transfer encoding \"x-gzip\" is unknown; the content was read as it is."]
            ),
        ] as [(String, TransferEncoding, [String])]
    )
    func reading(text: String, expected: TransferEncoding, sentences: [String]) {
        var defects = DefectLog()
        #expect(TransferEncoding(reading: text, &defects) == expected)
        #expect(defects.sentences == sentences)
    }
}
