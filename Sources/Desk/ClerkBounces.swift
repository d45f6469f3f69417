import Casework
import Correspondence
import Foundation
import Intake
import Mail

extension Clerk {
    /// The mail of ours that a notice is about: as its report names it, the address it came back to,
    /// or what it answers. All are signed, so nobody can say of a mail what is not so.
    func returnedMail(_ message: Message, report: DeliveryReport?) -> MailName? {
        let reported = report?.originalMessageID
            .flatMap { MailName(messageID: $0, key: key) }
        if let reported { return reported }
        let addressed = ReturnPath.mailNames(in: message, own: correspondent.from, key: key)
        if let name = addressed.first { return name }
        return (message.inReplyTo + message.references.reversed()).lazy
            .compactMap { MailName(messageID: $0, key: key) }.first
    }

    /// What could not be delivered, as the notice says it; where it names nobody, the recipients of
    /// the answer that came back.
    func undelivered(
        _ message: Message,
        _ report: DeliveryReport?,
        of name: MailName?,
        register: Register
    ) -> [Undelivered] {
        let written = name.map { register.deliveries.recipients(ofAnswer: $0.mailID) } ?? []
        if let report, !report.recipients.isEmpty {
            let failed = report.recipients.filter { $0.action == .failed }.map { recipient in
                Undelivered(
                    address: recipient.address,
                    reason: [recipient.status, recipient.diagnostic].compactMap(\.self)
                        .joined(separator: " ")
                )
            }
            guard let first = failed.first, !written.isEmpty else { return failed }
            let keys = Set(written.map { $0.lowercased() })
            let known = failed.filter { keys.contains($0.address.lowercased()) }
            // An alias stands for others, and a notice can name anybody: told is whom we wrote to.
            return known.isEmpty
                ? written.map { Undelivered(address: $0, reason: first.reason) } : known
        }
        let reason = "avis sans détail, « \(message.subject ?? "sans objet") »"
        return written.map { Undelivered(address: $0, reason: reason) }
    }

    /// The addresses that nobody has, where a notice about an answer of ours says so of the very
    /// address that we wrote to: behind it others may stand whom it reaches.
    func deadAddresses(_ report: DeliveryReport?, of name: MailName?, register: Register) -> [Event]
    {
        guard let name, let report else { return [] }
        let written = register.deliveries.recipients(ofAnswer: name.mailID).map { $0.lowercased() }
        return report.recipients.filter { recipient in
            recipient.action == .failed && written.contains(recipient.address.lowercased())
                && DeadAddress.isMeant(status: recipient.status, diagnostic: recipient.diagnostic)
        }
        .map { recipient in
            .addressFailed(
                AddressFailure(
                    mailID: name.mailID,
                    address: recipient.address,
                    status: recipient.status
                )
            )
        }
    }
}
