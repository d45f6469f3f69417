import Casework
import Foundation
import Testing

@Suite("Working days") struct WorkingDaysTests {
    private static let years: [(String, String, String, String, Int)] = [
        ("2024-03-31", "2024-04-01", "2024-05-09", "2024-05-20", 252),
        ("2025-04-20", "2025-04-21", "2025-05-29", "2025-06-09", 251),
        ("2026-04-05", "2026-04-06", "2026-05-14", "2026-05-25", 252),
        ("2027-03-28", "2027-03-29", "2027-05-06", "2027-05-17", 254),
        ("2028-04-16", "2028-04-17", "2028-05-25", "2028-06-05", 251),
        ("2029-04-01", "2029-04-02", "2029-05-10", "2029-05-21", 252),
        ("2030-04-21", "2030-04-22", "2030-05-30", "2030-06-10", 251),
        ("2031-04-13", "2031-04-14", "2031-05-22", "2031-06-02", 251),
        ("2032-03-28", "2032-03-29", "2032-05-06", "2032-05-17", 255),
        ("2033-04-17", "2033-04-18", "2033-05-26", "2033-06-06", 253),
        ("2034-04-09", "2034-04-10", "2034-05-18", "2034-05-29", 251),
        ("2035-03-25", "2035-03-26", "2035-05-03", "2035-05-14", 252),
    ]

    @Test("the holidays that move with Easter, and how many days are worked", arguments: years)
    func year(easter: String, monday: String, ascension: String, whitMonday: String, count: Int)
        throws
    {
        let day = try #require(CivilDay(easter))
        #expect(WorkingDays.easter(day.year) == day)
        for text in [monday, ascension, whitMonday] {
            #expect(WorkingDays.isHoliday(try #require(CivilDay(text))), "\(text)")
        }
        let first = CivilDay(year: day.year, month: 1, day: 1)
        let days = (0..<366).map { first.adding(days: $0) }.filter { $0.year == day.year }
        #expect(days.count { WorkingDays.includes($0) } == count)
        let easterDays = Set([monday, ascension, whitMonday])
        let fixed = days.filter { WorkingDays.isHoliday($0) }.map(\.description)
            .filter { !easterDays.contains($0) }
        #expect(
            fixed.map { $0.dropFirst(5) }
                == ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]
        )
    }

    @Test(
        "days elapsed",
        arguments: [
            ("2026-09-08", "2026-09-08", 0), ("2026-09-08", "2026-09-09", 1),
            ("2026-09-04", "2026-09-07", 1), ("2026-09-05", "2026-09-06", 0),
            ("2026-09-01", "2026-09-08", 5), ("2026-05-07", "2026-05-15", 4),
            ("2026-12-24", "2027-01-04", 5), ("2026-09-09", "2026-09-08", 0),
        ]
    )
    func elapsed(from: String, to: String, count: Int) throws {
        let (first, last) = (try #require(CivilDay(from)), try #require(CivilDay(to)))
        #expect(WorkingDays.count(after: first, through: last) == count)
    }

    @Test("long spans are counted like a walk through every day")
    func walk() {
        let first = CivilDay(year: 2024, month: 1, day: 3)
        var walked = 0
        var day = first
        for _ in 1...1_500 {
            day = day.adding(days: 1)
            if WorkingDays.includes(day) { walked += 1 }
            #expect(WorkingDays.count(after: first, through: day) == walked, "\(day)")
        }
    }

    @Test("days are numbered without a gap, and know their weekday")
    func numbers() {
        var day = CivilDay(year: 1999, month: 12, day: 31)
        #expect(day.weekday == 5)
        for _ in 1...4_000 {
            let next = day.adding(days: 1)
            #expect(next.number == day.number + 1)
            #expect(next > day)
            #expect(next.weekday == day.weekday % 7 + 1)
            #expect(CivilDay(next.description) == next)
            day = next
        }
        #expect(CivilDay(year: 1970, month: 1, day: 1).number == 0)
    }

    @Test(
        "what is no day is refused",
        arguments: ["2026-02-29", "2026-13-01", "2026-00-01", "2026-1-01", "26-01-01", "", "x"]
    )
    func notADay(text: String) { #expect(CivilDay(text) == nil) }

    @Test(
        "when the next recap leaves",
        arguments: [
            // Summer time, winter time, the night between the days, Friday, a bridge.
            ("2026-09-08T06:29:59Z", "2026-09-08T06:30:00Z"),
            ("2026-09-08T06:30:00Z", "2026-09-09T06:30:00Z"),
            ("2026-12-01T07:29:00Z", "2026-12-01T07:30:00Z"),
            ("2026-09-07T22:30:00Z", "2026-09-08T06:30:00Z"),
            ("2026-09-11T10:00:00Z", "2026-09-14T06:30:00Z"),
            ("2026-05-13T10:00:00Z", "2026-05-15T06:30:00Z"),
            ("2026-10-23T10:00:00Z", "2026-10-26T07:30:00Z"),
        ]
    )
    func next(now: String, expected: String) throws {
        let style = Date.ISO8601FormatStyle()
        let next = RecapSchedule().next(after: try style.parse(now))
        #expect(next == (try style.parse(expected)))
    }

    @Test(
        "times of day",
        arguments: [
            ("08:30", "08:30"), ("8:05", "08:05"), ("23:59", "23:59"), ("24:00", nil),
            ("8h30", nil), ("8:5", nil), ("", nil), ("never", nil), ("+8:30", nil),
        ] as [(String, String?)]
    )
    func times(text: String, expected: String?) {
        #expect(RecapSchedule(text)?.description == expected)
    }
}
