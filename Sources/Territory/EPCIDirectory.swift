/// The EPCI by SIREN, by the ways people write their names, and by acronym.
///
/// A name is compared by its core: the words left when the legal form ("CC", "Agglo", "Métropole")
/// and the small words ("du", "et", "en") are taken away.
struct EPCIDirectory: Sendable {
    let all: [EPCI]
    /// Whole cores, with and without "pays".
    let cores: NameIndex
    /// Beginnings of cores of at least two words: "Val de Drôme" for "Val de Drôme en Biovallée".
    let beginnings: NameIndex
    /// Names of one word in common use: "Agglopolys", "TernoisCom".
    let usages: NameIndex
    private let acronyms: [String: [Int]]
    private let bySIREN: [String: Int]
    let squeezedCores: NameIndex

    /// - Parameters:
    ///   - tables: the official list, then others of the same columns; a SIREN counts where it stands first.
    ///   - usages: other names in use, by SIREN; those of unknown SIREN are left out.
    init(_ tables: [Table], usages: Table?) throws {
        var index = Index(capacity: tables.reduce(0) { $0 + $1.count })
        for table in tables {
            for row in 0..<table.count { try index.add(Self.epci(table, row)) }
        }
        if let usages {
            for row in 0..<usages.count {
                index.add(usage: usages.string(row, 1), of: usages.string(row, 0))
            }
        }
        all = index.all
        bySIREN = index.bySIREN
        cores = index.cores
        beginnings = index.beginnings
        acronyms = index.acronyms.merging(index.officialAcronyms) { _, official in official }
        self.usages = index.usages
        squeezedCores = index.squeezed
    }

    private static func epci(_ table: Table, _ row: Int) throws -> EPCI {
        let nature = table.string(row, 2)
        guard let nature = EPCI.Nature(rawValue: nature) else {
            let natures = EPCI.Nature.allCases.map(\.rawValue).joined(separator: ", ")
            throw table.error(row, "nature \"\(nature)\" is not one of \(natures)")
        }
        return EPCI(
            siren: table.string(row, 0),
            name: table.string(row, 1),
            nature: nature,
            department: table.string(row, 3),
            population: try table.number(row, 4),
            members: try table.number(row, 5)
        )
    }

    /// The look-ups while they are filled.
    private struct Index {
        var all: [EPCI] = []
        var bySIREN: [String: Int] = [:]
        var cores: NameIndex
        var beginnings: NameIndex
        var squeezed: NameIndex
        /// Made of the initials.
        var acronyms: [String: [Int]] = [:]
        /// Those that the tables write; where there are any the others are not meant.
        var officialAcronyms: [String: [Int]] = [:]
        var usages = NameIndex(capacity: 256)

        init(capacity: Int) {
            cores = NameIndex(capacity: capacity * 2)
            beginnings = NameIndex(capacity: capacity * 6)
            squeezed = NameIndex(capacity: capacity * 3)
        }

        mutating func add(_ epci: EPCI) {
            guard bySIREN[epci.siren] == nil else { return }
            bySIREN[epci.siren] = all.count
            all.append(epci)
            add(EPCIName(epci.name, nature: epci.nature), row: all.count - 1)
        }

        mutating func add(usage name: String, of siren: String) {
            guard let row = bySIREN[siren] else { return }
            add(EPCIName(name, nature: all[row].nature), row: row)
            let letters = FoldedText(name)
            guard letters.words.count == 1 else { return }
            officialAcronyms[letters.string(0), default: []].append(row)
            usages.insert(letters.words.map(\.hash), row: row)
        }

        private mutating func add(_ name: EPCIName, row: Int) {
            cores.insert(name.core.map(\.hash), row: row)
            cores.insert(name.coreWithoutPays.map(\.hash), row: row)
            for end in 2..<max(2, name.core.count) {
                beginnings.insert(name.core[..<end].map(\.hash), row: row)
            }
            for key in name.squeezed { squeezed.insert(hash: WordHash.of(key.utf8), row: row) }
            for acronym in name.acronyms {
                acronyms[acronym, default: []].append(row)
            }
            for acronym in name.officialAcronyms {
                officialAcronyms[acronym, default: []].append(row)
                // "à la Carene": long enough to be known without its capitals.
                if acronym.utf8.count > 5 { usages.insert([WordHash.of(acronym.utf8)], row: row) }
            }
        }
    }

    func epci(siren: String) -> EPCI? { bySIREN[siren].map { all[$0] } }

    func epcis(acronym: String) -> [EPCI] {
        (acronyms[FoldedText.fold(acronym)] ?? []).map { all[$0] }
    }

    /// The whole text is taken for a name; a legal form in it narrows the choice.
    func epcis(named name: FoldedText) -> [EPCI] {
        let words = name.words.filter { !Article.isLink($0.hash) && !EPCIName.isNature($0.hash) }
        let hash = WordHash.of(words: words.map(\.hash))
        var rows = cores.rows(hash)
        if rows.isEmpty, words.count > 1 { rows = beginnings.rows(hash) }
        if rows.isEmpty, words.count == 1, let word = words.first {
            return epcis(acronym: String(decoding: name.bytes[word.folded], as: UTF8.self))
        }
        return narrowed(rows, by: EPCIName.nature(in: name))
    }

