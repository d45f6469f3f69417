import Filing
import Foundation
import Intake
import JSONLines
import Mail

enum ClassifyCommand: Command {
    static let syntax = CommandSyntax(
        name: "classify",
        summary: "Show what a message asks for and which rules say so, as JSON.",
        usage: "classify [--rules DIR] [--evidence] FILE…",
        options: ["rules"],
        flags: ["evidence"],
        takesOperands: true,
        help: """
            Prints one JSON object a file: kind, topic, offers with their points, actions, who
            writes, every rule that counted with its file, line and words, the sentence of the
            decision that held, and the SHA-256 of the rule set. Without --rules the shipped rules
            are used. --evidence adds to `requester` where each of its values was read and how
            sure it is, what the mail contradicts itself in, and the authorities it may be. A
            folder stands for its .eml files; - reads standard input.

            Example: guichet classify mail.eml | jq '.kind, .offers'
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        let files = try InputFiles(arguments.operands, syntax: syntax)
        let folder = arguments.values["rules"].map { URL(fileURLWithPath: $0) }
        let classifier = Classifier(
            rulebook: try Loading.rulebook(folder ?? ShippedFiles.rules)
        )
        let extractor = Extractor(gazetteer: try Loading.gazetteer(nil))
        let screener = Screener(ownAddresses: [])
        return try files.answerEach { name, bytes in
            let message = Message(parsing: bytes)
            let reading = read(message)
            let requester = extractor.requester(
                from: message.from.first,
                subject: message.subject ?? "",
                reading: reading
            )
            let classification = classifier.classification(
                of: message,
                reading: reading,
                screening: classifier.screening(
                    of: message,
                    reading: reading,
                    requester: requester,
                    by: screener
                ),
                requester: requester
            )
            return json(
                of: classification,
                requester: requester,
                file: name,
                withEvidence: arguments.flags.contains("evidence")
            )
        }
    }

    static func json(
        of classification: Classification,
        requester: Requester,
        file: String,
        withEvidence: Bool = false
    ) -> JSONObject {
        var json: JSONObject = [
            "file": .string(file), "kind": .string(classification.kind.rawValue),
            "topic": .string(orNull: classification.topic?.rawValue),
            "offers": .strings(classification.offers.map(\.rawValue)),
            "scores": classification.scores.json,
            "actions": .strings(classification.actions.map(\.rawValue)),
            "track": .string(orNull: classification.track?.rawValue),
            "porteur": .string(orNull: classification.carrier?.rawValue),
            "requester": withEvidence ? requester.json : .object(contracted(requester)),
            "matches": .array(classification.evidence.map(\.json)),
        ]
        if let ruling = classification.ruling { json.append(ruling) }
        return json
    }

    /// The members that programs are promised; the journal holds more.
    private static func contracted(_ requester: Requester) -> JSONObject {
        let promised: Set = [
            "name", "address", "role", "phone", "organisation", "organisation_type", "insee",
            "siren", "department",
        ]
        let members = requester.json.objectValue?.members ?? []
        return JSONObject(members: members.filter { promised.contains($0.key) })
    }
}
