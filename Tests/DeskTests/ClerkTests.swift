import Casework
import Desk
import Foundation
import Intake
import Mail
import Testing
import Transport

@Suite("The clerk") struct ClerkTests {
    private static let storeRequest = """
        Bonjour,

        Nous souhaitons consulter le catalogue Territoires Store et la liste des services \
        numériques disponibles pour notre mairie.

        Cordialement,
        Marie Vial
        Mairie de Lannion
        """
    private static let unclear = """
        Bonjour,

        Je suis le maire de Lannion. La sous-préfète m'a dit de voir avec vous. Que pouvez-vous \
        faire pour notre commune ? Avons-nous droit à une aide ?

        Marie Vial, mairie de Lannion
        """

    private func take(_ office: Office, _ bytes: [UInt8], flags: Set<String> = [], age: Double = 0)
        throws -> Decision
    {
        let arrival = Arrival(
            internalDate: TestOffice.morning.addingTimeInterval(-age * 86_400),
            flags: flags,
            bytes: bytes
        )
        return try #require(try office.take([arrival], at: TestOffice.morning).first)
    }

    @Test("a request opens a case, is answered, and staff are told")
    func request() throws {
        try TestOffice.with { office in
            let decision = try take(office, message(text: Self.storeRequest))
            #expect(decision.disposition == .newCase)
            #expect(decision.caseNumber == CaseNumber(year: 2026, sequence: 1))
            #expect(decision.classification?.offers == [.store])
            #expect(decision.mails.map(\.role) == [.reply, .staffSummary])
            #expect(decision.mails[0].forwardPaths == ["marie@ville-x.example"])
            #expect(decision.mails[0].reversePath == "incubateur@anct.example")
            #expect(decision.mails[0].subject == "Re: Logiciel [2026-00001]")
            #expect(decision.mails[1].forwardPaths == ["equipe@anct.example"])
            #expect(decision.mails[1].subject.hasPrefix("[2026-00001] Store - "))
        }
    }

    @Test("our mail is marked as automatic and answers theirs")
    func headers() throws {
        try TestOffice.with { office in
            let decision = try take(office, message(text: Self.storeRequest, id: "abc"))
            let reply = Message(parsing: decision.mails[0].bytes)
            #expect(reply.field("Auto-Submitted") == "auto-replied")
            #expect(reply.inReplyTo == ["abc@ville-x.example"])
            #expect(reply.references == ["abc@ville-x.example"])
            #expect(reply.replyTo.map(\.addrSpec) == ["incubateur@anct.example"])
            #expect(reply.defects.isEmpty)
            let summary = Message(parsing: decision.mails[1].bytes)
            #expect(summary.field("Auto-Submitted") == "auto-generated")
            #expect(summary.inReplyTo.isEmpty)
        }
    }

    @Test(
        "no answer leaves, and staff read why",
        arguments: [
            ("\\Answered", "", 0.0), ("\\ANSWERED", "", 0), ("guichetfiled", "", 0), ("", "", 11),
            ("", "Equipe <EQUIPE@anct.example>", 0),
        ]
    )
    func unanswered(flag: String, from: String, age: Double) throws {
        try TestOffice.with { office in
            let bytes =
                from.isEmpty
                ? message(text: Self.storeRequest) : message(from: from, text: Self.storeRequest)
            let decision = try take(office, bytes, flags: flag.isEmpty ? [] : [flag], age: age)
            #expect(decision.disposition == .newCase)
            #expect(decision.mails.map(\.role) == [.staffSummary])
            let reason = try #require(decision.receipt.reason)
            let summary = Message(parsing: decision.mails[0].bytes).text
            #expect(summary.contains(reason), "\(reason) is not in \(summary)")
        }
    }

    @Test("mail of ten days is answered still; without a limit, any")
    func age() throws {
        try TestOffice.with { office in
            let decision = try take(office, message(text: Self.storeRequest), age: 9.9)
            #expect(decision.mails.first?.role == .reply)
        }
        try TestOffice.with(answerWithinDays: 0) { office in
            let decision = try take(office, message(text: Self.storeRequest), age: 900)
            #expect(decision.mails.first?.role == .reply)
        }
    }

