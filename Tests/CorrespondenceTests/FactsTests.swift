import Correspondence
import Foundation
import Testing

@Suite("Facts") struct FactsTests {
    private static func section(
        _ name: String,
        value: String = "oui",
        review: String = "2027-06-30",
        fallback: String = "peut-être"
    ) -> String {
        """
        [\(name)]
        valeur = \(value)
        source = https://exemple.example/
        responsable = équipe
        revoir_le = \(review)
        repli = \(fallback)

        """
    }

    @Test("a fact is stated until the end of its review day in Paris, then its fallback")
    func review() throws {
        let facts = try Facts(source: Self.section("duree", review: "2026-09-01"), file: "f")
        // 21:59 UTC is 23:59 in Paris in summer; two minutes later the day is over there.
        let lastMinute = Date(timeIntervalSince1970: 1_788_299_940)
        let nextDay = Date(timeIntervalSince1970: 1_788_300_060)
        #expect(facts.text("duree", on: lastMinute) == "oui")
        #expect(facts.expired(on: lastMinute).isEmpty)
        #expect(facts.text("duree", on: nextDay) == "peut-être")
        #expect(facts.values(on: nextDay)["duree"] == "peut-être")
        #expect(facts.expired(on: nextDay) == ["duree"])
    }

    @Test("an empty value is absent, before and after its review day")
    func empty() throws {
        let source = Self.section("delai", value: "", review: "2020-01-01", fallback: "")
        let facts = try Facts(source: source, file: "f")
        #expect(facts.names == ["delai"])
        #expect(facts.values(on: today)["delai"] == .some(.null))
        #expect(facts.expired(on: today).isEmpty)
    }

    @Test("Notepad's marks, comments, blanks and quotes are read")
    func lenient() throws {
        let source =
            "\u{FEFF}# commentaire\r\n"
            + Self.section("a", value: "\" x = y \"")
            .replacingOccurrences(of: "\n", with: "\r\n")
        #expect(try Facts(source: source, file: "f").text("a", on: today) == " x = y ")
    }

    @Test(
        "a broken file says where, what and what to do",
        arguments: [
            ("bonjour", 1, 1, "clé = valeur"),
            ("\n  valeur = 1", 2, 3, "d'abord « [nom] »"),
            ("[un fait]", 1, 1, "ne peut pas nommer un fait"),
            ("[é]", 1, 1, "ne peut pas nommer un fait"),
            ("[a", 1, 1, "ne peut pas nommer un fait"),
            ("[a]\nvaleurs = 1", 2, 1, "vouliez-vous « valeur »"),
            ("[a]\ncouleur_du_ciel = 1", 2, 1, "écrivez valeur, source"),
            ("[a]\nvaleur = 1\nvaleur = 2", 3, 1, "déjà rempli"),
            ("[a]\nvaleur = \"x", 2, 10, "guillemet non fermé"),
            ("[a]\nvaleur = 1\n", 1, 1, "il manque « source »"),
            (section("a", review: "30/06/2027"), 5, 13, "n'est pas une date"),
            (section("a", review: "2027-02-30"), 5, 13, "n'est pas une date"),
            (section("a", review: ""), 5, 12, "n'est pas une date"),
            (section("a") + section("a"), 7, 1, "existe déjà ligne 1"),
            (section("lien_a", value: "territoires.store"), 2, 10, "elle commence par https://"),
            (
                section("a").replacingOccurrences(of: "équipe", with: ""), 1, 1,
                "pas de source ou de responsable"
            ),
        ]
    )
    func errors(source: String, line: Int, column: Int, advice: String) throws {
        let error = try #require(throws: FactsError.self) {
            try Facts(source: source, file: "faits.conf")
        }
        #expect(error.line == line && error.column == column, "\(error)")
        #expect(error.description.contains(advice), "\(error)")
        #expect(error.description.hasPrefix("faits.conf:\(line):\(column) : "))
    }

    @Test("what the public page does not state is shipped empty")
    func shipped() throws {
        let file = shippedTemplates.appendingPathComponent("faits.conf")
        let facts = try Facts(source: String(contentsOf: file, encoding: .utf8), file: "faits.conf")
        for name in [
            "delai_jours_ouvres", "qui_rappelle", "telephone_service", "duree_conservation",
            "contact_donnees",
        ] {
            #expect(facts.names.contains(name))
            #expect(facts.text(name, on: today) == nil)
        }
        #expect(facts.text("temps_par_semaine", on: today) == "au moins une journée par semaine")
        #expect(facts.expired(on: today).isEmpty)
    }
}

@Suite("French dates") struct FrenchDatesTests {
    @Test(
        "dates are written in Paris time",
        arguments: [
            (1_788_274_860, "mardi 1er septembre 2026 à 17 h 01", "1er sept. 17 h 01"),
            (1_795_511_520, "mardi 24 novembre 2026 à 10 h 12", "24 nov. 10 h 12"),
            (1_767_222_060, "jeudi 1er janvier 2026 à 0 h 01", "1er janv. 0 h 01"),
            // The hour that summer time skips and the hour that winter time repeats.
            (1_774_746_000, "dimanche 29 mars 2026 à 3 h 00", "29 mars 3 h 00"),
            (1_792_890_000, "dimanche 25 octobre 2026 à 2 h 00", "25 oct. 2 h 00"),
            (1_835_459_999, "mardi 29 février 2028 à 18 h 59", "29 févr. 18 h 59"),
        ] as [(Int, String, String)]
    )
    func dates(seconds: Int, long: String, short: String) {
        let date = Date(timeIntervalSince1970: Double(seconds))
        #expect(FrenchDates.long(date) == long)
        #expect(FrenchDates.short(date) == short)
    }

    @Test("a day alone")
    func day() {
        #expect(FrenchDates.day(today) == "mardi 24 novembre 2026")
        #expect(FrenchDates.shortDay(today) == "mar. 24 nov.")
    }
}
