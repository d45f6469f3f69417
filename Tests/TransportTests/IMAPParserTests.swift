import Foundation
import Testing

@testable import Transport

@Suite("IMAP responses") struct IMAPParserTests {
    static let samples: [(String, IMAPResponse)] = [
        ("+ idling", .continuation("idling")),
        ("+", .continuation("")),
        ("g1 OK done", .tagged(tag: "g1", .init(condition: .ok, text: "done"))),
        ("g1 OK", .tagged(tag: "g1", .init(condition: .ok))),
        (
            "g2 NO [AUTHENTICATIONFAILED] wrong password",
            .tagged(
                tag: "g2",
                .init(condition: .no, code: "AUTHENTICATIONFAILED", text: "wrong password")
            )
        ),
        (
            "* OK [UIDVALIDITY 1234] valid",
            .status(
                .init(condition: .ok, code: "UIDVALIDITY", arguments: "1234", text: "valid")
            )
        ),
        (
            "* ok [badcharset (\"a]b\" utf-8)] x",
            .status(
                .init(
                    condition: .ok,
                    code: "BADCHARSET",
                    arguments: "(\"a]b\" utf-8)",
                    text: "x"
                )
            )
        ),
        ("* OK [unclosed", .status(.init(condition: .ok, text: "[unclosed"))),
        ("* BYE too many {5}", .status(.init(condition: .bye, text: "too many {5}"))),
        ("* PREAUTH hi", .status(.init(condition: .preauth, text: "hi"))),
        ("* CAPABILITY IMAP4rev1 IDLE", .capability(["IMAP4rev1", "IDLE"])),
        ("* SEARCH", .search([])),
        ("* SEARCH ", .search([])),
        ("* SEARCH 2 84 882", .search([2, 84, 882].map { UID(rawValue: $0) })),
        ("* SEARCH 2 5 (MODSEQ 917162500)", .search([2, 5].map { UID(rawValue: $0) })),
        ("* FLAGS (\\Seen \\Deleted $Junk)", .flags(["\\Seen", "\\Deleted", "$Junk"])),
        ("* FLAGS ()", .flags([])),
        ("* 172 EXISTS", .exists(172)),
        ("* 44 EXPUNGE", .expunge(44)),
        ("* 1 RECENT", .other("1 RECENT")),
        ("* ENABLED CONDSTORE", .other("ENABLED CONDSTORE")),
        (
            "* LIST (\\HasNoChildren) \"/\" \"Trait&AOk-s\"",
            .list(.init(attributes: ["\\HasNoChildren"], delimiter: "/", name: "Traités"))
        ),
        ("* LIST () NIL INBOX", .list(.init(attributes: [], delimiter: nil, name: "INBOX"))),
        (
            "* LIST () \".\" {5}\r\na {3}",
            .list(.init(attributes: [], delimiter: ".", name: "a {3}"))
        ),
        (
            "* LIST () \"\\\\\" \"a\\\"b\"",
            .list(.init(attributes: [], delimiter: "\\", name: "a\"b"))
        ),
        (
            "* 12 FETCH (FLAGS (\\Seen kw) INTERNALDATE \"17-Jul-1996 02:44:25 -0700\""
                + " RFC822.SIZE 4286 UID 9 BODY[]<0> {7}\r\na)\r\nb\r\n)",
            .fetch(
                sequenceNumber: 12,
                .init(
                    uid: UID(rawValue: 9),
                    flags: ["\\Seen", "kw"],
                    internalDate: "17-Jul-1996 02:44:25 -0700",
                    size: 4286,
                    body: Array("a)\r\nb\r\n".utf8)
                )
            )
        ),
        (
            "* 3 fetch (uid 4 body[] ~{3}\r\n\0\u{1}x)",
            .fetch(sequenceNumber: 3, .init(uid: UID(rawValue: 4), body: [0, 1, 120]))
        ),
        (
            "* 3 FETCH (BODY[] NIL UID 4)",
            .fetch(sequenceNumber: 3, .init(uid: UID(rawValue: 4)))
        ),
        (
            "* 3 FETCH (BODY[]<0> \"\" UID 4 MODSEQ (12))",
            .fetch(sequenceNumber: 3, .init(uid: UID(rawValue: 4), body: []))
        ),
        (
            "* 3 FETCH (BODY[HEADER.FIELDS (DATE FROM)] \"x\" UID 4"
                + " ENVELOPE (NIL ((\"A (b)\" NIL \"a\" \"b\")) NIL))",
            .fetch(sequenceNumber: 3, .init(uid: UID(rawValue: 4)))
        ),
        ("* 3 FETCH ()", .fetch(sequenceNumber: 3, .init())),
    ]

    private func parse(_ bytes: some Sequence<UInt8>) throws -> IMAPResponse {
        try IMAPParser.parse(Array(bytes)[...])
    }

