import Foundation
import Intake
import Testing

@testable import Casework

/// Cases opened one after the other, ten minutes apart.
private struct Cases {
    var register = Register()
    var events: [(Event, Date)] = []
    private var count = 0

    static let start = Date(timeIntervalSince1970: 1_790_000_000)

    static func dossier(
        _ sequence: Int,
        _ requester: Requester,
        kind: Kind = .request,
        topic: Topic? = nil,
        subject: String = ""
    ) -> Case {
        Case(
            number: CaseNumber(year: 2026, sequence: sequence),
            openedAt: start.addingTimeInterval(Double(sequence) * 600),
            classification: Classification(kind: kind, topic: topic),
            requester: requester,
            subject: subject
        )
    }

    mutating func apply(_ event: Event, at time: Date) {
        events.append((event, time))
        register.apply(event, at: time)
    }

    @discardableResult
    mutating func open(
        _ requester: Requester,
        kind: Kind = .request,
        topic: Topic? = nil,
        subject: String = "",
        text: String = ""
    ) -> CaseNumber {
        count += 1
        let dossier = Self.dossier(count, requester, kind: kind, topic: topic, subject: subject)
        let content = CaseContent(
            subject: subject,
            reading: Reading(newText: text),
            attachments: [],
            evidence: []
        )
        apply(.caseOpened(dossier, content), at: dossier.openedAt)
        return dossier.number
    }

    mutating func change(_ number: CaseNumber, _ change: (inout Case) -> Void) throws {
        var dossier = try #require(register.cases[number])
        change(&dossier)
        apply(.caseUpdated(dossier, nil), at: Self.start.addingTimeInterval(1_000_000))
    }

    func near(
        _ requester: Requester,
        kind: Kind = .request,
        subject: String = "",
        text: String = "",
        in surroundings: Surroundings = Surroundings()
    ) -> Neighbours {
        let dossier = Self.dossier(90_000, requester, kind: kind, subject: subject)
        return register.neighbours(of: dossier, text: text, in: surroundings)
    }
}

/// As in `commune Lescun 64 insee=64336 a@lescun.example`: type, organisation, département or postal
/// code, code, address; `-` for what is unknown. `dep=22` is the authority, `none=` that it is none.
private func requester(_ text: String, name: String? = nil) -> Requester {
    let parts = text.split(separator: " ").map { $0 == "-" ? nil : String($0) }
    var requester = Requester()
    requester.organisationType = parts[0].flatMap { OrganisationType(rawValue: $0) }
    requester.organisation = parts[1]?.replacingOccurrences(of: "_", with: " ")
    requester.department = parts[2].map { String($0.prefix(2)) }
    if let place = parts[2], place.count == 5 { requester.postalCode = place }
    if let code = parts[3]?.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    {
        switch code[0] {
        case "insee": requester.insee = code[1]
        case "siren": requester.siren = code[1]
        case "region": requester.region = code[1]
        default: requester.provenance[.organisation] = Provenance([.signature], .likely)
        }
        if code[0] == "dep" {
            let authority = AuthorityCode.department(code: code[1])
            requester.authorities = [
                AuthorityCandidate(code: authority, name: code[1], reasons: [])
            ]
        }
    }
    requester.address = parts[4]
    requester.name = name
    return requester
}

@Suite("Cases near another") struct SimilarityTests {
    private static let lescun = "commune Lescun 64 insee=64336 mairie@lescun.example"
    private static let accous = "commune Accous 64 insee=64006 mairie@accous.example"
    private static let epci = "epci CC_du_Haut_Béarn 64 siren=200067262 contact@hautbearn.example"
    private static let hautBearn = Surroundings(
        epci: "200067262",
        communes: ["64006", "64336"],
        isOwnDomain: true
    )

