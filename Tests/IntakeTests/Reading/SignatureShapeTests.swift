import Testing

@testable import Intake

@Suite("Signatures by shape") struct SignatureShapeTests {
    @Test("a signature is told by what stands in it", arguments: bodies)
    func shape(_ body: MarkedBody) { body.check() }

    private static let bodies: [MarkedBody] = [
        MarkedBody(
            "by delegation",
            """
            Monsieur,

            Votre dossier est complet.

            Veuillez agréer, Monsieur, l'expression de ma considération distinguée.

            S|Pour le Maire et par délégation,
            S|L'adjointe à l'urbanisme,
            S|Nathalie PERRIN
            """
        ),
        MarkedBody(
            "title first, name after a blank line",
            by: "Mairie de Plouaret",
            at: "mairie.plouaret",
            """
            Madame,

            Le conseil a délibéré.

            Recevez, Madame, mes salutations distinguées.

            S|Le Maire,

            S|Alain Fouquet
            """
        ),
        MarkedBody(
            "title first without any formula",
            by: "Mairie de Plouaret",
            at: "mairie.plouaret",
            """
            Bonjour,

            Le conseil a délibéré favorablement le 3 novembre.

            S|Le Maire,
            S|Alain Fouquet
            """
        ),
        MarkedBody(
            "two signers",
            by: "Mairie de Plouaret",
            at: "mairie.plouaret",
            """
            Bonjour,

            Nous viendrons à deux.

            Cordialement,

            S|Odile Kermarrec et Yann Le Bihan
            S|Secrétaires de mairie
            """
        ),
        MarkedBody(
            "two signers in two lines",
            by: "Mairie de Plouaret",
            at: "mairie.plouaret",
            """
            Nous viendrons à deux, merci de prévoir une table.

            Bien à vous

            S|Odile Kermarrec, première adjointe
            S|Yann Le Bihan, conseiller délégué
            """
        ),
        MarkedBody(
            "name above the formula",
            """
            Bonjour,

            Où en est le devis ?

            S|Nathalie Perrin
            Cordialement
            """
        ),
        MarkedBody(
            "formula and name on one line",
            """
            Bonjour,

            Où en est le devis ?

            Cordialement, Nathalie Perrin
            """
        ),
        MarkedBody(
            "formula and name on one line, function below",
            """
            Bonjour,

            Où en est le devis ?

            Cordialement, Nathalie Perrin
            S|Responsable des achats
            S|02 96 00 00 00
            """
        ),
        MarkedBody(
            "everything on one line",
            """
            Où en est le devis ?

            S|Nathalie Perrin - responsable des achats - 02 96 00 00 00
            """
        ),
        MarkedBody(
            "stars around the name",
            """
            Où en est le devis ?
            Bien à vous,
            S|*Nathalie Perrin*
            S|_Responsable des achats_
            """
        ),
        MarkedBody(
            "a table's row",
            """
            Où en est le devis ?

            Cordialement

            S|| Nathalie Perrin | Responsable des achats |
            S|| 02 96 00 00 00 | www.lannion.example |
            """
        ),
        MarkedBody(
            "hyphen and name",
            """
            Où en est le devis ?

            S|- Nathalie
            """
        ),
        MarkedBody(
            "hyphen stuck to the name",
            """
            Où en est le devis ?

            S|-Nathalie
            """
        ),
        MarkedBody(
            "tilde and name",
            """
            Où en est le devis ?

            S|~ Nathalie
            """
        ),
        MarkedBody(
            "dash and name",
            """
            Où en est le devis ?
            S|— Nathalie
            """
        ),
        MarkedBody(
            "initials",
            """
            Où en est le devis ?

            Cdt

            S|NP
            """
        ),
        MarkedBody(
            "initials with points, no formula",
            """
            Le devis est signé depuis hier.

            S|N.P.
            """
        ),
        MarkedBody(
            "initials in lower case",
            """
            le devis est signé

            cdlt
            S|np
            """
        ),
        MarkedBody(
            "first name after thanks",
            """
            Le devis est signé, merci !
            S|Nathalie
            """
        ),
        MarkedBody(
            "first name in lower case after a formula",
            """
            slt
            tu peux me rappeler ?
            a+
            S|nath
            """
        ),
        MarkedBody(
            "first name of another",
            by: "Famille",
            at: "famille2312",
            """
            On passera samedi prendre les clés.

            S|Josiane
            """
        ),
        MarkedBody(
            "first names of a couple",
            by: "Famille",
            at: "famille2312",
            """
            On passera samedi prendre les clés.

            S|Josiane et Marcel
            """
        ),
        MarkedBody(
            "capitals",
            by: "M. LE GOFF",
            at: "legoff.marcel",
            """
            JE N'AI TOUJOURS PAS REÇU MA FACTURE.

            S|LE GOFF MARCEL
            S|3 RUE DES LILAS
            S|22300 LANNION
            """
        ),
        MarkedBody(
            "mobile below the name",
            """
            Le portail est coincé.
            Merci
            S|Nathalie
            S|06 00 00 00 00
            """
        ),
        MarkedBody(
            "address block of a citizen",
            by: "Roger Tanguy",
            at: "rtanguy",
            """
            Madame le Maire,

            Le lampadaire clignote depuis lundi.

            Avec mes respects,

            S|Roger Tanguy
            S|3, impasse du Lavoir
            S|22420 Plouaret
            S|roger.tanguy@mail.example
            """
        ),
        MarkedBody(
            "title, organisation, hours",
            """
            Bonjour,

            Il manque deux signatures.

            Bien cordialement,

            S|Nathalie Perrin
            S|Agent d'accueil - État civil
            S|Mairie de Plouaret
            S|Place de l'Église
            S|Ouvert le lundi, mardi et jeudi de 9h à 12h et de 14h à 17h
            S|Fermé le mercredi
            """
        ),
        MarkedBody(
            "hours in a block of their own",
            """
            Il manque deux signatures.

            Cordialement,

            S|Nathalie Perrin
            S|Mairie de Plouaret

            S|Horaires d'ouverture :
            S|Lundi : 9h00 - 12h00
            S|Mardi : 9h00 - 12h00 / 14h00 - 17h00
            S|Samedi : 9h00 - 12h00 (semaines paires)
            """
        ),
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
