/// Reads `value; name=token; name="quoted string"` as RFC 2045 §5.1 has it, and as senders do.
struct ParameterScanner {
    /// What no grammar allows, and how it was read all the same.
    enum Oddity: String, CaseIterable {
        case noSemicolon =
            "Parameters stand without a semicolon between them; they were read as if it were there."
        case noFieldValue = "A field has parameters without a value before them; they were read."
        case noValue = "A parameter has no value; it was left out."
        case unclosed =
            "A quoted parameter has no closing quote; it was read to the end of the field."
        case unclosedBeforeAnother =
            "A quoted parameter has no closing quote; it was read up to the next parameter."
        case innerQuotes = "A quoted parameter has quotes inside; they were read as part of it."
        case doubledQuotes = "A parameter is quoted twice; it was read without the quotes."
        case textAfterText = "Text stands after the value of a parameter; it was left out."
        case strayQuotes = "A parameter has a quote at one end only; it was read without it."
        case colon = "A parameter has a colon for its equals sign; it was read as if it were right."
        case escapedEqualsSign =
            "A parameter has \"=3D\" for \"=\"; it was read as if it were right."
        case nameTwice = "A parameter has its name twice before the value; it was read once."
        case textAfterValue = "Text stands after the value of a field; it was left out."
    }

    let octets: Octets
    var index: Int
    private(set) var oddities: Set<Oddity> = []
    /// Set once a comment had no end, so that the search for ends stays linear.
    private var hasUnclosedComment = false

    init(octets: Octets) {
        self.octets = octets
        index = octets.startIndex
    }

    mutating func note(_ oddity: Oddity) { oddities.insert(oddity) }

