import Testing

@testable import Rules

/// What a rule author may write, sign by sign: files and what becomes of them.
@Suite("The language of rule files") struct LanguageTests {
    private func rulebook(_ files: [(String, String)]) throws -> Rulebook {
        try Rulebook(files: files.map { RuleFile(name: $0.0, bytes: Array($0.1.utf8)) })
    }

    private func rulebook(_ text: String) throws -> Rulebook { try rulebook([("a.rules", text)]) }

    private func errors(_ files: [(String, String)]) -> [String] {
        do {
            _ = try rulebook(files)
            return []
        } catch let errors as RuleErrors {
            return errors.errors.map { "\($0.file) \($0.line) : \($0.problem)" }
        } catch {
            return ["\(error)"]
        }
    }

    // MARK: - Sections

    @Test(
        "a section names its threshold and its margin, in any order, or neither",
        arguments: [
            ("[offre store]", 3, 2), ("[offre store] seuil 4", 4, 2),
            ("[offre store] marge 1", 3, 1), ("[offre store]   seuil 4   marge 1", 4, 1),
            ("[offre store] marge 1 seuil 4", 4, 1), ("[Offre Store] Seuil 4,5", 4.5, 2),
            ("[ offre  store ] seuil 0", 0, 2), ("[offre store] seuil +4 # remarque", 4, 2),
            ("[offre store] seuil 4\n[spam]\n[offre store] seuil 4 marge 3", 4, 3),
        ]
    )
    func sections(text: String, threshold: Double, margin: Double) throws {
        let rulebook = try rulebook(text + "\n+1 a : mot")
        let target = Target(category: .offer, name: "store")
        #expect(rulebook.threshold(of: target) == threshold)
        #expect(rulebook.margin(of: target) == margin)
    }

    @Test("a section goes on in another file, with its threshold")
    func sectionInTwoFiles() throws {
        let rulebook = try rulebook([
            ("a.rules", "[spam] seuil 5\n+3 a : un"), ("b.rules", "[spam]\n+2 b : deux"),
        ])
        let spam = Target(category: .spam)
        let verdict = rulebook.verdict(on: Writing(body: "un et deux"))
        #expect(verdict.score(of: spam) == 5)
        #expect(verdict.reached(spam))
        #expect(verdict.matches.map(\.file) == ["a.rules", "b.rules"])
        #expect(!rulebook.verdict(on: Writing(body: "un")).reached(spam))
    }

    @Test("every section there is can be written, with and without its accents")
    func everySection() throws {
        for target in Target.all {
            #expect(try rulebook("[\(target)]\n+1 a : mot").targets == [target])
            let plain = target.description.replacing("é", with: "e")
            #expect(try rulebook("[\(plain.uppercased())]\n+1 a : mot").targets == [target])
        }
    }

    // MARK: - Names

    @Test(
        "a name is compulsory and stands once in its section",
        arguments: [
            ("[spam]\n+1 a : un\n+1 a : deux", ["a.rules 3"]),
            ("[spam]\n+1 Été : un\n+1 ete : deux", ["a.rules 3"]),
            ("[spam]\n+1 a : un\nessai +1 a : deux", ["a.rules 3"]),
            ("[spam]\n+1 : un", ["a.rules 2"]), ("[spam]\n+1 un deux : un", ["a.rules 2"]),
            ("[spam]\n+1 a : un\n[automate]\n+1 a : deux", []),
            ("[spam]\n+1 a : un\n[automate]\n+1 b : un\n[spam]\n+1 a : un", ["a.rules 6"]),
        ]
    )
    func names(text: String, places: [String]) {
        let found = errors([("a.rules", text)]).map { $0.components(before: " : ") }
        #expect(found == places)
    }

