import Foundation
import Intake
import Templates
import Testing

@testable import Correspondence

/// Every letter is tried on every occasion when the folder is loaded.
@Suite("Letters, checked when loaded") struct LettersCheckTests {
    private func faults(_ folder: BrokenFolder) throws -> [LetterFault] {
        let error = try #require(throws: LetterFaults.self) {
            try Letters(folder: folder.url, today: today)
        }
        return error.faults
    }

    @Test("what is shipped passes, with each thing alone missing in each class too")
    func shipped() throws {
        let letters = try Letters(folder: shippedTemplates, today: today, isThorough: true)
        #expect(letters.notices == [])
        let expired = Date(timeIntervalSince1970: 1_830_000_000)
        _ = try Letters(folder: shippedTemplates, today: expired)
    }

    /// Lines added to the end of a letter, and the complaint about them.
    static let additions: [(file: String, lines: String, place: String, words: [String])] = [
        (
            "reponse.txt.mustache", "\nTÉLÉPHONE\n{{#telephone}}\n{{telephone}}\n{{/telephone}}\n",
            "reponse.txt.mustache:", ["« TÉLÉPHONE » n'est suivi de rien", "téléphone", "offre « "]
        ),
        (
            "accuse.txt.mustache", "\nUN TITRE\nUN AUTRE\nmots\n", "accuse.txt.mustache:",
            ["« UN TITRE » n'est suivi de rien", "passage de son texte"]
        ),
        (
            "accuse.txt.mustache", "\nUN TITRE\n\nmots\n", "accuse.txt.mustache:",
            ["« UN TITRE » n'est suivi de rien"]
        ),
        (
            "donnees.mustache", "\nDEUX CAUSES\n{{^lien_offres}}x{{/lien_offres}}\n\nfin\n",
            "donnees.mustache:", ["« DEUX CAUSES »", "dans reponse.txt.mustache"]
        ),
        (
            "reponse.txt.mustache",
            "\nDEUX À LA FOIS\n{{#telephone}}a{{/telephone}}{{#citation}}b{{/citation}}\n",
            "reponse.txt.mustache:", ["« DEUX À LA FOIS »", "téléphone"]
        ),
        (
            "resume.txt.mustache", "\nNOTE\n{{#manque}}\n{{debut}}\n{{/manque}}\n",
            "resume.txt.mustache:", ["« NOTE » n'est suivi de rien", "rien ne manque"]
        ),
        (
            "panne.txt.mustache", "\nNOTE\n{{#a_faire}}\nAVANT     {{debut}}\n{{/a_faire}}\n",
            "panne.txt.mustache:", ["« NOTE » n'est suivi de rien"]
        ),
        (
            "reponse.txt.mustache", "Vos mots : « {{citation}} ».\n", "reponse.txt.mustache:",
            ["guillemets vides", "reponse.txt.mustache"]
        ),
        (
            "clarification.txt.mustache", "Vos « mots.\n", "clarification.txt.mustache:",
            ["un guillemet reste seul", "« Vos « mots. »"]
        ),
        ("recap.txt.mustache", "\nVos » mots.\n", "recap.txt.mustache:", ["reste seul"]),
        (
            "reponse.txt.mustache", "Tout voir : {{lien_catalogue}}\n", "reponse.txt.mustache:",
            ["« Tout voir : » n'est suivi de rien", "tous les faits"]
        ),
        ("accuse.txt.mustache", "Voici :\n", "accuse.txt.mustache:", ["« Voici : » n'est suivi"]),
        (
            "reponse.txt.mustache", "Rappel à vos heures {{heures}}.\n", "reponse.txt.mustache:",
            ["il manque un mot avant « . »"]
        ),
        (
            "accuse.txt.mustache", "Reçu , merci.\n", "accuse.txt.mustache:",
            ["il manque un mot avant « , »"]
        ),
        (
            "reponse.txt.mustache", "Demande transmise ({{transfere_pour}}) ce jour.\n",
            "reponse.txt.mustache:", ["avant « ) »"]
        ),
        (
            "alerte.txt.mustache", "Dossier ({{dossier}}) à voir.\n", "alerte.txt.mustache:",
            ["avant « ) »", "sans dossier"]
        ),
        (
            "reponse.txt.mustache", "Le numéro {{telephone}} est noté.\n", "reponse.txt.mustache:",
            ["il manque un mot dans « Le numéro est noté. »"]
        ),
        (
            "reponse.txt.mustache", "{{telephone}} est noté.\n", "reponse.txt.mustache:",
            ["dans « est noté. »", "téléphone"]
        ),
        (
            "reponse.txt.mustache", "L'appel d'{{qui_rappelle}} viendra.\n",
            "reponse.txt.mustache:", ["dans « L'appel d' viendra. »"]
        ),
        (
            "accuse.txt.mustache", "{{adresse_service}}, merci.\n", "accuse.txt.mustache:",
            ["il manque un mot avant « , »"]
        ),
        ("reponse.txt.mustache", "- {{citation}}\n", "reponse.txt.mustache", ["« - » n'est"]),
        ("reponse.txt.mustache", "9 - {{heures}}\n", "reponse.txt.mustache:", ["« 9 - » n'est"]),
        (
            "complement.txt.mustache", "À {{dossier}}}} suivre\n", "complement.txt.mustache:",
            ["accolades dans « À 2026-00042}} suivre »"]
        ),
        (
            "accuse.txt.mustache", "Une ligne.\nUne ligne.\n", "accuse.txt.mustache",
            ["« Une ligne. » est écrite deux fois"]
        ),
        (
            "accuse.txt.mustache", String(repeating: "mot ", count: 250) + "\n",
            "accuse.txt.mustache : ", ["mots, pour 250 au plus"]
        ),
    ]

    @Test("what a missing value leaves behind is refused", arguments: additions)
    func addition(file: String, lines: String, place: String, words: [String]) throws {
        let folder = try BrokenFolder()
        try folder.append(lines, to: file)
        let faults = try faults(folder)
        let text = "\(LetterFaults(faults: faults))"
        #expect(faults[0].description.hasPrefix(place), "\(text)")
        for words in words { #expect(text.contains(words), "\(words) : \(text)") }
        #expect(faults.count <= LetterFaults.limit)
    }

    @Test("a fault is shown on the simplest occasion that has it")
    func occasion() throws {
        let folder = try BrokenFolder()
        try folder.append(
            "\nTÉLÉPHONE\n{{#porteur_trouve}}oui{{/porteur_trouve}}\n",
            to: "reponse.txt.mustache"
        )
        let fault = try #require(try faults(folder).first)
        let lines = try folder.read("reponse.txt.mustache").split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        #expect(fault.line == lines.firstIndex(of: "TÉLÉPHONE").map { $0 + 1 })
        #expect(
            ["sans porteur", "porteur inconnu"].contains { fault.occasion.hasSuffix(", \($0)") }
                && fault.occasion.hasPrefix("offre « ") || fault.occasion.contains("aucune offre"),
            "\(fault.occasion)"
        )
        #expect(fault.occasion.count(where: { $0 == "," }) <= 1, "\(fault.occasion)")
    }

    /// The least that a letter to who wrote to us may be.
    private static let least = [
        "Votre message est arrivé le {{recu_le}}.", "Ceci est un courrier automatique.",
        "Votre dossier : {{dossier}}.", "Un complément ? Répondez à ce message.",
        "Nous gardons votre message.", "Les faire effacer ? Répondez à ce message.",
    ]

    @Test(
        "a letter that leaves out what it must say is refused",
        arguments: zip(
            [nil] + least.indices.map(Optional.init),
            [
                "", "quand", "qu'il est automatique", "le numéro", "comment corriger", "gardons",
                "effacer",
            ]
        )
    )
    func unsaid(left: Int?, words: String) throws {
        for letter in [Letter.answer, .clarification, .acknowledgement] {
            let folder = try BrokenFolder()
            var lines = Self.least
            if let left { lines.remove(at: left) }
            try folder.write(lines.joined(separator: "\n") + "\n", to: letter.fileName)
            guard left != nil else {
                _ = try Letters(folder: folder.url, today: today)
                continue
            }
            let faults = try faults(folder)
            #expect(faults.count == 1)
            #expect(
                faults[0].description.contains("ce courrier ne dit pas \(words)")
                    || faults[0].description.contains(words),
                "\(faults)"
            )
        }
    }

    @Test(
        "a name is refused where it has no value",
        arguments: [
            ("reponse.txt.mustache", "Le {{date}}\n", "{{#promesse}}"),
            ("reponse.txt.mustache", "Voir {{libelle}}\n", "{{#exemples}}"),
            ("reponse.txt.mustache", "{{dossier.adresse}}\n", "{{#exemples}}"),
            ("resume.txt.mustache", "{{debut}}\n", "{{#"),
        ]
    )
    func outOfPlace(file: String, line: String, owner: String) throws {
        let folder = try BrokenFolder()
        try folder.append(line, to: file)
        let error = try #require(throws: TemplateError.self) {
            try Letters(folder: folder.url, today: today)
        }
        #expect(error.file == file)
        #expect(
            error.line
                == (try folder.read(file).split(separator: "\n", omittingEmptySubsequences: false)
                    .count - 1)
        )
        #expect(error.description.contains("n'a pas de valeur à cet endroit"))
        #expect(error.description.contains(owner), "\(error)")
    }

    @Test("a long sentence is no fault; a thorough trial tells of it")
    func longSentence() throws {
        let folder = try BrokenFolder()
        try folder.append(
            "\(String(repeating: "voici encore un mot ", count: 7))pour finir.\n",
            to: "accuse.txt.mustache"
        )
        #expect(try Letters(folder: folder.url, today: today).notices == [])
        let notices = try Letters(folder: folder.url, today: today, isThorough: true).notices
        #expect(notices.count == 1)
        #expect(notices.first?.hasPrefix("accuse.txt.mustache") == true, "\(notices)")
        #expect(notices.first?.contains("une phrase de 30 mots") == true, "\(notices)")
    }

    @Test("every two options meet, in few letters")
    func pairs() throws {
        let letters = try shippedLetters.get()
        let variants = AnswerValues.variants(
            FactsState.main(letters.facts),
            examples: letters.examples
        )
        let rows = variants.pairs
        #expect(rows.count < 150, "\(rows.count)")
        let sizes = variants.axes.map(\.count) + [variants.facts.count]
        for first in sizes.indices {
            for second in sizes.indices where first < second {
                let met = Set(rows.map { $0[first] * 100 + $0[second] })
                #expect(met.count == sizes[first] * sizes[second])
            }
        }
        #expect(Set(rows.map { variants.values($0).offers }).count == 8)
    }

    @Test(
        "a page is well formed or not",
        arguments: [
            ("<!DOCTYPE html><p>a<br>b</p>", nil), ("<!--[if mso]><x><![endif]--><p></p>", nil),
            ("<p><b></p></b>", "</p>"), ("<p>", "<p>"), ("</p>", "</p>"), ("a < b", "< b"),
            ("<a.b@c>", "<a.b@c>"), ("<p a=\"<b>\"></p>", "<p a=\"<b>"), ("<!-- ", "<!--"),
            ("<img><hr/>", nil), ("", nil),
        ] as [(String, String?)]
    )
    func markup(html: String, fault: String?) { #expect(Markup.fault(in: html) == fault) }

    @Test("a line is found in the file that wrote it")
    func origin() {
        let sources = LetterSources([
            "a.mustache": "\nVotre dossier : {{dossier}}.\n- {{x}}\n",
            "b.mustache": "{{#a}}\nVos {{n}} {{{m}}} amis\n{{/a}}\n- {{y}}\nDEUX\n",
        ])
        func place(_ line: String) -> String? {
            sources.origin(of: line).map { "\($0.file):\($0.number)" }
        }
        #expect(place("Votre dossier : 2026-00042.") == "a.mustache:2")
        #expect(place("Vos 3 bons amis") == "b.mustache:2")
        #expect(place("-") == nil)
        #expect(place("rien") == nil)
        #expect(sources.isLiteral("DEUX") && !sources.isLiteral("TROIS"))
    }
}
