import Mail
import Testing

@testable import Intake

@Suite("Reading replies") struct ReadingReplyTests {
    @Test("what a mail program quotes is cut off", arguments: onTop + ReadingInsideCases.all)
    func reply(_ row: ReadingCase) { row.check() }

    @Test("the quotation is kept as it stood") func quotation() {
        var message = Message()
        message.subject = "Re: offres"
        message.text =
            "La 2.\n\nLe 3 nov. 2026 à 10:12, X <x@anct.example> a écrit :\n\n> Bonjour,\n>> plus ancien\n"
        let reading = read(message)
        #expect(reading.newText == "La 2.")
        #expect(
            reading.quotation
                == "Le 3 nov. 2026 à 10:12, X <x@anct.example> a écrit :\n\n> Bonjour,\n>> plus ancien"
        )
    }

    /// The answer above the quoted mail, as each program writes it.
    static let onTop: [ReadingCase] = [
        ReadingCase(
            "Gmail",
            subject: "Re: Votre demande",
            """
            La deuxième offre, merci.

            Le mar. 3 nov. 2026 à 10:12, Incubateur <incubateur@anct.example> a écrit :

            > Bonjour,
            >
            > Laquelle de nos offres vous intéresse ?
            """,
            new: "La deuxième offre, merci."
        ),
        ReadingCase(
            "Gmail, header on two lines",
            subject: "Re: Votre demande",
            """
            D'accord pour jeudi.

            Le mar. 3 nov. 2026 à 10:12, Incubateur des Territoires <
            incubateur@anct.example> a écrit :

            > Seriez-vous libre jeudi ?
            """,
            new: "D'accord pour jeudi."
        ),
        ReadingCase(
            "Apple Mail, header on three lines",
            subject: "Re: Votre demande",
            """
            Oui, c'est bien cela.

            Le 3 novembre 2026 à 10:12:33, Incubateur des Territoires
            (agence nationale de la cohésion des territoires)
            <incubateur@anct.example> a écrit :

            Bonjour, est-ce bien la commune de Lannion ?
            """,
            new: "Oui, c'est bien cela."
        ),
        ReadingCase(
            "Thunderbird",
            subject: "Re: Votre demande",
            """
            Nous choisissons le catalogue.

            Nathalie

            Le 03/11/2026 à 10:12, Incubateur des Territoires a écrit :
            > Bonjour,
            > Répondez 1, 2 ou 3.
            """,
            new: "Nous choisissons le catalogue.",
            signature: "Nathalie"
        ),
        ReadingCase(
            "Roundcube",
            subject: "Re: Votre demande",
            """
            Le 2026-11-03 10:12, Incubateur a écrit :

            > Répondez 1, 2 ou 3.

            Bonjour,

            le 3 s'il vous plaît.
            """,
            new: "Bonjour,\n\nle 3 s'il vous plaît."
        ),
        ReadingCase(
            "Yahoo",
            subject: "Re: Votre demande",
            """
            Bonjour, le 1.

            Le mardi 3 novembre 2026 à 10:12:05 UTC+1, Incubateur <incubateur@anct.example> a écrit :


            Bonjour,

            Répondez 1, 2 ou 3.
            """,
            new: "Bonjour, le 1."
        ),
        ReadingCase(
            "iPhone",
            subject: "Re: Votre demande",
            """
            Le 1 merci
            Envoyé de mon iPhone

            > Le 3 nov. 2026 à 10:12, Incubateur <incubateur@anct.example> a écrit :
            >
            > \u{FEFF}Bonjour,
            """,
            new: "Le 1 merci",
            signature: "Envoyé de mon iPhone"
        ),
        ReadingCase(
            "Android (Samsung)",
            subject: "Re: Votre demande",
            """
            Bonjour oui le catalogue

            Envoyé depuis mon appareil Galaxy


            -------- Message d'origine --------
            De : Incubateur <incubateur@anct.example>
            Date : 03/11/2026 10:12 (GMT+01:00)
            À : n.perrin@ville-lannion.example
            Objet : Votre demande

            Bonjour, laquelle de nos offres vous intéresse ?
            """,
            new: "Bonjour oui le catalogue",
            signature: "Envoyé depuis mon appareil Galaxy"
        ),
        ReadingCase(
            "Outlook",
            subject: "RE: Votre demande",
            """
            Bonjour,

            Nous préférons la première offre.

            Cordialement,

            Nathalie PERRIN
            Directrice générale des services
            Ville de Lannion

            De : Incubateur des Territoires <incubateur@anct.example>
            Envoyé : mardi 3 novembre 2026 10:12
            À : PERRIN Nathalie <n.perrin@ville-lannion.example>
            Cc : Accueil <accueil@ville-lannion.example>
            Objet : Votre demande

            Bonjour, laquelle ?

            Cordialement
            """,
            new: "Bonjour,\n\nNous préférons la première offre.\n\nCordialement,",
            signature: "Nathalie PERRIN\nDirectrice générale des services\nVille de Lannion"
        ),
        ReadingCase(
            "Outlook, bold labels as asterisks",
            subject: "RE: Votre demande",
            """
            C'est la 3.

            *De :* Incubateur <incubateur@anct.example>
            *Envoyé :* mardi 3 novembre 2026 10:12
            *À :* PERRIN Nathalie
            *Objet :* Votre demande

            Laquelle ?
            """,
            new: "C'est la 3."
        ),
        ReadingCase(
            "Outlook, blank lines between the labels",
            subject: "RE: Votre demande",
            """
            C'est la 3.

            De : Incubateur <incubateur@anct.example>

            Envoyé : mardi 3 novembre 2026 10:12

            À : PERRIN Nathalie

            Objet : Votre demande

            Laquelle ?
            """,
            new: "C'est la 3."
        ),
        ReadingCase(
            "old Outlook",
            subject: "RE: Votre demande",
            """
            Bien reçu, je vous rappelle demain.
            -----Message d'origine-----
            De : Incubateur [mailto:incubateur@anct.example]
            Envoyé : mardi 3 novembre 2026 10:12
            À : PERRIN Nathalie
            Objet : Votre demande
            Bonjour,
            """,
            new: "Bien reçu, je vous rappelle demain."
        ),
        ReadingCase(
            "Outlook on the web",
            subject: "Re: Votre demande",
            """
            Oui pour le catalogue.
            ________________________________
            De : Incubateur <incubateur@anct.example>
            Envoyé : mardi 3 novembre 2026 10:12
            À : PERRIN Nathalie <n.perrin@ville-lannion.example>
            Objet : Votre demande

            Bonjour,
            """,
            new: "Oui pour le catalogue."
        ),
        ReadingCase(
            "Outlook for iOS in English",
            subject: "Re: Votre demande",
            """
            Oui pour le catalogue.

            Obtenir Outlook pour iOS<https://aka.ms/o0ukef>
            ________________________________
            From: Incubateur <incubateur@anct.example>
            Sent: Tuesday, November 3, 2026 10:12:00 AM
            To: PERRIN Nathalie <n.perrin@ville-lannion.example>
            Subject: Votre demande

            Bonjour,
            """,
            new: "Oui pour le catalogue.",
            signature: "Obtenir Outlook pour iOS<https://aka.ms/o0ukef>"
        ),
        ReadingCase(
            "Zimbra",
            subject: "Re: Votre demande",
            """
            Nous sommes intéressés.

            ----- Mail original -----
            De: "Incubateur" <incubateur@anct.example>
            À: "Nathalie Perrin" <n.perrin@ville-lannion.example>
            Envoyé: Mardi 3 Novembre 2026 10:12:44
            Objet: Votre demande

            Bonjour,
            """,
            new: "Nous sommes intéressés."
        ),
        ReadingCase(
            "Zimbra, header without separator",
            subject: "Re: Votre demande",
            """
            Nous sommes intéressés.

            De: "Incubateur" <incubateur@anct.example>
            À: "Nathalie Perrin" <n.perrin@ville-lannion.example>
            Cc: "dgs" <dgs@ville-lannion.example>,
             "maire" <maire@ville-lannion.example>
            Envoyé: Mardi 3 Novembre 2026 10:12:44
            Objet: Votre demande

            Bonjour,
            """,
            new: "Nous sommes intéressés."
        ),
        ReadingCase(
            "Orange",
            subject: "re: Votre demande",
            """
            oui la 2 merci


            envoyé : 3 novembre 2026 à 10:12
            de : Incubateur <incubateur@anct.example>
            à : mairie.lurbe@orange.example
            objet : Votre demande

            Bonjour,
            """,
            new: "oui la 2 merci"
        ),
        ReadingCase(
            "Orange, older",
            subject: "re: Votre demande",
            """
            oui la 2 merci

            > Message du 03/11/26 10:12
            > De : "Incubateur" <incubateur@anct.example>
            > A : mairie.lurbe@orange.example
            > Copie à :
            > Objet : Votre demande
            >
            > Bonjour,
            """,
            new: "oui la 2 merci"
        ),
        ReadingCase(
            "La Poste",
            subject: "Re: Votre demande",
            """
            Bonjour, plutôt le premier cas.

            ---------- Message original ----------
            De : Incubateur <incubateur@anct.example>
            Date : 03/11/2026 10:12
            Objet : Votre demande

            Bonjour,
            """,
            new: "Bonjour, plutôt le premier cas."
        ),
        ReadingCase(
            "SOGo with an address only",
            subject: "Re: Votre demande",
            """
            Entendu.

            Incubateur des Territoires <incubateur@anct.example> a écrit :

            > Bonjour,
            """,
            new: "Entendu."
        ),
        ReadingCase(
            "a date without a time above quoted lines",
            subject: "Re: Votre demande",
            """
            Entendu.

            Le 3 novembre 2026, Incubateur des Territoires a écrit :
            > Bonjour,
            """,
            new: "Entendu."
        ),
        ReadingCase(
            "Zoho",
            subject: "Re: Votre demande",
            """
            Entendu.

            ---- Le mar., 03 nov. 2026 10:12:33 +0100 Incubateur <incubateur@anct.example> a écrit ----

            Bonjour,
            """,
            new: "Entendu."
        ),
        ReadingCase(
            "English program",
            subject: "Re: Votre demande",
            """
            The second one, please.

            On Tue, Nov 3, 2026 at 10:12 AM Incubateur <incubateur@anct.example> wrote:

            > Bonjour,
            """,
            new: "The second one, please."
        ),
        ReadingCase(
            "Evolution",
            subject: "Re: Votre demande",
            """
            Entendu.

            Le mardi 03 novembre 2026 à 10:12 +0100, Incubateur a écrit :
            > Bonjour,
            """,
            new: "Entendu."
        ),
        ReadingCase(
            "Lotus Notes",
            subject: "Réf. : Votre demande",
            """
            Entendu.



            De :\tIncubateur <incubateur@anct.example>
            Pour :\tn.perrin@ville-lannion.example
            Date :\t03/11/2026 10:12
            Objet :\tVotre demande

            Bonjour,
            """,
            new: "Entendu."
        ),
        ReadingCase(
            "bars as quote marks",
            subject: "Re: Votre demande",
            """
            Je relance ma demande.

            Le lun. 6 janv. 2025 à 11:20, N. Perrin a écrit :

            | Bonjour,
            |
            | Première demande.
            """,
            new: "Je relance ma demande."
        ),
        ReadingCase(
            "the header itself quoted",
            subject: "Re: La lettre",
            """
            désinscrivez moi svp

            >Le 07/05/2025 08:00, « La lettre » <incubateur@anct.example> a écrit :
            >
            >AU SOMMAIRE
            """,
            new: "désinscrivez moi svp"
        ),
    ]
}
