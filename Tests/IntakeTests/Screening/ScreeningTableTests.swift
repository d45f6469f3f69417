import Mail
import Testing

@testable import Intake

@Suite("Screening, row by row") struct ScreeningTableTests {
    @Test("each row decides what no other row decides alike", arguments: cases.keys.sorted())
    func row(_ code: String) throws {
        let sample = try #require(Self.cases[code])
        let screening = sample.screening()
        let test = try #require(Screener.table.first { $0.code == code })
        #expect(screening.reason?.code == code)
        #expect(screening.reason?.automatic == test.automatic)
        #expect(screening.reason?.evidence.isEmpty == false)
        switch (screening, test.outcome) {
        case (.fileOnly, .fileOnly), (.setAside, .setAside): break
        default: Issue.record("wrong outcome: \(screening)")
        }
        let without = sample.screening(without: code)
        #expect(without == .answer || without.reason?.automatic != test.automatic)
    }

    @Test("each row has a case, and its code once") func complete() {
        let codes = Screener.table.map(\.code)
        #expect(Set(codes) == Set(Self.cases.keys))
        #expect(Set(codes).count == codes.count)
    }

    private static func report(_ type: String) -> BodyPart {
        BodyPart(mediaType: "multipart/report", parameters: ["report-type": type])
    }

    private static let calendar = BodyPart(
        mediaType: "multipart/mixed",
        children: [
            BodyPart(mediaType: "text/plain"),
            BodyPart(mediaType: "text/calendar", parameters: ["method": "REQUEST"]),
        ]
    )

    private static let plain = "La cantine de Lannion."

