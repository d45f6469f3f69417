import French

/// The words of a message that may tell what it is about, each once, with how often it stands there.
///
/// Left out: short, common and polite words, numbers, addresses, names (French writes its nouns in
/// lower case, so a capital inside a sentence makes a name), and the words of who writes.
struct SubjectWords {
    struct Word {
        /// The hash of its stem.
        var stem: UInt64
        /// In lower case with the writer's accents, as it stands first.
        var written: String
        var count: Int
        var isInSubject: Bool

        /// Whether the message dwells on it.
        var isStressed: Bool { isInSubject || count > 1 }
    }

    /// In the order of their first occurrence.
    private(set) var words: [Word] = []
    private var places: [UInt64: Int] = [:]

    /// Words of a text that are looked at: what a message is about stands early.
    static let longestText = 2_000
    /// Letters of an abbreviation, as in "PLU" or "SPANC".
    private static let abbreviation = 3...5
    /// Shorter words tell little.
    private static let fewestLetters = 4
    /// In bytes; a longer one is no word.
    private static let mostLetters = 30

    /// - Parameter stem: gives the hash of a word's stem, `nil` for a word that tells nothing.
    init(
        subject: String,
        text: String,
        requester: [String?],
        stem: (ArraySlice<UInt8>) -> UInt64?
    ) {
        var own: Set<UInt64> = []
        for name in requester.compactMap(\.self) {
            let name = TokenizedText(name)
            for index in name.tokens.indices {
                if let stem = stem(name.folded[name.tokens[index].folded]) { own.insert(stem) }
            }
        }
        take(subject, isSubject: true, without: own, stem: stem)
        take(text, isSubject: false, without: own, stem: stem)
    }

    private mutating func take(
        _ text: String,
        isSubject: Bool,
        without own: Set<UInt64>,
        stem stemOf: (ArraySlice<UInt8>) -> UInt64?
    ) {
        let limit = Self.longestText * Self.mostLetters
        let beginning =
            text.utf8.count > limit
            ? String(decoding: text.utf8.prefix(limit), as: UTF8.self) : text
        let text = TokenizedText(beginning)
        for sentence in text.sentences {
            for index in sentence.tokens {
                guard index < Self.longestText else { return }
                let token = text.tokens[index]
                guard Self.mayTell(token, isFirst: index == sentence.tokens.lowerBound) else {
                    continue
                }
                guard let stem = stemOf(text.folded[token.folded]), !own.contains(stem) else {
                    continue
                }
                if let place = places[stem] {
                    words[place].count += 1
                } else {
                    places[stem] = words.count
                    words.append(
                        Word(
                            stem: stem,
                            written: text.accented(index),
                            count: 1,
                            isInSubject: isSubject
                        )
                    )
                }
            }
        }
    }

    private static func mayTell(_ token: Token, isFirst: Bool) -> Bool {
        guard token.flags.isDisjoint(with: [.elided, .number, .address]) else { return false }
        let letters = token.folded.count
        if token.flags.contains(.allCapitals), letters > 1 { return abbreviation.contains(letters) }
        guard isFirst || !token.flags.contains(.capitalized) else { return false }
        return letters >= fewestLetters && letters <= mostLetters
    }
}

/// The stems of words met before: working one out costs a hundred times more than looking it up.
struct StemCache: Sendable {
    /// By the hash of the word; `nothing` for one that tells nothing.
    private var stems: [UInt64: UInt64] = [:]
    /// Then it begins anew: nobody's words are kept for ever.
    private static let capacity = 200_000
    private static let nothing: UInt64 = 0

    /// The hash of the stem of a word in lower case without accents; `nil` for a word that is common or a
    /// verb.
    func stem(of word: ArraySlice<UInt8>) -> UInt64? {
        let stem = stems[Self.hash(word)] ?? Self.workOut(word)
        return stem == Self.nothing ? nil : stem
    }

    /// The same, kept for the next time.
    mutating func remember(_ word: ArraySlice<UInt8>) -> UInt64? {
        let key = Self.hash(word)
        if let known = stems[key] { return known == Self.nothing ? nil : known }
        if stems.count >= Self.capacity { stems.removeAll(keepingCapacity: true) }
        let stem = Self.workOut(word)
        stems[key] = stem
        return stem == Self.nothing ? nil : stem
    }

    private static func workOut(_ word: ArraySlice<UInt8>) -> UInt64 {
        guard !isVerb(word) else { return nothing }
        let stem = hashOfStem(word)
        return CommonWords.stems.contains(stem) ? nothing : stem
    }

    static func hashOfStem(_ word: ArraySlice<UInt8>) -> UInt64 {
        var letters = Array(FrenchStemmer.stem(String(decoding: word, as: UTF8.self)).utf8)
        // Without accents the stemmer leaves "isolees" longer than "isoles".
        while letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
        return hash(letters)
    }

    /// Whether a word ends as verbs do and nouns hardly ever.
    private static func isVerb(_ word: ArraySlice<UInt8>) -> Bool {
        verbEndings.contains { word.hasSuffix($0) } && !nounEndings.contains { word.hasSuffix($0) }
    }

    private static let verbEndings = [
        "er", "ir", "ez", "ait", "aient", "rais", "rons", "rions", "ront",
    ]
    .map { Array($0.utf8) }
    /// As in "courrier", "cimetiere", "loisir", "rendez-vous", "lait".
    private static let nounEndings = ["ier", "oisir", "enir", "rendez", "lait", "forfait", "hiver"]
        .map { Array($0.utf8) }

    /// FNV-1a: the same on every machine and in every run, as the hash of the library is not.
    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
        suffix(ending.count).elementsEqual(ending)
    }
}
