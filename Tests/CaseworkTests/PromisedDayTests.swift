import Casework
import Foundation
import Testing

@Suite("The promised day") struct PromisedDayTests {
    /// When the mail came in, Paris time; how many working days; the writer's département; the day.
    /// Reckoned by another program, with another formula for Easter.
    static let rows: [(String, Int, String?, String)] = [
        // The hour of receipt, and days on which nobody works.
        ("2026-09-01T09:00", 5, "36", "2026-09-08"), ("2026-09-01T17:00", 5, "36", "2026-09-08"),
        ("2026-09-01T17:01", 5, "36", "2026-09-09"), ("2026-09-04T17:30", 5, nil, "2026-09-14"),
        ("2026-09-05T11:00", 5, nil, "2026-09-14"), ("2026-09-06T23:59", 1, "75", "2026-09-08"),
        ("2026-11-10T17:05", 2, nil, "2026-11-16"), ("2026-07-13T17:30", 1, nil, "2026-07-16"),
        ("2026-08-13T09:00", 1, nil, "2026-08-14"), ("2026-10-30T10:00", 1, nil, "2026-11-02"),
        // Ends of years.
        ("2026-12-18T10:00", 5, nil, "2026-12-28"), ("2026-12-24T17:30", 3, nil, "2026-12-31"),
        ("2026-12-24T09:00", 5, nil, "2027-01-04"), ("2026-12-31T18:00", 1, nil, "2027-01-05"),
        ("2027-12-30T10:00", 2, "75", "2028-01-03"), ("2028-12-29T16:00", 1, "75", "2029-01-02"),
        ("2029-12-31T12:00", 1, "75", "2030-01-02"), ("2028-12-25T09:00", 1, nil, "2028-12-27"),
        // Easter.
        ("2026-03-30T09:00", 4, "75", "2026-04-03"), ("2026-03-30T09:00", 4, "67", "2026-04-07"),
        ("2026-03-30T09:00", 4, "57", "2026-04-07"), ("2026-03-30T09:00", 4, "987", "2026-04-07"),
        ("2026-04-02T18:00", 1, "68", "2026-04-07"), ("2027-03-22T09:00", 4, "67", "2027-03-30"),
        // Bridges of May, Whit Monday.
        ("2026-04-30T10:00", 1, nil, "2026-05-04"), ("2026-05-06T10:00", 2, nil, "2026-05-11"),
        ("2026-05-07T09:00", 5, nil, "2026-05-18"), ("2026-05-12T09:00", 2, nil, "2026-05-15"),
        ("2026-05-13T17:01", 1, nil, "2026-05-18"), ("2027-05-04T09:00", 3, nil, "2027-05-10"),
        ("2024-05-06T09:00", 2, nil, "2024-05-10"), ("2024-05-07T09:00", 1, nil, "2024-05-10"),
        ("2026-05-22T18:00", 1, nil, "2026-05-27"),
        // Leap years.
        ("2024-02-28T09:00", 1, nil, "2024-02-29"), ("2028-02-28T17:10", 1, nil, "2028-03-01"),
        ("2028-02-25T09:00", 2, "75", "2028-02-29"),
        // The second day of Christmas.
        ("2028-12-22T09:00", 1, "67", "2028-12-27"), ("2025-12-24T10:00", 1, "67", "2025-12-29"),
        ("2025-12-24T10:00", 1, "75", "2025-12-26"),
        // Overseas.
        ("2026-05-20T09:00", 2, "972", "2026-05-26"), ("2026-05-20T09:00", 2, "971", "2026-05-22"),
        ("2026-05-20T09:00", 4, "971", "2026-05-28"), ("2026-05-20T09:00", 5, "978", "2026-05-29"),
        ("2026-06-08T09:00", 2, "973", "2026-06-11"), ("2027-12-17T09:00", 1, "974", "2027-12-21"),
        ("2028-12-19T09:00", 1, "974", "2028-12-21"), ("2026-04-24T09:00", 1, "976", "2026-04-28"),
        ("2026-10-08T09:00", 1, "977", "2026-10-12"), ("2026-04-27T09:00", 1, "986", "2026-04-29"),
        ("2026-07-28T09:00", 1, "986", "2026-07-30"), ("2026-03-04T09:00", 1, "987", "2026-03-06"),
        ("2026-11-19T09:00", 1, "987", "2026-11-23"), ("2026-09-23T09:00", 1, "988", "2026-09-25"),
        // The longest delay.
        ("2026-06-01T09:00", 60, nil, "2026-08-25"), ("2026-12-15T09:00", 60, "67", "2027-03-11"),
    ]

    @Test("is so many working days after receipt, and no holiday there", arguments: rows)
    func day(received: String, count: Int, department: String?, expected: String) throws {
        let parts = received.split(separator: "T")
        let time = parts[1].split(separator: ":").compactMap { Int($0) }
        let day = try #require(CivilDay(parts[0]))
        let start = WorkingDays.start(receivedAt: day.at(hour: time[0], minute: time[1]))
        let promised = WorkingDays.date(adding: count, after: start, in: department)
        #expect(promised.description == expected)
        #expect(WorkingDays.includes(promised))
        #expect(WorkingDays.count(after: start, through: promised) >= count)
    }

    @Test("the hour of receipt is that of Paris, in summer and in winter")
    func hour() throws {
        let style = Date.ISO8601FormatStyle()
        for (time, day) in [
            ("2026-09-01T15:00:59Z", "2026-09-01"), ("2026-09-01T15:01:00Z", "2026-09-02"),
            ("2026-12-01T16:00:59Z", "2026-12-01"), ("2026-12-01T16:01:00Z", "2026-12-02"),
            ("2026-09-01T22:30:00Z", "2026-09-02"),
        ] {
            #expect(WorkingDays.start(receivedAt: try style.parse(time)).description == day)
        }
    }

    @Test("a place that nobody knows has no holidays of its own")
    func unknownPlace() throws {
        let day = try #require(CivilDay("2026-12-26"))
        #expect(LocalHolidays.include(day, in: "67"))
        for place in [nil, "", "75", "975", "999"] {
            #expect(!LocalHolidays.include(day, in: place))
        }
    }
}
