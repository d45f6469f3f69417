import Testing

@testable import Intake

@Suite("Signatures by shape") struct SignatureShapeTests {
    @Test("a signature is told by what stands in it", arguments: bodies + more)
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
    ]
}
