import Casework
import Filing
import Foundation
import JSONLines
import Transport

/// How a running service stands: what the journal cannot say, and its figures as of then.
package struct ServiceStanding: Hashable, Sendable {
    /// Whether something the service depends on works.
    package enum Link: Hashable, Sendable {
        /// Not tried yet.
        case untried
        case works(since: Date)
        case fails(Failure)
    }

    package struct Failure: Hashable, Sendable {
        package var since: Date
        /// In the words of the log.
        package var cause: String
        /// False when only a person can help.
        package var isTransient: Bool
        package var nextTry: Date?

        package init(since: Date, cause: String, isTransient: Bool, nextTry: Date? = nil) {
            self.since = since
            self.cause = cause
            self.isTransient = isTransient
            self.nextTry = nextTry
        }
    }

    package var pid: Int
    package var version: String
    package var startedAt: Date
    /// When a scan last went through the mailbox, and when one last had every message.
    package var lastScan: Date?
    package var lastCompleteScan: Date?
    /// When a message was last filed: a scan of thousands takes long, and goes well.
    package var lastFiling: Date?
    package var mailbox = Link.untried
    package var delivery = Link.untried
    package var journal = Link.untried
    /// Why new rules, letters or tables are not in use.
    package var refusedRules: String?
    package var figures = Figures()

    package init(pid: Int, version: String, startedAt: Date) {
        self.pid = pid
        self.version = version
        self.startedAt = startedAt
    }

    /// Takes in what happened.
    package mutating func note(_ news: ServiceNews, at time: Date) {
        switch news {
        case .mailboxOpened: mailbox.succeed(at: time)
        case .filed:
            lastFiling = time
            journal.succeed(at: time)
        case .scanned(let isComplete):
            lastScan = time
            if isComplete { lastCompleteScan = time }
            mailbox.succeed(at: time)
            if !awaitsJournal(at: time) { journal.succeed(at: time) }
        case .mailboxFailed(let error, let seconds):
            mailbox.fail(error.description, error.isTransient, at: time, again: seconds)
        case .ended(let error): mailbox.fail(error.description, false, at: time)
        case .journalFailed(let detail, let seconds):
            journal.fail(detail, true, at: time, again: seconds)
        case .deliveryOpened: delivery.succeed(at: time)
        case .deliveryFailed(let error):
            delivery.fail(error.description, error.isTransient, at: time)
        case .settled(_, let outcome):
            note(outcome, at: time)
            journal.succeed(at: time)
        case .rulesReloaded: refusedRules = nil
        case .rulesRefused(let detail): refusedRules = detail
        case .reconciled, .waits, .works: break
        }
    }

    /// Whether filing or sending failed and was not tried again yet: a scan of an empty mailbox writes
    /// nothing, and so proves nothing.
    private func awaitsJournal(at time: Date) -> Bool {
        guard case .fails(let failure) = journal, let nextTry = failure.nextTry else {
            return false
        }
        return time < nextTry.addingTimeInterval(60)
    }

    /// A server that refuses one mail works; one that refuses our login, or says nothing, does not.
    private mutating func note(_ outcome: DeliveryOutcome, at time: Date) {
        switch outcome {
        case .accepted, .tryLater: delivery.succeed(at: time)
        case .refused(let reply) where reply.refusesLogin:
            delivery.fail(reply.description, false, at: time)
        case .refused: delivery.succeed(at: time)
        case .notSent(let error) where error.kind == .cancelled: break
        case .unknown(let error), .notSent(let error):
            delivery.fail(error.description, error.isTransient, at: time)
        }
    }
}

extension SMTPReply {
    /// Whether it is our login that is refused, not the mail (RFC 4954 §6).
    package var refusesLogin: Bool { [530, 534, 535, 538].contains(code) }
}

extension ServiceStanding.Link {
    fileprivate mutating func succeed(at time: Date) {
        if case .works = self { return }
        self = .works(since: time)
    }

    /// `again`: seconds until the next try, where that is known.
    fileprivate mutating func fail(
        _ cause: String,
        _ isTransient: Bool,
        at time: Date,
        again: Double? = nil
    ) {
        var since = time
        if case .fails(let failure) = self { since = failure.since }
        self = .fails(
            ServiceStanding.Failure(
                since: since,
                cause: cause,
                isTransient: isTransient,
                nextTry: again.map { time.addingTimeInterval($0) }
            )
        )
    }
}

// The state file.
extension ServiceStanding {
    /// Raised when a reader of the form before would misread it.
    private static let form = 1

    package var json: JSONObject {
        [
            "form": .integer(Self.form), "pid": .integer(pid), "version": .string(version),
            "started_at": .time(orNull: startedAt), "last_scan": .time(orNull: lastScan),
            "last_complete_scan": .time(orNull: lastCompleteScan),
            "last_filing": .time(orNull: lastFiling), "mailbox": .object(mailbox.json),
            "delivery": .object(delivery.json), "journal": .object(journal.json),
            "refused_rules": .string(orNull: refusedRules), "figures": .object(figures.json),
        ]
    }

    /// `nil` when it is not what ``json`` writes.
    package init?(json: JSONObject) {
        guard json.integer("form") == Self.form, let pid = json.integer("pid"),
            let version = json.string("version"), let startedAt = json.time("started_at"),
            let mailbox = json.object("mailbox").flatMap(Link.init(json:)),
            let delivery = json.object("delivery").flatMap(Link.init(json:)),
            let journal = json.object("journal").flatMap(Link.init(json:)),
            let figures = json.object("figures").flatMap(Figures.init(json:))
        else { return nil }
        self.init(pid: pid, version: version, startedAt: startedAt)
        lastScan = json.time("last_scan")
        lastCompleteScan = json.time("last_complete_scan")
        lastFiling = json.time("last_filing")
        self.mailbox = mailbox
        self.delivery = delivery
        self.journal = journal
        refusedRules = json.string("refused_rules")
        self.figures = figures
    }
}

extension ServiceStanding.Link {
    /// One word: `up`, `down`, or `unknown` while it was not tried.
    package var word: String {
        switch self {
        case .untried: "unknown"
        case .works: "up"
        case .fails: "down"
        }
    }

    package var json: JSONObject {
        switch self {
        case .untried: ["state": .string(word)]
        case .works(let since): ["state": .string(word), "since": .time(orNull: since)]
        case .fails(let failure):
            [
                "state": .string(word), "since": .time(orNull: failure.since),
                "cause": .string(failure.cause), "transient": .bool(failure.isTransient),
                "next_try": .time(orNull: failure.nextTry),
            ]
        }
    }

    fileprivate init?(json: JSONObject) {
        switch json.string("state") {
        case "unknown": self = .untried
        case "up":
            guard let since = json.time("since") else { return nil }
            self = .works(since: since)
        case "down":
            guard let since = json.time("since"), let cause = json.string("cause"),
                let isTransient = json.bool("transient")
            else { return nil }
            self = .fails(
                ServiceStanding.Failure(
                    since: since,
                    cause: cause,
                    isTransient: isTransient,
                    nextTry: json.time("next_try")
                )
            )
        default: return nil
        }
    }
}
