import Casework
import Correspondence
import Foundation
import Mail

/// Tells staff of the facts that are to be reviewed: each thirty days before its review day and from
/// that day on, once, whatever is cut off in between, since it is journalled together with its mails.
///
/// A service that was off on the day tells it when it is up again. A simulation tells nothing.
package final class FactDesk: Sendable {
    private let recipients: [Address]
    private let office: Office
    private let clock: any Clock
    private let log: Log

    package init(settings: Settings, office: Office, clock: any Clock, log: Log) {
        recipients = settings.routing.fallback
        self.office = office
        self.clock = clock
        self.log = log
    }

    /// Tells what is to be told now, if anything.
    package func look() throws {
        for reminder in try office.remindOfFacts(to: recipients, at: clock.now) {
            log.info(
                "fact.reminded",
                [
                    "fact": reminder.fact, "review_date": reminder.reviewDay,
                    "stage": reminder.stage.rawValue,
                ]
            )
        }
    }
}

extension Office {
    /// Journals which facts are to be reviewed, with the mails that tell it.
    package func remindOfFacts(to recipients: [Address], at now: Date) throws -> [FactReminder] {
        guard !recipients.isEmpty else { return [] }
        var reminders: [FactReminder] = []
        try update(at: now) { store, clerk in
            let told = store.register.factReminders
            let correspondent = clerk.correspondent
            let reviews = correspondent.letters.facts.reviews(toTellOn: now, after: told)
            guard !reviews.isEmpty else { return [] }
            let mails = correspondent.factReview(
                reviews,
                to: recipients,
                name: "facts.\(told.count + 1)",
                now: now
            )
            reminders = reviews.map { review in
                FactReminder(
                    fact: review.fact.name,
                    reviewDay: review.fact.reviewDay,
                    stage: review.stage,
                    mailIDs: mails.map(\.id)
                )
            }
            return reminders.map { .factReminded($0) } + mails.map { .mailQueued($0) }
        }
        return reminders
    }
}
