import French

/// Runs a `Program` over a writing, sentence by sentence.
///
/// For each token all leaves are looked up at once. A rule is tried in a sentence only if a leaf
/// that it cannot do without was met there; trying it joins sorted lists of spans, of which each
/// end keeps at most two, so the work is bounded by the number of words met.
struct Matcher {
    /// Some tokens of the sentence: `start..<end`.
    struct Span {
        var start: Int32
        var end: Int32
        var isNegated: Bool
    }

    /// Which words count: those that are not negated, or all of them.
    enum Mode { case affirmed, all }

    private let program: Program
    private let fileNames: [String]
    private var occurrences: [[Int32]]
    private var touched: [Int] = []
    private var tried: [Int32]
    private var candidates: [Int] = []
    private var met: [Int] = []
    private var stamp: Int32 = 0
    private var isMatched: [Bool]
    /// Spans already known in this sentence: two places a node, one for each mode. Nodes are
    /// shared, so without it sets of sets would be walked again and again.
    private var known: [(stamp: Int32, spans: [Span])]
    private var found: [(match: Match, place: Place, start: Int)] = []
    private(set) var steps = 0

    private var text = TokenizedText("")
    private var turns = Turns()

    init(program: Program, fileNames: [String]) {
        self.program = program
        self.fileNames = fileNames
        occurrences = Array(repeating: [], count: program.lexicon.leafCount)
        tried = Array(repeating: 0, count: program.rules.count)
        isMatched = Array(repeating: false, count: program.rules.count)
        known = Array(repeating: (0, []), count: program.nodes.count * 2)
    }

    /// The matches by place and position.
    var matches: [Match] {
        found.enumerated().sorted {
            ($0.element.place, $0.element.start, $0.offset)
                < ($1.element.place, $1.element.start, $1.offset)
        }.map(\.element.match)
    }

    mutating func run(on writing: Writing) {
        scan(Matcher.withoutReplyMarks(writing.subject), .subject)
        scan(writing.body, .body)
        scan(writing.signature, .signature)
        scan(writing.quotation, .quotation)
        scan(writing.sender, .sender, splitsAddresses: true)
        scan(writing.attachmentNames.joined(separator: "\n\n"), .attachment, splitsAddresses: true)
        scan(writing.author, .author)
    }

    private mutating func scan(_ words: String, _ place: Place, splitsAddresses: Bool = false) {
        if words.isEmpty { return }
        text = TokenizedText(words, splitsAddresses: splitsAddresses)
        turns = Turns(text)
        steps += text.tokens.count
        for index in text.sentences.indices {
            lookUp(text.sentences[index], place)
            for candidate in candidates { attempt(candidate, sentence: index, place) }
            for leaf in touched { occurrences[leaf].removeAll(keepingCapacity: true) }
            touched.removeAll(keepingCapacity: true)
            candidates.removeAll(keepingCapacity: true)
        }
    }

    // MARK: - Leaves

    private mutating func lookUp(_ sentence: Sentence, _ place: Place) {
        stamp += 1
        for index in sentence.tokens {
            let isName = isPlaceName(index, in: sentence)
            met.removeAll(keepingCapacity: true)
            steps += program.lexicon.leaves(of: index, in: text, isName: isName) { met.append($0) }
            for leaf in met {
                if occurrences[leaf].isEmpty { touched.append(leaf) }
                if occurrences[leaf].last == Int32(index) { continue }
                occurrences[leaf].append(Int32(index))
                for rule in program.waiting[leaf] { wake(Int(rule), place) }
            }
        }
    }

    private mutating func wake(_ rule: Int, _ place: Place) {
        steps += 1
        guard !isMatched[rule], tried[rule] != stamp else { return }
        tried[rule] = stamp
        if program.rules[rule].scope.places.contains(place) { candidates.append(rule) }
    }

    /// `la Creuse` is no form of creuser; a capital at the start of a sentence says nothing.
    private func isPlaceName(_ index: Int, in sentence: Sentence) -> Bool {
        let token = text.tokens[index]
        guard token.flags.contains(.capitalized), !token.flags.contains(.allCapitals),
            index > sentence.tokens.lowerBound
        else { return false }
        return PlaceNames.ambiguous.value(in: text.folded, token.folded) != nil
    }

