import Casework
import Desk
import Filing
import Foundation
import JSONLines
import Testing

@testable import guichet

@Suite("The status report") struct StatusReportTests {
    /// 2026-11-24T09:12:00Z.
    private static let now = Date(timeIntervalSince1970: 1_795_511_520)

    private static func ago(_ seconds: Double) -> Date { now.addingTimeInterval(-seconds) }

    /// A service that has nothing to complain of.
    private static var healthy: StatusReport {
        var standing = ServiceStanding(pid: 12, version: "0.1.0", startedAt: ago(90_000))
        standing.note(.mailboxOpened, at: ago(90_000))
        standing.note(.deliveryOpened, at: ago(90_000))
        standing.note(.scanned(isComplete: true), at: ago(12))
        var report = StatusReport(
            checkedAt: now,
            pollSeconds: 60,
            store: "/var/lib/guichet",
            holder: StoreGlance.Holder(pid: 12, since: ago(90_000)),
            standing: standing,
            lastScan: standing.lastScan,
            figures: Figures(),
            size: 1_000,
            freeSpace: 10 << 30
        )
        report.figures.held = 5
        report.figures.oldestHeld = ago(30 * 86_400)
        return report
    }

    /// A state, how bad it is, and what the first line says of it.
    struct Row: CustomStringConvertible, Sendable {
        var description: String
        var level: StatusLevel
        var words: String
        var change: @Sendable (inout StatusReport) -> Void

        init(
            _ description: String,
            _ level: StatusLevel,
            _ words: String,
            _ change: @escaping @Sendable (inout StatusReport) -> Void
        ) {
            self.description = description
            self.level = level
            self.words = words
            self.change = change
        }
    }

    private static func scanned(_ seconds: Double) -> @Sendable (inout StatusReport) -> Void {
        { report in
            report.standing?.lastScan = ago(seconds)
            report.standing?.lastCompleteScan = ago(seconds)
            report.lastScan = ago(seconds)
        }
    }

    private static func failing(
        _ link: WritableKeyPath<ServiceStanding, ServiceStanding.Link> & Sendable,
        for seconds: Double,
        transient: Bool
    ) -> @Sendable (inout StatusReport) -> Void {
        { report in
            report.standing?[keyPath: link] = .fails(
                ServiceStanding.Failure(
                    since: ago(seconds),
                    cause: "no such | host",
                    isTransient: transient,
                    nextTry: now.addingTimeInterval(40)
                )
            )
        }
    }

    private static func waiting(_ count: Int, _ seconds: Double)
        -> @Sendable (
            inout StatusReport
        ) -> Void
    {
        { report in
            report.figures.waiting = count
            report.figures.oldestWaiting = ago(seconds)
        }
    }

    private static func counted(
        daysAgo: Int,
        _ change: @escaping @Sendable (inout Tally.Counts) -> Void
    )
        -> @Sendable (inout StatusReport) -> Void
    {
        { report in
            change(&report.figures.days[Tally.dayNumber(now) - daysAgo, default: Tally.Counts()])
        }
    }

