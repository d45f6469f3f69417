import Testing

@testable import French

@Suite("Turns") struct TurnsTests {
    private func words(_ text: String, _ flags: (Turns) -> [Bool]) -> [String] {
        let tokenized = TokenizedText(text)
        let marks = flags(Turns(tokenized))
        return tokenized.tokens.indices.filter { marks[$0] }.map { tokenized.folded($0) }
    }

    /// A word in braces must be negated, a word in angle brackets must not.
    @Test(
        "a negation reaches its words and no others",
        arguments: [
            "Nous ne {voulons} pas d'{outil}.",
            "je ne {demande} pas un {logiciel}, je veux <comprendre>",
            "Ce n'est pas un {outil} que nous <voulons>.",
            "Nous n'{avons} pas encore {désigné} d'{agent}.",
            "Nous n'avons plus de {budget}.",
            "On n'a jamais eu d'{application}.",
            "Aucun {agent} n'est {disponible}.",
            "Personne n'est {désigné} pour le <projet>.",
            "Il n'y a aucun {agent} <mais> une <élue>.",
            "Ni {Samir} ni {moi} n'{avons} {fait} cela.",
            "Nous n'avons ni {agent} ni {budget}.",
            "Je viens sans {logiciel}, avec un <problème>.",
            "Sans vouloir d'{outil}, nous cherchons une <méthode>.",
            "Nous voulons une <méthode> plutôt qu'un {logiciel}.",
            "Plutôt que d'{acheter} un {outil}, nous voulons <comprendre>.",
            "Au lieu de {développer}, nous voulons <tester>.",
            "Nous cherchons une <idée> et non un {logiciel}.",
            "Une <méthode>, pas un {outil}.",
            "on veut pas un {logiciel} on <cherche> à comprendre",
            "c'est pas un {outil} qu'on cherche",
            "pas d'{agent} disponible chez nous",
            "pas de {logiciel} ni d'{application}",
            "je ne veux pas que vous {développiez} un {outil}",
            "il ne faut pas {développer} un {outil}",
            "Nous souhaitons ne pas {développer} de {service}.",
            "Nous ne cherchons pas à {acheter} un {logiciel} mais à <comprendre>.",
            "nous n'avons pas d'{agent}, de {budget}, ni de {temps}",
            "à la place d'un {logiciel}, une <enquête>",
            "Ce n'est pas {urgent} car nous avons un <outil>.",
            "Je ne {sais} pas comment <comprendre> le <problème>.",
            "Nous ne <voulons> que <comprendre>.",
            "Nous n'avons qu'un <agent>.",
            "N'<hésitez> pas à nous <appeler>.",
            "Je ne <manquerai> pas de vous <envoyer> le <dossier>.",
            "Pourquoi pas un <outil> ?",
            "Ne <pourrions>-nous pas <développer> un <outil> ?",
            "N'auriez-vous pas un <logiciel> ?",
            "Vous n'auriez pas un <outil> pour nous ?",
            "vous avez pas un <outil> ?",
            "Nous ne voulons pas seulement un <outil>.",
            "non seulement un <outil> mais aussi une <méthode>",
            "N'importe quel <agent> peut venir.",
            "Nous avançons pas à <pas> vers un <outil>.",
            "C'est un premier pas vers un <outil>.",
            "Il y a sans doute un <problème>.",
            "Avez-vous un <outil> plus <simple> ?",
            "Si jamais vous avez un <outil>, <dites>-le.",
            "Nous ne doutons pas de votre <aide>.",
            "Bonjour, non, nous <voulons> bien un <outil>.",
            "Nous en avons plus d'un <exemple>.",
            "Il n'est pas question d'un {logiciel}. Nous voulons <comprendre>.",
            "on a pas d'{agent} mais on a un <élu>",
            "Aucun {agent} n'a pour le moment été {désigné}.",
            "Nous n'avons pour l'instant pas d'{outil}.",
            "Je pensais plutôt qu'ils <développaient> des <applis>.",
            "je ne demande pas un {logiciel} j'en <ai> déjà",
            "Personne ne l'{ouvre} <et> je ne {peux} pas.",
            "Plus personne ne {sait} {faire} cela.",
        ]
    )
    func negation(marked: String) {
        var plain = ""
        var inside = ""
        var negated: [String] = []
        var affirmed: [String] = []
        for character in marked {
            switch character {
            case "{", "<": inside = ""
            case "}": negated.append(fold(inside))
            case ">": affirmed.append(fold(inside))
            default:
                plain.append(character)
                inside.append(character)
            }
        }
        let found = words(plain) { $0.isNegated }
        #expect(negated.filter { !found.contains($0) } == [], "\(plain): \(found)")
        #expect(affirmed.filter(found.contains) == [], "\(plain): \(found)")
    }

    @Test(
        "the past is found",
        arguments: [
            ("Nous avons mené une investigation.", "mene"),
            ("Nous avons déjà terminé une investigation.", "termine"),
            ("L'an dernier, deux agents de la ville menaient cela.", "menaient"),
            ("Il y a deux ans, une étude est partie de là.", "etude"),
            ("nous avions commencé", "commence"), ("on préparait un projet", "preparait"),
        ]
    )
    func past(text: String, word: String) {
        #expect(words(text) { $0.isPast }.contains(word))
    }

    @Test(
        "the present and the conditional are no past",
        arguments: [
            "Nous voudrions mener une investigation.", "Il faudrait commencer.",
            "Je souhaite créer un outil.", "On pourrait travailler ensemble.",
            "Je voulais savoir comment faire.", "Nous avons un problème.", "C'est parfait.",
            "J'aimerais comprendre.", "Nous serions prêts.",
        ]
    )
    func present(text: String) { #expect(words(text) { $0.isPast } == []) }

    @Test(
        "questions are found with and without their mark",
        arguments: [
            ("Combien de temps cela prend ?", true), ("est ce que vous prenez ce projet", true),
            ("comment faire", true), ("Quel agent faut-il", true),
            ("J'aimerais savoir combien de temps cela prend.", true),
            ("Pouvez-vous nous aider.", true), ("je me demande si c'est possible", true),
            ("Nous voudrions savoir si c'est possible.", true),
            ("Bonjour, comment cela se passe", true), ("Nous voulons un outil.", false),
            ("Notre savoir-faire est connu.", false), ("Je propose un rendez-vous.", false),
            ("Dites-moi tout.", false),
        ]
    )
    func questions(text: String, expected: Bool) {
        let tokenized = TokenizedText(text)
        #expect(Turns(tokenized).isQuestion.contains(true) == expected)
    }
}
