import Foundation
import ServerSupport
import Testing

@testable import Transport

@Suite("Dovecot", .enabled(if: MailServers.areInstalled, "Dovecot and Postfix, as root"))
struct DovecotTests {
    private let servers: MailServers

    init() throws { servers = try MailServers.shared.get() }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    // MARK: Connecting

    @Test("logs in over TLS from the start, STARTTLS, or plain where that is allowed")
    func login() throws {
        for scheme in [Endpoint.Scheme.imap, .imaps] {
            let session = try IMAPSession(servers.settings(scheme, user: "login"))
            #expect(session.capabilities.isSuperset(of: ["IDLE", "MOVE", "UIDPLUS"]))
            #expect(!session.capabilities.contains("STARTTLS"))
            session.logout()
            #expect(!session.isUsable)
        }
    }

    private static let wrongSettings = [
        WrongSetting("password", .credentialsRefused, advice: "password_file of [mailbox]") {
            settings,
            _ in settings.password = "wrong"
        },
        WrongSetting("authority", .certificateUntrusted, advice: "ca_file") {
            settings,
            servers in settings.caFile = servers.strangeAuthority
        },
        WrongSetting("authority, by STARTTLS", .certificateUntrusted, advice: "ca_file") {
            settings,
            servers in
            settings.caFile = nil
            settings.endpoint.scheme = .imap
            settings.endpoint.port = servers.imapPort
        },
        WrongSetting("ca_file", .certificateUntrusted, advice: "PEM") {
            settings,
            _ in settings.caFile = "/nowhere.pem"
        },
        WrongSetting("host", .unreachable, isTransient: true, advice: "host") {
            settings,
            _ in settings.endpoint.host = "no-such-host.invalid"
        },
        WrongSetting("address", .unreachable, isTransient: true, advice: "host") {
            settings,
            _ in settings.endpoint.host = "127.0.0.2"
        },
        WrongSetting("port", .unreachable, isTransient: true, advice: "port") {
            settings,
            _ in settings.endpoint.port = 9
        },
        WrongSetting("TLS to a plain port", .tlsUnavailable, advice: "imap:// for STARTTLS") {
            settings,
            servers in settings.endpoint.port = servers.imapPort
        },
        WrongSetting("plain to a TLS port", .timedOut, isTransient: true, advice: "imaps://") {
            settings,
            _ in
            settings.endpoint.scheme = .imap
            settings.connectTimeout = .milliseconds(500)
        },
        WrongSetting("IMAP to an SMTP port", .protocolViolation, advice: "mail server") {
            settings,
            servers in
            settings.endpoint.scheme = .imap
            settings.endpoint.port = servers.smtpPort
            settings.connectTimeout = .seconds(3)
        },
        WrongSetting("proxy", .unreachable, isTransient: true, advice: "host") {
            settings,
            _ in settings.proxy = "socks5h://127.0.0.1:9"
        },
    ]

    @Test("a wrong setting gives an error that names it", arguments: wrongSettings)
    func refuses(wrong: WrongSetting) throws {
        let settings = wrong.applied(to: servers.settings(.imaps, user: "login"), of: servers)
        let error = #expect(throws: TransportError.self) { try IMAPSession(settings) }
        #expect(wrong.explains(error), "\(String(reflecting: error))")
    }

    @Test("the environment's proxies are not obeyed")
    func proxyEnvironment() throws {
        setenv("ALL_PROXY", "http://127.0.0.1:9", 1)
        setenv("imap_proxy", "http://127.0.0.1:9", 1)
        defer {
            unsetenv("ALL_PROXY")
            unsetenv("imap_proxy")
        }
        #expect(throws: Never.self) { try IMAPSession(servers.settings(.imaps, user: "login")) }
    }

    @Test("the socket is closed on exec")
    func closeOnExec() throws {
        let session = try servers.inbox(of: "exec")
        let sockets = (0..<1_024).filter { peerPort($0) == servers.imapsPort }
        #expect(!sockets.isEmpty)
        #expect(sockets.allSatisfy { fcntl($0, F_GETFD) & FD_CLOEXEC != 0 })
        session.logout()
    }

    // MARK: Messages

    @Test("300 messages, one of 20 MB, come whole and stay unread")
    func fetch() throws {
        let session = try servers.inbox(of: "many")
        let line = String(repeating: "x", count: 70) + "\r\n"
        let large = bytes("Subject: large\r\n\r\n" + String(repeating: line, count: 291_272))
        for number in 1...300 {
            let text = bytes("Subject: \(number)\r\n\r\nMessage \(number)\r\n")
            try session.append(
                mailbox: "INBOX",
                bytes: number == 150 ? large : text,
                flags: number == 7 ? ["\\Answered"] : [],
                internalDate: Date(timeIntervalSince1970: Double(1_700_000_000 + number))
            )
        }
        let uids = try session.uidSearch("ALL")
        #expect(uids.count == 300)
        let sizes = try session.sizes(of: uids + [UID(rawValue: 9_999)])
        #expect(sizes.count == 300)
        let batches = IMAPSession.batches(uids, sizes: sizes, maxCount: 100, maxBytes: 32 << 20)
        #expect(batches.map(\.count) == [100, 100, 100])
        var messages: [FetchedMessage] = []
        for batch in batches {
            messages += try session.fetch(batch, maxBytes: 32 << 20)
        }
        #expect(messages.map(\.location.uid) == uids)
        #expect(messages.map(\.size) == messages.map(\.bytes.count))
        #expect(messages[149].bytes == large)
        #expect(messages[298].bytes == bytes("Subject: 299\r\n\r\nMessage 299\r\n"))
        #expect(messages[298].internalDate == Date(timeIntervalSince1970: 1_700_000_299))
        #expect(messages[6].flags.contains("\\Answered"))
        #expect(messages.allSatisfy { !$0.isTruncated })
        #expect(try session.uidSearch("UNSEEN").count == 300)
        let cut = try session.fetch([uids[149], UID(rawValue: 9_999)], maxBytes: 1_000)
        #expect(cut.map(\.bytes) == [Array(large[..<1_000])])
        #expect(cut.map(\.isTruncated) == [true])
        #expect(cut.map(\.size) == [large.count])
        session.logout()
    }

