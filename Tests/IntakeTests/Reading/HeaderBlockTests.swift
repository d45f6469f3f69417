import Testing

@testable import Intake

@Suite("Header blocks") struct HeaderBlockTests {
    @Test("French programs", arguments: french) func readsFrench(_ row: HeaderCase) throws {
        try row.check()
    }

    @Test("no addresses", arguments: unaddressed) func readsUnaddressed(_ row: HeaderCase) throws {
        try row.check()
    }

    @Test("laid out oddly", arguments: odd) func readsOdd(_ row: HeaderCase) throws {
        try row.check()
    }

    @Test("Lotus Notes", arguments: notes) func readsNotes(_ row: HeaderCase) throws {
        try row.check()
    }

    @Test("long values are cut") func longValues() throws {
        let long = String(repeating: "é", count: 1_000)
        let text =
            "De : Paul Riou <p@gue.example>\nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : Ana\nObjet : "
        let lines = BodyLine.lines(of: text + long + "\n\nOui.")
        let found = try #require(QuoteHeader.starting(at: 0, in: lines[...]))
        #expect(found.subject == String(repeating: "é", count: 200))
    }

    @Test("two lines in the midst of a mail") func twoLines() {
        let text = "Oui.\nNathalie\n\nFrom: Paul Riou\nDate: 3 November 2026\n\nReady?"
        let lines = BodyLine.lines(of: text)
        let found = QuoteHeader.starting(at: 3, in: lines[...])
        #expect(found?.author == "Paul Riou")
        #expect(found?.date == "3 November 2026")
        #expect(found?.end == 5)
        #expect(QuoteHeader.starting(at: 0, in: lines[3...].map { $0 }[...]) == nil)
    }

    @Test("forwards", arguments: forwards) func readsForwards(_ row: HeaderCase) throws {
        try row.check()
    }

    @Test("other languages", arguments: other) func readsOther(_ row: HeaderCase) throws {
        try row.check()
    }

    static let paul = "Paul Riou <p@gue.example>"

