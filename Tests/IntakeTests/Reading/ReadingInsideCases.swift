@testable import Intake

/// Replies whose new words stand between or under quoted lines.
enum ReadingInsideCases {
    static let all: [ReadingCase] = [
        ReadingCase(
            "answers between quoted lines",
            subject: "Re: Votre demande",
            """
            Bonjour, mes réponses dans le texte.

            Le 03/11/2026 à 10:12, Incubateur a écrit :
            > Combien d'habitants ?
            Environ 4 000.
            > Un agent est-il disponible ?
            Oui, Samir, le vendredi.
            > Cordialement
            """,
            new: """
                Bonjour, mes réponses dans le texte.

                Environ 4 000.

                Oui, Samir, le vendredi.
                """
        ),
        ReadingCase(
            "answer under the quote",
            subject: "Re: Votre demande",
            """
            Le 03/11/2026 à 10:12, Incubateur a écrit :
            > Laquelle de nos offres ?

            La troisième.

            -- 
            Nathalie Perrin
            Ville de Lannion
            """,
            new: "La troisième.",
            signature: "Nathalie Perrin\nVille de Lannion"
        ),
        ReadingCase(
            "a quoted line that lost its mark",
            subject: "Re: Votre demande",
            """
            Le 03/11/2026 à 10:12, Incubateur a écrit :
            > Pourriez-vous nous dire laquelle de nos offres vous intéresse le plus
            aujourd'hui ?
            > Cordialement

            La troisième.
            """,
            new: "La troisième."
        ),
        ReadingCase(
            "nested quotes",
            subject: "Re: Votre demande",
            """
            > > Bonjour
            > oui ?
            Je parlais de la cantine.
            """,
            new: "Je parlais de la cantine."
        ),
        ReadingCase(
            "only the quote",
            subject: "Re: Votre demande",
            """
            Le 03/11/2026 à 10:12, Incubateur a écrit :
            > Laquelle de nos offres ?
            """,
            new: ""
        ),
        ReadingCase(
            "a bare number",
            subject: "Re: Votre demande",
            "2\n\nLe 03/11/2026 à 10:12, Incubateur a écrit :\n> Laquelle ?\n",
            new: "2"
        ),
        ReadingCase(
            "two numbers and initials",
            subject: "Re: Votre demande",
            "le 1 et le 3.\nNP\n\nLe 03/11/2026 à 10:12, Incubateur a écrit :\n> Laquelle ?\n",
            new: "le 1 et le 3.",
            signature: "NP"
        ),
    ]
}
