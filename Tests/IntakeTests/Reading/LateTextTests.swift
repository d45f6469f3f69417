import Testing

@testable import Intake

@Suite("Words below a signature") struct LateTextTests {
    @Test("what is written below a signature is the writer's", arguments: bodies)
    func late(_ body: MarkedBody) { body.check() }

    private static let bodies: [MarkedBody] = [
        MarkedBody(
            "postscript",
            """
            Le pot est à 18 h.

            Bises
            S|Nathalie

            PS : apporte les clés.
            """
        ),
        MarkedBody(
            "postscript with points",
            """
            Le pot est à 18 h.

            Cordialement,
            S|Nathalie Perrin
            S|Trégor numérique

            P.-S. – Le code du portail a changé.
            """
        ),
        MarkedBody(
            "English postscript",
            """
            See you at six.

            Regards,
            S|Nathalie

            P.S. Bring the keys.
            """
        ),
        MarkedBody(
            "NB",
            """
            Le pot est à 18 h.

            Cordialement,
            S|Nathalie

            NB : la rue sera barrée.
            """
        ),
        MarkedBody(
            "a late question",
            """
            Le pot est à 18 h.

            Cordialement,

            S|Nathalie Perrin
            S|Trégor numérique

            Au fait, pouvez-vous apporter les clés ?
            """
        ),
        MarkedBody(
            "a late sentence",
            """
            Le pot est à 18 h.

            Cordialement,

            S|Nathalie Perrin
            S|Trégor numérique
            S|02 96 00 00 00

            J'ai oublié de vous dire que le code du portail a changé.
            """
        ),
        MarkedBody(
            "a late request",
            """
            Le pot est à 18 h.

            Cordialement,

            S|Nathalie Perrin

            Merci de me confirmer votre venue avant jeudi.
            """
        ),
        MarkedBody(
            "a late wish",
            """
            Le pot est à 18 h.

            Cordialement,

            S|Nathalie Perrin
            S|Trégor numérique

            Bonne journée !
            """
        ),
        MarkedBody(
            "late words below no formula",
            """
            Le pot est à 18 h.

            S|Nathalie Perrin
            S|Trégor numérique
            S|02 96 00 00 00

            Je passerai vers 17 h pour installer les tables, si cela vous va.
            """
        ),
        MarkedBody(
            "postscript before the mark of the program",
            """
            Le pot est à 18 h.

            S|Nathalie

            PS : apporte les clés.

            S|Envoyé de mon iPhone
            """
        ),
        MarkedBody(
            "words under the mark of the program",
            """
            Le pot est à 18 h.

            S|Envoyé de mon iPhone

            J'oubliais : est-ce que Paul vient ?
            """
        ),
    ]
}
