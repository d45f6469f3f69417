import Testing

@testable import Mail

/// Mail that keeps to the RFCs while it resembles what is forgiven to broken senders.
@Suite("Well-formed mail") struct WellFormedTests {
    private static let boundary = "----=_Part_42"

    @Test(
        "lines that resemble those of a multipart",
        arguments: [
            // An inner boundary that ends like the outer one.
            (
                "--\(boundary)\nContent-Type: multipart/mixed; boundary=\"A--\(boundary)\"\n\n"
                    + "--A--\(boundary)\nContent-ID: <a>\n\na\n--A--\(boundary)--\n--\(boundary)--\n",
                "multipart/mixed(multipart/mixed(text/plain))", "a"
            ),
            // A preamble that speaks of boundaries and fields.
            (
                "--\(boundary) x\nContent-Type: text/html\n--\(boundary)\n\na\n--\(boundary)--\n",
                "multipart/mixed(text/plain)", "a"
            ),
            // An epilogue that starts like a header.
            (
                "--\(boundary)\n\na\n--\(boundary)--\nContent-Type: text/plain\n\nb\n",
                "multipart/mixed(text/plain)", "a"
            ),
            // Texts that start like a header.
            (
                "--\(boundary)\n\nContent-Transfer-Encoding: base64\n\nis a field.\n--\(boundary)--\n",
                "multipart/mixed(text/plain)", "Content-Transfer-Encoding: base64\n\nis a field."
            ),
            (
                "--\(boundary)\n\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
                    + "are fields.\n--\(boundary)--\n",
                "multipart/mixed(text/plain)",
                "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nare fields."
            ),
        ]
    )
    func multipart(body: String, tree: String, text: String) {
        let head = "Content-Type: multipart/mixed; boundary=\"\(Self.boundary)\"\n\n"
        let message = Message(parsing: Array((head + body).utf8))
        #expect(Expectation.tree(message.root) == tree)
        #expect(message.text == text)
        #expect(message.defects == [])
    }

    @Test("a message in a digest may start with its content fields (RFC 2046 §5.1.5)")
    func digest() {
        let message = Message(
            parsing: Array(
                """
                Content-Type: multipart/digest; boundary=b

                --b

                Content-Type: text/plain
                Content-Transfer-Encoding: base64
                Subject: a

                YQ==
                --b--
                """.utf8
            )
        )
        #expect(
            Expectation.tree(message.root) == "multipart/digest(message/rfc822(text/plain))"
        )
        #expect(message.attachments.map(\.mediaType) == ["message/rfc822"])
        #expect(message.defects == [])
    }

    @Test(
        "what only looks like an encoded-word",
        arguments: ["=?utf-8?Q?= =?x?=", "=?a?b?c ?=", "=?utf-8?Q?= and ?="]
    )
    func encodedWord(text: String) {
        let message = Message(parsing: Array("Subject: \(text)\n\n".utf8))
        #expect(message.subject == text)
        #expect(message.defects == [])
    }

    @Test(
        "angle brackets inside an identifier",
        arguments: [#""a<b"@x.example"#, #""a>b"@x.example"#, "a@[b>c]", "a@[b<c]"]
    )
    func identifier(text: String) {
        let message = Message(parsing: Array("References: <\(text)> <c@d>\n\n".utf8))
        #expect(message.references == [text, "c@d"])
        #expect(message.defects == [])
    }

    @Test(
        "a file name that starts with a backslash",
        arguments: [
            (#"\\3_\"4\".txt"#, #"\3_"4".txt"#), (#"\\x"#, #"\x"#),
            (#"\\bureau\scan.pdf"#, #"\\bureau\scan.pdf"#),
        ]
    )
    func fileName(quoted: String, expected: String) {
        var defects = DefectLog()
        let field = ParameterizedField(parsing: "attachment; filename=\"\(quoted)\"", &defects)
        #expect(field.parameters["filename"] == expected)
        #expect(defects.sentences == [])
    }

    @Test("line ends alone do not tell the order of octets")
    func lineEnds() {
        var defects = DefectLog()
        let octets: [UInt8] = [0x09, 0, 0x0D, 0, 0x0A, 0]
        #expect(Charset.decode(octets[...], label: "utf-16le", &defects) == "\t\r\n")
        #expect(defects.sentences == [])
    }
}
