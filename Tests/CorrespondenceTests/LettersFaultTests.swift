import Foundation
import Intake
import Templates
import Testing

@testable import Correspondence

/// Whatever is done to the folder of letters is refused with its place, or harmless.
@Suite("Letters, broken") struct LettersFaultTests {
    private func error(_ folder: BrokenFolder) throws -> String {
        "\(try #require(throws: (any Error).self) { try Letters(folder: folder.url, today: today) })"
    }

    @Test(
        "a template that cannot be right is refused",
        arguments: [
            (
                "signature.mustache", "{{inconnu}}",
                "signature.mustache:1:1 : « inconnu » n'existe pas"
            ),
            (
                "donnees.mustache", "a\n{{dosier}}",
                "donnees.mustache:2:1 : « dosier » n'existe pas ; vouliez-vous « dossier »"
            ),
            ("signature.mustache", "{{dossier.inconnu}}", "« dossier.inconnu » n'existe pas"),
            ("signature.mustache", "{{#dossier}}x", "signature.mustache:1:1 : le passage"),
            ("signature.mustache", "x{{/dossier}}", "signature.mustache:1:2 : « {{/dossier}} »"),
            (
                "signature.mustache", "{{#dossier}}{{#recu_le}}{{/dossier}}{{/recu_le}}",
                "écrivez d'abord « {{/recu_le}} »"
            ),
            (
                "signature.mustache", "{{#dossier}}{{/dossier}}{{/dossier}}",
                "signature.mustache:1:25 :"
            ),
            (
                "signature.mustache", "{{> absent}}",
                "signature.mustache:1:1 : le fichier « absent.mustache »"
            ),
            ("signature.mustache", "{{> ../faits}}", "signature.mustache:1:1 :"),
            (
                "signature.mustache", "x\n{{> signature}}",
                "signature.mustache:2:1 : « {{> signature}} » finit par s'insérer"
            ),
            ("signature.mustache", "{{> donnees}}{{> suite}}{{> liens}}", nil),
            ("suite.mustache", "{{#telephone}}{{> exemples}}{{/telephone}}", nil),
            ("signature.mustache", String(repeating: "{{#dossier}}", count: 5_000), "emboîtés"),
            (
                "signature.mustache", String(repeating: "{{{", count: 5_000),
                "signature.mustache:1:1 :"
            ),
            ("reponse.txt.mustache", "", "reponse.txt.mustache:1:1 : ce courrier est vide"),
            ("reponse.txt.mustache", "{{! rien }}\n", "ce courrier est vide"),
            ("resume.txt.mustache", "\u{FEFF}", "resume.txt.mustache:1:1 : ce courrier est vide"),
            ("signature.mustache", "\u{0}", "signature.mustache:1:1 : fichier illisible"),
            ("signature.mustache", "a\u{1B}[31m", "caractères invisibles"),
            (
                "cadre.html.mustache", "{{{titre}}}{{{contenu}}}",
                "cadre.html.mustache:1:1 : « {{{titre}}} »"
            ),
            ("cadre.html.mustache", "{{{contenu}}}{{&titre}}", "cadre.html.mustache:1:14 :"),
            (
                "cadre.html.mustache", "{{#titre}}{{{.}}}{{/titre}}{{{contenu}}}",
                "cadre.html.mustache:1:11 :"
            ),
            ("cadre.html.mustache", "{{contenu}}", "ajoutez « {{{contenu}}} »"),
            (
                "cadre.html.mustache", "<p>bonjour</p>",
                "cadre.html.mustache:1:1 : le courrier n'est pas"
            ),
            ("cadre.html.mustache", "", "le courrier n'est pas dans son cadre"),
            ("cadre.html.mustache", "<div>{{{contenu}}}</p>", "près de « </p> »"),
            ("cadre.html.mustache", "{{{contenu}}}{{{contenu}}}", "le courrier n'est pas dans"),
            ("cadre.html.mustache", "{{> tete}}{{{contenu}}}", "« tete.mustache » n'existe pas"),
            (
                "cadre.html.mustache",
                "<p>\n  <IMG src='https://x.example/logo.png'>\n{{{contenu}}}</p>",
                "cadre.html.mustache:2:3 : « <IMG » irait chercher"
            ),
            (
                "cadre.html.mustache", "{{! pas de <img }}\n{{#titre}}<img>{{/titre}}{{{contenu}}}",
                "cadre.html.mustache:2:11 : « <img » irait"
            ),
            (
                "cadre.html.mustache", "<p\nonmouseover = x>{{{contenu}}}</p>",
                "« onmouseover = » irait"
            ),
            ("cadre.html.mustache", "<p style=\"a:u\\72l(x)\">{{{contenu}}}</p>", "« \\ » irait"),
            ("cadre.html.mustache", "{{{contenu}}}<script>x()</script>", "« <script » irait"),
            (
                "cadre.html.mustache", "<p style=\"background: url(//x)\">{{{contenu}}}</p>",
                "« url( » irait"
            ),
        ] as [(String, String, String?)]
    )
    func refused(file: String, source: String, words: String?) throws {
        let folder = try BrokenFolder()
        try folder.write(source, to: file)
        guard let words else {
            _ = try? Letters(folder: folder.url, today: today)
            return
        }
        let error = try error(folder)
        #expect(error.contains(words), "\(error)")
        #expect(error.hasPrefix(file) || error.contains("mustache"), "\(error)")
    }

