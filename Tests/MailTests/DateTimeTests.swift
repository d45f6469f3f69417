import Foundation
import Testing

@testable import Mail

@Suite("DateTime") struct DateTimeTests {
    private func read(_ text: String) -> (date: String?, defects: [String]) {
        var defects = DefectLog()
        let date = DateTime.parse(text, &defects)
        return (date?.ISO8601Format(), defects.sentences)
    }

    @Test(
        "dates of RFC 5322",
        arguments: [
            ("Tue, 24 Nov 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("24 Nov 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("Tue, 24 Nov 2026 09:12 +0000", "2026-11-24T09:12:00Z"),
            ("Tue, 24 Nov 2026 09:12:00 -0000", "2026-11-24T09:12:00Z"),
            ("Tue,24 Nov 2026 09:12:00 +0100 (CET)", "2026-11-24T08:12:00Z"),
            ("Sat, 29 Feb 2020 23:59:60 GMT", "2020-03-01T00:00:00Z"),
            ("Wed, 1 Jan 2025 00:30:00 +1400", "2024-12-31T10:30:00Z"),
            ("Wed, 31 Dec 1969 19:00:00 EST", "1970-01-01T00:00:00Z"),
            ("Fri, 1 Mar 2024 00:00:00 -0330", "2024-03-01T03:30:00Z"),
            ("Fri, 1 Mar 2024 12:00:00 A", "2024-03-01T12:00:00Z"),
            ("Fri, 1 Mar 1900 12:00:00 +0000", "1900-03-01T12:00:00Z"),
        ]
    )
    func regular(text: String, expected: String) {
        let (date, defects) = read(text)
        #expect(date == expected)
        #expect(defects.isEmpty)
    }

    @Test(
        "dates of the wild are understood and noted",
        arguments: [
            ("21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06Z"),
            ("21 Nov 03 09:55:06 GMT", "2003-11-21T09:55:06Z"),
            ("21 Nov 103 09:55:06 GMT", "2003-11-21T09:55:06Z"),
            ("2026-11-24T09:12:00Z", "2026-11-24T09:12:00Z"),
            ("2026-11-24T09:12:00+01:00", "2026-11-24T08:12:00Z"),
            ("2026-11-24 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("2026-11-24T09:12:00.123Z", "2026-11-24T09:12:00Z"),
            ("Tue Nov 24 09:12:00 2026", "2026-11-24T09:12:00Z"),
            ("24/11/2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("24-Nov-2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("Tue, 24 Nov 2026 09:12:00", "2026-11-24T09:12:00Z"),
            ("Tue, 24 Nov 2026 9:12:00 PM +0000", "2026-11-24T21:12:00Z"),
            ("Tue, 24 Nov 2026 09:12:00 XYZ", "2026-11-24T09:12:00Z"),
            ("Tue, 24 Nov 2026", "2026-11-24T00:00:00Z"),
        ]
    )
    func irregular(text: String, expected: String) {
        let (date, defects) = read(text)
        #expect(date == expected)
        #expect(!defects.isEmpty)
    }

    @Test(
        "other dates of the wild",
        arguments: [
            ("mar. 24 nov. 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("lun., 3 août 2026 09:12:00 +0200", "2026-08-03T07:12:00Z"),
            ("Tue, 24 November 2026 09:12:00 GMT+0100", "2026-11-24T08:12:00Z"),
            ("Tue, 24 Nov 2026 09:12:00 CEST", "2026-11-24T07:12:00Z"),
        ]
    )
    func tolerated(text: String, expected: String) { #expect(read(text).date == expected) }

    @Test(
        "what is no date",
        arguments: [
            "", "soon", "32 Nov 2026 09:12:00 +0000", "30 Feb 2026 09:12:00 +0000",
            "29 Feb 2025 09:12:00 +0000", "24 Nov 2026 24:12:00 +0000",
            "24 Nov 2026 09:60:00 +0000",
            "99999999999999999999 Nov 2026", "24 Nov", "::::", "((((", "+ + +", "1 1 1 1 1 1",
        ]
    )
    func unreadable(text: String) {
        let (date, defects) = read(text)
        #expect(date == nil)
        #expect(!defects.isEmpty)
    }

    @Test(
        "days count like the calendar",
        arguments: [-719_162, -1, 0, 59, 11_016, 20_781, 2_932_896]
    )
    func calendar(day: Int) {
        let (year, month, dayOfMonth) = DateTime.civil(daysSinceEpoch: day)
        #expect(DateTime.daysSinceEpoch(year: year, month: month, day: dayOfMonth) == day)
        var gregorian = Calendar(identifier: .gregorian)
        gregorian.timeZone = .gmt
        let date = Date(timeIntervalSince1970: Double(day) * 86_400)
        if day > -141_427 {
            #expect(gregorian.component(.year, from: date) == year)
            #expect(gregorian.component(.day, from: date) == dayOfMonth)
        }
    }

    @Test(
        "the Date field is written as RFC 5322 has it",
        arguments: [
            (0, "Europe/Paris", "Thu, 1 Jan 1970 01:00:00 +0100"),
            (1_795_511_520, "GMT", "Tue, 24 Nov 2026 09:12:00 +0000"),
            (1_795_511_520, "Europe/Paris", "Tue, 24 Nov 2026 10:12:00 +0100"),
            (1_784_000_000, "Europe/Paris", "Tue, 14 Jul 2026 05:33:20 +0200"),
            (1_709_164_800, "America/St_Johns", "Wed, 28 Feb 2024 20:30:00 -0330"),
        ]
    )
    func writing(seconds: Int, zone: String, expected: String) throws {
        let zone = try #require(TimeZone(identifier: zone))
        let date = Date(timeIntervalSince1970: Double(seconds))
        let text = DateField.text(date, in: zone)
        #expect(text == expected)
        var defects = DefectLog()
        #expect(DateTime.parse(text, &defects) == date)
    }

    @Test("any Date can be written", arguments: [.infinity, -.infinity, .nan, 1e300, -1e300, -0.5])
    func extremes(seconds: Double) {
        let text = DateField.text(Date(timeIntervalSince1970: seconds), in: .gmt)
        var defects = DefectLog()
        #expect(DateTime.parse(text, &defects) != nil)
    }
}
