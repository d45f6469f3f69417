import Foundation
import Intake
import Templates
import Testing

@testable import Correspondence

/// Every letter in every variant, with the shipped templates and facts.
@Suite("Letters") struct LettersTests {
    private let letters: Letters

    init() throws {
        letters = try shippedLetters.get()
    }

    /// Every set of offers, in the order that a classification may give them.
    static let offerSets: [[Offer]] = [
        [], [.investigation], [.startup], [.store], [.store, .investigation],
        [.startup, .store], [.investigation, .startup], [.startup, .store, .investigation],
    ]

    private func answers(_ offers: [Offer]) -> [AnswerValues] {
        var answers: [AnswerValues] = []
        for carrier in [nil, Carrier.identified, .missing] {
            for isFull in [false, true] {
                var answer = AnswerValues(
                    caseNumber: "2026-00042",
                    receivedAt: today,
                    offers: offers,
                    carrier: carrier,
                    isScannedLetter: offers.isEmpty
                )
                if isFull {
                    answer = AnswerValues.specimen
                    answer.offers = offers
                    answer.carrier = carrier
                    answer.quotation = String(repeating: "nous cherchons ", count: 30)
                    answer.callTimes = "le lundi matin, le mardi matin ou le jeudi toute la journée"
                    answer.examples = Array(
                        letters.examples.links.filter { !$0.themes.isEmpty }
                            .sorted { $0.label.count > $1.label.count }.prefix(4)
                    )
                }
                answers.append(answer)
            }
        }
        return answers
    }

