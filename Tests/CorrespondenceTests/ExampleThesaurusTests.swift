import Foundation
import French
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
            ("cantine, repas jetés", "cantine", "les repas sont presque tous jetés", true),
            ("cantine, repas jetés", "cantine", "on jette la moitié des repas", false),
            ("cantine, repas jetés", "cantine", "des repas, du pain jeté", false),
            ("lire et écrire", "lire et écrire", "savoir lire et écrire", true),
            ("cantine, repas jetés", "cantine", "on jette tout. Les repas sont bons", false),
            ("fosse, =tombes", "fosse", "les tombes", true),
            ("fosse, =tombes", "fosse", "cela tombe bien", false),
            ("faible : jeunes", "jeunes", "les jeunes", false),
            ("faible : jeunes\nfaible : emploi", "jeunes, emploi", "l'emploi des jeunes", true),
            ("ignorer : outil", "outil", "un outil", false),
            ("ignorer : tri du courrier\ntri, trier", "tri", "le tri du courrier", false),
            ("ignorer : tri du courrier\ntri, trier", "tri", "le tri des bouteilles", true),
            ("", "gâteau d'étoiles", "GATEAUX d’etoile", true),
            ("cantine, (barquettes)", "cantine", "des barquettes", false),
            ("cantine, (barquettes), (self)", "cantine", "des barquettes au self", true),
            ("cantine, (barquettes)", "cantine", "cantine et barquettes", true),
        ]
    )
    func meaning(synonyms: String, themes: String, text: String, fits: Bool) throws {
        let themes = themes.split(separator: ",").map(String.init)
        let links = try links(synonyms, themes: themes)
        let best = links.ranking(
            for: ExampleQuery(text: text),
            offers: [.investigation],
            on: today,
            limit: 1
        ).first
        let points = best?.link.fit?.subjects.reduce(0) { $0 + $1.points } ?? 0
        #expect((points >= 0.8) == fits)
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

    @Test(
        "phrases stand under the address of an example",
        arguments: [
            (
                "# essai\nUne phrase\nhttps://a.example/\n", 2,
                "écrivez au-dessus celle de l'exemple"
            ),
            (
                "https://a.example/\nOui.\n\nhttps://b.example/\nNon.", 4,
                "aucun tableau n'a l'adresse https://b.example/"
            ),
        ]
    )
    func phrases(text: String, line: Int, words: String) throws {
        let link = ExampleLink(offer: .store, title: "Titre", url: "https://a.example/")
        let error = try #require(throws: ExamplesError.self) {
            try ExamplePhrases(text: text).check([link])
        }
        #expect(error.description.hasPrefix("exemples-phrases.txt:\(line) : "))
        #expect(error.description.contains(words))
    }

    @Test(
        "a message that resembles the phrases gets the example without a word of its title",
        arguments: [
            ("Les enfants laissent tout, l'assiette repart pleine du réfectoire.", true),
            ("Toutes ces assiettes pleines que les enfants laissent au réfectoire !", true),
            ("Les enfants jouent.", false), ("Bonjour, merci, une assiette", false), ("", false),
        ]
    )
    func likeness(text: String, isShown: Bool) throws {
        let phrases = """
            \u{FEFF}https://a.example/
            L'assiette repart pleine du réfectoire, les enfants laissent les légumes.\r
            Des assiettes pleines reviennent du réfectoire.
            # https://b.example/
            """
        let links = ExampleLinks(
            [ExampleLink(offer: .investigation, title: "Gaspillage", url: "https://a.example/")],
            thesaurus: ExampleThesaurus(),
            phrases: try ExamplePhrases(text: phrases)
        )
        let shown = links.closest(
            to: ExampleQuery(text: text),
            offers: [.investigation],
            on: today,
            limit: 2
        )
        #expect(shown.isEmpty != isShown)
        #expect(shown.allSatisfy { $0.fit?.subjects.isEmpty == true && $0.fit?.likeness != nil })
    }

    @Test("who lives where an example was carried out has no such problem for that")
    func territory() throws {
        let link = ExampleLink(
            offer: .investigation,
            title: "Suivre les engagements du territoire seine-saint-denis",
            url: "https://a.example/",
            territory: "Seine-Saint-Denis"
        )
        let links = ExampleLinks([link])
        let ranking = links.ranking(
            for: ExampleQuery(text: "Mairie de Saint-Ouen, Seine-Saint-Denis, en Seine"),
            offers: [.investigation],
            on: today,
            limit: 2
        )
        #expect(ranking.isEmpty)
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

    @Test(
        "forms of a word, and words that only share its stem",
        arguments: [
            ("equipe", "equipes", true), ("inscrire", "inscription", true),
            ("inscrire", "inscrivent", true), ("livrer", "livraison", true),
            ("isole", "isolees", true), ("equipe", "equipement", false),
            ("station", "stationnement", false), ("administration", "administrer", true),
            ("commune", "communication", false), ("organe", "organisme", false),
        ]
    )
    func forms(first: String, second: String, areForms: Bool) {
        #expect(ExampleWords.areForms(first, second) == areForms)
        #expect(ExampleWords.areForms(second, first) == areForms)
    }

    @Test(
        "a service is named by its name, not by words spelt alike",
        arguments: [
            ("Conseiller numérique", "nous avons lu Conseiller Numérique", true),
            ("Conseiller numérique", "conseiller numérique nous intéresse", true),
            ("Conseiller numérique", "notre conseiller numérique", false),
            ("Conseiller numérique", "le Conseiller numérique", true),
            ("Administration+", "avez-vous Administration+ ?", true),
            ("Administration+", "l'administration", false),
            ("Administration+", "Administration et services", false),
            ("eva", "eva", false),
        ]
    )
    func serviceName(title: String, text: String, isNamed: Bool) {
        let text = TokenizedText(text)
        let name = ServiceName(title)
        let isFound = text.tokens.indices.contains { name?.stands(at: $0, in: text) == true }
        #expect(isFound == isNamed)
    }
}
