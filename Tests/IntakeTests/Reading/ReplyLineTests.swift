import Testing

@testable import Intake

@Suite("Reply lines") struct ReplyLineTests {
    @Test("French programs", arguments: french) func readsFrench(_ row: HeaderCase) throws {
        try row.check()
    }

    @Test("wrapped, quoted or written oddly", arguments: odd) func readsOdd(_ row: HeaderCase)
        throws
    {
        try row.check()
    }

    @Test("English programs", arguments: english) func readsEnglish(_ row: HeaderCase) throws {
        try row.check()
    }

    @Test("other languages", arguments: other) func readsOther(_ row: HeaderCase) throws {
        try row.check()
    }

    @Test("without a known word", arguments: wordless) func readsWordless(_ row: HeaderCase) throws
    {
        try row.check()
    }

    static let french: [HeaderCase] = [
        .reply(
            "Le mar. 3 nov. 2026 à 10:12, Paul Riou <p.riou@gue.example> a écrit :",
            "Paul Riou <p.riou@gue.example>",
            "mar. 3 nov. 2026 à 10:12"
        ),
        .reply(
            "Le 3 nov. 2026 à 10:12, Paul Riou <p.riou@gue.example> a écrit :",
            "Paul Riou <p.riou@gue.example>",
            "3 nov. 2026 à 10:12"
        ),
        .reply(
            "Le 3 novembre 2026 à 10:12:33 UTC+1, Paul Riou <p.riou@gue.example> a écrit :",
            "Paul Riou <p.riou@gue.example>",
            "3 novembre 2026 à 10:12:33 UTC+1"
        ),
        .reply("Le 03/11/2026 à 10:12, Paul Riou a écrit :", "Paul Riou", "03/11/2026 à 10:12"),
        .reply("Le 2026-11-03 10:12, Paul Riou a écrit :", "Paul Riou", "2026-11-03 10:12"),
        .reply(
            "Le mardi 3 novembre 2026 à 10:12:05 UTC+1, Paul <p@gue.example> a écrit :",
            "Paul <p@gue.example>",
            "mardi 3 novembre 2026 à 10:12:05 UTC+1"
        ),
        .reply(
            "Le mardi 03 novembre 2026 à 10:12 +0100, Paul Riou a écrit :",
            "Paul Riou",
            "mardi 03 novembre 2026 à 10:12 +0100"
        ),
        .reply(
            "Le mardi 3 novembre 2026, 10:12:33 CET Paul Riou a écrit :",
            "Paul Riou",
            "mardi 3 novembre 2026, 10:12:33 CET"
        ),
        .reply(
            "---- Le mar., 03 nov. 2026 10:12:33 +0100 Paul <p@gue.example> a écrit ----",
            "Paul <p@gue.example>",
            "mar., 03 nov. 2026 10:12:33 +0100"
        ),
        .reply(
            "Le 3 nov. 2026 à 10 h 12, Paul Riou <p.riou@gue.example> a écrit :",
            "Paul Riou <p.riou@gue.example>",
            "3 nov. 2026 à 10 h 12"
        ),
        .reply(
            "Le 3 nov. 2026 10h12, Paul Riou <p.riou@gue.example> a écrit :",
            "Paul Riou <p.riou@gue.example>",
            "3 nov. 2026 10h12"
        ),
        .reply("Paul Riou <p@gue.example> a écrit :", "Paul Riou <p@gue.example>", nil),
        .quoted("Paul Riou a écrit :", "Paul Riou", nil),
        .reply(
            "Paul Riou <p@gue.example> a écrit sur 03/11/2026 10:12:33 :",
            "Paul Riou <p@gue.example>",
            "03/11/2026 10:12:33"
        ),
        .reply("Paul Riou a écrit le 03/11/2026 10:12 :", "Paul Riou", "03/11/2026 10:12"),
        .reply(
            "Le Gall Yann <y@gue.example> a écrit sur 03/11/2026 10:12:33 :",
            "Le Gall Yann <y@gue.example>",
            "03/11/2026 10:12:33"
        ),
        .reply(
            "Le 3 nov. 2026 à 10:12,\nLe Gall Yann a écrit :",
            "Le Gall Yann",
            "3 nov. 2026 à 10:12"
        ),
        .reply("Paul Riou a écrit le 3/11/2026 à 10:12 :", "Paul Riou", "3/11/2026 à 10:12"),
        .quoted("Le 3 novembre 2026, Paul Riou a écrit :", "Paul Riou", "3 novembre 2026"),
        .quoted("Le 3 nov. 26, Paul Riou a écrit :", "Paul Riou", "3 nov. 26"),
        .reply(
            "En date du 3 novembre 2026 à 10:12, Paul <p@gue.example> a écrit :",
            "Paul <p@gue.example>",
            "3 novembre 2026 à 10:12"
        ),
        .reply(
            "Le 03.11.2026 à 10:12, mairie-gue@gue.example a écrit :",
            "mairie-gue@gue.example",
            "03.11.2026 à 10:12"
        ),
        .reply(
            "Le mar. 3 nov. 2026 à 10:12, <p.riou@gue.example> a écrit :",
            "<p.riou@gue.example>",
            "mar. 3 nov. 2026 à 10:12"
        ),
        .reply(
            "Le mar. 3 nov. 2026 à 10:12, Riou Paul (Mairie) <p@gue.example> a écrit :",
            "Riou Paul (Mairie) <p@gue.example>",
            "mar. 3 nov. 2026 à 10:12"
        ),
        .reply(
            "Le mar. 3 nov. 2026 à 10:12, \"Riou, Paul\" <p@gue.example> a écrit :",
            "\"Riou, Paul\" <p@gue.example>",
            "mar. 3 nov. 2026 à 10:12"
        ),
        .reply(
            "Le 3 nov. 2026 à 10:12 +0100, Paul Riou <p@gue.example>, a écrit :",
            "Paul Riou <p@gue.example>",
            "3 nov. 2026 à 10:12 +0100"
        ),
        .reply(
            "Le 3 nov. 2026 à 10:12, Paul Riou via Liste des maires <l@gue.example> a écrit :",
            "Paul Riou via Liste des maires <l@gue.example>",
            "3 nov. 2026 à 10:12"
        ),
        .reply(
            "Le 3 novembre 2026 10:12:33 GMT+01:00, Paul Riou <p@gue.example> a écrit :",
            "Paul Riou <p@gue.example>",
            "3 novembre 2026 10:12:33 GMT+01:00"
        ),
        .reply(
            "Le Jeudi, Novembre 12, 2026 14:09 +04, Paul <p@gue.example> a écrit:",
            "Paul <p@gue.example>",
            "Jeudi, Novembre 12, 2026 14:09 +04"
        ),
        .reply("---- Paul Riou a écrit ----", "Paul Riou", nil),
        .quoted("Le 3 nov. à 10:12, Paul Riou a écrit :", "Paul Riou", "3 nov. à 10:12"),
        .quoted("Le 3 novembre 2026 à 10:12, vous avez écrit :", "vous", "3 novembre 2026 à 10:12"),
        .quoted("Le 3 nov. 2026 à 10:12, la mairie a écrit :", "la mairie", "3 nov. 2026 à 10:12"),
        .reply(
            "Le 03/11/2026 à 10:12, « Paul Riou » <p@gue.example> a écrit :",
            "« Paul Riou » <p@gue.example>",
            "03/11/2026 à 10:12"
        ),
        .reply("En réponse à Paul Riou <p@gue.example>:", "Paul Riou <p@gue.example>", nil),
        .reply("Selon Paul Riou <p@gue.example>:", "Paul Riou <p@gue.example>", nil),
        .reply(
            "\"Paul Riou\" <p@gue.example> a écrit dans le message de",
            "\"Paul Riou\" <p@gue.example>",
            nil
        ),
        .reply(
            "Dans son message du 03/11/2026 10:12, Paul Riou a écrit :",
            "Paul Riou",
            "03/11/2026 10:12"
        ),
        .reply(
            "Le mardi 3 novembre 2026 à 10:12, Paul Riou <p@gue.example> a répondu :",
            "Paul Riou <p@gue.example>",
            "mardi 3 novembre 2026 à 10:12"
        ),
        .reply(
            "Le 3 nov. 2026 à 10:12, Paul <p@gue.example> écrivait :",
            "Paul <p@gue.example>",
            "3 nov. 2026 à 10:12"
        ),
        .reply(
            "3 nov. 2026, 10:12 par p.riou@gue.example:",
            "p.riou@gue.example",
            "3 nov. 2026, 10:12"
        ),
        .reply(
            "Le 1er novembre 2026 à 10:12, Paul <p@gue.example> a écrit :",
            "Paul <p@gue.example>",
            "1er novembre 2026 à 10:12"
        ),
    ]

