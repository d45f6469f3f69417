import Casework
import Foundation

/// The journal and what follows from it: the cases, the outbox, the position in the mailbox.
///
/// Every change goes through `commit`, which makes it durable before it counts.
package final class Store {
    let journal: Journal
    package private(set) var register = Register()
    package private(set) var outbox = Outbox()
    package private(set) var cursor = Cursor()
    package private(set) var alarms = Alarms()
    private var tally = Tally()
    /// The time of the last event; `nil` in an empty store.
    package private(set) var lastTime: Date?
    private var staged: [[Event]] = []
    /// Whether what is in memory may differ from the journal, since groups counted that were not
    /// written.
    private var isStale = false
    /// What was cut off at the start, a sentence each.
    package var mendings: [String] { journal.mendings }
    /// What all of it amounts to.
    package var figures: Figures {
        Figures(tally: tally, outbox: outbox, upTo: journal.extent)
    }

    /// Opens the store, mends its last group and replays all of it.
    package init(folder: URL, kind: StoreKind, now: Date) throws {
        journal = try Journal(store: folder, kind: kind, at: now)
        try reload()
    }

    /// Makes sure that the store is what the journal says; called before anything is read or staged.
    ///
    /// It costs something only after a write that failed. While it throws, nothing here may be relied
    /// on: a position or a case that is missing would be given a second time.
    package func refresh() throws {
        guard isStale else { return }
        try reload()
    }

    /// Appends groups, each as one, and makes them durable together; then they count.
    package func commit(_ groups: [[Event]], at time: Date) throws {
        try refresh()
        for group in groups { stage(group, at: time) }
        try commitStaged(at: time)
    }

    /// Lets a group count at once, so that the next message of a batch sees it; nothing may be done
    /// about it before `commitStaged`.
    package func stage(_ group: [Event], at time: Date) {
        guard !group.isEmpty else { return }
        staged.append(group)
        for event in group { apply(event, at: time) }
    }

    /// Makes all staged groups durable. If that fails, none of them counts any more: `refresh` makes
    /// the store what the journal says.
    package func commitStaged(at time: Date) throws(JournalError) {
        let groups = staged
        staged = []
        guard !groups.isEmpty else { return }
        do {
            _ = try journal.append(groups.map { $0.map(\.entry) }, at: time)
        } catch {
            isStale = true
            throw error
        }
    }

    /// Lets every held answer of a case go, durably.
    package func release(_ number: CaseNumber, by name: String, at time: Date) throws
        -> ReleaseOutcome
    {
        try refresh()
        let outcome = ReleaseOutcome(of: number, register: register)
        if case .released = outcome {
            try commit([register.releaseEvents(in: number, by: name)], at: time)
        }
        return outcome
    }

    private func reload() throws {
        isStale = true
        register = Register()
        outbox = Outbox()
        cursor = Cursor()
        alarms = Alarms()
        tally = Tally()
        lastTime = nil
        try journal.replay { line in
            guard let event = try Event(entry: line.body, type: line.type, case: line.caseNumber)
            else { return }
            apply(event, at: line.at)
        }
        isStale = false
    }

    private func apply(_ event: Event, at time: Date) {
        register.apply(event, at: time)
        tally.apply(event, at: time, before: outbox)
        outbox.apply(event, at: time)
        cursor.apply(event, at: time)
        alarms.apply(event, at: time)
        lastTime = max(lastTime ?? time, time)
    }

    package func close() { journal.close() }
}
