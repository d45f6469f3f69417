import Testing

@testable import Rules

/// One rule tried on one body.
struct Trial: Sendable, CustomTestStringConvertible {
    var pattern: String
    var body: String
    /// The words met, or `nil`.
    var expected: String?

    init(_ pattern: String, _ body: String, _ expected: String?) {
        self.pattern = pattern
        self.body = body
        self.expected = expected
    }

    var testDescription: String { "\(pattern) | \(body)" }

    func verdict(sets: String = "", writing: Writing? = nil) throws -> Verdict {
        let rules = "\(sets)\n[offre store] seuil 1\n+1 essai-de-motif : \(pattern)\n"
        let file = RuleFile(name: "a.rules", bytes: Array(rules.utf8))
        return try Rulebook(files: [file]).verdict(on: writing ?? Writing(body: body))
    }
}

@Suite("Signs") struct OperatorTests {
    static let sets = """
        @outil = logiciel, application, "boîte à outils", adjoint au maire, @autre
        @autre = appli, plateforme
        """

    @Test(
        "each sign means one thing",
        arguments: [
            // A word with its forms.
            Trial("étudier", "Nous étudions cela", "étudions"),
            Trial("étudier", "nous etudions cela", "etudions"),
            Trial("collectivité", "la collecte des collectivités", "collectivités"),
            Trial("collectivité", "la collecte", nil),
            Trial("vouloir", "je voudrais", "voudrais"),
            // This form only.
            Trial("=partant", "je suis partant", "partant"),
            Trial("=partant", "je suis partante", nil),
            Trial("=désigné", "agent designe", "designe"),
            Trial("=étude", "les études", nil),
            // Accents.
            Trial("désigner", "un designer arrive", nil),
            Trial("désigner", "nous avons désigné un agent", "désigné"),
            Trial("=designer", "un designer arrive", "designer"),
            Trial("problème", "un probléme", "probléme"),
            Trial("côté", "la côte", nil),
            Trial("créer", "créee", nil),
            // One typing error in a long word that no list knows.
            Trial("développer", "nous voulons dévelloper un outil", nil),
            Trial("développer", "nous voulons develloper", nil),
            Trial("développer", "nous voulons développper", "développper"),
            Trial("développer", "nous voulons déveloper", "déveloper"),
            Trial("développer", "un développeur", nil),
            Trial("investigation", "une investigaton", nil),
            Trial("investigation", "une investgation", "investgation"),
            Trial("investigation", "une investiagtion", "investiagtion"),
            Trial("expérience", "une expériance", "expériance"),
            Trial("accompagnement", "un accompagnemant", nil),
            Trial("accompagnement", "un acompagnement", "acompagnement"),
            Trial("=accompagnement", "un acompagnement", nil),
            Trial("invitation", "une incitation", nil),
            Trial("comprendre", "comprandre", "comprandre"),
            Trial("agent", "agnet", nil),
            // Names of places.
            Trial("creuser", "dans la Creuse", nil),
            Trial("creuser", "on creuse le sujet", "creuse"),
            Trial("=creuse", "dans la Creuse", "Creuse"),
            // Prefixes.
            Trial("irritant*", "des irritants", "irritants"),
            Trial("compliqu*", "c'est compliqué", "compliqué"),
            Trial("compliqu*", "cela se complexifie", nil),
            // These very words.
            Trial(
                "\"programme d'investigation\"",
                "le Programme d’investigation",
                "Programme d’investigation"
            ),
            Trial("\"programme d'investigation\"", "des programmes d'investigation", nil),
            Trial("« recherche d’irritants »", "la recherche d'irritants", "recherche d'irritants"),
            Trial("“recherche”", "la recherche", "recherche"),
            // Alternatives and groups; words side by side bind tighter.
            Trial("chat noir / chien", "un chien", "chien"),
            Trial("chat noir / chien", "un chat", nil),
            Trial("(chat / chien) noir", "un chien noir", "chien noir"),
            Trial("(chat / chien) noir", "un chien blanc et noir", nil),
            // Optional words.
            Trial("une [seule] journée", "une seule journée", "une seule journée"),
            Trial("une [seule] journée", "une journée", "une journée"),
            Trial("une [seule] journée", "une longue journée", nil),
            Trial("[un / une] agent [de la] ville", "agent ville", "agent ville"),
            Trial("une ([seule] journée)", "une seule journée", "une seule journée"),
            Trial("voir ...3 [bon] exemple", "voir un tout exemple", "voir un tout exemple"),
            // Gaps.
            Trial("voir ...2 exemple", "voir de bons exemples", "voir de bons exemples"),
            Trial("voir ...2 exemple", "voir de très bons exemples", nil),
            Trial("voir ...2 exemple", "exemple à voir", nil),
            Trial(
                "voir ... exemple",
                "voir un deux trois quatre cinq six exemples",
                "voir un deux trois quatre cinq six exemples"
            ),
            Trial("voir …2 exemple", "voir un exemple", "voir un exemple"),
            Trial(
                "voir ...3 bon ...3 exemple",
                "voir un bon et bel exemple",
                "voir un bon et bel exemple"
            ),
            Trial("voir &2 exemple", "un exemple à voir", "exemple à voir"),
            Trial("voir &2 exemple", "un exemple qui est là à voir", nil),
            Trial(
                "coach & designer",
                "un designer et, bien plus loin, un coach",
                "designer et, bien plus loin, un coach"
            ),
            Trial("coach & designer", "Un coach. Un designer.", nil),
            Trial("agent ville &3 besoin", "besoin : un agent ville", "besoin : un agent ville"),
            // Sets.
            Trial("@outil", "une plateforme", "plateforme"),
            Trial("un @outil", "une boîte à outils", nil),
            Trial("une @outil", "une boîte à outils", "une boîte à outils"),
            Trial("un @outil", "un adjoint au maire", "un adjoint au maire"),
            // Words with hyphens and apostrophes.
            Trial("rendez-vous", "un rendez vous", "rendez vous"),
            Trial("aujourd'hui", "Aujourd’hui même", "Aujourd’hui"),
            Trial("appel à irritants", "appel a irritants", "appel a irritants"),
            Trial("je cherche", "j'ai cherché", nil),
            Trial("je avoir", "j'ai", "j'ai"),
            // No pattern crosses a sentence.
            Trial("voir ...9 exemple", "À voir. Un exemple", nil),
            Trial("voir ...9 exemple", "À voir\n\nUn exemple", nil),
            Trial("voir ...9 exemple", "À voir\nun exemple", "voir\nun exemple"),
        ]
    )
    func signs(trial: Trial) throws {
        let verdict = try trial.verdict(sets: Self.sets)
        #expect(verdict.matches.first?.text == trial.expected)
        #expect(verdict.matches.count <= 1)
    }

