import Foundation
import Mail
import ServerSupport
import Testing

/// What the administrator finds in the mailbox when the real service meets real servers that fail.
@Suite(
    "Alerts on Dovecot and Postfix",
    .enabled(if: MailServers.areInstalled, "Dovecot and Postfix, as root"),
    .serialized,
    .timeLimit(.minutes(20))
)
struct AlertTests {
    private static let notRead = "[guichet] La boîte n'est plus lue"
    private static let readAgain = "[guichet] La boîte est de nouveau lue"

    private func with(
        _ name: String,
        _ body: (Installation, _ administrator: String) throws -> Void
    )
        throws
    {
        try Checkout.withFolder { folder in
            let place = try Installation(name, in: folder)
            let administrator = "exploitation-\(name)"
            // Sending has a login of its own, which goes on working.
            try place.configure([
                "alerts.to": "\(administrator)@anct.example", "delivery.user": "envoi-\(name)",
            ])
            try body(place, administrator)
        }
    }

    /// The subjects of the first mails that come, and of all that are there then.
    private func subjects(_ place: Installation, _ administrator: String, atLeast count: Int) throws
        -> [String]
    {
        try place.messages(of: administrator, count: count).map { $0.subject ?? "" }
    }

    @Test("a refused login is told once, whatever restarts, and so is its end")
    func refusedLogin() throws {
        try with("panne") { place, administrator in
            let check = try place.run("check")
            #expect(check.output.contains("\(administrator)@anct.example: told when"))
            try place.servers.refuseLogin(of: place.user, true)
            defer { try? place.servers.refuseLogin(of: place.user, false) }
            for words in [["run"], ["run", "--once"], ["run"]] {
                let refused = try Program.run(words + ["--config", place.configuration.path])
                #expect(refused.code == 77, "\(refused.errors)")
                #expect(!refused.errors.contains(administrator))
                #expect(try subjects(place, administrator, atLeast: 1) == [Self.notRead])
            }
            try place.servers.refuseLogin(of: place.user, false)
            for _ in 1...2 {
                let result = try place.run("run", "--once")
                #expect(result.code == 0, "\(result.errors)")
            }
            #expect(
                try subjects(place, administrator, atLeast: 2) == [Self.notRead, Self.readAgain]
            )
            #expect(
                place.journal("service.state").map { $0.string("state") } == [
                    "failing", "working",
                ]
            )
        }
    }

    @Test("a service that runs tells of a login that ends, and goes on when it works again")
    func whileRunning() throws {
        try with("coupure") { place, administrator in
            let running = try place.start("run")
            let deadline = Date().addingTimeInterval(60)
            while place.journal("mailbox.opened").isEmpty, Date() < deadline { usleep(20_000) }
            try place.servers.refuseLogin(of: place.user, true)
            defer { try? place.servers.refuseLogin(of: place.user, false) }
            try place.servers.disconnect(place.user)
            #expect(try subjects(place, administrator, atLeast: 1) == [Self.notRead])
            try place.servers.refuseLogin(of: place.user, false)
            #expect(
                try subjects(place, administrator, atLeast: 2) == [Self.notRead, Self.readAgain]
            )
            running.signal(SIGTERM)
            let result = try running.finish()
            #expect(result.code == 0 && !result.errors.contains(administrator))
        }
    }

    @Test("that nothing could be sent is told once it can, in one mail")
    func delivery() throws {
        try with("envoi") { place, administrator in
            var changes = [
                "alerts.to": "\(administrator)@anct.example", "delivery.password": "wrong",
            ]
            try place.configure(changes)
            for _ in 1...2 {
                let refused = try place.run("run", "--once")
                #expect(refused.code == 77, "\(refused.errors)")
            }
            changes["delivery.password"] = MailServers.password
            try place.configure(changes)
            let result = try place.run("run", "--once")
            #expect(result.code == 0, "\(result.errors)")
            let mails = try place.messages(of: administrator, count: 1)
            #expect(mails.map(\.subject) == ["[guichet] Les courriers partent de nouveau"])
            #expect(mails.first?.text.contains("ce courrier le remplace") == true)
            #expect(place.journal("mail.withdrawn").count == 1)
        }
    }

    @Test("nobody is told where the configuration names nobody, and check says so")
    func nobody() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("seul", in: folder)
            try place.configure()
            #expect(try place.run("check").output.contains("nobody is told when"))
            try place.servers.refuseLogin(of: place.user, true)
            defer { try? place.servers.refuseLogin(of: place.user, false) }
            #expect(try place.run("run", "--once").code == 77)
            #expect(place.journal("service.state").isEmpty)
        }
    }
}