    /// Those of the legal form if there are any: "CC du Sud" and "CA du Sud" are two.
    func narrowed(_ rows: [Int], by nature: EPCI.Nature?) -> [EPCI] {
        let found = rows.map { all[$0] }
        let fitting = found.filter { $0.nature == nature }
        return fitting.isEmpty ? found : fitting
    }
}

/// An EPCI's name taken apart.
struct EPCIName {
    let core: [FoldedText.Word]
    let coreWithoutPays: [FoldedText.Word]
    /// Folded: nature with initials ("ccph").
    let acronyms: Set<String>
    /// Folded: those in brackets or capitals in the table.
    let officialAcronyms: Set<String>
    /// The core without separators, with and without its small words.
    let squeezed: Set<String>

    init(_ name: String, nature: EPCI.Nature) {
        let folded = FoldedText(name)
        var inBrackets = Set<Int>()
        for (index, word) in folded.words.enumerated() where Self.isBracketed(word, folded) {
            inBrackets.insert(index)
        }
        let plain = folded.words.enumerated().filter { !inBrackets.contains($0.offset) }.map(
            \.element
        )
        core = plain.filter { !Article.isLink($0.hash) && !Self.isNature($0.hash) }
        let pays = WordHash.of("pays".utf8)
        coreWithoutPays = core.filter { $0.hash != pays }
        let text = { (word: FoldedText.Word) in
            String(decoding: folded.bytes[word.folded], as: UTF8.self)
        }
        acronyms = Self.acronyms(nature, core.map(text))
        officialAcronyms = Self.officialAcronyms(folded, inBrackets)
        let named = plain.filter { !Self.isNature($0.hash) }
        let withLinks = named.drop { Article.isLink($0.hash) }
        var squeezed: Set<String> = [
            core.map(text).joined(), coreWithoutPays.map(text).joined(),
            named.map(text).joined(), withLinks.map(text).joined(),
        ]
        // "valdedrome" for "Val de Drôme en Biovallée".
        for end in withLinks.indices.dropFirst(2) where Article.isLink(withLinks[end].hash) {
            let beginning = withLinks[..<end]
            if beginning.count(where: { !Article.isLink($0.hash) }) > 1 {
                squeezed.insert(beginning.map(text).joined())
            }
        }
        self.squeezed = squeezed
    }

    private static func acronyms(
        _ nature: EPCI.Nature,
        _ core: [String]
    ) -> Set<String> {
        var found: Set<String> = []
        let prefix: String =
            switch nature {
            case .communauteDeCommunes: "cc"
            case .communauteDAgglomeration: "ca"
            case .communauteUrbaine: "cu"
            case .metropole, .metropoleDeLyon: "m"
            case .etablissementPublicTerritorial: "ept"
            }
        // "CC4R" for the Quatre Rivières.
        let initials = core.compactMap { word in
            figures[word] ?? word.first.map(String.init)
        }
        for count in 2...max(2, initials.count) where count <= initials.count {
            found.insert(prefix + initials.prefix(count).joined())
        }
        return found.subtracting(otherAcronyms)
    }

    /// Initials that stand for something else in every authority: social services, parts of a tender.
    private static let otherAcronyms: Set<String> = ["ccas", "cias", "cctp", "ccap"]

    private static let figures = [
        "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6", "sept": "7",
    ]

    private static func officialAcronyms(_ name: FoldedText, _ inBrackets: Set<Int>) -> Set<String>
    {
        var found: Set<String> = []
        for (index, word) in name.words.enumerated() where word.isUppercase && index > 0 {
            if inBrackets.count <= 2 || !inBrackets.contains(index) {
                found.insert(name.string(index))
            }
        }
        return found
    }

    private static func isBracketed(_ word: FoldedText.Word, _ name: FoldedText) -> Bool {
        var index = word.source.lowerBound
        while index > 0 {
            index -= 1
            if name.source[index] == UInt8(ascii: ")") { return false }
            if name.source[index] == UInt8(ascii: "(") { return true }
        }
        return false
    }

    private static let natures = Article.hashes(
        """
        cc ca cu cdc comcom communaute communautes communes agglomeration agglo urbaine metropole \
        eurometropole metropolitaine intercommunalite intercommunale interco com agglopole ept
        """
    )

    static func isNature(_ hash: UInt64) -> Bool { natures.contains(hash) }

    private static let natureWords: [(EPCI.Nature, WordSet)] = [
        (.communauteDeCommunes, Article.hashes("cc cdc comcom communes")),
        (.communauteUrbaine, Article.hashes("cu urbaine")),
        (.communauteDAgglomeration, Article.hashes("ca agglomeration agglo")),
        (.metropole, Article.hashes("metropole eurometropole")),
        (.etablissementPublicTerritorial, Article.hashes("ept")),
    ]

    /// The legal form that a name says itself.
    static func nature(in name: FoldedText) -> EPCI.Nature? {
        nature(of: name.words[...])
    }

    static func nature(of words: ArraySlice<FoldedText.Word>) -> EPCI.Nature? {
        natureWords.first { _, hashes in words.contains { hashes.contains($0.hash) } }?.0
    }
}
