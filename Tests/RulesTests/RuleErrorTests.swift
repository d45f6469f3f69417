import Foundation
import Testing

@testable import Rules

@Suite("Errors in rule files") struct RuleErrorTests {
    private func errors(_ text: String) -> [String] {
        do {
            _ = try Rulebook(files: [RuleFile(name: "a.rules", bytes: Array(text.utf8))])
            return []
        } catch {
            return error.errors.map(\.description)
        }
    }

    @Test("a line cut off after its points is named with its own file and place")
    func cutLine() {
        let files = ["a.rules": "[spam]\n+1 x : mot", "b.rules": "[spam]\n+2"].sorted { $0 < $1 }
            .map { RuleFile(name: $0.key, bytes: Array($0.value.utf8)) }
        let error = #expect(throws: RuleErrors.self) { try Rulebook(files: files) }
        let said = error?.errors.first?.description ?? ""
        #expect(said.hasPrefix("b.rules, ligne 2, colonne 3 : il manque « : »"), "\(said)")
    }

    @Test("a rule file that cannot be read is named")
    func unreadableFile() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("rules-\(UUID().uuidString)")
        let inner = folder.appendingPathComponent("mots.rules")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let error = #expect(throws: RuleErrors.self) { try Rulebook.load(folder: folder) }
        #expect(error?.errors.map(\.file) == ["mots.rules"])
    }

    @Test(
        "an error says where, what and what to do",
        arguments: [
            (
                "@creuser = étudier\n[offre store]\n+2 a : @creusser ...3 mot",
                "a.rules, ligne 3, colonne 8 : « @creusser » n'existe pas. Vouliez-vous @creuser ?"
            ),
            (
                "[offre store]\n+2 a : @inconnu",
                "a.rules, ligne 2, colonne 8 : « @inconnu » n'existe pas."
                    + " Écrivez une ligne : @inconnu = mot, mot."
            ),
            (
                "[offre stor]",
                "a.rules, ligne 1, colonne 1 : la section [offre stor] n'existe pas."
                    + " Vouliez-vous [offre store] ?"
            ),
            (
                "[offre store",
                "a.rules, ligne 1, colonne 1 : « [ » n'est pas refermé. Ajoutez « ] »."
            ),
            (
                "[spam] sueil 3",
                "a.rules, ligne 1, colonne 8 : « sueil » n'est pas connu après une section."
                    + " On peut écrire : seuil 4   marge 2."
            ),
            (
                "[signe relance] seuil 2",
                "a.rules, ligne 1, colonne 17 : un signe n'a ni seuil ni marge."
                    + " Il vaut dès 3 points : enlevez « seuil »."
            ),
            (
                "[spam] seuil trois",
                "a.rules, ligne 1, colonne 8 : « seuil » demande un nombre. Par exemple : seuil 3."
            ),
            (
                "[spam] seuil 3\n[spam] seuil 4",
                "a.rules, ligne 2, colonne 8 : [spam] a déjà un autre seuil (a.rules, ligne 1)."
                    + " Écrivez le même nombre, ou une seule fois."
            ),
            (
                "+2 a : mot",
                "a.rules, ligne 1, colonne 1 : cette règle n'est sous aucune section."
                    + " Écrivez par exemple [offre investigation] au-dessus."
            ),
            (
                "[spam]\n+deux a : mot",
                "a.rules, ligne 2, colonne 1 : « +deux » n'est pas un nombre de points."
                    + " Par exemple : +2 ou -1,5."
            ),
            (
                "[spam]\n+2 a mot",
                "a.rules, ligne 2, colonne 4 : il manque « : » après le nom de la règle."
                    + " Par exemple : +2 nom-de-la-règle : mots cherchés."
            ),
            (
                "[spam]\n+2 : mot",
                "a.rules, ligne 2, colonne 4 : la règle n'a pas de nom."
                    + " Par exemple : +2 nom-de-la-règle : mots."
            ),
            (
                "[spam]\n+2 deux mots : mot",
                "a.rules, ligne 2, colonne 4 : le nom d'une règle tient en un mot."
                    + " Écrivez « deux-mots »."
            ),
            (
                "[spam]\n+2 a : mot\n+3 a : autre",
                "a.rules, ligne 3, colonne 4 : [spam] a déjà une règle « a » (a.rules, ligne 2)."
                    + " Donnez-lui un autre nom."
            ),
            (
                "[spam]\n+2 a : ",
                "a.rules, ligne 2, colonne 6 : le motif est vide."
                    + " Écrivez les mots cherchés après les deux-points."
            ),
            (
                "[spam]\n+2 a : \"mot",
                "a.rules, ligne 2, colonne 8 : guillemet non refermé. Ajoutez « \" » après les mots."
            ),
            (
                "[spam]\n+2 a : (mot / autre",
                "a.rules, ligne 2, colonne 8 : « ( » n'est pas refermé. Ajoutez « ) »."
            ),
            (
                "[spam]\n+2 a : mot)",
                "a.rules, ligne 2, colonne 11 : « ) » ne correspond à rien d'ouvert."
                    + " Enlevez ce signe."
            ),
            (
                "[spam]\n+2 a : mot & / autre",
                "a.rules, ligne 2, colonne 14 : il manque un mot avant « / »."
            ),
            (
                "[spam]\n+2 a : [mot] [autre]",
                "a.rules, ligne 2, colonne 21 : tout est facultatif entre crochets."
                    + " Laissez au moins un mot sans crochets."
            ),
            (
                "[spam]\n+2 a : mot ...3",
                "a.rules, ligne 2, colonne 16 : « ... » demande un mot après lui."
            ),
            (
                "[spam]\n+2 a : mot ...300 autre",
                "a.rules, ligne 2, colonne 15 : le nombre après « ... » va de 1 à 60."
                    + " Pour toute la phrase, écrivez « & » sans nombre."
            ),
            (
                "[spam]\n+2 a : ir*ritant",
                "a.rules, ligne 2, colonne 8 : « * » ne se met qu'à la fin d'un mot."
                    + " Par exemple : irritant*."
            ),
            (
                "[spam]\n+2 a : objets: mot",
                "a.rules, ligne 2, colonne 8 : « objets: » n'est pas connu ici."
                    + " Vouliez-vous « objet: » au début du motif ?"
            ),
            (
                "[spam]\n+2 a : mot, autre",
                "a.rules, ligne 2, colonne 8 : pas de virgule dans un motif."
                    + " Séparez les choix par « / »."
            ),
            (
                "n'importe quoi",
                "a.rules, ligne 1, colonne 1 : cette ligne n'est ni une règle, ni une section,"
                    + " ni un exemple. Une règle commence par ses points : +2 nom : mots."
                    + " Un commentaire commence par #."
            ),
            (
                "@a = mot\n@a = autre",
                "a.rules, ligne 2, colonne 1 : « @a » existe déjà (a.rules, ligne 1)."
                    + " Ajoutez les mots là-bas, ou donnez un autre nom."
            ),
            (
                "@a = @b\n@b = @a",
                "a.rules, ligne 2, colonne 6 : « @a » se contient lui-même."
                    + " Enlevez-le de sa propre liste."
            ),
            (
                "oui : mot",
                "a.rules, ligne 1, colonne 1 : cet exemple n'est sous aucune section."
                    + " Nommez-la : oui offre investigation : …"
            ),
            (
                "oui porteur trouve : mot\nnon porteur trouvée : mot",
                "a.rules, ligne 2, colonne 5 : la section [porteur trouvée] n'existe pas."
                    + " Vouliez-vous « non porteur trouvé : » ?"
            ),
        ]
    )
    func describes(text: String, expected: String) { #expect(errors(text) == [expected]) }

    @Test("all errors are collected, by file and line")
    func all() {
        let files = [
            RuleFile(name: "b.rules", bytes: Array("[spam]\n+2 a : (mot\n+2 a b : mot".utf8)),
            RuleFile(name: "a.rules", bytes: Array("rien\n[spam]\n+2 c : @x".utf8)),
        ]
        #expect(throws: RuleErrors.self) { try Rulebook(files: files) }
        do {
            _ = try Rulebook(files: files)
        } catch {
            #expect(
                error.errors.map { "\($0.file) \($0.line)" } == [
                    "a.rules 1", "a.rules 3", "b.rules 2", "b.rules 3",
                ]
            )
        }
    }

    @Test("deep nesting is an error, not a crash")
    func nesting() {
        let pattern =
            String(repeating: "(", count: 5000) + "mot" + String(repeating: ")", count: 5000)
        #expect(errors("[spam]\n+2 a : \(pattern)").count == 1)
    }

    @Test("any bytes are a rule file or errors")
    func anyBytes() {
        var seed: UInt64 = 3
        let signs = Array("[]()/@&.\"«»=*:+-,# \n\r\tabé0123ouinon".utf8)
        for length in 0..<400 {
            let bytes = (0..<length).map { _ in
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return signs[Int(seed >> 33) % signs.count]
            }
            _ = try? Rulebook(files: [
                RuleFile(name: "x", bytes: Array("[spam]\n+1 a : ".utf8) + bytes)
            ])
        }
    }
}