    @Test(
        "whose case is near",
        arguments: [
            (lescun, "commune LESCUN 64 insee=64336 a@b.example", .authority),
            (lescun, "commune Lescun - - x@lescun.example", nil),
            (lescun, accous, .intercommunality), (lescun, epci, .intercommunality),
            (epci, lescun, .intercommunality), (epci, "epci X 64 siren=200067262 -", .authority),
            (lescun, "commune Pau 64 insee=64445 -", nil),
            ("departement CD_64 64 - a@cd64.example", "departement X 64 - -", .authority),
            ("departement CD_64 64 - a@cd64.example", "departement X 40 - -", nil),
            ("departement CD_64 64 - a@cd64.example", lescun, nil),
            ("departement CD_67 67 dep=67 -", "departement CeA 68 dep=67 -", .authority),
            ("departement CD_22 22 dep=22 -", "departement CD 22 - -", .authority),
            ("departement CD_22 22 dep=22 -", "departement SDIS_22 22 none= -", nil),
            ("departement SDIS_22 22 none= -", "departement Sdis_22 22 none= -", .authority),
            ("region Région 35 region=53 a@r.example", "region Bzh - region=53 -", .authority),
            ("region Région 35 region=53 a@r.example", "region Région 29 region=52 -", nil),
            // Codes of regions are codes of départements too.
            ("region Région - region=76 -", "region Région 76 - -", nil),
            ("region Région 33 region=75 -", "departement CD 33 - -", nil),
            (
                "syndicat SYNDICAT-DES-ECOLES_d'Aspe 64 - -",
                "syndicat Syndicat_des_écoles_d'Aspe 64 - -", .authority
            ),
            ("syndicat SIVOM_du_Gave 64 - -", "syndicat SIVOM_du_Gave 65 - -", nil),
            ("syndicat SIVOM_du_Gave - - -", "syndicat SIVOM_du_Gave - - -", nil),
            ("- Club_nautique 22300 - -", "- Club_nautique 22300 - -", .authority),
            ("- Club_nautique 22300 - -", "- Club_nautique 22700 - -", nil),
            // Each town has one.
            ("- Mairie 22 - -", "- La_mairie 22 - -", nil),
            ("- Mairie 22 - -", "- Mairie 22 - -", nil),
            ("epci CCAS 22140 - -", "epci CCAS 22140 - -", nil),
            ("- Office_de_tourisme 22 - -", "- Office_de_tourisme 22 - -", nil),
            ("- CCAS_de_Lannion 22 - -", "- CCAS_de_Lannion 22 - -", .authority),
            ("- - - - a@sivom.example", "- - - - b@SIVOM.example", .authority),
            ("- - - - a@sivom.example", "- - 64 - b@sivom.example", nil),
            ("particulier - - - a@sivom.example", "- - - - b@sivom.example", nil),
            ("- - - - a@gmail.example", "- - 64 - A@Gmail.example", .person),
            (lescun, "association Club 64 - mairie@lescun.example", .person),
            // An association of the commune is not the commune.
            ("association Club 64 insee=64336 -", lescun, nil),
        ] as [(String, String, Relation?)]
    )
    func relations(one: String, other: String, expected: Relation?) {
        var cases = Cases()
        cases.open(requester(other))
        let near = cases.near(requester(one), in: Self.hautBearn)
        #expect(near.named.map(\.relation) == [expected].compactMap(\.self))
    }

    @Test("a domain where anybody has a mailbox names no authority")
    func providers() {
        var cases = Cases()
        cases.open(requester("- - - - a@free.example"))
        let near = cases.near(requester("- - - - b@free.example"), in: Surroundings())
        #expect(near.named.isEmpty)
        #expect(near.authority == nil)
    }

    @Test("one mailbox may be several people's")
    func mailbox() {
        var cases = Cases()
        cases.open(requester(Self.lescun, name: "Paul PRAT"))
        cases.open(requester(Self.lescun, name: "Anne Lacoste"))
        cases.open(requester(Self.lescun))
        let near = cases.near(requester(Self.lescun, name: "Paul Prat"))
        #expect(near.named.map(\.relation) == [.person, .mailbox, .person])
    }

