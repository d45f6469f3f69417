/// The rules as the matcher runs them: leaves, nodes made of leaves, and who waits for which leaf.
///
/// All of it is flat: running it allocates nothing for a rule.
struct Program: Sendable {
    /// A part of a pattern; equal parts of different rules are one node.
    struct Node: Sendable {
        enum Kind: UInt8, Sendable { case leaf, any, chain, together }

        var kind: Kind
        /// It names a negation itself (`pas encore`), so that negated words count.
        var namesNegation: Bool
        /// The number of the leaf, or the first of its `links`.
        var first: Int32
        var count: Int32 = 0
        /// Its place among the alternatives of many phrases, whose phrases wait for their own
        /// leaves like rules; -1 for any other node.
        var wide: Int32 = -1
    }

    /// A part of a node: what may stand before it counts for chains and `&`.
    struct Link: Hashable, Sendable {
        var node: Int
        var gap = 0
        var isOptional = false
    }

    struct Rule: Sendable {
        var target: Target
        var name: String
        var weight: Double
        var isTrial: Bool
        var scope: Scope
        var location: Location
    }

    /// What is needed to try a rule.
    struct Trigger: Sendable {
        var root: Int32
        var places: UInt8
        /// Its `needs`.
        var firstNeed: Int32
        var needCount: Int32
    }

    /// A phrase of a wide alternative, as one of its leaves wakes it.
    struct Hope: Sendable {
        var wide: Int32
        var node: Int32
    }

    var lexicon = Lexicon()
    var nodes: [Node] = []
    var links: [Link] = []
    var rules: [Rule] = []
    /// Parallel to `rules`.
    var triggers: [Trigger] = []
    /// For each leaf the rules that cannot match without one of their leaves, this one among them.
    var waiting: [[Int32]] = []
    /// For each leaf the phrases that cannot match without one of their leaves.
    var hopes: [[Hope]] = []
    var wideCount = 0
    /// Some leaves, of which a rule needs at least one besides the one it waits for.
    var needs: [Range<Int32>] = []
    var neededLeaves: [Int32] = []
}
