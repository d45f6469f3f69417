import Foundation
import Sandbox
import Testing

@Suite("IMAP, command by command", .timeLimit(.minutes(20)))
struct IMAPConversationTests {
    private static let parts = """
        Return-Path: <bob@example.test>
        Date: Mon, 2 Feb 2026 00:30:00 +0200
        From: =?UTF-8?Q?Ren=C3=A9?= "le maire" <bob@example.test>
        To: Ann <ann@example.test>, undisclosed: x@example.test;
        Subject: =?UTF-8?Q?Parc_=C3=A9olien?=
        Message-ID: <1@example.test>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="=a;b"

        preamble
        --=a;b
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        =C3=89t=C3=A9 \u{20}
        --=a;b
        Content-Type: message/rfc822
        Content-Disposition: attachment; filename="a \\"b\\".eml"

        From: carl@example.test
        Subject: inside
        Content-Type: multipart/alternative; boundary=c

        --c

        plain
        --c
        Content-Type: text/html

        <p>html</p>
        --c--

        --=a;b--

        """.replacing("\n", with: "\r\n")

    /// Message 1 has parts, 2 and 3 are small; 3 is seen and has a keyword.
    private func server() throws -> LoopbackServer {
        let server = try LoopbackServer()
        let day = Date(timeIntervalSince1970: 1_770_000_000)  // 2 February 2026, 02:40 UTC
        server.deliver(Array(Self.parts.utf8), to: ann, internalDate: day)
        server.deliver(letter("deux", text: "Bonjour"), to: ann, internalDate: day + 86_400)
        server.deliver(
            letter("trois", text: "Bonsoir"),
            to: ann,
            flags: ["\\Seen", "Projet"],
            internalDate: day + 10 * 86_400
        )
        return server
    }

    // MARK: FETCH

    @Test(
        "parts and fields of a message",
        arguments: [
            ("BODY.PEEK[1]", "=C3=89t=C3=A9  "),
            ("BODY.PEEK[1.MIME]", "Content-Transfer-Encoding: quoted-printable\r\n\r\n"),
            ("BODY.PEEK[2.HEADER]", "From: carl@example.test\r\nSubject: inside\r\n"),
            ("BODY.PEEK[2.MIME]", "Content-Type: message/rfc822\r\n"),
            ("BODY.PEEK[2.1]", "plain"), ("BODY.PEEK[2.2]", "<p>html</p>"),
            ("BODY.PEEK[2.TEXT]", "--c\r\n\r\nplain\r\n"), ("BODY.PEEK[2.2.MIME]", "text/html"),
            ("BODY.PEEK[2.HEADER.FIELDS (subject)]", "{19}\r\nSubject: inside\r\n\r\n"),
            ("BODY.PEEK[HEADER.FIELDS (\"DATE\" {4+}\r\nfrom)]", "Date: Mon, 2 Feb 2026"),
            (
                "BODY.PEEK[HEADER.FIELDS.NOT (Return-Path Date From To Subject Message-ID)]",
                "{69}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed"
            ),
            ("BODY.PEEK[TEXT]", "preamble"), ("BODY.PEEK[]<3.7>", "BODY[]<3> {7}\r\nurn-Pat"),
            ("BODY.PEEK[]<100000.7>", "BODY[]<100000> {0}"), ("BODY.PEEK[3]", "BODY[3] NIL"),
            ("BODY.PEEK[1.1]", "BODY[1.1] NIL"), ("BODY.PEEK[1.HEADER]", "BODY[1.HEADER] NIL"),
            ("RFC822.HEADER", "Return-Path: <bob@example.test>\r\n"),
            ("FAST", "FLAGS () INTERNALDATE \"02-Feb-2026 02:40:00 +0000\" RFC822.SIZE "),
            ("(FLAGS UID)", "* 1 FETCH (FLAGS () UID 1)"),
        ]
    )
    func fetch(item: String, words: String) throws {
        let server = try server()
        defer { server.stop() }
        let answer = try server.rawIMAP().examine().ask("FETCH 1 \(item)")
        #expect(answer.joined(separator: "\r\n").contains(words), "\(answer)")
        #expect(answer.last == "A OK FETCH done")
    }