    @Test(
        "turns ask for negated words, the past, questions",
        arguments: [
            Trial("outil", "pas d'outil", nil),
            Trial("refus: outil", "pas d'outil", "outil"),
            Trial("refus: outil", "un outil", nil),
            Trial(
                "refus: vouloir ...5 outil",
                "nous ne voulons pas d'un outil",
                "voulons pas d'un outil"
            ),
            Trial(
                "refus: (avoir / désigner) ...6 agent",
                "nous n'avons pas désigné d'agent",
                "désigné d'agent"
            ),
            Trial(
                "pas encore ...3 agent",
                "nous n'avons pas encore d'agent",
                "pas encore d'agent"
            ),
            Trial("\"rien n'y fait\"", "rien n'y fait", "rien n'y fait"),
            Trial("sans ...2 logiciel", "sans aucun logiciel", "sans aucun logiciel"),
            Trial(
                "passé: mener ...4 investigation",
                "nous avons mené une investigation",
                "mené une investigation"
            ),
            Trial("passé: mener ...4 investigation", "nous voulons mener une investigation", nil),
            Trial("question: combien de temps", "Combien de temps faut-il ?", "Combien de temps"),
            Trial("question: combien de temps", "Il dira combien de temps.", nil),
        ]
    )
    func turns(trial: Trial) throws {
        #expect(try trial.verdict().matches.first?.text == trial.expected)
    }

    @Test("a rule looks at subject and body unless told otherwise")
    func defaultPlaces() throws {
        let writing = Writing(subject: "outil", signature: "outil", quotation: "outil")
        let verdict = try Trial("outil", "", nil).verdict(writing: writing)
        #expect(verdict.matches.map(\.place) == [.subject])
        let elsewhere = Writing(signature: "outil", quotation: "outil", sender: "outil")
        #expect(try Trial("outil", "", nil).verdict(writing: elsewhere).matches.isEmpty)
    }

    @Test(
        "places choose where a rule looks",
        arguments: [
            ("objet: devis", Place.subject), ("Objet : devis", .subject),
            ("signature: directeur", .signature), ("citation: ancien", .quotation),
            ("expéditeur: mairie", .sender), ("expediteur: fr", .sender),
            ("pièce jointe: délibération", .attachment), ("piece jointe: pdf", .attachment),
            ("auteur: entreprise", .author), ("début: bonjour", .body),
            ("fin: cordialement", .body),
        ]
    )
    func places(pattern: String, place: Place) throws {
        let filling = String(repeating: "mot ", count: 90)
        let writing = Writing(
            subject: "Re: TR : votre devis",
            body: "Bonjour. \(filling). Cordialement.",
            signature: "La directrice",
            quotation: "Un ancien message",
            sender: "Mairie <accueil@mairie-x.fr>",
            attachmentNames: ["deliberation_2026.pdf"],
            author: "entreprise"
        )
        let verdict = try Trial(pattern, "", nil).verdict(writing: writing)
        #expect(verdict.matches.map(\.place) == [place])
    }

    @Test("the start and the end are sixty words")
    func edges() throws {
        let filling = String(repeating: "mot ", count: 90)
        let body = "Rien. \(filling). Un outil. \(filling). Rien."
        for place in ["début", "fin"] {
            #expect(try Trial("\(place): outil", body, nil).verdict().matches.isEmpty)
        }
    }

    @Test("an indented line goes on with the one above, whatever that one ends in")
    func indentedLines() throws {
        let text = """
            [offre store] seuil 2
            +2 liste : (voir / avoir) ...3
                       (liste / catalogue)
                       & service
              +1 indentée : mot
            essai +1 essai : mot
              oui : voir la liste des services
            """
        let rulebook = try Rulebook(files: [RuleFile(name: "a.rules", bytes: Array(text.utf8))])
        #expect(rulebook.ruleCount == 3)
        #expect(rulebook.checkExamples().isEmpty)
    }
}
