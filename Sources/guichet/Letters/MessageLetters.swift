import Casework
import Desk
import Foundation
import Mail

/// One message and the mails that it causes, each with the name of its files.
struct MessageLetters {
    /// One mail, read back from the very bytes that would leave.
    struct Letter {
        var mail: QueuedMail
        var message: Message
        /// Without extension, as in `07-1-reply`.
        var name: String

        var title: String { MessageAccount.title(of: mail.role) }
    }

    /// Counts from 1.
    let number: Int
    /// The name of the message's file, without folder and extension.
    let file: String
    let account: MessageAccount
    let mails: [Letter]

    init(_ number: Int, file: String, bytes: [UInt8], _ decision: Decision) {
        self.number = number
        self.file = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        account = MessageAccount(Message(parsing: bytes), decision)
        let padded = Self.padded(number)
        mails = decision.mails.enumerated().map { index, mail in
            Letter(
                mail: mail,
                message: Message(parsing: mail.bytes),
                name: "\(padded)-\(index + 1)-\(mail.role.rawValue)"
            )
        }
    }

    /// The name of its files, without extension.
    var name: String { Self.padded(number) }

    /// So that names sort as numbers do.
    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    // MARK: As text

    /// The message as it was received.
    var received: String {
        let message = account.message
        let attachments = message.attachments.map { $0.filename ?? $0.mediaType }
        return Self.text(
            of: message,
            [("Pièces jointes", attachments.joined(separator: ", "))]
        )
    }

    /// A mail with the fields that its reader sees.
    static func text(of letter: Letter) -> String {
        let answers = letter.message.replyTo.map(MessageAccount.name).joined(separator: ", ")
        return text(of: letter.message, [("Répondre à", answers)])
    }

    private static func text(of message: Message, _ more: [(String, String)]) -> String {
        let fields = [
            ("De", message.from.map(MessageAccount.name).joined(separator: ", ")),
            ("À", message.to.map(MessageAccount.name).joined(separator: ", ")),
            ("Copie à", message.cc.map(MessageAccount.name).joined(separator: ", ")),
            ("Objet", message.subject ?? ""),
        ]
        let head = (fields + more).filter { !$0.1.isEmpty }.map { name, value in
            "\(name) : \(value.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
        }
        let body = message.text.replacingOccurrences(of: "\r\n", with: "\n")
            .trimmingCharacters(in: .newlines)
        return head.joined() + "\n" + body + "\n"
    }

    /// All of it, as the one text of all messages has it.
    var wholeText: String {
        let rule = String(repeating: "=", count: 78)
        let head = [
            rule, "\(name)  \(file)", "\(account.outcome) ; \(account.request)",
            account.silence.map { "Pas de réponse : \($0)" }, rule,
        ]
        let letters = mails.map { letter in
            let title = "--- \(letter.title) (\(letter.name)) "
            let line = String(repeating: "-", count: max(3, 78 - title.count))
            return "\n\(title)\(line)\n\n\(Self.text(of: letter))"
        }
        return head.compactMap(\.self).joined(separator: "\n") + "\n\n" + received
            + letters.joined() + "\n\n"
    }
}
