import Mail

/// Reads from the words of a delivery notice who was not reached, and why.
struct NoticeReader {
    private let message: Message
    private let notice: NoticeText
    private let returned: ReturnedHeader?
    /// Whom no notice of ours reports on.
    private let excluded: Set<String>
    private var mentions: [NoticeMention] = []
    private var mentionsByKey: [String: [Int]] = [:]
    private var listedLines: Set<Int> = []

    private static let maximumRecipients = 1000

    init(_ message: Message, ownAddresses: [Address]) {
        self.message = message
        notice = NoticeText(message.text)
        returned = message.returned ?? notice.returned
        let others =
            ownAddresses + message.to + message.cc + message.from + message.replyTo
            + (message.returned?.from ?? []) + (notice.returned?.from ?? [])
        excluded = Set(others.map { $0.addrSpec.lowercased() })
        findMentions()
    }

    /// `nil` when nobody is named.
    func report() -> DeliveryReport? {
        var recipients = stated()
        if recipients.isEmpty { recipients = failedInHeader() }
        if recipients.isEmpty { recipients = mentioned() }
        if recipients.isEmpty { recipients = addressees() }
        guard !recipients.isEmpty else { return nil }
        return DeliveryReport(recipients: recipients, originalMessageID: originalMessageID())
    }

    /// What a report's own fields leave out.
    func completed(_ report: DeliveryReport) -> DeliveryReport {
        var report = report
        if report.originalMessageID == nil { report.originalMessageID = originalMessageID() }
        let isAlone = report.recipients.count == 1
        for (index, recipient) in report.recipients.enumerated()
        where recipient.status == nil || recipient.diagnostic == nil {
            let found = details(
                of: recipient.address.lowercased(),
                address: recipient.address,
                isAlone: isAlone
            )
            if recipient.status == nil { report.recipients[index].status = found.status }
            if recipient.diagnostic == nil {
                report.recipients[index].diagnostic = found.diagnostic
            }
        }
        return report
    }

    // MARK: Mentions

    private mutating func findMentions() {
        let lines = notice.lines
        var outcomes: [Int: Bool] = [:]
        // The last line of words, which a list stands below.
        var above: Int?
        for (index, line) in lines.enumerated() where !line.isBlank {
            let tellsOutcome = { (index: Int) -> Bool in
                if let known = outcomes[lines[index].paragraph] { return known }
                let isOutcome = Self.tellsOutcome(lines, around: index)
                outcomes[lines[index].paragraph] = isOutcome
                return isOutcome
            }
            for var mention in NoticeMention.all(
                in: line,
                at: index,
                isOutcome: { tellsOutcome(index) }
            ) {
                if isLineage(index) { break }
                if isContinuation(mention) { mention.kind = .reply }
                if mention.kind == .listed, let above, isBare(mention),
                    !lines[above].folded.hasSuffix(":"),
                    !tellsOutcome(above), !tellsOutcome(index)
                {
                    mention.kind = .summary
                }
                if mention.kind == .listed { listedLines.insert(index) }
                mentionsByKey[mention.address.key, default: []].append(mentions.count)
                mentions.append(mention)
            }
            if !listedLines.contains(index) { above = index }
        }
    }

    /// Whether nothing stands after or right below an address, as in a signature.
    private func isBare(_ mention: NoticeMention) -> Bool {
        let line = notice.lines[mention.line]
        guard mention.address.span.lowerBound <= 1, mention.rest >= line.octets.count else {
            return false
        }
        let next = mention.line + 1
        return next >= notice.lines.count || notice.lines[next].isBlank
            || notice.lines[next].indent <= line.indent && !notice.lines[next].startsWithReply
    }

    /// Whether the line above says that the address is the one a failed address was made from.
    private func isLineage(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let above = notice.lines[index - 1].folded
        return ["expanded from", "generated from", "genere a partir de"].contains {
            above.hasSuffix($0)
        }
    }

    /// Whether a line goes on with the reason of the address that was listed above it:
    /// `<jean@example.org>: host said: 550` and below, deeper, `<jean@example.org>: unknown`.
    private func isContinuation(_ mention: NoticeMention) -> Bool {
        guard mention.kind == .listed, let last = mentions.last,
            last.kind == .listed || last.kind == .reply
        else { return false }
        let (line, above) = (notice.lines[mention.line], notice.lines[last.line])
        return last.line < mention.line && line.paragraph == above.paragraph
            && line.indent > above.indent && last.address.key == mention.address.key
    }

    /// Whether the paragraph around a line says what became of a mail.
    private static func tellsOutcome(_ lines: [NoticeLine], around index: Int) -> Bool {
        let paragraph = lines[index].paragraph
        var start = index
        while start > 0, index - start < 20, lines[start - 1].paragraph == paragraph { start -= 1 }
        let end = min(lines.count, index + 20)
        let text = lines[start..<end].prefix { $0.paragraph == paragraph || $0.isBlank }
            .filter { $0.paragraph == paragraph }
        return NoticeWords.outcome.occur(
            in: Wording(folded: Array(text.map(\.folded.bytes).joined(separator: [0x20])))
        )
    }

