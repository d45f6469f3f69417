import French

/// Finds the form that a mistyped word was meant to be: `investgation`, `déveloper`.
///
/// Only long words that no rule knows are corrected, by one error: a letter left out, doubled,
/// swapped with the next, or taken for one that sounds alike. The first letter and the last three
/// must be right: the ending is what tells `développeur` from `développer`.
struct TypingErrors: Sendable {
    static let shortestWord = 8

    private struct Form: Sendable {
        var folded: [UInt8]
        var entry: Int32
    }

    private var buckets = ByteTable(minimumCapacity: 1024)
    private var forms: [[Form]] = []

    mutating func insert(_ folded: [UInt8], entry: Int) {
        guard folded.count >= TypingErrors.shortestWord - 1 else { return }
        let key = TypingErrors.key(folded, 0..<folded.count)
        let bucket = buckets.insert(key, value: forms.count)
        if bucket == forms.count { forms.append([]) }
        forms[bucket].append(Form(folded: folded, entry: Int32(entry)))
    }

    /// The entry whose form is one error away, and the forms compared on the way.
    func entry(near token: Token, in text: TokenizedText) -> (entry: Int?, steps: Int) {
        let range = token.folded
        guard range.count >= TypingErrors.shortestWord,
            token.flags.isDisjoint(with: [.number, .address, .capitalized])
        else { return (nil, 0) }
        if RealWords.forms.value(in: text.folded, range) != nil { return (nil, 1) }
        let key = TypingErrors.key(text.folded, range)
        guard let bucket = buckets.value(in: key, 0..<key.count) else { return (nil, 1) }
        let word = Array(text.folded[range])
        for (index, form) in forms[bucket].enumerated()
        where TypingErrors.isOneError(word, form.folded) {
            return (Int(form.entry), index + 2)
        }
        return (nil, forms[bucket].count + 1)
    }

    /// The first letter and the last three.
    private static func key(_ folded: [UInt8], _ range: Range<Int>) -> [UInt8] {
        [folded[range.lowerBound]] + folded[range.upperBound - 3..<range.upperBound]
    }

    static func isOneError(_ word: [UInt8], _ form: [UInt8]) -> Bool {
        guard abs(word.count - form.count) <= 1, word != form else { return false }
        var start = 0
        while start < min(word.count, form.count), word[start] == form[start] { start += 1 }
        var (wordEnd, formEnd) = (word.count, form.count)
        while wordEnd > start, formEnd > start, word[wordEnd - 1] == form[formEnd - 1] {
            wordEnd -= 1
            formEnd -= 1
        }
        let (written, meant) = (word[start..<wordEnd], form[start..<formEnd])
        switch (written.count, meant.count) {
        case (0, 1), (1, 0): return true
        case (1, 1):
            guard let first = written.first, let second = meant.first else { return false }
            return alike.contains([first, second]) || alike.contains([second, first])
        case (2, 2): return written.elementsEqual(meant.reversed())
        default: return false
        }
    }

    /// Letters that sound alike somewhere: a for e in `an`, s for c.
    private static let alike: Set<[UInt8]> = Set(
        ["ae", "iy", "cs", "sz", "mn", "kq", "ck", "gj", "ei", "ao"].map { Array($0.utf8) }
    )
}