    @Test("a partial that asks for itself by way of others is refused")
    func recursion() throws {
        let folder = try BrokenFolder()
        try folder.write("x\n{{> donnees}}\n", to: "signature.mustache")
        try folder.write("y\n{{> signature}}\n", to: "donnees.mustache")
        #expect(try error(folder).contains("finit par s'insérer lui-même"))
    }

    @Test("partials that double each other are refused, and end")
    func doubling() throws {
        let folder = try BrokenFolder()
        try folder.append("{{> d0}}\n", to: "reponse.txt.mustache")
        for depth in 0..<30 {
            try folder.write(
                "x\n{{> d\(depth + 1)}}\n{{> d\(depth + 1)}}\n",
                to: "d\(depth).mustache"
            )
        }
        try folder.write("fin\n", to: "d30.mustache")
        #expect(
            try error(folder)
                == "reponse.txt.mustache:1:1 : des morceaux s'insèrent les uns dans les autres sans fin ; écrivez plus simplement"
        )
    }

    @Test(
        "a file as an editor saved it is read, or refused by its encoding",
        arguments: [
            ([0xEF, 0xBB, 0xBF], "\n", .utf8, nil), ([], "\r\n", .utf8, nil),
            ([0xEF, 0xBB, 0xBF], "\r\n", .utf8, nil),
            ([0xFF, 0xFE], "\r\n", .utf16LittleEndian, "UTF-8"),
            ([0xFE, 0xFF], "\r\n", .utf16BigEndian, "UTF-8"), ([], "\n", .isoLatin1, "UTF-8"),
            ([], "\n", .utf16LittleEndian, "fichier illisible"),
        ] as [([UInt8], String, String.Encoding, String?)]
    )
    func encodings(mark: [UInt8], lineEnd: String, encoding: String.Encoding, words: String?) throws
    {
        let shipped = try shippedLetters.get()
        for file in ["accuse.txt.mustache", "arrivee.mustache", "faits.conf"] {
            let folder = try BrokenFolder()
            let source = try folder.read(file).replacingOccurrences(of: "\n", with: lineEnd)
            // A letter without accents would be the same in ASCII and Latin-1.
            let data = try #require(source.data(using: encoding, allowLossyConversion: true))
            try folder.write(mark + data, to: file)
            guard let words else {
                let letters = try Letters(folder: folder.url, today: today)
                #expect(
                    letters.render(AcknowledgementValues.specimen, on: today)
                        == shipped.render(AcknowledgementValues.specimen, on: today)
                )
                continue
            }
            let error = try error(folder)
            #expect(error.hasPrefix("\(file):1:1 : "), "\(error)")
            #expect(error.contains(words) || error.contains("fichier illisible"), "\(error)")
        }
    }

    @Test(
        "what is no readable file of a letter's size is refused",
        arguments: [
            "reponse.txt.mustache", "signature.mustache", "cadre.html.mustache", "faits.conf",
        ]
    )
    func unreadable(file: String) throws {
        let makers: [(String, (URL) throws -> Void)] = [
            (
                "c'est un dossier",
                {
                    try FileManager.default.createDirectory(
                        at: $0,
                        withIntermediateDirectories: false
                    )
                }
            ),
            ("ce n'est pas un fichier", { #expect(mkfifo($0.path, 0o600) == 0) }),
            (
                "ce n'est pas un fichier",
                {
                    try FileManager.default.createSymbolicLink(
                        atPath: $0.path,
                        withDestinationPath: "/dev/zero"
                    )
                }
            ),
            ("Ko ; un courrier", { try Data(repeating: 0x61, count: 10_000_000).write(to: $0) }),
        ]
        for (words, make) in makers {
            let folder = try BrokenFolder()
            try FileManager.default.removeItem(at: folder.file(file))
            try make(folder.file(file))
            let error = try error(folder)
            #expect(error.hasPrefix("\(file):1:1 : ") && error.contains(words), "\(error)")
        }
        let folder = try BrokenFolder()
        try FileManager.default.removeItem(at: folder.file(file))
        #expect(try error(folder).contains(file.replacingOccurrences(of: ".mustache", with: "")))
    }

    @Test("other delimiters and bare names change nothing")
    func delimiters() throws {
        let folder = try BrokenFolder()
        let shipped = try Letters(folder: folder.url, today: today)
        let source = try folder.read("donnees.mustache")
            .replacingOccurrences(of: "{{", with: "<%").replacingOccurrences(of: "}}", with: "%>")
        try folder.write("{{=<% %>=}}\n\(source)", to: "donnees.mustache")
        let arrival = try folder.read("arrivee.mustache")
            .replacingOccurrences(of: "{{dossier}}", with: "{{{dossier}}}")
        try folder.write(arrival, to: "arrivee.mustache")
        let letters = try Letters(folder: folder.url, today: today)
        let values = AnswerValues.specimen
        #expect(letters.render(values, on: today) == shipped.render(values, on: today))
    }

    // MARK: Facts

    /// A folder whose letters state one fact, with this value and fallback.
    private func stating(fallback: String) throws -> BrokenFolder {
        let folder = try BrokenFolder()
        try folder.append(
            "\n[essai]\nvaleur = Le premier échange est gratuit.\nsource = s\nresponsable = r\n"
                + "revoir_le = 2027-06-30\nrepli = \(fallback)\n",
            to: "faits.conf"
        )
        try folder.append(
            "\n{{#essai}}\nÀ SAVOIR\n{{essai}}\n{{/essai}}\n",
            to: "accuse.txt.mustache"
        )
        return folder
    }

    @Test("an expired fact gives way to its fallback, and to nothing where that is empty")
    func expired() throws {
        let late = Date(timeIntervalSince1970: 1_830_000_000)
        let values = AcknowledgementValues.specimen
        let folder = try stating(fallback: "Nous en parlerons.")
        let letters = try Letters(folder: folder.url, today: today)
        #expect(
            letters.render(values, on: today).text.contains(
                "\nÀ SAVOIR\nLe premier échange est gratuit.\n"
            )
        )
        #expect(letters.render(values, on: late).text.contains("\nÀ SAVOIR\nNous en parlerons.\n"))
        let silentFolder = try stating(fallback: "")
        let silent = try Letters(folder: silentFolder.url, today: today)
        let shipped = try shippedLetters.get()
        #expect(silent.render(values, on: today).text.contains("gratuit"))
        #expect(silent.render(values, on: late) == shipped.render(values, on: late))
    }

    @Test("a fact that leaves a hole once it expires is refused before it does")
    func hole() throws {
        let folder = try stating(fallback: "")
        try folder.append("Notre promesse : {{essai}}\n", to: "accuse.txt.mustache")
        let error = try error(folder)
        #expect(error.contains("tous les faits expirés") || error.contains("tous les faits vides"))
        #expect(error.contains("« Notre promesse : » n'est suivi de rien"), "\(error)")
    }

    @Test("a fact holds no tag", arguments: ["{{dossier}}", "a }} b", "{{"])
    func tags(value: String) throws {
        let folder = try BrokenFolder()
        try folder.append(
            "\n[essai]\nvaleur = \(value)\nsource = s\nresponsable = r\nrevoir_le = 2027-06-30\nrepli =\n",
            to: "faits.conf"
        )
        try folder.append("{{#essai}}\n{{essai}}\n{{/essai}}\n", to: "accuse.txt.mustache")
        #expect(try error(folder).contains("un fait ne se remplit pas"))
    }
}
