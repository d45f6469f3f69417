import Mail

/// Reads one body, and the mails forwarded in it.
struct LetterReader: Sendable {
    let isReply: Bool
    let isForward: Bool
    let hasAttachment: Bool
    /// Whether the first forwarded mail is read whatever was written above it.
    var insistsOnForward = false

    /// - Parameter answers: whether the header names the mail that this one answers.
    init(subject: String?, answers: Bool, hasAttachment: Bool) {
        let subject = Wording(subject ?? "", limit: 80)
        isReply = answers || ForwardWords.replyPrefixes.start(subject)
        isForward = ForwardWords.forwardPrefixes.start(subject)
        self.hasAttachment = hasAttachment
    }

    /// A chain of forwards is followed this far.
    static let deepestForward = 10

    func read(_ lines: [BodyLine], by writer: LetterWriter) -> Reading {
        read(lines, by: writer, depth: 0)
    }

    private func read(_ lines: [BodyLine], by writer: LetterWriter, depth: Int) -> Reading {
        let layout = Layout(lines, isReply: isReply, isForwarded: depth > 0)
        let letter = Letter(
            layout,
            writer: writer,
            hasAttachment: hasAttachment,
            isForward: layout.announced.map { isMarkedForward($0.header) } ?? false
        )
        var reading = letter.reading
        guard depth < Self.deepestForward, let (header, mail) = layout.announced else {
            return reading
        }
        let own = letter.lines(of: .own)
        guard passesOn(header, under: own, depth: depth) else { return reading }
        let author = QuotedAuthor(header.author)
        let reader = LetterReader(
            subject: header.subject,
            answers: false,
            hasAttachment: hasAttachment
        )
        let inner = reader.read(
            mail,
            by: LetterWriter(name: author.personName, localPart: author.address?.localPart),
            depth: depth + 1
        )
        let forward = Reading.ForwardedMail(
            sender: author.sender,
            date: header.date,
            subject: header.subject,
            parts: inner.parts
        )
        reading.forwards = [forward] + inner.forwards
        let handsOver = own.isEmpty || ForwardWords.isHandOver(own, isInChain: depth > 0)
        if insistsOnForward || (!inner.newText.isEmpty && handsOver) {
            reading.forwarded(inner, from: author.sender)
        }
        return reading
    }

    private func isMarkedForward(_ header: QuoteHeader) -> Bool {
        header.kind == .forward || (header.kind == .block && isForward)
    }

    /// Whether the mail below was passed on, and not quoted for an answer.
    private func passesOn(_ header: QuoteHeader, under own: [BodyLine], depth: Int) -> Bool {
        if isMarkedForward(header) { return true }
        return switch header.kind {
        case .forward: true
        case .block where depth == 0: own.isEmpty && !isReply
        // In a chain each mail hands on the next.
        case .block:
            own.isEmpty || (!isReply && ForwardWords.isHandOver(own, isInChain: true))
        case .replyLine where own.isEmpty: depth > 0 || !isReply
        case .replyLine: isForward && ForwardWords.isHandOver(own, isInChain: depth > 0)
        }
    }
}

extension Reading {
    /// Puts the forwarded mail in the place of the forwarder's few words, which are kept.
    fileprivate mutating func forwarded(_ inner: Reading, from author: Address?) {
        forwarderText = newText
        forwarderSignature = signature
        originalSender = inner.originalSender ?? author
        newText = inner.newText
        signature = inner.signature
        disclaimer = inner.disclaimer ?? disclaimer
        readsForward = true
    }
}

extension StringProtocol where SubSequence == Substring {
    /// Without white space at both ends, nor marks without width; touches nothing between.
    func trimmingBlankEnds() -> String {
        var rest = self[...].unicodeScalars
        while let last = rest.last, last.isBlank { rest.removeLast() }
        while let first = rest.first, first.isBlank { rest.removeFirst() }
        return String(Substring(rest))
    }
}

extension Unicode.Scalar {
    /// White space, the byte order mark that iPhones write above quoted mail, and the zero-width space.
    fileprivate var isBlank: Bool {
        properties.isWhitespace || value == 0xFEFF || value == 0x200B
    }
}
