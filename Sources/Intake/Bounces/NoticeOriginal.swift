import Mail

// MARK: - The mail reported on

extension NoticeReader {
    /// Without angle brackets.
    func originalMessageID() -> String? {
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
