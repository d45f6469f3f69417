import Testing

@testable import Intake

@Suite("Signatures of all trades") struct SignatureTradeTests {
    @Test("each line goes where a person would put it", arguments: bodies + more)
    func mail(_ body: MarkedBody) { body.check() }

    private static let bodies: [MarkedBody] = [
        MarkedBody(
            "school head",
            by: "Ecole Jean Moulin",
            at: "ecole.jmoulin",
            """
            Bonjour,
            Le wifi de la salle 4 ne marche plus depuis les vacances.
            Pourriez-vous passer ?
            Bien cordialement
            S|Mme Estève
            S|Directrice de l'école élémentaire Jean Moulin
            """
        ),
        MarkedBody(
            "pharmacist",
            by: "Pharmacie du Port",
            at: "pharmacie.port",
            """
            La rampe d'accès est bloquée par les travaux.

            Merci de votre diligence.

            S|Pharmacie du Port
            S|Mme V. Lucas
            """
        ),
        MarkedBody(
            "notary",
            by: "Maître Denis",
            at: "office.denis",
            """
            Vous trouverez ci-joint le projet d'acte.

            Votre bien dévoué,

            S|Maître Philippe DENIS
            S|Notaire associé
            S|SCP Denis & Arnaud
            """
        ),
        MarkedBody(
            "lawyer with bar",
            by: "Me Sarah Cohen",
            at: "s.cohen",
            """
            Je reviens vers vous dès réception des pièces.

            Votre bien dévouée

            S|Sarah Cohen
            S|Avocat au Barreau de Lyon
            S|Toque 1234
            """
        ),
        MarkedBody(
            "architect",
            by: "Atelier Nord",
            at: "contact",
            """
            Les plans modifiés sont en ligne.

            Bien à vous,

            S|Marc Olivier
            S|architecte dplg
            S|atelier nord / 14 quai du port / 59140 dunkerque
            S|t 03 28 00 00 00
            """
        ),
        MarkedBody(
            "farmer",
            by: "GAEC des Prés",
            at: "gaecdespres",
            """
            Bonjour le fossé déborde chez nous depuis hier merci de venir voir avant que ça gèle
            S|GAEC des Prés, Joël
            """
        ),
        MarkedBody(
            "old lady",
            by: "Odette Vasseur",
            at: "odette.vasseur",
            """
            Monsieur le Maire,
            Mon voisin fait du feu tous les dimanches. J'ai 84 ans et je ne peux plus ouvrir mes fenêtres.
            Avec toute ma considération
            S|Odette Vasseur veuve Blondel
            S|12 rue Haute
            """
        ),
        MarkedBody(
            "young man",
            by: "Enzo",
            at: "enzo.92",
            """
            yo
            vs avez encore des places pr le stage foot ?
            tcho
            S|enzo
            """
        ),
        MarkedBody(
            "parent on behalf of the child",
            by: "Aurélie M.",
            at: "aurelie.m",
            """
            Ma fille sera absente de la cantine jeudi et vendredi.
            Merci par avance
            S|Aurélie M, maman de Zoé (CM1)
            """
        ),
        MarkedBody(
            "tourist",
            by: "Hans Weber",
            at: "h.weber",
            """
            Bonjour, est-ce que le musée est ouvert le 1er mai ?
            Merci beaucoup et bonnes salutations d'Allemagne
            S|Hans Weber
            """
        ),
        MarkedBody(
            "retired engineer",
            by: "Jean-Paul Granger",
            at: "jpgranger",
            """
            Le compteur indique 431 m3, contre 212 l'an dernier. Une fuite est probable.

            Sentiments distingués.

            S|J.-P. Granger
            S|Ingénieur en retraite
            """
        ),
        MarkedBody(
            "president of a club",
            by: "Tennis club",
            at: "tc.vion",
            """
            Les filets ont été volés dans la nuit de samedi.

            Sportivement,

            S|Le président du TC Vion
            S|Éric Marchal
            S|06.00.00.00.00
            """
        ),
        MarkedBody(
            "secretary general of a county",
            by: "SG CD12",
            at: "sg",
            """
            La réunion du 4 est reportée au 11, même heure, même lieu.

            Bien à vous,

            S|Secrétariat général
            S|Département de l'Aveyron
            S|Place Charles-de-Gaulle – BP 724 – 12007 RODEZ CEDEX
            S|☎ 05 65 00 00 00
            """
        ),
        MarkedBody(
            "head of office with assistants",
            by: "Nadia Benali",
            at: "n.benali",
            """
            Le compte rendu suit.

            Cordialement.

            S|Nadia BENALI
            S|Directrice de cabinet
            S|Assistante : Mme Roche – 05 65 00 00 01
            """
        ),
        MarkedBody(
            "DPO",
            by: "DPO mutualisé",
            at: "dpo",
            """
            Votre registre est incomplet : il manque le traitement de la vidéoprotection.

            Cordialement,

            S|Le délégué à la protection des données
            S|Centre de gestion de la Lozère
            """
        ),
        MarkedBody(
            "librarian",
            by: "Médiathèque",
            at: "mediatheque",
            """
            Le livre demandé est arrivé, il vous attend jusqu'au 14.

            À très bientôt à la médiathèque !

            S|Fanny et toute l'équipe
            S|Médiathèque Aimé-Césaire
            S|Mardi 14h-18h – Mercredi 10h-18h – Samedi 10h-17h
            """
        ),
        MarkedBody(
            "elected with party",
            by: "Luc Fabre",
            at: "l.fabre",
            """
            Je porterai ce sujet au prochain conseil.

            Bien fraternellement,

            S|Luc Fabre
            S|Conseiller régional d'Occitanie
            S|Président du groupe « Territoires vivants »
            """
        ),
        MarkedBody(
            "MP's assistant",
            by: "Permanence",
            at: "permanence",
            """
            M. le député suit votre dossier avec attention.

            Cordialement,

            S|Inès Ramos
            S|Collaboratrice parlementaire de M. Luc Fabre, député de la 2e circonscription
            S|Assemblée nationale – 126 rue de l'Université – 75355 Paris 07 SP
            """
        ),
        MarkedBody(
            "IT contractor",
            by: "Kévin Roussel",
            at: "k.roussel",
            """
            Le certificat expire vendredi. Je le renouvelle cette nuit, coupure de deux minutes à prévoir.

            S|Kévin R.
            S|Astreinte réseau
            S|06 00 00 00 00
            """
        ),
        MarkedBody(
            "ticketing",
            by: "Centre de services",
            at: "support",
            """
            Votre demande n° 48213 est résolue.

            S|Centre de services informatiques
            S|Du lundi au vendredi de 8 h à 18 h
            S|Tél. 3939
            """
        ),
    ]
}
