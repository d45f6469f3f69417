/// Cuts a text into tokens and sentences in one pass over its bytes.
struct Tokenizer {
    /// Tokens after which a sentence ends even without a full stop, so that work stays bounded.
    static let longestSentence = 400

    let source: [UInt8]
    let splitsAddresses: Bool
    var folded: [UInt8] = []
    var accented: [UInt8] = []
    var tokens: [Token] = []
    var sentences: [Sentence] = []

    var position = 0
    private(set) var sentenceStart = 0
    private var pending: Token.Flags = []

    init(source: [UInt8], splitsAddresses: Bool) {
        self.source = source
        self.splitsAddresses = splitsAddresses
        folded.reserveCapacity(source.count)
        accented.reserveCapacity(source.count)
        tokens.reserveCapacity(source.count / 5 + 1)
    }

    mutating func run() {
        if startsListItem(at: 0) { position = 0 }
        while position < source.count {
            let (scalar, next) = scalar(at: position)
            switch Letter.kind(of: scalar) {
            case .letter, .digit:
                if splitsAddresses || !startsWebAddress(at: position) {
                    word()
                } else {
                    webAddress()
                }
            case .newline: newline(at: position, next: next)
            case .hyphen:
                if let last = tokens.last, Int(last.sourceEnd) == position {
                    pending.insert(.afterHyphen)
                } else {
                    pending.insert(.afterPause)
                }
                position = next
            case .other: punctuation(scalar, next: next)
            case .space:
                pending.remove(.afterHyphen)
                position = next
            case .apostrophe, .accent, .invisible: position = next
            }
        }
        endSentence()
    }

    // MARK: - Words

    private mutating func word() {
        var token = begin()
        var capitals = 0
        var letters = 0
        /// Digits since the start of the number or its last space; `nil` after a comma.
        var digits: Int? = 0
        scan: while position < source.count {
            let (scalar, next) = scalar(at: position)
            switch Letter.kind(of: scalar) {
            case _ where letters == 1 && folded.last == 0x6E && (scalar == 0xB0 || scalar == 0xBA):
                // `n°3` is `no` and `3`.
                append(0x6F, to: &token)
                position = next
                break scan
            case .letter:
                let lower = Letter.lowercased(scalar)
                if lower != scalar {
                    if letters == 0 { token.flags.insert(.capitalized) }
                    capitals += 1
                }
                letters += 1
                append(lower, to: &token)
            case .digit:
                if letters == 0 { token.flags.insert(.number) }
                digits = digits.map { $0 + 1 }
                folded.append(UInt8(scalar))
                accented.append(UInt8(scalar))
            case .accent: compose(scalar, in: &token)
            case .invisible: break
            case .apostrophe:
                if !joinsApostrophe(token, next: next, letters: letters) {
                    if isLetter(at: next) || isVowelAfterBlank(at: next) {
                        token.flags.insert(.elided)
                    }
                    break scan
                }
            case .space:
                if letters == 0, let count = digits, startsThousands(at: next, after: count, token)
                {
                    digits = 0
                } else if !joinsHui(token, at: next) {
                    if isVowelAfterBlank(at: position), isElision(token) {
                        token.flags.insert(.elided)
                    }
                    break scan
                }
            case .other:
                if !joins(scalar, token: token, next: next, letters: letters) { break scan }
                if letters == 0 {
                    digits = nil
                    folded.append(0x2C)
                    accented.append(0x2C)
                }
            default: break scan
            }
            position = next
        }
        if letters > 1, capitals == letters { token.flags.insert(.allCapitals) }
        splitGlued(&token)
        finish(&token)
    }

