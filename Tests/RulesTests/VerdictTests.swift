import Testing

@testable import Rules

@Suite("Verdicts") struct VerdictTests {
    private func rulebook(_ text: String) throws -> Rulebook {
        try Rulebook(files: [RuleFile(name: "a.rules", bytes: Array(text.utf8))])
    }

    @Test("weights are summed once a rule, trials are shown only")
    func scores() throws {
        let rulebook = try rulebook(
            """
            [spam] seuil 2
            +2,5 gagner : gagner
            -1 merci : merci
            essai +5 million : million
            """
        )
        let verdict = rulebook.verdict(
            on: Writing(subject: "Gagnez", body: "Merci. Vous gagnez un million, merci, gagnez !")
        )
        let spam = Target(category: .spam)
        #expect(verdict.score(of: spam) == 1.5)
        #expect(!verdict.reached(spam))
        #expect(verdict.matches.map(\.rule) == ["gagner", "merci", "million"])
        #expect(verdict.matches.map(\.text) == ["Gagnez", "Merci", "million"])
        #expect(verdict.matches.map(\.trial) == [false, false, true])
    }

    @Test("examples are tried and explained in French")
    func examples() throws {
        let rulebook = try rulebook(
            """
            [offre store] seuil 2
            +2 liste : liste
            [piste irritants] seuil 1
            +1 agacer : agacer
            oui : la liste
            oui : rien du tout
            non : encore la liste
            pas encore : un jour
            oui piste irritants : cela nous agace
            """
        )
        #expect(
            rulebook.checkExamples().map(\.description) == [
                "a.rules, ligne 6 : « oui » attendu pour [offre store], mais 0 point : il en faut 2."
                    + " Exemple : rien du tout",
                "a.rules, ligne 7 : « non » attendu pour [offre store], mais 2 points : le seuil de 2"
                    + " est atteint (+2 liste). Exemple : encore la liste",
                "a.rules, ligne 8 : « pas encore » reconnu pour [offre store] : 0 point sur 2."
                    + " Exemple : un jour",
            ]
        )
        #expect(rulebook.checkExamples().map(\.isFailure) == [true, true, false])
    }

    // MARK: - Work

    private static let hostileRules = """
        @a = aller, venir, "aller venir", "aller aller aller"
        [spam]
        +1 chaine : aller ...60 aller ...60 aller ...60 aller ...60 introuvable
        +1 groupe : (aller ...60 aller) ...60 (aller ...60 aller) &60 introuvable
        +1 libre : aller & aller & aller & introuvable
        +1 choix : @a [@a] [@a] [@a] [@a] [@a] introuvable
        +1 refuse : refus: aller ...60 @a &60 (@a / aller) & introuvable
        +1 profond : ((((aller / venir) [aller]) [aller]) [aller]) introuvable
        """

    @Test(
        "the work is linear in the text, whatever the rules",
        arguments: ["aller ", "aller. ", "pas aller venir "]
    )
    func linearInText(unit: String) throws {
        let rulebook = try rulebook(Self.hostileRules)
        let words = unit + "introuvable "
        let short = rulebook.verdict(
            on: Writing(body: "aller " + String(repeating: unit, count: 4000))
        )
        let long = rulebook.verdict(
            on: Writing(body: "aller " + String(repeating: unit, count: 16000))
        )
        #expect(long.steps < short.steps * 5)
        #expect(long.steps < 16000 * 2000)
        #expect(!words.isEmpty)
    }

    @Test("sets of sets of sets stay cheap")
    func doubledSets() throws {
        var text = "@s0 = aller\n"
        for level in 1...40 { text += "@s\(level) = [@s\(level - 1)] @s\(level - 1)\n" }
        let rulebook = try rulebook(text + "[spam]\n+1 double : @s40 & introuvable\n")
        let body = String(repeating: "aller ", count: 390) + "introuvable"
        let verdict = rulebook.verdict(on: Writing(body: body))
        #expect(verdict.matches.count == 1)
        #expect(verdict.steps < 5_000_000)
    }

    @Test("rules that meet nothing cost nothing")
    func independentOfRules() throws {
        func book(_ count: Int) throws -> Rulebook {
            let rules = (0..<count).map { "+1 r\($0) : mot\($0) ...5 (autre\($0) / chose\($0))" }
            return try rulebook("[spam]\n" + rules.joined(separator: "\n"))
        }
        let body = String(repeating: "une phrase qui parle de tout autre chose. ", count: 500)
        let few = try book(10).verdict(on: Writing(body: body))
        let many = try book(2000).verdict(on: Writing(body: body))
        #expect(many.steps == few.steps)
    }
}
