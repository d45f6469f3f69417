import Foundation

/// A letter as its reader gets it, read for what a missing value leaves behind.
struct LetterReview {
    /// Whether it goes to who wrote to us, and not to staff.
    let isForRequester: Bool
    let sources: LetterSources

    /// How many words a letter to who wrote to us may have.
    static let wordLimit = 250
    /// How many words of a sentence are still read in one go.
    static let sentenceLimit = 25

    typealias Problem = LetterFault.Problem

    func problems(in text: String) -> [Problem] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var problems: [Problem] = []
        var seen: Set<Substring> = []
        for (index, line) in lines.enumerated() where !line.isEmpty {
            let next = lines.indices.contains(index + 1) ? lines[index + 1] : ""
            problems += structure(line, next: next, rest: lines[(index + 1)...])
            problems += holes(in: line)
            // A mail to staff may hold the same words twice; an address may serve two offers.
            if isForRequester, !seen.insert(line).inserted, !line.contains("://") {
                problems.append(.repeatedLine(Self.shown(line)))
            }
        }
        for paragraph in lines.split(separator: "") { problems += Self.quotations(in: paragraph) }
        let words = LetterText.wordCount(text)
        if isForRequester, words > Self.wordLimit {
            problems.append(.tooLong(words: words, limit: Self.wordLimit))
        }
        return problems
    }

    /// What the letter has to say and does not.
    static func unsaid(in text: String, _ values: some RequesterValues) -> [Problem] {
        let text = text.lowercased()
        func says(_ words: String...) -> Bool { words.contains { text.contains($0) } }
        // The sentence about data asks for an answer too, but not for a correction.
        let isCorrected = text.split(separator: "\n").contains { line in
            ["répondez", "en répondant", "répondre à ce", "écrivez-nous"].contains {
                line.contains($0)
            }
                && !line.contains("effacer") && !line.contains("supprimer")
        }
        let essentials: [(LetterFault.Essential, Bool)] = [
            (.caseNumber, says(values.caseNumber.lowercased())),
            (.receipt, says(FrenchDates.long(values.receivedAt))),
            (.automatic, says("automatique")), (.correction, isCorrected),
            (.retention, says("nous gardons", "gardées", "gardés", "conserv")),
            (.erasure, says("effacer", "effacement", "supprimer", "suppression")),
        ]
        return essentials.filter { !$0.1 }.map { .unsaid($0.0) }
    }

    /// The sentences that are too long to be read in one go, without the words of others.
    func longSentences(in text: String, sparing others: [String]) -> [(
        sentence: String, words: Int
    )] {
        text.split(separator: "\n").flatMap { line -> [(sentence: String, words: Int)] in
            let own = others.reduce(String(line)) { $0.replacingOccurrences(of: $1, with: "") }
            return own.split { ".?!;:".contains($0) }.compactMap { sentence in
                let words = sentence.split(separator: " ").filter { $0.contains(where: \.isLetter) }
                guard words.count > Self.sentenceLimit else { return nil }
                return (words.joined(separator: " "), words.count)
            }
        }
    }

    // MARK: What a line needs around it

    private func structure(
        _ line: Substring,
        next: Substring,
        rest: ArraySlice<Substring>
    ) -> [Problem] {
        let bare = line.drop { $0 == " " }
        if Self.isEmptyItem(bare) { return [.emptyItem(Self.shown(line))] }
        if LetterText.isHeading(line), sources.isLiteral(line),
            next.isEmpty || sources.isLiteral(next) && LetterText.isHeading(next)
                || Self.isField(next)
        {
            return [.emptyHeading(Self.shown(line))]
        }
        guard line.last == ":" else { return [] }
        let origin = sources.origin(of: String(line))
        let following = rest.first { !$0.isEmpty }
        let isAnnounced = origin.map { $0.text.last == ":" } ?? true
        if isAnnounced, let following,
            !(sources.isLiteral(following) && LetterText.isHeading(following))
        {
            return []
        }
        return [.danglingColon(Self.shown(line))]
    }

    /// As in "-" or "1 -".
    private static func isEmptyItem(_ line: Substring) -> Bool {
        guard line.utf8.count < 5, line.last == "-" else { return false }
        return line.dropLast().allSatisfy { $0 == " " || $0.isNumber }
    }

    /// A label in capitals, two blanks, and what stands beside it.
    private static func isField(_ line: Substring) -> Bool {
        guard let gap = line.range(of: "  "), gap.lowerBound > line.startIndex else { return false }
        return LetterText.isHeading(line[..<gap.lowerBound])
    }

    // MARK: What a missing value leaves behind

    private func holes(in line: Substring) -> [Problem] {
        let bytes = Array(line.utf8)
        let indentation = bytes.prefix { $0 == Self.blank }.count
        // Two blanks and more are an indentation; one is what stood after a value.
        if indentation == 1 { return [.hole(" ", line: Self.shown(line))] }
        if let first = line.dropFirst(indentation).first, ".,;:)»".contains(first) {
            return [.hole(String(first), line: Self.shown(line))]
        }
        for index in bytes.indices.dropFirst(indentation + 1) {
            let pair = (bytes[index - 1], bytes[index])
            if pair == Self.braces.opening || pair == Self.braces.closing {
                return [.braces(Self.shown(line))]
            }
            // Between guillemets it is they that are empty.
            if pair == (Self.blank, Self.blank), index > 1, bytes[index - 2] == 0xAB { continue }
            let after = index + 1 < bytes.count ? bytes[index + 1] : Self.blank
            let isElided =
                pair == (UInt8(ascii: "'"), Self.blank) && index > 1
                && (index == 2 || bytes[index - 3] == Self.blank)
            if isElided || isHole(pair, before: after) {
                let hole = String(decoding: [pair.0, pair.1], as: UTF8.self)
                return [.hole(hole, line: Self.shown(line))]
            }
        }
        return []
    }

    private static let blank = UInt8(ascii: " ")
    private static let braces = (
        opening: (UInt8(ascii: "{"), UInt8(ascii: "{")),
        closing: (UInt8(ascii: "}"), UInt8(ascii: "}"))
    )

    /// Whether two characters only stand side by side where a value is missing.
    private func isHole(_ pair: (UInt8, UInt8), before third: UInt8) -> Bool {
        let (first, second) = (Unicode.Scalar(pair.0), Unicode.Scalar(pair.1))
        return switch (first, second) {
        case (" ", " "): isForRequester
        case (" ", "."), (" ", ","), (" ", ")"): third == Self.blank
        case ("(", " "), ("(", ")"), (",", ","), (",", "."): true
        case (".", "."): third != UInt8(ascii: ".")
        default: false
        }
    }

    /// Guillemets that hold nothing, and those that lack their other half in a paragraph.
    private static func quotations(in paragraph: ArraySlice<Substring>) -> [Problem] {
        var opening: Substring?
        for line in paragraph where line.utf8.contains(where: { $0 == 0xAB || $0 == 0xBB }) {
            var isEmpty = true
            for character in line {
                switch character {
                case "«":
                    if opening != nil { return [.unpairedQuotation(shown(line))] }
                    opening = line
                    isEmpty = true
                case "»":
                    guard opening != nil else { return [.unpairedQuotation(shown(line))] }
                    if isEmpty { return [.emptyQuotation(shown(line))] }
                    opening = nil
                default: if !character.isWhitespace { isEmpty = false }
                }
            }
        }
        return opening.map { [.unpairedQuotation(shown($0))] } ?? []
    }

    private static func shown(_ line: Substring) -> String {
        let line = LetterText.line(String(line))
        return line.count > 90 ? line.prefix(89) + "…" : line
    }
}

