extension PlaceScanner {
    /// "communauté de communes du Pays de Fayence", "CC Bugey Sud", "Métropole Rouen Normandie".
    func introducedEPCI(at index: Int) -> PlaceMention? {
        guard let length = PlaceWords.legalForm(at: index, of: text) else { return nil }
        let first = index + length
        guard first < text.words.count, text.words[first].gap < .punctuation else { return nil }
        let nature = EPCIName.nature(of: text.words[index..<first])
        guard let (rows, end) = longestName(at: first, across: .dash) else {
            return bySeat(at: first, nature, from: index)
        }
        let found = gazetteer.epcis.narrowed(
            rows,
            by: EPCIName.nature(of: text.words[index..<end])
        )
        return mention(.epcis(found), .authority, first..<end, from: index)
    }

    /// The longest whole name, or a longer beginning of one.
    private func longestName(at index: Int, across limit: FoldedText.Gap) -> ([Int], Int)? {
        let names = gazetteer.epcis
        let whole = longest(names.cores, at: index, skippingLinks: true, across: limit)
        let start = longest(names.beginnings, at: index, skippingLinks: true, across: limit)
        guard let whole else { return start }
        guard let start, start.end > whole.end else { return whole }
        return start
    }

    /// "l'agglo d'Épinal", "la comcom de Lunéville": by the town that it is named after.
    private func bySeat(at index: Int, _ nature: EPCI.Nature?, from start: Int) -> PlaceMention? {
        var first = index
        while first < text.words.count, first - index < 3, Article.isLink(text.words[first].hash) {
            first += 1
        }
        guard first < text.words.count, text.words[first].isCapitalised || !hasCapitals,
            let (rows, end) = longest(gazetteer.communeNames, at: first, across: .hyphen)
        else { return nil }
        let sirens = gazetteer.ordered(rows).compactMap(\.epciSIREN)
        let epcis = sirens.compactMap(gazetteer.epci(siren:)).filter {
            nature == nil || $0.nature == nature
                || $0.nature.isAgglomeration && nature?.isAgglomeration == true
        }
        guard let town = epcis.first else { return nil }
        let isTown = rows.count == 1 || gazetteer.ordered(rows)[0].population > 5_000
        return mention(.epcis(isTown ? [town] : epcis), .authority, first..<end, from: start)
    }

    /// "Saint-Malo Agglomération", "Dijon métropole": the legal form comes last.
    func suffixedEPCI(at index: Int) -> PlaceMention? {
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
        guard let (rows, end) = best else { return suffixedSeat(at: index) }
        let nature = EPCIName.nature(of: text.words[index..<end])
        return mention(
            .epcis(gazetteer.epcis.narrowed(rows, by: nature)),
            .authority,
            index..<end,
            from: index
        )
    }

    /// "Châlons Agglo": by the town that it is named after.
    private func suffixedSeat(at index: Int) -> PlaceMention? {
        for names in [gazetteer.communeNames, gazetteer.communeBeginnings] {
            guard let (rows, end) = longest(names, at: index, across: .hyphen),
                end < text.words.count, text.words[end].gap < .dash,
                PlaceWords.suffixes.contains(text.words[end].hash)
            else { continue }
            let epcis = gazetteer.ordered(rows).compactMap(\.epciSIREN)
                .compactMap(gazetteer.epci(siren:))
                .filter { $0.nature.isAgglomeration || text.word(end, is: "communaute") }
            guard let first = epcis.first else { continue }
            return mention(.epcis([first]), .authority, index..<end + 1, from: index)
        }
        return nil
    }

    /// "Grand Cognac", "Couesnon Marches de Bretagne": two words or more of a name that no commune and
    /// no département has, or one word that is in use as a name.
    func bareEPCI(at index: Int) -> PlaceMention? {
        guard hasCapitals, text.words[index].isCapitalised, !isIntroducedCommune(index),
            !Article.isLink(text.words[index].hash)
        else { return nil }
        if let (rows, end) = longest(gazetteer.epcis.usages, at: index, across: .hyphen),
            !text.words[index].isUppercase
        {
            return mention(
                .epcis(rows.map { gazetteer.epcis.all[$0] }),
                .bare,
                index..<end,
                from: index
            )
        }
        guard let (rows, end) = longestName(at: index, across: .hyphen),
            text.words[end - 1].isCapitalised
        else { return nil }
        let words = text.words[index..<end]
        let own = words.filter { !Article.isLink($0.hash) && !EPCIName.isNature($0.hash) }
        guard own.count > 1, rows.count < 4,
            gazetteer.departments.names.rows(WordHash.of(words: words.map(\.hash))).isEmpty
        else { return nil }
        let towns = [gazetteer.communeNames, gazetteer.communeBeginnings].compactMap {
            longest($0, at: index, across: .hyphen)?.end
        }
        guard towns.allSatisfy({ $0 < end }) else { return nil }
        return mention(
            .epcis(rows.map { gazetteer.epcis.all[$0] }),
            .bare,
            index..<end,
            from: index
        )
    }

    func isIntroducedCommune(_ index: Int) -> Bool {
        guard let before = wordBeforeLinks(index),
            longest(gazetteer.communeNames, at: index, across: .hyphen) != nil
        else { return false }
        return PlaceWords.communeIntroductions.contains(text.words[before].hash)
    }

    /// "CINOR", "TCO": in capitals within a text that is not all capitals.
    func acronym(at index: Int) -> PlaceMention? {
        let word = text.words[index]
        guard word.isUppercase, hasCapitals, (3...12).contains(word.folded.count) else {
            return nil
        }
        let found = gazetteer.epcis.epcis(acronym: text.string(index))
        guard !found.isEmpty, found.count < 8 else { return nil }
        return mention(.epcis(found), .bare, index..<index + 1, from: index)
    }
}
