import Territory

/// Finds the function of the person who writes.
struct RoleReader {
    /// Words that a place's name takes, so that "maire de Lescun" ends before it.
    private func isPlace(_ line: Line, _ index: Int) -> Bool {
        line.places.contains { $0.words.contains(index) && !$0.isPostalCode }
    }

    /// From the lines that sign a mail: the first that begins with a function, or goes on with one
    /// behind the name.
    func inTail(_ tail: [Line]) -> (role: String, line: Int, words: Range<Int>)? {
        for (number, line) in tail.enumerated() {
            for segment in line.segments.prefix(4) {
                var start = segment.lowerBound
                if start == 0, let name = PersonName.start(of: line) {
                    start = name.words.upperBound
                }
                if ["pour", "copie"].contains(line.words[segment.lowerBound]) { continue }
                while start < segment.upperBound, RoleWords.articles.contains(line.words[start]) {
                    start += 1
                }
                guard start < segment.upperBound, RoleWords.head(of: line, at: start) != nil else {
                    continue
                }
                let words = extent(line, from: start, isSignature: true)
                return (Self.lowered(line, words), number, words)
            }
        }
        return nil
    }

    /// From the text: "je suis secrétaire de mairie à …", "en tant que maire", "DSI de …, je prépare".
    func inBody(_ body: [Line]) -> (role: String, line: Int, words: Range<Int>)? {
        for (number, line) in body.enumerated() {
            for index in line.words.indices {
                let starts = [introduction(line, index), apposition(line, index, number)]
                guard let head = starts.lazy.compactMap({ head(line, from: $0) }).first else {
                    continue
                }
                let words = extent(line, from: head, isSignature: false)
                return (Self.lowered(line, words), number, words)
            }
        }
        return nil
    }

    /// The head of a function behind an article or two; `nil` when none stands there.
    private func head(_ line: Line, from start: Int?) -> Int? {
        guard var head = start else { return nil }
        let first = head
        while head < line.words.count, head - first < 2, Self.fillers.contains(line.words[head]) {
            head += 1
        }
        return RoleWords.head(of: line, at: head) == nil ? nil : head
    }

    private static let fillers: Set<String> = WordList.words(
        """
        le la l un une moi meme aussi egalement actuellement nouveau nouvelle simple jeune \
        ancien bien seul seule
        """
    )

    private static let introductions = WordList.phrases(
        """
        je suis, j suis, je sui, jsuis, jsui, jss, jsu, chui, chuis, suis, en tant que, en tant qu, en qualite de, en \
        ma qualite de, travaille comme, je soussigne, je soussignee, nouvellement elu, elu, \
        elue, poste de, je viens d etre elu, je viens d etre elue, je viens d etre nomme, je \
        viens d etre nommee, comme, soussigne, soussignee
        """
    )

    private func introduction(_ line: Line, _ index: Int) -> Int? {
        guard let phrase = Self.introductions.first(where: { line.has($0, at: index) }) else {
            return nil
        }
        // "comme directeur" may be somebody else's.
        if phrase == ["suis"], index == 0 { return 1 }
        if phrase == ["comme"] || phrase == ["suis"] {
            guard index > 0, ["travaille", "ne", "je", "j"].contains(line.words[index - 1]) else {
                return nil
            }
        }
        return index + phrase.count
    }

    /// A sentence that begins with a function and goes on: "DSI de Valence Romans Agglo, je prépare",
    /// or "Kevin, 27 ans, agent technique à …"; only in the first lines.
    private func apposition(_ line: Line, _ index: Int, _ number: Int) -> Int? {
        guard RoleWords.head(of: line, at: index) != nil else { return nil }
        // "…, je suis curieux. D. Casanova, maire de Zonza": what signs a line.
        if index > 1, line.words.count - index < 9, line.folded.words[index].gap == .punctuation,
            line.folded.words[index - 1].isCapitalised, endsWithPlace(line, after: index)
        {
            return index
        }
        guard number < 4, index < 12 else { return nil }
        if index == 0 {
            let isLinked = line.words.count > 1 && Self.trailing.contains(line.words[1])
            return line.folded.words[0].isCapitalised || isLinked || names(line, after: 0) ? 0 : nil
        }
        let before = line.words[..<index]
        let isGreeted = before.allSatisfy { Self.greetings.contains($0) || PersonName.isGiven($0) }
        guard line.folded.words[index].gap == .punctuation || isGreeted else { return nil }
        if isGreeted, before.contains(where: Self.greetings.contains) {
            if line.folded.words[index].isCapitalised, number < 1, line.words.count > index + 6,
                line.text.contains(", je")
            {
                return index
            }
            // "Bonjour, adjoint à Gérardmer": a place or an office follows.
            return names(line, after: index) ? index : nil
        }
        return PersonName.isGiven(line.words[0]) && line.folded.words[0].gap == .start && index < 6
            ? index : nil
    }

    /// "maire de Zonza": the place is the last that the line says.
    private func endsWithPlace(_ line: Line, after head: Int) -> Bool {
        let end = head + (RoleWords.head(of: line, at: head) ?? 1)
        guard end < line.words.count - 1, Self.trailing.contains(line.words[end]) else {
            return false
        }
        return isPlace(line, line.words.count - 1)
    }

