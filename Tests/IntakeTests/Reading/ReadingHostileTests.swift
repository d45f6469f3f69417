import Mail
import Testing

@testable import Intake

/// Bodies made to be slow, whose steps are counted: a clock would tell of the machine.
@Suite("Reading hostile bodies") struct ReadingHostileTests {
    @Test("four times the text takes four times the steps", arguments: shapes)
    func steps(_ shape: Shape) {
        let (small, large) = (Self.steps(reading: shape, 1), Self.steps(reading: shape, 4))
        // What is looked at a bounded number of times grows with the text; one look back over
        // everything at each line would make sixteen of the four.
        #expect(large <= 5 * small + 100_000)
        #expect(large <= Self.looks * (shape.text(4).utf8.count + 1000))
    }

    /// How often each octet may be looked at, by all the lists of words together.
    private static let looks = 400

    private static func steps(reading shape: Shape, _ factor: Int) -> Int {
        let text = shape.text(factor)
        var message = Message()
        message.subject = "Re: x"
        message.text = text
        message.marks = shape.marks.map { TextMark(kind: $0, span: 0..<text.utf8.count) }
        return Steps.counted {
            let reading = read(message)
            let parts = [reading.newText, reading.quotation, reading.signature, reading.disclaimer]
            let kept = parts.compactMap { $0?.utf8.count }.reduce(0, +)
            // Parts are set apart, never multiplied.
            #expect(kept <= 2 * text.utf8.count + 100)
        }
    }

    @Test("what rules and readers of names look at ends between two characters")
    func lookedAt() {
        var reading = Reading(newText: "a" + String(repeating: "é", count: 100_000))
        reading.signature = "Ève"
        let text = reading.lookedAt.newText
        #expect(text.utf8.count == 128 * 1024 - 1)
        #expect(text.last == "é")
        #expect(reading.lookedAt.signature == "Ève")
    }

    @Test("of a text of many megabytes the beginning tells who writes")
    func huge() throws {
        var message = Message()
        message.text = String(repeating: "Je voudrais une appli pour Saint-Denis\n", count: 60_000)
        let reading = read(message)
        let extractor = Extractor(gazetteer: nil)
        let whole = extractor.requester(from: nil, subject: "", reading: reading)
        let beginning = extractor.requester(from: nil, subject: "", reading: reading.lookedAt)
        #expect(whole == beginning)
    }

    struct Shape: Sendable, CustomTestStringConvertible {
        var name: String
        private var unit: String
        private var count: Int
        /// What HTML says of the whole text.
        var marks: [TextMark.Kind]
        var testDescription: String { name }

        init(_ name: String, _ unit: String, times count: Int, marks: [TextMark.Kind] = []) {
            self.name = name
            self.unit = unit
            self.count = count
            self.marks = marks
        }

        func text(_ factor: Int) -> String { String(repeating: unit, count: count * factor) }
    }

    static let shapes: [Shape] = [
        Shape("a million quote marks", ">", times: 250_000),
        Shape("a million spaced quote marks", "> ", times: 250_000),
        Shape("a line of ten megabytes", "a b", times: 800_000),
        Shape("alternating quotes", "> a\nb\n", times: 2_000),
        Shape("alternating answers", "> a ?\nOui, cela nous va bien.\n", times: 1_500),
        Shape("answers in a marked quote", "> a ?\nOui.\n", times: 2_000, marks: [.quoted]),
        Shape("a marked header without end", "De : x\n", times: 2_000, marks: [.quoteHeader]),
        Shape("a marked signature", "Nathalie Perrin\n", times: 2_000, marks: [.signature]),
        Shape(
            "ends of forwarded mails",
            "De : x@y.example\nDate : 3/11/2026\nObjet : z\n----- Fin du message transféré -----\n",
            times: 1_000
        ),
        Shape("ever other depths", "> a\n>> b\n> > > c\nd\n", times: 1_000),
        Shape("reply lines without end", "Le 3 nov. 2026 à 10:12, x\n", times: 2_000),
        Shape(
            "reply lines, marked",
            "Le 3 nov. 2026 à 10:12, x a écrit :\n> a\n",
            times: 600
        ),
        Shape("header lines", "De : x@y.example\n", times: 2_000),
        Shape("labels and blank lines", "Date : 10:12\n\n", times: 2_000),
        Shape("separators", "-----Message d'origine-----\n", times: 2_000),
        Shape("rules", "________________________________\n", times: 2_000),
        Shape("delimiters", "--\n", times: 2_000),
        Shape(
            "delimiters over prose",
            "--\nje voudrais vous parler de la cantine de mon village ici\n",
            times: 1_000
        ),
        Shape("disclaimers", "Ce message est confidentiel\n", times: 2_000),
        Shape("postscripts", "PS : a\n", times: 2_000),
        Shape("names", "Nathalie Perrin\n", times: 2_000),
        Shape("closings", "Cordialement,\n", times: 2_000),
        Shape("phones", "Tél. 02 96 00 00 00\n", times: 2_000),
        Shape("marks of programs", "Envoyé de mon iPhone\n", times: 2_000),
        Shape("blank lines", "\n", times: 15_000),
        Shape("nested forwards", "Pour info\n\nDébut du message réexpédié :\n\n", times: 1_500),
        Shape(
            "forwards in forwards",
            """
            Pour info

            -------- Message transféré --------
            De : X <x@y.example>
            Date : 3 novembre 2026 10:12
            Objet : Tr: a

            """,
            times: 500
        ),
        Shape(
            "long reply lines without end",
            "Le 3 nov. 2026 à 10:12, <x@y.example> \(String(repeating: "a écrit ", count: 30))x\n",
            times: 300
        ),
        Shape(
            "reply lines that ask for too much",
            "avant le 3/11/2026 10:12 <x@y.example> <y@z.example>:\n",
            times: 1_500
        ),
        Shape("verbs with colons", "il a écrit : elle a écrit : il a écrit :\n", times: 1_500),
        Shape("dates", "3 4 5 lun mar 6 7 8 9 1 2 3 4 5 6:\n", times: 1_500),
        Shape(
            "brackets left open",
            String(repeating: "<a@ ", count: 60) + ":\n",
            times: 300
        ),
        Shape("labels in turn", "De : x\nDate : y\nA : z\nObjet : t\n\n", times: 1_500),
        Shape("labels without values", "De :\n\nDate :\n\nA :\n\nObjet :\n\n", times: 1_500),
        Shape("unknown labels", "Xa: <x@y.example>\nXb: b\nXc: c\n\n", times: 1_500),
        Shape(
            "labels on one line",
            String(repeating: "De : A : Le : ", count: 20) + "\n",
            times: 300
        ),
        Shape("columns of labels", "x\nPour\n\tcc\tA\n3/11/2026\n", times: 1_500),
        Shape("drawn titles", "--- a b c ---\n\n\n", times: 2_000),
        Shape(
            "letters of no Latin alphabet",
            "Иван 3 4 5 Иван <x@y.example> пишет\n",
            times: 1_500
        ),
        Shape(
            "lists in replies that were passed on",
            """
            Voici :
            > l
            -------- Message transféré --------
            De : a <a@b.example>
            Date : 3/11/2026 10:12
            Objet : Re: x

            Le 1 2 3 4 1 2 3 4 1 2 3 4 a ecrit

            """,
            times: 300
        ),
        Shape("arrows", "Le 12 mars :\n> a\n", times: 1_500),
        Shape("combining marks", "e\u{301}", times: 25_000),
    ]
}
