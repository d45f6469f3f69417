import Testing

@testable import Mail

@Suite("Structure") struct StructureTests {
    private func message(_ text: String, limits: Message.Limits = .init()) -> Message {
        Message(parsing: Array(text.utf8), limits: limits)
    }

    private func tree(_ message: Message) -> String { Expectation.tree(message.root) }

    // MARK: The header

    @Test(
        "what stands before the header",
        arguments: [
            ("\n\r\nSubject: a\n\nb", "a"), ("From x\nFrom y\nSubject: a\n\nb", "a"),
            ("\n\nFrom x\nSubject: a\n\nb", "a"), (" folded\nSubject: a\n\nb", "a"),
            ("220 mx ESMTP\nSubject: a\n\nb", "a"), ("one\ntwo\nSubject: a\n\nb", "a"),
            ("From : x@y.example\nSubject: a\n\nb", "a"), ("\n\nBonjour : a\n", nil),
            (">From x\nSubject: a\n\nb", "a"), ("\n", nil),
        ] as [(String, String?)]
    )
    func beforeTheHeader(text: String, subject: String?) {
        #expect(message(text).subject == subject)
    }

    @Test(
        "where the body starts",
        arguments: [
            ("A: b\n\nc", "c"), ("A: b\n \nc", "c"), ("A: b\n\t\n\nc", "c"), ("A: b\nc", "c"),
            ("A: b\n \nNote : c", "Note : c"), ("A: b\n \n c\n\nd", "d"), ("A: b", ""),
            ("A: b\nBonjour,\nRendez-vous : demain", "Bonjour,\nRendez-vous : demain"),
            ("A: b\n \nX-C: d\n\ne", "e"), ("text only\n\nmore", "text only\n\nmore"),
            ("A: b\n: no name\nX-C: d\n\ne", "e"), ("A: b\n--\nX-C: d\n\ne", "e"),
        ]
    )
    func bodyStart(text: String, expected: String) {
        #expect(message(text).text == expected)
    }

    @Test("a field over its limit keeps its head, and the others stay")
    func longField() {
        var limits = Message.Limits()
        limits.fieldBytes = 10
        limits.headerBytes = 30
        let long = message(
            "From: a@b.example\nSubject: aaaaaaaaé and more\nTo: c@d.example\n\ntext",
            limits: limits
        )
        #expect(long.subject == "aaaaaaaa")
        #expect(long.defects == ["A field of the header is over 10 octets; it was cut off."])
        #expect(long.from.count == 1)
    }

    @Test("what is read by name is not crowded out")
    func crowd() {
        var limits = Message.Limits()
        limits.headerFields = 5
        let crowded = message(
            String(repeating: "X-A: b\n", count: 20) + "From: a@b.example\nSubject: s\n\nt",
            limits: limits
        )
        #expect(crowded.subject == "s")
        #expect(crowded.from.map(\.addrSpec) == ["a@b.example"])
        #expect(crowded.fields.count == 7)
        #expect(crowded.defects == ["The header has over 5 fields; later ones were not read."])
        let wide = message(
            String(repeating: "X-A: 0123456789\n", count: 200_000) + "Subject: s\n\nt"
        )
        #expect(wide.subject == "s")
    }

    // MARK: Multiparts

    private static let mixed = "Content-Type: multipart/mixed; boundary=\"one two\"\n\n"

    @Test(
        "boundary lines",
        arguments: [
            // Declared, and how it comes.
            ("--one two\n\na\n--one two\n\nb\n--one two--", ["a", "b"]),
            ("preamble\n--one two\n\na\n--one two--\nepilogue", ["a"]),
            ("--one two\n\na\n--one twos\nb\n--one two--", ["a\n--one twos\nb"]),
            ("--one two\n\na --one two\n--one two--", ["a --one two"]),
            ("--one two\n\na", ["a"]), ("--one two\n\n--one two--", [""]),
            ("--one two--", []), ("--one two", [""]), ("--one two\n--one two--", []),
            ("--ONE TWO\n\na\n--One Two\n\nb\n--one two--\n", ["a", "b"]),
            ("--ONE TWO\nContent-ID: <x>\n\na\n--one two\n\nb\n--one two--\n", ["a", "b"]),
            (" --one two\n\na\n --one two\n\nb\n --one two--\n", ["a", "b"]),
            ("-one two\n\na\n-one two\n\nb\n-one two-\n", ["a", "b"]),
            ("--one two\n\na\n--one two\n\nb\n--one two-\n", ["a", "b"]),
            ("--one two\n\na\n--one two--\n--one two--\n", ["a"]),
            // Behind the close is the epilogue, unless it is all there is.
            ("--one two\n\na\n--one two--\n\n--one two\n\nb", ["a"]),
            ("--one two--\n\na\n--one two\n\nb\n--one two--", ["b"]),
            ("--one two--\nContent-ID: <x>\n\na\n--one two--", ["a"]),
        ]
    )
    func boundaries(body: String, expected: [String]) {
        let octets = Array(body.utf8)
        var defects = DefectLog()
        var multipart = Multipart(octets[...], boundary: "one two", &defects)
        var parts: [String] = []
        while let part = multipart?.next(&defects) {
            let header = HeaderSection(reading: part, what: "x", limits: .init(), defects: &defects)
            parts.append(String(decoding: part[header.bodyStart...], as: UTF8.self))
        }
        #expect(parts == expected)
    }

