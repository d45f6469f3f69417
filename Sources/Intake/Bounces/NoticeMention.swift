/// One place where a notice names an address, and what that place makes of it.
struct NoticeMention: Sendable {
    /// From the least telling on.
    enum Kind: Int, Comparable, Sendable {
        /// Somebody's who wrote, or helps.
        case other
        /// What a failed address was made from.
        case origin
        /// Named in a way that tells nothing.
        case passing
        /// `To:` of what seems the mail's own summary.
        case summary
        /// In the words of a server, as in `550 5.1.1 <jean@example.org>: unknown`.
        case reply
        /// `RCPT TO:` of a transcript.
        case command
        /// In a sentence about what became of the mail.
        case sentence
        /// In a list, or behind a label.
        case listed

        static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }
    }

    var kind: Kind
    var address: NoticeAddress
    /// In the notice's lines.
    var line: Int
    /// Where in the line the words after the address begin.
    var rest: Int
}

extension NoticeMention {
    /// The addresses of a line, but for those that are plainly somebody else's.
    ///
    /// - Parameter isOutcome: whether the paragraph around says what became of a mail.
    static func all(in line: NoticeLine, at index: Int, isOutcome: () -> Bool) -> [NoticeMention] {
        guard let first = line.addresses.first, !namesMessage(line, before: first) else {
            return []
        }
        if line.speaker == .client {
            return isRecipientCommand(line)
                ? [
                    NoticeMention(
                        kind: .command,
                        address: first,
                        line: index,
                        rest: first.span.upperBound
                    )
                ]
                : []
        }
        func mentions(_ kind: Kind, _ addresses: some Sequence<NoticeAddress>) -> [NoticeMention] {
            addresses.map {
                NoticeMention(kind: kind, address: $0, line: index, rest: $0.span.upperBound)
            }
        }
        if line.speaker == .server || line.startsWithReply {
            return mentions(.reply, line.addresses.prefix(1))
        }
        if let listed = listed(line, first, at: index) { return listed }
        if let label = label(of: line, before: first) {
            switch label {
            case .other: return []
            case .to: return mentions(.summary, line.addresses)
            case .recipient: return mentions(.listed, line.addresses)
            }
        }
        let kind: Kind = isOutcome() ? .sentence : .passing
        return line.addresses.prefix(maximumInSentence).flatMap { address in
            let before = line.folded(before: address.span.lowerBound)
            if NoticeWords.origins.occur(in: before) { return mentions(.origin, [address]) }
            return mentions(isSomebodyElse(address, in: line) ? .other : kind, [address])
        }
    }

    /// `The message ID is <…>`, which looks like an address.
    static func namesMessage(_ line: NoticeLine, before address: NoticeAddress) -> Bool {
        NoticeWords.messageIDLabels.occur(in: line.folded(before: address.span.lowerBound))
    }

    /// A sentence that names more is none.
    private static let maximumInSentence = 50

    private static func isRecipientCommand(_ line: NoticeLine) -> Bool {
        line.folded.hasPrefix("rcpt to")
    }

    // MARK: Lists

    /// `<jean@example.org>: host mx said …`, `jean@example.org`, `Jean (jean@example.org)`.
    private static func listed(
        _ line: NoticeLine,
        _ first: NoticeAddress,
        at index: Int
    ) -> [NoticeMention]? {
        if first.span.lowerBound > 0, !isName(line, before: first) { return nil }
        var found: [NoticeMention] = []
        var rest = first.span.upperBound
        var next = line.addresses[...].dropFirst()
        found.append(NoticeMention(kind: .listed, address: first, line: index, rest: rest))
        // More of a list, or the same once more as a link.
        while let address = next.first,
            line.octets[rest..<address.span.lowerBound].allSatisfy({ " ,;()<\t".utf8.contains($0) })
        {
            rest = address.span.upperBound
            next = next.dropFirst()
            if let last = found.last, last.address.key == address.key {
                found[found.count - 1].rest = rest
            } else {
                found.append(
                    NoticeMention(kind: .listed, address: address, line: index, rest: rest)
                )
            }
        }
        while rest < line.octets.count, ")>]'\"".utf8.contains(line.octets[rest]) { rest += 1 }
        // What follows a list is said of all its addresses.
        for index in found.indices { found[index].rest = rest }
        let isNamed = first.span.lowerBound > 0
        return isListEnd(line, from: rest, isNamed: isNamed) ? found : nil
    }

