import Filing
import Foundation
import Synchronization

/// Keeps how the service stands, and shows it outside: in the state file of the store, in the metrics
/// file, to the service manager.
///
/// Showing happens on a queue of its own, at most once a second, so that no slow disk holds up the
/// mail.
package final class StatusBoard: ServiceObserver {
    /// Seconds between two showings: a monitor looks each minute, and a backlog changes the figures
    /// many times a second.
    package static let interval = 1.0

    private struct State {
        var standing: ServiceStanding
        /// Whether a showing is on its way already.
        var isDue = false
        var lastShown = DispatchTime(uptimeNanoseconds: 0)
    }

    private let state: Mutex<State>
    private let clock: any Clock
    private let figures: @Sendable () throws -> Figures
    private let shows: [@Sendable (ServiceStanding) -> Void]
    private let queue = DispatchQueue(label: "status")

    /// - Parameters:
    ///   - figures: what the journal amounts to now; while it throws, the figures before stay.
    ///   - shows: called in order, never two at once.
    package init(
        standing: ServiceStanding,
        clock: any Clock,
        figures: @escaping @Sendable () throws -> Figures,
        shows: [@Sendable (ServiceStanding) -> Void]
    ) {
        state = Mutex(State(standing: standing))
        self.clock = clock
        self.figures = figures
        self.shows = shows
    }

    package func notice(_ news: ServiceNews) {
        let now = clock.now
        let due = state.withLock { state -> DispatchTime? in
            let before = state.standing
            state.standing.note(news, at: now)
            guard !state.isDue, before != state.standing || news.changesFigures else { return nil }
            state.isDue = true
            return state.lastShown + Self.interval
        }
        guard let due else { return }
        queue.asyncAfter(deadline: max(due, .now())) { self.show() }
    }

    /// As last shown.
    package var standing: ServiceStanding { state.withLock(\.standing) }

    /// Shows it now, and returns when that is done: at the start and at the end.
    package func showNow() { queue.sync { show() } }

    private func show() {
        let figures = try? figures()
        let standing = state.withLock { state in
            if let figures { state.standing.figures = figures }
            state.isDue = false
            state.lastShown = .now()
            return state.standing
        }
        for show in shows { show(standing) }
    }
}

extension ServiceNews {
    fileprivate var changesFigures: Bool {
        switch self {
        case .filed, .settled: true
        default: false
        }
    }
}
