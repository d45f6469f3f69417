import Testing

@testable import Rules

/// The sentences under `[décision]`.
@Suite("The decision") struct DecisionTests {
    private static let rules = """
        [offre store] seuil 4
        +4 service : service
        +9 services : catalogue
        [offre startup] seuil 4
        +4 projet : projet
        [autre presse] seuil 4
        +4 presse : journal
        +9 presses : interview
        [autre facture] seuil 4
        +4 facture : facture
        [collectivité] seuil 3
        +3 mairie : mairie
        [aide cherchée] seuil 2
        +2 aide : aide

        """

    private static let standard = """
        [décision]
        demande    : offre sauf autre aussi fort que offre sauf autre sans collectivité
        à préciser : collectivité et aide cherchée sauf autre ou lettre jointe sauf autre
        autre      : sinon
        """

    private func rulebook(_ decision: String) throws -> Rulebook {
        let text = Self.rules + decision
        return try Rulebook(files: [RuleFile(name: "a.rules", bytes: Array(text.utf8))])
    }

    private func decide(_ decision: String, _ body: String, letter: Bool = false) throws
        -> DecisionList.Sentence?
    {
        let rulebook = try rulebook(decision)
        return rulebook.sentence(
            for: rulebook.verdict(on: Writing(body: body)),
            bringsLetter: letter
        )
    }

    @Test(
        "the shipped sentences, and the same where a folder has none",
        arguments: [
            ("un service", false, .request), ("rien", false, .other), ("rien", true, .unclear),
            ("la mairie", false, .other), ("de l'aide", false, .other),
            ("aide à la mairie", false, .unclear), ("aide, un service", false, .request),
            ("une facture", false, .other), ("une facture", true, .other),
            ("aide à la mairie pour une facture", false, .other),
            // Another subject outweighs an offer unless a local authority says more of the offer.
            ("un service, une facture", false, .other),
            ("le catalogue, une facture", false, .other),
            ("le catalogue, une facture, la mairie", false, .request),
            ("un service, une facture, la mairie", false, .other),
            ("un service, une interview, la mairie", false, .other),
            // Beyond three times the threshold points count no more.
            ("service, catalogue, journal, interview, mairie", false, .other),
        ] as [(String, Bool, DecisionList.Nature)]
    )
    func standard(body: String, letter: Bool, nature: DecisionList.Nature) throws {
        #expect(try decide(Self.standard, body, letter: letter)?.nature == nature)
        #expect(try decide("", body, letter: letter)?.nature == nature)
    }

    @Test(
        "conditions",
        arguments: [
            ("offre", "un service", true), ("offre", "une facture", false),
            ("offre store", "un service", true), ("offre store", "un projet", false),
            ("Offre Startup", "un projet", true), ("autre presse", "un journal", true),
            ("autre facture", "un journal", false), ("collectivite", "la mairie", true),
            ("offre et collectivité", "un service", false),
            ("offre et collectivité", "un service, la mairie", true),
            ("offre ou collectivité", "la mairie", true), ("offre ou collectivité", "rien", false),
            ("offre sauf autre", "un service", true),
            ("offre sauf autre", "un service, un journal", false),
            ("offre sauf autre presse", "un service, une facture", true),
            ("offre sans autre", "un service, une facture", false),
            ("offre sans autre presse", "un service, une facture", true),
            ("offre sauf offre sans collectivité", "un service", false),
            ("offre sauf offre sans collectivité", "un service, la mairie", true),
            ("offre store plus fort que offre startup", "un service, un projet", false),
            ("offre store plus fort que offre startup", "un catalogue, un projet", true),
            ("offre store plus forte que offre startup", "un service", true),
            ("offre store aussi forte que offre startup", "un service, un projet", true),
            ("offre store aussi fort que offre startup", "un projet", false),
            ("lettre jointe", "rien", false), ("offre et collectivité et aide cherchée", "", false),
            ("offre et collectivité ou aide cherchée", "aide", true),
            ("sinon", "rien", true),
        ]
    )
    func conditions(text: String, body: String, holds: Bool) throws {
        let rest = text == "sinon" ? "" : "\nautre : sinon"
        let sentence = try decide("[décision]\ndemande : \(text)\(rest)", body)
        #expect((sentence?.nature == .request) == holds)
    }

