import Mail

/// Reads from the words of a delivery notice who was not reached, and why.
struct NoticeReader {
    let message: Message
    let notice: NoticeText
    private let returned: ReturnedHeader?
    /// Whom no notice of ours reports on.
    private let excluded: Set<String>
    private(set) var mentions: [NoticeMention] = []
    /// By address in lower case: places in `mentions`.
    private(set) var mentionsByKey: [String: [Int]] = [:]
    /// The lines that begin with an address of a list.
    private(set) var listedLines: Set<Int> = []

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
        if recipients.isEmpty { recipients = origins() }
        if recipients.isEmpty { recipients = addressees() }
        guard !recipients.isEmpty else { return nil }
        return DeliveryReport(recipients: recipients, originalMessageID: originalMessageID())
    }

    /// What a report's own fields leave out.
    func completed(_ report: DeliveryReport) -> DeliveryReport {
        var report = report
        if report.originalMessageID == nil { report.originalMessageID = originalMessageID() }
        let isAlone = report.recipients.count == 1
        let isComplete = report.recipients.allSatisfy { $0.status != nil && $0.diagnostic != nil }
        let shared = isAlone && !isComplete ? sharedReasons() : nil
        for (index, recipient) in report.recipients.enumerated()
        where recipient.status == nil || recipient.diagnostic == nil {
            let found = details(of: recipient.address.lowercased(), shared: shared)
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
                if isLineage(index) { mention.kind = .origin }
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
        let candidates = mentions.filter {
            $0.kind > .origin && !excluded.contains($0.address.key)
        }
        guard let best = candidates.map(\.kind).max() else { return [] }
        let chosen = candidates.filter { $0.kind == best }.map(\.address.address)
        return recipients(chosen)
    }

    /// To whom the mail was written, where nothing else says who was not reached.
    private func addressees() -> [DeliveryReport.Recipient] {
        guard let returned else { return [] }
        // A name alone is nobody's address.
        let addresses = returned.to.filter { !$0.domain.isEmpty }.map(\.addrSpec).prefix(10)
        return recipients(addresses.filter { !excluded.contains($0.lowercased()) })
    }

    /// What an alias stands for, where the failed address is a program.
    private func origins() -> [DeliveryReport.Recipient] {
        recipients(mentions.filter { $0.kind == .origin }.map(\.address.address))
    }

    private func recipients(_ addresses: some Sequence<String>) -> [DeliveryReport.Recipient] {
        var seen: Set<String> = []
        let different = addresses.filter { seen.insert($0.lowercased()).inserted }
            .prefix(Self.maximumRecipients)
        let action = NoticeAction(subject: message.subject ?? "", lines: notice.lines) {
            listedLines.contains($0)
        }
        let own = different.map { details(of: $0.lowercased(), shared: nil) }
        // One reason that stands with none of them is said of all.
        let isUntold = own.allSatisfy { $0.status == nil && $0.diagnostic == nil }
        let shared = different.count == 1 || isUntold ? sharedReasons() : nil
        let isShared = different.count == 1 || shared?.hasOneStatus ?? false
        return zip(different, own).map { address, own in
            let key = address.lowercased()
            let found = isShared ? details(of: key, shared: shared) : own
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

    private func firstLine(of key: String) -> Int {
        let places = mentionsByKey[key] ?? []
        let listed = places.first { mentions[$0].kind == .listed }
        return (listed ?? places.first).map { mentions[$0].line } ?? 0
    }
}
