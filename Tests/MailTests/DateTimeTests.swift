import Foundation
import Testing

@testable import Mail

@Suite("DateTime") struct DateTimeTests {
    private func read(_ text: String) -> (date: String?, defects: [String]) {
        var defects = DefectLog()
        let date = DateTime.parse(text, &defects)
        return (date?.ISO8601Format(), defects.sentences)
    }

    private func expectIrregular(_ text: String, _ expected: String) {
        let (date, defects) = read(text)
        #expect(date == expected)
        #expect(!defects.isEmpty)
    }

    @Test(
        "dates of RFC 5322",
        arguments: [
            ("Tue, 24 Nov 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("24 Nov 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("Tue, 24 Nov 2026 09:12 +0000", "2026-11-24T09:12:00Z"),
            ("Tue, 24 Nov 2026 09:12:00 -0000", "2026-11-24T09:12:00Z"),
            ("Tue,24 Nov 2026 09:12:00 +0100 (CET)", "2026-11-24T08:12:00Z"),
            ("tue, 24 NOV 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("Tue, 24 Nov 2026 09:12:00 +0100 (heure d’hiver)", "2026-11-24T08:12:00Z"),
            ("Tue, 24 Nov 2026 09:12:00 +0100 (CET (x) \u{e9})", "2026-11-24T08:12:00Z"),
            ("Mon, 24 Nov 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("Tue,   24\tNov  2026  09:12:00   +0100", "2026-11-24T08:12:00Z"),
            ("Tue, 4 Nov 2025 09:12:00 +0100", "2025-11-04T08:12:00Z"),
            ("Tue, 04 Nov 2025 09:12:00 +0100", "2025-11-04T08:12:00Z"),
            ("Sat, 29 Feb 2020 23:59:60 GMT", "2020-03-01T00:00:00Z"),
            ("Wed, 1 Jan 2025 00:30:00 +1400", "2024-12-31T10:30:00Z"),
            ("Wed, 31 Dec 1969 19:00:00 EST", "1970-01-01T00:00:00Z"),
            ("Fri, 1 Mar 2024 00:00:00 -0330", "2024-03-01T03:30:00Z"),
            ("Fri, 1 Mar 2024 00:00:00 -1200", "2024-03-01T12:00:00Z"),
            ("Fri, 1 Mar 2024 00:00:00 +0545", "2024-02-29T18:15:00Z"),
            ("Fri, 1 Mar 1900 12:00:00 +0000", "1900-03-01T12:00:00Z"),
            ("Fri, 31 Dec 9999 23:59:59 +0000", "9999-12-31T23:59:59Z"),
            // As RFC 5322 appendix A prints them.
            ("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T15:55:06Z"),
            ("Thu, 13 Feb 1969 23:32 -0330 (Newfoundland Time)", "1969-02-14T03:02:00Z"),
            ("Thu, 13 Feb 1969 23:32:54 -0330", "1969-02-14T03:02:54Z"),
        ]
    )
    func regular(text: String, expected: String) {
        let (date, defects) = read(text)
        #expect(date == expected)
        #expect(defects.isEmpty)
    }

    @Test(
        "comments may stand anywhere",
        arguments: [
            "(a)Tue(b),(c)24(d)Nov(e)2026(f)09(g):(h)12(i):(j)00(k)+0100(l)",
            "Tue , 24 Nov 2026 09 : 12 : 00 +0100", "(24 Dec) Tue, 24 Nov 2026 09:12:00 +0100",
            "Tue, 24 Nov 2026 (10:00) 09:12:00 +0100 (+0200)",
            "Tue, 24 Nov 2026 09:12:00 +0100 (\\) EST)",
        ]
    )
    func comments(text: String) {
        let (date, defects) = read(text)
        #expect(date == "2026-11-24T08:12:00Z")
        #expect(defects.isEmpty)
    }

    @Test(
        "zones by name",
        arguments: [
            ("UT", 0), ("GMT", 0), ("EST", 5), ("EDT", 4), ("CST", 6), ("CDT", 5), ("MST", 7),
            ("MDT", 6), ("PST", 8), ("PDT", 7),
            // Military zones say nothing (RFC 5322 §4.3).
            ("Z", 0), ("A", 0), ("M", 0), ("N", 0), ("Y", 0), ("t", 0),
        ]
    )
    func zones(name: String, hoursBehind: Int) {
        let (date, defects) = read("Fri, 1 Mar 2024 12:00:00 \(name)")
        #expect(date == "2024-03-01T\(12 + hoursBehind):00:00Z")
        #expect(defects.isEmpty)
    }

    @Test(
        "years of two and three digits",
        arguments: [
            ("00", 2000), ("03", 2003), ("26", 2026), ("49", 2049), ("50", 1950), ("69", 1969),
            ("70", 1970), ("97", 1997), ("99", 1999), ("100", 2000), ("103", 2003), ("126", 2026),
        ]
    )
    func shortYears(year: String, expected: Int) {
        expectIrregular("21 Nov \(year) 09:55:06 GMT", "\(expected)-11-21T09:55:06Z")
    }

    @Test(
        "zones written otherwise, all at 09:12",
        arguments: [
            ("", "09:12"), (" XYZ", "09:12"), (" J", "09:12"), (" +9999", "09:12"),
            (" +2400", "09:12"), (" +0160", "09:12"), (" GMT+0100", "08:12"), (" GMT+2", "07:12"),
            (" GMT-05:00", "14:12"), (" UTC+0100", "08:12"), (" UTC", "09:12"), (" CET", "08:12"),
            (" CEST", "07:12"), (" +01:00", "08:12"), (" +1:00", "08:12"), (" +01", "08:12"),
            (" +1", "08:12"), (" +100", "08:12"), (" + 0100", "08:12"), (" 0100", "08:12"),
            (" --0500", "14:12"), (" -05000", "14:12"), (" +010000", "08:12"), (" (CET)", "08:12"),
            (" EST5EDT", "14:12"), (" MET DST", "07:12"), (" +0100 DST", "08:12"),
            (" -0500 GMT-5", "14:12"), (" +5:30", "03:42"),
        ]
    )
    func irregularZones(zone: String, time: String) {
        expectIrregular("Tue, 24 Nov 2026 09:12:00\(zone)", "2026-11-24T\(time):00Z")
    }

    @Test(
        "dates of other formats",
        arguments: [
            ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
            ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"),
            ("Sun Nov  6 08:49:37 PST 1994", "1994-11-06T16:49:37Z"),
            ("Sun Nov  6 08:49:37 1994 PST", "1994-11-06T16:49:37Z"),
            ("Sun Nov  6 08:49:37 -0800 1994", "1994-11-06T16:49:37Z"),
            ("Sun Nov  6 08:49:37 1994 -0800", "1994-11-06T16:49:37Z"),
            ("Sun Nov  6 08:49:37 94", "1994-11-06T08:49:37Z"),
            ("2026-11-24T09:12:00Z", "2026-11-24T09:12:00Z"),
            ("2026-11-24t09:12:00z", "2026-11-24T09:12:00Z"),
            ("2026-11-24T09:12:00+01:00", "2026-11-24T08:12:00Z"),
            ("2026-11-24T09:12:00+02", "2026-11-24T07:12:00Z"),
            ("2026-11-24T09:12:00-0530", "2026-11-24T14:42:00Z"),
            ("2026-11-24T09:12Z", "2026-11-24T09:12:00Z"),
            ("2026-11-24 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("2026-11-24T09:12:00.123Z", "2026-11-24T09:12:00Z"),
            ("2026-11-24T09:12:00,123456+0100", "2026-11-24T08:12:00Z"),
            ("20261124T091200Z", "2026-11-24T09:12:00Z"),
            ("20261124T0912+0100", "2026-11-24T08:12:00Z"),
            ("20261124091200", "2026-11-24T09:12:00Z"),
            ("2026-11-24", "2026-11-24T00:00:00Z"),
            ("20261124", "2026-11-24T00:00:00Z"),
            ("2026/11/24 09:12", "2026-11-24T09:12:00Z"),
            ("24/11/2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("24.11.2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("24.11.26 09:12", "2026-11-24T09:12:00Z"),
            ("24-11-2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("11/24/2026 09:12:00 AM", "2026-11-24T09:12:00Z"),
            ("3/11/2026 09:12:00", "2026-11-03T09:12:00Z"),
            ("11/3/2026 9:12:00 PM", "2026-11-03T21:12:00Z"),
            ("Tue, 03/11/2026 09:12:00 +0000", "2026-11-03T09:12:00Z"),
            ("Wed, 03/11/2026 09:12:00 +0000", "2026-03-11T09:12:00Z"),
            ("24-Nov-2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("26 Aug 76 1429 EDT", "1976-08-26T18:29:00Z"),
            ("26 Aug 1976 1429 EDT", "1976-08-26T18:29:00Z"),
            ("Fri, Feb 15 2002 16:54:30 -0800", "2002-02-16T00:54:30Z"),
            ("Tue Nov 24 2026 10:00:00 GMT+0100 (heure)", "2026-11-24T09:00:00Z"),
            ("97 Nov 21 09:12:00 GMT", "1997-11-21T09:12:00Z"),
            ("2026 Nov 24 09:12:00 GMT", "2026-11-24T09:12:00Z"),
            ("09:12:00 24 Nov 2026", "2026-11-24T09:12:00Z"),
            ("1795511520", "2026-11-24T09:12:00Z"),
            ("1795511520000", "2026-11-24T09:12:00Z"),
        ]
    )
    func otherFormats(text: String, expected: String) { expectIrregular(text, expected) }

    @Test(
        "small faults",
        arguments: [
            ("Tue, 24 Nov 2026 9:12:00 PM +0000", "2026-11-24T21:12:00Z"),
            ("Tue, 24 Nov 2026 12:12:00 AM +0000", "2026-11-24T00:12:00Z"),
            ("Tue, 24 Nov 2026 12:12:00 PM +0000", "2026-11-24T12:12:00Z"),
            ("Tue, 24 Nov 2026 9:12 p.m.", "2026-11-24T21:12:00Z"),
            ("Tue, 24 Nov 2026", "2026-11-24T00:00:00Z"),
            ("Tue, 24 Nov 2026 09.12.00 +0100", "2026-11-24T08:12:00Z"),
            ("Tue, 24 Nov 2026 09.12 +0100", "2026-11-24T08:12:00Z"),
            ("Tue, 24 Nov 2026 9h12", "2026-11-24T09:12:00Z"),
            ("Tue, 24 Nov 2026 9:5:3 +0100", "2026-11-24T08:05:03Z"),
            ("Tue, 24 Nov 2026 09:12:00.000 +0100", "2026-11-24T08:12:00Z"),
            ("Tue, 24 Nov, 2026, 09:12:00, +0100", "2026-11-24T08:12:00Z"),
            ("Tuesday, 24 November 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("Tuesday, November 24, 2026 9:12 AM", "2026-11-24T09:12:00Z"),
            ("November 24th, 2026 at 9:12", "2026-11-24T09:12:00Z"),
            ("Nov 24, 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("Tue, 24 Sept 2024 09:12:00 +0000", "2024-09-24T09:12:00Z"),
            ("Sent: Tue, 24 Nov 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("\"Tue, 24 Nov 2026 09:12:00 +0100\"", "2026-11-24T08:12:00Z"),
            ("Tue, 24 Nov 2026 09:12:00 +0100 then", "2026-11-24T08:12:00Z"),
            (
                "Tue, 24 Nov 2026 09:12:00 +0100; Wed, 25 Nov 2026 10:00:00 +0200",
                "2026-11-24T08:12:00Z"
            ),
            ("=?utf-8?Q?Tue=2C_24_Nov_2026_09=3A12=3A00_+0100?=", "2026-11-24T08:12:00Z"),
            ("24Nov2026 09:12:00", "2026-11-24T09:12:00Z"),
            ("Tue, 24 Nov 2026 24:00:00 +0000", "2026-11-25T00:00:00Z"),
            ("Tue, 24 Nov 2026 09:12:00 +0100 (CET", "2026-11-24T08:12:00Z"),
            ("1 Jan 1601 00:00:00 +0000", "1601-01-01T00:00:00Z"),
            ("24 Nov 02026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
        ]
    )
    func smallFaults(text: String, expected: String) { expectIrregular(text, expected) }

    @Test(
        "names of other languages",
        arguments: [
            ("mar. 24 nov. 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("mar., 24 nov. 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("mardi 24 novembre 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("mar. 24/11/2026 09:12", "2026-11-24T09:12:00Z"),
            ("mer., 1 mars 2026 09:12:00 +0200", "2026-03-01T07:12:00Z"),
            ("lun., 3 août 2026 09:12:00 +0200", "2026-08-03T07:12:00Z"),
            ("ven., 5 juin 2026 09:12:00 +0200", "2026-06-05T07:12:00Z"),
            ("dim., 5 juil. 2026 09:12:00 +0200", "2026-07-05T07:12:00Z"),
            ("lun., 14 déc. 2026 09:12:00 +0100", "2026-12-14T08:12:00Z"),
            ("jeu., 5 févr. 2026 09:12:00 +0100", "2026-02-05T08:12:00Z"),
            ("Di, 3 Mär 2026 09:12:00 +0100", "2026-03-03T08:12:00Z"),
            ("Di., 1. Dez. 2026 09:12:00 +0100", "2026-12-01T08:12:00Z"),
            ("Do, 1 Okt 2026 09:12:00 +0200", "2026-10-01T07:12:00Z"),
            ("mar, 24 nov 2026 09:12:00 +0100", "2026-11-24T08:12:00Z"),
            ("lun, 5 ene 2026 09:12:00 +0100", "2026-01-05T08:12:00Z"),
            ("lun, 3 ago 2026 09:12:00 +0200", "2026-08-03T07:12:00Z"),
            ("ter, 1 dez 2026 09:12:00 -0300", "2026-12-01T12:12:00Z"),
            ("gio, 2 lug 2026 09:12:00 +0200", "2026-07-02T07:12:00Z"),
            ("ven, 1 mag 2026 09:12:00 +0200", "2026-05-01T07:12:00Z"),
            ("di, 24 mei 2026 09:12:00 +0200", "2026-05-24T07:12:00Z"),
            ("di, 3 mrt 2026 09:12:00 +0100", "2026-03-03T08:12:00Z"),
            ("Вт, 24 ноя 2026 09:12:00 +0300", "2026-11-24T06:12:00Z"),
            ("2026年11月24日 09:12:00", "2026-11-24T09:12:00Z"),
            ("2026年11月24日 星期二 下午 3:12", "2026-11-24T15:12:00Z"),
            ("2026년 11월 24일 09:12:00 +0900", "2026-11-24T00:12:00Z"),
        ]
    )
    func otherLanguages(text: String, expected: String) { expectIrregular(text, expected) }

    @Test(
        "what is no date",
        arguments: [
            "", "soon", "32 Nov 2026 09:12:00 +0000", "30 Feb 2026 09:12:00 +0000",
            "29 Feb 2025 09:12:00 +0000", "24 Nov 2026 24:12:00 +0000",
            "24 Nov 2026 09:60:00 +0000", "24 Nov 2026 25:00:00 +0000",
            "24 Nov 2026 09:12:61 +0000", "0 Nov 2026 09:12:00 +0000",
            "99999999999999999999 Nov 2026", "24 Nov 99999999999999999999 09:12:00 +0000",
            "24 Nov", "Nov 2026 09:12:00", "24 2026 09:12:00", "09:12:00 +0100", "2026", "+0100",
            "1 Jan 0001 00:00:00 +0100", "31 Dec 9999 23:59:59 -0100", "1 Jan 20026 00:00:00 +0000",
            "1 Jan 0000 00:00:00 +0000", "20261324T091200Z", "99/99/9999 99:99:99",
            "::::", "((((", "+ + +", "1 1 1 1 1 1", "年月日", "0年0月0日", "-", "/", "1/", "1/2/", "1:",
            "1:2:", "1.", "1.2.", "T", "1T", "am", "12345678901234567890",
        ]
    )
    func unreadable(text: String) {
        let (date, defects) = read(text)
        #expect(date == nil)
        #expect(!defects.isEmpty)
    }

    @Test(
        "any repetition is read",
        arguments: [
            "(", ")", "1", "1 ", "a", "a ", "+", "-", ":", "1:", "1/", "1.", "1-", "+1", "é", "年",
            "1年",
            "nov", "99999999999999999", "=?utf-8?q?", "\\",
        ]
    )
    func repetition(text: String) {
        let many = String(repeating: text, count: 100_000)
        _ = read(many)
        #expect(read("24 Nov 2026 09:12:00 +0100 " + many).date?.hasPrefix("2026-11-24") == true)
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
