import Foundation
import ServerSupport
import Testing

@testable import Transport

/// What a scripted SMTP server says at each step; `nil` hangs up, "" says nothing more.
struct SMTPScript: Sendable {
    var extensions = ["PIPELINING", "SIZE 100000", "8BITMIME", "ENHANCEDSTATUSCODES"]
    var reset: String? = "250 2.0.0 reset"
    var mail: String? = "250 2.1.0 sender ok"
    /// By address, `hang up` for no reply; the others are welcome.
    var recipients: [String: String] = [:]
    var data: String? = "354 go ahead"
    var accepted: String? = "250 2.0.0 queued as 1"
    /// Whether RCPT needs a sender and DATA a recipient.
    var isConsistent = true
    /// Hangs up by RST after so many lines of content.
    var breaksAfterLines: Int?

    /// Plays to the end of the connection and notes commands, and contents as one entry each.
    func play(_ peer: Peer, _ heard: Log) {
        peer.send("220 mx.example.org ESMTP\r\n")
        var hasSender = false
        var hasRecipient = false
        while let line = peer.line() {
            heard.add(line)
            let verb = line.split(separator: " ").first.map { $0.uppercased() } ?? ""
            var reply: String? = "250 2.0.0 ok"
            switch verb {
            case "EHLO":
                let lines = ["mx.example.org"] + extensions
                reply =
                    lines.dropLast().map { "250-\($0)\r\n" }.joined() + "250 \(lines.last ?? "")"
            case "RSET": reply = reset
            case "MAIL":
                reply = mail
                hasSender = reply?.hasPrefix("250") == true || !isConsistent
                hasRecipient = !isConsistent
            case "RCPT" where !hasSender, "DATA" where !hasRecipient: reply = "503 5.5.1 bad order"
            case "RCPT":
                let address = line.split(separator: "<").last?.split(separator: ">").first ?? ""
                reply = recipients[String(address)] ?? "250 2.1.5 recipient ok"
                if reply == "hang up" { reply = nil }
                if reply?.hasPrefix("250") == true { hasRecipient = true }
            case "DATA": reply = data
            case "QUIT": reply = "221 2.0.0 bye"
            default: reply = "500 5.5.1 what?"
            }
            guard say(reply, to: peer) else { return }
            if verb == "QUIT" { return }
            if reply?.hasPrefix("354") == true, !readContent(peer, heard) { return }
        }
    }

    private func readContent(_ peer: Peer, _ heard: Log) -> Bool {
        if let breaksAfterLines {
            for _ in 0..<breaksAfterLines { _ = peer.line() }
            if let accepted { peer.send("\(accepted)\r\n") }
            usleep(20_000)
            peer.reset()
            return false
        }
        guard let content = peer.content() else { return false }
        heard.add("content:\(content.joined(separator: "|"))")
        return say(accepted, to: peer)
    }

    private func say(_ reply: String?, to peer: Peer) -> Bool {
        guard let reply else { return false }
        if reply.isEmpty {
            peer.waitForEnd()
            return false
        }
        peer.send("\(reply)\r\n")
        return true
    }
}

@Suite("SMTP against scripts") struct ScriptedSMTPTests {
    private let heard = Log()

    private func server(_ script: SMTPScript) throws -> ScriptedServer {
        try ScriptedServer { [heard] peer in script.play(peer, heard) }
    }

    private func settings(_ port: Int, patience: Duration = .seconds(20)) -> ConnectionSettings {
        ConnectionSettings(
            endpoint: Endpoint(scheme: .smtp, host: "127.0.0.1", port: port),
            clientName: "client.example.org",
            connectTimeout: .seconds(20),
            responseTimeout: patience,
            acceptanceTimeout: patience
        )
    }

    private func mail(_ forwardPaths: String..., text: String = "Subject: x\r\n\r\nHello\r\n")
        -> OutgoingEnvelope
    {
        OutgoingEnvelope(
            reversePath: "me@example.org",
            forwardPaths: forwardPaths,
            bytes: Array(text.utf8)
        )
    }

    /// What was said about mails, without the greetings.
    private var commands: [String] { heard.lines.filter { !$0.hasPrefix("EHLO") } }

