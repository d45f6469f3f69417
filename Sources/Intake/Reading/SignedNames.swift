/// What looks like a name.
extension ShapeReader {
    func isWriter(_ line: Wording) -> Bool {
        let words = line.words
        return words.count <= 6 && words.contains { writer.isNamed($0) }
    }

    /// Whether a short line carries a word of the writer's name: "Jean Dupont 06 12 34 56 78".
    func namesWriter(_ line: Wording) -> Bool {
        let words = line.words
        return words.count <= 12 && words.contains { writer.isNamed($0) }
    }

    /// "Jean Dupont", "J. DUPONT", "- Jean", "jd", "M. Yann LE BIHAN", "Odile et Yann".
    func isNameLike(_ line: BodyLine) -> Bool {
        let folded = line.folded.withoutNameMarks
        let words = folded.words
        guard (1...6).contains(words.count), folded.digitCount == 0, folded.count <= 50 else {
            return false
        }
        if words.contains(where: { Self.signsNothing($0, among: words.count) }) { return false }
        if [0x3F, 0x21, 0x3A, 0x3B].contains(folded.bytes.last ?? 0) { return false }
        if folded.hasPrefix("j'") || folded.hasPrefix("c'") { return false }
        if words.count <= 4, isWriter(folded), !ProseWords.verbs.occur(in: folded) {
            return !saysMore(line, words)
        }
        if ScriptWords.isName(line) { return true }
        if writer.isNamed(written: line.content) {
            return line.content.split(separator: " ").allSatisfy { $0.first?.isLowercase != true }
        }
        if ScriptWords.eastAsianLetters(line) > 0 { return false }
        // Tolerated: "Jo x", "Jo xxx", as the English sign to friends.
        let parts = line.content.split { " \u{A0}*_|~/(),".contains($0) }
            .filter { part in part.contains { $0.isLetter } && part.contains { $0 != "x" } }
        let capitals = parts.count { Self.isCapitalised($0) }
        let others = parts.count {
            !Self.isCapitalised($0) && Self.particles.contains($0.lowercased())
        }
        if capitals >= 1, capitals + others == parts.count { return true }
        if Self.isInitials(line) { return true }
        if words.allSatisfy({ Self.isGivenOrParticle($0) }), hasGivenName(line) { return true }
        return words.count == 1 && (hasGivenName(line) || words[0].count <= 3)
    }

    /// "Luc passe demain matin.", of Luc: words in lower case that are no name.
    private func saysMore(_ line: BodyLine, _ words: [ArraySlice<UInt8>]) -> Bool {
        guard words.count >= 3, !Self.isTitle(line.folded) else { return false }
        let parts = line.content.split { $0.isWhitespace }
        let others = parts.count { part in
            guard part.first?.isLowercase == true else { return false }
            let word = Wording(part).withoutStops.bytes[...]
            return !writer.isNamed(word) && !Self.isGivenOrParticle(word)
        }
        let isStopped = [0x2E, 0x21].contains(line.folded.bytes.last ?? 0)
        return others >= (isStopped ? 1 : 2)
    }

    /// A name by one of its words: the writer's, a given name, or "Mme" before it.
    func isSurelyName(_ line: BodyLine) -> Bool {
        guard isNameLike(line) else { return false }
        let folded = line.folded.withoutNameMarks
        if isWriter(folded) || Self.honorifics.start(folded) { return true }
        if writer.isNamed(written: line.content) { return true }
        return hasGivenName(line) && !Self.startsTitle(folded)
    }

    /// "Maud (maman de Jules, CE1)", "Monique (poste 214)".
    func isExplainedName(_ line: BodyLine) -> Bool {
        guard line.folded.wordCount <= 9,
            let open = line.content.firstIndex(where: { $0 == "(" || $0 == "," }),
            line.content[open] == "," || line.folded.withoutStops.bytes.last == 0x29,
            line.folded.bytes.last != 0x2C
        else { return false }
        let name = BodyLine(line.content[..<open])
        return !name.isBlank && isNameLike(name)
            && (hasGivenName(name) || isWriter(name.folded)
                || line.content[open] == "("
                    && (name.folded.wordCount >= 2 || Self.isExplanation(line.content[open...])))
            && !Self.isTitle(name.folded)
    }

    /// "(maman de Tiago)", "(poste 214)", "(CE1)": who somebody is, not what is meant.
    private static func isExplanation(_ text: Substring) -> Bool {
        let words = Wording(text, limit: 80).withoutNameMarks
        return isTitle(words) || kin.start(words)
    }

