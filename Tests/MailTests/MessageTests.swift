import Testing

@testable import Mail

@Suite("Message") struct MessageTests {
    private func message(_ lines: String..., limits: Message.Limits = .init()) -> Message {
        Message(parsing: Array(lines.joined(separator: "\r\n").utf8), limits: limits)
    }

    @Test(
        "the reverse-path: missing is not null",
        arguments: [
            ("X: y", .unknown), ("Return-Path: <>", .null), ("Return-Path: < >", .null),
            (
                "Return-Path: <a@example.org>",
                .address(Address(localPart: "a", domain: "example.org"))
            ),
            (
                "Return-Path: a@example.org",
                .address(Address(localPart: "a", domain: "example.org"))
            ),
            ("Return-Path: nonsense", .unknown),
        ] as [(String, ReversePath)]
    )
    func reversePath(field: String, expected: ReversePath) {
        #expect(message(field, "", "text").reversePath == expected)
    }

    @Test("fields keep their order, unfolded, and are found without case")
    func fields() {
        let read = message("A: 1", "b: 2", " 3", "A:4", "", "text")
        #expect(read.fields.map(\.fieldName) == ["A", "b", "A"])
        #expect(read.fields.map(\.fieldBody) == ["1", "2 3", "4"])
        #expect(read.field("B") == "2 3")
        #expect(read.fieldBodies("a") == ["1", "4"])
        #expect(read.field("c") == nil)
    }

    @Test("parts are found by type")
    func parts() {
        let read = message(
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "Content-Type: text/plain",
            "",
            "a",
            "--b",
            "Content-Type: text/calendar; method=REQUEST",
            "",
            "c",
            "--b--"
        )
        #expect(read.contentType == "multipart/mixed")
        #expect(read.parts(ofType: "text/calendar").first?.parameters["method"] == "REQUEST")
        #expect(read.parts(ofType: "text/").map(\.mediaType) == ["text/plain", "text/calendar"])
        #expect(read.parts(ofType: "text").isEmpty)
    }

