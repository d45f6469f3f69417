import Foundation
import ServerSupport
import Testing

@testable import Transport

@Suite("IMAP against scripts") struct ScriptedIMAPTests {
    private func settings(
        _ port: Int,
        patience: Duration = .seconds(20),
        connectTimeout: Duration = .seconds(20)
    ) -> ConnectionSettings {
        ConnectionSettings(
            endpoint: Endpoint(scheme: .imap, host: "127.0.0.1", port: port),
            user: "ann",
            password: "s3cr3t",
            connectTimeout: connectTimeout,
            responseTimeout: patience
        )
    }

    /// Logs in, selects and hands the session on.
    private func session(
        _ server: ScriptedServer,
        patience: Duration = .seconds(20),
        wake: Wake? = nil
    ) throws -> IMAPSession {
        let session = try IMAPSession(settings(server.port, patience: patience), wake: wake)
        try session.select("INBOX")
        return session
    }

    private func uids(_ numbers: ClosedRange<UInt32>) -> [UID] {
        numbers.map { UID(rawValue: $0) }
    }

    // MARK: Connecting

    @Test(
        "a greeting that is no welcome",
        arguments: [
            (
                "* BYE too many connections\r\n", TransportError.Kind.refusedByServer, true,
                "too many"
            ),
            ("* OK hello\r\n", .closed, true, "closed"),
            ("HTTP/1.1 400 Bad Request\r\n\r\n", .protocolViolation, false, "HTTP/1.1 400"),
        ]
    )
    func greetings(
        greeting: String,
        kind: TransportError.Kind,
        isTransient: Bool,
        words: String
    ) throws {
        let server = try ScriptedServer { $0.send(greeting) }
        let error = #expect(throws: TransportError.self) {
            try IMAPSession(settings(server.port))
        }
        #expect(error?.kind == kind)
        #expect(error?.isTransient == isTransient)
        #expect(error?.detail.contains(words) == true, "\(String(describing: error))")
    }

    @Test(
        "a refused login says what the server said, not the password",
        arguments: [
            ("NO [AUTHENTICATIONFAILED] no such user", false), ("NO [UNAVAILABLE] later", true),
        ]
    )
    func refusedLogin(words: String, isTransient: Bool) throws {
        let server = try ScriptedServer { peer in
            peer.send("* OK ready\r\n")
            peer.answer { tag, _ in
                "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n\(tag) OK done\r\n"
            }
            peer.answer { tag, _ in "\(tag) \(words)\r\n" }
            peer.waitForEnd()
        }
        let error = #expect(throws: TransportError.self) {
            try IMAPSession(settings(server.port))
        }
        #expect(error?.kind == .credentialsRefused)
        #expect(error?.isTransient == isTransient)
        #expect(error?.detail.contains(words) == true)
        #expect(error?.description.contains("s3cr3t") == false)
        #expect(error?.description.contains("AHM") == false)
    }

    @Test("PLAIN is taken although the server prefers others; LOGIN where there is no SASL")
    func mechanisms() throws {
        for offer in ["AUTH=GSSAPI AUTH=DIGEST-MD5 AUTH=PLAIN SASL-IR", "IDLE"] {
            let server = try ScriptedServer { $0.welcome(capabilities: "IMAP4rev1 \(offer)") }
            #expect(throws: Never.self) { try IMAPSession(settings(server.port)) }
        }
    }

    @Test("no login at all is an error that says so")
    func noMechanism() throws {
        let server = try ScriptedServer { peer in
            peer.welcome(capabilities: "IMAP4rev1 LOGINDISABLED")
        }
        let error = #expect(throws: TransportError.self) {
            try IMAPSession(settings(server.port))
        }
        #expect(error?.kind == .credentialsRefused)
        #expect(error?.detail.contains("offers no login") == true)
    }

    @Test(
        "who acts as another logs in by PLAIN or not at all: no other login names the mailbox",
        arguments: ["", "AUTH=LOGIN", "AUTH=DIGEST-MD5 AUTH=CRAM-MD5 SASL-IR"]
    )
    func authorizationNeedsPlain(offer: String) throws {
        let commands = Log()
        let server = try ScriptedServer { peer in
            peer.send("* OK ready\r\n")
            while peer.answer({ tag, command in
                commands.add(command)
                let list = command == "CAPABILITY" ? "* CAPABILITY IMAP4rev1 \(offer)\r\n" : ""
                return "\(list)\(tag) OK done\r\n"
            }) {}
        }
        var settings = settings(server.port)
        settings.actAs = "incubateur-x"
        let error = #expect(throws: TransportError.self) { try IMAPSession(settings) }
        #expect(error?.kind == .credentialsRefused && error?.isTransient == false)
        #expect(error?.detail.contains("act_as needs AUTH PLAIN") == true)
        #expect(!commands.lines.contains { $0.hasPrefix("LOGIN") || $0.hasPrefix("AUTH") })
    }

    @Test("STARTTLS that is offered and then refused by the handshake is a failure on loopback too")
    func brokenSTARTTLS() throws {
        let server = try ScriptedServer { peer in
            peer.send("* OK ready\r\n")
            peer.answer { tag, _ in "* CAPABILITY IMAP4rev1 STARTTLS\r\n\(tag) OK\r\n" }
            peer.answer { tag, _ in "\(tag) OK begin\r\n" }
            peer.send("this is not TLS\r\n")
            peer.waitForEnd()
        }
        let error = #expect(throws: TransportError.self) {
            try IMAPSession(settings(server.port))
        }
        #expect(error?.kind == .tlsUnavailable)
    }

    @Test("through a proxy, and encrypted unless the configuration allows otherwise")
    func proxy() throws {
        let heard = Log()
        let proxy = try ScriptedServer { peer in
            while let line = peer.line(), !line.isEmpty { heard.add(line) }
            peer.send("HTTP/1.1 200 OK\r\n\r\n")
            peer.welcome()
        }
        var settings = settings(143)
        settings.endpoint.host = "imap.example.org"
        settings.proxy = "http://127.0.0.1:\(proxy.port)"
        let error = #expect(throws: TransportError.self) { try IMAPSession(settings) }
        #expect(error?.kind == .tlsUnavailable)
        #expect(error?.advice.contains("imaps:// on port 993") == true)
        #expect(heard.lines.first == "CONNECT imap.example.org:143 HTTP/1.1")
        settings.allowsPlaintext = true
        #expect(throws: Never.self) { try IMAPSession(settings) }
    }

    @Test("silence ends with the timeout")
    func silentGreeting() throws {
        let server = try ScriptedServer { $0.waitForEnd() }
        let error = #expect(throws: TransportError.self) {
            try IMAPSession(settings(server.port, connectTimeout: .milliseconds(300)))
        }
        #expect(error?.kind == .timedOut)
        #expect(error?.advice.contains("imaps://") == true)
    }

    @Test("connecting is given up at once when woken")
    func wokenWhileConnecting() throws {
        let server = try ScriptedServer { $0.waitForEnd() }
        let wake = Wake()
        Thread.detachNewThread {
            usleep(100_000)
            wake.signal()
        }
        let error = #expect(throws: TransportError.self) {
            try IMAPSession(settings(server.port), wake: wake)
        }
        #expect(error?.kind == .cancelled)
    }

    // MARK: Commands

    @Test("what SELECT says")
    func select() throws {
        let server = try ScriptedServer { peer in
            peer.welcome()
            peer.selectInbox(exists: 12)
            peer.answer { tag, _ in
                "* 1 EXISTS\r\n* FLAGS (\\Seen)\r\n* OK [UIDVALIDITY 9] x\r\n* OK [UIDNEXT 5] x\r\n"
                    + "\(tag) OK [READ-ONLY] done\r\n"
            }
            peer.answer { tag, _ in "\(tag) NO [NONEXISTENT] no such mailbox\r\n" }
            peer.answer { tag, _ in "\(tag) NO no such mailbox\r\n" }
            peer.answer { tag, _ in "\(tag) NO [UNAVAILABLE] later\r\n" }
            peer.answer { tag, _ in "\(tag) OK selected\r\n" }
        }
        let session = try IMAPSession(settings(server.port))
        let mailbox = try session.select("INBOX")
        #expect(mailbox.exists == 12)
        #expect(mailbox.uidValidity == UIDValidity(rawValue: 7))
        #expect(mailbox.uidNext == UID(rawValue: 100))
        #expect(mailbox.permits(keyword: "guichet"))
        let readOnly = try session.select("Lecture")
        #expect(readOnly.isReadOnly)
        #expect(readOnly.permanentFlags == ["\\Seen"])
        #expect(!readOnly.permits(keyword: "\\Seen"))
        let kinds: [(TransportError.Kind, Bool)] = [
            (.mailboxMissing, false), (.mailboxMissing, false), (.refusedByServer, true),
            (.protocolViolation, false),
        ]
        for (kind, isTransient) in kinds {
            let error = #expect(throws: TransportError.self) { try session.select("Rien") }
            #expect(error?.kind == kind)
            #expect(error?.isTransient == isTransient)
        }
        #expect(session.isUsable)
    }

    @Test("pipelined answers may interleave, and a message that vanished is absent")
    func interleaved() throws {
        let server = try ScriptedServer { peer in
            peer.welcome()
            peer.selectInbox()
            let tags = (0..<4).map { _ in peer.line()?.split(separator: " ").first ?? "" }
            peer.send("* 2 FETCH (UID 2 RFC822.SIZE 3 BODY[]<0> {3}\r\ntwo FLAGS (\\Seen))\r\n")
            peer.send("* 9 FETCH (UID 77 FLAGS (\\Deleted))\r\n* 9 FETCH (FLAGS ())\r\n")
            peer.send("\(tags[3]) OK done\r\n* 1 FETCH (UID 1 BODY[]<0> \"one\" RFC822.SIZE 9)\r\n")
            peer.send("\(tags[1]) OK done\r\n* 4 EXPUNGE\r\n\(tags[0]) OK\r\n")
            peer.send("* 1 FETCH (UID 1 FLAGS (kw))\r\n\(tags[2]) NO [SERVERBUG] damaged\r\n")
            peer.waitForEnd()
        }
        let session = try session(server)
        var refused: [UID: String] = [:]
        let found = try session.fetch(uids(1...4), maxBytes: 3) { refused[$0] = $1 }
        #expect(found.map(\.location.uid) == uids(1...2))
        #expect(found.map { String(decoding: $0.bytes, as: UTF8.self) } == ["one", "two"])
        #expect(found.map(\.isTruncated) == [true, false])
        #expect(found.map(\.flags) == [["kw"], ["\\Seen"]])
        #expect(refused == [UID(rawValue: 3): "NO [SERVERBUG] damaged"])
    }

    @Test("a message that vanishes while it is asked for is absent, an empty one is there")
    func vanishing() throws {
        let server = try ScriptedServer { peer in
            peer.welcome()
            peer.selectInbox()
            let tags = (0..<4).map { _ in peer.line()?.split(separator: " ").first ?? "" }
            peer.send("* 1 FETCH (UID 1 RFC822.SIZE 9 BODY[]<0> NIL)\r\n\(tags[0]) OK\r\n")
            peer.send("* 2 FETCH (UID 2 RFC822.SIZE 9 BODY[]<0> \"\")\r\n\(tags[1]) OK\r\n")
            peer.send("* 3 FETCH (UID 3 RFC822.SIZE 0 BODY[]<0> NIL)\r\n\(tags[2]) OK\r\n")
            peer.send("* 4 FETCH (UID 4 RFC822.SIZE 0 BODY[]<0> \"\")\r\n\(tags[3]) OK\r\n")
            peer.waitForEnd()
        }
        let found = try session(server).fetch(uids(1...4), maxBytes: 3)
        #expect(found.map(\.location.uid) == uids(3...4))
        #expect(found.allSatisfy { $0.bytes.isEmpty })
    }

    @Test("a refused message is thrown where nobody asks for refusals")
    func refusedFetch() throws {
        let server = try ScriptedServer { peer in
            peer.welcome()
            peer.selectInbox()
            peer.answer { tag, _ in "\(tag) NO [SERVERBUG] damaged\r\n" }
            peer.waitForEnd()
        }
        let session = try session(server)
        let error = #expect(throws: TransportError.self) {
            try session.fetch(uids(1...1), maxBytes: 10)
        }
        #expect(error?.kind == .refusedByServer)
        #expect(session.isUsable)
    }

    @Test(
        "what breaks a session",
        arguments: [
            ("* BYE shutting down\r\n", TransportError.Kind.closed, "shutting down"),
            ("", .closed, "closed"),
            ("* SEARCH 1 2", .closed, "closed"),
            ("* 1 FETCH (BODY[] {100}\r\nabc", .closed, "closed"),
            ("* SEARCH x\r\n", .protocolViolation, "* SEARCH x"),
            ("hello\r\n", .protocolViolation, "hello"),
            ("g99 OK done\r\n", .protocolViolation, "g99"),
            ("+ go on\r\n", .protocolViolation, "go on"),
        ]
    )
    func breaks(bytes: String, kind: TransportError.Kind, words: String) throws {
        let server = try ScriptedServer { peer in
            peer.welcome()
            peer.selectInbox()
            peer.answer { _, _ in bytes }
        }
        let session = try session(server)
        let error = #expect(throws: TransportError.self) { try session.uidSearch("ALL") }
        #expect(error?.kind == kind)
        #expect(error?.detail.contains(words) == true, "\(String(describing: error))")
        #expect(!session.isUsable)
        #expect(throws: TransportError.self) { try session.noop() }
    }

    @Test(
        "wherever a connection breaks off, that is an error",
        arguments: [1, 3, 5, 8, 13, 21, 34]
    )
    func cutOff(length: Int) throws {
        let answer = "* 1 FETCH (UID 1 BODY[]<0> {8}\r\n12345678)\r\ng3 OK done\r\n"
        let server = try ScriptedServer { peer in
            peer.welcome()
            peer.selectInbox()
            peer.answer { _, _ in String(answer.prefix(length)) }
        }
        let session = try session(server)
        let error = #expect(throws: TransportError.self) {
            try session.fetch(uids(1...1), maxBytes: 10)
        }
        #expect(error?.kind == .closed)
    }

    @Test("a slow answer is read, silence is not waited for")
    func slowness() throws {
        let server = try ScriptedServer { peer in
            peer.welcome()
            peer.selectInbox()
            peer.answer { tag, _ in
                peer.drip("* SEARCH 1 2\r\n\(tag) OK done\r\n", microseconds: 5_000)
                return ""
            }
            peer.waitForEnd()
        }
        let session = try session(server, patience: .seconds(2))
        #expect(try session.uidSearch("ALL") == uids(1...2))
        let start = ContinuousClock.now
        let error = #expect(throws: TransportError.self) { try session.noop() }
        #expect(error?.kind == .timedOut)
        #expect(error?.isTransient == true)
        #expect(ContinuousClock.now - start > .seconds(1))
    }

    @Test("one byte now and then is silence too")
    func endlessDrip() throws {
        let server = try ScriptedServer { peer in
            peer.welcome()
            peer.selectInbox()
            peer.answer { _, _ in
                peer.drip(String(repeating: "* OK ", count: 20), microseconds: 30_000)
                return ""
            }
        }
        let session = try session(server, patience: .seconds(1))
        let error = #expect(throws: TransportError.self) { try session.noop() }
        #expect(error?.kind == .timedOut)
    }

    @Test("a command with a line break is not sent")
    func injection() throws {
        let server = try ScriptedServer { peer in
            peer.welcome()
            peer.selectInbox()
            peer.answer { tag, command in
                command.contains("EXPUNGE") ? "" : "* SEARCH 5\r\n\(tag) OK\r\n"
            }
        }
        let session = try session(server)
        for criteria in ["ALL\r\ng9 EXPUNGE", "ALL\n", "\0"] {
            #expect(throws: TransportError.self) { try session.uidSearch(criteria) }
        }
        #expect(throws: TransportError.self) { try session.store(keyword: "a b", on: uids(1...1)) }
        #expect(try session.uidSearch("ALL") == uids(5...5))
    }

    @Test(
        "deleting removes these messages alone, or only marks them: never a plain EXPUNGE",
        arguments: [("UIDPLUS", true), ("IDLE", false), ("IMAP4rev2", true)]
    )
    func delete(capability: String, isGone: Bool) throws {
        let commands = Log()
        let server = try ScriptedServer { peer in
            peer.welcome(capabilities: "IMAP4rev1 \(capability)")
            peer.selectInbox()
            while peer.answer({ tag, command in
                commands.add(command)
                return "\(tag) OK done\r\n"
            }) {}
        }
        let session = try session(server)
        #expect(try session.delete(uids(3...5)) == isGone)
        session.logout()
        let marking = "UID STORE 3:5 +FLAGS.SILENT (\\Deleted)"
        let expected = isGone ? [marking, "UID EXPUNGE 3:5"] : [marking]
        #expect(Array(commands.lines.prefix { $0 != "LOGOUT" }) == expected)
    }

    @Test("moving without MOVE copies and marks, and expunges only by UID")
    func moveFallback() throws {
        for (capabilities, expected) in [
            ("IMAP4rev1 MOVE", ["UID MOVE 1:2 \"Trait&AOk-\""]),
            (
                "IMAP4rev1 UIDPLUS",
                [
                    "UID COPY 1:2 \"Trait&AOk-\"", "UID STORE 1:2 +FLAGS.SILENT (\\Deleted)",
                    "UID EXPUNGE 1:2",
                ]
            ),
            (
                "IMAP4rev1",
                ["UID COPY 1:2 \"Trait&AOk-\"", "UID STORE 1:2 +FLAGS.SILENT (\\Deleted)"]
            ),
        ] {
            let heard = Log()
            let server = try ScriptedServer { peer in
                peer.welcome(capabilities: capabilities)
                peer.selectInbox()
                while peer.answer({
                    heard.add($1)
                    return "\($0) OK done\r\n"
                }) {}
            }
            let session = try session(server)
            try session.move(uids(1...2), to: "Traité")
            session.logout()
            #expect(heard.lines == expected + ["LOGOUT"])
        }
    }

    // MARK: Waiting

    @Test("IDLE ends with arrivals, the deadline or a wake call, and the session goes on")
    func idle() throws {
        let server = try ScriptedServer { peer in
            let count = 3
            peer.welcome()
            peer.selectInbox(exists: count)
            while let line = peer.line() {
                let tag = line.split(separator: " ").first ?? ""
                if line.hasSuffix("IDLE") {
                    // The number of messages is no news while it stays the same.
                    peer.send("+ idling\r\n* \(count) EXISTS\r\n* 1 FETCH (FLAGS (\\Seen))\r\n")
                    guard let next = peer.line(), next == "DONE" else { return }
                    peer.send("\(tag) OK done\r\n")
                } else if line.contains("NOOP") {
                    // One goes, one comes.
                    peer.send("* 2 EXPUNGE\r\n* \(count) EXISTS\r\n\(tag) OK done\r\n")
                } else {
                    peer.send("* SEARCH 1\r\n\(tag) OK done\r\n")
                }
            }
        }
        let wake = Wake()
        let session = try session(server, wake: wake)
        #expect(try session.idle(until: .now + .milliseconds(100)) == .timeout)
        try session.noop()
        #expect(try session.idle(until: .now + .seconds(10)) == .changed)
        #expect(try session.uidSearch("ALL") == uids(1...1))
        #expect(try session.idle(until: .now + .milliseconds(100)) == .timeout)
        Thread.detachNewThread {
            usleep(50_000)
            wake.signal()
        }
        #expect(try session.idle(until: .now + .seconds(10)) == .woken)
        #expect(session.isUsable)
        wake.reset()
        #expect(throws: Never.self) { try session.noop() }
    }

    @Test("what arrives during a search is not forgotten over one that leaves it out")
    func arrivalBetweenSearches() throws {
        let server = try ScriptedServer { peer in
            peer.welcome()
            peer.selectInbox()
            peer.answer { tag, _ in "* SEARCH 3\r\n* 4 EXISTS\r\n\(tag) OK done\r\n" }
            peer.answer { tag, _ in "* SEARCH 3\r\n\(tag) OK done\r\n" }
            peer.waitForEnd()
        }
        let session = try session(server)
        _ = try session.uidSearch("UID 3:*")
        _ = try session.uidSearch("UID 1:3", findsArrivals: false)
        #expect(try session.idle(until: .now + .seconds(10)) == .changed)
    }

    @Test("a command under way is given up when woken")
    func wokenCommand() throws {
        let server = try ScriptedServer { peer in
            peer.welcome()
            peer.selectInbox()
            peer.waitForEnd()
        }
        let wake = Wake()
        let session = try session(server, wake: wake)
        Thread.detachNewThread {
            usleep(50_000)
            wake.signal()
        }
        let error = #expect(throws: TransportError.self) { try session.noop() }
        #expect(error?.kind == .cancelled)
        wake.reset()
        #expect(!wake.isSignalled)
    }

    @Test("a server that ends IDLE by closing")
    func idleClosed() throws {
        let server = try ScriptedServer { peer in
            peer.welcome()
            peer.selectInbox()
            peer.answer { _, _ in "+ idling\r\n" }
            usleep(50_000)
            peer.send("* BYE maintenance\r\n")
        }
        let session = try session(server)
        let error = #expect(throws: TransportError.self) {
            try session.idle(until: .now + .seconds(10))
        }
        #expect(error?.kind == .closed)
        #expect(error?.detail.contains("maintenance") == true)
    }

    @Test("appending waits for the server where it must", arguments: ["", "LITERAL-", "LITERAL+"])
    func append(capability: String) throws {
        let heard = Log()
        let server = try ScriptedServer { peer in
            peer.welcome(capabilities: "IMAP4rev1 \(capability)")
            while let line = peer.line() {
                heard.add(line)
                if line.hasSuffix("{5000}") { peer.send("+ go\r\n") }
                if line.hasSuffix("}") || line.hasSuffix("+}") {
                    heard.add("\(peer.line()?.count ?? -1)")
                    peer.send("g2 OK done\r\n")
                }
            }
        }
        let session = try IMAPSession(settings(server.port))
        try session.append(
            mailbox: "Été",
            bytes: [UInt8](repeating: 65, count: 5_000),
            flags: ["\\Seen"],
            internalDate: Date(timeIntervalSince1970: 0)
        )
        let plus = capability == "LITERAL+" ? "+" : ""
        #expect(
            heard.lines == [
                "g2 APPEND \"&AMk-t&AOk-\" (\\Seen) \"01-Jan-1970 00:00:00 +0000\" {5000\(plus)}",
                "5000",
            ]
        )
    }
}
