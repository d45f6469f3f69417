import Casework
import Correspondence
import Foundation

enum FactsCommand: Command {
    static let syntax = CommandSyntax(
        name: "facts",
        summary: "Show what the letters state today, until when, and who keeps it true.",
        usage: "facts [--config FILE | --templates DIR] [--on DAY]",
        options: ["config", "templates", "on"],
        help: """
            Reads faits.conf of the folder of templates and shows each fact as the letters state it
            today (or on DAY, as in 2027-07-01): its review day, who keeps it, and how it stands.

            à jour       its value is stated, until the end of the review day
            à revoir     so it is, and the review day is at most 30 days away: the staff named
                         `default` are told by mail, and told again on that day
            repli        the review day is over: the fallback (`repli`) is stated instead
            vide         no value: no letter says a word of it

            To keep a fact: look at its source, correct `valeur` if need be, put `revoir_le` later.
            A date for a call is announced only while delai_jours_ouvres and qui_rappelle are both
            stated. Without --templates and --config the shipped templates are shown.

            Example: guichet facts --config guichet.conf --on 2027-07-01
            """
    )

    static func run(_ arguments: Arguments) throws -> ExitCode {
        let folder = try folder(arguments)
        let day = try day(arguments)
        let facts: Facts
        do {
            try Loading.checkFolder(folder, key: "templates")
            facts = try Letters.readFacts(in: folder)
            try facts.checkRequired(file: Facts.fileName)
        } catch {
            throw Loading.badRules(error)
        }
        Output.write(table(facts, on: day))
        return .done
    }

    private static func folder(_ arguments: Arguments) throws -> URL {
        if let path = arguments.values["templates"] {
            guard arguments.values["config"] == nil else {
                throw Arguments.failure("--templates and --config exclude each other", syntax)
            }
            return URL(fileURLWithPath: path)
        }
        guard let path = arguments.values["config"] else { return ShippedFiles.templates }
        return try Loading.settings(path: path, secrets: false).templates
    }

    private static func day(_ arguments: Arguments) throws -> CivilDay {
        guard let text = arguments.values["on"] else { return CivilDay(of: Date()) }
        guard let day = CivilDay(text) else {
            throw Arguments.failure("--on wants a day, as in 2027-07-01", syntax)
        }
        return day
    }

    /// A row a fact; the last column, what is stated, may be as long as it likes.
    static func table(_ facts: Facts, on day: CivilDay) -> String {
        let rows = facts.all.map { fact in
            [
                fact.name, state(of: fact, on: day),
                fact.value.isEmpty ? "" : "\(fact.reviewDay)", fact.owner, fact.text(on: day) ?? "",
            ]
        }
        let all = [["FAIT", "ÉTAT", "REVOIR LE", "RESPONSABLE", "ÉCRIT"]] + rows
        let widths = (0..<4).map { column in
            all.map { TextLayout.width($0[column]) }.max() ?? 0
        }
        return all.map { row in
            let cells = row.enumerated().map { column, text in
                column < widths.count
                    ? text + String(repeating: " ", count: widths[column] - TextLayout.width(text))
                    : text
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    private static func state(of fact: Facts.Fact, on day: CivilDay) -> String {
        if fact.value.isEmpty { return "vide" }
        if fact.isExpired(on: day) { return "repli" }
        return fact.reviewDay <= day.adding(days: Facts.noticeDays) ? "à revoir" : "à jour"
    }
}