    /// Whether what follows the address is no sentence about it.
    private static func isListEnd(_ line: NoticeLine, from rest: Int, isNamed: Bool) -> Bool {
        let after = line.octets[rest...].drop { NoticeLine.isSpace($0) }
        guard let mark = after.first else { return true }
        if line.octets[rest] == 0x09 { return true }
        if isNamed { return mark == UInt8(ascii: ":") || mark == UInt8(ascii: ",") }
        if ":(-=,;|".utf8.contains(mark) || after.starts(with: "...".utf8) { return true }
        // `on 10/20/2026 11:02 AM`, as Exchange dates it.
        let words = Wording(String(decoding: after.prefix(60), as: UTF8.self))
        let isDated = dating.start(words) && words.digitCount >= 4
        return isDated || SMTPReply.isCode(after)
    }

    private static let dating = WordingSet("on_ | le_ | am_ | el_ | il_ | at_")

    /// Whether a display name stands before the address, and no sentence.
    private static func isName(_ line: NoticeLine, before address: NoticeAddress) -> Bool {
        let before = line.folded(before: address.span.lowerBound)
        if before.contains(":") || before.wordCount > 6 { return false }
        if before.wordCount == 0 { return true }
        let start = address.span.lowerBound
        let opening = line.octets[start - 1]
        let isBracketed = line.octets[start] == UInt8(ascii: "<") || opening == UInt8(ascii: "(")
        guard isBracketed else { return false }
        return before.words.allSatisfy {
            !NoticeWords.notRecipients.contains(String(decoding: $0, as: UTF8.self))
        } && !NoticeWords.outcome.occur(in: before)
    }

    // MARK: Labels

    private enum Label { case recipient, to, other }

    private static func label(of line: NoticeLine, before address: NoticeAddress) -> Label? {
        let before = line.octets[..<address.span.lowerBound]
        guard let colon = before.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let between = Wording(String(decoding: before[(colon + 1)...], as: UTF8.self))
        let label = Wording(String(decoding: before[..<colon], as: UTF8.self), limit: 120)
        guard label.wordCount <= 9, !label.isEmpty else { return nil }
        if NoticeWords.otherLabels.start(label) { return .other }
        guard between.wordCount <= 4 else { return nil }
        if NoticeWords.toLabels.start(label), label.wordCount <= 2 { return .to }
        if NoticeWords.recipientLabels.start(label) { return .recipient }
        return nil
    }

    // MARK: Sentences

    /// Whether the words before the address say that it is another's.
    private static func isSomebodyElse(_ address: NoticeAddress, in line: NoticeLine) -> Bool {
        if isInTitle(address, in: line) { return true }
        let start = max(0, address.span.lowerBound - 160)
        let before = line.octets[start..<address.span.lowerBound]
        // The sentence alone: `. ` ends the one before.
        let end = before.indices.last { index in
            before[index] == 0x20 && index > before.startIndex
                && ".!?;".utf8.contains(before[index - 1])
        }
        let sentence = Wording(
            String(decoding: before[(end ?? before.startIndex)...], as: UTF8.self)
        )
        if NoticeWords.attempts.occur(in: sentence) { return false }
        if NoticeWords.invitations.occur(in: sentence) { return true }
        let words = sentence.words.suffix(5).map { String(decoding: $0, as: UTF8.self) }
        for word in words.reversed() {
            if NoticeWords.notRecipients.contains(word) { return true }
            if !NoticeWords.fillers.contains(word) { return false }
        }
        return false
    }

    /// Whether the address stands inside a quoted subject: `"Re: jean@example.org asks"`.
    private static func isInTitle(_ address: NoticeAddress, in line: NoticeLine) -> Bool {
        let quote = UInt8(ascii: "\"")
        let octets = line.octets
        let before = octets[..<address.span.lowerBound].suffix(300)
        guard before.count(where: { $0 == quote }) % 2 == 1,
            let open = before.lastIndex(of: quote),
            let close = octets[address.span.upperBound...].prefix(300).firstIndex(of: quote)
        else { return false }
        let around =
            octets[(open + 1)..<address.span.lowerBound] + octets[address.span.upperBound..<close]
        return Wording(String(decoding: around, as: UTF8.self)).wordCount >= 2
    }
}
