import Correspondence
import Foundation
import Intake
import JSONLines

enum ExamplesCommand: Command {
    static let syntax = CommandSyntax(
        name: "examples",
        summary: "Show which example links fit a text, and why, best first.",
        usage: "examples [--templates DIR] [--offer investigation|startup|store] [--place PLACE]"
            + " [--json] TEXT",
        options: ["templates", "offer", "place"],
        flags: ["json"],
        takesOperands: true,
        help: """
            Ranks the links of the exemples-*.tsv tables for a text, as an answer would: each link
            with its points, the words of the text that made them, and whether it would be shown.
            A link has points for the subjects that it shares with the text, and for likeness to its
            phrases; the words that make the likeness stand last, with commas between them.
            For those who keep the tables: a link that should fit and does not lacks a phrase in
            exemples-phrases.txt, or a word that people use lacks in exemples-synonymes.txt.

            --offer looks at one table; without it each offer has its own ranking. --place is where
            the writer is (a commune, an intercommunalité such as "CC du Sud-Artois", a département
            or a région): among links that fit, near ones come first. --templates names another
            folder than the shipped one. --json prints one object an offer. - reads standard input;
            a first line that begins with "Objet :" is the mail's subject.

            Example: guichet examples --place Oise "Trop de repas jetés à la cantine"
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        let query = try query(arguments)
        var links: ExampleLinks
        do {
            let folder = arguments.values["templates"].map { URL(fileURLWithPath: $0) }
            links = try ExampleLinks(folder: folder ?? ShippedFiles.templates)
        } catch {
            throw Loading.badRules(error)
        }
        if !query.places.isEmpty, let gazetteer = try Loading.gazetteer(nil) {
            links.locate(gazetteer.names(around:))
        }
        for offer in try offers(arguments) {
            let ranking = links.ranking(
                for: query,
                offers: [offer],
                on: Date(),
                limit: Correspondent.exampleLimit
            )
            if arguments.flags.contains("json") {
                Output.line(json(of: ranking, offer: offer))
            } else {
                Output.write(text(of: ranking, offer: offer))
            }
        }
        return .done
    }

    private static func query(_ arguments: Arguments) throws -> ExampleQuery {
        guard !arguments.operands.isEmpty else {
            throw Arguments.failure("no TEXT is given", syntax)
        }
        var text = arguments.operands.joined(separator: " ")
        if text == "-" {
            let data = FileHandle.standardInput.readDataToEndOfFile()
            text = String(decoding: data.prefix(InputFiles.byteLimit), as: UTF8.self)
        }
        var query = ExampleQuery(text: text)
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        if let first = lines.first, let colon = first.firstIndex(of: ":"),
            first[..<colon].trimmingCharacters(in: .whitespaces).lowercased() == "objet"
        {
            query.subject = String(first[first.index(after: colon)...])
            query.text = lines.count > 1 ? String(lines[1]) : ""
        }
        if let place = arguments.values["place"] {
            let around = try Loading.gazetteer(nil)?.names(around: place) ?? []
            query.places = around.isEmpty ? [place] : around
        }
        return query
    }

    private static func offers(_ arguments: Arguments) throws -> [Offer] {
        guard let name = arguments.values["offer"] else { return Offer.allCases }
        guard let offer = Offer(rawValue: name) else {
            let names = Offer.allCases.map(\.rawValue).joined(separator: ", ")
            throw Arguments.failure("--offer \(name): no such offer; there are: \(names)", syntax)
        }
        return [offer]
    }

    // MARK: For a person

    private static func text(of ranking: [RankedExample], offer: Offer) -> String {
        var lines = ["", offer.rawValue.uppercased()]
        if ranking.isEmpty { lines.append("  rien dans ce texte ne rappelle un exemple") }
        var hasLine = false
        for example in ranking.prefix(listed) {
            if (example.link.fit?.score ?? 0) < ExampleLinks.threshold, !hasLine {
                let threshold = points(ExampleLinks.threshold)
                lines.append("  ---- \(threshold) ---- seuil : au-dessous, rien n'est montré")
                hasLine = true
            }
            let mark = example.verdict == .shown ? "*" : " "
            let score = points(example.link.fit?.score ?? 0)
            lines.append("\(mark) \(score)  \(example.link.label)\(reason(example))")
            let terms = (example.link.fit?.terms ?? [])
                .map { "« \($0.text) » \(points($0.points))" }
            lines.append("        \(terms.joined(separator: ", "))")
            lines.append("        \(example.link.url)")
        }
        if ranking.count > listed {
            lines.append("  et \(ranking.count - listed) autres, plus bas")
        }
        let shown = ranking.count { $0.verdict == .shown }
        lines.append(
            shown == 0
                ? "  montré : aucun exemple, seulement la page générale"
                : "  montrés : \(shown) (*)"
        )
        return lines.joined(separator: "\n") + "\n"
    }

    /// Links that a person looks at.
    private static let listed = 12

    private static func points(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100),\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func reason(_ example: RankedExample) -> String {
        switch example.verdict {
        case .shown: ""
        case .belowThreshold: ""
        case .farBehind: " (non montré : bien moins proche que le premier)"
        case .sameTitle: " (non montré : même sujet qu'un exemple montré)"
        case .beyondLimit: " (non montré : \(Correspondent.exampleLimit) exemples suffisent)"
        case .unchecked: " (non montré : jamais vérifié, remplissez verifie_le)"
        case .outdated:
            " (non montré : vérifié il y a plus de \(ExampleLinks.checkedForDays) jours)"
        }
    }

    // MARK: For a program

    private static func json(of ranking: [RankedExample], offer: Offer) -> JSONObject {
        let examples = ranking.map { example -> JSONValue in
            .object([
                "url": .string(example.link.url), "label": .string(example.link.label),
                "score": .number(rounded(example.link.fit?.score ?? 0)),
                "verdict": .string(name(of: example.verdict)),
                "terms": .array(
                    (example.link.fit?.terms ?? []).map { term in
                        .object([
                            "text": .string(term.text), "points": .number(rounded(term.points)),
                        ])
                    }
                ),
            ])
        }
        return [
            "offer": .string(offer.rawValue), "threshold": .number(ExampleLinks.threshold),
            "examples": .array(examples),
        ]
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    private static func name(of verdict: RankedExample.Verdict) -> String {
        switch verdict {
        case .shown: "shown"
        case .belowThreshold: "below-threshold"
        case .farBehind: "far-behind"
        case .sameTitle: "same-title"
        case .beyondLimit: "beyond-limit"
        case .unchecked: "unchecked"
        case .outdated: "outdated"
        }
    }
}
