import Casework
import Filing
import Foundation
import Transport

/// Hands mails to the SMTP server of the configuration, several on one connection.
package final class Postman: MailDelivery {
    private let settings: ConnectionSettings
    private let wake: Wake?
    private var session: SMTPSession?

    /// - Parameter wake: once signalled, no connection is made and no further mail begun.
    package init(settings: ConnectionSettings, wake: Wake? = nil) {
        self.settings = settings
        self.wake = wake
    }

    /// Connects and logs in, to learn at the start what would fail later.
    package func probe() throws(TransportError) { _ = try connected() }

    package func deliver(_ mails: [QueuedMail]) -> [DeliveryOutcome] {
        // A server that cannot be reached is not asked again for each mail: ten times the patience
        // for a connection would outlast any stop.
        var noConnection: TransportError?
        return mails.map { mail in
            if let noConnection { return .notSent(noConnection) }
            return deliver(mail, &noConnection)
        }
    }

    private func deliver(_ mail: QueuedMail, _ noConnection: inout TransportError?)
        -> DeliveryOutcome
    {
        let envelope = OutgoingEnvelope(
            reversePath: mail.reversePath,
            forwardPaths: mail.forwardPaths,
            bytes: mail.bytes
        )
        do throws(TransportError) {
            let isReused = session?.isUsable ?? false
            var outcome = try connected().send(envelope).outcome
            if isReused, case .notSent = outcome {
                // Servers end idle sessions: that says nothing about the mail.
                session = nil
                outcome = try connected().send(envelope).outcome
            }
            return outcome
        } catch {
            noConnection = error
            return .notSent(error)
        }
    }

    private func connected() throws(TransportError) -> SMTPSession {
        if let wake, wake.isSignalled {
            throw TransportError(.cancelled, "\(settings.endpoint): the service is stopping")
        }
        if let session, session.isUsable { return session }
        session = nil
        let opened = try SMTPSession(settings, wake: wake)
        session = opened
        return opened
    }

    package func finish() {
        session?.quit()
        session = nil
    }
}

/// Accepts every mail and sends none.
package final class DryDelivery: MailDelivery {
    package init() {}

    package func deliver(_ mails: [QueuedMail]) -> [DeliveryOutcome] {
        mails.map { _ in .accepted(SMTPReply(code: 250, text: "simulated")) }
    }

    package func finish() {}
}

extension MailDelivery {
    /// Hands over all that is due, in small batches so that little is in doubt if we are cut off.
    ///
    /// Stops early when `isStopping` says so; what was claimed is finished.
    package func sendDue(
        from office: Office,
        clock: any Clock,
        isStopping: () -> Bool = { false },
        onOutcome: (QueuedMail, DeliveryOutcome) -> Void = { _, _ in }
    ) throws {
        defer { finish() }
        var failures = 0
        while !isStopping() {
            let mails = try office.claimDue(atMost: 10, at: clock.now)
            guard !mails.isEmpty else { return }
            let outcomes = deliver(mails)
            try office.settle(mails, outcomes, at: clock.now)
            for (mail, outcome) in zip(mails, outcomes) { onOutcome(mail, outcome) }
            // A server that cannot be reached is not asked again for each of a thousand mails.
            failures = outcomes.allSatisfy(\.isNotSent) ? failures + 1 : 0
            if failures >= 2 { return }
        }
    }
}

extension DeliveryOutcome {
    fileprivate var isNotSent: Bool {
        if case .notSent = self { true } else { false }
    }
}
