extension SignatureOddMailTests {
    static let more: [MarkedBody] = [
        MarkedBody(
            "support team",
            by: "Support",
            at: "support",
            """
            Bonjour Ludovic,

            Le compte est débloqué.

            L'équipe support reste à votre écoute.

            Bien à vous,

            S|Nina
            S|Support niveau 1
            """
        ),
        MarkedBody(
            "a mail of one word and a name",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            Validé.

            S|Nina
            """
        ),
        MarkedBody(
            "a mail of one word, name in the same paragraph",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            Reçu !
            S|Nina
            """
        ),
        MarkedBody(
            "only thanks and the name",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            Merci !

            S|Nina
            """
        ),
        MarkedBody(
            "only thanks and the block",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            Merci

            S|Nina Rossi
            S|Comptabilité fournisseurs
            S|04 70 00 00 00
            """
        ),
        MarkedBody(
            "greeting, thanks, name",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            Bonjour,
            Bien reçu, merci.
            Bonne journée
            S|Nina Rossi
            """
        ),
        MarkedBody(
            "received, with a late file",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            Bonjour,
            Bien reçu, merci.

            S|Nina Rossi
            S|Comptabilité fournisseurs

            J'ai mis la facture 114 à part : le montant ne correspond pas au bon de commande.
            """
        ),
        MarkedBody(
            "comma after the name",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            La facture est jointe.

            Cordialement,

            S|Nina Rossi,
            S|comptable.
            """
        ),
        MarkedBody(
            "name with a full stop",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            La facture est jointe.

            Bien à vous.
            S|Nina.
            """
        ),
        MarkedBody(
            "surname first with a comma",
            by: "ROSSI, Nina",
            at: "n.rossi",
            """
            La facture est jointe.

            Salutations

            S|ROSSI Nina, service comptable
            """
        ),
        MarkedBody(
            "lower-case signature",
            by: "nina rossi",
            at: "n.rossi",
            """
            la facture est jointe

            cordialement

            S|nina rossi
            S|comptable
            S|mairie de gannat
            """
        ),
        MarkedBody(
            "typo in the formula",
            by: "nina rossi",
            at: "n.rossi",
            """
            la facture est jointe

            cordialemetn
            S|nina
            """
        ),
        MarkedBody(
            "dots",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            La facture est jointe...

            S|Nina...
            """
        ),
        MarkedBody(
            "smiley after the name",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            La facture est jointe

            Bonne journée :)

            S|Nina :-)
            """
        ),
        MarkedBody(
            "smiley as a sign",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            La facture est jointe 😊

            Bises 😘
            S|Nina 🌻
            """
        ),
        MarkedBody(
            "wish of the season",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            La facture est jointe.

            Joyeuses fêtes de fin d'année à toute l'équipe !

            S|Nina Rossi
            """
        ),
        MarkedBody(
            "apology",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            La facture est jointe.

            Avec toutes nos excuses pour le retard,

            S|Le service comptable
            """
        ),
        MarkedBody(
            "regret as a closing",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            Nous ne pourrons pas venir.

            Avec nos regrets,
            S|Nina Rossi
            """
        ),
        MarkedBody(
            "remaining at disposal, wrapped",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            La facture est jointe.

            Restant à votre disposition pour tout renseignement complémentaire, je
            vous souhaite une excellente journée.

            S|Nina Rossi
            S|Service comptable
            """
        ),
        MarkedBody(
            "name, then the closing of a phone",
            by: "Nina Rossi",
            at: "n.rossi",
            """
            La facture est jointe.

            S|Nina Rossi
            S|Tél. 04 70 00 00 00

            S|Envoyé à partir d’un Samsung Galaxy

            D|Ce message est confidentiel ; toute copie est interdite sans accord de l'expéditeur.
            """
        ),
    ]
}
