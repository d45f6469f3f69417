import Casework
import Correspondence
import Desk
import Foundation
import Intake
import Mail
import Testing

/// To whom an answer goes, and what of the writer's it may carry.
@Suite("Who is written to") struct AddresseeTests {
    static let request = """
        Bonjour,

        Nous souhaitons consulter le catalogue Territoires Store et la liste des services \
        numériques disponibles pour notre mairie.

        Marie Vial, mairie de Lannion
        06 12 34 56 78
        """
    private static let passed = "Authentication-Results: mx.anct.example; dmarc=pass"

    @Test("From alone is answered, whatever other fields and the text name")
    func fromAlone() throws {
        try TestOffice.with { office in
            let decision = try office.take(
                message(
                    text: Self.request + "\nRépondez à autre@ville-x.example.",
                    fields: [
                        "Reply-To: reply@ailleurs.example", "Sender: sender@ailleurs.example",
                        "Cc: copie@ailleurs.example", "Return-Path: <retour@ailleurs.example>",
                        "Disposition-Notification-To: avis@ailleurs.example",
                        "Resent-From: renvoi@ailleurs.example",
                        "X-Original-From: x@ailleurs.example",
                    ]
                )
            )
            let answer = try #require(decision.answer)
            #expect(answer.to.map(\.addrSpec) == ["marie@ville-x.example"])
            #expect(answer.cc.isEmpty)
            #expect(decision.mails[0].forwardPaths == ["marie@ville-x.example"])
            let written = Set(decision.mails.flatMap(\.forwardPaths))
            #expect(written == ["marie@ville-x.example", "equipe@anct.example"])
        }
    }

    @Test(
        "a From of several, of nobody or without a domain gets no answer, and staff read why",
        arguments: [
            ("marie@ville-x.example, luc@ville-x.example", "plusieurs adresses"),
            ("Elus: marie@ville-x.example, luc@ville-x.example;", "plusieurs adresses"),
            ("jean", "ne peut pas recevoir"), ("\"Marie Vial\" <marie>", "ne peut pas recevoir"),
            ("Elus: ;", "aucune adresse"), ("<>", "aucune adresse"), ("", "aucune adresse"),
            ("equipe@anct.example", "agent de l'équipe"),
            ("EQUIPE@ANCT.EXAMPLE", "agent de l'équipe"),
        ]
    )
    func noAddressee(from: String, reason: String) throws {
        try TestOffice.with { office in
            let decision = try office.take(message(from: from, text: Self.request))
            #expect(decision.disposition == .newCase)
            #expect(decision.answer == nil)
            #expect(decision.receipt.reason?.contains(reason) == true)
            #expect(decision.told.replacing("\n          ", with: " ").contains(reason))
        }
    }

    @Test(
        "one address is one, however it is written",
        arguments: [
            "Elus: marie@ville-x.example;", "marie@ville-x.example, Marie <MARIE@ville-x.example>",
            "\"autre@ailleurs.example\" <marie@ville-x.example>",
            "=?utf-8?q?autre=40ailleurs.example?= <marie@ville-x.example>",
            "autre@ailleurs.example via Liste <marie@ville-x.example>",
            "\"marie@ville-x.example\"", "root, marie@ville-x.example",
        ]
    )
    func oneAddress(from: String) throws {
        try TestOffice.with { office in
            let decision = try office.take(message(from: from, text: Self.request))
            let mail = try #require(decision.mails.first { $0.role == .reply })
            #expect(mail.forwardPaths.map { $0.lowercased() } == ["marie@ville-x.example"])
            let text = String(decoding: mail.bytes, as: UTF8.self)
            #expect(!text.contains("ailleurs"))
        }
    }

    // MARK: What is repeated

    /// What a stranger would have us send to whoever stands in From.
    private static let hostile = message(
        from: "Appelez le 0899 123 456 <victime@ville-x.example>",
        subject: "Votre compte : mal.example, 06 12 34 56 78",
        text: """
            Nous souhaitons consulter le catalogue et la liste des services numériques \
            disponibles pour le chat de notre mairie.
            Appelez-nous entre 9h et 12h.

            Compte Bloqué
            Directeur, mairie de Lannion
            06 12 34 56 78
            """
    )

    @Test("nothing of an unproven writer's is sent on: no name, words, link or number")
    func hostile() throws {
        try TestOffice.with { office in
            let decision = try office.take(Self.hostile)
            let answer = try #require(decision.answer)
            #expect(answer.to == [Address(localPart: "victime", domain: "ville-x.example")])
            #expect(answer.subject == "Re: votre message [2026-00001]")
            for words in [
                "0899", "06 12", "mal.example", "chat", "Bloqué", "compte", "9h",
                "Indiquez-nous un numéro",
            ] {
                #expect(!answer.text.contains(words), "\(words) is in \(answer.text)")
                #expect(answer.html?.contains(words) != true, "\(words)")
            }
            #expect(answer.text.contains("Nous avons noté votre numéro et vos heures."))
            #expect(decision.told.contains("06 12 34 56 78"), "staff need it")
        }
    }

