import Foundation
import Intake

/// A table of example links that cannot be used, pointing at the line to change.
package struct ExamplesError: Error, Hashable, CustomStringConvertible {
    package var file: String
    /// Counts from 1; the header is line 1.
    package var line: Int
    package var problem: Problem

    package enum Problem: Error, Hashable {
        case unreadable
        case missingColumn(String)
        case wrongCount(found: Int, expected: Int)
        case badAddress(String)
        case badDate(String)
        case noTitle
        /// Of the synonyms, as the others below.
        case unknownMark(String)
        case emptyGroup
        case noWord(String)
        case oneWordLeft(String, word: String)
        case inTwoGroups(String, otherLine: Int)
        /// Of the phrases, as the next.
        case phraseWithoutAddress
        case noSuchExample(String)
        case addressNotAlone(String)
    }

    /// For those who keep the tables, so in French.
    package var description: String {
        let finding =
            switch problem {
            case .unreadable:
                "fichier absent ou illisible ; remettez-le, enregistré avec l'encodage UTF-8"
            case .missingColumn(let name):
                "la colonne « \(name) » manque ; rétablissez la première ligne du tableau"
            case .wrongCount(let found, let expected):
                "\(found) colonnes au lieu de \(expected) ; séparez-les par une tabulation"
            case .badAddress(let text):
                "« \(text) » n'est pas une adresse ; elle commence par https:// ou http:// "
                    + "(ou une tabulation manque avant elle)"
            case .badDate(let text):
                "« \(text) » n'est pas une date ; écrivez 2027-06-30, ou rien"
            case .noTitle:
                "le titre manque ; écrivez ce que le lecteur trouvera à cette adresse"
            case .unknownMark(let text):
                "« \(text) : » n'est pas connu ; écrivez « faible : » ou « ignorer : », "
                    + "ou ôtez les deux-points"
            case .emptyGroup:
                "aucun mot sur cette ligne ; écrivez-en, séparés par des virgules"
            case .noWord(let text):
                "« \(text) » ne contient aucun mot qui compte ; précisez-le ou ôtez-le"
            case .oneWordLeft(let text, let word):
                "de « \(text) » il ne reste que « \(word) » ; écrivez ce seul mot, ou ajoutez-en un"
            case .inTwoGroups(let text, let line):
                "« \(text) » est déjà ligne \(line) ; gardez-le dans un seul groupe"
            case .phraseWithoutAddress:
                "cette phrase n'est sous aucune adresse ; écrivez au-dessus celle de l'exemple"
            case .addressNotAlone(let line):
                "« \(line.prefix(60)) » : écrivez l'adresse seule sur sa ligne, sans rien devant ni derrière"
            case .noSuchExample(let address):
                "aucun tableau n'a l'adresse \(address) ; corrigez-la, ou ôtez-la avec ses phrases"
            }
        return "\(file):\(line) : \(finding)"
    }
}

