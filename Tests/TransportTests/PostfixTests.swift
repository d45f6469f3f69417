import Foundation
import ServerSupport
import Testing

@testable import Transport

@Suite("Postfix", .enabled(if: MailServers.areInstalled, "Dovecot and Postfix, as root"))
struct PostfixTests {
    private let servers: MailServers

    init() throws { servers = try MailServers.shared.get() }

    private func mail(
        from reversePath: String = "service@example.test",
        to forwardPaths: String...,
        text: String = "Subject: x\r\n\r\nHello\r\n"
    ) -> OutgoingEnvelope {
        OutgoingEnvelope(
            reversePath: reversePath,
            forwardPaths: forwardPaths,
            bytes: Array(text.utf8)
        )
    }

    private func code(_ outcome: DeliveryOutcome) -> String {
        switch outcome {
        case .accepted(let reply): "accepted \(reply.code)"
        case .refused(let reply): "refused \(reply.code) \(reply.enhancedStatus ?? "-")"
        case .tryLater(let reply): "later \(reply.code) \(reply.enhancedStatus ?? "-")"
        case .unknown(let error), .notSent(let error): "\(error)"
        }
    }

    @Test("submits over TLS with a login", arguments: [Endpoint.Scheme.smtp, .smtps])
    func submit(scheme: Endpoint.Scheme) throws {
        let session = try SMTPSession(servers.settings(scheme, user: "sender"))
        #expect(session.extensions.keys.contains("PIPELINING"))
        let delivery = session.send(mail(to: "\(scheme)@example.test"))
        #expect(code(delivery.outcome) == "accepted 250", "\(servers.logs)")
        session.quit()
        let inbox = try servers.inbox(of: "\(scheme)")
        #expect(try servers.waitFor(1, in: inbox).count == 1)
    }

    @Test("every refusal on one connection, and mail goes on after each")
    func refusals() throws {
        let session = try SMTPSession(servers.settings(.smtps, user: "sender"))
        let rows: [(OutgoingEnvelope, String)] = [
            (mail(from: "mail550@example.test", to: "a@example.test"), "refused 550 5.7.1"),
            (mail(from: "mail451@example.test", to: "a@example.test"), "later 451 4.3.0"),
            (mail(to: "rcpt550@example.test"), "refused 550 5.1.1"),
            (mail(to: "rcpt450@example.test"), "later 450 4.2.1"),
            (mail(to: "eod550@example.test"), "refused 550 5.7.1"),
            (mail(to: "eod451@example.test"), "later 451 4.3.0"),
            (mail(to: "rcpt550@example.test", "rcpt450@example.test"), "later 450 4.2.1"),
        ]
        for (refused, expected) in rows {
            #expect(code(session.send(refused).outcome) == expected)
            #expect(code(session.send(mail(to: "between@example.test")).outcome) == "accepted 250")
        }
        let mixed = session.send(mail(to: "rcpt550@example.test", "between@example.test"))
        #expect(code(mixed.outcome) == "accepted 250")
        #expect(mixed.recipients["rcpt550@example.test"]?.code == 550)
        #expect(mixed.recipients["between@example.test"]?.code == 250)
        #expect(session.isUsable)
        session.quit()
        let inbox = try servers.inbox(of: "between")
        #expect(try servers.waitFor(rows.count + 1, in: inbox).count == rows.count + 1)
    }

    @Test("1,000 lines with leading dots come back as they were")
    func dots() throws {
        let lines = (0..<1_000).map {
            String(repeating: ".", count: $0 % 5) + "\($0 % 7 == 0 ? "" : "x")"
        }
        let body = lines.joined(separator: "\r\n") + "\r\n"
        let session = try SMTPSession(servers.settings(.smtp, user: "sender"))
        let delivery = session.send(
            mail(to: "dots@example.test", text: "Subject: dots\r\n\r\n\(body)")
        )
        #expect(code(delivery.outcome) == "accepted 250")
        session.quit()
        let inbox = try servers.inbox(of: "dots")
        let uids = try servers.waitFor(1, in: inbox)
        let message = try #require(try inbox.fetch(uids, maxBytes: 1 << 20).first)
        #expect(String(decoding: message.bytes, as: UTF8.self).hasSuffix("\r\n\r\n\(body)"))
    }

    @Test("100 mails on one connection, and one of 10 MB")
    func several() throws {
        let session = try SMTPSession(servers.settings(.smtps, user: "sender"))
        for number in 1...100 {
            let delivery = session.send(
                mail(to: "several@example.test", text: "Subject: \(number)\r\n\r\n")
            )
            #expect(code(delivery.outcome) == "accepted 250")
        }
        let line = String(repeating: "0123456789", count: 7) + "\r\n"
        let body = String(repeating: line, count: 145_000)
        let large = "Subject: large\r\n\r\n\(body)"
        #expect(
            code(session.send(mail(to: "large@example.test", text: large)).outcome)
                == "accepted 250"
        )
        session.quit()
        #expect(try servers.waitFor(100, in: servers.inbox(of: "several")).count == 100)
        let inbox = try servers.inbox(of: "large")
        let uids = try servers.waitFor(1, in: inbox)
        let message = try #require(try inbox.fetch(uids, maxBytes: 32 << 20).first)
        let isWhole = message.bytes.suffix(body.utf8.count).elementsEqual(body.utf8)
        #expect(isWhole)
    }

    @Test("a relay that knows us by our address needs no login")
    func relay() throws {
        var settings = servers.settings(.smtp, user: "")
        settings.user = nil
        settings.password = nil
        settings.endpoint.port = servers.smtpPort
        let session = try SMTPSession(settings)
        #expect(
            code(session.send(mail(from: "", to: "relay@example.test")).outcome) == "accepted 250"
        )
    }

    private static let wrongSettings = [
        WrongSetting("password", .credentialsRefused, advice: "password_file of [delivery]") {
            settings,
            _ in settings.password = "wrong"
        },
        WrongSetting("authority", .certificateUntrusted, advice: "ca_file") {
            settings,
            servers in settings.caFile = servers.strangeAuthority
        },
        WrongSetting("TLS to a plain port", .tlsUnavailable, advice: "smtp:// for STARTTLS") {
            settings,
            servers in settings.endpoint.port = servers.smtpPort
        },
        WrongSetting("SMTP to an IMAP port", .protocolViolation, advice: "mail server") {
            settings,
            servers in
            settings.endpoint.scheme = .smtp
            settings.endpoint.port = servers.imapPort
            settings.connectTimeout = .seconds(3)
        },
    ]

    @Test("a wrong setting gives an error that names it", arguments: wrongSettings)
    func refuses(wrong: WrongSetting) throws {
        let settings = wrong.applied(to: servers.settings(.smtps, user: "login"), of: servers)
        let error = #expect(throws: TransportError.self) { try SMTPSession(settings) }
        #expect(wrong.explains(error), "\(String(reflecting: error))")
    }
}
