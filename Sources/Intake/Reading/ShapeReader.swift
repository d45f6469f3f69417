/// How much a line looks like part of a signature.
enum SignatureShape: Sendable {
    /// Words to somebody, a list item, a greeting: no part of one.
    case none
    /// A sentence to everybody, as slogans are.
    case sentence
    /// Short and without a verb of the writer's: may stand inside one.
    case weak
    /// A function, an organisation: may begin one.
    case title
    /// A name.
    case name
    /// Telephone, postal address, e-mail address, web page.
    case contact
    /// What stands for a picture: "[cid:image001.png@01DA…]", "[Logo Ville]".
    case caption
}

/// Tells what a line of a body could be in a signature.
struct ShapeReader: Sendable {
    let writer: LetterWriter

    func shape(of line: BodyLine) -> SignatureShape {
        if line.isCut { return .none }
        if Self.isCaption(line.folded) { return .caption }
        let folded = line.folded.withoutMarks
        guard !folded.isEmpty else { return .none }
        let words = folded.wordCount
        if isScriptProse(line) { return .none }
        if ProseWords.handOvers.occur(in: folded), words <= 8, !folded.contains(":") {
            return .none
        }
        if isGreeting(folded) || folded.hasSuffix("?") && words >= 3 { return .none }
        if ProseWords.workingHours.start(folded), words <= 30 { return .weak }
        if words >= 3, ProseWords.firstPerson.occur(in: folded) { return .none }
        let hasVerb = ProseWords.verbs.occur(in: folded)
        let isContact = !hasVerb && Self.isContact(folded) && !folded.hasSuffix(",.")
        if isContact { return words <= 45 ? .contact : .none }
        if folded.hasSuffix(" :") || folded.hasSuffix("?") { return .none }
        if Self.isListItem(folded), !isNameLike(line) { return .none }
        if words > 30 { return .none }
        if words > 14 || Self.endsSentence(folded) || hasVerb && words >= 3 { return .sentence }
        if folded.hasPrefix("pour ") || folded.hasPrefix("p/o "), namesWriter(folded), words <= 8 {
            return .name
        }
        if Self.isField(folded), !folded.hasPrefix("signe") { return .weak }
        if isSurelyName(line) || isExplainedName(line) || signsByInitials(line) { return .name }
        if Self.isTitle(folded) { return .title }
        if isNameLike(line) { return .name }
        return words <= 10 ? .weak : .sentence
    }

    /// A sentence of a script without spaces, where counting words tells nothing.
    private func isScriptProse(_ line: BodyLine) -> Bool {
        let letters = ScriptWords.eastAsianLetters(line)
        guard letters >= 4, !ScriptWords.closes(line) else { return false }
        return letters > 24 || [0x2E, 0x21, 0x3F].contains(line.folded.bytes.last ?? 0)
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

    /// A sentence to somebody, not a line that says who one is.
    func isAddressedProse(_ line: Wording) -> Bool {
        let words = line.wordCount
        if line.hasSuffix("?") && words >= 3 {
            return words > 12 || !ProseWords.openQuestions.start(line)
                || ProseWords.firstPerson.occur(in: line)
        }
        guard words >= 4, ProseWords.firstPerson.occur(in: line) else { return false }
        if ProseWords.workingHours.start(line), words <= 30 { return false }
        if Self.isMotto(line) { return false }
        return !(Self.hasPhone(line) || Self.isLink(line))
    }

    /// "Ensemble, on va plus loin."
    private static func isMotto(_ line: Wording) -> Bool {
        line.hasPrefix("ensemble") && line.wordCount <= 12
    }

    /// Ends as a sentence does, with as many words as one has.
    private static func endsSentence(_ line: Wording) -> Bool {
        guard let last = line.bytes.last, last == 0x2E || last == 0x21 || last == 0x3B else {
            return false
        }
        return line.wordCount >= 5
    }

    private static func isListItem(_ line: Wording) -> Bool {
        let bytes = line.bytes
        guard let first = bytes.first, bytes.count > 2 else { return false }
        if first == 0x2D || first == 0x2A || first == Wording.unknownSign {
            return bytes[1] == 0x20
        }
        let digits = bytes.prefix(while: Wording.isDigit).count
        return digits >= 1 && digits <= 2 && (bytes[digits] == 0x29 || bytes[digits] == 0x2E)
    }

    /// "Commune : Lannion": a form somebody filled in.
    private static func isField(_ line: Wording) -> Bool {
        let label = line.bytes.prefix { $0 != 0x3A }
        return label.count < line.count && label.last == 0x20
            && Wording(folded: label).wordCount <= 4
    }

    /// "Nom : Delpuech", "Phone: 020 …", "Message :".
    static func isFormField(_ line: Wording) -> Bool {
        guard let colon = line.bytes.firstIndex(of: 0x3A), colon <= 30 else { return false }
        return (1...3).contains(Wording(folded: line.bytes[..<colon]).wordCount)
    }

    /// The field that holds what was written.
    static func isMessageField(_ line: Wording) -> Bool {
        isFormField(line) && messages.start(line)
    }

    private static let messages = WordingSet(
        """
        message | votre message | commentaire | votre demande | demande_ | description | texte |
        comment | your message | nachricht | mensaje | messaggio | bericht | mensagem
        """
    )

    private static func isCaption(_ line: Wording) -> Bool {
        let bytes = line.bytes
        guard bytes.count >= 3, bytes.count <= 200 else { return false }
        if bytes.first == 0x5B, bytes.last == 0x5D { return line.wordCount <= 14 }
        if line.hasPrefix("[cid:") || line.hasPrefix("<cid:") { return true }
        return line.wordCount <= 3 && !line.contains(" ")
            && [".png", ".jpg", ".jpeg", ".gif", ".png>", ".jpg>", ".gif>", ".png]", ".jpg]"]
                .contains { line.hasSuffix($0) }
    }
}

// MARK: - Closings

extension ShapeReader {
    func isFormula(_ line: BodyLine) -> Bool {
        isFormula(line.folded) || ScriptWords.closes(line)
    }