    // MARK: - Rules

    private mutating func attempt(_ number: Int, sentence index: Int, _ place: Place) {
        let rule = program.rules[number]
        let sentence = text.sentences[index]
        if rule.scope.question, !turns.isQuestion[index] { return }
        if place == .body, rule.scope.atStart || rule.scope.atEnd,
            !isAtEdge(sentence, rule.scope)
        {
            return
        }
        let spans = evaluate(rule.root, rule.scope.refused ? .all : .affirmed)
        let suitable = spans.filter { span in
            (!rule.scope.refused || span.isNegated) && (!rule.scope.past || isPast(span, sentence))
        }
        guard let first = suitable.min(by: { ($0.start, $0.end) < ($1.start, $1.end) }) else {
            return
        }
        isMatched[number] = true
        let match = Match(
            rule: rule.name,
            target: rule.target,
            weight: rule.weight,
            trial: rule.isTrial,
            place: place,
            text: text.written(Int(first.start)..<Int(first.end)),
            file: fileNames[rule.location.file],
            line: rule.location.line
        )
        found.append((match, place, Int(first.start)))
    }

    /// The first or the last words of the text; a sentence that reaches into them counts.
    private func isAtEdge(_ sentence: Sentence, _ scope: Scope) -> Bool {
        (scope.atStart && sentence.tokens.lowerBound < Matcher.edge)
            || (scope.atEnd && sentence.tokens.upperBound > text.tokens.count - Matcher.edge)
    }

    /// How many words `début:` and `fin:` look at.
    static let edge = 60

    private func isPast(_ span: Span, _ sentence: Sentence) -> Bool {
        let low = max(Int(span.start) - 4, sentence.tokens.lowerBound)
        let high = min(Int(span.end) + 2, sentence.tokens.upperBound)
        return (low..<high).contains { turns.isPast[$0] }
    }

    // MARK: - Nodes

    /// The spans of a node in the current sentence, by end.
    private mutating func evaluate(_ number: Int, _ mode: Mode) -> [Span] {
        steps += 1
        let mode = program.namesNegation[number] ? .all : mode
        if case .leaf(let leaf) = program.nodes[number] { return spans(of: leaf, mode) }
        let place = number * 2 + (mode == .all ? 1 : 0)
        if known[place].stamp == stamp { return known[place].spans }
        let spans = compute(program.nodes[number], mode)
        known[place] = (stamp, spans)
        return spans
    }

    private mutating func compute(_ node: Program.Node, _ mode: Mode) -> [Span] {
        switch node {
        case .leaf(let leaf): return spans(of: leaf, mode)
        case .any(let choices):
            var union: [Span] = []
            for choice in choices { union = merge(union, evaluate(choice, mode)) }
            return union
        case .chain(let links): return chain(links, mode)
        case .together(let parts, let within):
            var spans = evaluate(parts[0], mode)
            for (part, limit) in zip(parts.dropFirst(), within) where !spans.isEmpty {
                spans = joinUnordered(spans, evaluate(part, mode), within: limit)
            }
            return spans
        }
    }

    private mutating func spans(of leaf: Int, _ mode: Mode) -> [Span] {
        var spans: [Span] = []
        for position in occurrences[leaf] {
            steps += 1
            let isNegated = turns.isNegated[Int(position)]
            if isNegated, mode == .affirmed { continue }
            spans.append(Span(start: position, end: position + 1, isNegated: isNegated))
        }
        return spans
    }

    /// Where a chain has come to: the spans so far, and the gap that skipped links leave.
    private struct State {
        /// `nil` before the first word.
        var spans: [Span]?
        var gap: Int
    }