    static let french: [HeaderCase] = [
        .block(
            "De : Paul Riou <p@gue.example>\nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : Nathalie\nObjet : salle",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De : Paul Riou\nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : Nathalie\nCc : Accueil\nObjet : salle",
            "Paul Riou",
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "-----Message d'origine-----\nDe : Paul Riou [mailto:p@gue.example] \nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : Nathalie\nObjet : salle",
            "Paul Riou [mailto:p@gue.example]",
            "mardi 3 novembre 2026 10:12",
            "salle",
            below: "\nBonjour,"
        ),
        .block(
            "________________________________\nDe : Paul Riou <p@gue.example>\nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : Nathalie <n@gue.example>\nObjet : salle",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De : Paul Riou <p@gue.example>\nDate : mardi, 3 novembre 2026 à 10:12\nÀ : Nathalie <n@gue.example>\nObjet : salle",
            paul,
            "mardi, 3 novembre 2026 à 10:12",
            "salle"
        ),
        .block(
            "De : Paul Riou <p@gue.example>\nEnvoyé le : mardi 3 novembre 2026 10:12\nÀ : Nathalie\nObjet : salle\nImportance : Haute",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "----- Mail original -----\nDe: \"Paul Riou\" <p@gue.example>\nÀ: \"N\" <n@gue.example>\nEnvoyé: Mardi 3 Novembre 2026 10:12:44\nObjet: salle",
            "\"Paul Riou\" <p@gue.example>",
            "Mardi 3 Novembre 2026 10:12:44",
            "salle"
        ),
        .block(
            "De: \"Paul Riou\" <p@gue.example>\nÀ: \"N\" <n@gue.example>\nCc: \"A\" <a@gue.example>,\n \"B\" <b@gue.example>\nEnvoyé: Mardi 3 Novembre 2026 10:12:44\nObjet: salle",
            "\"Paul Riou\" <p@gue.example>",
            "Mardi 3 Novembre 2026 10:12:44",
            "salle"
        ),
        .block(
            "-------- Message d'origine --------\nDe : Paul Riou <p@gue.example>\nDate : 03/11/2026 10:12 (GMT+01:00)\nÀ : n@gue.example\nObjet : salle",
            paul,
            "03/11/2026 10:12 (GMT+01:00)",
            "salle"
        ),
        .block(
            "envoyé : 3 novembre 2026 à 10:12\nde : Paul Riou <p@gue.example>\nà : n@gue.example\nobjet : salle",
            paul,
            "3 novembre 2026 à 10:12",
            "salle"
        ),
        .block(
            "Message du 12/11/26 10:12\nDe : \"Paul Riou\" <p@gue.example>\nA : n@gue.example\nCopie à :\nObjet : salle",
            "\"Paul Riou\" <p@gue.example>",
            "12/11/26 10:12",
            "salle"
        ),
        .block(
            "> Message du 12/11/26 10:12\n> De : Paul Riou <p@gue.example>\n> A : n@gue.example\n> Copie à : \n> Objet : salle",
            paul,
            "12/11/26 10:12",
            "salle",
            below: "\n>\n> Bonjour,"
        ),
        .block(
            "---------- Message original ----------\nDe : Paul Riou <p@gue.example>\nDate : 03/11/2026 10:12\nObjet : salle",
            paul,
            "03/11/2026 10:12",
            "salle"
        ),
        .block(
            "De : Paul Riou <p@gue.example>\nDate : 03/11/2026 10:12",
            paul,
            "03/11/2026 10:12",
            nil
        ),
        .block(
            "De : p@gue.example\nDate : 3 nov. 2026 à 10:12\nÀ : n@gue.example\nObjet : salle",
            "p@gue.example",
            "3 nov. 2026 à 10:12",
            "salle"
        ),
        .block(
            "------ Message d'origine ------\nDe \"Paul Riou\" <p@gue.example>\nÀ n@gue.example\nDate 03/11/2026 10:12:33\nObjet salle",
            "\"Paul Riou\" <p@gue.example>",
            "03/11/2026 10:12:33",
            "salle"
        ),
        .block(
            "-------- Message original --------\nSujet : \tsalle\nDate : \tTue, 3 Nov 2026 10:12:10 +0100\nDe : \tPaul Riou <p@gue.example>\nPour : \tn@gue.example",
            paul,
            "Tue, 3 Nov 2026 10:12:10 +0100",
            "salle"
        ),
        .block(
            "De : Paul Riou <p@gue.example>\nObjet : salle\nDate : 3 novembre 2026 à 10:12:33 UTC+1\nÀ : n@gue.example\nRépondre à : p@gue.example",
            paul,
            "3 novembre 2026 à 10:12:33 UTC+1",
            "salle"
        ),
        HeaderCase(
            text:
                "------- Original Message -------\nLe mardi 3 novembre 2026 à 10:12, Paul <p@gue.example> a écrit :\n\n> Bonjour",
            kind: .replyLine,
            end: 2,
            author: "Paul <p@gue.example>",
            date: "mardi 3 novembre 2026 à 10:12"
        ),
        HeaderCase(
            text:
                "------- Message original -------\nLe mardi 3 novembre 2026 à 10:12, Paul <p@gue.example> a écrit :\n\n> Bonjour",
            kind: .replyLine,
            end: 2,
            author: "Paul <p@gue.example>",
            date: "mardi 3 novembre 2026 à 10:12"
        ),
    ]

    /// As programs write them where the address is not shown.
    static let unaddressed: [HeaderCase] = [
        .block(
            "De : Elus-SP61\nEnvoyé : mercredi 22 janvier 2025 09:15\nÀ : SP\nObjet : salle",
            "Elus-SP61",
            "mercredi 22 janvier 2025 09:15",
            "salle"
        ),
        .block(
            "De : accueil\nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : SP\nObjet : salle",
            "accueil",
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De : Paul Riou\nDate : mardi 3 novembre 2026 à 10:12\nÀ : Ana Gil\nObjet : salle",
            "Paul Riou",
            "mardi 3 novembre 2026 à 10:12",
            "salle"
        ),
        .block(
            "De: Paul Riou\nObjet: salle\nDate: 3 novembre 2026 à 10:12:33 UTC+1\nÀ: Ana Gil",
            "Paul Riou",
            "3 novembre 2026 à 10:12:33 UTC+1",
            "salle"
        ),
        .block(
            "From: Paul Riou\nSent: 03 November 2026 10:12\nTo: Ana Gil\nSubject: hall",
            "Paul Riou",
            "03 November 2026 10:12",
            "hall"
        ),
    ]

