import Mail

/// Reads one body, and the mail forwarded in it where nothing else is to be read.
struct LetterReader: Sendable {
    let isReply: Bool
    let isForward: Bool
    let hasAttachment: Bool

    /// A chain of forwards is followed this far.
    private static let deepestForward = 6

    func read(_ lines: ArraySlice<BodyLine>, by writer: LetterWriter, depth: Int) -> Reading {
        let layout = Layout(lines, isReply: isReply && depth == 0)
        let parts = layout.segments.map { segment in
            SignedText(
                segment.lines,
                writer: writer,
                mayBeSigned: segment.mayBeSigned,
                hasAttachment: hasAttachment
            )
        }
        let own = parts.map { $0.text(.own) }.filter { !$0.isEmpty }
        var reading = Reading(
            newText: own.map(Self.text).joined(separator: "\n\n"),
            signature: Self.joined(parts.map { $0.text(.signature) }),
            quotation: Self.joined([layout.quoted]),
            disclaimer: Self.joined(parts.map { $0.text(.disclaimer) })
        )
        guard depth < Self.deepestForward, let announced = layout.announced,
            carriesForward(announced.header, under: own.flatMap(\.self), depth: depth)
        else { return reading }
        let author = MailAuthor(announced.header.author)
        let inner = LetterReader(isReply: false, isForward: true, hasAttachment: hasAttachment)
            .read(announced.mail[...], by: author.writer, depth: depth + 1)
        if inner.newText.isEmpty { return reading }
        reading.forwarded(inner, from: author.address)
        return reading
    }

    /// Whether the mail below is what was sent: under a hand-over, or under nothing at all.
    private func carriesForward(_ header: QuoteHeader, under own: [BodyLine], depth: Int) -> Bool {
        let isMarkedForward =
            switch header.kind {
            case .forward: true
            case .block: isForward
            case .replyLine: false
            }
        if own.isEmpty { return isMarkedForward || !isReply || depth > 0 }
        guard isMarkedForward else { return false }
        return ForwardWords.isHandOver(own, isInChain: depth > 0)
    }

    private static func text(_ lines: [BodyLine]) -> String {
        lines.map(\.text).joined(separator: "\n").trimmingBlankEnds()
    }

    private static func joined(_ parts: [[BodyLine]]) -> String? {
        let text = parts.map(text).filter { !$0.isEmpty }.joined(separator: "\n\n")
        return text.isEmpty ? nil : text
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

/// Who wrote a forwarded mail, read from the value of its "De :" line.
private struct MailAuthor {
    var address: Address?
    var writer: LetterWriter

    init(_ value: String?) {
        guard let value else {
            writer = LetterWriter(name: nil, localPart: nil)
            return
        }
        let words = value.split { " <>[]()\"',;\t".contains($0) }
        let addrSpec = words.first { $0.contains("@") }?
            .split(separator: ":").last.map(String.init)
        let name = value.prefix { $0 != "<" && $0 != "[" && $0 != "(" }
            .filter { $0 != "\"" && $0 != "*" }
            .trimmingBlankEnds()
        let displayName = name.isEmpty || name.contains("@") ? nil : name
        let parts = addrSpec?.split(separator: "@") ?? []
        if parts.count == 2 {
            address = Address(
                displayName: displayName,
                localPart: String(parts[0]),
                domain: String(parts[1])
            )
        }
        writer = LetterWriter(name: displayName, localPart: address?.localPart)
    }
}

extension StringProtocol where SubSequence == Substring {
    /// Without white space at both ends; touches nothing between.
    func trimmingBlankEnds() -> String {
        var rest = self[...].unicodeScalars
        while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
        while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
        return String(Substring(rest))
    }
}
