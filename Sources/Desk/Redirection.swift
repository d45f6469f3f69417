import Casework
import Correspondence
import Mail
import Transport

/// Sends every mail to one reader instead of to its recipients, for a trial.
///
/// Only what is handed over changes: the journal keeps the mail as it was written, so that cases,
/// budgets and threads are those of an ordinary day.
package final class Redirection: MailDelivery {
    private let delivery: any MailDelivery
    private let reader: Address

    package init(_ delivery: any MailDelivery, to reader: Address) {
        self.delivery = delivery
        self.reader = reader
    }

    package func deliver(_ mails: [QueuedMail]) -> [DeliveryOutcome] {
        delivery.deliver(mails.map { $0.redirected(to: reader) }).map { outcome in
            guard case .accepted(var reply) = outcome else { return outcome }
            reply.text += " (redirected to \(reader.addrSpec))"
            return .accepted(reply)
        }
    }

    package func finish() { delivery.finish() }
}

extension Settings {
    /// The way that every mail of the service must take: past its recipients in a trial.
    package func outgoing(through postman: Postman) -> any MailDelivery {
        redirectTo.map { Redirection(postman, to: $0) } ?? postman
    }
}
