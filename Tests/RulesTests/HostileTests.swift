import French
import Testing

@testable import Rules

/// Rules and texts made to be slow. Work is counted in steps, which depend on no machine.
@Suite("Hostile rules and texts") struct HostileTests {
    private static func rulebook(_ text: String) throws -> Rulebook {
        try Rulebook(files: [RuleFile(name: "a.rules", bytes: Array(text.utf8))])
    }

    private static func repeated(_ unit: String, _ count: Int) -> String {
        String(repeating: unit, count: count)
    }

    private static func stepsPerToken(_ rulebook: Rulebook, _ body: String) -> Double {
        let tokens = TokenizedText(body).tokens.count
        return Double(rulebook.verdict(on: Writing(body: body)).steps) / Double(max(1, tokens))
    }

    // MARK: - Texts

    /// The most steps for one token and one rule: about ten for each of its parts, of which the
    /// largest here has fifty.
    private static let bound = 450.0

    private static let constructions: [(name: String, rule: String)] = [
        ("gaps", repeated("aller ...60 ", 20) + "jamaisla"),
        ("gaps that all match but the last", repeated("aller ...60 ", 20) + "venir venir venir"),
        ("options", "aller " + repeated("[aller] ", 30) + "jamaisla"),
        ("options first", repeated("[aller] ", 30) + "aller venir venir venir"),
        ("options with gaps", "aller " + (1...30).map { "...\($0) [aller] " }.joined() + "venir"),
        ("alternatives", repeated("(aller / aller aller / venir aller / aller venir) ", 8) + "fin"),
        (
            "nested",
            repeated("(aller / ", 18) + "venir" + repeated(") [aller]", 18) + " ...9 aller fin"
        ),
        ("together", repeated("aller & ", 30) + "fin"),
        ("together near", repeated("aller &3 ", 30) + "venir venir venir"),
        ("together in groups", repeated("(aller ...3 aller) & ", 10) + "venir venir venir"),
        ("refused", "refus: " + repeated("aller ...9 ", 9) + "venir venir"),
        ("past", "passé: aller ...60 aller ...60 aller"),
        ("a question", "question: aller ...60 aller & venir venir venir"),
        ("a set of phrases", "@phrases ...3 venir venir venir"),
        ("a set of sets", "@s30 ...3 venir venir venir"),
    ]

    private static let sets: String = {
        let phrases =
            (0..<3000).map { "aller mot\($0)" } + (0..<50).map { "aller ...\($0 + 1) aller" }
        var text = "@phrases = \(phrases.joined(separator: ", "))\n@s0 = aller\n"
        for level in 1...30 { text += "@s\(level) = [@s\(level - 1)] @s\(level - 1) / aller\n" }
        return text
    }()

    private static let texts: [(name: String, unit: String)] = [
        ("one word", "aller "), ("two words", "aller venir "),
        ("three words", "aller aller venir "),
        ("one endless sentence", "aller puis venir, et "),
        ("many sentences", "aller. "), ("negations", "ne pas aller sans venir "),
        ("questions", "aller venir ? "), ("past", "nous avons déjà aller "),
        ("nothing", "chose truc "), ("no blanks", "aller-"), ("signs", "aller,;:()«» "),
    ]

    @Test("steps per token are bounded for each construction, and do not grow with the text")
    func linear() throws {
        for construction in Self.constructions {
            let rulebook = try Self.rulebook(
                "\(Self.sets)[spam]\n+1 a : \(construction.rule)\n"
            )
            for text in Self.texts {
                let place = "\(construction.name), \(text.name)"
                let short = Self.stepsPerToken(rulebook, Self.repeated(text.unit, 400))
                let long = Self.stepsPerToken(rulebook, Self.repeated(text.unit, 1200))
                #expect(long <= short * 1.1 + 1, "\(place): \(short), \(long)")
                #expect(long < Self.bound, "\(place): \(long)")
            }
        }
    }

    @Test("a megabyte costs what its words cost")
    func megabyte() throws {
        let rulebook = try Self.rulebook(
            "[spam]\n+1 a : aller ...60 aller ...60 fin\n+1 b : aller & venir & fin\n"
        )
        for unit in ["aller ", "aller venir, ", "a", "aller venir fin. ", "é€😀 "] {
            let body = Self.repeated(unit, 1_000_000 / unit.utf8.count)
            #expect(Self.stepsPerToken(rulebook, body) < 20)
        }
    }

    // MARK: - Many rules

    private static let mail = """
        Bonjour, je suis secrétaire de mairie et nous voulons comprendre pourquoi les habitants ne
        viennent plus au guichet. Nous n'avons pas de logiciel pour cela et personne ne sait faire.
        Un agent peut y passer une journée par semaine. Pouvez-vous nous appeler ? Merci d'avance.
        """

