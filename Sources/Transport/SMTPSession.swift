/// A conversation with a submission server (RFC 5321, RFC 6409).
///
/// It blocks, belongs to one thread, and carries one mail after another while `isUsable`.
package final class SMTPSession {
    /// Keywords of the server's EHLO in upper case, each with its parameters.
    package private(set) var extensions: [String: String] = [:]
    /// False once the connection is lost or the server has closed it: make a new session.
    package private(set) var isUsable = true

    private let connection: Connection
    /// Whether the server may still hold a transaction that failed.
    private var needsReset = false

    /// RFC 5321 §4.5.3.1.5 asks for 512; some servers explain at length.
    private static let lineLimit = 16_384
    private static let replyLimit = 200

    /// Connects, encrypts and logs in, and asks for the server's extensions.
    ///
    /// - Parameter wake: gives up connecting; a mail that is being handed over is not disturbed.
    package init(_ settings: ConnectionSettings, wake: Wake? = nil) throws(TransportError) {
        connection = try Connection(settings, wake: wake)
        try send("EHLO \(CurlHandle.clientName(settings))\r\n")
        let lines = try replyLines(within: settings.responseTimeout)
        guard lines.last?.code == 250 else {
            let reply = SMTPReply(lines: lines)
            throw connection.failure(
                .refusedByServer,
                "EHLO refused: \(reply)",
                isTransient: !reply.isPermanentFailure
            )
        }
        for line in lines.dropFirst() {
            let parts = line.text.split(separator: " ", maxSplits: 1)
            guard let keyword = parts.first?.uppercased() else { continue }
            extensions[keyword] = parts.count > 1 ? String(parts[1]) : ""
        }
    }

    /// Says goodbye and does not wait long for the answer.
    package func quit() {
        guard isUsable else { return }
        isUsable = false
        do throws(TransportError) {
            try connection.send("QUIT\r\n", heedsWake: false)
            let patience = min(Duration.seconds(5), connection.settings.responseTimeout)
            _ = try replyLines(within: patience)
        } catch {
            // The connection ends either way.
        }
    }

    /// Hands one mail over; the outcome says what is known, whatever happened.
    package func send(_ mail: OutgoingEnvelope) -> Delivery {
        guard isUsable else {
            let error = connection.failure(.closed, "the session has ended")
            return Delivery(outcome: .notSent(error))
        }
        if let reply = objection(to: mail) { return Delivery(outcome: .refused(reply)) }
        if let error = endedMeanwhile() { return Delivery(outcome: .notSent(error)) }
        var delivery = Delivery(outcome: .notSent(connection.failure(.closed, "not begun")))
        do throws(TransportError) {
            delivery.outcome = try transact(mail, recipients: &delivery.recipients)
        } catch {
            isUsable = false
            delivery.outcome = .notSent(error)
        }
        return delivery
    }
}

// MARK: - Before sending

extension SMTPSession {
    /// Why the session is over although we did nothing: servers end idle ones, often with a 421.
    private func endedMeanwhile() -> TransportError? {
        do throws(TransportError) {
            if connection.inbox.count == 0 {
                let arrival = try connection.waitForBytes(until: .now, heedsWake: false)
                guard arrival == .bytes else { return nil }
            }
            isUsable = false
            let said = try receivedReply().map { ": \(SMTPReply(lines: $0))" } ?? ""
            return connection.failure(.closed, "the server has ended the session\(said)")
        } catch {
            isUsable = false
            return error
        }
    }