    static let odd: [HeaderCase] = [
        .reply(
            "Le mar. 3 nov. 2026 à 10:12, Incubateur des Territoires <\nincub@gue.example> a écrit :",
            "Incubateur des Territoires <incub@gue.example>",
            "mar. 3 nov. 2026 à 10:12"
        ),
        .reply(
            "Le mar. 3 nov. 2026 à 10:12, Paul Riou <p.riou@\ngue.example> a écrit :",
            "Paul Riou <p.riou@gue.example>",
            "mar. 3 nov. 2026 à 10:12"
        ),
        .reply(
            "Le 3 novembre 2026\nà 10:12, Paul Riou\n<p.riou@gue.example>\na écrit :",
            "Paul Riou <p.riou@gue.example>",
            "3 novembre 2026 à 10:12"
        ),
        .reply(
            "Le mar. 3 nov. 2026 à 10:12, Paul Riou <p.riou@gue.example> a\nécrit :",
            "Paul Riou <p.riou@gue.example>",
            "mar. 3 nov. 2026 à 10:12"
        ),
        .reply(
            "Le mar. 3 nov. 2026 à 10:12, Paul Riou <p.riou@gue.example> a écrit\n:",
            "Paul Riou <p.riou@gue.example>",
            "mar. 3 nov. 2026 à 10:12"
        ),
        .reply(
            "LE MAR. 3 NOV. 2026 A 10:12, PAUL RIOU <P@GUE.EXAMPLE> A ECRIT :",
            "PAUL RIOU <P@GUE.EXAMPLE>",
            "MAR. 3 NOV. 2026 A 10:12"
        ),
        .reply(
            "Le 3 nov. 2026 a 10:12, Paul <p@gue.example> a ecrit:",
            "Paul <p@gue.example>",
            "3 nov. 2026 a 10:12"
        ),
        .reply(
            "Le\u{A0}3 nov.\u{A0}2026 à\u{202F}10:12, Paul <p@gue.example> a écrit\u{A0}:",
            "Paul <p@gue.example>",
            "3 nov. 2026 à 10:12"
        ),
        .reply(
            "*Le 3 nov. 2026 à 10:12, Paul <p@gue.example> a écrit :*",
            "Paul <p@gue.example>",
            "3 nov. 2026 à 10:12"
        ),
        .reply(
            "Le 3 nov. 2026 à 10:12, Paul <p@gue.example> a écrit : Bonjour à tous",
            "Paul <p@gue.example>",
            "3 nov. 2026 à 10:12"
        ),
        .reply(
            "> Le 3 nov. 2026 à 10:12, Paul <p@gue.example> a écrit :",
            "Paul <p@gue.example>",
            "3 nov. 2026 à 10:12",
            below: "\n>\n> Bonjour,"
        ),
        .reply(
            "Le 3 nov. 2026 à 10:12, p@gue.example <mailto:p@gue.example> a écrit :",
            "p@gue.example <mailto:p@gue.example>",
            "3 nov. 2026 à 10:12"
        ),
        .reply(
            "Le 3 nov. 2026 à 10:12, Paul [mailto:p@gue.example] a écrit :",
            "Paul [mailto:p@gue.example]",
            "3 nov. 2026 à 10:12"
        ),
        .reply(
            "Le 3 novembre 2026 à 10:12:33, Agence (agence nationale de la cohésion)\n<a@gue.example> a écrit :",
            "Agence (agence nationale de la cohésion) <a@gue.example>",
            "3 novembre 2026 à 10:12:33"
        ),
        .reply(
            "Le 3 nov. 2026 à 10:12,\nPaul Riou <p@gue.example> a écrit :",
            "Paul Riou <p@gue.example>",
            "3 nov. 2026 à 10:12"
        ),
    ]

