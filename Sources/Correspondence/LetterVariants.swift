import Foundation

/// Everything that one letter may have to say or to leave out: what its template is tried on before
/// a mail is made of it.
struct LetterVariants<Values: LetterValues> {
    /// One state of one thing; `words` name it in a complaint, and are empty where nothing is special.
    struct Option {
        var words: String
        var apply: @Sendable (inout Values) -> Void
    }

    /// Every field filled.
    let full: Values
    /// What varies, each from its most ordinary state, which comes first, to its barest.
    let axes: [[Option]]
    /// What may be stated; the last axis of a row.
    let facts: [FactsState]
    /// Takes back what never occurs together.
    let settle: @Sendable (inout Values) -> Void

    init(
        _ full: Values,
        axes: [[Option]],
        facts: [FactsState],
        settle: @escaping @Sendable (inout Values) -> Void = { _ in }
    ) {
        self.full = full
        self.axes = axes
        self.facts = facts
        self.settle = settle
    }

    /// Of each axis which option.
    typealias Row = [Int]

    private var sizes: [Int] { axes.map(\.count) + [facts.count] }

    func values(_ row: Row) -> Values {
        var values = full
        for (axis, option) in zip(axes, row) { axis[option].apply(&values) }
        settle(&values)
        return values
    }

    func facts(_ row: Row) -> FactsState { facts[row[axes.count]] }

    /// As in "offre « store », sans téléphone".
    func words(_ row: Row) -> String {
        let words = zip(axes, row).map { $0[$1].words } + [facts(row).words]
        return words.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The row nearest to the ordinary one that still shows what `row` shows.
    func simplest(_ row: Row, shows: (Row) -> Bool) -> Row {
        var row = row
        for axis in row.indices where row[axis] != 0 {
            var simpler = row
            simpler[axis] = 0
            if shows(simpler) { row = simpler }
        }
        return row
    }

    // MARK: Which rows are tried

    /// Few rows, in which every two options of two axes meet.
    var pairs: [Row] {
        var waiting = PairTable(sizes)
        var rows: [Row] = []
        while let (first, second) = waiting.any() {
            var row: [Int?] = sizes.map { _ in nil }
            row[first.axis] = first.option
            row[second.axis] = second.option
            for axis in sizes.indices where row[axis] == nil {
                row[axis] = waiting.best(axis, sizes[axis], row)
            }
            let chosen = row.map { $0 ?? 0 }
            waiting.remove(chosen)
            rows.append(chosen)
        }
        return rows
    }

    /// The ordinary row, changed in one thing at a time.
    var single: [Row] {
        let ordinary = sizes.map { _ in 0 }
        return axes.indices.flatMap { axis in
            axes[axis].indices.map { option in
                var row = ordinary
                row[axis] = option
                return row
            }
        }
    }

    /// For each class, which is the first axis, and each state of the facts: everything there, nothing
    /// there, each thing alone missing, each thing alone there.
    var alone: [Row] {
        var rows: Set<Row> = []
        let bare = sizes.map { $0 - 1 }
        for base in [sizes.map { _ in 0 }, bare] {
            for main in 0..<(sizes.first ?? 1) {
                for state in facts.indices {
                    var row = base
                    row[0] = main
                    row[axes.count] = state
                    rows.insert(row)
                    // A single fact stands in few places: what else is missing there tells nothing.
                    guard state < FactsState.mainCount else { continue }
                    for axis in axes.indices.dropFirst() {
                        for option in axes[axis].indices {
                            var changed = row
                            changed[axis] = option
                            rows.insert(changed)
                        }
                    }
                }
            }
        }
        return rows.sorted { $0.lexicographicallyPrecedes($1) }
    }
}

/// The pairs of options that no row has brought together yet.
private struct PairTable {
    private let offsets: [Int]
    private let count: Int
    private let axisOf: [Int]
    private var isWaiting: [Bool]
    private var next = 0

    init(_ sizes: [Int]) {
        var offsets: [Int] = []
        var axisOf: [Int] = []
        for (axis, size) in sizes.enumerated() {
            offsets.append(axisOf.count)
            axisOf += Array(repeating: axis, count: size)
        }
        self.offsets = offsets
        self.axisOf = axisOf
        count = axisOf.count
        isWaiting = (0..<(axisOf.count * axisOf.count)).map { index in
            axisOf[index / axisOf.count] < axisOf[index % axisOf.count]
        }
    }

    /// Any pair that still waits.
    mutating func any() -> (first: (axis: Int, option: Int), second: (axis: Int, option: Int))? {
        while next < isWaiting.count, !isWaiting[next] { next += 1 }
        guard next < isWaiting.count else { return nil }
        return (place(next / count), place(next % count))
    }

    /// The option that makes the most waiting pairs with what the row already holds.
    func best(_ axis: Int, _ size: Int, _ row: [Int?]) -> Int {
        var best = (option: 0, gain: -1)
        for option in 0..<size {
            var gain = 0
            for (other, chosen) in row.enumerated() {
                guard let chosen else { continue }
                if isWaiting[index((axis, option), (other, chosen))] { gain += 1 }
            }
            if gain > best.gain { best = (option, gain) }
        }
        return best.option
    }

    mutating func remove(_ row: [Int]) {
        for first in row.indices {
            for second in row.indices where first < second {
                isWaiting[index((first, row[first]), (second, row[second]))] = false
            }
        }
    }

    private func place(_ index: Int) -> (axis: Int, option: Int) {
        (axisOf[index], index - offsets[axisOf[index]])
    }

    private func index(_ first: (Int, Int), _ second: (Int, Int)) -> Int {
        let (first, second) = first.0 < second.0 ? (first, second) : (second, first)
        return (offsets[first.0] + first.1) * count + offsets[second.0] + second.1
    }
}

/// What may be stated when a letter is written.
struct FactsState {
    /// In a complaint; empty for the facts as they stand.
    var words: String
    var facts: Facts

    /// How many states `main` has.
    static let mainCount = 3

    /// As they stand; all past their review day; all without a value.
    static func main(_ facts: Facts) -> [FactsState] {
        let all = facts.names.sorted().compactMap { facts[$0] }
        return [
            FactsState(words: "", facts: facts),
            FactsState(words: "tous les faits expirés", facts: Facts(all.map(expired))),
            FactsState(words: "tous les faits vides", facts: Facts(all.map(emptied))),
        ]
    }

    /// The same, and each fact alone expired or empty.
    static func each(_ facts: Facts) -> [FactsState] {
        let all = facts.names.sorted().compactMap { facts[$0] }
        let single = all.filter { !$0.value.isEmpty }.flatMap { fact in
            let changes: [(String, Facts.Fact)] = [
                ("le fait « \(fact.name) » expiré", expired(fact)),
                ("le fait « \(fact.name) » vide", emptied(fact)),
            ]
            return changes.map { words, changed in
                let others = all.filter { $0.name != fact.name }
                return FactsState(words: words, facts: Facts(others + [changed]))
            }
        }
        return main(facts) + single
    }

    /// What stands there once it is expired.
    private static func expired(_ fact: Facts.Fact) -> Facts.Fact {
        var fact = fact
        if !fact.value.isEmpty { fact.value = fact.fallback }
        return fact
    }

    private static func emptied(_ fact: Facts.Fact) -> Facts.Fact {
        var fact = fact
        fact.value = ""
        fact.fallback = ""
        return fact
    }
}
