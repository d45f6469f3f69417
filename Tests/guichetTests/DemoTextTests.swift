import Correspondence
import Foundation
import Glibc
import Testing

@testable import guichet

@Suite("Text of the demonstration") struct DemoTextTests {
    @Test(
        "lines break between words, and marks and figures stay with theirs",
        arguments: [
            ("un deux trois", 8, ["un deux", "trois"]),
            ("vous y pensez ?", 14, ["vous y", "pensez ?"]),
            ("dire « oui » enfin", 11, ["dire", "« oui »", "enfin"]),
            ("appelez 02 61 91 22 14.", 16, ["appelez", "02 61 91 22 14."]),
            ("compte +3 « mot »", 12, ["compte", "+3 « mot »"]),
            ("été\u{301} ça", 3, ["été\u{301}", "ça"]),
            ("日本語 ici", 6, ["日本語", "ici"]),
            ("a@commune-du-bout.example", 20, ["a@commune-du-bout.", "example"]),
            ("", 10, []),
        ] as [(String, Int, [String])]
    )
    func wrapping(text: String, columns: Int, lines: [String]) {
        #expect(TextLayout.wrap(text, to: columns) == lines)
        #expect(lines.allSatisfy { TextLayout.width($0) <= columns })
    }

    @Test(
        "a letter's line hangs under its label, bullet or indentation",
        arguments: [
            (
                "QUI       Yvette Malbec, maire d'Ydes",
                ["QUI       Yvette Malbec, maire", "          d'Ydes"]
            ),
            (
                "- un agent étudie de près le problème",
                ["- un agent étudie de près le", "  problème"]
            ),
            ("  https://a.example/", ["  https://a.example/"]),
        ] as [(String, [String])]
    )
    func hanging(line: String, lines: [String]) {
        #expect(TextLayout.wrapHanging(line, to: 30) == lines)
    }

    @Test("strangers cannot move the cursor, colour or turn the text of a terminal")
    func printable() {
        #expect(TextLayout.line("a\u{1B}[31mb\r\n\u{202E}c\u{7}") == "a [31mb c")
    }

    @Test(
        "the words that decided are marked where they stand",
        arguments: [
            ("le coach vient", ["coach"], ["le ", "[coach]", " vient"]),
            ("un jour\npar semaine", ["jour par semaine"], ["un ", "[jour\npar semaine]"]),
            ("approche, coach", ["coach", "absent"], ["approche, ", "[coach]"]),
            ("coachs et coach", ["coach"], ["coachs et ", "[coach]"]),
            ("a b c", ["a b", "b c"], ["[a b c]"]),
            ("", ["mot"], []),
        ] as [(String, [String], [String])]
    )
    func highlight(text: String, phrases: [String], expected: [String]) {
        let segments = Highlight.segments(of: text, marking: phrases)
            .map { $0.isMarked ? "[\($0.words)]" : $0.words }
        #expect(segments == expected)
    }

    @Test("colours are for terminals, and for people who want them")
    func colours() {
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        let file = open("/dev/null", O_WRONLY)
        defer {
            close(terminal)
            close(file)
        }
        #expect(TextStyle.of(terminal, environment: ["TERM": "xterm"]).isColoured)
        #expect(!TextStyle.of(terminal, environment: ["NO_COLOR": "1"]).isColoured)
        #expect(!TextStyle.of(terminal, environment: ["TERM": "dumb"]).isColoured)
        #expect(!TextStyle.of(file, environment: [:]).isColoured)
    }

    @Test("simulated mails keep to the columns of a terminal, whatever they hold")
    func simulation() throws {
        let result = try Program.run(["simulate", "--text", Checkout.samples.path])
        #expect(result.code == 0)
        for line in result.output.split(separator: "\n") where TextLayout.width(line) > 80 {
            Issue.record("too long: \(line)")
        }
        #expect(result.output.contains("\nDÉCISION  decision.rules, ligne "))
    }

    @Test("a subject without words is none, and a long one is shown by its beginning")
    func subjects() throws {
        try Checkout.withFolder { folder in
            let file = folder.appendingPathComponent("a.eml")
            let from = "From: a@mairie.example\r\nTo: b@anct.example\r\nSubject: "
            try Data("\(from)\r\n\r\nBonjour\r\n".utf8).write(to: file)
            let empty = try Program.run(["simulate", "--text", file.path]).output
            #expect(empty.contains("\nOBJET     (sans objet)\n"))
            let long = Array(repeating: "catalogue", count: 60).joined(separator: " ")
            try Data("\(from)\(long)\r\n\r\nBonjour\r\n".utf8).write(to: file)
            let text = try Program.run(["simulate", "--text", file.path]).output
            let lines = text.split(separator: "\n").drop { !$0.hasPrefix("OBJET") }.dropFirst()
                .prefix { $0.hasPrefix("          ") }
            #expect(lines.count == 2)
            #expect(lines.last?.hasSuffix("…") == true)
        }
    }

    @Test("of a letter, its first section and what comes next; a choice whole")
    func essence() {
        let letter = """
            Bonjour,

            Votre message est bien arrivé.

            CE QUE NOUS AVONS COMPRIS
            Vous envisagez plusieurs voies.
            1 - Comprendre.
                Un agent étudie.
            2 - Développer.

            LA SUITE
            Nous revenons vers vous.
            D'ici là, rien à préparer.
            """
        #expect(
            LetterEssence.lines(of: letter) == [
                "Vous envisagez plusieurs voies.", "1 - Comprendre.", "2 - Développer.",
                "Nous revenons vers vous.",
            ]
        )
        let short = "Bonjour,\n\nBien arrivé.\n\nVotre mairie sait.\n\nL'équipe\n"
        #expect(LetterEssence.lines(of: short) == ["Votre mairie sait."])
    }
}
