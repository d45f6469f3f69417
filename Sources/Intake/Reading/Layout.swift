import Mail

/// A body split into what is new and what is quoted or forwarded.
struct Layout: Sendable {
    let lines: [BodyLine]
    /// Runs of lines that no header and no mark sets apart, in order; none is blank throughout.
    private(set) var segments: [Segment] = []
    /// The lines of quoted and forwarded mail between them.
    private(set) var quotes: [Quote] = []
    /// The first header that announces a mail, and that mail without its quote marks.
    private(set) var announced: (header: QuoteHeader, mail: [BodyLine])?

    struct Segment: Sendable {
        var lines: Range<Int>
        /// Whether a signature may stand at its end: before a header, or at the end of the body.
        var mayBeSigned: Bool
    }

    struct Quote: Sendable {
        var lines: Range<Int>
        /// Where the mail begins under the lines that announce it.
        var start: Int
    }

    private let isReply: Bool
    /// In how many lines headers are looked for.
    private let headedLines: Int
    /// The next header below the lines that were searched for one, if any.
    private var nextHeader: Int?
    private var searchedTo = 0
    /// The end of a quoted stretch of HTML in which quoted lines have marks of their own, so that
    /// those without are answers.
    private var endOfAnswers = 0
    /// Whether bars mark quoted lines here, as some programs write them.
    private var usesBars = false

    /// - Parameters:
    ///   - isReply: whether the message answers another, so that `>` can only be a quote.
    ///   - isForwarded: whether the lines are a forwarded mail's, of which less is looked at, as
    ///     mails may lie in mails.
    init(_ lines: [BodyLine], isReply: Bool, isForwarded: Bool = false) {
        self.lines = lines
        self.isReply = isReply
        headedLines = isForwarded ? 500 : 5_000
        var index = 0
        var ownStart = 0
        while index < lines.count {
            if let end = ownList(at: index) {
                index = end
            } else if let found = quote(at: index) {
                // Between quoted lines people answer, and sign at the end.
                let mayBeSigned =
                    quotes.isEmpty || !lines[index].isQuoted || Self.isHeader(lines[index])
                close(ownStart..<index, mayBeSigned: mayBeSigned)
                add(found)
                index = found.lines.upperBound
                ownStart = index
            } else {
                index += 1
            }
        }
        close(ownStart..<lines.count, mayBeSigned: true)
    }

    private mutating func close(_ range: Range<Int>, mayBeSigned: Bool) {
        guard lines[range].contains(where: { !$0.isBlank }) else { return }
        segments.append(Segment(lines: range, mayBeSigned: mayBeSigned))
    }

    /// Quoted lines under quoted lines are one quote, whatever blank lines stand between.
    private mutating func add(_ quote: Quote) {
        if let last = quotes.last, (segments.last?.lines.upperBound ?? 0) <= last.lines.lowerBound {
            let start = last.start == last.lines.upperBound ? quote.start : last.start
            let lines = last.lines.lowerBound..<quote.lines.upperBound
            quotes[quotes.count - 1] = Quote(lines: lines, start: start)
        } else {
            quotes.append(quote)
        }
    }

    /// The quoted mail that starts at a line, if one does.
    private mutating func quote(at index: Int) -> Quote? {
        let line = lines[index]
        if let kind = line.mark, kind == .quoteHeader || kind == .forwardHeader {
            return headed(by: markedHeader(at: index, kind), at: index)
        }
        if line.isInQuote, index >= endOfAnswers { return markedQuote(from: index) }
        if index < headedLines, line.depth == 3, line.folded.hasSuffix(">>>"),
            let header = QuoteHeader.starting(at: index, in: lines[...])
        {
            return headed(by: header, at: index)
        }
        if isQuoteMarked(line) {
            let end = endOfQuote(from: index)
            if end > endOfAnswers, lines[end - 1].isInQuote { endOfAnswers = endOfMarks(from: end) }
            return Quote(lines: index..<end, start: quotedHeader(in: index..<end) ?? index)
        }
        guard index < headedLines else { return nil }
        return QuoteHeader.starting(at: index, in: lines[...]).flatMap {
            headed(by: $0, at: index)
        }
    }

    /// The longest mail that is read in another one.
    private static let forwardedLines = 20_000
}

