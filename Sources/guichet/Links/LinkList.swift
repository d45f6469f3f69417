import Correspondence
import Foundation

/// An address that a letter may print, and where staff wrote it.
struct ListedLink: Hashable, Sendable {
    var file: String
    /// Counts from 1.
    var line: Int
    var title: String
    var address: String
}

/// The addresses of a folder of templates: those of the facts, then those of the tables.
enum LinkList {
    static func read(in folder: URL) throws -> [ListedLink] {
        var links = try facts(in: folder)
        for file in LinkTable.files {
            links += try table(file, in: folder).rows.map { row in
                ListedLink(file: file, line: row.line, title: row.title, address: row.address)
            }
        }
        return links
    }

    static func table(_ file: String, in folder: URL) throws -> LinkTable {
        let data = FileManager.default.contents(atPath: folder.appendingPathComponent(file).path)
        do {
            return try LinkTable(file: file, octets: Array(data ?? Data()))
        } catch {
            throw Failure(code: .badConfiguration, message: "\(error)")
        }
    }

    /// The facts whose names say that they are addresses, and what stands in for them.
    private static func facts(in folder: URL) throws -> [ListedLink] {
        let file = "faits.conf"
        let data = FileManager.default.contents(atPath: folder.appendingPathComponent(file).path)
        let text = String(decoding: data ?? Data(), as: UTF8.self)
        let facts: Facts
        do {
            facts = try Letters.readFacts(in: folder)
        } catch {
            throw Failure(code: .badConfiguration, message: "\(error)")
        }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let named = facts.names.filter { $0.hasPrefix("lien_") }.compactMap { facts[$0] }
        return named.sorted { $0.line < $1.line }.flatMap { fact in
            [fact.value, fact.fallback].filter { !$0.isEmpty }.map { address in
                let start = min(fact.line, lines.count)
                let line = lines[start...].firstIndex { $0.contains(address) }
                return ListedLink(
                    file: file,
                    line: (line ?? start - 1) + 1,
                    title: "[\(fact.name)]",
                    address: address
                )
            }
        }
    }
}
