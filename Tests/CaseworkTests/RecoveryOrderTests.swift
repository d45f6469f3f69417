import Casework
import Testing

@Suite("The order to take back") struct RecoveryOrderTests {
    @Test(
        "what is ordered",
        arguments: [
            ("récupérer 3", [3]), ("Recuperer 3", [3]), ("RÉCUPÉRER 2, 3", [2, 3]),
            ("récupérer 2 et 3", [2, 3]), ("récupérez le n° 4 svp", [4]),
            ("Bonjour,\n\nrécupérer 5, 7 à 9.\n\nMerci", [5, 7, 8, 9]),
            ("récupérer 4-6", [4, 5, 6]), ("récupérer 4 – 6", [4, 5, 6]),
            ("récupérer 3;3;2", [3, 2]),
            ("récupérer les numéros 1, 2", [1, 2]), ("re\u{301}cupe\u{301}rer 1", [1]),
            ("récupérer3", [3]), ("récupérer 12 merci", [12]), ("> cité\nrécupérer 1", nil),
            ("récupérer", nil), ("récupérer 3 ?", nil), ("ne pas récupérer 3", nil),
            ("récupérer 3 demain", nil), ("récupérer 0", nil), ("récupérer 9-4", nil),
            ("récupérer 1-500", nil), ("récupérer 3-", nil), ("récupérer -", nil), ("3", nil),
            ("récupérer 99999999999999999999", nil), ("récupérer tout", nil), ("", nil),
            ("envoyer", nil),
        ] as [(String, [Int]?)]
    )
    func order(text: String, expected: [Int]?) {
        #expect(RecoveryOrder(in: text)?.numbers == expected)
    }

    @Test("a recap's name is read back with its key alone")
    func name() throws {
        let key = try #require(TokenKey(Array(repeating: 7, count: 32)))
        let other = try #require(TokenKey(Array(repeating: 8, count: 32)))
        let name = RecapName(day: CivilDay(year: 2026, month: 9, day: 8), sequence: 2)
        let left = name.leftPart(key: key)
        #expect(name.mailID == "recap-20260908.2")
        #expect(RecapName(messageID: "\(left)@anct.example", key: key) == name)
        #expect(RecapName(messageID: left, key: other) == nil)
        // Neither another recap, nor a token made for another purpose.
        #expect(RecapName(messageID: left.replacing(".2.", with: ".1."), key: key) == nil)
        let staff = "recap-20260908.2.\(key.token(.staffThread, of: "recap-20260908.2"))"
        #expect(RecapName(messageID: staff, key: key) == nil)
        #expect(MailName(messageID: left, key: key) == nil)
        let padded = "recap-20260908.02.\(key.token(.recap, of: "recap-20260908.02"))"
        #expect(RecapName(messageID: padded, key: key) == nil)
    }
}
