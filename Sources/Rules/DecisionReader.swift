import French

/// Reads the sentences under `[décision]`, a small closed French grammar:
/// `nature : condition {et condition} {sauf condition} {ou …}`.
struct DecisionReader {
    private(set) var sentences: [DecisionList.Sentence] = []

    static let standardSentences = [
        "demande : offre sauf hésitation sauf autre aussi fort que offre sauf autre sans collectivité",
        "à préciser : collectivité et aide cherchée sauf autre ou hésitation sauf autre"
            + " ou lettre jointe sauf autre",
        "autre : sinon",
    ]

    /// Whether the last sentence always holds.
    var isComplete: Bool { sentences.last?.alternatives.contains(where: \.isOtherwise) == true }

    /// Adds the sentence of a line.
    mutating func read(_ line: SourceLine, file: String) throws(PatternError) {
        guard let colon = line.characters.firstIndex(of: ":") else {
            throw PatternError(
                location: line.start,
                problem: "il manque « : » après ce que l'on décide",
                suggestion: "Par exemple : demande : offre."
            )
        }
        let head = line.trimmed(0..<colon)
        let natures = DecisionList.Nature.allCases
        guard let nature = natures.first(where: { fold($0.rawValue) == fold(head.text) }) else {
            throw PatternError(
                location: head.start,
                problem: "« \(head.text) » n'est pas une décision possible",
                suggestion: "On peut écrire : demande, à préciser ou autre."
            )
        }
        if isComplete {
            throw PatternError(
                location: line.start,
                problem: "cette phrase ne servira jamais : celle d'avant dit « sinon »",
                suggestion: "Mettez « sinon » en dernier."
            )
        }
        var words = DecisionWords(line.trimmed(colon + 1..<line.characters.count).words())
        let alternatives = try words.alternatives(at: line.location(colon))
        sentences.append(
            DecisionList.Sentence(
                nature: nature,
                text: line.text(0..<line.characters.count),
                file: file,
                line: line.start.line,
                alternatives: alternatives
            )
        )
    }
}

extension DecisionList.Alternative {
    fileprivate var isOtherwise: Bool {
        terms.count == 1 && terms[0] == Term(condition: .otherwise, isException: false)
    }
}

/// The words of a sentence behind its colon, read from left to right.
private struct DecisionWords {
    private let words: [SourceLine]
    private var index = 0

    init(_ words: [SourceLine]) { self.words = words }

    private func folded(_ offset: Int) -> String? {
        index + offset < words.count ? fold(words[index + offset].text) : nil
    }

    /// Steps over words that stand here in this order.
    private mutating func take(_ wanted: String) -> Bool {
        let parts = wanted.split(separator: " ")
        for (offset, part) in parts.enumerated() where folded(offset) != String(part) {
            return false
        }
        index += parts.count
        return true
    }

    mutating func alternatives(
        at colon: Location
    ) throws(PatternError) -> [DecisionList.Alternative] {
        var alternatives: [DecisionList.Alternative] = []
        repeat {
            var terms: [DecisionList.Alternative.Term] = []
            var isException = false
            repeat {
                let condition = try condition(at: colon)
                terms.append(.init(condition: condition, isException: isException))
                let wasException = isException
                isException = false
                if folded(0) == "et", wasException { throw andAfterExcept() }
                if take("et") { continue }
                isException = take("sauf")
                if !isException { break }
            } while true
            alternatives.append(DecisionList.Alternative(terms: terms))
        } while take("ou")
        if index < words.count {
            throw PatternError(
                location: words[index].start,
                problem: "« \(words[index].text) » n'est pas compris ici",
                suggestion: "Entre deux conditions on écrit : et, ou, sauf."
            )
        }
        return alternatives
    }

    /// `offre sauf autre et collectivité` could be read in two ways.
    private func andAfterExcept() -> PatternError {
        PatternError(
            location: words[index].start,
            problem: "« et » ne se met pas après « sauf »",
            suggestion: "Écrivez d'abord les conditions jointes par « et », puis chaque « sauf »."
        )
    }

    private mutating func condition(at colon: Location) throws(PatternError)
        -> DecisionList.Condition
    {
        if take("sinon") { return .otherwise }
        if take("lettre jointe") { return .letter }
        let targets = try sections(at: colon)
        if take("sans") { return .without(targets, try sections(at: colon)) }
        if take("plus fort que") || take("plus forte que") {
            return .stronger(targets, try sections(at: colon), orEqual: false)
        }
        if take("aussi fort que") || take("aussi forte que") {
            return .stronger(targets, try sections(at: colon), orEqual: true)
        }
        return .reached(targets)
    }

    /// `offre` stands for all its sections, `autre presse` for itself.
    private mutating func sections(at colon: Location) throws(PatternError) -> [Target] {
        guard index < words.count else {
            throw PatternError(
                location: words.last?.start ?? colon,
                problem: "il manque une condition à la fin de la phrase",
                suggestion: "Par exemple : offre, autre, collectivité, sinon."
            )
        }
        // The longest name first, so that `autre presse` is not `autre`.
        for length in stride(from: min(3, words.count - index), to: 0, by: -1) {
            let text = words[index..<index + length].map(\.text).joined(separator: " ")
            let name = fold(text)
            if let target = Target(named: text) {
                index += length
                return [target]
            }
            if let category = Target.Category.allCases.first(where: { fold($0.rawValue) == name }) {
                index += length
                return Target.all.filter { $0.category == category }
            }
        }
        let known = Target.Category.allCases.map(\.rawValue) + Target.all.map(\.description)
        let word = words[index].text
        let nearest = EditDistance.nearest(to: word, among: known)
        throw PatternError(
            location: words[index].start,
            problem: "« \(word) » n'est le nom d'aucune section",
            suggestion: nearest.map { "Vouliez-vous « \($0) » ?" }
                ?? "Par exemple : offre, autre, collectivité, lettre jointe, sinon."
        )
    }
}
