import Filing
import Foundation
import Intake
import JSONLines
import Mail

enum InspectCommand: Command {
    static let syntax = CommandSyntax(
        name: "inspect",
        summary: "Show what is read in a message, as JSON.",
        usage: "inspect FILE…",
        takesOperands: true,
        help: """
            Prints one JSON object a file: header, addresses, text, new text without quotes and
            signature, attachments, whether a machine wrote it and why, and what was malformed.
            A folder stands for its .eml files; - reads standard input.

            Example: guichet inspect mail.eml | jq .new_text
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        let screener = Screener(ownAddresses: [])
        return try InputFiles(arguments.operands, syntax: syntax).answerEach { name, bytes in
            let message = Message(parsing: bytes)
            let reading = read(message)
            return json(
                of: message,
                file: name,
                reading: reading,
                reason: screener.automaticReason(of: message, reading: reading)
            )
        }
    }

    static func json(
        of message: Message,
        file: String,
        reading: Reading,
        reason: Screening.Reason?
    ) -> JSONObject {
        // What a person attaches or quotes is no notice to us.
        let report = reason?.automatic == .bounce ? deliveryReport(of: message) : nil
        return [
            "file": .string(file), "message_id": .string(orNull: message.messageID),
            "in_reply_to": .strings(message.inReplyTo),
            "references": .strings(message.references),
            "date": .string(orNull: message.date.map(Timestamp.seconds)),
            "subject": .string(orNull: message.subject), "from": addresses(message.from),
            "to": addresses(message.to), "cc": addresses(message.cc),
            "reply_to": addresses(message.replyTo), "text": .string(message.text),
            "new_text": .string(reading.sendersText),
            "signature": .string(orNull: reading.sendersSignature),
            "attachments": .array(message.attachments.map(\.json)),
            "automatic": automatic(reason), "bounce": bounce(report),
            "defects": .strings(message.defects),
        ]
    }

    private static func addresses(_ list: [Address]) -> JSONValue {
        .array(
            list.map { address in
                [
                    "name": .string(orNull: address.displayName),
                    "address": .string(address.addrSpec),
                ]
            }
        )
    }

    private static func automatic(_ reason: Screening.Reason?) -> JSONValue {
        guard let reason, let automatic = reason.automatic else { return .null }
        return ["class": .string(automatic.rawValue), "reason": .string(reason.evidence)]
    }

    private static func bounce(_ report: DeliveryReport?) -> JSONValue {
        guard let report else { return .null }
        let recipients = report.recipients.map { recipient -> JSONValue in
            [
                "address": .string(recipient.address),
                "action": .string(recipient.action.rawValue),
                "status": .string(orNull: recipient.status),
                "diagnostic": .string(orNull: recipient.diagnostic),
            ]
        }
        return ["recipients": .array(recipients)]
    }
}
