import Casework
import Testing

@Suite("Case numbers") struct CaseNumberTests {
    @Test(
        "are read as they are written",
        arguments: [
            ("2026-00001", CaseNumber(year: 2026, sequence: 1)),
            ("2026-00042", CaseNumber(year: 2026, sequence: 42)),
            ("2026-B00042", CaseNumber(year: 2026, series: "B", sequence: 42)),
            ("2026-123456", CaseNumber(year: 2026, sequence: 123_456)),
        ]
    )
    func roundTrip(text: String, number: CaseNumber) {
        #expect(CaseNumber(text) == number)
        #expect(number.description == text)
    }

    @Test(
        "nothing else is one",
        arguments: [
            "", "2026", "2026-", "2026-0042", "2026-00000", "26-00042", "2026-b00042",
            "2026-BB00042", "2026-00042-1", "2026-０００４２", "2026_00042",
        ]
    )
    func refused(text: String) {
        #expect(CaseNumber(text) == nil)
    }

    @Test(
        "are found in subjects",
        arguments: [
            ("Re: cantine [2026-00042]", ["2026-00042"]),
            ("dossier n°2026-00042, 2026-00007 et 2026-00042", ["2026-00042", "2026-00007"]),
            ("le 2026-11-24 à 10 h", []),
            ("réf. 02026-000421", []),
        ] as [(String, [String])]
    )
    func named(text: String, expected: [String]) {
        #expect(CaseNumber.named(in: text).map(\.description) == expected)
    }

    @Test("follow one another within a year")
    func order() {
        let numbers = ["2026-00002", "2025-00009", "2026-A00001", "2026-00001"]
            .compactMap { CaseNumber($0) }.sorted()
        #expect(
            numbers.map(\.description)
                == ["2025-00009", "2026-00001", "2026-00002", "2026-A00001"]
        )
    }
}
