import French
import Testing

@testable import Rules

/// What rules make of the negations and contrasts of real mails.
///
/// A word in braces is negated: only `refus:` may meet it. A word in angle brackets counts: `refus:`
/// may not.
@Suite("Negations as people write them") struct NegationTests {
    @Test(
        "both parts of a negation",
        arguments: [
            "Nous ne {voulons} pas de {logiciel}.",
            "Nous ne {voulons} plus de {logiciel}.",
            "Nous ne {voulons} jamais de {logiciel}.",
            "Nous ne {voulons} aucun {logiciel}.",
            "Nous n'{attendons} rien d'un {logiciel}.",
            "Nous n'avons {désigné} personne.",
            "Nous n'avons ni {agent} ni {budget}.",
            "Nous n'{utilisons} guère ce {logiciel}.",
            "Nous n'avons guère de {temps}.",
            "Nous n'avons point de {logiciel}.",
            "Nous n'{envisageons} nullement d'{acheter} un {logiciel}.",
            "Nous n'avons aucunement {besoin} d'un {logiciel}.",
            "Nous n'avons pas du tout de {budget}.",
            "Nous n'avons absolument aucune {idée}.",
            "Il n'y a pas d'{agent} {disponible}.",
            "Il n'existe aucune {solution} chez nous.",
            "Cela n'{intéresse} personne.",
            "Nous ne {savons} pas {faire}.",
            "Je ne {vois} pas de {solution}.",
            "Nous n'avons toujours pas de {solution}.",
            "Nous n'avons malheureusement pas de {budget}.",
            "Nous n'avons pas encore {choisi} de {logiciel}.",
            "Il ne faut surtout pas {acheter} un {logiciel}.",
            "Ne {développez} pas d'{outil}.",
            "Merci de ne pas {développer} d'{outil}.",
            "Nous préférons ne pas {acheter} de {logiciel}.",
            "Afin de ne pas {multiplier} les {outils}, nous <cherchons> autre chose.",
            "N'ayant pas d'{agent}, nous <cherchons> une <idée>.",
            "nous n'en {voulons} pas",
            "on ne {veut} plus de {logiciel}",
            "Ne nous {proposez} pas de {logiciel}.",
            "Il ne faut pas nous {proposer} de {logiciel}.",
            "Nous ne souhaitons pas du tout nous {équiper} d'un {logiciel}.",
            "Nous ne souhaitons pas {continuer} avec ce {logiciel}.",
            "Nous ne voulons pas qu'on nous {impose} un {outil}.",
            "Je ne pense pas qu'un {logiciel} soit la réponse.",
            "Il n'y a chez nous pas d'{agent} ni de {budget}.",
        ]
    )
    func twoParts(marked: String) throws { try check(marked) }

    @Test(
        "what is denied stands first",
        arguments: [
            "Rien ne {fonctionne}.",
            "Rien n'{avance} depuis deux ans.",
            "Personne ne {sait} s'en servir.",
            "Aucun {logiciel} ne {convient}.",
            "Aucune des {solutions} testées ne {convient}.",
            "Plus aucun {agent} n'est {disponible}.",
            "Pas un {agent} n'est {disponible}.",
            "Jamais nous n'{achèterons} un {logiciel}.",
            "Ni le {maire} ni les {adjoints} ne {souhaitent} cela.",
        ]
    )
    func deniedFirst(marked: String) throws { try check(marked) }

    @Test(
        "without ne, as one speaks",
        arguments: [
            "Pas de {logiciel} chez nous.",
            "pas besoin d'un {logiciel}",
            "Pas question d'{acheter} un {logiciel}.",
            "Surtout pas de {logiciel} !",
            "Surtout pas un {logiciel} de plus.",
            "on {veut} pas dun {logiciel}",
            "jai pas d'{agent}",
            "jai pas trouvé de {solution}",
            "ya pas d'{agent} pour ca",
            "y a pas de {solution}",
            "cest pas un {logiciel} quon veut",
            "c est pas un {logiciel}",
            "on {sait} pas comment <faire>",
            "je {comprends} pas pourquoi ca {marche} pas",
            "nous avons pas les {moyens}",
            "faut pas {developper} un {outil}",
            "on na pas de {logiciel}",
            "on na plus de {budget}",
            "nous navons plus d'{agent}",
            "personne na le {temps}",
            "aucun {agent} nest {disponible}",
            "on a jamais eu d'{application}",
            "on {utilise} jamais ce {logiciel}",
            "on a rien {trouvé}",
            "on y {comprend} rien",
            "on a aucun {agent} pour ca",
            "on a même pas d'{agent}",
            "on a plus de <demandes> quavant",
            "Faut-il un <agent> ou pas ?",
            "Il y a pas mal de <demandes>.",
            "Le <pas> de porte est <loué>.",
        ]
    )
    func spoken(marked: String) throws { try check(marked) }

