import Correspondence
import Foundation
import Intake
import Testing

@Suite("Example links") struct ExamplesTests {
    private let shipped: ExampleLinks

    init() throws {
        shipped = try ExampleLinks(folder: shippedTemplates)
    }

    @Test(
        "what fits is found",
        arguments: [
            (
                "Les gens viennent pour leurs papiers, la carte grise, les impôts : je fais la queue "
                    + "avec eux.", .investigation, "/investigation/99/"
            ),
            (
                "Nous avons des dépôts sauvages derrière la gare, pourquoi ces dépôts sauvages "
                    + "reviennent-ils ?", .investigation, "/investigation/45/"
            ),
            (
                "Comment lutter contre l'illectronisme de nos personnes âgées ?", .investigation,
                "/investigation/83/"
            ),
            ("Nous voulons reprendre Aidants Connect.", .store, "aidantsconnect"),
            ("Peut-on utiliser RDV-Solidarités chez nous ?", .store, "rdv-solidarites"),
            ("Signalement du mal-logement et de l'habitat indigne", .store, "histologe"),
        ] as [(String, Offer, String)]
    )
    func fitting(text: String, offer: Offer, url: String) throws {
        let first = shipped.closest(to: text, offers: [offer], limit: 1).first
        #expect(try #require(first).url.contains(url))
    }

    @Test(
        "what does not fit is not shown",
        arguments: [
            "Bonjour, nous souhaitons être rappelés. Cordialement, le maire",
            "Nous voulons améliorer le service rendu aux usagers de notre territoire.",
            "", "Zzz 123",
        ]
    )
    func unfitting(text: String) {
        #expect(shipped.closest(to: text, offers: Offer.allCases, limit: 3).isEmpty)
    }

    @Test("several offers take turns, within the limit, nothing twice")
    func turns() {
        let text = "Gaspillage alimentaire à la cantine : repas jetés. Aidants Connect, Histologe."
        let links = shipped.closest(to: text, offers: [.store, .investigation], limit: 3)
        #expect(links.map(\.offer) == [.store, .investigation, .store])
        #expect(Set(links.map(\.title)).count == 3)
    }

    @Test("of two equal ones the writer's own territory comes first")
    func places() throws {
        let text = "Le gaspillage alimentaire, les repas jetés à la cantine"
        for place in ["Oise", "Côtes-d'Armor"] {
            let link = shipped.closest(
                to: text,
                offers: [.investigation],
                places: [place],
                limit: 1
            )
            #expect(link.first?.territory == place)
        }
    }

    @Test("a label reads as the end of a sentence")
    func labels() {
        let question = ExampleLink(
            offer: .investigation,
            title: "Comment faire pour rendre plus accessible l'accueil ?",
            url: "https://a.example/",
            territory: "Le Havre, CU du Havre"
        )
        #expect(question.label == "Le Havre : rendre plus accessible l'accueil")
        #expect(shipped.links.allSatisfy { $0.label.count <= 121 })
    }

    @Test(
        "a broken table says where, what and what to do",
        arguments: [
            ("titre\tadresse\n", 1, "la colonne « themes » manque"),
            ("A\tftp://x.example\tt\to\t\n", 2, "commence par https://"),
            ("A\thttps://x.example/ y\tt\to\t\n", 2, "commence par https://"),
            ("\thttps://x.example\tt\to\t\n", 2, "le titre manque"),
            ("A\thttps://x.example\tt\to\thier\n", 2, "n'est pas une date"),
            ("A\n", 2, "1 colonnes au lieu de 5"),
            ("A\thttps://x.example\tt\to\t\tz\n", 2, "6 colonnes au lieu de 5"),
        ]
    )
    func errors(rows: String, line: Int, advice: String) throws {
        let header = "titre\tadresse\tthemes\tobjet\tverifie_le\n"
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("exemples-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: shippedTemplates, to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = line == 1 ? rows : header + rows
        try Data(source.utf8).write(to: folder.appendingPathComponent("exemples-startups.tsv"))
        let error = try #require(throws: ExamplesError.self) { try ExampleLinks(folder: folder) }
        #expect(error.line == line)
        #expect(error.description.hasPrefix("exemples-startups.tsv:\(line) : "))
        #expect(error.description.contains(advice), "\(error)")
    }
}
