import Foundation
import Testing

@testable import Transport

@Suite("Wire formats") struct WireFormatTests {
    @Test(
        "mailbox names are modified UTF-7",
        arguments: [
            ("INBOX", "INBOX"), ("Traités", "Trait&AOk-s"), ("A & B", "A &- B"),
            ("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-"), ("été", "&AOk-t&AOk-"),
            ("😀", "&2D3eAA-"), ("", ""), ("&", "&-"),
        ]
    )
    func mailboxNames(name: String, wire: String) {
        #expect(MailboxName.encode(name) == wire)
        #expect(MailboxName.decode(wire) == name)
    }

    @Test(
        "what is no modified UTF-7 stays as it is",
        arguments: ["Traités", "a&b", "&!!-", "&A-", "a&AOk"]
    )
    func tolerated(wire: String) {
        #expect(MailboxName.decode(wire) == wire)
    }

    @Test(
        "internal dates",
        arguments: [
            ("17-Jul-1996 02:44:25 -0700", 837_596_665), (" 1-Jan-1970 00:00:00 +0000", 0),
            ("01-Mar-2000 00:00:00 +0100", 951_865_200),
            ("29-Feb-2024 23:59:59 +0000", 1_709_251_199),
        ]
    )
    func internalDates(text: String, seconds: Int) throws {
        let date = try #require(InternalDate.parse(text))
        #expect(date == Date(timeIntervalSince1970: Double(seconds)))
        #expect(InternalDate.parse(InternalDate.format(date)) == date)
    }

    @Test(
        "other dates are none",
        arguments: [
            "", "1-Jan-1970", "32-Jan-1970 00:00:00 +0000", "1-Foo-1970 00:00:00 +0000",
            "1-Jan-1970 24:00:00 +0000", "1-Jan-1970 00:00 +0000", "1-Jan-1970 00:00:00 Z",
            "1-Jan-99999999999 00:00:00 +0000", "1-Jan-1970 00:00:00 +00:0",
        ]
    )
    func noDates(text: String) {
        #expect(InternalDate.parse(text) == nil)
    }

    @Test(
        "sequence sets are short",
        arguments: [
            ([], []), ([5], ["5"]), ([3, 1, 2, 2], ["1:3"]), ([1, 3, 4, 9], ["1,3:4,9"]),
            ([4_294_967_294, 4_294_967_295], ["4294967294:4294967295"]),
        ] as [([UInt32], [String])]
    )
    func sets(numbers: [UInt32], expected: [String]) {
        #expect(sequenceSets(numbers.map { UID(rawValue: $0) }) == expected)
    }

    @Test("a long set is cut into several commands")
    func longSet() {
        let uids = (0..<5_000).map { UID(rawValue: UInt32(1_000_000 + 2 * $0)) }
        let sets = sequenceSets(uids)
        #expect(sets.allSatisfy { $0.utf8.count <= 4_000 })
        let numbers = sets.joined(separator: ",").split(separator: ",").compactMap { UInt32($0) }
        #expect(numbers == uids.map(\.rawValue))
    }

    @Test("batches are bounded in number and bytes")
    func batches() {
        let uids = (1...8).map { UID(rawValue: $0) }
        let sizes: [UInt32: Int] = [1: 10, 2: 10, 3: 10, 4: 100, 5: 500, 6: 40, 7: 60]
        let known = Dictionary(
            uniqueKeysWithValues: sizes.map { (UID(rawValue: $0.key), $0.value) }
        )
        let batches = IMAPSession.batches(uids, sizes: known, maxCount: 2, maxBytes: 100)
        #expect(batches.map { $0.map(\.rawValue) } == [[1, 2], [3], [4], [5], [6, 7]])
    }

    @Test(
        "content ends in CRLF, dots are doubled, and the final dot follows",
        arguments: [
            ("", ".\r\n"), ("a", "a\r\n.\r\n"), ("a\r\n", "a\r\n.\r\n"), (".", "..\r\n.\r\n"),
            (".\r\n", "..\r\n.\r\n"), ("..\r\n", "...\r\n.\r\n"), ("a.\r\n", "a.\r\n.\r\n"),
            ("a\n.\nQUIT\n", "a\r\n..\r\nQUIT\r\n.\r\n"), ("a\r.\rb", "a\r\n..\r\nb\r\n.\r\n"),
            ("a\r\r\nb", "a\r\n\r\nb\r\n.\r\n"), ("a\n\r\nb\n", "a\r\n\r\nb\r\n.\r\n"),
            ("\r\n\r\n", "\r\n\r\n.\r\n"), ("\r\n.\n", "\r\n..\r\n.\r\n"),
        ]
    )
    func dotStuffing(content: String, expected: String) {
        #expect(String(decoding: dataLines(Array(content.utf8)), as: UTF8.self) == expected)
    }

    @Test(
        "addresses that would end or change the command are refused",
        arguments: [
            ("a@b", true), ("a+tag@b.example", true), ("é@b", true), ("\"a@b\"@c", true),
            ("", false), ("a", false), ("@b", false), ("a@", false), ("a@b\r\nDATA", false),
            ("a@b>", false), ("<a@b", false), ("a b@c", false), ("a\t@b", false),
            ("a\u{85}@b", false), ("a\u{2028}@b", false), ("a\0@b", false),
            (String(repeating: "a", count: 300) + "@b", false),
        ]
    )
    func addresses(address: String, isSafe: Bool) {
        #expect(SMTPPath.isSafe(address) == isSafe)
    }

    @Test(
        "SMTP replies",
        arguments: [
            ("250 2.1.0 Ok", SMTPReply(code: 250, enhancedStatus: "2.1.0", text: "Ok")),
            ("250", SMTPReply(code: 250, text: "")),
            ("550 5.7.1", SMTPReply(code: 550, enhancedStatus: "5.7.1", text: "")),
            ("250 2.1 Ok", SMTPReply(code: 250, text: "2.1 Ok")),
            ("250 3.1.0 Ok", SMTPReply(code: 250, text: "3.1.0 Ok")),
            ("250 2.1.0000 Ok", SMTPReply(code: 250, text: "2.1.0000 Ok")),
        ]
    )
    func replies(line: String, expected: SMTPReply) {
        #expect(SMTPReply(line: line) == expected)
    }

    @Test(
        "what is no SMTP reply",
        arguments: ["", "25", "250x", "abc hi", "150 x", "650 x", "* OK", "２５０ x"]
    )
    func noReplies(line: String) {
        #expect(SMTPReply(line: line) == nil)
    }
}