    @Test("envelope and structure")
    func structure() throws {
        let server = try server()
        defer { server.stop() }
        let client = try server.rawIMAP().examine()
        let answer = client.ask("FETCH 1 (ENVELOPE BODYSTRUCTURE)").joined()
        let envelope = """
            ENVELOPE ("Mon, 2 Feb 2026 00:30:00 +0200" "=?UTF-8?Q?Parc_=C3=A9olien?=" \
            (("=?UTF-8?B?UmVuw6kgbGUgbWFpcmU=?=" NIL "bob" "example.test")) \
            (("=?UTF-8?B?UmVuw6kgbGUgbWFpcmU=?=" NIL "bob" "example.test")) \
            (("=?UTF-8?B?UmVuw6kgbGUgbWFpcmU=?=" NIL "bob" "example.test")) \
            (("Ann" NIL "ann" "example.test")("" NIL "x" "example.test")) NIL NIL NIL \
            "<1@example.test>")
            """.replacing("(\"\" NIL", with: "(NIL NIL")
        #expect(answer.contains(envelope), "\(answer)")
        let structure = """
            BODYSTRUCTURE (("TEXT" "PLAIN" ("charset" "utf-8") NIL NIL "QUOTED-PRINTABLE" 15 0 \
            NIL NIL NIL NIL)("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 159 (NIL "inside" \
            ((NIL NIL "carl" "example.test")) ((NIL NIL "carl" "example.test")) \
            ((NIL NIL "carl" "example.test")) NIL NIL NIL NIL NIL) \
            (("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 5 0 NIL NIL NIL NIL)\
            ("TEXT" "HTML" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 11 0 NIL NIL NIL NIL) \
            "ALTERNATIVE" ("boundary" "c") NIL NIL NIL) 12 NIL \
            ("attachment" ("filename" "a \\"b\\".eml")) NIL NIL) \
            "MIXED" ("boundary" "=a;b") NIL NIL NIL)
            """
        #expect(answer.contains(structure), "\(answer)")
    }

    @Test("only reading without PEEK sets \\Seen, and says so")
    func seen() throws {
        let server = try server()
        defer { server.stop() }
        let client = try server.rawIMAP()
        #expect(client.ask("FETCH 1 BODY.PEEK[1]").last == "A OK FETCH done")
        #expect(server.contents(of: ann)[0].flags.isEmpty)
        let answer = client.ask("UID FETCH 1:2 (BODY[1])")
        #expect(answer.count { $0.contains("FLAGS (\\Seen \\Recent)") } == 2, "\(answer)")
        #expect(server.contents(of: ann).allSatisfy { $0.flags.contains("\\Seen") })
    }

