/// One word of a text: how it is read, and where it was written.
///
/// All offsets count bytes: `source` in the original text, the others in the buffers of
/// `TokenizedText`.
package struct Token: Sendable {
    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        package static let accented = Flags(rawValue: 1)
        package static let capitalized = Flags(rawValue: 2)
        /// Cut off before an apostrophe: the `l` of `l'agent`.
        package static let elided = Flags(rawValue: 4)
        package static let number = Flags(rawValue: 8)
        package static let address = Flags(rawValue: 16)
        /// A comma, a colon, a semicolon, a bracket or a quotation mark stands before it.
        package static let afterPause = Flags(rawValue: 32)
        package static let afterHyphen = Flags(rawValue: 64)
        package static let allCapitals = Flags(rawValue: 128)
    }

    package var sourceStart: Int32
    package var sourceEnd: Int32
    package var foldedStart: Int32
    package var foldedEnd: Int32
    package var accentedStart: Int32
    package var accentedEnd: Int32
    package var flags: Flags

    package var source: Range<Int> { Int(sourceStart)..<Int(sourceEnd) }
    package var folded: Range<Int> { Int(foldedStart)..<Int(foldedEnd) }
    package var accented: Range<Int> { Int(accentedStart)..<Int(accentedEnd) }
}

/// Some tokens in a row that end with a full stop, a question mark, a blank line or a list item.
package struct Sentence: Hashable, Sendable {
    package var tokens: Range<Int>
    /// It ends with a question mark.
    package var endsInQuestion: Bool
}

/// A text cut into tokens and sentences.
package struct TokenizedText: Sendable {
    /// The original text as UTF-8.
    package let source: [UInt8]
    /// Every token in lower case without accents, one after the other.
    package internal(set) var folded: [UInt8] = []
    /// Every token in lower case with the accents that the writer put.
    package internal(set) var accented: [UInt8] = []
    package internal(set) var tokens: [Token] = []
    package internal(set) var sentences: [Sentence] = []

    /// - Parameter splitsAddresses: whether `accueil@mairie-x.fr` is four words rather than one.
    package init(_ text: String, splitsAddresses: Bool = false) {
        var text = text
        self.init(utf8: text.withUTF8 { Array($0) }, splitsAddresses: splitsAddresses)
    }

    package init(utf8: [UInt8], splitsAddresses: Bool = false) {
        source = utf8
        var tokenizer = Tokenizer(source: utf8, splitsAddresses: splitsAddresses)
        tokenizer.run()
        folded = tokenizer.folded
        accented = tokenizer.accented
        tokens = tokenizer.tokens
        sentences = tokenizer.sentences
    }

    package func folded(_ index: Int) -> String {
        String(decoding: folded[tokens[index].folded], as: UTF8.self)
    }

    package func accented(_ index: Int) -> String {
        String(decoding: accented[tokens[index].accented], as: UTF8.self)
    }

    /// The words as written, from the first to the last token of a range.
    package func written(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        let bytes = source[Int(tokens[first].sourceStart)..<Int(tokens[last].sourceEnd)]
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Lower case, no accents, œ as oe, typographic apostrophes and spaces as plain ones.
package func fold(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        switch Letter.kind(of: scalar.value) {
        case .apostrophe: bytes.append(0x27)
        case .hyphen: bytes.append(0x2D)
        case .space: bytes.append(0x20)
        case .accent, .invisible: continue
        default:
            let lower = Letter.lowercased(scalar.value)
            let ascii = Letter.folded(lower)
            if ascii == 0 {
                append(scalar: lower, to: &bytes)
            } else {
                bytes.append(UInt8(truncatingIfNeeded: ascii))
                if ascii > 0xFF { bytes.append(UInt8(ascii >> 8)) }
            }
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

func append(scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
        bytes.append(UInt8(scalar))
    case 0x80..<0x800:
        bytes.append(UInt8(0xC0 | scalar >> 6))
        bytes.append(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
        bytes.append(UInt8(0xE0 | scalar >> 12))
        bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
        bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
        bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
        bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
}