    @Test("a name that stands in two files is told with both places")
    func nameInTwoFiles() {
        #expect(
            errors([("a.rules", "[spam]\n+1 a : un"), ("b.rules", "[spam]\n\n+1 a : un")]) == [
                "b.rules 3 : [spam] a déjà une règle « a » (a.rules, ligne 2)"
            ]
        )
    }

    // MARK: - Word sets

    @Test(
        "a word set stands in any file, before or after its use",
        arguments: [
            ("@outil = logiciel, appli", "un logiciel", true),
            ("@outil = logiciel, appli", "deux applis", true),
            ("@OUTIL = logiciel", "un logiciel", true),
            ("@outil = =logiciel", "des logiciels", false),
            ("@outil = logici*", "des logiciels", true),
            ("@outil = boîte à outils, \"jeu, de mots\"", "le jeu de mots", true),
            ("@outil = @autre, appli\n@autre = plateforme", "une plateforme", true),
            ("@outil = gérer ...2 mail", "gérer tous les mails", true),
            ("@outil = (gérer / lire) mail", "lire mail", true),
            ("@outil = appli & mairie", "la mairie et son appli", true),
            ("@outil = logiciel,\n  appli,\n\n", "une appli", true),
            ("@outil = logiciel\n  , appli", "une appli", true),
            ("@outil = logiciel # et non appli", "une appli", false),
        ]
    )
    func sets(set: String, body: String, isMet: Bool) throws {
        for files in [
            [("mots.rules", set), ("spam.rules", "[spam]\n+1 a : @outil")],
            [("a.rules", "[spam]\n+1 a : @outil"), ("mots.txt", set)],
        ] {
            let verdict = try rulebook(files).verdict(on: Writing(body: body))
            #expect(verdict.matches.count == (isMet ? 1 : 0))
        }
    }

    // MARK: - Gaps, order, options

    @Test(
        "gaps, order and options",
        arguments: [
            Trial("a1 ...1 b1", "a1 b1", "a1 b1"), Trial("a1 ...1 b1", "a1 x b1", "a1 x b1"),
            Trial("a1 ...1 b1", "a1 x x b1", nil), Trial("a1 ...1 b1", "b1 a1", nil),
            Trial("a1 b1", "a1 x b1", nil), Trial("a1 b1", "a1, b1", "a1, b1"),
            Trial("a1 ...6 b1", "a1 x x x x x x b1", "a1 x x x x x x b1"),
            Trial("a1 ... b1", "a1 x x x x x x x b1", nil),
            Trial("a1...2b1", "a1 x b1", "a1 x b1"), Trial("a1 …2 b1", "a1 x x b1", "a1 x x b1"),
            Trial("a1 ...2 b1 ...2 c1", "a1 x b1 y c1", "a1 x b1 y c1"),
            Trial("a1 ...2 b1 ...2 c1", "a1 b1 x x x c1", nil),
            Trial("a1 ...2 b1 ...2 c1", "b1 a1 c1", nil),
            // The nearest of several starts, and each end of several.
            Trial("a1 ...1 b1 c1", "a1 x b1 x b1 c1", nil),
            Trial("a1 ...3 b1 c1", "a1 x b1 x b1 c1", "a1 x b1 x b1 c1"),
            Trial("a1 ...1 b1", "a1 x x a1 b1", "a1 b1"),
            Trial("a1 &1 b1", "b1 x a1", "b1 x a1"), Trial("a1 &1 b1", "b1 x x a1", nil),
            Trial("a1 & b1", "b1 x x x x x x x x x x x a1", "b1 x x x x x x x x x x x a1"),
            Trial("a1 & b1 & c1", "c1 x a1 x b1", "c1 x a1 x b1"),
            Trial("a1 & b1 & c1", "c1 x a1", nil),
            Trial("a1 &2 b1 &2 c1", "c1 b1 a1", "c1 b1 a1"),
            Trial("a1 & a1", "a1", nil), Trial("a1 & a1", "a1 x a1", "a1 x a1"),
            Trial("a1 b1 & c1 / d1", "d1", "d1"), Trial("a1 b1 & c1 / d1", "c1 a1 b1", "c1 a1 b1"),
            Trial("a1 & (b1 / c1) d1", "a1 c1 d1", "a1 c1 d1"),
            Trial("a1 & (b1 / c1) d1", "a1 b1", nil),
            Trial("[a1] b1", "b1", "b1"), Trial("[a1] b1", "a1 b1", "a1 b1"),
            Trial("a1 [b1]", "a1 x", "a1"), Trial("a1 [b1] c1", "a1 c1", "a1 c1"),
            Trial("a1 [b1] [c1] d1", "a1 c1 d1", "a1 c1 d1"),
            Trial("a1 [b1] [c1] d1", "a1 c1 b1 d1", nil),
            Trial("a1 [b1 / c1 d1] e1", "a1 c1 d1 e1", "a1 c1 d1 e1"),
            Trial("a1 ...2 [b1] c1", "a1 x x c1", "a1 x x c1"),
            Trial("a1 ...2 [b1] c1", "a1 x b1 c1", "a1 x b1 c1"),
            Trial("a1 [...2 b1] c1", "a1 c1", nil),
            Trial("(a1 / b1 / c1) (d1 / e1)", "c1 e1", "c1 e1"),
            Trial("((a1 / b1) c1 / d1) e1", "b1 c1 e1", "b1 c1 e1"),
            Trial("\"a1 b1\" c1", "a1 b1 c1", "a1 b1 c1"),
            Trial("\"a1 b1\" c1", "a1 x b1 c1", nil),
        ]
    )
    func signs(trial: Trial) throws {
        if trial.pattern == "a1 [...2 b1] c1" {
            #expect(throws: RuleErrors.self) { try trial.verdict() }
        } else {
            #expect(try trial.verdict().matches.first?.text == trial.expected)
        }
    }

    @Test(
        "nothing crosses a sentence",
        arguments: [
            ("un a1. Un b1.", false), ("un a1 ! b1", false), ("un a1 ? b1", false),
            ("un a1… b1", false), ("un a1... b1", false), ("un a1\n\nb1", false),
            ("un a1\n- b1", false), ("un a1\n1. b1", false), ("un a1\n• b1", false),
            ("un a1, b1", true), ("un a1 ; b1", true), ("un a1 : b1", true),
            ("un a1 (b1)", true), ("un a1\nb1", true), ("un a1 cf. b1", true),
            ("un a1 etc. b1", true), ("un a1 M. Dupont b1", true), ("un a1 - b1", true),
        ]
    )
    func sentences(body: String, isOne: Bool) throws {
        for pattern in ["a1 & b1", "a1 ...9 b1", "a1 &9 b1", "a1 ...9 [x1] b1"] {
            #expect(try Trial(pattern, body, nil).verdict().matches.count == (isOne ? 1 : 0))
        }
        // Nor does a rule join two places.
        let apart = Writing(subject: "a1", body: "b1", signature: "b1", attachmentNames: ["b1"])
        let pattern = "objet: début: signature: pièce jointe: a1 & b1"
        #expect(try Trial(pattern, "", nil).verdict(writing: apart).matches.isEmpty)
    }

    // MARK: - Places and turns together

    private static let writing: Writing = {
        let filling = String(repeating: "Une phrase de remplissage. ", count: 40)
        return Writing(
            subject: "Re: Pas de logiciel ?",
            body: "Nous avons testé un portail. \(filling)Voulez-vous un devis ? \(filling)"
                + "Nous ne voulons pas d'appli.",
            signature: "Pour le maire, la directrice",
            quotation: "Avez-vous déjà essayé un tableur ?",
            sender: "Mairie d'Ydes <accueil@ydes.example>",
            attachmentNames: ["compte rendu.pdf", "Délibération_2026.PDF"],
            author: "commune\n\ndirectrice"
        )
    }()

    @Test(
        "places and turns combine",
        arguments: [
            ("objet: refus: logiciel", Place.subject), ("refus: objet: logiciel", .subject),
            ("objet: question: refus: logiciel", .subject), ("objet: logiciel", nil),
            ("objet: portail", nil), ("refus: logiciel", .subject),
            ("début: passé: portail", .body), ("passé: portail", .body), ("fin: portail", nil),
            ("début: refus: portail", nil), ("question: devis", .body),
            ("début: question: devis", nil), ("fin: question: devis", nil),
            ("début: fin: devis", nil), ("fin: refus: appli", .body), ("refus: appli", .body),
            ("début: refus: appli", nil), ("début: fin: refus: appli", .body), ("appli", nil),
            ("signature: directrice", .signature), ("directrice", nil),
            ("objet: signature: directrice", .signature),
            ("signature: refus: directrice", nil),
            ("citation: question: tableur", .quotation),
            ("citation: passé: question: tableur", .quotation), ("citation: refus: tableur", nil),
            ("tableur", nil), ("expéditeur: ydes", .sender), ("expéditeur: accueil", .sender),
            ("expéditeur: \"ydes example\"", .sender),
            ("pièce jointe: délibération", .attachment), ("pièce jointe: pdf", .attachment),
            ("pièce jointe: rendu & délibération", nil), ("auteur: commune", .author),
            ("auteur: commune & directrice", nil), ("auteur: objet: portail", nil),
            ("OBJET : Refus : logiciel", .subject), ("piece jointe : pdf", .attachment),
            ("Expediteur: mairie", .sender), ("passe: portail", .body),
        ]
    )
    func placesAndTurns(pattern: String, place: Place?) throws {
        let verdict = try Trial(pattern, "", nil).verdict(writing: Self.writing)
        #expect(verdict.matches.first?.place == place)
    }

    // MARK: - essai, oui, non, pas encore

    @Test(
        "an example belongs to the section above or to the one it names",
        arguments: [
            ("oui : un", true), ("oui : deux", false), ("non : deux", true), ("non : un", false),
            ("Oui : un", true), ("OUI : deux", false), ("Pas encore : deux", true),
            ("oui: un", true), ("oui spam : un", true), ("oui offre store : un", false),
            ("non offre store : un", true), ("oui offre store : trois", true),
            ("oui : deux # un", true), ("oui : deux, # un", true), ("pas encore : un", true),
        ]
    )
    func examples(line: String, holds: Bool) throws {
        let rulebook = try rulebook(
            "[offre store]\n+3 trois : trois\n[spam]\n+3 un : un\nessai +3 deux : deux\n\(line)"
        )
        #expect(rulebook.examples.count == 1)
        #expect(rulebook.checkExamples().filter(\.isFailure).isEmpty == holds)
    }

    @Test("a trial is shown and decides nothing")
    func trials() throws {
        let rulebook = try rulebook("[spam] seuil 1\nessai +3 un : un\nEssai -2 deux : deux")
        let verdict = rulebook.verdict(on: Writing(body: "un deux"))
        #expect(verdict.matches.map(\.trial) == [true, true])
        #expect(verdict.score(of: Target(category: .spam)) == 0)
        #expect(!verdict.reached(Target(category: .spam)))
    }

    @Test("a rule counts once, at its first place")
    func once() throws {
        let rulebook = try rulebook("[spam]\n+2 un : un")
        let verdict = rulebook.verdict(on: Writing(subject: "un un", body: "Un. Un.\n\nun"))
        #expect(verdict.matches.map(\.place) == [.subject])
        #expect(verdict.score(of: Target(category: .spam)) == 2)
    }
}

extension String {
    fileprivate func components(before mark: String) -> String {
        guard let range = firstRange(of: mark) else { return self }
        return String(self[..<range.lowerBound])
    }
}
