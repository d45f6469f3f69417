/// Finds the spans of nodes in one sentence; each node is worked out once, since rules share them.
struct Evaluator: Sendable {
    /// What the matcher knows of the sentence.
    struct Sentence {
        let program: Program
        let stamp: UInt32
        let leaves: [Matcher.LeafState]
        let hits: [Matcher.Hit]
        let wides: [(stamp: UInt32, last: Int32)]
        let hopes: [(node: Int32, before: Int32)]
        let isNegated: [Bool]
    }

    private struct Known: Sendable {
        var stamp: UInt32 = 0
        var list = SpanList.empty
    }

    /// Where a chain has come to: the spans so far, and the gap that skipped links leave.
    private struct State: Sendable {
        var list: SpanList
        var gap: Int
    }

    /// Spans that a sentence may hold before what is known of it is forgotten.
    private static let mostSpans = 1 << 21

    /// Two places a node: without and with negated words.
    private var known: [Known]
    private var stamp: UInt32 = 0
    private var arena = SpanArena()
    private var pile: [SpanList] = []
    private var states: [State] = []
    private var ownSteps = 0

    init(nodeCount: Int) { known = Array(repeating: Known(), count: nodeCount * 2) }

    var steps: Int { ownSteps + arena.steps }

    var isFresh: Bool { stamp < UInt32.max / 2 }

    mutating func begin() {
        stamp += 1
        arena.removeAll()
    }

    mutating func clear() {
        arena.shrink()
        ownSteps = 0
    }

    /// The spans of a node, by end.
    ///
    /// - Parameter countsNegated: whether words inside a negation count.
    mutating func spans(of node: Int, countsNegated: Bool, _ sentence: Sentence)
        -> ArraySlice<Span>
    {
        if arena.count > Evaluator.mostSpans { begin() }
        let list = evaluate(node, countsNegated, sentence)
        return arena.spans[list.range]
    }

    // MARK: - Nodes

    private mutating func evaluate(_ number: Int, _ countsNegated: Bool, _ sentence: Sentence)
        -> SpanList
    {
        ownSteps += 1
        let node = sentence.program.nodes[number]
        let countsNegated = countsNegated || node.namesNegation
        let place = number * 2 + (countsNegated ? 1 : 0)
        if known[place].stamp == stamp { return known[place].list }
        let list: SpanList
        switch node.kind {
        case .leaf: list = leaf(Int(node.first), countsNegated, sentence)
        case .any: list = any(node, countsNegated, sentence)
        case .chain: list = chain(node, countsNegated, sentence)
        case .together: list = together(node, countsNegated, sentence)
        }
        known[place] = Known(stamp: stamp, list: list)
        return list
    }

    private mutating func leaf(_ leaf: Int, _ countsNegated: Bool, _ sentence: Sentence)
        -> SpanList
    {
        guard sentence.leaves[leaf].stamp == sentence.stamp else { return .empty }
        var list = arena.newList()
        var hit = sentence.leaves[leaf].first
        while hit >= 0 {
            let position = sentence.hits[Int(hit)].position
            let isNegated = sentence.isNegated[Int(position)]
            if countsNegated || !isNegated {
                arena.add(
                    Span(start: position, end: position + 1, isNegated: isNegated),
                    to: &list
                )
            }
            hit = sentence.hits[Int(hit)].next
        }
        return list
    }

    private mutating func any(
        _ node: Program.Node,
        _ countsNegated: Bool,
        _ sentence: Sentence
    ) -> SpanList {
        let base = pile.count
        for index in Int(node.first)..<Int(node.first + node.count) {
            pileUp(sentence.program.links[index].node, countsNegated, sentence)
        }
        if node.wide >= 0, sentence.wides[Int(node.wide)].stamp == sentence.stamp {
            var hope = sentence.wides[Int(node.wide)].last
            while hope >= 0 {
                pileUp(Int(sentence.hopes[Int(hope)].node), countsNegated, sentence)
                hope = sentence.hopes[Int(hope)].before
            }
        }
        defer { pile.removeLast(pile.count - base) }
        let mark = arena.count
        // Two by two, so that many lists are not gone through again for each.
        while pile.count > base + 1 {
            var kept = base
            for index in stride(from: base, to: pile.count, by: 2) {
                pile[kept] =
                    index + 1 < pile.count
                    ? arena.union(pile[index], pile[index + 1]) : pile[index]
                kept += 1
            }
            pile.removeLast(pile.count - kept)
        }
        return pile.count > base ? arena.keep(pile[base], from: mark) : .empty
    }

    private mutating func pileUp(_ node: Int, _ countsNegated: Bool, _ sentence: Sentence) {
        let list = evaluate(node, countsNegated, sentence)
        if !list.isEmpty { pile.append(list) }
    }

    /// Whether all parts that must be there are; it leaves every part worked out.
    private mutating func hasParts(
        _ node: Program.Node,
        _ countsNegated: Bool,
        _ sentence: Sentence
    ) -> Bool {
        for index in Int(node.first)..<Int(node.first + node.count) {
            let link = sentence.program.links[index]
            let list = evaluate(link.node, countsNegated, sentence)
            if list.isEmpty, !link.isOptional { return false }
        }
        return true
    }

    private mutating func together(
        _ node: Program.Node,
        _ countsNegated: Bool,
        _ sentence: Sentence
    ) -> SpanList {
        guard hasParts(node, countsNegated, sentence) else { return .empty }
        let mark = arena.count
        let first = Int(node.first)
        var list = evaluate(sentence.program.links[first].node, countsNegated, sentence)
        for index in first + 1..<first + Int(node.count) where !list.isEmpty {
            let link = sentence.program.links[index]
            let part = evaluate(link.node, countsNegated, sentence)
            list = arena.joinUnordered(list, part, within: link.gap)
        }
        return arena.keep(list, from: mark)
    }

    // MARK: - Chains

    private mutating func chain(
        _ node: Program.Node,
        _ countsNegated: Bool,
        _ sentence: Sentence
    ) -> SpanList {
        guard hasParts(node, countsNegated, sentence) else { return .empty }
        let mark = arena.count
        states.removeAll(keepingCapacity: true)
        var isAtStart = true
        for index in Int(node.first)..<Int(node.first + node.count) {
            let link = sentence.program.links[index]
            let right = evaluate(link.node, countsNegated, sentence)
            var reached = isAtStart ? right : SpanList.empty
            if !right.isEmpty {
                for state in states {
                    let gap = max(state.gap, link.gap)
                    reached = arena.union(reached, arena.join(state.list, right, gap: gap))
                }
            }
            if link.isOptional {
                skip(link)
            } else {
                states.removeAll(keepingCapacity: true)
                isAtStart = false
            }
            if !reached.isEmpty { enter(State(list: reached, gap: 0)) }
            if states.isEmpty, !isAtStart { return arena.keep(.empty, from: mark) }
        }
        var all = SpanList.empty
        for state in states { all = arena.union(all, state.list) }
        return arena.keep(all, from: mark)
    }

    /// Goes past an optional link that is not there.
    private mutating func skip(_ link: Program.Link) {
        guard link.gap > 0 else { return }
        var merged: [State] = []
        swap(&merged, &states)
        for state in merged { enter(State(list: state.list, gap: max(state.gap, link.gap))) }
    }

    /// One state for each gap, so that a row of optional words costs no more than their number.
    private mutating func enter(_ state: State) {
        ownSteps += states.count
        if let index = states.firstIndex(where: { $0.gap == state.gap }) {
            states[index].list = arena.union(states[index].list, state.list)
        } else {
            states.append(state)
        }
    }
}
