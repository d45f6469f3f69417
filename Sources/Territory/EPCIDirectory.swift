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
    private let acronyms: [String: [Int]]
    private let bySIREN: [String: Int]
    let squeezedCores: NameIndex

    init(_ table: Table) throws {
        var all: [EPCI] = []
        var bySIREN: [String: Int] = [:]
        var cores = NameIndex(capacity: table.count * 2)
        var beginnings = NameIndex(capacity: table.count * 6)
        var squeezed = NameIndex(capacity: table.count * 3)
        var acronyms: [String: [Int]] = [:]
        for row in 0..<table.count {
            let nature = table.string(row, 2)
            guard let nature = EPCI.Nature(rawValue: nature) else {
                throw table.error(
                    row,
                    "nature \"\(nature)\" is not one of CC, CA, CU, METRO, MET69"
                )
            }
            let epci = EPCI(
                siren: table.string(row, 0),
                name: table.string(row, 1),
                nature: nature,
                department: table.string(row, 3),
                population: try table.number(row, 4),
                members: try table.number(row, 5)
            )
            bySIREN[epci.siren] = row
            all.append(epci)
            let name = EPCIName(epci)
            cores.insert(name.core.map(\.hash), row: row)
            cores.insert(name.coreWithoutPays.map(\.hash), row: row)
            for end in 2..<max(2, name.core.count) {
                beginnings.insert(name.core[..<end].map(\.hash), row: row)
            }
            for key in name.squeezed { squeezed.insert(hash: WordHash.of(key.utf8), row: row) }
            for acronym in name.acronyms { acronyms[acronym, default: []].append(row) }
        }
        self.all = all
        self.bySIREN = bySIREN
        self.cores = cores
        self.beginnings = beginnings
        self.acronyms = acronyms
        squeezedCores = squeezed
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
    /// Folded: those in brackets or capitals in the table, and nature with initials ("ccph").
    let acronyms: Set<String>
    /// The core without separators, with and without its small words.
    let squeezed: Set<String>

    init(_ epci: EPCI) {
        let folded = FoldedText(epci.name)
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
        acronyms = Self.acronyms(epci, folded, core.map(text), inBrackets)
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
        _ epci: EPCI,
        _ name: FoldedText,
        _ core: [String],
        _ inBrackets: Set<Int>
    ) -> Set<String> {
        var found: Set<String> = []
        let prefix: String =
            switch epci.nature {
            case .communauteDeCommunes: "cc"
            case .communauteDAgglomeration: "ca"
            case .communauteUrbaine: "cu"
            case .metropole, .metropoleDeLyon: "m"
            }
        let initials = core.compactMap(\.first).map(String.init)
        for count in 2...max(2, initials.count) where count <= initials.count {
            found.insert(prefix + initials.prefix(count).joined())
        }
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
        eurometropole metropolitaine intercommunalite intercommunale interco com
        """
    )

    static func isNature(_ hash: UInt64) -> Bool { natures.contains(hash) }

    private static let natureWords: [(EPCI.Nature, Set<UInt64>)] = [
        (.communauteDeCommunes, Article.hashes("cc cdc comcom communes")),
        (.communauteUrbaine, Article.hashes("cu urbaine")),
        (.communauteDAgglomeration, Article.hashes("ca agglomeration agglo")),
        (.metropole, Article.hashes("metropole eurometropole")),
    ]

    /// The legal form that a name says itself.
    static func nature(in name: FoldedText) -> EPCI.Nature? {
        nature(of: name.words[...])
    }

    static func nature(of words: ArraySlice<FoldedText.Word>) -> EPCI.Nature? {
        natureWords.first { _, hashes in words.contains { hashes.contains($0.hash) } }?.0
    }
}
