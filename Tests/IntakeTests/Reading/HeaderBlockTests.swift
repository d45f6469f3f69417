import Testing

@testable import Intake

@Suite("Header blocks") struct HeaderBlockTests {
    @Test("French programs", arguments: french) func readsFrench(_ row: HeaderCase) throws {
        try row.check()
    }

    @Test("laid out oddly", arguments: odd) func readsOdd(_ row: HeaderCase) throws {
        try row.check()
    }

    @Test("Lotus Notes", arguments: notes) func readsNotes(_ row: HeaderCase) throws {
        try row.check()
    }

    @Test("forwards", arguments: forwards) func readsForwards(_ row: HeaderCase) throws {
        try row.check()
    }

    @Test("other languages", arguments: other) func readsOther(_ row: HeaderCase) throws {
        try row.check()
    }

    private static let paul = "Paul Riou <p@gue.example>"

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
    ]

    static let notes: [HeaderCase] = [
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

    static let forwards: [HeaderCase] = [
        .forward(
            "---------- Forwarded message ---------\nDe : Paul Riou <p@gue.example>\nDate: mar. 3 nov. 2026 à 10:12\nSubject: salle\nTo: <n@gue.example>",
            paul,
            "mar. 3 nov. 2026 à 10:12",
            "salle"
        ),
        .forward(
            "-------- Message transféré --------\nSujet : \tsalle\nDate : \tTue, 3 Nov 2026 10:12:10 +0100\nDe : \tPaul Riou <p@gue.example>\nPour : \tn@gue.example",
            paul,
            "Tue, 3 Nov 2026 10:12:10 +0100",
            "salle"
        ),
        .forward(
            "Début du message réexpédié :\n\nDe: Paul Riou <p@gue.example>\nObjet: salle\nDate: 3 novembre 2026 à 10:12:33 UTC+1\nÀ: n@gue.example",
            paul,
            "3 novembre 2026 à 10:12:33 UTC+1",
            "salle"
        ),
        .forward(
            "Début du message transféré :\n\n> De : Paul Riou <p@gue.example>\n> Date : 3 novembre 2026 à 10:12:33 UTC+1\n> À : n@gue.example\n> Objet : salle",
            paul,
            "3 novembre 2026 à 10:12:33 UTC+1",
            "salle"
        ),
        .forward(
            "----- Mail transféré -----\nDe: \"Paul Riou\" <p@gue.example>\nÀ: \"N\" <n@gue.example>\nEnvoyé: Mardi 3 Novembre 2026 10:12:44\nObjet: salle",
            "\"Paul Riou\" <p@gue.example>",
            "Mardi 3 Novembre 2026 10:12:44",
            "salle"
        ),
        .forward(
            "------- Forwarded Message -------\nDe : Paul Riou <p@gue.example>\nDate : Le mardi 3 novembre 2026 à 10:12\nObjet : salle\nÀ : n@gue.example",
            paul,
            "Le mardi 3 novembre 2026 à 10:12",
            "salle"
        ),
        .forward(
            "---------- Message transféré ----------\nDe : Paul Riou <p@gue.example>\nDate : 3 novembre 2026 à 10:12\nObjet : salle\nÀ : n@gue.example",
            paul,
            "3 novembre 2026 à 10:12",
            "salle"
        ),
        .forward(
            "Begin forwarded message:\n\nFrom: Paul Riou <p@gue.example>\nSubject: hall\nDate: November 3, 2026 at 10:12:33 AM GMT+1\nTo: n@gue.example",
            paul,
            "November 3, 2026 at 10:12:33 AM GMT+1",
            "hall"
        ),
        .forward(
            "-------- Forwarded Message --------\nSubject: \thall\nDate: \tTue, 3 Nov 2026 10:12:10 +0100\nFrom: \tPaul Riou <p@gue.example>\nTo: \tn@gue.example",
            paul,
            "Tue, 3 Nov 2026 10:12:10 +0100",
            "hall"
        ),
        .forward(
            "============ Forwarded message ============\nFrom : Paul Riou <p@gue.example>\nTo : n@gue.example\nDate : Tue, 03 Nov 2026 10:12:33 +0100\nSubject : hall",
            paul,
            "Tue, 03 Nov 2026 10:12:33 +0100",
            "hall"
        ),
        .forward(
            "----- Forwarded message from Paul Riou <p@gue.example> -----\n\nDate: Tue, 3 Nov 2026 10:12:10 +0100\nFrom: Paul Riou <p@gue.example>\nTo: n@gue.example\nSubject: hall",
            paul,
            "Tue, 3 Nov 2026 10:12:10 +0100",
            "hall"
        ),
        .forward(
            "----- Message transféré de Paul Riou <p@gue.example> -----",
            paul,
            nil,
            nil
        ),
        .block(
            "----- Message from Paul Riou <p@gue.example> on Tue, 3 Nov 2026 10:12:10 +0100 -----",
            paul,
            "Tue, 3 Nov 2026 10:12:10 +0100",
            nil
        ),
        HeaderCase(
            text: "-------- Message transféré --------\nBonjour",
            kind: .forward,
            end: 1
        ),
        HeaderCase(text: "-----Message d'origine-----\nBonjour", kind: .block, end: 1),
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

    static let other: [HeaderCase] = [
        named("From", "Sent", "To", "Subject", "Tuesday, November 3, 2026 10:12 AM"),
        named("From", "Date", "To", "Subject", "Tuesday, 3 November 2026 at 10:12"),
        named("Von", "Gesendet", "An", "Betreff", "Dienstag, 3. November 2026 10:12"),
        named("Von", "Datum", "An", "Betreff", "Dienstag, 3. November 2026 um 10:12"),
        named("De", "Enviado", "Para", "Asunto", "martes, 3 de noviembre de 2026 10:12"),
        named("De", "Fecha", "Para", "Asunto", "martes, 3 de noviembre de 2026, 10:12"),
        named("Da", "Inviato", "A", "Oggetto", "martedì 3 novembre 2026 10:12"),
        named("Da", "Data", "A", "Oggetto", "martedì 3 novembre 2026 alle ore 10:12"),
        named("Van", "Verzonden", "Aan", "Onderwerp", "dinsdag 3 november 2026 10:12"),
        named("De", "Enviada em", "Para", "Assunto", "terça-feira, 3 de novembro de 2026 10:12"),
        named("De", "Enviado", "Para", "Assunto", "3 de novembro de 2026 10:12"),
        named("Från", "Skickat", "Till", "Ämne", "den 3 november 2026 10:12"),
        named("Fra", "Sendt", "Til", "Emne", "3. november 2026 10:12"),
        named(
            "Lähettäjä",
            "Lähetetty",
            "Vastaanottaja",
            "Aihe",
            "tiistai 3. marraskuuta 2026 10.12"
        ),
        named("Od", "Wysłano", "Do", "Temat", "wtorek, 3 listopada 2026 10:12"),
        named("Od", "Odesláno", "Komu", "Předmět", "úterý 3. listopadu 2026 10:12"),
        named("Od", "Odoslané", "Komu", "Predmet", "utorok 3. novembra 2026 10:12"),
        named("Feladó", "Elküldve", "Címzett", "Tárgy", "2026. november 3., kedd 10:12"),
        named("De la", "Trimis", "Către", "Subiect", "marți, 3 noiembrie 2026 10:12"),
        named("Kimden", "Gönderildi", "Kime", "Konu", "3 Kasım 2026 Salı 10:12"),
        named("От", "Отправлено", "Кому", "Тема", "3 ноября 2026 г. 10:12"),
        named("Від", "Надіслано", "Кому", "Тема", "3 листопада 2026 р. 10:12"),
        named("Από", "Στάλθηκε", "Προς", "Θέμα", "Τρίτη, 3 Νοεμβρίου 2026 10:12"),
        named("De", "Enviat", "Per a", "Assumpte", "dimarts, 3 de novembre de 2026 10:12"),
        named("Từ", "Đã gửi", "Đến", "Chủ đề", "3 tháng 11 2026 10:12"),
        named("发件人", "发送时间", "收件人", "主题", "2026年11月3日 10:12"),
        named("差出人", "送信日時", "宛先", "件名", "2026年11月3日 10:12"),
        named("보낸 사람", "보낸 날짜", "받는 사람", "제목", "2026년 11월 3일 10:12"),
        named("Dari", "Dikirim", "Kepada", "Subjek", "3 November 2026 10:12"),
        named("מאת", "נשלח", "אל", "נושא", "3 בנובמבר 2026 10:12"),
        named("من", "تم الإرسال", "إلى", "الموضوع", "3 نوفمبر 2026 10:12"),
        named("Frá", "Sent þann", "Viðtakandi", "Efni", "3. nóvember 2026 10:12"),
        .forward(
            "---------- Пересылаемое сообщение ---------\nОт: Paul Riou <p@gue.example>\nДата: 3 нояб. 2026 10:12\nТема: hall\nКому: n@gue.example",
            paul,
            "3 нояб. 2026 10:12",
            "hall"
        ),
        .forward(
            "---------- Messaggio inoltrato ---------\nDa: Paul Riou <p@gue.example>\nDate: mar 3 nov 2026 alle ore 10:12\nSubject: hall\nTo: n@gue.example",
            paul,
            "mar 3 nov 2026 alle ore 10:12",
            "hall"
        ),
        .block(
            "-----Ursprüngliche Nachricht-----\nVon: Paul Riou <p@gue.example>\nGesendet: Dienstag, 3. November 2026 10:12\nAn: n@gue.example\nBetreff: hall",
            paul,
            "Dienstag, 3. November 2026 10:12",
            "hall"
        ),
        .block(
            "----- Mesaj vechi -----\nDe la: Paul Riou <p@gue.example>\nData: 3 noiembrie 2026 10:12",
            paul,
            "3 noiembrie 2026 10:12",
            nil
        ),
    ]

    /// The four usual lines under the names a language gives them.
    private static func named(
        _ from: String,
        _ sent: String,
        _ to: String,
        _ subject: String,
        _ date: String
    ) -> HeaderCase {
        .block(
            "\(from): \(paul)\n\(sent): \(date)\n\(to): n@gue.example\n\(subject): hall",
            paul,
            date,
            "hall"
        )
    }
}
