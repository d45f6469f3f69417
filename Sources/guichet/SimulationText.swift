import Casework
import Correspondence
import Desk
import Foundation
import Intake
import Mail

/// A simulated message for a person at a terminal: who wrote, what was understood and why, what
/// would be answered, who would be told.
enum SimulationText {
    private static let rule = String(repeating: "─", count: 78)

    static func text(of decision: Decision, file: String, message: Message) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let from = message.from.first
        let writer = [from?.displayName, from.map { "<\($0.addrSpec)>" }].compactMap(\.self)
        var lines = [
            rule, "\(name)",
            "De       \(writer.isEmpty ? "?" : writer.joined(separator: " "))",
            "Objet    \(message.subject ?? "(sans objet)")",
            "Suite    \(outcome(decision))",
        ]
        if let reason = decision.receipt.reason { lines.append("Raison   \(reason)") }
        if let classification = decision.classification {
            lines += reasons(classification).map { "Pourquoi \($0)" }
        }
        for mail in decision.mails { lines += shown(mail) }
        return lines.joined(separator: "\n") + "\n\n"
    }

    private static func outcome(_ decision: Decision) -> String {
        let number = decision.caseNumber?.description ?? ""
        let offers = decision.classification?.offers.map(\.rawValue).joined(separator: " + ") ?? ""
        let topic = decision.classification?.topic.map { StaffWords.label($0).lowercased() } ?? ""
        let what =
            switch decision.disposition {
            case .newCase: "nouveau dossier \(number)"
            case .followUp: "complément du dossier \(number)"
            case .automatic: "message automatique, classé sans réponse"
            case .spam: "indésirable, classé sans réponse"
            case .duplicate: "déjà reçu, rien de plus"
            case .staffCommand: "note d'un agent au dossier \(number)"
            case .bounce: "avis de non-remise"
            case .setAside: "écarté"
            case .refused: "refusé"
            }
        let kind =
            switch decision.classification?.kind {
            case .request: "demande : \(offers)"
            case .unclear: "à préciser"
            case .other: topic.isEmpty ? "autre demande" : "autre demande : \(topic)"
            case .automatic, .spam, nil: ""
            }
        return [what, kind].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func reasons(_ classification: Classification) -> [String] {
        classification.decidingEvidence.prefix(4).map {
            let words = $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let weight = $0.weight < 0 ? "\($0.weight)" : "+\($0.weight)"
            return "\(weight.replacingOccurrences(of: ".0", with: "")) \($0.target) : « \(words) »"
        }
    }

    private static func shown(_ mail: QueuedMail) -> [String] {
        let message = Message(parsing: mail.bytes)
        let title =
            switch mail.role {
            case .reply: "Réponse"
            case .clarification: "Question"
            case .acknowledgement: "Accusé"
            case .staffSummary: "Résumé pour l'équipe"
            case .alert: "Alerte à l'équipe"
            case .orderReceipt, .notice: "Avis à l'équipe"
            }
        let body = message.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "  │ \($0)" }
        return ["", "  \(title) à \(mail.forwardPaths.joined(separator: ", "))"]
            + ["  │ Objet : \(message.subject ?? "")", "  │"] + body
    }
}
