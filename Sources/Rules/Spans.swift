/// Some tokens of the sentence: `start..<end`.
struct Span: Sendable {
    var start: Int32
    var end: Int32
    var isNegated: Bool
}

/// Spans of one sentence in a row, by their ends, without doubles.
struct SpanList: Sendable {
    static let empty = SpanList(from: 0)

    private var first: Int32
    private var length: Int32 = 0
    var hasNegated = false

    init(from start: Int) { first = Int32(start) }

    var start: Int {
        get { Int(first) }
        set { first = Int32(newValue) }
    }

    var count: Int {
        get { Int(length) }
        set { length = Int32(newValue) }
    }

    var isEmpty: Bool { length == 0 }
    var range: Range<Int> { start..<start + count }
}

/// All spans of one sentence, list after list in one buffer.
struct SpanArena: Sendable {
    /// Starts kept for one end; more are other readings of the same words.
    private static let widestChoice = 6

    private(set) var spans: [Span] = []
    private(set) var steps = 0

    var count: Int { spans.count }

    mutating func removeAll() { spans.removeAll(keepingCapacity: true) }

    /// Frees a buffer that a hostile text has blown up.
    mutating func shrink() {
        removeAll()
        if spans.capacity > 1 << 16 { spans = [] }
        steps = 0
    }

    // MARK: - Making a list

    /// Adds a span at the end of the list that begins at `start`, unless it is there; keeps a few
    /// starts for each end: the latest ones.
    mutating func add(_ span: Span, to list: inout SpanList) {
        steps += 1
        var index = spans.count - 1
        var earliest = index
        var rivals = 0
        while index >= list.start, spans[index].end == span.end {
            let rival = spans[index]
            if rival.start == span.start, rival.isNegated == span.isNegated { return }
            if rival.start < spans[earliest].start { earliest = index }
            rivals += 1
            index -= 1
        }
        list.hasNegated = list.hasNegated || span.isNegated
        if rivals < SpanArena.widestChoice {
            spans.append(span)
            list.count += 1
        } else if spans[earliest].start < span.start {
            spans[earliest] = span
        }
    }

    func newList() -> SpanList { SpanList(from: spans.count) }

    /// Moves a list down to `mark`, over what was needed to make it.
    mutating func keep(_ list: SpanList, from mark: Int) -> SpanList {
        guard list.start >= mark, !list.isEmpty else {
            spans.removeLast(spans.count - mark)
            return list.isEmpty ? .empty : list
        }
        var kept = list
        kept.start = mark
        if list.start > mark {
            for offset in 0..<list.count { spans[mark + offset] = spans[list.start + offset] }
        }
        spans.removeLast(spans.count - mark - list.count)
        return kept
    }

    // MARK: - Making one list of two

    mutating func union(_ first: SpanList, _ second: SpanList) -> SpanList {
        if first.isEmpty { return second }
        if second.isEmpty || first.start == second.start { return first }
        var list = newList()
        var (i, j) = (first.range.lowerBound, second.range.lowerBound)
        let (firstEnd, secondEnd) = (first.range.upperBound, second.range.upperBound)
        while i < firstEnd || j < secondEnd {
            if j == secondEnd || (i < firstEnd && spans[i].end <= spans[j].end) {
                add(spans[i], to: &list)
                i += 1
            } else {
                add(spans[j], to: &list)
                j += 1
            }
        }
        return list
    }

    /// For each right span the nearest left one that ends at most `gap` words before it.
    mutating func join(_ left: SpanList, _ right: SpanList, gap: Int) -> SpanList {
        var list = newList()
        for index in right.range {
            let span = spans[index]
            for wanted in [false, true] where !wanted || left.hasNegated {
                guard let found = last(in: left, endingBy: span.start, negated: wanted) else {
                    continue
                }
                let before = spans[found]
                if Int(span.start - before.end) > gap { continue }
                add(
                    Span(
                        start: before.start,
                        end: span.end,
                        isNegated: before.isNegated || span.isNegated
                    ),
                    to: &list
                )
            }
        }
        return list
    }

    /// The same in any order.
    mutating func joinUnordered(_ left: SpanList, _ right: SpanList, within: Int) -> SpanList {
        let forward = join(left, right, gap: within)
        let backward = join(right, left, gap: within)
        return union(forward, backward)
    }

    /// The last span that ends no later than `limit`, found by halving.
    private mutating func last(in list: SpanList, endingBy limit: Int32, negated: Bool) -> Int? {
        var low = list.range.lowerBound
        var high = list.range.upperBound
        while low < high {
            steps += 1
            let middle = (low + high) / 2
            if spans[middle].end <= limit { low = middle + 1 } else { high = middle }
        }
        var index = low - 1
        while index >= list.start, low - index <= 8 {
            steps += 1
            if spans[index].isNegated == negated { return index }
            index -= 1
        }
        return nil
    }
}
