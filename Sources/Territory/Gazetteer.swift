import Foundation

/// The communes, EPCI, départements and regions of France, found by code and by name.
///
/// Loaded once from the three tables of its folder (see Data/README.md); all look-ups after that are
/// in memory and need no lock.
package final class Gazetteer: Sendable {
    private let communeTable: Table
    /// Row numbers ordered by code.
    private let byINSEE: [CodeIndex.Entry]
    private let byPostalCode: [CodeIndex.Entry]
    private let byEPCI: [CodeIndex.Entry]
    let communeNames: NameIndex
    /// Names written without any separator, as in a domain.
    let squeezedCommuneNames: NameIndex
    let epcis: EPCIDirectory
    let departments: DepartmentDirectory

    /// Reads communes.tsv, epci.tsv and departements.tsv; an error names the file and the line.
    package init(folder: URL) throws {
        let columns = ["insee", "name", "postal_code", "department", "epci_siren", "population"]
        let table = try Table(folder.appendingPathComponent("communes.tsv"), columns: columns)
        departments = try DepartmentDirectory(
            Table(
                folder.appendingPathComponent("departements.tsv"),
                columns: ["code", "name", "region_code", "region"]
            )
        )
        epcis = try EPCIDirectory(
            Table(
                folder.appendingPathComponent("epci.tsv"),
                columns: ["siren", "name", "nature", "department", "population", "members"]
            )
        )
        var names = NameIndex(capacity: table.count * 2)
        var squeezed = NameIndex(capacity: table.count * 2)
        var insee: [CodeIndex.Entry] = []
        var postal: [CodeIndex.Entry] = []
        var members: [CodeIndex.Entry] = []
        insee.reserveCapacity(table.count)
        postal.reserveCapacity(table.count)
        for row in 0..<table.count {
            let code = table.field(row, Column.insee)
            guard code.count == 5 else {
                throw table.error(row, "INSEE code \"\(table.string(row, Column.insee))\"")
            }
            _ = try table.number(row, Column.population)
            insee.append(.init(code: CodeIndex.key(code), row: Int32(row)))
            let epci = table.field(row, Column.epci)
            if !epci.isEmpty { members.append(.init(code: CodeIndex.key(epci), row: Int32(row))) }
            let postalCode = table.field(row, Column.postalCode)
            for part in postalCode.split(separator: UInt8(ascii: "/")) {
                postal.append(.init(code: CodeIndex.key(part), row: Int32(row)))
            }
            Self.index(FoldedText(table.string(row, Column.name)), row, &names, &squeezed)
        }
        communeTable = table
        byINSEE = CodeIndex.sorted(insee)
        byPostalCode = CodeIndex.sorted(postal)
        byEPCI = CodeIndex.sorted(members)
        communeNames = names
        squeezedCommuneNames = squeezed
    }

    private enum Column {
        static let insee = 0
        static let name = 1
        static let postalCode = 2
        static let department = 3
        static let epci = 4
        static let population = 5
    }

    /// The name without its article is one key; the article is checked where the name is met.
    private static func index(
        _ name: FoldedText,
        _ row: Int,
        _ names: inout NameIndex,
        _ squeezed: inout NameIndex
    ) {
        let skip = Article.leading(name)
        names.insert(name.words[skip...].lazy.map(\.hash), row: row)
        squeezed.insert(hash: WordHash.of(name.bytes), row: row)
        if skip > 0, let start = name.words.dropFirst(skip).first?.folded.lowerBound {
            squeezed.insert(hash: WordHash.of(name.bytes[start...]), row: row)
        }
    }
}

// MARK: - Look-ups by code

extension Gazetteer {
    package func commune(insee: String) -> Commune? {
        CodeIndex.rows(of: insee, in: byINSEE).first.map(commune(row:))
    }

    /// All communes of which this is the main postal code, or one of the main ones.
    package func communes(postalCode: String) -> [Commune] {
        CodeIndex.rows(of: postalCode, in: byPostalCode).map(commune(row:))
    }

    /// The INSEE codes of the communes of an EPCI.
    package func members(ofEPCI siren: String) -> [String] {
        // The ninth digit of a SIREN only checks the others.
        CodeIndex.rows(of: String(siren.prefix(8)), in: byEPCI)
            .filter { communeTable.field($0, Column.epci).elementsEqual(siren.utf8) }
            .map { communeTable.string($0, Column.insee) }
    }

