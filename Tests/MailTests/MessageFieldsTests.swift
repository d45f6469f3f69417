import Testing

@testable import Mail

@Suite("Fields of a message") struct MessageFieldsTests {
    private func message(_ lines: String...) -> Message {
        Message(parsing: [UInt8]((lines + ["", "text"]).joined(separator: "\r\n").utf8))
    }

    @Test(
        "of a field that may appear once, the first counts that says something",
        arguments: [
            ("a@example.org", "b@example.org", ["a@example.org"]),
            ("", "b@example.org", ["b@example.org"]),
            ("<>", "B <b@example.org>", ["b@example.org"]),
            ("A B", "b@example.org", ["b@example.org"]),
            ("", "", []),
        ] as [(String, String, [String])]
    )
    func repeatedFrom(first: String, second: String, expected: [String]) {
        let read = message("From: \(first)", "From: \(second)")
        #expect(read.from.map(\.addrSpec) == expected)
        #expect(
            read.defects.contains { $0.hasPrefix("The field from appears more") }
                != expected.isEmpty
        )
    }

    @Test(
        "the writer is one who can be answered, where there is one",
        arguments: [
            ("Accueil, jean@example.org", ["jean@example.org"]),
            ("jean@example.org, Accueil", ["jean@example.org"]), ("root", ["root"]),
            ("a@example.org, b@example.org", ["a@example.org", "b@example.org"]),
        ]
    )
    func answerable(fieldBody: String, expected: [String]) {
        #expect(message("From: \(fieldBody)").from.map(\.addrSpec) == expected)
    }

    @Test("the same for Date, Message-ID and Subject")
    func repeatedOthers() {
        let read = message(
            "Date: soon",
            "Date: Tue, 24 Nov 2026 09:12:00 +0100",
            "Date: Wed, 25 Nov 2026 09:12:00 +0100",
            "Message-ID: <>",
            "Message-ID: <a@b>",
            "Subject:",
            "Subject: Bonjour"
        )
        #expect(read.date?.ISO8601Format() == "2026-11-24T08:12:00Z")
        #expect(read.messageID == "a@b")
        #expect(read.subject == "Bonjour")
    }

    @Test("To, Cc and Reply-To are joined")
    func joined() {
        let read = message(
            "To: a@example.org",
            "To: b@example.org, c@example.org",
            "Cc: d@example.org",
            "Cc:",
            "Reply-To: e@example.org",
            "Reply-To: f@example.org"
        )
        #expect(read.to.map(\.localPart) == ["a", "b", "c"])
        #expect(read.cc.map(\.localPart) == ["d"])
        #expect(read.replyTo.map(\.localPart) == ["e", "f"])
    }

    @Test("Sender is not From, and what is missing stays empty")
    func missing() {
        let read = message("Sender: a@example.org", "Resent-From: b@example.org")
        #expect(read.from.isEmpty)
        #expect(read.subject == nil)
        #expect(read.date == nil)
        #expect(read.messageID == nil)
    }

    @Test(
        "subjects",
        arguments: [
            ("Subject:", ""), ("Subject:   ", ""), ("Subject: A", "A"), ("Subject:A", "A"),
            ("Subject: \t A  B\t", "A  B"), ("Subject: A\r\n B", "A B"),
            ("Subject: A\r\n  B", "A  B"), ("Subject: A\r\n\tB", "A B"),
            ("Subject: =?utf-8?Q?_A_?=", "A"), ("Subject: =?utf-8?Q?A?=\r\n =?utf-8?Q?B?=", "AB"),
            ("subject: A", "A"), ("SUBJECT: A", "A"),
        ]
    )
    func subject(field: String, expected: String) {
        #expect(message(field).subject == expected)
    }

    @Test(
        "the null reverse-path",
        arguments: ["<>", "< >", " <>  (bounce)", "(bounce) <>", "<(bounce)>"]
    )
    func nullPath(path: String) {
        #expect(message("Return-Path: \(path)").reversePath == .null)
    }

    @Test(
        "a reverse-path that cannot be read is not null",
        arguments: ["", "nonsense", "<MAILER-DAEMON>", "Jean <>", "<> <a>", "<>, b", "<", "()"]
    )
    func unknownPath(path: String) {
        #expect(message("Return-Path: \(path)").reversePath == .unknown)
    }

    @Test(
        "domains in other letters are written as A-labels",
        arguments: [
            ("bücher.example", "xn--bcher-kva.example"),
            ("BÜCHER.example", "xn--bcher-kva.example"),
            ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
            ("उदाहरण.परीक्षा", "xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g"),
            ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"),
        ]
    )
    func aLabels(domain: String, expected: String) {
        #expect(Mailbox(Address(localPart: "a", domain: domain))?.domain == expected)
    }
}
