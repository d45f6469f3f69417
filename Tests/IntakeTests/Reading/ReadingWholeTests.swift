import Mail
import Testing

@testable import Intake

@Suite("Reading bodies whole") struct ReadingWholeTests {
    @Test("what a person wrote is not swallowed", arguments: bodies)
    func whole(_ text: String) {
        var message = Message()
        message.subject = "Demande"
        message.from = [
            Address(
                displayName: "Nathalie Perrin",
                localPart: "n.perrin",
                domain: "lannion.example"
            )
        ]
        message.text = text
        let reading = read(message)
        #expect(reading.newText == text)
        #expect(reading.signature == nil)
        #expect(reading.quotation == nil)
    }

    static let bodies = [
        "Le maire nous a écrit :\nil faut un outil pour la cantine.",
        "Le 3 novembre 2026, le préfet nous a écrit :\n« Voyez avec l'incubateur. »\n\nQue faut-il faire ?",
        "Le 12 mars 2026, la directrice de l'école a écrit :\nles parents attendent une réponse.",
        "Le conseil municipal du 3 novembre à 18:30 a retenu trois sujets.\nLe premier : la cantine.",
        "Objet : demande d'appui\nRéf. : BO/2026-418\n\nMonsieur le Directeur,\n\nNous cherchons un outil.",
        "De : la mairie de Lannion\nÀ : l'agence\nObjet : la cantine\n\nNous cherchons un outil.",
        "Voici nos besoins :\n> un outil pour la cantine\n> un outil pour la salle\n\nEst-ce possible ?",
        "Notre seuil :\n> 500 habitants\n\nEst-ce assez ?",
        "Nous avons deux sujets\n--\nla cantine, que je voudrais ouvrir aux parents le mercredi\n--\nla salle des fêtes, dont je ne sais que faire",
        "Ce message fait suite à notre échange de lundi.\n\nNous voulons bien essayer le catalogue.",
        "Bonjour,\n\nInvestigation",
        "Bonjour,\n\nnotre site est là :\nhttps://www.ville-lannion.example/cantine",
        "Bonjour,\n\nNous avons besoin :\n- d'un outil de réservation\n- d'un service de signalement\n- d'une équipe",
        "Bonjour, que proposez-vous pour une commune de 300 habitants ?",
        "2",
        "Oui",
        "Merci",
        "Bonjour,\n\nEnvoyé depuis la mairie, ce courrier vous paraîtra long, mais je voudrais tout vous raconter dans l'ordre.",
        "Pour information et suite à donner : le Département ouvrira un appel à irritants en février.",
        "Date : jeudi\nLieu : Lannion\nSujet : la cantine\n\nPouvez-vous venir ?",
        "Bonjour,\n\nTerritoires Store",
        "On a tout essayé. Le portail a été mis en place en 2022 à 10:00 pile et on attend.\nQue faire ?",
    ]
}
