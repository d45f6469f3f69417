extension Message {
    /// How much of a message is read: over a limit, what fits is read and a defect says so.
    package struct Limits: Hashable, Sendable {
        /// Octets of the whole message; what follows is not looked at.
        package var messageBytes = 50 * 1024 * 1024
        /// Header fields of the message and of each body part.
        package var headerFields = 1000
        /// Octets of one unfolded field body.
        package var fieldBytes = 256 * 1024
        /// Octets of all field bodies of the message or of one body part.
        package var headerBytes = 1024 * 1024
        /// Levels of multiparts and embedded messages.
        package var depth = 40
        /// Body parts of the whole message, multiparts included.
        package var parts = 500
        /// Octets of text parts, decoded from their transfer encoding, taken together.
        package var decodedTextBytes = 4 * 1024 * 1024
        /// Lines of the text, which readers hold one by one.
        package var textLines = 200_000
        /// Recipients of one delivery report.
        package var reportedRecipients = 1000
        /// Fields of one name that are read together, such as several To; RFC 5322 §3.6 allows one.
        package var repeats = 20
        /// Addresses of one header field.
        package var addresses = 1000
        /// Message identifiers of References or In-Reply-To; the last ones are kept.
        package var references = 200

        package init() {}
    }
}

/// Collects what was malformed, each kind once, so that no mail can fill the journal with them.
struct DefectLog {
    private(set) var sentences: [String] = []
    private static let capacity = 50

    /// Notes what a loop may meet a million times: the sentence is put together the first time only.
    mutating func note(_ sentence: @autoclosure () -> String, unless isNoted: inout Bool) {
        guard !isNoted else { return }
        isNoted = true
        note(sentence())
    }

    mutating func note(_ sentence: @autoclosure () -> String) {
        guard sentences.count < Self.capacity else { return }
        let sentence = Self.oneLine(sentence())
        if !sentences.contains(sentence) { sentences.append(sentence) }
    }

    /// What a sentence quotes from the message may hold line breaks and other control characters.
    private static func oneLine(_ sentence: String) -> String {
        guard sentence.utf8.contains(where: { $0 < .space || $0 == 0x7F }) else { return sentence }
        let octets = sentence.utf8.map { $0 < .space || $0 == 0x7F ? .space : $0 }
        return String(decoding: octets, as: UTF8.self)
    }
}
