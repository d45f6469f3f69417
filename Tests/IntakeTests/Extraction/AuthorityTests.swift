import Foundation
import Mail
import Testing

@testable import Intake

/// A way of writing an authority, and what an honest clerk makes of it.
private struct Way: Sendable, CustomTestStringConvertible {
    var id: String
    var isTrap: Bool
    var expected: Set<String>
    var from: String
    var text: String

    var testDescription: String { "\(id): \(text)" }

    /// How the authorities found compare with those expected.
    enum Outcome { case right, several, missing, wrong }

    func outcome(_ found: Set<String>) -> Outcome {
        if found == expected { return .right }
        if found.count > 1, !found.isDisjoint(with: expected) { return .several }
        return found.isEmpty ? .missing : .wrong
    }

    /// The rows of a table of Fixtures/authorities.
    static func table(_ name: String) throws -> [Way] {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Fixtures/authorities/\(name).tsv")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
        return lines.map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(
                String.init
            )
            return Way(
                id: fields[0],
                isTrap: !fields[1].isEmpty,
                expected: Set(fields[2].split(separator: " ").map(String.init)),
                from: fields[3],
                text: fields[4].replacing(" ⏎ ", with: "\r\n")
            )
        }
    }
}

@Suite("Which authority writes") struct AuthorityTests {
    private let extractor: Extractor

    init() { extractor = Extractor(gazetteer: Shipped.gazetteer) }

    private func requester(_ way: Way) -> Requester {
        let from = way.from.isEmpty ? "" : "From: \(way.from)\r\n"
        let head = "\(from)Content-Type: text/plain; charset=utf-8\r\n\r\n"
        let message = Message(parsing: Array((head + way.text).utf8))
        return extractor.requester(from: message.from.first, subject: "", reading: read(message))
    }

    /// Rows that are not understood: a trap that is taken for somebody else.
    private static let knownTraps: Set = ["c-070", "d-023", "d-039"]

    @Test("ways of writing authorities", arguments: ["a", "b", "c", "d"])
    func ways(table: String) throws {
        let ways = try Way.table(table)
        try #require(ways.count == 200)
        let outcomes = ways.map { way in
            (way, way.outcome(Set(requester(way).authorities.map(\.code.text))))
        }
        let understood = outcomes.count { $0.1 == .right || $0.1 == .several }
        let missed = outcomes.filter { $0.1 == .missing || $0.1 == .wrong }.map {
            "\($0.1) \($0.0)"
        }
        #expect(understood >= 190, "\(missed.joined(separator: "\n"))")
        let wrong = outcomes.filter { $0.1 == .wrong && $0.0.isTrap }.map(\.0.id)
        #expect(Set(wrong).isSubset(of: Self.knownTraps))
    }

    @Test("homonyms come with what speaks for each")
    func reasons() throws {
        var way = Way(id: "", isTrap: true, expected: [], from: "", text: "Mairie de Saint-Denis")
        #expect(requester(way).authorities.count > 2)
        #expect(requester(way).insee == nil)
        way.text += "\r\n2 place Victor Hugo\r\n93200 SAINT-DENIS"
        let settled = requester(way).authorities
        #expect(settled.map(\.code.text) == ["commune:93066"])
        #expect(settled.first?.name == "Saint-Denis (93)")
        #expect(settled.first?.reasons.contains("code postal 93200") == true)
        #expect(settled.first?.reasons.first == "nommée dans la signature")
    }

    @Test(
        "a code reads back as it is written",
        arguments: ["commune:2A004", "epci:200065928", "departement:974", "region:53"]
    )
    func code(text: String) { #expect(AuthorityCode(text: text)?.text == text) }

    @Test(
        "another text is no code",
        arguments: ["", "commune", "commune:", "ville:22113", "a:b:c"]
    )
    func noCode(text: String) { #expect(AuthorityCode(text: text) == nil) }
}
