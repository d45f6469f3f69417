import Mail
import Testing

@testable import Intake

@Suite("Reading bodies whole") struct ReadingWholeTests {
    @Test("what a person wrote is not swallowed", arguments: bodies + contents + announced)
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
        #expect(reading.disclaimer == nil)
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
        "Besoins de la commune\n\n> refonte du site\n> agenda partagé\n> formulaire\n\nEst-ce possible ?",
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
        "Bonjour,\n\nPouvez-vous rappeler Mme Tanguy ?\nSon numéro : 06 00 00 00 00",
        "Bonjour,\n\nLes personnes à inviter :\nOdile Kermarrec, première adjointe\nYann Le Bihan, conseiller délégué\nJosiane Tanguy",
        "Le rendez-vous est fixé au 12 rue des Ajoncs\n22300 Lannion",
        "voici mon adresse\n3 impasse du lavoir\n22420 Plouaret",
        "Bonjour\n\nil faut voir avec le service urbanisme",
        "Merci de transmettre au directeur des services techniques",
        "le maire est d'accord",
        "Bonjour,\n\nNous avons trois sites : la mairie, l'école, la salle des fêtes\nL'école est la plus urgente",
        "Bonne journée de la part de toute l'équipe, et j'en profite : avez-vous reçu notre dossier ?",
        "Cordialement ne suffit pas, je tenais à vous dire merci pour tout ce que vous faites.",
        "Bonjour,\n\nJe vous remercie d'avance",
        "Ce courriel est destiné au service technique : la rue des Ajoncs est inondée.",
        "Les données de la cantine sont confidentielles, pouvez-vous les supprimer ?",
        "Bonjour,\n\n1. Le devis\n2. La facture\n3. Le bon de commande",
        "Envoyé depuis la mairie de Plouaret, le dossier n'est jamais arrivé chez vous.",
        "Attention, le mail que vous avez reçu hier vient de l'extérieur : ne l'ouvrez pas.",
        "Téléchargez la notice sur notre site, vous y trouverez le calendrier de collecte.",
        "Bonjour, c'est urgent\nrue des Lilas inondée",
        "Sujet de jeudi\n\nLa cantine\nLa garderie",
        "Quel est le prix ?\n\nDeux euros",
        "Je cherche le numéro du CCAS de Lannion",
        "On se retrouve devant la mairie de Plouaret",
        "Pas de souci pour la salle\n\nGratuit",
        "Bonjour\n\nvous pouvez me joindre au 06 00 00 00 00",
        "Le document est à imprimer en trois exemplaires, pensez à la planète mais il me le faut vraiment.",
    ]
}