    @Test("two deliveries of one mail are one")
    func identity() {
        let fields = ["Message-ID: <a@b>", "Date: x", "From: a@b", "Subject: s"]
        let bare = message((fields + ["", "text"]).joined(separator: "\r\n"))
        let traced = message(
            (["Received: by x", "Return-Path: <>"] + fields + ["X: y", "", "text"])
                .joined(separator: "\r\n")
        )
        #expect(bare.sha256 == traced.sha256)
        #expect(bare.sha256.count == 64)
        for place in fields.indices {
            var others = fields
            others[place] += "x"
            #expect(
                message((others + ["", "text"]).joined(separator: "\r\n")).sha256 != bare.sha256
            )
            others.remove(at: place)
            #expect(
                message((others + ["", "text"]).joined(separator: "\r\n")).sha256 != bare.sha256
            )
        }
        #expect(message((fields + ["", "Text"]).joined(separator: "\r\n")).sha256 != bare.sha256)
        #expect(message((fields + ["", "texts"]).joined(separator: "\r\n")).sha256 != bare.sha256)
    }

    @Test("of a long body the length counts, and the beginning")
    func longIdentity() {
        let body = String(repeating: "x", count: 65_536)
        #expect(message("", body + "a").sha256 == message("", body + "b").sha256)
        #expect(message("", body).sha256 != message("", body + "x").sha256)
    }

    @Test(
        "only the first part of a report or a signed mail is text",
        arguments: ["report", "signed"]
    )
    func firstPart(subtype: String) {
        let read = message(
            "Content-Type: multipart/\(subtype); boundary=b",
            "",
            "--b",
            "",
            "for people",
            "--b",
            "",
            "for programs",
            "--b--"
        )
        #expect(read.text == "for people")
        #expect(read.attachments.map(\.size) == [12])
    }

    @Test(
        "without an Action the class of the status tells",
        arguments: [("5.1.1", .failed), ("4.2.2", .delayed), ("2.0.0", .delivered), ("x", .failed)]
            as [(String, DeliveryReport.Action)]
    )
    func action(status: String, expected: DeliveryReport.Action) {
        let read = message(
            "Content-Type: message/delivery-status",
            "",
            "Reporting-MTA: dns; x",
            "",
            "Final-Recipient: rfc822; <a@example.org>",
            "Status: \(status)"
        )
        #expect(read.deliveryReport?.recipients.map(\.action) == [expected])
        #expect(read.deliveryReport?.recipients.map(\.address) == ["a@example.org"])
        #expect(read.deliveryReport?.originalMessageID == nil)
    }

    @Test("a folded field has the identity of an unfolded one")
    func foldedIdentity() {
        let folded = message("Subject: a", " b", "", "text")
        #expect(folded.sha256 == message("Subject: a b", "", "text").sha256)
    }

    @Test("an inner boundary may start like the outer one")
    func boundaryPrefix() {
        let read = message(
            "Content-Type: multipart/mixed; boundary=a",
            "",
            "--a",
            "Content-Type: multipart/mixed; boundary=a-a",
            "",
            "--a-a",
            "",
            "one",
            "--a-a",
            "",
            "two",
            "--a-a--",
            "--a",
            "",
            "three",
            "--a--"
        )
        #expect(read.text == "one\ntwo\nthree")
        #expect(read.defects.isEmpty)
    }

    @Test("fields and text over a limit are cut and named in the defects")
    func fieldLimits() {
        var limits = Message.Limits()
        limits.headerFields = 2
        limits.fieldBytes = 10
        limits.decodedTextBytes = 5
        let long = message(
            "A: 1",
            "B: 12345678901234",
            "C: 3",
            "",
            "0123é6789",
            limits: limits
        )
        #expect(long.fields.map(\.fieldBody) == ["1", "123456789"])
        #expect(long.text == "0123")
        #expect(long.defects.count == 3)
    }

    @Test("a header over its limit loses its last fields, not its body")
    func headerLimit() {
        var limits = Message.Limits()
        limits.headerBytes = 10
        let wide = message("A: 1234", "B: 1234", "C: 1234", "", "text", limits: limits)
        #expect(wide.fields.map(\.fieldName) == ["A", "B"])
        #expect(wide.text == "text")
        #expect(wide.defects == ["The header is over 10 octets; later fields were not read."])
    }

    @Test("what is over the limit of a message is not looked at")
    func messageLimit() {
        var limits = Message.Limits()
        limits.messageBytes = 12
        let cut = message("Subject: a", "", "text", limits: limits)
        #expect(cut.size == 18)
        #expect(cut.text.isEmpty)
        #expect(cut.defects == ["The message is over 12 octets; the rest was not read."])
    }

    @Test("body parts over the limit are not read")
    func partLimit() {
        var limits = Message.Limits()
        limits.parts = 3
        let lines = (1...5).flatMap { ["--b", "", "\($0)"] }
        let many = message(
            "Content-Type: multipart/mixed; boundary=b",
            "",
            lines.joined(separator: "\r\n"),
            "--b--",
            limits: limits
        )
        #expect(many.root.children.count == 2)
        #expect(many.defects.count == 1)
    }

    @Test(
        "where there is no plain text, the HTML is read",
        arguments: [("plain", "plain", false), ("", "html", true), (" \r\n", "html", true)]
    )
    func alternative(plain: String, expected: String, isFromHTML: Bool) {
        let read = message(
            "Content-Type: multipart/alternative; boundary=b",
            "",
            "--b",
            "",
            plain,
            "--b",
            "Content-Type: text/html",
            "",
            "<p>html</p>",
            "--b--"
        )
        #expect(read.text == expected)
        #expect(read.textIsFromHTML == isFromHTML)
        #expect(read.html == "<p>html</p>")
        #expect(read.attachments.isEmpty)
    }

    @Test("plain and HTML of the same words are read once")
    func sameTwice() {
        let read = message(
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "",
            "Bonjour à tous",
            "--b",
            "Content-Type: text/html",
            "",
            "<p>Bonjour <b>à tous</b></p>",
            "--b--"
        )
        #expect(read.text == "Bonjour à tous")
    }

    @Test(
        "an enhanced status is found in the words of a server",
        arguments: [
            ("5.1.1", "5.1.1"), ("5.1.1 (unknown)", "5.1.1"), ("550 5.7.1 no", "5.7.1"),
            ("550 no 1.2.3", nil), ("4.4.10", "4.4.10"), ("192.0.2.1", nil), ("5.1", nil),
            ("", nil),
        ] as [(String, String?)]
    )
    func enhancedStatus(text: String, expected: String?) {
        #expect(EnhancedStatus.first(in: text) == expected)
    }
}
