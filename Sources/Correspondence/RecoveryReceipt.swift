import Casework
import Foundation
import Mail

/// What became of what somebody wrote in answer to a recap.
package enum RecapOrderOutcome: Hashable, Sendable {
    case results([Line])
    case refused(OrderAuthority)
    /// No order was understood.
    case notUnderstood

    /// One of the messages that an order names.
    package struct Line: Hashable, Sendable {
        package var number: Int
        package var result: RecoveryResult
        package var message: SetAsideMessage?

        package init(number: Int, result: RecoveryResult, message: SetAsideMessage?) {
            self.number = number
            self.result = result
            self.message = message
        }
    }
}

extension Correspondent {
    /// Tells the one who answered a recap what became of it.
    ///
    /// - Parameters:
    ///   - thread: the recap and the order, without angle brackets, so that an answer to the receipt
    ///     is one to the recap.
    ///   - sequence: counts these receipts.
    package func receipt(
        of outcome: RecapOrderOutcome,
        to staff: Address,
        thread: [String],
        sequence: Int,
        now: Date
    ) -> QueuedMail? {
        let id = "recovery.\(sequence)"
        let token = key.token(.staffThread, of: "\(id) \(now.timeIntervalSince1970)")
        let values = AlertValues(
            happened: Self.happened(outcome),
            todo: [Self.todo(outcome)].compactMap(\.self)
        )
        let head = Letterhead(
            role: .orderReceipt,
            recipient: staff,
            subject: "Guichet : votre réponse au récapitulatif",
            thread: thread,
            purpose: .staffThread
        )
        return mail(head, id: id, in: nil, leftPart: "\(id).\(token)", date: now) {
            letters.render(values, on: now)
        }
    }

    private static func happened(_ outcome: RecapOrderOutcome) -> [String] {
        switch outcome {
        case .results(let lines): return lines.map(sentence)
        case .refused(.expired):
            return ["Rien n'est récupéré : ce récapitulatif a plus de 30 jours."]
        case .refused:
            return [
                "Rien n'est récupéré : seule la personne à qui un récapitulatif est adressé "
                    + "peut le demander, en y répondant."
            ]
        case .notUnderstood: return ["Votre message n'a rien changé : aucun ordre n'y est reconnu."]
        }
    }

    private static func sentence(_ line: RecapOrderOutcome.Line) -> String {
        let what = line.message.map { message in
            let subject = RecapLines.inert(message.subject ?? "sans objet", limit: 60)
            return ", « \(subject) »"
        }
        return "N° \(line.number)\(what ?? "") : \(words(line.result))."
    }

    private static func words(_ result: RecoveryResult) -> String {
        switch result {
        case .takenBack(let number):
            return "récupéré, dossier \(number) ; sa réponse attend votre accord"
        case .known(let number, let by):
            let place = number.map { "dossier \($0)" } ?? "sans dossier"
            let who = by.map { ", par \(LetterText.line($0))" } ?? ""
            return by == nil ? "déjà classé, \(place)" : "déjà récupéré\(who), \(place)"
        case .pending: return "déjà demandé, il est en train d'être repris dans la boîte"
        case .asked: return "en train d'être repris dans la boîte"
        case .notListed(let count):
            return "ce récapitulatif ne compte que \(count) message\(count > 1 ? "s" : "")"
        case .failed(let reason): return reason
        }
    }

    private static func todo(_ outcome: RecapOrderOutcome) -> String? {
        switch outcome {
        case .results: nil
        case .refused(.expired):
            "demander à l'administrateur, qui le fait par : guichet recover"
        case .refused: "répondre depuis l'adresse qui a reçu le récapitulatif"
        case .notUnderstood:
            "écrire « \(RecoveryOrder.word) » et des numéros, seuls sur la première ligne"
        }
    }
}
