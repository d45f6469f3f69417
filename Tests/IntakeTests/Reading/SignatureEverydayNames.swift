extension SignatureEverydayTests {
    static let names: [MarkedBody] = [
        MarkedBody(
            "Claire Vasseur: Restant à votre disposition,",
            by: "Claire Vasseur",
            at: "c.vasseur",
            """
            Bonjour Monsieur,

            J'ai bien reçu votre demande. Le délai est de deux mois.

            Restant à votre disposition,

            S|C. Vasseur
            S|Urbanisme
            """
        ),
        MarkedBody(
            "Paul: tu peux me rappeler ce soir ? j'ai perdu le",
            by: "Paul",
            at: "polo77",
            """
            Salut

            tu peux me rappeler ce soir ? j'ai perdu le numero de la salle

            S|Polo
            """
        ),
        MarkedBody(
            "dupuis.michel44: Pouvez vous verifier svp",
            by: nil,
            at: "dupuis.michel44",
            """
            Bonjour
            Je viens de recevoir ma facture d'eau et je ne comprends pas le montant.
            Pouvez vous verifier svp
            S|Mr Dupuis Michel
            S|4 rue des Lilas
            S|44000 Nantes
            """
        ),
        MarkedBody(
            "Agnès Roubaud: Belle fin de journée à vous,",
            by: "Agnès Roubaud",
            at: "a.roubaud",
            """
            Bonjour,

            Réunion calée le 12 à 14h salle Mistral.

            Belle fin de journée à vous,

            S|Agnès ROUBAUD
            S|Cheffe de projet Petites Villes de Demain
            S|Agglomération du Pays Vert
            S|Absente le mercredi
            """
        ),
        MarkedBody(
            "J. Lefort: Veuillez agréer, Madame, l'expression de mes",
            by: "J. Lefort",
            at: "jlefort",
            """
            Madame,

            Je confirme ma présence.

            Veuillez agréer, Madame, l'expression de mes salutations distinguées.

            S|Lefort J.
            """
        ),
        MarkedBody(
            "Sam Peel: Fine by me, let's do Tuesday then and bring",
            by: "Sam Peel",
            at: "sam",
            """
            Fine by me, let's do Tuesday then and bring the big ladder.

            S|Sam
            S|07700 900123
            """
        ),
        MarkedBody(
            "Inès: Gros bisous",
            by: "Inès",
            at: "ines",
            """
            Coucou Maman,

            je rentre vendredi par le train de 18h40.

            Gros bisous
            S|Nès
            """
        ),
        MarkedBody(
            "Inès: Martin",
            by: "Inès",
            at: "ines",
            """
            Bonjour,

            le rdv est pris avec le docteur

            Martin
            """
        ),
        MarkedBody(
            "Bureau: - Jeanne Duval",
            by: "Bureau",
            at: "bureau",
            """
            Il faudrait ajouter à la liste :
            - Paul Martin
            - Jeanne Duval
            """
        ),
        MarkedBody(
            "Bureau: Merci de me rappeler.",
            by: "Bureau",
            at: "bureau",
            """
            Bonjour,

            Voici mes coordonnées :
            Paul Martin
            12 rue Haute
            06 00 00 00 00

            Merci de me rappeler.

            S|Paul Martin
            """
        ),
        MarkedBody(
            "Thierry Gay: Bien à vous,",
            by: "Thierry Gay",
            at: "t.gay",
            """
            Bonjour,

            Merci pour l'envoi, c'est parfait.

            Bien à vous,
            S|TG
            """
        ),
        MarkedBody(
            "Kevin: oui",
            by: "Kevin",
            at: "kev",
            """
            oui
            S|kev
            """
        ),
        MarkedBody(
            "Nadia Belkacem: Merci",
            by: "Nadia Belkacem",
            at: "nadia.b",
            """
            Bonjour
            serait-il possible d'avoir un rdv pour une carte d'identité?
            Merci
            S|Nadia Belkacem
            S|06.00.00.00.01
            """
        ),
        MarkedBody(
            "Nadia Belkacem: Bonjour, serait-il possible d'avoir un rdv p",
            by: "Nadia Belkacem",
            at: "nadia.b",
            """
            Bonjour, serait-il possible d'avoir un rdv pour une carte d'identité? Merci. Nadia Belkacem 06 00 00 00 01
            """
        ),
        MarkedBody(
            "Luc Andrieu: À +",
            by: "Luc Andrieu",
            at: "luc",
            """
            C'est noté pour le camion, je serai là à huit heures avec Bruno.
            À +
            S|Luc
            """
        ),
        MarkedBody(
            "Luc Andrieu: Luc passe demain matin.",
            by: "Luc Andrieu",
            at: "luc",
            """
            Le camion est en panne.

            Luc passe demain matin.
            """
        ),
        MarkedBody(
            "Sekretariat: Freundliche Grüsse",
            by: "Sekretariat",
            at: "s",
            """
            Sehr geehrte Frau Adler,

            anbei die Unterlagen.

            Freundliche Grüsse

            S|i.A. Petra Moser
            S|Gemeindeverwaltung Thalwil
            S|Tel. +41 44 000 00 00
            """
        ),
        MarkedBody(
            "Ana Gil: Reciba un cordial saludo,",
            by: "Ana Gil",
            at: "ana",
            """
            Buenos días:

            Adjunto la factura.

            Reciba un cordial saludo,

            S|Ana Gil
            S|Departamento de Administración
            """
        ),
        MarkedBody(
            "Ana Gil: Bss",
            by: "Ana Gil",
            at: "ana",
            """
            Te llamo luego.

            Bss
            S|Ana
            """
        ),
        MarkedBody(
            "Tom: See you there!",
            by: "Tom",
            at: "tom",
            """
            See you there!
            S|T.
            """
        ),
        MarkedBody(
            "Rosa: Un bacio",
            by: "Rosa",
            at: "rosa",
            """
            Ci sentiamo domani.

            Un bacio
            S|Rosa
            """
        ),
        MarkedBody(
            "Karl: LG Karl",
            by: "Karl",
            at: "karl",
            """
            Passt.

            LG Karl
            """
        ),
        MarkedBody(
            "Karl Huber: Gruß",
            by: "Karl Huber",
            at: "karl",
            """
            Passt, ich bringe den Anhänger mit.

            Gruß
            S|Karl
            S|
            S|Von meinem iPhone gesendet
            """
        ),
        MarkedBody(
            "Denis: PS : pensez à la clé du portail.",
            by: "Denis",
            at: "d",
            """
            Bonjour,

            Le devis est accepté.

            Merci et bonne journée
            S|Denis Roux

            PS : pensez à la clé du portail.
            """
        ),
        MarkedBody(
            "Denis: Denis Roux vous appellera.",
            by: "Denis",
            at: "d",
            """
            Bonjour,

            Le devis est accepté.

            Denis Roux vous appellera.
            """
        ),
        MarkedBody(
            "A. Morel: D'avance merci.",
            by: "A. Morel",
            at: "amorel",
            """
            Bonjour,
            Pouvez-vous m'indiquer les horaires de la déchetterie ?
            D'avance merci.
            S|A.Morel
            """
        ),
        MarkedBody(
            "A. Morel: Je suis d'accord.",
            by: "A. Morel",
            at: "amorel",
            """
            Bonjour,
            Je suis d'accord.

            S|AM
            """
        ),
        MarkedBody(
            "École: Le bus est annulé demain.",
            by: "École",
            at: "ecole",
            """
            Bonjour,

            Le bus est annulé demain.

            S|La directrice,
            S|Sylvie Page
            """
        ),
        MarkedBody(
            "École: Le bus est annulé demain. (2)",
            by: "École",
            at: "ecole",
            """
            Bonjour,

            Le bus est annulé demain.

            S|L'équipe enseignante
            """
        ),
        MarkedBody(
            "Association: Sportivement vôtre,",
            by: "Association",
            at: "asso",
            """
            Bonjour,

            L'assemblée générale est reportée au 14.

            Sportivement vôtre,
            S|Le bureau
            """
        ),
        MarkedBody(
            "Jean: 06 00 00 00 09",
            by: "Jean",
            at: "j",
            """
            Bonjour,

            Le rendez-vous est confirmé avec :

            Paul Martin
            Directeur
            06 00 00 00 09
            """
        ),
        MarkedBody(
            "Lise: Marcel 06 00 00 00 08",
            by: "Lise",
            at: "lise",
            """
            Je te mets le numéro du plombier

            Marcel 06 00 00 00 08

            S|Lise
            """
        ),
    ]
}