    private static let kin = WordingSet(
        """
        maman | papa | mere_ | pere_ | parent | mamie | papi | papy | grand-m | grand-p | tata_ | tonton |
        tante | oncle | nounou | soeur | frere | fille_ | fils_ | cousin | epouse | epoux | mari_ | femme_ |
        voisin | la voisine | le voisin | poste | bat_ | bat. | apt_ | appt | etage | mum_ | mom_ | dad_ |
        mother | father | wife_ | husband | sister | brother | neighbour | neighbor | from_ | mama_ |
        mutter | vater | nachbar | madre | padre | vecin | vicin | moeder | vader | buur | mae_ | pai_ |
        famille | licence | adherent | benevole | cp_ | ce1 | ce2 | cm1 | cm2 | 6e | 5e | 4e | 3e
        """
    )

    /// Whether a line is nothing but letters that stand for a name: "E.M.", or the writer's "GP".
    func signsByInitials(_ line: BodyLine) -> Bool {
        let folded = line.folded.withoutNameMarks
        let letters = folded.bytes.filter { (0x61...0x7A).contains($0) }
        guard (1...3).contains(letters.count), folded.count <= 6,
            folded.bytes.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2E || $0 == 0x2D })
        else { return false }
        if letters.count == 1 {
            return folded.count <= 2 && writer.hasInitials(letters)
                && line.content.contains(where: \.isUppercase)
        }
        let isDotted = folded.bytes.count(where: { $0 == 0x2E }) >= 2
        return (isDotted || writer.hasInitials(letters))
            && !SignatureWords.commonWords.contains(String(decoding: letters, as: UTF8.self))
            && !SignatureWords.abbreviations.contains(String(decoding: letters, as: UTF8.self))
    }

    /// "H. Lantelme", "J.-P. Roy".
    static func isInitialAndName(_ line: BodyLine) -> Bool {
        let parts = line.content.split { $0 == " " || $0 == "\u{A0}" }
        guard parts.count == 2, parts[0].utf8.count <= 6, parts[0].hasSuffix("."),
            isCapitalised(parts[0]), isCapitalised(parts[1]), parts[1].count >= 3
        else { return false }
        return parts[0].split { $0 == "." || $0 == "-" }.allSatisfy { $0.count == 1 }
            && parts[1].allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
    }

    private static let honorifics = WordingSet(
        "m. | mme_ | mlle_ | mr_ | mrs_ | ms_ | dr_ | me_ | monsieur_ | madame_ | herr_ | frau_ | sr_ | sra_"
    )

    /// Whether a word of the line is a given name: `Josiane` in "Josiane et Marcel".
    func hasGivenName(_ line: BodyLine) -> Bool {
        line.folded.words.contains { word in
            let bare = word.drop { $0 == 0x2D }
            let first = bare.prefix { $0 != 0x2D }
            return SignOffNames.contains(bare) || SignOffNames.contains(first)
        }
    }

    private static func isGivenOrParticle(_ word: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: word, as: UTF8.self)
        return SignOffNames.contains(word) || particles.contains(text)
    }

    /// A given name alone, as in "kevin".
    func isGivenName(_ line: Wording) -> Bool {
        let bare = line.withoutNameMarks.withoutStops
        return bare.wordCount == 1 && SignOffNames.contains(bare.bytes[...])
    }

    /// Two or three letters that stand for a name: "NP", "N.P.", "j-m".
    static func isInitials(_ line: BodyLine) -> Bool {
        let folded = line.folded.withoutNameMarks
        let letters = folded.bytes.count { (0x61...0x7A).contains($0) }
        let isMarked = folded.count < line.folded.count || folded.hasSuffix(".")
        return ((isMarked ? 1 : 2)...3).contains(letters) && folded.count <= 6
            && folded.bytes.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2E || $0 == 0x2D }
            && !SignatureWords.commonWords.contains(folded.string.filter { $0 != "." })
            && (folded.contains(".") || !SignatureWords.abbreviations.contains(folded.string))
    }

    private static func isCapitalised(_ word: Substring) -> Bool {
        word.first { $0.isLetter }?.isUppercase == true
    }

    /// Articles are common words only where they stand alone: "LE GALL" is a name.
    private static func signsNothing(_ word: ArraySlice<UInt8>, among count: Int) -> Bool {
        let text = String(decoding: word, as: UTF8.self)
        return (count == 1 || !particles.contains(text))
            && SignatureWords.commonWords.contains(text)
    }

    private static let particles: Set<String> = [
        "de", "du", "des", "le", "la", "et", "d'", "van", "von", "y", "der", "den", "di", "da",
        "dos",
        "and", "und", "&", "elle", "il", "iel", "she", "her", "he", "him", "they", "elle/she",
    ]
}