    /// Cuts `jai`, `cest`, `quil` in two: no words, but an elision written without its apostrophe.
    private mutating func splitGlued(_ token: inout Token) {
        let start = Int(token.foldedStart)
        guard let letters = Tokenizer.glued.value(in: folded, start..<folded.count),
            position - Int(token.sourceStart) == folded.count - start,
            // Dun is a commune.
            !token.flags.contains(.capitalized) || tokens.count == sentenceStart
        else { return }
        var elision = token
        elision.flags.insert(.elided)
        elision.sourceEnd = token.sourceStart + Int32(letters)
        elision.foldedEnd = token.foldedStart + Int32(letters)
        elision.accentedEnd = token.accentedStart + Int32(letters)
        tokens.append(elision)
        token.sourceStart = elision.sourceEnd
        token.foldedStart = elision.foldedEnd
        token.accentedStart = elision.accentedEnd
        token.flags.subtract([.capitalized, .afterHyphen, .afterPause])
    }

    /// An empty token where we are.
    mutating func begin() -> Token {
        defer { pending = [] }
        return Token(
            sourceStart: Int32(position),
            sourceEnd: Int32(position),
            foldedStart: Int32(folded.count),
            foldedEnd: 0,
            accentedStart: Int32(accented.count),
            accentedEnd: 0,
            flags: pending
        )
    }

    private mutating func append(_ lower: UInt32, to token: inout Token) {
        if lower < 0x80 {
            folded.append(UInt8(lower))
            accented.append(UInt8(lower))
            return
        }
        let ascii = Letter.folded(lower)
        if ascii == 0 {
            French.append(scalar: lower, to: &folded)
            French.append(scalar: lower, to: &accented)
        } else {
            folded.append(UInt8(truncatingIfNeeded: ascii))
            if ascii > 0xFF {
                folded.append(UInt8(ascii >> 8))
                accented.append(UInt8(truncatingIfNeeded: ascii))
                accented.append(UInt8(ascii >> 8))
            } else {
                French.append(scalar: lower, to: &accented)
                token.flags.insert(.accented)
            }
        }
    }

    private mutating func compose(_ accent: UInt32, in token: inout Token) {
        guard accented.count > Int(token.accentedStart), let base = accented.last else { return }
        guard let letter = Letter.composed(base, accent) else { return }
        accented.removeLast()
        French.append(scalar: letter, to: &accented)
        token.flags.insert(.accented)
    }

    /// Whether the apostrophe belongs to the word, as in `aujourd'hui`, rather than ends it.
    private func joinsApostrophe(_ token: Token, next: Int, letters: Int) -> Bool {
        guard letters > 3, isLetter(at: next) else { return false }
        return Tokenizer.wholeWords.value(in: folded, Int(token.foldedStart)..<folded.count) != nil
    }

    /// Whether exactly three digits stand here: `3 000`, `1 250 000`, but no telephone number.
    private func startsThousands(at index: Int, after digits: Int, _ token: Token) -> Bool {
        let isFirst = folded.count - Int(token.foldedStart) == digits
        guard digits == 3 || (isFirst && 1...2 ~= digits) else { return false }
        return (index..<index + 3).allSatisfy(isDigit) && !isDigit(at: index + 3)
    }

    /// Whether `hui` follows, as in `aujourd hui`.
    private func joinsHui(_ token: Token, at index: Int) -> Bool {
        guard source.count >= index + 3, source[index..<index + 3].elementsEqual("hui".utf8),
            !isLetter(at: index + 3)
        else { return false }
        return folded[Int(token.foldedStart)...].elementsEqual("aujourd".utf8)
    }

    /// A word that only stands before a vowel, its apostrophe forgotten: `l Etat`, `qu il`.
    private func isElision(_ token: Token) -> Bool {
        Tokenizer.elisions.value(in: folded, Int(token.foldedStart)..<folded.count) != nil
    }

    /// Whether blanks and then a vowel or an h stand here.
    private func isVowelAfterBlank(at index: Int) -> Bool {
        var at = index
        while at < source.count, at < index + 4 {
            let (value, next) = scalar(at: at)
            switch Letter.kind(of: value) {
            case .space: at = next
            case .letter:
                let plain = UInt8(truncatingIfNeeded: Letter.folded(Letter.lowercased(value)))
                return "aeiouyh".utf8.contains(plain)
            default: return false
            }
        }
        return false
    }