    @Test(
        "what is closed, of no interest or of another kind is not named",
        arguments: [
            (.request, nil, .new, true, true), (.unclear, nil, .waiting, true, true),
            (.request, nil, .inProgress, true, true), (.request, nil, .closed, false, false),
            (.other, .presse, .new, true, false), (.other, .remerciement, .new, false, false),
            (.automatic, nil, .new, false, false), (.spam, nil, .new, false, false),
        ] as [(Kind, Topic?, CaseState, Bool, Bool)]
    )
    func open(kind: Kind, topic: Topic?, state: CaseState, isSame: Bool, isAround: Bool) throws {
        for (other, expected) in [(Self.lescun, isSame), (Self.accous, isAround)] {
            var cases = Cases()
            let number = cases.open(requester(other), kind: kind, topic: topic)
            try cases.change(number) { $0.state = state }
            let near = cases.near(requester(Self.lescun), in: Self.hautBearn)
            #expect(near.named.count == (expected ? 1 : 0), "\(other)")
        }
    }

    @Test("what is none of our offers is near its own authority alone")
    func otherKind() {
        var cases = Cases()
        cases.open(requester(Self.accous))
        let own = cases.open(requester(Self.lescun))
        let near = cases.near(requester(Self.lescun), kind: .other, in: Self.hautBearn)
        #expect(near.named.map(\.dossier.number) == [own])
        #expect(!near.includesEPCI)
    }

    @Test("a case is not near itself, and comes back when it is opened again")
    func itself() throws {
        var cases = Cases()
        let number = cases.open(requester(Self.lescun))
        let dossier = try #require(cases.register.cases[number])
        #expect(cases.register.neighbours(of: dossier, text: "", in: .init()).named.isEmpty)
        try cases.change(number) { $0.state = .closed }
        #expect(cases.near(requester(Self.lescun)).named.isEmpty)
        try cases.change(number) { $0.state = .new }
        #expect(cases.near(requester(Self.lescun)).named.map(\.dossier.number) == [number])
    }

    @Test("where it becomes clear later who asks, that counts")
    func updated() throws {
        var cases = Cases()
        let number = cases.open(requester("- - - - paul@free.example"))
        try cases.change(number) { $0.requester = requester(Self.lescun) }
        #expect(cases.near(requester(Self.lescun)).named.map(\.dossier.number) == [number])
        #expect(cases.near(requester("- - - - paul@free.example")).named.isEmpty)
    }

    @Test("the closest are named, the newest first, and the rest is counted")
    func order() {
        var cases = Cases()
        let first = cases.open(requester(Self.lescun))
        let others = (0..<7).map { _ in cases.open(requester(Self.accous)) }
        let near = cases.near(requester(Self.lescun), in: Self.hautBearn)
        #expect(near.named.map(\.dossier.number) == others.suffix(4).reversed() + [first])
        #expect(near.others == 3)
        #expect(!near.isCutShort)
    }

    @Test("a look-up among 50,000 cases comes across few")
    func size() {
        var cases = Cases()
        let topics = ["cantine", "cimetière", "piscine", "voirie", "crèche"]
        for index in 0..<50_000 {
            let who = requester("commune C\(index % 25_000) 64 insee=\(10_000 + index % 25_000) -")
            let rare = "sujet\(letters(index))"
            cases.open(
                who,
                subject: topics[index % 5],
                text: "Le \(rare) de la \(topics[index % 5])"
            )
        }
        let near = cases.near(
            requester("commune C7 64 insee=10007 -"),
            subject: "cantine",
            text: "Le sujet\(letters(7)) de la cantine",
            in: Surroundings(epci: "200067262", communes: (10_000..<10_100).map(String.init))
        )
        #expect(near.named.count == 5)
        #expect(near.others > 100)
        #expect(near.examined < 2_000, "\(near.examined)")
    }

    /// A number in letters, for words that occur once.
    private func letters(_ number: Int) -> String {
        let letters = Array("abcdefghij")
        return String(String(number).compactMap(\.wholeNumberValue).map { letters[$0] })
    }

    @Test("the same events give the same neighbours again")
    func replay() throws {
        var cases = Cases()
        for (index, mail) in SubjectTests.mails.enumerated() {
            let who = index.isMultiple(of: 2) ? Self.lescun : Self.accous
            let number = cases.open(requester(who), subject: mail.subject, text: mail.text)
            if index.isMultiple(of: 5) { try cases.change(number) { $0.state = .closed } }
        }
        var again = Register()
        for (event, time) in cases.events { again.apply(event, at: time) }
        for mail in SubjectTests.mails {
            let dossier = Cases.dossier(90_000, requester(Self.epci), subject: mail.subject)
            let first = cases.register.neighbours(of: dossier, text: mail.text, in: Self.hautBearn)
            #expect(again.neighbours(of: dossier, text: mail.text, in: Self.hautBearn) == first)
            #expect(!first.named.isEmpty)
        }
    }
}