    /// Why this mail is not even offered, in the form of the reply that a server would give.
    private func objection(to mail: OutgoingEnvelope) -> SMTPReply? {
        let addresses = mail.forwardPaths + (mail.reversePath.isEmpty ? [] : [mail.reversePath])
        guard !mail.forwardPaths.isEmpty else {
            return SMTPReply(code: 554, enhancedStatus: "5.5.1", text: "no recipient; not sent")
        }
        guard addresses.allSatisfy(SMTPPath.isSafe) else {
            return SMTPReply(
                code: 553,
                enhancedStatus: "5.1.3",
                text: "not an address; not sent to the server"
            )
        }
        if extensions["SMTPUTF8"] == nil, !addresses.allSatisfy({ $0.utf8.allSatisfy { $0 < 128 } })
        {
            return SMTPReply(
                code: 553,
                enhancedStatus: "5.6.7",
                text: "the server takes no address beyond ASCII; not sent"
            )
        }
        if let limit = extensions["SIZE"].flatMap(Int.init), limit > 0, mail.bytes.count > limit {
            return SMTPReply(
                code: 552,
                enhancedStatus: "5.3.4",
                text: "the server takes \(limit) bytes at most; not sent"
            )
        }
        return nil
    }

    /// MAIL with the parameters that the server knows (RFC 1870, 6152, 6531).
    private func mailCommand(_ mail: OutgoingEnvelope, size: Int) -> String {
        var command = "MAIL FROM:<\(mail.reversePath)>"
        if extensions["SIZE"] != nil { command += " SIZE=\(size)" }
        let addresses = mail.forwardPaths + [mail.reversePath]
        let isASCII = mail.bytes.allSatisfy { $0 < 128 }
        if !isASCII, extensions["8BITMIME"] != nil { command += " BODY=8BITMIME" }
        let isInternational = !addresses.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } }
        if isInternational { command += " SMTPUTF8" }
        return command
    }
}

// MARK: - The transaction

extension SMTPSession {
    /// The envelope and the answer to it.
    private struct Envelope {
        var mail: SMTPReply
        var recipients: [SMTPReply] = []
        /// `nil` when DATA was not sent.
        var data: SMTPReply?
    }

    private func transact(
        _ mail: OutgoingEnvelope,
        recipients: inout [String: SMTPReply]
    ) throws(TransportError) -> DeliveryOutcome {
        let content = dataLines(mail.bytes)
        let first = mailCommand(mail, size: content.count)
        let envelope =
            if extensions["PIPELINING"] != nil {
                try pipelinedEnvelope(first, mail.forwardPaths)
            } else {
                try steppedEnvelope(first, mail.forwardPaths)
            }
        for (path, reply) in zip(mail.forwardPaths, envelope.recipients) {
            recipients[path] = reply
        }
        if let refusal = refusal(of: envelope) {
            abandon(envelope)
            return refusal
        }
        return try transfer(content)
    }

    /// All commands in one go, then all replies in their order (RFC 2920).
    private func pipelinedEnvelope(
        _ first: String,
        _ forwardPaths: [String]
    ) throws(TransportError) -> Envelope {
        let resets = needsReset
        var commands = (resets ? "RSET\r\n" : "") + first + "\r\n"
        for path in forwardPaths { commands += "RCPT TO:<\(path)>\r\n" }
        needsReset = true
        try send(commands + "DATA\r\n")
        if resets {
            let reply = try reply()
            guard isUsable else { return Envelope(mail: reply) }
        }
        var envelope = Envelope(mail: try reply())
        for _ in forwardPaths where isUsable { envelope.recipients.append(try reply()) }
        if isUsable { envelope.data = try reply() }
        return envelope
    }

    /// One command after another, and none once the outcome is clear.
    private func steppedEnvelope(
        _ first: String,
        _ forwardPaths: [String]
    ) throws(TransportError) -> Envelope {
        if needsReset {
            let reply = try command("RSET")
            guard isUsable else { return Envelope(mail: reply) }
        }
        needsReset = true
        var envelope = Envelope(mail: try command(first))
        guard envelope.mail.isPositive else { return envelope }
        for path in forwardPaths where isUsable {
            envelope.recipients.append(try command("RCPT TO:<\(path)>"))
        }
        if isUsable, envelope.recipients.contains(where: \.isPositive) {
            envelope.data = try command("DATA")
        }
        return envelope
    }