    // MARK: Recipients

    /// The fields of RFC 3464 among the words.
    private func stated() -> [DeliveryReport.Recipient] {
        let start = notice.lines.firstIndex { line in
            Self.statusFields.start(line.folded)
        }
        guard let start else { return [] }
        let indent = notice.lines[start].indent
        let lines = notice.lines[start...].map { line in
            line.indent > indent ? " " + line.text : line.text
        }
        let found = DeliveryReport.recipients(in: lines.joined(separator: "\n"))
        let report = DeliveryReport(recipients: found, originalMessageID: "")
        return completed(report).recipients
    }

    private static let statusFields = WordingSet(
        "reporting-mta: | final-recipient: | original-recipient:"
    )

    /// Exim's X-Failed-Recipients.
    private func failedInHeader() -> [DeliveryReport.Recipient] {
        let named = message.fieldBodies("X-Failed-Recipients").prefix(100)
            .flatMap { NoticeAddress.all(in: Array($0.utf8)).map(\.address) }
        return recipients(named)
    }

    /// Whom the text names in the most telling way.
    private func mentioned() -> [DeliveryReport.Recipient] {
        let candidates = mentions.filter { !excluded.contains($0.address.key) }
        guard let best = candidates.map(\.kind).max() else { return [] }
        let chosen = candidates.filter { $0.kind == best }.map(\.address.address)
        return recipients(chosen)
    }

    /// To whom the mail was written, where nothing else says who was not reached.
    private func addressees() -> [DeliveryReport.Recipient] {
        guard let returned else { return [] }
        let addresses = returned.to.map(\.addrSpec).prefix(10)
        return recipients(addresses.filter { !excluded.contains($0.lowercased()) })
    }

    private func recipients(_ addresses: some Sequence<String>) -> [DeliveryReport.Recipient] {
        var seen: Set<String> = []
        let different = addresses.filter { seen.insert($0.lowercased()).inserted }
            .prefix(Self.maximumRecipients)
        let action = NoticeAction(subject: message.subject ?? "", lines: notice.lines) {
            listedLines.contains($0)
        }
        let own = different.map { details(of: $0.lowercased(), address: $0, isAlone: false) }
        // One reason that stands with none of them is said of all.
        let isShared =
            own.allSatisfy { $0.status == nil && $0.diagnostic == nil }
            && Set(statuses()).count <= 1
        return zip(different, own).map { address, own in
            let key = address.lowercased()
            let isAlone = different.count == 1 || isShared
            let found = isAlone ? details(of: key, address: address, isAlone: true) : own
            return DeliveryReport.Recipient(
                address: address,
                action: action.action(
                    at: firstLine(of: key),
                    status: found.status,
                    said: found.diagnostic
                ),
                status: found.status,
                diagnostic: found.diagnostic
            )
        }
    }

    /// The codes of the whole notice, but for those of commands that went well where others failed.
    private func statuses() -> [String] {
        let all = notice.lines.compactMap { EnhancedStatus.first(in: $0.octets[...])?.code }
        let failures = all.filter { !$0.hasPrefix("2") }
        return failures.isEmpty ? all : failures
    }

    private func firstLine(of key: String) -> Int {
        let places = mentionsByKey[key] ?? []
        let listed = places.first { mentions[$0].kind == .listed }
        return (listed ?? places.first).map { mentions[$0].line } ?? 0
    }

    // MARK: Reasons

    private func details(
        of key: String,
        address: String,
        isAlone: Bool
    ) -> (status: String?, diagnostic: String?) {
        let places = (mentionsByKey[key] ?? []).prefix(20).map { mentions[$0] }
        var reasons = places.filter { $0.kind == .listed }.map { mention in
            NoticeReason(after: mention, in: notice.lines) { listedLines.contains($0) }
        }
        reasons += places.filter { $0.kind == .command }.compactMap { answer(to: $0.line) }
        let replies = places.filter { $0.kind == .reply }
        let spoken = replies.filter { notice.lines[$0.line].speaker == .server }
        reasons += (spoken + replies).map { reply(at: $0.line) }
        if isAlone, !reasons.contains(where: \.isReply) { reasons += loneReasons() }
        reasons += places.map { notice.lines[$0.line] }
            .filter { NoticeWords.tellsReason.start($0.folded) }.map { NoticeReason([$0.text]) }
        let told = reasons.first(where: \.isReply) ?? reasons.first { !$0.text.isEmpty }
        var status = told?.status ?? reasons.lazy.compactMap(\.status).first
        if status == nil, isAlone {
            status = statuses().first
        }
        return (status, told.flatMap { $0.text.isEmpty ? nil : $0.text })
    }

    /// What the server of a transcript says to a command.
    private func answer(to command: Int) -> NoticeReason? {
        guard command + 1 < notice.lines.count, notice.lines[command + 1].speaker == .server,
            notice.lines[command + 1].startsWithReply
        else { return nil }
        return reply(at: command + 1)
    }

