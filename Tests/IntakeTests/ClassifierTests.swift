import Foundation
import Mail
import Rules
import Testing

@testable import Intake

/// What a sentence is expected to be.
struct Sentence: Sendable, CustomTestStringConvertible {
    var text: String
    var kind: Kind
    var offers: [Offer] = []
    var topic: Topic?

    init(_ text: String, _ kind: Kind, _ offers: [Offer] = [], topic: Topic? = nil) {
        self.text = text
        self.kind = kind
        self.offers = offers
        self.topic = topic
    }

    var testDescription: String { text }
}

@Suite("Classifier, with the shipped rules")
struct ClassifierTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("rules")

    private static let rulebook = Result { try Rulebook.load(folder: folder) }

    private func classify(
        _ text: String,
        subject: String = "",
        from type: OrganisationType? = .commune,
        attachments: [Mail.Attachment] = [],
        screening: Screening = .answer
    ) throws -> Classification {
        var message = Message()
        message.subject = subject
        message.attachments = attachments
        message.from = [
            Address(displayName: "A. Martin", localPart: "a.martin", domain: "rivage.example")
        ]
        var requester = Requester()
        requester.organisationType = type
        return Classifier(rulebook: try Self.rulebook.get()).classification(
            of: message,
            reading: Reading(newText: text),
            screening: screening,
            requester: requester
        )
    }

    @Test("the examples beside the rules hold")
    func examples() throws {
        let failures = try Self.rulebook.get().checkExamples().filter(\.isFailure)
        #expect(failures.map(\.description) == [])
    }

    @Test("every section has rules, and every other subject is a topic")
    func sections() throws {
        let targets = Set(try Self.rulebook.get().targets)
        #expect(targets == Set(Target.all))
        let topics = targets.filter { $0.category == .other }.compactMap(\.name)
        #expect(Set(topics) == Set(Topic.allCases.map(\.rawValue)))
    }

    @Test(
        "the subjects that the public form fills in decide alone",
        arguments: [
            ("lancer un Programme d'Investigation au sein de ma collectivité", Offer.investigation),
            ("en savoir plus sur le programme des Startups de Territoires", .startup),
        ]
    )
    func prefilledSubject(subject: String, offer: Offer) throws {
        let asSubject = try classify("Bonjour, merci.", subject: subject, from: nil)
        #expect(asSubject.kind == .request)
        #expect(asSubject.offers == [offer])
        let asBody = try classify(subject, from: nil)
        #expect(asBody.offers == [offer])
    }

    @Test("offers in a few words", arguments: offers)
    func offer(sentence: Sentence) throws {
        let classification = try classify(sentence.text)
        #expect(classification.kind == .request, "\(classification.scores)")
        #expect(Set(classification.offers) == Set(sentence.offers), "\(classification.scores)")
    }

    private static let offers = [
        Sentence(
            "Nous aimerions comprendre pourquoi les familles ne viennent plus à la médiathèque.",
            .request,
            [.investigation]
        ),
        Sentence(
            "Un agent peut y passer une journée par semaine avec un coach et un designer.",
            .request,
            [.investigation]
        ),
        Sentence(
            "Nous voulons lancer une recherche d'irritants auprès de tous nos agents.",
            .request,
            [.investigation]
        ),
        Sentence(
            "je demande pas un logiciel je voudrai savoir d ou vient le probleme",
            .request,
            [.investigation]
        ),
        Sentence(
            "Trois départements veulent développer une application commune, il faut une équipe.",
            .request,
            [.startup]
        ),
        Sentence(
            "Aucun logiciel ne répond à notre besoin, nous voulons le faire développer.",
            .request,
            [.startup]
        ),
        Sentence("Quelles sont les conditions pour entrer en incubation ?", .request, [.startup]),
        Sentence(
            "Pouvez-vous nous envoyer la liste des services numériques disponibles ?",
            .request,
            [.store]
        ),
        Sentence("comment on fait pour avoir vos applis gratuites svp", .request, [.store]),
        Sentence(
            "Notre CCAS voudrait utiliser Aidants Connect, à qui s'adresser ?",
            .request,
            [.store]
        ),
        Sentence(
            "Nous ne voulons rien développer, mais reprendre un outil libre qui marche ailleurs.",
            .request,
            [.store]
        ),
        Sentence(
            """
            Les trois offres nous intéressent : une investigation sur le tri, une startup de \
            territoire pour les cars, et l'accès au catalogue Territoires Store.
            """,
            .request,
            [.investigation, .startup, .store]
        ),
    ]

    @Test("of several offers the one told first is the main one")
    func mainOffer() throws {
        let text = """
            D'une part nous voudrions la liste des services du Territoires Store. D'autre part nous \
            aimerions lancer une investigation, avec un coach, sur les refus de tri.
            """
        #expect(try classify(text).offers == [.store, .investigation])
    }

    @Test("what is no request for an offer", arguments: others)
    func other(sentence: Sentence) throws {
        let classification = try classify(sentence.text, from: nil)
        #expect(classification.kind == sentence.kind, "\(classification.evidence)")
        #expect(classification.topic == sentence.topic, "\(classification.evidence)")
        #expect(classification.offers == [])
    }

    private static let others = [
        Sentence(
            "Je vous adresse ma candidature pour rejoindre vos coachs, mon CV est joint.",
            .other,
            topic: .candidature
        ),
        Sentence(
            "Éditeur d'une solution pour les collectivités, nous voulons figurer au catalogue.",
            .other,
            topic: .fournisseur
        ),
        Sentence("La facture jointe est en attente de règlement.", .other, topic: .facture),
        Sentence(
            "Journaliste, je cherche à interviewer une startup de territoire.",
            .other,
            topic: .presse
        ),
        Sentence(
            "Dans le cadre de ma thèse sur vos investigations, je souhaite un entretien.",
            .other,
            topic: .recherche
        ),
        Sentence("J'ai perdu le mot de passe de mon compte ameli.", .other, topic: .usager),
        Sentence(
            "Où en est notre avenant Action cœur de ville ?",
            .other,
            topic: .autreProgramme
        ),
        Sentence(
            "Nous serions honorés que vous participiez à notre table ronde.",
            .other,
            topic: .invitation
        ),
        Sentence(
            "Un petit mot pour vous remercier de votre accompagnement, bonne continuation !",
            .other,
            topic: .remerciement
        ),
        Sentence(
            "En application de l'article 17 du RGPD, effacez mes données.",
            .other,
            topic: .rgpd
        ),
        Sentence(
            "Aveugle, je ne peux pas lire votre site avec mon lecteur d'écran.",
            .other,
            topic: .accessibilite
        ),
        Sentence("désinscrivez moi de votre lettre", .other, topic: .desinscription),
        Sentence("Votre mot de passe expire, cliquez ici sous 24 heures.", .spam),
        Sentence(
            "Je suis absente jusqu'au 12 mars, en cas d'urgence appelez l'accueil.",
            .automatic
        ),
    ]

    @Test("a local authority that seeks help without naming an offer is asked which")
    func unclear() throws {
        let text = "Que pouvez-vous faire pour une petite commune ? Merci de nous rappeler."
        #expect(try classify(text).kind == .unclear)
        #expect(try classify(text, from: .company).kind == .other)
    }

    @Test("a scanned letter is no other subject")
    func scannedLetter() throws {
        let letter = Mail.Attachment(
            filename: "lettre.pdf",
            mediaType: "application/pdf",
            size: 300_000,
            sha256: ""
        )
        #expect(try classify("", from: nil, attachments: [letter]).kind == .unclear)
        #expect(try classify("", from: nil).kind == .other)
    }

    @Test("an authority whose words no rule knows is asked, nobody else is")
    func unknownWords() throws {
        let text = "Le plan est corrigé."
        #expect(try classify(text).kind == .unclear)
        #expect(try classify(text, from: .company).kind == .other)
        #expect(try classify(text, from: nil).kind == .other)
    }

    @Test(
        "spam wins over lists and notifications, never over replies of machines",
        arguments: [
            (.list, .spam), (.notification, .spam), (.autoReply, .automatic), (.bounce, .automatic),
            (.receipt, .automatic), (.calendar, .automatic),
        ] as [(Screening.AutomaticClass, Kind)]
    )
    func spamAmongMachines(kind: Screening.AutomaticClass, expected: Kind) throws {
        let reason = Screening.Reason(code: "test", automatic: kind, evidence: "")
        let spam = "Votre mot de passe expire, cliquez ici sous 24 heures."
        #expect(try classify(spam, screening: .fileOnly(reason)).kind == expected)
        let plain = "La lettre du mois."
        #expect(try classify(plain, screening: .fileOnly(reason)).kind == .automatic)
    }

    @Test(
        "a rule has lists and notifications answered, nothing else",
        arguments: [
            ("contact@site.example", "List-Id", "<x.example>", nil),
            ("contact@site.example", "Auto-Submitted", "auto-generated", nil),
            ("contact@site.example", "Auto-Submitted", "auto-replied", "auto-replied"),
            ("no-reply@site.example", "Precedence", "bulk", "no-reply"),
        ] as [(String, String, String, String?)]
    )
    func permitted(sender: String, field: String, body: String, code: String?) throws {
        let parts = sender.split(separator: "@").map(String.init)
        var message = Message()
        message.from = [Address(localPart: parts[0], domain: parts[1])]
        message.fields = [Field(fieldName: field, fieldBody: body)]
        message.text = "Bonjour, un message du site."
        func screening(subject: String) throws -> Screening {
            message.subject = subject
            return Classifier(rulebook: try Self.rulebook.get()).screening(
                of: message,
                reading: Reading(newText: message.text),
                requester: Requester(),
                by: Screener(ownAddresses: [])
            )
        }
        let permitted = try screening(
            subject: "En savoir plus sur le programme des Startups de Territoires"
        )
        #expect(permitted.reason?.code == code)
        #expect(try screening(subject: "La lettre du mois").reason != nil)
    }

    @Test("what a copier sends is a machine's, but for the letter it may bring")
    func device() throws {
        let reason = Screening.Reason(
            code: "device-sender",
            automatic: .notification,
            evidence: "envoyé par un appareil"
        )
        let letter = Mail.Attachment(
            filename: "SCAN_0001.pdf",
            mediaType: "application/pdf",
            size: 240_000,
            sha256: ""
        )
        let alone = try classify("Toner bas.", screening: .fileOnly(reason))
        #expect(alone.kind == .automatic)
        let brought = try classify("", attachments: [letter], screening: .fileOnly(reason))
        #expect(brought.kind == .unclear)
    }

    /// Spam written by people, a filter's verdict, and a scam that somebody reports.
    private static let takenForSpam: Set = [
        "held-back/gmail-spam-humain-seo", "people/spam-marque-autre",
        "held-back-people/spam-signale",
    ]

    @Test("no person's mail is filed silently, whatever screening and rules say")
    func people() throws {
        let classifier = Classifier(rulebook: try Self.rulebook.get())
        let screener = Screener(ownAddresses: [])
        for fixture in try ScreeningFixture.all()
        where try fixture.expectation().machine == nil && !Self.takenForSpam.contains(fixture.name)
        {
            let message = Message(parsing: try fixture.bytes())
            let reading = read(message)
            let screening = classifier.screening(
                of: message,
                reading: reading,
                requester: Requester(),
                by: screener
            )
            let kind = classifier.classification(
                of: message,
                reading: reading,
                screening: screening,
                requester: Requester()
            ).kind
            #expect(kind != .automatic && kind != .spam, "\(fixture.name): \(kind)")
        }
    }

    @Test("track, carrier and actions come with the request")
    func details() throws {
        let request = try classify(
            """
            Nous voulons étudier le problème des dépôts sauvages. Une collègue est volontaire. \
            Auriez-vous des exemples d'autres communes, et pouvez-vous me rappeler ?
            """
        )
        #expect(request.offers == [.investigation])
        #expect(request.track == .problem)
        #expect(request.carrier == .identified)
        #expect(request.actions == [.recontact, .examples])
        #expect(request.evidence.contains { $0.target == "piste problème" && $0.line > 0 })
    }
}
