import Casework
import Foundation

/// Dates as French letters write them, in Paris time.
package enum FrenchDates {
    /// As in "mardi 1er septembre 2026 à 17 h 01".
    package static func long(_ date: Date) -> String { "\(day(date)) à \(time(date))" }

    /// As in "mardi 1er septembre 2026".
    package static func day(_ date: Date) -> String {
        let parts = parts(of: date)
        return "\(parts.weekday) \(parts.day) \(parts.month) \(parts.year)"
    }

    /// As in "mardi 1er septembre 2026 à 17 h 01"; with `(heure de Paris)` for those who live by another.
    static func received(_ date: Date, isOverseas: Bool) -> String {
        long(date) + (isOverseas ? " (heure de Paris)" : "")
    }

    /// As in "1er septembre 2026".
    static func date(_ date: Date) -> String {
        let parts = parts(of: date)
        return "\(parts.day) \(parts.month) \(parts.year)"
    }

    /// As in "1er sept. 17 h 02".
    package static func short(_ date: Date) -> String {
        let parts = parts(of: date)
        return "\(parts.day) \(abridged(parts.month)) \(time(date))"
    }

    /// As in "mar. 8 sept.".
    package static func shortDay(_ date: Date) -> String {
        let parts = parts(of: date)
        return "\(parts.weekday.prefix(3)). \(parts.day) \(abridged(parts.month))"
    }

    /// As in "1er sept.".
    static func dayOfMonth(_ date: Date) -> String {
        let parts = parts(of: date)
        return "\(parts.day) \(abridged(parts.month))"
    }

    /// As in "mardi 8 sept.".
    package static func weekday(_ date: Date) -> String {
        let parts = parts(of: date)
        return "\(parts.weekday) \(parts.day) \(abridged(parts.month))"
    }

    /// As in "17 h 02".
    package static func time(_ date: Date) -> String {
        let parts = calendar.dateComponents([.hour, .minute], from: date)
        let minute = parts.minute ?? 0
        return "\(parts.hour ?? 0) h \(minute < 10 ? "0" : "")\(minute)"
    }

    /// The year in Paris.
    package static func year(of date: Date) -> Int { calendar.component(.year, from: date) }

    /// The day in Paris as one number that compares like the day does: 2026-09-01 is 20260901.
    static func dayNumber(_ date: Date) -> Int {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        return ((parts.year ?? 0) * 100 + (parts.month ?? 0)) * 100 + (parts.day ?? 0)
    }

    /// The day number of a date written as in "2027-06-30"; `nil` when there is no such day.
    static func dayNumber(iso text: String) -> Int? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy(\.isASCII),
            let number = Int(parts.joined()), number > 0
        else { return nil }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        let components = DateComponents(calendar: calendar, year: year, month: month, day: day)
        return components.isValidDate ? number : nil
    }

    private static let weekdays = [
        "dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
    ]
    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ]
    private static let abridgedMonths = [
        "janvier": "janv.", "février": "févr.", "avril": "avr.", "juillet": "juil.",
        "septembre": "sept.", "octobre": "oct.", "novembre": "nov.", "décembre": "déc.",
    ]

    /// Paris.
    static let timeZone = CivilDay.timeZone

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar
    }()

    private static func abridged(_ month: String) -> String { abridgedMonths[month] ?? month }

    private static func parts(
        of date: Date
    ) -> (weekday: String, day: String, month: String, year: Int) {
        let parts = calendar.dateComponents([.weekday, .day, .month, .year], from: date)
        let day = parts.day ?? 1
        return (
            weekdays[((parts.weekday ?? 1) - 1) % 7],
            day == 1 ? "1er" : String(day),
            months[((parts.month ?? 1) - 1) % 12],
            parts.year ?? 0
        )
    }
}
