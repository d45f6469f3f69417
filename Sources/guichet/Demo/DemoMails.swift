import Foundation
import Mail

/// The mails of the demonstration, which come with the program.
struct DemoMails {
    /// In the order in which they arrive.
    let mails: [DemoMail]

    /// Reads the folder, and dates the mails back over the hours before `now`.
    init(folder: URL, now: Date) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".eml") }.sorted()
        mails = try names.enumerated().map { index, name in
            let bytes = try Data(contentsOf: folder.appendingPathComponent(name))
            let minutes = Double(names.count - index) * 13
            return DemoMail(bytes: Array(bytes), sentAt: now.addingTimeInterval(-minutes * 60))
        }
    }
}

/// One mail of an invented person.
struct DemoMail {
    let bytes: [UInt8]
    /// Where failures go.
    let reversePath: String

    /// The mail of a file, its Date field replaced.
    init(bytes: [UInt8], sentAt date: Date) {
        self.bytes = Self.dated(bytes, date)
        reversePath = Message(parsing: bytes).from.first?.addrSpec ?? ""
    }

    /// The answer of a person to a mail of ours, as their mail program writes it.
    ///
    /// `nil` for a mail that names no sender or has no identity.
    init?(answering mail: Message, with text: String, sentAt date: Date) {
        guard let us = mail.from.first, let writer = mail.to.first,
            let answered = mail.messageID.flatMap(MessageID.init),
            let own = MessageID("demo-reponse.\(Int(date.timeIntervalSince1970))@\(writer.domain)"),
            let from = Mailbox(writer), let to = Mailbox(us)
        else { return nil }
        var draft = Draft(
            from: from,
            to: [to],
            subject: HeaderText(mail.subject ?? ""),
            date: date,
            messageID: own,
            text: text
        )
        draft.inReplyTo = answered
        draft.references = mail.references.compactMap(MessageID.init) + [answered]
        bytes = draft.bytes()
        reversePath = writer.addrSpec
    }

    private static func dated(_ bytes: [UInt8], _ date: Date) -> [UInt8] {
        let field = Array("Date:".utf8)
        var rest = bytes[...]
        var written: [UInt8] = []
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[...end]
            rest = rest[bytes.index(after: end)...]
            // The header ends with the first empty line.
            if line.allSatisfy({ $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }) {
                return written + line + rest
            }
            if line.starts(with: field) {
                written += Array("Date: \(text(of: date))\r\n".utf8)
            } else {
                written += line
            }
        }
        return written + rest
    }

    /// The date-time of RFC 5322 §3.3 in UTC.
    private static func text(of date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "EEE, d MMM yyyy HH:mm:ss '+0000'"
        return formatter.string(from: date)
    }
}
