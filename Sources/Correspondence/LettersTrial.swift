import Foundation
import Templates

/// Writes every letter on every occasion before the first mail is made, and reads each for what a
/// missing value leaves behind.
struct LettersTrial {
    private let letters: Letters
    private let day: Date
    private let isThorough: Bool
    private var faults: [LetterFault] = []
    /// Sentences that are hard to read, in French; only a thorough trial looks for them.
    private(set) var notices: [String] = []
    /// How many letters were written.
    private(set) var count = 0

    init(_ letters: Letters, on day: Date, isThorough: Bool) {
        self.letters = letters
        self.day = day
        self.isThorough = isThorough
    }

    /// Throws `LetterFaults`, or `TemplateError` for a name that stands where it has no value.
    mutating func run() throws {
        let facts = isThorough ? FactsState.each(letters.facts) : FactsState.main(letters.facts)
        let staff = Array(facts.prefix(1))
        for letter in Letter.allCases where faults.count < LetterFaults.limit {
            switch letter {
            case .answer: try run(AnswerValues.self, facts)
            case .clarification: try run(ClarificationValues.self, facts)
            case .acknowledgement: try run(AcknowledgementValues.self, facts)
            case .summary: try run(SummaryValues.self, staff)
            case .update: try run(UpdateValues.self, staff)
            case .alert: try run(AlertValues.self, staff)
            case .incident: try run(IncidentValues.self, staff)
            case .recap: try run(RecapValues.self, staff)
            case .factReview: try run(FactReviewValues.self, staff)
            }
        }
        guard faults.isEmpty else { throw LetterFaults(faults: faults) }
    }

    private mutating func run<Values: TriedValues>(_: Values.Type, _ facts: [FactsState]) throws {
        let variants = Values.variants(facts, examples: letters.examples)
        let sources = letters.sources(of: Values.letter)
        let review = LetterReview(
            isForRequester: Values.self is any RequesterValues.Type,
            sources: sources
        )
        // What does not depend on the facts is written alike on many occasions.
        var read: Set<String> = []
        for row in isThorough ? variants.pairs + variants.alone : variants.pairs {
            guard faults.count < LetterFaults.limit else { return }
            let values = variants.values(row)
            let draft = letters.draft(values, facts: variants.facts(row).facts, on: day)
            count += 1
            try checkRendering(draft.rendering, Values.specimen)
            guard read.insert(draft.text).inserted else { continue }
            for problem in problems(values, draft, review) {
                note(problem, row, variants, review)
            }
            if isThorough { noteLongSentences(values, draft, review) }
        }
    }

    private func checkRendering(
        _ rendering: Template.Rendering,
        _ specimen: some LetterValues
    ) throws(TemplateError) {
        let file = type(of: specimen).letter.fileName
        if rendering.isCut {
            throw TemplateError(file: file, line: 1, column: 1, problem: .endless)
        }
        if let use = rendering.unresolved.min(by: { ($0.file, $0.line) < ($1.file, $1.line) }) {
            throw LetterNames.outOfPlace(use, in: specimen, letters.facts, on: day)
        }
    }

    private func problems<Values: TriedValues>(
        _ values: Values,
        _ draft: Letters.Draft<Values>,
        _ review: LetterReview
    ) -> [LetterFault.Problem] {
        let text = LetterText.plain(draft.text)
        var problems = review.problems(in: text)
        if let values = values as? any RequesterValues {
            problems += LetterReview.unsaid(in: text, values)
        }
        if let tag = Markup.fault(in: letters.html(draft)) {
            problems.append(.markup(tag))
        }
        return problems
    }

    private mutating func note<Values: TriedValues>(
        _ problem: LetterFault.Problem,
        _ row: LetterVariants<Values>.Row,
        _ variants: LetterVariants<Values>,
        _ review: LetterReview
    ) {
        let letter = Values.letter
        guard faults.count < LetterFaults.limit,
            !faults.contains(where: { $0.letter == letter && $0.problem.isLike(problem) })
        else { return }
        let simplest = variants.simplest(row) { row in
            let values = variants.values(row)
            let draft = letters.draft(values, facts: variants.facts(row).facts, on: day)
            return problems(values, draft, review).contains { $0.isLike(problem) }
        }
        let origin = problem.line.flatMap { review.sources.origin(of: $0) }
        faults.append(
            LetterFault(
                file: origin?.file ?? letter.fileName,
                line: origin?.number,
                letter: letter,
                occasion: variants.words(simplest),
                problem: problem
            )
        )
    }

    private mutating func noteLongSentences<Values: TriedValues>(
        _ values: Values,
        _ draft: Letters.Draft<Values>,
        _ review: LetterReview
    ) {
        guard review.isForRequester else { return }
        let own = values.templateValues(facts: letters.facts, on: day)
        let others = TemplateValue.object(own).texts.filter { $0.count > 20 }
        for (sentence, words) in review.longSentences(
            in: LetterText.plain(draft.text),
            sparing: others
        ) {
            let origin = review.sources.origin(of: sentence)
            let place = origin.map { "\($0.file):\($0.number)" } ?? Values.letter.fileName
            let beginning = sentence.split(separator: " ").prefix(8).joined(separator: " ")
            let notice =
                "\(place) : une phrase de \(words) mots, « \(beginning)… » ; "
                + "moins de \(LetterReview.sentenceLimit) se lisent d'une traite"
            if !notices.contains(notice) { notices.append(notice) }
        }
    }
}

extension LetterFault.Problem {
    /// The line that shows it, where one does.
    fileprivate var line: String? {
        switch self {
        case .emptyHeading(let line), .danglingColon(let line), .emptyQuotation(let line),
            .unpairedQuotation(let line), .hole(_, let line), .emptyItem(let line),
            .braces(let line), .repeatedLine(let line):
            line
        case .unsaid, .tooLong, .markup: nil
        }
    }

    /// Whether the two have the same cause: the same words, or simply too many of them.
    fileprivate func isLike(_ other: LetterFault.Problem) -> Bool {
        if case (.tooLong, .tooLong) = (self, other) { return true }
        return self == other
    }
}

extension TemplateValue {
    /// Every text in it.
    fileprivate var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let items): items.flatMap(\.texts)
        case .object(let members): members.values.flatMap(\.texts)
        case .null, .bool, .number: []
        }
    }
}
