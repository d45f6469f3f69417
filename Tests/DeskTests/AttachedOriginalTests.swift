import Casework
import Correspondence
import Desk
import Foundation
import Mail
import Testing
import Transport

/// What staff read of the message itself, and whether it goes with the summary.
@Suite("The original") struct AttachedOriginalTests {
    private static func unchanged(_ settings: inout Settings) {}

    private static func attaching(_ settings: inout Settings) { settings.attachesOriginals = true }

    /// Opens an office in a folder of its own for one test.
    private func with<Value>(
        _ change: (inout Settings) -> Void = attaching,
        _ body: (Office, Settings) throws -> Value
    ) throws -> Value {
        var settings = TestOffice.settings(store: TestOffice.temporaryFolder())
        change(&settings)
        defer { try? FileManager.default.removeItem(at: settings.store) }
        let office = try TestOffice.open(settings)
        defer { office.close() }
        return try body(office, settings)
    }

    private static let request =
        "Nous voulons la liste des services du catalogue Territoires Store."

    /// A request with what tests a transport, and a file that fills it up to a size.
    private static func large(_ size: Int) -> [UInt8] {
        let file = "\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n"
        var bytes = message(
            text: "--b\r\n\r\n\(request)\r\n\u{0}\rbare\nélu\r\n" + file,
            fields: ["X-Long: " + String(repeating: "a", count: 1_200)],
            id: "gros"
        )
        let plain = Array("text/plain; charset=utf-8".utf8)
        if let range = bytes.firstRange(of: plain) {
            bytes.replaceSubrange(range, with: Array("multipart/mixed; boundary=b".utf8))
        }
        return bytes + [UInt8](repeating: 0x41, count: max(0, size - bytes.count))
    }

    /// A request with files, each a row of its part's header.
    private static func withFiles(_ files: [String]) -> [UInt8] {
        let text = message(
            subject: "Les papiers \u{202E}de la mairie",
            text: "",
            fields: ["Content-Type: multipart/mixed; boundary=b"]
        )
        let header = String(decoding: text, as: UTF8.self)
            .replacingOccurrences(of: "Content-Type: text/plain; charset=utf-8\r\n", with: "")
        let parts =
            ["Content-Type: text/plain\r\n\r\n\(request)"]
            + files.map { "\($0)\r\n\r\n" + String(repeating: "x", count: 1_000) }
        let body = parts.map { "--b\r\n\($0)\r\n" }.joined()
        return Array((header + body + "--b--\r\n").utf8)
    }

    private static func file(_ name: String, _ type: String = "application/pdf") -> String {
        "Content-Type: \(type)\r\nContent-Disposition: attachment; filename=\"\(name)\""
    }

