import Territory

/// One line of a mail, trimmed, with its words folded for comparison.
struct Line: Sendable {
    let text: String
    let folded: FoldedText
    /// The folded words as strings.
    let words: [String]
    /// The places that it names; none without a gazetteer.
    private(set) var places: [PlaceMention] = []

    init(_ text: some StringProtocol, places gazetteer: Gazetteer? = nil) {
        self.text = String(text.trimming(while: \.isWhitespace))
        folded = FoldedText(self.text)
        words = folded.words.indices.map(folded.string)
        if let gazetteer { places = gazetteer.places(in: folded) }
    }

    func finding(_ gazetteer: Gazetteer) -> Line {
        var line = self
        line.places = gazetteer.places(in: folded)
        return line
    }

    var isEmpty: Bool { words.isEmpty }

    /// As written, from the first to the last of these words, with plain apostrophes.
    func source(_ range: Range<Int>) -> String {
        folded.sourceText(range).replacing("\u{2019}", with: "'")
    }

    /// Whether these words stand at `index`, within one clause.
    func has(_ phrase: [String], at index: Int) -> Bool {
        let end = index + phrase.count
        guard end <= words.count, words[index..<end].elementsEqual(phrase) else { return false }
        return (index + 1..<max(end, index + 1)).allSatisfy {
            folded.words[$0].gap < .punctuation || folded.words[$0].gap == .line
        }
    }

    /// The character before a word, when it is one byte long.
    func byte(before index: Int) -> UInt8 {
        let start = folded.words[index].source.lowerBound
        return start > 0 ? folded.source[start - 1] : 0
    }

    /// Whether a full stop behind one or two letters stands before the word: "N. Ravelli", "Th. Ravassard".
    func isBehindInitial(_ index: Int) -> Bool {
        guard index > 0, words[index - 1].count <= 2, folded.words[index - 1].isCapitalised,
            words[index - 1].allSatisfy(\.isLetter), folded.words[index].isCapitalised
        else { return false }
        let gap = folded.source[
            folded.words[index - 1].source.upperBound..<folded.words[index].source.lowerBound
        ]
        return gap.first == UInt8(ascii: ".")
            && gap.dropFirst().allSatisfy { $0 == UInt8(ascii: " ") }
    }

    /// The ranges of words between commas, dashes, bars, brackets.
    var segments: [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for index in words.indices.dropFirst()
        where folded.words[index].gap >= .dash && !isBehindInitial(index) {
            found.append(start..<index)
            start = index
        }
        if start < words.count { found.append(start..<words.count) }
        return found
    }
}

extension StringProtocol {
    func trimming(while matches: (Character) -> Bool) -> SubSequence {
        guard let start = firstIndex(where: { !matches($0) }),
            let end = lastIndex(where: { !matches($0) })
        else { return self[endIndex...] }
        return self[start...end]
    }
}

/// Lists of folded words, written as text so that they can be read.
enum WordList {
    /// Words parted by spaces.
    static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// Phrases parted by commas.
    static func phrases(_ text: String) -> [[String]] {
        text.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    }
}

/// A mail's own words laid out for extraction: what is told, and the lines that sign it.
struct Sheet: Sendable {
    /// How much of a text is looked at: from its start, and from its end where signatures are.
    static let headBytes = 49_152
    static let tailBytes = 12_288
    /// Lines of a signature.
    private static let longestTail = 14
    /// Lines of a text that places are looked for in.
    private static let mostLines = 300

    private(set) var body: [Line] = []
    private(set) var tail: [Line] = []

    init(text: String, signature: String?, places gazetteer: Gazetteer? = nil) {
        let lines = Self.excerpt(text).split(whereSeparator: \.isNewline).map { Line($0) }
            .filter { !$0.isEmpty || $0.text.hasPrefix("--") }
        let signed =
            signature.map { Self.excerpt($0).split(whereSeparator: \.isNewline).map { Line($0) } }
            ?? []
        let start = Self.startOfTail(lines, isSigned: !signed.isEmpty)
        // Prose below a signature, as a slogan, is no part of it; where there is none it is the text.
        body = lines[..<start] + lines[start...].filter(Prose.covers)
        tail = (lines[start...] + signed.prefix(Self.longestTail))
            .filter { !$0.isEmpty && !Boilerplate.covers($0) && !Prose.covers($0) }
        guard let gazetteer else { return }
        tail = tail.map { $0.finding(gazetteer) }
        body =
            body.prefix(Self.mostLines).map { $0.finding(gazetteer) }
            + body.dropFirst(Self.mostLines)
    }

