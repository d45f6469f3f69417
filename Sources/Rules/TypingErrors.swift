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
        /// The form entered before under the same beginning, and under the same ending.
        var earlier: (Int32, Int32)
    }

    private var forms: [Form] = []
    /// For each beginning and each ending the last form that was entered with it.
    private var latest: [Int32] = []
    private var keys = ByteTable(minimumCapacity: 4096)

    mutating func insert(_ folded: [UInt8], entry: Int) {
        guard folded.count >= TypingErrors.shortestWord - 1 else { return }
        let here = Int32(forms.count)
        let (beginning, ending) = TypingErrors.keys(folded, of: folded.count)
        let earlier = (
            replaceLatest(of: beginning, with: here), replaceLatest(of: ending, with: here)
        )
        forms.append(Form(folded: folded, entry: Int32(entry), earlier: earlier))
    }

    private mutating func replaceLatest(of key: [UInt8], with form: Int32) -> Int32 {
        let place = keys.insert(key, value: latest.count)
        if place == latest.count { latest.append(TypingErrors.none) }
        defer { latest[place] = form }
        return latest[place]
    }

    /// The entry whose form is one error away, the first entered if there are several, and the
    /// forms compared on the way.
    func entry(near token: Token, in text: TokenizedText) -> (entry: Int?, steps: Int) {
        let range = token.folded
        guard range.count >= TypingErrors.shortestWord,
            token.flags.isDisjoint(with: [.number, .address, .capitalized])
        else { return (nil, 0) }
        if RealWords.forms.value(in: text.folded, range) != nil { return (nil, 1) }
        let word = Array(text.folded[range])
        var first: Int32?
        var steps = 1
        func look(_ key: [UInt8], _ earlier: (Form) -> Int32) {
            guard let place = keys.value(in: key, 0..<key.count) else { return }
            var at = latest[place]
            while at != TypingErrors.none {
                let form = forms[Int(at)]
                steps += 1
                if at < first ?? .max, TypingErrors.isOneError(word, form.folded) { first = at }
                at = earlier(form)
            }
        }
        for length in word.count - 1...word.count + 1 {
            let (beginning, ending) = TypingErrors.keys(word, of: length)
            look(beginning) { $0.earlier.0 }
            look(ending) { $0.earlier.1 }
        }
        return (first.map { Int(forms[Int($0)].entry) }, steps)
    }

    private static let none: Int32 = -1

    /// One error leaves the first four letters of a word right, or all but the first five: with
    /// the length of what was meant, either finds the few forms to compare.
    private static func keys(_ folded: [UInt8], of length: Int)
        -> (beginning: [UInt8], ending: [UInt8])
    {
        let size = UInt8(truncatingIfNeeded: length)
        return (
            [size] + folded.prefix(4) + folded.suffix(3),
            // 255 tells it from a beginning.
            [255, size, folded[0]] + folded.suffix(max(3, length - 5))
        )
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