    @Test("an answer is complete, short and plain", arguments: offerSets)
    func answer(offers: [Offer]) {
        for values in answers(offers) {
            let text = letters.render(values, on: today).text
            expectWellFormed(text)
            #expect(text.split(whereSeparator: \.isWhitespace).count <= 250, "\(text)")
            #expect(text.contains("Votre dossier : 2026-00042."))
            #expect(text.contains("Ceci est une réponse automatique"))
            #expect(text.contains("est bien arrivé le mardi"))
            #expect(text.contains("Un complément ? Répondez à ce message"))
            #expect(text.contains("Nous gardons votre message et vos coordonnées"))
            // The fullest letter leaves it out.
            if values.quotation == nil {
                let isStudied = offers.contains(.investigation)
                #expect(
                    text.contains("pas un obstacle au premier échange")
                        == (isStudied && values.carrier == .missing)
                )
            }
            #expect(text.contains("Indiquez un numéro de téléphone") == (values.phone == nil))
        }
    }

    @Test("each offer says what the public page says of it")
    func offers() {
        func text(_ offer: Offer) -> String {
            let values = AnswerValues(caseNumber: "2026-00042", receivedAt: today, offers: [offer])
            return letters.render(values, on: today).text
        }
        let investigation = text(.investigation)
        for words in [
            "au moins une journée par semaine", "9 à 12 semaines", "Un coach et un designer",
            "entièrement pris en charge par l'ANCT", "Répondez « 2 » (", "ou « 3 » (",
            "https://incubateur.anct.gouv.fr/investigations/",
        ] { #expect(investigation.contains(words), "\(words)") }
        let startup = text(.startup)
        for words in ["équipe dédiée et autonome", "incubé", "mutualisé", "cofinancement", "« 1 »"]
        {
            #expect(startup.contains(words), "\(words)")
        }
        let store = text(.store)
        for words in ["open source", "peu coûteux", "https://territoires.store/", "« 1 »", "« 2 »"]
        {
            #expect(store.contains(words), "\(words)")
        }
    }

    @Test("nothing is promised while the facts of a promise are empty")
    func noPromise() throws {
        var values = AnswerValues.specimen
        values.promisedDay = today
        let text = letters.render(values, on: today).text
        for words in ["au plus tard", "jours", "délai", "vous appelle", "24 novembre"] {
            #expect(!text.contains(words), "\(words)")
        }
        #expect(text.contains("Nous étudions cette demande ; nous revenons vers vous."))
    }

    @Test("a hunt for irritants is told as one, however full the letter is")
    func irritants() {
        for values in answers([.investigation]) {
            var values = values
            values.track = .irritants
            #expect(letters.render(values, on: today).text.contains("ce qui gêne le travail"))
            values.track = .problem
            #expect(letters.render(values, on: today).text.contains("comprendre un problème"))
        }
    }

    @Test("a service that is named stands first beside the catalogue")
    func namedService() {
        var values = AnswerValues(caseNumber: "2026-00042", receivedAt: today, offers: [.store])
        values.namedServices = AnswerValues.specimen.namedServices
        let text = letters.render(values, on: today).text
        #expect(text.contains("un service numérique qui existe déjà : RDV Solidarités."))
        #expect(
            text.contains("- RDV Solidarités : moins de rendez-vous manqués\n  https://www.rdv")
        )
        #expect(!text.contains("quel service vous intéresse"))
    }

    @Test("a promise is made when its two facts are filled, until they expire")
    func promise() throws {
        let filled = try changed("faits.conf") { source in
            for (name, value) in [("delai_jours_ouvres", "5"), ("qui_rappelle", "Une personne")] {
                source = source.replacingOccurrences(
                    of: "[\(name)]\nvaleur =\nsource =\nresponsable =",
                    with: "[\(name)]\nvaleur = \(value)\nsource = s\nresponsable = r"
                )
            }
        }
        defer { try? FileManager.default.removeItem(at: filled) }
        let letters = try Letters(folder: filled, today: today)
        var values = AnswerValues.specimen
        values.offers = [.investigation]
        values.promisedDay = today
        values.forwardedFor = nil
        let promise =
            "Une personne vous appelle au 02 61 91 00 00 au plus tard le mardi 24 novembre 2026."
        #expect(letters.render(values, on: today).text.contains(promise))
        let late = Date(timeIntervalSince1970: 1_830_000_000)
        let expired = letters.render(values, on: late).text
        #expect(!expired.contains("au plus tard"))
        #expect(expired.contains("une partie de la semaine"))
        #expect(
            try Letters(folder: filled, today: late).expiredFacts.contains("delai_jours_ouvres")
        )
    }

    @Test("the clarification asks one question, answerable by a figure")
    func clarification() {
        for phone in [nil, "02 61 91 00 00"] {
            var values = ClarificationValues.specimen
            values.phone = phone
            let letter = letters.render(values, on: today)
            expectWellFormed(letter.text)
            #expect(letter.text.split(whereSeparator: \.isWhitespace).count <= 250)
            for figure in ["1", "2", "3", "0"] {
                #expect(letter.text.contains("\n\(figure) - Nous "))
            }
            #expect(letter.text.count(where: { $0 == "?" }) <= 2)
            #expect(letter.text.contains("2026-00043"))
        }
    }

    @Test("an acknowledgement offers and promises nothing", arguments: Topic.allCases + [nil])
    func acknowledgement(topic: Topic?) {
        for isResident in [false, true] {
            let values = AcknowledgementValues(
                caseNumber: "2026-00044",
                receivedAt: today,
                topic: topic,
                isResident: isResident
            )
            let text = letters.render(values, on: today).text
            expectWellFormed(text)
            #expect(text.contains("une personne vous lira"))
            #expect(text.contains("2026-00044"))
            for words in ["votre collectivité", "investigation", "startup", "store", "délai"] {
                #expect(!text.lowercased().contains(words), "\(words)")
            }
            #expect(text.contains("espace France services") == (isResident || topic == .usager))
            #expect(
                text.contains("Précisez")
                    == [.presse, .recherche, .invitation, .accessibilite].contains(topic)
            )
        }
    }

    @Test("mails to staff line up, and leave out what is empty")
    func staff() {
        let summary = letters.render(SummaryValues.specimen, on: today).text
        expectWellFormed(summary)
        for line in summary.split(separator: "\n").prefix(10).dropFirst() {
            #expect(line.dropFirst(8).prefix(2).hasSuffix(" ") && line.dropFirst(10).first != " ")
        }
        #expect(summary.contains("\n  prendre    aide\n"))
        #expect(!summary.contains("mailto:"))
        let bare = letters.render(
            SummaryValues(caseNumber: "2026-00042", who: ["x"], message: "bonjour"),
            on: today
        )
        #expect(bare.text == "QUI       x\n\nSON MESSAGE\n  bonjour\n")
        expectWellFormed(letters.render(UpdateValues.specimen, on: today).text)
        expectWellFormed(letters.render(AlertValues.specimen, on: today).text)
        expectWellFormed(letters.render(IncidentValues.specimen, on: today).text)
        let alert = letters.render(AlertValues(happened: ["Un.", "Deux."]), on: today).text
        #expect(alert == "Un.\nDeux.\n")
    }

    @Test("hostile values stay on their line, and are text in the HTML")
    func hostile() {
        let attack =
            "<script>alert(1)</script>\r\nÀ FAIRE   payer\n{{qui_paie}}\u{202E}\u{E000}x\u{E001}https://m"
        var answer = AnswerValues.specimen
        answer.quotation = attack
        answer.callTimes = attack
        answer.phone = attack
        answer.forwardedFor = attack
        let letter = letters.render(answer, on: today)
        #expect(!letter.text.contains("script") && !letter.text.contains("payer"))
        var summary = SummaryValues.specimen
        summary.who = [attack]
        summary.message = attack
        let staff = letters.render(summary, on: today)
        #expect(!staff.html.contains("<script"))
        #expect(!staff.text.contains("\nÀ FAIRE   payer"))
        #expect(!staff.html.contains("https://m\""))
        #expect(!staff.text.unicodeScalars.contains("\u{202E}"))
        #expect(!staff.text.unicodeScalars.contains { (0xE000...0xE002).contains($0.value) })
    }

    @Test(
        "a template that cannot work is refused with its place and the nearest name",
        arguments: [
            (
                "suite.mustache", "{{telephonne}}", "suite.mustache:1:1",
                "vouliez-vous « telephone »"
            ),
            ("reponse.txt.mustache", "\n {{> sute}}", "reponse.txt.mustache:2:2", "n'existe pas"),
            ("reponse.txt.mustache", "{{#store}}", "reponse.txt.mustache:1:1", "{{/store}}"),
            ("accuse.txt.mustache", "{{citation}}", "accuse.txt.mustache:1:1", "« citation »"),
            ("cadre.html.mustache", "{{dossier}}", "cadre.html.mustache:1:1", "« dossier »"),
            ("faits.conf", "x", "faits.conf:1:1", "clé = valeur"),
            ("reponse.txt.mustache", "\n", "reponse.txt.mustache:1:1", "ce courrier est vide"),
            (
                "suite.mustache", "{{heures}.\n{{#telephone}}x{{/telephone}}", "suite.mustache:1:1",
                "« {{heures » n'est pas refermé"
            ),
        ]
    )
    func refused(file: String, source: String, place: String, advice: String) throws {
        let folder = try changed(file) { $0 = source }
        defer { try? FileManager.default.removeItem(at: folder) }
        let error = try #require(throws: (any Error).self) {
            try Letters(folder: folder, today: today)
        }
        #expect("\(error)".hasPrefix(place), "\(error)")
        #expect("\(error)".contains(advice), "\(error)")
    }

    @Test("a fact that a template uses and the file lacks is refused")
    func missingFact() throws {
        let folder = try changed("faits.conf") { source in
            source = source.replacingOccurrences(of: "[qui_paie]", with: "[qui_paies]")
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let error = try #require(throws: TemplateError.self) {
            try Letters(folder: folder, today: today)
        }
        #expect(
            error.description.contains("« qui_paie » n'existe pas ; vouliez-vous « qui_paies »")
        )
    }

    @Test("a letter with every fact empty has no hole")
    func emptyFacts() throws {
        let folder = try changed("faits.conf") { source in
            source = source.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("valeur =") ? "valeur =" : String($0) }
                .joined(separator: "\n")
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let letters = try Letters(folder: folder, today: today)
        for offers in Self.offerSets {
            for values in answers(offers) {
                expectWellFormed(letters.render(values, on: today).text)
            }
        }
        expectWellFormed(letters.render(ClarificationValues.specimen, on: today).text)
    }

    // MARK: What every letter must be

    private func expectWellFormed(_ text: String, _ location: SourceLocation = #_sourceLocation) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), sourceLocation: location)
        #expect(!text.contains("\n\n\n") && !text.contains("\r"), sourceLocation: location)
        #expect(!text.contains("{{") && !text.contains("}}"), sourceLocation: location)
        #expect(lines.allSatisfy { $0.last != " " }, sourceLocation: location)
        for hole in [" .", " ,", "( ", "« »", "()", ", ,", "..", "null", "true"] {
            #expect(!text.contains(hole), "« \(hole) » : \(text)", sourceLocation: location)
        }
        for sentence in sentences(in: text) {
            let words = sentence.split(whereSeparator: {
                !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "-"
            })
            .filter { $0.contains(where: \.isLetter) || $0.contains(where: \.isNumber) }
            #expect(words.count < 25, "\(sentence)", sourceLocation: location)
        }
    }

    /// Lines and the sentences in them; the writer's own words are not ours to shorten.
    private func sentences(in text: String) -> [Substring] {
        text.split(separator: "\n")
            .filter { !$0.contains("« nous cherchons") && !$0.hasPrefix("Écrire à la") }
            .flatMap { $0.split(whereSeparator: { ".?!;".contains($0) }) }
    }

    /// A copy of the shipped folder with one file changed.
    private func changed(_ file: String, _ change: (inout String) -> Void) throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("lettres-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: shippedTemplates, to: folder)
        let url = folder.appendingPathComponent(file)
        var source = try String(contentsOf: url, encoding: .utf8)
        change(&source)
        try Data(source.utf8).write(to: url)
        return folder
    }
}
