import Foundation

/// One header field of a message (RFC 5322 §2.2).
package struct Field: Hashable, Sendable {
    package var fieldName: String
    /// Unfolded, so free of line breaks (§2.2.3); its encoded-words not yet decoded.
    package var fieldBody: String

    package init(fieldName: String, fieldBody: String) {
        self.fieldName = fieldName
        self.fieldBody = fieldBody
    }

    /// Whether the field has that name; field names have no case (§1.2.2).
    package func isNamed(_ name: String) -> Bool {
        fieldName.utf8.count == name.utf8.count
            && fieldName.utf8.elementsEqual(name.utf8) { $0.lowercased == $1.lowercased }
    }
}

/// A file that came with a message: counted and hashed, never kept.
package struct Attachment: Hashable, Sendable {
    /// Decoded (RFC 2183, 2231, and RFC 2047 as many senders misuse it); `nil` when none is given.
    package var filename: String?
    /// Lower case, as in `application/pdf`.
    package var mediaType: String
    /// Bytes after decoding of the transfer encoding.
    package var size: Int
    /// SHA-256 of those bytes in lower-case hexadecimal.
    package var sha256: String
    /// Whether the body shows it in its place, as the logo of a signature: other parts can call it by
    /// its Content-ID (RFC 2392), and nothing says that it is attached.
    package var isInline = false

    package init(filename: String?, mediaType: String, size: Int, sha256: String) {
        self.filename = filename
        self.mediaType = mediaType
        self.size = size
        self.sha256 = sha256
    }
}

/// What a delivery status notification says (RFC 3464), read from its parts or from its text.
package struct DeliveryReport: Hashable, Sendable {
    /// One recipient of the mail that is reported on (RFC 3464 §2.3).
    package struct Recipient: Hashable, Sendable {
        /// Final-Recipient, else Original-Recipient: the addr-spec alone.
        package var address: String
        package var action: Action
        /// Enhanced status code as in `5.1.1` (RFC 3463); `nil` when none can be read.
        package var status: String?
        /// Diagnostic-Code in the words of the reporting server.
        package var diagnostic: String?

        package init(address: String, action: Action, status: String?, diagnostic: String?) {
            self.address = address
            self.action = action
            self.status = status
            self.diagnostic = diagnostic
        }
    }

    /// RFC 3464 §2.3.3.
    package enum Action: String, Hashable, Sendable {
        case failed, delayed, delivered, relayed, expanded
    }

    package var recipients: [Recipient]
    /// Message-ID of the mail that is reported on, without angle brackets.
    package var originalMessageID: String?

    package init(recipients: [Recipient], originalMessageID: String?) {
        self.recipients = recipients
        self.originalMessageID = originalMessageID
    }
}

/// One node of the MIME tree (RFC 2045, 2046), without its bytes.
package struct BodyPart: Hashable, Sendable {
    /// Lower case, as in `text/plain`; the default of RFC 2045 §5.2 when none is given.
    package var mediaType: String
    /// Parameter names in lower case, values decoded (RFC 2231).
    package var parameters: [String: String]
    /// Lower case, as in `attachment`; `nil` when there is no Content-Disposition.
    package var disposition: String?
    package var filename: String?
    package var children: [BodyPart]

    package init(
        mediaType: String,
        parameters: [String: String] = [:],
        disposition: String? = nil,
        filename: String? = nil,
        children: [BodyPart] = []
    ) {
        self.mediaType = mediaType
        self.parameters = parameters
        self.disposition = disposition
        self.filename = filename
        self.children = children
    }
}

/// A stretch of a message's text that the HTML it was made from sets apart with a mail program's mark.
package struct TextMark: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The lines that announce a quoted mail, as in Thunderbird's `moz-cite-prefix`.
        case quoteHeader
        /// The lines that announce a forwarded mail.
        case forwardHeader
        /// Quoted or forwarded mail that no `>` marks.
        case quoted
        case signature
    }

    package var kind: Kind
    /// In octets of UTF-8 in `Message.text`: whole lines, without the line break of the last.
    package var span: Range<Int>

    package init(kind: Kind, span: Range<Int>) {
        self.kind = kind
        self.span = span
    }

    func moved(by octets: Int) -> TextMark {
        TextMark(kind: kind, span: (span.lowerBound + octets)..<(span.upperBound + octets))
    }
}

/// A message as a value (RFC 5322): any bytes give one, and what was odd is noted in `defects`.
package struct Message: Hashable, Sendable {
    /// The whole header in order, unfolded, encoded-words not decoded.
    package var fields: [Field] = []
    /// Without angle brackets; `nil` when there is none.
    package var messageID: String?
    package var inReplyTo: [String] = []
    package var references: [String] = []
    /// `nil` when there is none or it cannot be read.
    package var date: Date?
    /// Decoded; `nil` when there is no Subject.
    package var subject: String?
    package var from: [Address] = []
    package var to: [Address] = []
    package var cc: [Address] = []
    package var replyTo: [Address] = []
    package var reversePath: ReversePath = .unknown
    package var root = BodyPart(mediaType: "text/plain")
    /// The text/plain parts, or the HTML turned into text where there is no plain part; `\n` line ends.
    package var text: String = ""
    /// Whether `text` was made from HTML.
    package var textIsFromHTML = false
    /// What the HTML of `text` sets apart, by where it begins; marks may hold others, and never cross.
    package var marks: [TextMark] = []
    /// The decoded HTML that a mail program would show, when there is a text/html body.
    package var html: String?
    package var attachments: [Attachment] = []
    package var deliveryReport: DeliveryReport?
    /// The header of the first mail, or header of one, that stands among the parts.
    package var returned: ReturnedHeader?
    /// How it is signed or encrypted; `nil` when it is neither.
    package var protection: Protection?
    /// What was malformed and how it was read all the same, a sentence each.
    package var defects: [String] = []
    /// Identity of the message in lower-case hexadecimal: SHA-256 over the unfolded Message-ID, Date,
    /// From and Subject, the length of the body and its first 65,536 octets. Trace fields do not
    /// count, so two deliveries of one mail are one.
    package var sha256: String = ""
    /// Octets of the whole message.
    package var size: Int = 0

    package init() {}

    /// The body of the first field of that name, without regard to case; `nil` when there is none.
    package func field(_ name: String) -> String? {
        fields.first { $0.isNamed(name) }?.fieldBody
    }

    /// The bodies of all fields of that name, in order.
    package func fieldBodies(_ name: String) -> [String] {
        fields.filter { $0.isNamed(name) }.map(\.fieldBody)
    }
}
