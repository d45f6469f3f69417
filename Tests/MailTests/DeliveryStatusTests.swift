import Testing

@testable import Mail

@Suite("Delivery status") struct DeliveryStatusTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        var fields: [String]
        var expected: [String]

        init(_ name: String, _ fields: [String], _ expected: String...) {
            self.name = name
            self.fields = fields
            self.expected = expected
        }

        var testDescription: String { name }
    }

    static let rows = [
        Row(
            "names in any case, values folded",
            ["FINAL-RECIPIENT: RFC822;", " a@x.example", "ACTION: FAILED", "status:", " 5.1.1"],
            "a@x.example failed 5.1.1 -"
        ),
        Row(
            "comments",
            [
                "Final-Recipient: rfc822 (the last); a@x.example (Anne (the mayor))",
                "Action: (as stated) delayed (again)", "Status: (class 4) 4.2.2 (full)",
            ],
            "a@x.example delayed 4.2.2 -"
        ),
        Row(
            "a display name",
            ["Final-Recipient: rfc822; \"Petit, Anne\" <a@x.example>", "Action: failed"],
            "a@x.example failed - -"
        ),
        Row(
            "no type",
            ["Final-Recipient: <a@x.example>", "Status: 5.0.0"],
            "a@x.example failed 5.0.0 -"
        ),
        Row(
            "a colon after the type",
            ["Final-Recipient: rfc822: a@x.example", "Action: failed"],
            "a@x.example failed - -"
        ),
        Row(
            "utf-8-addr-xtext",
            ["Final-Recipient: utf-8; \\x{E9}lu@x.example", "Action: failed"],
            "élu@x.example failed - -"
        ),
        Row(
            "utf-8 as it is",
            ["Final-Recipient: utf-8; élu@x.example", "Action: failed"],
            "élu@x.example failed - -"
        ),
        Row(
            "Original-Recipient alone",
            ["Original-Recipient: rfc822; a@x.example", "Action: relayed", "Status: 2.0.0"],
            "a@x.example relayed 2.0.0 -"
        ),
        Row(
            "the final recipient is no address",
            [
                "Original-Recipient: rfc822; a@x.example", "Final-Recipient: X400; /S=A/C=FR/",
                "Action: failed",
            ],
            "a@x.example failed - -"
        ),
        Row(
            "the final recipient is a channel",
            [
                "Original-Recipient: rfc822; a@x.example", "Final-Recipient: rfc822; a@channel",
                "Action: failed",
            ],
            "a@x.example failed - -"
        ),
        Row(
            "xtext, but for what may be a detail",
            ["Original-Recipient: rfc822; a+2Bb@x.example", "Action: failed"],
            "a+b@x.example failed - -"
        ),
        Row(
            "a detail of digits",
            ["Original-Recipient: rfc822; a+42@x.example", "Action: failed"],
            "a+42@x.example failed - -"
        ),
        Row(
            "no empty line between recipients",
            [
                "Final-Recipient: rfc822; a@x.example", "Action: failed", "Status: 5.1.1",
                "Original-Recipient: rfc822; b@y.example", "Final-Recipient: rfc822; b@x.example",
                "Action: delayed", "Status: 4.4.1",
            ],
            "a@x.example failed 5.1.1 -",
            "b@x.example delayed 4.4.1 -"
        ),
        Row(
            "no empty line after the message's own fields",
            ["Arrival-Date: x", "Final-Recipient: rfc822; a@x.example", "Action: failed"],
            "a@x.example failed - -"
        ),
        Row(
            "an empty line after each field",
            [
                "Original-Recipient: rfc822; b@y.example", "",
                "Final-Recipient: rfc822; a@x.example",
                "", "Action: failed", "", "Status: 5.1.1", "",
                "Final-Recipient: rfc822; c@x.example",
                "", "Action: delivered",
            ],
            "a@x.example failed 5.1.1 -",
            "c@x.example delivered - -"
        ),
        Row(
            "empty lines of white space",
            [
                "Final-Recipient: rfc822; a@x.example", "Action: failed", "  \t",
                "Final-Recipient: rfc822; b@x.example", "Action: failed",
            ],
            "a@x.example failed - -",
            "b@x.example failed - -"
        ),
        Row(
            "the status in the diagnostic alone",
            [
                "Final-Recipient: rfc822; a@x.example", "Action: failed", "Status: 550",
                "Diagnostic-Code: smtp; 550-5.1.1 mx[5.4.3.2]", "   unknown",
            ],
            "a@x.example failed 5.1.1 550-5.1.1 mx[5.4.3.2] unknown"
        ),
        Row(
            "an encoded diagnostic",
            [
                "Final-Recipient: rfc822; a@x.example", "Action: failed",
                "Diagnostic-Code: x-fr; =?utf-8?q?bo=C3=AEte_pleine?=",
            ],
            "a@x.example failed - boîte pleine"
        ),
        Row(
            "an empty diagnostic",
            ["Final-Recipient: rfc822; a@x.example", "Action: failed", "Diagnostic-Code: smtp;"],
            "a@x.example failed - -"
        ),
    ]

    @Test("fields in disorder are read", arguments: rows, ["\r\n", "\n"])
    func fields(_ row: Row, lineEnd: String) {
        let lines =
            ["Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example", ""]
            + row.fields + [""]
        let message = Message(parsing: Array(lines.joined(separator: lineEnd).utf8))
        #expect((message.deliveryReport?.recipients ?? []).map(Self.summary) == row.expected)
    }

    private static func summary(_ recipient: DeliveryReport.Recipient) -> String {
        [
            recipient.address, recipient.action.rawValue, recipient.status ?? "-",
            recipient.diagnostic ?? "-",
        ].joined(separator: " ")
    }

    @Test(
        "in a report the parts are found under other types",
        arguments: [
            ("text/plain", "text/plain"), ("application/octet-stream", "message/rfc822"),
            ("text/plain; name=details.txt", "text/rfc822-headers"),
            (
                "message/delivery-status\r\nContent-Transfer-Encoding: base64",
                "application/octet-stream"
            ),
        ]
    )
    func mislabelled(status: String, returned: String) {
        var fields =
            "Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@x.example\r\nAction: failed\r\n"
        if status.contains("base64") {
            fields = """
                UmVwb3J0aW5nLU1UQTogZG5zOyB4DQoNCkZpbmFsLVJlY2lwaWVudDogcmZjODIyOyBhQHguZXhhbXBsZQ0KQWN0aW9u
                OiBmYWlsZWQNCg==
                """
        }
        let text = """
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: multipart/alternative; boundary=c

            --c

            For people
            --c--
            --b
            Content-Type: \(status)

            \(fields)
            --b
            Content-Type: \(returned)

            From: us@x.example
            To: Anne <a@x.example>
            Message-ID: <1@x.example>

            --b--
            """
        let message = Message(parsing: Array(text.utf8))
        #expect(message.deliveryReport?.recipients.map(\.address) == ["a@x.example"])
        #expect(message.deliveryReport?.originalMessageID == "1@x.example")
        #expect(message.returned?.to.map(\.addrSpec) == ["a@x.example"])
    }

    @Test("what an attached bounce reports is not the mail's own affair")
    func attached() {
        let text = """
            Content-Type: multipart/mixed; boundary=b

            --b

            Que faire ?
            --b
            Content-Type: message/rfc822

            Content-Type: message/delivery-status

            Final-Recipient: rfc822; a@x.example
            Action: failed
            --b--
            """
        #expect(Message(parsing: Array(text.utf8)).deliveryReport == nil)
    }

    @Test(
        "versions, dates and addresses are no enhanced status",
        arguments: [
            ("Exim 4.2.1", nil), ("v5.1.1", nil), ("mx[5.1.1.7]", nil), ("le 2.4.2026", nil),
            ("5.1.1b", nil), ("Exim-4.9.2", nil), ("(#5.1.1)", "5.1.1"), ("550-5.7.26 x", "5.7.26"),
            ("said 5.1.1.", "5.1.1"), ("1.1.5.1.1 then 4.4.7", "4.4.7"),
        ] as [(String, String?)]
    )
    func lookAlikes(text: String, expected: String?) {
        #expect(EnhancedStatus.first(in: text) == expected)
    }
}
