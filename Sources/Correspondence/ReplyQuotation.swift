import Casework
import Foundation
import Intake

extension Correspondent {
    /// The writer's own sentence that says best what was understood; `nil` when none says it well.
    ///
    /// None where the sender is not authenticated: a stranger must not be able to have us send words
    /// of his to somebody else.
    func quotation(for dossier: Case, inquiry: Inquiry) -> String? {
        guard inquiry.isAuthenticated, !inquiry.reading.readsForward,
            let offer = dossier.offers.first
        else { return nil }
        let counted = inquiry.classification.evidence
            .filter { $0.target == offer.rawValue && $0.field == "body" && $0.weight > 0 }
        var best: (sentence: String, points: Double)?
        for sentence in Sentence.all(in: inquiry.reading.newText) {
            let points = counted.reduce(0) {
                $0 + (sentence.text.contains(Sentence.onOneLine($1.text)) ? $1.weight : 0)
            }
            guard points >= Self.leastPoints, points > best?.points ?? 0, sentence.wishes,
                let quoted = sentence.shortened.flatMap(safeQuotation)
            else { continue }
            best = (quoted, points)
        }
        return best?.sentence
    }

    /// Points of its rules below which a sentence tells a reader too little.
    private static let leastPoints = 2.0
}

/// A sentence of the writer, on one line.
private struct Sentence {
    var text: String

    private static let ends: Set<Character> = [".", "!", "?", "…", ":", ";"]
    private static let limit = 160

    static func onOneLine(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Each part of a text between two full stops, empty lines, or beginnings of items.
    static func all(in text: String) -> [Sentence] {
        var sentences: [Sentence] = []
        var words = ""
        func close() {
            let line = withoutGreeting(onOneLine(words))
            if !line.isEmpty { sentences.append(Sentence(text: line)) }
            words = ""
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = line.drop(while: \.isWhitespace)
            if line.isEmpty || isItem(line) { close() }
            for character in isItem(line) ? line.drop(while: { !$0.isLetter }) : line {
                guard ends.contains(character) else {
                    words.append(character)
                    continue
                }
                if character == "?" { words.append(" ?") }
                close()
            }
            words.append(" ")
        }
        close()
        return sentences
    }

    /// As in `- trier`, `• trier`, `1. trier` or `2/ trier`.
    private static func isItem(_ line: Substring) -> Bool {
        guard let first = line.first else { return false }
        let mark = first.isNumber ? line.drop(while: \.isNumber).first : first
        return mark.map { "-–—•*·).°/".contains($0) } ?? false
    }

    private static func withoutGreeting(_ line: String) -> String {
        for greeting in ["Bonjour", "bonjour", "Bonsoir", "bonsoir", "Bjr", "bjr"]
        where line.hasPrefix(greeting + " ") || line.hasPrefix(greeting + ",") {
            return String(line.dropFirst(greeting.count).drop { " ,".contains($0) })
        }
        return line
    }

    private var words: [String] {
        StaffReasons.folded(text).split(separator: " ").map(String.init)
    }

    /// Whether it says what its writer wishes, and not what he does not.
    var wishes: Bool {
        let words = words
        return words.count >= 6 && !Self.dependent.contains(words[0])
            && !Self.pointing.contains(words[words.count - 1])
            && words.contains(where: Self.wishes.contains)
            && !words.contains(where: Self.refusals.contains)
    }

    /// At most what a letter repeats: a longer sentence ends at a comma, or is not repeated.
    var shortened: String? {
        guard text.count > Self.limit else { return text }
        guard let comma = text.prefix(Self.limit).lastIndex(of: ",") else { return nil }
        let start = text[..<comma]
        return start.count >= Self.limit / 2 ? "\(start)…" : nil
    }

    private static let wishes: Set<String> = [
        "voudrais", "voudrions", "voudrait", "aimerais", "aimerions", "aimerait", "souhaite",
        "souhaitons", "souhaiterais", "souhaiterions", "souhaitent", "cherche", "cherchons",
        "recherche", "recherchons", "veux", "voulons", "veut", "besoin", "envisage", "envisageons",
        "demandons", "comprendre", "interesse", "interessee", "interesses",
        "interessees", "interesserait", "ambition", "imagine", "imaginons", "permettre",
        "reprendre", "adopter", "installer", "utiliser", "faudrait", "aider", "creer", "developper",
        "construire", "monter",
    ]
    /// First words that lean on the sentence before, and last ones that point to it.
    private static let dependent: Set<String> = [
        "si", "c", "ce", "cela", "ca", "ceci", "il", "elle", "ils", "elles", "celui", "celle",
        "ceux", "celles", "dont", "qui", "que", "mais", "donc",
    ]
    private static let pointing: Set<String> = [
        "cela", "ca", "ceci", "y", "en", "celui", "celle", "ci", "la", "dedans", "lui",
    ]
    private static let refusals: Set<String> = [
        "pas", "plus", "jamais", "svp", "deja", "egalement", "aussi", "nulle", "aucun", "aucune",
    ]
}
