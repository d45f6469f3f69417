import Foundation
import JSONLines
import Testing

@Suite("guichet examples") struct ExamplesCommandTests {
    private static let text = "Trop de repas jetés à la cantine"

    @Test("a person reads the ranking, the words that made it and the threshold")
    func person() throws {
        let result = try Program.run(["examples", "--offer", "investigation", Self.text])
        #expect(result.code == 0)
        for words in [
            "INVESTIGATION", "gaspillage alimentaire", "« repas jetés »", "seuil", "montrés : 1",
            "non montré : même sujet",
        ] { #expect(result.output.contains(words), "\(words)\n\(result.output)") }
        #expect(!result.output.contains("En cours"))
        let nothing = try Program.run(["examples", "--offer", "startup", "Bonjour"])
        #expect(nothing.output.contains("seulement la page générale"))
    }

    @Test("a program reads it as JSON, and a place chooses among equals")
    func program() throws {
        for (place, number) in [("Beauvais", 1), ("Côtes-d'Armor", 29)] {
            let result = try Program.run([
                "examples", "--json", "--offer", "investigation", "--place", place, Self.text,
            ])
            let json = try #require(try JSONReader.value(of: result.output).objectValue)
            let first = try #require(json.array("examples")?.first?.objectValue)
            #expect(
                first.string("url") == "https://incubateur.anct.gouv.fr/investigation/\(number)/"
            )
            #expect(first.string("verdict") == "shown")
        }
    }

    @Test("what is wrong is said")
    func errors() throws {
        #expect(try Program.run(["examples"]).code == 64)
        let offer = try Program.run(["examples", "--offer", "magasin", "x"])
        #expect(offer.code == 64)
        #expect(offer.errors.contains("investigation, startup, store"))
        let folder = try Program.run(["examples", "--templates", "/nowhere", "x"])
        #expect(folder.code == 78)
        #expect(folder.errors.contains("exemples-investigations.tsv:1"))
    }
}
