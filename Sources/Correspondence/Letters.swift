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
    case factReview = "faits"

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
    var links: [ExampleLink] { get }
    /// The same without its least needed part; `nil` when nothing can be left out any more.
    func shortened() -> Self?
}

extension LetterValues {
    package static var wordLimit: Int? { nil }
    package var links: [ExampleLink] { [] }
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
/// A name that a template uses and that does not exist is refused here, with its place; then every
/// letter is written on every occasion, so that no mail ever leaves with a hole in it.
package struct Letters: Sendable {
    package let facts: Facts
    package internal(set) var examples: ExampleLinks
    /// The facts past their review day when the folder was loaded; their fallback is used.
    package let expiredFacts: [String]
    /// What the authors of the letters might write better, in French; only a thorough trial says it.
    package private(set) var notices: [String] = []
    private let templates: [Letter: Template]
    private let frame: HTMLFrame
    /// The file of facts, whose lines may be those of a letter.
    private let factsSource: String

    /// Throws `TemplateError`, `FactsError`, `ExamplesError` or `LetterFaults`, all described in French.
    ///
    /// - Parameters:
    ///   - showsUncheckedExamples: whether letters give pages that nobody has checked yet.
    ///   - isThorough: tries each thing alone missing in each class, and not only every two together:
    ///     what authors wait for and a starting service does not.
    ///   - isTried: whether every letter is written on every occasion before.
    package init(
        folder: URL,
        today: Date,
        showsUncheckedExamples: Bool = true,
        isThorough: Bool = false,
        isTried: Bool = true
    ) throws {
        (facts, factsSource) = try Self.readFactsAndSource(in: folder)
        try facts.checkRequired(file: Facts.fileName)
        examples = try ExampleLinks(folder: folder)
        examples.showsUnchecked = showsUncheckedExamples
        expiredFacts = facts.expired(on: today)
        var templates: [Letter: Template] = [:]
        for letter in Letter.allCases {
            let template = try Template.load(file: folder.appendingPathComponent(letter.fileName))
            let allowed = LetterNames.of(letter, facts: facts, examples: examples, on: today)
            try LetterNames.check(template, allowed: allowed)
            if template.uses.isEmpty {
                throw TemplateError(file: letter.fileName, line: 1, column: 1, problem: .blank)
            }
            templates[letter] = template
        }
        self.templates = templates
        let frame = try Template.load(file: folder.appendingPathComponent(HTMLFrame.fileName))
        try LetterNames.checkFrame(frame)
        self.frame = HTMLFrame(frame: frame)
        guard isTried else { return }
        var trial = LettersTrial(self, on: today, isThorough: isThorough)
        try trial.run()
        notices = trial.notices
    }

    /// Writes one letter with the facts as they stand on a day.
    package func render<Values: LetterValues>(_ values: Values, on day: Date) -> RenderedLetter {
        let draft = draft(values, facts: facts, on: day)
        return RenderedLetter(
            text: LetterText.plain(draft.text),
            html: html(draft),
            examples: draft.values.links
        )
    }

    /// A letter whose links are still marked.
    struct Draft<Values: LetterValues> {
        /// What was left of the values when it was short enough.
        var values: Values
        var text: String
        var rendering: Template.Rendering
    }

    /// The letter without what makes it too long.
    func draft<Values: LetterValues>(
        _ values: Values,
        facts: Facts,
        on day: Date
    ) -> Draft<Values> {
        var draft = wholeDraft(values, facts: facts, on: day)
        while let limit = Values.wordLimit, !draft.rendering.isCut,
            LetterText.wordCount(draft.text) > limit, let shorter = draft.values.shortened()
        {
            draft = wholeDraft(shorter, facts: facts, on: day)
        }
        return draft
    }

    private func wholeDraft<Values: LetterValues>(
        _ values: Values,
        facts: Facts,
        on day: Date
    ) -> Draft<Values> {
        let own = values.templateValues(facts: facts, on: day)
        let all = facts.values(on: day).merging(own) { _, own in own }
        let rendering = templates[Values.letter]?.rendering(.object(all)) ?? Template.Rendering()
        return Draft(
            values: values,
            text: LetterText.tidied(rendering.text),
            rendering: rendering
        )
    }

    func html(_ draft: Draft<some LetterValues>) -> String {
        frame.html(from: draft.text, title: draft.values.title)
    }

    /// The files that one letter is made of.
    func sources(of letter: Letter) -> LetterSources {
        var files = templates[letter]?.sources ?? [:]
        files[Facts.fileName] = factsSource
        return LetterSources(files)
    }

    /// The facts alone, for those who only look when they are to be reviewed.
    package static func readFacts(in folder: URL) throws -> Facts {
        try readFactsAndSource(in: folder).facts
    }

    private static func readFactsAndSource(in folder: URL) throws -> (facts: Facts, source: String)
    {
        let source = try Template.read(folder.appendingPathComponent(Facts.fileName))
        return (try Facts(source: source, file: Facts.fileName), source)
    }
}
