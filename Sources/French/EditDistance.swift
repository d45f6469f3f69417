/// How far apart two words are, for suggestions.
package enum EditDistance {
    /// Letters to add, remove, replace or swap with their neighbour (optimal string alignment).
    package static func between(_ first: String, _ second: String) -> Int {
        let a = Array(first)
        let b = Array(second)
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var older: [Int] = []
        var previous = Array(0...b.count)
        for i in 1...a.count {
            var row = [i]
            for j in 1...b.count {
                let same = a[i - 1] == b[j - 1]
                var best = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (same ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, older[j - 2] + 1)
                }
                row.append(best)
            }
            older = previous
            previous = row
        }
        return previous[b.count]
    }

    /// The nearest candidate that is near enough to be meant, or `nil`.
    package static func nearest(to word: String, among candidates: some Sequence<String>)
        -> String?
    {
        let folded = fold(word)
        let limit = max(1, folded.count / 3)
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let distance = between(folded, fold(candidate))
            if distance <= limit, distance < best?.distance ?? Int.max {
                best = (candidate, distance)
            }
        }
        return best?.word
    }
}