    static let english: [HeaderCase] = [
        .reply(
            "On Tue, Nov 3, 2026 at 10:12 AM Paul Riou <p@gue.example> wrote:",
            "Paul Riou <p@gue.example>",
            "Tue, Nov 3, 2026 at 10:12 AM"
        ),
        .reply(
            "On Tue, Nov 3, 2026 at 10:12\u{202F}AM Paul Riou <p@gue.example>\nwrote:",
            "Paul Riou <p@gue.example>",
            "Tue, Nov 3, 2026 at 10:12 AM"
        ),
        .reply(
            "On 3 Nov 2026, at 10:12, Paul Riou <p@gue.example> wrote:",
            "Paul Riou <p@gue.example>",
            "3 Nov 2026, at 10:12"
        ),
        .reply("On 11/3/26 10:12, Paul Riou wrote:", "Paul Riou", "11/3/26 10:12"),
        .reply("On 11/3/2026 10:12 AM, Paul Riou wrote:", "Paul Riou", "11/3/2026 10:12 AM"),
        .reply(
            "On Tuesday, November 3, 2026 at 10:12:33 AM GMT+1, Paul <p@gue.example> wrote:",
            "Paul <p@gue.example>",
            "Tuesday, November 3, 2026 at 10:12:33 AM GMT+1"
        ),
        .reply(
            "On Tuesday, November 3rd, 2026 at 10:12 AM, Paul <p@gue.example> wrote:",
            "Paul <p@gue.example>",
            "Tuesday, November 3rd, 2026 at 10:12 AM"
        ),
        .reply(
            "On Tue, 3 Nov 2026 10:12:10 +0100\nPaul Riou <p@gue.example> wrote:",
            "Paul Riou <p@gue.example>",
            "Tue, 3 Nov 2026 10:12:10 +0100"
        ),
        .reply(
            "On Tue, Nov 03, 2026 at 10:12:10AM +0100, Paul Riou wrote:",
            "Paul Riou",
            "Tue, Nov 03, 2026 at 10:12:10AM +0100"
        ),
        .reply(
            "On Tue, 2026-11-03 at 10:12 +0100, Paul Riou wrote:",
            "Paul Riou",
            "Tue, 2026-11-03 at 10:12 +0100"
        ),
        .reply("Paul Riou wrote on 3/11/26 10:12:", "Paul Riou", "3/11/26 10:12"),
        .quoted("Paul Riou wrote on 3/11/26:", "Paul Riou", "3/11/26"),
        .reply("Quoting Paul Riou <p@gue.example>:", "Paul Riou <p@gue.example>", nil),
        .quoted("Quoting Paul Riou:", "Paul Riou", nil),
        .reply(
            "In article <12.ab@gue.example>, Paul Riou wrote:",
            "Paul Riou",
            nil
        ),
        .reply(
            "In message <12.ab@gue.example>, Paul Riou <p@gue.example> wrote:",
            "Paul Riou <p@gue.example>",
            nil
        ),
        .reply(
            "---- On Tue, 03 Nov 2026 10:12:33 +0100 Paul <p@gue.example> wrote ----",
            "Paul <p@gue.example>",
            "Tue, 03 Nov 2026 10:12:33 +0100"
        ),
        .quoted("On Tue, 3 Nov 2026, you wrote:", "you", "Tue, 3 Nov 2026"),
        .quoted("Paul Riou wrote:", "Paul Riou", nil),
        .reply("Paul Riou <p@gue.example> writes:", "Paul Riou <p@gue.example>", nil),
        .reply("At 10:12 AM 11/3/2026, Paul Riou wrote:", "Paul Riou", "10:12 AM 11/3/2026"),
        .reply("Nov 3, 2026, 10:12 by p@gue.example:", "p@gue.example", "Nov 3, 2026, 10:12"),
    ]