// MARK: - Headers

extension Layout {
    /// The mail under a header: its marked lines, or all that follows up to a line that ends it.
    private mutating func headed(by header: QuoteHeader, at index: Int) -> Quote {
        let isQuoted = lines[index].isQuoted && !lines[index].folded.hasSuffix(">>>")
        let isMarked = isQuoted || isMarked(header)
        let last =
            isMarked
            ? nil : lines[min(header.end, lines.count)...].lastIndex(where: QuoteHeader.endsMail)
        if announced == nil {
            announced = (header, mail(under: header, to: last ?? lines.count, isMarked: isMarked))
        }
        var end = isMarked ? header.end : last.map { $0 + 1 } ?? lines.count
        while end < lines.count, lines[end].isBlank, !lines[end].isQuoted { end += 1 }
        usesBars = usesBars || (isMarked && nextIsBar(header.end))
        return Quote(lines: index..<end, start: header.end)
    }

    /// The header that HTML marks as one; what it says is read where its language is known.
    private func markedHeader(at index: Int, _ mark: TextMark.Kind) -> QuoteHeader {
        var end = index
        while end < lines.count, lines[end].mark == mark { end += 1 }
        let found = (index..<min(end, index + 4)).lazy
            .compactMap { [lines] in QuoteHeader.starting(at: $0, in: lines[...]) }.first
        var header = found ?? QuoteHeader(kind: .replyLine, end: end)
        header.end = max(header.end, end)
        if mark == .forwardHeader { header.kind = .forward }
        return header
    }

    /// The body of the mail under the header, its quote marks taken off.
    private func mail(under header: QuoteHeader, to end: Int, isMarked: Bool) -> [BodyLine] {
        let body = lines[min(header.end, end)..<end].prefix(Self.forwardedLines)
        let first = body.first { !$0.isBlank || $0.isQuoted }
        if isMarked, first?.isQuoted == true {
            return body.filter(\.isQuoted).map { $0.unquoted() }
        }
        if first?.isInQuote == true {
            return body.prefix { $0.isInQuote || $0.isBlank }.map { $0.outsideQuote() }
        }
        return Array(body)
    }

    /// The end of a header that is itself quoted, as some programs write it.
    private mutating func quotedHeader(in run: Range<Int>) -> Int? {
        guard let first = run.prefix(4).first(where: { !lines[$0].isBlank }),
            lines[first].depth == 1
        else { return nil }
        let inner = lines[first..<run.upperBound].prefix(40).map { $0.unquoted() }
        guard let found = QuoteHeader.starting(at: 0, in: inner[...]) else { return nil }
        let end = first + found.end
        if announced == nil {
            announced = (
                found, lines[end..<run.upperBound].prefix(Self.forwardedLines).map { $0.unquoted() }
            )
        }
        return end
    }

    /// Whether the line is itself the header of quoted mail: ">Le 7 mai 2025 08:00, X a écrit :".
    private static func isHeader(_ line: BodyLine) -> Bool {
        let alone = [BodyLine(line.content)]
        return QuoteHeader.starting(at: 0, in: alone[...]) != nil
            || line.folded.hasPrefix("message du ")
            || (line.folded.hasPrefix("le ") && DateWords.hasDate(line.folded))
    }

    /// Whether the mail under a header carries quote marks, so that unmarked lines are answers.
    private func isMarked(_ header: QuoteHeader) -> Bool {
        let next = lines[min(header.end, lines.count)...].prefix(3).first {
            !$0.isBlank || $0.isQuoted
        }
        if next?.isInQuote == true, next?.isQuoted == false { return true }
        guard QuoteHeader.nextIsQuoted(after: header.end, in: lines[...]) else { return false }
        if case .replyLine = header.kind { return true }
        let rest = lines[header.end...].prefix(400)
        let written = rest.count { !$0.isBlank }
        return rest.count { $0.isQuoted } * 2 >= written
    }

    private func nextIsBar(_ index: Int) -> Bool {
        lines[index...].prefix(3).first { !$0.isBlank }?.isBarQuoted == true
    }
}

// MARK: - Marked lines

extension Layout {
    private func isQuoteMarked(_ line: BodyLine) -> Bool {
        line.isQuoted || (usesBars && line.isBarQuoted)
    }

