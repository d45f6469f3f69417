extension PlaceScanner {
    func commune(at index: Int) -> PlaceMention? {
        guard let (rows, end) = longest(gazetteer.communeNames, at: index, across: .hyphen) else {
            return communeByBeginning(at: index)
        }
        guard !isPartOfLongerName(index..<end) else { return nil }
        let fitting = rows.filter { row in
            !gazetteer.nameHasArticle(row: row) || isArticle(before: index)
        }
        guard !fitting.isEmpty, let (introduction, start) = introduction(of: index..<end) else {
            return communeByBeginning(at: index)
        }
        var communes = memo.ordered(fitting, of: gazetteer)
        if let code = qualifyingDepartment(after: end) {
            let fitting = communes.filter { $0.department == code }
            if !fitting.isEmpty {
                communes = fitting
            } else {
                // "Saint-Ouen (93)" is Saint-Ouen-sur-Seine.
                let longer = beginning(at: index..<end).filter { $0.department == code }
                if !longer.isEmpty { communes = longer }
            }
        } else if introduction == .authority {
            // "ville de Vire" is rather Vire Normandie than Viré.
            communes = larger(than: communes.first?.population ?? 0, at: index..<end) + communes
        }
        return mention(.communes(communes), introduction, index..<end, from: start)
    }

    /// The communes whose names go on behind these words.
    private func beginning(at words: Range<Int>) -> [Commune] {
        let hash = WordHash.of(words: text.words[words].map(\.hash))
        return memo.ordered(gazetteer.communeBeginnings.rows(hash), of: gazetteer)
    }

    /// Those that are so much larger that the short name means them.
    private func larger(than population: Int, at words: Range<Int>) -> [Commune] {
        let hash = WordHash.of(words: text.words[words].map(\.hash))
        return gazetteer.ordered(
            gazetteer.communeBeginnings.rows(hash).filter {
                Int(gazetteer.populations[$0]) > 10 * population
            }
        )
    }

    /// "mairie de Brive", "Mantes (78)": the first words of a longer name, behind a word that
    /// announces a commune or before a département.
    private func communeByBeginning(at index: Int) -> PlaceMention? {
        // "la mairie en bas" is no Bas-en-Basset.
        guard text.words[index].isCapitalised || !hasCapitals,
            let (rows, end) = longest(gazetteer.communeBeginnings, at: index, across: .hyphen),
            !isPartOfLongerName(index..<end)
        else { return nil }
        let code = qualifyingDepartment(after: end)
        if let before = wordBeforeLinks(index) ?? wordBeforeComma(index),
            PlaceWords.communeIntroductions.contains(text.words[before].hash)
        {
            let communes = memo.ordered(rows, of: gazetteer)
            let fitting = communes.filter { $0.department == code }
            let found = fitting.isEmpty ? communes : fitting
            return mention(.communes(found), .authority, index..<end, from: before)
        }
        if let code {
            let fitting = memo.ordered(rows, of: gazetteer).filter { $0.department == code }
            guard fitting.isEmpty else {
                return mention(.communes(fitting), .qualified, index..<end, from: index)
            }
        }
        // "à Saint-Dié": there is one only.
        guard rows.count == 1, end - index > 1, let before = wordBeforeName(index),
            PlaceWords.locations.contains(text.words[before].hash)
        else { return nil }
        return mention(.communes(gazetteer.ordered(rows)), .location, index..<end, from: index)
    }

    /// "Oullins-Pierre-Bénite" is not Oullins: a merged commune that the tables do not know yet.
    func isPartOfLongerName(_ words: Range<Int>) -> Bool {
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

    func isArticle(before index: Int) -> Bool {
        index > 0 && text.words[index].gap < .punctuation
            && Article.holdsArticle(text.words[index - 1].hash)
    }

    /// "(Vosges)", "(88)", ", Vosges", "dans les Vosges" or a bare number behind the name: the
    /// département's code.
    func qualifyingDepartment(after end: Int) -> String? {
        var end = end
        guard end < text.words.count, text.words[end].gap < .line else { return nil }
        if text.word(end, is: "dans") || text.word(end, is: "en") {
            end += 1
            if end < text.words.count, Article.isArticle(text.words[end].hash) { end += 1 }
            guard end < text.words.count else { return nil }
        }
        if let (rows, _) = longest(gazetteer.departments.names, at: end, across: .hyphen),
            let row = rows.first
        {
            return gazetteer.departments.all[row].code
        }
        let word = text.words[end]
        if word.folded.count == 5, word.isNumber { return PostalCode.department(text.string(end)) }
        return gazetteer.department(code: text.string(end))?.code
    }

    func introduction(
        of words: Range<Int>
    ) -> (PlaceMention.Introduction, start: Int)? {
        let first = text.words[words.lowerBound]
        let isName = first.isCapitalised || !hasCapitals
        if let before = wordBeforeLinks(words.lowerBound) ?? wordBeforeComma(words.lowerBound),
            PlaceWords.communeIntroductions.contains(text.words[before].hash)
                || isArrondissement(before)
        {
            return (.authority, before)
        }
        if isBehindPostalCode(words.lowerBound) { return (.qualified, words.lowerBound) }
        guard isName, first.gap <= .apostrophe || words.lowerBound == 0 || first.gap >= .dash else {
            return nil
        }
        if isQualified(after: words.upperBound) || isCounted(after: words.upperBound) {
            return (.qualified, words.lowerBound)
        }
        if let before = wordBeforeName(words.lowerBound) {
            if PlaceWords.titles.contains(text.words[before].hash) { return nil }
            if PlaceWords.locations.contains(text.words[before].hash), isSafe(words) {
                return (.location, words.lowerBound)
            }
        }
        return isBareName(words) ? (.bare, words.lowerBound) : nil
    }

    /// "18e arrondissement", of a town; without a number it is the State's.
    private func isArrondissement(_ index: Int) -> Bool {
        guard index > 0, text.word(index, is: "arrondissement") else { return false }
        return text.bytes[text.words[index - 1].folded].first.map { (0x30...0x39).contains($0) }
            ?? false
    }

    /// "notre petite commune, Saint-André-des-Eaux", "une commune de 340 habitants, Contes": the word
    /// that announces a commune, in front of a comma.
    private func wordBeforeComma(_ index: Int) -> Int? {
        guard index > 0, text.words[index].isCapitalised,
            text.source[..<text.words[index].source.lowerBound].suffix(2).starts(with: ", ".utf8)
        else { return nil }
        let before = (max(0, index - 6)..<index).reversed().first {
            text.word($0, is: "commune") || text.word($0, is: "village")
                || text.word($0, is: "ville")
        }
        // "Commune de Bagneux, Indre" is named already.
        guard let before, (before + 1..<max(before + 1, index)).allSatisfy(isNoTown) else {
            return nil
        }
        return before
    }

    private func isNoTown(_ index: Int) -> Bool {
        let word = text.words[index]
        return !word.isCapitalised
            || !gazetteer.departments.names.rows(WordHash.of(words: [word.hash])).isEmpty
    }

    func wordBeforeName(_ index: Int) -> Int? {
        guard index > 0, text.words[index].gap < .dash else { return nil }
        guard isArticle(before: index), index > 1,
            !PlaceWords.locations.contains(text.words[index - 1].hash)
        else { return index - 1 }
        return index - 2
    }

    func isQualified(after end: Int) -> Bool {
        guard end < text.words.count,
            text.source[..<text.words[end].source.lowerBound].last == UInt8(ascii: "(")
        else { return false }
        return qualifyingDepartment(after: end) != nil
    }

    /// "Dieulefit, 3 000 habitants".
    private func isCounted(after end: Int) -> Bool {
        guard end + 1 < text.words.count, text.words[end].isNumber, text.words[end].gap < .line
        else { return false }
        let at = text.words[end + 1].isNumber ? end + 2 : end + 1
        return at < text.words.count
            && (text.word(at, is: "habitants") || text.word(at, is: "hab"))
    }

    /// In a text without capitals only what no common word can be.
    func isSafe(_ words: Range<Int>) -> Bool {
        if hasCapitals { return true }
        let length = words.reduce(0) { $0 + text.words[$1].folded.count }
        return length >= 6 && !PlaceWords.isCommon(text.words[words.lowerBound].hash)
    }

    func isBareName(_ words: Range<Int>) -> Bool {
        guard hasCapitals, text.words[words.lowerBound].isCapitalised else { return false }
        if words.count > 1 { return text.words[words.upperBound - 1].isCapitalised }
        let first = text.words[words.lowerBound]
        let startsSentence = first.gap >= .punctuation || first.gap == .start
        return first.folded.count >= 5 && !startsSentence && !PlaceWords.isCommon(first.hash)
    }
}
