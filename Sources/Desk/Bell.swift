import Dispatch
import Synchronization

/// Wakes threads that wait for work or for the end.
///
/// Waiting goes by the time since boot: a wall clock that is set back lengthens no wait.
package final class Bell: Sendable {
    private let rung = Mutex(false)
    /// Counts calls to look at `rung` again; one too many does no harm.
    private let calls = DispatchSemaphore(value: 0)

    package init() {}

    package func ring() {
        rung.withLock { $0 = true }
        calls.signal()
    }

    package func reset() { rung.withLock { $0 = false } }

    package var isRung: Bool { rung.withLock { $0 } }

    /// Until rung or that many seconds have passed.
    package func wait(seconds: Double) {
        let deadline = DispatchTime.now() + seconds
        while !isRung {
            if calls.wait(timeout: deadline) == .timedOut { return }
        }
        // Whoever waits too is called by the one who woke.
        calls.signal()
    }
}
