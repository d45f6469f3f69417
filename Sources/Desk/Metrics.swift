import Casework
import Filing
import Foundation

/// What Prometheus' textfile collector reads: the text-based exposition format, version 0.0.4.
///
/// Numbers only: no address, no subject, nothing a server said.
package enum Metrics {
    /// - Parameter isRunning: false for the last writing, when the service has stopped.
    package static func text(of standing: ServiceStanding, isRunning: Bool) -> String {
        var text = MetricsText()
        let figures = standing.figures
        text.gauge("guichet_up", "Whether the service runs.", isRunning ? 1 : 0)
        text.family("guichet_build_info", "gauge", "Version of the running service.")
        text.sample("guichet_build_info", ("version", standing.version), 1)
        text.time("guichet_start_time_seconds", "When the service started.", standing.startedAt)
        text.time(
            "guichet_last_scan_timestamp_seconds",
            "When the mailbox was last read to its end.",
            standing.lastScan
        )
        text.time(
            "guichet_last_complete_scan_timestamp_seconds",
            "When the mailbox was last read to its end and every message could be had.",
            standing.lastCompleteScan
        )
        text.link("guichet_mailbox_up", "Whether the mailbox can be read.", standing.mailbox)
        text.link("guichet_delivery_up", "Whether mail can be sent.", standing.delivery)
        text.link("guichet_journal_up", "Whether messages can be filed.", standing.journal)
        text.gauge(
            "guichet_rules_refused",
            "Whether new rules or letters cannot be used and the old ones stay.",
            standing.refusedRules == nil ? 0 : 1
        )
        counters(figures.total, &text)
        stocks(figures, &text)
        return text.text
    }

    private static func counters(_ total: Tally.Counts, _ text: inout MetricsText) {
        text.counters(
            "guichet_messages_received_total",
            "Messages filed, by what became of them.",
            "disposition",
            Disposition.allKnown.map { ($0.rawValue, total.received[$0] ?? 0) }
        )
        text.counters(
            "guichet_mails_sent_total",
            "Mails that a server accepted, by what they are for.",
            "role",
            MailRole.allKnown.map { ($0.rawValue, total.sent[$0] ?? 0) }
        )
        text.counter(
            "guichet_mails_refused_total",
            "Mails refused for good or given up after days of trying.",
            total.refused
        )
        text.counter(
            "guichet_mails_in_doubt_total",
            "Times that a mail was handed over without an answer.",
            total.doubts
        )
    }

    private static func stocks(_ figures: Figures, _ text: inout MetricsText) {
        text.family("guichet_cases", "gauge", "Cases, by state.")
        for state in CaseState.allKnown {
            text.sample("guichet_cases", ("state", state.rawValue), figures.cases[state] ?? 0)
        }
        text.gauge(
            "guichet_cases_answered",
            "Cases with at least one answer that a server accepted.",
            figures.answeredCases
        )
        text.gauge("guichet_outbox_mails", "Mails that wait to be sent.", figures.waiting)
        text.time(
            "guichet_outbox_oldest_timestamp_seconds",
            "When the oldest mail that waits was queued.",
            figures.oldestWaiting
        )
        text.gauge("guichet_held_mails", "Answers that wait for staff.", figures.held)
        text.time(
            "guichet_held_oldest_timestamp_seconds",
            "When the oldest answer that waits for staff was composed.",
            figures.oldestHeld
        )
    }
}

/// Lines of the format. What is not known has no sample: a zero would be a time in 1970.
private struct MetricsText {
    private(set) var text = ""

    mutating func family(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    mutating func sample(_ name: String, _ label: (name: String, value: String), _ value: Int) {
        text += "\(name){\(label.name)=\"\(Self.escaped(label.value))\"} \(value)\n"
    }

    private static func escaped(_ value: String) -> String {
        value.replacingOccurrences(of: "\\", with: "\\\\")
            .replacingOccurrences(of: "\"", with: "\\\"")
            .replacingOccurrences(of: "\n", with: "\\n")
    }

    mutating func gauge(_ name: String, _ help: String, _ value: Int) {
        family(name, "gauge", help)
        text += "\(name) \(value)\n"
    }

    mutating func counter(_ name: String, _ help: String, _ value: Int) {
        family(name, "counter", help)
        text += "\(name) \(value)\n"
    }

    mutating func counters(
        _ name: String,
        _ help: String,
        _ label: String,
        _ values: [(String, Int)]
    ) {
        family(name, "counter", help)
        for (value, count) in values { sample(name, (label, value), count) }
    }

    mutating func time(_ name: String, _ help: String, _ time: Date?) {
        guard let time else { return }
        family(name, "gauge", help)
        text += "\(name) \(Double(Instant(time).milliseconds) / 1_000)\n"
    }

    mutating func link(_ name: String, _ help: String, _ link: ServiceStanding.Link) {
        switch link {
        case .untried: break
        case .works: gauge(name, help, 1)
        case .fails: gauge(name, help, 0)
        }
    }
}
