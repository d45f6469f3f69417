import French

/// Words as examples are compared by: folded, cut to their stem, the little ones left out.
enum ExampleWords {
    /// A word of a term, as the tables and the synonyms write it.
    struct Word: Hashable, Sendable {
        /// The stem; for a word written with `=`, the word itself after that sign.
        var key: String
        /// As written, in lower case without accents.
        var folded: String
        /// Whether it follows the word before it without a space.
        var isJoined: Bool
    }

    /// The stem of a word in lower case without accents.
    static func stem(_ folded: String) -> String {
        var stem = Substring(FrenchStemmer.stem(folded))
        // Without accents the stemmer leaves "isolees" longer than "isoles".
        while stem.utf8.count > 3, stem.last == "e" { stem.removeLast() }
        return String(stem)
    }

    /// Whether two words of one stem are forms of one word: its plural, its feminine, its tenses, the
    /// name of what a verb does ("inscrire", "inscription"). A stem alone would take "station" for
    /// "stationnement" and "équipe" for "équipement".
    static func areForms(_ first: String, _ second: String) -> Bool {
        let common = first.commonPrefix(with: second).count
        let ends = [first, second].map { word in
            let end = word.dropFirst(common)
            return end.last == "s" ? end.dropLast() : end
        }
        let areAdjectives = ends.map { end in adjectives.contains { end.hasSuffix($0) } }
        guard !areAdjectives.contains(true) else { return ends[0] == ends[1] }
        let areNouns = ends.map { end in nouns.contains { end.hasSuffix($0) } }
        guard areNouns[0] != areNouns[1] else { return true }
        return verbs.contains(String(ends[areNouns[0] ? 1 : 0]))
    }

    /// Endings of adjectives made of another word, and of those who do something.
    private static let adjectives = [
        "if", "ive", "ique", "iste", "isme", "able", "ible", "oire", "ier", "iere",
    ]
    /// Endings that make another word, or the name of what a verb does.
    private static let nouns = [
        "ment", "ion", "age", "ance", "ence", "ite", "ure", "ner", "iser", "ifier",
    ]
    /// Endings that only verbs have, some of them cut where the other word goes on alike.
    private static let verbs: Set = [
        "er", "r", "re", "ez", "z", "ent", "nt", "ait", "aient", "ant", "aien", "ons", "on",
    ]

    /// How a word counts that is meant in this form only.
    static func exact(_ folded: String) -> String { "=" + folded }

    /// The words of a term in order; `=mot` is this form only.
    static func words(of term: some StringProtocol) -> [Word] {
        term.split(whereSeparator: \.isWhitespace).flatMap { piece -> [Word] in
            let isExact = piece.first == "="
            let text = TokenizedText(String(isExact ? piece.dropFirst() : piece[...]))
            return text.tokens.indices.compactMap { index in
                let folded = text.folded(index)
                let isJoined = text.tokens[index].flags.contains(.afterHyphen)
                guard isExact || isJoined || !isLittle(folded) else { return nil }
                return Word(
                    key: isExact ? exact(folded) : stem(folded),
                    folded: folded,
                    isJoined: isJoined
                )
            }
        }
    }

    /// Whether a word only holds a sentence together.
    static func isLittle(_ folded: String) -> Bool {
        folded.utf8.count < 2 || little.contains(folded)
    }

    /// Whether a word begins something else, as a comma does.
    static func isPause(_ folded: String) -> Bool {
        ["et", "ou", "mais", "puis", "car", "donc", "parce"].contains(folded)
    }

    /// A territory's name without the kind of its organisation.
    static func place(_ name: some StringProtocol) -> String {
        let kinds: Set = ["ca", "cc", "cu", "commune", "agglo", "departement", "region"]
        let text = TokenizedText(String(name))
        return text.tokens.indices.map(text.folded).filter { !kinds.contains($0) }
            .joined(separator: " ")
    }

    private static let little: Set<String> = Set(
        """
        le la les un une des du de au aux et ou en il elle ils elles on je tu nous vous ce cet \
        cette ces ca cela se sa son ses leur leurs ma mon mes ta ton tes notre nos votre vos qui \
        que quoi dont ne moins tres bien tout tous toute toutes par pour dans sur sous avec chez \
        vers entre depuis via si sont est etre avoir avons avez ont ete etait etaient sera serait \
        fait faire faut comment quand mais donc car lors aussi afin ainsi deja encore peu beaucoup \
        bcp moi toi lui eux ici apres avant alors comme parce puis ni cf etc ok qu lorsque lorsqu \
        puisque quel quelle quels quelles chaque autre autres certain certains certaines quelques \
        plusieurs peut peuvent doit doivent voudrait voudrions voudrais souhaite souhaitons \
        souhaiterions aimerait aimerions aimerais
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
