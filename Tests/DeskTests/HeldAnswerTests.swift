import Casework
import Correspondence
import Desk
import Filing
import Foundation
import Glibc
import Intake
import Mail
import Testing
import Transport

/// A trial period at the desk: answers wait, staff let some of them go.
@Suite("Held answers") struct HeldAnswerTests {
    private static let request = """
        Bonjour,

        Nous souhaitons consulter le catalogue Territoires Store et la liste des services \
        numériques disponibles pour notre mairie.

        Marie Vial, mairie de Lannion
        """
    private static let unclear = """
        Bonjour,

        Je suis le maire de Lannion. La sous-préfète m'a dit de voir avec vous. Que pouvez-vous \
        faire pour notre commune ? Avons-nous droit à une aide ?

        Marie Vial, mairie de Lannion
        """
    private static let staff = "equipe@anct.example"

    private func take(_ office: Office, _ bytes: [UInt8], days: Double = 0) throws -> Decision {
        let now = TestOffice.morning.addingTimeInterval(days * 86_400)
        return try #require(
            try office.take([Arrival(internalDate: now, bytes: bytes)], at: now).first
        )
    }

    private func answer(
        _ summary: QueuedMail,
        _ text: String,
        from: String = staff,
        fields: [String] = []
    ) -> [UInt8] {
        message(
            from: from,
            subject: "Re: \(summary.subject)",
            text: text,
            fields: ["In-Reply-To: <\(summary.messageID)>"] + fields
        )
    }

    private func due(_ office: Office, days: Double = 0) throws -> [MailRole] {
        let now = TestOffice.morning.addingTimeInterval(days * 86_400)
        return try office.claimDue(atMost: 99, at: now).map(\.role)
    }

    private func text(_ mail: QueuedMail?) -> String {
        mail.map { Message(parsing: $0.bytes).text } ?? ""
    }

    @Test("the summary shows the whole answer and the word that lets it go")
    func summary() throws {
        try TestOffice.with(holdsAnswers: true) { office in
            let opened = try take(office, message(text: Self.request))
            let summary = Message(parsing: opened.mails[1].bytes)
            for line in text(opened.mails[0]).split(separator: "\n") {
                #expect(summary.text.contains(line), "the summary lacks: \(line)")
            }
            #expect(summary.text.contains("\n  envoyer    prendre    clore    "))
            let html = try #require(summary.html)
            #expect(html.contains("mailto:incubateur@anct.example?subject="))
            #expect(html.contains("2026-00001.2."), "the link carries no reference")
            #expect(try due(office) == [.staffSummary])
        }
    }

    @Test("the addressee's order lets the answer go, once, and is confirmed")
    func order() throws {
        try TestOffice.with(holdsAnswers: true) { office in
            let opened = try take(office, message(text: Self.request))
            #expect(try due(office) == [.staffSummary])
            let order = try take(office, answer(opened.mails[1], "envoyer\n\n> SON MESSAGE"))
            #expect(order.disposition == .staffCommand)
            #expect(order.effects == [.mailReleased(id: "2026-00001.1", by: Self.staff)])
            #expect(order.mails.map(\.role) == [.orderReceipt])
            #expect(text(order.mails.first).contains("part maintenant à marie@ville-x.example"))
            #expect(try due(office) == [.reply, .orderReceipt])
            let again = try take(office, answer(opened.mails[1], "envoyer"))
            #expect(again.effects.isEmpty)
            #expect(text(again.mails.first).contains("\(Self.staff) l'a fait partir"))
            #expect(try due(office) == [.orderReceipt])
        }
    }

    @Test("the prefilled link orders without threading fields")
    func link() throws {
        try TestOffice.with(holdsAnswers: true) { office in
            let opened = try take(office, message(text: Self.request))
            let html = try #require(Message(parsing: opened.mails[1].bytes).html)
            let start = try #require(html.range(of: "mailto:incubateur@anct.example?"))
            let link = html[start.upperBound...].prefix { $0 != "\"" }
                .replacingOccurrences(of: "&amp;", with: "&")
            let parts = try #require(URLComponents(string: "?\(link)")?.queryItems)
            let subject = try #require(parts.first { $0.name == "subject" }?.value)
            let body = try #require(parts.first { $0.name == "body" }?.value)
            let order = try take(
                office,
                message(from: Self.staff, subject: subject, text: body)
            )
            #expect(order.effects == [.mailReleased(id: "2026-00001.1", by: Self.staff)])
        }
    }

    @Test(
        "nobody else's word lets it go",
        arguments: [
            ("collegue@anct.example", 0.0, "seule la personne"),
            (Self.staff, 31, "plus de 30 jours"),
        ]
    )
    func refused(from: String, days: Double, words: String) throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        var settings = TestOffice.settings(store: store)
        settings.holdsAnswers = true
        settings.routing.roster[.offer(.startup)] = [
            Address(localPart: "collegue", domain: "anct.example")
        ]
        let office = try TestOffice.open(settings)
        defer { office.close() }
        let opened = try take(office, message(text: Self.request))
        let order = try take(office, answer(opened.mails[1], "envoyer", from: from), days: days)
        #expect(order.disposition == .staffCommand)
        #expect(order.effects.isEmpty)
        #expect(text(order.mails.first).contains(words))
        #expect(try !due(office, days: days).contains(.reply))
    }

    @Test(
        "a stranger who got hold of a summary orders nothing",
        arguments: ["x@ailleurs.example", "\(staff), x@ailleurs.example"]
    )
    func stranger(from: String) throws {
        try TestOffice.with(holdsAnswers: true) { office in
            let opened = try take(office, message(text: Self.request))
            let stray = try take(office, answer(opened.mails[1], "envoyer", from: from))
            #expect(stray.disposition == .newCase)
            #expect(stray.caseNumber != opened.caseNumber)
            #expect(stray.effects.isEmpty)
        }
    }

    @Test("an absence notice of the addressee orders nothing")
    func absence() throws {
        try TestOffice.with(holdsAnswers: true) { office in
            let opened = try take(office, message(text: Self.request))
            let notice = answer(
                opened.mails[1],
                "envoyer",
                fields: ["Auto-Submitted: auto-replied"]
            )
            let decision = try take(office, notice)
            #expect(decision.disposition == .automatic)
            #expect(decision.effects.isEmpty)
            #expect(decision.mails.isEmpty)
        }
    }

    @Test("words that are no order are noted, and their writer learns that the answer waits")
    func note() throws {
        try TestOffice.with(holdsAnswers: true) { office in
            let opened = try take(office, message(text: Self.request))
            let note = try take(office, answer(opened.mails[1], "N'envoyez rien avant lundi."))
            #expect(note.effects.isEmpty)
            #expect(text(note.mails.first).contains("attend toujours"))
            let order = try take(office, answer(opened.mails[1], "envoyer"))
            #expect(!order.effects.isEmpty)
            let later = try take(office, answer(opened.mails[1], "Je l'ai eue au téléphone."))
            #expect(later.mails.isEmpty, "nothing waits any more")
        }
    }

    @Test("what is told of a complement does not let staff forget the answer that waits")
    func complement() throws {
        try TestOffice.with(holdsAnswers: true) { office in
            let opened = try take(office, message(text: Self.request, id: "first"))
            #expect(text(opened.mails.last).contains("composée, en attente de votre accord"))
            let thread = ["In-Reply-To: <first@ville-x.example>"]
            let waits = "la réponse d'un courriel précédent attend toujours votre accord"
            let more = try take(office, message(text: "Voici mes heures.", fields: thread))
            #expect(text(more.mails.last).contains(waits))
            // A link there would let go what is not before one's eyes.
            #expect(try more.mails.last?.links["envoyer"] == nil)
            #expect(try more.mails.last?.links["prendre"] != nil)
            let update = try #require(more.mails.last)
            let unseen = try take(
                office,
                message(
                    from: Self.staff,
                    subject: "Re: \(update.subject)",
                    text: "envoyer",
                    fields: ["In-Reply-To: <\(update.messageID)>"]
                )
            )
            #expect(unseen.effects.isEmpty)
            #expect(text(unseen.mails.first).contains("ne la montre pas"))
            _ = try take(office, answer(opened.mails[1], "envoyer"))
            let later = try take(office, message(text: "Une précision.", fields: thread))
            #expect(!text(later.mails.last).contains(waits))
        }
    }

    @Test("a held acknowledgement is named in good French")
    func acknowledgement() throws {
        try TestOffice.with(holdsAnswers: true) { office in
            let opened = try take(office, message(text: "Bonjour, voici ma candidature et mon CV."))
            #expect(opened.mails.first?.role == .acknowledgement)
            #expect(text(opened.mails.last).contains("accusé de réception composé, en attente"))
        }
    }

    @Test("a clearer complement replaces the question that nobody has read")
    func replaced() throws {
        try TestOffice.with(holdsAnswers: true) { office in
            let opened = try take(office, message(text: Self.unclear, id: "first"))
            #expect(opened.mails.first?.role == .clarification)
            let thread = ["In-Reply-To: <first@ville-x.example>"]
            // A figure cannot answer a question that was not sent.
            let figure = try take(office, message(text: "2", fields: thread))
            #expect(figure.effects.isEmpty)
            #expect(!figure.mails.contains { $0.role.answersRequester })
            let complement = try take(office, message(text: Self.request, fields: thread))
            #expect(complement.caseNumber == opened.caseNumber)
            #expect(complement.classification?.offers == [.store])
            let answer = try #require(complement.mails.first { $0.role == .reply })
            #expect(
                complement.effects == [
                    .mailWithdrawn(id: "2026-00001.1", reason: "remplacée par \(answer.id)")
                ]
            )
            let summary = try #require(complement.mails.last)
            let order = try take(office, self.answer(summary, "envoyer"))
            #expect(order.effects == [.mailReleased(id: answer.id, by: Self.staff)])
        }
    }

    @Test("an order given over a summary lets no answer go that was composed since")
    func unseen() throws {
        try TestOffice.with(holdsAnswers: true) { office in
            let opened = try take(office, message(text: Self.unclear, id: "first"))
            let thread = ["In-Reply-To: <first@ville-x.example>"]
            let complement = try take(office, message(text: Self.request, fields: thread))
            #expect(complement.effects.count == 1)
            // The clock was set back meanwhile: what is newer has the older time.
            let order = try take(office, answer(opened.mails[1], "envoyer"), days: -1)
            #expect(order.effects.isEmpty)
            #expect(text(order.mails.first).contains("ne la montre pas"))
            #expect(try !due(office).contains(.reply))
            // Nor does the receipt, which shows no answer; the last summary does.
            let other = try take(office, answer(try #require(order.mails.first), "envoyer"))
            #expect(other.effects.isEmpty)
            let last = try #require(complement.mails.last)
            #expect(try take(office, answer(last, "envoyer")).effects.count == 1)
        }
    }

    @Test("a robot at the address of staff is told five times, not for ever")
    func robot() throws {
        try TestOffice.with(holdsAnswers: true) { office in
            var mail = try take(office, message(text: Self.request)).mails[1]
            var receipts = 0
            for round in 1...20 {
                let note = try take(office, answer(mail, "Bien reçu, passage \(round)."))
                guard let receipt = note.mails.first else { break }
                receipts += 1
                mail = receipt
            }
            #expect(receipts == Budget().receipts)
            // What it orders is done all the same, and a day later it is told again.
            let order = try take(office, answer(mail, "envoyer", fields: [reference(to: mail)]))
            #expect(order.mails.isEmpty)
            #expect(order.effects.count == 1)
            let later = try take(office, answer(mail, "envoyer"), days: 2)
            #expect(later.mails.map(\.role) == [.orderReceipt])
        }
    }

    /// As a mail program writes it: all that the mail refers to, then the mail itself.
    private func reference(to mail: QueuedMail) -> String {
        let earlier = Message(parsing: mail.bytes).references.map { "<\($0)>" }
        return "References: \((earlier + ["<\(mail.messageID)>"]).joined(separator: " "))"
    }

    @Test("who receives all mail in a trial may order in place of the addressee")
    func standIn() throws {
        let tester = Address(localPart: "testeur", domain: "anct.example")
        try TestOffice.with(holdsAnswers: true, redirectTo: tester) { office in
            // As a requester the tester is one like any other.
            let opened = try take(office, message(from: tester.addrSpec, text: Self.request))
            #expect(opened.mails.map(\.role) == [.reply, .staffSummary])
            let order = try take(
                office,
                answer(opened.mails[1], "envoyer", from: tester.addrSpec)
            )
            #expect(order.effects == [.mailReleased(id: "2026-00001.1", by: tester.addrSpec)])
        }
    }

    @Test("what was released is known after a restart")
    func restart() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        let summaries: [QueuedMail]
        do {
            let office = try TestOffice.open(store, holdsAnswers: true)
            defer { office.close() }
            summaries = try (1...3).map { number in
                let opened = try take(
                    office,
                    message(
                        from: "m\(number)@ville-x.example",
                        text: "École \(number). " + Self.request
                    )
                )
                return opened.mails[1]
            }
            _ = try take(office, answer(summaries[0], "envoyer"))
        }
        let office = try TestOffice.open(store, holdsAnswers: true)
        defer { office.close() }
        _ = try take(office, answer(summaries[2], "envoyer"))
        let left = try office.claimDue(atMost: 99, at: TestOffice.morning)
        #expect(left.filter { $0.role == .reply }.map(\.id) == ["2026-00001.1", "2026-00003.1"])
        #expect(office.outboxCounts.held == 1)
    }

    // MARK: Requests of commands

    @Test("what else lies among the requests neither blocks the service nor lets anything go")
    func strangeRequests() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        let office = try TestOffice.open(store, holdsAnswers: true)
        defer { office.close() }
        _ = try take(office, message(text: Self.request))
        let folder = store.appendingPathComponent("requests")
        let elsewhere = store.appendingPathComponent("elsewhere")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("2026-00001\nlink\n".utf8).write(to: elsewhere)
        mkfifo(folder.appendingPathComponent("A.request").path, 0o600)
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("B.request"),
            withIntermediateDirectories: true
        )
        try FileManager.default.createSymbolicLink(
            at: folder.appendingPathComponent("C.request"),
            withDestinationURL: elsewhere
        )
        try Data(repeating: 10, count: 1 << 20).write(
            to: folder.appendingPathComponent("D.request")
        )
        try Data("2026-00001".utf8).write(to: folder.appendingPathComponent("E.request"))
        // Whoever asked two minutes ago has gone.
        let old = folder.appendingPathComponent("F.request")
        try Data("2026-00001\nold\n".utf8).write(to: old)
        try FileManager.default.setAttributes(
            [.modificationDate: Date().addingTimeInterval(-120)],
            ofItemAtPath: old.path
        )
        try office.doRequests(at: TestOffice.morning)
        try office.doRequests(at: TestOffice.morning)
        #expect(office.outboxCounts.held == 1)
    }

    @Test("a command's request is done once, whatever is cut off, and answered")
    func requests() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        let office = try TestOffice.open(store, holdsAnswers: true)
        defer { office.close() }
        _ = try take(office, message(text: Self.request))
        let requests = Requests(store: store)
        func ask(_ sequence: Int) throws -> Requests.Ticket {
            let number = CaseNumber(year: 2026, sequence: sequence)
            return try requests.post(Requests.Release(caseNumber: number, by: "guichet send (a)"))
        }
        let known = try ask(1)
        let unknown = try ask(7)
        let takenBack = try ask(1)
        #expect(requests.withdraw(takenBack))
        try office.doRequests(at: TestOffice.morning)
        #expect(requests.takeAnswer(known)?.isDone == true)
        #expect(requests.takeAnswer(known) == nil, "an answer is read once")
        #expect(requests.takeAnswer(unknown)?.isDone == false)
        #expect(requests.takeAnswer(takenBack) == nil)
        #expect(!requests.withdraw(known))
        // Taken by a service that was killed before it answered.
        let cutOff = try ask(1)
        #expect(requests.takeAll().count == 1)
        try office.doRequests(at: TestOffice.morning)
        let answer = try #require(requests.takeAnswer(cutOff))
        #expect(answer.isDone)
        #expect(answer.sentence.contains("guichet send (a) let it go"))
        #expect(try due(office).filter { $0 == .reply }.count == 1)
    }
}
