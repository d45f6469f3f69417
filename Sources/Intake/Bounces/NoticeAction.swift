import Mail

/// What a notice says became of the mail, in its words (RFC 3464 §2.3.3).
struct NoticeAction: Sendable {
    /// Said of all recipients that no heading of their own stands above.
    let general: DeliveryReport.Action
    /// By line: what the heading above it says.
    private let headings: [(line: Int, action: DeliveryReport.Action)]

    init(subject: String, lines: [NoticeLine], isListed: (Int) -> Bool) {
        var found: Set<DeliveryReport.Action> = []
        var headings: [(line: Int, action: DeliveryReport.Action)] = []
        for (index, line) in lines.enumerated() where !line.isBlank && line.speaker == nil {
            guard !isListed(index), !line.startsWithReply else { continue }
            guard let action = Self.action(in: line.folded) else { continue }
            found.insert(action)
            if Self.isHeading(line) { headings.append((index, action)) }
        }
        self.headings = headings
        let order: [DeliveryReport.Action] = [.failed, .delayed, .relayed, .delivered]
        general =
            order.first(where: found.contains)
            ?? Self.action(ofSubject: Wording(subject, limit: 300)) ?? .failed
    }

    func action(at line: Int) -> DeliveryReport.Action {
        // Headings are few; the last one above counts.
        var (low, high) = (0, headings.count)
        while low < high {
            let middle = (low + high) / 2
            if headings[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? headings[low - 1].action : general
    }

    private static func isHeading(_ line: NoticeLine) -> Bool {
        line.folded.hasSuffix(":") || line.folded.hasPrefix("-----")
            || line.folded.hasSuffix("-----")
    }

    private static func action(ofSubject subject: Wording) -> DeliveryReport.Action? {
        if NoticeWords.delayedSubjects.start(subject) { return .delayed }
        if NoticeWords.relayedSubjects.start(subject) { return .relayed }
        if NoticeWords.deliveredSubjects.start(subject) { return .delivered }
        return action(in: subject)
    }

    private static func action(in words: Wording) -> DeliveryReport.Action? {
        if NoticeWords.failed.occur(in: words) { return .failed }
        if NoticeWords.delayed.occur(in: words) { return .delayed }
        if NoticeWords.relayed.occur(in: words) { return .relayed }
        if NoticeWords.delivered.occur(in: words) { return .delivered }
        return nil
    }
}
