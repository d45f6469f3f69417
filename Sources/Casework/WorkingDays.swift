import Foundation

/// The days on which people at the agency work: neither Saturday, Sunday nor one of the eleven public
/// holidays of France (Code du travail, article L3133-1).
package enum WorkingDays {
    package static func includes(_ day: CivilDay) -> Bool {
        day.weekday <= 5 && !isHoliday(day)
    }

    package static func isHoliday(_ day: CivilDay) -> Bool {
        if fixed.contains(where: { $0.month == day.month && $0.day == day.day }) { return true }
        let afterEaster = day.number - easter(day.year).number
        return movable.contains(afterEaster)
    }

    /// New Year, Labour Day, Victory of 1945, National Day, Assumption, All Saints, Armistice,
    /// Christmas.
    private static let fixed: [(month: Int, day: Int)] = [
        (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25),
    ]
    /// Easter Monday, Ascension and Whit Monday, in days after Easter Sunday.
    private static let movable: Set = [1, 39, 50]

    /// Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).
    package static func easter(_ year: Int) -> CivilDay {
        let golden = year % 19
        let (century, rest) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let late = (golden + 11 * epact + 22 * weekday) / 451
        let day = epact + weekday - 7 * late + 114
        return CivilDay(year: year, month: day / 31, day: day % 31 + 1)
    }

    /// How many working days have begun since that day: 0 on the day itself.
    package static func count(after first: CivilDay, through last: CivilDay) -> Int {
        guard first < last else { return 0 }
        let weeks = (last.number - first.number) / 7
        // Of years only the rest is walked through; in whole weeks, holidays are taken off.
        var count = weeks * 5
        let walked = first.adding(days: weeks * 7)
        if weeks > 0 {
            count -= (first.year...walked.year).reduce(0) { sum, year in
                sum + holidays(year).count { $0 > first && $0 <= walked && $0.weekday <= 5 }
            }
        }
        var day = walked
        while day < last {
            day = day.adding(days: 1)
            if includes(day) { count += 1 }
        }
        return count
    }

    /// Ten or eleven days: Ascension may fall on 1 or 8 May.
    private static func holidays(_ year: Int) -> Set<CivilDay> {
        let easter = easter(year)
        return Set(fixed.map { CivilDay(year: year, month: $0.month, day: $0.day) })
            .union(movable.map { easter.adding(days: $0) })
    }
}

/// When the recap leaves: on each working day at that time in Paris.
package struct RecapSchedule: Hashable, Sendable, CustomStringConvertible {
    package var hour: Int
    package var minute: Int

    package init(hour: Int = 8, minute: Int = 30) {
        self.hour = hour
        self.minute = minute
    }

    /// Reads a time of the day, as in `08:30`; `nil` for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// As in `08:30`.
    package var description: String {
        "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// When the recap of a day is due; `nil` on days on which nobody works.
    package func time(on day: CivilDay) -> Date? {
        WorkingDays.includes(day) ? day.at(hour: hour, minute: minute) : nil
    }

    /// The next time that a recap is due, after `now`.
    package func next(after now: Date) -> Date {
        var day = CivilDay(of: now)
        while true {
            if let time = time(on: day), time > now { return time }
            day = day.adding(days: 1)
        }
    }
}
