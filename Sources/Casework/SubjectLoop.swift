import Foundation

/// Recognises by its subject a mail that two desks send each other, each adding to what the other
/// wrote.
package enum SubjectLoop {
    /// Why such a mail is not answered; `nil` for the subject of a person. In French, for staff.
    package static func objection(toAnswering subject: String) -> String? {
        let subject = subject.prefix(longest)
        if nestsOurs(subject) { return "l'objet contient déjà l'objet d'une de nos réponses" }
        if foreignTags(in: subject) >= 2 {
            return "l'objet porte deux numéros d'autres guichets : deux robots se répondent"
        }
        return nil
    }

    /// In characters: nobody reads further.
    private static let longest = 1_000

    /// Whether a case number of ours stands twice, or two stand with an answer's prefix between.
    private static func nestsOurs(_ subject: Substring) -> Bool {
        var found: [(number: CaseNumber, end: Substring.Index)] = []
        for word in subject.split(whereSeparator: { !isOfNumber($0) }) {
            guard let number = CaseNumber(word) else { continue }
            if found.contains(where: { $0.number == number }) { return true }
            if let last = found.last, hasReplyPrefix(subject[last.end..<word.startIndex]) {
                return true
            }
            found.append((number, word.endIndex))
        }
        return false
    }

    private static func isOfNumber(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "-")
    }

    private static func hasReplyPrefix(_ text: Substring) -> Bool {
        text.lowercased().split(separator: " ").contains {
            ["re:", "re", "ré:", "rép:", "aw:", "sv:"].contains($0)
        }
    }

    // MARK: Tags of other desks

    /// How many numbers of other desks a subject carries, as in `[Ticket#2026112810000012]`,
    /// `[GLPI #0001234]`, `##RE-1234##`, `[INFRA-77]`, `(Case 123456)`, each once.
    private static func foreignTags(in subject: Substring) -> Int {
        let hashed = subject.split(separator: "#", omittingEmptySubsequences: false).dropFirst()
        var tags = Set(hashed.compactMap(hashedNumber))
        var start: Substring.Index?
        for index in subject.indices {
            switch subject[index] {
            case "[", "(", "{": start = subject.index(after: index)
            case "]", ")", "}":
                if let start, let tag = tag(in: subject[start..<index]) { tags.insert(tag) }
                start = nil
            default: break
            }
        }
        return tags.count
    }

    /// The figures that follow a "#", a few letters between: as in `RE-1234`, ` 0001234`.
    private static func hashedNumber(_ text: Substring) -> String? {
        let word = text.drop { $0 == " " }.prefix { isOfNumber($0) }
        let digits = word.filter(\.isNumber)
        return digits.count >= 3 && word.count <= 30 ? digits : nil
    }

    /// What stands in brackets, if it is a project's key or a number with its name.
    private static func tag(in text: Substring) -> String? {
        guard text.count <= 60, CaseNumber(text) == nil else { return nil }
        if isProjectKey(text) { return String(text) }
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard words.contains(where: { names.contains(String($0)) }) else { return nil }
        return words.lazy.map { $0.filter(\.isNumber) }.first { $0.count >= 3 }
    }

    /// As in `INFRA-77`.
    private static func isProjectKey(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count >= 2, parts[1].count >= 2 else { return false }
        return parts[0].allSatisfy { $0.isASCII && $0.isUppercase }
            && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static let names: Set<String> = [
        "ticket", "case", "incident", "demande", "req", "request", "ref", "id", "sr", "issue",
        "bug", "assistance", "support", "helpdesk", "glpi", "otrs", "rt", "intervention",
    ]
}