    /// Whether a point or a comma belongs to a number (2,5) or to an abbreviation (S.I.V.U.).
    private func joins(_ scalar: UInt32, token: Token, next: Int, letters: Int) -> Bool {
        guard scalar == 0x2E || scalar == 0x2C, next < source.count else { return false }
        if letters == 0 { return isDigit(at: next) }
        guard scalar == 0x2E, letters < 12, isLetter(at: next), isCapital(at: next) else {
            return false
        }
        let sinceStart = position - Int(token.sourceStart)
        guard sinceStart == letters * 2 - 1 else { return false }
        let after = self.scalar(at: next).next
        return after >= source.count || !isLetter(at: after)
    }

    mutating func finish(_ token: inout Token) {
        token.sourceEnd = Int32(position)
        token.foldedEnd = Int32(folded.count)
        token.accentedEnd = Int32(accented.count)
        if folded.count > Int(token.foldedStart) { tokens.append(token) }
        if tokens.count - sentenceStart >= Tokenizer.longestSentence { endSentence() }
    }

    // MARK: - What stands between words

    private mutating func punctuation(_ scalar: UInt32, next: Int) {
        switch scalar {
        case 0x2E: fullStop(next: next)
        case 0x21, 0x203C:
            endSentence()
            position = next
        case 0x3F, 0x2047...0x2049, 0xBF:
            endSentence(question: true)
            position = next
        case 0x2026:
            endSentence()
            position = next
        case 0x40 where !splitsAddresses: address(next: next)
        case 0x5F, 0x2F: position = next
        case 0x2013 where isLetter(at: next) && Int(tokens.last?.sourceEnd ?? -1) == position:
            // Tolerated: a dash for a hyphen, `rendez–vous`.
            pending.insert(.afterHyphen)
            position = next
        default:
            pending.insert(.afterPause)
            position = next
        }
    }

    private mutating func fullStop(next: Int) {
        var end = next
        while end < source.count, source[end] == 0x2E { end += 1 }
        defer { position = end }
        if end - position > 1 { return endSentence() }
        guard let last = tokens.last, tokens.count > sentenceStart else { return }
        let after = skipClosing(from: end)
        if after >= source.count { return endSentence() }
        guard isBlank(at: after) else {
            // Tolerated: no space after the full stop, "problème.Nous".
            let words = last.folded.count > 2 && !last.flags.contains(.capitalized)
            if words, isCapital(at: after), !splitsAddresses { endSentence() }
            return
        }
        if !isAbbreviation(last, before: after) { endSentence() }
    }

    private func isAbbreviation(_ token: Token, before index: Int) -> Bool {
        guard Int(token.sourceEnd) == position else { return false }
        let letters = token.folded.count
        if letters == 1, token.flags.contains(.capitalized) { return true }
        // `C.C.A.S.`
        if letters > 1, token.source.count == letters * 2 - 1, token.flags.contains(.allCapitals) {
            return !startsSentence(after: index)
        }
        guard let rank = Tokenizer.abbreviations.value(in: folded, token.folded) else {
            return false
        }
        if rank < Tokenizer.titles.count { return true }
        return !startsSentence(after: index)
    }

    /// Whether nothing or a capital stands after the blanks.
    private func startsSentence(after index: Int) -> Bool {
        var at = index
        while at < source.count, isBlank(at: at) { at += scalar(at: at).next - at }
        return at >= source.count || isCapital(at: at)
    }

    private mutating func newline(at index: Int, next: Int) {
        var at = next
        if source[index] == 0x0D, at < source.count, source[at] == 0x0A { at += 1 }
        pending.remove(.afterHyphen)
        position = at
        while at < source.count,
            source[at] == 0x20 || source[at] == 0x09 || source[at] == 0xC2
                || source[at] == 0xA0
        {
            at += 1
        }
        if at >= source.count || source[at] == 0x0A || source[at] == 0x0D {
            endSentence()
        } else if startsListItem(at: at) {
            endSentence()
        }
    }

