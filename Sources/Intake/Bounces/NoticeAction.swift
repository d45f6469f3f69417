import Mail

/// What a notice says became of the mail, in its words (RFC 3464 §2.3.3).
struct NoticeAction: Sendable {
    /// What one line says, the more decisive first.
    private enum Saying: Int, Sendable {
        case failed, delayed
        /// It did not arrive, though it may be tried again.
        case undelivered
        case relayed, delivered
    }

    /// Said of all recipients that no heading of their own stands above.
    private let general: DeliveryReport.Action
    private let isTold: Bool
    /// By line: what the heading there says.
    private let headings: [(line: Int, action: DeliveryReport.Action)]

    init(subject: String, lines: [NoticeLine], isListed: (Int) -> Bool) {
        var found: Set<Saying> = []
        var headings: [(line: Int, saying: Saying)] = []
        for (index, line) in lines.enumerated() where !line.isBlank && line.speaker == nil {
            guard !isListed(index), !line.startsWithReply,
                let saying = Self.saying(in: line.folded)
            else { continue }
            found.insert(saying)
            if Self.isHeading(line) { headings.append((index, saying)) }
        }
        if let saying = Self.saying(ofSubject: Wording(subject, limit: 300)),
            found.isEmpty || saying == .delayed
        {
            found.insert(saying)
        }
        isTold = !found.isEmpty
        let decisive = found.min { $0.rawValue < $1.rawValue }
        let general = Self.action(decisive ?? .failed, isDelayed: false)
        self.general = general
        self.headings = headings.map {
            ($0.line, Self.action($0.saying, isDelayed: general == .delayed))
        }
    }

    /// What became of the mail to one recipient, by the heading above its line, else by its status.
    func action(at line: Int, status: String?, said: String?) -> DeliveryReport.Action {
        let action = isTold ? action(at: line) : status?.first == "2" ? .delivered : .failed
        // `(relayed to non-DSN-aware mailer)`, below Sendmail's heading of successes.
        guard action == .delivered, let said, Self.relay.occur(in: Wording(said, limit: 200)) else {
            return action
        }
        return .relayed
    }

    private static let relay = WordingSet("relayed | relaye_ | relayee_")

    private func action(at line: Int) -> DeliveryReport.Action {
        // The last heading above counts.
        var (low, high) = (0, headings.count)
        while low < high {
            let middle = (low + high) / 2
            if headings[middle].line < line { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? headings[low - 1].action : general
    }

    private static func action(_ saying: Saying, isDelayed: Bool) -> DeliveryReport.Action {
        switch saying {
        case .failed: .failed
        case .delayed: .delayed
        case .undelivered: isDelayed ? .delayed : .failed
        case .relayed: .relayed
        case .delivered: .delivered
        }
    }

    private static func isHeading(_ line: NoticeLine) -> Bool {
        line.folded.hasSuffix(":") || line.folded.hasPrefix("-----")
            || line.folded.hasSuffix("-----")
    }

    private static func saying(ofSubject subject: Wording) -> Saying? {
        if NoticeWords.delayedSubjects.start(subject) { return .delayed }
        if NoticeWords.relayedSubjects.start(subject) { return .relayed }
        if NoticeWords.deliveredSubjects.start(subject) { return .delivered }
        return saying(in: subject)
    }

    private static func saying(in words: Wording) -> Saying? {
        if NoticeWords.failed.occur(in: words) { return .failed }
        if NoticeWords.delayed.occur(in: words) { return .delayed }
        if NoticeWords.undelivered.occur(in: words) { return .undelivered }
        if NoticeWords.relayed.occur(in: words) { return .relayed }
        if NoticeWords.delivered.occur(in: words) { return .delivered }
        return nil
    }
}
