import Foundation

/// The communes, EPCI, départements and regions of France, found by code and by name.
///
/// Loaded once from the tables of its folder (see Data/README.md); all look-ups after that are
/// in memory and need no lock.
package final class Gazetteer: Sendable {
    private let communeTables: CommuneTables
    /// Row numbers ordered by code.
    private let byINSEE: [CodeIndex.Entry]
    private let byPostalCode: [CodeIndex.Entry]
    /// By row; 0 where unknown.
    let populations: [Int32]
    private let byEPCI: [CodeIndex.Entry]
    let communeNames: NameIndex
    /// Names written without any separator, as in a domain.
    let squeezedCommuneNames: NameIndex
    /// The first words of longer names, which people take for the whole: "Brive", "Corbeil".
    let communeBeginnings: NameIndex
    let squeezedCommuneBeginnings: NameIndex
    let epcis: EPCIDirectory
    let departments: DepartmentDirectory
    /// The year of the tables, as in "2020"; `nil` where the folder does not say.
    package let vintage: String?

    /// Reads communes.tsv, epci.tsv and departements.tsv, and where they are there communes-com.tsv,
    /// ept.tsv, epci-usage.tsv and millesime.txt; an error names the file and the line.
    package init(folder: URL) throws {
        let tables = try CommuneTables(folder: folder)
        departments = try DepartmentDirectory(
            Table(
                folder.appendingPathComponent("departements.tsv"),
                columns: ["code", "name", "region_code", "region"]
            )
        )
        let columns = ["siren", "name", "nature", "department", "population", "members"]
        let others = try Table(
            ifPresent: folder.appendingPathComponent("ept.tsv"),
            columns: columns
        )
        epcis = try EPCIDirectory(
            [Table(folder.appendingPathComponent("epci.tsv"), columns: columns)]
                + [others].compactMap(\.self),
            usages: Table(
                ifPresent: folder.appendingPathComponent("epci-usage.tsv"),
                columns: ["siren", "name"]
            )
        )
        vintage = Self.firstLine(folder.appendingPathComponent("millesime.txt"))
        var names = NameIndex(capacity: tables.count * 2)
        var squeezed = NameIndex(capacity: tables.count * 2)
        var beginnings = NameIndex(capacity: tables.count)
        var squeezedBeginnings = NameIndex(capacity: tables.count)
        var insee: [CodeIndex.Entry] = []
        var postal: [CodeIndex.Entry] = []
        var members: [CodeIndex.Entry] = []
        insee.reserveCapacity(tables.count)
        postal.reserveCapacity(tables.count)
        for row in 0..<tables.count {
            insee.append(.init(code: CodeIndex.key(try tables.insee(row)), row: Int32(row)))
            let epci = tables.field(row, .epci)
            if !epci.isEmpty { members.append(.init(code: CodeIndex.key(epci), row: Int32(row))) }
            let postalCode = tables.field(row, .postalCode)
            for part in postalCode.split(separator: UInt8(ascii: "/")) {
                postal.append(.init(code: CodeIndex.key(part), row: Int32(row)))
            }
            let name = FoldedText(tables.string(row, .name))
            Self.index(name, row, &names, &squeezed)
            Self.indexBeginning(of: name, row, &beginnings, &squeezedBeginnings)
        }
        communeTables = tables
        populations = (0..<tables.count).map { Int32(clamping: tables.population($0)) }
        byINSEE = CodeIndex.sorted(insee)
        byPostalCode = CodeIndex.sorted(postal)
        byEPCI = CodeIndex.sorted(members)
        communeNames = names
        squeezedCommuneNames = squeezed
        communeBeginnings = beginnings
        squeezedCommuneBeginnings = squeezedBeginnings
    }

    private static func firstLine(_ url: URL) -> String? {
        guard let data = try? Data(contentsOf: url) else { return nil }
        // Tolerated: the byte order mark that Notepad puts in front.
        let text = String(decoding: data.prefix(40), as: UTF8.self).drop { $0 == "\u{FEFF}" }
        let line = text.prefix { !$0.isNewline }
        return line.isEmpty ? nil : String(line)
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

    /// The words before the first preposition of a name, "saint" with one more: "Brive" of
    /// Brive-la-Gaillarde, "Saint-Dié" of Saint-Dié-des-Vosges, "Plougastel" of Plougastel-Daoulas.
    private static func indexBeginning(
        of name: FoldedText,
        _ row: Int,
        _ beginnings: inout NameIndex,
        _ squeezed: inout NameIndex
    ) {
        let skip = Article.leading(name)
        var end = skip + 1
        if name.words.indices.contains(skip), Article.isSaint(name.words[skip].hash) { end += 1 }
        guard end < name.words.count, let last = name.words[..<end].last,
            end > skip + 1 || !Article.isGeneric(name.words[skip].hash)
        else { return }
        let start = name.words[skip].folded.lowerBound
        guard last.folded.upperBound - start >= 3 else { return }
        beginnings.insert(name.words[skip..<end].lazy.map(\.hash), row: row)
        squeezed.insert(hash: WordHash.of(name.bytes[start..<last.folded.upperBound]), row: row)
    }
}

/// The official table of communes and, behind it, the one of collectivités that it leaves out.
struct CommuneTables: Sendable {
    enum Column: Int, CaseIterable {
        case insee, name, postalCode, department, epci, population

        var title: String {
            switch self {
            case .insee: "insee"
            case .name: "name"
            case .postalCode: "postal_code"
            case .department: "department"
            case .epci: "epci_siren"
            case .population: "population"
            }
        }
    }

    private let main: Table
    private let overseas: Table?
    /// Rows of the second table that the first has not.
    private let further: [Int]

    var count: Int { main.count + further.count }

    init(folder: URL) throws {
        let columns = Column.allCases.map(\.title)
        main = try Table(folder.appendingPathComponent("communes.tsv"), columns: columns)
        overseas = try Table(
            ifPresent: folder.appendingPathComponent("communes-com.tsv"),
            columns: columns
        )
        guard let overseas else {
            further = []
            return
        }
        var rows: [UInt64: Int] = [:]
        for row in 0..<overseas.count { rows[CodeIndex.key(overseas.field(row, 0))] = row }
        for row in 0..<main.count { rows[CodeIndex.key(main.field(row, 0))] = nil }
        further = rows.values.sorted()
    }

    private func place(_ row: Int) -> (Table, Int) {
        guard row >= main.count, let overseas else { return (main, row) }
        return (overseas, further[row - main.count])
    }

    func field(_ row: Int, _ column: Column) -> ArraySlice<UInt8> {
        let (table, row) = place(row)
        return table.field(row, column.rawValue)
    }

    func string(_ row: Int, _ column: Column) -> String {
        String(decoding: field(row, column), as: UTF8.self)
    }

    /// `nil` for an empty field.
    func optional(_ row: Int, _ column: Column) -> String? {
        let bytes = field(row, column)
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// An empty field counts as 0.
    func population(_ row: Int) -> Int {
        let (table, row) = place(row)
        return (try? table.number(row, Column.population.rawValue)) ?? 0
    }

    /// The code of a row whose code and number can be used.
    func insee(_ row: Int) throws -> ArraySlice<UInt8> {
        let (table, inTable) = place(row)
        let code = table.field(inTable, Column.insee.rawValue)
        guard code.count == 5 else {
            throw table.error(
                inTable,
                "INSEE code \"\(string(row, .insee))\" has not its five characters"
            )
        }
        _ = try table.number(inTable, Column.population.rawValue)
        return code
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
            .filter { communeTables.field($0, .epci).elementsEqual(siren.utf8) }
            .map { communeTables.string($0, .insee) }
    }

    package func epci(siren: String) -> EPCI? { epcis.epci(siren: siren) }

    package func department(code: String) -> Department? { departments.department(code: code) }

    package func region(code: String) -> Region? { departments.region(code: code) }

    func commune(row: Int) -> Commune {
        Commune(
            insee: communeTables.string(row, .insee),
            name: communeTables.string(row, .name),
            postalCode: communeTables.optional(row, .postalCode).map { String($0.prefix(5)) },
            department: communeTables.string(row, .department),
            epciSIREN: communeTables.optional(row, .epci),
            population: Int(populations[row])
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
            skip == 0 || Article.leading(FoldedText(communeTables.string(row, .name))) > 0
        }
        return ordered(exact.isEmpty ? communeNames.rows(whole) : exact)
    }

    /// The communes whose longer names begin with this one: "Saint-Étienne-de-Tinée" for Saint-Étienne.
    package func communes(beginningWith name: String) -> [Commune] {
        let folded = FoldedText(name)
        let words = folded.words[Article.leading(folded)...]
        return ordered(communeBeginnings.rows(WordHash.of(words: words.map(\.hash))))
    }

    func ordered(_ rows: [Int]) -> [Commune] {
        // Rows stand in the order of their codes.
        rows.sorted { (populations[$1], $0) < (populations[$0], $1) }.map(commune(row:))
    }

    /// Whether the name in the table begins with an article, as in "La Rochelle".
    func nameHasArticle(row: Int) -> Bool {
        let name = communeTables.field(row, .name)
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
    private static let articles: WordSet = hashes("le la les l")
    private static let contractions: WordSet = hashes("du des au aux")
    private static let links: WordSet = hashes("de d du des le la les l et en a au aux")

    static func hashes(_ words: String) -> WordSet {
        WordSet(words.split(whereSeparator: \.isWhitespace).map { WordHash.of($0.utf8) })
    }

    /// How many words an article in front takes: 0 or 1.
    static func leading(_ name: FoldedText) -> Int {
        guard name.words.count > 1, let first = name.words.first else { return 0 }
        return articles.contains(first.hash) ? 1 : 0
    }

    private static let saints: WordSet = hashes("saint sainte saints saintes mont")

    /// First words that too many names share to stand for one.
    private static let generic: WordSet = hashes(
        "ile isle iles aux villeneuve bois val mont monts pont port chateau ville villers bourg la le les"
    )

    static func isGeneric(_ hash: UInt64) -> Bool { generic.contains(hash) }

    static func isSaint(_ hash: UInt64) -> Bool { saints.contains(hash) }

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
