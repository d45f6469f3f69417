/// A set of folded phrases looked for in one pass, each only where a word starts.
///
/// Written `je suis absent | absent du_`: a phrase ends anywhere, so that `absent` also finds
/// `absente`; `_` at its end asks for the end of the word.
struct WordingSet: Sendable {
    private struct Phrase: Sendable {
        var start: Int
        var length: Int
        var isWhole: Bool
    }

    /// All phrases, one after the other.
    private let text: [UInt8]
    private let phrases: [Phrase]
    /// Where the phrases with a first byte begin in `phrases`; those of the next byte end them.
    private let firsts: [Int]

    init(_ phrases: String) {
        var text: [UInt8] = []
        var list: [Phrase] = []
        var firsts = [Int](repeating: 0, count: 257)
        let written = phrases.split { $0 == "|" || $0.isNewline }
            .map { Wording($0).bytes }.filter { !$0.isEmpty }
        for first in 0..<256 {
            firsts[first] = list.count
            for phrase in written where Int(phrase[0]) == first {
                let isWhole = phrase.last == 0x5F
                let length = isWhole ? phrase.count - 1 : phrase.count
                list.append(Phrase(start: text.count, length: length, isWhole: isWhole))
                text += phrase.prefix(length)
            }
        }
        firsts[256] = list.count
        self.text = text
        self.phrases = list
        self.firsts = firsts
    }

    /// The first phrase that occurs; `nil` when none does.
    func first(in wording: Wording) -> String? {
        occurrences(in: wording, isEnough: { _ in true }).first.map(phrase)
    }

    func occur(in wording: Wording) -> Bool {
        !occurrences(in: wording, isEnough: { _ in true }).isEmpty
    }

    /// What stands behind the first place where a phrase occurs; `nil` when none does.
    func text(after wording: Wording) -> Wording? {
        wording.bytes.withUnsafeBufferPointer { bytes in
            Steps.count(bytes.count)
            for position in bytes.indices
            where position == 0 || !Wording.isWord(bytes[position - 1]) {
                guard let index = index(of: bytes, at: position) else { continue }
                return Wording(folded: bytes[(position + phrases[index].length)...])
            }
            return nil
        }
    }

    /// How many different phrases occur.
    func count(in wording: Wording) -> Int {
        occurrences(in: wording, isEnough: { _ in false }).count
    }

    /// The phrase that the text starts with.
    func prefix(of wording: Wording) -> String? {
        if wording.isEmpty { return nil }
        return wording.bytes.withUnsafeBufferPointer { index(of: $0, at: 0) }.map(phrase)
    }

    func start(_ wording: Wording) -> Bool {
        !wording.isEmpty && wording.bytes.withUnsafeBufferPointer { index(of: $0, at: 0) } != nil
    }

    private func phrase(_ index: Int) -> String {
        let phrase = phrases[index]
        return String(decoding: text[phrase.start..<(phrase.start + phrase.length)], as: UTF8.self)
    }

    private func occurrences(in wording: Wording, isEnough: (Int) -> Bool) -> Set<Int> {
        wording.bytes.withUnsafeBufferPointer { bytes in
            Steps.count(bytes.count)
            var found: Set<Int> = []
            var previousIsWord = false
            for position in bytes.indices {
                if !previousIsWord, let index = index(of: bytes, at: position) {
                    found.insert(index)
                    if isEnough(index) { return found }
                }
                previousIsWord = Wording.isWord(bytes[position])
            }
            return found
        }
    }

    private func index(of bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
        let first = Int(bytes[position])
        return (firsts[first]..<firsts[first + 1]).first { index in
            occurs(phrases[index], in: bytes, at: position)
        }
    }

    private func occurs(
        _ phrase: Phrase,
        in bytes: UnsafeBufferPointer<UInt8>,
        at position: Int
    ) -> Bool {
        let end = position + phrase.length
        guard end <= bytes.count else { return false }
        for offset in 0..<phrase.length
        where bytes[position + offset] != text[phrase.start + offset] {
            return false
        }
        return !phrase.isWhole || end == bytes.count || !Wording.isWord(bytes[end])
    }
}
