import Testing

@testable import Rules

@Suite("The sample rule file") struct SampleTests {
    static let lourdoueix = """
        je suis secretaire de mairie a Lourdoueix Saint Michel, 290 habitants, toute seule. \
        je voudrais comprendre pourquoi ca se passe comme ca. je peux y passer une journee par \
        semaine. je ne demande pas un logiciel, juste trouver une autre facon.
        """

    @Test("it loads, and its examples hold")
    func loads() throws {
        let rulebook = try Rulebook(files: [SampleRules.file])
        #expect(rulebook.ruleCount == 16)
        #expect(rulebook.checkExamples().filter(\.isFailure).map(\.description) == [])
        #expect(rulebook.targets.map(\.description).first == "offre investigation")
    }

    @Test("the sentence of the summary gives its points")
    func summary() throws {
        let rulebook = try Rulebook(files: [SampleRules.file])
        let verdict = rulebook.verdict(on: Writing(body: Self.lourdoueix))
        let words = verdict.matches.filter { $0.target.name == "investigation" }.map {
            "\($0.weight) \($0.text)"
        }
        #expect(
            words == [
                "3.0 comprendre pourquoi", "3.0 une journee par semaine",
                "3.0 demande pas un logiciel", "2.0 trouver une autre facon",
            ]
        )
        #expect(verdict.score(of: Target(category: .offer, name: "investigation")) == 11)
    }
}
