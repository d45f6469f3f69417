/// A message as rules look at it.
package struct Writing: Sendable {
    package var subject: String
    /// The writer's own new words.
    package var body: String
    package var signature: String
    package var quotation: String
    /// Display name and address.
    package var sender: String
    package var attachmentNames: [String]
    /// Words that say who writes: kind of organisation, role; may be empty.
    package var author: String

    package init(
        subject: String = "",
        body: String = "",
        signature: String = "",
        quotation: String = "",
        sender: String = "",
        attachmentNames: [String] = [],
        author: String = ""
    ) {
        self.subject = subject
        self.body = body
        self.signature = signature
        self.quotation = quotation
        self.sender = sender
        self.attachmentNames = attachmentNames
        self.author = author
    }
}

/// Where words were met; the raw value stands in `matches` (CONTRACT: `field`).
package enum Place: String, Hashable, Sendable, CaseIterable, Comparable {
    case subject, body, signature, quotation, sender, attachment, author

    private var rank: UInt8 {
        switch self {
        case .subject: 0
        case .body: 1
        case .signature: 2
        case .quotation: 3
        case .sender: 4
        case .attachment: 5
        case .author: 6
        }
    }

    /// Its place in a set of places.
    var bit: UInt8 { 1 << rank }

    package static func < (left: Place, right: Place) -> Bool { left.rank < right.rank }
}