    static let other: [HeaderCase] = [
        .reply(
            "Am Di., 3. Nov. 2026 um 10:12 Uhr schrieb Uwe Rau <u@gue.example>:",
            "Uwe Rau <u@gue.example>",
            "Di., 3. Nov. 2026 um 10:12 Uhr"
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
        .reply("Zitat von Uwe Rau <u@gue.example>:", "Uwe Rau <u@gue.example>", nil),
        .reply(
            "El mar, 3 nov 2026 a las 10:12, Ana Gil (<a@gue.example>) escribió:",
            "Ana Gil (<a@gue.example>)",
            "mar, 3 nov 2026 a las 10:12"
        ),
        .reply("El 3/11/26 a las 10:12, Ana Gil escribió:", "Ana Gil", "3/11/26 a las 10:12"),
        .reply("Citando a Ana Gil <a@gue.example>:", "Ana Gil <a@gue.example>", nil),
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

    static let wordless: [HeaderCase] = [
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

extension ReplyLineTests {
    @Test("wrapped at any space, or at two", arguments: french + english + other + wordless)
    func wraps(_ row: HeaderCase) {
        guard row.end == 1, row.author?.contains("@") == true, row.date != nil,
            let line = row.text.split(separator: "\n").first, !line.hasPrefix(">")
        else { return }
        let words = line.split(separator: " ")
        for first in words.indices.dropFirst() {
            for second in [first, first + 3] where second < words.count {
                var pieces = [words[..<first].joined(separator: " ")]
                if second > first { pieces.append(words[first..<second].joined(separator: " ")) }
                pieces.append(words[second...].joined(separator: " "))
                guard pieces[0].contains(where: \.isNumber) || pieces[0].contains("<") else {
                    continue
                }
                let wrapped = pieces.joined(separator: "\n")
                let lines = BodyLine.lines(of: wrapped + "\n\nBonjour,\nOui.")
                let found = QuoteHeader.starting(at: 0, in: lines[...])
                #expect(found?.end == pieces.count, "\(wrapped)")
                #expect(found?.author == row.author, "\(wrapped)")
                #expect(found?.date == row.date, "\(wrapped)")
            }
        }
    }
}
