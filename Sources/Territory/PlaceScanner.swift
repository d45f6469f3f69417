extension Gazetteer {
    /// The places named in a text, in order.
    ///
    /// Time grows with the length of the text alone: at each word at most `PlaceScanner.longestName`
    /// words are looked at. Communes whose names are common words ("Contes", "Sens") are only seen
    /// where something introduces them.
    package func places(in text: String) -> [PlaceMention] {
        places(in: FoldedText(text))
    }

    package func places(in text: FoldedText) -> [PlaceMention] {
        var scanner = PlaceScanner(gazetteer: self, text: text)
        return scanner.scan()
    }
}

/// One pass over the words of a text.
struct PlaceScanner {
    /// Words of the longest name that is looked for.
    static let longestName = 12

    let gazetteer: Gazetteer
    let text: FoldedText
    private var mentions: [PlaceMention] = []
    /// The word after the last mention: names do not overlap.
    private var next = 0
    /// A text without capitals cannot show by one that a word is a name.
    private let hasCapitals: Bool

    init(gazetteer: Gazetteer, text: FoldedText) {
        self.gazetteer = gazetteer
        self.text = text
        let capitalised = text.words.count { $0.isCapitalised }
        let shouted = text.words.count { $0.isUppercase }
        hasCapitals = capitalised * 30 > text.words.count && shouted * 2 < text.words.count
    }

    mutating func scan() -> [PlaceMention] {
        while next < text.words.count {
            let index = next
            let mention =
                postalCode(at: index) ?? suffixedEPCI(at: index) ?? introducedEPCI(at: index)
                ?? region(at: index) ?? department(at: index) ?? commune(at: index)
                ?? acronym(at: index)
            if let mention {
                mentions.append(mention)
                next = max(mention.words.upperBound, index + 1)
            } else {
                next = index + 1
            }
        }
        return mentions
    }

    private func mention(
        _ place: PlaceMention.Place,
        _ introduction: PlaceMention.Introduction,
        _ words: Range<Int>,
        from start: Int
    ) -> PlaceMention {
        let end = text.words[words.upperBound - 1].source.upperBound
        return PlaceMention(
            place: place,
            introduction: introduction,
            range: text.words[words.lowerBound].source.lowerBound..<end,
            wholeRange: text.words[start].source.lowerBound..<end,
            words: words
        )
    }

    /// The first word within the sentence that is no article or preposition, going back from `index`.
    private func wordBeforeLinks(_ index: Int) -> Int? {
        var at = index
        var steps = 0
        while at > 0, steps < 4, text.words[at].gap < .dash {
            at -= 1
            steps += 1
            if !Article.isLink(text.words[at].hash) { return at }
        }
        return nil
    }

    /// The longest name of an index that starts at `index`: its rows and the word after it.
    private func longest(
        _ names: NameIndex,
        at index: Int,
        skippingLinks: Bool = false,
        across limit: FoldedText.Gap
    ) -> (rows: [Int], end: Int)? {
        var hash = WordHash.seed
        var found: (UInt64, Int)?
        var at = index
        while at < min(index + Self.longestName, text.words.count) {
            let word = text.words[at]
            if at > index, word.gap > limit { break }
            at += 1
            if skippingLinks, Article.isLink(word.hash) { continue }
            if skippingLinks, found != nil || at > index + 1, EPCIName.isNature(word.hash) {
                continue
            }
            hash = WordHash.extend(hash, by: word.hash)
            guard names.mayContinue(hash) else { break }
            if names.contains(hash) { found = (hash, at) }
        }
        return found.map { (names.rows($0.0), $0.1) }
    }
}

// MARK: - Codes

