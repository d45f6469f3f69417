import Foundation
import Testing

@testable import Filing

@Suite("Instant") struct InstantTests {
    @Test(
        "times are written in UTC with milliseconds",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
            (1_795_511_520.123, "2026-11-24T09:12:00.123Z"),
            (951_782_400, "2000-02-29T00:00:00.000Z"),
            (1_709_251_199.9996, "2024-03-01T00:00:00.000Z"),
            (-62_167_219_200, "0000-01-01T00:00:00.000Z"), (-1e20, "0000-01-01T00:00:00.000Z"),
            (1e20, "9999-12-31T23:59:59.999Z"), (.nan, "1970-01-01T00:00:00.000Z"),
            (-.infinity, "0000-01-01T00:00:00.000Z"),
        ] as [(Double, String)]
    )
    func written(seconds: Double, text: String) {
        #expect(Instant(Date(timeIntervalSince1970: seconds)).text == text)
    }

    @Test("any day from 0000 to 9999 reads back, in Foundation's calendar too")
    func days() throws {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        for day in stride(from: -719_528, to: 2_932_897, by: 97) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 3_723.5)
            let text = Instant(date).text
            #expect(Instant(text) == Instant(date), "\(text)")
            // Foundation cuts off where we round, so the fraction is one that both hold exactly.
            // Before 1582 it uses the Julian calendar.
            if day > -141_427 { #expect(text == style.format(date)) }
        }
    }

    @Test(
        "no other form is read",
        arguments: [
            "", "2026-11-24T09:12:00Z", "2026-11-24 09:12:00.123Z", "2026-11-24T09:12:00.123z",
            "2026-13-24T09:12:00.123Z", "2026-11-24T24:12:00.123Z", "2026-11-24T09:12:00,123Z",
            "2026-11-24T09:12:00.12éZ", "+026-11-24T09:12:00.123Z", "2026-00-24T09:12:00.123Z",
        ]
    )
    func refused(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test(
        "only YYYY-MM.jsonl names a month",
        arguments: [
            ("2026-11.jsonl", true), ("2026-13.jsonl", false), ("2026-11.jsonl.sha256", false),
            ("2026-1.jsonl", false), ("+026-11.jsonl", false), ("2026-11.jsonl.torn-1", false),
            ("lock", false),
        ]
    )
    func months(name: String, isMonth: Bool) {
        #expect((Month(fileName: name)?.fileName == name) == isMonth)
    }
}
