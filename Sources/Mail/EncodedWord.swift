/// Words of a header in another charset than US-ASCII (RFC 2047).
enum EncodedWord {
    /// The text with all its encoded-words decoded; other text stays as it is.
    static func decode(_ text: String, _ defects: inout DefectLog) -> String {
        guard text.utf8.contains(UInt8(ascii: "?")) else { return text }
        var decoder = EncodedWordDecoder(octets: Octets(text.utf8))
        return decoder.decode(&defects)
    }
}

private struct EncodedWordDecoder {
    let octets: Octets
    private var out: [UInt8] = []
    /// Octets of adjacent words of one charset: a character may be split over two of them.
    private var pending: [UInt8] = []
    private var pendingCharset = ""
    private var hasPending = false
    /// Set once no "?=" follows, so that the search for it stays linear.
    private var isExhausted = false

    init(octets: Octets) { self.octets = octets }

    private struct Word {
        var charset: String
        var isBase64: Bool
        var text: Octets
        var end: Int
    }

    mutating func decode(_ defects: inout DefectLog) -> String {
        var index = octets.startIndex
        var plainStart = index
        while index < octets.endIndex {
            guard octets[index] == UInt8(ascii: "="), let word = word(at: index) else {
                index += 1
                continue
            }
            takePlain(octets[plainStart..<index], beforeWord: true, &defects)
            take(word, &defects)
            index = word.end
            plainStart = index
        }
        takePlain(octets[plainStart...], beforeWord: false, &defects)
        return String(decoding: out, as: UTF8.self)
    }

    /// White space between two encoded-words is no part of the text (§6.2).
    private mutating func takePlain(
        _ plain: Octets,
        beforeWord: Bool,
        _ defects: inout DefectLog
    ) {
        if hasPending, beforeWord, plain.allSatisfy(\.isWhiteSpace) { return }
        flush(&defects)
        out.append(contentsOf: plain)
    }

    private mutating func take(_ word: Word, _ defects: inout DefectLog) {
        let decoded =
            word.isBase64 ? Base64.decode(word.text, &defects) : Self.qDecode(word.text, &defects)
        if hasPending, pendingCharset != word.charset { flush(&defects) }
        pending.append(contentsOf: decoded)
        pendingCharset = word.charset
        hasPending = true
    }

    private mutating func flush(_ defects: inout DefectLog) {
        guard hasPending else { return }
        let text = Charset.decode(pending[...], label: pendingCharset, &defects)
        for octet in text.utf8 where octet != 0 {
            // An encoded line break would tear the line it is shown in.
            out.append(octet == .cr || octet == .lf ? .space : octet)
        }
        pending.removeAll(keepingCapacity: true)
        hasPending = false
    }

    /// `=?charset*language?encoding?text?=`
    private mutating func word(at start: Int) -> Word? {
        guard !isExhausted, start + 1 < octets.endIndex, octets[start + 1] == UInt8(ascii: "?")
        else { return nil }
        var index = start + 2
        while index < octets.endIndex, index - start < 80, octets[index].isVisible,
            octets[index] != UInt8(ascii: "?")
        {
            index += 1
        }
        guard index + 2 < octets.endIndex, octets[index] == UInt8(ascii: "?"),
            octets[index + 2] == UInt8(ascii: "?")
        else { return nil }
        let encoding = octets[index + 1].lowercased
        guard encoding == UInt8(ascii: "b") || encoding == UInt8(ascii: "q") else { return nil }
        guard let end = textEnd(from: index + 3) else {
            isExhausted = true
            return nil
        }
        let label = octets[(start + 2)..<index].prefix { $0 != UInt8(ascii: "*") }
        return Word(
            charset: label.lowercasedString,
            isBase64: encoding == UInt8(ascii: "b"),
            text: octets[(index + 3)..<end],
            end: end + 2
        )
    }

    private func textEnd(from start: Int) -> Int? {
        var index = start
        while let mark = octets.firstIndex(of: UInt8(ascii: "?"), from: index) {
            guard mark + 1 < octets.endIndex else { return nil }
            if octets[mark + 1] == UInt8(ascii: "=") { return mark }
            index = mark + 1
        }
        return nil
    }

    /// The Q encoding (§4.2).
    private static func qDecode(_ text: Octets, _ defects: inout DefectLog) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let octet = text[index]
            index += 1
            if octet == UInt8(ascii: "_") {
                out.append(.space)
            } else if octet == UInt8(ascii: "="), index + 1 < text.endIndex,
                let high = text[index].hexadecimalValue,
                let low = text[index + 1].hexadecimalValue
            {
                out.append(high << 4 | low)
                index += 2
            } else {
                if octet == UInt8(ascii: "=") {
                    defects.note("An encoded-word held a \"=\" without two hexadecimal digits.")
                }
                out.append(octet)
            }
        }
        return out
    }
}