/// Whether the elements of a page are closed in the order they were opened.
enum Markup {
    /// Elements without an end.
    private static let void: Set<Substring> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
    ]

    /// The tag where the page is not well formed; `nil` where it is.
    static func fault(in html: String) -> String? {
        var open: [Substring] = []
        var rest = html[...]
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            if rest.hasPrefix("<!--") {
                guard let end = rest.range(of: "-->") else { return "<!--" }
                rest = rest[end.upperBound...]
                continue
            }
            guard let end = rest.utf8.firstIndex(of: UInt8(ascii: ">")) else { return shown(rest) }
            let tag = rest[rest.utf8.index(after: start)..<end]
            rest = rest[rest.utf8.index(after: end)...]
            if tag.hasPrefix("!") || tag.hasSuffix("/") { continue }
            let isEnd = tag.hasPrefix("/")
            let name = tag.dropFirst(isEnd ? 1 : 0).prefix { !$0.isWhitespace }
            guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }), !name.isEmpty,
                !tag.contains("<")
            else { return shown("<\(tag)>") }
            if isEnd {
                guard open.popLast() == name else { return shown("<\(tag)>") }
            } else if !void.contains(name) {
                open.append(name)
            }
        }
        return open.last.map { "<\($0)>" }
    }

    private static func shown(_ text: some StringProtocol) -> String { String(text.prefix(40)) }
}
