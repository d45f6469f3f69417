import Casework
import Correspondence
import Filing
import Foundation
import Intake
import JSONLines
import Mail
import Testing
import Transport

@testable import Desk

/// A desk whose mailbox is a list of messages, with a recap each working day.
final class RecapDay {
    let store: URL
    let clock: TestClock
    private(set) var office: Office
    private var settings: Settings
    private var uid: UInt32 = 0

    /// Tuesday 8 September 2026, 07:00 in Paris.
    static let start = Date(timeIntervalSince1970: 1_788_843_600)
    static let reader = Address(localPart: "nadia", domain: "anct.example")

    init(readers: [Address] = [RecapDay.reader]) throws {
        store = TestOffice.temporaryFolder()
        clock = TestClock(Self.start)
        settings = TestOffice.settings(store: store)
        settings.recapReaders = readers
        settings.mailbox.answerWithinDays = 0
        office = try TestOffice.open(settings)
        let opening = MailboxOpening(
            mailbox: "INBOX",
            uidValidity: 9,
            firstUID: 1,
            notBefore: nil
        )
        try office.open(opening, at: clock.now)
    }

    deinit {
        office.close()
        try? FileManager.default.removeItem(at: store)
    }

    func restart() throws {
        office.close()
        office = try TestOffice.open(settings)
    }

    @discardableResult
    func take(_ bytes: [UInt8]) throws -> Decision {
        uid += 1
        let arrival = Arrival(
            position: MailboxPosition(mailbox: "INBOX", uidValidity: 9, uid: uid),
            internalDate: clock.now,
            bytes: bytes
        )
        return try #require(try office.take([arrival], at: clock.now).first)
    }

    /// What the recap desk does after a scan; the mails that it queued.
    func look() throws -> [QueuedMail] {
        let stock = MailboxStock(messages: Int(uid), filed: Int(uid), leftAlone: 0)
        let record = try office.makeRecap(
            by: RecapSchedule(),
            mailbox: .counted(stock, at: clock.now),
            to: settings.recapRecipients,
            at: clock.now
        )
        guard let record else { return [] }
        return try queued().filter { record.mailIDs.contains($0.id) }
    }

    /// All mails queued so far.
    func queued() throws -> [QueuedMail] {
        var mails: [QueuedMail] = []
        try JournalReader(store: store).replay { line in
            if case .mailQueued(let mail)? = try Event(
                entry: line.body,
                type: line.type,
                case: line.caseNumber
            ) {
                mails.append(mail)
            }
        }
        return mails
    }

    func set(_ day: String, _ hour: Int, _ minute: Int = 0) throws {
        clock.now = try #require(CivilDay(day)).at(hour: hour, minute: minute)
    }

    func automatic(_ number: Int, from: String? = nil, subject: String? = nil) -> [UInt8] {
        message(
            from: from ?? "lettre@veille.example",
            subject: subject ?? "Veille n° \(number)",
            text: "La lettre numéro \(number).",
            fields: ["List-Id: <veille.example>"],
            id: "veille-\(number)"
        )
    }
}

@Suite("The recap") struct RecapTests {
    static let request = """
        Bonjour,

        Nous souhaitons consulter le catalogue Territoires Store et la liste des services \
        numériques disponibles pour notre mairie.

        Marie Vial, mairie de Lannion
        """

    private func text(_ mail: QueuedMail?) -> String {
        mail.map { Message(parsing: $0.bytes).text } ?? ""
    }

    /// No line too wide, nothing that moves a cursor or turns the direction.
    private func checkLayout(_ text: String, _ comment: Comment = "") {
        for line in text.split(separator: "\n") {
            #expect(TextLayout.width(line) <= 78, "\(comment) \(line)")
            #expect(TextLayout.printable(line) == line, "\(comment)")
        }
    }

