/// Tells what a line of a body could be in a signature.
struct ShapeReader: Sendable {
    let writer: LetterWriter

    func shape(of line: BodyLine) -> SignatureShape {
        let folded = line.folded.withoutMarks
        guard !line.isCut, !folded.isEmpty else { return .none }
        let isContact = Self.isContact(folded)
        let words = folded.wordCount
        if folded.hasSuffix("?") || isGreeting(folded) || folded.hasSuffix(" :") { return .none }
        if words > 22 || (words > 14 && !isContact) { return .none }
        if isFirstPerson(folded), words >= 3 { return .none }
        if Self.isListItem(folded), !isContact { return .none }
        if isContact { return words <= 6 || !isSentence(folded) ? .contact : .none }
        if isSentence(folded) { return .none }
        if Self.isTitle(folded) { return .title }
        if isNameLike(line.folded, in: line.content) { return .name }
        return words <= 10 ? .weak : .none
    }

    func isGreeting(_ line: Wording) -> Bool {
        SignatureWords.greetings.start(line) && line.wordCount <= 6
            && !Self.isTitle(line.dropFirstWord())
            && (line.hasSuffix(",") || line.wordCount <= 3 || line.hasSuffix("!"))
            && !line.hasPrefix("madame le maire ") && !isNamedAfterTitle(line)
    }

    /// "Madame Perrin" signs when she is the sender.
    private func isNamedAfterTitle(_ line: Wording) -> Bool {
        !line.hasSuffix(",") && !line.hasSuffix("!") && isWriter(line)
    }

    /// "Cordialement," and its like, alone or at the end of a sentence.
    func isFormula(_ line: Wording) -> Bool {
        if SignatureWords.formulas.start(line) {
            return line.wordCount <= 6 || Self.politeNouns.occur(in: line)
        }
        return line.hasSuffix(",") && Self.endsInFormula(line) || Self.endsInPolitePhrase(line)
    }

    func isClosing(_ line: Wording) -> Bool {
        isFormula(line)
            || (SignatureWords.closings.start(line)
                && (line.wordCount <= 9 || !line.hasSuffix("?") && line.wordCount <= 16))
    }

    private static let politeNouns = WordingSet(
        """
        salutations | consideration | sentiments | respect | hommage | devouement | assurance |
        remerciements | journee | soiree | week-end | semaine | lire | rencontrer | cordial
        """
    )

    private static func endsInFormula(_ line: Wording) -> Bool {
        ["cordialement,", "bien a vous,", "cdt,", "cdlt,", "sincerement,", "salutations,"].contains
        {
            line.hasSuffix($0)
        }
    }

    private static func endsInPolitePhrase(_ line: Wording) -> Bool {
        [
            "cordialement", "cordialement.", "salutations distinguees.",
            "consideration distinguee.",
            "sinceres salutations.", "meilleurs sentiments.", "sentiments distingues.",
            "bien a vous",
            "meilleures salutations.", "salutations distinguees", "bonne journee", "belle journee",
        ].contains { line.hasSuffix($0) }
    }

    /// A sentence to somebody, not a line that says who one is.
    func isAddressedProse(_ line: Wording) -> Bool {
        if line.hasSuffix("?") && line.wordCount >= 3 { return true }
        return line.wordCount >= 4 && isFirstPerson(line) && !Self.isContact(line)
    }

    private func isFirstPerson(_ line: Wording) -> Bool {
        SignatureWords.firstPerson.occur(in: line)
    }

    /// Ends as a sentence does, with as many words as one has.
    private func isSentence(_ line: Wording) -> Bool {
        guard let last = line.bytes.last, last == 0x2E || last == 0x21 || last == 0x3B else {
            return false
        }
        return line.wordCount >= 5
    }

    private static func isListItem(_ line: Wording) -> Bool {
        let bytes = line.bytes
        guard let first = bytes.first, bytes.count > 2 else { return false }
        if first == 0x2D || first == 0x2A || first == 0x7F { return bytes[1] == 0x20 }
        let digits = bytes.prefix(while: Wording.isDigit).count
        return digits >= 1 && digits <= 2 && (bytes[digits] == 0x29 || bytes[digits] == 0x2E)
    }

