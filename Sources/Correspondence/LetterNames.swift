import Foundation
import Templates

/// Which names a template may use, and whether it keeps to them.
enum LetterNames {
    /// The names that a letter's template may use: those of every class, and the facts.
    static func of(
        _ letter: Letter,
        facts: Facts,
        examples: ExampleLinks,
        on day: Date
    ) -> Set<String> {
        func names<Values: TriedValues>(_: Values.Type) -> Set<String> {
            let filled = FactsState(words: "", facts: filled(facts))
            let variants = Values.variants([filled], examples: examples)
            let all = [Values.specimen] + variants.single.map(variants.values)
            return all.reduce(into: facts.names) { names, values in
                names.formUnion(
                    keys(in: .object(values.templateValues(facts: filled.facts, on: day)))
                )
            }
        }
        return switch letter {
        // A promise needs facts that may not be there at all.
        case .answer: names(AnswerValues.self).union(["promesse", "date"])
        case .clarification: names(ClarificationValues.self)
        case .acknowledgement: names(AcknowledgementValues.self)
        case .summary: names(SummaryValues.self)
        case .update: names(UpdateValues.self)
        case .alert: names(AlertValues.self)
        case .incident: names(IncidentValues.self)
        case .recap: names(RecapValues.self)
        case .factReview: names(FactReviewValues.self)
        }
    }

    /// Refuses a partial or a name that does not exist.
    static func check(_ template: Template, allowed: Set<String>) throws(TemplateError) {
        if let missing = template.missingPartials.first {
            throw error(at: missing, .missingPartial(missing.name))
        }
        if let use = template.recursion { throw error(at: use, .recursivePartial(use.name)) }
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

    /// What has no place in the frame: a picture or a style sheet tells who reads, and when; a program
    /// or a form makes mail suspect; a reference or a backslash may spell any of it.
    private static let active = [
        #"<\s*(img|script|link|i?frame|frameset|object|embed|applet|svg|picture|video|audio|form|input|"#
            + #"button|base|v:)"#,
        #"\bon[a-z]+\s*="#, #"(src|srcset|background|formaction|action|poster)\s*="#,
        #"http-equiv\s*=\s*["']?refresh"#, #"url\s*\("#, #"image-set\s*\("#, #"@import"#,
        #"(javascript|vbscript|data)\s*:"#, #"\\"#, #"&#"#,
    ]

    /// Refuses a frame that would print a value as it is, or not print the letter as it is, or fetch
    /// anything.
    static func checkFrame(_ frame: Template) throws(TemplateError) {
        try check(frame, allowed: HTMLFrame.names)
        if let use = frame.uses.first(where: { $0.isRaw && $0.name != HTMLFrame.content }) {
            throw error(at: use, .raw(use.name))
        }
        let content = frame.uses.filter { $0.name == HTMLFrame.content }
        guard content.count == 1, let use = content.first, use.isRaw else {
            throw TemplateError(
                file: content.last?.file ?? HTMLFrame.fileName,
                line: content.last?.line ?? 1,
                column: content.last?.column ?? 1,
                problem: .noContent
            )
        }
        try checkQuiet(frame)
    }

    private static func checkQuiet(_ frame: Template) throws(TemplateError) {
        // As it is sent: remarks of the file are not, and a passage may depend on the title.
        let pages = ["", "Titre"].map { frame.render(["titre": .text($0), "contenu": ""]) }
        for pattern in active {
            guard let regex = try? Regex(pattern).ignoresCase(),
                let found = pages.lazy.compactMap({ $0.firstMatch(of: regex) }).first
            else { continue }
            let mark = String(found.0)
            let place = place(of: mark, in: frame)
            throw TemplateError(
                file: place.file,
                line: place.line,
                column: place.column,
                problem: .active(mark.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            )
        }
    }

    /// Where words of the page stand in the files, remarks left aside.
    private static func place(of mark: String, in frame: Template) -> (
        file: String, line: Int, column: Int
    ) {
        for (file, source) in frame.sources.sorted(by: { $0.key < $1.key }) {
            let shown = source.replacing(#/\{\{![^}]*\}\}/#) { remark in
                String(remark.0.map { $0.isNewline ? $0 : " " })
            }
            guard let start = shown.range(of: mark)?.lowerBound else { continue }
            let before = shown[..<start].split(
                omittingEmptySubsequences: false,
                whereSeparator: \.isNewline
            )
            return (file, before.count, (before.last?.count ?? 0) + 1)
        }
        return (frame.name, 1, 1)
    }

    /// The complaint about a name that exists, but not where it stands.
    static func outOfPlace(
        _ use: Template.Use,
        in specimen: some LetterValues,
        _ facts: Facts,
        on day: Date
    ) -> TemplateError {
        let values = specimen.templateValues(facts: filled(facts), on: day)
        let name = use.name.split(separator: ".").last.map(String.init) ?? use.name
        let owner = values.sorted { $0.key < $1.key }
            .first { keys(in: $0.value).contains(name) }?.key
        return error(at: use, .outOfPlace(use.name, owner: owner))
    }

    private static func keys(in value: TemplateValue) -> Set<String> {
        switch value {
        case .object(let members):
            members.values.reduce(into: Set(members.keys)) { $0.formUnion(keys(in: $1)) }
        case .list(let items): items.reduce(into: []) { $0.formUnion(keys(in: $1)) }
        case .null, .bool, .number, .text: []
        }
    }

    /// Every fact with a value, so that what depends on one is there.
    private static func filled(_ facts: Facts) -> Facts {
        Facts(
            facts.names.compactMap { facts[$0] }.map { fact in
                var fact = fact
                (fact.value, fact.fallback) = ("x", "x")
                return fact
            }
        )
    }

    private static func error(
        at use: Template.Use,
        _ problem: TemplateError.Problem
    ) -> TemplateError {
        TemplateError(file: use.file, line: use.line, column: use.column, problem: problem)
    }
}
