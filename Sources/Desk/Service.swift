import Casework
import Filing
import Foundation
import Transport

/// The service: one thread reads the mailbox and files, one sends, until told to stop.
package final class Service: Sendable {
    private let settings: Settings
    private let office: Office
    private let clock: any Clock
    private let log: Log
    private let observers: [any ServiceObserver]
    private let recaps: RecapDesk
    private let facts: FactDesk
    private let recoverer: Recoverer
    private let wake = Wake()
    private let suspects = SuspectMessages()
    /// Rung when the service shall stop.
    private let stopBell = Bell()
    /// Rung when mail was queued.
    private let mailBell = Bell()

    package init(
        settings: Settings,
        office: Office,
        clock: any Clock,
        log: Log,
        observers: [any ServiceObserver] = []
    ) {
        self.settings = settings
        self.office = office
        self.clock = clock
        self.log = log
        self.observers = observers
        recaps = RecapDesk(settings: settings, office: office, clock: clock, log: log)
        facts = FactDesk(settings: settings, office: office, clock: clock, log: log)
        recoverer = Recoverer(
            office: office,
            source: SetAsideArchive(settings: settings.mailbox, wake: wake),
            clock: clock,
            log: log
        )
    }

    /// Lets the observers hear of something; for what is done to the service from outside it too.
    package func tell(_ news: ServiceNews) {
        for observer in observers { observer.notice(news) }
    }

    /// How one pass over mailbox and outbox ended.
    package enum PassOutcome: Sendable {
        case complete
        /// Some mails must be tried again later.
        case someWait
    }

    // MARK: Once

    /// Takes all that is in the mailbox now and sends all that is due.
    package func runOnce() throws -> PassOutcome {
        let postman = Postman(settings: settings.delivery, wake: wake)
        try probe(postman)
        let filing = Result { try fileAll() }
        if case .failure(let error as TransportError) = filing, !error.isTransient {
            tell(.ended(error))
        }
        // Also where the mailbox cannot be read: what was filed before waits for nothing else.
        if !isStopping {
            try office.doRequests(at: clock.now, recoverer: recoverer)
            try recoverer.doPending()
            if case .failure = filing { try recaps.mailboxIsAway() }
            try facts.look()
            try sendDue(with: postman)
        }
        let isAllFiled = try filing.get()
        if isStopping || !isAllFiled { return .someWait }
        return office.outboxCounts.waiting == 0 ? .complete : .someWait
    }

    /// Files what is in the mailbox now; false when some of it could not be had.
    private func fileAll() throws -> Bool {
        while true {
            let reader = try openReader()
            log(try reader.census())
            let breaks = suspects.breakCount
            do {
                let isAllFiled = try scan(reader)
                reader.logout()
                return isAllFiled
            } catch let error as TransportError {
                // Each such break brings the message nearer to being passed over.
                guard suspects.breakCount > breaks else { throw error }
                log.warning("mailbox.interrupted", ["detail": error.description])
            }
        }
    }

    private func openReader() throws -> MailboxReader {
        let reader = try MailboxReader(
            settings: settings.mailbox,
            office: office,
            clock: clock,
            log: log,
            wake: wake,
            suspects: suspects
        )
        tell(.mailboxOpened)
        return reader
    }

    private func sendDue(with postman: Postman) throws {
        try settings.outgoing(through: postman).sendDue(
            from: office,
            clock: clock,
            isStopping: { isStopping },
            onOutcome: { tell(.settled($0, $1)) }
        )
    }

    /// A wrong password for sending is told before anything is filed; a server that is away is not:
    /// its mails wait in the outbox.
    private func probe(_ postman: Postman) throws {
        do {
            try postman.probe()
            tell(.deliveryOpened)
        } catch {
            tell(.deliveryFailed(error))
            guard error.isTransient else { throw error }
            log.warning("delivery.unavailable", ["detail": error.detail])
        }
    }

    /// False when we were stopped, or some messages could not be had.
    @discardableResult
    private func scan(_ reader: MailboxReader) throws -> Bool {
        let isComplete = try fileArrivals(from: reader)
        if !isStopping {
            tell(.reconciled(reader.findings))
            tell(.scanned(isComplete: isComplete))
            try recaps.mailboxIsScanned(by: reader)
            // What was told may have caused mail.
            mailBell.ring()
        }
        return isComplete
    }

    private func fileArrivals(from reader: MailboxReader) throws -> Bool {
        while !isStopping {
            let arrivals = try reader.nextBatch()
            if arrivals.isEmpty {
                if isStopping { break }
                switch try reader.reconcile() {
                case .more: continue
                case .nothing: return true
                case .unreadable: return false
                }
            }
            let decisions = try office.take(arrivals, at: clock.now)
            mailBell.ring()
            for (arrival, decision) in zip(arrivals, decisions) {
                log(decision, arrival)
                tell(.filed(arrival, decision))
            }
            try reader.markFiled(arrivals.compactMap(\.position))
        }
        return false
    }

    private func log(_ decision: Decision, _ arrival: Arrival) {
        log.info(
            "message.filed",
            [
                "uid": arrival.position?.uid ?? 0, "disposition": decision.disposition.rawValue,
                "case": decision.caseNumber?.description ?? "-",
                "kind": decision.classification?.kind.rawValue ?? "-",
                "offers": decision.classification?.offers.map(\.rawValue).joined(separator: ",")
                    ?? "-",
                "mails": decision.mails.count, "octets": arrival.size,
            ]
        )
    }

    private func log(_ census: Census) {
        log.info(
            "mailbox.census",
            [
                "messages": census.messages, "to_take": census.waiting,
                "may_be_answered": census.answerable, "only_filed": census.fileOnly,
                "left_alone": census.messages - census.waiting,
            ]
        )
    }

    // MARK: For years

    /// Runs until `stop()`, or throws what makes a start impossible.
    package func run() throws {
        let first = Postman(settings: settings.delivery, wake: wake)
        try probe(first)
        first.finish()
        let sender = thread("sender") { self.sendLoop() }
        defer {
            stop()
            sender.wait()
        }
        do {
            try readLoop()
        } catch let error as TransportError {
            tell(.ended(error))
            // The alert leaves before we do, if it can.
            try? sendDue(with: Postman(settings: settings.delivery, wake: wake))
            throw error
        }
    }

    /// From any thread: what is in hand is finished, then `run` returns.
    package func stop() {
        stopBell.ring()
        mailBell.ring()
        wake.signal()
    }

    private var isStopping: Bool { stopBell.isRung }

    private func thread(_ name: String, _ body: @escaping @Sendable () -> Void) -> DispatchSemaphore
    {
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            body()
            done.signal()
        }
        thread.name = name
        thread.stackSize = 8 << 20
        thread.start()
        return done
    }

    /// Reads for ever; a lost connection is made again, later and later while it keeps failing.
    private func readLoop() throws {
        var wasConnected = false
        var failures = 0
        while !isStopping {
            do {
                let reader = try openReader()
                if !wasConnected { log(try reader.census()) }
                wasConnected = true
                while !isStopping {
                    try scan(reader)
                    failures = 0
                    guard !isStopping else { break }
                    let seconds = recaps.wait(atMost: settings.mailbox.pollSeconds)
                    tell(.waits(.reader, seconds: Double(seconds)))
                    try reader.wait(seconds: seconds, bell: stopBell)
                    tell(.works(.reader))
                }
                reader.logout()
            } catch let error as TransportError {
                if isStopping { return }
                if !wasConnected, !error.isTransient { throw error }
                failures += 1
                try? recaps.mailboxIsAway()
                pause(.reader, after: failures, "mailbox.unavailable", error.description) {
                    .mailboxFailed(error, nextTrySeconds: $0)
                }
            } catch let error as JournalError {
                failures += 1
                pauseForJournal(.reader, after: failures, error.description)
            }
        }
    }

    /// Seconds between two looks for what commands ask.
    private static let requestSeconds = 2.0

    private func sendLoop() {
        var failures = 0
        while !isStopping {
            mailBell.reset()
            do {
                try office.doRequests(at: clock.now, recoverer: recoverer)
                try recoverer.doPending()
                try facts.look()
                let postman = Postman(settings: settings.delivery, wake: wake)
                try sendDue(with: postman)
                failures = 0
            } catch {
                failures += 1
                pauseForJournal(.sender, after: failures, "\(error)")
            }
            if isStopping { return }
            let untilRetry = office.nextRetry.map { max(1, $0.timeIntervalSince(clock.now)) } ?? 60
            let seconds = min(untilRetry, Self.requestSeconds)
            tell(.waits(.sender, seconds: seconds))
            mailBell.wait(seconds: seconds)
            tell(.works(.sender))
        }
    }

    /// Seconds before the n-th try after a failure, half of it by chance so that many services do
    /// not return together.
    private func pause(
        _ loop: ServiceNews.Loop,
        after failures: Int,
        _ event: String,
        _ detail: String,
        _ news: (_ nextTrySeconds: Double) -> ServiceNews
    ) {
        let ceiling = min(300, 5 * pow(2, Double(min(failures, 7) - 1)))
        let seconds = ceiling / 2 + Double.random(in: 0...ceiling / 2)
        log.error(event, ["detail": detail, "next_try_seconds": Int(seconds)])
        tell(news(seconds))
        mailBell.ring()
        tell(.waits(loop, seconds: seconds))
        stopBell.wait(seconds: seconds)
        tell(.works(loop))
    }

    private func pauseForJournal(_ loop: ServiceNews.Loop, after failures: Int, _ detail: String) {
        pause(loop, after: failures, "journal.failed", detail) {
            .journalFailed(detail: detail, nextTrySeconds: $0)
        }
    }
}
