import Foundation
import Testing

@testable import Mail

@Suite("Draft") struct DraftTests {
    /// What tries to start a field of its own, end the header, or end the message.
    static let injections = [
        "a\r\nBcc: spy@example.org", "a\nBcc: spy@example.org", "a\rBcc: spy@example.org",
        "a\r\n\r\n<script>", "a\u{0}b", "a\u{85}Bcc: x", "a\u{2028}Bcc: x", "a\u{B}b\u{C}c",
        "=?utf-8?Q?a=0D=0ABcc:_spy?=", "a\r\n.\r\nMAIL FROM:<x>",
    ]

    private func draft() throws -> Draft {
        let from = try #require(Mailbox(parsing: "Incubateur <incubateur@anct.example>"))
        let to = try #require(Mailbox(parsing: "a@example.org"))
        return Draft(
            from: from,
            to: [to],
            subject: "Votre demande",
            date: Date(timeIntervalSince1970: 1_795_511_520),
            messageID: try #require(MessageID("42@anct.example")),
            text: "Bonjour,\n\nMerci.\n"
        )
    }

    private func text(_ draft: Draft) -> String { String(decoding: draft.bytes(), as: UTF8.self) }

    private func names(_ draft: Draft) -> [String] {
        Message(parsing: draft.bytes()).fields.map(\.fieldName)
    }