    static let rows: [Row] = [
        Row("all is well, though answers are held for a month", .ok, "last scan 12 s ago") { _ in },
        Row(
            "ended over a refused login",
            .critical,
            "the service is not running, the mailbox could not be opened"
        ) {
            failing(\.mailbox, for: 60, transient: false)(&$0)
            $0.ended = $0.standing
            $0.standing = nil
            $0.holder = nil
        },
        Row("killed while a server was away", .critical, "the service is not running |") {
            failing(\.mailbox, for: 60, transient: true)(&$0)
            $0.ended = $0.standing
            $0.standing = nil
            $0.holder = nil
        },
        Row("just started", .ok, "the first scan is under way") {
            $0.standing?.startedAt = ago(20)
            $0.standing?.lastScan = nil
            $0.lastScan = nil
        },
        Row("started and never scanned", .critical, "no scan of the mailbox for 16 min") {
            $0.standing?.startedAt = ago(1_000)
            $0.standing?.lastScan = nil
            $0.lastScan = nil
        },
        Row("running, and silent about itself", .ok, "the first scan is under way") {
            $0.holder?.since = ago(20)
            $0.standing = nil
            $0.lastScan = nil
        },
        Row("not running", .critical, "the service is not running") {
            $0.holder = nil
            $0.standing = nil
        },
        Row("scanned 5 minutes ago", .ok, "last scan 5 min ago", scanned(300)),
        Row("not scanned for longer", .warning, "no scan of the mailbox for 5 min", scanned(301)),
        Row("for 15 minutes", .warning, "no scan of the mailbox for 15 min", scanned(900)),
        Row("for longer still", .critical, "no scan of the mailbox for 15 min", scanned(901)),
        Row("a mailbox looked at each hour", .ok, "last scan 2 h ago") {
            $0.pollSeconds = 3_600
            scanned(10_000)(&$0)
        },
        Row("a first scan of thousands", .ok, "last scan 3 h ago") {
            scanned(10_900)(&$0)
            $0.standing?.lastFiling = ago(3)
        },
        Row("messages that cannot be had", .warning, "some messages withheld by the server for 10")
        {
            $0.standing?.lastCompleteScan = ago(600)
        },
        Row(
            "a mailbox away",
            .ok,
            "mailbox away for 2 h",
            failing(\.mailbox, for: 10_000, transient: true)
        ),
        Row(
            "a password changed",
            .critical,
            "the mailbox cannot be opened until somebody helps",
            failing(\.mailbox, for: 1, transient: false)
        ),
        Row("delivery away", .ok, "last scan", failing(\.delivery, for: 300, transient: true)),
        Row(
            "delivery away for longer",
            .warning,
            "no mail can be sent for 20 min",
            failing(\.delivery, for: 1_200, transient: true)
        ),
        Row(
            "delivery refuses the login",
            .critical,
            "no mail can be sent until somebody helps",
            failing(\.delivery, for: 1, transient: false)
        ),
        Row(
            "a full disk",
            .critical,
            "nothing can be filed",
            failing(\.journal, for: 1, transient: true)
        ),
        Row("bad rules", .warning, "new rules were refused") {
            $0.standing?.refusedRules = "a.rules:1:1"
        },
        Row("a mail put off", .ok, "last scan", waiting(1, 900)),
        Row("one that waits", .warning, "1 mail waiting for 15 min", waiting(1, 901)),
        Row(
            "two that wait",
            .warning,
            "2 mails waiting, the oldest for 20 min",
            waiting(2, 1_200)
        ),
        Row("for an hour", .warning, "1 mail waiting for 60 min", waiting(1, 3_600)),
        Row("for longer than an hour", .critical, "1 mail waiting for 60 min", waiting(1, 3_601)),
        Row(
            "a doubt",
            .warning,
            "1 mail in doubt in 7 days",
            counted(daysAgo: 6) { $0.doubts = 1 }
        ),
        Row("an old doubt", .ok, "last scan", counted(daysAgo: 7) { $0.doubts = 1 }),
        Row(
            "given up",
            .warning,
            "2 mails given up in doubt in 7 days",
            counted(daysAgo: 0) {
                $0.doubts = 4
                $0.givenUp = 2
            }
        ),
        Row(
            "refused",
            .warning,
            "1 mail refused in 7 days",
            counted(daysAgo: 1) { $0.refused = 1 }
        ),
        Row("a fact expired", .warning, "1 fact to review") {
            $0.reviews = [
                StatusReport.Review(
                    name: "prix",
                    day: CivilDay(year: 2026, month: 11, day: 20),
                    isExpired: true
                )
            ]
        },
        Row("facts that cannot be read", .warning, "the facts cannot be read") {
            $0.factsProblem = "faits.conf:3:1"
        },
        Row("little space", .warning, "400.0 MB left on the disk") { $0.freeSpace = 400_000_000 },
        Row("hardly any", .critical, "100.0 MB left on the disk") { $0.freeSpace = 100_000_000 },
        Row("the worst comes first", .critical, "- 1 mail waiting for 2 h, new rules were refused")
        {
            $0.standing?.refusedRules = "a.rules:1:1"
            waiting(1, 7_200)(&$0)
        },
    ]

    @Test("says of each state how bad it is, and why", arguments: rows)
    func levels(row: Row) throws {
        var report = Self.healthy
        row.change(&report)
        #expect(report.level == row.level)
        let line = report.firstLine
        #expect(line.hasPrefix("GUICHET \(row.level.word.uppercased()) - "))
        #expect(line.contains(row.words), "\(line)")
        let json = report.json
        #expect(json.string("status") == row.level.word)
        #expect(json.array("problems")?.count == report.findings.count)
        #expect(report.level.exitCode.rawValue == Int32(report.level.rawValue))
    }

