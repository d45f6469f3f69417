import Casework
import Foundation

/// How the facts and their reviews read to staff.
package enum FactWords {
    /// As in "30 juin 2027".
    static func date(_ day: CivilDay) -> String { FrenchDates.date(day.noon) }

    /// Whether a value may be stated, as in "à revoir d'ici au 30 juin 2027".
    package static func state(until reviewDay: CivilDay, on today: CivilDay) -> String {
        if reviewDay > today { return "à revoir d'ici au \(date(reviewDay))" }
        return reviewDay == today
            ? "à revoir AUJOURD'HUI, dernier jour"
            : "pas revu le \(date(reviewDay)), son repli est écrit"
    }

    /// What stands in the place of a value once its review day is over.
    package static func replacement(_ fact: Facts.Fact) -> String {
        if !fact.fallback.isEmpty { return "« \(fact.fallback) »" }
        let isPromise = [Facts.delay, Facts.caller].contains(fact.name)
        return isPromise ? "rien, et aucune date d'appel n'est plus annoncée" : "rien"
    }
}
