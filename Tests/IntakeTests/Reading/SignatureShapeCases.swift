extension SignatureShapeTests {
    static let more: [MarkedBody] = [
        MarkedBody(
            "logo captions",
            """
            Il manque deux signatures.

            Cordialement,

            S|Nathalie Perrin
            S|[cid:image001.png@01DA5C3B.4E0F7A10]
            S|Directrice adjointe
            S|[Logo Lannion-Trégor Communauté]
            """
        ),
        MarkedBody(
            "captions alone below the formula",
            """
            Il manque deux signatures.

            Cordialement,

            S|[cid:image001.png@01DA5C3B.4E0F7A10]
            """
        ),
        MarkedBody(
            "social links",
            """
            Il manque deux signatures.

            Bien à vous,

            S|Nathalie Perrin
            S|Chargée de communication
            S|02 96 00 00 00
            S|Suivez-nous sur Facebook<https://facebook.example/lannion> | Instagram | LinkedIn
            S|www.lannion.example
            """
        ),
        MarkedBody(
            "icons for telephones",
            """
            Il manque deux signatures.

            Bien à vous,

            S|Nathalie Perrin
            S|☎ 02 96 00 00 00
            S|✉ n.perrin@lannion.example
            S|📍 1 place du Marallac'h
            """
        ),
        MarkedBody(
            "event banner",
            """
            Il manque deux signatures.

            Cordialement,

            S|Nathalie Perrin
            S|Service culture | Ville de Lannion

            S|Les Tardives de Lannion - du 5 juillet au 30 août 2027
            S|20 concerts gratuits dans toute la ville
            """
        ),
        MarkedBody(
            "distinction",
            """
            Il manque deux signatures.

            Cordialement,

            S|Nathalie Perrin
            S|Mairie de Plouaret

            S|Ville fleurie - 3 fleurs
            S|Commune « Territoire engagé pour la nature »
            """
        ),
        MarkedBody(
            "motto in quotation marks",
            """
            Il manque deux signatures.

            Cordialement,

            S|Nathalie Perrin
            S|« Gouverner, c'est prévoir. » Émile de Girardin
            """
        ),
        MarkedBody(
            "quotation with its author",
            """
            Il manque deux signatures.

            Amicalement,

            S|Nathalie

            S|"La liberté commence où l'ignorance finit."
            S|Victor Hugo
            """
        ),
        MarkedBody(
            "slogan with an exclamation",
            """
            Il manque deux signatures.

            Cordialement,
            S|Nathalie Perrin
            S|SIVOM du Trégor
            S|Trier, c'est déjà agir !
            """
        ),
        MarkedBody(
            "telephone with labels",
            """
            Il manque deux signatures.

            Cordialement,

            S|Nathalie PERRIN
            S|Tél. : 02 96 00 00 00 – Port. : 06 00 00 00 00
            S|Fax : 02 96 00 00 01
            S|Ligne directe : +33 (0)2 96 00 00 02
            """
        ),
        MarkedBody(
            "no formula, titles and numbers",
            by: "Accueil",
            at: "accueil",
            """
            La salle est réservée pour le 12.

            S|Odile Kermarrec
            S|Accueil du public
            S|CCAS de Lannion
            S|02 96 00 00 00
            """
        ),
        MarkedBody(
            "service without a name",
            by: "Urbanisme",
            at: "urbanisme",
            """
            Il manque le plan de masse. Merci de nous l'adresser avant le 12.

            S|Le service urbanisme
            """
        ),
        MarkedBody(
            "team",
            by: "Médiathèque",
            at: "mediatheque",
            """
            Le livre vous attend au comptoir.

            À bientôt !
            S|L'équipe de la médiathèque
            """
        ),
        MarkedBody(
            "capitals of an organisation",
            by: "Syndicat",
            at: "siaep",
            """
            La coupure d'eau durera deux heures.

            Salutations distinguées.

            S|SYNDICAT DES EAUX DU TRÉGOR
            S|ZA de Kerbiquet
            S|22140 CAVAN
            """
        ),
        MarkedBody(
            "formula with a wish after it",
            """
            Le livre est arrivé.

            Bien cordialement et belle journée,
            S|Nathalie
            """
        ),
        MarkedBody(
            "thanks as a closing",
            """
            Pouvez-vous me rappeler ?

            Merci d'avance pour votre aide.

            S|Nathalie Perrin
            S|Conseillère municipale
            """
        ),
        MarkedBody(
            "prose below thanks",
            """
            Pouvez-vous me rappeler ?

            Merci d'avance

            Je suis au bureau jusqu'à 17 h.

            S|Nathalie
            """
        ),
        MarkedBody(
            "name in the middle of its function",
            """
            Il manque deux signatures.

            Respectueusement,

            S|M. Yann LE BIHAN, Maire de Plouaret, Vice-président de Lannion-Trégor Communauté
            """
        ),
        MarkedBody(
            "madame before the name",
            by: "Mme Tanguy",
            at: "jtanguy",
            """
            Le lampadaire clignote.

            S|Mme Tanguy Josiane
            """
        ),
        MarkedBody(
            "elected person's party line",
            """
            Il manque deux signatures.

            Fraternellement,

            S|Nathalie Perrin
            S|Conseillère départementale du canton de Plestin
            S|Permanence le samedi matin sur rendez-vous
            """
        ),
        MarkedBody(
            "pronouns and degrees",
            """
            Il manque deux signatures.

            Bien à vous,

            S|Nathalie Perrin (elle/she)
            S|Ingénieure, PhD
            """
        ),
        MarkedBody(
            "working days",
            """
            Il manque deux signatures.

            Bien à vous,

            S|Nathalie Perrin
            S|Chargée de mission
            S|Absente le mercredi
            """
        ),
        MarkedBody(
            "signature after a colon is content",
            """
            Bonjour,

            Voici les coordonnées de la présidente :

            Odile Kermarrec
            12 rue des Ajoncs
            22300 Lannion
            02 96 00 00 00

            Cordialement,
            S|Nathalie
            """
        ),
        MarkedBody(
            "name alone below a question",
            """
            Est-ce possible ?

            S|Nathalie PERRIN
            """
        ),
        MarkedBody(
            "sent on behalf",
            """
            Le relevé est prêt.

            Cordialement,

            S|P/o Yann Le Bihan
            S|Nathalie Perrin, assistante
            """
        ),
        MarkedBody(
            "copy line below",
            """
            Le relevé est prêt.

            Cordialement,

            S|Nathalie Perrin
            S|Ville de Lannion
            S|Copie : M. le Maire
            """
        ),
        MarkedBody(
            "slogan of several sentences",
            """
            Le relevé est prêt.

            Cordialement,

            S|Nathalie Perrin
            S|Syndicat d'énergie des Côtes

            S|Un service public de proximité. Une énergie locale, partagée par tous.
            """
        ),
        MarkedBody(
            "rule inside the signature",
            """
            Le relevé est prêt.

            Cordialement,

            S|Nathalie Perrin
            X|---------------------
            S|Ville de Lannion
            S|02 96 00 00 00
            """
        ),
    ]
}