    static func isTitle(_ line: Wording) -> Bool {
        var rest = line
        for article in ["pour ", "le ", "la ", "l'", "les ", "p/o ", "par delegation "]
        where rest.hasPrefix(article) {
            rest = rest.dropPrefix(article)
        }
        return SignatureWords.roles.start(rest) || SignatureWords.organisations.start(rest)
            || (line.wordCount <= 12 && SignatureWords.organisations.occur(in: line))
            || (line.wordCount <= 12 && SignatureWords.roles.occur(in: line))
    }

    static func isContact(_ line: Wording) -> Bool {
        if line.contains("@") && line.wordCount <= 12 { return true }
        if line.hasPrefix("www.") || line.hasPrefix("http") { return true }
        let digits = line.digitCount
        if SignatureWords.telephones.start(line) && (digits >= 8 || line.wordCount <= 9) {
            return true
        }
        if digits >= 9, line.wordCount <= 16, hasPhone(line), !DateWords.hasDate(line) {
            return true
        }
        if hasPostalCode(line) && line.wordCount <= 16 { return true }
        return line.wordCount <= 12 && SignatureWords.places.occur(in: line)
            && (digits > 0 || SignatureWords.places.start(line))
    }

    /// Ten digits in a row but for spaces, points and hyphens.
    private static func hasPhone(_ line: Wording) -> Bool {
        var run = 0
        for byte in line.bytes {
            if Wording.isDigit(byte) {
                run += 1
                if run >= 9 { return true }
            } else if ![0x20, 0x2E, 0x2D, 0x28, 0x29].contains(byte) {
                run = 0
            }
        }
        return false
    }

    private static func hasPostalCode(_ line: Wording) -> Bool {
        line.words.contains { $0.count == 5 && $0.allSatisfy(Wording.isDigit) }
    }

    func isWriter(_ line: Wording) -> Bool {
        let words = line.words
        return words.count <= 5 && words.contains { writer.isNamed($0) }
    }

    /// Whether a short line carries a word of the writer's name: "Jean Dupont 06 12 34 56 78".
    func namesWriter(_ line: Wording) -> Bool {
        let words = line.words
        return words.count <= 12 && words.contains { writer.isNamed($0) }
    }

    func isNameLike(_ line: Wording, in text: Substring = "") -> Bool {
        let words = line.words
        guard (1...5).contains(words.count), line.digitCount == 0, line.count <= 45 else {
            return false
        }
        if words.contains(where: { Self.signsNothing($0, among: words.count) }) { return false }
        if [0x3F, 0x21, 0x3A, 0x3B].contains(line.bytes.last ?? 0) { return false }
        if isWriter(line) { return true }
        if text.isEmpty { return false }
        let parts = text.split { $0 == " " || $0 == "\u{A0}" }
        let capitals = parts.count { $0.first.map { $0.isUppercase } == true }
        if capitals == parts.count { return true }
        let particles = parts.count { Self.particles.contains($0.lowercased()) }
        return capitals >= 1 && capitals + particles == parts.count
            || (words.count == 1 && words[0].count <= 12 && text.utf8.last != 0x2C)
    }

    /// Articles are common words only where they stand alone: "LE GALL" is a name.
    private static func signsNothing(_ word: ArraySlice<UInt8>, among count: Int) -> Bool {
        let text = String(decoding: word, as: UTF8.self)
        return (count == 1 || !particles.contains(text))
            && SignatureWords.commonWords.contains(text)
    }

    private static let particles: Set<String> = [
        "de", "du", "des", "le", "la", "et", "d'", "van", "von", "y",
    ]
}

extension Wording {
    /// Without the list, bold and arrow marks around it.
    var withoutMarks: Wording {
        guard let first = bytes.first,
            first == 0x2A || first == 0x5F || first == 0x7C || first == 0x5B
        else { return self }
        return Wording(folded: bytes.drop { $0 == 0x2A || $0 == 0x5F || $0 == 0x7C })
    }

    func dropPrefix(_ prefix: String) -> Wording {
        hasPrefix(prefix)
            ? Wording(folded: bytes.dropFirst(prefix.utf8.count)) : self
    }

    func dropFirstWord() -> Wording {
        Wording(folded: bytes.drop { $0 != 0x20 })
    }
}
