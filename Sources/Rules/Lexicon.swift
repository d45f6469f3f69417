import French

/// Every form that the rules look for, so that one look-up of a token finds all their leaves.
///
/// A leaf is one word of the rules with its forms, or an alternative of such words; its number
/// stands for it in the nodes of a `Program`.
struct Lexicon: Sendable {
    /// One spelling with accents of a folded form.
    struct Variant: Sendable {
        var accented: [UInt8]
        /// A listed word that stands for itself when written without accents (designer).
        var isListed: Bool
        var leaves: [Int32]
        /// The leaves that ask for this form only: these also meet names of places.
        var exactLeaves: [Int32]
        /// The leaves that the word meets in capitals only.
        var acronymLeaves: [Int32] = []
    }

    private(set) var leafCount = 0
    private var forms = ByteTable(minimumCapacity: 4096)
    private var variants: [[Variant]] = []
    private var prefixes = PrefixTree()
    private var typingErrors = TypingErrors()

    // MARK: - Building

    struct Form: Hashable {
        var text: String
        var isExact: Bool
        var isListed: Bool
        /// In capitals only.
        var isAcronym = false
    }

    /// What a leaf meets.
    struct Contents {
        var forms: [Form] = []
        var prefixes: [String] = []
    }

    mutating func addLeaf(_ contents: Contents) -> Int {
        let leaf = Int32(leafCount)
        leafCount += 1
        for form in contents.forms { add(form, leaf: leaf) }
        for prefix in contents.prefixes { prefixes.insert(prefix, leaf: leaf) }
        return Int(leaf)
    }

    /// Makes a word stand for itself though no rule asks for it.
    mutating func list(_ word: String) {
        add(Form(text: word, isExact: false, isListed: true), leaf: nil)
    }

    private mutating func add(_ form: Form, leaf: Int32?) {
        let accented = Array(form.text.utf8)
        let folded = Array(fold(form.text).utf8)
        let index = forms.insert(folded, value: variants.count)
        if index == variants.count {
            variants.append([])
            typingErrors.insert(folded, entry: index)
        }
        let known = variants[index].firstIndex { $0.accented == accented }
        let place = known ?? variants[index].count
        if known == nil {
            variants[index].append(
                Variant(accented: accented, isListed: false, leaves: [], exactLeaves: [])
            )
        }
        if form.isListed { variants[index][place].isListed = true }
        guard let leaf else { return }
        if form.isAcronym {
            Self.enter(leaf, in: &variants[index][place].acronymLeaves)
            return
        }
        Self.enter(leaf, in: &variants[index][place].leaves)
        if form.isExact { Self.enter(leaf, in: &variants[index][place].exactLeaves) }
    }

    /// All forms of a leaf come before those of the next, so it is there already or last.
    private static func enter(_ leaf: Int32, in leaves: inout [Int32]) {
        if leaves.last != leaf { leaves.append(leaf) }
    }

    // MARK: - Looking up

    /// Calls `found` with each leaf that the token meets, and returns the work done.
    ///
    /// - Parameter isName: whether the token is the name of a place, as in `la Creuse`.
    func leaves(
        of index: Int,
        in text: TokenizedText,
        isName: Bool,
        found: (Int) -> Void
    ) -> Int {
        let token = text.tokens[index]
        let (begun, prefixSteps) = prefixes.leaves(of: token, in: text, found: found)
        var steps = 1 + prefixSteps
        guard let entry = forms.value(in: text.folded, token.folded) else {
            if !begun { steps += mistyped(token, text, found) }
            return steps
        }
        let hasAccents = token.flags.contains(.accented)
        if token.flags.contains(.allCapitals) {
            for variant in variants[entry] {
                for leaf in variant.acronymLeaves { found(Int(leaf)) }
                steps += variant.acronymLeaves.count
            }
        }
        let itself = variants[entry].first { Spelling.equal($0.accented, token, text) }
        if let itself, hasAccents || itself.isListed {
            report(itself, isName, &steps, found)
            return steps
        }
        for variant in variants[entry] {
            if !hasAccents || Spelling.agree(variant.accented, token, text) {
                report(variant, isName, &steps, found)
            }
        }
        return steps
    }