    package func epci(siren: String) -> EPCI? { epcis.epci(siren: siren) }

    package func department(code: String) -> Department? { departments.department(code: code) }

    package func region(code: String) -> Region? { departments.region(code: code) }

    func commune(row: Int) -> Commune {
        Commune(
            insee: communeTable.string(row, Column.insee),
            name: communeTable.string(row, Column.name),
            postalCode: communeTable.optional(row, Column.postalCode).map { String($0.prefix(5)) },
            department: communeTable.string(row, Column.department),
            epciSIREN: communeTable.optional(row, Column.epci),
            population: (try? communeTable.number(row, Column.population)) ?? 0
        )
    }
}

// MARK: - Look-ups by name

extension Gazetteer {
    /// The communes of this name however it is accented, hyphenated or abbreviated ("St", "Ste"), the
    /// most populous first. A leading article may be left out ("Rochelle"), not made up.
    package func communes(named name: String) -> [Commune] {
        let folded = FoldedText(name)
        let skip = Article.leading(folded)
        let whole = WordHash.of(words: folded.words.map(\.hash))
        let bare = WordHash.of(words: folded.words[skip...].map(\.hash))
        let exact = communeNames.rows(bare).filter { row in
            skip == 0 || Article.leading(FoldedText(communeTable.string(row, Column.name))) > 0
        }
        return ordered(exact.isEmpty ? communeNames.rows(whole) : exact)
    }

    func ordered(_ rows: [Int]) -> [Commune] {
        rows.map(commune(row:)).sorted { ($1.population, $0.insee) < ($0.population, $1.insee) }
    }

    /// Whether the name in the table begins with an article, as in "La Rochelle".
    func nameHasArticle(row: Int) -> Bool {
        let name = communeTable.field(row, Column.name)
        return ["Le ", "La ", "Les ", "L'"].contains { name.starts(with: $0.utf8) }
    }

    /// The EPCI that people mean by this name: "CC du Pays de X", "comcom de X", "X Agglo", "Métropole X".
    package func epcis(named name: String) -> [EPCI] { epcis.epcis(named: FoldedText(name)) }

    /// EPCI by the letters they go by, as in "CINOR" or "CCPH": from the table, or nature and initials.
    package func epcis(acronym: String) -> [EPCI] { epcis.epcis(acronym: acronym) }

    /// "Creuse", "Conseil départemental de la Creuse", "CD 23", "Dordogne (24)".
    package func department(named name: String) -> Department? {
        departments.department(named: FoldedText(name))
    }

    /// "Région Normandie", "Conseil régional de Bretagne".
    package func region(named name: String) -> Region? {
        departments.region(named: FoldedText(name))
    }
}

/// Articles and prepositions around names.
enum Article {
    private static let articles: Set<UInt64> = hashes("le la les l")
    private static let contractions: Set<UInt64> = hashes("du des au aux")
    private static let links: Set<UInt64> = hashes("de d du des le la les l et en a au aux")

    static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { WordHash.of($0.utf8) })
    }

    /// How many words an article in front takes: 0 or 1.
    static func leading(_ name: FoldedText) -> Int {
        guard name.words.count > 1, let first = name.words.first else { return 0 }
        return articles.contains(first.hash) ? 1 : 0
    }

    static func isArticle(_ hash: UInt64) -> Bool { articles.contains(hash) }

    /// An article, or a preposition that holds one.
    static func holdsArticle(_ hash: UInt64) -> Bool {
        articles.contains(hash) || contractions.contains(hash)
    }

    /// Words that names of EPCI may carry or drop.
    static func isLink(_ hash: UInt64) -> Bool { links.contains(hash) }
}

/// Rows found by a short code through binary search.
enum CodeIndex {
    struct Entry: Sendable {
        var code: UInt64
        var row: Int32
    }

    /// Up to eight ASCII characters, so that numbers order as the codes do.
    static func key(_ code: some Sequence<UInt8>) -> UInt64 {
        code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    static func sorted(_ entries: [Entry]) -> [Entry] {
        entries.sorted { ($0.code, $0.row) < ($1.code, $1.row) }
    }

    static func rows(of code: String, in entries: [Entry]) -> [Int] {
        guard !code.isEmpty, code.utf8.count <= 8 else { return [] }
        let key = key(code.utf8)
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].code < key { low = middle + 1 } else { high = middle }
        }
        return entries[low...].prefix { $0.code == key }.map { Int($0.row) }
    }
}
