import Desk
import Filing
import Foundation

/// How bad it is, as Nagios and Centreon count.
enum StatusLevel: Int, Comparable {
    case ok, warning, critical, unknown

    static func < (a: StatusLevel, b: StatusLevel) -> Bool { a.rawValue < b.rawValue }

    var word: String {
        switch self {
        case .ok: "ok"
        case .warning: "warning"
        case .critical: "critical"
        case .unknown: "unknown"
        }
    }

    var exitCode: ExitCode {
        switch self {
        case .ok: .done
        case .warning: .warning
        case .critical: .critical
        case .unknown: .unknown
        }
    }
}

/// One thing that is not as it should be.
struct StatusFinding: Hashable {
    var level: StatusLevel
    var text: String
}

/// From where on something is worth a warning, or getting up for. Times in seconds, space in octets.
enum StatusThresholds {
    /// Three missed looks at the mailbox are no hiccup; below five minutes, a mail server that is
    /// restarted would wake people up.
    static func scanWarning(pollSeconds: Int) -> TimeInterval { max(300, 3 * Double(pollSeconds)) }
    /// A quarter of an hour is long for a requester who was promised an answer at once; whoever looks
    /// at the mailbox seldom is not alarmed by that alone.
    static func scanCritical(pollSeconds: Int) -> TimeInterval { max(900, 5 * Double(pollSeconds)) }
    /// As for the mailbox.
    static let deliveryWarning: TimeInterval = 300
    /// A server that puts mail off, as greylisting does, takes it after some minutes.
    static let outboxWarning: TimeInterval = 900
    /// By then, a requester wonders, and it is not greylisting.
    static let outboxCritical: TimeInterval = 3_600
    /// Room for weeks of journal, and so for mending it in office hours.
    static let spaceWarning = 500_000_000
    /// Below this, one mail with attachments and the system's own logs may fill the disk in a day.
    static let spaceCritical = 200_000_000
}

extension StatusReport {
    /// What is not as it should be, the worst first. Held answers never are among it: they wait for
    /// staff, as configured.
    var findings: [StatusFinding] {
        let all = serviceFindings + linkFindings + mailFindings + upkeepFindings
        return all.enumerated()
            .sorted { ($1.element.level, $0.offset) < ($0.element.level, $1.offset) }
            .map(\.element)
    }

    var level: StatusLevel { findings.first?.level ?? .ok }

    private var serviceFindings: [StatusFinding] {
        guard let runningSince else {
            return [StatusFinding(level: .critical, text: "the service is not running\(reason)")]
        }
        var findings: [StatusFinding] = []
        let sign = [standing?.lastScan, standing?.lastFiling, runningSince].compactMap(\.self).max()
        let silence = age(of: sign ?? runningSince)
        if let level = level(
            silence,
            StatusThresholds.scanWarning(pollSeconds: pollSeconds),
            StatusThresholds.scanCritical(pollSeconds: pollSeconds)
        ) {
            findings.append(
                StatusFinding(level: level, text: "no scan of the mailbox for \(words(silence))")
            )
        }
        if let incomplete = incompleteFor,
            incomplete > StatusThresholds.scanWarning(pollSeconds: pollSeconds)
        {
            findings.append(
                StatusFinding(
                    level: .warning,
                    text: "some messages withheld by the server for \(words(incomplete))"
                )
            )
        }
        return findings
    }

    /// What the service ended over, where only a person can help.
    private var reason: String {
        guard let ended else { return "" }
        if ended.journal.needsHelp { return ", nothing could be filed" }
        if ended.mailbox.needsHelp { return ", the mailbox could not be opened" }
        if ended.delivery.needsHelp { return ", no mail could be sent" }
        return ""
    }

    /// For how long scans have gone through the mailbox without getting every message.
    private var incompleteFor: TimeInterval? {
        guard let standing, let scan = standing.lastScan else { return nil }
        let complete = standing.lastCompleteScan ?? standing.startedAt
        return complete < scan ? age(of: complete) : nil
    }

    private var linkFindings: [StatusFinding] {
        guard let standing else { return [] }
        var findings: [StatusFinding] = []
        if case .fails = standing.journal {
            findings.append(StatusFinding(level: .critical, text: "nothing can be filed"))
        }
        if case .fails(let failure) = standing.mailbox, !failure.isTransient {
            let text = "the mailbox cannot be opened until somebody helps"
            findings.append(StatusFinding(level: .critical, text: text))
        }
        if case .fails(let failure) = standing.delivery {
            let duration = age(of: failure.since)
            if !failure.isTransient {
                let text = "no mail can be sent until somebody helps"
                findings.append(StatusFinding(level: .critical, text: text))
            } else if duration > StatusThresholds.deliveryWarning {
                let text = "no mail can be sent for \(words(duration))"
                findings.append(StatusFinding(level: .warning, text: text))
            }
        }
        if standing.refusedRules != nil {
            let text = "new rules were refused, the old ones are in use"
            findings.append(StatusFinding(level: .warning, text: text))
        }
        return findings
    }

    private var mailFindings: [StatusFinding] {
        var findings: [StatusFinding] = []
        if let oldest = figures.oldestWaiting,
            let level = level(
                age(of: oldest),
                StatusThresholds.outboxWarning,
                StatusThresholds.outboxCritical
            )
        {
            let wait = words(age(of: oldest))
            let text =
                figures.waiting == 1
                ? "1 mail waiting for \(wait)"
                : "\(figures.waiting) mails waiting, the oldest for \(wait)"
            findings.append(StatusFinding(level: level, text: text))
        }
        let week = figures.week(to: checkedAt)
        if week.givenUp > 0 {
            findings.append(notice(week.givenUp, "mail", "given up in doubt in 7 days"))
        } else if week.doubts > 0 {
            findings.append(notice(week.doubts, "mail", "in doubt in 7 days"))
        }
        if week.refused > 0 { findings.append(notice(week.refused, "mail", "refused in 7 days")) }
        return findings
    }

    private var upkeepFindings: [StatusFinding] {
        var findings: [StatusFinding] = []
        if let freeSpace, freeSpace < StatusThresholds.spaceWarning {
            let isCritical = freeSpace < StatusThresholds.spaceCritical
            let text = "\(StatusWords.octets(freeSpace)) left on the disk"
            findings.append(StatusFinding(level: isCritical ? .critical : .warning, text: text))
        }
        if !reviews.isEmpty { findings.append(notice(reviews.count, "fact", "to review")) }
        if factsProblem != nil {
            findings.append(StatusFinding(level: .warning, text: "the facts cannot be read"))
        }
        return findings
    }

    private func notice(_ count: Int, _ thing: String, _ what: String) -> StatusFinding {
        StatusFinding(level: .warning, text: "\(StatusWords.count(count, thing)) \(what)")
    }

    private func level(_ age: TimeInterval, _ warning: TimeInterval, _ critical: TimeInterval)
        -> StatusLevel?
    {
        age > critical ? .critical : age > warning ? .warning : nil
    }

    private func words(_ seconds: TimeInterval) -> String { StatusWords.duration(seconds) }
}

extension ServiceStanding.Link {
    /// Whether it fails and trying again does not help.
    fileprivate var needsHelp: Bool {
        if case .fails(let failure) = self { !failure.isTransient } else { false }
    }
}
