/// The value of one parameter, quoted and not.
extension ParameterScanner {
    /// A quoted-string (RFC 5322 §3.2.4) whose closing quote is the one before a delimiter.
    mutating func quotedText() -> [UInt8] {
        index += 1
        if at(.quote), index + 1 < octets.endIndex, case .inner = role(ofQuoteAt: index) {
            note(.doubledQuotes)
            index += 1
        }
        let start = index
        let isPath = isPath(at: start)
        var out: [UInt8] = []
        while index < octets.endIndex {
            let octet = octets[index]
            if octet == .backslash, !isPath, let escaped = escaped(at: index + 1) {
                out.append(escaped)
                index += 2
            } else if octet == .quote {
                switch role(ofQuoteAt: index) {
                case .closing(let next):
                    index = next
                    skipAfterQuotes()
                    return out
                case .joining(let next):
                    note(.innerQuotes)
                    out.append(.space)
                    index = next
                case .opening:
                    return unclosedText(from: start)
                case .inner:
                    note(.innerQuotes)
                    out.append(octet)
                    index += 1
                }
            } else {
                out.append(octet)
                index += 1
            }
        }
        return unclosedText(from: start)
    }

    private enum QuoteRole {
        /// Ends the value, and what follows is read from there.
        case closing(Int)
        /// Ends one quoted-string and starts the next, after white space.
        case joining(Int)
        /// Starts the next parameter: the value before it was never closed.
        case opening
        case inner
    }

    /// Tolerated: quotes inside of quotes, which only what follows them can tell.
    ///
    /// It looks no further than the next quote or semicolon, so that all looks stay linear.
    private mutating func role(ofQuoteAt quote: Int) -> QuoteRole {
        var next = quote + 1
        if next < octets.endIndex, octets[next] == .quote, endsParameter(at: next + 1) {
            note(.doubledQuotes)
            return .closing(next + 1)
        }
        if endsParameter(at: next) { return .closing(next) }
        if opensParameter(quote) { return .opening }
        next = endOfBlanks(from: next)
        if next > quote + 1, next < octets.endIndex, octets[next] == .quote {
            return .joining(next + 1)
        }
        let end = octets[next...].firstIndex { $0 == .quote || $0 == UInt8(ascii: ";") }
        guard let end, octets[end] == .quote else { return .closing(quote + 1) }
        return .inner
    }

    private func endsParameter(at start: Int) -> Bool {
        let next = endOfBlanks(from: start)
        guard next < octets.endIndex else { return true }
        let octet = octets[next]
        if octet == UInt8(ascii: ",") {
            let after = endOfBlanks(from: next + 1)
            return isFinal(after) || isParameter(at: after)
        }
        return octet == UInt8(ascii: ";") || octet == UInt8(ascii: "(") || isParameter(at: next)
    }

    /// Whether `; name=` stands before the quote.
    private func opensParameter(_ quote: Int) -> Bool {
        var position = quote - 1
        guard position >= octets.startIndex, octets[position] == UInt8(ascii: "=") else {
            return false
        }
        repeat {
            position -= 1
        } while position > octets.startIndex
            && octets[position].isParameterToken
        while position > octets.startIndex, octets[position].isWhiteSpace { position -= 1 }
        return position > octets.startIndex && octets[position] == UInt8(ascii: ";")
    }

    /// Leaves the index at a delimiter.
    private mutating func skipAfterQuotes() {
        skipBlanksAndComments()
        guard index < octets.endIndex, octets[index] != UInt8(ascii: ";") else { return }
        if octets[index] == UInt8(ascii: ",") || isParameter(at: index) {
            note(.noSemicolon)
            return
        }
        note(.textAfterText)
        while index < octets.endIndex, octets[index] != UInt8(ascii: ";") { index += 1 }
    }

    /// The value without an end: up to the next parameter, else to the end of the field.
    private mutating func unclosedText(from start: Int) -> [UInt8] {
        var end = octets.endIndex
        var position = start
        while let semicolon = octets.firstIndex(of: UInt8(ascii: ";"), from: position) {
            position = semicolon + 1
            if isParameter(at: endOfBlanks(from: position)) {
                end = semicolon
                break
            }
        }
        note(end == octets.endIndex ? .unclosed : .unclosedBeforeAnother)
        index = end
        let isPath = isPath(at: start)
        var out: [UInt8] = []
        position = start
        while position < end {
            if octets[position] == .backslash, !isPath, let escaped = escaped(at: position + 1) {
                out.append(escaped)
                position += 2
            } else {
                out.append(octets[position])
                position += 1
            }
        }
        while let last = out.last, last.isWhiteSpace { out.removeLast() }
        // Tolerated: `"plan.pdf\"`, its closing quote escaped.
        if out.last == .quote { out.removeLast() }
        return out
    }

    /// What a backslash protects; `nil` where it stands for itself.
    ///
    /// Tolerated: before a letter or digit it belongs to a path, as in `\\bureau\scan.pdf`.
    private func escaped(at position: Int) -> UInt8? {
        guard position < octets.endIndex else { return nil }
        let octet = octets[position]
        return octet.isLetter || octet.isDigit || octet >= 0x80 ? nil : octet
    }

