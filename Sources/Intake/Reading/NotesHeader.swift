/// The header of Lotus Notes without labels for sender and date: "X", "03/11/2026 10:12", "Pour",
/// "Objet".
///
/// The labels have no colon; where columns were drawn, several stand on a line.
struct NotesHeader: Sendable {
    private var author: [String]
    private var date: String?
    private var last: HeaderLabel?
    private var cells = 0
    private var found: QuoteHeader?

    private static let longest = 16
    private static let longestLine = 100
}

extension NotesHeader {
    static func starting(at index: Int, in lines: ArraySlice<BodyLine>) -> QuoteHeader? {
        let first = lines[index]
        let rest = lines[(index + 1)...].prefix(longest - 1)
        guard first.folded.count <= longestLine, first.folded.wordCount <= 12, namesSubject(rest)
        else { return nil }
        var header = NotesHeader(author: first)
        for position in rest.indices {
            let line = lines[position]
            if line.depth != first.depth || line.folded.count > longestLine { return nil }
            if line.isBlank { continue }
            for cell in Self.cells(of: line) {
                let cell = BodyLine(cell)
                if !cell.isBlank, !header.take(cell, on: position) { return nil }
            }
            if let found = header.found { return found }
        }
        return nil
    }

    /// A cheap look: whether a line is "Objet", alone or in a column.
    private static func namesSubject(_ lines: ArraySlice<BodyLine>) -> Bool {
        lines.contains { line in
            line.label == .subject
                || (line.folded.count <= 12 && HeaderLabel(bare: line.folded) == .subject)
                || line.content.utf8.contains(0x09)
        }
    }

    /// What tabs or wide gaps part.
    private static func cells(of line: BodyLine) -> [Substring] {
        var cells: [Substring] = []
        var start = line.content.startIndex
        var isBlank = true
        var blanks = 0
        for index in line.content.indices {
            let character = line.content[index]
            if character == "\t" || character == " " {
                blanks += character == "\t" ? 2 : 1
                continue
            }
            if blanks > 1, !isBlank {
                cells.append(line.content[start..<index])
                start = index
            }
            isBlank = false
            blanks = 0
        }
        return cells + [line.content[start...]]
    }

    private init(author line: BodyLine) {
        let words = HeaderWord.words(of: [line])
        if let found = HeaderDate(in: words[...]), found.hasTime, found.hasDay {
            date = HeaderDate.text(words[found.range])
            let name = words[..<found.range.lowerBound].map { String($0.text) }
            author = [name.joined(separator: " ")]
        } else {
            author = [line.content[...].trimmingMarks()]
        }
    }

    /// `false` where no such header can have the cell.
    private mutating func take(_ cell: BodyLine, on position: Int) -> Bool {
        cells += 1
        let bare = HeaderLabel(bare: cell.folded)
        // A letterhead has a colon behind its labels too, but no address at its top.
        let label = bare ?? (author.contains { $0.utf8.contains(0x40) } ? cell.label : nil)
        if bare == nil, label == nil, cell.label != nil { return false }
        switch label {
        case .to: last = .to
        case .copy where last != nil: last = .copy
        case .subject where last != nil && date != nil:
            last = .subject
            let subject = cell.label == nil ? "" : cell.valueAfterLabel
            if !subject.isEmpty { finish(position, subject: subject) }
        case .some: return false
        case nil:
            if last == .subject {
                finish(position, subject: cell.content[...].trimmingMarks())
            } else if date == nil, let found = Self.dateAlone(cell) {
                date = found
            } else if last == nil {
                return takeAuthor(cell)
            }
        }
        return true
    }

    /// The address below the name, or "Veuillez répondre à …" below the date.
    private mutating func takeAuthor(_ cell: BodyLine) -> Bool {
        if date != nil { return cells <= 5 }
        let isWrapped = author.last.map { $0.contains("<") && !$0.contains(">") } ?? false
        guard cells <= 3, cell.folded.contains("@") || isWrapped, cell.folded.wordCount <= 8 else {
            return false
        }
        let text = cell.content[...].trimmingMarks()
        if isWrapped { author[author.count - 1] += text } else { author.append(text) }
        return true
    }

    private mutating func finish(_ position: Int, subject: String) {
        found = QuoteHeader(
            kind: .block,
            end: position + 1,
            author: author.joined(separator: " "),
            date: date,
            subject: subject
        )
    }

    private static func dateAlone(_ line: BodyLine) -> String? {
        guard DateWords.hasTime(line.folded) else { return nil }
        let words = HeaderWord.words(of: [line])
        guard let found = HeaderDate(in: words[...]), found.hasDay, found.hasTime,
            found.range.lowerBound <= 1, words.count - found.range.upperBound <= 3
        else { return nil }
        return HeaderDate.text(words[found.range])
    }
}
