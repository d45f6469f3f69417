/// Where the marks of a page start and end, kept while the page is written.
///
/// A mark covers whole lines: what starts in the middle of a line counts from the next one on, and
/// what ends in the middle of one up to the line before.
struct PageMarks {
    typealias ID = Int

    private struct Mark {
        var kind: TextMark.Kind
        /// `nil` until a line starts under the mark.
        var start: Int?
        var end = 0
        /// Words of the page when the mark was opened.
        var words: Int
        var isOpen = true
        var isDropped = false
    }

    private var all: [Mark] = []
    /// Open marks under which no line has started.
    private var waiting: [ID] = []
    /// Marks that were closed on the current line, which others may yet go on with.
    private var closedOnLine: [ID] = []

    func words(_ id: ID) -> Int { all[id].words }

    func start(_ id: ID) -> Int? { all[id].start }

    mutating func setKind(_ id: ID, _ kind: TextMark.Kind) { all[id].kind = kind }

    mutating func drop(_ id: ID) { all[id].isDropped = true }

    mutating func open(_ kind: TextMark.Kind, words: Int) -> ID {
        all.append(Mark(kind: kind, words: words))
        waiting.append(all.count - 1)
        return all.count - 1
    }

    mutating func copy(_ id: ID, as kind: TextMark.Kind) -> ID? {
        guard all[id].start != nil, !all[id].isDropped else { return nil }
        var copy = all[id]
        copy.kind = kind
        copy.isOpen = true
        all.append(copy)
        return all.count - 1
    }

    mutating func close(_ id: ID, at end: Int, words: Int) {
        guard all[id].isOpen else { return }
        all[id].isOpen = false
        all[id].end = end
        if words == all[id].words || all[id].start == nil { all[id].isDropped = true }
        if !all[id].isDropped { closedOnLine.append(id) }
    }

    mutating func startLine(at begin: Int) {
        guard !waiting.isEmpty else { return }
        for id in waiting where all[id].isOpen { all[id].start = begin }
        waiting.removeAll(keepingCapacity: true)
    }

    /// The current line ends: it belongs whole to what was closed on it.
    mutating func endLine(at end: Int) {
        guard !closedOnLine.isEmpty else { return }
        for id in closedOnLine { all[id].end = min(all[id].end, end) }
        closedOnLine.removeAll(keepingCapacity: true)
    }

    /// More is written on the line, which therefore belongs to none of what was closed on it.
    mutating func writeOn(lineBegin: Int) {
        guard !closedOnLine.isEmpty else { return }
        for id in closedOnLine { all[id].end = min(all[id].end, lineBegin - 1) }
        closedOnLine.removeAll(keepingCapacity: true)
    }

    /// The marks of the finished text, by where they start, the outer before the inner.
    func finish(_ text: [UInt8]) -> [TextMark] {
        var found: [(mark: TextMark, order: Int)] = []
        for (order, mark) in all.enumerated() {
            guard !mark.isDropped, let start = mark.start else { continue }
            var end = min(mark.isOpen ? text.count : mark.end, text.count)
            while end > start, text[end - 1] == .lf { end -= 1 }
            guard end > start else { continue }
            found.append((TextMark(kind: mark.kind, span: start..<end), order))
        }
        found.sort { first, second in
            let (one, other) = (first.mark.span, second.mark.span)
            if one.lowerBound != other.lowerBound { return one.lowerBound < other.lowerBound }
            if one.upperBound != other.upperBound { return one.upperBound > other.upperBound }
            return first.order < second.order
        }
        return found.map(\.mark)
    }
}
