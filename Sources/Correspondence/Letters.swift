import Foundation
import Templates

/// The letters we write, by the file that holds each text.
package enum Letter: String, Hashable, Sendable, CaseIterable {
    case answer = "reponse"
    case clarification
    case acknowledgement = "accuse"
    case summary = "resume"
    case update = "complement"
    case alert = "alerte"
    case incident = "panne"
    case recap

    /// Its file in the folder of templates.
    package var fileName: String { "\(rawValue).txt.mustache" }
}

/// What one letter is filled with.
package protocol LetterValues: Sendable {
    static var letter: Letter { get }
    /// Values with every field filled: tells which names a template may use, and serves to show a
    /// letter to those who edit it.
    static var specimen: Self { get }
    /// The title of the HTML page.
    var title: String { get }
    /// The values by the names that templates use.
    func templateValues(facts: Facts, on day: Date) -> [String: TemplateValue]
    /// How many words the letter may have; `nil`: as many as it takes.
    static var wordLimit: Int? { get }
    /// The example links it gives.
    var examples: [ExampleLink] { get }
    /// The same without its least needed part; `nil` when nothing can be left out any more.
    func shortened() -> Self?
}

extension LetterValues {
    package static var wordLimit: Int? { nil }
    package var examples: [ExampleLink] { [] }
    package func shortened() -> Self? { nil }
}

/// A letter in both forms; the HTML is made from the text.
package struct RenderedLetter: Hashable, Sendable {
    /// LF line ends, no blanks at a line's end, one line end at the end.
    package var text: String
    package var html: String
    /// The example links that stand in it: a letter that would be too long leaves some out.
    package var examples: [ExampleLink] = []
}

/// The folder of templates, loaded and checked: every letter, the facts, the example links.
///
/// A name that a template uses and that does not exist is refused here, with its place, so that no
/// mail ever leaves with a hole in it.
package struct Letters: Sendable {
    package let facts: Facts
    package internal(set) var examples: ExampleLinks
    /// The facts past their review day when the folder was loaded; their fallback is used.
    package let expiredFacts: [String]
    private let templates: [Letter: Template]
    private let frame: HTMLFrame

    /// Throws `TemplateError`, `FactsError` or `ExamplesError`, all described in French.
    package init(folder: URL, today: Date, showsUncheckedExamples: Bool = true) throws {
        facts = try Self.readFacts(in: folder)
        examples = try ExampleLinks(folder: folder)
        examples.showsUnchecked = showsUncheckedExamples
        expiredFacts = facts.expired(on: today)
        var templates: [Letter: Template] = [:]
        for letter in Letter.allCases {
            let template = try Template.load(file: folder.appendingPathComponent(letter.fileName))
            let names = Self.names(letter, facts: facts, today: today)
            try Self.check(template, allowed: names.union(facts.names))
            if template.uses.isEmpty {
                throw TemplateError(file: letter.fileName, line: 1, column: 1, problem: .blank)
            }
            templates[letter] = template
        }
        self.templates = templates
        let frame = try Template.load(file: folder.appendingPathComponent(HTMLFrame.fileName))
        try Self.check(frame, allowed: HTMLFrame.names)
        self.frame = HTMLFrame(frame: frame)
    }

    /// Writes one letter with the facts as they stand on a day.
    package func render<Values: LetterValues>(_ values: Values, on day: Date) -> RenderedLetter {
        let (fitting, marked) = fit(values, on: day)
        return RenderedLetter(
            text: LetterText.plain(marked),
            html: frame.html(from: marked, title: values.title),
            examples: fitting.examples
        )
    }

    private func fit<Values: LetterValues>(
        _ values: Values,
        on day: Date
    ) -> (values: Values, text: String) {
        var values = values
        var text = renderText(values, on: day)
        while let limit = Values.wordLimit, LetterText.wordCount(text) > limit,
            let shorter = values.shortened()
        {
            values = shorter
            text = renderText(values, on: day)
        }
        return (values, text)
    }

    private func renderText<Values: LetterValues>(_ values: Values, on day: Date) -> String {
        let own = values.templateValues(facts: facts, on: day)
        let all = facts.values(on: day).merging(own) { _, own in own }
        return LetterText.tidied(templates[Values.letter]?.render(.object(all)) ?? "")
    }

    /// The names that a letter's template may use beside the facts.
    private static func names(_ letter: Letter, facts: Facts, today: Date) -> Set<String> {
        func names(_ values: some LetterValues) -> Set<String> {
            allKeys(in: .object(values.templateValues(facts: facts, on: today)))
        }
        return switch letter {
        case .answer: names(AnswerValues.specimen).union(["promesse", "date"])
        case .clarification: names(ClarificationValues.specimen)
        case .acknowledgement: names(AcknowledgementValues.specimen)
        case .summary: names(SummaryValues.specimen)
        case .update: names(UpdateValues.specimen)
        case .alert: names(AlertValues.specimen)
        case .incident: names(IncidentValues.specimen)
        case .recap: names(RecapValues.specimen)
        }
    }

    private static func allKeys(in value: TemplateValue) -> Set<String> {
        switch value {
        case .object(let members):
            members.values.reduce(into: Set(members.keys)) { $0.formUnion(allKeys(in: $1)) }
        case .list(let items): items.reduce(into: []) { $0.formUnion(allKeys(in: $1)) }
        case .null, .bool, .number, .text: []
        }
    }

    private static func check(_ template: Template, allowed: Set<String>) throws {
        if let missing = template.missingPartials.first {
            throw error(at: missing, .missingPartial(missing.name))
        }
        for use in template.uses {
            for part in use.name.split(separator: ".").map(String.init)
            where !allowed.contains(part) {
                throw error(
                    at: use,
                    .unknownName(use.name, nearest: nearest(to: part, in: allowed))
                )
            }
        }
    }

    private static func error(
        at use: Template.Use,
        _ problem: TemplateError.Problem
    ) -> TemplateError {
        TemplateError(file: use.file, line: use.line, column: use.column, problem: problem)
    }

    /// The facts alone, for those who only look when they are to be reviewed.
    package static func readFacts(in folder: URL) throws -> Facts {
        let name = "faits.conf"
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)),
            let source = String(data: data, encoding: .utf8)
        else {
            throw TemplateError(
                file: name,
                line: 1,
                column: 1,
                problem: .unreadable(reason: "absent, ou enregistré autrement qu'en UTF-8")
            )
        }
        return try Facts(source: source, file: name)
    }
}
