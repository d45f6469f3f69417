import Foundation
import Mail

/// What the sender newly wrote, set apart from what the mail program or the organisation added.
package struct Reading: Hashable, Sendable {
    /// Without quoted or forwarded mail, signature, disclaimer.
    package var newText: String
    package var signature: String?
    /// Quoted and forwarded mail, as it stood.
    package var quotation: String?
    package var disclaimer: String?
    /// Whether the classified text is a forwarded one, because next to nothing new was written.
    package var readsForward: Bool
    /// What the forwarder wrote above, when `readsForward`: `newText` is then the forwarded mail's.
    package var forwarderText: String?
    /// The forwarder's signature, when `readsForward`: `signature` is then that of who asks.
    package var forwarderSignature: String?
    /// Who wrote the forwarded text that is read, as its header lines say; never written to.
    package var originalSender: Address?

    /// Everything the text holds but blank lines, in order, each stretch by what it is.
    package var parts: [Part] = []
    /// The mails forwarded one in the other, the outermost first, whether they are read or not.
    package var forwards: [ForwardedMail] = []
    /// What was written between quoted lines, each with the lines it answers.
    package var answers: [Answer] = []

    /// The sender's own words, whatever is classified.
    package var sendersText: String { forwarderText ?? newText }
    /// The sender's own signature, whatever is classified.
    package var sendersSignature: String? { readsForward ? forwarderSignature : signature }

    /// The signature without what mail programs, telephones and thrifty offices write under a mail.
    package var namedSignature: String? {
        let lines = (signature ?? "").split(
            omittingEmptySubsequences: false,
            whereSeparator: \.isNewline
        )
        let own = lines.filter { !ClientMarks.isMark(Wording($0, limit: BodyLine.foldedLimit)) }
            .joined(separator: "\n").trimmingCharacters(in: .newlines)
        return own.isEmpty ? nil : own
    }

    package init(
        newText: String,
        signature: String? = nil,
        quotation: String? = nil,
        disclaimer: String? = nil,
        readsForward: Bool = false
    ) {
        self.newText = newText
        self.signature = signature
        self.quotation = quotation
        self.disclaimer = disclaimer
        self.readsForward = readsForward
    }
}

extension Reading {
    /// A stretch of whole lines that are of one kind.
    package struct Part: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            /// The writer's new words.
            case own
            case signature
            /// A notice of the organisation, the gateway or the mailing list.
            case disclaimer
            /// Quoted or forwarded mail with the lines that announce it.
            case quotation
            /// The line between text and signature, as in "-- " (RFC 3676 §4.3).
            case delimiter
        }

        package var kind: Kind
        /// In octets of UTF-8 in `Message.text`, without the last line's end.
        package var span: Range<Int>
    }

    /// A mail that the sender passed on, as the lines above it announce it.
    package struct ForwardedMail: Hashable, Sendable {
        /// Who wrote it; never written to. `nil` when the header does not say.
        package var sender: Address?
        /// When it was sent, as written; `nil` when the header does not say.
        package var date: String?
        /// As written; `nil` when the header does not say.
        package var subject: String?
        /// What it holds; the spans are of the whole message's text, too.
        package var parts: [Part]
    }

    /// Words written below the quoted lines they answer.
    package struct Answer: Hashable, Sendable {
        /// Without its quote marks and header.
        package var quoted: String
        package var text: String
    }
}

extension Reading {
    /// In octets, of each part: more than the longest letter, and little enough that a mail of many
    /// megabytes does not hold up the others.
    private static let lookedAtOctets = 128 * 1024

    /// The beginning of each part, which is all that rules and readers of names look at.
    var lookedAt: Reading {
        var reading = self
        reading.newText = newText.beginning(octets: Self.lookedAtOctets)
        reading.signature = signature?.beginning(octets: Self.lookedAtOctets)
        reading.quotation = quotation?.beginning(octets: Self.lookedAtOctets)
        reading.disclaimer = disclaimer?.beginning(octets: Self.lookedAtOctets)
        reading.forwarderText = forwarderText?.beginning(octets: Self.lookedAtOctets)
        reading.forwarderSignature = forwarderSignature?.beginning(octets: Self.lookedAtOctets)
        return reading
    }
}

extension String {
    /// As many whole code points from the start as fit.
    func beginning(octets: Int) -> String {
        guard utf8.count > octets else { return self }
        var end = utf8.index(startIndex, offsetBy: octets)
        while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}

/// Sets what the sender newly wrote apart from quoted and forwarded mail, signature and disclaimer.
///
/// Reads line by line and tries each line a bounded number of times, so the time is linear in the
/// text. Where next to nothing was written above a forwarded mail, that mail is read.
///
/// - Parameter insistsOnForward: whether a forwarded mail is read whatever was written above it, for
///   mail of people who hand on what others ask.
package func read(_ message: Message, insistsOnForward: Bool = false) -> Reading {
    let sender = message.from.first
    var reader = LetterReader(
        subject: message.subject,
        answers: !message.inReplyTo.isEmpty,
        hasAttachment: !message.attachments.isEmpty
    )
    reader.insistsOnForward = insistsOnForward
    let lines = BodyLine.lines(of: message.text, marks: message.marks)
    let writer = LetterWriter(name: sender?.displayName, localPart: sender?.localPart)
    return reader.read(lines, by: writer)
}

/// Whether a subject says that the mail was forwarded, as in "TR: cantine".
package func saysForwarded(_ subject: String?) -> Bool {
    ForwardWords.forwardPrefixes.start(Wording(subject ?? "", limit: 80))
}
