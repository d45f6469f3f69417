/// The rules as the matcher runs them: leaves, nodes made of leaves, and who waits for which leaf.
struct Program: Sendable {
    indirect enum Node: Hashable, Sendable {
        case leaf(Int)
        case any([Int])
        case chain([Link])
        case together([Int], within: [Int])
    }

    struct Link: Hashable, Sendable {
        var node: Int
        var gap: Int
        var isOptional: Bool
    }

    struct Rule: Sendable {
        var target: Target
        var name: String
        var weight: Double
        var isTrial: Bool
        var scope: Scope
        var root: Int
        var location: Location
    }

    var lexicon = Lexicon()
    var nodes: [Node] = []
    /// Parallel to `nodes`: it names a negation itself (`pas encore`), so that negated words count.
    var namesNegation: [Bool] = []
    var rules: [Rule] = []
    /// For each leaf the rules that cannot match without one of their leaves, this one among them.
    var waiting: [[Int32]] = []
}