    static let odd: [HeaderCase] = [
        .block(
            "*De :* Paul Riou <p@gue.example>\n*Envoyé :* mardi 3 novembre 2026 10:12\n*À :* Nathalie\n*Objet :* salle",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "**De :** Paul Riou <p@gue.example>\n**Envoyé :** mardi 3 novembre 2026 10:12\n**À :** Nathalie\n**Objet :** salle",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De\u{A0}: Paul Riou <p@gue.example>\nEnvoyé\u{A0}: mardi 3 novembre 2026 10:12\nÀ\u{A0}: Nathalie\nObjet\u{A0}: salle",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De:Paul Riou <p@gue.example>\nEnvoyé:mardi 3 novembre 2026 10:12\nÀ:Nathalie\nObjet:salle",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De : Paul Riou <p@gue.example>\n\nEnvoyé : mardi 3 novembre 2026 10:12\n\nÀ : Nathalie\n\nObjet : salle",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De :\nPaul Riou <p@gue.example>\nEnvoyé :\nmardi 3 novembre 2026 10:12\nÀ :\nNathalie\nObjet :\nsalle",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De :\n\nPaul Riou <p@gue.example>\n\nDate :\n\n3 novembre 2026 10:12\n\nÀ :\n\nn@gue.example\n\nObjet :\n\nsalle",
            paul,
            "3 novembre 2026 10:12",
            "salle",
            below: "\n\n\nBonjour,"
        ),
        .block(
            "De : Paul Riou\n<p@gue.example>\nEnvoyé : mardi 3 novembre\n2026 10:12\nÀ : Nathalie\nObjet : la salle des\nfêtes\nImportance : haute",
            paul,
            "mardi 3 novembre 2026 10:12",
            "la salle des fêtes"
        ),
        .block(
            "De : Paul Riou <p@gue.example>\nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : Nathalie <n@gue.example>; Anne <a@gue.example>;\nJean <j@gue.example>\nObjet : salle",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De : Paul Riou <p@gue.example> Envoyé : mardi 3 novembre 2026 10:12 À : Nathalie Objet : salle",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De: Paul Riou <p@gue.example> Date: 03/11/2026 10:12 À: Nathalie Objet: salle",
            paul,
            "03/11/2026 10:12",
            "salle"
        ),
        .block(
            "De : Paul Riou <p@gue.example>\nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : Nathalie\nObjet :",
            paul,
            "mardi 3 novembre 2026 10:12",
            nil
        ),
        .block(
            "DE : PAUL RIOU <P@GUE.EXAMPLE>\nENVOYE : MARDI 3 NOVEMBRE 2026 10:12\nA : NATHALIE\nOBJET : SALLE",
            "PAUL RIOU <P@GUE.EXAMPLE>",
            "MARDI 3 NOVEMBRE 2026 10:12",
            "SALLE"
        ),
        .block(
            "De : Paul Riou <p@gue.example>\nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : Nathalie\nObjet : RE: demande de rendez-vous au sujet de la grande salle des fêtes de la\ncommune du Gué",
            paul,
            "mardi 3 novembre 2026 10:12",
            "RE: demande de rendez-vous au sujet de la grande salle des fêtes de la commune du Gué"
        ),
        .block(
            "* De :\tPaul Riou <p@gue.example>\n* Envoyé :\tmardi 3 novembre 2026 10:12\n* À :\tNathalie\n* Objet :\tsalle",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De : Paul Riou <p@gue.example>\nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : Jean Dupont, Paul Martin, Luc Durand, Anne Petit, Marie Blanc, Claude\nNoir, Julie Roux, Marc Gris, Lise Vert, Hugo Bleu, Emma Rose, Louis\nBrun, Zoé Jaune, Théo Mauve, Léa Orange, Tom Violet, Eva Cyan, Max\nBeige, Inès Ocre, Noé Azur, Lou Carmin, Sam Indigo\nCc : Accueil\nObjet : salle",
            "Paul Riou <p@gue.example>",
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De\tPaul Riou <p@gue.example>\nDate\t03/11/2026 10:12\nÀ\tn@gue.example\nObjet\tsalle",
            "Paul Riou <p@gue.example>",
            "03/11/2026 10:12",
            "salle"
        ),
        .block(
            "De : Paul Riou <p@gue.example> À : n@gue.example Envoyé : mardi 3 novembre 2026 10:12 Objet : salle des fêtes : devis",
            "Paul Riou <p@gue.example>",
            "mardi 3 novembre 2026 10:12",
            "salle des fêtes : devis"
        ),
        .block(
            "Message d'origine\nDe : Paul Riou <p@gue.example>\nDate : 03/11/2026 10:12\nObjet : salle",
            "Paul Riou <p@gue.example>",
            "03/11/2026 10:12",
            "salle"
        ),
        .block(
            "* From: Paul Riou <p@gue.example>\n* Date: Tue, 3 Nov 2026 10:12:10 +0100\n* To: n@gue.example\n* Subject: hall",
            "Paul Riou <p@gue.example>",
            "Tue, 3 Nov 2026 10:12:10 +0100",
            "hall"
        ),
        .block(
            "----Message d'origine----\nDe : p@gue.example\nDate : 03/11/2026 - 10:12 (CEST)\nA : n@gue.example\nObjet : salle",
            "p@gue.example",
            "03/11/2026 - 10:12 (CEST)",
            "salle"
        ),
        .block(
            "-------- Message original --------\nSujet :\tsalle\nDate de renvoi :\tTue, 3 Nov 2026 11:00:00 +0100\nDe (renvoi) :\ta@gue.example\nPour (renvoi) :\tb@gue.example\nDate :\tTue, 3 Nov 2026 10:12:10 +0100\nDe :\tPaul Riou <p@gue.example>\nPour :\tn@gue.example",
            "Paul Riou <p@gue.example>",
            "Tue, 3 Nov 2026 10:12:10 +0100",
            "salle"
        ),
        .block(
            "-----Rendez-vous d'origine-----\nDe : Paul Riou\nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : Paul Riou; Nathalie\nObjet : réunion\nDate : jeudi 5 novembre 2026 14:00-15:00 (UTC+01:00) Bruxelles, Paris.\nOù : salle du conseil",
            "Paul Riou",
            "mardi 3 novembre 2026 10:12",
            "réunion"
        ),
        .block(
            "Expéditeur: Paul Riou <p@gue.example>\nDate: 3 novembre 2026 à 10:12:33 UTC+1\nDestinataire: n@gue.example\nObjet: Rép : salle",
            "Paul Riou <p@gue.example>",
            "3 novembre 2026 à 10:12:33 UTC+1",
            "Rép : salle"
        ),
        HeaderCase(
            text: "--- Below this line is a copy of the message.\n\nBonjour",
            kind: .block,
            end: 1
        ),
    ]

