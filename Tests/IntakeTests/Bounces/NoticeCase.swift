import Mail
import Testing

@testable import Intake

/// A notice in words alone, and what it says of each recipient: address, action, status.
struct NoticeCase: Sendable, CustomTestStringConvertible {
    var name: String
    var subject: String
    var text: String
    var expected: [String]
    var originalMessageID: String?

    init(
        _ name: String,
        subject: String = "Undelivered Mail",
        _ text: String,
        _ expected: String...,
        id: String? = nil
    ) {
        self.name = name
        self.subject = subject
        self.text = text
        self.expected = expected
        originalMessageID = id
    }

    var testDescription: String { name }

    var message: Message {
        var message = Message()
        message.subject = subject
        message.from = [Address(localPart: "mailer-daemon", domain: "mx.example")]
        message.to = [Address(localPart: "incubateur", domain: "anct.example")]
        message.reversePath = .null
        message.text = text
        return message
    }
}

extension DeliveryReport.Recipient {
    /// `jean@example.org failed 5.1.1`.
    var summary: String { "\(address) \(action.rawValue) \(status ?? "-")" }
}
