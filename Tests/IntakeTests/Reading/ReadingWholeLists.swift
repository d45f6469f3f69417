extension ReadingWholeTests {
    /// Lists that a sentence announces, and sentences that speak of footers, warnings and marks.
    static let announced = [
        "Vous ne souhaitez plus recevoir nos bulletins.",
        "Se désinscrire de la newsletter ne fonctionne pas sur notre site depuis lundi.",
        "Vous êtes inscrit à la réunion du 12 novembre.\nElle aura lieu en mairie.",
        "Vous recevez ce message car votre commune a déposé un dossier.\nLa date limite est le 3 mars.",
        "Cette liste est incomplète, il manque trois agents.",
        "Attention : pièces jointes illisibles, expéditeur prévenu.\n\nMerci de renvoyer.",
        "Attention, message externe reçu ce matin par la mairie : l'expéditeur demande de cliquer sur un lien.\n\nQue faire ?",
        "Bonjour,\n\nLe logiciel qui ne marche plus est le suivant.\n\nBerger Levrault",
        "Plusieurs services sont concernés.\n\nService urbanisme\nService enfance\nPolice municipale",
        "Ces communes participent au projet.\n\nCommune de Plouvern\nCommune de Saint-Gildas\nVille d'Auray",
        "Voici le tableau des inscrits par école.\n\nEcole Jules Ferry\t112\nEcole Jean Moulin\t87",
        "Je voudrais inscrire mes enfants à la cantine.\n\nLéa Martin, CE1\nJules Martin, CP",
        "Trois enfants sont inscrits.\n\nLéa\nJules\nRose",
        "Les personnes à contacter sont les suivantes.\n\nMarie Le Bras 06 11 22 33 44\nJean Moreau 06 22 33 44 55",
        "Merci de rappeler cette personne avant midi.\n\nMme Jeanne Caradec\n06 12 34 56 78\nRue du Moulin",
        "Le rendez-vous est fixé au 12 novembre.\n\nEspace Simone Veil\n4 avenue de la Gare\n56400 Plouvern",
        "Merci de contacter les élus.\nAlain Kerguelen, maire\nMarie Le Bras, adjointe",
        "Merci d'avance pour votre aide sur le dossier ci-dessous.\n\nDossier cantine\nEcole Jules Ferry\n112 enfants",
        "Pensez à la planète est le slogan de notre campagne.",
        "Le maire utilise\nYahoo Mail\net moi Outlook.",
        "Envoyé par erreur depuis le téléphone du maire",
        "Sur le formulaire il est écrit « répondre au-dessus de cette ligne », est-ce normal ?",
    ]
}