extension PlaceScanner {
    /// Five digits that are no sum and no part of a longer number.
    private func postalCode(at index: Int) -> PlaceMention? {
        let word = text.words[index]
        guard word.isNumber, word.folded.count == 5 else { return nil }
        if index > 0, [0x2B, 0x2E, 0x2C].contains(byte(before: word)),
            text.words[index - 1].isNumber
        {
            return nil
        }
        if index > 1, text.words[index - 1].isNumber, text.words[index - 2].isNumber,
            word.gap <= .space
        {
            return nil  // The end of a SIRET: 217 600 014 00015.
        }
        if index > 0, PlaceWords.boxes.contains(text.words[index - 1].hash) { return nil }
        if index + 1 < text.words.count, text.words[index + 1].gap < .punctuation,
            PlaceWords.units.contains(text.words[index + 1].hash)
        {
            return nil
        }
        guard !isFollowedByEuro(word) else { return nil }
        let code = text.string(index)
        let communes = gazetteer.communes(postalCode: code)
        guard let department = communes.first?.department ?? PostalCode.department(code) else {
            return nil
        }
        return mention(
            .postalCode(code, department: department, communes: communes),
            .qualified,
            index..<index + 1,
            from: index
        )
    }

    private func byte(before word: FoldedText.Word) -> UInt8 {
        word.source.lowerBound > 0 ? text.source[word.source.lowerBound - 1] : 0
    }

    private func isFollowedByEuro(_ word: FoldedText.Word) -> Bool {
        let rest = text.source[word.source.upperBound...].prefix(4)
        return rest.starts(with: "€".utf8) || rest.dropFirst().starts(with: "€".utf8)
    }
}

// MARK: - EPCI

extension PlaceScanner {
    /// "communauté de communes du Pays de Fayence", "CC Bugey Sud", "Métropole Rouen Normandie".
    private func introducedEPCI(at index: Int) -> PlaceMention? {
        guard let length = PlaceWords.legalForm(at: index, of: text) else { return nil }
        let first = index + length
        guard first < text.words.count, text.words[first].gap < .punctuation else { return nil }
        let names = gazetteer.epcis
        guard
            let (rows, end) = longest(names.cores, at: first, skippingLinks: true, across: .dash)
                ?? longest(names.beginnings, at: first, skippingLinks: true, across: .dash)
        else { return nil }
        let nature = EPCIName.nature(of: text.words[index..<end])
        let found = names.narrowed(rows, by: nature)
        return mention(.epcis(found), .authority, first..<end, from: index)
    }

    /// "Saint-Malo Agglomération", "Dijon métropole": the legal form comes last.
    private func suffixedEPCI(at index: Int) -> PlaceMention? {
        let word = text.words[index]
        guard !EPCIName.isNature(word.hash) || index == 0, word.isCapitalised || !hasCapitals else {
            return nil
        }
        var hash = WordHash.seed
        var at = index
        var candidates: [Int] = []
        var best: ([Int], Int)?
        while at < min(index + Self.longestName, text.words.count) {
            let word = text.words[at]
            if at > index, word.gap >= .punctuation { break }
            if at > index, PlaceWords.suffixes.contains(word.hash), !candidates.isEmpty {
                best = (candidates, at + 1)
            }
            at += 1
            if Article.isLink(word.hash) || EPCIName.isNature(word.hash) { continue }
            hash = WordHash.extend(hash, by: word.hash)
            guard gazetteer.epcis.cores.mayContinue(hash) else { break }
            candidates = gazetteer.epcis.cores.rows(hash)
        }
        guard let (rows, end) = best else { return nil }
        let nature = EPCIName.nature(of: text.words[index..<end])
        return mention(
            .epcis(gazetteer.epcis.narrowed(rows, by: nature)),
            .authority,
            index..<end,
            from: index
        )
    }

    /// "CINOR", "TCO": in capitals within a text that is not all capitals.
    private func acronym(at index: Int) -> PlaceMention? {
        let word = text.words[index]
        guard word.isUppercase, hasCapitals, (3...12).contains(word.folded.count) else {
            return nil
        }
        let found = gazetteer.epcis.epcis(acronym: text.string(index))
        guard !found.isEmpty, found.count < 4 else { return nil }
        return mention(.epcis(found), .bare, index..<index + 1, from: index)
    }
}

// MARK: - Départements and regions

extension PlaceScanner {
    private func region(at index: Int) -> PlaceMention? {
        let names = gazetteer.departments
        guard let (rows, end) = longest(names.regionNames, at: index, across: .hyphen),
            let row = rows.first, let before = wordBeforeLinks(index),
            PlaceWords.regionIntroductions.contains(text.words[before].hash)
        else { return nil }
        let start = start(ofIntroduction: before)
        return mention(.region(names.regions[row]), .authority, index..<end, from: start)
    }

