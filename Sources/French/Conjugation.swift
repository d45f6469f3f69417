/// Conjugates a verb from its infinitive: every person and tense, and both participles.
///
/// Forms are in lower case with their accents. Where French leaves a choice (je paie, je paye;
/// j'appelle, il gèle), both spellings are given: a form that nobody writes does no harm.
package enum Conjugation {
    /// All forms of a verb, or `nil` if the word is not the infinitive of one.
    package static func forms(of infinitive: String) -> [String]? {
        if let irregular = IrregularVerbs.forms(of: infinitive) { return irregular }
        if infinitive.hasSuffix("er") {
            return isVerb(er: infinitive) ? firstGroup(infinitive) : nil
        }
        if infinitive.hasSuffix("oir") || infinitive.hasSuffix("air") { return nil }
        if infinitive.hasSuffix("ir") || infinitive.hasSuffix("ïr") {
            guard infinitive.count > 3, !VerbLists.nounsInIr.contains(infinitive) else {
                return nil
            }
            return secondGroup(infinitive)
        }
        if VerbLists.endings(re: infinitive) { return thirdGroup(infinitive) }
        return nil
    }

    /// Words in -er are verbs, but for a list; words in -ier are not, but for a list.
    private static func isVerb(er word: String) -> Bool {
        guard word.count > 3 else { return false }
        if word.hasSuffix("ier") {
            return word.hasSuffix("ifier") || word.hasSuffix("éfier") || word.hasSuffix("phier")
                || VerbLists.verbsInIer.contains(word)
        }
        return !VerbLists.nounsInEr.contains(word)
    }

    // MARK: - The three groups

    private static func firstGroup(_ infinitive: String) -> [String] {
        let stem = String(infinitive.dropLast(2))
        var softened = stem
        if stem.hasSuffix("g") { softened = stem + "e" }
        if stem.hasSuffix("c") { softened = stem.dropLast() + "ç" }
        let (mute, future) = muteStems(of: stem)
        var forms = [infinitive]
        for mute in mute { forms += ["e", "es", "ent"].map { mute + $0 } }
        forms += [softened + "ons", stem + "ez", stem + "ions", stem + "iez"]
        for future in future { forms += futureEndings.map { future + "er" + $0 } }
        forms += ["ais", "ait", "aient", "ant"].map { softened + $0 }
        forms += simplePast(softened, "a").filter { !$0.hasSuffix("èrent") }
        forms.append(stem + "èrent")
        forms += genders(stem + "é")
        return forms
    }

    /// The stems before a mute e (je préfère, j'appelle) and in the future.
    private static func muteStems(of stem: String) -> (mute: [String], future: [String]) {
        if stem.hasSuffix("ay") {
            let both = [stem, String(stem.dropLast() + "i")]
            return (both, both)
        }
        if stem.hasSuffix("oy") || stem.hasSuffix("uy") {
            let changed = [String(stem.dropLast() + "i")]
            return (changed, changed)
        }
        guard let (head, vowel, tail) = lastMuteVowel(of: stem) else { return ([stem], [stem]) }
        let grave = head + "è" + tail
        if vowel == "é" { return ([grave], [stem, grave]) }
        guard tail == "l" || tail == "t" else { return ([grave], [grave]) }
        let stems = eleverStems(stem, grave: grave, doubled: stem + tail)
        return (stems, stems)
    }

    /// Verbs in -eler and -eter: some always double the consonant (j'appelle, je jette), some never
    /// (j'achète, il gèle); the others may do either since 1990 (je renouvelle, je renouvèle).
    private static func eleverStems(_ stem: String, grave: String, doubled: String) -> [String] {
        if VerbLists.alwaysDoubled.contains(where: stem.hasSuffix) { return [doubled] }
        return VerbLists.neverDoubled.contains(stem) ? [grave] : [doubled, grave]
    }

    /// Splits `préfér` into `préf`, `é`, `r`; `nil` unless the last vowel is e or é before
    /// one consonant, or such a pair as `ch` or `gr`.
    private static func lastMuteVowel(of stem: String) -> (String, Character, String)? {
        let letters = Array(stem)
        for length in [1, 2] where letters.count > length {
            let vowel = letters[letters.count - length - 1]
            let tail = String(letters.suffix(length))
            guard vowel == "e" || vowel == "é" else { continue }
            if length == 1, "aeiouéèyh".contains(tail) { return nil }
            if length == 1, vowel == "e" {
                // Words from English keep their e: il briefe, il tweete.
                let isDouble = letters.count > 2 && letters[letters.count - 3] == "e"
                if isDouble || !"cdglmnprstv".contains(tail) { return nil }
            }
            if length == 2, !VerbLists.consonantPairs.contains(tail) { return nil }
            return (String(letters.dropLast(length + 1)), vowel, tail)
        }
        return nil
    }

    private static func secondGroup(_ infinitive: String) -> [String] {
        let stem = String(infinitive.dropLast(2))
        let vowel = infinitive.hasSuffix("ïr") ? "ï" : "i"
        var forms = [infinitive]
        forms += ["s", "t", "ssons", "ssez", "ssent", "ssais", "ssait", "ssions", "ssiez"]
            .map { stem + vowel + $0 }
        forms += ["ssaient", "sse", "sses", "rent"].map { stem + vowel + $0 }
        forms += futureEndings.map { stem + vowel + "r" + $0 }
        let long = vowel == "ï" ? vowel : "î"
        forms += ["mes", "tes", "t"].map { stem + long + $0 }
        forms.append(stem + vowel + "ssant")
        forms += genders(stem + vowel)
        return forms
    }

    private static func thirdGroup(_ infinitive: String) -> [String] {
        let stem = String(infinitive.dropLast(2))
        var forms = [infinitive]
        forms += ["s", "", "ons", "ez", "ent", "ais", "ait", "ions", "iez", "aient", "e", "es"]
            .map { stem + $0 }
        forms += futureEndings.map { stem + "r" + $0 }
        forms += simplePast(stem, "i")
        forms.append(stem + "ant")
        forms += genders(stem + "u")
        return forms
    }

    // MARK: - Endings shared with the irregular verbs

    static let futureEndings = [
        "ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient",
    ]

    /// Passé simple and imparfait du subjonctif on one of the vowels a, i, ï, u, û, in.
    static func simplePast(_ stem: String, _ vowel: String) -> [String] {
        if vowel == "a" {
            return ["ai", "as", "a", "âmes", "âtes", "èrent", "asse", "asses", "ât"]
                .map { stem + $0 } + ["assions", "assiez", "assent"].map { stem + $0 }
        }
        let long = ["i": "î", "u": "û", "in": "în"][vowel] ?? vowel
        return ["s", "t", "rent", "sse", "sses", "ssions", "ssiez", "ssent"]
            .map { stem + vowel + $0 } + ["mes", "tes", "t"].map { stem + long + $0 }
    }

    /// A participle by gender and number.
    static func genders(_ participle: String) -> [String] {
        if participle.hasSuffix("s") {
            return [participle, participle + "e", participle + "es"]
        }
        if participle.hasSuffix("û") {
            return [participle] + ["ue", "us", "ues"].map { participle.dropLast() + $0 }
        }
        return ["", "e", "s", "es"].map { participle + $0 }
    }
}