    @Test(
        "sans, faute de, inutile de, hors de question",
        arguments: [
            "Nous faisons cela sans {logiciel}.",
            "Nous faisons cela sans aucun {logiciel}.",
            "Sans vouloir de {logiciel}, nous <cherchons> une <méthode>.",
            "Sans avoir à {acheter} un {logiciel}, nous <cherchons>.",
            "Sans que cela {coûte} à la commune.",
            "Sans {agent} ni {budget}, nous <cherchons> une <aide>.",
            "Sans {agent}, peut-on <postuler> ?",
            "Il y a sans doute un <problème>.",
            "Il y a sans aucun doute un <problème>.",
            "Il faut sans tarder un <agent>.",
            "Sans parler du <logiciel> qui <plante>.",
            "Faute de {budget}, nous <cherchons> une <aide>.",
            "Faute d'{agent}, le <guichet> <ferme>.",
            "À défaut de {budget}, nous avons une <idée>.",
            "Inutile de {développer} un {logiciel}.",
            "Il est inutile d'{acheter} un {logiciel}, nous <cherchons> une <méthode>.",
            "Nous avons un <logiciel> inutile.",
            "Il est hors de question d'{acheter} un {logiciel}.",
            "Hors de question qu'on {achète} un {logiciel}.",
            "Le guichet est hors du <bourg>.",
            "Loin de {vouloir} un {logiciel}, nous voulons <comprendre>.",
            "Nous sommes loin d'{avoir} une {solution}.",
            "La <mairie> est loin de la <préfecture>.",
            "C'est la <faute> du <logiciel>.",
        ]
    )
    func prepositions(marked: String) throws { try check(marked) }

    @Test(
        "a contrast: one side is denied, the other counts",
        arguments: [
            "Nous voulons une <méthode> plutôt qu'un {logiciel}.",
            "Nous voulons plutôt une <méthode> qu'un {logiciel}.",
            "Plutôt que d'{acheter} un {logiciel}, nous voulons <comprendre>.",
            "C'est plutôt un <problème> que nous <rencontrons>.",
            "Au lieu d'{acheter} un {logiciel}, nous voulons <comprendre>.",
            "Au lieu du {logiciel}, une <méthode>.",
            "À la place d'un {logiciel}, une <enquête>.",
            "Il nous faut non pas un {logiciel} mais une <méthode>.",
            "Nous cherchons non un {logiciel} mais une <méthode>.",
            "Nous écrivons non pas pour {acheter} mais pour <comprendre>.",
            "Nous n'écrivons pas pour {acheter} un {logiciel} mais pour <comprendre>.",
            "Ce n'est pas un {logiciel} mais une <méthode> que nous <voulons>.",
            "Pas un {logiciel}, une <méthode>.",
            "Nous voulons <comprendre>, pas {développer}.",
            "Nous voulons <comprendre> et non {développer}.",
            "Une <méthode> et pas un {logiciel}.",
            "Un <outil>, mais pas un {logiciel}.",
            "Il ne s'agit pas de {développer} un {logiciel} mais de <comprendre>.",
            "Il ne s'agit pas d'un {logiciel}, il s'agit de <comprendre>.",
            "Le but n'est pas de {développer} un {outil} mais bien de <comprendre>.",
            "Le but n'est pas tant de {développer} que de <comprendre>.",
            "Nous ne cherchons pas à {acheter} un {logiciel} mais à <comprendre>.",
            "Des <démarches> non {dématérialisées}.",
            "Des solutions <numériques> ou non.",
            "Non, nous <voulons> bien un <outil>.",
            "Non merci, pas de {logiciel}.",
        ]
    )
    func contrast(marked: String) throws { try check(marked) }

    @Test(
        "what restricts or adds denies nothing",
        arguments: [
            "Nous ne <voulons> que <comprendre>.",
            "Nous n'<avons> qu'un <agent>.",
            "Nous ne <cherchons> qu'à <comprendre>.",
            "Il n'y a qu'un <agent>.",
            "Nous n'<avons> plus qu'un <agent>.",
            "Nous n'<attendons> plus que votre <réponse>.",
            "Il ne nous <reste> plus qu'à <choisir>.",
            "Ce n'est qu'un <outil>.",
            "Nous n'avons pas qu'un <outil>.",
            "Ne serait-ce qu'un <outil>.",
            "Nous ne voulons pas seulement un <outil> mais aussi une <méthode>.",
            "Ce n'est pas uniquement un <outil>.",
            "on veut pas juste un <outil>",
            "on veut pas que des <outils>",
            "Il ne s'agit pas seulement de <comprendre> mais aussi de <tester>.",
            "Il faut non seulement un <outil> mais aussi une <méthode>.",
            "N'importe quel <agent> peut <venir>.",
            "Avant que le <guichet> ne <ferme>, il faut un <agent>.",
            "Le bon de commande n° 4512 est <joint>, pas de souci.",
        ]
    )
    func restriction(marked: String) throws { try check(marked) }