    private func department(at index: Int) -> PlaceMention? {
        numberedDepartment(at: index) ?? namedDepartment(at: index)
    }

    /// "CD 82", "Darney (88)", "département 22".
    private func numberedDepartment(at index: Int) -> PlaceMention? {
        let word = text.words[index]
        guard (2...6).contains(word.folded.count) else { return nil }
        let introduced =
            index > 0 && word.gap < .dash
            && PlaceWords.numberIntroductions.contains(text.words[index - 1].hash)
        let isJoined = !word.isNumber && word.isCapitalised
        guard introduced || isBracketed(word) || isJoined else { return nil }
        if introduced || isBracketed(word) {
            guard let department = gazetteer.department(code: text.string(index)) else {
                return nil
            }
            return mention(
                .department(department),
                introduced ? .authority : .qualified,
                index..<index + 1,
                from: introduced ? index - 1 : index
            )
        }
        guard let last = text.bytes[word.folded].last,
            (0x30...0x39).contains(last) || word.isUppercase,
            word.folded.count >= 4,
            let department = gazetteer.departments.department(numberedAt: index, of: text)
        else { return nil }
        return mention(.department(department), .authority, index..<index + 1, from: index)
    }

    /// Whether brackets hold this word and nothing else.
    private func isBracketed(_ word: FoldedText.Word) -> Bool {
        let after = text.source[word.source.upperBound...].first
        return byte(before: word) == UInt8(ascii: "(") && after == UInt8(ascii: ")")
    }

    private func namedDepartment(at index: Int) -> PlaceMention? {
        let names = gazetteer.departments
        guard let (rows, end) = longest(names.names, at: index, across: .hyphen),
            let row = rows.first
        else { return nil }
        let department = PlaceMention.Place.department(names.all[row])
        let before = wordBeforeLinks(index)
        if let before, PlaceWords.departmentIntroductions.contains(text.words[before].hash) {
            return mention(department, .authority, index..<end, from: start(ofIntroduction: before))
        }
        let isInBrackets =
            byte(before: text.words[index]) == UInt8(ascii: "(")
            || text.source[text.words[end - 1].source.upperBound...].first == UInt8(ascii: ")")
        if isInBrackets {
            return mention(department, .qualified, index..<end, from: index)
        }
        // A commune of the same name ("Paris"), or what is introduced as a commune, is left to it.
        if let before, PlaceWords.communeIntroductions.contains(text.words[before].hash) {
            return nil
        }
        guard text.words[index].isCapitalised || !hasCapitals else { return nil }
        let isPlain =
            end - index > 1 || !PlaceWords.commonDepartments.contains(text.words[index].hash)
        guard isPlain, !isTown(index, end) else { return nil }
        return mention(department, .bare, index..<end, from: index)
    }

    /// Whether a commune of that name is better known than the département: Paris, Vienne, Mayenne.
    private func isTown(_ start: Int, _ end: Int) -> Bool {
        let hash = WordHash.of(words: text.words[start..<end].map(\.hash))
        return gazetteer.communeNames.rows(hash).contains {
            gazetteer.commune(row: $0).population > 10_000
        }
    }

    /// "conseil départemental": the introduction starts one word earlier.
    private func start(ofIntroduction word: Int) -> Int {
        guard word > 0, PlaceWords.councils.contains(text.words[word - 1].hash),
            text.words[word].gap < .punctuation
        else { return word }
        return word - 1
    }
}

// MARK: - Communes

extension PlaceScanner {
    private func commune(at index: Int) -> PlaceMention? {
        guard let (rows, end) = longest(gazetteer.communeNames, at: index, across: .hyphen) else {
            return nil
        }
        guard !isPartOfLongerName(index..<end) else { return nil }
        let fitting = rows.filter { row in
            !gazetteer.nameHasArticle(row: row) || isArticle(before: index)
        }
        guard !fitting.isEmpty, let (introduction, start) = introduction(of: index..<end) else {
            return nil
        }
        var communes = gazetteer.ordered(fitting)
        if communes.count > 1, let code = qualifyingDepartment(after: end) {
            let fitting = communes.filter { $0.department == code }
            if !fitting.isEmpty { communes = fitting }
        }
        return mention(.communes(communes), introduction, index..<end, from: start)
    }

