import French

/// The name of a digital service, as it is told from the words it is made of.
struct ServiceName {
    private let words: [String]
    /// The signs at its end that are no words: the `+` of "Administration+".
    private let ending: [UInt8]

    /// `nil`: a name so short that it may be anything, such as "eva".
    init?(_ title: String) {
        let text = TokenizedText(title)
        words = text.tokens.indices.map(text.folded)
        guard let first = words.first, let last = text.tokens.last else { return nil }
        guard words.count > 1 || first.count > 4 else { return nil }
        ending = text.source[last.source.upperBound...].filter { $0 == UInt8(ascii: "+") }
    }

    /// As the reasons of a choice print it.
    var folded: String {
        words.joined(separator: " ") + String(decoding: ending, as: UTF8.self)
    }

    /// Whether the name stands at a word of a text, and not only words that are spelt alike: "le
    /// conseiller numérique m'a dit" names somebody.
    func stands(at index: Int, in text: TokenizedText) -> Bool {
        guard index + words.count <= text.tokens.count,
            words.indices.allSatisfy({ text.folded(index + $0) == words[$0] }),
            text.source[text.tokens[index + words.count - 1].source.upperBound...]
                .starts(with: ending)
        else { return false }
        let isCommonNoun =
            !text.tokens[index].flags.contains(.capitalized) && index > 0
            && Self.articles.contains(text.folded(index - 1))
        return !isCommonNoun
    }

    private static let articles = Set(
        """
        le la les l un une des du de d au aux mon ma mes notre nos votre vos son sa ses leur leurs ce \
        cet cette ces chaque
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
