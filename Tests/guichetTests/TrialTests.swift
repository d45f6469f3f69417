import Foundation
import Glibc
import JSONLines
import Mail
import ServerSupport
import Testing
import Transport

/// A trial period on real servers, as an administrator and an officer live it.
@Suite(
    "A trial period on Dovecot and Postfix",
    .enabled(if: MailServers.areInstalled, "Dovecot and Postfix, as root"),
    .serialized,
    .timeLimit(.minutes(20))
)
struct TrialTests {
    private static let answerRoles = ["reply", "clarification", "acknowledgement"]

    private func request(_ number: Int, user: String) -> [UInt8] {
        let text = """
            From: Mairie \(number) <mairie-\(user)-\(number)@ville-\(number).example>
            To: \(user)@anct.example
            Subject: Catalogue
            Message-ID: <\(UUID().uuidString)@ville-\(number).example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Bonjour, notre mairie souhaite consulter le catalogue Territoires Store (\(number)).
            """
        return Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8)
    }

    private func send(_ case: String, _ place: Installation) throws -> Program.Result {
        try Program.run(["send", `case`, "--config", place.configuration.path])
    }

    /// Answers a summary from the mailbox of staff.
    private func order(_ summary: Message, _ place: Installation) throws {
        let text = """
            From: \(place.staff)@anct.example
            To: \(place.user)@anct.example
            Subject: Re: \(summary.subject ?? "")
            Message-ID: <\(UUID().uuidString)@anct.example>
            In-Reply-To: <\(summary.messageID ?? "")>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            envoyer

            Le 28 nov. 2026 à 10:12, Incubateur des Territoires a écrit :
            > SON MESSAGE
            """
        try place.deliver([Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8)])
    }

    private func wait(for what: String, _ condition: () throws -> Bool) throws {
        let deadline = Date().addingTimeInterval(120)
        while try !condition() {
            guard Date() < deadline else { throw ServerFailure("never: \(what)") }
            usleep(50_000)
        }
    }

    private func sentAnswers(_ place: Installation) -> Set<String> {
        let answers = place.journal("mail.queued")
            .filter { Self.answerRoles.contains($0.string("role") ?? "") }
            .compactMap { $0.string("mail_id") }
        return Set(place.journal("mail.sent").compactMap { $0.string("mail_id") })
            .intersection(answers)
    }

    @Test("of twenty held answers five are released, and exactly these leave, restarts or not")
    func trial() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("trial", in: folder)
            try place.configure(["service.answers": "hold"])
            try place.deliver((1...20).map { request($0, user: place.user) })
            try place.awaitMail(20)
            let first = try place.start("run")
            try wait(for: "twenty cases") { place.journal("case.opened").count == 20 }
            let summaries = try place.messages(of: place.staff, count: 20)
            #expect(summaries.count == 20)
            let byCase = Dictionary(grouping: summaries) {
                String(($0.subject ?? "").dropFirst().prefix { $0 != "]" })
            }
            func summary(_ number: String) throws -> Message {
                try #require(byCase[number]?.first)
            }
            // Two by order, one by command while the service runs.
            try order(summary("2026-00003"), place)
            try order(summary("2026-00011"), place)
            let asked = try send("2026-00007", place)
            #expect(asked.code == 0, "\(asked.errors)")
            #expect(asked.output.contains("2026-00007: the answer to mairie-"))
            try wait(for: "three answers") { sentAnswers(place).count == 3 }
            first.signal(SIGTERM)
            #expect(try first.finish().code == 0)
            // One by command while nothing runs; then a service that is killed, and another.
            let offline = try send("2026-00020", place)
            #expect(offline.code == 0)
            #expect(offline.errors.contains("no service runs"))
            #expect(sentAnswers(place).count == 3)
            let second = try place.start("run")
            try wait(for: "the fourth answer") { sentAnswers(place).count == 4 }
            second.signal(SIGKILL)
            _ = try second.finish()
            try order(summary("2026-00015"), place)
            try place.awaitMail(23)
            #expect(try place.run("run", "--once").code == 0)
            #expect(try place.run("run", "--once").code == 0)
            #expect(
                sentAnswers(place) == [
                    "2026-00003.1", "2026-00007.1", "2026-00011.1", "2026-00015.1", "2026-00020.1",
                ]
            )
            try checkMailboxes(place)
            try checkCommands(place)
        }
    }

    private func checkMailboxes(_ place: Installation) throws {
        // Postfix delivers in any order, so the cases tell who has which number.
        let sent = sentAnswers(place)
        let answers = place.journal("mail.queued").filter {
            Self.answerRoles.contains($0.string("role") ?? "")
        }
        #expect(answers.count == 20)
        for answer in answers {
            let user = String((answer.strings("to")?.first ?? "").prefix { $0 != "@" })
            let session = try place.session(user)
            defer { session.logout() }
            let isReleased = sent.contains(answer.string("mail_id") ?? "")
            #expect(try session.select("INBOX").exists == (isReleased ? 1 : 0), "\(user)")
        }
        let receipts = place.journal("mail.queued").filter { $0.string("role") == "order-receipt" }
        #expect(receipts.count == 3)
    }

    private func checkCommands(_ place: Installation) throws {
        let list = try Program.run(["send", "--list", "--config", place.configuration.path])
        #expect(list.code == 0)
        #expect(list.output.split(separator: "\n").count == 15)
        #expect(list.output.contains("2026-00001  "))
        #expect(!list.output.contains("2026-00003  "))
        let again = try send("2026-00003", place)
        #expect(again.code == 0)
        #expect(again.output.contains("let it go"))
        #expect(try send("2026-00099", place).code == 65)
        #expect(try send("42", place).code == 64)
        #expect(sentAnswers(place).count == 5)
    }

    @Test("with redirect_to every mail goes to the reader, and nowhere else")
    func redirected() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("redirect", in: folder)
            let reader = "testeur-redirect"
            try place.configure(["delivery.redirect_to": "\(reader)@anct.example"])
            try place.deliver([request(1, user: place.user)])
            try place.awaitMail(1)
            #expect(try place.run("run", "--once").code == 0)
            let mails = try place.messages(of: reader, count: 2)
            #expect(mails.count == 2)
            let author = "mairie-\(place.user)-1@ville-1.example"
            for intended in [author, "\(place.staff)@anct.example"] {
                let notice = "ESSAI. Ce courriel serait parti à : \(intended)."
                #expect(mails.contains { $0.text.hasPrefix(notice) }, "\(intended)")
            }
            for user in [String(author.prefix { $0 != "@" }), place.staff] {
                let session = try place.session(user)
                defer { session.logout() }
                #expect(try session.select("INBOX").exists == 0, "\(user) got mail")
            }
            #expect(place.journal("mail.queued").contains { $0.strings("to") == [author] })
        }
    }
}