@Suite("The same subject") struct SubjectTests {
    struct Mail: Sendable {
        var subject: String
        var text: String
    }

    /// Two by two about the same thing, then some about nothing else's.
    static let mails: [Mail] = [
        Mail(
            subject: "Inscriptions à la cantine",
            text: """
                Bonjour, les parents inscrivent leurs enfants à la cantine sur des feuilles volantes, nous \
                recopions tout le lundi et le traiteur reçoit le nombre de repas par téléphone. Nous \
                voudrions comprendre comment faire autrement.
                """
        ),
        Mail(
            subject: "cantine scolaire",
            text: """
                Bonjour, nous sommes une commune de 800 habitants. Pour la cantine, l'inscription se fait \
                sur papier et le prestataire des repas se plaint des annulations tardives. Existe-t-il un \
                outil déjà prêt pour les petites écoles ?
                """
        ),
        Mail(
            subject: "Cimetière",
            text: """
                Le plan du cimetière date de 1954 et nous ne savons plus quelles concessions sont échues. \
                Nous aimerions reprendre un outil de gestion des concessions.
                """
        ),
        Mail(
            subject: "gestion du cimetiere communal",
            text: """
                bonjour
                on a 300 tombes et aucune liste des concessions a jour. quelqu un a deja fait un outil pour \
                le cimetiere ? merci
                """
        ),
        Mail(
            subject: "Haies et bocage",
            text: """
                Nous instruisons à la main les déclarations d'arrachage de haies. Les agriculteurs ne \
                savent pas à qui s'adresser. Nous voulons étudier ce problème de haies.
                """
        ),
        Mail(
            subject: "déclaration préalable pour les haies",
            text: """
                Un agriculteur a arraché une haie sans déclaration. Nous ne savons pas qui contrôle. \
                Comment les autres communes suivent-elles les haies ?
                """
        ),
        Mail(
            subject: "chiens errants",
            text: """
                Bonjour, nous ramassons deux chiens errants par semaine et la fourrière est à 60 km. \
                L'agent y passe ses matinées.
                """
        ),
        Mail(
            subject: "Fourrière animale",
            text: """
                La convention avec la fourrière prend fin. Nous recevons des appels pour des chiens \
                errants et des chats. Y a-t-il un service numérique pour signaler les animaux errants ?
                """
        ),
        Mail(
            subject: "Registre des personnes vulnérables",
            text: """
                Pendant la canicule nous appelons les personnes âgées inscrites au registre. Le registre \
                est dans un tableur. Beaucoup d'isolés n'y sont pas.
                """
        ),
        Mail(
            subject: "canicule",
            text: """
                Chaque été la préfecture nous demande d'activer le plan canicule. Nous ne connaissons pas \
                les personnes isolées de la commune, le registre communal compte 4 noms.
                """
        ),
        Mail(
            subject: "Demande de rendez-vous",
            text: """
                Bonjour, nous souhaitons échanger avec votre équipe sur le programme. Quels sont les \
                délais et le financement ? Cordialement, Paul Prat
                """
        ),
        Mail(
            subject: "Demande d'accompagnement",
            text: """
                Madame, Monsieur, notre commune souhaite être accompagnée par votre programme. Quel \
                financement, quels délais ? Veuillez agréer l'expression de mes salutations distinguées.
                """
        ),
        Mail(
            subject: "Planning des ATSEM",
            text: "Les plannings des ATSEM sont faits à la main et changent chaque semaine."
        ),
        Mail(
            subject: "Salle des fêtes de Lescun",
            text: """
                La salle est réservée par téléphone, deux mariages ont été inscrits le même samedi. \
                Voyez avec Madame Lacoste à Lescun.
                """
        ),
        Mail(
            subject: "Déchèterie de Lescun",
            text: """
                Les files à la déchèterie du samedi agacent tout le monde. Madame Lacoste, à Lescun, \
                est prête à étudier le problème.
                """
        ),
        // One word in common, however much both dwell on it, is not yet a subject.
        Mail(
            subject: "Logement indigne",
            text: """
                Le logement indigne se repère mal : infirmières et ramoneurs le voient, les locataires \
                ne se manifestent pas.
                """
        ),
        Mail(
            subject: "Logement des apprentis",
            text: """
                Un apprenti sur cinq renonce à son contrat faute de logement près de son lieu de \
                formation, l'alternance ayant des rythmes opposés.
                """
        ),
    ]
    /// The places of those about the same thing.
    private static let pairs: Set<[Int]> = [[0, 1], [2, 3], [4, 5], [6, 7], [8, 9]]