    /// What holds of everything we send.
    private func expectSound(_ octets: [UInt8], _ comment: Comment) {
        #expect(
            octets.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 13 || $0 == 10 || $0 == 9) },
            comment
        )
        let lines = String(decoding: octets, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { !$0.utf8.contains(10) && !$0.utf8.contains(13) }, comment)
        #expect(lines.allSatisfy { $0.utf8.count <= 998 }, comment)
        #expect(lines.allSatisfy { !$0.hasPrefix(".") && !$0.hasPrefix("From ") }, comment)
        let body = lines.drop { !$0.isEmpty }
        #expect(body.allSatisfy { $0.utf8.count <= 76 }, comment)
        #expect(lines.last?.isEmpty == true, comment)
    }

    @Test("a plain mail, octet by octet")
    func plain() throws {
        let expected = """
            Date: Tue, 24 Nov 2026 09:12:00 +0000
            From: Incubateur <incubateur@anct.example>
            To: a@example.org
            Subject: Votre demande
            Message-ID: <42@anct.example>
            MIME-Version: 1.0
            Content-Language: fr
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Bonjour,

            Merci.

            """
        #expect(text(try draft()) == expected.replacingOccurrences(of: "\n", with: "\r\n"))
    }

    @Test("all fields come back as they were given")
    func roundTrip() throws {
        var draft = try draft()
        draft.cc = [
            try #require(
                Mailbox(Address(displayName: "B, A", localPart: "b", domain: "x.example"))
            ),
            try #require(
                Mailbox(Address(displayName: "Élu", localPart: "\"e l\"", domain: "évreux.example"))
            ),
        ]
        draft.replyTo = Mailbox(parsing: "r+1@anct.example")
        draft.subject = "Réf. 2026-00042 : « cantine »"
        draft.inReplyTo = MessageID("1@x")
        draft.references = [try #require(MessageID("0@x")), try #require(MessageID("1@x"))]
        draft.autoSubmitted = .autoReplied
        draft.extraFields = [.loop("anct.example"), .suppressesAutoResponses]
        draft.timeZone = try #require(TimeZone(identifier: "Europe/Paris"))
        draft.html = "<p>Merci à vous&nbsp;!</p>"
        expectSound(draft.bytes(), "whole")
        let message = Message(parsing: draft.bytes())
        #expect(message.defects.isEmpty)
        #expect(message.from == [draft.from.address])
        #expect(message.to == draft.to.map(\.address))
        #expect(message.cc.map(\.displayName) == ["B, A", "Élu"])
        #expect(message.cc.map(\.addrSpec) == ["b@x.example", "\"e l\"@xn--vreux-9ra.example"])
        #expect(message.replyTo.map(\.addrSpec) == ["r+1@anct.example"])
        #expect(message.subject == "Réf. 2026-00042 : « cantine »")
        #expect(message.messageID == "42@anct.example")
        #expect(message.inReplyTo == ["1@x"])
        #expect(message.references == ["0@x", "1@x"])
        #expect(message.date == draft.date)
        #expect(message.field("Auto-Submitted") == "auto-replied")
        #expect(message.field("X-Loop") == "anct.example")
        #expect(message.field("X-Auto-Response-Suppress") == "All")
        #expect(message.field("Date")?.hasSuffix("+0100") == true)
        #expect(message.text == "Bonjour,\n\nMerci.\n")
        #expect(message.html == "<p>Merci à vous&nbsp;!</p>\r\n")
        #expect(message.contentType == "multipart/alternative")
        #expect(message.attachments.isEmpty)
    }

    @Test("no text breaks out of its field", arguments: injections)
    func injection(text: String) throws {
        let fields = names(try draft())
        var hostile = try draft()
        hostile.subject = HeaderText(text)
        hostile.extraFields = [.loop(HeaderText(text))]
        hostile.language = HeaderText(text)
        let address = Address(displayName: text, localPart: "a", domain: "example.org")
        hostile.to = [try #require(Mailbox(address))]
        hostile.from = try #require(Mailbox(address))
        hostile.cc = [try #require(Mailbox(address)), try #require(Mailbox(address))]
        hostile.text = text
        let bytes = hostile.bytes()
        expectSound(bytes, "\(text)")
        let message = Message(parsing: bytes)
        #expect(Set(message.fields.map(\.fieldName)) == Set(fields + ["Cc", "X-Loop"]))
        #expect(message.to.count == 1)
        #expect(message.to.first?.addrSpec == "a@example.org")
        #expect(message.subject == HeaderText(text).text)
        #expect(message.root.children.isEmpty)
    }

    @Test(
        "an identifier is written only where it cannot hide another",
        arguments: [
            (#""a b"@c"#, false), (#""a"@c"#, true), (#"a"b@c"#, false), (#""a\""@c"#, true),
            (#""a\"@c"#, false), ("a<b@c", false), ("a@b", true), ("", false),
        ]
    )
    func identifiers(text: String, isWritten: Bool) {
        #expect((MessageID(text) != nil) == isWritten)
    }

    @Test("no address, identifier or name carries a line break", arguments: injections)
    func refusal(text: String) {
        #expect(MessageID(text) == nil || !text.contains { $0.isNewline })
        #expect(Mailbox(Address(localPart: text, domain: "example.org")) == nil)
        #expect(Mailbox(Address(localPart: "a", domain: text)) == nil)
        #expect(
            Mailbox(Address(localPart: "\"\(text)\"", domain: "example.org")) == nil
                || text.hasPrefix("=?")
        )
        #expect(Mailbox(parsing: text) == nil)
        #expect(ExtraField(text, "x") == nil)
        #expect(ExtraField("X-\(text)", "x") == nil)
    }

    @Test(
        "fields that the draft writes itself cannot be given twice",
        arguments: [
            "From", "bcc", "SUBJECT", "Content-Type", "content-transfer-encoding", "", "a b", "a:",
        ]
    )
    func reserved(name: String) { #expect(ExtraField(name, "x") == nil) }

    @Test(
        "subjects and names come back",
        arguments: [
            "a", "Réunion", "😀 émoji 👨‍👩‍👧‍👦🇫🇷", "=?utf-8?Q?non?=", "a  b",
            "\"guillemets\" \\ et, virgule",
            String(repeating: "long ", count: 60) + "fin", String(repeating: "x", count: 2000),
            String(repeating: "é", count: 500), String(repeating: "👨‍👩‍👧‍👦", count: 30), "a: b; c <d@e>",
            "(parenthèses)", "?=", "=", "_", "a_b", "e\u{301}", "Z̸̡̛̼͔̠̘̪̲a̵", "tab\tici", "日本語の件名",
            "Dr. Who", "From ", ".",
            String(repeating: "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", count: 20),
        ]
    )
    func headerRoundTrip(text: String) throws {
        var draft = try draft()
        draft.subject = HeaderText(text)
        let address = Address(displayName: text, localPart: "a", domain: "example.org")
        draft.to = [try #require(Mailbox(address)), try #require(Mailbox(address))]
        let bytes = draft.bytes()
        expectSound(bytes, "\(text)")
        let message = Message(parsing: bytes)
        #expect(message.subject == HeaderText(text).text)
        #expect(message.to.map(\.displayName) == [HeaderText(text).text, HeaderText(text).text])
        #expect(message.defects.isEmpty)
        for line in String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 78)
        }
    }

    @Test(
        "bodies come back",
        arguments: [
            "", "a", "a\n", "\n", "\n\n\n", "espace finale \n", "tab\t\n\t", "=", "=3D",
            ".\n..\n.a",
            "From moi\nFrom toi", "--=_\n--b--", "é\nà", "😀👨‍👩‍👧‍👦", "a\u{0}b", "-- \nsig",
            String(repeating: "x", count: 75), String(repeating: "x", count: 76),
            String(repeating: "x", count: 77), String(repeating: "é", count: 200),
            String(repeating: "mot ", count: 100), String(repeating: " ", count: 200),
            String(repeating: "x", count: 75) + ".", String(repeating: "x", count: 75) + "From a",
            String(repeating: ".", count: 200), String(repeating: "x", count: 74) + " ",
        ]
    )
    func bodyRoundTrip(text: String) throws {
        var draft = try draft()
        draft.text = text
        let expected = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
        let isBlank = text.allSatisfy(\.isWhitespace)
        let read = isBlank ? "" : expected.replacingOccurrences(of: "\u{0}", with: "")
        expectSound(draft.bytes(), "\(text)")
        #expect(Message(parsing: draft.bytes()).text == read)
        draft.html = text
        expectSound(draft.bytes(), "\(text)")
        let message = Message(parsing: draft.bytes())
        #expect(message.root.children.map(\.mediaType) == ["text/plain", "text/html"])
        if !isBlank { #expect(message.text == read) }
    }

    @Test("random text comes back", arguments: 0..<10)
    func random(seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        let alphabet = [
            "a", "é", "😀", " ", "  ", "\n", "=", ".", "\t", "From ", "-", "?", "\"", "œ", "x.",
        ]
        for _ in 0..<20 {
            let count = Int.random(in: 1...200, using: &generator)
            let text = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? "" }
                .joined()
            var draft = try draft()
            draft.text = "a\(text)\n"
            draft.subject = HeaderText(text)
            expectSound(draft.bytes(), "\(text)")
            let message = Message(parsing: draft.bytes())
            #expect(message.text == "a\(text)\n")
            #expect(message.subject == HeaderText(text).text)
        }
    }

    @Test("no character is split over two lines", arguments: ["é", "€", "😀", "aé", "ab€"])
    func wholeCharacters(unit: String) {
        let encoded = QuotedPrintable.encode(String(repeating: unit, count: 100))
        for line in encoded.split(separator: UInt8.lf) {
            var defects = DefectLog()
            let decoded = QuotedPrintable.decode(line, &defects)
            #expect(String(validating: decoded, as: UTF8.self) != nil)
        }
    }

    @Test("CR and CRLF in a body are line ends too")
    func lineEnds() throws {
        var draft = try draft()
        draft.text = "a\r\nb\rc\n"
        #expect(Message(parsing: draft.bytes()).text == "a\nb\nc\n")
    }

    @Test("the same draft gives the same octets, another Message-ID another boundary")
    func determinism() throws {
        var draft = try draft()
        draft.html = "x"
        #expect(draft.bytes() == draft.bytes())
        let first = Message(parsing: draft.bytes()).root.parameters["boundary"]
        draft.messageID = try #require(MessageID("43@anct.example"))
        #expect(Message(parsing: draft.bytes()).root.parameters["boundary"] != first)
    }

    @Test("very long References keep the first and the latest")
    func references() throws {
        var draft = try draft()
        draft.references = try (0..<500).map { try #require(MessageID("\($0)@example.org")) }
        expectSound(draft.bytes(), "references")
        let read = Message(parsing: draft.bytes()).references
        #expect(read.count == 50)
        #expect(read.first == "0@example.org")
        #expect(read.last == "499@example.org")
        draft.references = [try #require(MessageID(String(repeating: "x", count: 900)))]
        expectSound(draft.bytes(), "one long reference")
        #expect(Message(parsing: draft.bytes()).references == draft.references.map(\.text))
    }

    @Test(
        "A-labels",
        arguments: [
            ("bücher", "xn--bcher-kva"), ("évreux", "xn--vreux-9ra"), ("münchen", "xn--mnchen-3ya"),
            ("ascii", "ascii"), ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"),
        ]
    )
    func punycode(label: String, expected: String) {
        #expect(Punycode.aLabel(label) == expected)
    }
}
