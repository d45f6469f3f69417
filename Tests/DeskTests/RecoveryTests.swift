import Casework
import Correspondence
import Filing
import Foundation
import JSONLines
import Mail
import Sandbox
import Synchronization
import Testing

@testable import Desk
@testable import Transport

/// The messages that a mailbox still holds, by identity.
private final class TestArchive: SetAsideSource {
    private let messages: Mutex<[String: [UInt8]]>
    private let failure: Mutex<TransportError?>
    private let fetches = Mutex(0)

    init(_ messages: [[UInt8]] = []) {
        let pairs = messages.map { (Message(parsing: $0).sha256, $0) }
        self.messages = Mutex(Dictionary(pairs) { first, _ in first })
        failure = Mutex(nil)
    }

    var fetchCount: Int { fetches.withLock { $0 } }

    func fail(_ error: TransportError?) { failure.withLock { $0 = error } }

    func fetch(_ message: SetAsideMessage) throws(TransportError) -> Arrival? {
        fetches.withLock { $0 += 1 }
        if let error = failure.withLock({ $0 }) { throw error }
        guard let bytes = messages.withLock({ $0[message.sha256] }) else { return nil }
        return Arrival(position: message.positions.first, bytes: bytes)
    }
}

@Suite("Taking back", .timeLimit(.minutes(20))) struct RecoveryTests {
    private static let reader = RecapDay.reader.addrSpec

    /// A request that a gateway made look like a list's, and other mail set aside.
    private static let request = message(
        from: "Odile Caron <odile@mairie-x.example>",
        subject: "Catalogue",
        text: RecapTests.request,
        fields: ["List-Id: <passerelle.example>"],
        id: "demande"
    )
    private static let spam = message(
        from: "promo@casino.example",
        subject: "Gagnez",
        text: "Notre commune cherche un logiciel.",
        fields: ["X-Spam-Flag: YES"],
        id: "spam"
    )

    /// A day with a request, a list's mail and spam set aside, and its recap.
    private func recap() throws -> (day: RecapDay, mail: QueuedMail, archive: TestArchive) {
        let day = try RecapDay()
        let messages = [Self.request, day.automatic(1), Self.spam]
        for bytes in messages { #expect(try day.take(bytes).caseNumber == nil) }
        try day.set("2026-09-08", 8, 30)
        let mail = try #require(try day.look().first)
        return (day, mail, TestArchive(messages))
    }

    private func recoverer(_ day: RecapDay, _ archive: any SetAsideSource) -> Recoverer {
        Recoverer(office: day.office, source: archive, clock: day.clock, log: .silent)
    }

    private func order(
        _ text: String,
        to recap: QueuedMail,
        from: String = reader,
        fields: [String] = [],
        id: String = UUID().uuidString
    ) -> [UInt8] {
        message(
            from: from,
            subject: "Re: \(recap.subject)",
            text: text,
            fields: ["In-Reply-To: <\(recap.messageID)>"] + fields,
            id: id
        )
    }

    private func text(_ mail: QueuedMail?) -> String {
        mail.map { Message(parsing: $0.bytes).text } ?? ""
    }

    // MARK: Orders

    @Test("an order opens a case whose answer waits, and says so to staff and to who ordered")
    func order() throws {
        let (day, mail, archive) = try recap()
        let decision = try day.take(order("récupérer 1\n\nMerci", to: mail))
        #expect(decision.disposition == .staffCommand)
        #expect(decision.caseNumber == nil)
        #expect(decision.mails.isEmpty, "what is being fetched is told when it is there")
        try recoverer(day, archive).doPending()
        let register = try day.office.register()
        let number = try #require(
            register.caseOfMessage(sha256: Message(parsing: Self.request).sha256)
        )
        #expect(register.cases[number]?.offers == [.store])
        #expect(register.heldAnswers(in: number).map(\.role) == [.reply])
        #expect(register.recaps.pendingRecoveries.isEmpty)
        let queued = try day.queued().filter { $0.id != mail.id }
        #expect(queued.map(\.role) == [.reply, .staffSummary, .orderReceipt])
        #expect(queued[0].forwardPaths == ["odile@mairie-x.example"])
        let summary = text(queued[1])
        #expect(
            summary.contains("RÉCUPÉRÉ  écarté le 8 sept. 7 h 00, lettre ou liste de diffusion")
        )
        #expect(summary.contains("repris par nadia@anct.example"))
        #expect(summary.contains("LA RÉPONSE QUI ATTEND VOTRE ACCORD"))
        #expect(queued[2].forwardPaths == [Self.reader])
        #expect(text(queued[2]).contains("N° 1, « Catalogue » : récupéré, dossier \(number)"))
        // Released like any other.
        let release = try day.take(
            message(
                from: TestOffice.staff.addrSpec,
                text: "envoyer",
                fields: ["In-Reply-To: <\(queued[1].messageID)>"]
            )
        )
        #expect(release.effects == [.mailReleased(id: queued[0].id, by: TestOffice.staff.addrSpec)])
    }

    @Test("the same again is told as done, and a second copy belongs to the case")
    func again() throws {
        let (day, mail, archive) = try recap()
        let recoverer = recoverer(day, archive)
        let first = order("récupérer 1", to: mail, id: "ordre")
        try day.take(first)
        try recoverer.doPending()
        let again = try day.take(order("récupérer 1", to: mail))
        #expect(again.effects.isEmpty)
        #expect(
            text(again.mails.first).contains(
                "déjà récupéré, par nadia@anct.example, dossier 2026-00001"
            )
        )
        // The very mail a second time, and another one under its Message-ID.
        #expect(try day.take(first).disposition == .duplicate)
        let forged = try day.take(order("récupérer 2", to: mail, id: "ordre"))
        #expect(forged.effects.isEmpty)
        #expect(forged.mails.isEmpty)
        let copy = try day.take(Self.request)
        #expect(copy.disposition == .duplicate)
        #expect(copy.caseNumber == CaseNumber(year: 2026, sequence: 1))
        try recoverer.doPending()
        #expect(archive.fetchCount == 1)
        // Who wrote it is known in the case from now on.
        let more = try day.take(
            message(
                from: "odile@mairie-x.example",
                text: "Voici nos heures.",
                fields: ["In-Reply-To: <demande@ville-x.example>"]
            )
        )
        #expect(more.disposition == .followUp)
    }

    @Test("one receipt for all that an order names")
    func several() throws {
        let (day, mail, archive) = try recap()
        let decision = try day.take(order("récupérer 1, 3 et 7", to: mail))
        #expect(
            text(decision.mails.first).contains("N° 7 : ce récapitulatif ne compte que 3 messages")
        )
        try recoverer(day, archive).doPending()
        let receipts = try day.queued().filter { $0.role == .orderReceipt }
        #expect(receipts.count == 2)
        let text = text(receipts.last)
        #expect(text.contains("N° 1, « Catalogue » : récupéré, dossier 2026-00001"))
        #expect(text.contains("N° 3, « Gagnez » : récupéré, dossier 2026-00002"))
        // What rules take for spam is a person's all the same, since a person says so.
        #expect(try day.office.register().cases.count == 2)
    }

    @Test("an answer to the receipt is one to the recap")
    func answerToReceipt() throws {
        let (day, mail, archive) = try recap()
        try day.take(order("récupérer 1", to: mail))
        try recoverer(day, archive).doPending()
        let receipt = try #require(try day.queued().last)
        let references = Message(parsing: receipt.bytes).references + [receipt.messageID]
        let next = try day.take(
            message(
                from: Self.reader,
                text: "récupérer 3",
                fields: ["References: " + references.map { "<\($0)>" }.joined(separator: " ")]
            )
        )
        #expect(next.effects.count == 1)
    }

    @Test("the prefilled link orders without threading fields")
    func link() throws {
        let (day, mail, _) = try recap()
        let html = try #require(Message(parsing: mail.bytes).html)
        let start = try #require(html.range(of: "mailto:incubateur@anct.example?"))
        let link = html[start.upperBound...].prefix { $0 != "\"" }
            .replacingOccurrences(of: "&amp;", with: "&")
        let parts = try #require(URLComponents(string: "?\(link)")?.queryItems)
        let subject = try #require(parts.first { $0.name == "subject" }?.value)
        let body = try #require(parts.first { $0.name == "body" }?.value)
        #expect(subject == "récupérer 1")
        let decision = try day.take(message(from: Self.reader, text: body))
        #expect(decision.effects.count == 1)
    }

    @Test(
        "a quoted recap is not taken for a mail that is handed on",
        arguments: [
            "Le 8 sept. 2026 à 08:30, Incubateur des Territoires a écrit :",
            "De : Incubateur des Territoires <incubateur@anct.example>\n"
                + "Envoyé : mardi 8 septembre 2026 08:30\nÀ : nadia@anct.example\n"
                + "Objet : Guichet, mardi 8 sept.",
            "-----Message d'origine-----\nDe : incubateur@anct.example\nObjet : Guichet",
        ]
    )
    func quoted(header: String) throws {
        // The reader of the recap is a member of staff too.
        let day = try RecapDay(readers: [TestOffice.staff])
        try day.take(Self.request)
        try day.set("2026-09-08", 8, 30)
        let mail = try #require(try day.look().first)
        let quotation = text(mail).split(separator: "\n", omittingEmptySubsequences: false)
            .map { header.hasPrefix("Le") ? "> \($0)" : "\($0)" }.joined(separator: "\n")
        let reply = order(
            "récupérer 1\n\n\(header)\n\n\(quotation)",
            to: mail,
            from: TestOffice.staff.addrSpec
        )
        let decision = try day.take(reply)
        #expect(decision.disposition == .staffCommand)
        #expect(decision.effects.count == 1)
    }

    @Test("a mail that staff handed on, and that was set aside, is answered to who wrote it")
    func handedOn() throws {
        let day = try RecapDay()
        let forward = message(
            from: TestOffice.staff.addrSpec,
            subject: "TR: catalogue",
            text: """
                Pour toi.

                De : Odile Caron <odile@mairie-x.example>
                Envoyé : lundi 7 septembre 2026 10:12
                À : equipe@anct.example
                Objet : catalogue

                \(RecapTests.request)
                """,
            fields: ["List-Id: <equipe.anct.example>"]
        )
        #expect(try day.take(forward).disposition == .automatic)
        try day.set("2026-09-08", 8, 30)
        let mail = try #require(try day.look().first)
        try day.take(order("récupérer 1", to: mail))
        try recoverer(day, TestArchive([forward])).doPending()
        let answer = try #require(try day.queued().first { $0.role == .reply })
        #expect(answer.isHeld)
        #expect(answer.forwardPaths == ["odile@mairie-x.example"])
    }

    // MARK: Authority

    @Test(
        "nobody else's word takes anything back",
        arguments: [
            (TestOffice.staff.addrSpec, 0.0, "seule la personne"), (reader, 31, "plus de 30 jours"),
        ]
    )
    func refused(from: String, days: Double, words: String) throws {
        let (day, mail, _) = try recap()
        day.clock.now += days * 86_400
        let decision = try day.take(order("récupérer 1", to: mail, from: from))
        #expect(decision.disposition == .staffCommand)
        #expect(decision.effects.isEmpty)
        #expect(text(decision.mails.first).contains(words))
    }

    @Test(
        "a stranger, two authors, a failed DMARC and an absence notice order nothing",
        arguments: [
            ("x@ailleurs.example", [], Disposition.newCase),
            ("\(reader), x@ailleurs.example", [], .newCase),
            (reader, ["Authentication-Results: mx.anct.example; dmarc=fail"], .newCase),
            (reader, ["Auto-Submitted: auto-replied"], .automatic),
        ] as [(String, [String], Disposition)]
    )
    func stranger(from: String, fields: [String], disposition: Disposition) throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        var settings = TestOffice.settings(store: store)
        settings.trustedServers = ["mx.anct.example"]
        let instruments = try Instruments(settings: settings, gazetteer: nil, today: RecapDay.start)
        let (day, mail, _) = try recap()
        day.office.use(instruments)
        let decision = try day.take(order("récupérer 1", to: mail, from: from, fields: fields))
        #expect(decision.disposition == disposition)
        #expect(decision.effects.isEmpty)
        #expect(try day.office.register().recaps.pendingRecoveries.isEmpty)
    }

    @Test("a token made up, or of another recap's reader, orders nothing")
    func forged() throws {
        let (day, mail, _) = try recap()
        let forged = mail.messageID.replacing("recap-20260908.1", with: "recap-20260908.2")
        let decision = try day.take(
            message(from: Self.reader, text: "récupérer 1", fields: ["In-Reply-To: <\(forged)>"])
        )
        #expect(decision.effects.isEmpty)
        #expect(decision.disposition == .newCase)
    }

    @Test("words that are no order change nothing, and a robot is not told for ever")
    func notUnderstood() throws {
        let (day, mail, _) = try recap()
        var receipts = 0
        for round in 1...40 {
            let decision = try day.take(order("Merci, bien reçu, \(round).", to: mail))
            #expect(decision.disposition == .staffCommand)
            #expect(decision.effects.isEmpty)
            receipts += decision.mails.count
        }
        #expect(receipts == Budget().recapReceipts)
        #expect(try day.office.register().cases.isEmpty)
    }

    @Test("a message of staff that is taken back is a note, and orders nothing")
    func staffNote() throws {
        let day = try RecapDay()
        let opened = try day.take(message(text: RecapTests.request))
        let summary = try #require(opened.mails.last)
        let note = message(
            from: TestOffice.staff.addrSpec,
            text: "envoyer",
            fields: ["In-Reply-To: <\(summary.messageID)>", "Auto-Submitted: auto-replied"]
        )
        #expect(try day.take(note).disposition == .automatic)
        try day.set("2026-09-08", 8, 30)
        let mail = try #require(try day.look().first)
        try day.take(order("récupérer 1", to: mail))
        try recoverer(day, TestArchive([note])).doPending()
        let register = try day.office.register()
        #expect(register.cases.count == 1)
        #expect(
            register.recaps.recovery(of: Message(parsing: note).sha256)?.caseNumber
                == opened.caseNumber
        )
        #expect(register.lastRelease(in: try #require(opened.caseNumber)) == nil)
    }

    @Test("a complement that a gateway spoilt joins its case")
    func complement() throws {
        let day = try RecapDay()
        let opened = try day.take(message(text: RecapTests.request, id: "un"))
        let late = message(
            text: "Voici mon numéro : 02 61 91 33 50.",
            fields: ["In-Reply-To: <un@ville-x.example>", "Precedence: list"]
        )
        #expect(try day.take(late).disposition == .automatic)
        try day.set("2026-09-08", 8, 30)
        let mail = try #require(try day.look().first)
        try day.take(order("récupérer 1", to: mail))
        try recoverer(day, TestArchive([late])).doPending()
        let number = try #require(opened.caseNumber)
        let dossier = try #require(try day.office.register().cases[number])
        #expect(dossier.requester.phone != nil)
        let update = try day.queued().last { $0.role == .staffSummary }
        #expect(text(update).contains("RÉCUPÉRÉ  écarté le"))
    }

    // MARK: What may go wrong

    @Test("what is no longer in the mailbox is said so")
    func gone() throws {
        let (day, mail, _) = try recap()
        try day.take(order("récupérer 2", to: mail))
        let recoverer = recoverer(day, TestArchive())
        try recoverer.doPending()
        #expect(text(try day.queued().last).contains("le message n'est plus dans la boîte"))
        #expect(try day.office.register().cases.isEmpty)
        let asked = try recoverer.takeBack("2", by: "guichet recover (a)")
        #expect(!asked.isDone)
        #expect(asked.sentence.contains("n'est plus dans la boîte"))
    }

    @Test("while the mailbox is away the order waits, also over a restart")
    func away() throws {
        let (day, mail, archive) = try recap()
        archive.fail(TransportError(.unreachable, "no route", isTransient: true))
        try day.take(order("récupérer 1", to: mail))
        let first = recoverer(day, archive)
        try first.doPending()
        try first.doPending()
        #expect(archive.fetchCount == 1, "not asked again at once")
        try day.restart()
        archive.fail(nil)
        try recoverer(day, archive).doPending()
        #expect(try day.office.register().cases.count == 1)
        #expect(try day.queued().last?.role == .orderReceipt)
    }

    @Test("a command takes back by number and by Message-ID, once")
    func command() throws {
        let (day, _, archive) = try recap()
        let recoverer = recoverer(day, archive)
        let done = try recoverer.takeBack("<demande@ville-x.example>", by: "guichet recover (a)")
        #expect(done.isDone)
        #expect(done.sentence.contains("case 2026-00001"))
        let again = try recoverer.takeBack("1", by: "guichet recover (b)")
        #expect(again.isDone)
        #expect(again.sentence.contains("guichet recover (a) took it back"))
        #expect(try !recoverer.takeBack("9", by: "x").isDone)
        #expect(try !recoverer.takeBack("inconnu@x.example", by: "x").isDone)
        #expect(try day.queued().allSatisfy { $0.role != .orderReceipt })
        // As a command asks a service that holds the store.
        let requests = Requests(store: day.store)
        let ticket = try requests.post(.recovery(Requests.Recovery(message: "3", by: "c\nd")))
        try day.office.doRequests(at: day.clock.now, recoverer: recoverer)
        #expect(requests.takeAnswer(ticket)?.isDone == true)
        let spam = Message(parsing: Self.spam).sha256
        let outcome = try day.office.register().recaps.recovery(of: spam)
        #expect(outcome?.recovery.request.by == "c d")
        #expect(outcome?.recovery.disposition == .spam)
    }

    @Test("taken back once, wherever the power fails")
    func cutAtEveryLine() throws {
        let (day, mail, archive) = try recap()
        try day.take(order("récupérer 1 et 3", to: mail, id: "ordre"))
        try recoverer(day, archive).doPending()
        let expected = try types(day.store)
        #expect(expected["message.recovered"] == 2)
        let bytes = [UInt8](try Data(contentsOf: try journalFile(day.store)))
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        let recapEnd = try #require(
            ends.first {
                String(decoding: bytes.prefix($0), as: UTF8.self).contains("recap-20260908.1.")
            }
        )
        for end in ends where end >= recapEnd {
            let store = TestOffice.temporaryFolder()
            defer { try? FileManager.default.removeItem(at: store) }
            try FileManager.default.copyItem(at: day.store, to: store)
            try Data(bytes.prefix(end)).write(to: try journalFile(store))
            for _ in 1...2 {
                let office = try TestOffice.open(store)
                defer { office.close() }
                // The order is taken from the mailbox again where it was not filed.
                _ = try office.take(
                    [Arrival(bytes: order("récupérer 1 et 3", to: mail, id: "ordre"))],
                    at: day.clock.now
                )
                let recoverer = Recoverer(
                    office: office,
                    source: archive,
                    clock: day.clock,
                    log: .silent
                )
                try recoverer.doPending()
            }
            let after = try types(store)
            for type in ["message.recovered", "case.opened", "recovery.asked", "mail.queued"] {
                #expect(after[type] == expected[type], "\(type), cut at \(end)")
            }
        }
    }

    private func types(_ store: URL) throws -> [String: Int] {
        var types: [String: Int] = [:]
        try JournalReader(store: store).replay { types[$0.type, default: 0] += 1 }
        return types
    }

    // MARK: In the mailbox

    @Test(
        "the message is found where the mark put it",
        arguments: [Settings.Mark.none, .keyword, .move(folder: "Traités")]
    )
    func marks(mark: Settings.Mark) throws {
        let mailbox = try TestMailbox(messages: 0)
        defer { mailbox.server.stop() }
        let session = try IMAPSession(mailbox.connection)
        try session.createMailbox("Traités")
        session.logout()
        let nameless = Array(
            "From: a@ville.example\r\nSubject: x\r\nPrecedence: bulk\r\n\r\nBonjour\r\n".utf8
        )
        for bytes in [nameless, Self.request] {
            mailbox.server.deliver(bytes, to: TestMailbox.address, internalDate: RecapDay.start)
        }
        try TestOffice.with { office in
            var settings = Settings.Mailbox(connection: mailbox.connection, name: "INBOX")
            settings.start = .all
            settings.mark = mark
            let reader = try MailboxReader(
                settings: settings,
                office: office,
                clock: TestClock(RecapDay.start),
                log: .silent,
                wake: nil
            )
            let arrivals = try reader.nextBatch()
            let decisions = try office.take(arrivals, at: RecapDay.start)
            #expect(decisions.allSatisfy { $0.disposition == .automatic })
            try reader.markFiled(arrivals.compactMap(\.position))
            let stock = try reader.stock()
            let left = mark == .move(folder: "Traités") ? 0 : 2
            #expect(stock == MailboxStock(messages: left, filed: left, leftAlone: 0))
            reader.logout()
            let archive = SetAsideArchive(settings: settings)
            for message in try office.register().recaps.setAside {
                let found = try #require(try archive.fetch(message))
                #expect(Message(parsing: found.bytes).sha256 == message.sha256)
                #expect(found.position?.mailbox == (left == 0 ? "Traités" : "INBOX"))
                var other = message
                other.sha256 = "0"
                #expect(try archive.fetch(other) == nil, "another message under this name")
            }
            let recoverer = Recoverer(
                office: office,
                source: archive,
                clock: TestClock(RecapDay.start),
                log: .silent
            )
            let answer = try recoverer.takeBack("demande@ville-x.example", by: "essai")
            #expect(answer.isDone)
            let held = try office.register().heldAnswers(in: CaseNumber(year: 2026, sequence: 1))
            #expect(held.map(\.role) == [.reply], "our own mark is no reason for silence")
            // What a person deletes is gone.
            let deleting = try IMAPSession(mailbox.connection)
            _ = try deleting.select(left == 0 ? "Traités" : "INBOX")
            _ = try deleting.delete(try deleting.uidSearch("ALL"))
            deleting.logout()
            #expect(try archive.fetch(try #require(office.register().recaps.setAside.first)) == nil)
        }
    }

    @Test("what came before the start, and what is not filed yet, is counted apart")
    func stock() throws {
        let mailbox = try TestMailbox(messages: 5)
        defer { mailbox.server.stop() }
        mailbox.server.faults.unfetchable = [4]
        try TestOffice.with { office in
            var settings = Settings.Mailbox(connection: mailbox.connection, name: "INBOX")
            settings.start = .uid(3)
            settings.mark = .none
            let reader = try MailboxReader(
                settings: settings,
                office: office,
                clock: TestClock(),
                log: .silent,
                wake: nil
            )
            _ = try office.take(try reader.nextBatch(), at: TestOffice.morning)
            let stock = try reader.stock()
            #expect(stock == MailboxStock(messages: 5, filed: 2, leftAlone: 2))
            #expect(stock.missing == 1)
        }
    }
}
