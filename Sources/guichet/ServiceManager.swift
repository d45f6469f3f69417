import Desk
import Filing
import Foundation
import Glibc
import Synchronization

/// Tells the service manager how the service is, as Type=notify and Type=notify-reload of systemd
/// want it; without such a manager it only logs when the service is ready.
///
/// Ready is when the mailbox was opened, or is away for a time: a mail server that starts later than
/// we must not have us killed. What makes a start impossible, such as a wrong password, ends the
/// process before.
final class ServiceManager: ServiceObserver {
    private struct State {
        var liveness: Liveness
        var isReady = false
        /// Loops that the log was told about, until they are heard of again.
        var hung: [ServiceNews.Loop] = []
    }

    private let socket: NotifySocket?
    private let watchdogSeconds: Double?
    private let log: Log
    private let state: Mutex<State>
    private let end = Bell()

    init(environment: [String: String], log: Log) {
        socket = NotifySocket(environment: environment)
        watchdogSeconds = Self.watchdogSeconds(environment, pid: getpid())
        self.log = log
        state = Mutex(State(liveness: Liveness(now: Self.uptime)))
    }

    /// Seconds that a start may take. Two servers whose packets are dropped cost a minute each, one that
    /// answers slowly two more, and the journal of years is read before: systemd's 90 seconds would
    /// have us killed because a mail server is away.
    private static let startLimit = 600

    /// Before anything that takes time.
    func starting() {
        socket?.send("STATUS=Starting", "EXTEND_TIMEOUT_USEC=\(Self.startLimit * 1_000_000)")
    }

    /// How often the manager wants to hear of us; `nil` when it does not (sd_watchdog_enabled(3)).
    static func watchdogSeconds(_ environment: [String: String], pid: pid_t) -> Double? {
        guard let text = environment["WATCHDOG_USEC"], let microseconds = UInt64(text),
            microseconds > 0
        else { return nil }
        if let owner = environment["WATCHDOG_PID"], pid_t(owner) != pid { return nil }
        return Double(microseconds) / 1_000_000
    }

    /// Seconds by the clock that the manager goes by (CLOCK_MONOTONIC): never set, and it stands still
    /// while the machine sleeps.
    private static var uptime: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }

    func notice(_ news: ServiceNews) {
        let isFirst = state.withLock { state in
            state.liveness.note(news, at: Self.uptime)
            guard !state.isReady, news.meansReady else { return false }
            state.isReady = true
            return true
        }
        if isFirst { becomeReady() }
    }

    private func becomeReady() {
        log.info("service.ready")
        socket?.send("READY=1")
        guard let socket, let watchdogSeconds else { return }
        let thread = Thread { [self] in
            while !end.isRung {
                if isAlive() { socket.send("WATCHDOG=1") }
                end.wait(seconds: watchdogSeconds / 3)
            }
        }
        thread.name = "watchdog"
        thread.start()
    }

    /// Says in the log, once, why the manager will hear no more.
    private func isAlive() -> Bool {
        let news = state.withLock { state in
            let overdue = state.liveness.overdue(at: Self.uptime)
            defer { state.hung = overdue }
            return (overdue, overdue.filter { !state.hung.contains($0) })
        }
        for loop in news.1 { log.error("service.hung", ["loop": loop]) }
        return news.0.isEmpty
    }

    /// Shows the state in `systemctl status`.
    func show(_ standing: ServiceStanding) { socket?.send("STATUS=\(Self.words(standing))") }

    static func words(_ standing: ServiceStanding) -> String {
        let figures = standing.figures
        let scan = standing.lastScan.map { "Last scan \(Timestamp.seconds($0))" } ?? "No scan yet"
        var words = [
            scan, "\(figures.total.receivedTotal) received", "\(figures.waiting) to send",
            "\(figures.held) held",
        ]
        if case .fails = standing.mailbox { words.insert("mailbox away", at: 0) }
        if case .fails = standing.delivery { words.insert("delivery away", at: 0) }
        if case .fails = standing.journal { words.insert("nothing can be filed", at: 0) }
        let text = words.joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Before rules are read again; followed by `reloaded`.
    func reloading() {
        guard state.withLock(\.isReady) else { return }
        let microseconds = UInt64(Self.uptime * 1_000_000)
        socket?.send("RELOADING=1", "MONOTONIC_USEC=\(microseconds)")
    }

    /// The reload is over, whether the new rules are in use or were refused.
    func reloaded() {
        if state.withLock(\.isReady) { socket?.send("READY=1") }
    }

    /// The service finishes what is in hand. No more signs of life: a manager that waits too long for
    /// the end has a limit of its own for that.
    func stopping() {
        guard !end.isRung else { return }
        end.ring()
        socket?.send("STOPPING=1")
    }
}

extension ServiceNews {
    fileprivate var meansReady: Bool {
        switch self {
        case .mailboxOpened, .mailboxFailed, .journalFailed: true
        default: false
        }
    }
}
