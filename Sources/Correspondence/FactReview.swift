import Casework
import Foundation
import Mail

/// That staff are to review a fact.
package struct FactReview: Hashable, Sendable {
    package var fact: Facts.Fact
    package var stage: FactReminder.Stage
}

extension Facts {
    /// The reviews that staff are to be told of on a day: thirty days before the review day, and from
    /// that day on, the last on which the fact is stated. What was told before is not told again.
    package func reviews(toTellOn now: Date, after told: FactReminders) -> [FactReview] {
        let today = CivilDay(of: now)
        return all.filter { fact in
            !fact.value.isEmpty && fact.reviewDay <= today.adding(days: Self.noticeDays)
        }
        .sorted { ($0.reviewDay, $0.line) < ($1.reviewDay, $1.line) }
        .map { FactReview(fact: $0, stage: $0.reviewDay > today ? .soon : .due) }
        .filter { told.wants($0.stage, of: $0.fact.name, reviewDay: $0.fact.reviewDay) }
    }
}

extension Correspondent {
    /// Tells staff of facts to review, all of them in one mail to each person.
    ///
    /// - Parameter name: distinguishes these mails from all others of the journal.
    package func factReview(
        _ reviews: [FactReview],
        to recipients: [Address],
        name: String,
        now: Date
    ) -> [QueuedMail] {
        let today = CivilDay(of: now)
        let values = FactReviewValues(items: reviews.map { item($0.fact, on: today) })
        let letter = letters.render(values, on: now)
        let subject = "Guichet : \(subject(reviews, on: today))"
        return recipients.enumerated().compactMap { index, address in
            let id = "\(name).\(index + 1)"
            let token = key.token(.staffThread, of: "\(id) \(now.timeIntervalSince1970)")
            let head = Letterhead(
                role: .notice,
                recipient: address,
                subject: subject,
                thread: [],
                purpose: .staffThread
            )
            return mail(
                head,
                id: id,
                in: nil,
                leftPart: "\(id).\(token)",
                // A reply to the service would be read as a request.
                answersGoTo: address,
                date: now
            ) { letter }
        }
    }

    /// As in "1 fait à revoir d'ici au 30 juin 2027"; of several days the first is named.
    private func subject(_ reviews: [FactReview], on today: CivilDay) -> String {
        let count = reviews.count == 1 ? "1 fait" : "\(reviews.count) faits"
        guard let first = reviews.map(\.fact.reviewDay).min() else { return count }
        if first > today { return "\(count) à revoir d'ici au \(FactWords.date(first))" }
        return first == today ? "\(count) à revoir aujourd'hui" : "\(count) à revoir"
    }

    private func item(_ fact: Facts.Fact, on today: CivilDay) -> FactReviewValues.Item {
        let since = FactWords.date(fact.reviewDay.adding(days: 1))
        let value = "« \(fact.value) »"
        let replacement = FactWords.replacement(fact)
        let isExpired = fact.isExpired(on: today)
        return FactReviewValues.Item(
            name: "\(fact.name) (\(Facts.fileName), ligne \(fact.line))",
            state: FactWords.state(until: fact.reviewDay, on: today),
            written: isExpired ? "\(replacement), depuis le \(since)" : value,
            before: isExpired ? value : nil,
            next: isExpired ? nil : "\(replacement), à partir du \(since)",
            owner: fact.owner,
            source: fact.source
        )
    }
}