    @Test("the sentence that decided says where it stands")
    func place() throws {
        let sentence = try decide(Self.standard, "aide à la mairie")
        let lines = Self.rules.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(sentence?.file == "a.rules")
        #expect(sentence?.line == lines + 2)
        #expect(
            sentence?.text
                == "à préciser : collectivité et aide cherchée sauf autre"
                + " ou lettre jointe sauf autre"
        )
        #expect(try decide("", "aide à la mairie")?.line == 0)
    }

    @Test("sentences may be indented, go on, and say one thing twice")
    func layout() throws {
        let text = """
            [décision]   # ce que l'on fait
              autre      : autre presse
              demande    : offre
                           ou collectivité
              autre      : sinon
            [spam]
            +1 a : mot
            """
        #expect(try rulebook(text).decision.sentences.map(\.nature) == [.other, .request, .other])
        #expect(try decide(text, "la mairie")?.nature == .request)
        #expect(try decide(text, "un journal, un service")?.nature == .other)
    }

    @Test(
        "errors are told in French",
        arguments: [
            ("demande : ofre\nautre : sinon", "« ofre »", "« offre »"),
            ("demande : autre press\nautre : sinon", "« press »", nil),
            ("demand : offre\nautre : sinon", "« demand »", "demande"),
            ("demande offre\nautre : sinon", "« : »", "demande : offre"),
            ("demande :\nautre : sinon", "il manque une condition", nil),
            ("demande : offre sauf autre et collectivité\nautre : sinon", "« et »", "d'abord"),
            ("à préciser : offre\nautre : sinon", "aucune phrase", "demande : offre"),
            ("demande : offre et\nautre : sinon", "il manque une condition", nil),
            ("demande : offre collectivité\nautre : sinon", "« collectivité »", "et, ou, sauf"),
            ("demande : offre", "aucune phrase n'est vraie", "autre : sinon"),
            ("", "aucune phrase", "autre : sinon"),
            ("autre : sinon\ndemande : offre", "ne servira jamais", "« sinon » en dernier"),
            ("demande : offre\nautre : sinon\n[décision]\nautre : sinon", "existe déjà", nil),
            ("autre : sinon\n[decisions]", "[decisions]", "[décision]"),
        ]
    )
    func errors(text: String, problem: String, suggestion: String?) {
        do {
            _ = try rulebook("[décision]\n" + text)
            Issue.record("no error: \(text)")
        } catch let errors as RuleErrors {
            #expect(errors.errors.count == 1, "\(errors)")
            #expect(errors.errors[0].problem.contains(problem), "\(errors)")
            if let suggestion {
                #expect(errors.errors[0].suggestion?.contains(suggestion) == true, "\(errors)")
            }
        } catch {
            Issue.record(error)
        }
    }

    @Test("the section gives a threshold and a margin to those that name none")
    func defaults() throws {
        let rulebook = try rulebook("[décision] seuil 5 marge 1\ndemande : offre\nautre : sinon")
        let startup = Target(category: .offer, name: "startup")
        #expect(rulebook.threshold(of: startup) == 4)
        #expect(rulebook.margin(of: startup) == 1)
        #expect(rulebook.threshold(of: Target(category: .spam)) == 5)
        #expect(try self.rulebook("").threshold(of: Target(category: .spam)) == 3)
        #expect(throws: RuleErrors.self) {
            try self.rulebook("[décision] seuils 5\ndemande : offre\nautre : sinon")
        }
    }

    @Test("the hash tells rule sets apart by names and bytes")
    func hashes() throws {
        func hash(_ files: [(String, String)]) throws -> String {
            try Rulebook(files: files.map { RuleFile(name: $0.0, bytes: Array($0.1.utf8)) }).hash
        }
        let one = try hash([("a.rules", "[spam]\n+1 a : mot")])
        #expect(one.count == 64)
        #expect(try hash([("a.rules", "[spam]\n+1 a : mot")]) == one)
        #expect(try hash([("b.rules", "[spam]\n+1 a : mot")]) != one)
        #expect(try hash([("a.rules", "[spam]\n+1 a : mot ")]) != one)
        #expect(
            try hash([("a", "[spam]\n+1 a : mot\n"), ("b", "+")].dropLast())
                != hash([("a", "[spam]\n+1 a : mot\n"), ("b", "# +")])
        )
    }
}