    private mutating func chain(_ links: [Program.Link], _ mode: Mode) -> [Span] {
        var states = [State(spans: nil, gap: 0)]
        for link in links {
            let right = evaluate(link.node, mode)
            var reached: [Span] = []
            for state in states where !right.isEmpty {
                guard let left = state.spans else {
                    reached = merge(reached, right)
                    continue
                }
                let gap = max(state.gap, link.gap)
                reached = merge(reached, join(left, right, gap: gap))
            }
            if link.isOptional {
                for index in states.indices where states[index].spans != nil {
                    states[index].gap = max(states[index].gap, link.gap)
                }
            } else {
                states = []
            }
            if !reached.isEmpty { states.append(State(spans: reached, gap: 0)) }
            if states.isEmpty { return [] }
        }
        var all: [Span] = []
        for state in states { all = merge(all, state.spans ?? []) }
        return all
    }

    /// For each right span the nearest left one that ends at most `gap` words before it.
    private mutating func join(_ left: [Span], _ right: [Span], gap: Int) -> [Span] {
        var joined: [Span] = []
        for span in right {
            for wanted in [false, true] {
                guard let index = last(in: left, endingBy: span.start, negated: wanted) else {
                    continue
                }
                let before = left[index]
                if Int(span.start - before.end) > gap { continue }
                joined.append(
                    Span(
                        start: before.start,
                        end: span.end,
                        isNegated: before.isNegated || span.isNegated
                    )
                )
            }
        }
        return tidy(joined)
    }

    /// The last span that ends no later than `limit`, found by halving.
    private mutating func last(in spans: [Span], endingBy limit: Int32, negated: Bool) -> Int? {
        var low = 0
        var high = spans.count
        while low < high {
            steps += 1
            let middle = (low + high) / 2
            if spans[middle].end <= limit { low = middle + 1 } else { high = middle }
        }
        var index = low - 1
        while index >= 0, low - index <= 8 {
            steps += 1
            if spans[index].isNegated == negated { return index }
            index -= 1
        }
        return nil
    }

    private mutating func joinUnordered(_ left: [Span], _ right: [Span], within: Int) -> [Span] {
        let forward = join(left, right, gap: within)
        let backward = join(right, left, gap: within)
        return merge(forward, backward)
    }

    // MARK: - Lists of spans

    private mutating func merge(_ first: [Span], _ second: [Span]) -> [Span] {
        if first.isEmpty { return second }
        if second.isEmpty { return first }
        steps += first.count + second.count
        var merged: [Span] = []
        merged.reserveCapacity(first.count + second.count)
        var (i, j) = (0, 0)
        while i < first.count || j < second.count {
            let takesFirst = j == second.count || (i < first.count && first[i].end <= second[j].end)
            merged.append(takesFirst ? first[i] : second[j])
            if takesFirst { i += 1 } else { j += 1 }
        }
        return tidy(merged)
    }

    /// Starts kept for one end; more are other readings of the same words.
    private static let widestChoice = 6

    /// Removes doubles, and keeps a few starts for each end: the latest ones.
    private mutating func tidy(_ spans: [Span]) -> [Span] {
        guard spans.count > 1 else { return spans }
        steps += spans.count
        var kept: [Span] = []
        kept.reserveCapacity(spans.count)
        for span in spans {
            let first = kept.lastIndex { $0.end != span.end }.map { $0 + 1 } ?? 0
            let rivals = first..<kept.count
            if rivals.contains(where: {
                kept[$0].start == span.start && kept[$0].isNegated == span.isNegated
            }) {
                continue
            }
            if rivals.count < Matcher.widestChoice {
                kept.append(span)
            } else if let earliest = rivals.min(by: { kept[$0].start < kept[$1].start }),
                kept[earliest].start < span.start
            {
                kept[earliest] = span
            }
        }
        return kept
    }

    /// The subject without `Re:`, `TR:`, `Fwd:` in front.
    static func withoutReplyMarks(_ subject: String) -> String {
        var rest = subject[...]
        while let colon = rest.firstIndex(of: ":") {
            let mark = fold(String(rest[..<colon])).filter { $0.isLetter }
            guard ["re", "tr", "fw", "fwd", "aw", "rep", "transf", "trans"].contains(mark) else {
                break
            }
            rest = rest[rest.index(after: colon)...].drop(while: \.isWhitespace)
        }
        return String(rest)
    }
}