    @Test("as staff read it")
    func composition() throws {
        let day = try RecapDay()
        try day.set("2026-09-01", 15)
        try day.take(message(text: Self.request))
        let letter = try day.take(
            message(
                from: "maire@cany-barville.example",
                text: "Je suis le maire de Cany-Barville. Que pouvez-vous faire pour nous ? "
                    + "Avons-nous droit à une aide ?"
            )
        )
        try day.set("2026-09-08", 7)
        // Asks for nothing.
        let thanks = "Un petit mot pour vous remercier de votre accompagnement. Merci encore !"
        try day.take(message(from: "a@b.example", subject: "Merci !", text: thanks))
        try day.take(
            message(
                from: "a.martin@y.example",
                subject: "Absence",
                text: "Je suis absente.",
                fields: ["Auto-Submitted: auto-replied"]
            )
        )
        try day.take(day.automatic(1))
        try day.take(day.automatic(1))
        let answer = try #require(letter.mails.first)
        _ = try day.office.claimDue(atMost: 99, at: day.clock.now)
        let reply = SMTPReply(code: 550, text: "5.1.1 <maire@cany-barville.example>: unknown")
        try day.office.settle([answer], [.refused(reply)], at: day.clock.now)
        try day.set("2026-09-08", 8, 30)
        let mails = try day.look()
        #expect(mails.count == 1)
        let recap = try #require(mails.first)
        #expect(
            recap.subject
                == "Guichet, mardi 8 sept. : 2 à prendre, 1 accusé non remis, 3 écartés"
        )
        #expect(recap.forwardPaths == [RecapDay.reader.addrSpec])
        let message = Message(parsing: recap.bytes)
        #expect(message.replyTo.map(\.addrSpec) == ["incubateur@anct.example"])
        #expect(
            message.text == """
                À PRENDRE   2026-00001 Mairie de Lannion (22), store, depuis 5 jours ouvrés
                            2026-00002 Commune de Cany-Barville (76), à préciser, question
                              posée, sans réponse, depuis 5 jours ouvrés

                NON REMIS   2026-00002 maire@cany-barville.example : adresse inconnue
                              (5.1.1)

                ÉCARTÉS     1 : réponse automatique de a.martin@y.example
                                « Absence » (en-tête Auto-Submitted : auto-replied)
                                récupérer 1
                            2 : lettre ou liste de diffusion de lettre@veille.example
                                « Veille n° 1 » (en-tête List-Id : <veille[.]example>)
                                récupérer 2
                            3 : doublon de lettre@veille.example
                                « Veille n° 1 » (le même message a déjà été classé)
                                récupérer 3

                BOÎTE       6 messages, registre 6 : complet. Dernier relevé 8 h 30.

                Un dossier n'est plus « à prendre » dès que quelqu'un de l'équipe répond à son
                résumé, même d'un mot, ou écrit au demandeur avec le service en copie.

                Un message écarté à tort ? Répondre à ce courriel par « récupérer » et ses
                numéros, seuls sur la première ligne : récupérer 2, 5 ou récupérer 4-9.
                Il ouvre un dossier ; sa réponse attendra votre accord.

                """
        )
        checkLayout(message.text)
        let html = try #require(message.html)
        #expect(html.contains(">ÉCARTÉS</dt>"))
        #expect(
            html.contains("mailto:incubateur@anct.example?subject=r%C3%A9cup%C3%A9rer%202&amp;")
        )
    }

    @Test("when nothing happened it comes all the same")
    func empty() throws {
        let day = try RecapDay()
        try day.set("2026-09-08", 8, 30)
        let recap = try #require(try day.look().first)
        #expect(recap.subject == "Guichet, mardi 8 sept. : rien à prendre, rien d'écarté")
        #expect(
            text(recap) == """
                À PRENDRE   rien

                ÉCARTÉS     rien

                BOÎTE       0 message, registre 0 : complet. Dernier relevé 8 h 30.

                """
        )
    }

    @Test("many are grouped by sort, and what is not listed is counted")
    func many() throws {
        let day = try RecapDay()
        for number in 1...40 {
            try day.take(day.automatic(number, from: "lettre\(number % 15)@veille.example"))
        }
        for number in 1...25 {
            let from = "mairie\(number)@ville\(number).example"
            try day.take(message(from: from, text: Self.request + " \(number)"))
        }
        try day.set("2026-09-08", 8, 30)
        let recap = try #require(try day.look().first)
        #expect(recap.subject.hasSuffix(": 25 à prendre, 40 écartés"))
        let text = text(recap)
        checkLayout(text)
        #expect(text.contains("ÉCARTÉS     1-40 : 40 lettres ou listes de diffusion :"))
        #expect(text.contains("lettre1@veille.example 1-3, lettre2@veille.example 4-6"))
        #expect(text.contains("3 autres expéditeurs "))
        #expect(text.contains("2026-00020 "))
        #expect(!text.contains("2026-00021 "))
        #expect(text.contains("et 5 autres, plus récents"))
        // Every one of them has a number.
        let recaps = try day.office.register().recaps
        #expect(recaps.count(of: CivilDay(of: day.clock.now)) == 40)
    }

    @Test("at most fifty are told one by one")
    func atMostFifty() {
        let sorts: [Disposition] = [.spam, .setAside, .refused, .duplicate]
        var messages: [SetAsideMessage] = []
        for number in 1...40 {
            messages.append(Self.setAside(sorts[number % 4], nil, number))
        }
        for number in 1...20 {
            messages.append(
                Self.setAside(.automatic, number % 2 == 0 ? .calendar : .receipt, 100 + number)
            )
        }
        let list = SetAsideList(messages)
        #expect(list.count == 60)
        #expect(list.messages.count == 60)
        #expect(!list.groups.contains { !$0.isTold })
        let content = RecapContent(
            day: CivilDay(year: 2026, month: 9, day: 8),
            waiting: [],
            undelivered: [],
            setAside: list,
            mailbox: .unreadable(lastScan: nil)
        )
        let text = text(
            Self.correspondent()?.recap(content, to: [RecapDay.reader], now: RecapDay.start).first
        )
        checkLayout(text)
        #expect(text.contains("récupérer 50\n"))
        #expect(!text.contains("récupérer 51"))
        #expect(text.contains("et 10 autres (numéros 51 à 60)"))
        #expect(text.contains("ne peut pas être lue en ce moment ; aucun relevé encore."))
    }

    private static func correspondent() -> Correspondent? {
        try? TestOffice.with { $0.correspondent }
    }

    private static func setAside(
        _ disposition: Disposition,
        _ automatic: Screening.AutomaticClass?,
        _ number: Int
    ) -> SetAsideMessage {
        SetAsideMessage(
            Receipt(
                messageID: "\(number)@x.example",
                sha256: "\(number)",
                position: nil,
                from: "a\(number)@x.example",
                subject: "Message \(number)",
                disposition: disposition,
                reason: "raison \(number)",
                automatic: automatic
            ),
            in: nil,
            at: RecapDay.start,
            isCopy: false
        )
    }

    private static let hostile = [
        "\u{1B}[2J\u{7}Effacer\r\n\r\nÀ PRENDRE   rien",
        "\u{202E}gnp.exe\u{202C} \u{2066}x\u{2069} \u{200B}\u{FEFF}",
        String(repeating: "A", count: 300_000), String(repeating: "漢字", count: 400),
        "Z" + String(repeating: "\u{301}\u{316}", count: 500) + "algo",
        "Cliquez https://evil.example/a?b=c ou www.evil.example, mailto:x@y.example, evil.com/x",
        "hxxp://evil。example et javascript:alert(1) et ftp://a.b.c",
        "<a href=\"https://evil.example\">ici</a> &amp; <script>alert(1)</script>",
        "« récupérer 1 » ; récupérer 2", "\u{E000}lien\u{E001}https://evil.example\u{E002}", "   ",
        "{{dossier}} {{> qui}}", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦 \u{1F3F4}\u{E0067}\u{E007F}",
    ]

    @Test("no text of a stranger breaks the layout or makes a link", arguments: hostile)
    func hostileSubject(subject: String) throws {
        var message = Self.setAside(.spam, nil, 1)
        message.subject = subject
        message.reason = subject
        message.from = subject
        let content = RecapContent(
            day: CivilDay(year: 2026, month: 9, day: 8),
            waiting: [],
            undelivered: [
                UndeliveredAnswer(caseNumber: nil, address: subject, reply: subject)
            ],
            setAside: SetAsideList([message]),
            mailbox: .unreadable(lastScan: RecapDay.start)
        )
        let mail = try #require(
            Self.correspondent()?.recap(content, to: [RecapDay.reader], now: RecapDay.start).first
        )
        let text = text(mail)
        checkLayout(text, "\(subject.prefix(40))")
        // The labels stand once each, and in their order.
        let labels = text.split(separator: "\n").filter { $0.first?.isLetter == true }
            .prefix(4).map { $0.prefix { $0 != " " } }
        #expect(labels == ["À", "NON", "ÉCARTÉS", "BOÎTE"])
        for piece in ["://", "www.", "mailto:", "javascript:", "evil.com", "evil.example"] {
            #expect(!text.contains(piece), "\(piece)")
        }
        let html = try #require(Message(parsing: mail.bytes).html)
        #expect(!html.contains("href=\"http"))
        #expect(html.components(separatedBy: "<a ").count == 2)
        #expect(!html.contains("<script"))
        let longest = mail.bytes.split(separator: UInt8(ascii: "\n")).map(\.count).max() ?? 0
        #expect(longest <= 998)
    }

    @Test("every message of the samples that is set aside has its reason")
    func reasons() throws {
        let folder = TestOffice.root.appendingPathComponent("Tests/guichetTests/Fixtures/courrier")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".eml") }.sorted()
        let day = try RecapDay()
        for name in names {
            let data = try Data(contentsOf: folder.appendingPathComponent(name))
            let decision = try day.take(Array(data))
            guard decision.receipt.isSetAside(in: decision.caseNumber) else { continue }
            #expect(decision.receipt.reason?.isEmpty == false, "\(name)")
        }
        try day.set("2026-09-08", 8, 30)
        let text = text(try day.look().first)
        checkLayout(text)
        #expect(try day.office.register().recaps.count(of: CivilDay(of: day.clock.now)) >= 20)
    }

    @Test("a recap that is never made does not keep everything for ever")
    func never() {
        var recaps = Recaps()
        for number in 0..<20_000 {
            let receipt = Receipt(
                messageID: "\(number)@x.example",
                sha256: "\(number)",
                position: nil,
                from: nil,
                subject: nil,
                disposition: .spam,
                reason: nil
            )
            // One an hour, for more than two years.
            let time = RecapDay.start.addingTimeInterval(Double(number) * 3_600)
            recaps.apply(.messageReceived(receipt, nil), at: time, isKnown: false)
        }
        #expect(recaps.setAside.count < 7_000)
        #expect(recaps.allRecoverable.count == recaps.setAside.count)
        #expect(recaps.setAside.count >= Recaps.daysKept * 24)
    }

    // MARK: Once a day

    @Test("at its time, once a day, on working days, whatever is restarted")
    func once() throws {
        let day = try RecapDay()
        try day.set("2026-09-08", 8, 29)
        #expect(try day.look().isEmpty)
        try day.set("2026-09-08", 8, 30)
        #expect(try day.look().count == 1)
        #expect(try day.look().isEmpty)
        try day.restart()
        try day.set("2026-09-08", 18)
        #expect(try day.look().isEmpty)
        // A clock that goes back brings no second one.
        try day.set("2026-09-07", 9)
        #expect(try day.look().isEmpty)
        // One that was wrong by years does not silence it for years.
        try day.set("2031-09-08", 9)
        #expect(try day.look().count == 1)
        try day.set("2026-09-09", 8, 31)
        #expect(try day.look().map(\.id) == ["recap-20260909.1"])
        for weekend in ["2026-09-12", "2026-09-13"] {
            try day.set(weekend, 12)
            #expect(try day.look().isEmpty)
        }
        try day.set("2026-11-11", 12)
        #expect(try day.look().isEmpty)
    }

    @Test("after a pause it comes once, and covers all since the last")
    func pause() throws {
        let day = try RecapDay()
        try day.set("2026-09-11", 8, 30)
        #expect(try day.look().count == 1)
        try day.set("2026-09-11", 17)
        try day.take(day.automatic(1))
        // Off on Monday; back on Tuesday before and after the time.
        try day.restart()
        try day.set("2026-09-15", 7)
        try day.take(day.automatic(2))
        #expect(try day.look().isEmpty)
        try day.set("2026-09-15", 11)
        let late = try #require(try day.look().first)
        #expect(late.subject == "Guichet, mardi 15 sept. : rien à prendre, 2 écartés")
        #expect(try day.look().isEmpty)
        try day.set("2026-09-16", 8, 30)
        #expect(try day.look().first?.subject.hasSuffix("rien d'écarté") == true)
    }

    @Test("a service that begins after the time sends its first recap the next day")
    func firstDay() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        let office = try TestOffice.open(store)
        defer { office.close() }
        let schedule = RecapSchedule()
        let morning = try #require(CivilDay("2026-09-08"))
        let nine = morning.at(hour: 9, minute: 0)
        #expect(try !office.isRecapDue(by: schedule, at: nine))
        _ = try office.take([Arrival(bytes: message(text: Self.request))], at: nine)
        #expect(try !office.isRecapDue(by: schedule, at: nine))
        let next = morning.adding(days: 1)
        #expect(try office.isRecapDue(by: schedule, at: next.at(hour: 8, minute: 30)))
    }

    @Test("each reader gets one of their own, and it is one group of the journal")
    func readers() throws {
        let other = Address(localPart: "bastien", domain: "anct.example")
        let day = try RecapDay(readers: [RecapDay.reader, other])
        try day.set("2026-09-08", 8, 30)
        let mails = try day.look()
        #expect(mails.map(\.forwardPaths) == [[RecapDay.reader.addrSpec], [other.addrSpec]])
        #expect(Set(mails.map(\.messageID)).count == 2)
        var groups: [String: Set<Int>] = [:]
        try JournalReader(store: day.store).replay { line in
            groups[line.type, default: []].insert(line.group)
        }
        #expect(groups["recap.made"] == groups["mail.queued"])
    }

    @Test("a case leaves the list when staff have looked after it, and comes back with news")
    func taken() throws {
        let day = try RecapDay()
        let opened = try day.take(message(text: Self.request, id: "un"))
        func count() throws -> Int { try day.office.register().recaps.waitingCases.count }
        #expect(try count() == 1)
        let summary = try #require(opened.mails.last)
        try day.take(
            message(
                from: TestOffice.staff.addrSpec,
                text: "pris",
                fields: ["In-Reply-To: <\(summary.messageID)>"]
            )
        )
        #expect(try count() == 0)
        try day.take(
            message(text: "Avez-vous du nouveau ?", fields: ["In-Reply-To: <un@ville-x.example>"])
        )
        #expect(try count() == 1)
    }

    @Test("a bounce of an answer stands in the recap once, with its reason in plain words")
    func bounce() throws {
        let day = try RecapDay()
        let opened = try day.take(message(text: Self.request))
        let answer = try #require(opened.mails.first)
        let report = """
            From: MAILER-DAEMON@relais.example
            To: incubateur@anct.example
            Subject: Undelivered Mail Returned to Sender
            Date: Tue, 8 Sep 2026 07:10:00 +0200
            Message-ID: <dsn@relais.example>
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            Mailbox full.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; relais.example

            Final-Recipient: rfc822; marie@ville-x.example
            Action: failed
            Status: 5.2.2
            Diagnostic-Code: smtp; 552 5.2.2 Mailbox full

            --b
            Content-Type: message/rfc822

            Message-ID: <\(answer.messageID)>
            Subject: x

            --b--

            """
        let bytes = Array(report.replacingOccurrences(of: "\n", with: "\r\n").utf8)
        let decision = try day.take(bytes)
        #expect(decision.disposition == .bounce)
        try day.set("2026-09-08", 8, 30)
        let recap = try #require(try day.look().first)
        #expect(recap.subject.contains("1 accusé non remis, rien d'écarté"))
        let line = "NON REMIS   2026-00001 marie@ville-x.example : boîte pleine (5.2.2)"
        #expect(text(recap).contains(line))
        try day.set("2026-09-09", 8, 30)
        let next = text(try day.look().first)
        #expect(!next.contains("NON REMIS"))
    }

    @Test(
        "a recap is made once and leaves once, wherever the power fails",
        arguments: [1, 3]
    )
    func cutAtEveryLine(readers: Int) throws {
        let addresses = (1...readers).map { Address(localPart: "a\($0)", domain: "anct.example") }
        let whole = try RecapDay(readers: addresses)
        try whole.take(message(text: Self.request, id: "un"))
        for number in 1...3 { try whole.take(whole.automatic(number)) }
        try whole.set("2026-09-08", 8, 30)
        #expect(try whole.look().count == readers)
        let delivery = TestDelivery()
        try delivery.sendDue(from: whole.office, clock: whole.clock)
        let file = try journalFile(whole.store)
        let bytes = [UInt8](try Data(contentsOf: file))
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
        // All mail comes before the cuts: what follows the last message is the recap.
        for end in ends where try events(bytes.prefix(end)).contains("message.received") {
            let store = TestOffice.temporaryFolder()
            defer { try? FileManager.default.removeItem(at: store) }
            try FileManager.default.copyItem(at: whole.store, to: store)
            try Data(bytes.prefix(end)).write(to: try journalFile(store))
            let office = try TestOffice.open(store)
            defer { office.close() }
            let again = TestDelivery()
            for _ in 1...2 {
                _ = try office.makeRecap(
                    by: RecapSchedule(),
                    mailbox: .unreadable(lastScan: nil),
                    to: addresses,
                    at: whole.clock.now
                )
                try again.sendDue(from: office, clock: whole.clock)
            }
            let types = try events([UInt8](try Data(contentsOf: try journalFile(store)))[...])
            #expect(types.count { $0 == "recap.made" } == 1, "cut at \(end)")
            let before = try sent(bytes.prefix(end))
            let after = Set(again.accepted.keys.filter { $0.hasPrefix("recap-") }).union(before)
            #expect(after.count == readers, "cut at \(end)")
        }
    }

    private func events(_ bytes: ArraySlice<UInt8>) throws -> [String] {
        try bytes.split(separator: UInt8(ascii: "\n"))
            .map { try JSONReader.object(of: $0).string("type") ?? "" }
    }

    /// Recaps that were sent before.
    private func sent(_ bytes: ArraySlice<UInt8>) throws -> Set<String> {
        Set(
            try bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
                let object = try JSONReader.object(of: line)
                return object.string("type") == "mail.sent" ? object.string("mail_id") : nil
            }.filter { $0.hasPrefix("recap-") }
        )
    }
}

extension Office {
    func register() throws -> Register { try ask { $0 } }
}

func journalFile(_ store: URL) throws -> URL {
    let folder = store.appendingPathComponent("journal")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return folder.appendingPathComponent(try #require(names.first { $0.hasSuffix(".jsonl") }))
}
