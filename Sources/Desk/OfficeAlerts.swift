import Casework
import Correspondence
import Foundation
import Mail

extension Office {
    /// Journals that a part of the service fails or works again, with the mails that tell it.
    ///
    /// A mail that told of a failure and has not left when it is over is withdrawn: one mail then
    /// says both.
    /// - Parameter earlier: a failure that was told without being journalled.
    package func announce(
        _ notice: ServiceNotice,
        after earlier: ServiceState?,
        to recipients: [Address],
        at now: Date
    ) throws {
        try update(at: now) { store, clerk in
            let withdrawn =
                notice.state.isFailing
                ? []
                : (store.alarms.failing[notice.state.part]?.mailIDs ?? [])
                    .filter(store.outbox.isWaiting)
            let mails = clerk.correspondent.incident(
                notice,
                kind: withdrawn.isEmpty ? .journalled : .replacingAlarm,
                to: recipients,
                name: "service.\(store.alarms.count + 1)",
                now: now
            )
            var state = notice.state
            state.mailIDs = mails.map(\.id)
            return [earlier.map { .serviceState($0) }].compactMap(\.self)
                + withdrawn.map {
                    .mailWithdrawn(id: $0, reason: "over before it could leave")
                }
                + [.serviceState(state)] + mails.map { .mailQueued($0) }
        }
    }

    /// The mails of a notice that the journal cannot hold.
    package func composeUnjournalled(
        _ notice: ServiceNotice,
        to recipients: [Address],
        at now: Date
    ) -> [QueuedMail] {
        correspondent.incident(
            notice,
            kind: .unjournalled,
            to: recipients,
            name: "service.unjournalled",
            now: now
        )
    }
}
