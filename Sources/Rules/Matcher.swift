import French

/// Runs a `Program` over a writing, sentence by sentence.
///
/// For each token all leaves are looked up at once. A rule is tried in a sentence only if a leaf
/// that it cannot do without was met there, and the other words that it needs as well; trying it
/// joins sorted lists of spans, of which each end keeps a few, so the work is bounded by the number
/// of words met. What is kept between writings is only room: a stamp says what is of today.
struct Matcher: Sendable {
    private let program: Program
    private let fileNames: [String]

    /// The number of the sentence; what carries another is old.
    private var stamp: UInt32 = 0
    /// The number of the writing.
    private var visit: UInt32 = 0
    private var met: [Int32] = []
    /// Of each leaf that was met in this sentence: its first and its last hit.
    private var leaves: [LeafState]
    private var hits: [Hit] = []
    private var touched: [Int32] = []
    private var tried: [UInt32]
    private var matched: [UInt32]
    private var candidates: [Int32] = []
    /// Of each wide alternative the last phrase that this sentence woke.
    private var wides: [(stamp: UInt32, last: Int32)]
    private var hopes: [(node: Int32, before: Int32)] = []
    private var evaluator: Evaluator
    private var found: [(match: Match, place: Place, start: Int)] = []
    private var ownSteps = 0

    private var text = TokenizedText("")
    private var turns = Turns()
    /// For each token how many before it are past.
    private var pastBefore: [Int32] = []

    struct LeafState: Sendable {
        var stamp: UInt32 = 0
        var first: Int32 = 0
        var last: Int32 = 0
    }

    struct Hit: Sendable {
        var position: Int32
        var next: Int32
    }

    init(program: Program, fileNames: [String]) {
        self.program = program
        self.fileNames = fileNames
        leaves = Array(repeating: LeafState(), count: program.lexicon.leafCount)
        tried = Array(repeating: 0, count: program.rules.count)
        matched = Array(repeating: 0, count: program.rules.count)
        wides = Array(repeating: (0, -1), count: program.wideCount)
        evaluator = Evaluator(nodeCount: program.nodes.count)
    }

    var steps: Int { ownSteps + evaluator.steps }

    /// The matches by place and position.
    var matches: [Match] {
        found.enumerated().sorted {
            ($0.element.place, $0.element.start, $0.offset)
                < ($1.element.place, $1.element.start, $1.offset)
        }.map(\.element.match)
    }

    /// Whether its numbers last for another writing, however long.
    var isFresh: Bool { stamp < UInt32.max / 2 && evaluator.isFresh }

    mutating func run(on writing: Writing) {
        visit += 1
        scan(Matcher.withoutReplyMarks(writing.subject), .subject)
        scan(writing.body, .body)
        scan(writing.signature, .signature)
        scan(writing.quotation, .quotation)
        scan(writing.sender, .sender, splitsAddresses: true)
        scan(writing.attachmentNames.joined(separator: "\n\n"), .attachment, splitsAddresses: true)
        scan(writing.author, .author)
    }

    /// Forgets the writing, and keeps the room.
    mutating func clear() {
        found.removeAll()
        ownSteps = 0
        text = TokenizedText("")
        turns = Turns()
        pastBefore = []
        if hits.capacity > 1 << 16 { hits = [] }
        evaluator.clear()
    }

    private mutating func scan(_ words: String, _ place: Place, splitsAddresses: Bool = false) {
        if words.isEmpty { return }
        text = TokenizedText(words, splitsAddresses: splitsAddresses)
        turns = Turns(text)
        pastBefore.removeAll(keepingCapacity: true)
        var past: Int32 = 0
        for isPast in turns.isPast {
            pastBefore.append(past)
            if isPast { past += 1 }
        }
        pastBefore.append(past)
        ownSteps += text.tokens.count
        for index in text.sentences.indices {
            begin()
            lookUp(text.sentences[index])
            wake(place)
            if candidates.isEmpty { continue }
            let known = Evaluator.Sentence(
                program: program,
                stamp: stamp,
                leaves: leaves,
                hits: hits,
                wides: wides,
                hopes: hopes,
                isNegated: turns.isNegated
            )
            for candidate in candidates { attempt(Int(candidate), index, place, known) }
        }
    }

    private mutating func begin() {
        stamp += 1
        hits.removeAll(keepingCapacity: true)
        touched.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        hopes.removeAll(keepingCapacity: true)
        evaluator.begin()
    }

    // MARK: - Leaves

    private mutating func lookUp(_ sentence: Sentence) {
        for index in sentence.tokens {
            let isName = isPlaceName(index, in: sentence)
            met.removeAll(keepingCapacity: true)
            ownSteps += program.lexicon.leaves(of: index, in: text, isName: isName) {
                met.append(Int32($0))
            }
            for leaf in met { note(Int(leaf), at: Int32(index)) }
        }
    }

    private mutating func note(_ leaf: Int, at position: Int32) {
        let hit = Int32(hits.count)
        if leaves[leaf].stamp != stamp {
            leaves[leaf] = LeafState(stamp: stamp, first: hit, last: hit)
            touched.append(Int32(leaf))
        } else {
            let last = Int(leaves[leaf].last)
            if hits[last].position == position { return }
            hits[last].next = hit
            leaves[leaf].last = hit
        }
        hits.append(Hit(position: position, next: -1))
    }

    /// Finds the rules, and the phrases of wide alternatives, that wait for the leaves met.
    private mutating func wake(_ place: Place) {
        let bit = place.bit
        for leaf in touched {
            for rule in program.waiting[Int(leaf)] {
                ownSteps += 1
                let number = Int(rule)
                guard tried[number] != stamp, matched[number] != visit,
                    program.triggers[number].places & bit != 0
                else { continue }
                tried[number] = stamp
                if hasNeeds(program.triggers[number]) { candidates.append(rule) }
            }
            for hope in program.hopes[Int(leaf)] {
                ownSteps += 1
                let wide = Int(hope.wide)
                let before = wides[wide].stamp == stamp ? wides[wide].last : -1
                wides[wide] = (stamp, Int32(hopes.count))
                hopes.append((hope.node, before))
            }
        }
    }

    private mutating func hasNeeds(_ trigger: Program.Trigger) -> Bool {
        for need in Int(trigger.firstNeed)..<Int(trigger.firstNeed + trigger.needCount) {
            var isThere = false
            for index in program.needs[need] {
                ownSteps += 1
                if leaves[Int(program.neededLeaves[Int(index)])].stamp == stamp {
                    isThere = true
                    break
                }
            }
            if !isThere { return false }
        }
        return true
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

    private mutating func attempt(
        _ number: Int,
        _ index: Int,
        _ place: Place,
        _ known: Evaluator.Sentence
    ) {
        let sentence = text.sentences[index]
        let scope = program.rules[number].scope
        if scope.question, !turns.isQuestion[index] { return }
        if place == .body, scope.atStart || scope.atEnd, !isAtEdge(sentence, scope) { return }
        let spans = evaluator.spans(
            of: Int(program.triggers[number].root),
            countsNegated: scope.refused,
            known
        )
        var first: Span?
        for span in spans {
            if scope.refused, !span.isNegated { continue }
            if scope.past, !isPast(span, sentence) { continue }
            if let known = first, (known.start, known.end) <= (span.start, span.end) { continue }
            first = span
        }
        guard let first else { return }
        matched[number] = visit
        let rule = program.rules[number]
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
        return low < high && pastBefore[high] > pastBefore[low]
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
