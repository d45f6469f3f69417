import Foundation
import JSONLines
import Mail
import ServerSupport
import Testing
import Transport

/// The whole loop on real servers: mail sent by SMTP as a requester, taken from IMAP, answered, the
/// answer fetched from the requester's mailbox and the summary from the staff's.
@Suite(
    "The service on Dovecot and Postfix",
    .enabled(if: MailServers.areInstalled, "Dovecot and Postfix, as root"),
    .serialized
)
struct ServiceTests {
    @Test("the sample mails are filed once, answered as they should be, and never again")
    func fullLoop() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("loop", in: folder)
            let samples = try Sample.all()
            #expect(samples.count >= 110)
            try place.deliver(samples.map(\.bytes))
            try place.awaitMail(samples.count)
            try place.configure()
            let result = try place.run("run", "--once")
            #expect(result.code == 0, "\(result.errors)\n\(place.servers.logs)")
            #expect(result.errors.contains("event=mailbox.census"))
            try checkFiled(samples, place)
            try checkDelivered(place)
            let size = place.journalSize
            let again = try place.run("run", "--once")
            #expect(again.code == 0)
            #expect(place.journalSize == size, "a second run wrote to the journal")
            try checkMarks(place, count: samples.count)
        }
    }

    private func checkFiled(_ samples: [Sample], _ place: Installation) throws {
        let received = place.journal("message.received")
        #expect(received.count == samples.count)
        #expect(Set(received.compactMap { $0.integer("uid") }).count == samples.count)
        let byID = Dictionary(grouping: received) { $0.string("message_id") ?? "-" }
        let answered = Set(
            place.journal("mail.queued")
                .filter {
                    ["reply", "clarification", "acknowledgement"].contains($0.string("role"))
                }
                .flatMap { $0.strings("to") ?? [] }.map { $0.lowercased() }
        )
        for sample in samples {
            let message = Message(parsing: sample.bytes)
            guard let id = message.messageID else { continue }
            let lines = byID[id] ?? []
            #expect(lines.count == 1, "\(sample.name) stands \(lines.count) times in the journal")
            let from = message.from.first?.addrSpec.lowercased() ?? ""
            let isMachine = sample.kind == "automatic" || sample.kind == "spam"
            if isMachine { #expect(!answered.contains(from), "\(sample.name) was answered") }
            if !isMachine {
                let disposition = lines.first?.string("disposition")
                #expect(disposition == "new-case" || disposition == "follow-up", "\(sample.name)")
            }
        }
    }

    /// Every queued mail lies in the mailbox of its recipient, once.
    private func checkDelivered(_ place: Installation) throws {
        let queued = place.journal("mail.queued")
        #expect(queued.count == place.journal("mail.sent").count)
        let byUser = Dictionary(grouping: queued) { line in
            String((line.strings("to")?.first ?? "").prefix { $0 != "@" })
        }
        for (user, lines) in byUser {
            let messages = try place.messages(of: user, count: lines.count)
            for line in lines {
                let found = messages.filter { $0.messageID == line.string("message_id") }
                #expect(found.count == 1, "\(line.string("mail_id") ?? ""): \(found.count) copies")
                #expect(found.first?.subject == line.string("subject"))
                #expect(found.first?.field("Auto-Submitted") != nil)
            }
        }
        #expect(byUser[place.staff]?.isEmpty == false)
    }

    /// Filed messages carry our keyword; none is marked as read.
    private func checkMarks(_ place: Installation, count: Int) throws {
        let session = try place.session(place.user)
        defer { session.logout() }
        _ = try session.select("INBOX")
        #expect(try session.uidSearch("KEYWORD GuichetFiled").count == count)
        #expect(try session.uidSearch("SEEN").isEmpty)
    }

    @Test("killed at ten moments, it files every message once and sends every mail once")
    func killed() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("kill", in: folder)
            let samples = try Sample.all().filter { $0.kind == "request" }.prefix(30)
            try place.deliver(samples.map(\.bytes))
            try place.awaitMail(samples.count)
            try place.configure()
            for moment in 0..<10 {
                let before = place.journalSize
                let running = try place.start("run", "--once")
                // The first runs die while fetching, the later ones while sending.
                while running.isRunning, moment > 0, place.journalSize == before { usleep(500) }
                usleep(moment == 0 ? 300_000 : UInt32(moment) * 2_000)
                running.signal(SIGKILL)
                _ = try running.finish()
            }
            let result = try place.run("run", "--once")
            #expect(result.code == 0, "\(result.errors)\n\(place.servers.logs)")
            let received = place.journal("message.received")
            #expect(received.count == samples.count)
            #expect(Set(received.compactMap { $0.integer("uid") }).count == samples.count)
            try checkCopies(place)
        }
    }

    /// One copy of each mail, or two of one that the journal names in doubt.
    private func checkCopies(_ place: Installation) throws {
        let queued = place.journal("mail.queued")
        let doubtful = Set(place.journal("mail.in_doubt").compactMap { $0.string("mail_id") })
        let byUser = Dictionary(grouping: queued) { line in
            String((line.strings("to")?.first ?? "").prefix { $0 != "@" })
        }
        #expect(queued.count >= 60)
        for (user, lines) in byUser {
            let messages = try place.messages(of: user, count: lines.count, seconds: 20)
            for line in lines {
                let id = line.string("mail_id") ?? ""
                let copies = messages.count { $0.messageID == line.string("message_id") }
                #expect(copies == 1 || (doubtful.contains(id) && copies <= 2), "\(id): \(copies)")
            }
        }
    }

    @Test("a first start on an old mailbox answers nothing, and says so beforehand")
    func firstStart() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("old", in: folder)
            let old = (1...500).map { index in
                Array("From: a\(index)@ville.example\r\nSubject: \(index)\r\n\r\nBonjour\r\n".utf8)
            }
            try place.deliver(old)
            try place.awaitMail(500)
            try place.configure(["mailbox.start": "new"])
            let check = try place.run("check")
            #expect(check.code == 0, "\(check.output)\(check.errors)")
            #expect(check.output.contains("would answer up to 0"))
            #expect(check.output.contains("leave 500 alone"))
            let result = try place.run("run", "--once")
            #expect(result.code == 0)
            #expect(result.errors.contains("messages=500 to_take=0 may_be_answered=0"))
            #expect(place.journal("mail.queued").isEmpty)
            let sample = try #require(try Sample.all().first { $0.kind == "request" })
            try place.deliver([sample.bytes])
            try place.awaitMail(501)
            #expect(try place.run("run", "--once").code == 0)
            #expect(place.journal("message.received").count == 1)
        }
    }

    @Test("it runs until told to stop, answers at once, and takes new rules on SIGHUP")
    func longRun() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("long", in: folder)
            let rules = folder.appendingPathComponent("rules")
            try FileManager.default.copyItem(
                at: Checkout.root.appendingPathComponent("rules"),
                to: rules
            )
            try place.configure(["service.rules": rules.path, "mailbox.start": "new"])
            // Running a command starts threads, and signals must not end the process through them.
            let text = try String(contentsOf: place.configuration, encoding: .utf8)
                .replacingOccurrences(of: "\npassword =", with: "\npassword_command = echo")
            try Data(text.utf8).write(to: place.configuration)
            let running = try place.start("run")
            try wait("opened") { place.journal("mailbox.opened").count == 1 }
            let samples = try Sample.all().filter { $0.kind == "request" }
            try place.deliver([samples[0].bytes])
            try wait("first answer") { place.journal("mail.sent").count >= 2 }
            let extra = rules.appendingPathComponent("nouveau.rules")
            try Data("[offre startup] seuil\n+3 x : (\n".utf8).write(to: extra)
            running.signal(SIGHUP)
            try wait("refusal") { try running.text("errors").contains("event=rules.refused") }
            try FileManager.default.removeItem(at: extra)
            running.signal(SIGHUP)
            try wait("reload") { try running.text("errors").contains("event=rules.reloaded") }
            try place.deliver([samples[1].bytes])
            try wait("second answer") { place.journal("mail.sent").count >= 4 }
            running.signal(SIGTERM)
            let result = try running.finish()
            #expect(result.code == 0)
            #expect(result.errors.contains("event=service.stopped"))
            for word in [MailServers.password, "@ville", "Bonjour"] {
                #expect(!result.errors.contains(word), "the log holds \(word)")
            }
        }
    }

    @Test("a sender that is to be answered always is so from the next SIGHUP on")
    func alwaysAnswered() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("always", in: folder)
            try place.configure(["mailbox.start": "new"])
            let running = try place.start("run")
            try wait("opened") { place.journal("mailbox.opened").count == 1 }
            let request = try #require(try Sample.all().first { $0.kind == "request" }).bytes
            func deliver(_ number: Int) throws -> String {
                let field = "List-Id: <\(number).ville.example>\r\nX-Number: \(number)\r\n"
                let text = String(decoding: request, as: UTF8.self)
                    .replacing("Subject: ", with: "Subject: \(number) ")
                try place.deliver([Array((field + text).utf8)])
                try wait("message \(number)") {
                    place.journal("message.received").count == number
                }
                return place.journal("message.received").last?.string("disposition") ?? ""
            }
            #expect(try deliver(1) == "automatic")
            let author = try #require(Message(parsing: request).from.first)
            try place.configure([
                "mailbox.start": "new", "screening.always_answer": "x, \(author.domain)",
            ])
            running.signal(SIGHUP)
            try wait("refusal") { try running.text("errors").contains("event=rules.refused") }
            #expect(try deliver(2) == "automatic")
            try place.configure([
                "mailbox.start": "new", "screening.always_answer": author.domain,
            ])
            running.signal(SIGHUP)
            try wait("reload") { try running.text("errors").contains("event=rules.reloaded") }
            #expect(try deliver(3) == "new-case")
            running.signal(SIGTERM)
            #expect(try running.finish().code == 0)
        }
    }

    private func wait(_ what: String, until condition: () throws -> Bool) throws {
        let deadline = Date().addingTimeInterval(30)
        while try !condition() {
            guard Date() < deadline else { throw ServerFailure("no \(what) within 30 seconds") }
            usleep(20_000)
        }
    }

    @Test(
        "what is wrong ends with its code and a sentence that helps",
        arguments: [
            (["mailbox.password": "wrong"], 77, "password_file"),
            (["delivery.password": "wrong"], 77, "password_file"),
            (["mailbox.user": "agent", "mailbox.act_as": "fermee"], 77, "correct act_as"),
            (["mailbox.ca_file": "/etc/hostname"], 77, "ca_file"),
            (["delivery.ca_file": "STRANGER"], 77, "ca_file"),
            (["mailbox.url": "imaps://localhost:1/INBOX"], 69, "port"),
            (["mailbox.url": "imaps://no-such-host.invalid/INBOX"], 69, "host"),
            (["mailbox.url": "imaps://localhost:IMAPS/Nulle%20part"], 78, "Nulle part"),
            (["mailbox.mark": "never"], 78, "guichet.conf:9:8"),
            (["service.rules": "/nowhere"], 78, "/nowhere"),
            (["service.templates": "/nowhere"], 78, "/nowhere"),
        ] as [([String: String], Int32, String)]
    )
    func diagnosis(changes: [String: String], code: Int32, words: String) throws {
        try Checkout.withFolder { folder in
            let place = try Installation("wrong", in: folder)
            try place.configure(
                changes.mapValues {
                    $0.replacingOccurrences(of: "STRANGER", with: place.servers.strangeAuthority)
                        .replacingOccurrences(of: "IMAPS", with: "\(place.servers.imapsPort)")
                }
            )
            let result = try place.run("run", "--once")
            #expect(result.code == code, "\(result.errors)")
            #expect(result.errors.contains(words), "\(result.errors)")
            let check = try place.run("check")
            #expect(check.code == code, "\(check.output)\(check.errors)")
        }
    }

    @Test("a missing folder is answered with those there are")
    func folders() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("folders", in: folder)
            try place.configure([
                "mailbox.url": "imaps://localhost:\(place.servers.imapsPort)/Demandes"
            ])
            let session = try place.session(place.user)
            try session.createMailbox("Demandes reçues")
            session.logout()
            let check = try place.run("check")
            #expect(check.output.contains("folders there are:"))
            #expect(check.output.contains("Demandes reçues"))
        }
    }

    @Test("the mailbox of another is read with act_as, and check says whose it is")
    func actsAs() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("shared", in: folder)
            let sample = try #require(try Sample.all().first { $0.kind == "request" })
            try place.deliver([sample.bytes])
            try place.awaitMail(1)
            try place.configure(["mailbox.user": "agent", "mailbox.act_as": place.user])
            let check = try place.run("check")
            #expect(check.code == 0, "\(check.output)\(check.errors)")
            #expect(
                check.output.contains(
                    "opened the mailbox of \(place.user), with the login of agent"
                )
            )
            #expect(try place.run("run", "--once").code == 0)
            #expect(place.journal("message.received").count == 1)
            for (user, words) in [("stranger", "the login works"), ("agent", "fails too")] {
                try place.configure([
                    "mailbox.user": user, "mailbox.act_as": place.user,
                    "mailbox.password": user == "agent" ? "wrong" : MailServers.password,
                ])
                let refused = try place.run("check")
                #expect(refused.code == 77)
                #expect(refused.output.contains(words), "\(refused.output)")
            }
        }
    }

    @Test("filed messages are moved where the configuration says")
    func moved() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("move", in: folder)
            let session = try place.session(place.user)
            defer { session.logout() }
            try session.createMailbox("Classés")
            let samples = try Sample.all().prefix(3)
            try place.deliver(samples.map(\.bytes))
            try place.awaitMail(3)
            try place.configure(["mailbox.mark": "move:Classés"])
            #expect(try place.run("run", "--once").code == 0)
            #expect(try session.select("INBOX").exists == 0)
            #expect(try session.select("Classés").exists == 3)
            #expect(try place.run("run", "--once").code == 0)
            #expect(place.journal("message.received").count == 3)
        }
    }

    @Test("a store of the service and one of a simulation are not taken for one another")
    func storeKinds() throws {
        try Checkout.withFolder { folder in
            let place = try Installation("kinds", in: folder)
            try place.configure()
            let sample = try #require(try Sample.all().first)
            let file = folder.appendingPathComponent("a.eml")
            try Data(sample.bytes).write(to: file)
            let simulated = try Program.run(["simulate", "--store", place.store.path, file.path])
            #expect(simulated.code == 0)
            let refused = try place.run("run", "--once")
            #expect(refused.code == 78)
            #expect(refused.errors.contains("made by simulate"))
        }
    }
}
