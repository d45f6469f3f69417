import Foundation
import Mail

/// Where our answers went and which came back, made of the journal's events alone.
package struct DeliveryHistory: Sendable {
    private struct Failing {
        var failures: [Date]
        /// When an answer last went there although one had come back.
        var triedAt: Date?
    }

    /// The recipients of each answer, by the mail's name in the journal.
    private var recipients: [String: [String]] = [:]
    private var failing: [String: Failing] = [:]
    private var answersByDomain: [String: [Date]] = [:]

    package init() {}

    package mutating func apply(_ event: Event, at time: Date) {
        switch event {
        case .mailQueued(let mail) where mail.role.answersRequester: note(mail, at: time)
        case .mailRefused(let id, let reply):
            guard DeadAddress.isMeant(status: nil, diagnostic: reply) else { return }
            for address in recipients[id] ?? [] { note(failureOf: address, at: time) }
        case .addressFailed(let failure): note(failureOf: failure.address, at: time)
        default: break
        }
    }

    private mutating func note(_ mail: QueuedMail, at time: Date) {
        recipients[mail.id] = mail.forwardPaths
        for recipient in mail.forwardPaths {
            failing[Register.mailboxKey(recipient)]?.triedAt = time
            guard let domain = Self.domain(of: recipient) else { continue }
            let recent = (answersByDomain[domain] ?? [])
                .filter { time.timeIntervalSince($0) < Budget.window }
            answersByDomain[domain] = recent + [time]
        }
    }

    private mutating func note(failureOf address: String, at time: Date) {
        let key = Register.mailboxKey(address)
        let earlier = (failing[key]?.failures ?? [])
            .filter { time.timeIntervalSince($0) < DeadAddress.pause }
        failing[key] = Failing(failures: earlier + [time])
    }

    private static func domain(of addrSpec: String) -> String? {
        addrSpec.lastIndex(of: "@").map { addrSpec[addrSpec.index(after: $0)...].lowercased() }
    }

    // MARK: Questions

    /// The recipients of an answer; empty for a mail to staff or one that is unknown.
    package func recipients(ofAnswer mailID: String) -> [String] { recipients[mailID] ?? [] }

    /// Answers to anybody at the domain of that address in the window before `time`.
    package func recentAnswers(toDomainOf addrSpec: String, before time: Date) -> Int {
        (Self.domain(of: addrSpec).flatMap { answersByDomain[$0] } ?? [])
            .count { time.timeIntervalSince($0) < Budget.window }
    }

    /// Why nothing automatic goes to that address because answers came back from it; `nil` when
    /// something may. In French, for staff.
    ///
    /// Who writes after one failure evidently has the address, and is tried once more; when that
    /// does not come back within a day, all is as before.
    package func objection(toAnswering addrSpec: String, at time: Date) -> String? {
        guard let found = failing[Register.mailboxKey(addrSpec)] else { return nil }
        let recent = found.failures.filter { time.timeIntervalSince($0) < DeadAddress.pause }
        switch recent.count {
        case 0: return nil
        case 1:
            guard let tried = found.triedAt, time.timeIntervalSince(tried) < DeadAddress.trial
            else {
                return nil
            }
            return "adresse inconnue : notre réponse en est revenue, un nouvel essai est en cours"
        default:
            return "adresse inconnue : nos réponses en reviennent, plus d'envoi pendant 60 jours"
        }
    }
}