    private static func excerpt(_ text: String) -> String {
        guard text.utf8.count > headBytes + tailBytes else { return text }
        return String(decoding: text.utf8.prefix(headBytes), as: UTF8.self) + "\n"
            + String(decoding: text.utf8.suffix(tailBytes), as: UTF8.self)
    }

    /// The first of the last lines that are no prose; what a program adds below a signature is skipped.
    private static func startOfTail(_ lines: [Line], isSigned: Bool) -> Int {
        let limit = isSigned ? 5 : longestTail
        var index = lines.count
        var taken = 0
        var sawSignature = false
        while index > 0, taken < limit {
            let line = lines[index - 1]
            if line.text.hasPrefix("--"), !line.text.contains(where: \.isLetter) {
                if sawSignature { return nameAbove(lines, index - 1) }
            } else if Boilerplate.covers(line) {
                // An advertisement or a notice.
            } else if Prose.covers(line) {
                if sawSignature || isSigned || lines.count - index > 3 { return index }
            } else {
                sawSignature = true
                taken += 1
            }
            index -= 1
        }
        return index
    }

    /// Above a "-- " the writer has often signed once by hand.
    private static func nameAbove(_ lines: [Line], _ index: Int) -> Int {
        var start = index
        while start > 0, index - start < 3, !Prose.covers(lines[start - 1]) { start -= 1 }
        return start
    }
}

/// Lines that programs and organisations add.
enum Boilerplate {
    /// What programs and notices begin with.
    private static let notices = WordList.phrases(
        """
        envoye de mon, envoye depuis, envoye a partir de, telecharger outlook, obtenir outlook, \
        get outlook, sent from, p pensez a, pensez a l environnement, avant d imprimer, \
        p avant d imprimer, n imprimez, ce message et, ce courriel et, ce message peut, ce mail, \
        cet e mail, suivez, retrouvez, garanti sans virus, provenance, affaire suivie par, objet, ref, \
        references, scan, www, http, https, pour le president, pour la presidente, pour le maire, \
        pour la maire
        """
    )
    /// Greetings and polite endings, alone on their line.
    private static let courtesies = WordList.phrases(
        """
        cordialement, bien cordialement, tres cordialement, merci d avance, merci beaucoup, bien a vous, \
        bonne journee, bonne reception, salutations, cdlt, cdt, respectueusement, avec mes, avec nos, \
        veuillez, je vous prie, sinceres salutations, a bientot, dans l attente, bien amicalement, \
        belle journee, merci de votre, recevez, au plaisir, respectueuses salutations, amicalement, \
        merci pour, vous remerciant, en vous remerciant, sincerement, mes salutations, bien sincerement, \
        bonsoir, bonjour, a vous lire, bon courage, bonne soiree, bon week end, merci
        """
    )

    static func covers(_ line: Line) -> Bool {
        // "Pour le maire, Nadège Prost, secrétaire générale" is signed.
        notices.contains { line.has($0, at: 0) && !($0[0] == "pour" && line.segments.count > 1) }
            || line.words.count <= 9 && courtesies.contains { line.has($0, at: 0) }
                && !line.words.contains { $0.count == 2 && $0.allSatisfy(\.isNumber) }
    }
}

/// Running text, as against the lines of a signature.
enum Prose {
    private static let marks: Set<String> = WordList.words(
        """
        je j nous vous on il elle ils elles qui que qu est sont ont ai avons avez peut \
        pouvez merci mais donc car ou c ne pas n s notre votre nos vos mes mon ma cela ca ce cette \
        etes sommes
        """
    )

    static func covers(_ line: Line) -> Bool {
        // "Thierry Laborde | Chef du service | Territoire d'Énergie | …" is a signature on one line.
        if line.text.count(where: { $0 == "|" }) > 2 { return false }
        if line.text.utf8.count > 240 { return true }
        guard line.words.count >= 4 else { return line.text.hasSuffix("?") }
        let signs = line.words.count { marks.contains($0) }
        let end = line.text.last ?? " "
        let isEnded = ".!?;:".contains(end)
        if isEnded, signs >= 1 || line.words.count >= 12 { return true }
        if end == ".", line.words.count >= 5, !line.text.contains(where: \.isNumber) { return true }
        if isEnded { return false }
        if line.text.hasSuffix(","), signs == 0 { return line.words.count > 8 }
        return signs >= 2 && line.words.count >= 6 || line.words.count >= 20
    }
}
