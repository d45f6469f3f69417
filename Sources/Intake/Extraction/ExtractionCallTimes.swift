import Territory

/// When somebody can be called, in their own words.
enum CallTimes {
    /// The words about days and hours beside a telephone number or a wish to be called; `nil` when
    /// there are none.
    static func find(in lines: [Line]) -> String? {
        for line in lines {
            let phones = PhoneScanner.numbers(in: line.text).map(\.range)
            for clause in clauses(of: line) where isAboutCalls(line, clause, phones) {
                if let words = times(line, clause, phones) { return words }
            }
        }
        return nil
    }

    private static let calls: Set<String> = WordList.words(
        """
        appeler rappeler appelez rappelez appel joindre joignable telephoner telephonez \
        telephone tel contacter contactez disponible rappel joignables disponibles \
        portable mobile
        """
    )
    private static let days: Set<String> = WordList.words(
        """
        lundi mardi mercredi jeudi vendredi samedi dimanche lundis mardis mercredis jeudis \
        vendredis matin matins matinee midi soir soirs apres-midi week weekend heures heure \
        h journee jours tot
        """
    )
    /// Words that may stand within and in front of a time.
    private static let links: Set<String> = WordList.words(
        """
        le la les l entre et ou a de du des avant apres vers partir plutot sauf tous toute \
        tres en fin debut jusqu sur deux au pas hors tout toutes chaque preference dans meme \
        end min mn compris ouvrables ouvres uniquement seulement bureau
        """
    )

    /// The words between full stops; brackets and commas stay within a clause.
    private static func clauses(of line: Line) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for index in line.words.indices.dropFirst() {
            let gap = line.folded.words[index].gap
            guard gap == .punctuation || gap == .line else { continue }
            let between = line.folded.source[
                line.folded.words[index - 1].source
                    .upperBound..<line.folded.words[index].source
                    .lowerBound
            ]
            let isNumbers =
                line.folded.words[index - 1].isNumber && line.folded.words[index].isNumber
            if between.contains(where: { ".?!;".utf8.contains($0) }), !isNumbers {
                found.append(start..<index)
                start = index
            }
        }
        found.append(start..<line.words.count)
        return found
    }

    private static func isAboutCalls(
        _ line: Line,
        _ clause: Range<Int>,
        _ phones: [Range<Int>]
    ) -> Bool {
        clause.contains { calls.contains(line.words[$0]) || isPhone(line, $0, phones) }
    }

    private static func isPhone(_ line: Line, _ index: Int, _ phones: [Range<Int>]) -> Bool {
        phones.contains { $0.overlaps(line.folded.words[index].source) }
    }

    private static func isTime(_ line: Line, _ index: Int) -> Bool {
        let word = line.words[index]
        if days.contains(word) { return true }
        // "14h", "18h30".
        let hours = word.prefix { $0.isNumber }
        return !hours.isEmpty && hours.count <= 2 && word.dropFirst(hours.count).first == "h"
    }

    /// From the first to the last word of a time, with the small words around; within 16 words.
    private static func times(
        _ line: Line,
        _ clause: Range<Int>,
        _ phones: [Range<Int>]
    ) -> String? {
        guard let seed = clause.first(where: { isTime(line, $0) && !isOpeningHours(line, $0) })
        else {
            return nil
        }
        let accepts = { (index: Int) in
            !isPhone(line, index, phones)
                && (isTime(line, index) || links.contains(line.words[index])
                    || line.folded.words[index].isNumber && line.words[index].count <= 2)
        }
        var start = seed
        while start > clause.lowerBound, seed - start < 8, accepts(start - 1),
            line.folded.words[start].gap < .punctuation
        {
            start -= 1
        }
        var end = seed + 1
        while end < clause.upperBound, end - seed < 16, accepts(end) { end += 1 }
        // A refusal is quoted whole: "ne téléphonez pas le vendredi".
        let refusal = (max(clause.lowerBound, start - 3)..<start).first {
            ["ne", "n"].contains(line.words[$0])
        }
        if let refusal { start = refusal }
        while end - 1 > start, links.contains(line.words[end - 1]),
            !keptAtEnd.contains(line.words[end - 1])
        {
            end -= 1
        }
        while start < seed,
            ["et", "ou", "de", "a", "deux", "pas", "dans", "en"].contains(line.words[start]),
            refusal == nil, line.words[start] != "a" || line.words[start + 1] != "partir"
        {
            start += 1
        }
        return line.source(start..<end)
    }

    private static let keptAtEnd: Set<String> = [
        "deux", "compris", "end", "ouvrables", "ouvres", "bureau", "preference",
    ]

    /// "ouvert au public du lundi au vendredi" says when the doors are open.
    private static func isOpeningHours(_ line: Line, _ index: Int) -> Bool {
        line.words[..<index].suffix(6).contains {
            ["ouvert", "ouverte", "ouverture", "horaires"].contains($0)
        }
    }
}
