import Foundation

/// The date-time of a Date field (RFC 5322 §3.3, §4.3) and what stands in its place in the wild.
struct DateTime {
    var year = 0
    var month = 0
    var day = 0
    var hour = 0
    var minute = 0
    var second = 0
    /// East of Greenwich; `nil` when the zone is missing or unknown.
    var zoneSeconds: Int?

    /// Octets of a field that are looked at: no date is longer, whatever comments stand in it.
    private static let maximumLength = 2000

    /// `nil` when no date can be made out; kindnesses are noted in `defects`.
    static func parse(_ fieldBody: String, _ defects: inout DefectLog) -> Date? {
        let start = String(decoding: Octets(fieldBody.utf8).prefix(maximumLength), as: UTF8.self)
        let text = EncodedWord.decode(start, &defects)
        var reader = DateReader(tokens: DateToken.read(Octets(text.utf8)))
        guard let date = reader.read(), date.isValid else {
            defects.note("The date cannot be read.")
            return nil
        }
        if date.zoneSeconds == nil {
            defects.note("The date names no known time zone; it was read as UTC.")
        }
        if reader.isIrregular || text != start {
            defects.note(
                "The date is not written as RFC 5322 asks; it was understood all the same."
            )
        }
        return date.date
    }

    private var isValid: Bool {
        (1...12).contains(month) && day >= 1 && day <= Self.days(in: month, of: year)
            && (1...9999).contains(year) && isTimeOfDay && Self.writable.contains(seconds)
    }

    /// ISO 8601 calls the end of a day 24:00.
    private var isTimeOfDay: Bool {
        (0...23).contains(hour) && (0...59).contains(minute) && (0...60).contains(second)
            || hour == 24 && minute == 0 && second == 0
    }

    /// From the year 1 to the year 9999, also once the zone is taken into account.
    private static let writable = -62_135_596_800...253_402_300_799

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private var date: Date { Date(timeIntervalSince1970: Double(seconds)) }

    /// Since 1970-01-01.
    private var seconds: Int {
        let days = Self.daysSinceEpoch(year: year, month: month, day: day)
        return days * 86_400 + hour * 3600 + minute * 60 + second - (zoneSeconds ?? 0)
    }

    /// Days from 1970-01-01 in the Gregorian calendar; years start in March, so that the leap day
    /// comes last.
    static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The inverse of `daysSinceEpoch`.
    static func civil(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let leaps = dayOfEra / 1460 - dayOfEra / 36_524 + dayOfEra / 146_096
        let yearOfEra = (dayOfEra - leaps) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let place = (5 * dayOfYear + 2) / 153
        let month = place < 10 ? place + 3 : place - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * place + 2) / 5 + 1)
    }
}