    @Test(
        "a boundary that nobody declared",
        arguments: [
            ("--abc\nContent-Type: text/plain\n\na\n--abc--", "multipart/mixed(text/plain)"),
            ("--abc\n\na\n--abc\n\nb", "multipart/mixed(text/plain, text/plain)"),
            ("--abc\n\na\n", "text/plain"), ("-- \nContent\n-----\n\nb\n-----\n", "text/plain"),
            ("> --abc\n\n> --abc--\n", "text/plain"),
        ]
    )
    func guessed(body: String, expected: String) {
        #expect(tree(message("Content-Type: multipart/mixed\n\n" + body)) == expected)
    }

    @Test("two texts of nothing but marks are told apart")
    func marks() {
        let parts = "--b\n\n!!!\n--b\nContent-Type: text/html\n\n<p>:-)\n--b--\n"
        let read = message("Content-Type: multipart/mixed; boundary=b\n\n" + parts)
        #expect(read.text == "!!!\n:-)")
    }

    @Test("no more parts are cut than are read")
    func laziness() {
        var limits = Message.Limits()
        limits.parts = 4
        let many = message(
            Self.mixed + String(repeating: "--one two\n\na\n", count: 100_000),
            limits: limits
        )
        #expect(many.root.children.count == 3)
        #expect(
            many.defects == ["The message has over 4 body parts; later ones were not read."]
        )
    }

    @Test("a multipart at the limit of parts is whole")
    func atTheLimit() {
        var limits = Message.Limits()
        limits.parts = 3
        let text = Self.mixed + "--one two\n\na\n--one two\n\nb\n--one two--"
        #expect(message(text, limits: limits).defects == [])
    }

    @Test("a boundary shared without end is read to the limits")
    func sharedBoundary() {
        let level = "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
        let read = message(String(repeating: level, count: 2000))
        #expect(read.parts(ofType: "multipart/mixed").count <= 500)
    }

    // MARK: What is body

    @Test(
        "what is text and what is attached",
        arguments: [
            ("related", ["text/html", "image/png"], "h", ["image/png"]),
            ("mixed", ["text/plain", "text/html"], "p\nh", []),
            ("mixed", ["text/html", "text/plain"], "h\np", []),
            ("alternative", ["text/plain", "text/calendar"], "p", ["text/calendar"]),
            ("alternative", ["text/plain", "text/enriched"], "p", ["text/enriched"]),
            ("alternative", ["text/x-amp-html", "text/html"], "h", ["text/x-amp-html"]),
            ("mixed", ["text/markdown", "image/png"], "m", ["image/png"]),
            ("mixed", ["text/plain", "text/markdown"], "p", ["text/markdown"]),
            ("mixed", ["text/calendar", "text/plain"], "p", ["text/calendar"]),
            (
                "report", ["message/delivery-status", "text/plain"], "p",
                ["message/delivery-status"]
            ),
            ("signed", ["text/plain", "text/html"], "p", ["text/html"]),
            ("encrypted", ["application/x", "image/png"], "", ["application/x", "image/png"]),
            ("mixed", ["message/rfc822", "text/plain"], "p", ["message/rfc822"]),
            ("mixed", ["message/partial", "text/plain"], "p", ["message/partial"]),
            (
                "digest", ["message/news", "message/global"], "",
                ["message/news", "message/global"]
            ),
            (
                "appledouble", ["application/applefile", "image/png"], "",
                ["application/applefile", "image/png"]
            ),
        ] as [(String, [String], String, [String])]
    )
    func selection(subtype: String, types: [String], text: String, attached: [String]) {
        let parts = types.map { type in
            let letter = type.hasPrefix("text/") ? type.dropFirst(5).prefix(1) : "x"
            return "--b\nContent-Type: \(type)\n\n\(letter)\n"
        }
        let read = message(
            "Content-Type: multipart/\(subtype); boundary=b\n\n\(parts.joined())--b--\n"
        )
        #expect(read.text == text)
        #expect(read.attachments.map(\.mediaType) == attached)
    }

    @Test(
        "a disposition",
        arguments: [
            ("inline", true), ("attachment", false), ("inline; filename=a.txt", false),
            ("form-data; name=a", true), ("form-data; name=a; filename=a.txt", false),
            ("unknown", true), ("unknown; filename=a.txt", false), ("", true),
        ]
    )
    func disposition(value: String, isText: Bool) {
        let read = message(
            Self.mixed
                + "--one two\n\na\n--one two\nContent-Disposition: \(value)\n\nb\n--one two--"
        )
        #expect(read.text == (isText ? "a\nb" : "a"))
        #expect(read.attachments.count == (isText ? 0 : 1))
    }

    @Test("a multipart without parts is nothing", arguments: ["--b--\n", "--b\n--b--\n", ""])
    func noParts(body: String) {
        let read = message("Content-Type: multipart/mixed; boundary=b\n\n" + body)
        #expect(read.attachments.isEmpty)
        #expect(read.text.isEmpty)
    }

    @Test("the octets of a text that is attached stay as they are")
    func attachedOctets() {
        let read = message(
            "Content-Type: text/plain; charset=utf-16\nContent-Disposition: attachment\n\na\r\nb\n"
        )
        #expect(read.attachments.map(\.size) == [5])
    }

    @Test(
        "enriched text",
        arguments: [
            ("<bold>a</bold> b", "a b"), ("a\nb", "a b"), ("a\n\nb", "a\nb"),
            ("a\n\n\nb", "a\n\nb"),
            ("<<a>", "<a>"), ("<color><param>red</param>a</color>", "a"), ("a < b", "a < b"),
            ("<nofill>a\nb</nofill>", "a\nb"), ("a<nl>b", "a\nb"), ("<lt>a", "<a"), ("<", "<"),
            ("a \nb", "a b"),
            ("a <center>b</center>c", "a\nb\nc"), ("a\n\n<center>b</center>\n\nc", "a\nb\nc"),
        ]
    )
    func enriched(text: String, expected: String) {
        #expect(EnrichedText.render(text) == expected)
    }

    @Test(
        "HTML nested too deep is named",
        arguments: [
            ("<blockquote>", 10, 0), ("<blockquote>", 11, 1), ("<blockquote>", 101, 2),
            ("<table>", 100, 0), ("<table>", 101, 1), ("<ul>", 12, 1),
        ]
    )
    func deepHTML(tag: String, count: Int, expected: Int) {
        var defects = DefectLog()
        #expect(
            HTMLText.rendering(of: String(repeating: tag, count: count) + "a", &defects).text
                .hasSuffix("a")
        )
        #expect(defects.sentences.count == expected)
    }
}

