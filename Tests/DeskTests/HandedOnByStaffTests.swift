import Casework
import Correspondence
import Desk
import Foundation
import Intake
import Mail
import Testing

/// Mail that a member of staff passes on to the service.
@Suite("Mail handed on by staff") struct HandedOnByStaffTests {
    private static let staff = "Ada Roy <equipe@anct.example>"
    private static let question = """
        Bonjour,

        Nous souhaitons consulter le catalogue Territoires Store et la liste des services \
        numériques disponibles pour notre mairie.

        Marie Vial
        """

    private func forward(
        of writer: String = "Marie Vial <marie@ville-x.example>",
        note: String = "Je l'ai eue au téléphone, nous cherchons à l'aider. Ada",
        subject: String = "TR: cantine",
        text: String = question,
        from: String = staff,
        fields: [String] = []
    ) -> [UInt8] {
        message(
            from: from,
            subject: subject,
            text: """
                \(note)

                De : \(writer)
                Envoyé : lundi 21 septembre 2026 10:12
                À : Ada Roy <equipe@anct.example>
                Objet : la cantine de Lannion

                \(text)
                """,
            fields: fields
        )
    }

    @Test(
        "the writer is the requester, and the answer to the writer waits for staff",
        arguments: ["", "Pour toi.", "Je l'ai eue au téléphone, nous cherchons à l'aider. Ada"]
    )
    func opens(note: String) throws {
        try TestOffice.with { office in
            let decision = try office.take(forward(note: note))
            #expect(decision.disposition == .newCase)
            #expect(decision.mails.map(\.role) == [.reply, .staffSummary])
            let mail = try #require(decision.mails.first)
            #expect(mail.isHeld)
            #expect(mail.forwardPaths == ["marie@ville-x.example"])
            #expect(mail.subject == "Re: la cantine de Lannion [2026-00001]")
            let answer = try #require(decision.answer)
            #expect(answer.inReplyTo.isEmpty && answer.references.isEmpty)
            #expect(answer.text.contains("Un agent de notre équipe nous a transmis votre message"))
            #expect(!answer.text.contains("Vous nous transmettez"))
            let told = decision.told.replacing("\n          ", with: " ")
            #expect(told.hasPrefix("MESSAGE TRANSMIS PAR UN AGENT"))
            #expect(told.contains("TRANSMIS  par Ada Roy <equipe@anct.example>"))
            #expect(told.contains(note.isEmpty ? "sans un mot" : "« \(note) »"))
            #expect(told.contains("QUI       Marie Vial, marie@ville-x.example"))
            #expect(told.contains("en attente de votre accord"))
            #expect(told.contains("Écrire au demandeur : marie@ville-x.example"))
            #expect(told.contains("LA RÉPONSE QUI ATTEND VOTRE ACCORD"))
            let due = try office.claimDue(atMost: 9, at: TestOffice.morning)
            #expect(due.map(\.role) == [.staffSummary])
        }
    }

    @Test("the order `envoyer` lets it go; what the writer says then joins the case")
    func released() throws {
        try TestOffice.with { office in
            let decision = try office.take(forward())
            let summary = try #require(decision.mails.last)
            let order = try office.take(
                message(
                    from: "equipe@anct.example",
                    text: "envoyer",
                    fields: ["In-Reply-To: <\(summary.messageID)>"]
                )
            )
            #expect(order.effects == [.mailReleased(id: "2026-00001.1", by: "equipe@anct.example")])
            let due = try office.claimDue(atMost: 9, at: TestOffice.morning)
            #expect(due.contains { $0.forwardPaths == ["marie@ville-x.example"] })
            let later = try office.take(
                message(subject: "suite [2026-00001]", text: "Et le jeudi aussi.")
            )
            #expect(later.disposition == .followUp)
            let answered = try office.take(
                message(text: "Merci, le mardi.", fields: ["In-Reply-To: <\(due[0].messageID)>"])
            )
            #expect(answered.disposition == .followUp)
        }
    }

