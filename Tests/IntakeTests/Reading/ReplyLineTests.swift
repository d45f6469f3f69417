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

    @Test("more programs", arguments: more) func readsMore(_ row: HeaderCase) throws {
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
        .quoted("Paul Riou <p@gue.example> a écrit :", "Paul Riou <p@gue.example>", nil),
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
        .quoted("En réponse à Paul Riou <p@gue.example>:", "Paul Riou <p@gue.example>", nil),
        .quoted("Selon Paul Riou <p@gue.example>:", "Paul Riou <p@gue.example>", nil),
        .quoted(
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
        .quoted("Quoting Paul Riou <p@gue.example>:", "Paul Riou <p@gue.example>", nil),
        .quoted("Quoting Paul Riou:", "Paul Riou", nil),
        .quoted(
            "In article <12.ab@gue.example>, Paul Riou wrote:",
            "Paul Riou",
            nil
        ),
        .quoted(
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
        .quoted("Paul Riou <p@gue.example> writes:", "Paul Riou <p@gue.example>", nil),
        .reply("At 10:12 AM 11/3/2026, Paul Riou wrote:", "Paul Riou", "10:12 AM 11/3/2026"),
        .reply("Nov 3, 2026, 10:12 by p@gue.example:", "p@gue.example", "Nov 3, 2026, 10:12"),
    ]
}

extension ReplyLineTests {
    @Test("wrapped at any space, or at two", arguments: french + english + other + more + wordless)
    func wraps(_ row: HeaderCase) {
        guard row.end == 1, !row.text.contains("\n>"), row.author?.contains("@") == true,
            row.date != nil,
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
                // What is wrapped before ">" looks quoted.
                if pieces.contains(where: { $0.hasPrefix(">") }) { continue }
                let wrapped = pieces.joined(separator: "\n")
                let lines = BodyLine.lines(of: wrapped + "\n\nBonjour,\nOui.")
                let found = QuoteHeader.starting(at: 0, in: lines[...])
                #expect(found?.end == pieces.count, "\(wrapped)")
                #expect(found?.author == row.author, "\(wrapped)")
                #expect(found?.date == row.date, "\(wrapped)")
            }
        }
    }

    @Test(
        "wrapped before the bracket that closes the address",
        arguments: [
            "On Tue, Nov 3, 2026 at 10:12 AM X Y <x@y.example\n> wrote:",
            "Le mar. 3 nov. 2026 à 10:12, X Y <x@y.example\n> a écrit :",
            "Op di 3 nov 2026 om 10:12 schreef X Y <x@y.example\n>:",
        ]
    )
    func wrapsBeforeBracket(_ text: String) {
        let lines = BodyLine.lines(of: text + "\n\n> Bonjour,\n> Oui.")
        let found = QuoteHeader.starting(at: 0, in: lines[...])
        #expect(found?.end == 2)
        #expect(found?.author == "X Y <x@y.example>")
        let quoted = BodyLine.lines(of: "Est-ce que x < y@z\n> a écrit : quoi ?")
        #expect(QuoteHeader.starting(at: 0, in: quoted[...]) == nil)
    }
}
