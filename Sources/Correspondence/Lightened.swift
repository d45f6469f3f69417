import Casework
import Foundation
import Mail

extension QueuedMail {
    /// The summary without the message that went with it, for a server that did not take both; `nil`
    /// where nothing went with it.
    ///
    /// It keeps its Message-ID: where the server has it after all, it comes to the same thread, and
    /// the orders in it are signed by that name.
    ///
    /// - Parameter reply: what the server said.
    package func lightened(as id: String, after reply: String) -> QueuedMail? {
        guard role == .staffSummary, Enclosure(of: bytes) != nil,
            let recipient = Message(parsing: bytes).to.first.flatMap({ Mailbox($0) }),
            let draft = rewritten(
                to: recipient,
                under: "Le message joint à ce résumé n'a pas pu être remis"
                    + " (\(LetterText.line(String(reply.prefix(200))))) :"
                    + " le voici sans lui. L'original se trouve où la ligne ORIGINAL l'indique."
            )
        else { return nil }
        var mail = self
        mail.id = id
        mail.bytes = draft.bytes()
        return mail
    }
}
