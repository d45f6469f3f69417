extension PlaceScanner {
    /// "SIRET 212 201 131 00019", "SIREN : 200065928": whose registration number it is.
    func registration(at index: Int) -> PlaceMention? {
        guard PlaceWords.registrations.contains(text.words[index].hash) else { return nil }
        var at = index + 1
        while at < min(index + 6, text.words.count), !text.words[at].isNumber { at += 1 }
        let first = at
        var digits = ""
        while at < text.words.count, text.words[at].isNumber, digits.utf8.count < 14,
            at == first || text.words[at].gap < .dash
        {
            digits += text.string(at)
            at += 1
        }
        guard at > first, digits.utf8.count >= 9,
            let place = gazetteer.place(siren: String(digits.prefix(9)))
        else { return nil }
        return mention(place, .code, first..<at, from: index)
    }

    /// "code INSEE 14118".
    func officialCode(at index: Int) -> PlaceMention? {
        let isCode =
            text.word(index, is: "insee")
            || index > 0 && text.word(index, is: "commune") && text.word(index - 1, is: "code")
        guard isCode else { return nil }
        for at in index + 1..<max(index + 1, min(index + 6, text.words.count))
        where text.words[at].folded.count == 5 {
            guard let commune = gazetteer.commune(insee: text.string(at).uppercased()) else {
                continue
            }
            return mention(.communes([commune]), .code, at..<at + 1, from: index)
        }
        return nil
    }

    /// Five digits that are no sum and no part of a longer number.
    func postalCode(at index: Int) -> PlaceMention? {
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

    func isBehindPostalCode(_ index: Int) -> Bool {
        index > 0 && text.words[index - 1].isNumber && text.words[index - 1].folded.count == 5
            && text.words[index].gap < .punctuation
    }

    func byte(before word: FoldedText.Word) -> UInt8 {
        word.source.lowerBound > 0 ? text.source[word.source.lowerBound - 1] : 0
    }

    func isFollowedByEuro(_ word: FoldedText.Word) -> Bool {
        let rest = text.source[word.source.upperBound...].prefix(4)
        return rest.starts(with: "€".utf8) || rest.dropFirst().starts(with: "€".utf8)
    }
}
