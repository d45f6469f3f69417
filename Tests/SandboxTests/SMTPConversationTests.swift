import Sandbox
import Testing

@Suite("SMTP, command by command", .timeLimit(.minutes(20)))
struct SMTPConversationTests {
    @Test("what EHLO offers, and HELO does not")
    func hello() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let client = try RawClient(port: server.smtpPort)
        #expect(client.reply().hasPrefix("220 "))
        #expect(client.reply(to: "MAIL FROM:<a@b.c>").hasPrefix("503 "))
        let offer = client.reply(to: "EHLO client.example").split(separator: "|")
        #expect(
            offer.map { $0.dropFirst(4) } == [
                "localhost greets you", "PIPELINING", "SIZE 67108864", "8BITMIME", "SMTPUTF8",
                "ENHANCEDSTATUSCODES", "AUTH PLAIN LOGIN",
            ]
        )
        #expect(client.reply(to: "helo x") == "250 localhost greets you")
        #expect(client.reply(to: "AUTH PLAIN AA==").hasPrefix("503 "))
    }

    @Test(
        "replies to single commands",
        arguments: [
            ("NOOP", "250 2.0.0"), ("RSET", "250 2.0.0"), ("VRFY ann", "252 2.5.2"),
            ("HELP", "214 "), ("QUIT", "221 2.0.0"), ("FROB", "500 5.5.1"), ("", "500 5.5.1"),
            ("EXPN x", "502 5.5.1"), ("EHLO", "501 5.5.4"), ("DATA", "503 5.5.1"),
            ("RCPT TO:<a@b.c>", "503 5.5.1"), ("MAIL FROM:a@b.c", "501 5.5.4"),
            ("MAIL TO:<a@b.c>", "501 5.5.4"), ("MAIL FROM:<a b@c>", "501 5.1.3"),
            ("MAIL FROM:<ab>", "501 5.1.3"), ("MAIL FROM:<>", "250 2.1.0"),
            ("mail from:<@x,@y:a@b.c> size=10 body=8bitmime", "250 2.1.0"),
            ("MAIL FROM:<a@b.c> SIZE=99999999999", "552 5.3.4"),
            ("MAIL FROM:<a@b.c> SIZE=x", "501 5.5.4"), ("MAIL FROM:<a@b.c> BODY=x", "501 5.5.4"),
            ("MAIL FROM:<a@b.c> FROB=1", "555 5.5.4"), ("MAIL FROM:<é@b.c>", "553 5.6.7"),
            ("MAIL FROM:<é@b.c> SMTPUTF8", "250 2.1.0"), ("AUTH CRAM-MD5", "504 5.5.4"),
            ("AUTH PLAIN x", "501 5.5.2"),
            ("AUTH PLAIN AGFubkBleGFtcGxlLnRlc3QAZ3VpY2hldA==", "235 2.7.0"),
            ("AUTH PLAIN AGFubgBndWljaGV0", "535 5.7.8 the user is a whole address"),
            ("AUTH PLAIN AGFubkBleGFtcGxlLnRlc3QAeA==", "535 5.7.8 wrong password"),
            (String(repeating: "x", count: 20_000), "500 5.5.6"),
        ]
    )
    func replies(command: String, reply: String) throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let client = try server.rawSMTP()
        let answer = client.reply(to: command)
        #expect(answer.hasPrefix(reply), "\(answer)")
        guard command != "QUIT" else { return }
        #expect(client.reply(to: "NOOP").hasPrefix("250 "))
    }

    @Test("dots are taken off, and nothing but CRLF ends a line")
    func content() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let client = try server.rawSMTP()
        let envelope = "MAIL FROM:<>\r\nRCPT TO:<\(ann)>\r\nDATA\r\n"
        client.peer.send("\(envelope)Subject: a\r\n\r\n..\r\n...b\r\n. c\r\n.\r\n")
        #expect((1...4).map { _ in client.reply().prefix(3) } == ["250", "250", "354", "250"])
        let taken = try #require(server.messages(of: ann).first)
        let text = String(decoding: taken, as: UTF8.self)
        #expect(text.hasPrefix("Return-Path: <>\r\nReceived: from client.example "))
        #expect(text.hasSuffix("Subject: a\r\n\r\n.\r\n..b\r\n c\r\n"))
        for bare in ["x\n.\r\n", "x\r\n.\n", "x\n.\n"] {
            client.peer.send("\(envelope)\(bare)NOOP\r\n\r\n.\r\n")
            let replies = (1...4).map { _ in client.reply() }
            #expect(replies.last?.hasPrefix("554 5.6.0 a line ends in LF alone") == true)
            // In the first of them the dot was in place, and NOOP a command.
            if bare.hasSuffix("\r\n.\r\n") || bare == "x\n.\r\n" {
                #expect((1...3).map { _ in client.reply().prefix(3) } == ["250", "500", "500"])
            }
        }
        #expect(server.messages(of: ann).count == 1)
    }

    @Test("a line of content that is too long, and too many recipients")
    func limits() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let client = try server.rawSMTP()
        _ = client.reply(to: "MAIL FROM:<>")
        #expect(client.reply(to: "RCPT TO:<\(ann)>").hasPrefix("250 "))
        #expect(client.reply(to: "DATA").hasPrefix("354 "))
        let line = String(repeating: "x", count: 70_000)
        #expect(client.reply(to: "\(line)\r\n.").hasPrefix("554 5.6.0 a line is over 65536"))
        _ = client.reply(to: "MAIL FROM:<>")
        for number in 1...1_000 { client.peer.send("RCPT TO:<r\(number)@example.test>\r\n") }
        #expect((1...1_000).allSatisfy { _ in client.reply().hasPrefix("250 ") })
        #expect(client.reply(to: "RCPT TO:<\(ann)>").hasPrefix("452 4.5.3"))
        #expect(server.messages(of: ann).isEmpty)
    }
}
