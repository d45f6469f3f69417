import French

/// Turns patterns into a `Program`; equal parts of different rules become one node.
struct Compiler {
    /// A part of a pattern whose parts have their numbers.
    enum Node: Hashable {
        case leaf(Int)
        case any([Int])
        case chain([Program.Link])
        case together([Program.Link])
    }

    private(set) var program = Program()

    private let sets: [String: RuleReader.WordSet]
    private let abbreviations: Abbreviations
    private var compiledSets: [String: Int] = [:]
    private var nodes: [Node] = []
    private var nodeNumbers: [Node: Int] = [:]
    private var leafNumbers: [Pattern.Word: Int] = [:]
    private var anchorSets: [Int: Set<Int>] = [:]
    private var classNumbers: [[Int]: Int] = [:]
    private var contents: [Lexicon.Contents] = []
    /// Parallel to leaves: how common it is likely to be; rules wait for the rarest.
    private var frequency: [Int] = []

    init(
        rules: [RuleSource],
        sets: [String: RuleReader.WordSet],
        abbreviations: Abbreviations
    ) {
        self.sets = sets
        self.abbreviations = abbreviations
        for rule in rules { add(rule) }
        for word in Compiler.wordsForThemselves { program.lexicon.list(word) }
    }

    private mutating func add(_ rule: RuleSource) {
        let root = compile(abbreviations.expand(rule.pattern))
        let number = program.rules.count
        program.rules.append(
            Program.Rule(
                target: rule.target,
                name: rule.name,
                weight: rule.weight,
                isTrial: rule.isTrial,
                scope: rule.scope,
                location: rule.location
            )
        )
        let anchors = anchors(of: root)
        for leaf in anchors.sorted() { program.waiting[leaf].append(Int32(number)) }
        let first = program.needs.count
        for need in needs(of: root, besides: anchors) {
            let start = Int32(program.neededLeaves.count)
            program.neededLeaves += need.sorted().map(Int32.init)
            program.needs.append(start..<Int32(program.neededLeaves.count))
        }
        program.triggers.append(
            Program.Trigger(
                root: Int32(root),
                places: rule.scope.places.reduce(0) { $0 | $1.bit },
                firstNeed: Int32(first),
                needCount: Int32(program.needs.count - first)
            )
        )
    }

    // MARK: - Nodes

    private mutating func compile(_ pattern: Pattern) -> Int {
        switch pattern {
        case .word(let word): return node(.leaf(leaf(word)))
        case .phrase(let words):
            let links = words.map { Program.Link(node: node(.leaf(leaf($0)))) }
            return links.count == 1 ? links[0].node : node(.chain(links))
        case .set(let name, _):
            let key = fold(name)
            if let known = compiledSets[key] { return known }
            let number = alternatives(
                (sets[key]?.members ?? []).map { compile(abbreviations.expand($0)) }
            )
            compiledSets[key] = number
            return number
        case .any(let patterns):
            return alternatives(patterns.map { compile($0) })
        case .sequence(let elements):
            return node(
                .chain(
                    elements.map {
                        Program.Link(
                            node: compile($0.pattern),
                            gap: $0.gap,
                            isOptional: $0.isOptional
                        )
                    }
                )
            )
        case .together(let patterns, let within):
            let limits = [0] + within.map { $0 ?? Tokenization.endless }
            return node(
                .together(
                    zip(patterns, limits).map { Program.Link(node: compile($0), gap: $1) }
                )
            )
        }
    }

    /// Single words among alternatives become one leaf, so that a long set costs one look-up.
    private mutating func alternatives(_ numbers: [Int]) -> Int {
        var leaves: Set<Int> = []
        var others: [Int] = []
        for number in numbers {
            switch nodes[number] {
            case .leaf(let leaf): leaves.insert(leaf)
            case .any(let inner):
                for number in inner {
                    if case .leaf(let leaf) = nodes[number] {
                        leaves.insert(leaf)
                    } else {
                        others.append(number)
                    }
                }
            default: others.append(number)
            }
        }
        var choices: [Int] = []
        if !leaves.isEmpty { choices.append(node(.leaf(classLeaf(leaves.sorted())))) }
        var seen: Set<Int> = []
        for other in others where seen.insert(other).inserted { choices.append(other) }
        return choices.count == 1 ? choices[0] : node(.any(choices))
    }