    func isClosing(_ line: BodyLine) -> Bool {
        isClosing(line.folded) || ScriptWords.closes(line)
    }

    /// "Cordialement," and its like, alone or at the end of a sentence.
    func isFormula(_ line: Wording) -> Bool {
        let words = line.wordCount
        guard words <= 40, !line.hasSuffix("?"), !line.isEmpty else { return false }
        if SignatureWords.formulas.start(line) {
            if words <= 6 || SignatureWords.politeNouns.occur(in: line) { return true }
            if line.hasSuffix(","), words <= 12, !isAddressedProse(line) { return true }
            let start = Wording(folded: line.bytes.prefix { $0 != 0x2C })
            return words <= 16 && start.count < line.count && start.wordCount <= 4
                && !isAddressedProse(line)
        }
        if SignatureWords.politeTails.occur(in: line) { return true }
        let bare = line.withoutStops
        if SignatureWords.wholeFormulas.contains(bare.string) { return true }
        return SignatureWords.endings.contains {
            bare.hasSuffix($0) && Self.endsWords(bare, before: $0.utf8.count)
        }
    }

    func isClosing(_ line: Wording) -> Bool {
        // Hungarian puts a colon where others put a comma.
        if line.hasSuffix(":") { return line.wordCount <= 3 && Self.colonFormulas.start(line) }
        return isFormula(line)
            || (SignatureWords.closings.start(line)
                && (line.wordCount <= 9 || !line.hasSuffix("?") && line.wordCount <= 16))
            || SignatureWords.thanks.contains { line.withoutStops.hasSuffix($0) }
    }

    private static let colonFormulas = WordingSet(
        "udvozlettel | tisztelettel | koszonettel | udv_ | szivelyes | baratsaggal"
    )

    /// Whether the last letters are words of their own: "cdt", not "abcdt".
    private static func endsWords(_ line: Wording, before length: Int) -> Bool {
        let rest = line.bytes.dropLast(length)
        return rest.last.map { !Wording.isWord($0) } ?? true
    }
}

// MARK: - Titles and contacts

extension ShapeReader {
    static func isTitle(_ line: Wording) -> Bool {
        var rest = line
        for article in [
            "pour ", "le ", "la ", "l'", "les ", "p/o ", "po ", "par delegation ", "- ",
        ]
        where rest.hasPrefix(article) {
            rest = rest.dropPrefix(article)
        }
        if SignatureWords.roles.start(rest) || SignatureWords.organisations.start(rest) {
            return true
        }
        // "See you at the office." is said to somebody.
        if line.hasSuffix("."), line.wordCount >= 3, !line.contains(","),
            !(line.words.first.map(SignOffNames.contains) ?? false)
        {
            return false
        }
        return (line.wordCount <= 14 && SignatureWords.organisations.occur(in: line))
            || (line.wordCount <= 14 && SignatureWords.roles.occur(in: line))
    }

    /// Whether the line itself begins with a role or an organisation.
    static func startsTitle(_ line: Wording) -> Bool {
        var rest = line.withoutMarks
        for article in ["pour ", "le ", "la ", "l'", "les ", "p/o "] where rest.hasPrefix(article) {
            rest = rest.dropPrefix(article)
        }
        return SignatureWords.roles.start(rest) || SignatureWords.organisations.start(rest)
    }

