import Casework
import Foundation
import Mail
import Synchronization
import Transport

/// Tells those who administer the service when a part of it fails and when it works again: one mail
/// a change, journalled with the change, so that a restart tells nothing twice.
///
/// An alert that cannot be sent causes no other: it waits in the outbox like any mail.
package final class Alerter: ServiceObserver {
    private struct State {
        var panel: AlarmPanel
        var hasBegun = false
        /// Told past the journal: journalled with the recovery.
        var unjournalled: ServiceState?
    }

    private let office: Office
    private let recipients: [Address]
    private let clock: any Clock
    private let log: Log
    private let sendNow: @Sendable ([QueuedMail]) -> Void
    /// Taken before the office's lock, never by anything that holds that one.
    private let state: Mutex<State>

    /// - Parameter sendNow: hands mails over without the journal, on a thread of its own.
    package init(
        office: Office,
        recipients: [Address],
        clock: any Clock,
        log: Log,
        sendNow: @escaping @Sendable ([QueuedMail]) -> Void
    ) {
        self.office = office
        self.recipients = recipients
        self.clock = clock
        self.log = log
        self.sendNow = sendNow
        state = Mutex(State(panel: AlarmPanel(alarms: office.alarms)))
    }

    /// `nil` when nobody is to be told.
    package convenience init?(settings: Settings, office: Office, clock: any Clock, log: Log) {
        guard !settings.alertRecipients.isEmpty else { return nil }
        self.init(
            office: office,
            recipients: settings.alertRecipients,
            clock: clock,
            log: log,
            sendNow: { mails in
                Thread.detachNewThread {
                    let delivery = settings.outgoing(
                        through: Postman(settings: settings.delivery)
                    )
                    for outcome in delivery.deliver(mails) {
                        log.info("alert.sent_past_journal", ["outcome": outcome.logWord])
                    }
                    delivery.finish()
                }
            }
        )
    }

    package func notice(_ news: ServiceNews) {
        let observations = observations(of: news)
        let now = clock.now
        state.withLock { state in
            if !state.hasBegun {
                // Rules that could not be used would not have let us start.
                state.panel.note(.worked(.rules), at: now)
                state.hasBegun = true
            }
            for observation in observations { note(observation, &state, at: now) }
            if case .scanned = news, state.panel.isTold(.journal) {
                // The note that it works again is the test whether it does.
                state.panel.note(.worked(.journal), at: now)
            }
            guard news.mayChangeState else { return }
            for notice in state.panel.due(at: now) { tell(notice, &state, at: now) }
        }
    }

    private func note(_ observation: AlarmPanel.Observation, _ state: inout State, at now: Date) {
        state.panel.note(observation, at: now)
        if case .failed(.delivery, _) = observation {
            state.panel.note(.waiting(.delivery, office.waitingCaseMails), at: now)
        }
    }

    // MARK: Telling

    private func tell(_ notice: ServiceNotice, _ state: inout State, at now: Date) {
        if notice.state.part == .journal, notice.state.isFailing {
            tellPastJournal(notice, &state, at: now)
            return
        }
        do {
            let isJournal = notice.state.part == .journal
            try office.announce(
                notice,
                after: isJournal ? state.unjournalled : nil,
                to: recipients,
                at: now
            )
            if isJournal { state.unjournalled = nil }
            state.panel.confirm(notice, at: now)
            log(notice)
        } catch {
            // It stays due, and the loops that file and send say what ails the journal.
        }
    }

    /// The one mail that leaves without being journalled: that the journal cannot be written is just
    /// what it says, and waiting for the journal would tell it when it is over. Sent once a process
    /// and as well as can be; what was told is journalled together with the recovery.
    private func tellPastJournal(_ notice: ServiceNotice, _ state: inout State, at now: Date) {
        sendNow(office.composeUnjournalled(notice, to: recipients, at: now))
        state.unjournalled = notice.state
        state.panel.confirm(notice, at: now)
        log(notice)
    }

    private func log(_ notice: ServiceNotice) {
        let values: KeyValuePairs<String, Any> = [
            "part": notice.state.part.rawValue, "cause": notice.state.fault.rawValue,
        ]
        if notice.state.isFailing {
            log.warning("alert.failing", values)
        } else {
            log.info("alert.working", values)
        }
    }

    // MARK: Reading the news

    private func observations(of news: ServiceNews) -> [AlarmPanel.Observation] {
        switch news {
        case .filed: [.worked(.journal), .caughtUp(.mailbox), .caughtUp(.journal)]
        case .scanned: [.worked(.mailbox)]
        case .mailboxFailed(let error, let seconds):
            [.failed(.mailbox, report(error, nextTry: clock.now.addingTimeInterval(seconds)))]
        case .ended(let error): [.failed(.mailbox, report(error, endsService: true))]
        case .deliveryOpened: [.worked(.delivery)]
        case .deliveryFailed(let error): [.failed(.delivery, report(error))]
        case .journalFailed(let detail, let seconds):
            [
                .failed(
                    .journal,
                    AlarmPanel.Report(
                        .notWritable,
                        detail,
                        isTransient: true,
                        nextTry: clock.now.addingTimeInterval(seconds)
                    )
                )
            ]
        case .settled(_, let outcome): [.worked(.journal)] + delivery(outcome)
        case .reconciled(let findings): messages(findings)
        case .rulesReloaded: [.worked(.rules)]
        case .rulesRefused(let detail):
            [.failed(.rules, AlarmPanel.Report(.notUsable, detail, isTransient: false))]
        case .mailboxOpened, .waits, .works: []
        }
    }

    private func report(
        _ error: TransportError,
        nextTry: Date? = nil,
        endsService: Bool = false
    ) -> AlarmPanel.Report {
        AlarmPanel.Report(
            ServiceFault(error.kind),
            error.detail,
            isTransient: !endsService && !error.needsPerson,
            nextTry: nextTry,
            endsService: endsService
        )
    }

    /// What the outcome of one mail says about delivery as such: most refusals concern that mail.
    private func delivery(_ outcome: DeliveryOutcome) -> [AlarmPanel.Observation] {
        let nextTry = office.nextRetry
        switch outcome {
        case .accepted: return [.worked(.delivery)]
        case .refused(let reply) where reply.refusesLogin:
            let report = AlarmPanel.Report(
                .credentialsRefused,
                reply.withoutAddresses,
                isTransient: false,
                nextTry: nextTry
            )
            return [.failed(.delivery, report)]
        case .tryLater(let reply) where reply.concernsServer:
            let report = AlarmPanel.Report(
                .refusedByServer,
                reply.withoutAddresses,
                isTransient: true,
                nextTry: nextTry
            )
            return [.failed(.delivery, report)]
        case .notSent(let error) where error.kind == .cancelled: return []
        case .notSent(let error), .unknown(let error):
            return [.failed(.delivery, report(error, nextTry: nextTry))]
        case .refused, .tryLater: return []
        }
    }

    private func messages(_ findings: ScanFindings) -> [AlarmPanel.Observation] {
        var observations: [AlarmPanel.Observation] = []
        let gap = AlarmPanel.Report(
            .messagesMissed,
            Self.list(Set(findings.gaps + findings.missing)),
            isTransient: false
        )
        if !findings.missing.isEmpty {
            observations.append(.failed(.gaps, gap))
        } else {
            observations.append(findings.gaps.isEmpty ? .worked(.gaps) : .mended(.gaps, gap))
        }
        let withheld = AlarmPanel.Report(
            .messagesMissed,
            Self.list(Set(findings.withheld)),
            isTransient: true
        )
        observations.append(
            findings.withheld.isEmpty ? .worked(.withheld) : .failed(.withheld, withheld)
        )
        return observations
    }

    private static func list(_ uids: Set<UID>) -> String {
        let shown = uids.sorted().prefix(100).map { String($0.rawValue) }.joined(separator: ", ")
        return "UID \(shown)" + (uids.count > 100 ? ", … (\(uids.count))" : "")
    }
}

