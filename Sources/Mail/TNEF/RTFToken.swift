/// What RTF is made of ([MSFT-RTF], "RTF Syntax").
enum RTFToken {
    case groupStart
    case groupEnd
    case controlWord(String, Int?)
    /// A backslash and one octet that is no letter.
    case controlSymbol(UInt8)
    /// `\'` and two hexadecimal digits.
    case codedOctet(UInt8)
    /// Text without brace, backslash and line end.
    case text(Octets)
}

/// Takes the tokens one by one off an RTF document.
struct RTFTokenizer {
    private let octets: Octets
    private var position: Int

    init(_ octets: Octets) {
        self.octets = octets
        position = octets.startIndex
    }

    mutating func next() -> RTFToken? {
        while position < octets.endIndex {
            let octet = octets[position]
            switch octet {
            case UInt8(ascii: "{"):
                position += 1
                return .groupStart
            case UInt8(ascii: "}"):
                position += 1
                return .groupEnd
            case .backslash:
                position += 1
                if let token = control() { return token }
            case .cr, .lf, 0:
                position += 1
            default:
                return .text(text())
            }
        }
        return nil
    }

    private mutating func text() -> Octets {
        let start = position
        while position < octets.endIndex, !Self.endsText(octets[position]) { position += 1 }
        return octets[start..<position]
    }

    private static func endsText(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), .backslash, .cr, .lf, 0: true
        default: false
        }
    }

    private mutating func control() -> RTFToken? {
        guard position < octets.endIndex else { return nil }
        let octet = octets[position]
        if octet.isLetter { return controlWord() }
        position += 1
        guard octet == UInt8(ascii: "'") else { return .controlSymbol(octet) }
        let digits = octets[position...].prefix(2).compactMap(\.hexadecimalValue)
        guard digits.count == 2 else { return nil }
        position += 2
        return .codedOctet(digits[0] << 4 | digits[1])
    }

    private mutating func controlWord() -> RTFToken {
        let start = position
        while position < octets.endIndex, octets[position].isLetter { position += 1 }
        // Longer words than 32 letters are none; they mean nothing here.
        let word = String(decoding: octets[start..<position].prefix(33), as: UTF8.self)
        let number = number()
        // One space belongs to the word.
        if position < octets.endIndex, octets[position] == .space { position += 1 }
        var token = RTFToken.controlWord(word, number)
        if word == "bin" {
            position += min(max(0, number ?? 0), octets.endIndex - position)
            token = .controlWord(word, nil)
        }
        return token
    }

    private mutating func number() -> Int? {
        var end = position
        let isNegative = end < octets.endIndex && octets[end] == UInt8(ascii: "-")
        if isNegative { end += 1 }
        let start = end
        var number = 0
        while end < octets.endIndex, octets[end].isDigit {
            number = min(number * 10 + Int(octets[end] - 0x30), 0x7FFF_FFFF)
            end += 1
        }
        guard end > start else { return nil }
        position = end
        return isNegative ? -number : number
    }
}
