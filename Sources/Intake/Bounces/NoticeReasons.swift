import Mail

/// What a notice says of no address in particular.
struct SharedReasons {
    var reasons: [NoticeReason]
    /// The enhanced codes of the whole notice.
    var statuses: [String]

    var hasOneStatus: Bool { Set(statuses).count <= 1 }
}

// MARK: - Reasons

extension NoticeReader {
    /// Why the mail did not reach an address, given in lower case.
    ///
    /// - Parameter shared: what is said of no address in particular, where that may be its reason.
    func details(
        of key: String,
        shared: SharedReasons?
    ) -> (status: String?, diagnostic: String?) {
        let places = (mentionsByKey[key] ?? []).prefix(6).map { mentions[$0] }
        var reasons = places.filter { $0.kind == .listed }.map { mention in
            NoticeReason(after: mention, in: notice.lines) { listedLines.contains($0) }
        }
        reasons += places.filter { $0.kind == .command }.compactMap { answer(to: $0.line) }
        let replies = places.filter { $0.kind == .reply }
        let spoken = replies.filter { notice.lines[$0.line].speaker == .server }
        reasons += (spoken + replies).map { reply(at: $0.line) }
        if let shared, !reasons.contains(where: \.isReply) { reasons += shared.reasons }
        reasons += places.map { notice.lines[$0.line] }
            .filter { NoticeWords.tellsReason.start($0.folded) }.map { NoticeReason([$0.text]) }
        let told = reasons.first(where: \.isReply) ?? reasons.first { !$0.text.isEmpty }
        let status =
            told?.status ?? reasons.lazy.compactMap(\.status).first ?? shared?.statuses.first
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

    // MARK: Reasons without an address

    func sharedReasons() -> SharedReasons {
        SharedReasons(reasons: loneReasons(), statuses: statuses())
    }

    /// The codes of the whole notice, but for those of commands that went well where others failed.
    private func statuses() -> [String] {
        Steps.count(notice.lines.reduce(0) { $0 + $1.octets.count })
        let all = notice.lines.compactMap { EnhancedStatus.first(in: $0.octets[...])?.code }
        let failures = all.filter { !$0.hasPrefix("2") }
        return failures.isEmpty ? all : failures
    }
}
