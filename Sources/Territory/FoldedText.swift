/// A text cut into words without accents, case, hyphens and apostrophes, each with its place in the source.
///
/// Names of places are compared in this form: "St-Étienne", "SAINT ETIENNE" and "saint‑etienne" are
/// the same two words. The work is one pass over the UTF-8 bytes.
package struct FoldedText: Sendable {
    /// What stands between a word and the one before it; the strongest separator met counts.
    package enum Gap: UInt8, Sendable, Comparable {
        case start, space, apostrophe, hyphen, dash, punctuation, line

        package static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
    }

    /// A run of letters and digits.
    package struct Word: Sendable {
        /// Bytes of the folded form within `FoldedText.bytes`.
        package var folded: Range<Int>
        /// UTF-8 offsets in the source.
        package var source: Range<Int>
        package var hash: UInt64
        package var gap: Gap
        /// The first character is a capital letter.
        package var isCapitalised: Bool
        /// Two letters or more, none of them lower case.
        package var isUppercase: Bool
        package var isNumber: Bool
    }

    package let source: [UInt8]
    package private(set) var bytes: [UInt8] = []
    package private(set) var words: [Word] = []

    package init(_ text: String) {
        source = Array(text.utf8)
        bytes.reserveCapacity(source.count)
        words.reserveCapacity(source.count / 5)
        var scanner = Scanner()
        var index = 0
        while index < source.count {
            index += scanner.take(source, at: index, into: &bytes, &words)
        }
        scanner.closeWord(at: source.count, source, &bytes, &words)
    }

    /// The folded form of one word.
    package func string(_ index: Int) -> String {
        String(decoding: bytes[words[index].folded], as: UTF8.self)
    }

    /// The source text that these words span.
    package func sourceText(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        let bounds = words[first].source.lowerBound..<words[last].source.upperBound
        return String(decoding: source[bounds], as: UTF8.self)
    }

    /// Whether the word at `index` is `word`, given folded.
    package func word(_ index: Int, is word: StaticString) -> Bool {
        let range = words[index].folded
        guard range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { zip(bytes[range], $0).allSatisfy(==) }
    }

    /// The folded words joined by single spaces.
    package static func fold(_ text: String) -> String {
        let folded = FoldedText(text)
        return folded.words.indices.map(folded.string).joined(separator: " ")
    }
}

/// FNV-1a over bytes, and its chaining over words.
enum WordHash {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(seed) { ($0 ^ UInt64($1)) &* prime }
    }

    /// The hash of a sequence of words, grown by one word.
    static func extend(_ hash: UInt64, by word: UInt64) -> UInt64 {
        let mixed = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
        return mixed ^ (mixed >> 29)
    }

    static func of(words: some Sequence<UInt64>) -> UInt64 {
        words.reduce(seed, extend)
    }
}

extension FoldedText {
    /// The state between two characters of the source.
    private struct Scanner {
        private var wordStart: Int?
        private var foldedStart = 0
        private var gap = Gap.start
        private var capitals = 0
        private var lowers = 0
        private var digits = 0
        private var startsCapitalised = false
        private var sawSpace = false

        /// Takes the character at `index` and returns its length in bytes.
        mutating func take(
            _ source: [UInt8],
            at index: Int,
            into bytes: inout [UInt8],
            _ words: inout [Word]
        ) -> Int {
            let byte = source[index]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                letter(byte, isCapital: false, at: index, &bytes)
                return 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                letter(byte | 0x20, isCapital: true, at: index, &bytes)
                return 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                open(at: index, bytes.count)
                digits += 1
                bytes.append(byte)
                return 1
            case 0x80...:
                return takeMultibyte(source, at: index, &bytes, &words)
            default:
                closeWord(at: index, source, &bytes, &words)
                separator(Self.gap(ascii: byte))
                return 1
            }
        }

        mutating func closeWord(
            at end: Int,
            _ source: [UInt8],
            _ bytes: inout [UInt8],
            _ words: inout [Word]
        ) {
            guard let start = wordStart else { return }
            wordStart = nil
            expand(&bytes, isFollowedBySlash: end < source.count && source[end] == 0x2F)
            let folded = foldedStart..<bytes.count
            words.append(
                Word(
                    folded: folded,
                    source: start..<end,
                    hash: WordHash.of(bytes[folded]),
                    gap: gap,
                    isCapitalised: startsCapitalised,
                    isUppercase: capitals >= 2 && lowers == 0,
                    isNumber: digits > 0 && capitals + lowers == 0
                )
            )
            gap = .space
            sawSpace = false
        }

