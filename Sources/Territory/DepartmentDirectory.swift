/// The départements and regions by code and by name.
struct DepartmentDirectory: Sendable {
    let all: [Department]
    let names: NameIndex
    let regions: [Region]
    let regionNames: NameIndex
    private let byCode: [String: Int]
    /// Names written without any separator, with and without their article.
    private let squeezedNames: [String: Int]
    private let squeezedRegionNames: [String: Int]

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
        for (usage, code) in Self.usages {
            if let row = byCode[code] { Self.insert(usage, row, &names) }
        }
        for (usage, code) in Self.regionUsages {
            if let row = regions.firstIndex(where: { $0.code == code }) {
                Self.insert(usage, row, &regionNames)
            }
        }
        var squeezed: [String: Int] = [:]
        for (row, department) in all.enumerated() {
            for name in Self.squeezed(department.name) where squeezed[name] == nil {
                squeezed[name] = row
            }
        }
        squeezedNames = squeezed
        squeezedRegionNames = Dictionary(
            regions.enumerated().map { (Self.squeezed($1.name)[0], $0) },
            uniquingKeysWith: { first, _ in first }
        )
        self.all = all
        self.regions = regions
        self.byCode = byCode
        self.names = names
        self.regionNames = regionNames
    }

    /// Other names that départements and overseas collectivités go by.
    private static let usages = [
        ("Saint-Barth", "977"), ("Calédonie", "988"), ("Polynésie", "987"), ("SPM", "975"),
        ("Wallis", "986"), ("Hte Savoie", "74"), ("Hte Saône", "70"),
        ("Hte Garonne", "31"), ("Hte Loire", "43"), ("Hte Marne", "52"), ("Hte Vienne", "87"),
    ]

    /// Other names that regions go by, and their INSEE codes.
    private static let regionUsages = [
        ("IDF", "11"), ("CVL", "24"), ("Centre", "24"), ("BFC", "27"), ("HDF", "32"), ("PDL", "52"),
        ("Nouvelle Aquitaine", "75"), ("AURA", "84"), ("ARA", "84"), ("PACA", "93"),
        ("Corsica", "94"), ("Sud", "93"),
        ("Occitanie Pyrénées Méditerranée", "76"), ("Normandie", "28"), ("Grand-Est", "44"),
    ]

    private static func insert(_ name: String, _ row: Int, _ index: inout NameIndex) {
        let folded = FoldedText(name)
        index.insert(folded.words[Article.leading(folded)...].lazy.map(\.hash), row: row)
    }

    func department(code: String) -> Department? {
        byCode[code.uppercased()].map { all[$0] }
    }

    private static func squeezed(_ name: String) -> [String] {
        let folded = FoldedText(name)
        let words = folded.words.indices.map(folded.string)
        return [words.joined(), words.dropFirst(Article.leading(folded)).joined()]
    }

    /// By a name as it stands in a domain: "cotesdarmor".
    func department(squeezed name: String) -> Department? { squeezedNames[name].map { all[$0] } }

    func region(squeezed name: String) -> Region? { squeezedRegionNames[name].map { regions[$0] } }

    func region(code: String) -> Region? { regions.first { $0.code == code } }

    /// The first name in the text, the longest there, else a number beside "CD" or in brackets.
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
