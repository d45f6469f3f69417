import Foundation

/// Dates of IMAP (RFC 3501 §9): date-time of INTERNALDATE and date of SEARCH; the server's zone is UTC.
enum IMAPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// A day as a number that grows with time.
    typealias Day = Int

    private static func day(year: Int, month: Int, day: Int) -> Day {
        (year * 12 + month) * 31 + day
    }

    private static var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }

    private static func month(_ name: some StringProtocol) -> Int? {
        months.firstIndex { $0.caseInsensitiveCompare(name) == .orderedSame }.map { $0 + 1 }
    }

    static func day(of date: Date) -> Day {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        return day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
    }

    /// As in `1-Feb-1994`.
    static func parseDay(_ text: String) -> Day? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let number = Int(parts[0]), (1...31).contains(number),
            let month = month(parts[1]), parts[2].count == 4, let year = Int(parts[2])
        else { return nil }
        return day(year: year, month: month, day: number)
    }

    /// The day that a Date field says, in whatever zone it says it (RFC 3501 §6.4.4, SENTON).
    static func day(ofField body: String) -> Day? {
        let words = body.split { " ,\t".contains($0) }
        guard let index = words.indices.dropFirst().first(where: { month(words[$0]) != nil }),
            index + 1 < words.count, let month = month(words[index]),
            let number = Int(words[index - 1]), (1...31).contains(number),
            let year = Int(words[index + 1]), (0...9_999).contains(year)
        else { return nil }
        return day(year: year < 50 ? year + 2_000 : year, month: month, day: number)
    }

    /// As in `17-Jul-1996 02:44:25 -0700`, the day also with a space before one digit.
    static func parse(_ text: String) -> Date? {
        let words = text.split(separator: " ")
        guard words.count == 3 else { return nil }
        let date = words[0].split(separator: "-")
        let time = words[1].split(separator: ":").compactMap { Int($0) }
        let zone = words[2]
        guard date.count == 3, time.count == 3, let day = Int(date[0]), (1...31).contains(day),
            let month = month(date[1]), date[2].count == 4, let year = Int(date[2]),
            (0...23).contains(time[0]), (0...59).contains(time[1]), (0...60).contains(time[2]),
            zone.count == 5, "+-".contains(zone.prefix(1)),
            let hours = Int(zone.dropFirst().prefix(2)), let minutes = Int(zone.suffix(2))
        else { return nil }
        let parts = DateComponents(
            year: year,
            month: month,
            day: day,
            hour: time[0],
            minute: time[1],
            second: time[2]
        )
        let east = (hours * 60 + minutes) * 60 * (zone.hasPrefix("-") ? -1 : 1)
        return calendar.date(from: parts)?.addingTimeInterval(-Double(east))
    }

    static func format(_ date: Date) -> String {
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second],
            from: date
        )
        func padded(_ number: Int?) -> String {
            let text = String(number ?? 0)
            return text.count < 2 ? "0\(text)" : text
        }
        let clock = [parts.hour, parts.minute, parts.second].map(padded).joined(separator: ":")
        let year =
            String(repeating: "0", count: max(0, 4 - String(parts.year ?? 0).count))
            + String(parts.year ?? 0)
        return "\(padded(parts.day))-\(months[(parts.month ?? 1) - 1])-\(year) \(clock) +0000"
    }
}
