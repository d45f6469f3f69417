import Casework
import Correspondence
import Desk
import Mail

/// A message for a person at a terminal: who wrote, what was understood and why, what is answered,
/// who is told.
enum SimulationText {
    /// A simulated message with the whole of every mail that would leave.
    static func text(of decision: Decision, file: String, message: Message) -> String {
        let account = MessageAccount(message, decision)
        var page = LabelledText()
        page.rule(file.split(separator: "/").last.map(String.init) ?? file)
        head(of: account, in: &page)
        page.field("SUITE", [account.outcome])
        understanding(of: account, in: &page)
        if let sentence = account.sentence { page.field("DÉCISION", [sentence], limit: 3) }
        if let silence = account.silence { page.field("RÉPONDU", ["rien : \(silence)"]) }
        return page.text + decision.mails.map(whole).joined() + "\n"
    }

    /// Who wrote, and about what.
    static func head(of account: MessageAccount, in page: inout LabelledText) {
        page.field("DE", [account.writer], .bold)
        page.field("OBJET", [account.subject], limit: 3)
    }

    /// What was understood, and the words that decided.
    static func understanding(of account: MessageAccount, in page: inout LabelledText) {
        page.field("COMPRIS", [account.request])
        page.field("POURQUOI", account.reasons, limit: 3)
    }

    private static func whole(_ mail: QueuedMail) -> String {
        let message = Message(parsing: mail.bytes)
        let title = MessageAccount.title(of: mail.role)
        // Beside a bar, and not in the last column.
        let room = TextLayout.columns - 6
        let lines = message.text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { TextLayout.wrapHanging(TextLayout.printable($0), to: room) }
        let recipients = mail.forwardPaths.joined(separator: ", ")
        let subject = TextLayout.line(message.subject ?? "")
        let head = TextLayout.wrap("\(title) à \(recipients)", to: room)
        let subjects = TextLayout.wrap("Objet : \(subject)", to: room)
        return "\n" + head.map { "  \($0)\n" }.joined()
            + (subjects + [""] + lines).map { $0.isEmpty ? "  │\n" : "  │ \($0)\n" }.joined()
    }
}
