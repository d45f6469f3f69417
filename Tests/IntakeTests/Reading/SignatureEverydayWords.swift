extension SignatureEverydayTests {
    static let words: [MarkedBody] = [
        MarkedBody(
            "Nina Falk: Report attached.",
            by: "Nina Falk",
            at: "nina",
            """
            Report attached.

            S|Nina
            """
        ),
        MarkedBody(
            "Nina Falk: Meet you at the office.",
            by: "Nina Falk",
            at: "nina",
            """
            Meet you at the office.

            S|Nina
            """
        ),
        MarkedBody(
            "Nina Falk: Voir le service compta.",
            by: "Nina Falk",
            at: "nina",
            """
            Voir le service compta.

            S|Nina
            """
        ),
        MarkedBody(
            "Nina Falk: charge.csv",
            by: "Nina Falk",
            at: "nina",
            """
            Bonjour,

            le fichier est dans le dossier commun

            charge.csv
            """
        ),
        MarkedBody(
            "Nina Falk: Vu avec la directrice.",
            by: "Nina Falk",
            at: "nina",
            """
            Bonjour,

            Vu avec la directrice.

            S|Nina
            """
        ),
        MarkedBody(
            "Nina Falk: c'est payé.",
            by: "Nina Falk",
            at: "nina",
            """
            Bonjour,

            c'est payé.

            S|Nina Falk, comptable.
            """
        ),
        MarkedBody(
            "Nina Falk: Merci de transmettre à la cheffe de projet.",
            by: "Nina Falk",
            at: "nina",
            """
            Bonjour,

            Merci de transmettre à la cheffe de projet.

            S|N. Falk
            S|chargée de communication
            """
        ),
        MarkedBody(
            "Nina Falk: Nina Falk est en congé.",
            by: "Nina Falk",
            at: "nina",
            """
            Bonjour,

            Demandez le bureau 12.

            Nina Falk est en congé.
            """
        ),
        MarkedBody(
            "Le Comité: La fête est annulée à cause de l'orage.",
            by: "Le Comité",
            at: "comite",
            """
            Bonjour à tous,

            La fête est annulée à cause de l'orage.

            S|Le Comité des fêtes
            """
        ),
        MarkedBody(
            "Mme Roche: Ma fille sera absente lundi.",
            by: "Mme Roche",
            at: "roche",
            """
            Madame la Directrice,

            Ma fille sera absente lundi.

            S|Mme Roche
            """
        ),
        MarkedBody(
            "lapin: Merci",
            by: nil,
            at: "lapin",
            """
            Bonjour,
            Je souhaite inscrire mon fils.
            Nom : Petit
            Prénom : Léo
            Né le : 12/03/2018
            Merci
            S|Julie Petit
            """
        ),
        MarkedBody(
            "lapin: ou en est mon dossier 2024-118 ?",
            by: nil,
            at: "lapin",
            """
            Bonsoir,
            ou en est mon dossier 2024-118 ?

            S|PETIT Julie
            S|2024-118
            """
        ),
        MarkedBody(
            "Julie Petit: Bonjour, j'envoie les papiers demain. Merci.",
            by: "Julie Petit",
            at: "jp",
            """
            Bonjour, j'envoie les papiers demain. Merci. Julie
            """
        ),
        MarkedBody(
            "Julie Petit: Bonjour, j'envoie les papiers demain. Merci. (2)",
            by: "Julie Petit",
            at: "jp",
            """
            Bonjour, j'envoie les papiers demain. Merci.
            S|Julie
            """
        ),
        MarkedBody(
            "Julie Petit: Cordialement",
            by: "Julie Petit",
            at: "jp",
            """
            Les enfants inscrits :
            Léo Petit
            Emma Roux

            Cordialement
            S|J. Petit
            """
        ),
        MarkedBody(
            "Julie Petit: Merci de votre compréhension.",
            by: "Julie Petit",
            at: "jp",
            """
            Bonjour,

            Léo sera absent.

            Merci de votre compréhension.
            S|Julie PETIT
            """
        ),
        MarkedBody(
            "Julie Petit: 31000 Toulouse",
            by: "Julie Petit",
            at: "jp",
            """
            Voici l'adresse du traiteur

            Aux Délices
            12 rue Haute
            31000 Toulouse
            """
        ),
        MarkedBody(
            "Julie Petit: Soleil2024",
            by: "Julie Petit",
            at: "jp",
            """
            Le mot de passe du wifi est

            Soleil2024
            """
        ),
        MarkedBody(
            "Julie Petit: Marie",
            by: "Julie Petit",
            at: "jp",
            """
            Vote pour :

            Marie
            """
        ),
        MarkedBody(
            "Julie Petit: Bon courage pour demain",
            by: "Julie Petit",
            at: "jp",
            """
            RAS de mon côté

            Bon courage pour demain

            S|Ju
            """
        ),
        MarkedBody(
            "Pat: Please call Joan on 01234 567 890",
            by: "Pat",
            at: "pat",
            """
            I'm out of office on Friday.

            Please call Joan on 01234 567 890

            S|Pat
            """
        ),
        MarkedBody(
            "Pat: Moby Dick",
            by: "Pat",
            at: "pat",
            """
            My favourite is still

            Moby Dick
            """
        ),
        MarkedBody(
            "Pat Lowe: First, the boiler. Second, the cat.",
            by: "Pat Lowe",
            at: "pat",
            """
            Two things before Monday.

            First, the boiler. Second, the cat.

            S|Pat
            """
        ),
        MarkedBody(
            "Pat Lowe: Great news. Congratulations to you both!",
            by: "Pat Lowe",
            at: "pat",
            """
            Great news. Congratulations to you both!

            S|Pat & Jo xx
            """
        ),
        MarkedBody(
            "Pat Lowe: Can do.",
            by: "Pat Lowe",
            at: "pat",
            """
            Can do.

            S|Pat Lowe
            S|Lowe & Sons, Builders
            S|Est. 1987
            """
        ),
    ]
}
