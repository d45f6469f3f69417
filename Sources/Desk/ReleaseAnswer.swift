import Casework
import Filing

extension ReleaseOutcome {
    /// For the administrator who asked.
    package func answer(about number: CaseNumber) -> Requests.Answer {
        switch self {
        case .released(let addresses):
            let recipients = addresses.joined(separator: ", ")
            return Requests.Answer(
                isDone: true,
                sentence: "\(number): the answer to \(recipients) leaves"
            )
        case .nothingHeld(nil):
            return Requests.Answer(isDone: false, sentence: "\(number): no answer waits")
        case .nothingHeld(let release?):
            let time = Timestamp.seconds(release.at)
            return Requests.Answer(
                isDone: true,
                sentence: "\(number): no answer waits, \(release.by) let it go at \(time)"
            )
        case .unknownCase:
            return Requests.Answer(isDone: false, sentence: "\(number): there is no such case")
        }
    }
}
