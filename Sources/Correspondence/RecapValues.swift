import Foundation
import Templates

/// The recap of a working day: each part line by line beside its label.
package struct RecapValues: Hashable, LetterValues {
    /// Lines of a part, and the orders offered at its end.
    struct Item: Hashable, Sendable {
        var lines: [String]
        var link: OrderLink?
    }

    /// À PRENDRE
    var waiting: [Item]
    /// NON REMIS
    var undelivered: [Item]
    /// ÉCARTÉS
    var setAside: [Item]
    /// BOÎTE
    var mailbox: [String]
    /// FAITS: which are to be reviewed.
    var reviews: [Item] = []
    /// Whether a case waits.
    var hasWaiting: Bool
    /// Whether something may be taken back.
    var offersRecovery: Bool

    package static var letter: Letter { .recap }

    package static var specimen: RecapValues {
        let link = OrderLink(
            order: "récupérer 1",
            mailto: "mailto:incubateur@anct.example?subject=r%C3%A9cup%C3%A9rer%201"
        )
        return RecapValues(
            waiting: [Item(lines: ["2026-00042 Lourdoueix (36), investigation, reçu aujourd'hui"])],
            undelivered: [Item(lines: ["2026-00047 mairie@x.example : adresse inconnue (5.1.1)"])],
            setAside: [
                Item(lines: ["1 : absence de a.martin@y.example", "    « Absent »"], link: link)
            ],
            mailbox: ["212 messages, registre 212 : complet."],
            reviews: [Item(lines: ["à revoir avant le 30 juin : duree"])],
            hasWaiting: true,
            offersRecovery: true
        )
    }

    package var title: String { "Récapitulatif" }

    package func templateValues(facts: Facts, on day: Date) -> [String: TemplateValue] {
        [
            "a_prendre": Self.part(waiting), "non_remis": Self.part(undelivered),
            "ecartes": Self.part(setAside), "boite": StaffFields.lines(mailbox),
            "faits": Self.part(reviews),
            "attend": .bool(hasWaiting), "recuperer": .bool(offersRecovery),
        ]
    }

    private static func part(_ items: [Item]) -> TemplateValue {
        let lines = items.flatMap(lines(of:))
        guard let first = lines.first else { return .null }
        return ["debut": first, "suite": .list(Array(lines.dropFirst()))]
    }

    /// A line's own indentation stays: the numbers stand apart.
    private static func lines(of item: Item) -> [TemplateValue] {
        var lines = item.lines.map(line)
        guard let link = item.link else { return lines.map(TemplateValue.text) }
        let separator = " ; "
        let marked = LetterText.link(link.order, to: link.mailto)
        guard case .text(let phrase) = marked, let last = lines.popLast() else { return [] }
        let width =
            TextLayout.width(last) + TextLayout.width(separator) + TextLayout.width(link.order)
        if width <= RecapLines.width {
            lines.append(last + separator + phrase)
        } else {
            let indent = last.prefix { $0 == " " }
            lines += [last, indent + phrase]
        }
        return lines.map(TemplateValue.text)
    }

    private static func line(_ text: String) -> String {
        text.prefix { $0 == " " } + LetterText.line(text)
    }
}

/// Lays the recap's parts out beside their labels.
enum RecapLines {
    /// Columns of a mail that no program breaks.
    static let columns = 78
    /// Columns of the labels, as in the template.
    static let label = 12
    static let width = columns - label

    /// Text in lines, those after the first further in by `hang`.
    static func wrap(_ text: String, hang: Int = 0) -> [String] {
        let margin = String(repeating: " ", count: hang)
        return TextLayout.wrap(text, to: width - hang).enumerated()
            .map { $0 == 0 ? $1 : margin + $1 }
    }

    /// Text of a stranger as it may stand in a mail to staff: on one line, short, without marks piled
    /// upon a letter, and so that no mail program makes a link of it.
    static func inert(_ text: String, limit: Int) -> String {
        // Longer than anything shown, and short enough to be laid out at once.
        let beginning = String(text.unicodeScalars.prefix(2_000))
        let words = withoutPiles(LetterText.line(beginning)).split(separator: " ").map(defanged)
        return TextLayout.shortened(withoutGuillemets(words.joined(separator: " ")), to: limit)
    }

    /// With marks of their own, and no blanks within them, for what we set in « ».
    private static func withoutGuillemets(_ text: String) -> String {
        let blanks: Set<Character> = [" ", "\u{A0}", "\u{202F}"]
        var result = ""
        for character in text {
            switch character {
            case "«": result.append("“")
            case "»":
                while let last = result.last, blanks.contains(last) { result.removeLast() }
                result.append("”")
            case _ where blanks.contains(character) && result.last == "“": continue
            default: result.append(character)
            }
        }
        return result
    }

    /// At most two combining marks on a letter.
    private static func withoutPiles(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var marks = 0
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .spacingMark: marks += 1
            default: marks = 0
            }
            if marks <= 2 { scalars.append(scalar) }
        }
        return String(scalars)
    }

    /// `www.exemple.fr/a` as `www[.]exemple[.]fr/a`, `https://x` as `https[:]//x`: people can read it,
    /// and no program opens it.
    private static func defanged(_ word: Substring) -> String {
        var result = ""
        let characters = Array(word)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if character == ":", next == "/" || isScheme(characters[..<index]) {
                result += "[:]"
            } else if ".。．｡".contains(character), index > 0, next.isLetter,
                isLabel(characters[(index + 1)...])
            {
                result += "[.]"
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// As `mailto`, `tel` or `javascript`, which need no slashes.
    private static func isScheme(_ characters: ArraySlice<Character>) -> Bool {
        let word = String(characters.drop { !$0.isLetter }).lowercased()
        return ["mailto", "tel", "sms", "javascript", "data", "file", "callto"].contains(word)
    }

    /// Whether it begins as the label of a domain: two letters at least.
    private static func isLabel(_ characters: ArraySlice<Character>) -> Bool {
        characters.prefix(2).count { $0.isLetter || $0.isNumber || $0 == "-" } == 2
    }
}
