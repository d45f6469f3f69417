import Casework
import Desk
import ServerSupport
import Synchronization
import Testing
import Transport

@Suite("The postman", .timeLimit(.minutes(20))) struct PostmanTests {
    private func mail(_ sequence: Int) -> QueuedMail {
        QueuedMail(
            id: "2026-00001.\(sequence)",
            caseNumber: CaseNumber(year: 2026, sequence: 1),
            role: .reply,
            reversePath: "incubateur@anct.example",
            forwardPaths: ["marie@ville-x.example"],
            subject: "Re",
            messageID: "\(sequence)@anct.example",
            bytes: Array("Subject: Re\r\n\r\nBonjour\r\n".utf8)
        )
    }

    private func settings(_ server: ScriptedServer) -> ConnectionSettings {
        ConnectionSettings(endpoint: Endpoint(scheme: .smtp, host: "127.0.0.1", port: server.port))
    }

    /// Greets and takes that many mails, then hangs up.
    private static func take(_ count: Int, from peer: Peer) {
        peer.send("220 mx ready\r\n")
        var taken = 0
        while taken < count, let line = peer.line() {
            if line == "DATA" {
                peer.send("354 go on\r\n")
                _ = peer.content()
                taken += 1
            }
            peer.send("250 2.0.0 Ok\r\n")
        }
    }

    private func isAccepted(_ outcome: DeliveryOutcome) -> Bool {
        if case .accepted = outcome { true } else { false }
    }

    @Test("a session that the server ended meanwhile delays no mail")
    func idleSession() throws {
        let server = try ScriptedServer { Self.take(1, from: $0) }
        let postman = Postman(settings: settings(server))
        #expect(postman.deliver([mail(1), mail(2), mail(3)]).allSatisfy(isAccepted))
        try postman.probe()
        #expect(postman.deliver([mail(4)]).allSatisfy(isAccepted))
    }

    @Test("a server that lets nobody in is asked once for all mails of a batch")
    func unreachable() throws {
        let connections = Mutex(0)
        let server = try ScriptedServer { peer in
            connections.withLock { $0 += 1 }
            peer.send("421 too busy\r\n")
        }
        let outcomes = Postman(settings: settings(server)).deliver((1...10).map(mail))
        #expect(outcomes.count == 10)
        #expect(!outcomes.contains(where: isAccepted))
        #expect(connections.withLock(\.self) <= 2)
    }

    @Test("once told to stop, it begins no further mail")
    func stopped() throws {
        let wake = Wake()
        let server = try ScriptedServer { peer in
            Self.take(1, from: peer)
            wake.signal()
            peer.waitForEnd()
        }
        let postman = Postman(settings: settings(server), wake: wake)
        #expect(postman.deliver([mail(1)]).allSatisfy(isAccepted))
        while !wake.isSignalled {}
        guard case .notSent(let error)? = postman.deliver([mail(2)]).first else {
            Issue.record("a mail was begun after the stop")
            return
        }
        #expect(error.kind == .cancelled)
    }
}
