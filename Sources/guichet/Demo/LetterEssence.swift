/// The few lines of a letter that tell what it says, for those who do not read it whole.
enum LetterEssence {
    /// The first section and the beginning of the one about what comes next; in a letter without
    /// sections, the paragraph after the one that says it was received.
    static func lines(of text: String) -> [String] {
        let sections = sections(of: text)
        guard let first = sections.first else { return withoutSections(text) }
        let next = sections.dropFirst().first { $0.title.hasSuffix("SUITE") }
        return shortened(first.lines) + (next?.lines.prefix(1) ?? [])
    }

    /// The first three lines, and every numbered one: a choice is shown whole.
    private static func shortened(_ lines: [String]) -> [String] {
        var count = 0
        return lines.filter { line in
            if line.first?.isNumber == true { return true }
            count += 1
            return count <= 3
        }
    }

    private struct Section {
        var title: String
        /// Those at the margin: what is indented explains the one above.
        var lines: [String] = []
    }

    /// A line in capitals opens a section, which ends where another opens.
    private static func sections(of text: String) -> [Section] {
        var sections: [Section] = []
        for line in text.split(separator: "\n") {
            if isTitle(line) {
                sections.append(Section(title: String(line)))
            } else if !sections.isEmpty, line.first?.isWhitespace == false {
                sections[sections.count - 1].lines.append(String(line))
            }
        }
        return sections
    }

    static func isTitle(_ line: Substring) -> Bool {
        line.count > 4 && line.contains(where: \.isLetter) && line.first?.isWhitespace == false
            && !line.contains(where: \.isLowercase) && !line.contains(where: \.isNumber)
    }

    private static func withoutSections(_ text: String) -> [String] {
        var paragraphs: [[String]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.allSatisfy(\.isWhitespace) {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(String(line))
            }
        }
        let written = paragraphs.filter { !$0.isEmpty }
        return Array((written.dropFirst(2).first ?? written.last ?? []).prefix(4))
    }
}
