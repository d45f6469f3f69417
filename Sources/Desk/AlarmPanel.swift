import Casework
import Foundation

/// Decides when the administrator is told that a part of the service fails, and that it works again.
///
/// A value without clock or network: it is told what was seen and when, and says what is due. What
/// is due stays so until `confirm`, since it may be that it cannot be journalled yet.
package struct AlarmPanel: Sendable {
    /// How long a failure must last before it is worth a mail.
    package enum Patience {
        /// A failure that may pass by itself is told after that many tries and that long, whichever
        /// is later. One that only a person can end is told at once.
        package static let tries = 3
        package static let seconds: TimeInterval = 120
        /// What fails again that soon after its recovery comes and goes…
        package static let relapseSeconds: TimeInterval = 3_600
        /// …and is said to work again only once it has not failed for that long.
        package static let steadySeconds: TimeInterval = 900
    }

    /// One failure as it was seen.
    package struct Report: Hashable, Sendable {
        package var fault: ServiceFault
        package var detail: String
        /// Whether it may pass without a person.
        package var isTransient: Bool
        package var nextTry: Date?
        package var endsService: Bool

        package init(
            _ fault: ServiceFault,
            _ detail: String,
            isTransient: Bool,
            nextTry: Date? = nil,
            endsService: Bool = false
        ) {
            self.fault = fault
            self.detail = detail
            self.isTransient = isTransient
            self.nextTry = nextTry
            self.endsService = endsService
        }
    }

    package enum Observation: Hashable, Sendable {
        case failed(ServicePart, Report)
        case worked(ServicePart)
        /// It failed and works again, both seen at once.
        case mended(ServicePart, Report)
        /// So many mails wait now, for a part that fails.
        case waiting(ServicePart, Int)
        /// One more message is taken that waited for a part that failed.
        case caughtUp(ServicePart)
    }

    private struct Trouble {
        var report: Report
        var since: Date
        var tries = 0
        var waited = 0
        /// The first success after the last failure.
        var worksSince: Date?
        var isTold = false
    }

    private var troubles: [ServicePart: Trouble] = [:]
    private var recoveredAt: [ServicePart: Date]

    /// - Parameter alarms: what was told before, as the journal says.
    package init(alarms: Alarms) {
        recoveredAt = alarms.recoveredAt
        for (part, state) in alarms.failing {
            let report = Report(state.fault, state.detail, isTransient: true)
            troubles[part] = Trouble(report: report, since: state.since, isTold: true)
        }
    }

    /// Whether the administrator believes that the part fails.
    package func isTold(_ part: ServicePart) -> Bool { troubles[part]?.isTold ?? false }

    package func hasFailed(_ part: ServicePart) -> Bool { troubles[part] != nil }

    package mutating func note(_ observation: Observation, at now: Date) {
        switch observation {
        case .failed(let part, let report):
            var trouble = troubles[part] ?? Trouble(report: report, since: now)
            trouble.report = report
            trouble.tries += 1
            trouble.worksSince = nil
            // The clock was set back: what lasts cannot have begun in the future.
            trouble.since = min(trouble.since, now)
            troubles[part] = trouble
        case .worked(let part):
            guard var trouble = troubles[part] else { return }
            trouble.worksSince = min(trouble.worksSince ?? now, now)
            troubles[part] = trouble.isTold ? trouble : nil
        case .mended(let part, let report):
            var trouble = troubles[part] ?? Trouble(report: report, since: now, isTold: true)
            if trouble.report.detail != report.detail {
                // What waits to be told, as a relapse does, is not lost over what is new.
                trouble.report.detail += "\n\(report.detail)"
            }
            trouble.worksSince = trouble.worksSince ?? now
            troubles[part] = trouble
        case .waiting(let part, let count):
            if let waited = troubles[part]?.waited { troubles[part]?.waited = max(waited, count) }
        case .caughtUp(let part): troubles[part]?.waited += 1
        }
    }

    /// What the administrator is to be told now, part by part.
    package func due(at now: Date) -> [ServiceNotice] {
        ServicePart.allCases.compactMap { part in
            guard let trouble = troubles[part] else { return nil }
            return trouble.isTold
                ? recovery(part, trouble, at: now) : alarm(part, trouble, at: now)
        }
    }

    private func alarm(_ part: ServicePart, _ trouble: Trouble, at now: Date) -> ServiceNotice? {
        let hasLasted =
            trouble.tries >= Patience.tries
            && now.timeIntervalSince(trouble.since) >= Patience.seconds
        guard hasLasted || !trouble.report.isTransient else { return nil }
        return ServiceNotice(
            state: state(part, trouble, isFailing: true),
            nextTry: trouble.report.nextTry,
            endsService: trouble.report.endsService,
            waiting: trouble.waited
        )
    }

    private func recovery(_ part: ServicePart, _ trouble: Trouble, at now: Date) -> ServiceNotice? {
        guard let worksSince = trouble.worksSince else { return nil }
        let relapsed = recoveredAt[part].map {
            trouble.since.timeIntervalSince($0) < Patience.relapseSeconds
        }
        let wanted = relapsed == true ? Patience.steadySeconds : 0
        guard now.timeIntervalSince(worksSince) >= wanted else { return nil }
        return ServiceNotice(
            state: state(part, trouble, isFailing: false),
            endedAt: worksSince,
            waiting: trouble.waited
        )
    }

    private func state(_ part: ServicePart, _ trouble: Trouble, isFailing: Bool) -> ServiceState {
        ServiceState(
            part: part,
            isFailing: isFailing,
            fault: trouble.report.fault,
            detail: trouble.report.detail,
            since: trouble.since
        )
    }

    /// That a notice is on its way: it is not due any more.
    package mutating func confirm(_ notice: ServiceNotice, at now: Date) {
        let part = notice.state.part
        if notice.state.isFailing {
            troubles[part]?.isTold = true
        } else {
            troubles[part] = nil
            recoveredAt[part] = now
        }
    }
}