    // MARK: Outcomes

    /// The outcome without its details.
    private func name(_ outcome: DeliveryOutcome) -> String {
        switch outcome {
        case .accepted(let reply): "accepted \(reply.code)"
        case .refused(let reply): "refused \(reply.code)"
        case .tryLater(let reply): "later \(reply.code)"
        case .unknown(let error): "unknown \(error.kind)"
        case .notSent(let error): "not sent \(error.kind)"
        }
    }

    static let steps: [(SMTPScript, String, Bool)] = [
        (SMTPScript(), "accepted 250", true),
        (SMTPScript(mail: "550 5.7.1 no"), "refused 550", true),
        (SMTPScript(mail: "451 4.3.0 later"), "later 451", true),
        (SMTPScript(mail: "421 4.3.2 closing"), "later 421", false),
        (SMTPScript(mail: nil), "not sent closed", false),
        (SMTPScript(mail: ""), "not sent timedOut", false),
        (SMTPScript(mail: "hello"), "not sent protocolViolation", false),
        (SMTPScript(recipients: ["a@b": "550 5.1.1 no"]), "refused 550", true),
        (SMTPScript(recipients: ["a@b": "450 4.2.1 busy"]), "later 450", true),
        (SMTPScript(recipients: ["a@b": "421 closing"]), "later 421", false),
        (SMTPScript(recipients: ["a@b": "hang up"]), "not sent closed", false),
        (SMTPScript(data: "554 5.5.1 no"), "refused 554", true),
        (SMTPScript(data: "451 later"), "later 451", true),
        (SMTPScript(data: "250 what"), "later 250", true),
        (SMTPScript(data: nil), "not sent closed", false),
        (SMTPScript(accepted: "550 5.7.1 content"), "refused 550", true),
        (SMTPScript(accepted: "451-4.3.0 cannot\r\n451 4.3.0 queue"), "later 451", true),
        (SMTPScript(accepted: "421 4.3.2 closing"), "later 421", false),
        (SMTPScript(accepted: nil), "unknown closed", false),
        (SMTPScript(accepted: ""), "unknown timedOut", false),
        (SMTPScript(accepted: "25"), "unknown protocolViolation", false),
    ]

    @Test("the outcome at each step", arguments: steps, [true, false])
    func outcomes(row: (SMTPScript, String, Bool), pipelines: Bool) throws {
        var (script, expected, staysUsable) = row
        if !pipelines { script.extensions = ["SIZE"] }
        let server = try server(script)
        let isSilent = expected.hasSuffix("timedOut")
        let session = try SMTPSession(
            settings(server.port, patience: isSilent ? .seconds(1) : .seconds(20))
        )
        let delivery = session.send(mail("a@b"))
        #expect(name(delivery.outcome) == expected)
        #expect(session.isUsable == staysUsable)
        guard staysUsable else {
            #expect(name(session.send(mail("c@d")).outcome) == "not sent closed")
            return
        }
        let second = name(session.send(mail("c@d")).outcome)
        let isRecipientsFault = expected != "accepted 250" && script.recipients["a@b"] != nil
        #expect(second == (isRecipientsFault ? "accepted 250" : expected))
        session.quit()
        #expect(commands.contains("RSET") == (expected != "accepted 250"))
        #expect(commands.last == "QUIT")
    }

