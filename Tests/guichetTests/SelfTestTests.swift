import Foundation
import JSONLines
import ServerSupport
import Testing
import Transport

@Suite(
    "check --self-test on Dovecot and Postfix",
    .enabled(if: MailServers.areInstalled, "Dovecot and Postfix, as root"),
    .serialized,
    .timeLimit(.minutes(20))
)
struct SelfTestTests {
    private func with(
        _ name: String,
        _ changes: [String: String] = [:],
        _ body: (Installation) throws -> Void
    ) throws {
        try Checkout.withFolder { folder in
            let place = try Installation(name, in: folder)
            try place.configure(changes)
            try body(place)
        }
    }

    /// How many messages lie in a folder of the service's mailbox.
    private func count(_ place: Installation, in folder: String = "INBOX") throws -> Int {
        let session = try place.session(place.user)
        defer { session.logout() }
        return try session.select(folder).exists
    }

    @Test("a mail goes out and comes back, intact, and is gone afterwards")
    func comesBack() throws {
        try with("essai") { place in
            try place.deliver([Array("Subject: un autre\r\n\r\nBonjour\r\n".utf8)])
            try place.awaitMail(1)
            let result = try place.run("check", "--self-test")
            #expect(result.code == 0, "\(result.output)\(result.errors)\(place.servers.logs)")
            for words in [
                "accepted by the server after", "arrived in INBOX after",
                "the text is intact: sha256",
                "removed from the mailbox", "Ready to run",
            ] { #expect(result.output.contains(words), "\(words): \(result.output)") }
            #expect(result.errors.contains("sending a mail from the service to itself"))
            #expect(try count(place) == 1, "the other message stays, the test's is gone")
            #expect(place.journal().isEmpty)
        }
    }

    @Test(
        "a mail that does not come back is told with likely causes",
        arguments: [
            (["delivery.from": "ailleurs@anct.example"], 75, "likely causes"),
            (["delivery.from": "rcpt550@example.test"], 69, "no such user"),
            (["delivery.from": "rcpt450@example.test"], 75, "mailbox busy"),
            (["delivery.from": "eod550@example.test"], 69, "content refused"),
            (["delivery.from": "mail451@example.test"], 75, "may be a greylist"),
        ] as [([String: String], Int32, String)]
    )
    func neverComes(changes: [String: String], code: Int32, words: String) throws {
        try with("perdu", changes) { place in
            let result = try place.run("check", "--self-test", "--timeout", "2")
            #expect(result.code == code, "\(result.output)\(result.errors)")
            #expect(result.output.contains(words), "\(result.output)")
            #expect(result.output.contains("1 problem to mend"))
        }
    }

    @Test("a mail that comes into another folder is found there, told, and removed")
    func elsewhere() throws {
        try with("range") { place in
            try place.configure([
                "mailbox.url": "imaps://localhost:\(place.servers.imapsPort)/Demandes"
            ])
            let session = try place.session(place.user)
            try session.createMailbox("Demandes")
            session.logout()
            let result = try place.run("check", "--self-test", "--timeout", "60")
            #expect(result.code == 69, "\(result.output)")
            #expect(result.output.contains("arrived in INBOX"))
            #expect(result.output.contains("not in Demandes"))
            #expect(try count(place) == 0)
        }
    }

    @Test(
        "a running service takes the mail and neither answers nor tells anybody, wherever it moves it",
        arguments: ["keyword", "move:Classés"]
    )
    func whileRunning(mark: String) throws {
        try with("occupe-\(mark.count)", ["mailbox.mark": mark]) { place in
            let session = try place.session(place.user)
            try session.createMailbox("Classés")
            session.logout()
            let running = try place.start("run")
            let deadline = Date().addingTimeInterval(60)
            while place.journal("mailbox.opened").isEmpty, Date() < deadline { usleep(20_000) }
            // Who is first, the service or the test, is chance: both must be right.
            for _ in 1...4 {
                let result = try place.run("check", "--self-test")
                #expect(result.code == 0, "\(result.output)\(result.errors)")
            }
            running.signal(SIGTERM)
            #expect(try running.finish().code == 0)
            for line in place.journal("message.received") {
                #expect(line.string("disposition") == "set-aside")
            }
            #expect(place.journal("mail.queued").isEmpty)
            #expect(try count(place) == 0)
            #expect(try count(place, in: "Classés") == 0)
        }
    }

    @Test("what the service has filed and moved is found where it moves it")
    func moved() throws {
        try with("deplace", ["mailbox.mark": "move:Classés"]) { place in
            let session = try place.session(place.user)
            try session.createMailbox("Classés")
            session.logout()
            // Nobody sees it in INBOX: a stand-in for a service that is always first.
            Thread.detachNewThread {
                let deadline = Date().addingTimeInterval(60)
                while Date() < deadline {
                    guard let session = try? place.session(place.user),
                        (try? session.select("INBOX")) != nil,
                        let uids = try? session.uidSearch("ALL"), !uids.isEmpty
                    else {
                        usleep(10_000)
                        continue
                    }
                    try? session.move(uids, to: "Classés")
                    return
                }
            }
            let result = try place.run("check", "--self-test")
            #expect(result.code == 0, "\(result.output)\(result.errors)")
            #expect(try count(place) == 0)
            #expect(try count(place, in: "Classés") == 0)
        }
    }

    @Test("one who does not want to wait any longer ends it, and is told what may still come")
    func interrupted() throws {
        try with("abandon", ["delivery.from": "ailleurs@anct.example"]) { place in
            let running = try place.start("check", "--self-test", "--timeout", "600")
            let deadline = Date().addingTimeInterval(60)
            while try !running.text("errors").contains("not back yet"), Date() < deadline {
                usleep(50_000)
            }
            running.signal(SIGINT)
            let result = try running.finish()
            #expect(result.code == 75)
            #expect(result.output.contains("stopped before the mail came back"))
            #expect(result.output.contains("its subject is guichet : essai"))
        }
    }

    @Test(
        "options that make no sense together are refused",
        arguments: [
            ["--self-test", "--offline"], ["--timeout", "5"], ["--self-test", "--timeout", "soon"],
        ]
    )
    func usage(options: [String]) throws {
        try with("usage") { place in
            let words = ["check", "--config", place.configuration.path] + options
            let result = try Program.run(words)
            #expect(result.code == 64)
        }
    }
}
