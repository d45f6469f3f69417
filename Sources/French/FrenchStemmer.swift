/// The Snowball stemmer for French, version 3.
///
/// It follows the published algorithm step by step (snowballstem.org/algorithms/french). Capital I,
/// U and Y stand for letters that are no vowels where they are; H marks a diaeresis.
package enum FrenchStemmer {
    /// The stem of a word, which is expected in lower case.
    package static func stem(_ word: String) -> String {
        var letters = Letters(word.unicodeScalars)
        letters.removeElision()
        letters.markNonVowels()
        letters.markRegions()
        letters.removeSuffixes()
        letters.unmark()
        return letters.text
    }

    /// Some endings of words, told apart by their last letter.
    fileprivate struct Suffixes: Sendable, ExpressibleByArrayLiteral {
        /// The longest first.
        let byLastLetter: [Unicode.Scalar: [(text: String, letters: [Unicode.Scalar])]]

        init(arrayLiteral suffixes: String...) { self.init(suffixes) }

        init(_ suffixes: [String]) {
            let all = suffixes.map { (text: $0, letters: Array($0.unicodeScalars)) }
            let grouped = Dictionary(grouping: all) { $0.letters.last ?? " " }
            byLastLetter = grouped.mapValues { $0.sorted { $0.letters.count > $1.letters.count } }
        }
    }

    /// One word at work.
    fileprivate struct Letters {
        var letters: [Unicode.Scalar]
        /// Where the regions RV, R1 and R2 begin.
        var rv: Int
        var r1: Int
        var r2: Int

        init(_ word: String.UnicodeScalarView) {
            letters = Array(word)
            (rv, r1, r2) = (letters.count, letters.count, letters.count)
        }

        var text: String {
            var scalars = String.UnicodeScalarView()
            scalars.append(contentsOf: letters)
            return String(scalars)
        }
    }
}

// MARK: - Before

extension FrenchStemmer.Letters {
    private static let vowels = Set("aeiouyâàëéêèïîôûù".unicodeScalars)

    private func isVowel(_ index: Int) -> Bool {
        letters.indices.contains(index) && Self.vowels.contains(letters[index])
    }

    private func starts(_ text: String, at index: Int) -> Bool {
        var place = index
        for letter in text.unicodeScalars {
            guard place < letters.count, letters[place] == letter else { return false }
            place += 1
        }
        return true
    }

    /// `l'`, `qu'` and their like, unless nothing follows.
    fileprivate mutating func removeElision() {
        guard let first = letters.first else { return }
        let elided = "cdjlmnst".unicodeScalars.contains(first) && starts("'", at: 1)
        let length = elided ? 2 : starts("qu'", at: 0) ? 3 : 0
        if length > 0, letters.count > length { letters.removeFirst(length) }
    }

    /// Writes I, U, Y where they are consonants, and He, Hi for ë, ï.
    fileprivate mutating func markNonVowels() {
        var index = 0
        while index < letters.count {
            if !markNonVowel(index) { index += 1 }
        }
    }

    private mutating func markNonVowel(_ index: Int) -> Bool {
        if isVowel(index), index + 1 < letters.count {
            switch letters[index + 1] {
            case "u" where isVowel(index + 2):
                letters[index + 1] = "U"
                return true
            case "i" where isVowel(index + 2):
                letters[index + 1] = "I"
                return true
            case "y":
                letters[index + 1] = "Y"
                return true
            default: break
            }
        }
        switch letters[index] {
        case "ë": letters.replaceSubrange(index...index, with: ["H", "e"])
        case "ï": letters.replaceSubrange(index...index, with: ["H", "i"])
        case "y" where isVowel(index + 1): letters[index] = "Y"
        case "q" where starts("u", at: index + 1): letters[index + 1] = "U"
        default: return false
        }
        return true
    }

