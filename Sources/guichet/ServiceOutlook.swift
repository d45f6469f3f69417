import Desk
import Foundation
import Glibc
import Synchronization

/// What shows a running service outside: the state file, the metrics, the service manager.
struct ServiceOutlook: Sendable {
    private let board: StatusBoard
    private let manager: ServiceManager
    private let metrics: MetricsFile?

    /// Shows the service as begun; the store must be ours by now.
    init(settings: Settings, office: Office, manager: ServiceManager, log: Log) {
        let stateFile = StateFile(store: settings.store)
        let metrics = settings.metricsFile.map { MetricsFile(file: $0, log: log) }
        var standing = ServiceStanding(
            pid: Int(getpid()),
            version: Guichet.version,
            startedAt: Date()
        )
        // The mailbox may be away for long after a new start.
        standing.lastScan = stateFile.read()?.lastScan
        board = StatusBoard(
            standing: standing,
            clock: SystemClock(),
            figures: { try office.figures() },
            shows: [
                { stateFile.write($0) },
                { metrics?.write($0, isRunning: true) },
                { manager.show($0) },
            ]
        )
        self.manager = manager
        self.metrics = metrics
        board.showNow()
    }

    var observers: [any ServiceObserver] { [board, manager] }

    /// The last words, while the store is still ours.
    func finish() {
        board.showNow()
        metrics?.write(board.standing, isRunning: false)
    }
}

/// The file that `metrics_file` names; the log says once when it cannot be written.
private final class MetricsFile: Sendable {
    private let file: URL
    private let log: Log
    private let hasFailed = Mutex(false)

    init(file: URL, log: Log) {
        self.file = file
        self.log = log
    }

    /// For other users to read, as the collector is one.
    func write(_ standing: ServiceStanding, isRunning: Bool) {
        let text = Metrics.text(of: standing, isRunning: isRunning)
        let fails = !PublishedFile.write(Array(text.utf8), to: file, mode: 0o644)
        let isNews = hasFailed.withLock { before in
            defer { before = fails }
            return fails && !before
        }
        if isNews { log.warning("metrics.not_written", ["file": file.path]) }
    }
}
