import Foundation
import Glibc
import JSONLines
import ServerSupport
import Testing

/// The running service seen from outside, against real servers.
@Suite(
    "The service seen from outside",
    .enabled(if: MailServers.areInstalled, "Dovecot and Postfix, as root"),
    .serialized
)
struct OutsideTests {
    private func wait(_ what: String, until condition: () throws -> Bool) throws {
        let deadline = Date().addingTimeInterval(60)
        while try !condition() {
            guard Date() < deadline else { throw ServerFailure("no \(what) within a minute") }
            usleep(50_000)
        }
    }

    private func status(_ place: Installation) throws -> (code: Int32, json: JSONObject) {
        let result = try place.run("status", "--json")
        return (result.code, try JSONReader.object(of: result.output.dropLast().utf8))
    }

    @Test(
        "says that it runs, what it did, and when it has stopped",
        .timeLimit(.minutes(20))
    )
    func life() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("outside", in: folder)
            try place.configure()
            let metrics = folder.appendingPathComponent("guichet.prom")
            let peer = try TestManager(in: folder)
            let running = try Program.start(
                ["run", "--config", place.configuration.path],
                environment: [
                    "NOTIFY_SOCKET": peer.name, "WATCHDOG_USEC": "600000",
                    "GUICHET_SERVICE_METRICS_FILE": metrics.path,
                ]
            )
            defer { running.signal(SIGKILL) }
            try peer.await("READY=1")
            #expect(!peer.heard.contains("WATCHDOG=1"), "a sign of life before it was ready")
            try peer.await("WATCHDOG=1")
            try peer.await("STATUS=Last scan")
            try place.deliver(
                try Sample.all().filter { $0.kind == "request" }.prefix(3).map(\.bytes)
            )
            try wait("answers") { place.journal("mail.sent").count >= 6 }
            try wait("figures") {
                try status(place).json.object("received")?.integer("total") == 3
                    && status(place).json.object("outbox")?.integer("waiting") == 0
            }
            try checkRunning(place, metrics)
            running.signal(SIGHUP)
            try peer.await("RELOADING=1\nMONOTONIC_USEC=")
            peer.forget()
            try peer.await("READY=1")
            running.signal(SIGTERM)
            try peer.await("STOPPING=1")
            let result = try running.finish()
            #expect(result.code == 0, "\(result.errors)")
            #expect(result.errors.contains("event=service.ready"))
            try checkStopped(place, metrics)
        }
    }

    private func checkRunning(_ place: Installation, _ metrics: URL) throws {
        let (code, json) = try status(place)
        #expect(code == 0, "\(json.serialized)")
        #expect(json.bool("running") == true)
        #expect(json.string("version") != nil)
        #expect(json.string("last_complete_scan") != nil)
        #expect(json.object("mailbox")?.string("state") == "up")
        #expect(json.object("delivery")?.string("state") == "up")
        let text = try String(contentsOf: metrics, encoding: .utf8)
        #expect(text.contains("\nguichet_up 1\n"))
        #expect(text.contains("\nguichet_messages_received_total{disposition=\"new-case\"} 3\n"))
        #expect(!text.contains("@"))
        var file = stat()
        #expect(stat(metrics.path, &file) == 0)
        #expect(file.st_mode & 0o777 == 0o644)
    }

    /// What the journal says now is what the service said while it ran.
    private func checkStopped(_ place: Installation, _ metrics: URL) throws {
        let (code, json) = try status(place)
        #expect(code == 2)
        #expect(json.bool("running") == false)
        #expect(json.object("received")?.integer("total") == 3)
        #expect(json.object("cases")?.integer("open") == 3)
        #expect(json.object("cases")?.integer("answered") == 3)
        #expect(json.string("last_scan") != nil)
        #expect(try String(contentsOf: metrics, encoding: .utf8).contains("\nguichet_up 0\n"))
    }

    @Test("names servers that are away, and is ready all the same", .timeLimit(.minutes(20)))
    func away() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("away", in: folder)
            try place.configure([
                "mailbox.url": "imap://127.0.0.1:1/INBOX", "delivery.url": "smtp://127.0.0.1:1",
            ])
            let peer = try TestManager(in: folder)
            let running = try Program.start(
                ["run", "--config", place.configuration.path],
                environment: ["NOTIFY_SOCKET": peer.name]
            )
            defer { running.signal(SIGKILL) }
            try peer.await("READY=1")
            try wait("state") {
                try status(place).json.object("mailbox")?.string("state") == "down"
            }
            let (code, json) = try status(place)
            // Away for a moment is no alarm.
            #expect(code == 0, "\(json.serialized)")
            #expect(json.object("mailbox")?.string("next_try") != nil)
            #expect(json.object("delivery")?.string("state") == "down")
            #expect(json.object("delivery")?.string("cause")?.contains("127.0.0.1") == true)
            running.signal(SIGTERM)
            #expect(try running.finish().code == 0)
        }
    }

    @Test("a wrong password ends the start without its having been ready")
    func wrongPassword() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("password", in: folder)
            try place.configure(["mailbox.password": "wrong"])
            let peer = try TestManager(in: folder)
            let result = try Program.run(
                ["run", "--config", place.configuration.path],
                environment: ["NOTIFY_SOCKET": peer.name]
            )
            #expect(result.code == 77, "\(result.errors)")
            peer.drain()
            #expect(!peer.heard.contains("READY=1"))
        }
    }
}
