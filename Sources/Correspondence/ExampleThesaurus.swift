import Foundation
import French

/// The words by which the same subject is named, as staff keep them in `exemples-synonymes.txt`.
///
/// A line is a subject, its names separated by commas. `faible :` before it: the subject says little
/// alone. A name in brackets: that name says little alone. `ignorer :` words that tell nothing, and that
/// no other subject may use.
struct ExampleThesaurus: Sendable {
    /// What a subject is worth.
    enum Strength: Sendable { case strong, weak, ignored }

    struct Subject: Sendable {
        /// Its first name, as written.
        var name: String
        var strength: Strength
    }

    /// One name of a subject.
    struct Term: Sendable {
        /// By their numbers in `vocabulary`.
        var words: [Int]
        /// The words of the term that stand right after the one before.
        var isJoined: [Bool]
        var subject: Int
        /// Whether it says little alone: a name in brackets.
        var isCommon = false
        /// How many pauses its words may stand across: those it is written with.
        var pauses = 0
        /// Its words as written, folded: each list holds one spelling of the term.
        var spellings: [[String]]

        /// Whether a word is a form of the one at a place here, and not only of its stem.
        func admits(_ folded: String, at place: Int) -> Bool {
            spellings.contains { ExampleWords.areForms($0[place], folded) }
        }
    }

    private(set) var subjects: [Subject] = []
    private(set) var terms: [Term] = []
    /// The numbers of the words that terms are made of.
    private(set) var vocabulary: [String: Int] = [:]
    /// The terms by their first word.
    private(set) var termsByWord: [[Int]] = []
    private var termsByKeys: [[String]: Int] = [:]
    private var lines: [Int] = []

    static let fileName = "exemples-synonymes.txt"

    init() {}

    init(folder: URL) throws(ExamplesError) {
        try self.init(text: try ExampleFile.text(of: Self.fileName, in: folder))
    }

    init(text: String) throws(ExamplesError) {
        for (index, line) in ExampleFile.lines(of: text).enumerated() {
            do throws(Problem) {
                try read(line, number: index + 1)
            } catch {
                throw ExamplesError(file: Self.fileName, line: index + 1, problem: error)
            }
        }
    }

    private typealias Problem = ExamplesError.Problem

    private mutating func read(_ line: Substring, number: Int) throws(Problem) {
        let line = line.trimmingCharacters(in: .whitespaces)
        guard !line.isEmpty, !line.hasPrefix("#") else { return }
        var names = line[...]
        var strength = Strength.strong
        if let colon = line.firstIndex(of: ":") {
            let word = fold(line[..<colon].trimmingCharacters(in: .whitespaces))
            switch word {
            case "faible": strength = .weak
            case "ignorer": strength = .ignored
            default: throw .unknownMark(String(line[..<colon]))
            }
            names = line[line.index(after: colon)...]
        }
        let list = names.split { ",;".contains($0) }
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        guard let first = list.first else { throw .emptyGroup }
        let subject = subjects.count
        subjects.append(Subject(name: first, strength: strength))
        lines.append(number)
        for name in list { try add(name, to: subject) }
    }

    private mutating func add(_ name: String, to subject: Int) throws(Problem) {
        let isCommon = name.hasPrefix("(") && name.hasSuffix(")")
        let name = isCommon ? String(name.dropFirst().dropLast()) : name
        let words = ExampleWords.words(of: name)
        guard let first = words.first else { throw .noWord(name) }
        if words.count == 1, name.contains(where: \.isWhitespace) {
            let pieces = name.split { $0.isWhitespace || "'’".contains($0) }.map {
                fold(String($0))
            }
            let word = pieces.first { ExampleWords.words(of: $0).first == first }
            throw .oneWordLeft(name, word: word ?? first.key)
        }
        if let known = termsByKeys[words.map(\.key)] {
            let other = terms[known].subject
            // Tolerated: two forms of a word in one group, as in "cantine, cantines".
            guard other == subject else { throw .inTwoGroups(name, otherLine: lines[other]) }
            terms[known].spellings.append(words.map(\.folded))
            return
        }
        append(words, of: name, to: subject, isCommon: isCommon)
    }

    private mutating func append(
        _ words: [ExampleWords.Word],
        of name: String,
        to subject: Int,
        isCommon: Bool = false
    ) {
        let numbers = words.map { word in
            if let number = vocabulary[word.key] { return number }
            vocabulary[word.key] = termsByWord.count
            termsByWord.append([])
            return termsByWord.count - 1
        }
        termsByKeys[words.map(\.key)] = terms.count
        termsByWord[numbers[0]].append(terms.count)
        terms.append(
            Term(
                words: numbers,
                isJoined: words.map(\.isJoined),
                subject: subject,
                isCommon: isCommon,
                pauses: name.split(whereSeparator: \.isWhitespace)
                    .count { ExampleWords.isPause(fold(String($0))) },
                spellings: [words.map(\.folded)]
            )
        )
    }

    /// The subject that a theme of a table names, a new one where no group has it; `nil` for a theme
    /// without a word.
    mutating func subject(ofTheme theme: String) -> Int? {
        let words = ExampleWords.words(of: theme)
        guard !words.isEmpty else { return nil }
        if let known = termsByKeys[words.map(\.key)] {
            terms[known].spellings.append(words.map(\.folded))
            return terms[known].subject
        }
        subjects.append(Subject(name: theme, strength: .strong))
        lines.append(0)
        append(words, of: theme, to: subjects.count - 1)
        return subjects.count - 1
    }
}