    private mutating func node(_ node: Node) -> Int {
        if let known = nodeNumbers[node] { return known }
        let number = nodes.count
        nodeNumbers[node] = number
        nodes.append(node)
        program.nodes.append(flat(node))
        return number
    }

    private mutating func flat(_ node: Node) -> Program.Node {
        switch node {
        case .leaf(let leaf):
            return Program.Node(kind: .leaf, namesNegation: false, first: Int32(leaf))
        case .any(let choices): return flatAny(choices)
        case .chain(let links):
            return flat(.chain, links, namesNegation: namesNegation(node))
        case .together(let links): return flat(.together, links, namesNegation: false)
        }
    }

    private mutating func flat(
        _ kind: Program.Node.Kind,
        _ links: [Program.Link],
        namesNegation: Bool
    ) -> Program.Node {
        let first = program.links.count
        program.links += links
        return Program.Node(
            kind: kind,
            namesNegation: namesNegation,
            first: Int32(first),
            count: Int32(links.count)
        )
    }

    /// Phrases beside which a set's own phrases are looked at one by one.
    private static let fewestWidePhrases = 8

    private mutating func flatAny(_ choices: [Int]) -> Program.Node {
        var phrases: [Int] = []
        var kept: [Int] = []
        for choice in choices {
            if case .leaf = nodes[choice] { kept.append(choice) } else { phrases.append(choice) }
        }
        guard phrases.count > Compiler.fewestWidePhrases else {
            return flat(.any, choices.map { Program.Link(node: $0) }, namesNegation: false)
        }
        for phrase in phrases {
            for leaf in anchors(of: phrase) {
                program.hopes[leaf].append(
                    Program.Hope(wide: Int32(program.wideCount), node: Int32(phrase))
                )
            }
        }
        var node = flat(.any, kept.map { Program.Link(node: $0) }, namesNegation: false)
        node.wide = Int32(program.wideCount)
        program.wideCount += 1
        return node
    }

    private func namesNegation(_ node: Node) -> Bool {
        guard case .chain(let links) = node else { return false }
        return links.contains { link in
            guard case .leaf(let leaf) = nodes[link.node] else {
                return program.nodes[link.node].namesNegation
            }
            return contents[leaf].forms.contains { Compiler.negations.contains($0.text) }
        }
    }

    // MARK: - Leaves

    private mutating func leaf(_ word: Pattern.Word) -> Int {
        if let known = leafNumbers[word] { return known }
        var made = Lexicon.Contents()
        switch word.kind {
        case .prefix: made.prefixes = [word.text]
        case .exact: made.forms = [Lexicon.Form(text: word.text, isExact: true, isListed: true)]
        case .quoted: made.forms = [Lexicon.Form(text: word.text, isExact: true, isListed: false)]
        case .acronym:
            made.forms = [
                Lexicon.Form(text: word.text, isExact: false, isListed: false, isAcronym: true)
            ]
        case .inflected, .capitals:
            let forms = WordForms.forms(of: word.text)
            let isVerb = Conjugation.forms(of: word.text) != nil
            made.forms = forms.enumerated().map { index, text in
                Lexicon.Form(text: text, isExact: false, isListed: !isVerb || index == 0)
            }
        }
        if word.kind != .prefix, let elided = Compiler.elisions[word.text] {
            made.forms.append(Lexicon.Form(text: elided, isExact: false, isListed: false))
        }
        for index in made.forms.indices where made.forms[index].text.utf8.count < 4 {
            made.forms[index].isListed = false
        }
        let number = addLeaf(made)
        leafNumbers[word] = number
        return number
    }

    private mutating func classLeaf(_ members: [Int]) -> Int {
        if members.count == 1 { return members[0] }
        if let known = classNumbers[members] { return known }
        var made = Lexicon.Contents()
        for member in members {
            made.forms += contents[member].forms
            made.prefixes += contents[member].prefixes
        }
        let number = addLeaf(made)
        classNumbers[members] = number
        return number
    }