    @Test("the same message twice is one case and one answer")
    func duplicate() throws {
        try TestOffice.with { office in
            let bytes = message(text: Self.storeRequest)
            let traced = Array("Received: from elsewhere\r\n".utf8) + bytes
            let decisions = try office.take(
                [Arrival(bytes: bytes), Arrival(bytes: traced)],
                at: TestOffice.morning
            )
            #expect(decisions.map(\.disposition) == [.newCase, .duplicate])
            #expect(decisions[1].mails.isEmpty)
            #expect(decisions[1].caseNumber == decisions[0].caseNumber)
        }
    }

    @Test(
        "the same text in a new mail within two days is the same request",
        arguments: [(1.0, Disposition.duplicate), (47, .duplicate), (49, .newCase)]
    )
    func sameText(hours: Double, expected: Disposition) throws {
        try TestOffice.with { office in
            let first = try take(office, message(text: Self.storeRequest))
            let later = TestOffice.morning.addingTimeInterval(hours * 3_600)
            let again = message(
                subject: "Relance",
                text: Self.storeRequest.replacingOccurrences(of: "\n\n", with: " \n")
            )
            let second = try #require(try office.take([Arrival(bytes: again)], at: later).first)
            #expect(second.disposition == expected)
            #expect((second.caseNumber == first.caseNumber) == (expected == .duplicate))
            #expect(second.mails.isEmpty == (expected == .duplicate))
            let colleague = message(from: "luc@ville-x.example", text: Self.storeRequest)
            let other = try #require(try office.take([Arrival(bytes: colleague)], at: later).first)
            #expect(other.disposition == .newCase)
        }
    }

    @Test("own mail that comes back is set aside")
    func ownLoop() throws {
        try TestOffice.with { office in
            let decision = try take(
                office,
                message(from: "incubateur@anct.example", text: Self.storeRequest)
            )
            #expect(decision.disposition == .setAside)
            #expect(decision.mails.isEmpty)
        }
    }

    @Test("an absence notice is filed without a case and without an answer")
    func automatic() throws {
        try TestOffice.with { office in
            let decision = try take(
                office,
                message(
                    subject: "Absence",
                    text: "Je suis absente.",
                    fields: ["Auto-Submitted: auto-replied"]
                )
            )
            #expect(decision.disposition == .automatic)
            #expect(decision.caseNumber == nil)
            #expect(decision.mails.isEmpty)
        }
    }

    @Test("a fourth request in a day from one address is filed and not answered")
    func budget() throws {
        try TestOffice.with { office in
            let roles = try (1...4).map { index in
                try take(office, message(text: "École \(index). " + Self.storeRequest))
                    .mails.map(\.role)
            }
            #expect(roles.prefix(3).allSatisfy { $0 == [.reply, .staffSummary] })
            #expect(roles[3] == [.staffSummary])
        }
    }

    @Test(
        "the answer to the question settles the case",
        arguments: [
            ("2", [Offer.startup]), ("1 et 3", [.investigation, .store]),
            ("Plutôt le catalogue Territoires Store, la liste des services", [.store]),
        ]
    )
    func clarified(text: String, offers: [Offer]) throws {
        try TestOffice.with { office in
            let first = try take(office, message(text: Self.unclear))
            #expect(first.mails.map(\.role) == [.clarification, .staffSummary])
            let second = try take(
                office,
                message(
                    text: text,
                    fields: ["In-Reply-To: <\(first.mails[0].messageID)>"]
                )
            )
            #expect(second.disposition == .followUp)
            #expect(second.caseNumber == first.caseNumber)
            #expect(second.mails.map(\.role) == [.reply, .staffSummary])
            #expect(second.mails.first?.offers == offers)
            // One subject for staff, whatever the case has become.
            #expect(second.mails.last?.subject == first.mails.last?.subject)
        }
    }

    @Test("the question is put once", arguments: ["0", "Je ne sais pas, appelez-moi."])
    func undecided(text: String) throws {
        try TestOffice.with { office in
            let first = try take(office, message(text: Self.unclear))
            let reply = ["In-Reply-To: <\(first.mails[0].messageID)>"]
            let second = try take(office, message(text: text, fields: reply))
            #expect(second.disposition == .followUp)
            #expect(second.mails.map(\.role) == [.staffSummary])
            let third = try take(office, message(text: "Bonjour, des nouvelles ?", fields: reply))
            #expect(third.mails.map(\.role) == [.staffSummary])
        }
    }

