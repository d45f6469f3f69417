import Casework
import Foundation

/// What the recap says of the facts that are to be reviewed.
enum RecapFacts {
    /// A line for each review day, the longest over first; none when there is nothing to review soon.
    static func items(_ facts: Facts, on now: Date) -> [RecapValues.Item] {
        let today = CivilDay(of: now)
        let toReview = facts.all.filter { $0.isExpired(on: today) } + facts.dueForReview(on: now)
        let days = Dictionary(grouping: toReview, by: \.reviewDay)
        return days.sorted { $0.key < $1.key }.map { day, facts in
            let names = facts.map(\.name).joined(separator: ", ")
            let text = "\(FactWords.state(until: day, on: today)) : \(names)"
            return RecapValues.Item(lines: RecapLines.wrap(text, hang: 2))
        }
    }
}
