import Casework
import Desk
import Filing
import Foundation

/// The report as a monitor's plugin prints it: one line with numbers behind `|`, then more for people.
extension StatusReport {
    var text: String { firstLine + "\n" + details }

    /// What a plugin says when it cannot find out.
    static func unknownText(_ problem: String) -> String {
        "GUICHET UNKNOWN - \(StatusWords.plain(problem))\n"
    }

    var firstLine: String {
        let words = findings.isEmpty ? allIsWell : findings.map(\.text).joined(separator: ", ")
        let numbers = performanceData.map(\.text).joined(separator: " ")
        return "GUICHET \(level.word.uppercased()) - \(StatusWords.plain(words)) | \(numbers)"
    }

    private var allIsWell: String {
        if case .fails(let failure) = standing?.mailbox {
            return "mailbox away for \(StatusWords.duration(age(of: failure.since)))"
        }
        guard let lastScan else { return "started, the first scan is under way" }
        return "last scan \(StatusWords.duration(age(of: lastScan))) ago"
    }

    /// `label=value[unit];[warning];[critical];[minimum]` (Monitoring Plugins guidelines, Performance
    /// data; thresholds as ranges that raise no alarm).
    struct Number {
        var label: String
        var value: Int
        var unit = ""
        var warning = ""
        var critical = ""

        /// A counter that only grows has no thresholds.
        var text: String {
            unit == "c"
                ? "\(label)=\(value)c" : "\(label)=\(value)\(unit);\(warning);\(critical);0"
        }
    }

    var performanceData: [Number] {
        let week = figures.week(to: checkedAt)
        var numbers: [Number] = []
        if let lastScan {
            numbers.append(
                Number(
                    label: "scan_age",
                    value: Int(age(of: lastScan)),
                    unit: "s",
                    warning: "\(Int(StatusThresholds.scanWarning(pollSeconds: pollSeconds)))",
                    critical: "\(Int(StatusThresholds.scanCritical(pollSeconds: pollSeconds)))"
                )
            )
        }
        numbers += [
            Number(label: "outbox", value: figures.waiting),
            Number(
                label: "outbox_age",
                value: figures.oldestWaiting.map { Int(age(of: $0)) } ?? 0,
                unit: "s",
                warning: "\(Int(StatusThresholds.outboxWarning))",
                critical: "\(Int(StatusThresholds.outboxCritical))"
            ),
            Number(label: "held", value: figures.held),
            Number(label: "received", value: figures.total.receivedTotal, unit: "c"),
            Number(label: "cases_open", value: figures.openCases),
            Number(label: "in_doubt", value: week.doubts, warning: "0"),
            Number(label: "refused", value: week.refused, warning: "0"),
            Number(label: "facts", value: reviews.count, warning: "0"),
            Number(label: "store", value: size, unit: "B"),
        ]
        if let freeSpace {
            numbers.append(
                Number(
                    label: "free",
                    value: freeSpace,
                    unit: "B",
                    warning: "\(StatusThresholds.spaceWarning):",
                    critical: "\(StatusThresholds.spaceCritical):"
                )
            )
        }
        return numbers
    }

    // MARK: For people

    private var details: String {
        let today = figures.day(of: checkedAt)
        let week = figures.week(to: checkedAt)
        let rows: [(String, String?)] = [
            ("service", service),
            ("last scan", scan),
            (
                "mailbox",
                standing.map { words($0.mailbox) } ?? ended.flatMap { failing($0.mailbox) }
            ),
            (
                "delivery",
                standing.map { words($0.delivery) } ?? ended.flatMap { failing($0.delivery) }
            ),
            ("filing", (standing ?? ended).flatMap { failing($0.journal) }),
            ("rules", standing?.refusedRules.map { "refused, the old ones are in use: \($0)" }),
            ("received", "\(figures.total.receivedTotal), of these \(today.receivedTotal) today"),
            ("cases", cases),
            ("outbox", outbox),
            ("held", held),
            ("in doubt", "\(week.doubts) in 7 days, of these \(week.givenUp) given up"),
            ("refused", "\(StatusWords.count(week.refused, "mail")) in 7 days"),
            ("set aside", setAside(today)),
            ("recap", recap),
            ("facts", facts),
            ("store", space),
        ]
        return rows.compactMap { label, text in text.map { StatusWords.row(label, $0) } }.joined()
    }

