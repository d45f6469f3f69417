import Casework
import Testing

@Suite("Tokens") struct TokenTests {
    private let key = TokenKey(Array(repeating: 7, count: 32))
    private let other = TokenKey(Array(repeating: 8, count: 32))

    @Test("a key of a few bytes is no key")
    func shortKey() {
        #expect(TokenKey(Array(repeating: 1, count: 15)) == nil)
    }

    @Test("a Message-ID of ours names its case and purpose")
    func roundTrip() throws {
        let key = try #require(key)
        let number = CaseNumber(year: 2026, sequence: 42)
        for purpose in [TokenKey.Purpose.caseThread, .staffThread] {
            let left = MailName.leftPart(of: number, sequence: 3, purpose: purpose, key: key)
            let name = MailName(messageID: "\(left)@anct.example", key: key)
            #expect(name?.caseNumber == number)
            #expect(name?.purpose == purpose)
        }
    }

    @Test("is at least 80 bits and tells purposes apart")
    func distinct() throws {
        let key = try #require(key)
        let token = key.token(.caseThread, of: "2026-00042.1")
        #expect(token.utf8.count == 16)
        #expect(token != key.token(.staffThread, of: "2026-00042.1"))
        #expect(!key.verifies(token, .staffThread, of: "2026-00042.1"))
        #expect(!key.verifies(token, .caseThread, of: "2026-00043.1"))
        #expect(key.verifies(token.uppercased(), .caseThread, of: "2026-00042.1"))
    }

    @Test("another key, case or figure does not verify")
    func forged() throws {
        let key = try #require(key)
        let other = try #require(other)
        let number = CaseNumber(year: 2026, sequence: 42)
        let left = MailName.leftPart(of: number, sequence: 3, purpose: .caseThread, key: key)
        #expect(MailName(messageID: "\(left)@anct.example", key: other) == nil)
        let moved = left.replacingOccurrences(of: "00042", with: "00043")
        #expect(MailName(messageID: "\(moved)@anct.example", key: key) == nil)
        #expect(MailName(messageID: "2026-00042.3.@anct.example", key: key) == nil)
        #expect(MailName(messageID: "x@anct.example", key: key) == nil)
        #expect(MailName(messageID: "", key: key) == nil)
    }
}