    @Test("flags have no case, and as many as a line holds are set in one go")
    func flags() throws {
        let server = try server()
        defer { server.stop() }
        let client = try server.rawIMAP()
        #expect(
            client.ask("STORE 1 FLAGS (a A \\seen b)")[0]
                == "* 1 FETCH (FLAGS (\\Seen a b \\Recent))"
        )
        #expect(
            client.ask("STORE 1 +FLAGS (B c)")[0] == "* 1 FETCH (FLAGS (\\Seen a b c \\Recent))"
        )
        #expect(client.ask("STORE 1 -FLAGS (A C)")[0] == "* 1 FETCH (FLAGS (\\Seen b \\Recent))")
        let many = (1...9_000).map { "k\($0)" }.joined(separator: " ")
        #expect(client.ask("STORE 1 +FLAGS.SILENT (\(many))").last == "A OK STORE done")
        #expect(server.contents(of: ann)[0].flags.count == 9_002)
    }

    // MARK: SEARCH

    @Test(
        "search keys",
        arguments: [
            ("ALL", "1 2 3"), ("SEEN", "3"), ("UNSEEN", "1 2"), ("NEW", "1 2"), ("OLD", ""),
            ("RECENT", "1 2 3"), ("KEYWORD projet", "3"), ("UNKEYWORD PROJET", "1 2"),
            ("2:*", "2 3"), ("*:2", "2 3"), ("UID 3,1", "1 3"), ("UID 9:*", "3"),
            ("UID 4:9", ""), ("NOT 2", "1 3"), ("OR SEEN 1", "1 3"), ("OR NOT UNSEEN (1 2)", "3"),
            ("BEFORE 2-Feb-2026", ""), ("ON 2-Feb-2026", "1"), ("SINCE 3-Feb-2026", "2 3"),
            ("SENTON 2-Feb-2026", "1"), ("SENTBEFORE \"2-Feb-2026\"", ""),
            ("SENTSINCE 1-Feb-2026", "1"), ("SUBJECT \"parc éolien\"", "1"), ("FROM rené", "1"),
            ("FROM bob@", "1 2 3"), ("TO ANN", "1 2 3"), ("CC ann", ""), ("BCC ann", ""),
            ("HEADER Message-ID \"\"", "1 2 3"), ("HEADER X-None \"\"", ""),
            ("HEADER message-id 1@", "1"), ("BODY été", "1"), ("BODY parc", ""),
            ("TEXT parc", "1"), ("TEXT bonjour", "2"), ("LARGER 300", "1"), ("SMALLER 300", "2 3"),
            ("CHARSET UTF-8 TEXT {8+}\r\néolien", ""),
            ("CHARSET UTF-8 SUBJECT {7+}\r\néolien", "1"),
            ("ANSWERED", ""), ("UNDELETED UNFLAGGED UNDRAFT UNANSWERED", "1 2 3"),
        ]
    )
    func search(criteria: String, numbers: String) throws {
        let server = try server()
        defer { server.stop() }
        let client = try server.rawIMAP()
        let found = client.ask("SEARCH \(criteria)")
        #expect(found == ["* SEARCH" + (numbers.isEmpty ? "" : " \(numbers)"), "A OK SEARCH done"])
    }

    // MARK: Errors

    @Test(
        "what is wrong is said, and the session goes on",
        arguments: [
            ("", "A BAD "), ("FROB", "A BAD FROB"), ("UID", "A BAD "), ("UID FROB 1", "A BAD "),
            ("FETCH", "A BAD FETCH: a space"), ("FETCH 1", "A BAD FETCH: a space"),
            ("FETCH 0 FLAGS", "A BAD FETCH: numbers of messages start at 1"),
            ("FETCH 4 FLAGS", "A BAD FETCH: there are 3 messages"),
            ("FETCH 99999999999 FLAGS", "A BAD FETCH: the number is too large"),
            ("FETCH 1 FROB", "A BAD FETCH: unknown item"),
            ("FETCH 1 (FLAGS", "A BAD FETCH: a space"),
            ("FETCH 1 BODY[", "A BAD FETCH: a section"), ("FETCH 1 BODY[]<1>", "A BAD FETCH: '.'"),
            ("FETCH 1 BODY[]<1.0>", "A BAD FETCH: a partial"),
            ("FETCH 1 BODY[MIME]", "A BAD FETCH: unknown section"),
            ("FETCH 1 ()", "A BAD FETCH: an item"), ("FETCH 1 FLAGS x", "A BAD FETCH: nothing"),
            ("SEARCH FROB", "A BAD SEARCH: unknown search key"),
            ("SEARCH ON 31-Foo-2026", "A BAD SEARCH: not a date"), ("SEARCH NOT", "A BAD SEARCH"),
            ("SEARCH CHARSET KOI8-R ALL", "A NO [BADCHARSET (US-ASCII UTF-8 ISO-8859-1)]"),
            ("SEARCH SUBJECT \"x", "A BAD SEARCH: the quoted string does not end"),
            ("STORE 1 FLAGS (\\Frob)", "A BAD STORE: this flag cannot be set"),
            ("STORE 1 FROB (\\Seen)", "A BAD STORE: FLAGS"), ("COPY 1 None", "A NO [TRYCREATE]"),
            ("MOVE 1 None", "A NO [TRYCREATE]"), ("SELECT None", "A NO [NONEXISTENT]"),
            ("CREATE INBOX", "A NO [ALREADYEXISTS]"), ("CREATE a*b", "A BAD"),
            ("CREATE \"a*b\"", "A NO [CANNOT]"), ("DELETE INBOX", "A NO [CANNOT]"),
            ("DELETE None", "A NO [NONEXISTENT]"), ("RENAME None New", "A NO [NONEXISTENT]"),
            ("STATUS INBOX (FROB)", "A BAD STATUS"), ("APPEND None {1+}\r\nx", "A NO [TRYCREATE]"),
            ("APPEND INBOX \"nodate\" {1+}\r\nx", "A BAD APPEND: not a date-time"),
            ("APPEND INBOX x", "A BAD APPEND: '{' expected"),
            ("APPEND INBOX {999999999}", "A BAD the literal is over"),
            ("LOGIN a b", "A BAD already logged in"), ("STARTTLS", "A BAD"),
            ("AUTHENTICATE CRAM-MD5", "A NO [CANNOT]"), ("NOOP x", "A BAD NOOP: nothing"),
            ("LIST \"\" (", "A BAD LIST"),
            (
                "LIST \"\" \(String(repeating: "*", count: 2_000))",
                "A BAD LIST: the pattern is over"
            ), ("ID (\"name\" \"x\")", "* ID"),
        ]
    )
    func errors(command: String, answer: String) throws {
        let server = try server()
        defer { server.stop() }
        let client = try server.rawIMAP()
        let lines = client.ask(command)
        #expect(lines.contains { $0.hasPrefix(answer) }, "\(lines)")
        #expect(client.ask("NOOP").last == "A OK NOOP done")
    }

    @Test("nesting, long lines and long literals end at a limit")
    func limits() throws {
        let server = try server()
        defer { server.stop() }
        let client = try server.rawIMAP()
        let nested = String(repeating: "(", count: 60) + "ALL" + String(repeating: ")", count: 60)
        #expect(client.ask("SEARCH \(nested)").last?.contains("nested over 50") == true)
        let nots = String(repeating: "NOT ", count: 5_000)
        #expect(client.ask("SEARCH \(nots)ALL").last?.contains("nested over 50") == true)
        let long = String(repeating: "y", count: 100_000)
        #expect(client.ask("SEARCH SUBJECT \(long)") == ["A BAD the line is over 65536 octets"])
        let stranger = try RawClient(port: server.imapPort)
        _ = stranger.peer.line()
        #expect(stranger.ask("LOGIN {5000}").last == "A BAD the literal is over 4096 octets")
        let tooLong = "LOGIN {5000+}\r\n\(String(repeating: "z", count: 5_000)) pass"
        #expect(stranger.ask(tooLong).last == "A BAD the literal is over 4096 octets")
        #expect(stranger.ask("NOOP").last == "A OK NOOP done")
        #expect(stranger.ask("SELECT INBOX").last?.hasPrefix("A BAD SELECT: log in") == true)
    }

    // MARK: Logins

    @Test("each way to log in")
    func logins() throws {
        func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
        let plain = base64("\0\(ann)\0guichet")
        let conversations: [([String], String)] = [
            (["LOGIN \(ann) guichet"], "A OK"),
            (["LOGIN {16}", ann + " {7}", "guichet"], "A OK"),
            (["LOGIN {16+}\r\n\(ann.uppercased()) \"guichet\""], "A OK"),
            (["LOGIN ann guichet"], "A NO [AUTHENTICATIONFAILED] the user is a whole address"),
            (["LOGIN \(ann) wrong"], "A NO [AUTHENTICATIONFAILED] wrong password"),
            (["AUTHENTICATE PLAIN \(plain)"], "A OK"), (["AUTHENTICATE PLAIN", plain], "A OK"),
            (["AUTHENTICATE PLAIN \(base64("\(ann)\0bob@example.test\0guichet"))"], "A OK"),
            (["AUTHENTICATE LOGIN", base64(ann), base64("guichet")], "A OK"),
            (["AUTHENTICATE PLAIN", "*"], "A BAD cancelled"),
            (["AUTHENTICATE PLAIN ===="], "A BAD"), (["AUTHENTICATE PLAIN AAAA"], "A BAD"),
        ]
        let server = try server()
        defer { server.stop() }
        for (lines, answer) in conversations {
            let client = try RawClient(port: server.imapPort)
            _ = client.peer.line()
            client.peer.send("t0 \(lines[0])\r\n")
            for line in lines.dropFirst() {
                #expect(client.peer.line()?.hasPrefix("+ ") == true)
                client.peer.send("\(line)\r\n")
            }
            let end = client.end().last ?? ""
            #expect(end.hasPrefix(answer), "\(lines): \(end)")
            guard answer == "A OK" else { continue }
            #expect(
                client.ask("STATUS INBOX (MESSAGES)").first == "* STATUS \"INBOX\" (MESSAGES 3)"
            )
        }
    }
}

extension RawClient {
    /// Selects INBOX for reading only: nothing is `\Recent` to it.
    fileprivate func examine() -> RawClient {
        _ = ask("EXAMINE INBOX")
        return self
    }
}
