import Casework
import Foundation
import Templates

/// What our letters state about the offers: dated data with a source, an owner and a fallback.
///
/// A fact is stated until the end of its review day; from the day after, its fallback stands in. A
/// fact without a value is absent: a template shows it only where it is filled.
package struct Facts: Sendable {
    /// The file that states them.
    package static let fileName = "faits.conf"

    private var facts: [String: Fact]

    /// One fact, as one section of the file states it.
    package struct Fact: Hashable, Sendable {
        package var name: String
        package var value: String
        /// Where it can be checked.
        package var source: String
        package var owner: String
        /// The last day it may be stated.
        package var reviewDay: CivilDay
        /// What is said instead after that day; empty: nothing.
        package var fallback: String
        /// Where the section starts; counts from 1.
        package var line: Int

        /// Whether there is a value and its review day is over.
        package func isExpired(on day: CivilDay) -> Bool { !value.isEmpty && reviewDay < day }

        /// What may be stated on a day; `nil` when nothing may.
        package func text(on day: CivilDay) -> String? {
            let text = isExpired(on: day) ? fallback : value
            return text.isEmpty ? nil : text
        }
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

    /// Every fact, in the order of the file.
    package var all: [Fact] { facts.values.sorted { $0.line < $1.line } }

    /// What may be stated about a fact on a day; `nil` when nothing may.
    package func text(_ name: String, on day: Date) -> String? {
        facts[name]?.text(on: CivilDay(of: day))
    }

    /// Every fact as a template sees it on a day: a text, or null.
    package func values(on day: Date) -> [String: TemplateValue] {
        let day = CivilDay(of: day)
        return facts.mapValues { $0.text(on: day).map(TemplateValue.text) ?? .null }
    }

    /// The facts that must be there, be it without a value: those that we look for by name, and those
    /// that the public page does not state, which staff could not find to fill otherwise.
    package static let required = [
        delay, caller, "adresse_service", "telephone_service", "duree_conservation",
        "contact_donnees",
    ]

    /// Refuses a file without one of the required facts.
    package func checkRequired(file: String) throws(FactsError) {
        guard let missing = Self.required.first(where: { facts[$0] == nil }) else { return }
        let meant = nearest(to: missing, in: names.subtracting(Self.required))
        throw FactsError(
            file: file,
            line: meant.flatMap { facts[$0]?.line } ?? 1,
            column: 1,
            problem: .missingFact(missing, meant: meant)
        )
    }

    // MARK: Reviews

    /// The facts that have a value and are past their review day, by name.
    package func expired(on day: Date) -> [String] {
        let day = CivilDay(of: day)
        return facts.values.filter { $0.isExpired(on: day) }.map(\.name).sorted()
    }

    /// How many days before its review day staff are told of a fact.
    package static let noticeDays = 30

    /// The facts that have a value and whose review day is that day or one of the `days` after it,
    /// the most urgent first.
    package func dueForReview(on day: Date, within days: Int = noticeDays) -> [Fact] {
        let first = CivilDay(of: day)
        let last = first.adding(days: days)
        return all.filter { !$0.value.isEmpty && (first...last).contains($0.reviewDay) }
            .sorted { ($0.reviewDay, $0.line) < ($1.reviewDay, $1.line) }
    }

    /// The facts without a value: no letter says a word of them.
    package var empty: [Fact] { all.filter(\.value.isEmpty) }

    // MARK: Promises

    /// In how many working days a letter may say that somebody calls; `nil` while the delay or who
    /// calls may not be stated: then nothing is promised.
    package func promisedDelay(on day: Date) -> Int? {
        guard text(Self.caller, on: day) != nil else { return nil }
        return text(Self.delay, on: day).flatMap { FactKind.days($0) }
    }

    package static let delay = "delai_jours_ouvres"
    package static let caller = "qui_rappelle"
}
