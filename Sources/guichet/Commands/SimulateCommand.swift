import Casework
import Desk
import Foundation
import Intake
import JSONLines
import Mail

enum SimulateCommand: Command {
    static let syntax = CommandSyntax(
        name: "simulate",
        summary:
            "Show what would happen to messages: the case, the answer, who is told. Sends nothing.",
        usage:
            "simulate [--config FILE] [--rules DIR] [--templates DIR] [--store DIR] [--text] FILE…",
        options: ["config", "rules", "templates", "store"],
        flags: ["text"],
        takesOperands: true,
        help: """
            Takes the messages in order as the service would, the time being that of each message,
            and prints one JSON object a file with every mail that would leave. The store is thrown
            away, or kept in DIR so that a later call goes on where this one stopped. Without
            --config the service is incubateur@anct.example. A folder stands for its .eml files.
            With --text it prints for people what each message was taken for, and the mails.

            Example: guichet simulate --text mail.eml
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        let files = try InputFiles(arguments.operands, syntax: syntax)
        let settings = try SimulatedService.settings(arguments)
        let store = arguments.values["store"].map { URL(fileURLWithPath: $0, isDirectory: true) }
        let isForPeople = arguments.flags.contains("text")
        return try SimulatedService.play(settings, store: store) { simulation in
            try files.answerEach { name, bytes in
                let decision = try SimulatedService.decision(on: bytes, of: name, in: simulation)
                guard isForPeople else { return json(of: decision, file: name) }
                let message = Message(parsing: bytes)
                Output.write(SimulationText.text(of: decision, file: name, message: message))
                return nil
            }
        }
    }

    static func json(of decision: Decision, file: String) -> JSONObject {
        let classification = decision.classification
        return [
            "file": .string(file), "disposition": .string(decision.disposition.rawValue),
            "case": .string(orNull: decision.caseNumber?.description),
            "kind": .string(orNull: classification?.kind.rawValue),
            "topic": .string(orNull: classification?.topic?.rawValue),
            "offers": .strings((classification?.offers ?? []).map(\.rawValue)),
            "reason": .string(orNull: decision.receipt.reason),
            "mails": .array(decision.mails.map(json)),
        ]
    }

    /// Read back from the very bytes that would leave.
    private static func json(of mail: QueuedMail) -> JSONValue {
        let message = Message(parsing: mail.bytes)
        return [
            "role": .string(mail.role.rawValue), "offers": .strings(mail.offers.map(\.rawValue)),
            "from": .string(message.from.first?.addrSpec ?? ""),
            "reply_to": .string(orNull: message.replyTo.first?.addrSpec),
            "to": .strings(message.to.map(\.addrSpec)), "subject": .string(message.subject ?? ""),
            "message_id": .string(mail.messageID),
            "in_reply_to": .string(orNull: message.inReplyTo.first),
            "references": .strings(message.references), "text": .string(message.text),
            "html": .string(orNull: message.html),
        ]
    }
}
