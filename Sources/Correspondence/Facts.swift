import Foundation
import Templates

/// What our letters state about the offers: dated data with a source, an owner and a fallback.
///
/// A fact is stated until the end of its review day; from the day after, its fallback stands in. A
/// fact without a value is absent: a template shows it only where it is filled.
package struct Facts: Sendable {
    private let facts: [String: Fact]

    /// One fact, as one section of the file states it.
    package struct Fact: Hashable, Sendable {
        package var name: String
        package var value: String
        /// Where it can be checked.
        package var source: String
        package var owner: String
        /// The last day it may be stated, as in 20270630.
        package var reviewDay: Int
        /// What is said instead after that day; empty: nothing.
        package var fallback: String
        /// Where the section starts; counts from 1.
        package var line: Int
    }

    /// Reads the file of facts; `file` is the name that errors give it.
    package init(source: String, file: String) throws(FactsError) {
        var parser = FactsParser(file: file)
        facts = try parser.parse(source)
    }

    init(_ facts: [Fact]) {
        self.facts = Dictionary(
            facts.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    package var names: Set<String> { Set(facts.keys) }

    package subscript(name: String) -> Fact? { facts[name] }

    /// What may be stated about a fact on a day; `nil` when nothing may.
    package func text(_ name: String, on day: Date) -> String? {
        facts[name].flatMap { Self.text($0, on: FrenchDates.dayNumber(day)) }
    }

    /// Every fact as a template sees it on a day: a text, or null.
    package func values(on day: Date) -> [String: TemplateValue] {
        let day = FrenchDates.dayNumber(day)
        return facts.mapValues { Self.text($0, on: day).map(TemplateValue.text) ?? .null }
    }

    /// The facts that have a value and are past their review day, by name.
    package func expired(on day: Date) -> [String] {
        let day = FrenchDates.dayNumber(day)
        return facts.values.filter { Self.isExpired($0, on: day) }.map(\.name).sorted()
    }

    private static func text(_ fact: Fact, on day: Int) -> String? {
        let text = isExpired(fact, on: day) ? fact.fallback : fact.value
        return text.isEmpty ? nil : text
    }

    private static func isExpired(_ fact: Fact, on day: Int) -> Bool {
        !fact.value.isEmpty && fact.reviewDay < day
    }
}

/// A file of facts that cannot be used, pointing at the character to change.
package struct FactsError: Error, Hashable, CustomStringConvertible {
    package var file: String
    /// Both count from 1; the column counts characters, as editors do.
    package var line: Int
    package var column: Int
    package var problem: Problem

    package enum Problem: Hashable, Sendable {
        case notAnEntry
        case badSection(String)
        case repeatedSection(String, firstLine: Int)
        case entryBeforeSection
        case unknownKey(String, nearest: String?)
        case repeatedKey(String)
        case missingKey(String, fact: String)
        case badDate(String)
        case unclosedQuote
        case missingSource(fact: String)
        case badLink(String)
    }

    /// For those who keep the facts, so in French.
    package var description: String { "\(file):\(line):\(column) : \(finding)" }

    private var finding: String {
        switch problem {
        case .notAnEntry:
            "ligne incomprise ; écrivez « clé = valeur », « [nom] » ou « # commentaire »"
        case .badSection(let name):
            "« \(name) » ne peut pas nommer un fait ; "
                + "écrivez « [nom] », avec des lettres sans accent, des chiffres et « _ »"
        case .repeatedSection(let name, let firstLine):
            "le fait « \(name) » existe déjà ligne \(firstLine) ; gardez-en un seul"
        case .entryBeforeSection:
            "cette ligne n'appartient à aucun fait ; écrivez d'abord « [nom] »"
        case .unknownKey(let key, let nearest):
            "« \(key) » n'existe pas ; "
                + (nearest.map { "vouliez-vous « \($0) » ?" }
                    ?? "écrivez valeur, source, responsable, revoir_le ou repli")
        case .repeatedKey(let key):
            "« \(key) » est déjà rempli pour ce fait ; gardez une seule ligne"
        case .missingKey(let key, let fact):
            "il manque « \(key) » au fait « \(fact) » ; ajoutez la ligne « \(key) = »"
        case .badDate(let text):
            "« \(text) » n'est pas une date ; écrivez l'année, le mois, le jour : 2027-06-30"
        case .unclosedQuote:
            "guillemet non fermé ; ajoutez « \" » à la fin de la valeur"
        case .badLink(let text):
            "« \(text) » n'est pas une adresse ; elle commence par https:// ou http://"
        case .missingSource(let fact):
            "le fait « \(fact) » a une valeur mais pas de source ou de responsable ; remplissez-les"
        }
    }
}

/// Reads `[fact]` sections of `key = value` lines.
private struct FactsParser {
    let file: String
    private var facts: [String: Facts.Fact] = [:]
    /// The section being read: its name, its line, and what it holds so far.
    private var section: (name: String, line: Int, entries: [String: Entry])?

    private struct Entry {
        var value: String
        var line: Int
        var column: Int
    }

    private static let keys = ["valeur", "source", "responsable", "revoir_le", "repli"]

    init(file: String) { self.file = file }

    mutating func parse(_ source: String) throws(FactsError) -> [String: Facts.Fact] {
        var source = source[...]
        // Tolerated: the byte order mark that Windows editors put before a text.
        if source.first == "\u{FEFF}" { source.removeFirst() }
        let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            try read(line, number: index + 1)
        }
        try closeSection()
        return facts
    }

    private mutating func read(_ line: Substring, number: Int) throws(FactsError) {
        let content = line.trimmed
        guard let first = content.first, first != "#" else { return }
        let column = line.distance(from: line.startIndex, to: content.startIndex) + 1
        if first == "[" {
            try closeSection()
            try openSection(content, line: number, column: column)
        } else {
            try readEntry(content, line: number, column: column)
        }
    }

    private mutating func openSection(
        _ content: Substring,
        line: Int,
        column: Int
    ) throws(FactsError) {
        let name = String(content.dropFirst().dropLast())
        let isName = name.utf8.allSatisfy {
            $0 == UInt8(ascii: "_") || Character(UnicodeScalar($0)).isLetter
                || Character(UnicodeScalar($0)).isNumber
        }
        guard content.last == "]", !name.isEmpty, name.allSatisfy(\.isASCII), isName else {
            throw error(.badSection(String(content)), line, column)
        }
        if let earlier = facts[name] {
            throw error(.repeatedSection(name, firstLine: earlier.line), line, column)
        }
        section = (name, line, [:])
    }

    private mutating func readEntry(
        _ content: Substring,
        line: Int,
        column: Int
    ) throws(FactsError) {
        guard let equals = content.firstIndex(of: "=") else {
            throw error(.notAnEntry, line, column)
        }
        let key = String(content[..<equals].trimmed)
        guard section != nil else { throw error(.entryBeforeSection, line, column) }
        guard Self.keys.contains(key) else {
            throw error(.unknownKey(key, nearest: nearest(to: key, in: Self.keys)), line, column)
        }
        guard section?.entries[key] == nil else { throw error(.repeatedKey(key), line, column) }
        let written = content[content.index(after: equals)...].trimmed
        let valueColumn =
            column + content.distance(from: content.startIndex, to: written.startIndex)
        let value = try unquoted(written, line: line, column: valueColumn)
        section?.entries[key] = Entry(value: value, line: line, column: valueColumn)
    }

    private func unquoted(
        _ written: Substring,
        line: Int,
        column: Int
    ) throws(FactsError) -> String {
        guard written.first == "\"" else { return String(written) }
        guard written.count > 1, written.last == "\"" else {
            throw error(.unclosedQuote, line, column)
        }
        return String(written.dropFirst().dropLast())
    }

    private mutating func closeSection() throws(FactsError) {
        guard let (name, line, entries) = section else { return }
        section = nil
        for key in Self.keys where entries[key] == nil {
            throw error(.missingKey(key, fact: name), line, 1)
        }
        func value(_ key: String) -> String { entries[key]?.value ?? "" }
        guard let day = FrenchDates.dayNumber(iso: value("revoir_le")) else {
            throw error(
                .badDate(value("revoir_le")),
                entries["revoir_le"]?.line ?? line,
                entries["revoir_le"]?.column ?? 1
            )
        }
        if !value("valeur").isEmpty, value("source").isEmpty || value("responsable").isEmpty {
            throw error(.missingSource(fact: name), line, 1)
        }
        // What is named "lien_…" stands alone on a line of our letters and becomes a link there.
        for key in ["valeur", "repli"] where name.hasPrefix("lien_") && !value(key).isEmpty {
            guard value(key).hasPrefix("https://") || value(key).hasPrefix("http://") else {
                let entry = entries[key]
                throw error(.badLink(value(key)), entry?.line ?? line, entry?.column ?? 1)
            }
        }
        facts[name] = Facts.Fact(
            name: name,
            value: value("valeur"),
            source: value("source"),
            owner: value("responsable"),
            reviewDay: day,
            fallback: value("repli"),
            line: line
        )
    }

    private func error(_ problem: FactsError.Problem, _ line: Int, _ column: Int) -> FactsError {
        FactsError(file: file, line: line, column: column, problem: problem)
    }
}

extension Substring {
    /// Without the blanks at both ends.
    fileprivate var trimmed: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

/// The candidate that a mistyped word most likely meant; `nil` when none is close.
func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let limit = max(2, word.count / 3)
    return candidates.sorted()
        .map { (candidate: $0, distance: editDistance(word, $0)) }
        .filter { $0.distance <= limit }
        .min { $0.distance < $1.distance }?.candidate
}

/// How many letters must be added, removed or replaced to make one word the other (Levenshtein).
private func editDistance(_ first: String, _ second: String) -> Int {
    let (first, second) = (Array(first.lowercased()), Array(second.lowercased()))
    var row = Array(0...second.count)
    for (i, letter) in first.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in second.enumerated() {
            let replaced = diagonal + (letter == other ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[second.count]
}