    @Test("reads what the RFC allows", arguments: samples)
    func reads(text: String, expected: IMAPResponse) throws {
        #expect(try parse(text.utf8) == expected)
    }

    @Test(
        "refuses what it does not allow",
        arguments: [
            "", "*", "* ", "g1", "g1 ", "g1 MAYBE x", " OK", "* SEARCH 4294967296", "* SEARCH x",
            "* SEARCH 1,2", "* SEARCH -1", "* LIST", "* LIST () \"/\" ()", "* FLAGS", "* FLAGS (",
            "* FLAGS x", "* 1 FETCH", "* 1 FETCH (", "* 1 FETCH (UID)", "* 1 FETCH (UID x)",
            "* 1 FETCH (UID -1)", "* 1 FETCH (FLAGS x)", "* 1 FETCH (BODY[] {4}\r\nabc)",
            "* 1 FETCH (BODY[] {99999999999999999999}\r\n)", "* 1 FETCH (BODY[] {}\r\n)",
            "* 1 FETCH (BODY[ x", "* 1 FETCH (X \"abc)", "* 1 FETCH (X \"abc\\",
        ]
    )
    func refuses(text: String) {
        #expect(throws: IMAPParser.Malformed.self) { try parse(text.utf8) }
    }

    @Test("every beginning of a response gives a value or an error", arguments: samples)
    func prefixes(text: String, _: IMAPResponse) {
        let bytes = Array(text.utf8)
        for length in 0...bytes.count { _ = try? parse(bytes[..<length]) }
    }

    @Test("a deep nest is refused, not followed")
    func depth() {
        let nest = String(repeating: "(", count: 100_000)
        #expect(throws: IMAPParser.Malformed.self) { try parse("* 1 FETCH (X \(nest)".utf8) }
    }

    @Test("any bytes give a value or an error")
    func garbage() {
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alphabet = Array("*+ ()[]{}<>\"\\~%019gOKNBYEFTCHUIDS\r\n\0\u{e9}".utf8)
        for round in 0..<20_000 {
            var bytes = Array(Self.samples[round % Self.samples.count].0.utf8)
            for _ in 0..<random(6) where !bytes.isEmpty {
                switch random(3) {
                case 0: bytes[random(bytes.count)] = alphabet[random(alphabet.count)]
                case 1: bytes.insert(alphabet[random(alphabet.count)], at: random(bytes.count))
                default: bytes.remove(at: random(bytes.count))
                }
            }
            _ = try? parse(bytes)
            var inbox = ByteBuffer()
            bytes.withUnsafeBytes { inbox.append($0) }
            var framer = IMAPFramer()
            while case .response(_, let total) = framer.next(in: inbox) { inbox.consume(total) }
        }
    }

    @Test("responses are found whatever the pieces they come in", arguments: [1, 2, 3, 7, 4_096])
    func framing(piece: Int) throws {
        let stream = Self.samples.map { $0.0 + "\r\n" }.joined()
        let bytes = Array(stream.utf8)
        var inbox = ByteBuffer()
        var framer = IMAPFramer()
        var found: [IMAPResponse] = []
        for start in stride(from: 0, to: bytes.count, by: piece) {
            let part = Array(bytes[start..<min(start + piece, bytes.count)])
            part.withUnsafeBytes { inbox.append($0) }
            while case .response(let length, let total) = framer.next(in: inbox) {
                found.append(try IMAPParser.parse(inbox.slice(0..<length)))
                inbox.consume(total)
            }
        }
        #expect(found == Self.samples.map(\.1))
        #expect(inbox.count == 0)
    }

    @Test("a long answer to SEARCH")
    func longSearch() throws {
        let uids = (1...50_000).map { UID(rawValue: $0 * 2) }
        let line = "* SEARCH " + uids.map { "\($0.rawValue)" }.joined(separator: " ")
        #expect(try parse(line.utf8) == .search(uids))
    }

    @Test("a literal of 30 MB in small pieces takes no quadratic time")
    func largeLiteral() throws {
        let size = 30 << 20
        var inbox = ByteBuffer()
        var framer = IMAPFramer()
        let head = Array("* 1 FETCH (UID 1 BODY[]<0> {\(size)}\r\n".utf8)
        head.withUnsafeBytes { inbox.append($0) }
        let piece = [UInt8](repeating: 10, count: 4_096)
        let start = ContinuousClock.now
        for _ in 0..<(size / piece.count) {
            piece.withUnsafeBytes { inbox.append($0) }
            #expect(framer.next(in: inbox) == .incomplete)
        }
        Array(")\r\n".utf8).withUnsafeBytes { inbox.append($0) }
        guard case .response(let length, _) = framer.next(in: inbox),
            case .fetch(_, let items) = try IMAPParser.parse(inbox.slice(0..<length))
        else {
            Issue.record("no response")
            return
        }
        #expect(items.body?.count == size)
        #expect(ContinuousClock.now - start < .seconds(5))
    }
}