extension ServiceNews {
    /// Whether it may be the last of something: not each of a thousand messages filed.
    fileprivate var mayChangeState: Bool {
        switch self {
        case .waits, .works, .mailboxOpened: false
        default: true
        }
    }
}

extension ServiceFault {
    package init(_ kind: TransportError.Kind) {
        self =
            switch kind {
            case .credentialsRefused: .credentialsRefused
            case .certificateUntrusted: .certificateUntrusted
            case .tlsUnavailable: .tlsUnavailable
            case .unreachable: .unreachable
            case .timedOut: .timedOut
            case .closed, .cancelled: .closed
            case .protocolViolation: .protocolViolation
            case .mailboxMissing: .mailboxMissing
            case .refusedByServer: .refusedByServer
            }
    }
}

extension TransportError {
    /// Whether trying again surely does not help. A server that says no, or nonsense, may say
    /// something else in a minute.
    fileprivate var needsPerson: Bool {
        !isTransient && ![.protocolViolation, .refusedByServer].contains(kind)
    }
}

extension SMTPReply {
    /// Whether a transient failure is the server's own (RFC 3463 §3.4-3.6, RFC 5321 §4.2.2), not
    /// that of one recipient or of a greylist.
    fileprivate var concernsServer: Bool {
        if let enhancedStatus {
            return ["4.3.", "4.4.", "4.5."].contains { enhancedStatus.hasPrefix($0) }
        }
        return [421, 432, 452, 454].contains(code)
    }

    /// Servers like to repeat the recipient.
    fileprivate var withoutAddresses: String {
        description.split(separator: " ", omittingEmptySubsequences: false)
            .map { $0.contains("@") ? "…" : String($0) }.joined(separator: " ")
    }
}