    static let cases: [String: ScreeningCase] = [
        "own-address": ScreeningCase("ours with detail", from: "Incubateur+a1b2@anct.example"),
        "own-loop": ScreeningCase("X-Loop", fields: ["X-Loop": "<incubateur@anct.example>"]),
        "delivery-report": ScreeningCase("RFC 3464", root: report("delivery-status"), plain),
        "failed-recipients": ScreeningCase("Exim", fields: ["X-Failed-Recipients": "a@b.example"]),
        "bounce-null-path": ScreeningCase(
            "wording behind a null path that nothing else names",
            path: .null,
            "Nous avons le regret de vous informer que ce destinataire est introuvable."
        ),
        "bounce-sender": ScreeningCase(
            "postmaster and wording",
            from: "postmaster@mx.example",
            displayName: nil,
            subject: "Échec de la remise",
            "Nous ne pouvons rien faire de plus."
        ),
        "bounce-wording": ScreeningCase(
            "subject and body",
            from: "support@hebergeur.example",
            displayName: "Hébergeur",
            subject: "Message non distribué",
            "Votre message n'a pas pu être remis à mairie@x.example : boîte pleine."
        ),
        "mailer-daemon": ScreeningCase(
            "sender alone",
            from: "MAILER-DAEMON@mx.example",
            displayName: nil,
            plain
        ),
        "disposition": ScreeningCase("RFC 8098", root: report("disposition-notification"), plain),
        "receipt-class": ScreeningCase(
            "Exchange",
            fields: ["X-MS-Exchange-Message-Class": "REPORT.IPM.Note.IPNRN"],
            plain
        ),
        "receipt-wording": ScreeningCase(
            "Outlook's read receipt",
            subject: "Lu : Votre demande",
            "Votre message\n\n   À : Nathalie Perrin\n   Objet : Votre demande\n\na été lu le 24/11/2026 07:58."
        ),
        "calendar-part": ScreeningCase("RFC 6047", root: calendar, plain),
        "calendar-class": ScreeningCase(
            "Exchange",
            fields: ["Content-Class": "urn:content-classes:calendarmessage"],
            plain
        ),
        "calendar-wording": ScreeningCase(
            "subject and body",
            subject: "Accepté : point cantine",
            "Nathalie Perrin a accepté cette invitation."
        ),
        "auto-replied": ScreeningCase(
            "RFC 3834",
            fields: ["Auto-Submitted": "(vacation) Auto-Replied; x=1"],
            plain
        ),
        "x-autoreply": ScreeningCase("any value", fields: ["X-Autoreply": "yes"], plain),
        "precedence-auto-reply": ScreeningCase(
            "osTicket",
            fields: ["Precedence": "auto_reply"],
            plain
        ),
        "autoresponder": ScreeningCase("qmail", fields: ["Delivered-To": "Autoresponder"], plain),
        "inbox-rule": ScreeningCase(
            "an Exchange rule",
            fields: [
                "X-MS-Exchange-Inbox-Rules-Loop": "n.perrin@ville-lannion.example",
                "X-Auto-Response-Suppress": "All",
            ],
            plain
        ),
        "challenge": ScreeningCase(
            "MailInBlack",
            subject: "Votre message est en attente",
            "Pour délivrer votre message, cliquez sur le bouton : ma boîte est protégée par Mailinblack."
        ),
        "absence-subject": ScreeningCase(
            "subject and a second sign",
            subject: "Réponse automatique : Votre demande",
            "Pour toute urgence, l'accueil vous répond au 02 96 00 00 00."
        ),
        "absence-wording": ScreeningCase(
            "absence and substitute",
            subject: "Re: Votre demande",
            "Bonjour,\nJe suis en congés jusqu'au 7 décembre. Merci d'appeler l'accueil."
        ),
        "closure-wording": ScreeningCase(
            "a closed office, in answer",
            subject: "Re: Votre demande",
            "La mairie est fermée jusqu'au 4 janvier."
        ),
        "mailbox-state": ScreeningCase(
            "nobody reads it",
            subject: "Votre demande",
            "Cette boîte n'est plus relevée. Veuillez écrire à accueil@ville.example."
        ),
        "receipt-of-mail": ScreeningCase(
            "acknowledgement",
            subject: "Accusé de réception",
            "Votre courriel est bien parvenu à la mairie."
        ),
        "spam-verdict": ScreeningCase("filter", fields: ["X-Spam-Flag": "YES"]),
        "complaint": ScreeningCase("RFC 5965", root: report("feedback-report"), plain),
        "ticket-system": ScreeningCase("GLPI", fields: ["X-GLPI-Itemtype": "Ticket"], plain),
        "ticket-line": ScreeningCase(
            "first line",
            "##- Répondre au-dessus de cette ligne -##\n\nLa cantine."
        ),
        "tool": ScreeningCase("forge", fields: ["X-GitLab-Project": "cantine"], plain),
        "list-id": ScreeningCase("RFC 2919", fields: ["List-Id": "<dgs.reseau.example>"]),
        "list-manager": ScreeningCase("Mailman", fields: ["X-BeenThere": "dgs@reseau.example"]),
        "list-unsubscribe": ScreeningCase(
            "RFC 2369 and a foot",
            fields: ["List-Unsubscribe": "<https://x.example/u>"],
            "La lettre des maires.\n\nSe désabonner"
        ),
        "precedence-list": ScreeningCase("bulk", fields: ["Precedence": "bulk"]),
        "mass-mailer": ScreeningCase("Brevo", fields: ["X-Mailin-EID": "MTk4"], plain),
        "list-sender": ScreeningCase("newsletter@", from: "newsletter@reseau.example"),
        "auto-submitted": ScreeningCase("generated", fields: ["Auto-Submitted": "auto-generated"]),
        "feedback-id": ScreeningCase("campaign", fields: ["Feedback-ID": "77:1:campaign:x"], plain),
        "machine-generated": ScreeningCase(
            "FirstClass",
            fields: ["X-FC-MachineGenerated": "true"]
        ),
        "no-reply-request": ScreeningCase("a form's relay", from: "contact-noreply@ville.example"),
        "no-reply": ScreeningCase("no-reply@", from: "no-reply@demarches.example", plain),
        "device-sender": ScreeningCase("a copier", from: "scan-accueil@ville.example", plain),
        "device-request": ScreeningCase("words of a person", from: "copieur2@ville.example"),
        "robot-request": ScreeningCase("a site's form", from: "wordpress@ville.example"),
        "robot-sender": ScreeningCase("cron", from: "root@serveur.example", plain),
        "notice-wording": ScreeningCase(
            "an account",
            from: "equipe@carte.example",
            subject: "Réinitialisation du mot de passe",
            "Ce lien expire dans une heure."
        ),
        "newsletter-wording": ScreeningCase(
            "the foot alone",
            subject: "L'essentiel de la semaine",
            "Dotations, laïcité, portrait : les nouvelles des communes et de leurs élus, chaque vendredi, lues par dix mille maires en France.\n\nVous recevez cette lettre. Se désabonner. Voir dans le navigateur."
        ),
        "notification-wording": ScreeningCase(
            "two phrases of machines",
            "Un dossier a été déposé. Ceci est un message automatique, merci de ne pas y répondre."
        ),
        "null-path-request": ScreeningCase("a gateway's doing", path: .null),
        "null-reverse-path": ScreeningCase("null path alone", path: .null, plain),
        "dmarc-fail": ScreeningCase(
            "trusted server",
            fields: ["Authentication-Results": "mx.anct.example; spf=pass; dmarc=fail (p=none)"]
        ),
    ]
}
