/// Writes header fields: folded, in US-ASCII, CRLF at each end (RFC 5322 §2.2.3).
struct HeaderWriter {
    private(set) var octets: [UInt8] = []
    private var column = 0

    /// What RFC 5322 §2.1.1 asks for, without CRLF.
    private static let lineLength = 78

    /// A field whose body is made of words that may each start a new line.
    mutating func field(_ name: String, words: [String]) {
        start(name)
        for word in words { append(word) }
        end()
    }

    /// Unstructured text, in encoded-words where it is not plain.
    mutating func field(_ name: String, text: HeaderText) {
        field(name, words: EncodedWords.words(text.text, firstColumn: name.utf8.count + 2))
    }

    /// A list of mailboxes, a comma after each but the last.
    mutating func field(_ name: String, mailboxes: [Mailbox]) {
        guard !mailboxes.isEmpty else { return }
        start(name)
        for (place, mailbox) in mailboxes.enumerated() {
            var words = Self.words(of: mailbox)
            if place + 1 < mailboxes.count, let last = words.popLast() { words.append(last + ",") }
            for word in words { append(word) }
        }
        end()
    }

    private static func words(of mailbox: Mailbox) -> [String] {
        guard let name = mailbox.displayName?.text else { return [mailbox.addrSpec] }
        return phrase(name) + ["<\(mailbox.addrSpec)>"]
    }

    /// A display-name: atoms, a quoted string, or encoded-words (RFC 5322 §3.2.5, RFC 2047 §5 (3)).
    private static func phrase(_ name: String) -> [String] {
        let octets = Octets(name.utf8)
        let isShort = octets.count <= 60
        if isShort, !EncodedWords.isNeeded(for: name) {
            if octets.allSatisfy({ $0.isAtomText || $0 == .space }), !hasDoubleSpace(octets) {
                return name.split(separator: " ").map(String.init)
            }
            var quoted: [UInt8] = [.quote]
            for octet in octets {
                if octet == .quote || octet == .backslash { quoted.append(.backslash) }
                quoted.append(octet)
            }
            quoted.append(.quote)
            return [String(decoding: quoted, as: UTF8.self)]
        }
        return EncodedWords.encode(name, firstColumn: 10)
    }

    private static func hasDoubleSpace(_ octets: Octets) -> Bool {
        zip(octets, octets.dropFirst()).contains { $0 == .space && $1 == .space }
    }

    private mutating func start(_ name: String) {
        octets.append(contentsOf: "\(name):".utf8)
        column = name.utf8.count + 1
    }

    private mutating func append(_ word: String) {
        let length = word.utf8.count
        if column + 1 + length > Self.lineLength, column > 1, !endsWithColon {
            octets.append(contentsOf: "\r\n".utf8)
            column = 0
        }
        octets.append(.space)
        octets.append(contentsOf: word.utf8)
        column += length + 1
    }

    /// A body never starts with a fold: some programs take the field for empty then.
    private var endsWithColon: Bool { octets.last == UInt8(ascii: ":") }

    private mutating func end() { octets.append(contentsOf: "\r\n".utf8) }
}

/// Text turned into encoded-words of UTF-8 (RFC 2047).
enum EncodedWords {
    /// An encoded-word may not be longer than this (§2).
    private static let maximumLength = 75
    private static let opening = "=?UTF-8?Q?"
    private static let closing = "?="

    /// Whether the text cannot stand in a header as it is.
    static func isNeeded(for text: String) -> Bool {
        let octets = Octets(text.utf8)
        if octets.contains(where: { $0 >= 0x7F || $0 < 0x20 }) { return true }
        // What looks like an encoded-word would be decoded by the reader.
        return zip(octets, octets.dropFirst()).contains {
            $0 == UInt8(ascii: "=") && $1 == UInt8(ascii: "?")
        }
    }

    /// The words of unstructured text, each short enough for a line.
    static func words(_ text: String, firstColumn: Int) -> [String] {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let isPlain =
            !isNeeded(for: text) && parts.allSatisfy { !$0.isEmpty && $0.utf8.count <= 76 }
        if isPlain { return parts }
        return text.isEmpty ? [] : encode(text, firstColumn: firstColumn)
    }

    /// No character is split over two words; one longer than a word is split between its scalars.
    static func encode(_ text: String, firstColumn: Int) -> [String] {
        var words: [String] = []
        var current: [UInt8] = []
        let frame = opening.utf8.count + closing.utf8.count
        var room = max(12, min(maximumLength, 78 - firstColumn) - frame)
        let flush = {
            words.append(opening + String(decoding: current, as: UTF8.self) + closing)
            current.removeAll()
            room = maximumLength - frame
        }
        let add = { (unit: [UInt8]) in
            if !current.isEmpty, current.count + unit.count > room { flush() }
            current.append(contentsOf: unit)
        }
        for character in text {
            let unit = qEncode(String(character).utf8)
            if unit.count <= maximumLength - frame {
                add(unit)
            } else {
                for scalar in character.unicodeScalars {
                    add(qEncode(UTF8.encode(scalar) ?? .init()))
                }
            }
        }
        if !current.isEmpty { flush() }
        return words
    }

    /// Only what RFC 2047 §5 (3) allows in a phrase stays as it is.
    private static func qEncode(_ octets: some Sequence<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        for octet in octets {
            if octet.isLetter || octet.isDigit || "!*+-/".utf8.contains(octet) {
                out.append(octet)
            } else if octet == .space {
                out.append(UInt8(ascii: "_"))
            } else {
                QuotedPrintable.appendEscape(octet, to: &out)
            }
        }
        return out
    }
}
