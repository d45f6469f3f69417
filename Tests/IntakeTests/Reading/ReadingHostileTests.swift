import Mail
import Testing

@testable import Intake

/// Bodies made to be slow: one that were not read in linear time would take hours.
@Suite("Reading hostile bodies") struct ReadingHostileTests {
    @Test("no body costs more than its length", .timeLimit(.minutes(10)), arguments: shapes)
    func hostile(_ shape: Shape) {
        var message = Message()
        message.subject = "Re: x"
        message.text = shape.text
        let reading = read(message)
        let parts = [reading.newText, reading.quotation, reading.signature, reading.disclaimer]
        let kept = parts.compactMap { $0?.utf8.count }.reduce(0, +)
        // Parts are set apart, never multiplied.
        #expect(kept <= 2 * message.text.utf8.count + 100)
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
        var make: @Sendable () -> String
        var text: String { make() }
        var testDescription: String { name }

        init(_ name: String, _ make: @escaping @Sendable () -> String) {
            self.name = name
            self.make = make
        }
    }

    static let shapes: [Shape] = [
        Shape("a million quote marks") { String(repeating: ">", count: 1_000_000) },
        Shape("a million spaced quote marks") { String(repeating: "> ", count: 1_000_000) },
        Shape("a line of ten megabytes") { String(repeating: "a b", count: 3_100_000) },
        Shape("alternating quotes") { String(repeating: "> a\nb\n", count: 10_000) },
        Shape("reply lines without end") {
            String(repeating: "Le 3 nov. 2026 à 10:12, x\n", count: 10_000)
        },
        Shape("reply lines, marked") {
            String(repeating: "Le 3 nov. 2026 à 10:12, x a écrit :\n> a\n", count: 6_000)
        },
        Shape("header lines") { String(repeating: "De : x@y.example\n", count: 10_000) },
        Shape("labels and blank lines") { String(repeating: "Date : 10:12\n\n", count: 10_000) },
        Shape("separators") { String(repeating: "-----Message d'origine-----\n", count: 10_000) },
        Shape("delimiters") { String(repeating: "--\n", count: 10_000) },
        Shape("delimiters over prose") {
            String(
                repeating: "--\nje voudrais vous parler de la cantine de mon village ici\n",
                count: 4_000
            )
        },
        Shape("disclaimers") { String(repeating: "Ce message est confidentiel\n", count: 10_000) },
        Shape("postscripts") { String(repeating: "PS : a\n", count: 10_000) },
        Shape("names") { String(repeating: "Nathalie Perrin\n", count: 10_000) },
        Shape("blank lines") { String(repeating: "\n", count: 60_000) },
        Shape("nested forwards") {
            String(repeating: "Pour info\n\nDébut du message réexpédié :\n\n", count: 6_000)
        },
        Shape("combining marks") { String(repeating: "e\u{301}", count: 100_000) },
    ]
}
