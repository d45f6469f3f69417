@testable import Intake

extension ReplyLineTests {
    static let other: [HeaderCase] = [
        .reply(
            "Am Di., 3. Nov. 2026 um 10:12 Uhr schrieb Uwe Rau <u@gue.example>:",
            "Uwe Rau <u@gue.example>",
            "Di., 3. Nov. 2026 um 10:12 Uhr"
        ),
        .reply(
            "Il giorno 03/nov/2026, alle ore 10:12, Ida Neri <i@gue.example> ha scritto:",
            "Ida Neri <i@gue.example>",
            "03/nov/2026, alle ore 10:12"
        ),
        .reply(
            "On 3-Nov-2026, at 10:12 AM, Ida Neri <i@gue.example> wrote:",
            "Ida Neri <i@gue.example>",
            "3-Nov-2026, at 10:12 AM"
        ),
        .reply("Am 03.11.2026 um 10:12 schrieb Uwe Rau:", "Uwe Rau", "03.11.2026 um 10:12"),
        .reply(
            "Am 03.11.2026 um 10:12 schrieb Uwe Rau <u@gue.example>:",
            "Uwe Rau <u@gue.example>",
            "03.11.2026 um 10:12"
        ),
        .reply(
            "Am Dienstag, 3. November 2026, 10:12:33 CET schrieb Uwe Rau:",
            "Uwe Rau",
            "Dienstag, 3. November 2026, 10:12:33 CET"
        ),
        .reply(
            "Uwe Rau <u@gue.example> hat am 03.11.2026 10:12 geschrieben:",
            "Uwe Rau <u@gue.example>",
            "03.11.2026 10:12"
        ),
        .quoted("Zitat von Uwe Rau <u@gue.example>:", "Uwe Rau <u@gue.example>", nil),
        .reply(
            "El mar, 3 nov 2026 a las 10:12, Ana Gil (<a@gue.example>) escribió:",
            "Ana Gil (<a@gue.example>)",
            "mar, 3 nov 2026 a las 10:12"
        ),
        .reply("El 3/11/26 a las 10:12, Ana Gil escribió:", "Ana Gil", "3/11/26 a las 10:12"),
        .quoted("Citando a Ana Gil <a@gue.example>:", "Ana Gil <a@gue.example>", nil),
        .reply(
            "El martes, 3 de noviembre de 2026, 10:12:33 CET, Ana <a@gue.example> escribió:",
            "Ana <a@gue.example>",
            "martes, 3 de noviembre de 2026, 10:12:33 CET"
        ),
        .reply(
            "Il giorno mar 3 nov 2026 alle ore 10:12 Ugo Sala <u@gue.example> ha scritto:",
            "Ugo Sala <u@gue.example>",
            "mar 3 nov 2026 alle ore 10:12"
        ),
        .reply("Il 03/11/2026 10:12, Ugo Sala ha scritto:", "Ugo Sala", "03/11/2026 10:12"),
        .reply(
            "Op di 3 nov. 2026 om 10:12 schreef Jan Bos <j@gue.example>:",
            "Jan Bos <j@gue.example>",
            "di 3 nov. 2026 om 10:12"
        ),
        .reply(
            "Op 3 nov. 2026, om 10:12 heeft Jan Bos <j@gue.example> het volgende geschreven:",
            "Jan Bos <j@gue.example>",
            "3 nov. 2026, om 10:12"
        ),
        .reply(
            "Em ter., 3 de nov. de 2026 às 10:12, Rui Melo <r@gue.example> escreveu:",
            "Rui Melo <r@gue.example>",
            "ter., 3 de nov. de 2026 às 10:12"
        ),
        .reply(
            "Rui Melo <r@gue.example> escreveu (terça, 3/11/2026 à(s)\n10:12):",
            "Rui Melo <r@gue.example>",
            "terça, 3/11/2026 à(s) 10:12"
        ),
        .reply("Em 03/11/2026 10:12, Rui Melo escreveu:", "Rui Melo", "03/11/2026 10:12"),
        .reply(
            "Den tis 3 nov. 2026 kl 10:12 skrev Eva Ek <e@gue.example>:",
            "Eva Ek <e@gue.example>",
            "tis 3 nov. 2026 kl 10:12"
        ),
        .reply(
            "Den tir. 3. nov. 2026 kl. 10.12 skrev Eva Ek <e@gue.example>:",
            "Eva Ek <e@gue.example>",
            "tir. 3. nov. 2026 kl. 10.12"
        ),
        .reply(
            "ti 3. marrask. 2026 klo 10.12 Eva Ek (e@gue.example) kirjoitti:",
            "Eva Ek (e@gue.example)",
            "ti 3. marrask. 2026 klo 10.12"
        ),
        .reply(
            "wt., 3 lis 2026 o 10:12 Jan Lis <j@gue.example> napisał(a):",
            "Jan Lis <j@gue.example>",
            "wt., 3 lis 2026 o 10:12"
        ),
        .reply("W dniu 3.11.2026 o 10:12, Jan Lis pisze:", "Jan Lis", "3.11.2026 o 10:12"),
        .reply(
            "út 3. 11. 2026 v 10:12 odesílatel Jan Rys <j@gue.example> napsal:",
            "Jan Rys <j@gue.example>",
            "út 3. 11. 2026 v 10:12"
        ),
        .reply(
            "ut 3. 11. 2026 o 10:12 Jan Rys <j@gue.example> napísal(a):",
            "Jan Rys <j@gue.example>",
            "ut 3. 11. 2026 o 10:12"
        ),
        .reply(
            "Kis Pál <k@gue.example> ezt írta (időpont: 2026. nov. 3., K, 10:12):",
            "Kis Pál <k@gue.example>",
            "2026. nov. 3., K, 10:12"
        ),
        .reply(
            "În mar., 3 nov. 2026 la 10:12, Ion Pop <i@gue.example> a scris:",
            "Ion Pop <i@gue.example>",
            "mar., 3 nov. 2026 la 10:12"
        ),
        .reply(
            "Ali Kaya <a@gue.example>, 3 Kas 2026 Sal, 10:12 tarihinde şunu yazdı:",
            "Ali Kaya <a@gue.example>",
            "3 Kas 2026 Sal, 10:12"
        ),
        .reply(
            "вт, 3 нояб. 2026 г. в 10:12, Иван Котов <i@gue.example>:",
            "Иван Котов <i@gue.example>",
            "вт, 3 нояб. 2026 г. в 10:12"
        ),
        .reply("03.11.2026 10:12, Иван Котов пишет:", "Иван Котов", "03.11.2026 10:12"),
        .reply(
            "вт, 3 лист. 2026 р. о 10:12 Іван Кіт <i@gue.example> пише:",
            "Іван Кіт <i@gue.example>",
            "вт, 3 лист. 2026 р. о 10:12"
        ),
        .reply(
            "Στις Τρί 3 Νοε 2026 στις 10:12 π.μ., ο χρήστης Νίκος <n@gue.example> έγραψε:",
            "Νίκος <n@gue.example>",
            "Τρί 3 Νοε 2026 στις 10:12 π.μ."
        ),
        .reply(
            "Missatge de Pau Mas <p@gue.example> del dia dt., 3 de nov. 2026 a les 10:12:",
            "Pau Mas <p@gue.example>",
            "dt., 3 de nov. 2026 a les 10:12"
        ),
        .reply(
            "Vào Th 3, 3 thg 11, 2026 vào lúc 10:12 An Le <a@gue.example> đã viết:",
            "An Le <a@gue.example>",
            "Th 3, 3 thg 11, 2026 vào lúc 10:12"
        ),
        .reply(
            "Li Wei <l@gue.example> 于2026年11月3日周二 10:12写道：",
            "Li Wei <l@gue.example>",
            "2026年11月3日周二 10:12"
        ),
        .reply(
            "在 2026年11月3日，10:12，Li Wei <l@gue.example> 写道：",
            "Li Wei <l@gue.example>",
            "2026年11月3日 10:12"
        ),
        .reply(
            "2026年11月3日(火) 10:12 山田 <y@gue.example>:",
            "山田 <y@gue.example>",
            "2026年11月3日(火) 10:12"
        ),
        .reply(
            "2026년 11월 3일 (화) 오전 10:12, 김철수 <k@gue.example>님이 작성:",
            "김철수 <k@gue.example>",
            "2026년 11월 3일 (화) 오전 10:12"
        ),
        .reply(
            "Pada tanggal Sel, 3 Nov 2026 pukul 10.12 Adi Putra <a@gue.example> menulis:",
            "Adi Putra <a@gue.example>",
            "Sel, 3 Nov 2026 pukul 10.12"
        ),
        .reply(
            "בתאריך יום ג׳, 3 בנוב׳ 2026 ב-10:12 מאת דנה <d@gue.example>:",
            "דנה <d@gue.example>",
            "3 בנוב׳ 2026 ב-10:12"
        ),
    ]

