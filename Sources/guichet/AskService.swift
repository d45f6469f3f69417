import Filing
import Foundation

/// Asks the service that holds a store to do something, and waits for its answer.
struct AskService {
    /// The command that asks, as `send`.
    var command: String
    /// Seconds that the service has.
    var patience: TimeInterval

    /// Who asks, for the journal.
    var requester: String {
        let user = ProcessInfo.processInfo.environment["SUDO_USER"] ?? NSUserName()
        return "guichet \(command) (\(user))"
    }

    /// - Parameter name: what it is about, for the error when no answer comes.
    func answer(to request: Requests.Request, about name: String, in store: URL) throws
        -> Requests.Answer
    {
        let requests = Requests(store: store)
        let ticket = try requests.post(request)
        let deadline = Date().addingTimeInterval(patience)
        while Date() < deadline {
            if let answer = requests.takeAnswer(ticket) { return answer }
            usleep(50_000)
        }
        let isBack = requests.withdraw(ticket)
        throw Failure(
            code: .tryAgain,
            message: isBack
                ? "guichet \(command): \(name): the service that holds the store does not answer; "
                    + "nothing is changed, try again"
                : "guichet \(command): \(name): the service is at it; look with guichet "
                    + "\(command) --list"
        )
    }
}