    /// `- `, `* `, `• `, `1. `, `2) ` at the start of a line.
    private mutating func startsListItem(at index: Int) -> Bool {
        guard index < source.count else { return false }
        let (scalar, next) = scalar(at: index)
        switch scalar {
        case 0x2022, 0xB7, 0x25AA, 0x25E6, 0x25CF, 0x2023, 0x27A2, 0x2713: return true
        case 0x2D, 0x2A, 0x2B, 0x2013, 0x2014, 0x3E:
            return next < source.count && isBlank(at: next)
        case 0x30...0x39:
            var end = next
            while end < source.count, end < index + 3, isDigit(at: end) { end += 1 }
            guard end + 1 < source.count, source[end] == 0x2E || source[end] == 0x29 else {
                return false
            }
            guard isBlank(at: end + 1) else { return false }
            endSentence()
            position = end + 1
            return true
        default: return false
        }
    }

    private mutating func endSentence(question: Bool = false) {
        pending = []
        if tokens.count > sentenceStart {
            sentences.append(
                Sentence(tokens: sentenceStart..<tokens.count, endsInQuestion: question)
            )
            sentenceStart = tokens.count
        } else if question, let last = sentences.indices.last {
            sentences[last].endsInQuestion = true
        }
    }
}

// MARK: - Looking around

extension Tokenizer {
    /// The scalar at a byte offset and the offset after it; a broken sequence counts as one byte.
    private func scalar(at index: Int) -> (value: UInt32, next: Int) {
        let first = source[index]
        if first < 0x80 { return (UInt32(first), index + 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, index + length <= source.count else { return (0xFFFD, index + 1) }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length {
            let byte = source[index + offset]
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, index + 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return (value, index + length)
    }

    func isLetter(at index: Int) -> Bool {
        index < source.count && Letter.kind(of: scalar(at: index).value) == .letter
    }

    func isDigit(at index: Int) -> Bool {
        index < source.count && 0x30...0x39 ~= source[index]
    }

    private func isCapital(at index: Int) -> Bool {
        guard index < source.count else { return false }
        let value = scalar(at: index).value
        return Letter.lowercased(value) != value
    }

    private func isBlank(at index: Int) -> Bool {
        guard index < source.count else { return true }
        let kind = Letter.kind(of: scalar(at: index).value)
        return kind == .space || kind == .newline
    }

    /// Past closing quotation marks and brackets.
    private func skipClosing(from index: Int) -> Int {
        var at = index
        while at < source.count {
            let (value, next) = scalar(at: at)
            switch value {
            case 0x22, 0x29, 0x5D, 0x27, 0xBB, 0x201D, 0x2019: at = next
            default: return at
            }
        }
        return at
    }

    private static let elisions = ByteTable(words: [
        "l", "d", "j", "n", "c", "s", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    ])

    /// Elisions with the word glued to them, and how many letters come before it.
    private static let glued: ByteTable = {
        var table = ByteTable(minimumCapacity: 128)
        for (elision, words) in [
            ("j", "ai aurais aimerais avais aurai espere"), ("c", "est etait"),
            ("n", "est etait ai"), ("qu", "il ils on un une"), ("s", "il ils agit"), ("d", "un"),
            ("l", "etat"),
        ] {
            for word in words.split(separator: " ") {
                table.insert(Array((elision + word).utf8), value: elision.utf8.count)
            }
        }
        return table
    }()

    private static let wholeWords = ByteTable(words: ["aujourd", "prud", "entr", "presqu"])

    /// Abbreviations that a name or a number follows: their point never ends a sentence.
    private static let titles = [
        "m", "mm", "mme", "mmes", "mlle", "dr", "pr", "me", "st", "ste", "cf", "art", "av", "bd",
        "tel", "n", "no", "p", "pp", "fax", "mob", "port",
    ]

    /// Titles first, then abbreviations that end a sentence when a capital follows.
    private static let abbreviations = ByteTable(
        words: titles + [
            "etc", "ex", "hab", "env", "min", "max", "dept", "dpt", "resp", "adj", "ref", "chap",
            "vol", "fig", "nb", "al", "dep", "arr", "arrdt", "cie", "ets", "qqn", "cad", "suiv",
            "bat", "app", "res", "ext", "int", "pb", "pbs", "svp", "rdv", "ca",
        ]
    )
}
