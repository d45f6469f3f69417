import Dispatch
import Foundation
import Glibc
import Sandbox
import ServerSupport
import Synchronization
import Testing
import Transport

@Suite("Many clients, hostile clients, and the end", .timeLimit(.minutes(20)))
struct ManyClientsTests {
    // MARK: Two sessions on one folder

    @Test("what one session does is told to another when that is allowed")
    func updates() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        for number in 1...3 { server.deliver(letter("n\(number)"), to: ann) }
        let one = try server.rawIMAP()
        let two = try server.rawIMAP()
        #expect(one.ask("STORE 1:2 +FLAGS.SILENT (\\Deleted)") == ["A OK STORE done"])
        #expect(
            two.ask("NOOP") == [
                "* 1 FETCH (FLAGS (\\Deleted))", "* 2 FETCH (FLAGS (\\Deleted))", "A OK NOOP done",
            ]
        )
        #expect(
            one.ask("EXPUNGE") == ["* 2 EXPUNGE", "* 1 EXPUNGE", "A OK EXPUNGE done"]
        )
        server.deliver(letter("n4"), to: ann)
        // Numbers stand during FETCH, SEARCH and STORE (RFC 3501 §7.4.1).
        #expect(
            two.ask("FETCH 1 UID") == [
                "* 4 EXISTS", "* 1 RECENT", "A NO [EXPUNGEISSUED] some are no longer there",
            ]
        )
        #expect(two.ask("SEARCH ALL") == ["* SEARCH 3 4", "A OK SEARCH done"])
        #expect(
            two.ask("UID SEARCH ALL") == [
                "* SEARCH 3 4", "* 2 EXPUNGE", "* 1 EXPUNGE", "A OK SEARCH done",
            ]
        )
        two.peer.send("t9 IDLE\r\n")
        #expect(two.peer.line() == "+ idling")
        _ = one.ask("UID STORE 3 FLAGS (\\Seen)")
        #expect(two.peer.line() == "* 1 FETCH (FLAGS (\\Seen))")
        _ = one.ask("UID MOVE 4 INBOX")
        #expect((1...2).map { _ in two.peer.line() } == ["* 2 EXPUNGE", "* 2 EXISTS"])
        // To one of the two sessions it is recent.
        #expect(two.peer.line()?.hasSuffix(" RECENT") == true)
        two.peer.send("DONE\r\n")
        #expect(two.peer.line() == "t9 OK IDLE done")
        _ = one.ask("CREATE Autre")
        _ = two.ask("SELECT Autre")
        _ = one.ask("DELETE Autre")
        #expect(two.ask("NOOP") == ["* BYE the mailbox has been deleted"])
    }

    @Test("EXAMINE, CLOSE, UNSELECT and UID EXPUNGE change what they should")
    func closing() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        for number in 1...4 { server.deliver(letter("n\(number)"), to: ann, flags: ["\\Deleted"]) }
        let client = try server.rawIMAP(nil)
        #expect(client.ask("EXAMINE INBOX").last == "A OK [READ-ONLY] selected")
        for command in ["STORE 1 FLAGS ()", "EXPUNGE", "MOVE 1 INBOX"] {
            #expect(client.ask(command) == ["A NO the mailbox may only be read"])
        }
        #expect(client.ask("CLOSE") == ["A OK CLOSE done"])
        #expect(client.ask("FETCH 1 UID") == ["A BAD FETCH: no mailbox is selected"])
        _ = client.ask("SELECT INBOX")
        #expect(client.ask("UID EXPUNGE 2,9") == ["* 2 EXPUNGE", "A OK EXPUNGE done"])
        #expect(client.ask("COPY 1:* INBOX").last?.hasSuffix(" 1,3:4 5:7] COPY done") == true)
        #expect(client.ask("UNSELECT") == ["A OK UNSELECT done"])
        #expect(server.messages(of: ann).count == 6)
        _ = client.ask("SELECT INBOX")
        #expect(client.ask("CLOSE") == ["A OK CLOSE done"])
        #expect(server.messages(of: ann).isEmpty)
    }

    @Test("folders: names, wildcards, subscriptions, renaming")
    func folders() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let client = try server.rawIMAP()
        for name in ["a/b/c", "d", "\"e f\""] {
            #expect(client.ask("CREATE \(name)") == ["A OK CREATE done"])
        }
        func names(_ command: String) -> [String] {
            client.ask(command).dropLast().map {
                $0.split(separator: "\"/\" ").last.map(String.init) ?? ""
            }
        }
        #expect(
            names("LIST \"\" *") == [
                "\"INBOX\"", "\"a\"", "\"a/b\"", "\"a/b/c\"", "\"d\"", "\"e f\"",
            ]
        )
        #expect(names("LIST \"\" \"%\"") == ["\"INBOX\"", "\"a\"", "\"d\"", "\"e f\""])
        #expect(names("LIST a/ %") == ["\"a/b\""])
        #expect(names("LIST \"\" %/%/*") == ["\"a/b/c\""])
        #expect(client.ask("LIST \"\" \"\"")[0] == "* LIST (\\Noselect) \"/\" \"\"")
        #expect(client.ask("LIST \"\" inbox")[0] == "* LIST (\\HasNoChildren) \"/\" \"INBOX\"")
        #expect(client.ask("RENAME a/b new") == ["A NO [NONEXISTENT] no such mailbox"])
        #expect(client.ask("RENAME a/b/c new/x") == ["A OK RENAME done"])
        _ = client.ask("SUBSCRIBE new/x")
        #expect(names("LSUB \"\" *") == ["\"INBOX\"", "\"new\"", "\"new/x\""])
        // Nothing below the new name is written over.
        _ = client.ask("CREATE there/x")
        #expect(client.ask("RENAME new/x there/x").last?.hasPrefix("A NO [ALREADYEXISTS]") == true)
        for name in ["from", "from/x"] { _ = client.ask("CREATE \(name)") }
        #expect(client.ask("RENAME from there").last?.hasPrefix("A NO [ALREADYEXISTS]") == true)
        #expect(names("LIST \"\" from*") == ["\"from\"", "\"from/x\""])
        server.deliver(letter("Un"), to: ann)
        #expect(client.ask("RENAME INBOX old") == ["A OK RENAME done"])
        #expect(server.messages(of: ann, folder: "old").count == 1)
        #expect(server.messages(of: ann).isEmpty)
    }

    // MARK: Hostile clients

    /// A generator that gives the same numbers in each run (SplitMix64).
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    private static let pieces = [
        "A1 ", "UID ", "FETCH ", "SEARCH ", "STORE ", "1:*", " (", ")", "[", "]", "<0.", ">", "{3}",
        "{3+}\r\n", "{99999999999999}", "\"", "\\", "BODY", "BODY.PEEK[", "HEADER.FIELDS ", "OR ",
        "NOT ", "FLAGS ", "APPEND INBOX ", "SELECT INBOX", "LIST \"\" ", "%*%*%*", "IDLE", "DONE",
        "MAIL FROM:<", "RCPT TO:<ann@example.test>", "DATA", ".", "EHLO x", "AUTH PLAIN", "=", " ",
        "\r\n", "\r\nA2 ", "\r\nA3 FETCH 1 ", "\r\nA4 UID SEARCH ", "\r\nA5 STORE 1 +FLAGS ",
        "\r\nA6 LIST ", "\r\nA7 APPEND INBOX ", "\r\nA8 UID COPY ", "\n", "\r", "\0", "é",
        "CHARSET UTF-8 ", "4294967295", "0", "-1",
    ]

    private func noise(_ dice: inout Dice) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...80, using: &dice) {
            if Int.random(in: 0..<4, using: &dice) == 0 {
                for _ in 0..<Int.random(in: 1...20, using: &dice) {
                    bytes.append(UInt8.random(in: 0...255, using: &dice))
                }
            } else {
                bytes += Self.pieces.randomElement(using: &dice)?.utf8 ?? "".utf8
            }
        }
        return bytes
    }

    @Test("random bytes end no server, and the next client is served")
    func noise() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        server.deliver(letter("Un"), to: ann)
        var dice = Dice(state: 20_260_202)
        for round in 0..<300 {
            let client =
                switch round % 3 {
                case 0: try RawClient(port: server.imapPort)
                case 1: try server.rawIMAP()
                default: try RawClient(port: server.smtpPort)
                }
            client.peer.send(noise(&dice))
            if Int.random(in: 0..<4, using: &dice) == 0 {
                client.peer.reset()
            } else {
                // All of it is read and answered.
                client.peer.finishSending()
                client.peer.waitForEnd()
            }
        }
        let smtp = try server.smtpSession()
        guard case .accepted = smtp.send(mail("Deux", to: ["carl@example.test"])).outcome else {
            Issue.record("not accepted")
            return
        }
        #expect(try server.imapSession("carl@example.test").uidSearch("ALL").count == 1)
    }

    private static let mailPieces = [
        "From: a@b.c, \"x\" <y@z>\r\n", "To: g: a@b, c@d;\r\n", "Subject: =?utf-8?q?=C3=A9?=\r\n",
        "Date: 1 Jan 99999999999999999999\r\n", "Date: 0 Foo -1\r\n", "\r\n", "\r\n\r\n", "\n",
        "--b",
        "--", "\r\n--b\r\n", "\r\n--b--\r\n", "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
        "Content-Type: message/rfc822\r\n\r\n", "Content-Type: /\r\n", "Content-Type: a/b; c=\"d",
        "Content-Disposition: attachment; filename*0=\"\\\"\r\n", "Content-Type: multipart/digest",
        "; boundary=\"b\"\r\n", " ", "\0", "é",
    ]

    @Test("noise as a mail is described and searched, and what is said can be read")
    func noiseAsMail() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        var dice = Dice(state: 1_847)
        let client = try server.rawIMAP()
        for _ in 0..<200 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...40, using: &dice) {
                bytes += Self.mailPieces.randomElement(using: &dice)?.utf8 ?? "".utf8
                if Int.random(in: 0..<8, using: &dice) == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &dice))
                }
            }
            server.deliver(bytes, to: ann)
        }
        let items =
            "ENVELOPE BODYSTRUCTURE BODY BODY[1] BODY[1.MIME] BODY[2.1.HEADER] BODY[1.2.TEXT]"
        _ = client.ask("NOOP")
        let fields = "BODY[HEADER.FIELDS (Date From)] BODY[1.HEADER.FIELDS.NOT (To)]"
        #expect(client.ask("FETCH 1:* (\(items) \(fields))").last == "A OK FETCH done")
        let search = "SEARCH OR SENTON 1-Jan-2026 OR HEADER From é OR BODY é TEXT é"
        #expect(client.ask(search).last == "A OK SEARCH done")
        let session = try server.imapSession()
        let uids = try session.uidSearch("ALL")
        #expect(try session.fetch(uids, maxBytes: 1 << 20).count == 200)
    }

    // MARK: Many at once

    @Test("thirty clients at once send and read")
    func crowd() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let failures = Mutex<[String]>([])
        let group = DispatchGroup()
        for number in 0..<30 {
            group.enter()
            Thread.detachNewThread {
                defer { group.leave() }
                do {
                    let own = "client\(number)@example.test"
                    let smtp = try server.smtpSession()
                    for round in 0..<3 { _ = smtp.send(mail("r\(round)", to: [own, ann])) }
                    let session = try server.imapSession(own)
                    let uids = try session.uidSearch("ALL")
                    let count = try session.fetch(uids, maxBytes: 10_000).count
                    if count != 3 { failures.withLock { $0.append("\(number): \(count)") } }
                } catch {
                    failures.withLock { $0.append("\(number): \(error)") }
                }
            }
        }
        group.wait()
        #expect(failures.withLock { $0 } == [])
        #expect(server.messages(of: ann).count == 90)
    }

    // MARK: The end

    @Test("stop() ends all that clients are doing, and leaves no descriptor")
    func stop() throws {
        let server = try LoopbackServer()
        server.deliver([UInt8](repeating: 120, count: 8 << 20), to: ann)
        let idling = try server.rawIMAP()
        idling.peer.send("x IDLE\r\n")
        _ = idling.peer.line()
        let unread = try server.rawIMAP()
        unread.peer.send("x FETCH 1 BODY[]\r\n")
        let inContent = try server.rawSMTP()
        inContent.peer.send("MAIL FROM:<>\r\nRCPT TO:<\(ann)>\r\nDATA\r\nx")
        server.faults = Faults([Fault(at: .imap("NOOP"), .silence)])
        let silenced = try server.rawIMAP()
        silenced.peer.send("x NOOP\r\n")
        server.faults = Faults([Fault(at: .imap("NOOP"), .delay(.seconds(3_600)))])
        let delayed = try server.rawIMAP()
        delayed.peer.send("x NOOP\r\n")
        let ports = [server.imapPort, server.smtpPort]
        let held = descriptors(of: ports)
        #expect(held.count == 7)
        #expect(held.allSatisfy { fcntl($0, F_GETFD) & FD_CLOEXEC != 0 })
        server.stop()
        #expect(descriptors(of: ports).isEmpty)
        server.stop()
        for client in [idling, unread, inContent, silenced, delayed] {
            while client.peer.line() != nil {}
        }
        #expect(throws: RawClient.Unreachable.self) { try RawClient(port: ports[0]) }
    }

    /// Open sockets of this process that are bound to a port.
    private func descriptors(of ports: [Int]) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { Int32($0) }
            .filter { boundPort($0).map(ports.contains) ?? false }
    }

    @Test("a port that is taken is an error")
    func takenPort() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        #expect(throws: POSIXError.self) { try LoopbackServer(imapPort: server.imapPort) }
        #expect(throws: POSIXError.self) { try LoopbackServer(smtpPort: server.smtpPort) }
        #expect(throws: POSIXError.self) { try LoopbackServer(smtpPort: 70_000) }
    }
}