    static let more: [HeaderCase] = [
        .reply(
            "In a message dated 11/3/2026 10:12:33 A.M. Eastern Standard Time, p@gue.example writes:",
            "p@gue.example",
            "11/3/2026 10:12:33 A.M. Eastern Standard Time"
        ),
        .reply(
            "Dans un e-mail daté du 03/11/2026 10:12:33 Paris, Madrid, p@gue.example a écrit :",
            "p@gue.example",
            "03/11/2026 10:12:33"
        ),
        .reply(
            "Le mar., nov. 3, 2026 à 10:12, Paul\n<p@gue.example> a écrit :",
            "Paul <p@gue.example>",
            "mar., nov. 3, 2026 à 10:12"
        ),
        .reply(
            "Le mardi 3 novembre 2026 à 10:12:33 heure normale d’Europe centrale, Paul <p@gue.example> a écrit :",
            "Paul <p@gue.example>",
            "mardi 3 novembre 2026 à 10:12:33 heure normale d’Europe centrale"
        ),
        .reply(
            "Le 3 nov. 2026 à 10:12 (heure de Paris), Paul Riou <p@gue.example> a écrit :",
            "Paul Riou <p@gue.example>",
            "3 nov. 2026 à 10:12 (heure de Paris)"
        ),
        .reply(
            "Le 03/11/2026 à 10:12, > Paul Riou (par Internet, dépôt l@gue.example) a écrit :",
            "Paul Riou (par Internet, dépôt l@gue.example)",
            "03/11/2026 à 10:12"
        ),
        .reply(
            "Вторник, 3 ноября 2026, 10:12 +03:00 от Иван <i@gue.example>:",
            "Иван <i@gue.example>",
            "Вторник, 3 ноября 2026, 10:12 +03:00"
        ),
        .reply(
            "W dniu 2026-11-03 10:12:33 użytkownik Jan <j@gue.example> napisał:",
            "Jan <j@gue.example>",
            "2026-11-03 10:12:33"
        ),
        .reply("Dne 3. 11. 2026 v 10:12 Jan Rys napsal(a):", "Jan Rys", "3. 11. 2026 v 10:12"),
        .reply("2026. 11. 03. 10:12 keltezéssel, Kis Pál írta:", "Kis Pál", "2026. 11. 03. 10:12"),
        .reply("Den 03-11-2026 kl. 10:12 skrev Eva Ek:", "Eva Ek", "03-11-2026 kl. 10:12"),
        .reply("Eva Ek kirjoitti 3.11.2026 klo 10:12:", "Eva Ek", "3.11.2026 klo 10:12"),
        .reply("Às 10:12 de 03/11/2026, Rui Melo escreveu:", "Rui Melo", "10:12 de 03/11/2026"),
        .reply(
            "Rui Melo <r@gue.example> escreveu no dia terça, 3/11/2026 à(s) 10:12:",
            "Rui Melo <r@gue.example>",
            "terça, 3/11/2026 à(s) 10:12"
        ),
        .reply("Ana Gil escribió el 3/11/2026 a las 10:12:", "Ana Gil", "3/11/2026 a las 10:12"),
        .reply(
            "El mar., 3 de noviembre de 2026 10:12 a. m., Ana Gil <a@gue.example> escribió:",
            "Ana Gil <a@gue.example>",
            "mar., 3 de noviembre de 2026 10:12 a. m."
        ),
        .reply("3.11.2026 10:12 tarihinde Ali Kaya yazdı:", "Ali Kaya", "3.11.2026 10:12"),
        .reply("La 03.11.2026 10:12, Ion Pop a scris:", "Ion Pop", "03.11.2026 10:12"),
        .reply("Στις 3/11/2026 10:12, ο/η Νίκος έγραψε:", "Νίκος", "3/11/2026 10:12"),
        .reply("Vào 10:12, 3/11/2026, An Le đã viết:", "An Le", "10:12, 3/11/2026"),
        .reply(
            "2026/11/03 10:12、山田 <y@gue.example>のメール:",
            "山田 <y@gue.example>",
            "2026/11/03 10:12"
        ),
        .reply(
            "Dana uto 3. stu 2026. u 10:12 Paul Riou <p@gue.example> napisao je:",
            "Paul Riou <p@gue.example>",
            "3. stu 2026. u 10:12"
        ),
        .reply(
            "На вт, 3.11.2026 г. в 10:12 ч. Иван <i@gue.example> написа:",
            "Иван <i@gue.example>",
            "вт, 3.11.2026 г. в 10:12"
        ),
        .reply(
            "เมื่อ อ. 3 พ.ย. 2026 เวลา 10:12 Paul <p@gue.example> เขียนว่า:",
            "Paul <p@gue.example>",
            "3 พ.ย. 2026 เวลา 10:12"
        ),
        .reply(
            "2026-11-03, an, 10:12 Paul <p@gue.example> rašė:",
            "Paul <p@gue.example>",
            "2026-11-03, an, 10:12"
        ),
    ]

