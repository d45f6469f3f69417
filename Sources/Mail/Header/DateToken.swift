/// A piece of a date: digits, letters or a mark.
struct DateToken {
    enum Kind: Equatable {
        /// `value` is cut off where it would overflow.
        case number(value: Int, digits: Int)
        /// In lower case, without the dots of `nov.` and `p.m.`.
        case name(String)
        case mark(UInt8)
    }

    var kind: Kind
    var isAfterSpace = false
    /// Whether it stands in a comment.
    var isComment = false

    /// The tokens of a field body, white space left out.
    static func read(_ octets: Octets) -> [DateToken] {
        var lexer = DateLexer(octets: octets)
        return lexer.read()
    }
}

private struct DateLexer {
    let octets: Octets
    private var index: Int
    private var depth = 0

    init(octets: Octets) {
        self.octets = octets
        index = octets.startIndex
    }

    mutating func read() -> [DateToken] {
        var tokens: [DateToken] = []
        var sawSpace = false
        while index < octets.endIndex {
            let octet = octets[index]
            if octet.isWhiteSpace {
                sawSpace = true
                index += 1
                continue
            }
            let isComment = depth > 0
            guard let kind = next(octet) else { continue }
            tokens.append(DateToken(kind: kind, isAfterSpace: sawSpace, isComment: isComment))
            sawSpace = false
        }
        // Tolerated: a parenthesis that nothing closes hides no date.
        guard depth > 0 else { return tokens }
        return tokens.map { DateToken(kind: $0.kind, isAfterSpace: $0.isAfterSpace) }
    }

    private mutating func next(_ octet: UInt8) -> DateToken.Kind? {
        if octet.isDigit { return number() }
        if octet.isLetter || octet >= 0x80 { return name() }
        index += 1
        switch octet {
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"): depth = max(0, depth - 1)
        default: return .mark(octet)
        }
        return nil
    }

    private mutating func number() -> DateToken.Kind {
        let digits = octets[index...].prefix(while: \.isDigit)
        index = digits.endIndex
        let value = digits.prefix(17).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return .number(value: value, digits: digits.count)
    }

    private mutating func name() -> DateToken.Kind {
        var letters: [UInt8] = []
        while index < octets.endIndex {
            let octet = octets[index]
            if octet.isLetter || octet >= 0x80 {
                letters.append(octet)
            } else if octet != UInt8(ascii: ".") || isBeforeDigit {
                break
            }
            index += 1
        }
        let scalars = String(decoding: letters, as: UTF8.self).lowercased().unicodeScalars
        // A no-break space is no letter of the name beside it.
        return .name(
            String(String.UnicodeScalarView(scalars.filter { !$0.properties.isWhitespace }))
        )
    }

    private var isBeforeDigit: Bool {
        index + 1 < octets.endIndex && octets[index + 1].isDigit
    }
}
