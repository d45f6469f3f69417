import Mail
import Testing

@testable import Intake

/// Lines which the HTML of a mail program sets apart as its signature.
@Suite("Signatures that HTML marks") struct MarkedSignatureTests {
    @Test("a marked block signs, unless it is all there is", arguments: rows)
    func marked(_ row: Row) {
        var message = Message()
        message.from = [
            Address(displayName: "Nathalie Perrin", localPart: "n.perrin", domain: "x.example")
        ]
        message.text = row.above + row.marked + row.below
        let start = row.above.utf8.count
        message.marks = [
            TextMark(kind: .signature, span: start..<(start + row.marked.utf8.count))
        ]
        let reading = read(message)
        #expect(reading.newText == row.newText, "\(row.name)")
        #expect(reading.signature == row.signature, "\(row.name)")
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        var above = ""
        var marked: String
        var below = ""
        var newText: String
        var signature: String?
        var testDescription: String { name }
    }

    private static let rows = [
        Row(
            name: "what no shape tells",
            above: "La porte est ouverte.\n\n",
            marked: "au bout du quai\nl'atelier des voiles",
            newText: "La porte est ouverte.",
            signature: "au bout du quai\nl'atelier des voiles"
        ),
        Row(
            name: "a name typed above it",
            above: "La porte est ouverte.\n\nCordialement,\nNathalie\n\n",
            marked: "Nathalie Perrin\nl'atelier des voiles",
            newText: "La porte est ouverte.\n\nCordialement,",
            signature: "Nathalie\n\nNathalie Perrin\nl'atelier des voiles"
        ),
        Row(
            name: "the formula within it",
            above: "La porte est ouverte.\n\n",
            marked: "Bien cordialement,\n\nNathalie Perrin",
            newText: "La porte est ouverte.\n\nBien cordialement,",
            signature: "Nathalie Perrin"
        ),
        Row(
            name: "words to the reader below it",
            above: "La porte est ouverte.\n\n",
            marked: "Nathalie Perrin\nl'atelier des voiles",
            below: "\n\nJ'oubliais : pouvez-vous apporter la clé ?",
            newText: "La porte est ouverte.\n\nJ'oubliais : pouvez-vous apporter la clé ?",
            signature: "Nathalie Perrin\nl'atelier des voiles"
        ),
        Row(
            name: "the whole mail written inside it",
            marked: "Bonjour,\n\nla porte de l'atelier est ouverte, entrez sans frapper",
            newText: "Bonjour,\n\nla porte de l'atelier est ouverte, entrez sans frapper"
        ),
        Row(
            name: "the mail written inside it, and signed",
            marked:
                "Bonjour,\n\nJe passe à midi.\n\nCordialement,\nNathalie Perrin\n06 00 00 00 00",
            newText: "Bonjour,\n\nJe passe à midi.\n\nCordialement,",
            signature: "Nathalie Perrin\n06 00 00 00 00"
        ),
    ]
}
