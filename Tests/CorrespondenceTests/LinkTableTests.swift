import Foundation
import Testing

@testable import Correspondence

@Suite("Dating the tables") struct LinkTableTests {
    private func dated(_ text: String, where isChecked: (LinkTable.Row) -> Bool = { _ in true })
        throws -> (String, Int)
    {
        let table = try LinkTable(file: "t.tsv", octets: Array(text.utf8))
        let (octets, count) = table.dated("2026-11-29", where: isChecked)
        return (String(decoding: octets, as: UTF8.self), count)
    }

    @Test(
        "the date is written, and no other octet changes",
        arguments: [
            // Empty, old, today's, with blanks around it.
            (
                "titre\tadresse\tverifie_le\nA\thttps://a/\t\n",
                "titre\tadresse\tverifie_le\nA\thttps://a/\t2026-11-29\n", 1
            ),
            (
                "titre\tadresse\tverifie_le\nA\thttps://a/\t2025-01-01\n",
                "titre\tadresse\tverifie_le\nA\thttps://a/\t2026-11-29\n", 1
            ),
            (
                "titre\tadresse\tverifie_le\nA\thttps://a/\t2026-11-29\n",
                "titre\tadresse\tverifie_le\nA\thttps://a/\t2026-11-29\n", 0
            ),
            (
                "titre\tadresse\tverifie_le\nA\t https://a/ \t 2025-01-01 \n",
                "titre\tadresse\tverifie_le\nA\t https://a/ \t 2026-11-29 \n", 1
            ),
            // Byte order mark, CRLF, no line end at the end, an empty line, a lone CR.
            (
                "\u{FEFF}titre\tadresse\tverifie_le\r\nA\thttps://a/\t\r\n\r\nB\thttps://b/\t",
                "\u{FEFF}titre\tadresse\tverifie_le\r\nA\thttps://a/\t2026-11-29\r\n\r\nB\thttps://b/\t2026-11-29",
                2
            ),
            (
                "titre\tadresse\tverifie_le\rA\thttps://a/\t\r",
                "titre\tadresse\tverifie_le\rA\thttps://a/\t2026-11-29\r", 1
            ),
            // The column in the midst, others behind it, and one that nobody knows.
            (
                "verifie_le\tadresse\ttitre\tnotes\n\thttps://a/\tÉté\t«»\n",
                "verifie_le\tadresse\ttitre\tnotes\n2026-11-29\thttps://a/\tÉté\t«»\n", 1
            ),
            // Empty cells at the end that a spreadsheet left out.
            (
                "titre\tadresse\tthemes\tverifie_le\nA\thttps://a/\nB\thttps://b/\tx\n",
                "titre\tadresse\tthemes\tverifie_le\nA\thttps://a/\t\t2026-11-29\nB\thttps://b/\tx\t2026-11-29\n",
                2
            ),
        ]
    )
    func octets(before: String, after: String, count: Int) throws {
        let found = try dated(before)
        #expect(found.0 == after)
        #expect(Array(found.0.utf8) == Array(after.utf8))
        #expect(found.1 == count)
        // Once more changes nothing.
        #expect(try dated(after).1 == 0)
    }

    @Test("only the rows that answered, each at its line")
    func some() throws {
        let text =
            "titre\tadresse\tverifie_le\nA\thttps://a/\t\n\nB\thttps://b/\t\nC\thttps://a/\t\n"
        let table = try LinkTable(file: "t.tsv", octets: Array(text.utf8))
        #expect(table.rows.map(\.line) == [2, 4, 5])
        #expect(table.rows.map(\.title) == ["A", "B", "C"])
        let (after, count) = try dated(text) { $0.address == "https://a/" }
        #expect(count == 2)
        #expect(
            after == text.replacingOccurrences(of: "https://a/\t", with: "https://a/\t2026-11-29")
        )
    }

    @Test("nobody checked anything: the same octets")
    func none() throws {
        let text = "titre\tadresse\tverifie_le\r\nA\thttps://a/\t\n"
        #expect(try dated(text) { _ in false } == (text, 0))
    }

    @Test("the shipped tables take a date in every row and stay good")
    func shipped() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("templates")
        for known in ExamplesTable.all {
            let data = try Data(contentsOf: folder.appendingPathComponent(known.file))
            let links = try known.parse(String(decoding: data, as: UTF8.self))
            let table = try LinkTable(file: known.file, octets: Array(data))
            #expect(table.rows.map(\.address) == links.map(\.url))
            #expect(table.rows.map(\.title) == links.map(\.title))
            let (octets, _) = table.dated("2031-01-02") { _ in true }
            let after = try known.parse(String(decoding: octets, as: UTF8.self))
            #expect(after.allSatisfy { $0.checkedOn == "2031-01-02" })
            #expect(after.map(\.url) == links.map(\.url))
        }
    }

    @Test(
        "what is no table is refused where it is wrong",
        arguments: [
            ("", "t.tsv:1 : fichier absent"),
            ("titre\tverifie_le\n", "la colonne « adresse » manque"),
            ("titre\tadresse\n", "la colonne « verifie_le » manque"),
        ]
    )
    func refused(text: String, words: String) throws {
        let error = #expect(throws: ExamplesError.self) { try dated(text) }
        #expect(try #require(error).description.contains(words))
        #expect(throws: ExamplesError.self) {
            try LinkTable(file: "t.tsv", octets: [0xFF, 0xFE, 0x74, 0x00])
        }
    }
}