@Suite("Protection") struct ProtectionTests {
    private static let der = "Content-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEH"

    @Test(
        "what is signed or encrypted",
        arguments: [
            ("Content-Type: text/plain\n\nSee PGP.", nil),
            ("\n\n-----BEGIN PGP MESSAGE-----\n", Protection(.encrypted, .pgp)),
            ("\n\nHello\n-----BEGIN PGP SIGNED MESSAGE-----\n", Protection(.signed, .pgp)),
            ("\n\n> -----BEGIN PGP MESSAGE-----\n", nil),
            (
                "Content-Type: application/pkcs7-mime; smime-type=signed-data\n\n",
                Protection(.signed, .smime)
            ),
            (
                "Content-Type: application/x-pkcs7-mime; smime-type=enveloped-data\n\n",
                Protection(.encrypted, .smime)
            ),
            ("Content-Type: application/pkcs7-mime; smime-type=certs-only\n\n", nil),
            (
                "Content-Type: application/pkcs7-mime; name=smime.p7m\n\(der)Ag==",
                Protection(.signed, .smime)
            ),
            (
                "Content-Type: application/octet-stream; name=smime.p7m\n\(der)Aw==",
                Protection(.encrypted, .smime)
            ),
            (
                "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b\n\n"
                    + "--b\n\na\n--b\nContent-Type: application/pgp-signature\n\nx\n--b--",
                Protection(.signed, .pgp)
            ),
            (
                "Content-Type: multipart/signed; boundary=b\n\n"
                    + "--b\n\na\n--b\nContent-Type: application/x-pkcs7-signature\n\nx\n--b--",
                Protection(.signed, .smime)
            ),
            (
                "Content-Type: multipart/encrypted; boundary=b\n\n"
                    + "--b\nContent-Type: application/pgp-encrypted\n\na\n--b--",
                Protection(.encrypted, .pgp)
            ),
            ("Content-Type: message/rfc822\n\nContent-Type: application/pgp\n\na", nil),
        ] as [(String, Protection?)]
    )
    func protection(text: String, expected: Protection?) {
        #expect(Message(parsing: Array(text.utf8)).protection == expected)
    }
}
