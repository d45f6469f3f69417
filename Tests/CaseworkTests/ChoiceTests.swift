import Casework
import Intake
import Testing

@Suite("The answer to a clarification") struct ChoiceTests {
    @Test(
        "names offers by their figures",
        arguments: [
            ("2", [.startup]), ("2\n", [.startup]), ("le 1 plutôt", [.investigation]),
            ("1 et 3", [.investigation, .store]), ("3, puis 1", [.store, .investigation]),
            ("le 1 et le 3. Le 1 pour la question des médecins", [.investigation, .store]),
            ("Bonjour, offre 2 merci", [.startup]), ("réponse : 3", [.store]),
            ("n° 2", [.startup]), ("2 - développer", [.startup]), ("Le deux merci.", [.startup]),
            ("La troisième proposition nous irait bien", [.store]),
            ("je choisis la 2e", [.startup]), ("c'est le premier cas", [.investigation]),
            ("Les trois !", [.investigation, .startup, .store]),
            ("les 3 m'intéressent", [.investigation, .startup, .store]),
            ("pas le 2, plutôt le 1", [.investigation]), ("2, pas 3", [.startup]),
            ("ni la 1 ni la 2, la 3 oui", [.store]), ("la deuxième", [.startup]),
            ("La 1. On a bien un souci avec les poubelles.", [.investigation]),
            ("je ne sais pas bien, 2 peut-être", [.startup]),
            ("plutôt développer un service numérique", [.startup]),
            ("Nous avons un problème, sans solution choisie.", [.investigation]),
            ("un service numérique qui existe déjà", [.store]),
        ] as [(String, [Offer])]
    )
    func offers(text: String, expected: [Offer]) {
        let choice = Choice(in: text)
        #expect(choice?.offers == expected)
        #expect(choice?.isUndecided == false)
    }

    @Test("a zero leaves it open", arguments: ["0", "Je dirais 0, appelez-moi", "0 ou 1"])
    func undecided(text: String) {
        let choice = Choice(in: text)
        #expect(choice?.isUndecided == true)
        #expect(choice?.offers.isEmpty == true)
    }

    @Test(
        "an answer is corrected by naming an offer as ours",
        arguments: [
            ("Plutôt le 3.", [.store]), ("3", [.store]), ("Le 3 svp", [.store]),
            ("Ce n'est pas le 2, c'est plutôt l'offre 1", [.investigation]),
            (
                String(repeating: "mot ", count: 70) + ". C'est plutôt votre n° 3, non ?",
                [.store]
            ),
            ("l'offre 1 et la 3", [.investigation, .store]),
        ] as [(String, [Offer])]
    )
    func correction(text: String, expected: [Offer]) {
        #expect(Choice(correctionIn: text)?.offers == expected)
    }

    @Test(
        "other figures in a case correct nothing",
        arguments: [
            "Merci beaucoup", "Réunion le 3", "Nous avons 3 communes partantes", "le lot n° 2",
            "Nous serons 2, le 1 et le 2 mars", "développer un service", "à lundi 3", "0",
        ]
    )
    func noCorrection(text: String) {
        #expect(Choice(correctionIn: text) == nil)
    }

    @Test(
        "figures that count something are no choice",
        arguments: [
            "Je ne sais pas.", "nous sommes 3 agents", "une commune de 2 500 habitants",
            "le 05 36 49 87 30 entre 18 h et 20 h", "en 2026", "",
            "On se rappelle le 3 septembre ?", "3 agents seraient prêts", "aucun des 3, désolée",
            "Nous avons 2 secrétaires, 1 agent technique et 3 écoles.",
            "Pourriez-vous me téléphoner entre 2 et 3 h ?", "un peu des trois ou aucun",
            "Nous ne voulons pas développer un service", "1 problème : personne ne s'en sert",
            "la première fois je n'avais pas compris", "rendez-vous le 2 à 14 h",
            String(repeating: "mot ", count: 61) + "2",
        ]
    )
    func none(text: String) {
        #expect(Choice(in: text) == nil)
    }
}
