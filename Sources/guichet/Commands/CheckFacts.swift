import Casework
import Correspondence
import Foundation

extension CheckCommand {
    /// Which facts are past their review day or near it, and which are empty.
    static func tellFacts(_ facts: Facts, _ report: inout CheckReport, now: Date) {
        let today = CivilDay(of: now)
        let expired = facts.all.filter { $0.isExpired(on: today) }
        for fact in expired + facts.dueForReview(on: now) {
            let replaced =
                fact.isExpired(on: today) ? " : \(FactWords.replacement(fact))" : ""
            report.notice(
                "facts",
                "[\(fact.name)] \(FactWords.state(until: fact.reviewDay, on: today))\(replaced)"
                    + " (\(fact.owner) ; \(Facts.fileName), ligne \(fact.line))"
            )
        }
        let empty = facts.empty.map(\.name)
        if !empty.isEmpty {
            report.good(
                "facts",
                "vides, donc nos courriers n'en disent rien : \(empty.joined(separator: ", "))"
            )
        }
        if let days = facts.promisedDelay(on: now) {
            let plural = days > 1 ? "s" : ""
            report.good(
                "facts",
                "les réponses annoncent un appel sous \(days) jour\(plural) ouvré\(plural)"
            )
        }
    }
}