    @Test("two colleagues who hand the same mail on open one case, after a restart too")
    func twice() throws {
        let store = TestOffice.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: store) }
        for expected in [Disposition.newCase, .duplicate] {
            let office = try TestOffice.open(store)
            defer { office.close() }
            let decision = try office.take(forward(note: "Pour toi."))
            #expect(decision.disposition == expected)
            #expect(decision.caseNumber == CaseNumber(year: 2026, sequence: 1))
        }
    }

    @Test(
        "where the original may not be written to, no answer is composed, and staff read why",
        arguments: [
            ("Marie Vial", "l'adresse de la personne"), ("", "l'adresse de la personne"),
            ("Marie <marie@>", "l'adresse de la personne"),
            ("Lettre <noreply@ville-x.example>", "sans réponse"),
            ("Lettre <ne-pas-repondre@ville-x.example>", "sans réponse"),
            ("Incubateur <incubateur@anct.example>", "notre propre adresse"),
            ("Incubateur <incubateur+x@anct.example>", "notre propre adresse"),
            ("Ada Roy <EQUIPE@anct.example>", "agent de l'équipe"),
            ("Copieur <copieur@ville-x.example>", "appareil"),
            ("<mailer-daemon@ville-x.example>", "mailer-daemon"),
        ]
    )
    func unanswerable(writer: String, reason: String) throws {
        try TestOffice.with { office in
            let decision = try office.take(forward(of: writer))
            #expect(decision.disposition == .newCase)
            #expect(decision.mails.map(\.role) == [.staffSummary])
            #expect(decision.receipt.reason?.contains(reason) == true)
            let told = decision.told.replacing("\n          ", with: " ")
            #expect(told.contains("par Ada Roy"))
            #expect(told.contains("RÉPONDU   rien : \(decision.receipt.reason ?? "?")"))
            if reason.hasPrefix("l'adresse") { #expect(told.contains("MANQUE    l'adresse")) }
        }
    }

    @Test("a mail that is attached is not read: staff are told what is missing")
    func attached() throws {
        let lines = """
            From: \(Self.staff)
            To: incubateur@anct.example
            Subject: demande
            Date: Tue, 22 Sep 2026 09:00:00 +0200
            Message-ID: <a@anct.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            Voir le courriel joint.
            --b
            Content-Type: message/rfc822
            Content-Disposition: attachment; filename="cantine.eml"

            From: marie@ville-x.example
            Subject: cantine

            \(Self.question)
            --b--

            """
        try TestOffice.with { office in
            let bytes = Array(lines.replacing("\n", with: "\r\n").utf8)
            let decision = try office.take(bytes)
            #expect(decision.disposition == .newCase)
            #expect(decision.mails.map(\.role) == [.staffSummary])
            #expect(decision.told.contains("MANQUE    le courriel joint ne se lit pas"))
        }
    }

    @Test("what staff write themselves, or about a case, is no mail handed on")
    func own() throws {
        try TestOffice.with { office in
            let first = try office.take(message(text: Self.question))
            let number = try #require(first.caseNumber)
            let aboutCase = try office.take(forward(subject: "TR: cantine [\(number)]"))
            #expect(aboutCase.disposition == .staffCommand)
            let inThread = try office.take(
                forward(fields: ["In-Reply-To: <\(first.mails[0].messageID)>"])
            )
            #expect(inThread.disposition == .staffCommand)
            let reply = try office.take(forward(note: "Je vous appelle.", subject: "Re: cantine"))
            #expect(reply.disposition == .newCase)
            #expect(reply.receipt.reason == "écrit par un agent de l'équipe")
            #expect(!reply.told.contains("TRANSMIS"))
            let plain = try office.take(message(from: Self.staff, text: "Le catalogue, une idée ?"))
            #expect(plain.receipt.reason == "écrit par un agent de l'équipe")
        }
    }

    @Test("a mail that only claims to come from staff hands nothing on")
    func forged() throws {
        for (result, isHandedOn) in [("fail", false), ("pass", true), ("none", true)] {
            try TestOffice.with(settings: { $0.trustedServers = [TestOffice.trusted] }) { office in
                let field = "Authentication-Results: mx.anct.example; dmarc=\(result)"
                let decision = try office.take(forward(fields: [field]))
                #expect(decision.disposition == .newCase)
                #expect((decision.answer != nil) == isHandedOn)
                #expect(decision.told.contains("PAR UN AGENT") == isHandedOn)
            }
        }
        try TestOffice.with { office in
            let decision = try office.take(forward(from: "\(Self.staff), x@ailleurs.example"))
            #expect(decision.answer == nil)
            #expect(!decision.told.contains("PAR UN AGENT"))
        }
    }

    @Test("a newsletter that staff hand on is a case for people, and an old one waits for nobody")
    func newsletter() throws {
        try TestOffice.with { office in
            let decision = try office.take(
                forward(
                    of: "Veille <veille@ville-x.example>",
                    text: "Votre lettre d'information. Se désinscrire : https://x.example"
                )
            )
            #expect(decision.disposition == .newCase)
            #expect(decision.classification?.kind == .other)
        }
    }

    @Test("the budget is the writer's")
    func budget() throws {
        try TestOffice.with { office in
            for turn in 1...4 {
                let decision = try office.take(
                    forward(text: "École \(turn). " + Self.question)
                )
                #expect((decision.answer != nil) == (turn < 4))
            }
        }
    }
}