    fileprivate mutating func markRegions() {
        (rv, r1, r2) = (letters.count, letters.count, letters.count)
        if isVowel(0), isVowel(1), letters.count > 2 {
            rv = 3
        } else if ["par", "col", "tap"].contains(where: { starts($0, at: 0) }) {
            rv = 3
        } else if starts("ni", at: 0), isVowel(2) {
            rv = 3
        } else if let end = pastVowel(from: 1) {
            rv = end
        }
        guard let first = pastVowel(from: 0).flatMap(pastNonVowel) else { return }
        r1 = first
        r2 = pastVowel(from: first).flatMap(pastNonVowel) ?? letters.count
    }

    private func pastVowel(from start: Int) -> Int? {
        guard start <= letters.count else { return nil }
        return (start..<letters.count).first(where: isVowel).map { $0 + 1 }
    }

    private func pastNonVowel(from start: Int) -> Int? {
        (start..<letters.count).first { !isVowel($0) }.map { $0 + 1 }
    }
}

// MARK: - Suffixes

extension FrenchStemmer.Letters {
    fileprivate mutating func removeSuffixes() {
        if standardSuffix() || verbSuffixInI() || verbSuffix() {
            if letters.last == "Y" { letters[letters.count - 1] = "i" }
            if letters.last == "ç" { letters[letters.count - 1] = "c" }
        } else {
            residualSuffix()
        }
        undouble()
        unaccent()
    }

    /// The longest of some suffixes that the word ends with, not reaching before `limit`.
    private func longest(_ suffixes: FrenchStemmer.Suffixes, from limit: Int = 0) -> (
        text: String, at: Int
    )? {
        guard let last = letters.last else { return nil }
        for suffix in suffixes.byLastLetter[last] ?? [] {
            let start = letters.count - suffix.letters.count
            if start >= limit, stand(suffix.letters, at: start) { return (suffix.text, start) }
        }
        return nil
    }

    private func stand(_ suffix: [Unicode.Scalar], at start: Int) -> Bool {
        var index = 0
        while index < suffix.count {
            if letters[start + index] != suffix[index] { return false }
            index += 1
        }
        return true
    }

    private func ends(with suffix: String, at end: Int) -> Bool {
        let start = end - suffix.unicodeScalars.count
        return start >= 0 && starts(suffix, at: start)
    }

    private mutating func replace(from start: Int, with text: String) {
        letters.replaceSubrange(start..., with: Array(text.unicodeScalars))
    }

    private mutating func delete(from start: Int, if allowed: Bool) -> Bool {
        if allowed { letters.removeSubrange(start...) }
        return allowed
    }

    private mutating func replace(from start: Int, with text: String, if allowed: Bool) -> Bool {
        if allowed { replace(from: start, with: text) }
        return allowed
    }

    private static let standardSuffixes: [(group: String, suffixes: [String])] = [
        (
            "ance",
            [
                "ance", "iqUe", "isme", "able", "iste", "eux", "ances", "iqUes", "ismes", "ables",
                "istes",
            ]
        ),
        ("ation", ["atrice", "ateur", "ation", "atrices", "ateurs", "ations"]),
        ("logie", ["logie", "logies"]), ("ution", ["usion", "ution", "usions", "utions"]),
        ("ence", ["ence", "ences"]), ("ement", ["ement", "ements"]), ("ité", ["ité", "ités"]),
        ("if", ["if", "ive", "ifs", "ives"]), ("eaux", ["eaux"]), ("aux", ["aux"]),
        ("oux", ["oux"]), ("euse", ["euse", "euses"]), ("issement", ["issement", "issements"]),
        ("amment", ["amment"]), ("emment", ["emment"]), ("ment", ["ment", "ments"]),
    ]

    private static let standardGroups: [String: String] = standardSuffixes.reduce(into: [:]) {
        for suffix in $1.suffixes { $0[suffix] = $1.group }
    }

    private static let allStandardSuffixes = FrenchStemmer.Suffixes(
        standardSuffixes.flatMap(\.suffixes)
    )

