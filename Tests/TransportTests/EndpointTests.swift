import Testing

@testable import Transport

@Suite("Endpoint") struct EndpointTests {
    @Test(
        "a URL names scheme, host, port and mailbox",
        arguments: [
            (
                "imaps://imap.anct.example:993/INBOX",
                Endpoint(scheme: .imaps, host: "imap.anct.example", port: 993)
            ),
            ("imaps://h", Endpoint(scheme: .imaps, host: "h", port: 993, mailbox: "INBOX")),
            ("imap://h/", Endpoint(scheme: .imap, host: "h", port: 143, mailbox: "INBOX")),
            ("IMAP://H", Endpoint(scheme: .imap, host: "H", port: 143)),
            (
                "imaps://h/Demandes%20%C3%A0%20lire/2026",
                Endpoint(scheme: .imaps, host: "h", mailbox: "Demandes à lire/2026")
            ),
            ("imaps://h/50%25", Endpoint(scheme: .imaps, host: "h", mailbox: "50%")),
            ("smtp://h", Endpoint(scheme: .smtp, host: "h", port: 587)),
            ("smtps://h/", Endpoint(scheme: .smtps, host: "h", port: 465)),
            ("smtp://[::1]:25", Endpoint(scheme: .smtp, host: "::1", port: 25)),
            (
                "imaps://[2001:db8::1]/A",
                Endpoint(scheme: .imaps, host: "2001:db8::1", mailbox: "A")
            ),
            ("smtps://127.0.0.1:465", Endpoint(scheme: .smtps, host: "127.0.0.1")),
            ("imaps://courriél.example", Endpoint(scheme: .imaps, host: "courriél.example")),
        ]
    )
    func reads(url: String, expected: Endpoint) throws {
        #expect(try Endpoint(url: url) == expected)
    }

    @Test(
        "an error says what is wrong",
        arguments: [
            ("", "begins with"), ("h:993", "begins with"), ("pop3://h", "begins with"),
            ("imaps:/h", "begins with"), ("imaps://", "no host"), ("imaps:///INBOX", "no host"),
            ("imaps://:993", "no host"), ("imaps://a b", "not a host name"),
            ("imaps://a\\b", "not a host name"), ("imaps://a\r\nb", "not a host name"),
            ("imaps://user:secret@h", "user ="), ("imaps://h:", "port"), ("imaps://h:0", "port"),
            ("imaps://h:65536", "port"), ("imaps://h:+93", "port"), ("imaps://h:9a", "port"),
            ("imaps://h:99999999999999999999", "port"), ("imaps://h:１４３", "port"),
            ("imaps://[::1", "closing ]"), ("imaps://[::1]x", "port"),
            ("imaps://[h]", "not an IPv6"), ("imaps://h/A%2", "%"), ("imaps://h/A%FF", "%"),
            ("imaps://h/A%0d%0aB", "control"), ("imaps://h/A?x", "%3F"), ("imaps://h/A#x", "%23"),
            ("smtp://h/INBOX", "no path"),
        ]
    )
    func refuses(url: String, words: String) {
        let error = #expect(throws: EndpointError.self) { try Endpoint(url: url) }
        #expect(error?.problem.contains(words) == true)
        #expect(error?.problem.contains("secret") == false)
    }

    @Test(
        "knows this machine",
        arguments: [
            ("localhost", true), ("LocalHost", true), ("127.0.0.1", true), ("127.8.9.10", true),
            ("::1", true), ("127.0.0.1.example.org", false), ("127.0.0.256", false),
            ("127.1", false), ("10.0.0.1", false), ("localhost.example.org", false), ("", false),
        ]
    )
    func loopback(host: String, expected: Bool) {
        #expect(Endpoint(scheme: .imap, host: host).isLoopback == expected)
    }

    @Test("only loopback may go unencrypted, and not through a proxy")
    func plaintext() {
        func tolerates(_ host: String, allows: Bool = false, proxy: String = "") -> Bool {
            ConnectionSettings(
                endpoint: Endpoint(scheme: .imap, host: host),
                allowsPlaintext: allows,
                proxy: proxy
            ).toleratesPlaintext
        }
        #expect(tolerates("127.0.0.1"))
        #expect(!tolerates("imap.example.org"))
        #expect(tolerates("imap.example.org", allows: true))
        #expect(!tolerates("localhost", proxy: "socks5h://proxy.example.org"))
    }

    @Test("settings never show a password")
    func secrets() {
        let settings = ConnectionSettings(
            endpoint: Endpoint(scheme: .imaps, host: "h"),
            user: "ann",
            password: "s3cr3t",
            proxy: "socks5h://u:s3cr3t@p"
        )
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), "\([settings])", dumped] {
            #expect(text.contains("imaps://h:993 as ann"))
            #expect(!text.contains("s3cr3t"))
        }
    }
}
