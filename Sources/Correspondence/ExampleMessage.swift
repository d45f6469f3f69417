import French

/// A message, made ready for comparison: the subjects it names and how much it dwells on each.
struct ExampleMessage {
    struct Subject {
        /// From 0 to about 1.4.
        var weight: Double
        /// As the writer named it where he dwells on it most.
        var words: String
        /// In how many sentences of the text it is named, other than in passing.
        var sentences: Set<Int> = []
        /// Whether the subject line or a sentence that decided names it.
        var isStressed = false
    }

    /// By the number of the subject; those said in passing alone are not there.
    private(set) var subjects: [Int: Subject] = [:]
    let places: Set<String>
    private var parts: [(words: [String], weights: [Double])] = []

    /// A sentence that decided, or the mail's subject line.
    private static let stressed = 1.2
    /// Named in several sentences.
    private static let repeated = 1.15
    /// Named once, in a long mail or one whose subject line names something else.
    private static let once = 0.65
    /// Where something happens is seldom what is asked.
    private static let setting = 0.65
    /// Words from which a mail is long.
    private static let long = 150

    init(_ query: ExampleQuery, thesaurus: ExampleThesaurus) {
        places = Set(query.places.map(ExampleWords.place))
        take(query.subject, of: query, isSubjectLine: true, thesaurus)
        let hasTellingSubject = subjects.keys.contains {
            thesaurus.subjects[$0].strength == .strong
        }
        take(query.text, of: query, isSubjectLine: false, thesaurus)
        let isLong = (parts.last?.words.count ?? 0) >= Self.long
        for (number, subject) in subjects {
            if subject.sentences.count > 1 {
                subjects[number]?.weight *= Self.repeated
            } else if !subject.isStressed, isLong || hasTellingSubject {
                subjects[number]?.weight *= Self.once
            }
        }
    }

    private mutating func take(
        _ source: String,
        of query: ExampleQuery,
        isSubjectLine: Bool,
        _ thesaurus: ExampleThesaurus
    ) {
        let mentions = ExampleMentions(of: source, in: thesaurus)
        let text = mentions.text
        let passing = ExamplePassing(
            text,
            organisation: query.organisation,
            isSubjectLine: isSubjectLine
        )
        parts.append((text.tokens.indices.map(text.folded), passing.weights))
        let deciding = isSubjectLine ? [] : Self.sentences(of: text, holding: query.deciding)
        for mention in mentions.all {
            guard let first = mention.tokens.min(), let last = mention.tokens.max() else {
                continue
            }
            let said = mention.tokens.map { passing.weights[$0] }.min() ?? 0
            let weight = passing.isSetting(first) && last - first < 2 ? said * Self.setting : said
            guard weight > 0 else { continue }
            let isStressed = isSubjectLine || deciding.contains(mention.sentence)
            let words = text.written(first..<last + 1)
            var subject = subjects[mention.subject] ?? Subject(weight: 0, words: words)
            let own = weight * (isStressed ? Self.stressed : 1)
            if own > subject.weight { (subject.weight, subject.words) = (own, words) }
            if isStressed { subject.isStressed = true }
            if weight >= 1 { subject.sentences.insert(isSubjectLine ? -1 : mention.sentence) }
            subjects[mention.subject] = subject
        }
    }

    /// Whether a service is named by its name, other than in passing.
    func names(_ name: [String]) -> Bool {
        // A single everyday word is no name: "eva" is one, but short.
        guard name.count > 1 || (name.first?.count ?? 0) > 4 else { return false }
        return parts.contains { part in
            part.words.indices.contains { start in
                part.words[start] == name[0] && part.weights[start] >= 1
                    && part.words[start...].starts(with: name)
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

extension ExampleMentions {
    /// A service's name, word by word.
    static func name(_ title: String) -> [String] {
        let text = TokenizedText(title)
        return text.tokens.indices.map(text.folded)
    }
}