    @Test("all lines of a reply are kept, with the enhanced status once")
    func longReply() throws {
        let server = try server(SMTPScript(mail: "550-5.7.1 first\r\n550-5.7.1\r\n550 5.7.1 last"))
        let session = try SMTPSession(settings(server.port))
        #expect(
            session.send(mail("a@b")).outcome
                == .refused(
                    SMTPReply(code: 550, enhancedStatus: "5.7.1", text: "first  last")
                )
        )
    }

    @Test("recipients that fare differently", arguments: [true, false])
    func mixed(pipelines: Bool) throws {
        var script = SMTPScript(
            recipients: ["b@x": "550 5.1.1 unknown", "c@x": "450 4.2.1 busy"]
        )
        if !pipelines { script.extensions = [] }
        let session = try SMTPSession(settings(try server(script).port))
        let delivery = session.send(mail("a@x", "b@x", "c@x"))
        #expect(name(delivery.outcome) == "accepted 250")
        #expect(delivery.recipients.mapValues(\.code) == ["a@x": 250, "b@x": 550, "c@x": 450])
        let none = session.send(mail("b@x", "c@x"))
        #expect(name(none.outcome) == "later 450")
        #expect(none.recipients.mapValues(\.code) == ["b@x": 550, "c@x": 450])
    }

    @Test("DATA accepted without a recipient gets the dot alone, and the next mail its own content")
    func loneDot() throws {
        let script = SMTPScript(
            recipients: ["a@b": "550 no"],
            accepted: "554 5.5.1 no valid recipients",
            isConsistent: false
        )
        let session = try SMTPSession(settings(try server(script).port))
        #expect(name(session.send(mail("a@b")).outcome) == "refused 550")
        #expect(commands.last == "content:")
        _ = session.send(mail("c@d"))
        #expect(commands.suffix(5).first == "RSET")
        #expect(commands.last == "content:Subject: x||Hello")
    }

    @Test("after a refused MAIL whose DATA is accepted nothing is sent at all")
    func inconsistentServer() throws {
        let script = SMTPScript(mail: "550 no", isConsistent: false)
        let session = try SMTPSession(settings(try server(script).port))
        #expect(name(session.send(mail("a@b")).outcome) == "refused 550")
        #expect(!session.isUsable)
        #expect(!commands.contains { $0.hasPrefix("content") })
    }

    @Test("lost in the midst of the content: surely not delivered")
    func lostInContent() throws {
        let server = try server(SMTPScript(accepted: nil, breaksAfterLines: 3))
        let session = try SMTPSession(settings(server.port))
        let text = String(repeating: "0123456789abcdef\r\n", count: 1 << 20)
        var large = mail("a@b", text: text)
        large.bytes.removeLast(2)
        // The server's SIZE would refuse it before.
        #expect(name(session.send(large).outcome) == "refused 552")
        let unlimited = try ScriptedServer { [heard] peer in
            SMTPScript(extensions: [], accepted: nil, breaksAfterLines: 3).play(peer, heard)
        }
        let other = try SMTPSession(settings(unlimited.port))
        #expect(name(other.send(large).outcome) == "not sent closed")
        #expect(!other.isUsable)
    }

    @Test("a server that ended the idle session costs nothing but a new one")
    func idleEnd() throws {
        let server = try ScriptedServer { peer in
            peer.send("220 hi\r\n")
            for _ in 0..<2 { peer.answer { _, _ in "250 mx\r\n" } }
            peer.send("421 4.4.2 timeout\r\n")
        }
        let session = try SMTPSession(settings(server.port))
        usleep(100_000)
        guard case .notSent(let error) = session.send(mail("a@b")).outcome else {
            Issue.record("sent")
            return
        }
        #expect(error.detail.contains("421 4.4.2 timeout"))
        #expect(error.isTransient)
        #expect(!session.isUsable)
    }

    // MARK: What is said

    @Test("the envelope is said in one go, parameters only where offered")
    func parameters() throws {
        let server = try server(SMTPScript())
        let session = try SMTPSession(settings(server.port))
        #expect(session.extensions["SIZE"] == "100000")
        _ = session.send(mail("a@b", text: "é\n.\n.QUIT\n"))
        var bounce = mail("a@b")
        bounce.reversePath = ""
        _ = session.send(bounce)
        #expect(
            commands == [
                "MAIL FROM:<me@example.org> SIZE=19 BODY=8BITMIME", "RCPT TO:<a@b>", "DATA",
                "content:é|..|..QUIT", "MAIL FROM:<> SIZE=24", "RCPT TO:<a@b>", "DATA",
                "content:Subject: x||Hello",
            ]
        )
        #expect(heard.lines.filter { $0 == "EHLO client.example.org" }.count == 2)
    }

    @Test(
        "what is refused here is not said to the server",
        arguments: [
            (["a@b\r\nRCPT TO:<x@y"], "me@example.org", 1, 553),
            (["a@b>"], "me@example.org", 1, 553),
            ([], "me@example.org", 1, 554), (["é@b"], "me@example.org", 1, 553),
            (["a@b"], "me@example.org\n", 1, 553), (["a@b"], "me@example.org", 100_001, 552),
        ]
    )
    func objections(forwardPaths: [String], reversePath: String, size: Int, code: Int) throws {
        let server = try server(SMTPScript())
        let session = try SMTPSession(settings(server.port))
        let delivery = session.send(
            OutgoingEnvelope(
                reversePath: reversePath,
                forwardPaths: forwardPaths,
                bytes: [UInt8](repeating: 65, count: size)
            )
        )
        #expect(name(delivery.outcome) == "refused \(code)")
        #expect(commands.isEmpty)
        #expect(session.isUsable)
    }

    @Test("addresses beyond ASCII where the server takes them")
    func international() throws {
        let server = try server(SMTPScript(extensions: ["SMTPUTF8", "8BITMIME"]))
        let session = try SMTPSession(settings(server.port))
        #expect(name(session.send(mail("é@b")).outcome) == "accepted 250")
        #expect(commands.prefix(2) == ["MAIL FROM:<me@example.org> SMTPUTF8", "RCPT TO:<é@b>"])
    }

    @Test(
        "a greeting that is no welcome",
        arguments: [
            ("554 5.7.1 go away\r\n", TransportError.Kind.refusedByServer, false),
            ("421 4.3.2 too busy\r\n", .refusedByServer, true),
            ("* OK IMAP4rev1 ready\r\n", .protocolViolation, false),
            ("", .closed, true),
        ]
    )
    func greetings(greeting: String, kind: TransportError.Kind, isTransient: Bool) throws {
        let server = try ScriptedServer { $0.send(greeting) }
        let error = #expect(throws: TransportError.self) {
            try SMTPSession(settings(server.port))
        }
        #expect(error?.kind == kind, "\(String(describing: error))")
        #expect(error?.isTransient == isTransient)
    }

    @Test(
        "a login",
        arguments: [
            ("AUTH PLAIN", "235 2.7.0 ok", nil, false),
            ("AUTH GSSAPI PLAIN", "235 2.7.0 ok", nil, false),
            ("AUTH PLAIN", "535 5.7.8 no such user", .credentialsRefused, false),
            ("AUTH PLAIN", "454 4.7.0 not now", .credentialsRefused, true),
            ("AUTH UNKNOWN", "235 2.7.0 ok", .credentialsRefused, false),
            ("SIZE", "235 2.7.0 ok", .credentialsRefused, false),
        ] as [(String, String, TransportError.Kind?, Bool)]
    )
    func login(offer: String, reply: String, kind: TransportError.Kind?, isTransient: Bool) throws {
        let server = try ScriptedServer { peer in
            peer.send("220 mx ESMTP\r\n")
            while let line = peer.line() {
                switch line {
                case "AUTH PLAIN": peer.send("334 \r\n")
                case _ where line.hasPrefix("EHLO"): peer.send("250-mx\r\n250 \(offer)\r\n")
                default: peer.send("\(reply)\r\n")
                }
            }
        }
        var settings = settings(server.port)
        settings.user = "ann@example.org"
        settings.password = "s3cr3t"
        do {
            _ = try SMTPSession(settings)
            #expect(kind == nil)
        } catch {
            #expect(error.kind == kind)
            #expect(error.isTransient == isTransient)
            #expect(!error.description.contains("s3cr3t"))
        }
    }

    @Test("garbage for a reply gives an outcome, never a crash")
    func garbage() throws {
        for reply in ["250-a\r\n550 b", "250-", "2", "\0\0\0\0", "250\t", "999 x", "-250 x"] {
            let server = try ScriptedServer { [heard] peer in
                SMTPScript(mail: reply, data: nil).play(peer, heard)
            }
            let session = try SMTPSession(settings(server.port))
            if case .accepted = session.send(mail("a@b")).outcome { Issue.record("\(reply)") }
        }
    }
}