    /// A mistyped word is never an exact form.
    private func mistyped(_ token: Token, _ text: TokenizedText, _ found: (Int) -> Void) -> Int {
        var (entry, steps) = typingErrors.entry(near: token, in: text)
        guard let entry else { return steps }
        for variant in variants[entry] {
            steps += variant.leaves.count
            for leaf in variant.leaves where !variant.exactLeaves.contains(leaf) {
                found(Int(leaf))
            }
        }
        return steps
    }

    private func report(
        _ variant: Variant,
        _ isName: Bool,
        _ steps: inout Int,
        _ found: (Int) -> Void
    ) {
        let leaves = isName ? variant.exactLeaves : variant.leaves
        steps += leaves.count
        for leaf in leaves { found(Int(leaf)) }
    }
}

/// Compares the accents that a writer put with those of a rule.
enum Spelling {
    static func equal(_ accented: [UInt8], _ token: Token, _ text: TokenizedText) -> Bool {
        accented.elementsEqual(text.accented[token.accented])
    }

    /// Whether a word written with accents can be meant: none where the rule has none, and one
    /// at its end (désigné) if it has one there. Tolerated: `probléme`, `developpé`.
    static func agree(_ accented: [UInt8], _ token: Token, _ text: TokenizedText) -> Bool {
        let wanted = Array(String(decoding: accented, as: UTF8.self).unicodeScalars)
        let written = Array(
            String(decoding: text.accented[token.accented], as: UTF8.self).unicodeScalars
        )
        guard wanted.count <= written.count else { return false }
        for (want, write) in zip(wanted, written) where want != write {
            if want.isASCII { return false }
        }
        var last = wanted.count - 1
        while last > 0, wanted[last] == "s" || wanted[last] == "e" { last -= 1 }
        return wanted[last].isASCII || !written[last].isASCII
    }
}

/// Beginnings of words, `irritant*`, as a tree over folded bytes.
struct PrefixTree: Sendable {
    private struct Ending: Sendable {
        var accented: [UInt8]
        var leaf: Int32
    }

    /// a to z, 0 to 9, and everything else.
    private static let width = 37

    private var next = [Int32](repeating: 0, count: PrefixTree.width)
    private var endings: [[Ending]] = [[]]

    mutating func insert(_ prefix: String, leaf: Int32) {
        var node = 0
        for byte in fold(prefix).utf8 {
            let slot = node * PrefixTree.width + PrefixTree.column(byte)
            if next[slot] == 0 {
                next[slot] = Int32(endings.count)
                endings.append([])
                next += [Int32](repeating: 0, count: PrefixTree.width)
            }
            node = Int(next[slot])
        }
        endings[node].append(Ending(accented: Array(prefix.utf8), leaf: leaf))
    }

    func leaves(of token: Token, in text: TokenizedText, found: (Int) -> Void)
        -> (found: Bool, steps: Int)
    {
        var isFound = false
        var node = 0
        var steps = 0
        for at in token.folded {
            node = Int(next[node * PrefixTree.width + PrefixTree.column(text.folded[at])])
            if node == 0 { break }
            steps += 1
            for ending in endings[node]
            where !token.flags.contains(.accented)
                || Spelling.agree(ending.accented, token, text)
            {
                steps += 1
                isFound = true
                found(Int(ending.leaf))
            }
        }
        return (isFound, steps)
    }

    private static func column(_ byte: UInt8) -> Int {
        switch byte {
        case 0x61...0x7A: Int(byte) - 0x61
        case 0x30...0x39: Int(byte) - 0x30 + 26
        default: 36
        }
    }
}
