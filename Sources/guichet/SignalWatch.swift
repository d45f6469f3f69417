import Foundation

/// Takes the signals of the service on a thread of its own, where anything may be done.
///
/// Made before any other thread, so that all of them inherit the mask.
final class SignalWatch: Sendable {
    private static let stopping = [SIGTERM: "SIGTERM", SIGINT: "SIGINT"]

    private static var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in stopping.keys { sigaddset(&set, signal) }
        sigaddset(&set, SIGHUP)
        return set
    }

    init() {
        var set = Self.set
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    func start(
        onStop: @escaping @Sendable (_ name: String) -> Void,
        onReload: @escaping @Sendable () -> Void
    ) {
        let thread = Thread {
            var set = Self.set
            var signal: Int32 = 0
            while sigwait(&set, &signal) == 0 {
                if let name = Self.stopping[signal] {
                    onStop(name)
                } else {
                    onReload()
                }
            }
        }
        thread.name = "signals"
        thread.start()
    }
}
