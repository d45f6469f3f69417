/// A body of which each line is told apart.
struct Letter: Sendable {
    private let layout: Layout
    /// What each line is; `nil` for blank ones.
    private var kinds: [Reading.Part.Kind?]

    /// - Parameter isForward: whether the mail below the writer's words, if any, is passed on.
    init(_ layout: Layout, writer: LetterWriter, hasAttachment: Bool, isForward: Bool) {
        self.layout = layout
        kinds = Array(repeating: nil, count: layout.lines.count)
        for quote in layout.quotes {
            for index in quote.lines { set(.quotation, index) }
        }
        // Below other words, or above a mail that is passed on, a signature may stand alone.
        var continues = isForward
        var left = Self.signedLines
        for (number, segment) in layout.segments.enumerated() {
            for index in segment.lines { set(.own, index) }
            let isLast = number == layout.segments.count - 1
            let range = segment.lines.suffix(isLast ? Self.signedLines : left)
            guard !range.isEmpty else { continue }
            left = max(0, left - range.count)
            let signed = SignedText(
                layout.lines[range],
                writer: writer,
                mayBeSigned: segment.mayBeSigned,
                hasAttachment: hasAttachment,
                continues: continues
            )
            continues = continues || signed.tags.contains(.own)
            for (index, tag) in zip(range, signed.tags) { set(tag, index) }
        }
    }

    /// How many lines are searched for signatures, and as many at the end: no letter has more.
    private static let signedLines = 2_000

    private mutating func set(_ kind: Reading.Part.Kind, _ index: Int) {
        let line = layout.lines[index]
        kinds[index] = line.isBlank && !line.isQuoted ? nil : kind
    }

    var reading: Reading {
        var reading = Reading(
            newText: text(of: .own) ?? "",
            signature: text(of: .signature),
            quotation: quotation,
            disclaimer: text(of: .disclaimer)
        )
        reading.parts = parts
        reading.answers = answers
        return reading
    }

    /// The lines of one kind; where others or blank lines stood between them, one blank line.
    func lines(of kind: Reading.Part.Kind) -> [BodyLine] {
        lines(of: kind, in: kinds.indices)
    }

    private func lines(of kind: Reading.Part.Kind, in range: Range<Int>) -> [BodyLine] {
        var found: [BodyLine] = []
        var isApart = false
        for index in range {
            guard kinds[index] == kind else {
                isApart = true
                continue
            }
            if isApart, !found.isEmpty { found.append(BodyLine("")) }
            isApart = false
            found.append(layout.lines[index])
        }
        return found
    }

    private func text(of kind: Reading.Part.Kind) -> String? { Self.text(lines(of: kind)) }

    /// `nil` where there is nothing but white space.
    private static func text(_ lines: some Sequence<BodyLine>) -> String? {
        let text = lines.map(\.text).joined(separator: "\n").trimmingBlankEnds()
        return text.isEmpty ? nil : text
    }

    /// As it stood, blank lines included.
    private var quotation: String? {
        Self.text(layout.quotes.lazy.flatMap { layout.lines[$0.lines] })
    }

    /// Lines of one kind in a row, blank lines between them included.
    private var parts: [Reading.Part] {
        var parts: [Reading.Part] = []
        for (line, kind) in zip(layout.lines, kinds) {
            guard let kind else { continue }
            if let last = parts.last, last.kind == kind {
                parts[parts.count - 1].span = last.span.lowerBound..<line.span.upperBound
            } else {
                parts.append(Reading.Part(kind: kind, span: line.span))
            }
        }
        return parts
    }
}

// MARK: - Answers between quoted lines

extension Letter {
    /// What stands under quoted lines, unless it is all that does: that answers the whole mail.
    private var answers: [Reading.Answer] {
        var found: [Reading.Answer] = []
        var isBetween = false
        var quotes = layout.quotes[...]
        for segment in layout.segments {
            var above: Layout.Quote?
            while let next = quotes.first, next.lines.upperBound <= segment.lines.lowerBound {
                above = next
                quotes.removeFirst()
            }
            guard let above, let quoted = Self.words(of: above, in: layout.lines),
                let text = Self.text(lines(of: .own, in: segment.lines)),
                !isFarewell(segment.lines)
            else { continue }
            isBetween =
                isBetween || !found.isEmpty
                || quotes.contains { Self.words(of: $0, in: layout.lines) != nil }
            found.append(Reading.Answer(quoted: quoted, text: text))
        }
        return isBetween ? found : []
    }

    /// "À jeudi !" under the last lines of the other is no answer to them.
    private func isFarewell(_ range: Range<Int>) -> Bool {
        let shapes = ShapeReader(writer: LetterWriter(name: nil, localPart: nil))
        return lines(of: .own, in: range).allSatisfy {
            $0.isBlank || ($0.folded.wordCount <= 6 && shapes.isClosing($0.folded))
        }
    }

    /// The quoted lines without their marks; `nil` where there is only a header.
    private static func words(of quote: Layout.Quote, in lines: [BodyLine]) -> String? {
        let marked = lines[quote.start..<max(quote.start, quote.lines.upperBound)]
            .filter { $0.isQuoted || $0.isBarQuoted }
        let text = marked.map(\.content).joined(separator: "\n").trimmingBlankEnds()
        return text.isEmpty ? nil : text
    }
}
