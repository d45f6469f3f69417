import Testing

@testable import Intake

@Suite("Own words in doubt") struct SignatureDoubtTests {
    @Test("what may be the writer's is the writer's", arguments: bodies)
    func mail(_ body: MarkedBody) { body.check() }

    private static let bodies: [MarkedBody] = [
        MarkedBody(
            "legal matter in own words",
            by: "Alice Morel",
            at: "a.morel",
            """
            Bonjour,

            Deux questions juridiques.

            Protection des données
            Le fichier des inscrits à la cantine est conservé dix ans. Est-ce légal ?

            Confidentialité
            Les agents voient les quotients familiaux de tout le monde.

            S|Alice Morel
            S|Ville de Gannat
            """
        ),
        MarkedBody(
            "text about an error",
            by: "Alice Morel",
            at: "a.morel",
            """
            Madame Petit,

            Le courriel d'hier est parti par erreur à tous les parents. La pièce jointe contient des noms. Comment le supprimer ?

            S|Alice Morel
            """
        ),
        MarkedBody(
            "request to delete",
            by: "Alice Morel",
            at: "a.morel",
            """
            Bonjour,

            Merci de supprimer le message que je vous ai envoyé par erreur.

            S|Alice Morel
            """
        ),
        MarkedBody(
            "late request to delete",
            by: "Alice Morel",
            at: "a.morel",
            """
            Bonjour,

            Le bon fichier est joint.

            S|Alice Morel
            S|Ville de Gannat

            Merci de supprimer celui d'hier, envoyé par erreur.
            """
        ),
        MarkedBody(
            "town as the subject",
            by: "Ville de Gannat",
            at: "accueil",
            """
            Bonjour,

            La ville de Gannat souhaite ouvrir ses données et cherche un modèle de licence.

            La commune dispose déjà d'un registre.

            Cordialement,
            S|Le service numérique
            """
        ),
        MarkedBody(
            "privacy as the subject, last paragraph",
            by: "Alice Morel",
            at: "a.morel",
            """
            Monsieur Roy,

            Suite à votre appel.

            Les données personnelles des usagers sont traitées par le prestataire, sans registre ni délégué à la protection des données.

            S|Alice Morel
            """
        ),
        MarkedBody(
            "right of access",
            by: "Tom Petit",
            at: "tpetit",
            """
            Bonjour,

            Conformément au RGPD, j'exerce mon droit d'accès aux données personnelles me concernant détenues par la commune.

            S|Tom Petit
            S|4 rue du Bac, 03800 Gannat
            """
        ),
        MarkedBody(
            "right of access without a subject",
            by: "Tom Petit",
            at: "tpetit",
            """
            Bonjour,

            Demande de rectification : le fichier des inscrits comporte une adresse fausse. En application du règlement général sur la protection des données, une réponse est attendue sous un mois.

            S|Tom Petit
            """
        ),
        MarkedBody(
            "secret ballot",
            by: "Alice Morel",
            at: "a.morel",
            """
            Le vote est confidentiel, les bulletins sont détruits le soir même.
            """
        ),
        MarkedBody(
            "spam complaint",
            by: "Alice Morel",
            at: "a.morel",
            """
            Bonjour

            Vous recevez ce message car je ne sais pas à qui m'adresser. Qui s'occupe de la newsletter ?

            S|Alice
            """
        ),
        MarkedBody(
            "suspicion",
            by: "Alice Morel",
            at: "a.morel",
            """
            Attention, un expéditeur externe se fait passer pour la mairie. Ne cliquez pas sur ses liens !

            S|Alice Morel
            """
        ),
        MarkedBody(
            "unsubscribe me",
            by: "Alice Morel",
            at: "a.morel",
            """
            Merci de me désinscrire de la liste de diffusion des secrétaires.

            S|Alice
            """
        ),
        MarkedBody(
            "printing",
            by: "Alice Morel",
            at: "a.morel",
            """
            Avant d'imprimer le bulletin, pensez à vérifier la page 4.

            S|Alice
            """
        ),
        MarkedBody(
            "her phone",
            by: "Alice Morel",
            at: "a.morel",
            """
            Envoyé par téléphone ce matin, le signalement n'apparaît pas.

            S|Alice
            """
        ),
        MarkedBody(
            "late sentence about hours",
            by: "Alice Morel",
            at: "a.morel",
            """
            Le dossier est prêt.

            Cordialement,
            S|Alice Morel
            S|Ville de Gannat
            S|04 70 00 00 00

            Je serai absente du 4 au 8, voyez avec Paul pendant ce temps.
            """
        ),
        MarkedBody(
            "late information",
            by: "Alice Morel",
            at: "a.morel",
            """
            Le dossier est prêt.

            Cordialement,
            S|Alice Morel

            Au passage, la salle 2 est fermée pour travaux jusqu'à lundi.
            """
        ),
        MarkedBody(
            "late list",
            by: "Alice Morel",
            at: "a.morel",
            """
            Le dossier est prêt.

            Cordialement,
            S|Alice Morel

            En pièce jointe :
            - le plan
            - le devis
            """
        ),
        MarkedBody(
            "question mark alone after the name",
            by: "Alice Morel",
            at: "a.morel",
            """
            Le dossier est prêt, on signe quand ?

            S|Alice

            Et qui vient à la signature ?
            """
        ),
        MarkedBody(
            "name of the other, comma",
            by: "Alice Morel",
            at: "a.morel",
            """
            Paul,

            Le dossier est prêt.

            S|Alice
            """
        ),
        MarkedBody(
            "only an address as content",
            by: "Alice Morel",
            at: "a.morel",
            """
            Bonjour,

            Livraison :

            Services techniques
            ZA des Prés
            03800 Gannat
            """
        ),
        MarkedBody(
            "a name as the answer",
            by: "Alice Morel",
            at: "a.morel",
            """
            Le maire a désigné Paul Ferrand.
            Suppléante : Julie Bernard
            """
        ),
        MarkedBody(
            "a question about a person",
            by: "Alice Morel",
            at: "a.morel",
            """
            Bonjour, qui remplace Julie Bernard ?
            """
        ),
        MarkedBody(
            "proposal of dates",
            by: "Alice Morel",
            at: "a.morel",
            """
            Je propose :
            lundi 4 à 10 h
            mardi 5 à 14 h

            S|Alice
            """
        ),
        MarkedBody(
            "postscript without the mark",
            by: "Alice Morel",
            at: "a.morel",
            """
            Le dossier est prêt.

            S|Alice Morel
            S|Ville de Gannat

            J'allais oublier : le parking sera fermé, venez par la rue Haute.
            """
        ),
        MarkedBody(
            "a wish, then a question",
            by: "Alice Morel",
            at: "a.morel",
            """
            Le dossier est prêt.

            Bonne journée
            S|Alice

            Tu as pu voir pour les clés ?
            """
        ),
        MarkedBody(
            "English late note",
            by: "Ann Lee",
            at: "a.lee",
            """
            The form is attached.

            Best wishes,
            S|Ann Lee
            S|Parish Clerk

            I forgot to say that the hall is closed on Friday.
            """
        ),
        MarkedBody(
            "German late note",
            by: "Jens Maier",
            at: "j.maier",
            """
            Das Formular ist angehängt.

            Viele Grüße
            S|Jens Maier
            S|Bauamt

            Ich habe noch vergessen: Die Halle ist am Freitag zu.
            """
        ),
    ]
}
