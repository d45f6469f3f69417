/// That staff were told of a fact that is to be reviewed.
package struct FactReminder: Hashable, Sendable {
    /// When staff are told: once each.
    package enum Stage: String, Hashable, Sendable {
        /// From thirty days before the review day.
        case soon
        /// From the review day on, the last on which the fact is stated.
        case due
    }

    /// The name of the fact.
    package var fact: String
    package var reviewDay: CivilDay
    package var stage: Stage
    /// The mails that tell it; those of several facts may be the same.
    package var mailIDs: [String]

    package init(fact: String, reviewDay: CivilDay, stage: Stage, mailIDs: [String] = []) {
        self.fact = fact
        self.reviewDay = reviewDay
        self.stage = stage
        self.mailIDs = mailIDs
    }
}

/// What staff were told of facts, made of the journal's events alone: neither a restart nor a clock that
/// is put back tells anything twice.
package struct FactReminders: Hashable, Sendable {
    private struct Review: Hashable {
        var fact: String
        var day: CivilDay
    }

    private var told: [Review: Set<FactReminder.Stage>] = [:]
    /// How many were told, for the names of their mails.
    package private(set) var count = 0

    package init() {}

    package mutating func apply(_ event: Event) {
        guard case .factReminded(let reminder) = event else { return }
        count += 1
        told[Review(fact: reminder.fact, day: reminder.reviewDay), default: []]
            .insert(reminder.stage)
    }

    /// Whether that is to be told yet. Who was told that the day has come need not hear that it will.
    package func wants(_ stage: FactReminder.Stage, of fact: String, reviewDay: CivilDay) -> Bool {
        let told = told[Review(fact: fact, day: reviewDay)] ?? []
        return !told.contains(stage) && !told.contains(.due)
    }
}
