import Desk
import Filing
import Foundation
import Glibc

enum StatusCommand: Command {
    static let syntax = CommandSyntax(
        name: "status",
        summary: "Say how the service is, for people and for Nagios or Centreon.",
        usage: "status [--config FILE] [--json]",
        options: ["config"],
        flags: ["json"],
        help: """
            Looks at the store of the service, running or not, connects to nothing and changes
            nothing. Run it as the service's user or as root. The first line and the exit code are
            those of a monitoring plugin: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN.

            CRITICAL   not running; no scan of the mailbox for 15 minutes (or 5 polls); a login
                       refused; nothing can be filed; a mail waiting for an hour; less than
                       200 MB of disk
            WARNING    no scan for 5 minutes (or 3 polls); messages the server withholds; nothing
                       can be sent for 5 minutes; a mail waiting for 15 minutes; mails in
                       doubt or refused in the last 7 days; facts expired or to review within 30
                       days; new rules refused; less than 500 MB of disk
            UNKNOWN    the configuration or the store cannot be read

            Answers held for staff raise no alarm. Today and the last 7 days are days in UTC.

            --json prints one object instead, times in RFC 3339: status (ok, warning, critical,
            unknown), problems [level, text], checked_at, running, pid, version, started_at,
            last_scan, last_scan_age_seconds, last_complete_scan; mailbox, delivery and filing
            {state: up, down or unknown; since, cause, next_try}; refused_rules; received {total,
            today, by_disposition, today_by_disposition}; cases {open, new, in_progress, waiting,
            closed, answered}; outbox {waiting, oldest, oldest_age_seconds, next_retry}; held
            {count, oldest, oldest_age_seconds}; set_aside {since_recap, last_recap}; sent,
            in_doubt_7_days, given_up_7_days, refused_7_days; facts_to_review [name, review_by,
            expired], facts_problem; store {path, octets, free_octets}. What is not known is null;
            with status unknown only status, problems and checked_at are there.
            Without --config the file is /etc/guichet/guichet.conf.

            Example: guichet status --config guichet.conf
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        let now = Date()
        let isJSON = arguments.flags.contains("json")
        do throws(Unknown) {
            let report = try report(path: arguments.configurationPath, now: now)
            isJSON ? Output.line(report.json) : Output.write(report.text)
            return report.level.exitCode
        } catch {
            isJSON
                ? Output.line(StatusReport.unknownJSON(error.problem, now: now))
                : Output.write(StatusReport.unknownText(error.problem))
            return .unknown
        }
    }

    /// Why nothing can be said, and what to do about it.
    private struct Unknown: Error { var problem: String }

    private static func report(path: String, now: Date) throws(Unknown) -> StatusReport {
        guard access(path, R_OK) == 0 || errno != EACCES else {
            throw Unknown(problem: "\(path) cannot be read; \(Self.rights)")
        }
        do {
            let settings = try Loading.settings(path: path, secrets: false)
            try StoreOwner.become(ownerOf: settings.store)
            return try StatusReport(settings: settings, now: now)
        } catch let error as Failure {
            throw Unknown(problem: error.message)
        } catch let error as JournalError {
            throw Unknown(problem: error.description)
        } catch {
            throw Unknown(problem: "\(error)")
        }
    }

    private static let rights = "run it as the service's user, or as root"
}
