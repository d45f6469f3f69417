import Testing

@testable import Intake

@Suite("Mails that are hard to cut") struct SignatureHardMailTests {
    @Test("each line goes where a person would put it", arguments: bodies + more)
    func mail(_ body: MarkedBody) { body.check() }

    private static let bodies: [MarkedBody] = [
        MarkedBody(
            "formula wrapped over two lines",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Madame la Présidente,

            Le dossier est parti hier par la poste.

            Dans l'attente de votre réponse, je vous prie d'agréer, Madame la
            Présidente, l'expression de mes sentiments les meilleurs.

            S|Paul Ferrand
            S|Président de l'Amicale laïque
            """
        ),
        MarkedBody(
            "formula wrapped in its middle",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            Je vous prie de croire, Madame, à l'assurance de ma
            considération distinguée.

            S|P. FERRAND
            """
        ),
        MarkedBody(
            "wrapped prose below the name",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            Cordialement,
            S|Paul Ferrand
            S|Amicale laïque

            J'en profite pour vous signaler que la clé du local n'est plus à sa
            place habituelle, derrière le compteur.
            """
        ),
        MarkedBody(
            "availability as a last sentence",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            Je reste à votre disposition.

            S|Paul Ferrand
            S|Amicale laïque
            """
        ),
        MarkedBody(
            "hoping",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Pouvez-vous nous aider ?

            En espérant une réponse favorable,

            S|Paul Ferrand, trésorier
            """
        ),
        MarkedBody(
            "no blank line anywhere",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Bonjour,
            Le dossier est parti.
            Pouvez-vous en accuser réception ?
            Cordialement
            S|Paul Ferrand
            S|06 00 00 00 00
            S|Envoyé de mon iPhone
            """
        ),
        MarkedBody(
            "name on the same line as the mark's rule",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            S|Paul

            X|----
            S|Paul Ferrand
            S|Amicale laïque de Plouaret
            S|amicale@plouaret.example
            """
        ),
        MarkedBody(
            "underscored rule and address",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            X|__________________
            S|Paul Ferrand
            S|Président
            S|Amicale laïque, maison des associations, 22420 Plouaret
            """
        ),
        MarkedBody(
            "formula below a rule of hyphens",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            Bonne journée

            X|--------------------------------------------------
            S|Paul FERRAND
            S|Responsable du service Eau et assainissement
            S|Tél : 02.96.00.00.00
            X|--------------------------------------------------
            """
        ),
        MarkedBody(
            "bullet points between the parts of an address",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            Bonne journée

            S|Paul Ferrand • Direction de l'eau • 02 96 00 00 00
            S|Lannion-Trégor Communauté • 1 rue Monge • 22300 Lannion
            """
        ),
        MarkedBody(
            "first name only, the rest in a picture",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            Bonne journée

            S|Paul

            S|[Signature Paul Ferrand, Direction de l'eau]
            """
        ),
        MarkedBody(
            "file name of a picture",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            Bonne journée

            S|Paul Ferrand
            S|<image001.png>
            S|Direction de l'eau
            """
        ),
        MarkedBody(
            "hashtag slogan",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            Cordialement,

            S|Paul Ferrand
            S|Direction de l'eau
            S|#MonTerritoireMonAvenir
            """
        ),
        MarkedBody(
            "slogan as a question",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            Cordialement,

            S|Paul Ferrand
            S|Direction de l'eau
            S|02 96 00 00 00

            S|Découvrez le nouveau site de l'agglomération : www.agglo.example
            """
        ),
        MarkedBody(
            "survey in the signature",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Le dossier est parti.

            Cordialement,

            S|Paul Ferrand
            S|France services de Rostrenen
            S|Du lundi au vendredi de 9 h à 12 h 30, sur rendez-vous l'après-midi
            S|3 rue du Stade, 22110 Rostrenen
            """
        ),
        MarkedBody(
            "secretary of another",
            by: "Secrétariat du Maire",
            at: "secretariat",
            """
            Le maire vous recevra mardi à 10 h.

            Cordialement,

            S|Annick Le Goff
            S|Secrétariat du Maire
            S|Standard : 02 96 00 00 00
            S|Ligne directe : 02 96 00 00 01
            """
        ),
        MarkedBody(
            "the writer's name in capitals without a formula, telephone first",
            by: "Roger Tanguy",
            at: "rtanguy",
            """
            La lampe clignote toujours.

            S|TANGUY Roger
            S|Tel 06 00 00 00 00
            """
        ),
        MarkedBody(
            "address first, name last",
            by: "Roger Tanguy",
            at: "rtanguy",
            """
            La lampe clignote toujours.

            Merci

            S|M. et Mme Tanguy
            S|3 impasse du Lavoir
            """
        ),
        MarkedBody(
            "flat signed with the flat's number",
            by: "Roger Tanguy",
            at: "rtanguy",
            """
            La lampe clignote toujours.
            Cdt
            S|R. Tanguy, 3 impasse du Lavoir, Plouaret
            """
        ),
        MarkedBody(
            "respects at the end of the paragraph",
            by: "Roger Tanguy",
            at: "rtanguy",
            """
            La lampe clignote toujours. Je compte sur vous. Respectueusement.
            S|Roger Tanguy
            """
        ),
        MarkedBody(
            "sent by the son",
            by: "Roger Tanguy",
            at: "rtanguy",
            """
            La lampe clignote toujours.

            S|Pour Roger Tanguy, son fils Alain
            """
        ),
        MarkedBody(
            "neighbourhood",
            by: "Roger Tanguy",
            at: "rtanguy",
            """
            La lampe clignote toujours.

            Merci de votre aide

            S|Les habitants de l'impasse du Lavoir
            """
        ),
    ]
}
