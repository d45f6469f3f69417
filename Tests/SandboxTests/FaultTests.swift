import Foundation
import Sandbox
import Testing
import Transport

@Suite("Faults on demand", .timeLimit(.minutes(20)))
struct FaultTests {
    /// The outcome without its details.
    private static func name(_ outcome: DeliveryOutcome) -> String {
        switch outcome {
        case .accepted(let reply): "accepted \(reply.code)"
        case .refused(let reply): "refused \(reply.code)"
        case .tryLater(let reply): "later \(reply.code)"
        case .unknown(let error): "unknown \(error.kind)"
        case .notSent(let error): "not sent \(error.kind)"
        }
    }

    // MARK: SMTP

    typealias Step = Fault.Step

    /// Where it happens, what, the outcome, and how many mails arrive for Ann.
    static let transactions: [(Step, Fault.Effect, String, Int)] = [
        (.mail, .answer("550 5.7.1 no"), "refused 550", 0),
        (.mail, .answer("451 4.3.0 later"), "later 451", 0),
        (.mail, .answer("421 4.3.2 closing"), "later 421", 0),
        (.mail, .bye("closing"), "later 421", 0),
        (.mail, .close, "not sent closed", 0),
        (.mail, .garbage, "not sent protocolViolation", 0),
        (.recipient(nil), .answer("550 5.1.1 no"), "refused 550", 0),
        (.recipient(nil), .answer("450 4.2.1 busy"), "later 450", 0),
        (.recipient("ANN@example.test"), .answer("550 5.1.1 no"), "refused 550", 0),
        (.recipient("bob@example.test"), .answer("550 5.1.1 no"), "accepted 250", 1),
        (.recipient(ann), .close, "not sent closed", 0),
        (.data, .answer("554 5.5.1 no"), "refused 554", 0),
        (.data, .answer("451 4.3.0 later"), "later 451", 0),
        (.data, .close, "not sent closed", 0),
        (.finalDot, .answer("550 5.7.1 content"), "refused 550", 0),
        (.finalDot, .answer("451-4.3.0 cannot\r\n451 4.3.0 queue"), "later 451", 0),
        (.finalDot, .close, "unknown closed", 0),
        (.finalDot, .close(afterBytes: 5), "unknown closed", 1),
        (.acceptance, .close, "unknown closed", 1),
        (.acceptance, .answer("451 4.3.0 later"), "later 451", 1),
        (.acceptance, .garbage, "unknown protocolViolation", 1),
        (.acceptance, .delay(.milliseconds(50)), "accepted 250", 1),
        (.acceptance, .drip(bytes: 3, pause: .milliseconds(5)), "accepted 250", 1),
    ]

    @Test("a fault in a transaction, once and never again", arguments: transactions)
    func transaction(step: Step, effect: Fault.Effect, outcome: String, arrivals: Int) throws {
        for pipelines in [true, false] {
            let server = try LoopbackServer()
            defer { server.stop() }
            let fault = Fault(at: .smtp(step), effect, times: 1)
            server.faults = Faults(
                [fault],
                missingCapabilities: pipelines ? [] : ["PIPELINING"]
            )
            let session = try server.smtpSession()
            #expect(Self.name(session.send(mail("Un")).outcome) == outcome)
            #expect(server.messages(of: ann).count == arrivals)
            let happens = step != .recipient("bob@example.test")
            #expect(server.faultsHappened == (happens ? [fault] : []))
            #expect(server.faults.faults.map(\.timesLeft) == [happens ? 0 : 1])
            let next = try server.smtpSession()
            #expect(Self.name(next.send(mail("Deux")).outcome) == "accepted 250")
        }
    }

