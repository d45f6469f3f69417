import Foundation

/// A time in whole milliseconds, as lines show it: `2026-11-24T09:12:00.123Z` (RFC 3339).
///
/// Foundation's ISO 8601 style cuts off where this rounds: it shows some times, read from such a
/// text, a millisecond early.
package struct Instant: Hashable, Sendable {
    /// Since 1970 in UTC, leap seconds not counted.
    package let milliseconds: Int

    /// Rounded to the nearest millisecond; what four digits of a year cannot say is moved to the
    /// first or last instant they can.
    package init(_ date: Date) {
        let exact = (date.timeIntervalSince1970 * 1_000).rounded()
        let bounded = min(max(exact, -62_167_219_200_000), 253_402_300_799_999)
        milliseconds = bounded.isNaN ? 0 : Int(bounded)
    }

    package init?(_ text: String) {
        var text = text
        guard let instant = text.withUTF8({ Instant(text: UnsafeRawBufferPointer($0)) }) else {
            return nil
        }
        self = instant
    }

    /// Reads the one form that ``write(into:)`` writes; `nil` for any other.
    init?(text: UnsafeRawBufferPointer) {
        guard text.count == 24 else { return nil }
        let template: StaticString = "0000-00-00T00:00:00.000Z"
        for index in 0..<24 where index != 23 || text[23] != UInt8(ascii: "Z") {
            let expected = template.utf8Start[index]
            let isDigit = text[index] &- UInt8(ascii: "0") < 10
            guard expected == UInt8(ascii: "0") ? isDigit : text[index] == expected else {
                return nil
            }
        }
        func number(_ range: Range<Int>) -> Int {
            range.reduce(0) { $0 * 10 + Int(text[$1] - UInt8(ascii: "0")) }
        }
        let (month, day) = (number(5..<7), number(8..<10))
        let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
        guard 1...12 ~= month, 1...31 ~= day, hour < 24, minute < 60, second < 60 else {
            return nil
        }
        let days = Instant.days(year: number(0..<4), month: month, day: day)
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
        milliseconds = seconds * 1_000 + number(20..<23)
    }

    package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1_000) }

    var month: Month {
        let (year, month, _) = civil
        return Month(year: year, month: month)
    }

    func write(into bytes: inout [UInt8]) {
        let (year, month, day) = civil
        let rest = milliseconds - dayNumber * 86_400_000
        func append(_ number: Int, _ digits: Int, _ separator: Character) {
            var divisor = digits == 4 ? 1_000 : digits == 3 ? 100 : 10
            while divisor > 0 {
                bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
                divisor /= 10
            }
            bytes.append(contentsOf: separator.utf8)
        }
        append(year, 4, "-")
        append(month, 2, "-")
        append(day, 2, "T")
        append(rest / 3_600_000, 2, ":")
        append(rest / 60_000 % 60, 2, ":")
        append(rest / 1_000 % 60, 2, ".")
        append(rest % 1_000, 3, "Z")
    }

    package var text: String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private var dayNumber: Int {
        let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The date in the Gregorian calendar, counting years from March so that the leap day is last.
    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468 + 146_097
        let (era, dayOfEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + (era - 1) * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day)
    }

    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = (month <= 2 ? year - 1 : year) + 400
        let (era, yearOfEra) = shifted.quotientAndRemainder(dividingBy: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return (era - 1) * 146_097 + dayOfEra - 719_468
    }
}

/// A month in UTC: one file of the journal.
struct Month: Hashable, Comparable, Sendable {
    let year: Int
    let month: Int

    init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// `nil` for every name but `YYYY-MM.jsonl`.
    init?(fileName: String) {
        let bytes = Array(fileName.utf8)
        guard bytes.count == 13, fileName.hasSuffix(".jsonl"), bytes[4] == UInt8(ascii: "-"),
            bytes[..<4].allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
            bytes[5..<7].allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
            let year = Int(fileName.prefix(4)), let month = Int(fileName.dropFirst(5).prefix(2)),
            1...12 ~= month
        else { return nil }
        self.init(year: year, month: month)
    }

    var fileName: String {
        String(format: "%04d-%02d.jsonl", year, month)
    }

    static func < (a: Month, b: Month) -> Bool {
        (a.year, a.month) < (b.year, b.month)
    }
}
