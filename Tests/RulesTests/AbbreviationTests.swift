import Foundation
import Testing

@testable import Rules

@Suite("Abbreviations") struct AbbreviationTests {
    static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("rules/abreviations.txt")

    private func rulebook(_ pattern: String, sets: String = "", abbreviations: String) throws
        -> Rulebook
    {
        let rules = "\(sets)\n[offre store] seuil 1\n+1 essai-de-motif : \(pattern)\n"
        return try Rulebook(files: [
            RuleFile(name: "abreviations.txt", bytes: Array(abbreviations.utf8)),
            RuleFile(name: "a.rules", bytes: Array(rules.utf8)),
        ])
    }

    private func met(_ trial: Trial, _ abbreviations: String, sets: String = "") throws -> String? {
        try rulebook(trial.pattern, sets: sets, abbreviations: abbreviations)
            .verdict(on: Writing(body: trial.body)).matches.first?.text
    }

    static let some = """
        # Une remarque.
        CC, com com, com'com, comcom = communauté de communes
        CA, agglo = communauté d'agglomération
        CA = conseil d'administration
        CCAS = centre communal d'action sociale
        DGS = directeur général des services, directrice générale des services
        dépt, dpt = département
        rdv,
          rv = rendez-vous
        svp = s'il vous plaît
        """

    @Test(
        "a rule that says one writing meets the others",
        arguments: [
            Trial("communauté de communes", "la CC du Brenne", "CC"),
            Trial("communauté de communes", "notre com com", "com com"),
            Trial("communauté de communes", "notre com’com", "com’com"),
            Trial("communauté de communes", "la C.C. du Val", "C.C"),
            Trial(
                "communauté de communes",
                "deux communautés de communes",
                "communautés de communes"
            ),
            Trial("communauté de communes", "la cc du val", nil),
            Trial("communautés de communes", "la comcom", "comcom"),
            Trial("communauté de communes", "une communauté", nil),
            Trial("communauté", "la CC", nil),
            Trial("comcom", "la communauté de communes", "communauté de communes"),
            Trial("CC", "la communauté de communes", "communauté de communes"),
            Trial("cc", "la communauté de communes", nil),
            Trial("CC", "en cc", "cc"),
            Trial("communauté d'agglomération", "la CA du Puy", "CA"),
            Trial("communauté d'agglomération", "ca ne va pas", nil),
            Trial("communauté d'agglomération", "ça ne va pas", nil),
            Trial("communauté d'agglomération", "l'agglo", "agglo"),
            Trial("communauté d'agglomération", "le conseil d'administration", nil),
            Trial("CA", "le conseil d'administration", "conseil d'administration"),
            Trial("CA", "la communauté d'agglomération", "communauté d'agglomération"),
            Trial("ça", "la communauté d'agglomération", nil),
            Trial("centre communal d'action sociale", "le C.C.A.S. et le ccas", "C.C.A.S"),
            Trial("centre communal d'action sociale", "nos ccas", "ccas"),
            Trial(
                "CCAS",
                "le Centre Communal d’Action Sociale",
                "Centre Communal d’Action Sociale"
            ),
            Trial("directeur général des services", "le DGS", "DGS"),
            Trial("directrice générale des services", "notre DGS", "DGS"),
            Trial("DGS", "la directrice générale des services", "directrice générale des services"),
            Trial("département", "le dpt et le dept", "dpt"),
            Trial("département", "le Dépt", "Dépt"),
            Trial("départements", "le dept", "dept"),
            Trial("dpt", "nos départements", "départements"),
            Trial("rendez-vous", "un rdv", "rdv"), Trial("rendez-vous", "UN RDV", "RDV"),
            Trial("rdv", "un rendez vous", "rendez vous"),
            Trial("s'il vous plaît", "aidez-nous svp", "svp"),
            // Inside a pattern.
            Trial("voir ...3 rendez-vous", "voir pour un rdv", "voir pour un rdv"),
            Trial("le (département / ville)", "le dpt", "le dpt"),
            Trial("agent de la communauté de communes", "agent de la CC", "agent de la CC"),
            Trial("[un] rdv", "un rendez-vous", "un rendez-vous"),
            Trial("prendre [un] rdv", "prendre rdv", "prendre rdv"),
            Trial("agent & communauté de communes", "la comcom a un agent", "comcom a un agent"),
            Trial("refus: rendez-vous", "pas de rdv", "rdv"),
            Trial("rendez-vous", "pas de rdv", nil),
            Trial("@groupement", "la CC", "CC"), Trial("dans @groupement", "dans l'agglo", nil),
            Trial("une @groupement", "une agglo", "une agglo"),
            // What is quoted or exact stays as it is.
            Trial("\"communauté de communes\"", "la CC", nil),
            Trial("=CCAS", "centre communal d'action sociale", nil),
            Trial("ccas*", "centre communal d'action sociale", nil),
            // A gap is no expression.
            Trial("communauté ...2 de communes", "la CC", nil),
            Trial("communauté [riche] de communes", "la CC", nil),
        ]
    )
    func meets(trial: Trial) throws {
        let sets = "@groupement = communauté de communes, communauté d'agglomération"
        #expect(try met(trial, Self.some, sets: sets) == trial.expected)
    }