/// A page that a reply can point to.
package struct ExampleLink: Hashable, Sendable {
    package var offer: Offer
    package var title: String
    package var url: String
    /// Where it was carried out, as the table writes it; `nil` for a service.
    package var territory: String?
    /// Its subjects in the words that a message would use, several words or one.
    package var themes: [String]
    /// What a service is for; `nil` for an investigation, whose title says it.
    package var purpose: String?
    /// Whether the table says that the work is over.
    package var isFinished: Bool
    /// When somebody last looked at the page, as in "2026-09-01".
    package var checkedOn: String?
    /// Why it was chosen for a message; `nil` in the table.
    package var fit: Fit?

    /// What speaks for showing a link.
    package struct Fit: Hashable, Sendable {
        /// The writer's words for the subjects of the link, those that tell most first.
        package var subjects: [Term]
        /// The words by which the message resembles what is known of the link; `nil`: hardly any.
        package var likeness: Term?
        /// Whether the writer names the service.
        package var isNamed = false
        /// All of them.
        package var terms: [Term] { subjects + [likeness].compactMap(\.self) }
        package var score: Double { terms.reduce(0) { $0 + $1.points } }

        /// Makes every word count so many times as much.
        mutating func scale(by factor: Double) {
            for index in subjects.indices { subjects[index].points *= factor }
            likeness?.points *= factor
        }

        package struct Term: Hashable, Sendable {
            package var text: String
            package var points: Double
        }
    }

    package init(
        offer: Offer,
        title: String,
        url: String,
        territory: String? = nil,
        themes: [String] = [],
        purpose: String? = nil,
        isFinished: Bool = false,
        checkedOn: String? = nil
    ) {
        self.offer = offer
        self.title = title
        self.url = url
        self.territory = territory
        self.themes = themes
        self.purpose = purpose
        self.isFinished = isFinished
        self.checkedOn = checkedOn
    }

    /// What a letter prints before the address, as in "Oise : réduire le gaspillage alimentaire".
    package var label: String {
        let place = place.map { "\($0) : " } ?? ""
        let subject = purpose.map { "\(title) : \($0)" } ?? task
        return LetterText.cut(place + subject, to: 140)
    }

    /// The first of its territories, those around it left out.
    var place: String? { territory?.split(separator: ",").first.map(String.init) }

    /// The title as the end of a sentence: no question, no capital, French quotation marks.
    private var task: String {
        var task = title[...]
        for opening in ["Comment faire pour que ", "Comment faire pour ", "Comment "]
        where task.hasPrefix(opening) {
            task = task.dropFirst(opening.count)
            if opening.hasSuffix("que ") { task = "faire que " + task }
            break
        }
        while let last = task.last, last == "?" || last == " " { task.removeLast() }
        // A word wholly in capitals is a name.
        let isName = task.dropFirst().first?.isUppercase ?? false
        let line = isName ? String(task) : task.prefix(1).lowercased() + task.dropFirst()
        return line.replacing(#/"([^"]*)"/#) { "« \($0.1) »" }
    }
}

/// One of the tables that staff keep: a header line, then one link a line, tabs between columns.
struct ExamplesTable {
    let file: String
    let offer: Offer
    /// The columns that must be there, in French as staff read them.
    let columns: [String]

    static let all = [
        ExamplesTable(
            file: "exemples-investigations.tsv",
            offer: .investigation,
            columns: [
                "adresse", "titre", "territoire", "themes", "programme", "statut", "verifie_le",
            ]
        ),
        ExamplesTable(
            file: "exemples-startups.tsv",
            offer: .startup,
            columns: ["titre", "adresse", "themes", "objet", "verifie_le"]
        ),
        ExamplesTable(
            file: "exemples-services.tsv",
            offer: .store,
            columns: ["titre", "adresse", "themes", "objet", "verifie_le"]
        ),
    ]

    func read(in folder: URL) throws(ExamplesError) -> [ExampleLink] {
        try parse(try ExampleFile.text(of: file, in: folder))
    }

    func parse(_ text: String) throws(ExamplesError) -> [ExampleLink] {
        let lines = ExampleFile.lines(of: text)
        let header = cells(of: lines.first ?? "")
        for column in columns where !header.contains(column) {
            throw ExamplesError(file: file, line: 1, problem: .missingColumn(column))
        }
        var links: [ExampleLink] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.allSatisfy(\.isWhitespace) {
            links.append(try link(cells(of: line), header: header, line: index + 1))
        }
        return links
    }

    private func link(
        _ cells: [String],
        header: [String],
        line: Int
    ) throws(ExamplesError) -> ExampleLink {
        func error(_ problem: ExamplesError.Problem) -> ExamplesError {
            ExamplesError(file: file, line: line, problem: problem)
        }
        // Tolerated: spreadsheets leave out empty cells at the end of a line.
        guard cells.count <= header.count, cells.count >= 2 else {
            throw error(.wrongCount(found: cells.count, expected: header.count))
        }
        let row = Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first })
        func value(_ column: String) -> String { row[column] ?? "" }
        let url = value("adresse")
        guard url.hasPrefix("https://") || url.hasPrefix("http://"),
            !url.contains(where: { $0.isWhitespace || "<>\"".contains($0) })
        else { throw error(.badAddress(url)) }
        guard !value("titre").isEmpty else { throw error(.noTitle) }
        let checkedOn = value("verifie_le")
        guard checkedOn.isEmpty || FrenchDates.dayNumber(iso: checkedOn) != nil else {
            throw error(.badDate(checkedOn))
        }
        let themes = value("themes").split(separator: ",").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        return ExampleLink(
            offer: offer,
            title: value("titre"),
            url: url,
            territory: value("territoire").isEmpty ? nil : value("territoire"),
            themes: themes.filter { !$0.isEmpty },
            purpose: value("objet").isEmpty ? nil : value("objet"),
            isFinished: value("statut") == "Terminé",
            checkedOn: checkedOn.isEmpty ? nil : checkedOn
        )
    }

    private func cells(of line: Substring) -> [String] {
        line.split(separator: "\t", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
