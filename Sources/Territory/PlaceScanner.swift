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

extension Gazetteer {
    /// What a line begins with, when it is the whole name of a commune or an EPCI, whatever the case
    /// of its letters: the places and the word behind the name. For lines of which something else shows
    /// that an authority stands there: alone, names are words as well.
    package func placeBeginning(_ text: FoldedText) -> (place: PlaceMention.Place, end: Int)? {
        let scanner = PlaceScanner(gazetteer: self, text: text)
        var start = 0
        if text.words.count > 1, Article.isArticle(text.words[0].hash) { start = 1 }
        guard start < text.words.count else { return nil }
        let town = scanner.longest(communeNames, at: start, across: .hyphen)
        let body = scanner.longest(epcis.cores, at: start, skippingLinks: true, across: .hyphen)
        if let body, body.end > town?.end ?? 0, body.rows.count < 4 {
            let letters = text.words[start..<body.end].reduce(0) { $0 + $1.folded.count }
            if letters > 6 { return (.epcis(body.rows.map { epcis.all[$0] }), body.end) }
        }
        guard let town else {
            return scanner.longest(communeBeginnings, at: start, across: .hyphen)
                .map { (.communes(ordered($0.rows)), $0.end) }
        }
        let fitting = town.rows.filter { !nameHasArticle(row: $0) || start == 1 }
        return fitting.isEmpty ? nil : (.communes(ordered(fitting)), town.end)
    }
}

/// One pass over the words of a text.
struct PlaceScanner {
    /// Words of the longest name that is looked for.
    static let longestName = 12

    let gazetteer: Gazetteer
    let text: FoldedText
    let memo = Memo()
    private var mentions: [PlaceMention] = []
    /// The word after the last mention: names do not overlap.
    private var next = 0
    /// A text without capitals cannot show by one that a word is a name.
    let hasCapitals: Bool

    init(gazetteer: Gazetteer, text: FoldedText) {
        self.gazetteer = gazetteer
        self.text = text
        let capitalised = text.words.count { $0.isCapitalised }
        let shouted = text.words.count { $0.isUppercase }
        // A line of a few words in capitals is a title, as on a letterhead.
        let isShouted = shouted * 2 >= text.words.count && text.words.count > 3
        hasCapitals = capitalised * 30 > text.words.count && !isShouted
    }

    mutating func scan() -> [PlaceMention] {
        while next < text.words.count {
            let index = next
            let mention =
                registration(at: index) ?? officialCode(at: index) ?? postalCode(at: index)
                ?? suffixedEPCI(at: index) ?? introducedEPCI(at: index)
                ?? region(at: index) ?? department(at: index) ?? bareEPCI(at: index)
                ?? commune(at: index) ?? acronym(at: index)
            if let mention {
                mentions.append(mention)
                next = max(mention.words.upperBound, index + 1)
            } else {
                next = index + 1
            }
        }
        return mentions
    }

    func mention(
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
    func wordBeforeLinks(_ index: Int) -> Int? {
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
    func longest(
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

/// Communes that one scan has made already: a text may name the same two hundred homonyms again and again.
final class Memo {
    private var communes: [[Int]: [Commune]] = [:]

    func ordered(_ rows: [Int], of gazetteer: Gazetteer) -> [Commune] {
        guard rows.count > 8 else { return gazetteer.ordered(rows) }
        if let known = communes[rows] { return known }
        let made = gazetteer.ordered(rows)
        communes[rows] = made
        return made
    }
}