    /// A server's reply with the lines that go on with it.
    private func reply(at start: Int) -> NoticeReason {
        let first = notice.lines[start]
        let code = Array(first.octets.prefix(3))
        var pieces = [first.text]
        var index = start + 1
        while index < notice.lines.count, index - start < 20 {
            let line = notice.lines[index]
            guard !line.isBlank, line.speaker == first.speaker else { break }
            let previous = notice.lines[index - 1]
            let goesOn = previous.octets.starts(with: code + [UInt8(ascii: "-")])
            guard
                line.startsWithReply ? goesOn : first.speaker == nil && !listedLines.contains(index)
            else { break }
            pieces.append(line.text)
            index += 1
        }
        return NoticeReason(pieces)
    }

    /// The replies that name no address, where one recipient alone is reported on; else what a
    /// line announces.
    private func loneReasons() -> [NoticeReason] {
        var found: [NoticeReason] = []
        for (index, line) in notice.lines.enumerated() where line.speaker != .client {
            guard
                let start = line.startsWithReply ? 0 : SMTPReply.start(in: line.octets[...])
            else { continue }
            if start == 0 {
                found.append(reply(at: index))
            } else if let labelled = labelledReason(line) {
                found.append(labelled)
            } else {
                let quote = line.octets[start - 1]
                let isQuoted = quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
                found.append(NoticeReason([line.text(from: isQuoted ? start - 1 : start)]))
            }
            if found.count == 3 { break }
        }
        return found + announcedReasons()
    }

    private func labelledReason(_ line: NoticeLine) -> NoticeReason? {
        guard NoticeWords.reasonLabels.start(line.folded) else { return nil }
        let reason = NoticeReason([line.text])
        return reason.text.isEmpty || reason.text == line.text ? nil : reason
    }

    /// `Motif : boîte pleine`, or the paragraph below `The reason for the problem:`.
    private func announcedReasons() -> [NoticeReason] {
        let lines = notice.lines
        for (index, line) in lines.enumerated() where !line.isBlank && line.speaker == nil {
            if let labelled = labelledReason(line) { return [labelled] }
            if let said = reasonInSentence(line) { return [said] }
            guard line.folded.hasSuffix(":"), line.folded.wordCount <= 16,
                NoticeWords.announcements.occur(in: line.folded)
            else { continue }
            let next = lines[(index + 1)...].prefix(4).firstIndex { !$0.isBlank }
            guard let next, !listedLines.contains(next) else { continue }
            let below = lines[next...].prefix(10).prefix {
                !$0.isBlank && !$0.folded.hasSuffix(":")
            }
            if !below.isEmpty { return [NoticeReason(below.map(\.text))] }
        }
        return []
    }

    /// `… n'a pas pu être distribué pour la raison suivante : boîte aux lettres pleine.`
    private func reasonInSentence(_ line: NoticeLine) -> NoticeReason? {
        guard let colon = line.octets.lastIndex(of: UInt8(ascii: ":")),
            line.octets.count - colon > 6,
            line.octets[colon + 1] == 0x20
        else { return nil }
        let before = Wording(folded: line.folded(before: colon).bytes.suffix(40))
        guard Self.reasonFollows.occur(in: before) else { return nil }
        var text = line.text(from: colon + 1)
        if text.hasSuffix(".") { text.removeLast() }
        return NoticeReason([text])
    }

    private static let reasonFollows = WordingSet(
        """
        raison suivante | motif suivant | following reason | following error | folgendem grund |
        siguiente motivo | seguente motivo | erreur suivante | cause suivante | rejected | refused
        """
    )

    // MARK: The mail reported on

    private func originalMessageID() -> String? {
        message.returned?.messageID ?? notice.returned?.messageID ?? labelledMessageID()
            ?? fieldMessageID() ?? message.inReplyTo.last ?? message.references.last
    }

    /// What systems name the mail by in a field of their own.
    private func fieldMessageID() -> String? {
        for name in [
            "X-Original-Message-ID", "Original-Message-ID", "X-Riferimento-Message-ID",
            "X-Failed-Message-ID",
        ] {
            guard let body = message.field(name) else { continue }
            let words = body.utf8.split { "<> \t".utf8.contains($0) }
            if let found = words.first(where: { $0.contains(UInt8(ascii: "@")) }) {
                return String(decoding: Array(found), as: UTF8.self)
            }
        }
        return nil
    }

    /// `Message-ID: <…>` among the words.
    private func labelledMessageID() -> String? {
        for line in notice.lines {
            guard let first = line.addresses.first,
                NoticeMention.namesMessage(line, before: first)
            else { continue }
            let start = line.octets[..<first.span.upperBound].lastIndex {
                "<: \t".utf8.contains($0)
            }
            let words = line.octets[((start ?? -1) + 1)...].split { "<>: \t,".utf8.contains($0) }
            if let found = words.first { return String(decoding: found, as: UTF8.self) }
        }
        return nil
    }
}
