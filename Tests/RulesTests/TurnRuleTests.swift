import Testing

@testable import Rules

/// A sentence and whether `passé:` or `question:` finds its words there.
@Suite("Past and question in rules") struct TurnRuleTests {
    private func meets(_ rule: String, _ body: String) throws -> Bool {
        let file = RuleFile(name: "a.rules", bytes: Array("[spam]\n+1 a : \(rule)\n".utf8))
        return try !Rulebook(files: [file]).verdict(on: Writing(body: body)).matches.isEmpty
    }

    @Test(
        "passé: what is done",
        arguments: [
            "Nous avons mené une investigation.", "Nous avons déjà mené une investigation.",
            "Nous n'avons pas encore mené une investigation.", "Une investigation a été menée.",
            "Nous menions une investigation.", "La mairie menait une investigation.",
            "Ils menaient une investigation.", "Nous avions mené une investigation.",
            "L'an dernier nous voulions mener une investigation.",
            "Il y a deux ans, mener une investigation semblait utile.",
            "Il y a plus d'un an, mener une investigation semblait utile.",
            "y a deux ans mener une investigation semblait utile",
            "Nous venons de mener une investigation.",
            "Après avoir mené une investigation, nous voici.",
            "Avez-vous déjà mené une investigation ?",
            "Nous avons en 2023 mené une investigation.",
            "Nous l'avons récemment menée, cette investigation.",
            "jai mene une investigation", "on a mene une investigation",
            "nous avons toujours mené une investigation",
        ]
    )
    func past(body: String) throws {
        let rule = "mener &6 investigation"
        #expect(try meets("passé: refus: \(rule)", body) || meets("passé: \(rule)", body))
    }

    @Test(
        "passé: not what is wished, planned or supposed",
        arguments: [
            "Nous voulons mener une investigation.", "Nous voudrions mener une investigation.",
            "Nous mènerons une investigation.", "Nous pourrions mener une investigation.",
            "Si nous menions une investigation, cela aiderait.",
            "S'il menait une investigation, cela aiderait.",
            "Il faut que nous menions une investigation.", "Je voulais mener une investigation.",
            "Nous souhaitions mener une investigation.",
            "Nous avons besoin de mener une investigation.",
            "Nous avons un agent motivé pour mener une investigation.",
            "Nous avons le projet de mener une investigation.",
            "Nous avons des actions : mener une investigation.",
            "Nous venons de la mairie pour mener une investigation.",
        ]
    )
    func notPast(body: String) throws {
        #expect(try !meets("passé: mener ...6 investigation", body))
        #expect(try meets("mener ...6 investigation", body))
    }

    @Test(
        "question: with and without its mark",
        arguments: [
            "Faut-il un agent ?", "Faut-il un agent", "faut il un agent", "avez vous un agent",
            "Avez-vous un agent.", "Bonjour, avez vous un agent", "peut on avoir un agent",
            "est il possible d'avoir un agent", "y a t il un agent", "Y a-t-il un agent",
            "Est-ce que vous avez un agent", "est ce que vous avez un agent",
            "Combien coûte un agent", "Quel agent faut-il", "Comment trouver un agent",
            "Pourquoi un agent", "Je voudrais savoir si un agent suffit.",
            "Nous aimerions savoir quel agent il faut.", "Je me demande si un agent suffit.",
            "Pourriez-vous me dire si un agent suffit.",
            "Merci de nous indiquer quel agent il faut.",
            "Merci de m'expliquer comment trouver un agent.",
            "Pouvez-vous nous préciser combien coûte un agent.",
            "N'auriez-vous pas un agent ?",
        ]
    )
    func question(body: String) throws { #expect(try meets("question: agent", body)) }

    @Test(
        "question: not what is told",
        arguments: [
            "Nous avons un agent.", "Je vous propose un rendez-vous avec un agent.",
            "Rendez vous avec un agent mardi.", "Dites-moi qu'un agent suffit.",
            "Un agent sait comment faire.", "Il dira quel agent suffit.",
            "Chez vous un agent suffit.", "Je peux vous dire qu'un agent suffit.",
            "Vous avez un agent.", "Il est prêt, un agent suffit.",
        ]
    )
    func notQuestion(body: String) throws {
        #expect(try !meets("question: agent", body))
        #expect(try meets("agent", body))
    }
}