    private var service: String {
        guard let holder, let runningSince else { return "not running" }
        let process = holder.pid.map { ", process \($0)" } ?? ""
        let version = standing.map { ", version \($0.version)" } ?? ""
        let silence = standing == nil ? "; it has not said yet how it stands" : ""
        return "running since \(StatusWords.time(runningSince))\(process)\(version)\(silence)"
    }

    private var scan: String {
        guard let lastScan else { return "none known" }
        return "\(StatusWords.time(lastScan)), \(StatusWords.duration(age(of: lastScan))) ago"
    }

    private func words(_ link: ServiceStanding.Link) -> String {
        switch link {
        case .untried: return "not tried yet"
        case .works(let since): return "works since \(StatusWords.time(since))"
        case .fails(let failure) where standing == nil:
            return "failed when the service ended: " + failure.cause
        case .fails(let failure):
            return "fails since \(StatusWords.time(failure.since))\(nextTry(failure.nextTry)): "
                + failure.cause
        }
    }

    private func nextTry(_ time: Date?) -> String {
        guard let time else { return "" }
        let seconds = time.timeIntervalSince(checkedAt)
        return seconds > 0
            ? ", next try in \(StatusWords.duration(seconds))" : ", being tried again"
    }

    /// Only worth a line when it fails.
    private func failing(_ link: ServiceStanding.Link) -> String? {
        if case .fails = link { words(link) } else { nil }
    }

    private var cases: String {
        func count(_ state: CaseState) -> Int { figures.cases[state] ?? 0 }
        return "\(figures.openCases) open (\(count(.new)) new, \(count(.inProgress)) in progress, "
            + "\(count(.waiting)) waiting), \(count(.closed)) closed; "
            + "\(figures.answeredCases) answered"
    }

    private var outbox: String {
        guard let oldest = figures.oldestWaiting else { return "empty" }
        let wait = StatusWords.duration(age(of: oldest))
        let wording =
            figures.waiting == 1
            ? "1 mail waiting for \(wait)"
            : "\(figures.waiting) mails waiting, the oldest for \(wait)"
        return wording + nextTry(figures.nextRetry)
    }

    private var held: String {
        guard let oldest = figures.oldestHeld else { return "none" }
        let wait = StatusWords.duration(age(of: oldest))
        return figures.held == 1
            ? "1 answer waiting for staff for \(wait)"
            : "\(figures.held) answers waiting for staff, the oldest for \(wait)"
    }

    private func setAside(_ today: Tally.Counts) -> String {
        let kinds: [(Disposition, String)] = [
            (.spam, "spam"), (.setAside, "set aside"), (.automatic, "automatic"),
        ]
        return kinds.map { kind, word in
            "\(figures.total.received[kind] ?? 0) \(word) (\(today.received[kind] ?? 0) today)"
        }.joined(separator: ", ")
    }

    /// What nobody was told of yet.
    private var recap: String {
        let count = StatusWords.count(figures.setAsideSinceRecap, "message")
        let last = figures.lastRecap.map { "the last, \(StatusWords.time($0))" }
        return "\(count) set aside since \(last ?? "the start, none made yet")"
    }

    private var facts: String {
        if let factsProblem { return "cannot be read: \(factsProblem)" }
        if reviews.isEmpty { return "none to review" }
        return reviews.map { review in
            "[\(review.name)] "
                + (review.isExpired ? "expired after " : "to review by ")
                + "\(review.day)"
        }.joined(separator: ", ")
    }

    private var space: String {
        let free = freeSpace.map { "; \(StatusWords.octets($0)) free" } ?? ""
        return "\(StatusWords.octets(size)) in \(store)\(free)"
    }
}
