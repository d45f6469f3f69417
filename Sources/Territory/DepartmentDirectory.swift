/// The départements and regions by code and by name.
struct DepartmentDirectory: Sendable {
    let all: [Department]
    let names: NameIndex
    let regions: [Region]
    let regionNames: NameIndex
    private let byCode: [String: Int]

    init(_ table: Table) throws {
        var all: [Department] = []
        var regions: [Region] = []
        var byCode: [String: Int] = [:]
        var names = NameIndex(capacity: table.count)
        var regionNames = NameIndex(capacity: table.count)
        for row in 0..<table.count {
            var region: Region?
            if let code = table.optional(row, 2), let name = table.optional(row, 3) {
                region = Region(code: code, name: name)
            }
            if let region, !regions.contains(region) {
                Self.insert(region.name, regions.count, &regionNames)
                regions.append(region)
            }
            let department = Department(
                code: table.string(row, 0),
                name: table.string(row, 1),
                region: region
            )
            byCode[department.code] = row
            Self.insert(department.name, row, &names)
            all.append(department)
        }
        self.all = all
        self.regions = regions
        self.byCode = byCode
        self.names = names
        self.regionNames = regionNames
    }

    private static func insert(_ name: String, _ row: Int, _ index: inout NameIndex) {
        let folded = FoldedText(name)
        index.insert(folded.words[Article.leading(folded)...].lazy.map(\.hash), row: row)
    }

    func department(code: String) -> Department? {
        byCode[code.uppercased()].map { all[$0] }
    }

    func region(code: String) -> Region? { regions.first { $0.code == code } }

    /// The longest name that ends the text, else a number beside "CD" or in brackets.
    func department(named name: FoldedText) -> Department? {
        let count = name.words.count
        for start in name.words.indices {
            for end in (start..<min(count, start + 6)).reversed() {
                let hash = WordHash.of(words: name.words[start...end].map(\.hash))
                if let row = names.rows(hash).first { return all[row] }
            }
        }
        return name.words.indices.lazy.compactMap { index in
            department(numberedAt: index, of: name)
        }.first
    }

    func region(named name: FoldedText) -> Region? {
        let count = name.words.count
        for start in name.words.indices {
            for end in (start..<min(count, start + 6)).reversed() {
                let hash = WordHash.of(words: name.words[start...end].map(\.hash))
                if let row = regionNames.rows(hash).first { return regions[row] }
            }
        }
        return nil
    }

    /// "CD 82", "CD82", "(24)", "dpt 2A": the word at `index` is, or ends in, a département's number.
    func department(numberedAt index: Int, of text: FoldedText) -> Department? {
        let word = text.string(index)
        if let department = department(code: word) { return department }
        for prefix in ["cd", "cg", "dpt", "dept", "departement", "dep"] where word.hasPrefix(prefix)
        {
            if let department = department(code: String(word.dropFirst(prefix.count))) {
                return department
            }
        }
        return nil
    }
}