    @Test("an answer is corrected by a figure, and an erasure asked for is named to staff")
    func corrected() throws {
        try TestOffice.with { office in
            let first = try take(office, message(text: Self.storeRequest))
            #expect(first.mails.first?.offers == [.store])
            let reply = ["In-Reply-To: <\(first.mails[0].messageID)>"]
            let second = try take(office, message(text: "Plutôt le 2.", fields: reply))
            #expect(second.mails.map(\.role) == [.reply, .staffSummary])
            #expect(second.mails.first?.offers == [.startup])
            let third = try take(
                office,
                message(text: "En application du RGPD, effacez mes données.", fields: reply)
            )
            #expect(third.mails.map(\.role) == [.staffSummary])
            let update = try Message(parsing: #require(third.mails.last).bytes).text
            #expect(update.contains("sous un mois") && !update.contains("rappeler"))
        }
    }

    @Test("a complement joins its case; a stranger who quotes its number opens another")
    func followUp() throws {
        try TestOffice.with { office in
            let first = try take(office, message(text: Self.storeRequest))
            let complement = try take(
                office,
                message(subject: "Re: Logiciel [2026-00001]", text: "Voici mon numéro.")
            )
            #expect(complement.disposition == .followUp)
            #expect(complement.caseNumber == first.caseNumber)
            #expect(complement.mails.map(\.role) == [.staffSummary])
            let stranger = try take(
                office,
                message(
                    from: "x@ailleurs.example",
                    subject: "Re: Logiciel [2026-00001]",
                    text: Self.storeRequest
                )
            )
            #expect(stranger.disposition == .newCase)
            #expect(stranger.caseNumber != first.caseNumber)
            let summary = Message(parsing: try #require(stranger.mails.last).bytes).text
            #expect(summary.contains("2026-00001"))
            let reply = Message(parsing: stranger.mails[0].bytes)
            #expect(!reply.text.contains("2026-00001"))
        }
    }

    @Test("what staff answer to a summary stays inside")
    func staffNote() throws {
        try TestOffice.with { office in
            let first = try take(office, message(text: Self.storeRequest))
            let summary = try #require(first.mails.last)
            let note = try take(
                office,
                message(
                    from: "Equipe <equipe@anct.example>",
                    text: "Je l'appelle demain.",
                    fields: ["In-Reply-To: <\(summary.messageID)>"]
                )
            )
            #expect(note.disposition == .staffCommand)
            #expect(note.caseNumber == first.caseNumber)
            #expect(note.mails.isEmpty)
        }
    }

    @Test("held answers are composed, shown to staff, and not due")
    func held() throws {
        try TestOffice.with(holdsAnswers: true) { office in
            let decision = try take(office, message(text: Self.storeRequest))
            #expect(decision.mails[0].isHeld)
            let summary = Message(parsing: decision.mails[1].bytes).text
            #expect(summary.contains("Votre dossier : 2026-00001"))
            let due = try office.claimDue(atMost: 10, at: TestOffice.morning)
            #expect(due.map(\.role) == [.staffSummary])
        }
    }

    @Test("a bounce of our answer tells staff, one of a summary does not")
    func bounce() throws {
        try TestOffice.with { office in
            let first = try take(office, message(text: Self.storeRequest))
            let bounced = try take(office, Self.bounce(of: first.mails[0].messageID))
            #expect(bounced.disposition == .bounce)
            #expect(bounced.caseNumber == first.caseNumber)
            #expect(bounced.mails.map(\.role) == [.alert])
            let text = Message(parsing: try #require(bounced.mails.first).bytes).text
            #expect(text.contains("5.1.1"))
            let other = try take(office, Self.bounce(of: first.mails[1].messageID))
            #expect(other.disposition == .bounce)
            #expect(other.mails.isEmpty)
        }
    }

    private static func bounce(of id: String) -> [UInt8] {
        let text = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example
            To: incubateur@anct.example
            Subject: Undelivered Mail Returned to Sender
            Message-ID: <\(UUID().uuidString)@mx.example>
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            The mail could not be delivered.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; marie@ville-x.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 unknown user

            --b
            Content-Type: text/rfc822-headers

            From: incubateur@anct.example
            Message-ID: <\(id)>

            --b--
            """
        return Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8)
    }
}
