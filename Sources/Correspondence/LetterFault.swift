import Foundation
import Templates

/// A letter that would leave with something wrong in it: which one, on what occasion, and where the
/// words stand.
package struct LetterFault: Error, Hashable, CustomStringConvertible {
    /// The letter's own file where it cannot be told which part is to blame.
    package var file: String
    /// Counts from 1; `nil` where it cannot be told.
    package var line: Int?
    package var letter: Letter
    /// As in "offre « store », sans téléphone"; empty for an ordinary letter.
    package var occasion: String
    package var problem: Problem

    package enum Problem: Hashable, Sendable {
        case emptyHeading(String)
        case danglingColon(String)
        case emptyQuotation(String)
        case unpairedQuotation(String)
        /// Something is missing before the last of the characters named.
        case hole(String, line: String)
        case emptyItem(String)
        case braces(String)
        case repeatedLine(String)
        case unsaid(Essential)
        case tooLong(words: Int, limit: Int)
        case markup(String)
    }

    /// What a letter to who wrote to us says in any case.
    package enum Essential: Hashable, Sendable, CaseIterable {
        case caseNumber, receipt, automatic, correction, retention, erasure
    }

    /// For those who write the letters, so in French.
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let isWhole = file == letter.fileName
        let whole = isWhole ? nil : "dans \(letter.fileName)"
        let occasion = occasion.isEmpty ? nil : isWhole ? occasion : "(\(occasion))"
        let context = [whole, occasion].compactMap(\.self).joined(separator: " ")
        return "\(place) : \(context.isEmpty ? "" : "\(context) : ")\(finding)"
    }

    private var finding: String {
        switch problem {
        case .emptyHeading(let heading):
            "le titre « \(heading) » n'est suivi de rien ; écrivez juste au-dessous une ligne hors de "
                + "tout passage, ou mettez le titre dans le passage de son texte"
        case .danglingColon(let line):
            "« \(line) » n'est suivi de rien ; mettez toute la ligne dans le passage de ce qu'elle annonce"
        case .emptyQuotation(let line):
            "des guillemets vides dans « \(line) » ; mettez-les dans le passage de leur valeur"
        case .unpairedQuotation(let line):
            "un guillemet reste seul, de « « » ou « » », dans « \(line) » ; ajoutez l'autre"
        case .hole(let hole, let line):
            "il manque un mot \(hole.allSatisfy(\.isWhitespace) ? "" : "avant « \(hole.last(where: { $0 != " " }) ?? " ") » ")"
                + "dans « \(line) » ; mettez ce qui l'entoure dans le passage de la valeur"
        case .emptyItem(let line):
            "« \(line) » n'est suivi de rien ; mettez toute la ligne dans le passage de sa valeur"
        case .braces(let line):
            "il reste des accolades dans « \(line) » ; un nom s'écrit {{nom}}, deux de chaque côté"
        case .repeatedLine(let line):
            "la ligne « \(line) » est écrite deux fois ; gardez-en une"
        case .unsaid(let essential): "ce courrier ne dit pas \(essential.words)"
        case .tooLong(let words, let limit):
            "\(words) mots, pour \(limit) au plus ; raccourcissez les textes"
        case .markup(let tag):
            "la version mise en page est mal formée près de « \(tag) » ; rétablissez cadre.html.mustache"
        }
    }
}

extension LetterFault.Essential {
    fileprivate var words: String {
        switch self {
        case .caseNumber: "le numéro du dossier ; ajoutez {{dossier}}"
        case .receipt: "quand le message est arrivé ; ajoutez {{recu_le}}"
        case .automatic: "qu'il est automatique ; écrivez « Ceci est une réponse automatique. »"
        case .correction:
            "comment corriger ou compléter ; écrivez « Un complément ? Répondez à ce message. »"
        case .retention:
            "ce que nous gardons ; écrivez « Nous gardons votre message pour traiter cette demande. »"
        case .erasure: "comment tout faire effacer ; rétablissez {{> donnees}}"
        }
    }
}

/// What is wrong in a folder of letters; a few of the faults where there are many.
package struct LetterFaults: Error, Hashable, CustomStringConvertible {
    /// As many as are read at once; the others may have the same cause.
    static let limit = 5

    package var faults: [LetterFault]

    package var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// The files that a letter is made of, to find the line that wrote something.
struct LetterSources {
    private struct Line {
        var file: String
        var number: Int
        var text: Substring
        /// What stands between the tags.
        var pieces: [Substring]
    }

    private let lines: [Line]
    private let literals: Set<Substring>

    /// - Parameter files: the text of each file by its name.
    init(_ files: [String: String]) {
        lines = files.sorted { $0.key < $1.key }.flatMap { file, text in
            text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
                .map { index, line in
                    let line = Self.trimmed(line)
                    let pieces = Self.pieces(line)
                    return Line(file: file, number: index + 1, text: line, pieces: pieces)
                }
        }
        literals = Set(lines.map(\.text).filter { !$0.isEmpty && !$0.contains("{{") })
    }

    /// Whether a line stands like this in a file, without a value in it.
    func isLiteral(_ line: Substring) -> Bool { literals.contains(Self.trimmed(line)) }

    /// The one line that may have written this; `nil` where none or several may.
    func origin(of line: String) -> (file: String, number: Int, text: Substring)? {
        var best: (line: Line, weight: Int)?
        var isShared = false
        for candidate in lines {
            let weight = candidate.pieces.reduce(0) { $0 + $1.count }
            guard weight > 0, weight >= best?.weight ?? 1, Self.wrote(candidate, line) else {
                continue
            }
            isShared = weight == best?.weight
            best = (candidate, weight)
        }
        guard let best, !isShared else { return nil }
        return (best.line.file, best.line.number, best.line.text)
    }

    /// Whether a line holds what stands between the tags of another, in order.
    private static func wrote(_ candidate: Line, _ line: String) -> Bool {
        var rest = line[...]
        for piece in candidate.pieces {
            guard let range = rest.range(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }

    private static func pieces(_ line: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var rest = line
        while let opening = rest.range(of: "{{") {
            pieces.append(rest[..<opening.lowerBound])
            guard let closing = rest[opening.upperBound...].range(of: "}}") else { return [] }
            rest = rest[closing.upperBound...].drop { $0 == "}" }
        }
        return (pieces + [rest]).map(trimmed).filter { !$0.isEmpty }
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line
        while line.first?.isWhitespace == true { line.removeFirst() }
        while line.last?.isWhitespace == true { line.removeLast() }
        return line
    }
}