    @Test(
        "a polite turn, a negative question, a double negation ask for it",
        arguments: [
            "N'<hésitez> pas à nous <appeler>.",
            "N'oubliez pas de <joindre> le <dossier>.",
            "Ce <projet> ne <manquerait> pas d'<intéresser> vos <équipes>.",
            "Je ne <manquerai> pas de vous <envoyer> le <dossier>.",
            "Je ne vous cache pas que nous <voulons> un <outil>.",
            "Cela n'exclut pas un <outil>.",
            "Nous ne sommes pas contre un <outil>.",
            "Nous ne sommes pas opposés à un <outil>.",
            "Ce n'est pas impossible de <développer> un <outil>.",
            "Il n'est pas exclu d'<acheter> un <logiciel>.",
            "Ce n'est pas inutile de <comprendre>.",
            "Nul doute que l'<outil> <aidera>.",
            "Nous ne doutons pas de votre <aide>.",
            "Ne pourriez-vous pas nous <aider> ?",
            "N'y aurait-il pas un <logiciel> ?",
            "N'existe-t-il pas un <service> ?",
            "N'avez-vous pas un <outil> ?",
            "Pourquoi ne pas <tester> un <outil> ?",
            "Pourquoi pas un <outil> ?",
            "Vous n'auriez pas un <outil> ?",
            "Vous n'avez pas un <outil> à <proposer> ?",
            "Il n'y aurait pas un <outil> pour cela ?",
            "Il n'existe pas un <outil> pour cela ?",
            "Est-ce qu'il n'y a pas une <solution> ?",
            "vous avez pas un <outil> ?",
            "y a pas un <outil> pour ca ?",
            "Que faire si nous n'avons pas d'{agent} ?",
            "Que faire s'il n'y a pas d'{agent} ?",
            "Nous n'avons pas d'{agent}, est-ce grave ?",
            "Nous ne pouvons pas {avancer} sans votre <aide>.",
            "Nous n'y arriverons pas sans <aide>.",
            "Nous ne pouvons rien {faire} sans <agent>.",
            "Ce n'est pas sans <intérêt>.",
            "Nous ne pouvons pas ne pas <agir>.",
        ]
    )
    func doubled(marked: String) throws { try check(marked) }

    @Test(
        "a negation ends with its clause",
        arguments: [
            "Nous n'avons pas de {logiciel}, nous <cherchons> une <idée>.",
            "Ce n'est pas {urgent}, il faut <comprendre>.",
            "pas de {budget} mais une <idée>",
            "on a pas de {budget} par contre une <idée>",
            "Nous n'avons pas de {budget} en revanche une <idée>.",
            "on ne veut pas de {logiciel} nous <voulons> <comprendre>",
            "Nous n'avons pas de {budget} et nous <cherchons> une <solution>.",
            "Nous n'avons pas de {budget} et de {temps}.",
            "pas de {budget} et pas d'{agent}",
            "On n'a pas d'{agent} donc on <cherche> une <aide>.",
            "Ce n'est pas {urgent} car nous avons un <outil>.",
            "Nous n'avons pas de {logiciel} ; il faut un <outil>.",
            "Nous n'avons pas de {logiciel} (mais un <outil>).",
            "Nous n'avons pas, à ce jour, d'{outil}.",
            "Nous n'avons pas, hélas, d'{agent}.",
            "Nous ne {savons} pas quel <outil> <choisir>.",
            "Nous ne {savons} pas par où <commencer>.",
            "Nous ne {savons} pas vers qui nous <tourner>.",
            "Nous ne {savons} pas si un <logiciel> <existe>.",
            "Nous n'avons pas d'{agent}. Nous <voulons> un <outil>.",
            "Nous n'avons pas d'{agent} ! Un <outil> suffit.",
            "Nous n'avons pas d'{agent}, de {budget}, ni de {temps}.",
        ]
    )
    func clauses(marked: String) throws { try check(marked) }

    // MARK: -

    private func check(_ marked: String) throws {
        let words = Self.words(of: marked)
        let plain = marked.filter { !"{}<>".contains($0) }
        let rules = words.enumerated().map { number, word in
            "+1 compte-\(number) : =\(word.text)\n+1 refus-\(number) : refus: =\(word.text)"
        }
        let text = "[spam]\n" + rules.joined(separator: "\n")
        let rulebook = try Rulebook(files: [RuleFile(name: "a.rules", bytes: Array(text.utf8))])
        let met = Set(rulebook.verdict(on: Writing(body: plain)).matches.map(\.rule))
        for (number, word) in words.enumerated() {
            let expected = word.isNegated ? "refus" : "compte"
            let found = ["compte", "refus"].filter { met.contains("\($0)-\(number)") }
            #expect(found == [expected], "\(word.text): \(plain)")
        }
    }

    private static func words(of marked: String) -> [(text: String, isNegated: Bool)] {
        var words: [(String, Bool)] = []
        var inside = ""
        for character in marked {
            switch character {
            case "{", "<": inside = ""
            case "}", ">": words.append((inside, character == "}"))
            default: inside.append(character)
            }
        }
        return words
    }
}
