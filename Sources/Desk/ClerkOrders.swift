import Casework
import Correspondence
import Foundation
import Intake
import Mail

extension Clerk {
    /// What a member of staff writes about a case stays in its file, and may be an order; the
    /// requester never sees it.
    func staffNote(
        _ inquiry: Inquiry,
        _ arrival: Arrival,
        on number: CaseNumber,
        register: Register,
        at now: Date
    ) -> Decision {
        var decision = Decision(
            receipt: receipt(inquiry, arrival, .staffCommand, "réponse d'un agent au guichet"),
            caseNumber: number,
            classification: nil
        )
        guard let dossier = register.cases[number], let author = inquiry.author else {
            return decision.completed()
        }
        if let outcome = outcome(of: inquiry, from: author, on: number, register, at: now) {
            if case .released = outcome {
                decision.effects = register.releaseEvents(in: number, by: author.addrSpec)
            }
            if budget.permitsReceipt(
                to: author.addrSpec,
                in: number,
                at: now,
                register: register
            ) {
                var context = MailContext(register: register, now: now)
                decision.mails = correspondent.receipt(
                    of: outcome,
                    about: dossier,
                    to: author,
                    context: &context
                )
            }
        }
        return decision.completed(with: .caseUpdated(dossier, inquiry.content))
    }

    /// What is to be told about an order; `nil` for a note in a case in which nothing waits.
    private func outcome(
        of inquiry: Inquiry,
        from author: Address,
        on number: CaseNumber,
        _ register: Register,
        at now: Date
    ) -> OrderOutcome? {
        let held = register.heldAnswers(in: number)
        guard Order(in: inquiry.reading.newText) == .send else {
            return held.isEmpty ? nil : .noted
        }
        guard !held.isEmpty else { return .nothingHeld(register.lastRelease(in: number)) }
        let authority = OrderAuthority(
            of: inquiry.message,
            from: author,
            in: number,
            over: held,
            standIn: standIn,
            register: register,
            key: key,
            now: now
        )
        guard authority == .granted else { return .refused(authority) }
        return .released(to: held.flatMap(\.recipients))
    }
}
