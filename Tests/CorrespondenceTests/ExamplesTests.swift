import Correspondence
import Foundation
import Intake
import Testing

@Suite("Example links") struct ExamplesTests {
    private static let loaded = Result { try ExampleLinks(folder: shippedTemplates) }
    private let shipped: ExampleLinks

    init() throws {
        shipped = try Self.loaded.get()
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
        let first = closest(to: text, offers: [offer], limit: 1).first
        #expect(try #require(first).url.contains(url))
    }

    private func closest(to text: String, offers: [Offer], places: [String] = [], limit: Int = 2)
        -> [ExampleLink]
    {
        var query = ExampleQuery(text: text)
        query.places = places
        return shipped.closest(to: query, offers: offers, on: today, limit: limit)
    }

    @Test(
        "what does not fit is not shown",
        arguments: [
            "Bonjour, nous souhaitons être rappelés. Cordialement, le maire",
            "Nous voulons améliorer le service rendu aux usagers de notre territoire.",
            "", "Zzz 123",
            "Les agents, les usagers, l'accueil, un outil, un problème, un service, un territoire.",
            "Le syndicat des eaux souhaite être accompagné.",
            "Je suis adjointe à la petite enfance et je voudrais en savoir plus.",
            "C'est la directrice de la crèche qui m'a parlé de vous. Comment faire ?",
            "Pourrions-nous convenir d'un rendez-vous téléphonique ?",
            "Au passage, la cantine marche très bien. Nous cherchons de l'aide.",
            "Meilleurs vœux, bonne santé à toute l'équipe.",
            "Nos jeunes, toujours nos jeunes. Les jeunes !",
        ]
    )
    func unfitting(text: String) {
        #expect(closest(to: text, offers: Offer.allCases, limit: 3).isEmpty)
    }

    @Test("several offers take turns, within the limit, nothing twice")
    func turns() {
        let text =
            "Gaspillage alimentaire : trop de repas jetés. Et Aidants Connect ? Et Histologe ?"
        let links = closest(to: text, offers: [.store, .investigation], limit: 3)
        #expect(links.map(\.offer) == [.store, .investigation, .store])
        #expect(Set(links.map(\.title)).count == 3)
    }

    @Test("one sentence about a subject suffices, which in a long mail would be said in passing")
    func terse() {
        let sentence =
            "Les administrés ne viennent jamais aux réunions publiques, sauf les mêmes dix."
        let filling = String(
            repeating: " Nous restons à votre disposition et vous remercions de votre attention.",
            count: 6
        )
        func titles(_ text: String) -> [String] {
            closest(to: text, offers: [.investigation]).map(\.title)
        }
        #expect(!titles(sentence).isEmpty)
        #expect(titles(sentence + filling).isEmpty)
        // Words that merely resemble weigh no more for it.
        #expect(titles("Nous découvrons les fuites d'eau trop tard.").isEmpty)
    }

    @Test("of two equal ones the writer's own territory comes first")
    func places() throws {
        let text = "Le gaspillage alimentaire, les repas jetés à la cantine"
        for place in ["Oise", "Côtes-d'Armor"] {
            let links = closest(to: text, offers: [.investigation], places: [place], limit: 1)
            #expect(links.first?.territory == place)
        }
    }

    @Test("a subject said in passing gives way to the one that is asked")
    func passing() {
        let text = """
            Nous avons trop de repas jetés à la cantine et voudrions comprendre pourquoi. \
            Par ailleurs, la piscine est en travaux. Mon précédent poste portait sur le compost.
            """
        let titles = closest(to: text, offers: [.investigation]).map(\.title)
        #expect(titles.first == "Réduire le gaspillage alimentaire dans les cantines scolaires")
        #expect(!titles.contains { $0.contains("compost") })
    }

    @Test("the writer's own organisation tells nothing")
    func organisation() {
        var query = ExampleQuery(
            text: "Le Réseau du compost et des biodéchets voudrait être rappelé."
        )
        let offers: [Offer] = [.investigation]
        #expect(!shipped.closest(to: query, offers: offers, on: today, limit: 2).isEmpty)
        query.organisation = "Réseau du compost et des biodéchets"
        #expect(shipped.closest(to: query, offers: offers, on: today, limit: 2).isEmpty)
    }

    @Test("where the writer lives makes nothing fit")
    func placesAlone() {
        #expect(closest(to: "Bonjour", offers: [.investigation], places: ["Oise"]).isEmpty)
        let text = "Nous voulons des composteurs collectifs."
        let links = closest(to: text, offers: [.investigation], places: ["Oise"])
        #expect(links.allSatisfy { $0.territory != "Oise" })
    }

    @Test("of two that fit the finished one comes first, and the status is not printed")
    func finished() {
        let link = { (url: String, isFinished: Bool) in
            ExampleLink(
                offer: .investigation,
                title: "Titre \(url)",
                url: url,
                themes: ["compost"],
                isFinished: isFinished
            )
        }
        let links = ExampleLinks([
            link("https://a.example/", false), link("https://b.example/", true),
        ])
        let query = ExampleQuery(text: "Le compost")
        let shown = links.closest(to: query, offers: [.investigation], on: today, limit: 2)
        #expect(shown.map(\.url) == ["https://b.example/", "https://a.example/"])
        #expect(shown.allSatisfy { !$0.label.contains("ermin") })
    }

    @Test(
        "a page checked too long ago is not shown, one never checked as it is configured",
        arguments: [
            ("2026-11-20", true, .shown), ("2025-11-24", true, .shown),
            ("2025-11-23", true, .outdated), ("2025-11-23", false, .outdated),
            (nil, true, .shown), (nil, false, .unchecked), ("2026-11-20", false, .shown),
        ] as [(String?, Bool, RankedExample.Verdict)]
    )
    func checked(day: String?, showsUnchecked: Bool, verdict: RankedExample.Verdict) {
        var links = ExampleLinks([
            ExampleLink(
                offer: .store,
                title: "Compostons",
                url: "https://c.example/",
                themes: ["compost"],
                checkedOn: day
            )
        ])
        links.showsUnchecked = showsUnchecked
        let query = ExampleQuery(text: "Du compost ?")
        let ranking = links.ranking(for: query, offers: [.store], on: today, limit: 2)
        #expect(ranking.map(\.verdict) == [verdict])
        let neglected = links.neglected(on: today)
        #expect(neglected.unchecked == (day == nil ? 1 : 0))
        #expect(neglected.outdated == (verdict == .outdated ? 1 : 0))
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
        #expect(shipped.links.allSatisfy { $0.label.count <= 181 })
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
