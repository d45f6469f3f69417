import French

/// A message, made ready for comparison: the subjects it names and how much it dwells on each.
struct ExampleMessage {
    struct Subject {
        /// From 0 to about 1.4.
        var weight: Double
        /// As the writer named it where he dwells on it most.
        var words: String
        /// In which sentences it is named, other than in passing.
        var sentences: Set<Int> = []
        /// By which words, those of lists among them.
        var names: Set<String> = []
        /// Whether the subject line or a sentence that decided names it.
        var isStressed = false
        /// Whether it was named by a name that suffices alone.
        var isPlain = false
        /// Whether it was named by several words together, which are seldom met by chance.
        var isPhrase = false
    }

    /// By the number of the subject; those said in passing alone are not there.
    private(set) var subjects: [Int: Subject] = [:]
    let places: Set<String>
    private var parts: [(text: TokenizedText, weights: [Double], isSetting: [Bool])] = []
    /// What each word tells beside that of a mail of usual length: who writes little says nothing twice.
    private(set) var density = 1.0

    /// A sentence that decided, or the mail's subject line.
    private static let stressed = 1.2
    /// Named in several sentences.
    private static let repeated = 1.15
    /// Named once, in a long mail or one whose subject line names something else.
    private static let once = 0.65
    /// Named by a name that says little alone.
    private static let common = 0.5
    /// Named by several of those.
    private static let commonTogether = 1.7
    /// Where something happens is seldom what is asked.
    private static let setting = 0.65
    /// Characters that are looked at: what a mail asks for stands early.
    private static let limit = 20_000
    /// Words up to which one word said once is what a mail is about.
    private static let brief = 60
    /// Words from which even a phrase said once may not be.
    private static let long = 100
    /// Words up to which a message is but a sentence or two, and from which it is of usual length.
    private static let terse = 22.0
    private static let usual = 40.0
    private static let greatestDensity = 1.35

    init(_ query: ExampleQuery, thesaurus: ExampleThesaurus) {
        places = Set(query.places.map(ExampleWords.place))
        take(query.subject, of: query, isSubjectLine: true, thesaurus)
        let hasTellingSubject = subjects.keys.contains {
            thesaurus.subjects[$0].strength == .strong
        }
        take(query.text, of: query, isSubjectLine: false, thesaurus)
        let length = parts.last?.text.tokens.count ?? 0
        density = Self.density(words: parts.reduce(0) { $0 + $1.text.tokens.count })
        for (number, subject) in subjects {
            if !subject.isPlain {
                if subject.names.count > 1 { subjects[number]?.weight *= Self.commonTogether }
            } else if subject.sentences.count > 1 || subject.names.count > 1 {
                subjects[number]?.weight *= Self.repeated
            } else if !subject.isStressed,
                hasTellingSubject || length >= (subject.isPhrase ? Self.long : Self.brief)
            {
                subjects[number]?.weight *= Self.once
            }
        }
    }

    private static func density(words: Int) -> Double {
        let excess = min(max((Double(words) - terse) / (usual - terse), 0), 1)
        return greatestDensity + (1 - greatestDensity) * excess
    }

    private mutating func take(
        _ source: String,
        of query: ExampleQuery,
        isSubjectLine: Bool,
        _ thesaurus: ExampleThesaurus
    ) {
        let mentions = ExampleMentions(of: String(source.prefix(Self.limit)), in: thesaurus)
        let text = mentions.text
        let passing = ExamplePassing(
            text,
            organisation: query.organisation,
            isSubjectLine: isSubjectLine
        )
        parts.append((text, passing.weights, text.tokens.indices.map(passing.isSetting)))
        let deciding = isSubjectLine ? [] : Self.sentences(of: text, holding: query.deciding)
        for mention in mentions.all {
            guard let first = mention.tokens.min(), let last = mention.tokens.max() else {
                continue
            }
            let said = mention.tokens.map { passing.weights[$0] }.min() ?? 0
            var weight = passing.isSetting(first) && last - first < 2 ? said * Self.setting : said
            guard weight > 0 else { continue }
            if mention.isCommon { weight *= Self.common }
            let isStressed = isSubjectLine || deciding.contains(mention.sentence)
            let words = text.written(first..<last + 1)
            var subject = subjects[mention.subject] ?? Subject(weight: 0, words: words)
            let own = weight * (isStressed ? Self.stressed : 1)
            if own > subject.weight { (subject.weight, subject.words) = (own, words) }
            if isStressed { subject.isStressed = true }
            if !mention.isCommon, said > ExamplePassing.listed { subject.isPlain = true }
            if mention.tokens.count > 1 { subject.isPhrase = true }
            if said >= 1 { subject.sentences.insert(isSubjectLine ? -1 : mention.sentence) }
            if said >= ExamplePassing.listed {
                subject.names.insert(ExampleWords.stem(text.folded(first)))
            }
            subjects[mention.subject] = subject
        }
    }

    /// How much it resembles each example.
    func likenesses(in likeness: ExampleLikeness) -> [Int: ExampleLikeness.Score] {
        likeness.scores(
            of: parts.flatMap { part in
                let weights = part.weights.indices.map { index in
                    part.isSetting[index] ? part.weights[index] * Self.setting : part.weights[index]
                }
                return ExampleLikeness.words(of: part.text, weights: weights)
            }
        )
    }

    /// Whether a service is named by its name, other than in passing.
    func names(_ name: ServiceName) -> Bool {
        parts.contains { part in
            part.text.tokens.indices.contains {
                part.weights[$0] >= ExamplePassing.listed && name.stands(at: $0, in: part.text)
            }
        }
    }

    /// The sentences in which words stand that decided.
    private static func sentences(of text: TokenizedText, holding phrases: [String]) -> Set<Int> {
        guard !phrases.isEmpty else { return [] }
        let phrases = phrases.map { fold($0) }
        return Set(
            text.sentences.indices.filter { index in
                let sentence = fold(text.written(text.sentences[index].tokens))
                return phrases.contains { sentence.contains($0) }
            }
        )
    }
}
