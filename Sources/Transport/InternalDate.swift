import Foundation

/// The date-time of INTERNALDATE and APPEND, `17-Jul-1996 02:44:25 -0700` (RFC 9051 §9).
enum InternalDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// `nil` when it cannot be read.
    static func parse(_ text: String) -> Date? {
        let words = text.split(separator: " ")
        guard words.count == 3 else { return nil }
        let date = words[0].split(separator: "-")
        let time = words[1].split(separator: ":").map { Int($0) ?? -1 }
        guard date.count == 3, let day = Int(date[0]), (1...31).contains(day),
            let month = months.firstIndex(of: date[1].lowercased()),
            let year = Int(date[2]), (1...9_999).contains(year),
            time.count == 3, (0...23).contains(time[0]), (0...59).contains(time[1]),
            (0...60).contains(time[2]), let zone = secondsEast(words[2])
        else { return nil }
        let days = daysSince1970(year: year, month: month + 1, day: day)
        let seconds = ((days * 24 + time[0]) * 60 + time[1]) * 60 + time[2] - zone
        return Date(timeIntervalSince1970: Double(seconds))
    }

    /// In UTC.
    static func format(_ date: Date) -> String {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        let second = seconds - days * 86_400
        let (year, month, day) = civil(daysSince1970: days)
        let name = months[month - 1].capitalized
        let clock = [second / 3_600, second / 60 % 60, second % 60].map(twoDigits)
        return "\(twoDigits(day))-\(name)-\(year) \(clock.joined(separator: ":")) +0000"
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    private static func secondsEast(_ zone: Substring) -> Int? {
        guard zone.count == 5, let sign = zone.first, sign == "+" || sign == "-",
            zone.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }),
            let value = Int(zone.dropFirst())
        else { return nil }
        return (value / 100 * 60 + value % 100) * 60 * (sign == "-" ? -1 : 1)
    }

    /// Days of the proleptic Gregorian calendar, counted in eras of 400 years from March.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = Int((Double(shifted) / 146_097).rounded(.down))
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}
