import Casework
import Correspondence
import Foundation
import Intake
import Mail

extension Clerk {
    /// Why nobody gets an answer to a message; `nil` when one may be sent. In French, for staff.
    func objection(
        toAnswering inquiry: Inquiry,
        arrival: Arrival,
        register: Register,
        at now: Date
    ) -> String? {
        if let reason = objection(toWritingTo: inquiry) { return reason }
        guard let addressee = inquiry.addressee else { return "aucune adresse d'expéditeur" }
        if arrival.flags.contains(where: { $0.lowercased() == "\\answered" }) {
            return "une personne y a déjà répondu"
        }
        if arrival.flags.contains(where: { $0.lowercased() == Self.keyword.lowercased() }) {
            return "déjà marqué comme classé dans la boîte"
        }
        let age = now.timeIntervalSince(inquiry.receivedAt)
        if answerWithinDays > 0, age > Double(answerWithinDays) * 86_400 {
            return "reçu il y a plus de \(answerWithinDays) jours"
        }
        if let loop = SubjectLoop.objection(toAnswering: inquiry.message.subject ?? "") {
            return loop
        }
        let isProvider = isAtProvider(addressee)
        let text = inquiry.reading.newText
        if !isProvider, register.isTextOfDomain(text, from: addressee.addrSpec, before: now) {
            return "même texte reçu d'une autre adresse de ce domaine il y a moins d'une heure"
        }
        return budget.objection(
            toAnswering: addressee.addrSpec,
            isProvider: isProvider,
            at: now,
            register: register
        )
    }

    /// What keeps the address itself from being written to.
    func objection(toWritingTo inquiry: Inquiry) -> String? {
        if let missing = inquiry.handedOn?.missing { return missing }
        if let reason = inquiry.screeningReason { return reason.evidence }
        // RFC 5322 §3.6.2 allows them; which of them wrote cannot be known.
        if Set(inquiry.message.from.map { $0.addrSpec.lowercased() }).count > 1 {
            return "plusieurs adresses dans le champ From : aucune n'est sûre"
        }
        guard let addressee = inquiry.addressee else { return "aucune adresse d'expéditeur" }
        if Mailbox(addressee) == nil {
            return "l'adresse de l'expéditeur ne peut pas recevoir de réponse"
        }
        return routing.isStaff(addressee) ? "écrit par un agent de l'équipe" : nil
    }

    /// Whether many who have nothing to do with each other write from that domain. Without tables
    /// nobody can tell, and then any domain may be one.
    private func isAtProvider(_ address: Address) -> Bool {
        correspondent.gazetteer?.hint(localPart: address.localPart, domain: address.domain)
            .isMailboxProvider ?? true
    }
}
