import Testing

@testable import Intake

@Suite("Hand-overs") struct ForwardWordsTests {
    @Test("a few words that only pass a mail on", arguments: handOvers)
    func handsOver(_ text: String) {
        #expect(ForwardWords.isHandOver(BodyLine.lines(of: text), isInChain: false), "\(text)")
    }

    @Test("a forwarder who asks is read himself", arguments: requests)
    func asks(_ text: String) {
        #expect(!ForwardWords.isHandOver(BodyLine.lines(of: text), isInChain: false), "\(text)")
    }

    @Test("prefixes of subjects", arguments: subjects)
    func prefixes(_ subject: String, _ isReply: Bool, _ isForward: Bool) {
        let wording = Wording(subject)
        #expect(ForwardWords.replyPrefixes.start(wording) == isReply, "\(subject)")
        #expect(ForwardWords.forwardPrefixes.start(wording) == isForward, "\(subject)")
    }

    static let handOvers: [String] = [
        "Pour info", "Pour suite à donner.", "pour vous", "fyi", "Transmis pour attribution.",
        "Bonjour,\n\nMerci de voir avec eux.\n\nCordialement,",
        "Bonjour, je vous transfère la demande ci-dessous.",
        "Bonjour,\nJe me permets de vous transférer ce message qui relève de vos services.\nBien à vous",
        "Peux-tu t'en occuper ? Merci", "Peux-tu répondre à ce monsieur ?",
        "Pouvez-vous traiter cette demande svp ?", "Je vous laisse voir.",
        "Bonjour,\n\nNous avons reçu ce mail, il nous semble que c'est pour vous.",
        "Veuillez trouver ci-dessous un mail reçu sur la boîte de la mairie.",
        "Bonjour, voir la demande tout en bas. Merci de prendre contact avec le directeur.",
        "Bonjour,\n\nComme évoqué ce matin au téléphone.\n\nCordialement,",
        "Suite à la réunion d'hier, voici le courrier.\n\nBonne réception",
        "Bonjour, ce mail ne nous concerne pas, merci de le transmettre au bon service.",
        "On m'a envoyé ça, je ne sais pas quoi en faire.", "C'est pour toi je crois",
        "Bonjour, ceci est arrivé chez nous par erreur.", "A toi de jouer", "Qui peut répondre ?",
        "Bonjour, pouvez-vous répondre directement à M. Castéra (ci-dessous) ? Merci.",
        "Sa question sort de notre champ.", "Cette demande ne relève pas de nous.",
        "Could you deal with this?", "Passing this on to you.", "Not ours I think.",
        "Please see below.", "For your information", "One for you?",
        "Zur Kenntnis.", "Hallo, ich leite diese Anfrage weiter.",
        "Anbei zur weiteren Bearbeitung.",
        "Os lo paso para que lo veáis vosotros.",
        "Os reenvío este correo, es de vuestra competencia.",
        "Ti giro questa, ci pensi tu?", "Per conoscenza.", "Vi inoltro la richiesta qui sotto.",
        "Ter info.", "Ik stuur deze vraag door.", "Para conhecimento.",
        "Reencaminho o pedido abaixo.", "För kännedom.", "Til orientering.",
    ]

    static let requests: [String] = [
        "Bonjour, est-ce que Lannion peut en bénéficier et de quoi exactement ? Merci.",
        "Bonjour,\nNous avons le même besoin pour nos hameaux. Peut-on se joindre à eux ?",
        "Nous souhaitons aussi tester ce service, comment faire ?",
        "Bonjour, voici le devis de notre prestataire, qu'en pensez-vous ?",
        "Le maire voudrait savoir combien cela coûte par habitant et par an.",
        "Bonjour, est-ce sérieux ? Ils nous démarchent depuis un mois.",
        "Je cherche une solution de ce genre pour notre commune.",
        "Merci de nous répondre directement. Notre syndicat a le même problème de digues.",
        "What do you think of this offer? Should we sign?",
        "Was hältst du von diesem Angebot? Sollen wir unterschreiben?",
        "Est-ce une arnaque ? Faut-il payer quelque chose avant vendredi ?",
        "Bonjour, notre commune est intéressée par la même chose.",
        "Peut-on avoir le même outil à la médiathèque ?",
        "Nous avons le besoin ci-dessous dans cinq communes.",
        "Il nous faut une réponse avant lundi pour ce message, sinon nous fermons la cantine.",
        "Bonjour, la demande de notre DGS : un portail famille pour trois écoles avec paiement en ligne.",
        "Devis trop cher\nCherche alternative\nUrgent",
        "Il faudrait la même chose à l'école.",
    ]

    static let subjects: [(String, Bool, Bool)] = [
        ("Re: salle", true, false), ("RE : salle", true, false), ("AW: Saal", true, false),
        ("Réf. : salle", true, false), ("Rép : salle", true, false), ("SV: sal", true, false),
        ("Odp: sala", true, false), ("R: sala", true, false), ("TR: salle", false, true),
        ("Tr : salle", false, true), ("Fwd: hall", false, true), ("FW: hall", false, true),
        ("WG: Saal", false, true), ("RV: sala", false, true), ("I: sala", false, true),
        ("Réunion de mardi", false, false), ("Travaux", false, false), ("Salle", false, false),
    ]
}
