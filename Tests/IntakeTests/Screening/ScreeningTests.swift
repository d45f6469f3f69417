import Mail
import Testing

@testable import Intake

@Suite("Screening") struct ScreeningTests {
    @Test("what a person wrote is answered", arguments: ScreeningLookAlikes.all)
    func person(_ sample: ScreeningCase) {
        #expect(sample.screening() == .answer, "\(sample.name)")
    }

    @Test("what a person tells is answered", arguments: ScreeningTold.all)
    func told(_ sample: ScreeningCase) {
        #expect(sample.screening() == .answer, "\(sample.name)")
    }

    @Test(
        "the class that counts most is named",
        arguments: ScreeningLookAlikes.machines
    )
    func machine(_ sample: ScreeningCase, _ expected: Screening.AutomaticClass) {
        let screener = Screener(ownAddresses: [])
        let reason = screener.automaticReason(of: sample.message, reading: read(sample.message))
        #expect(reason?.automatic == expected, "\(sample.name): \(reason?.code ?? "none")")
    }

    @Test(
        "Auto-Submitted is parsed",
        arguments: [
            ("no", nil), ("No; owner=x", nil), ("(robot) no", nil), ("", nil),
            ("auto-replied", "auto-replied"),
            ("auto-generated (warning-timeout)", "auto-submitted"),
            ("auto-notified; x=y", "auto-submitted"),
            ("AUTO-REPLIED", "auto-replied"), ("(((", nil), ("auto-replied(x)", "auto-replied"),
        ] as [(String, String?)]
    )
    func autoSubmitted(_ value: String, _ code: String?) {
        let sample = ScreeningCase("value", fields: ["Auto-Submitted": value])
        #expect(sample.screening().reason?.code == code)
    }

    @Test(
        "DMARC counts from a trusted server only",
        arguments: [
            ("mx.anct.example; dmarc=fail", true),
            ("mx.anct.example 1; dmarc = fail (p=reject)", true),
            ("MX.ANCT.EXAMPLE; dkim=pass; dmarc=fail reason=\"x\"", true),
            ("other.example; dmarc=fail", false),
            ("mx.anct.example; dmarc=pass", false), ("mx.anct.example; spf=fail", false),
            ("(dmarc=fail) mx.anct.example; none", false), ("", false), (";;;===", false),
        ]
    )
    func dmarc(_ value: String, _ fails: Bool) {
        let sample = ScreeningCase("value", fields: ["Authentication-Results": value])
        #expect((sample.screening().reason?.code == "dmarc-fail") == fails)
    }

    @Test("a no-reply address with a person's request is kept for staff as a person's")
    func noReply() {
        let screening = ScreeningCase("form", from: "contact-noreply@ville.example").screening()
        guard case .fileOnly(let reason) = screening else {
            Issue.record("\(screening)")
            return
        }
        #expect(reason.automatic == nil)
    }

    @Test("an allowance lifts lists and notifications, nothing else") func allowance() {
        let list = ScreeningCase(
            "list",
            from: "allowed@ville.example",
            fields: ["Precedence": "bulk", "List-Id": "<x.y>"]
        )
        #expect(list.screening() == .answer)
        let reply = ScreeningCase(
            "reply",
            from: "allowed@ville.example",
            fields: ["Auto-Submitted": "auto-replied"]
        )
        #expect(reply.screening().reason?.code == "auto-replied")
    }

    @Test("our own group address makes no list of our mail") func ownGroup() {
        let sample = ScreeningCase(
            "group",
            fields: [
                "List-Id": "<incubateur.anct.example>",
                "List-Post": "<mailto:incubateur@anct.example>",
                "Precedence": "list", "List-Unsubscribe": "<mailto:x@anct.example>",
            ]
        )
        #expect(sample.screening() == .answer)
    }

    @Test(
        "evidence is one printable line",
        arguments: [
            "yes\u{1B}[2J", "yes\u{7}\u{9B}", "yes\u{202E}", "yes\u{0}\n\r",
            "yes" + String(repeating: "e\u{301}\u{301}", count: 5000),
        ]
    )
    func evidence(_ value: String) throws {
        let sample = ScreeningCase("value", fields: ["X-Autoreply": value])
        let evidence = try #require(sample.screening().reason?.evidence)
        #expect(evidence.hasPrefix("en-tête X-Autoreply : yes"))
        #expect(evidence.unicodeScalars.count <= 301)
        #expect(
            evidence.unicodeScalars.allSatisfy {
                ![.control, .format].contains($0.properties.generalCategory)
            }
        )
    }

    @Test(
        "odd values crash nothing",
        arguments: ["", " ", ";", "(", "\\", "\u{0}", "<>", "@", "é;=("]
    )
    func odd(_ value: String) {
        var message = Message()
        for test in ["Auto-Submitted", "List-Id", "X-Loop", "Authentication-Results", "Precedence"]
        {
            message.fields.append(Field(fieldName: test, fieldBody: value))
        }
        message.subject = value
        message.text = value
        message.from = [Address(displayName: value, localPart: value, domain: value)]
        _ = ScreeningCase.screener.screening(of: message, reading: read(message))
        _ = ScreeningCase.screener.screening(of: Message(), reading: read(Message()))
    }
}