    private mutating func addLeaf(_ made: Lexicon.Contents) -> Int {
        contents.append(made)
        let shortest = made.forms.map(\.text.utf8.count).min() ?? 4
        let isCommon = made.forms.contains { Compiler.common.contains($0.text) }
        frequency.append(made.forms.count + 200 / (shortest + 1) + (isCommon ? 1000 : 0))
        program.waiting.append([])
        program.hopes.append([])
        return program.lexicon.addLeaf(made)
    }

    // MARK: - Anchors

    /// Leaves of which every match contains at least one.
    private mutating func anchors(of number: Int) -> Set<Int> {
        if let known = anchorSets[number] { return known }
        let anchors = computeAnchors(nodes[number])
        anchorSets[number] = anchors
        return anchors
    }

    /// Leaves a rule's other words may be: looked at when it is tried.
    private static let mostNeeds = 4
    private static let widestNeed = 16

    /// Some sets of leaves, of each of which every match contains at least one.
    private mutating func needs(of number: Int, besides anchors: Set<Int>) -> [Set<Int>] {
        var found: [Set<Int>] = []
        collectNeeds(of: number, into: &found)
        let useful = found.filter { $0 != anchors && $0.count <= Compiler.widestNeed }
        return Array(useful.sorted { cost($0) < cost($1) }.prefix(Compiler.mostNeeds))
    }

    private mutating func collectNeeds(of number: Int, into found: inout [Set<Int>]) {
        switch nodes[number] {
        case .leaf, .any:
            let anchors = anchors(of: number)
            if !anchors.isEmpty, !found.contains(anchors) { found.append(anchors) }
        case .chain(let links), .together(let links):
            for link in links where !link.isOptional && found.count < 12 {
                collectNeeds(of: link.node, into: &found)
            }
        }
    }

    private mutating func computeAnchors(_ node: Node) -> Set<Int> {
        switch node {
        case .leaf(let leaf): return [leaf]
        case .any(let choices):
            var union: Set<Int> = []
            for choice in choices { union.formUnion(anchors(of: choice)) }
            return union
        case .chain(let links), .together(let links):
            var choices: [Set<Int>] = []
            for link in links where !link.isOptional { choices.append(anchors(of: link.node)) }
            return rarest(choices)
        }
    }

    private func rarest(_ choices: [Set<Int>]) -> Set<Int> {
        choices.min { cost($0) < cost($1) } ?? []
    }

    private func cost(_ leaves: Set<Int>) -> Int { leaves.reduce(0) { $0 + frequency[$1] } }

    // MARK: - Data

    private static let negations: Set<String> = [
        "ne", "n", "pas", "jamais", "aucun", "aucune", "rien", "ni", "sans", "plutôt", "non",
        "nul", "nulle", "lieu", "personne",
    ]

    private static let elisions = [
        "de": "d", "le": "l", "la": "l", "je": "j", "ne": "n", "me": "m", "te": "t", "se": "s",
        "si": "s", "ce": "c", "que": "qu", "jusque": "jusqu", "lorsque": "lorsqu",
        "puisque": "puisqu", "quoique": "quoiqu",
    ]

    /// Words without accents that are other words than their accented twins: dû, né, entré.
    private static let wordsForThemselves = [
        "designer", "designers", "design", "du", "ne", "entre", "contre", "outre",
    ]

    private static let common: Set<String> = [
        "un", "une", "le", "la", "les", "de", "du", "des", "d", "l", "à", "au", "aux", "en", "et",
        "ou", "que", "qu", "qui", "ce", "c", "est", "il", "elle", "on", "nous", "vous", "je", "j",
        "ne", "n", "pas", "pour", "par", "dans", "sur", "avec", "se", "s", "a", "ai", "avons",
        "fait", "faire", "être", "sont", "son", "sa", "ses", "notre", "nos", "votre", "vos",
        "mon", "ma", "mes", "y", "si", "plus", "sans", "tout",
    ]
}

enum Tokenization {
    /// Wider than any sentence.
    static let endless = 1_000_000
}