    /// Whether a place stands within the few words behind the head of a function.
    private func names(_ line: Line, after head: Int) -> Bool {
        let end = head + (RoleWords.head(of: line, at: head) ?? 1)
        return (end..<max(end, min(end + 9, line.words.count))).contains { isPlace(line, $0) }
    }

    /// From the head of a function to where the organisation, the place or the clause begins.
    private func extent(_ line: Line, from head: Int, isSignature: Bool) -> Range<Int> {
        var end = head + (RoleWords.head(of: line, at: head) ?? 1)
        while end < line.words.count, end - head < 14, goesOn(line, end, head, isSignature) {
            end += 1
        }
        while end > head + 1, Self.trailing.contains(line.words[end - 1]) { end -= 1 }
        return head..<end
    }

    private static let greetings: Set<String> = WordList.words(
        """
        bonjour bonsoir bjr bsr slt salut hello madame monsieur mesdames messieurs mme m messieursdames
        """
    )
    private static let trailing: Set<String> = WordList.words(
        """
        de d du des a au aux la le les l et en pour sur chez dans un une par
        """
    )
    private static let clauseWords: Set<String> = WordList.words(
        """
        je j nous depuis chez qui que mais dans avec on vous jusqu afin car donc et
        """
    )

    private func goesOn(_ line: Line, _ index: Int, _ head: Int, _ isSignature: Bool) -> Bool {
        let word = line.folded.words[index]
        if word.gap == .line || word.gap == .dash { return false }
        if word.gap == .punctuation {
            return isSignature && (isAbbreviated(line, index - 1) || goesOnPastComma(line, index))
        }
        if line.words[index].allSatisfy(\.isNumber) { return line.words[index].count == 1 }
        if !isSignature, Self.clauseWords.contains(line.words[index]) { return false }
        if ["secretaire", "secretaires"].contains(line.words[head]), line.words[index] == "mairie" {
            return true
        }
        if endsAtOrganisation(line, index, head) { return false }
        let previous = line.words[index - 1]
        let isLinked = Self.trailing.contains(previous)
        if isLinked, isPlace(line, index) { return false }
        if !isSignature, line.words[index] == "a", index + 1 < line.words.count {
            let next = line.folded.words[index + 1]
            return
                !(next.isCapitalised || ["la", "l"].contains(line.words[index + 1])
                || isPlace(line, index + 1))
        }
        return true
    }

    /// "dir. stratégie", "secr. gén.": the full stop shortens the word.
    private func isAbbreviated(_ line: Line, _ index: Int) -> Bool {
        ["dir", "resp", "secr", "adj", "tech", "gen", "coord"].contains(line.words[index])
            && line.folded.source[line.folded.words[index].source.upperBound...].first
                == UInt8(ascii: ".")
    }

    private func endsAtOrganisation(_ line: Line, _ index: Int, _ head: Int) -> Bool {
        RoleWords.organisations.contains(line.words[index])
            && Self.trailing.contains(line.words[index - 1])
    }

    /// "directeur général adjoint Jeunesse, Formation": the list goes on where capitals do.
    private func goesOnPastComma(_ line: Line, _ index: Int) -> Bool {
        let source = line.folded.source
        let between = source[
            line.folded.words[index - 1].source
                .upperBound..<line.folded.words[index].source.lowerBound
        ]
        guard between.contains(UInt8(ascii: ",")), !between.contains(UInt8(ascii: "(")) else {
            return false
        }
        return line.folded.words[index].isCapitalised && !line.folded.words[index].isUppercase
            && !line.folded.words[index].isNumber
            && ![
                "service", "direction", "pole", "mairie", "ville", "communaute", "departement",
                "region",
            ]
            .contains(line.words[index])
            && !PersonName.isGiven(line.words[index])
            && !isPlace(line, index) && RoleWords.head(of: line, at: index) == nil
            && OrganisationWords.trigger(in: line, at: index) == nil
    }

    /// Lower case, but for acronyms and what stays capital within a sentence.
    private static func lowered(_ line: Line, _ words: Range<Int>) -> String {
        let isShouted =
            words.count > 2
            && words.allSatisfy { line.folded.words[$0].isUppercase || line.words[$0].count == 1 }
        var text = ""
        for index in words {
            if index > words.lowerBound {
                let gap =
                    line.folded.words[index - 1].source
                    .upperBound..<line.folded.words[index].source.lowerBound
                text += String(decoding: line.folded.source[gap], as: UTF8.self)
            }
            let source = line.source(index..<index + 1)
            let isAcronym =
                line.folded.words[index].isUppercase && !isShouted
                && !spelled.contains(line.words[index])
            text += isAcronym ? source : source.lowercased()
        }
        return text.replacing("\u{2019}", with: "'")
    }

    /// Functions that are no acronyms even in capitals.
    private static let spelled: Set<String> = [
        "maire", "adjoint", "adjointe", "president", "presidente", "directeur", "directrice",
        "secretaire",
    ]
}
