import Mail
import Testing

@testable import Intake

/// One body and how a person would cut it.
struct ReadingCase: Sendable, CustomTestStringConvertible {
    var name: String
    var subject: String
    var from: Address
    var text: String
    var newText: String
    var signature: String?
    var readsForward: Bool
    var forwarderText: String?

    init(
        _ name: String,
        subject: String = "Demande",
        from: Address = Address(
            displayName: "Nathalie Perrin",
            localPart: "n.perrin",
            domain: "ville-lannion.example"
        ),
        _ text: String,
        new newText: String,
        signature: String? = nil,
        readsForward: Bool = false,
        forwarder forwarderText: String? = nil
    ) {
        self.name = name
        self.subject = subject
        self.from = from
        self.text = text
        self.newText = newText
        self.signature = signature
        self.readsForward = readsForward
        self.forwarderText = forwarderText
    }

    var testDescription: String { name }

    var message: Message {
        var message = Message()
        message.subject = subject
        message.from = [from]
        message.text = text
        return message
    }

    func check() {
        let reading = read(message)
        #expect(reading.newText == newText, "\(name)")
        #expect(reading.signature == signature, "\(name)")
        #expect(reading.readsForward == readsForward, "\(name)")
        #expect(reading.forwarderText == forwarderText, "\(name)")
    }
}
