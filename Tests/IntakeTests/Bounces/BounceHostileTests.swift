import Mail
import Testing

@testable import Intake

/// Notices made to be slow or to trap the reader.
@Suite("Hostile notices") struct BounceHostileTests {
    private static let lines: [String] = [
        "@", "@@@@@@@@", "a@", "@b.example", "a@b.example", "<a@b.example>: 550 5.1.1 x", "<<<",
        ">>>",
        "<<< 550-5.1.1 <a@b.example>", ">>> RCPT TO:<a@b.example>", "Reporting-MTA: dns; x",
        "Final-Recipient: rfc822; a@b.example", "Reason:", "(expanded from", "(reason: (((((",
        ": : : :",
        "Your message to a@b.example could not be delivered:", "5.1.1", "5.", "550", "\"@b.example",
        "a@[", "a@b.example\t\ta@b.example", "\u{A0}\u{2019}«a@b.example»", "-- -- --",
        "é@é.example:",
        "<<a@b.example>>", "#550 5.1.1 ##", "##", "]", "''", "a@b.example (", "Message-ID: <>",
        "message id is <@", "\u{0}\u{0}a@b.example\u{0}",
    ]

    @Test("four times the lines take four times the steps", arguments: lines)
    func steps(_ line: String) {
        let (small, large) = (Self.steps(line, 1000), Self.steps(line, 4000))
        #expect(large <= 5 * small + 100_000)
    }

    private static func steps(_ line: String, _ count: Int) -> Int {
        let message = Self.message(String(repeating: line + "\n", count: count))
        return Steps.counted { _ = deliveryReport(of: message) }
    }

    @Test("a line of any length is cut", arguments: lines)
    func longLine(_ line: String) {
        let text = String(repeating: line + " ", count: 40_000 / line.utf8.count)
        let report = deliveryReport(of: Self.message(text))
        #expect((report?.recipients.count ?? 0) <= 1)
    }

    @Test("no more recipients are kept than a report may name")
    func recipients() {
        let text = (0..<15_000).map { "<u\($0)@ville-x.example>: 550 5.1.1 unknown" }
        let report = deliveryReport(of: Self.message(text.joined(separator: "\n")))
        #expect(report?.recipients.count == 1000)
        #expect(report?.recipients.last?.address == "u999@ville-x.example")
    }

    @Test("a text of a million lines is read in its beginning")
    func millionLines() {
        let text =
            "<jean@ville-x.example>: 550 5.1.1 unknown\n\n"
            + String(repeating: "a@b.example: x\n", count: 1_000_000)
        let message = Self.message(text)
        let steps = Steps.counted { _ = deliveryReport(of: message) }
        #expect(steps < 200 * 1024 * 1024)
        #expect(deliveryReport(of: message)?.recipients.first?.address == "jean@ville-x.example")
    }

    @Test("any two lines after one another give a value", arguments: lines)
    func pairs(_ first: String) {
        for second in Self.lines {
            for gap in ["\n", "\n    "] {
                let report = deliveryReport(of: Self.message(first + gap + second))
                for recipient in report?.recipients ?? [] {
                    #expect(recipient.address.contains("@"))
                    #expect(recipient.diagnostic?.contains("\n") != true)
                }
            }
        }
    }

    private static func message(_ text: String) -> Message {
        NoticeCase("hostile", text).message
    }
}