    @Test("two requests about one thing are named, two others are not", arguments: [false, true])
    func pairs(isBackwards: Bool) {
        let order = isBackwards ? Array(Self.mails.indices.reversed()) : Array(Self.mails.indices)
        var cases = Cases()
        var found: Set<[Int]> = []
        for index in order {
            let mail = Self.mails[index]
            let near = cases.near(Requester(), subject: mail.subject, text: mail.text)
            for neighbour in near.named {
                let other = order[neighbour.dossier.number.sequence - 1]
                found.insert([index, other].sorted())
                #expect(neighbour.relation == nil && neighbour.sharedWords.count > 1)
            }
            cases.open(Requester(), subject: mail.subject, text: mail.text)
        }
        #expect(found == Self.pairs)
    }

    @Test("the same pairs are found among hundreds of other requests")
    func crowd() {
        var cases = Cases()
        for round in 0..<400 {
            let mail = Self.mails[10 + round % 5]
            cases.open(Requester(), subject: mail.subject, text: mail.text)
        }
        for pair in Self.pairs {
            let (first, second) = (Self.mails[pair[0]], Self.mails[pair[1]])
            let opened = cases.open(Requester(), subject: first.subject, text: first.text)
            let near = cases.near(Requester(), subject: second.subject, text: second.text)
            #expect(near.named.map(\.dossier.number) == [opened], "\(second.subject)")
        }
    }

    @Test("a subject that everybody writes about tells nothing")
    func common() {
        var cases = Cases()
        for _ in 0..<400 {
            let mail = Self.mails[0]
            cases.open(Requester(), subject: mail.subject, text: mail.text)
        }
        let mail = Self.mails[1]
        #expect(cases.near(Requester(), subject: mail.subject, text: mail.text).named.isEmpty)
    }

    @Test(
        "which words may tell",
        arguments: [
            (
                "Inscriptions à la cantine", "Nos agents recopient.",
                "inscriptions cantine recopient"
            ),
            ("", "Bonjour, merci de votre réponse rapide.", ""),
            ("", "Voyez Madame Lacoste à Lescun ou a@b.example au 12 rue Haute.", ""),
            ("SPANC ET PLU", "Le PLU, le plu.", "spanc plu"),
            ("", "La piscine. Les piscines ! PISCINES", "piscine"),
            ("", "On veut gérer, réserver, vendrait ; le panier, un loisir", "panier loisir"),
            ("", "personnes isolées, isolés", "isolées"),
            ("Gave d'Aspe", "le gave monte, la crue arrive", "crue"),
            ("\u{FFFD}\u{0}", "é\u{301}\u{301} 😀 ------- ''''", ""),
        ]
    )
    func words(subject: String, text: String, expected: String) {
        let stems = StemCache()
        let words = SubjectWords(
            subject: subject,
            text: text,
            requester: ["Syndicat du Gave d'Aspe", nil],
            stem: { stems.stem(of: $0) }
        )
        #expect(words.words.map(\.written).joined(separator: " ") == expected)
    }

    @Test("a long text is read no further than its first words")
    func longText() {
        let text = String(repeating: "ou bien ", count: 1_000) + " piscine"
        let stems = StemCache()
        let words = SubjectWords(
            subject: "",
            text: text,
            requester: [],
            stem: { stems.stem(of: $0) }
        )
        #expect(words.words.isEmpty)
    }
}