    /// Tolerated: `C:\Mes documents\` holds no escapes, only a path.
    private func isPath(at start: Int) -> Bool {
        let head = octets[start...].prefix(4)
        guard head.count == 4 else { return false }
        let (first, second) = (head[start], head[start + 1])
        let (third, fourth) = (head[start + 2], head[start + 3])
        if first.isLetter, second == UInt8(ascii: ":") {
            return third == .backslash && fourth != .backslash
        }
        guard first == .backslash, second == .backslash, third != .backslash else { return false }
        // A name that starts with one backslash has both of them, and no lone one after.
        guard
            let next = octets[(start + 2)...].firstIndex(where: { $0 == .backslash || $0 == .quote }
            ),
            octets[next] == .backslash, next + 1 < octets.endIndex
        else { return false }
        return octets[next + 1] != .backslash && octets[next + 1] != .quote
    }

    /// A token, and what senders take for one: everything up to the semicolon.
    ///
    /// Tolerated: white space inside an unquoted file name, as in `filename=plan de ville.pdf`.
    mutating func unquotedText(of name: String) -> [UInt8] {
        var out: [UInt8] = []
        while index < octets.endIndex, octets[index] != UInt8(ascii: ";") {
            let octet = octets[index]
            let next = endOfBlanks(from: index)
            if next > index {
                if endsToken(at: next, of: name) { break }
                out.append(contentsOf: octets[index..<next])
                index = next
            } else if octet == UInt8(ascii: "("), let end = commentEnd(from: index) {
                // Parentheses in the midst of a file name are no comment.
                let after = endOfBlanks(from: end)
                if isFinal(after) || octets[after] == UInt8(ascii: "(")
                    || (after > end && endsToken(at: after, of: name))
                {
                    break
                }
                out.append(contentsOf: octets[index..<end])
                index = end
            } else if octet == UInt8(ascii: ","), endsAtComma {
                note(.noSemicolon)
                break
            } else if octet == UInt8(ascii: "="), let end = encodedWordEnd(from: index) {
                out.append(contentsOf: octets[index..<end])
                index = end
            } else {
                out.append(octet)
                index += 1
            }
        }
        skipAfterToken()
        return withoutStrayQuotes(out[...].trimmed, isWord: Self.wordNames.contains(name))
    }

    private func isFinal(_ position: Int) -> Bool {
        position >= octets.endIndex || octets[position] == UInt8(ascii: ";")
    }

    /// Whether the white space before `position` ends the value.
    private mutating func endsToken(at position: Int, of name: String) -> Bool {
        if isFinal(position) { return true }
        if isParameter(at: position, known: true) {
            note(.noSemicolon)
            return true
        }
        return Self.wordNames.contains(name)
    }

    /// Parameters whose value is one word.
    private static let wordNames: Set<String> = ["charset", "format", "delsp", "size"]

    private var endsAtComma: Bool {
        let next = endOfBlanks(from: index + 1)
        return isFinal(next) || isParameter(at: next, known: true)
    }

    /// Leaves the index at a delimiter or before the next parameter.
    private mutating func skipAfterToken() {
        var isWordStart = true
        while index < octets.endIndex, octets[index] != UInt8(ascii: ";") {
            let before = index
            skipBlanksAndComments()
            guard index < octets.endIndex, octets[index] != UInt8(ascii: ";") else { return }
            if isWordStart || index > before, isParameter(at: index, known: true) { return }
            isWordStart = !octets[index].isParameterToken
            if octets[index] != UInt8(ascii: ",") { note(.textAfterText) }
            index += 1
        }
    }

    /// An encoded-word without white space may hold a semicolon.
    private func encodedWordEnd(from start: Int) -> Int? {
        let window = octets[start...].prefix(250)
        guard window.hasPrefix("=?") else { return nil }
        var marks = 0
        for position in (start + 2)..<window.endIndex {
            guard window[position] > .space else { return nil }
            if marks == 3, window[position - 1] == UInt8(ascii: "?") {
                return window[position] == UInt8(ascii: "=") ? position + 1 : nil
            }
            if window[position] == UInt8(ascii: "?") { marks += 1 }
        }
        return nil
    }

    /// Tolerated: `plan.pdf"` and `\"plan.pdf\"`.
    private mutating func withoutStrayQuotes(_ text: Octets, isWord: Bool) -> [UInt8] {
        if text.count > 3, text.hasPrefix("\\\""), text.suffix(2).hasPrefix("\\\"") {
            note(.doubledQuotes)
            return Array(text.dropFirst(2).dropLast(2))
        }
        guard text.last == .quote, text.count(where: { $0 == .quote }) == 1 else {
            return withoutApostrophes(text, isWord: isWord)
        }
        note(.strayQuotes)
        return Array(text.dropLast())
    }

    /// Tolerated: `'plan de ville.pdf'`; in a name that is a token they are part of it.
    private func withoutApostrophes(_ text: Octets, isWord: Bool) -> [UInt8] {
        let mark = UInt8(ascii: "'")
        guard text.count > 2, text.first == mark, text.last == mark,
            isWord || text.contains(where: \.isWhiteSpace)
        else { return Array(text) }
        return Array(text.dropFirst().dropLast())
    }
}