    /// Rules in the manner of the shipped ones; `changed` makes other words of theirs.
    private static func rules(_ copies: Int, changed: Bool) -> String {
        let patterns = [
            "(étudier# / comprendre#) ...6 (pourquoi / cause#)", "agent & une [seule] journée#",
            "refus: (vouloir / avoir) ...5 logiciel#", "nous ...4 (vouloir / devoir) ...3 appeler#",
            "question: combien# de temps# / quel agent#", "je & secrétaire# & mairie",
            "début: (bonjour / madame) ...9 habitant#", "passé: (mener# / tester#) ...4 enquête#",
            "un agent ...3 (passer# / consacrer#)", "@mots# ...3 guichet",
        ]
        var text = ""
        for copy in 0..<copies {
            let mark = changed && copy > 0 ? "zq\(copy)" : ""
            text += "@mots\(mark) = venir\(mark), revenir\(mark), aller au\(mark)\n"
            if copy == 0 { text += "[spam]\n" }
            for (number, pattern) in patterns.enumerated() {
                let rule = pattern.replacing("#", with: mark)
                text += "+1 r\(copy)-\(number) : \(rule)\n"
            }
            if !changed, copy < copies - 1 {
                text = text.replacing("@mots = ", with: "@mots\(copy) = ")
            }
        }
        return text
    }

    @Test("a hundred times the rules, in other words, cost little more")
    func otherWords() throws {
        let one = try Self.rulebook(Self.rules(1, changed: true))
        let ten = try Self.rulebook(Self.rules(10, changed: true))
        let hundred = try Self.rulebook(Self.rules(100, changed: true))
        let writing = Writing(subject: "Guichet", body: Self.mail)
        let steps = [one, ten, hundred].map { $0.verdict(on: writing).steps }
        #expect(steps[1] < steps[0] * 2, "\(steps)")
        #expect(steps[2] < steps[0] * 8, "\(steps)")
        #expect(
            one.verdict(on: writing).matches.map(\.text)
                == hundred.verdict(on: writing).matches.map(\.text)
        )
    }

    @Test("the same rules under other names cost one step each, not their work again")
    func otherNames() throws {
        let patterns = (0..<100).map {
            "+1 r\($0) : (comprendre / savoir) ...9 habitant ...9 guichet & nulle part"
        }
        let one = try Self.rulebook("[spam]\n\(patterns[0])")
        let all = try Self.rulebook("[spam]\n\(patterns.joined(separator: "\n"))")
        let writing = Writing(body: Self.mail)
        let (first, last) = (one.verdict(on: writing).steps, all.verdict(on: writing).steps)
        #expect(last - first < 99 * 12, "\(first), \(last)")
    }

    @Test("rules that share a common word wait for their rare ones")
    func commonWords() throws {
        func book(_ count: Int) throws -> Rulebook {
            let rules = (0..<count).map {
                "+1 r\($0) : nous ...9 (vouloir / devoir) ...9 un [seul] agent & rare\($0)x"
            }
            return try Self.rulebook("[spam]\n" + rules.joined(separator: "\n"))
        }
        let writing = Writing(body: Self.mail)
        #expect(try book(1000).verdict(on: writing).steps == book(10).verdict(on: writing).steps)
    }

    @Test("thousands of words or phrases in a set cost one look-up each")
    func largeSets() throws {
        func book(_ count: Int) throws -> Rulebook {
            let words = (0..<count).map { "mot\($0)x" }.joined(separator: ", ")
            let phrases = (0..<count).map { "un agent\($0)x" }.joined(separator: ", ")
            return try Self.rulebook(
                "@mots = agent, \(words)\n@phrases = un agent, \(phrases)\n"
                    + "[spam]\n+1 a : @mots ...9 semaine\n+1 b : @phrases ...9 semaine\n"
            )
        }
        let writing = Writing(body: Self.mail)
        let few = try book(20).verdict(on: writing)
        let many = try book(5000).verdict(on: writing)
        #expect(few.matches.count == 2)
        #expect(many.matches.map(\.text) == few.matches.map(\.text))
        #expect(many.steps == few.steps)
    }

    @Test("a word that no rule knows is compared with few others, however many are like it")
    func manyLikeIt() throws {
        func book(_ count: Int) throws -> Rulebook {
            let letters = Array("abcdefghij")
            let words = (0..<count).map { number in
                let inner = String(String(number + 1000).map { letters[$0.wholeNumberValue!] })
                return "i\(inner)\(inner)ation"
            }
            return try Self.rulebook("[spam]\n+1 a : \(words.joined(separator: " / "))\n")
        }
        let writing = Writing(body: Self.repeated("une investication, des imaginations ", 50))
        let (few, many) = (try book(10), try book(3000))
        #expect(many.verdict(on: writing).steps - few.verdict(on: writing).steps < 100)
    }

    @Test("a verdict does not depend on the writings before it")
    func keptRoom() throws {
        let rulebook = try Self.rulebook(Self.sets + Self.rules(3, changed: true))
        let writing = Writing(subject: "Guichet", body: Self.mail)
        let first = rulebook.verdict(on: writing)
        for body in ["", Self.repeated("aller ", 9000), Self.mail, "Un agent. Un agent."] {
            _ = rulebook.verdict(on: Writing(body: body))
        }
        let last = rulebook.verdict(on: writing)
        #expect(last.matches == first.matches)
        #expect(last.steps == first.steps)
        #expect(!first.matches.isEmpty)
    }

    @Test("threads share the rules")
    func threads() async throws {
        let rulebook = try Self.rulebook(Self.rules(2, changed: true))
        let writing = Writing(body: Self.mail)
        let expected = rulebook.verdict(on: writing).matches
        let all = await withTaskGroup(of: [Match].self) { group in
            for _ in 0..<16 { group.addTask { rulebook.verdict(on: writing).matches } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(all.allSatisfy { $0 == expected })
    }
}
