extension SignatureHardMailTests {
    static let more: [MarkedBody] = [
        MarkedBody(
            "mayor with both mandates",
            by: "Alain Fouquet",
            at: "a.fouquet",
            """
            Le conseil est d'accord.

            Bien à toi,

            S|Alain

            S|Alain FOUQUET
            S|Maire de Bellême
            S|Conseiller départemental de l'Orne
            """
        ),
        MarkedBody(
            "card of a consultant",
            by: "Julie Bernard",
            at: "j.bernard",
            """
            Le rapport est joint.

            Bien cordialement

            S|Julie Bernard
            S|Consultante senior - Transformation publique
            S|Cabinet Orféa
            S|+33 6 00 00 00 00
            S|Certifiée Qualiopi
            """
        ),
        MarkedBody(
            "legal line and slogan",
            by: "Julie Bernard",
            at: "j.bernard",
            """
            Le rapport est joint.

            Bien cordialement

            S|Julie Bernard
            S|Cabinet Orféa

            S|L'intelligence collective au service des territoires

            D|Ce courriel et ses pièces jointes peuvent contenir des informations confidentielles ou couvertes par le secret professionnel.
            """
        ),
        MarkedBody(
            "disclaimer in small letters without confidentiality",
            by: "Julie Bernard",
            at: "j.bernard",
            """
            Le rapport est joint.

            S|Julie

            D|Les idées et opinions présentées dans ce message sont celles de son auteur, et ne représentent pas nécessairement celles de la collectivité.
            """
        ),
        MarkedBody(
            "disclaimer on the integrity of mails",
            by: "Julie Bernard",
            at: "j.bernard",
            """
            Le rapport est joint.

            S|Julie

            D|L'intégrité de ce message n'étant pas assurée sur internet, la Région ne peut être tenue responsable de son contenu.
            """
        ),
        MarkedBody(
            "disclaimer: no answer here",
            by: "Guichet",
            at: "guichet",
            """
            Votre dossier est complet.

            S|Le guichet unique

            D|Ceci est un message automatique, merci de ne pas y répondre.
            """
        ),
        MarkedBody(
            "personal data with an address",
            by: "Guichet",
            at: "guichet",
            """
            Votre dossier est complet.

            Cordialement,
            S|Le service scolaire

            D|Vos données personnelles sont traitées par la commune pour la gestion de votre demande. Vous pouvez y accéder ou les faire rectifier en écrivant à dpo@lannion.example. En savoir plus : www.lannion.example/rgpd
            """
        ),
        MarkedBody(
            "professional secrecy",
            by: "Julie Bernard",
            at: "j.bernard",
            """
            Le rapport est joint.

            Cordialement,
            S|Julie Bernard
            S|Assistante sociale

            D|Document soumis au secret professionnel (art. 226-13 du code pénal). Toute divulgation est interdite.
            """
        ),
        MarkedBody(
            "English: views",
            by: "Tom Hall",
            at: "t.hall",
            """
            Noted, thanks.

            S|Tom

            D|Any views or opinions presented in this email are solely those of the author and do not necessarily represent those of the council.
            """
        ),
        MarkedBody(
            "English: monitored",
            by: "Tom Hall",
            at: "t.hall",
            """
            Noted.

            Regards
            S|Tom Hall

            D|Emails sent to and from this authority may be monitored and disclosed under the Freedom of Information Act 2000.
            """
        ),
        MarkedBody(
            "German with a company line",
            by: "Jens Maier",
            at: "j.maier",
            """
            Der Plan ist angehängt.

            Mit freundlichen Grüßen
            S|Jens Maier
            S|Ingenieurbüro Maier GmbH
            S|Geschäftsführer: Jens Maier, Amtsgericht Kehl HRB 0000

            D|Der Inhalt dieser E-Mail ist vertraulich und ausschließlich für den bezeichneten Adressaten bestimmt.
            """
        ),
        MarkedBody(
            "Spanish: before printing",
            by: "Marta Ruiz",
            at: "mruiz",
            """
            Adjunto el plano.

            Saludos,
            S|Marta Ruiz

            S|Antes de imprimir este correo, piense en el medio ambiente.

            D|AVISO LEGAL: Este mensaje es confidencial. Si usted no es el destinatario, le rogamos que lo elimine.
            """
        ),
        MarkedBody(
            "Italian: privacy law",
            by: "Anna Conti",
            at: "a.conti",
            """
            Il verbale è allegato.

            Cordiali saluti,
            S|Anna Conti

            D|Ai sensi del Regolamento UE 2016/679 si precisa che le informazioni contenute in questo messaggio sono riservate al destinatario.
            """
        ),
        MarkedBody(
            "banner with stars",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            D|*** ATTENTION : courriel externe ***

            On décale à mardi ?

            S|Paul
            """
        ),
        MarkedBody(
            "banner over three lines",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            X|-------------------------------------
            D|Message provenant d'un expéditeur extérieur.
            D|N'ouvrez pas les pièces jointes et ne cliquez pas sur les liens en cas de doute.
            X|-------------------------------------

            On décale à mardi ?
            """
        ),
        MarkedBody(
            "ticket number mark",
            by: "Support",
            at: "support",
            """
            D|--- Répondez au-dessus de cette ligne pour ajouter un commentaire ---

            Bonjour,

            Le certificat est renouvelé.

            Cordialement,
            S|Le support
            """
        ),
        MarkedBody(
            "list footer with leave address",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Qui a un modèle ?

            S|Paul
            X|_______________________________________________
            D|Secretaires-de-mairie mailing list -- secretaires@listes.example
            D|To unsubscribe send an email to secretaires-leave@listes.example
            """
        ),
        MarkedBody(
            "newsletter foot",
            by: "Réseau rural",
            at: "lettre",
            """
            La journée du 12 est complète.

            S|L'équipe du Réseau rural

            D|Vous ne souhaitez plus recevoir nos messages ? Désinscrivez-vous ici : https://r.example/stop
            """
        ),
        MarkedBody(
            "late attachment excuse",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Voici le plan.

            Cordialement,

            S|Paul Ferrand
            S|Amicale laïque

            Désolé, la pièce jointe était restée sur mon bureau.
            """
        ),
        MarkedBody(
            "late sentence with vous",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Voici le plan.

            Cordialement,

            S|Paul Ferrand

            Vous trouverez aussi la facture de mars en pièce jointe.
            """
        ),
        MarkedBody(
            "late line of a date",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            Voici le plan.

            Bien à vous
            S|Paul Ferrand

            PS n°1 : le plan date de 2019.
            PS n°2 : la salle est au rez-de-chaussée.
            """
        ),
        MarkedBody(
            "words around the mark",
            by: "Paul Ferrand",
            at: "p.ferrand",
            """
            On passe mardi.

            S|Envoyé de mon iPhone

            Et on rapporte l'échelle !
            """
        ),
    ]
}
