/// Words of an address list as the scanner leaves them: every quoted string is closed, and a comment
/// has become a space.
struct AddressWords {
    private(set) var octets: [UInt8] = []
    /// Whether an "@" stands outside quotes; kept so that nobody must look for it again and again.
    private(set) var hasAt = false
    /// Where the first octet stands that is no white space.
    private var firstVisible: Int?
    /// The last one, kept for the same reason.
    private(set) var lastVisible: UInt8?

    mutating func append(_ octet: UInt8) {
        if !octet.isWhiteSpace {
            if firstVisible == nil { firstVisible = octets.count }
            lastVisible = octet
        }
        octets.append(octet)
        if octet == UInt8(ascii: "@") { hasAt = true }
    }

    /// `content` is what stood between the quotes, with its backslashes.
    mutating func append(quoted content: Octets) {
        append(.quote)
        octets.append(contentsOf: content)
        octets.append(.quote)
    }

    /// Text that needs quotes and has none, as an encoded-word with a comma in it.
    mutating func append(quoting text: Octets) {
        append(.quote)
        for octet in text {
            if octet == .quote || octet == .backslash { octets.append(.backslash) }
            octets.append(octet)
        }
        octets.append(.quote)
    }

    var isBlank: Bool { firstVisible == nil }

    /// Whether an obs-route starts here.
    var startsWithAt: Bool { firstVisible.map { octets[$0] == UInt8(ascii: "@") } ?? false }

    /// Whether it could be a name, and is not punctuation or an address.
    var holdsWord: Bool {
        !hasAt && octets.contains { $0.isLetter || $0.isDigit || $0 >= 0x80 }
    }

    var startsQuoted: Bool { firstVisible.map { octets[$0] == .quote } ?? false }

    /// Tolerated: `<=?utf-8?q?jean=40example.org?=>`, encoded where RFC 2047 §5 (3) forbids it.
    mutating func decodeEncodedWord(_ defects: inout DefectLog) {
        guard !hasAt, octets[...].trimmed.hasPrefix("=?") else { return }
        let text = EncodedWord.decode(String(decoding: octets, as: UTF8.self), &defects)
        guard text.utf8.contains(UInt8(ascii: "@")) else { return }
        defects.note("An address stood inside an encoded-word; it was read from there.")
        self = AddressWords()
        // Marks that could be taken for something else have no place in an addr-spec.
        for octet in text.utf8 where octet != .quote && octet != .backslash { append(octet) }
    }

    /// Whether marks with a meaning of their own stand outside quotes.
    var holdsSpecials: Bool {
        var quoting = Quoting()
        return octets.contains { octet in
            let isQuoted = quoting.covers(octet)
            return !isQuoted && (octet == UInt8(ascii: "@") || octet == UInt8(ascii: ":"))
        }
    }

    /// Takes away a last word such as `mailto`, which looks like the name of a group.
    mutating func removeScheme() -> Bool {
        let word = octets.suffix(while: \.isLetter)
        let before = octets[..<word.startIndex].last
        guard AddrSpec.schemes.contains(word.lowercasedString),
            before == nil || before?.isWhiteSpace == true || before == UInt8(ascii: "[")
        else { return false }
        octets.removeSubrange(word.startIndex...)
        if let first = firstVisible, first >= octets.count { firstVisible = nil }
        return true
    }

    /// Cut at white space outside quotes.
    var split: [Octets] {
        var found: [Octets] = []
        var start: Int?
        var quoting = Quoting()
        for index in octets.indices {
            let isSpace = !quoting.covers(octets[index]) && octets[index].isWhiteSpace
            if isSpace, let low = start {
                found.append(octets[low..<index])
                start = nil
            } else if !isSpace, start == nil {
                start = index
            }
        }
        if let start { found.append(octets[start...]) }
        return found
    }

    /// The same, but an "@" with white space on one side keeps the words of both sides together.
    var splitKeepingAddresses: [Octets] {
        let at = UInt8(ascii: "@")
        var found: [Octets] = []
        var isJoined = true
        for word in split {
            if !isJoined, let last = found.last,
                (last.last == at && last.count > 1) != (word.first == at && word.count > 1)
            {
                found[found.count - 1] = (last + word)[...]
                isJoined = true
            } else {
                found.append(word)
                isJoined = false
            }
        }
        return found
    }

    var text: [UInt8] { Self.text(octets[...]) }

    /// Without quotes, and with one space between the words; white space inside quotes stays.
    static func text(_ octets: Octets) -> [UInt8] {
        var out: [UInt8] = []
        var quoting = Quoting()
        for octet in octets {
            let isQuoted = quoting.covers(octet)
            if quoting.isMark { continue }
            if !octet.isWhiteSpace {
                out.append(octet)
            } else if isQuoted || (!out.isEmpty && out.last != .space) {
                out.append(.space)
            }
        }
        return out
    }
}

/// Follows quoted strings and their backslashes octet by octet (RFC 5322 §3.2.4).
struct Quoting {
    /// Whether a quote was opened that nothing has closed yet.
    private(set) var isOpen = false
    private var isEscaped = false
    /// Whether the last octet was a quote or a backslash that is no part of the text.
    private(set) var isMark = false

    /// Whether the octet stands between quotes, these included.
    mutating func covers(_ octet: UInt8) -> Bool {
        isMark = false
        if isEscaped {
            isEscaped = false
            return true
        }
        if octet == .quote {
            isMark = true
            isOpen.toggle()
            return true
        }
        if isOpen, octet == .backslash {
            isMark = true
            isEscaped = true
        }
        return isOpen
    }
}

extension [UInt8] {
    /// The longest run at the end whose octets all pass.
    fileprivate func suffix(while isKept: (UInt8) -> Bool) -> Octets {
        self[((lastIndex { !isKept($0) } ?? -1) + 1)...]
    }
}
