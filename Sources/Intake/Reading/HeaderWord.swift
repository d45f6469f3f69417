/// One word of a header that may run over several lines, as written and made comparable.
struct HeaderWord: Sendable {
    /// As written, with the punctuation that touches it.
    let text: Substring
    /// The folded letters and digits, without punctuation at either end (see `key(of:)`).
    let key: String
    /// Whether it ends a clause: "a écrit :", "écrit:".
    let hasColon: Bool
    /// Whether a comma or a bracket ends it.
    let hasComma: Bool
    /// Whether it stands first on its line.
    let startsLine: Bool
    let hasDigit: Bool
    /// What it may be in a date.
    let dateWord: HeaderDate.Word?
    /// What its digits may be in a date; `nil` where it has none.
    let numeral: HeaderDate.Numeral?

    init(_ text: Substring, startsLine: Bool) {
        self.text = text
        self.startsLine = startsLine
        let folded = Wording(text).bytes
        let end = folded.last { !Self.isTrailingMark($0) }
        hasColon = end == 0x3A
        hasComma = folded.last == 0x2C
        key = Self.key(of: text, folded: folded)
        hasDigit = folded.contains(where: Wording.isDigit)
        dateWord = HeaderDate.word(of: key)
        numeral = hasDigit && dateWord == nil ? HeaderDate.Numeral(key) : nil
    }

    var isColon: Bool { key.isEmpty && hasColon }
    /// Whether it is punctuation only.
    var isMark: Bool { key.isEmpty }
    var hasAddress: Bool { text.utf8.contains(0x40) && key.utf8.count >= 3 }

    /// A key that tells words apart in any script.
    ///
    /// Letters outside the Latin alphabet are all one to `Wording`: words that hold some are
    /// compared as written, in lower case.
    static func key(of text: some StringProtocol) -> String {
        key(of: Substring(text), folded: Wording(text).bytes)
    }

    private static func key(of text: Substring, folded: [UInt8]) -> String {
        if !folded.contains(0x7F) {
            return String(decoding: bare(folded[...]), as: UTF8.self)
        }
        var scalars = text.unicodeScalars
        while let first = scalars.first, isSign(first) { scalars.removeFirst() }
        while let last = scalars.last, isSign(last) { scalars.removeLast() }
        return String(scalars).lowercased()
    }

    private static func bare(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while let first = rest.first, !Wording.isWord(first), first != 0x2B { rest.removeFirst() }
        while let last = rest.last, !Wording.isWord(last) { rest.removeLast() }
        return rest
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return !Wording.isWord(UInt8(scalar.value) | 0x20) }
        return !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    }

    private static func isTrailingMark(_ byte: UInt8) -> Bool {
        byte == 0x2A || byte == 0x5F || byte == 0x2D || byte == 0x7E
    }
}

extension HeaderWord {
    /// The words of some lines; an address in angle brackets is one word wherever it was wrapped.
    static func words(of lines: ArraySlice<BodyLine>) -> [HeaderWord] {
        let depth = lines.first?.depth ?? 0
        return joiningAddresses(lines.flatMap { pieces(of: $0, depth: depth) })
    }

    /// The words of one line of a header, wrapped addresses not yet joined.
    ///
    /// - Parameter depth: how many quote marks stand before the header's first line.
    static func pieces(of line: BodyLine, depth: Int) -> [HeaderWord] {
        var words: [HeaderWord] = []
        // The mark of a line within a header is the end of an address.
        if line.depth > depth { words.append(HeaderWord(">", startsLine: true)) }
        for piece in line.content.unicodeScalars.split(whereSeparator: isSeparator) {
            words.append(HeaderWord(Substring(piece), startsLine: words.isEmpty))
        }
        return words
    }

    /// White space, and the commas of scripts that put none behind them.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
        }
        return scalar.properties.isWhitespace || scalar.value == 0xFF0C || scalar.value == 0x3001
            || scalar.value == 0x060C || isInvisible(scalar)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        (0x200B...0x200F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0xFEFF
    }

    /// "<" "x@y>" and "<x@" "y>" as "<x@y>".
    static func joiningAddresses(_ words: [HeaderWord]) -> [HeaderWord] {
        guard words.contains(where: { $0.text.utf8.contains(0x40) }) else { return words }
        var joined: [HeaderWord] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            guard let close = closing(of: index, in: words) else {
                joined.append(word)
                index += 1
                continue
            }
            let text = words[index...close].map { String($0.text) }.joined()
            joined.append(HeaderWord(text[...], startsLine: word.startsLine))
            index = close + 1
        }
        return joined
    }

    /// The word that closes the angle bracket a word leaves open.
    private static func closing(of index: Int, in words: [HeaderWord]) -> Int? {
        guard words[index].opensBracket else { return nil }
        var hasAddress = words[index].text.utf8.contains(0x40)
        for next in (index + 1)..<max(index + 1, min(index + 4, words.count)) {
            let bytes = words[next].text.utf8
            if bytes.contains(0x3C) { return nil }
            hasAddress = hasAddress || bytes.contains(0x40)
            if bytes.contains(0x3E) { return hasAddress ? next : nil }
        }
        return nil
    }

    private var opensBracket: Bool {
        let bytes = text.utf8
        guard let open = bytes.lastIndex(of: 0x3C) else { return false }
        return !bytes[open...].contains(0x3E)
    }
}