        /// "st" and "ste" stand for saint and sainte, "s/" for sur.
        private func expand(_ bytes: inout [UInt8], isFollowedBySlash: Bool) {
            // No slice may live on while the array changes, or all of it would be copied.
            guard let full = fullForm(bytes[foldedStart...], isFollowedBySlash) else { return }
            bytes.removeLast(bytes.count - foldedStart)
            bytes.append(contentsOf: full.utf8)
        }

        private func fullForm(_ word: ArraySlice<UInt8>, _ isFollowedBySlash: Bool) -> String? {
            if word.elementsEqual("st".utf8) { return "saint" }
            if word.elementsEqual("ste".utf8) { return "sainte" }
            return isFollowedBySlash && word.elementsEqual("s".utf8) ? "sur" : nil
        }

        private mutating func open(at index: Int, _ folded: Int) {
            guard wordStart == nil else { return }
            wordStart = index
            foldedStart = folded
            capitals = 0
            lowers = 0
            digits = 0
            startsCapitalised = false
        }

        private mutating func letter(
            _ byte: UInt8,
            isCapital: Bool,
            at index: Int,
            _ bytes: inout [UInt8]
        ) {
            if wordStart == nil {
                open(at: index, bytes.count)
                startsCapitalised = isCapital
            }
            if isCapital { capitals += 1 } else { lowers += 1 }
            bytes.append(byte)
        }

        /// A hyphen with a space before it is a dash; a space after a hyphen makes it one too.
        private mutating func separator(_ found: Gap) {
            var found = found
            if found == .hyphen, sawSpace { found = .dash }
            if found == .space {
                sawSpace = true
                if gap == .hyphen { found = .dash }
            }
            if found > gap { gap = found }
        }

        private static func gap(ascii byte: UInt8) -> Gap {
            switch byte {
            case UInt8(ascii: "-"): .hyphen
            case UInt8(ascii: "'"): .apostrophe
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): .line
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "/"), UInt8(ascii: "&"): .space
            default: .punctuation
            }
        }

        private mutating func takeMultibyte(
            _ source: [UInt8],
            at index: Int,
            _ bytes: inout [UInt8],
            _ words: inout [Word]
        ) -> Int {
            let length = min(Self.length(leading: source[index]), source.count - index)
            let second = length > 1 ? source[index + 1] : 0
            let third = length > 2 ? source[index + 2] : 0
            switch (source[index], second, third) {
            case (0xC3, 0x97, _), (0xC3, 0xB7, _):
                closeWord(at: index, source, &bytes, &words)
                separator(.punctuation)
            case (0xC3, _, _):
                fold(latin1: second, at: index, &bytes)
            case (0xC5, 0x92, _), (0xC5, 0x93, _):
                letter(UInt8(ascii: "o"), isCapital: second == 0x92, at: index, &bytes)
                bytes.append(UInt8(ascii: "e"))
            case (0xC5, 0xB8, _):
                letter(UInt8(ascii: "y"), isCapital: true, at: index, &bytes)
            case (0xC4...0xC9, _, _):
                letter(source[index], isCapital: false, at: index, &bytes)
                bytes.append(second)
            case (0xCC, _, _), (0xCD, 0x80...0xAF, _):
                break  // A combining accent, as macOS writes file names and some clients text.
            default:
                closeWord(at: index, source, &bytes, &words)
                separator(Self.gap(source[index], second, third))
            }
            return length
        }

        private static func length(leading byte: UInt8) -> Int {
            switch byte {
            case 0xC0...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...: 4
            default: 1
            }
        }

        private static func gap(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Gap {
            switch (first, second, third) {
            case (0xC2, 0xA0, _), (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF): .space
            case (0xC2, 0xAD, _), (0xE2, 0x80, 0x90...0x91): .hyphen
            case (0xE2, 0x80, 0x92...0x95): .dash
            case (0xE2, 0x80, 0x98...0x99), (0xCA, 0xBC, _), (0xC2, 0xB4, _): .apostrophe
            default: .punctuation
            }
        }

        /// U+00C0 to U+00FF, by the second byte of their UTF-8 form.
        private mutating func fold(latin1 second: UInt8, at index: Int, _ bytes: inout [UInt8]) {
            let isCapital = second < 0x9F
            let isSharpS = second == 0x9F
            let base = isSharpS ? UInt8(ascii: "s") : Self.latin1Letters[Int(second & 0x1F)]
            letter(base, isCapital: isCapital, at: index, &bytes)
            if isSharpS { bytes.append(base) }
            if second == 0x86 || second == 0xA6 { bytes.append(UInt8(ascii: "e")) }
        }

        /// à á â ã ä å æ ç è é ê ë ì í î ï ð ñ ò ó ô õ ö ÷ ø ù ú û ü ý þ ÿ, and their capitals.
        private static let latin1Letters = Array("aaaaaaaceeeeiiiidnooooo-ouuuuyty".utf8)
    }
}