    private mutating func standardSuffix() -> Bool {
        guard let (suffix, at) = longest(Self.allStandardSuffixes) else { return false }
        switch Self.standardGroups[suffix] {
        case "ance": return delete(from: at, if: r2 <= at)
        case "ation":
            guard delete(from: at, if: r2 <= at) else { return false }
            deleteOrReplace("ic", with: "iqU")
            return true
        case "logie": return replace(from: at, with: "log", if: r2 <= at)
        case "ution": return replace(from: at, with: "u", if: r2 <= at)
        case "ence": return replace(from: at, with: "ent", if: r2 <= at)
        case "ement":
            guard delete(from: at, if: rv <= at) else { return false }
            afterEment()
            return true
        case "ité":
            guard delete(from: at, if: r2 <= at) else { return false }
            afterIte()
            return true
        case "if":
            guard delete(from: at, if: r2 <= at) else { return false }
            deleteAt()
            return true
        case "eaux": return replace(from: at, with: "eau", if: true)
        case "aux": return replace(from: at, with: "al", if: r1 <= at)
        case "oux":
            let before = at > 0 && "bhjlnp".unicodeScalars.contains(letters[at - 1])
            return replace(from: at, with: "ou", if: before)
        case "euse":
            return delete(from: at, if: r2 <= at) || replace(from: at, with: "eux", if: r1 <= at)
        case "issement": return delete(from: at, if: r1 <= at && at > 0 && !isVowel(at - 1))
        default: return adverb(suffix, at)
        }
    }

    /// Adverbs in -ment usually follow a participle: they are cut, and verb suffixes come next.
    private mutating func adverb(_ suffix: String, _ at: Int) -> Bool {
        switch suffix {
        case "amment": _ = replace(from: at, with: "ant", if: rv <= at)
        case "emment": _ = replace(from: at, with: "ent", if: rv <= at)
        default: _ = delete(from: at, if: isVowel(at - 1) && rv <= at - 1)
        }
        return false
    }

    private mutating func deleteOrReplace(_ suffix: String, with text: String) {
        guard ends(with: suffix, at: letters.count) else { return }
        let at = letters.count - suffix.unicodeScalars.count
        replace(from: at, with: r2 <= at ? "" : text)
    }

    private static let suffixesBeforeEment: FrenchStemmer.Suffixes = [
        "iv", "eus", "abl", "iqU", "ièr", "Ièr",
    ]
    private static let suffixesBeforeIte: FrenchStemmer.Suffixes = ["abil", "ic", "iv"]
    private static let suffixAt: FrenchStemmer.Suffixes = ["at"]

    private mutating func afterEment() {
        guard let (suffix, at) = longest(Self.suffixesBeforeEment) else { return }
        switch suffix {
        case "iv":
            guard delete(from: at, if: r2 <= at), let (_, at) = longest(Self.suffixAt) else {
                return
            }
            _ = delete(from: at, if: r2 <= at)
        case "eus":
            _ = delete(from: at, if: r2 <= at) || replace(from: at, with: "eux", if: r1 <= at)
        case "abl", "iqU": _ = delete(from: at, if: r2 <= at)
        default: _ = replace(from: at, with: "i", if: rv <= at)
        }
    }

    private mutating func afterIte() {
        guard let (suffix, at) = longest(Self.suffixesBeforeIte) else { return }
        switch suffix {
        case "abil": replace(from: at, with: r2 <= at ? "" : "abl")
        case "ic": replace(from: at, with: r2 <= at ? "" : "iqU")
        default: _ = delete(from: at, if: r2 <= at)
        }
    }

    private mutating func deleteAt() {
        guard let (_, at) = longest(Self.suffixAt), delete(from: at, if: r2 <= at) else { return }
        deleteOrReplace("ic", with: "iqU")
    }

    private static let verbSuffixesInI: FrenchStemmer.Suffixes = [
        "îmes", "ît", "îtes", "i", "ie", "ies", "ir", "ira", "irai", "iraIent", "irais", "irait",
        "iras", "irent", "irez", "iriez", "irions", "irons", "iront", "is", "issaIent", "issais",
        "issait", "issant", "issante", "issantes", "issants", "isse", "issent", "isses", "issez",
        "issiez", "issions", "issons", "it",
    ]

