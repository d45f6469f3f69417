import Desk
import Dispatch
import Synchronization

/// What the demonstration waits for.
enum DemoNews: Sendable {
    case service(ServiceNews)
    /// The service has ended: with the reason, where it should not have.
    case ended((any Error)?)
    /// A person or the system asks to stop.
    case stop
}

/// Hands news from the threads of the service to the one that shows them at a human pace.
final class DemoNewsQueue: ServiceObserver {
    private let waiting = Mutex<[DemoNews]>([])
    private let count = DispatchSemaphore(value: 0)

    func notice(_ news: ServiceNews) { put(.service(news)) }

    /// A wish to stop passes all that waits: of a long queue only so much is shown as people want.
    func put(_ news: DemoNews) {
        waiting.withLock { waiting in
            if case .stop = news { waiting.insert(news, at: 0) } else { waiting.append(news) }
        }
        count.signal()
    }

    /// The next news; `nil` when that many seconds bring none.
    func next(within seconds: Double) -> DemoNews? {
        guard count.wait(timeout: .now() + seconds) == .success else { return nil }
        return waiting.withLock { $0.removeFirst() }
    }
}