    /// How the mail ended already in its envelope; `nil` when the content is awaited.
    private func refusal(of envelope: Envelope) -> DeliveryOutcome? {
        guard envelope.mail.isPositive else { return Self.failure(envelope.mail) }
        guard envelope.recipients.contains(where: \.isPositive) else {
            let transient = envelope.recipients.first { !$0.isPermanentFailure }
            return (transient ?? envelope.recipients.first).map(Self.failure)
                ?? Self.failure(envelope.mail)
        }
        guard let data = envelope.data else {
            // Only a 421 between the recipients ends here.
            return envelope.recipients.last.map(Self.failure)
        }
        return data.code == 354 ? nil : Self.failure(data)
    }

    /// A reply that is not positive; one that means nothing here may mean something later.
    private static func failure(_ reply: SMTPReply) -> DeliveryOutcome {
        reply.isPermanentFailure ? .refused(reply) : .tryLater(reply)
    }

    /// Leaves a transaction that failed, so that the next mail finds a clean session.
    private func abandon(_ envelope: Envelope) {
        guard isUsable, envelope.data?.code == 354 else { return }
        guard !envelope.recipients.contains(where: \.isPositive) else {
            // MAIL refused, a recipient and DATA accepted: whatever we sent might be delivered.
            isUsable = false
            return
        }
        // RFC 2920 §3.1: all recipients refused and DATA accepted; end it with the dot alone.
        do throws(TransportError) {
            try send(".\r\n")
            _ = try reply()
        } catch {
            isUsable = false
        }
    }

    /// Sends the content with its final dot and reads what the server makes of it.
    private func transfer(_ content: [UInt8]) throws(TransportError) -> DeliveryOutcome {
        do throws(TransportError) {
            try connection.send(content, heedsWake: false)
        } catch {
            isUsable = false
            // A server may refuse in the midst of the content and close.
            guard let lines = try receivedReply(), let code = lines.last?.code, code >= 400 else {
                throw error
            }
            return Self.failure(SMTPReply(lines: lines))
        }
        do throws(TransportError) {
            let reply = try reply(within: connection.settings.acceptanceTimeout)
            if reply.isPositive { needsReset = false }
            return reply.isPositive ? .accepted(reply) : Self.failure(reply)
        } catch {
            isUsable = false
            return .unknown(error)
        }
    }
}

// MARK: - Replies

extension SMTPSession {
    private func send(_ text: String) throws(TransportError) {
        try connection.send(text, heedsWake: false)
    }

    private func command(_ text: String) throws(TransportError) -> SMTPReply {
        try send("\(text)\r\n")
        return try reply()
    }

    /// One reply; after a 421 the server closes the connection (RFC 5321 §3.8).
    private func reply(within patience: Duration? = nil) throws(TransportError) -> SMTPReply {
        let patience = patience ?? connection.settings.responseTimeout
        let reply = SMTPReply(lines: try replyLines(within: patience))
        if reply.code == 421 { isUsable = false }
        return reply
    }

    private func replyLines(within patience: Duration) throws(TransportError) -> [SMTPReply.Line] {
        let deadline = ContinuousClock.now + patience
        while true {
            if let lines = try receivedReply() { return lines }
            try connection.fill(until: deadline, heedsWake: false)
        }
    }

    /// A whole reply that has come already; `nil` when it is not complete.
    private func receivedReply() throws(TransportError) -> [SMTPReply.Line]? {
        var lines: [SMTPReply.Line] = []
        var start = 0
        while true {
            guard let end = connection.inbox.firstLineFeed(from: start) else {
                guard connection.inbox.count - start < Self.lineLimit else {
                    throw connection.failure(.protocolViolation, "a reply has an endless line")
                }
                return nil
            }
            let length = end > start && connection.inbox[end - 1] == 13 ? end - 1 : end
            let bytes = connection.inbox.slice(start..<length)
            guard let line = SMTPReply.Line(bytes) else {
                let text = String(decoding: bytes.prefix(80), as: UTF8.self)
                throw connection.failure(.protocolViolation, "not an SMTP reply: '\(text)'")
            }
            lines.append(line)
            start = end + 1
            if line.isLast {
                connection.inbox.consume(start)
                return lines
            }
            guard lines.count < Self.replyLimit else {
                throw connection.failure(.protocolViolation, "a reply has too many lines")
            }
        }
    }
}