@Suite("Files as Windows writes them") struct EncodingTests {
    static let text =
        "# règles\r\n@été = « y voir clair », cœur\r\n[porteur trouvé]\u{A0}seuil 2,5\r\n"
        + "+1,5\tnom-é\u{A0}:\u{202F}“mot clé” / @été\r\n"

    private func check(_ bytes: [UInt8]) throws {
        let rulebook = try Rulebook(files: [RuleFile(name: "a.rules", bytes: bytes)])
        let target = Target(category: .carrier, name: "trouvé")
        #expect(rulebook.targets == [target])
        #expect(rulebook.threshold(of: target) == 2.5)
        #expect(rulebook.margin(of: target) == Rulebook.defaultMargin)
        let verdict = rulebook.verdict(on: Writing(body: "Il faut y voir clair"))
        #expect(verdict.matches.map(\.rule) == ["nom-é"])
        #expect(verdict.matches.map(\.line) == [4])
        #expect(verdict.score(of: target) == 1.5)
        #expect(!verdict.reached(target))
    }

    @Test("UTF-8, with and without its mark")
    func utf8() throws {
        try check(Array(Self.text.utf8))
        try check([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
        try check(Array(Self.text.replacing("\r\n", with: "\n").utf8))
        try check(Array(Self.text.replacing("\r\n", with: "\r").utf8))
    }

    @Test("windows-1252")
    func windows1252() throws {
        let special: [Unicode.Scalar: UInt8] = [
            "œ": 0x9C, "“": 0x93, "”": 0x94, "\u{202F}": 0xA0,
        ]
        try check(
            Self.text.unicodeScalars.map { special[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
        )
    }

    @Test("UTF-16 with its mark")
    func utf16() throws {
        let little = Self.text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        try check([0xFF, 0xFE] + little)
        let big = Self.text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        try check([0xFE, 0xFF] + big)
    }

    @Test("a list goes on after its last comma, an alternative after its last sign")
    func continuation() throws {
        let text = "@a = un,\n  deux,\n  trois\n[spam]\n+1 a : @a quatre /\n  @a cinq\n"
        let rulebook = try Rulebook(files: [RuleFile(name: "a", bytes: Array(text.utf8))])
        #expect(rulebook.verdict(on: Writing(body: "trois cinq")).matches.count == 1)
    }

    @Test("a folder is loaded by name, a missing or empty one is an error in French")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("rules-\(UUID().uuidString)")
        #expect(throws: RuleErrors.self) { try Rulebook.load(folder: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: RuleErrors.self) { try Rulebook.load(folder: folder) }
        for (name, text) in [
            ("b.rules", "[spam]\n+1 a : @mot"), ("a.txt", "@mot = un"),
            ("LISEZMOI.txt", "Lisez-moi"),
            ("notes.md", "rien"),
        ] {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        let rulebook = try Rulebook.load(folder: folder)
        #expect(rulebook.fileNames == ["a.txt", "b.rules"])
        #expect(rulebook.ruleCount == 1)
    }
}
