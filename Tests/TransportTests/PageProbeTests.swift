import Foundation
import ServerSupport
import Testing

@testable import Transport

@Suite("Looking at pages") struct PageProbeTests {
    private static let hugeSize = 40_000_000

    private static let site = Result {
        try WebServer { method, path in
            switch path {
            case "/ok": .ok
            case "/nohead": method == "HEAD" ? .init("405 Method Not Allowed") : .ok
            case "/hidden": method == "HEAD" ? .init("404 Not Found") : .ok
            case "/forbidden": .init("403 Forbidden")
            case "/down": .init("503 Service Unavailable")
            case "/moved": .redirect(301, "/ok")
            case "/moved8": .redirect(308, "/ok")
            case "/twice": .redirect(308, "/moved")
            case "/detour": .redirect(302, "/ok")
            case "/detour-moved": .redirect(307, "/moved")
            case "/moved-gone": .redirect(301, "/gone")
            case "/moved-nohead": method == "HEAD" ? .init("501 No") : .redirect(301, "/nohead")
            case "/nowhere": .init("302 Found")
            case "/loop": .redirect(302, "/loop")
            case "/plain": .redirect(302, "http://page.invalid/")
            case "/ftp": .redirect(301, "ftp://127.0.0.1/")
            case "/file": .redirect(301, "file:///etc/passwd")
            case "/user": .redirect(301, "http://127.0.0.1:1@page.invalid/")
            case "/huge":
                method == "HEAD"
                    ? .init("405 No") : .init("200 OK", body: .init(repeating: 65, count: hugeSize))
            case "/silent": nil
            default:
                path.hasPrefix("/step")
                    ? .redirect(
                        302,
                        path == "/step1" ? "/ok" : "/step\((Int(path.dropFirst(5)) ?? 1) - 1)"
                    )
                    : .init("404 Not Found")
            }
        }
    }

    private func probe(_ change: (inout PageProbe.Settings) -> Void = { _ in }) throws -> PageProbe
    {
        var settings = PageProbe.Settings(userAgent: "guichet/test")
        settings.proxy = ""
        change(&settings)
        return try PageProbe(settings)
    }

    @Test(
        "what a site says",
        arguments: [
            ("/ok", .answers), ("/gone", .refused(status: 404)), ("/nohead", .answers),
            ("/hidden", .answers), ("/forbidden", .refused(status: 403)),
            ("/down", .refused(status: 503)), ("/moved", .moved(to: "/ok")),
            ("/moved8", .moved(to: "/ok")), ("/twice", .moved(to: "/ok")), ("/detour", .answers),
            ("/detour-moved", .answers), ("/moved-gone", .refused(status: 404)),
            ("/moved-nohead", .moved(to: "/nohead")), ("/nowhere", .refused(status: 302)),
            ("/loop", .endlessRedirects), ("/step5", .answers), ("/step6", .endlessRedirects),
            ("/plain", .misdirected(to: "http://page.invalid/")),
            ("/ftp", .misdirected(to: "ftp://127.0.0.1/")),
            ("/file", .misdirected(to: "file:///etc/passwd")),
            ("/user", .misdirected(to: "http://127.0.0.1:1@page.invalid/")),
            ("/huge", .answers),
        ] as [(String, PageFinding)]
    )
    func site(path: String, expected: PageFinding) throws {
        let site = try Self.site.get()
        var expected = expected
        if case .moved(let new) = expected { expected = .moved(to: site.base + new) }
        #expect(try probe().look(at: site.base + path) == expected)
    }

