/// Finds the encoded-words of a text (RFC 2047 §2), also those that are not quite as they should be.
struct EncodedWordScanner {
    let octets: Octets
    /// Set once no "?=" follows, so that the search for it stays linear.
    private var isExhausted = false

    init(octets: Octets) { self.octets = octets }

    struct Word {
        /// As written, without the language (RFC 2231 §5).
        var label: String
        /// The canonical name of the label.
        var charset: String
        var isBase64: Bool
        var text: Octets
        var end: Int
        /// Whether "?=" ends it.
        var isClosed: Bool
    }

    /// `=?charset*language?encoding?`
    struct Head {
        var charset: String
        var isBase64: Bool
        var isExact: Bool
        var end: Int
    }

    mutating func word(at start: Int, _ defects: inout DefectLog) -> Word? {
        guard let head = head(at: start), let extent = extent(of: head) else { return nil }
        let text = octets[head.end..<extent.textEnd]
        guard canBeText(text, of: head) else { return nil }
        note(head, text, extent, start, &defects)
        return Word(
            label: head.charset,
            charset: CharsetNames.canonical(head.charset),
            isBase64: head.isBase64,
            text: text,
            end: extent.end,
            isClosed: extent.isClosed
        )
    }

    /// Whether the text has no white space, or is sure to be meant with it.
    private func canBeText(_ text: Octets, of head: Head) -> Bool {
        guard text.contains(where: \.isWhiteSpace) else { return true }
        guard CharsetNames.isKnown(head.charset) else { return false }
        let equals = UInt8(ascii: "=")
        return head.isBase64
            || !text.indices.contains { index in
                text[index] == equals && index + 1 < text.endIndex
                    && (text[index + 1].isWhiteSpace || text[index + 1] == UInt8(ascii: "?"))
            }
    }

    private func note(
        _ head: Head,
        _ text: Octets,
        _ extent: Extent,
        _ start: Int,
        _ defects: inout DefectLog
    ) {
        if !extent.isClosed {
            defects.note("An encoded-word has no end; it was read up to the next white space.")
        }
        if !head.isExact {
            defects.note("An encoded-word has spaces or quotes about its charset or encoding.")
        }
        if head.charset.isEmpty { defects.note("An encoded-word names no charset.") }
        if text.contains(where: \.isWhiteSpace) {
            defects.note("An encoded-word holds white space; it was read as part of its text.")
        }
        if extent.end - start > 75 { defects.note("An encoded-word is over 75 octets long.") }
    }

    /// What begins a word at `start`; looks at a hundred octets at most.
    func head(at start: Int) -> Head? {
        let mark = UInt8(ascii: "?")
        let rest = octets[start...].prefix(100)
        guard rest.hasPrefix("=?"), let labelEnd = rest.firstIndex(of: mark, from: start + 2),
            let encodingEnd = rest.firstIndex(of: mark, from: labelEnd + 1),
            encodingEnd - labelEnd <= 5
        else { return nil }
        let label = rest[(start + 2)..<labelEnd]
        guard label.allSatisfy({ ($0.isVisible && $0 != UInt8(ascii: "=")) || $0.isWhiteSpace })
        else { return nil }
        let encoding = rest[(labelEnd + 1)..<encodingEnd].trimmed
        guard encoding.count == 1, let letter = encoding.first?.lowercased,
            letter == UInt8(ascii: "b") || letter == UInt8(ascii: "q")
        else { return nil }
        let charset = label.prefix { $0 != UInt8(ascii: "*") }
        return Head(
            charset: charset.lowercasedString,
            isBase64: letter == UInt8(ascii: "b"),
            isExact: encodingEnd == labelEnd + 2
                && label.allSatisfy { $0.isVisible && $0 != .quote && $0 != UInt8(ascii: "'") },
            end: encodingEnd + 1
        )
    }

    /// Where the encoded text ends, and where reading goes on.
    private struct Extent {
        var textEnd: Int
        var end: Int
        var isClosed = true
    }

    private mutating func extent(of head: Head) -> Extent? {
        let mark = UInt8(ascii: "?")
        var index = head.end
        while !isExhausted, let found = octets.firstIndex(of: mark, from: index) {
            if found + 1 < octets.endIndex, octets[found + 1] == UInt8(ascii: "=") {
                if head.isBase64 || !isInText(found) {
                    return Extent(textEnd: found, end: found + 2)
                }
            } else if found > head.end, octets[found - 1] == UInt8(ascii: "="),
                self.head(at: found - 1) != nil
            {
                return openExtent(head, limit: found - 1)
            }
            index = found + 1
        }
        isExhausted = true
        return openExtent(head, limit: octets.endIndex)
    }

    /// Tolerated: `=?utf-8?Q?Why?=20me??=`, a question mark before what is encoded.
    private func isInText(_ mark: Int) -> Bool {
        guard mark + 3 < octets.endIndex, octets[mark + 2].hexadecimalValue != nil,
            octets[mark + 3].hexadecimalValue != nil
        else { return false }
        var index = mark + 4
        while index + 1 < octets.endIndex, !octets[index].isWhiteSpace {
            let isMark = octets[index] == UInt8(ascii: "?")
            if isMark, octets[index + 1] == UInt8(ascii: "=") { return true }
            if isMark, octets[index - 1] == UInt8(ascii: "=") { return false }
            index += 1
        }
        return false
    }

    /// Tolerated: a word cut off, by a program that shortens a subject or forgets the end; it is the last
    /// one there, or shows that it is encoded.
    private func openExtent(_ head: Head, limit: Int) -> Extent? {
        guard CharsetNames.isKnown(head.charset) else { return nil }
        var end = head.end
        while end < limit, !octets[end].isWhiteSpace,
            octets[end] != UInt8(ascii: "?") || octets[end + 1..<limit].first?.isWhiteSpace == false
        {
            end += 1
        }
        var textEnd = end
        // Half of "?=" or of an escape is no text.
        if end < limit, octets[end] == UInt8(ascii: "?") { end += 1 }
        guard
            octets[head.end..<end].contains(UInt8(ascii: "="))
                || octets[end..<limit].allSatisfy(\.isWhiteSpace)
        else { return nil }
        if !head.isBase64 {
            let tail = octets[head.end..<textEnd].suffix(2)
            if let equals = tail.firstIndex(of: UInt8(ascii: "=")) { textEnd = equals }
        }
        guard textEnd > head.end else { return nil }
        return Extent(textEnd: textEnd, end: end, isClosed: false)
    }
}

extension EncodedWordScanner.Word {
    /// Whether it ends inside a group of base64 or an escape of Q.
    var isRagged: Bool {
        if isBase64 {
            return text.last != UInt8(ascii: "=") && text.count { !$0.isWhiteSpace } % 4 != 0
        }
        return text.suffix(2).contains(UInt8(ascii: "="))
    }

    func decoded(_ defects: inout DefectLog) -> [UInt8] {
        isBase64 ? Base64.decode(text, &defects) : Self.qDecode(text, &defects)
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
