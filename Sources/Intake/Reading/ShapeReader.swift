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
            || (SignatureWords.closings.start(line) && !Self.asks(line)
                && (line.wordCount <= 9 || !line.hasSuffix("?") && line.wordCount <= 16))
            || SignatureWords.thanks.contains { line.withoutStops.hasSuffix($0) }
    }

    /// "Merci de prévenir", "Nous vous prions de noter", "l'aide sur le dossier ci-dessous": what
    /// stands below is what is spoken of.
    static func asks(_ line: Wording) -> Bool {
        if ProseWords.contentAnnouncements.occur(in: line) { return true }
        let words = line.words.prefix(6).map { String(decoding: $0, as: UTF8.self) }
        guard words.count >= 3, words[0] == "merci", words[1] == "de" || words[1] == "d" else {
            return false
        }
        // "Merci de nous rappeler" may be the last word.
        let objects: Set = ["lui", "leur", "le", "la", "les", "bien", "vouloir"]
        let verb = words.dropFirst(2).first { !objects.contains($0) }
        return verb.map { $0 != "votre" && $0 != "notre" && Self.isInfinitive($0) } ?? false
    }

    private static func isInfinitive(_ word: String) -> Bool {
        word.count >= 4 && ["er", "ir", "re"].contains { word.hasSuffix($0) }
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
