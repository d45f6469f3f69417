import Casework
import Correspondence
import Desk
import Intake
import Mail

/// What became of one message, in the words that people read: who wrote, what was understood and
/// why, what was answered or why nothing, who was told.
struct MessageAccount: Sendable {
    let message: Message
    let reading: Reading
    let decision: Decision

    init(_ message: Message, _ decision: Decision) {
        self.message = message
        self.decision = decision
        reading = read(message)
    }

    /// As in `Yvette Malbec <mairie.ydes@orange.example>`.
    var writer: String { message.from.first.map(Self.name) ?? "?" }

    static func name(_ address: Address) -> String {
        let name = address.displayName.map { "\($0) " } ?? ""
        return "\(name)<\(address.addrSpec)>"
    }

    var subject: String {
        guard let subject = message.subject, !subject.allSatisfy(\.isWhitespace) else {
            return "(sans objet)"
        }
        return subject
    }

    /// The first line of what they say, past the greeting; `nil` where they say nothing.
    var opening: String? {
        let lines = reading.sendersText.split(whereSeparator: \.isNewline)
            .map { TextLayout.line(String($0)) }.filter { !$0.isEmpty }
        return lines.first { !Self.isGreeting($0) } ?? lines.first
    }

    private static func isGreeting(_ line: String) -> Bool {
        line.hasSuffix(",") && line.split(separator: " ").count <= 5
    }

    /// The case as this message left it; `nil` where it concerns none.
    var dossier: Case? {
        for event in decision.events {
            switch event {
            case .caseOpened(let dossier, _), .caseUpdated(let dossier, _): return dossier
            default: continue
            }
        }
        return nil
    }

    /// As in `nouveau dossier 2026-00042`.
    var outcome: String {
        let number = decision.caseNumber?.description ?? ""
        return switch decision.disposition {
        case .newCase: "nouveau dossier \(number)"
        case .followUp: "suite du dossier \(number)"
        case .automatic: "message automatique"
        case .spam: "indésirable"
        case .duplicate: "déjà reçu, dossier \(number)"
        case .staffCommand: "note d'un agent, dossier \(number)"
        case .bounce: "avis de non-remise"
        case .setAside: "écarté"
        case .refused: "refusé"
        }
    }

    /// As in `investigation 32 points (suivante : store 3) ; porteur trouvé`.
    var request: String {
        switch decision.disposition {
        case .automatic: "écrit par une machine"
        case .spam: "arnaque ou publicité"
        case .duplicate: "le même texte, envoyé une seconde fois"
        case .bounce: "un de nos courriers n'est pas arrivé, ou tarde"
        case .staffCommand: "un agent complète le dossier"
        case .setAside, .refused: outcome
        case .newCase, .followUp: dossier.map(StaffWords.request) ?? outcome
        }
    }

    /// The words that decided, the weightiest first, a line for each offer.
    var reasons: [String] {
        let classification = decision.classification
        switch decision.disposition {
        case .automatic, .spam, .duplicate, .bounce, .setAside, .refused, .staffCommand:
            return [decision.receipt.reason].compactMap(\.self)
        case .followUp where classification?.decidingEvidence.isEmpty != false:
            return opening.map { ["sa réponse : « \($0) »"] } ?? []
        case .newCase, .followUp: break
        }
        return classification.map { StaffReasons.lists($0, limit: 4).map(Self.list) } ?? []
    }

    /// Where the sentence that decided stands, and its words; `nil` for machines and spam.
    var sentence: String? {
        guard let sentence = decision.classification?.ruling?.sentence else { return nil }
        let place = sentence.line > 0 ? "\(sentence.file), ligne \(sentence.line) : " : ""
        return "\(place)« \(TextLayout.line(sentence.text)) »"
    }

    private static func list(_ reasons: [String]) -> String { reasons.joined(separator: " ; ") }

    var answer: QueuedMail? { decision.mails.first { $0.role.answersRequester } }

    var staffMails: [QueuedMail] { decision.mails.filter { !$0.role.answersRequester } }

    /// Why nobody gets an answer; `nil` where there is one.
    var silence: String? {
        guard answer == nil else { return nil }
        let reason = decision.receipt.reason
        return switch decision.disposition {
        case .automatic: "on ne répond jamais à une machine"
        case .bounce: "on ne répond jamais à un avis de non-remise"
        case .spam: "on ne répond pas à un indésirable"
        case .duplicate: "la réponse est partie au premier envoi"
        case .staffCommand: "un agent écrit au guichet, pas à la collectivité"
        case .setAside, .refused: reason ?? outcome
        case .newCase: reason ?? "ce message n'appelle pas de réponse"
        case .followUp: reason ?? "un complément rejoint le dossier sans nouvel accusé"
        }
    }

    /// What kind of answer it is, as in `Question`.
    static func title(of role: MailRole) -> String {
        switch role {
        case .reply: "Réponse"
        case .clarification: "Question"
        case .acknowledgement: "Accusé"
        case .staffSummary: "Résumé pour l'équipe"
        case .alert: "Alerte à l'équipe"
        case .orderReceipt, .notice: "Avis à l'équipe"
        }
    }
}
