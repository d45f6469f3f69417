import Casework
import Correspondence
import Desk
import Filing
import Foundation

/// All that is known of an installation from outside at one moment.
struct StatusReport {
    /// A fact of the letters that somebody should look at.
    struct Review: Hashable {
        var name: String
        /// The last on which its value is stated.
        var day: CivilDay
        /// Whether its fallback is stated already.
        var isExpired: Bool
    }

    var checkedAt: Date
    /// Seconds between two looks at the mailbox, as configured.
    var pollSeconds: Int
    var store: String
    /// Who holds the store; `nil`: the service is not running.
    var holder: StoreGlance.Holder?
    /// What the running service says of itself; `nil` when it is not running, or says nothing.
    var standing: ServiceStanding?
    /// What a service that has ended said last; `nil` while one runs.
    var ended: ServiceStanding?
    /// When the mailbox was last read, also by a service that has ended since.
    var lastScan: Date?
    var figures: Figures
    var reviews: [Review] = []
    /// Why nobody can tell which facts are to be reviewed.
    var factsProblem: String?
    var size: Int
    /// `nil` when the system does not say.
    var freeSpace: Int?

    /// When the service that is running began.
    var runningSince: Date? { standing?.startedAt ?? holder?.since }

    func age(of time: Date) -> TimeInterval { max(0, checkedAt.timeIntervalSince(time)) }
}

extension StatusReport {
    /// Looks at an installation; throws a ``JournalError`` when its store cannot be read.
    init(settings: Settings, now: Date) throws {
        let glance = StoreGlance(folder: settings.store)
        let stateFile = StateFile(store: settings.store)
        checkedAt = now
        pollSeconds = settings.mailbox.pollSeconds
        store = settings.store.path
        try glance.checkReadable()
        holder = try glance.holder()
        standing = holder.flatMap(stateFile.read(of:))
        let last = standing ?? stateFile.read()
        ended = holder == nil ? last : nil
        lastScan = last?.lastScan
        figures = try standing?.figures ?? Self.figures(glance, last: last?.figures)
        size = glance.size
        freeSpace = glance.freeSpace
        do {
            let facts = try Letters.readFacts(in: settings.templates)
            reviews = Self.reviews(of: facts, on: now)
        } catch {
            factsProblem = "\(error)"
        }
    }

    /// Those of a service that has ended are as good as new while the journal reaches no further.
    private static func figures(_ glance: StoreGlance, last: Figures?) throws -> Figures {
        if let last, let upTo = last.upTo, upTo == (try glance.extent()) { return last }
        return try glance.figures()
    }

    private static func reviews(of facts: Facts, on day: Date) -> [Review] {
        let today = CivilDay(of: day)
        let expired = facts.all.filter { $0.isExpired(on: today) }
        return (expired + facts.dueForReview(on: day))
            .map { Review(name: $0.name, day: $0.reviewDay, isExpired: $0.isExpired(on: today)) }
            .sorted { ($0.day, $0.name) < ($1.day, $1.name) }
    }
}