    static func isContact(_ line: Wording) -> Bool {
        let words = line.wordCount
        if line.contains("@") && words <= 16 { return true }
        if isLink(line) { return true }
        let digits = line.digitCount
        if SignatureWords.telephones.start(line) && (digits >= 4 || words <= 9) { return true }
        if SignatureWords.telephoneLetters.start(line) && digits >= 8 && words <= 12 { return true }
        if digits >= 9, words <= 40, hasPhone(line), !DateWords.hasDate(line) { return true }
        if hasPostalCode(line) && words <= 20 { return true }
        return words <= 14 && SignatureWords.places.occur(in: line)
            && (digits > 0 || SignatureWords.places.start(line))
    }

    static func isLink(_ line: Wording) -> Bool {
        line.hasPrefix("www.") || line.hasPrefix("http") || line.hasPrefix("<http")
            || links.start(line)
            || (!line.contains(" ") && line.count >= 5 && domains.contains { line.hasSuffix($0) })
    }

    private static let links = WordingSet(
        """
        suivez-nous | suivez nous | suivez l'actu | suivez la | retrouvez-nous | retrouvez nous |
        rejoignez-nous | rejoignez nous | abonnez-vous | follow us | find us | folgen sie |
        siguenos | seguici | volg ons | siga-nos | facebook | twitter | linkedin | instagram |
        site : | site internet | site web | notre site | web : | nos reseaux
        """
    )
    private static let domains = [".fr", ".com", ".org", ".eu", ".net", ".bzh", ".example", ".de"]

    /// Ten digits in a row but for spaces, points and hyphens.
    static func hasPhone(_ line: Wording) -> Bool {
        var run = 0
        for byte in line.bytes {
            if Wording.isDigit(byte) {
                run += 1
                if run >= 9 { return true }
            } else if ![0x20, 0x2E, 0x2D, 0x28, 0x29, 0x2F].contains(byte) {
                run = 0
            }
        }
        return false
    }

    private static func hasPostalCode(_ line: Wording) -> Bool {
        line.words.contains { word in
            let code = word.starts(with: [0x66, 0x2D]) ? word.dropFirst(2) : word
            return code.count == 5 && code.allSatisfy(Wording.isDigit)
        }
    }
}

// MARK: - Names

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
    private func isSurelyName(_ line: BodyLine) -> Bool {
        guard isNameLike(line) else { return false }
        let folded = line.folded.withoutNameMarks
        if isWriter(folded) || Self.honorifics.start(folded) { return true }
        if writer.isNamed(written: line.content) { return true }
        return hasGivenName(line) && !Self.startsTitle(folded)
    }

    /// "Maud (maman de Jules, CE1)", "Monique (poste 214)".
    private func isExplainedName(_ line: BodyLine) -> Bool {
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

extension Wording {
    /// Without the list, bold and arrow marks around it, and the little signs before it.
    var withoutMarks: Wording {
        guard let first = bytes.first, Self.marks.contains(first) else { return self }
        let rest = bytes.drop { Self.marks.contains($0) || $0 == 0x20 }
        return rest.isEmpty ? self : Wording(folded: rest)
    }

    private static let marks: [UInt8] = [0x2A, 0x5F, 0x7C, unknownSign]

    /// Without the signs some write around their name: "- Jean", "~ Jean", "*Jean*", "/Jean".
    var withoutNameMarks: Wording {
        let marks: [UInt8] = [
            0x2A, 0x5F, 0x7C, Self.unknownSign, 0x2D, 0x7E, 0x2F, 0x28, 0x29, 0x20,
        ]
        var rest = bytes.drop { marks.contains($0) }
        while let last = rest.last, marks.contains(last) { rest.removeLast() }
        return Wording(folded: rest)
    }

    /// Without the marks and the quotation mark at its start.
    var withoutOpeningMarks: Wording {
        let rest = withoutNameMarks
        return rest.bytes.first == 0x22 ? Wording(folded: rest.bytes.dropFirst()) : rest
    }

    /// Without the stops at its end.
    var withoutStops: Wording {
        var rest = bytes[...]
        while let last = rest.last, [0x2C, 0x2E, 0x21, 0x20, 0x3B].contains(last) {
            rest.removeLast()
        }
        return Wording(folded: rest)
    }

    func dropPrefix(_ prefix: String) -> Wording {
        hasPrefix(prefix)
            ? Wording(folded: bytes.dropFirst(prefix.utf8.count)) : self
    }

    func dropFirstWord() -> Wording {
        Wording(folded: bytes.drop { $0 != 0x20 })
    }
}