    static let wordless: [HeaderCase] = [
        .quoted("2026/11/03 Paul Riou <p@gue.example>", "Paul Riou <p@gue.example>", "2026/11/03"),
        .reply(
            "2026-11-03 10:12 GMT+01:00 Paul Riou <p@gue.example>:",
            "Paul Riou <p@gue.example>",
            "2026-11-03 10:12 GMT+01:00"
        ),
        .reply(
            "2026-11-03 10:12 GMT+01:00 Paul Riou\n<p@gue.example>:",
            "Paul Riou <p@gue.example>",
            "2026-11-03 10:12 GMT+01:00"
        ),
        .reply(
            "03.11.2026, 10:12, \"Paul Riou\" <p@gue.example>:",
            "\"Paul Riou\" <p@gue.example>",
            "03.11.2026, 10:12"
        ),
        .reply(
            "* Paul Riou <p@gue.example> [2026-11-03 10:12]:",
            "Paul Riou <p@gue.example>",
            "2026-11-03 10:12"
        ),
        .reply(
            "* Paul Riou <p@gue.example> [2026-11-03 10:12:10 +0100]:",
            "Paul Riou <p@gue.example>",
            "2026-11-03 10:12:10 +0100"
        ),
        .reply(
            "03.11.2026, 10:12 von u.rau@gue.example:",
            "u.rau@gue.example",
            "03.11.2026, 10:12"
        ),
        .reply(
            "Þri, 3. nóv. 2026 kl. 10:12 skrifaði Ari <a@gue.example>:",
            "Ari <a@gue.example>",
            "3. nóv. 2026 kl. 10:12"
        ),
        .reply(
            ">>> Paul Riou <p@gue.example> 03/11/2026 10:12 >>>",
            "Paul Riou <p@gue.example>",
            "03/11/2026 10:12"
        ),
        .reply(">>> Paul Riou 03/11/2026 10:12 >>>", "Paul Riou", "03/11/2026 10:12"),
        .reply(
            ">>> \"Paul Riou\" <p@gue.example> 11/3/2026 10:12 AM >>>",
            "\"Paul Riou\" <p@gue.example>",
            "11/3/2026 10:12 AM"
        ),
    ]
}