    /// The media type or disposition, in lower case.
    mutating func value() -> String {
        var out: [UInt8] = []
        skipBlanksAndComments()
        if isParameter(at: index) {
            note(.noFieldValue)
            return ""
        }
        while index < octets.endIndex {
            let octet = octets[index]
            if octet.isParameterToken || octet == UInt8(ascii: "/") {
                out.append(octet.lowercased)
                index += 1
            } else if octet == .quote {
                // Tolerated: `"attachment"`, quoted like a parameter, or between apostrophes.
                index += 1
            } else if octet.isWhiteSpace || octet == UInt8(ascii: "(") {
                let start = index
                skipBlanksAndComments()
                guard index > start else { break }
                // White space is allowed around the "/" of a media type, and only there.
                guard at(UInt8(ascii: "/")) || out.last == UInt8(ascii: "/") else { break }
            } else {
                break
            }
        }
        skipAfterValue()
        let mark = UInt8(ascii: "'")
        if out.count > 2, out.first == mark, out.last == mark {
            out = Array(out[1..<(out.count - 1)])
        }
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func skipAfterValue() {
        skipBlanksAndComments()
        var isWordStart = true
        while index < octets.endIndex, octets[index] != UInt8(ascii: ";") {
            if isWordStart, isParameter(at: index) {
                note(.noSemicolon)
                return
            }
            isWordStart = !octets[index].isParameterToken
            if !octets[index].isWhiteSpace, octets[index] != UInt8(ascii: ",") {
                note(.textAfterValue)
            }
            index += 1
        }
    }

    mutating func parameter() -> (name: String, text: [UInt8])? {
        while index < octets.endIndex {
            guard let name = name() else { continue }
            skipBlanksAndComments()
            skipEscapedEqualsSign()
            skipRepetition(of: name)
            let text = at(.quote) ? quotedText() : unquotedText(of: name)
            if !name.isEmpty { return (name, text) }
        }
        return nil
    }

    /// Tolerated: `charset=3D"utf-8"`, of a header that was put in quoted-printable.
    private mutating func skipEscapedEqualsSign() {
        guard octets[index...].hasPrefix("3D\"") || octets[index...].hasPrefix("3d\"") else {
            return
        }
        note(.escapedEqualsSign)
        index += 2
    }

    /// Tolerated: `charset=charset=utf-8`.
    private mutating func skipRepetition(of name: String) {
        let word = octets[index...].prefix(name.utf8.count + 1)
        guard !name.isEmpty, word.last == UInt8(ascii: "="),
            word.dropLast().lowercasedString == name
        else { return }
        note(.nameTwice)
        index = word.endIndex
        skipBlanksAndComments()
    }

    /// The word before the next "="; `nil` when a semicolon or the end comes first.
    private mutating func name() -> String? {
        var word = octets[index..<index]
        while index < octets.endIndex {
            skipBlanksAndComments()
            let start = index
            while index < octets.endIndex, octets[index].isParameterToken { index += 1 }
            if index > start {
                word = octets[start..<index]
                continue
            }
            guard index < octets.endIndex else { break }
            let octet = octets[index]
            index += 1
            if octet == UInt8(ascii: "=") { return word.lowercasedString }
            if octet == UInt8(ascii: ":"), isKnown(word) {
                // Tolerated: `charset: utf-8`.
                note(.colon)
                return word.lowercasedString
            }
            if octet == UInt8(ascii: ";") { break }
            if octet == UInt8(ascii: ","), !word.isEmpty { break }
        }
        if !word.isEmpty { note(.noValue) }
        return nil
    }

    func at(_ octet: UInt8) -> Bool { index < octets.endIndex && octets[index] == octet }

    mutating func skipBlanksAndComments() {
        index = endOfBlanksAndComments(from: index)
    }

    mutating func endOfBlanksAndComments(from start: Int) -> Int {
        var position = start
        while position < octets.endIndex {
            if octets[position].isWhiteSpace {
                position += 1
            } else if octets[position] == UInt8(ascii: "("), let end = commentEnd(from: position) {
                position = end
            } else {
                break
            }
        }
        return position
    }

    func endOfBlanks(from start: Int) -> Int {
        var position = start
        while position < octets.endIndex, octets[position].isWhiteSpace { position += 1 }
        return position
    }

    /// Where the comment that opens at `start` has been closed; `nil` when it never is.
    mutating func commentEnd(from start: Int) -> Int? {
        guard !hasUnclosedComment else { return nil }
        var depth = 0
        var position = start
        while position < octets.endIndex {
            let octet = octets[position]
            position += 1
            if octet == .backslash, position < octets.endIndex {
                position += 1
            } else if octet == UInt8(ascii: "(") {
                depth += 1
            } else if octet == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return position }
            }
        }
        hasUnclosedComment = true
        return nil
    }

    /// Whether a parameter starts here, `token=`; with `known`, one beyond doubt, as no file name is.
    func isParameter(at start: Int, known: Bool = false) -> Bool {
        var end = start
        while end < octets.endIndex, octets[end].isParameterToken { end += 1 }
        let equals = endOfBlanks(from: end)
        guard end > start, equals < octets.endIndex, octets[equals] == UInt8(ascii: "=") else {
            return false
        }
        guard known else { return true }
        let name = octets[start..<end]
        // A quoted value or a section (RFC 2231) leaves no doubt either.
        let text = endOfBlanks(from: equals + 1)
        if text < octets.endIndex, octets[text] == .quote { return true }
        if name.contains(UInt8(ascii: "*")) { return true }
        return isKnown(name)
    }

    private func isKnown(_ name: Octets) -> Bool {
        guard name.count < 24 else { return false }
        let lower = name.lowercasedString
        return lower.hasPrefix("x-") || Self.knownNames.contains(lower)
    }

    private static let knownNames: Set<String> = [
        "access-type", "boundary", "charset", "creation-date", "delsp", "filename", "format",
        "header", "method", "micalg", "modification-date", "name", "protocol", "read-date",
        "report-type", "reply-type", "size", "smime-type", "start", "start-info", "type",
    ]
}

extension UInt8 {
    /// What a token is made of (RFC 2045 §5.1).
    ///
    /// Tolerated: octets outside US-ASCII.
    var isParameterToken: Bool {
        guard self > .space, self != 0x7F else { return false }
        switch self {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "@"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
            UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "?"), UInt8(ascii: "="):
            return false
        default:
            return true
        }
    }
}