    /// "Oullins-Pierre-Bénite" is not Oullins: a merged commune that the tables do not know yet.
    private func isPartOfLongerName(_ words: Range<Int>) -> Bool {
        if words.upperBound < text.words.count, text.words[words.upperBound].gap == .hyphen,
            text.words[words.upperBound].isCapitalised
        {
            return true
        }
        guard text.words[words.lowerBound].gap == .hyphen, words.lowerBound > 0 else {
            return false
        }
        return !PlaceWords.communeIntroductions.contains(text.words[words.lowerBound - 1].hash)
            && !Article.isLink(text.words[words.lowerBound - 1].hash)
    }

    private func isArticle(before index: Int) -> Bool {
        index > 0 && text.words[index].gap < .punctuation
            && Article.holdsArticle(text.words[index - 1].hash)
    }

    /// "(Vosges)", "(88)", ", Vosges" or a bare number behind the name: the département's code.
    private func qualifyingDepartment(after end: Int) -> String? {
        guard end < text.words.count, text.words[end].gap < .line else { return nil }
        if let (rows, _) = longest(gazetteer.departments.names, at: end, across: .hyphen),
            let row = rows.first
        {
            return gazetteer.departments.all[row].code
        }
        let word = text.words[end]
        if word.folded.count == 5, word.isNumber { return PostalCode.department(text.string(end)) }
        return gazetteer.department(code: text.string(end))?.code
    }

    private func introduction(
        of words: Range<Int>
    ) -> (PlaceMention.Introduction, start: Int)? {
        let first = text.words[words.lowerBound]
        let isName = first.isCapitalised || !hasCapitals
        if let before = wordBeforeLinks(words.lowerBound),
            PlaceWords.communeIntroductions.contains(text.words[before].hash)
        {
            return (.authority, before)
        }
        if words.lowerBound > 0, text.words[words.lowerBound - 1].isNumber,
            text.words[words.lowerBound - 1].folded.count == 5, first.gap < .punctuation
        {
            return (.qualified, words.lowerBound)
        }
        guard isName, first.gap <= .apostrophe || words.lowerBound == 0 || first.gap >= .dash else {
            return nil
        }
        if isQualified(after: words.upperBound) { return (.qualified, words.lowerBound) }
        if let before = wordBeforeName(words.lowerBound) {
            if PlaceWords.titles.contains(text.words[before].hash) { return nil }
            if PlaceWords.locations.contains(text.words[before].hash), isSafe(words) {
                return (.location, words.lowerBound)
            }
        }
        return isBareName(words) ? (.bare, words.lowerBound) : nil
    }

    private func wordBeforeName(_ index: Int) -> Int? {
        guard index > 0, text.words[index].gap < .dash else { return nil }
        guard isArticle(before: index), index > 1,
            !PlaceWords.locations.contains(text.words[index - 1].hash)
        else { return index - 1 }
        return index - 2
    }

    private func isQualified(after end: Int) -> Bool {
        guard end < text.words.count,
            text.source[..<text.words[end].source.lowerBound].last == UInt8(ascii: "(")
        else { return false }
        return qualifyingDepartment(after: end) != nil
    }

    /// In a text without capitals only what no common word can be.
    private func isSafe(_ words: Range<Int>) -> Bool {
        if hasCapitals { return true }
        let length = words.reduce(0) { $0 + text.words[$1].folded.count }
        return length >= 6 && !PlaceWords.isCommon(text.words[words.lowerBound].hash)
    }

    private func isBareName(_ words: Range<Int>) -> Bool {
        guard hasCapitals, text.words[words.lowerBound].isCapitalised else { return false }
        if words.count > 1 { return text.words[words.upperBound - 1].isCapitalised }
        let first = text.words[words.lowerBound]
        let startsSentence = first.gap >= .punctuation || first.gap == .start
        return first.folded.count >= 5 && !startsSentence && !PlaceWords.isCommon(first.hash)
    }
}
