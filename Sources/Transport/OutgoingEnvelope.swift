/// A mail to hand over: its envelope (RFC 5321 §2.3.1) and its content.
package struct OutgoingEnvelope: Hashable, Sendable {
    /// Where failures go: an addr-spec, or empty for the null reverse-path.
    package var reversePath: String
    package var forwardPaths: [String]
    /// Header and body; bare CR and LF are sent as CRLF.
    package var bytes: [UInt8]

    package init(reversePath: String, forwardPaths: [String], bytes: [UInt8]) {
        self.reversePath = reversePath
        self.forwardPaths = forwardPaths
        self.bytes = bytes
    }
}

/// What became of a mail.
package enum DeliveryOutcome: Hashable, Sendable {
    /// The server has taken responsibility, at least for one recipient (RFC 5321 §6.1).
    case accepted(SMTPReply)
    /// Permanent: the same mail will be refused again.
    case refused(SMTPReply)
    /// Transient: the same mail may be accepted later.
    case tryLater(SMTPReply)
    /// Lost after the final dot and before its reply: delivered or not, nobody can tell.
    case unknown(TransportError)
    /// Lost before the final dot: surely not delivered.
    case notSent(TransportError)
}

/// What became of a mail, recipient by recipient.
package struct Delivery: Hashable, Sendable {
    package var outcome: DeliveryOutcome
    /// The reply to each RCPT that was answered. A recipient is served where this reply is positive
    /// and the outcome is `accepted`.
    package var recipients: [String: SMTPReply]

    package init(outcome: DeliveryOutcome, recipients: [String: SMTPReply] = [:]) {
        self.outcome = outcome
        self.recipients = recipients
    }
}

/// Checks of what we are about to say ourselves.
enum SMTPPath {
    /// Whether an address may stand between angle brackets: one `@`, no bracket, space or control
    /// character that would end the command or begin another.
    ///
    /// Tolerated: quoted local-parts are refused when they hold a space; hardly any exist.
    static func isSafe(_ address: String) -> Bool {
        guard address.utf8.count <= 254, let at = address.lastIndex(of: "@"),
            at != address.startIndex, address.index(after: at) != address.endIndex
        else { return false }
        return address.unicodeScalars.allSatisfy { scalar in
            scalar.value > 32 && scalar.value != 127 && scalar != "<" && scalar != ">"
                && !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
        }
    }
}

/// Message content as DATA carries it (RFC 5321 §4.5.2): lines end in CRLF, a line that begins with a
/// dot gets another, and the final dot follows.
///
/// A bare LF that passed here would let the content end the mail by itself and speak SMTP.
func dataLines(_ content: [UInt8]) -> [UInt8] {
    let carriageReturn: UInt8 = 13
    let lineFeed: UInt8 = 10
    let dot = UInt8(ascii: ".")
    var result: [UInt8] = []
    result.reserveCapacity(content.count + content.count / 32 + 8)
    var start = 0
    while start < content.count {
        var end = start
        while end < content.count, content[end] != carriageReturn, content[end] != lineFeed {
            end += 1
        }
        if content[start] == dot { result.append(dot) }
        result += content[start..<end]
        result.append(carriageReturn)
        result.append(lineFeed)
        let isPair =
            end + 1 < content.count && content[end] == carriageReturn
            && content[end + 1] == lineFeed
        start = end + (isPair ? 2 : 1)
    }
    result += [dot, carriageReturn, lineFeed]
    return result
}