    @Test("without the file nothing changes")
    func withoutFile() throws {
        #expect(try Trial("rendez-vous", "un rdv", nil).verdict().matches.isEmpty)
    }

    @Test(
        "an error says where, what and what to do",
        arguments: [
            (
                "CC communauté de communes",
                "abreviations.txt, ligne 1, colonne 1 : il manque « = » entre l'abréviation et ce"
                    + " qu'elle veut dire. Par exemple : CC, com com = communauté de communes."
            ),
            (
                "# rien\n= communauté",
                "abreviations.txt, ligne 2, colonne 1 : il manque l'abréviation avant « = »."
                    + " Par exemple : CC, com com = communauté de communes."
            ),
            (
                "CC =",
                "abreviations.txt, ligne 1, colonne 5 : il manque ce que l'abréviation veut dire,"
                    + " après « = ». Par exemple : CC, com com = communauté de communes."
            ),
            (
                "CC / com com = communauté de communes",
                "abreviations.txt, ligne 1, colonne 4 : « / » ne s'emploie pas dans les"
                    + " abréviations. Écrivez des mots, séparés par des virgules."
            ),
            (
                "@CC = communauté de communes",
                "abreviations.txt, ligne 1, colonne 1 : « @ » ne s'emploie pas dans les"
                    + " abréviations. Écrivez des mots, séparés par des virgules."
            ),
            (
                "c = communauté",
                "abreviations.txt, ligne 1, colonne 1 : « c » est trop court."
                    + " Mettez au moins deux lettres."
            ),
            (
                "... = communauté",
                "abreviations.txt, ligne 1, colonne 1 : « ... » est trop court."
                    + " Mettez au moins deux lettres."
            ),
            (
                "CC = communauté de communes\ncomcom = Communauté de communes",
                "abreviations.txt, ligne 2, colonne 1 : « communauté de communes » a déjà ses"
                    + " abréviations (abreviations.txt, ligne 1). Mettez-les toutes sur une seule"
                    + " ligne, séparées par des virgules."
            ),
        ]
    )
    func errors(text: String, expected: String) {
        let error = #expect(throws: RuleErrors.self) {
            try rulebook("mot", abbreviations: text)
        }
        #expect(error?.errors.map(\.description) == [expected])
    }

    @Test("an abbreviation in a rule file is told where to go")
    func wrongFile() {
        let error = #expect(throws: RuleErrors.self) {
            try Rulebook(files: [RuleFile(name: "a.rules", bytes: Array("CC = commune".utf8))])
        }
        let said = error?.errors.first?.description ?? ""
        #expect(said.contains("abreviations.txt"), "\(said)")
    }

    @Test("any bytes are abbreviations or errors")
    func anyBytes() {
        let alphabet = Array("=, .a'éC\n-\u{2019}b=".utf8)
        var seed: UInt64 = 11
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(seed >> 33) % alphabet.count]
            }
            let files = [
                RuleFile(name: "abréviations.txt", bytes: bytes),
                RuleFile(name: "b.rules", bytes: Array("[spam]\n+1 a : c'a b-c ab C.C. a".utf8)),
            ]
            _ = try? Rulebook(files: files).verdict(on: Writing(body: "ab c'a"))
        }
    }

    @Test("each abbreviation that is shipped is met by what it means")
    func shippedFile() throws {
        let text = try String(contentsOf: AbbreviationTests.shipped, encoding: .utf8)
        var count = 0
        for line in text.split(separator: "\n") where line.contains("=") && !line.hasPrefix("#") {
            let sides = line.split(separator: "=").map { $0.split(separator: ",") }
            let meaning = sides[1][0].trimmingCharacters(in: .whitespaces)
            let book = try rulebook(meaning, abbreviations: text)
            for short in sides[0] {
                let verdict = book.verdict(on: Writing(body: "avec \(short) ici"))
                #expect(verdict.matches.count == 1, "\(short) = \(meaning)")
                count += 1
            }
        }
        #expect(count >= 120)
    }
}