    /// The lines beside ORIGINAL.
    private func original(_ decision: Decision) -> [String] {
        let lines = decision.told.split(separator: "\n").map(String.init)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("ORIGINAL") }) else { return [] }
        let rest = lines[(start + 1)...].prefix { $0.hasPrefix("          ") }
        return ([lines[start]] + rest).map { String($0.dropFirst(10)) }
    }

    private func take(_ bytes: [UInt8], in mailbox: String?, _ office: Office) throws -> Decision {
        let position = mailbox.map { MailboxPosition(mailbox: $0, uidValidity: 1, uid: 7) }
        let arrival = Arrival(
            position: position,
            internalDate: TestOffice.morning,
            bytes: bytes
        )
        return try #require(try office.take([arrival], at: TestOffice.morning).first)
    }

    private func summaries(_ decision: Decision) -> [QueuedMail] {
        decision.mails.filter { $0.role == .staffSummary }
    }

    @Test("where it lies, what came with it, and by what it is found again")
    func listed() throws {
        let logo =
            "Content-Type: image/png\r\nContent-ID: <l>\r\nContent-Disposition: inline;"
            + " filename=\"logo.png\""
        let files =
            [Self.file("lettre.pdf"), "Content-Type: application/pdf", logo, logo]
            + (1...9).map { Self.file("photo \($0).jpg", "image/jpeg") }
        try with(Self.unchanged) { office, _ in
            let decision = try take(Self.withFiles(files), in: "INBOX", office)
            #expect(
                original(decision) == [
                    "INBOX, 21 sept. 16 h 13, 11 pièces jointes, 2 images dans le texte",
                    "lettre.pdf (PDF, 1 Ko)", "PDF sans nom (1 Ko)",
                    "photo 1.jpg (image, 1 Ko)", "photo 2.jpg (image, 1 Ko)",
                    "photo 3.jpg (image, 1 Ko)", "photo 4.jpg (image, 1 Ko)",
                    "photo 5.jpg (image, 1 Ko)", "photo 6.jpg (image, 1 Ko)", "et 3 autres",
                    "de marie@ville-x.example, objet « Les papiers de la mairie »",
                ]
            )
        }
    }

    @Test(
        "the folder is the one where it lies once it is filed",
        arguments: [
            (nil, nil, "fichier"), (nil, "Traités", "fichier"), ("INBOX", nil, "INBOX"),
            ("INBOX", "Traités", "Traités (reçu dans INBOX)"), ("Traités", "Traités", "Traités"),
        ] as [(String?, String?, String)]
    )
    func place(mailbox: String?, folder: String?, expected: String) throws {
        let change = { (settings: inout Settings) in
            if let folder { settings.mailbox.mark = .move(folder: folder) }
        }
        try with(change) { office, _ in
            let decision = try take(message(text: Self.request), in: mailbox, office)
            let first = try #require(original(decision).first)
            #expect(first == "\(expected), 21 sept. 16 h 13, sans pièce jointe")
        }
    }

    @Test("by default nothing goes with a summary")
    func never() throws {
        try with(Self.unchanged) { office, _ in
            let decision = try office.take(Self.large(2_000))
            #expect(Enclosure(of: try #require(summaries(decision).first).bytes) == nil)
            #expect(!decision.told.contains("joint à ce résumé"))
        }
    }

    @Test(
        "a summary carries the message octet for octet, the answer does not",
        arguments: [2_000, 5_000_000]
    )
    func attached(size: Int) throws {
        try with { office, _ in
            let bytes = Self.large(size)
            let decision = try office.take(bytes)
            let summary = try #require(summaries(decision).first)
            let enclosure = try #require(Enclosure(of: summary.bytes))
            #expect(enclosure.octets == bytes)
            #expect(enclosure.filename == "message-2026-00001.eml")
            #expect(
                original(decision).last
                    == "joint à ce résumé : message-2026-00001.eml (\(size == 2_000 ? "2 Ko" : "5 Mo"))"
            )
            let answer = try #require(decision.mails.first { $0.role.answersRequester })
            #expect(Enclosure(of: answer.bytes) == nil)
        }
    }

    @Test("so does the summary of a complement, and one whose answer waits")
    func complement() throws {
        let change = { (settings: inout Settings) in
            settings.attachesOriginals = true
            settings.holdsAnswers = true
        }
        try with(change) { office, _ in
            let first = try office.take(message(text: Self.request, id: "un"))
            #expect(first.mails.contains { $0.isHeld })
            #expect(Enclosure(of: try #require(summaries(first).first).bytes) != nil)
            let more = message(
                subject: "Re: Logiciel",
                text: "J'ajoute que nous sommes pressés.",
                fields: ["In-Reply-To: <un@ville-x.example>"]
            )
            let second = try office.take(more, hours: 1)
            #expect(second.disposition == .followUp)
            #expect(Enclosure(of: try #require(summaries(second).first).bytes)?.octets == more)
        }
    }

    @Test("one that is too large stays where it is, and staff read so")
    func tooLarge() throws {
        try with { office, _ in
            let decision = try office.take(Self.large(7_200_000))
            #expect(original(decision).last == "trop gros pour être joint (7,2 Mo)")
            #expect(Enclosure(of: try #require(summaries(decision).first).bytes) == nil)
        }
    }

    @Test("mail of machines causes no summary, so nothing is attached")
    func machines() throws {
        try with { office, _ in
            let decision = try office.take(
                message(text: Self.request, fields: ["Auto-Submitted: auto-replied"])
            )
            #expect(decision.mails.isEmpty)
        }
    }

    @Test("in a trial it goes along to the one reader")
    func redirected() throws {
        try with { office, _ in
            let bytes = Self.large(2_000)
            let summary = try #require(summaries(try office.take(bytes)).first)
            let reader = Address(localPart: "testeur", domain: "anct.example")
            let redirected = summary.redirected(to: reader)
            #expect(try #require(Enclosure(of: redirected.bytes)).octets == bytes)
            #expect(Message(parsing: redirected.bytes).text.hasPrefix("ESSAI."))
        }
    }

    // MARK: What servers refuse

    private static let tooBig = DeliveryOutcome.refused(
        SMTPReply(code: 552, enhancedStatus: "5.3.4", text: "message too big")
    )

    @Test(
        "a summary that is refused with the message goes again without, once",
        arguments: [true, false]
    )
    func refused(takesLight: Bool) throws {
        try with { office, settings in
            let delivery = TestDelivery()
            var tried: [QueuedMail] = []
            delivery.answer = { mail in
                guard mail.role == .staffSummary else {
                    return .accepted(SMTPReply(code: 250, text: "Ok"))
                }
                tried.append(mail)
                return Enclosure(of: mail.bytes) == nil && takesLight
                    ? .accepted(SMTPReply(code: 250, text: "Ok")) : Self.tooBig
            }
            let clock = TestClock()
            _ = try office.take([Arrival(bytes: Self.large(2_000))], at: clock.now)
            try delivery.sendDue(from: office, clock: clock)
            #expect(tried.map(\.id) == ["2026-00001.2", "2026-00001.3"])
            #expect(office.outboxCounts.waiting == 0)
            let (heavy, light) = (try #require(tried.first), try #require(tried.last))
            #expect(Enclosure(of: light.bytes) == nil)
            #expect(light.messageID == heavy.messageID)
            #expect(light.forwardPaths == heavy.forwardPaths)
            let (before, after) = (Message(parsing: heavy.bytes), Message(parsing: light.bytes))
            #expect(after.messageID == before.messageID)
            #expect(after.subject == before.subject)
            #expect(after.to == before.to)
            #expect(after.text.hasSuffix(before.text))
            #expect(after.text.contains("(552 5.3.4 message too big)"))
            #expect(try #require(after.html).contains("552 5.3.4 message too big"))
            #expect(after.attachments.isEmpty)
            // The next mail of the case has a name of its own.
            let more = message(
                text: "Autre point.",
                fields: ["In-Reply-To: <gros@ville-x.example>"]
            )
            let next = try office.take(more, hours: 1)
            #expect(summaries(next).map(\.id) == ["2026-00001.4"])
        }
    }

    @Test("a summary in doubt twice goes again without the message")
    func doubtful() throws {
        try with { office, _ in
            let delivery = TestDelivery()
            delivery.answer = { mail in
                Enclosure(of: mail.bytes) == nil
                    ? .accepted(SMTPReply(code: 250, text: "Ok"))
                    : .unknown(TransportError(.closed, "lost after the dot"))
            }
            let clock = TestClock()
            _ = try office.take([Arrival(bytes: Self.large(2_000))], at: clock.now)
            for _ in 0..<3 { try delivery.sendDue(from: office, clock: clock) }
            #expect(delivery.accepted.keys.sorted() == ["2026-00001.1", "2026-00001.3"])
            #expect(office.outboxCounts.waiting == 0)
        }
    }

    @Test("what waits survives a restart with every octet")
    func restart() throws {
        try with { office, settings in
            let bytes = Self.large(200_000)
            _ = try office.take(bytes)
            office.close()
            let again = try TestOffice.open(settings)
            defer { again.close() }
            let due = try again.claimDue(atMost: 10, at: TestOffice.morning)
            let summary = try #require(due.first { $0.role == .staffSummary })
            #expect(try #require(Enclosure(of: summary.bytes)).octets == bytes)
        }
    }
}