    @Test("one probe looks at many pages, after a failure too")
    func reused() throws {
        let site = try Self.site.get()
        let probe = try probe()
        let found = ["/ok", "/loop", "/gone", "/huge", "/ok"].map { probe.look(at: site.base + $0) }
        #expect(
            found == [.answers, .endlessRedirects, .refused(status: 404), .answers, .answers]
        )
    }

    @Test("a server that leaves HEAD without an answer is asked by GET")
    func deafToHead() throws {
        let site = try WebServer { method, _ in method == "HEAD" ? nil : .ok }
        let probe = try probe { $0.timeout = .milliseconds(500) }
        #expect(probe.look(at: site.base + "/") == .answers)
        #expect(site.requests.count == 2)
    }

    @Test("a site that does not answer is given up in time")
    func silent() throws {
        let site = try Self.site.get()
        let probe = try probe { $0.timeout = .milliseconds(300) }
        #expect(probe.look(at: site.base + "/silent") == .silent)
        #expect(probe.look(at: site.base + "/ok") == .answers)
    }

    @Test("where nobody listens, and where there is no host")
    func unheard() throws {
        let listener = try #require(listeningSocket(port: 0))
        let port = try #require(boundPort(listener))
        close(listener)
        let closed = try probe().look(at: "http://127.0.0.1:\(port)/")
        guard case .unreachable = closed else {
            Issue.record("\(closed)")
            return
        }
        #expect(closed.isUnheard && !closed.isGood)
        #expect(try probe().look(at: "https://page.invalid/") == .noSuchHost)
    }

    @Test(
        "what is no answer by HTTP",
        arguments: ["220 mail.example ESMTP\r\n", "\u{0}\u{1}\u{2}", "", "HTTP/1.1 banana\r\n\r\n"]
    )
    func broken(answer: String) throws {
        let server = try ScriptedServer { peer in
            _ = peer.line()
            peer.send(answer)
        }
        let found = try probe().look(at: "http://127.0.0.1:\(server.port)/")
        guard case .broken = found else {
            Issue.record("\(found)")
            return
        }
        #expect(!found.isUnheard)
    }

    @Test(
        "what is no address is not asked for",
        arguments: [
            "", "page.example", "ftp://127.0.0.1/", "file:///etc/passwd", "https://a b/",
            "https://", "http://127.0.0.1:99999/",
        ]
    )
    func noAddress(text: String) throws {
        #expect(try probe().look(at: text) == .notAnAddress)
    }

    @Test("the request says what asks, and nothing else")
    func request() throws {
        let site = try WebServer { _, _ in .ok }
        _ = try probe().look(at: site.base + "/a?b=c#d")
        let host = "Host: 127.0.0.1:\(site.port)"
        #expect(
            site.requests == [
                ["HEAD /a?b=c HTTP/1.1", host, "User-Agent: guichet/test", "Accept: */*"]
            ]
        )
    }

    @Test("a proxy that lets nothing out is the network's fault")
    func proxy() throws {
        let proxy = try WebServer { _, _ in .init("403 Forbidden") }
        let probe = try probe { $0.proxy = proxy.base }
        let found = probe.look(at: "https://page.example/")
        #expect(found.isUnheard, "\(found)")
        #expect(proxy.requests.first?.first == "CONNECT page.example:443 HTTP/1.1")
    }

    @Test("a certificate is good or not", .enabled(if: SecureWebServer.isInstalled))
    func certificate() throws {
        let server = try SecureWebServer()
        defer { server.stop() }
        let address = "https://localhost:\(server.port)/"
        // This server leaves a HEAD without an answer.
        let trusting = try probe {
            $0.caFile = server.authority
            $0.timeout = .seconds(5)
        }
        #expect(trusting.look(at: address) == .answers)
        for caFile in [server.strangeAuthority, nil, "/nowhere.pem"] {
            let found = try probe { $0.caFile = caFile }.look(at: address)
            guard case .untrusted(let words) = found else {
                Issue.record("\(found)")
                continue
            }
            #expect(!words.isEmpty)
        }
        // Plain HTTP to a port that waits for TLS.
        let plain = try probe().look(at: "http://localhost:\(server.port)/")
        #expect(!plain.isGood && !plain.isUnheard, "\(plain)")
    }
}
