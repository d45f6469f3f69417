import Testing

@testable import Intake

@Suite("Signatures below a delimiter") struct SignatureDelimiterTests {
    @Test("what stands below a delimiter is no word of the writer", arguments: bodies)
    func delimiter(_ body: MarkedBody) { body.check() }

    private static let bodies: [MarkedBody] = [
        MarkedBody(
            "strict, one line",
            """
            Nous passons notre tour.

            X|--\u{20}
            S|Nathalie
            """
        ),
        MarkedBody(
            "strict, a long signature with a slogan",
            """
            Bonjour,

            Le devis est signé, il part demain.

            X|--\u{20}
            S|Nathalie Perrin
            S|Directrice des affaires scolaires
            S|Ville de Lannion | 02 96 00 00 00

            S|La ville où l'on prend le temps de grandir
            """
        ),
        MarkedBody(
            "formula and first name above a strict delimiter",
            """
            Bonjour,

            Le devis est signé.

            Cordialement,
            S|Nathalie

            X|--\u{20}
            S|Nathalie Perrin
            S|Ville de Lannion
            """
        ),
        MarkedBody(
            "two hyphens",
            """
            D'accord pour jeudi.

            X|--
            S|N. Perrin
            S|Trégor numérique
            """
        ),
        MarkedBody(
            "two underscores",
            """
            D'accord pour jeudi.

            X|__
            S|Nathalie Perrin
            S|Trégor numérique
            """
        ),
        MarkedBody(
            "em dash",
            """
            D'accord pour jeudi.

            X|—
            S|Nathalie Perrin
            """
        ),
        MarkedBody(
            "stars",
            """
            D'accord pour jeudi.

            X|***
            S|Nathalie Perrin, Trégor numérique
            S|06 00 00 00 00
            """
        ),
        MarkedBody(
            "tildes",
            """
            D'accord pour jeudi.

            X|~~
            S|Nathalie
            """
        ),
        MarkedBody(
            "equals signs",
            """
            D'accord pour jeudi, 14 h.

            X|====================
            S|Nathalie Perrin
            S|Mairie de Plouaret
            S|02 96 00 00 00
            """
        ),
        MarkedBody(
            "hyphens over a mark",
            """
            C'est noté.

            X|-----
            S|Envoyé de mon iPhone
            """
        ),
        MarkedBody(
            "strict, the mail goes on below",
            """
            La clé est chez Paul.

            X|--\u{20}
            S|Nathalie Perrin
            S|Ville de Lannion

            Au fait, est-ce que je peux passer prendre le carton de livres mardi ?
            """
        ),
        MarkedBody(
            "strict, formula below it",
            """
            La clé est chez Paul.

            X|--\u{20}
            Bien cordialement,

            S|Nathalie Perrin
            S|Ville de Lannion
            """
        ),
        MarkedBody(
            "separators between subjects are no delimiters",
            """
            Deux points :

            --
            la cantine, que je voudrais ouvrir le mercredi

            --
            la salle des fêtes, dont je ne sais que faire

            S|Nathalie
            """
        ),
    ]
}
