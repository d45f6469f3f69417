import Testing

@testable import Rules

/// What a rule meets when its writer spells otherwise than the rule's author.
@Suite("Spelling") struct SpellingTests {
    private func met(_ trial: Trial, sets: String = "") throws -> String? {
        try trial.verdict(sets: sets).matches.first?.text
    }

    @Test(
        "accents are ignored where the writer puts none",
        arguments: [
            Trial("école", "l'ecole du village", "ecole"),
            Trial("école", "L'ÉCOLE DU VILLAGE", "ÉCOLE"),
            Trial("école", "L'ECOLE DU VILLAGE", "ECOLE"),
            Trial("désigner", "nous avons designe un agent", "designe"),
            Trial("désigner", "nous designons un agent", "designons"),
            Trial("élève", "un eleve, un élève", "eleve"),
            Trial("prêt à", "nous sommes prets a commencer", "prets a"),
            Trial("dès que", "des que possible", "des que"),
            Trial("où en être", "ou en etes vous", "ou en etes"),
            Trial("bien sûr", "bien sur", "bien sur"),
            Trial("cœur", "au coeur du bourg", "coeur"),
            Trial("maïs", "du mais", "mais"),
            Trial("reçu", "bien recu", "recu"),
            // One accent too few, or another one.
            Trial("développé", "nous avons developpé", "developpé"),
            Trial("problème", "un probléme", "probléme"),
            // An accent that the rule has not is another word.
            Trial("cote", "la côte et le côté", nil),
            Trial("marche", "un marché public", nil),
            Trial("interne", "un interné", nil),
            Trial("conseille", "il a conseillé", nil),
        ]
    )
    func accents(trial: Trial) throws { #expect(try met(trial) == trial.expected) }

    @Test(
        "two listed words are never merged",
        arguments: [
            Trial("désigner", "un designer", nil),
            Trial("désigner", "des designers", nil),
            Trial("designer", "nous avons désigné", nil),
            Trial("designer", "un designer", "designer"),
            Trial("côte", "le côté", nil), Trial("côté", "la côte", nil),
            Trial("marché", "la marche", nil), Trial("marche", "le marché", nil),
            Trial("pêcheur", "un pécheur", nil), Trial("pécheur", "un pêcheur", nil),
            Trial("tâche", "une tache", nil), Trial("tache", "une tâche", nil),
            Trial("jeûne", "un jeune", nil),
        ]
    )
    func listed(trial: Trial) throws {
        let sets =
            "@tous = designer, désigner, =côte, côté, marche, marché, pêcheur, pécheur,"
            + " tâche, tache, jeune, jeûne"
        let rules = "[spam] seuil 9\n+1 tous : @tous"
        let file = RuleFile(
            name: "a.rules",
            bytes: Array("\(sets)\n\(rules)\n[offre store]\n+1 a : \(trial.pattern)".utf8)
        )
        let verdict = try Rulebook(files: [file]).verdict(on: Writing(body: trial.body))
        let store = verdict.matches.first { $0.target == Target(category: .offer, name: "store") }
        #expect(store?.text == trial.expected)
    }

    @Test(
        "little words are not verbs without their accents",
        arguments: [
            Trial("devoir", "le maire du village", nil), Trial("devoir", "j'aurais dû", "dû"),
            Trial("naître", "nous ne savons rien", nil), Trial("naître", "il est né ici", "né"),
            Trial("entrer", "entre nous", nil), Trial("entrer", "il est entré", "entré"),
            Trial("suivre", "je suis maire", nil), Trial("suivre", "nous suivons", "suivons"),
            Trial("maintenir", "et maintenant", nil), Trial("devoir", "devant la mairie", nil),
            Trial("plaire", "non plus", nil), Trial("avoir", "avant tout", nil),
            Trial("étudier", "des étudiants", nil), Trial("habiter", "des habitants", nil),
            Trial("s'agir", "il s'agit de cela", "s'agit"),
            Trial("creuser", "le département de la Creuse", nil),
            Trial("=partant", "elle est partie, je pars", nil),
            Trial("=partant", "des agents partants", nil),
        ]
    )
    func littleWords(trial: Trial) throws { #expect(try met(trial) == trial.expected) }

    @Test(
        "one typing error, in long words that no list knows",
        arguments: [
            Trial("investigation", "une investgation", "investgation"),
            Trial("investigation", "une invesstigation", "invesstigation"),
            Trial("investigation", "une ivnestigation", "ivnestigation"),
            Trial("numérique", "le numerrique", "numerrique"),
            Trial("difficulté", "une dificulté", "dificulté"),
            Trial("difficulté", "une dificultee", nil),
            Trial("investigation", "une invstgation", nil),
            // Seven letters or fewer are taken as they are.
            Trial("service", "un sevice", nil), Trial("commune", "la comune", nil),
            Trial("commune", "la comunne", nil), Trial("logiciel", "un logicel", nil),
            // Capitals may be names.
            Trial("difficulté", "Monsieur Dificulté", nil),
            // Real words, one error away.
            Trial("attendre", "pour atteindre cela", nil),
            Trial("répondre", "se répandre partout", nil),
            Trial("contacter", "nous contractons", nil), Trial("pouvoir", "pourvoir", nil),
            Trial("étendre", "éteindre la lumière", nil), Trial("adopter", "ils adaptaient", nil),
            Trial("rédaction", "votre réaction", nil), Trial("campagne", "du champagne", nil),
            Trial("maire", "des maîtresses", nil), Trial("porter", "un portrait", nil),
            Trial("complément", "nos compliments", nil), Trial("ministère", "les ministres", nil),
            Trial("agriculteur", "l'agriculture", nil), Trial("annuaire", "un annulaire", nil),
            Trial("remplacer", "il faut le replacer", nil),
        ]
    )
    func typingErrors(trial: Trial) throws { #expect(try met(trial) == trial.expected) }

    @Test("a word of another rule is no typing error")
    func knownElsewhere() throws {
        let text = "[spam]\n+1 b : médiation\n[offre store]\n+1 a : méditation"
        let file = RuleFile(name: "a.rules", bytes: Array(text.utf8))
        let verdict = try Rulebook(files: [file]).verdict(on: Writing(body: "une mediation"))
        #expect(verdict.matches.map(\.rule) == ["b"])
    }

    @Test(
        "elisions are read without their apostrophe",
        arguments: [
            Trial("l'état", "l Etat", "l Etat"), Trial("d'abord", "d abord", "d abord"),
            Trial("qu'il", "ce qu il faut", "qu il"), Trial("je avoir", "j ai un souci", "j ai"),
            Trial("c'est", "c est cela", "c est"), Trial("s'il", "s il vous plait", "s il"),
            Trial("le agent", "l agent", "l agent"), Trial("de agent", "d agent", "d agent"),
            Trial("jusqu'à", "jusqu a demain", "jusqu a"),
            Trial("aujourd'hui", "aujourd hui", "aujourd hui"),
            Trial("outil", "ce n est pas un outil", nil),
            Trial("refus: outil", "ce n est pas un outil", "outil"),
            Trial("l'agent", "l\u{92}agent", "l\u{92}agent"),
            Trial("rendez-vous", "un rendez\u{2013}vous", "rendez\u{2013}vous"),
            Trial("3 000 habitants", "3000 habitants", "3000 habitants"),
            Trial("3000 habitant", "3\u{A0}000 habitants", "3\u{A0}000 habitants"),
            Trial("n° 3", "le n°3", "n°3"), Trial("n° 3", "le n° 3", "n° 3"),
            Trial("outil", "le lot n° 3 : pas un outil", nil),
            Trial("marché", "n° 3 du marché, pas d'outil", "marché"),
        ]
    )
    func elisions(trial: Trial) throws { #expect(try met(trial) == trial.expected) }
}