    private mutating func verbSuffixInI() -> Bool {
        guard rv <= letters.count, let (_, at) = longest(Self.verbSuffixesInI, from: rv) else {
            return false
        }
        let stands = at > rv && letters[at - 1] != "H" && !isVowel(at - 1)
        return delete(from: at, if: stands)
    }

    private static let verbSuffixes = [
        "ions", "é", "ée", "ées", "és", "èrent", "er", "era", "erai", "eraIent", "erais", "erait",
        "eras", "erez", "eriez", "erions", "erons", "eront", "ez", "iez",
    ]

    private static let verbSuffixesInA = [
        "âmes", "ât", "âtes", "a", "ai", "aIent", "ait", "ant", "ante", "antes", "ants", "as",
        "asse", "assent", "asses", "assiez", "assions",
    ]

    private static let verbSuffixesInAis = ["ais", "aise", "aises", "eais"]

    private static let allVerbSuffixes = FrenchStemmer.Suffixes(
        verbSuffixes + verbSuffixesInA + verbSuffixesInAis
    )

    private mutating func verbSuffix() -> Bool {
        guard rv <= letters.count, let (suffix, at) = longest(Self.allVerbSuffixes, from: rv)
        else { return false }
        switch suffix {
        case "ions": return delete(from: at, if: r2 <= at)
        case "ais", "aise", "aises":
            let belongsToStem =
                (at == 3 && ends(with: "al", at: at)) || ends(with: "auv", at: at)
                || ends(with: "épl", at: at)
            return delete(from: at, if: !belongsToStem)
        case _ where Self.verbSuffixesInA.contains(suffix):
            letters.removeSubrange(at...)
            if at - 1 >= rv, letters[at - 1] == "e" { letters.removeLast() }
            return true
        default: return delete(from: at, if: true)
        }
    }

    private static let residualSuffixes: FrenchStemmer.Suffixes = [
        "ion", "ier", "ière", "Ier", "Ière", "e",
    ]

    private mutating func residualSuffix() {
        if letters.last == "s", letters.count > 1 {
            let end = letters.count - 1
            let keeps = "aiouès".unicodeScalars.contains(letters[end - 1])
            if !keeps || ends(with: "Hi", at: end) { letters.removeLast() }
        }
        guard rv <= letters.count else { return }
        guard let (suffix, at) = longest(Self.residualSuffixes, from: rv) else { return }
        switch suffix {
        case "ion":
            let before = at > rv && (letters[at - 1] == "s" || letters[at - 1] == "t")
            _ = delete(from: at, if: r2 <= at && before)
        case "e": letters.removeLast()
        default: replace(from: at, with: "i")
        }
    }
}

// MARK: - After

extension FrenchStemmer.Letters {
    private static let doubled: FrenchStemmer.Suffixes = ["enn", "onn", "ett", "ell", "eill"]

    private mutating func undouble() {
        if longest(Self.doubled) != nil { letters.removeLast() }
    }

    private mutating func unaccent() {
        var index = letters.count - 1
        while index >= 0, !isVowel(index) { index -= 1 }
        guard index >= 0, index < letters.count - 1 else { return }
        if letters[index] == "é" || letters[index] == "è" { letters[index] = "e" }
    }

    fileprivate mutating func unmark() {
        var plain: [Unicode.Scalar] = []
        var index = 0
        while index < letters.count {
            switch letters[index] {
            case "I": plain.append("i")
            case "U": plain.append("u")
            case "Y": plain.append("y")
            case "H" where starts("e", at: index + 1):
                plain.append("ë")
                index += 1
            case "H" where starts("i", at: index + 1):
                plain.append("ï")
                index += 1
            case "H": break
            default: plain.append(letters[index])
            }
            index += 1
        }
        letters = plain
    }
}