    @Test("one recipient of two is refused")
    func oneRecipient() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        server.faults = Faults([
            Fault(at: .smtp(.recipient("bob@example.test")), .answer("550 5.1.1 no such user"))
        ])
        let delivery = try server.smtpSession().send(mail("Un", to: [ann, "bob@example.test"]))
        #expect(delivery.recipients.mapValues(\.code) == [ann: 250, "bob@example.test": 550])
        #expect(server.messages(of: ann).count == 1)
        #expect(server.messages(of: "bob@example.test").isEmpty)
    }

    @Test("silence after the final dot, the mail taken or not", arguments: [true, false])
    func silentDot(isTaken: Bool) throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        server.faults = Faults([Fault(at: .smtp(isTaken ? .acceptance : .finalDot), .silence)])
        var settings = server.settings(.smtp)
        settings.acceptanceTimeout = .milliseconds(200)
        let session = try SMTPSession(settings)
        #expect(Self.name(session.send(mail("Un")).outcome) == "unknown timedOut")
        #expect(server.messages(of: ann).count == (isTaken ? 1 : 0))
    }

    @Test(
        "connecting to a server that does not serve",
        arguments: [
            (Fault.Place.smtp(.greeting), Fault.Effect.answer("554 5.3.2 no service")),
            (.smtp(.greeting), .answer("421 4.3.2 too busy")), (.smtp(.greeting), .close),
            (.smtp(.greeting), .garbage), (.smtp(.hello), .answer("550 5.7.1 go away")),
            (.smtp(.hello), .close), (.smtp(.authentication), .answer("535 5.7.8 wrong")),
            (.smtp(.authentication), .answer("454 4.7.0 later")), (.smtpConnection, .close),
            (.smtpConnection, .close(afterBytes: 60)), (.imapGreeting, .close),
            (.imapGreeting, .bye("too many")), (.imapGreeting, .garbage),
            (.imapConnection, .close(afterBytes: 100)), (.imap("CAPABILITY"), .close),
            (.imap("AUTHENTICATE"), .answer("NO [AUTHENTICATIONFAILED] no")),
            (.imap("AUTHENTICATE"), .answer("NO [UNAVAILABLE] later")),
            (.imap("AUTHENTICATE"), .bye("go")),
        ]
    )
    func connecting(place: Fault.Place, effect: Fault.Effect) throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        // libcurl tries again in its own ways, so the fault stays.
        server.faults = Faults([Fault(at: place, effect)])
        #expect(throws: TransportError.self) {
            // libcurl waits for a greeting behind the garbage.
            let patience: Duration = effect == .garbage ? .seconds(2) : .seconds(60)
            if "\(place)".contains("imap") {
                _ = try server.imapSession(patience: patience)
            } else {
                _ = try server.smtpSession(patience: patience)
            }
        }
        #expect(server.faultsHappened.isEmpty == false)
        server.faults = Faults()
        #expect(throws: Never.self) { try server.imapSession() }
        #expect(throws: Never.self) { try server.smtpSession() }
    }

    @Test("a refused login")
    func refusedLogin() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        server.faults = .refusedLogin
        for attempt in [{ _ = try server.imapSession() }, { _ = try server.smtpSession() }] {
            let error = #expect(throws: TransportError.self) { try attempt() }
            #expect(error?.kind == .credentialsRefused)
        }
    }

    // MARK: IMAP

    static let commands: [(Fault.Place, Fault.Effect, TransportError.Kind?, Bool)] = [
        (.imap("UID SEARCH"), .answer("NO [UNAVAILABLE] later"), .refusedByServer, true),
        (.imap("UID SEARCH"), .answer("BAD what?"), .protocolViolation, true),
        (.imap("*"), .bye("shutting down"), .closed, false),
        (.imap("UID SEARCH"), .close, .closed, false),
        (.imap("UID SEARCH"), .close(afterBytes: 11), .closed, false),
        (.imap("UID SEARCH"), .garbage, .protocolViolation, false),
        (.imapAnswer("UID SEARCH"), .close, .closed, false),
        (.imapAnswer("UID SEARCH"), .answer("NO [SERVERBUG] late"), .refusedByServer, true),
        (.imap("UID SEARCH"), .delay(.milliseconds(50)), nil, true),
        (.imap("UID SEARCH"), .drip(bytes: 2, pause: .milliseconds(5)), nil, true),
        (.imapAnswer("UID SEARCH"), .drip(bytes: 2, pause: .milliseconds(5)), nil, true),
        (.imap("UID FETCH"), .close, nil, true),
    ]

    @Test("a fault at a command", arguments: commands)
    func command(
        place: Fault.Place,
        effect: Fault.Effect,
        kind: TransportError.Kind?,
        staysUsable: Bool
    ) throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        server.deliver(letter("Un"), to: ann)
        let session = try server.imapSession()
        server.faults = Faults([Fault(at: place, effect, times: 1)])
        if let kind {
            let error = #expect(throws: TransportError.self) { try session.uidSearch("ALL") }
            #expect(error?.kind == kind)
        } else {
            #expect(try session.uidSearch("ALL").count == 1)
        }
        #expect(session.isUsable == staysUsable)
        let other = staysUsable ? session : try server.imapSession()
        #expect(try other.uidSearch("ALL").count == 1)
    }

    @Test("slowness of a whole connection")
    func slowness() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        server.deliver(letter("Un"), to: ann)
        server.faults = Faults([
            Fault(at: .imapConnection, .drip(bytes: 40, pause: .milliseconds(1)), times: 1),
            Fault(at: .imapConnection, .delay(.milliseconds(20)), times: 1),
            Fault(at: .smtpConnection, .drip(bytes: 5, pause: .milliseconds(1)), times: 1),
            Fault(at: .smtpConnection, .delay(.milliseconds(20)), times: 1),
        ])
        let start = ContinuousClock.now
        let session = try server.imapSession()
        #expect(try session.uidSearch("ALL").count == 1)
        // The greeting, CAPABILITY, AUTHENTICATE, CAPABILITY, SELECT and SEARCH.
        #expect(ContinuousClock.now - start >= .milliseconds(6 * 20))
        let delivery = try server.smtpSession().send(mail("Deux"))
        #expect(Self.name(delivery.outcome) == "accepted 250")
        #expect(server.faultsHappened.count == 4)
    }

    @Test("silence, and the server lives on")
    func silence() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let session = try server.imapSession(patience: .seconds(2))
        server.faults = Faults([Fault(at: .imap("NOOP"), .silence, times: 1)])
        let error = #expect(throws: TransportError.self) { try session.noop() }
        #expect(error?.kind == .timedOut)
        #expect(throws: Never.self) { try server.imapSession().noop() }
    }

    @Test("a command that is carried out although the connection ends")
    func lostAnswer() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        server.deliver(letter("Un"), to: ann)
        let session = try server.imapSession()
        try session.createMailbox("Fait")
        server.faults = Faults([Fault(at: .imapAnswer("UID MOVE"), .close, times: 1)])
        let uids = try session.uidSearch("ALL")
        #expect(throws: TransportError.self) { try session.move(uids, to: "Fait") }
        #expect(server.messages(of: ann).isEmpty)
        #expect(server.messages(of: ann, folder: "Fait").count == 1)
    }

    @Test("an IDLE that has gone deaf announces nothing, and the next one does")
    func deafness() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        let session = try server.imapSession()
        server.faults = Faults([Fault(at: .imap("IDLE"), .deafness, times: 1)])
        server.deliver(letter("Un"), to: ann)
        #expect(try session.idle(until: .now + .milliseconds(200)) == .timeout)
        #expect(try session.idle(until: .now + .seconds(120)) == .changed)
    }

    @Test("a message that FETCH refuses does not hold up the others")
    func unfetchable() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        for number in 1...3 { server.deliver(letter("n\(number)"), to: ann) }
        server.faults = Faults(unfetchable: [2])
        let session = try server.imapSession()
        let uids = try session.uidSearch("ALL")
        #expect(try session.sizes(of: uids).count == 3)
        var refused: [UID] = []
        let found = try session.fetch(uids, maxBytes: 1_000) { uid, _ in refused.append(uid) }
        #expect(found.map(\.location.uid.rawValue) == [1, 3])
        #expect(refused.map(\.rawValue) == [2])
    }

    @Test("no storage of keywords")
    func keywords() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        server.deliver(letter("Un"), to: ann)
        server.faults = Faults(keepsKeywords: false)
        let session = try server.imapSession()
        #expect(session.selected?.permits(keyword: "Fait") == false)
        try session.store(keyword: "Fait", on: session.uidSearch("ALL"))
        #expect(server.contents(of: ann).map(\.flags) == [[]])
    }

    @Test("capabilities that are missing are not served either")
    func capabilities() throws {
        let server = try LoopbackServer()
        defer { server.stop() }
        for number in 1...2 { server.deliver(letter("n\(number)"), to: ann) }
        let missing: Set = ["IDLE", "MOVE", "UIDPLUS", "LITERAL+", "SASL-IR", "AUTH=PLAIN"]
        server.faults = Faults(missingCapabilities: missing)
        let session = try server.imapSession()
        #expect(session.capabilities.isDisjoint(with: missing))
        try session.append(mailbox: "INBOX", bytes: letter("trois"))
        try session.createMailbox("Fait")
        try session.move([UID(rawValue: 1)], to: "Fait")
        #expect(server.messages(of: ann, folder: "Fait").count == 1)
        let raw = try server.rawIMAP()
        for command in ["IDLE", "UID MOVE 2 Fait", "UID EXPUNGE 2"] {
            #expect(raw.ask(command).last?.hasPrefix("A BAD ") == true)
        }
        #expect(raw.ask("APPEND INBOX {3+}\r\nabc").last?.hasPrefix("A BAD ") == true)
        #expect(raw.ask("NOOP") == ["A OK NOOP done"])
    }
}
