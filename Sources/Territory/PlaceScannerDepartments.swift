extension PlaceScanner {
    func region(at index: Int) -> PlaceMention? {
        let names = gazetteer.departments
        guard let (rows, end) = longest(names.regionNames, at: index, across: .hyphen),
            let row = rows.first, let before = wordBeforeLinks(index),
            PlaceWords.regionIntroductions.contains(text.words[before].hash)
        else { return nil }
        let start = start(ofIntroduction: before)
        return mention(.region(names.regions[row]), .authority, index..<end, from: start)
    }

    func department(at index: Int) -> PlaceMention? {
        numberedDepartment(at: index) ?? namedDepartment(at: index)
    }

    /// "CD 82", "Darney (88)", "département 22".
    func numberedDepartment(at index: Int) -> PlaceMention? {
        let word = text.words[index]
        guard (2...6).contains(word.folded.count) else { return nil }
        let introduced =
            index > 0 && word.gap < .dash
            && (PlaceWords.numberIntroductions.contains(text.words[index - 1].hash)
                || word.folded.count <= 3 && index > 1 && text.word(index - 1, is: "le")
                    && text.word(index - 2, is: "dans"))
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
    func isBracketed(_ word: FoldedText.Word) -> Bool {
        let after = text.source[word.source.upperBound...].first
        return byte(before: word) == UInt8(ascii: "(") && after == UInt8(ascii: ")")
    }

    func namedDepartment(at index: Int) -> PlaceMention? {
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
        // A commune of the same name ("Paris"), or what is introduced as a commune, is left to it, and so
        // is what stands behind a postal code: "32300 Saint-Martin" is no Saint-Martin (978).
        let isIntroduced =
            before.map { PlaceWords.communeIntroductions.contains(text.words[$0].hash) } ?? false
        if isIntroduced || isBehindPostalCode(index),
            longest(gazetteer.communeNames, at: index, across: .hyphen) != nil
        {
            return nil
        }
        guard text.words[index].isCapitalised || !hasCapitals else { return nil }
        let isPlain =
            end - index > 1 || !PlaceWords.commonDepartments.contains(text.words[index].hash)
        guard isPlain, !isTown(index, end) else { return nil }
        return mention(department, .bare, index..<end, from: index)
    }

    /// Whether a commune of that name is better known than the département: Paris, Vienne, Mayenne.
    func isTown(_ start: Int, _ end: Int) -> Bool {
        let hash = WordHash.of(words: text.words[start..<end].map(\.hash))
        return gazetteer.communeNames.rows(hash).contains {
            gazetteer.commune(row: $0).population > 10_000
        }
    }

    /// "conseil départemental": the introduction starts one word earlier.
    func start(ofIntroduction word: Int) -> Int {
        guard word > 0, PlaceWords.councils.contains(text.words[word - 1].hash),
            text.words[word].gap < .punctuation
        else { return word }
        return word - 1
    }
}