    @Test("marks by keyword and finds what is not marked")
    func keyword() throws {
        let session = try servers.inbox(of: "keyword")
        for number in 1...3 {
            try session.append(mailbox: "INBOX", bytes: bytes("Subject: \(number)\r\n\r\n"))
        }
        #expect(session.selected?.permits(keyword: "guichet") == true)
        let uids = try session.uidSearch("ALL")
        try session.store(keyword: "guichet", on: Array(uids.prefix(2)))
        #expect(try session.uidSearch("UNKEYWORD guichet") == [uids[2]])
        let flags = try session.fetch(uids, maxBytes: 100).map(\.flags)
        #expect(flags.map { $0.contains("guichet") } == [true, true, false])
    }

    @Test("folders with accents, moving into them, and one that is missing")
    func folders() throws {
        let session = try servers.inbox(of: "folders")
        try session.createMailbox("Traités/Été & \"hiver\"")
        #expect(try session.list().contains("Traités/Été & \"hiver\""))
        for number in 1...3 {
            try session.append(mailbox: "INBOX", bytes: bytes("Subject: \(number)\r\n\r\n"))
        }
        let uids = try session.uidSearch("ALL")
        try session.move([uids[0], uids[2]], to: "Traités/Été & \"hiver\"")
        #expect(try session.uidSearch("ALL") == [uids[1]])
        #expect(try session.fetch(uids, maxBytes: 100).map(\.location.uid) == [uids[1]])
        for action in [{ try session.move(uids, to: "Rien") }, { _ = try session.select("Rien") }] {
            let error = #expect(throws: TransportError.self) { try action() }
            #expect(error?.kind == .mailboxMissing)
            #expect(session.isUsable)
        }
        #expect(throws: TransportError.self) { try session.fetch(uids, maxBytes: 1) }
        #expect(try session.select("Traités/Été & \"hiver\"").exists == 2)
    }

    @Test("UIDs go on where they were, and UIDNEXT says where")
    func positions() throws {
        let session = try servers.inbox(of: "positions")
        let first = try session.select("INBOX")
        try session.append(mailbox: "INBOX", bytes: bytes("Subject: a\r\n\r\n"))
        let second = try session.select("INBOX")
        #expect(first.uidValidity == second.uidValidity)
        #expect(second.uidNext.rawValue == first.uidNext.rawValue + 1)
        #expect(try session.uidSearch("UID \(first.uidNext.rawValue):*") == [first.uidNext])
    }

    @Test("IDLE notices a delivery, and a wake call ends it at once")
    func idle() throws {
        let wake = Wake()
        let session = try servers.inbox(of: "idle", wake: wake)
        #expect(try session.idle(until: .now + .milliseconds(50)) == .timeout)
        let other = try servers.inbox(of: "idle")
        try other.append(mailbox: "INBOX", bytes: bytes("Subject: new\r\n\r\n"))
        #expect(try session.idle(until: .now + .seconds(20)) == .changed)
        #expect(try session.uidSearch("ALL").count == 1)
        Thread.detachNewThread {
            usleep(100_000)
            wake.signal()
        }
        let start = ContinuousClock.now
        #expect(try session.idle(until: .now + .seconds(20)) == .woken)
        #expect(ContinuousClock.now - start < .seconds(10))
        session.logout()
    }

    // MARK: Acting as another

    @Test("with act_as the user's own password opens the other's mailbox, without it its own")
    func authorizationIdentity() throws {
        let owner = try servers.inbox(of: "incubateur-x")
        try owner.append(mailbox: "INBOX", bytes: bytes("Subject: shared\r\n\r\n"))
        for scheme in [Endpoint.Scheme.imap, .imaps] {
            var settings = servers.settings(scheme, user: "agent")
            let own = try IMAPSession(settings)
            #expect(try own.select("INBOX").exists == 0)
            settings.actAs = "incubateur-x"
            let shared = try IMAPSession(settings)
            #expect(try shared.select("INBOX").exists == 1)
            #expect("\(settings)".hasSuffix("as agent for incubateur-x"))
        }
    }

    @Test(
        "a refused authorization is told apart from a wrong password where the server does",
        arguments: [
            ("agent", "fermee", MailServers.password, ["are right", "correct act_as"]),
            ("agent", "incubateur-x", "wrong", ["if they are right", "as act_as wants"]),
            ("stranger", "incubateur-x", MailServers.password, ["if they are right"]),
        ]
    )
    func refusedAuthorization(user: String, other: String, password: String, words: [String])
        throws
    {
        var settings = servers.settings(.imaps, user: user)
        settings.actAs = other
        settings.password = password
        let error = #expect(throws: TransportError.self) { try IMAPSession(settings) }
        #expect(error?.kind == .credentialsRefused)
        let advice = error?.advice ?? ""
        #expect(words.allSatisfy { advice.contains($0) }, "\(String(reflecting: error))")
    }
}
