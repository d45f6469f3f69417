/// Finds in a text the words that decided, so that they can be marked where they stand.
struct Highlight {
    /// A stretch of the text, marked or not.
    struct Segment: Equatable {
        var words: String
        var isMarked: Bool
    }

    /// The whole text in segments; of each phrase its first occurrence is marked.
    static func segments(of text: String, marking phrases: [String]) -> [Segment] {
        let characters = Array(text)
        var isMarked = [Bool](repeating: false, count: characters.count)
        for phrase in phrases {
            guard let range = range(of: Array(phrase), in: characters) else { continue }
            for index in range { isMarked[index] = true }
        }
        var segments: [Segment] = []
        for (character, marked) in zip(characters, isMarked) {
            if segments.last?.isMarked == marked {
                segments[segments.count - 1].words.append(character)
            } else {
                segments.append(Segment(words: String(character), isMarked: marked))
            }
        }
        return segments
    }

    /// Where a phrase stands as whole words; any white space in it meets any in the text.
    private static func range(of phrase: [Character], in text: [Character]) -> Range<Int>? {
        guard let first = phrase.first else { return nil }
        for start in text.indices where text[start] == first {
            if start > 0, text[start - 1].isLetter, first.isLetter { continue }
            guard let end = end(of: phrase, at: start, in: text) else { continue }
            if end < text.count, text[end].isLetter, text[end - 1].isLetter { continue }
            return start..<end
        }
        return nil
    }

    private static func end(of phrase: [Character], at start: Int, in text: [Character]) -> Int? {
        var position = start
        var index = 0
        while index < phrase.count {
            guard position < text.count else { return nil }
            if phrase[index].isWhitespace {
                guard text[position].isWhitespace else { return nil }
                while index < phrase.count, phrase[index].isWhitespace { index += 1 }
                while position < text.count, text[position].isWhitespace { position += 1 }
            } else {
                guard phrase[index] == text[position] else { return nil }
                index += 1
                position += 1
            }
        }
        return position
    }
}