    /// The lines that HTML marks as quoted, and the header in them.
    private mutating func markedQuote(from index: Int) -> Quote {
        var end = endOfMarks(from: index)
        let inner = lines[index..<end].map { $0.outsideQuote() }
        let written = inner.indices.lazy.filter { !inner[$0].isBlank }.prefix(4)
        let header = written.lazy.compactMap { QuoteHeader.starting(at: $0, in: inner[...]) }.first
        let start = min(header?.end ?? 0, inner.count)
        let mail = inner[start...]
        let isQuoted = mail.first { !$0.isBlank || $0.isQuoted }?.isQuoted == true
        if let header, announced == nil {
            let read = mail.prefix(Self.forwardedLines)
            let isWholly = read.count { $0.isQuoted } * 2 >= read.count { !$0.isBlank }
            let body =
                isQuoted && isWholly
                ? read.filter(\.isQuoted).map { $0.unquoted() } : Array(read)
            announced = (header, body)
        }
        if isQuoted {
            endOfAnswers = end
            end = endOfQuote(from: index + start)
        }
        return Quote(lines: index..<end, start: index + start)
    }

    private func endOfMarks(from start: Int) -> Int {
        lines[start...].firstIndex { !$0.isInQuote } ?? lines.count
    }

    /// The end of the quoted lines from an index on; a line that lost its mark when it was wrapped
    /// is one.
    private func endOfQuote(from start: Int) -> Int {
        var end = start
        while end < lines.count {
            if isQuoteMarked(lines[end]) {
                end += 1
            } else if end > start, end + 1 < lines.count, isQuoteMarked(lines[end + 1]),
                Self.isWrappedRest(lines[end], of: lines[end - 1])
            {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// A short lower-case rest right under a full quoted line.
    private static func isWrappedRest(_ line: BodyLine, of previous: BodyLine) -> Bool {
        guard previous.content.utf8.count >= 60, line.folded.count <= 30,
            let first = line.text.unicodeScalars.first
        else { return false }
        return first.properties.isLowercase
    }

    /// The end of lines that start with `>` and are the writer's own: "> 500 habitants", or arrows
    /// under a line that announces a list.
    private mutating func ownList(at index: Int) -> Int? {
        guard announced == nil, lines[index].isQuoted, !lines[index].isInQuote else { return nil }
        let end = endOfQuote(from: index)
        guard end - index <= Self.longestList,
            lines[index..<end].allSatisfy({ $0.depth == 1 && !$0.isBlank && !Self.isHeader($0) })
        else { return nil }
        if end == index + 1, lines[index].folded.bytes.first.map(Wording.isDigit) == true {
            return !isReply || hasHeader(below: end) ? end : nil
        }
        var above = index
        while above > 0, index - above < 2, lines[above - 1].isBlank { above -= 1 }
        guard above > 0 else { return nil }
        let heading = lines[above - 1].folded
        if heading.hasSuffix(":") {
            // A line with a date or an address may announce a mail in words that are not known.
            let mayAnnounce =
                heading.contains("@") || DateWords.hasDate(heading) || DateWords.hasTime(heading)
            return !isReply && !mayAnnounce || hasHeader(below: end) ? end : nil
        }
        let isList = end > index + 1 && lines[index..<end].allSatisfy { Self.isItem($0.folded) }
        return isList && !isReply && !hasHeader(below: end) ? end : nil
    }

    /// A few words that are no sentence.
    private static func isItem(_ line: Wording) -> Bool {
        line.wordCount <= 6 && line.bytes.last.map { ".?!,:".utf8.contains($0) } == false
    }

    /// Whether a header stands not far below, so that what is above it is new.
    ///
    /// Each line is tried once, however often this is asked.
    private mutating func hasHeader(below index: Int) -> Bool {
        if let nextHeader, nextHeader >= index { return true }
        nextHeader = nil
        let end = min(lines.count, headedLines, index + Self.searchedLines)
        while searchedTo < end {
            let line = max(searchedTo, index)
            searchedTo = line + 1
            guard line < end else { break }
            if !lines[line].isQuoted, QuoteHeader.starting(at: line, in: lines[...]) != nil {
                nextHeader = line
                return true
            }
        }
        return false
    }

    private static let longestList = 12
    private static let searchedLines = 400
}