    @Test("a writer for whom a trusted server vouches reads his own words again")
    func authenticated() throws {
        let text = """
            Bonjour,

            nous voulons la liste des services numériques disponibles pour nos écoles.

            Marie Vial, mairie de Lannion
            06 12 34 56 78
            """
        for (field, isAuthenticated) in [
            (Self.passed, true), ("Authentication-Results: mx.ailleurs.example; dmarc=pass", false),
        ] {
            try TestOffice.withSettings(trustedServers: [TestOffice.trusted]) { office in
                let decision = try office.take(
                    message(subject: "voir ville-x.example", text: text, fields: [field])
                )
                let answer = try #require(decision.answer)
                #expect(answer.text.contains("Vous écrivez : «") == isAuthenticated)
                #expect(answer.text.contains("06 12 34 56 78") == isAuthenticated)
                #expect((answer.to.first?.displayName == "Marie Vial") == isAuthenticated)
                #expect(answer.subject?.contains("ville-x.example") == isAuthenticated)
            }
        }
    }

    @Test("of several authors none is proven, though DMARC passed for one")
    func severalAuthors() throws {
        try TestOffice.withSettings(trustedServers: [TestOffice.trusted]) { office in
            let decision = try office.take(
                message(
                    from: "marie@ville-x.example, luc@ville-x.example",
                    text: Self.request,
                    fields: [Self.passed]
                )
            )
            #expect(decision.answer == nil)
        }
    }

    // MARK: Forwards

    private static let forward = """
        Pour suite à donner.

        De : Luc Morin <luc@ailleurs.example>
        Envoyé : lundi 21 septembre 2026 10:12
        À : Marie Vial <marie@ville-x.example>
        Cc : anne@ailleurs.example
        Objet : catalogue

        Bonjour,
        Nous voulons la liste des services du catalogue Territoires Store pour la commune.
        Luc Morin
        """

    @Test("a forward is answered to the forwarder, who asked named where he is proven")
    func forwarded() throws {
        for (fields, isNamed) in [([Self.passed], true), ([], false)] {
            try TestOffice.withSettings(trustedServers: [TestOffice.trusted]) { office in
                let decision = try office.take(
                    message(subject: "TR: catalogue", text: Self.forward, fields: fields)
                )
                let answer = try #require(decision.answer)
                #expect(answer.to.map(\.addrSpec) == ["marie@ville-x.example"])
                #expect(answer.text.contains("Cette réponse n'est envoyée qu'à vous"))
                #expect(answer.text.contains("Luc Morin") == isNamed)
                let written = Set(decision.mails.flatMap(\.forwardPaths))
                #expect(written == ["marie@ville-x.example", "equipe@anct.example"])
            }
        }
    }

    // MARK: Devices

    @Test(
        "what a copier sends opens a case with its document, and nobody is answered",
        arguments: [
            ("copieur@ville-x.example", "Message de \"RNP002673\"", ""),
            (
                "Scan <scan-to-mail@ville-x.example>", "Scanned from a Xerox",
                """
                Please open the attached document. It was scanned and sent to you using a Xerox \
                Multifunction Printer. Attachment File Type: pdf, Multi-Page. Multifunction Printer \
                Location: mairie. Device Name: XRX9C934E. For more information on Xerox products \
                and solutions, please visit http://www.xerox.example
                """
            ),
            ("fax@ville-x.example", "Télécopie reçue", "1 page"),
            ("scan@ville-x.example", "courrier", "Bonjour, pouvez-vous nous rappeler ? Le maire"),
            ("imprimante.accueil@ville-x.example", "", "Numérisation"),
        ]
    )
    func device(from: String, subject: String, text: String) throws {
        try TestOffice.with { office in
            let decision = try office.take(Self.scan(from: from, subject: subject, text: text))
            #expect(decision.disposition == .newCase)
            #expect(decision.mails.map(\.role) == [.staffSummary])
            #expect(decision.told.hasPrefix("COURRIER JOINT : À LIRE"))
            #expect(decision.told.contains("20260922.pdf"))
            #expect(decision.told.contains("lire le courrier joint"))
            #expect(decision.receipt.reason?.contains("appareil") == true)
            #expect(!decision.told.contains("Écrire au demandeur"))
        }
    }

    private static func scan(from: String, subject: String, text: String) -> [UInt8] {
        let lines = """
            From: \(from)
            To: incubateur@anct.example
            Subject: \(subject)
            Date: Tue, 22 Sep 2026 09:00:00 +0200
            Message-ID: <\(UUID().uuidString)@ville-x.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            \(text)
            --b
            Content-Type: application/pdf; name="20260922.pdf"
            Content-Disposition: attachment; filename="20260922.pdf"
            Content-Transfer-Encoding: base64

            JVBERi0xLjQK
            --b--

            """
        return Array(lines.replacing("\n", with: "\r\n").utf8)
    }

    // MARK: Robots

