/// A body split into what is new and what is quoted or forwarded.
struct Layout: Sendable {
    /// Runs of lines that no header and no quote mark sets apart, in order.
    private(set) var segments: [Segment] = []
    /// The lines of quoted and forwarded mail, with their headers.
    private(set) var quoted: [BodyLine] = []
    /// The first header that announces a mail, and that mail without its quote marks.
    private(set) var announced: (header: QuoteHeader, mail: [BodyLine])?

    struct Segment: Sendable {
        var lines: ArraySlice<BodyLine>
        /// Whether a signature may stand at its end: before a header, or at the end of the body.
        var mayBeSigned: Bool
    }

    /// - Parameter isReply: whether the message answers another, so that `>` can only be a quote.
    init(_ lines: ArraySlice<BodyLine>, isReply: Bool) {
        var index = lines.startIndex
        var ownStart = index
        var usesBars = false
        while index < lines.endIndex {
            let line = lines[index]
            if line.isQuoted || (usesBars && line.isBarQuoted) {
                let end = Self.endOfQuote(from: index, in: lines, usesBars: usesBars)
                if !isReply, announced == nil, Self.isOwnList(index..<end, in: lines) {
                    index = end
                    continue
                }
                close(lines[ownStart..<index], mayBeSigned: Self.isHeader(lines[index]))
                noteQuotedHeader(lines[index..<end])
                quoted += lines[index..<end]
                index = end
                ownStart = end
                continue
            }
            guard let found = QuoteHeader.starting(at: index, in: lines) else {
                index += 1
                continue
            }
            close(lines[ownStart..<index], mayBeSigned: true)
            let isMarked = Self.isMarked(found, in: lines)
            if announced == nil { announced = (found, Self.mail(under: found, in: lines)) }
            var end = isMarked ? found.end : lines.endIndex
            while end < lines.endIndex, lines[end].isBlank, !lines[end].isQuoted { end += 1 }
            quoted += lines[index..<end]
            usesBars = usesBars || (isMarked && Self.nextIsBar(found.end, in: lines))
            index = end
            ownStart = end
        }
        close(lines[ownStart..<lines.endIndex], mayBeSigned: true)
    }

    /// A header that is itself quoted, as some programs forward.
    private mutating func noteQuotedHeader(_ run: ArraySlice<BodyLine>) {
        guard announced == nil, let first = run.prefix(4).firstIndex(where: { !$0.isBlank }),
            run[first].depth == 1
        else { return }
        let inner = run[first...].prefix(40).map { $0.unquoted() }
        guard let found = QuoteHeader.starting(at: 0, in: inner[...]) else { return }
        announced = (found, run[first...].dropFirst(found.end).map { $0.unquoted() })
    }

    /// The body of the mail under the header, its quote marks taken off.
    private static func mail(under header: QuoteHeader, in lines: ArraySlice<BodyLine>)
        -> [BodyLine]
    {
        let body = lines[min(header.end, lines.endIndex)...]
        let first = body.first { !$0.isBlank || $0.isQuoted }
        guard first?.isQuoted == true else { return Array(body) }
        return body.filter(\.isQuoted).map { $0.unquoted() }
    }

    private mutating func close(_ lines: ArraySlice<BodyLine>, mayBeSigned: Bool) {
        if lines.contains(where: { !$0.isBlank }) {
            segments.append(Segment(lines: lines, mayBeSigned: mayBeSigned))
        }
    }

    /// The quoted lines from an index on; a line that lost its mark when it was wrapped is one.
    private static func endOfQuote(
        from start: Int,
        in lines: ArraySlice<BodyLine>,
        usesBars: Bool
    ) -> Int {
        let isQuote = { (line: BodyLine) in line.isQuoted || (usesBars && line.isBarQuoted) }
        var end = start
        while end < lines.endIndex {
            if isQuote(lines[end]) {
                end += 1
            } else if end > start, end + 1 < lines.endIndex, isQuote(lines[end + 1]),
                isWrappedRest(lines[end], of: lines[end - 1])
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

    /// "> 500 habitants", or arrows under a line that announces a list.
    private static func isOwnList(_ range: Range<Int>, in lines: ArraySlice<BodyLine>) -> Bool {
        guard lines[range].allSatisfy({ $0.depth == 1 && !isHeader($0) }) else { return false }
        if range.count == 1, lines[range.lowerBound].folded.bytes.first.map(Wording.isDigit) == true
        {
            return true
        }
        var above = range.lowerBound
        while above > lines.startIndex, lines[above - 1].isBlank { above -= 1 }
        return above > lines.startIndex && lines[above - 1].folded.hasSuffix(":")
    }

    /// Whether the line is itself the header of quoted mail: ">Le 7 mai 2025 08:00, X a écrit :".
    private static func isHeader(_ line: BodyLine) -> Bool {
        guard line.isQuoted else { return true }
        let alone = [BodyLine(line.content)]
        return QuoteHeader.starting(at: 0, in: alone[...]) != nil
            || line.folded.hasPrefix("message du ") || line.folded.hasPrefix("le ")
    }

    /// Whether the mail under a header carries quote marks, so that unmarked lines are answers.
    private static func isMarked(_ header: QuoteHeader, in lines: ArraySlice<BodyLine>) -> Bool {
        guard QuoteHeader.nextIsQuoted(after: header.end, in: lines) else { return false }
        if case .replyLine = header.kind { return true }
        let rest = lines[header.end...].prefix(400)
        let written = rest.count { !$0.isBlank }
        return rest.count { $0.isQuoted } * 2 >= written
    }

    private static func nextIsBar(_ index: Int, in lines: ArraySlice<BodyLine>) -> Bool {
        lines[index...].prefix(3).first { !$0.isBlank }?.isBarQuoted == true
    }
}
