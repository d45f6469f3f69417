import Foundation
import Intake
import Testing

@testable import Correspondence

@Suite("Synonyms of examples") struct ExampleThesaurusTests {
    private func links(_ synonyms: String, themes: [String]) throws -> ExampleLinks {
        ExampleLinks(
            [
                ExampleLink(
                    offer: .investigation,
                    title: "Titre",
                    url: "https://a.example/",
                    themes: themes
                )
            ],
            thesaurus: try ExampleThesaurus(text: synonyms)
        )
    }

    @Test(
        "what names the same subject",
        arguments: [
            ("cantine, restauration scolaire", "cantine", "la restauration scolaire", true),
            ("cantine, restauration scolaire", "cantine", "la restauration rapide", false),
            ("\u{FEFF}# essai\r\ncantine ; self\r\n", "self", "nos cantines", true),
            ("cantine, repas jetés", "cantine", "on jette la moitié des repas", true),
            ("cantine, repas jetés", "cantine", "on jette tout. Les repas sont bons", false),
            ("fosse, =tombes", "fosse", "les tombes", true),
            ("fosse, =tombes", "fosse", "cela tombe bien", false),
            ("faible : jeunes", "jeunes", "les jeunes", false),
            ("faible : jeunes\nfaible : emploi", "jeunes, emploi", "l'emploi des jeunes", true),
            ("ignorer : outil", "outil", "un outil", false),
            ("ignorer : tri du courrier\ntri, trier", "tri", "le tri du courrier", false),
            ("ignorer : tri du courrier\ntri, trier", "tri", "le tri des bouteilles", true),
            ("", "gâteau d'étoiles", "GATEAUX d’etoile", true),
        ]
    )
    func meaning(synonyms: String, themes: String, text: String, fits: Bool) throws {
        let themes = themes.split(separator: ",").map(String.init)
        let links = try links(synonyms, themes: themes)
        let shown = links.closest(
            to: ExampleQuery(text: text),
            offers: [.investigation],
            on: today,
            limit: 1
        )
        #expect(shown.isEmpty != fits)
    }

    @Test(
        "a line that cannot be used says where, what and what to do",
        arguments: [
            ("# a\nmoyen : x", 2, "écrivez « faible : » ou « ignorer : »"),
            ("faible : ,", 1, "aucun mot sur cette ligne"),
            ("cantine, de la", 1, "« de la » ne contient aucun mot qui compte"),
            ("manger sur place\nse loger", 2, "il ne reste que « loger » ; écrivez ce seul mot"),
            ("cantine\n\nrepas, cantines", 3, "« cantines » est déjà ligne 1"),
        ]
    )
    func errors(text: String, line: Int, advice: String) throws {
        let error = try #require(throws: ExamplesError.self) { try ExampleThesaurus(text: text) }
        #expect(error.line == line)
        #expect(error.description.hasPrefix("exemples-synonymes.txt:\(line) : "))
        #expect(error.description.contains(advice), "\(error)")
    }

    @Test("a file that is missing or in another encoding is named")
    func unreadable() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("synonymes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: ExamplesError.self) { try ExampleThesaurus(folder: folder) }
        let file = folder.appendingPathComponent(ExampleThesaurus.fileName)
        try Data([0x63, 0xE8, 0x0A]).write(to: file)
        #expect(throws: ExamplesError.self) { try ExampleThesaurus(folder: folder) }
    }
}
