import Correspondence
import Foundation
import Testing

/// What may stand in a fact, and what becomes of it.
@Suite("Kinds of facts") struct FactKindTests {
    private static func section(
        _ name: String,
        value: String,
        fallback: String = "",
        review: String = "2027-06-30",
        owner: String = "équipe"
    ) -> String {
        """
        [\(name)]
        valeur = \(value)
        source = note
        responsable = \(owner)
        revoir_le = \(review)
        repli = \(fallback)

        """
    }

    @Test(
        "a value or a fallback of another kind says where, what and what to do",
        arguments: [
            (section("delai_jours_ouvres", value: "deux jours"), 2, 10, "entier de 1 à 60"),
            (section("delai_jours_ouvres", value: "0"), 2, 10, "entier de 1 à 60"),
            (section("delai_jours_ouvres", value: "61"), 2, 10, "entier de 1 à 60"),
            (section("delai_jours_ouvres", value: "-5"), 2, 10, "entier de 1 à 60"),
            (section("delai_jours_ouvres", value: "٥"), 2, 10, "entier de 1 à 60"),
            (section("delai_jours_ouvres", value: "5", fallback: "bientôt"), 6, 9, "ou rien"),
            (section("telephone_service", value: "au standard"), 2, 10, "01 85 58 60 00"),
            (section("telephone_service", value: "12 34"), 2, 10, "01 85 58 60 00"),
            (section("lien_a", value: "https://a.example/b c"), 2, 10, "sans espace"),
            (section("lien_a", value: "https://localhost"), 2, 10, "n'est pas une adresse"),
            (section("lien_a", value: "javascript:alert(1)"), 2, 10, "n'est pas une adresse"),
            (section("lien_a", value: "https://a.example/", fallback: "a.example"), 6, 9, "https"),
            (section("a", value: "un\u{202E}mot"), 2, 12, "(U+202E)"),
            (section("a", value: "un\u{200B}mot"), 2, 12, "(U+200B)"),
            (section("a", value: "un\tmot"), 2, 12, "(U+0009)"),
            (section("a", value: "un\u{2028}mot"), 2, 12, "(U+2028)"),
            (section("a", value: "un\u{0B}mot"), 2, 12, "(U+000B)"),
            (section("a", value: "\"un\u{E000}mot\""), 2, 13, "(U+E000)"),
            (section("a", value: "mot", owner: "é\u{7}quipe"), 4, 16, "(U+0007)"),
            (section("a", value: "x {{duree}}"), 2, 12, "« {{ »"),
            (section("a", value: "x", fallback: "duree }}"), 6, 15, "« }} »"),
            (section("a", value: "Une phrase.", fallback: "des mots"), 6, 9, "par un point"),
            (section("a", value: "des mots", fallback: "Une phrase."), 6, 9, "par un point"),
        ]
    )
    func errors(source: String, line: Int, column: Int, advice: String) throws {
        let error = try #require(throws: FactsError.self) {
            try Facts(source: source, file: "faits.conf")
        }
        #expect(error.line == line && error.column == column, "\(error)")
        #expect(error.description.contains(advice), "\(error)")
    }

    @Test(
        "what is well said is taken",
        arguments: [
            section("delai_jours_ouvres", value: "1", fallback: "60"),
            section("delai_jours_ouvres", value: "", fallback: ""),
            section("telephone_service", value: "+33 1 85 58 60 00"),
            section("telephone_service", value: "01.85.58.60.00"),
            section("lien_a", value: "http://a.example:8080/b?c=d#e"),
            section("a", value: "Une phrase.", fallback: "Une autre !"),
            section("a", value: "5 %\u{202F}; l'« été » à 14\u{A0}h", fallback: "des mots"),
            section("a", value: "Une phrase.", fallback: ""),
        ]
    )
    func good(source: String) throws { _ = try Facts(source: source, file: "faits.conf") }

    @Test("a fact that must be there and is not is named, and the one that was meant")
    func missing() throws {
        let file = shippedTemplates.appendingPathComponent(Facts.fileName)
        let shipped = try String(contentsOf: file, encoding: .utf8)
        try Facts(source: shipped, file: "f").checkRequired(file: "f")
        for name in Facts.required {
            let mistyped = shipped.replacing("[\(name)]", with: "[\(name)s]")
            let facts = try Facts(source: mistyped, file: "f")
            let error = try #require(throws: FactsError.self) { try facts.checkRequired(file: "f") }
            #expect(error.line == facts["\(name)s"]?.line)
            #expect(error.description.contains("écrivez « [\(name)] »"), "\(error)")
            let renamed = shipped.replacing("[\(name)]", with: "[zzzzzzzzzzzzzzzzzzzzzzzz]")
            let other = try Facts(source: renamed, file: "f")
            let found = try #require(throws: FactsError.self) { try other.checkRequired(file: "f") }
            #expect(found.description.contains("le fait « \(name) » manque ; ajoutez"), "\(found)")
        }
    }

    @Test(
        "a fact is due for review on its day and the thirty days before",
        arguments: [
            ("2027-05-30", false), ("2027-05-31", true), ("2027-06-30", true),
            ("2027-07-01", false),
        ]
    )
    func due(day: String, isDue: Bool) throws {
        let facts = try Facts(
            source: Self.section("a", value: "oui") + Self.section("vide", value: ""),
            file: "f"
        )
        let names = facts.dueForReview(on: try date(day)).map(\.name)
        #expect(names == (isDue ? ["a"] : []))
    }

    @Test(
        "a delay is promised while it and who calls may be stated",
        arguments: [
            ("5", "", "Paul", "", "2027-06-30", 5), ("5", "", "", "", "2027-06-30", nil),
            ("", "", "Paul", "", "2027-06-30", nil), ("5", "", "Paul", "", "2027-07-01", nil),
            ("5", "10", "Paul", "Un agent", "2027-07-01", 10),
            ("5", "10", "Paul", "", "2027-07-01", nil),
        ] as [(String, String, String, String, String, Int?)]
    )
    func delay(_ row: (String, String, String, String, String, Int?)) throws {
        let source =
            Self.section("delai_jours_ouvres", value: row.0, fallback: row.1)
            + Self.section("qui_rappelle", value: row.2, fallback: row.3)
        #expect(
            try Facts(source: source, file: "f").promisedDelay(on: try date(row.4)) == row.5
        )
    }

    private func date(_ day: String) throws -> Date {
        try Date.ISO8601FormatStyle().parse("\(day)T10:00:00Z")
    }
}