    @Test("an absence of staff is filed, and nobody is told")
    func absenceOfStaff() throws {
        try TestOffice.with { office in
            let opened = try office.take(message(text: Self.request))
            for id in opened.mails.map(\.messageID) {
                for fields in [["Auto-Submitted: auto-replied"], ["X-Autoreply: yes"], []] {
                    let absence = try office.take(
                        message(
                            from: "equipe@anct.example",
                            subject: "Réponse automatique : absence",
                            text: "Je suis absent du bureau jusqu'au 5 octobre inclus.",
                            fields: ["In-Reply-To: <\(id)>"] + fields
                        )
                    )
                    #expect(absence.disposition == .automatic)
                    #expect(absence.mails.isEmpty)
                    #expect(absence.effects.isEmpty)
                    #expect(absence.receipt.reason != nil)
                }
            }
        }
    }

    @Test("a robot that changes its address at each turn is answered ten times in a day")
    func perDomain() throws {
        for (domain, limit) in [("ville-x.example", 10), ("gmail.com", 14)] {
            try TestOffice.with { office in
                var answers = 0
                for turn in 1...14 {
                    let decision = try office.take(
                        message(
                            from: "robot\(turn)@\(domain)",
                            text: "Passage \(turn). " + Self.request
                        )
                    )
                    answers += decision.answer == nil ? 0 : 1
                    #expect(decision.disposition == .newCase)
                    #expect(
                        (decision.receipt.reason?.contains("domaine") == true) == (turn > limit)
                    )
                }
                #expect(answers == limit)
                let later = try office.take(
                    message(from: "marie@\(domain)", text: "Enfin. " + Self.request),
                    hours: 25
                )
                #expect(later.answer != nil)
            }
        }
    }

    @Test(
        "the same text from another address of an organisation within the hour is answered once",
        arguments: [
            ("luc@ville-x.example", 0.5, false), ("luc@ville-x.example", 1.1, true),
            ("luc@ville-y.example", 0.5, true),
        ]
    )
    func sameText(from: String, hours: Double, isAnswered: Bool) throws {
        try TestOffice.with { office in
            _ = try office.take(message(text: Self.request))
            let second = try office.take(message(from: from, text: Self.request), hours: hours)
            #expect(second.disposition == .newCase)
            #expect((second.answer != nil) == isAnswered)
            if !isAnswered { #expect(second.receipt.reason?.contains("même texte") == true) }
        }
        try TestOffice.with { office in
            _ = try office.take(message(from: "marie@orange.fr", text: Self.request))
            let other = try office.take(message(from: "luc@orange.fr", text: Self.request))
            #expect(other.answer != nil)
        }
    }

    @Test(
        "a subject that two desks have made longer is filed, not answered",
        arguments: [
            "Re: [2026-00099] Votre demande Re: Logiciel [2026-00099]",
            "[Ticket#2026112810000012] Re: [GLPI #0001234] Logiciel",
        ]
    )
    func subjectLoop(subject: String) throws {
        try TestOffice.with { office in
            let decision = try office.take(message(subject: subject, text: Self.request))
            #expect(decision.disposition == .newCase)
            #expect(decision.answer == nil)
            #expect(decision.receipt.reason?.contains("l'objet") == true)
        }
    }

    // MARK: Reasons

    @Test("a complement, and an answer that was due and not sent, say why")
    func reasons() throws {
        try TestOffice.with { office in
            let first = try office.take(message(text: Self.request))
            let thread = ["In-Reply-To: <\(try #require(first.mails.first).messageID)>"]
            let complement = try office.take(message(text: "Voici mon numéro.", fields: thread))
            #expect(complement.receipt.reason == StaffWords.joinsItsCase)
            for text in ["2", "3"] {
                let choice = try office.take(message(text: text, fields: thread))
                #expect(choice.answer != nil)
                #expect(choice.receipt.reason == nil)
            }
            let refused = try office.take(message(text: "1", fields: thread))
            #expect(refused.answer == nil)
            #expect(refused.receipt.reason == "déjà 3 réponses à cette adresse en 24 heures")
            #expect(refused.told.contains("rien : déjà 3 réponses"))
            let thanks = try office.take(
                message(from: "luc@x.example", subject: "Merci", text: "Merci pour tout.")
            )
            #expect(thanks.answer == nil)
            #expect(thanks.receipt.reason?.contains("remerciement") == true)
        }
    }

    @Test("an allowed sender is answered though a tool writes, never where it takes no answer")
    func allowed() throws {
        for (from, isAnswered) in [
            ("form@ville-x.example", true), ("autre@agglo.example", true),
            ("autre@ville-x.example", false), ("noreply@agglo.example", false),
        ] {
            try TestOffice.withSettings(alwaysAnswered: ["form@ville-x.example", "agglo.example"]) {
                office in
                let decision = try office.take(
                    message(from: from, text: Self.request, fields: ["List-Id: <x.example>"])
                )
                #expect((decision.answer != nil) == isAnswered, "\(from)")
            }
        }
    }
}