    @Test("is text for a terminal and for a monitor", arguments: rows)
    func text(row: Row) throws {
        var report = Self.healthy
        row.change(&report)
        let lines = report.text.split(separator: "\n", omittingEmptySubsequences: false)
        let parts = lines[0].components(separatedBy: " | ")
        #expect(parts.count == 2)
        let number = /[a-z_]+=[0-9]+(?:c|(?:s|B)?;(?:[0-9]+:?)?;(?:[0-9]+:?)?;0)/
        for word in parts[1].split(separator: " ") {
            #expect(try number.wholeMatch(in: word) != nil, "\(word)")
        }
        for line in lines.dropFirst() {
            #expect(line.count <= 80, "\(line)")
            #expect(!line.contains("|"), "\(line)")
        }
    }

    @Test("shows everything once, aligned")
    func details() {
        var report = Self.healthy
        Self.waiting(2, 1_200)(&report)
        report.figures.nextRetry = Self.now.addingTimeInterval(300)
        report.figures.total.received = [.newCase: 40, .spam: 3, .automatic: 7]
        Self.counted(daysAgo: 0) { $0.received = [.newCase: 2, .automatic: 1] }(&report)
        Self.counted(daysAgo: 2) { $0.refused = 1 }(&report)
        Self.failing(\.mailbox, for: 60, transient: true)(&report)
        report.figures.cases = [.new: 3, .inProgress: 30, .waiting: 1, .closed: 20]
        report.figures.answeredCases = 49
        report.figures.setAsideSinceRecap = 12
        report.figures.lastRecap = Self.ago(6_000)
        report.reviews = [
            StatusReport.Review(
                name: "prix",
                day: CivilDay(year: 2026, month: 11, day: 20),
                isExpired: true
            ),
            StatusReport.Review(
                name: "delai",
                day: CivilDay(year: 2026, month: 12, day: 1),
                isExpired: false
            ),
        ]
        #expect(
            report.text == """
                GUICHET WARNING - 2 mails waiting, the oldest for 20 min, 1 mail refused in 7 days, \
                2 facts to review | scan_age=12s;300;900;0 outbox=2;;;0 \
                outbox_age=1200s;900;3600;0 held=5;;;0 received=50c cases_open=34;;;0 \
                in_doubt=0;0;;0 refused=1;0;;0 facts=2;0;;0 store=1000B;;;0 \
                free=10737418240B;500000000:;200000000:;0
                service     running since 2026-11-23 08:12 UTC, process 12, version 0.1.0
                last scan   2026-11-24 09:11 UTC, 12 s ago
                mailbox     fails since 2026-11-24 09:11 UTC, next try in 40 s: no such / host
                delivery    works since 2026-11-23 08:12 UTC
                received    50, of these 3 today
                cases       34 open (3 new, 30 in progress, 1 waiting), 20 closed; 49 answered
                outbox      2 mails waiting, the oldest for 20 min, next try in 5 min
                held        5 answers waiting for staff, the oldest for 30 d
                in doubt    0 in 7 days, of these 0 given up
                refused     1 mail in 7 days
                set aside   3 spam (0 today), 0 set aside (0 today), 7 automatic (1 today)
                recap       12 messages set aside since the last, 2026-11-24 07:32 UTC
                facts       [prix] expired after 2026-11-20, [delai] to review by 2026-12-01
                store       1.0 kB in /var/lib/guichet; 10.7 GB free

                """
        )
    }

    @Test("has the members that the help names")
    func members() throws {
        let help = StatusCommand.syntax.help
        var report = Self.healthy
        report.figures.oldestWaiting = Self.ago(1)
        func check(_ object: JSONObject) {
            for member in object.members {
                #expect(
                    help.contains(member.key) || member.key.contains("set_aside"),
                    "\(member.key)"
                )
                if let inner = member.value.objectValue, !member.key.contains("disposition") {
                    check(inner)
                }
            }
        }
        check(report.json)
        #expect(report.json.object("outbox")?.integer("oldest_age_seconds") == 1)
        #expect(report.json.object("mailbox")?.string("state") == "up")
        #expect(report.json.string("last_scan") == "2026-11-24T09:11:48Z")
    }
}
