import Casework
import Desk
import Filing
import Foundation
import JSONLines

/// The report for programs; its members are taught by `guichet status --help`.
extension StatusReport {
    var json: JSONObject {
        let today = figures.day(of: checkedAt)
        let week = figures.week(to: checkedAt)
        return [
            "status": .string(level.word),
            "problems": .array(
                findings.map { ["level": .string($0.level.word), "text": .string($0.text)] }
            ),
            "checked_at": time(checkedAt),
            "running": .bool(holder != nil),
            "pid": integer(holder?.pid),
            "version": .string(orNull: standing?.version),
            "started_at": time(runningSince),
            "last_scan": time(lastScan),
            "last_scan_age_seconds": age(lastScan),
            "last_complete_scan": time(standing?.lastCompleteScan),
            "mailbox": link(standing?.mailbox),
            "delivery": link(standing?.delivery),
            "filing": link(standing?.journal),
            "refused_rules": .string(orNull: standing?.refusedRules),
            "received": received(today),
            "cases": cases,
            "outbox": [
                "waiting": .integer(figures.waiting), "oldest": time(figures.oldestWaiting),
                "oldest_age_seconds": age(figures.oldestWaiting),
                "next_retry": time(figures.nextRetry),
            ],
            "held": [
                "count": .integer(figures.held), "oldest": time(figures.oldestHeld),
                "oldest_age_seconds": age(figures.oldestHeld),
            ],
            "set_aside": [
                "since_recap": .integer(figures.setAsideSinceRecap),
                "last_recap": time(figures.lastRecap),
            ],
            "sent": .integer(figures.total.sent.values.reduce(0, +)),
            "in_doubt_7_days": .integer(week.doubts),
            "given_up_7_days": .integer(week.givenUp),
            "refused_7_days": .integer(week.refused),
            "facts_to_review": .array(reviews.map(json)),
            "facts_problem": .string(orNull: factsProblem),
            "store": [
                "path": .string(store), "octets": .integer(size),
                "free_octets": integer(freeSpace),
            ],
        ]
    }

    /// What a program learns when we cannot find out.
    static func unknownJSON(_ problem: String, now: Date) -> JSONObject {
        [
            "status": .string(StatusLevel.unknown.word),
            "problems": [
                [
                    "level": .string(StatusLevel.unknown.word),
                    "text": .string(StatusWords.plain(problem)),
                ]
            ],
            "checked_at": .string(Timestamp.seconds(now)),
        ]
    }

    private func received(_ today: Tally.Counts) -> JSONValue {
        func byDisposition(_ counts: Tally.Counts) -> JSONValue {
            .object(
                JSONObject(
                    Disposition.allKnown.map { kind in
                        let name = kind.rawValue.replacingOccurrences(of: "-", with: "_")
                        return (name, .integer(counts.received[kind] ?? 0))
                    }
                )
            )
        }
        return [
            "total": .integer(figures.total.receivedTotal),
            "today": .integer(today.receivedTotal),
            "by_disposition": byDisposition(figures.total),
            "today_by_disposition": byDisposition(today),
        ]
    }

    private var cases: JSONValue {
        [
            "open": .integer(figures.openCases),
            "new": .integer(figures.cases[.new] ?? 0),
            "in_progress": .integer(figures.cases[.inProgress] ?? 0),
            "waiting": .integer(figures.cases[.waiting] ?? 0),
            "closed": .integer(figures.cases[.closed] ?? 0),
            "answered": .integer(figures.answeredCases),
        ]
    }

    private func json(_ review: Review) -> JSONValue {
        [
            "name": .string(review.name), "review_by": .string("\(review.day)"),
            "expired": .bool(review.isExpired),
        ]
    }

    private func link(_ link: ServiceStanding.Link?) -> JSONValue {
        switch link ?? .untried {
        case .untried: return state("unknown", nil)
        case .works(let since): return state("up", since)
        case .fails(let failure):
            return state("down", failure.since, cause: failure.cause, nextTry: failure.nextTry)
        }
    }

    private func state(
        _ word: String,
        _ since: Date?,
        cause: String? = nil,
        nextTry: Date? = nil
    ) -> JSONValue {
        [
            "state": .string(word), "since": time(since), "cause": .string(orNull: cause),
            "next_try": time(nextTry),
        ]
    }

    private func time(_ time: Date?) -> JSONValue {
        .string(orNull: time.map(Timestamp.seconds))
    }

    private func age(_ time: Date?) -> JSONValue { integer(time.map { Int(age(of: $0)) }) }

    private func integer(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
}