    static let notes: [HeaderCase] = [
        .block(
            "Paul Riou\n<p@gue.example>\n03/11/2026 10:12:33\nPour : n@gue.example\ncc :\nObjet : salle",
            paul,
            "03/11/2026 10:12:33",
            "salle"
        ),
        .block(
            "\"Paul Riou\" <p@gue.example> 03/11/2026 10:12\nVeuillez répondre à p@gue.example\nPour\nn@gue.example\ncc\nObjet\nsalle",
            "\"Paul Riou\" <p@gue.example>",
            "03/11/2026 10:12",
            "salle"
        ),
        .block(
            "Paul Riou ---03/11/2026 10:12:33---Bonjour, la salle est prise\n\nDe :\tPaul Riou <p@gue.example>\nPour :\tn@gue.example\nDate :\t03/11/2026 10:12\nObjet :\tsalle\nEnvoyé par :\ta@gue.example",
            paul,
            "03/11/2026 10:12",
            "salle"
        ),
        .reply(
            "Paul Riou ---03/11/2026 10:12:33---Bonjour, oui",
            "Paul Riou",
            "03/11/2026 10:12:33"
        ),
        .block(
            "De la part de : Paul Riou <p@gue.example>\nEnvoyé : mardi 3 novembre 2026 10:12\nÀ : Nathalie\nObjet : salle\nConfidentialité : Privé",
            paul,
            "mardi 3 novembre 2026 10:12",
            "salle"
        ),
        .block(
            "De :\tPaul Riou <p@gue.example>\nPour :\tn@gue.example\ncc :\t\nDate :\t03/11/2026 10:12\nObjet :\tsalle",
            paul,
            "03/11/2026 10:12",
            "salle"
        ),
        .block(
            "De :        Paul Riou/GUE/FR\nA :        Nathalie Perrin/GUE/FR@GUE\nDate :        03/11/2026 10:12\nObjet :        salle",
            "Paul Riou/GUE/FR",
            "03/11/2026 10:12",
            "salle"
        ),
        .block(
            "Paul Riou <p@gue.example>\n03/11/2026 10:12\nPour\n n@gue.example\ncc\n\nObjet\n salle",
            paul,
            "03/11/2026 10:12",
            "salle"
        ),
        .block(
            "             Paul Riou\n             <p@gue.example>\n                                    Pour\n             03/11/2026 10:12\n             n@gue.example\n                                      cc\n\n                                   Objet\n             salle",
            "Paul Riou <p@gue.example>",
            "03/11/2026 10:12",
            "salle"
        ),
        .forward(
            "----- Transféré par Anne Le Goff/GUE le 04/11/2026 09:00 -----\n\nDe :\tPaul Riou <p@gue.example>\nPour :\tn@gue.example\nDate :\t03/11/2026 10:12\nObjet :\tsalle",
            paul,
            "03/11/2026 10:12",
            "salle"
        ),
        .forward(
            "----- Réacheminé par Anne Le Goff/GUE le 04/11/2026 09:00 -----\nDe : Paul Riou <p@gue.example>\nA : n@gue.example\nDate : 03/11/2026 10:12\nObjet : salle",
            paul,
            "03/11/2026 10:12",
            "salle"
        ),
        .forward(
            "----- Forwarded by Anne Le Goff/GUE on 11/04/2026 09:00 AM -----\n\nFrom:\tPaul Riou <p@gue.example>\nTo:\tn@gue.example\nDate:\t11/03/2026 10:12 AM\nSubject:\thall",
            paul,
            "11/03/2026 10:12 AM",
            "hall"
        ),
        .block(
            "-----Paul Riou <p@gue.example> a écrit : -----\nA : n@gue.example\nDe : Paul Riou <p@gue.example>\nDate : 03/11/2026 10:12\nObjet : salle",
            paul,
            "03/11/2026 10:12",
            "salle"
        ),
        .block(
            "-----\"Paul Riou\" <p@gue.example> wrote: -----\nTo: n@gue.example\nFrom: Paul Riou <p@gue.example>\nDate: 11/03/2026 10:12AM\nSubject: hall",
            paul,
            "11/03/2026 10:12AM",
            "hall"
        ),
        .block(
            "Paul Riou <p@gue.example>\n03/11/2026 10:12\nVeuillez répondre à\np@gue.example\n\nPour\nn@gue.example\ncc\n\nObjet\nsalle",
            paul,
            "03/11/2026 10:12",
            "salle"
        ),
        .forward(
            "----- Transféré par Cabinet/GUE le 05/11/2026 09:14 -----\n\nPaul Riou <p@gue.example>\n\n03/11/2026 10:12\tA\tn@gue.example\ncc\tObjet\tsalle",
            paul,
            "03/11/2026 10:12",
            "salle"
        ),
    ]

    @Test(
        "a line ends the mail above it",
        arguments: [
            ("----- Fin du message transféré -----", true),
            ("----- End forwarded message -----", true),
            ("----- Fin du message de Paul Riou -----", true),
            ("----- End message from p -----", true),
            ("-----Message d'origine-----", false), ("Fin du message", false), ("-----", false),
            ("--- fin du chantier ---", false), ("", false),
        ]
    ) func ends(_ text: String, _ isEnd: Bool) {
        #expect(QuoteHeader.endsMail(BodyLine(text[...])) == isEnd, "\(text)")
    }
}
