@testable import Intake

extension HeaderBlockTests {
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
