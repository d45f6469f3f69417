/// "Le 3 nov. 2026 à 10:12, X <x@y> a écrit :" in the words of any mail program.
struct ReplyLine: Sendable {
    var author: String?
    var date: String?
    /// Whether the line may be one only where quoted lines follow.
    private(set) var needsQuote = false
    /// Whether a colon, hyphens or arrows end it.
    private(set) var isClosed = true
    /// Whether it has no verb: a date and an address alone.
    private var isWordless = false

    /// The longest a reply line is wrapped to.
    static let mostLines = 4
    private static let mostWords = 60
}

extension ReplyLine {
    /// The reply line at an index, on one to four lines, and the line after it.
    ///
    /// One that ends without a colon may go on: "Am 3.11.2026 schrieb" over the name.
    static func starting(at index: Int, in lines: ArraySlice<BodyLine>) -> QuoteHeader? {
        guard let header = candidate(at: index, in: lines) else { return nil }
        for later in (index + 1)..<max(index + 1, header.end)
        where isWholeHeader(at: later, in: lines, insteadOf: header) {
            return nil
        }
        return header
    }

    /// Whether a line further down opens the header: what stands above is a signature or a last word.
    private static func isWholeHeader(
        at index: Int,
        in lines: ArraySlice<BodyLine>,
        insteadOf header: QuoteHeader
    ) -> Bool {
        let opens = ReplyWords.dateOpenings.start(lines[index].folded)
        guard opens || lines[index].folded.bytes.first.map(Wording.isDigit) == true,
            let inner = candidate(at: index, in: lines), inner.end == header.end,
            let author = inner.author
        else { return false }
        return opens ? inner.date != nil : inner.date == header.date && author.contains("@")
    }

    private static func candidate(at index: Int, in lines: ArraySlice<BodyLine>) -> QuoteHeader? {
        let first = lines[index]
        guard mayOpen(first) else { return nil }
        var end = index
        var unfinished: QuoteHeader?
        var hasEvidence = first.folded.bytes.prefix(2).elementsEqual([0x2D, 0x2D])
        var words: [HeaderWord] = []
        var unread = index
        var verbs = 0
        var count = 0
        while end < min(index + mostLines, lines.endIndex) {
            let line = lines[end]
            if line.isCut || line.isBlank { break }
            if line.depth != first.depth, end == index || !line.closesAddress(of: lines[end - 1]) {
                break
            }
            if end > index, line.headerLabel != nil { break }
            end += 1
            count += line.folded.wordCount
            if count > mostWords { break }
            hasEvidence = hasEvidence || Self.isEvidence(line.folded)
            guard ReplyWords.mayClose(line.folded),
                hasEvidence || QuoteHeader.nextIsQuoted(after: end, in: lines)
            else { continue }
            verbs += ReplyWords.closings.occur(in: line.folded) ? 1 : 0
            // A header has one verb; its author's name may look like another.
            if verbs > 2 { break }
            for line in lines[unread..<end] {
                words += HeaderWord.pieces(of: line, depth: first.depth)
            }
            unread = end
            guard let found = ReplyLine(HeaderWord.joiningAddresses(words)[...]),
                !(found.isWordless && isInLog(index..<end, of: lines))
            else { continue }
            if end < lines.endIndex, lines[end].folded.string == ":" { end += 1 }
            if found.needsQuote || !found.isClosed,
                !QuoteHeader.nextIsQuoted(after: end, in: lines),
                found.needsQuote || found.author == nil || found.date == nil
            {
                continue
            }
            let header = QuoteHeader(
                kind: .replyLine,
                end: end,
                author: found.author,
                date: found.date
            )
            if found.isClosed || lines[end - 1].folded.string == ":" { return header }
            unfinished = unfinished ?? header
        }
        return unfinished
    }

    /// Without a digit or an address, only a quote below makes a header.
    private static func isEvidence(_ line: Wording) -> Bool {
        line.bytes.contains { Wording.isDigit($0) || $0 == 0x40 }
    }

    /// A cheap look: a date, an address or a known word at the start.
    private static func mayOpen(_ line: BodyLine) -> Bool {
        line.folded.bytes.contains { Wording.isDigit($0) || $0 == 0x40 || $0 == 0x3C || $0 == 0x7F }
            || ReplyWords.openings.start(line.folded) || ReplyWords.closings.occur(in: line.folded)
    }

    /// `nil` when the words, of one to four lines, are none.
    init?(_ words: ArraySlice<HeaderWord>) {
        guard words.count <= Self.mostWords, let last = words.last else { return nil }
        if let line = ReplyLine(quoting: words) ?? ReplyLine(arrowed: words) {
            self = line
            return
        }
        let verb = ReplyWords.verb(in: words)
        if let verb {
            if ReplyWords.isOwn(verb, in: words) { return nil }
            let isDashed = words[0].isDashes && last.isDashes
            guard
                let line = ReplyLine(verb: verb, isDashed: isDashed, in: words)
                    ?? (last.hasColon ? ReplyLine(wordless: words) : nil)
            else { return nil }
            self = line
            isClosed =
                isDashed || words[verb.lowerBound...].contains(where: \.hasColon)
                || ReplyWords.isNewsgroup(words[verb.upperBound...])
        } else {
            guard last.hasColon || last.text.hasSuffix(">"),
                var line = ReplyLine(wordless: words)
            else { return nil }
            // Old Gmail: "2026/11/03 X <x@y>" over quoted lines.
            if !last.hasColon { line.needsQuote = true }
            self = line
        }
    }
}

extension ReplyLine {
    /// With a verb: the author stands before it, or behind it as in German.
    private init?(verb: Range<Int>, isDashed: Bool, in words: ArraySlice<HeaderWord>) {
        let rest = ReplyWords.afterMessageID(words[..<verb.lowerBound])
        let left = Self.withoutOpening(rest ?? words[..<verb.lowerBound])
        guard let close = Self.close(after: verb, in: words) else { return nil }
        let right = words[verb.upperBound..<close].drop(while: \.isMark)
        guard var parts = Self.parts(left: left, right: right) else { return nil }
        let startsLine = rest == nil && parts.author.startIndex == left.startIndex
        // "Le Gall" is a name where no date follows "Le".
        if startsLine, !parts.author.isEmpty {
            parts.author = words[words.startIndex..<parts.author.endIndex]
        }
        author = Self.author(parts.author)
        date = parts.date.flatMap { HeaderDate.text(words[$0.range]) }
        let evidence = Evidence(
            hasAddress: rest != nil || Self.hasAddress(parts.author),
            date: parts.date,
            author: parts.author,
            isYou: ReplyWords.isYou(verb, in: words),
            startsLine: startsLine,
            hasColon: date?.utf8.contains(0x3A) == true
        )
        guard let needsQuote = evidence.needsQuote(isDashed: isDashed) else { return nil }
        let trailing = words[close...].drop { $0.isMark && !$0.isQuotationMark }
        if !trailing.isEmpty, !ReplyWords.isNewsgroup(trailing), !evidence.allows(trailing) {
            return nil
        }
        self.needsQuote = needsQuote
    }

    /// Author and date, in the order that the language puts them around the verb.
    private static func parts(
        left: ArraySlice<HeaderWord>,
        right: ArraySlice<HeaderWord>
    ) -> (author: ArraySlice<HeaderWord>, date: HeaderDate?)? {
        let isNothing = { (words: ArraySlice<HeaderWord>) in
            words.allSatisfy { $0.isMark || ReplyWords.afterAuthor.contains($0.key) }
        }
        let rightIsEmpty = isNothing(right) || ReplyWords.isFill(right)
        if let date = HeaderDate(in: left, behind: 24) {
            let ahead = date.range.lowerBound - left.startIndex
            guard ahead <= (hasAddress(left) ? 12 : 3) else { return nil }
            let author = left[date.range.upperBound...]
            if !isNothing(author) { return rightIsEmpty ? (author, date) : nil }
            return (rightIsEmpty ? left[..<date.range.lowerBound] : right, date)
        }
        if rightIsEmpty { return (left, nil) }
        if let date = HeaderDate(in: right) {
            guard ReplyWords.leadsToDate(right[..<date.range.lowerBound]) else { return nil }
            return (left.isEmpty ? right[date.range.upperBound...] : left, date)
        }
        return isNothing(left) ? (right, nil) : nil
    }

    /// Without a verb: "2026-11-03 10:12 GMT+01:00 X <x@y>:", in whatever language.
    private init?(wordless words: ArraySlice<HeaderWord>) {
        let body = Self.withoutOpening(words)
        guard let address = body.firstIndex(where: \.hasAddress),
            let found = HeaderDate(in: body[..<address], behind: 8)
                ?? HeaderDate(in: body[(address + 1)...], behind: 8),
            found.hasTime || found.hasYear, !ReplyWords.isProse(words)
        else { return nil }
        let isBracketed = body[address].text.utf8.contains {
            $0 == 0x3C || $0 == 0x28 || $0 == 0x5B
        }
        let isDateFirst = found.range.lowerBound < address
        if isDateFirst {
            let name = body[found.range.upperBound..<address]
            guard found.range.lowerBound - body.startIndex <= 3, name.count <= 12,
                body.endIndex - address <= 5
            else { return nil }
            guard isBracketed || (found.hasDay && found.hasTime && name.count <= 2) else {
                return nil
            }
            author = Self.author(body[found.range.upperBound...(address)])
        } else {
            guard isBracketed, address - body.startIndex <= 8,
                found.range.lowerBound - address <= 4, body.endIndex - found.range.upperBound <= 4
            else { return nil }
            author = Self.author(body[...address])
        }
        date = HeaderDate.text(words[found.range])
        needsQuote =
            !found.hasDay || (isDateFirst && !Self.isName(words[found.range.upperBound..<address]))
        isWordless = true
    }

    /// Whether words, if any, begin with a capital or are in a script without: "panne du portail"
    /// names nobody.
    private static func isName(_ words: ArraySlice<HeaderWord>) -> Bool {
        let isByline = { (word: HeaderWord) in
            word.isMark || ReplyWords.bylines.contains(word.key)
                || ReplyWords.openingWords.contains(word.key)
                || ReplyWords.afterAuthor.contains(word.key) || word.dateWord != nil
        }
        let name = words.drop(while: isByline).first
        let letter = name?.text.unicodeScalars.first { $0.properties.isAlphabetic }
        return letter?.properties.isLowercase != true
    }

    /// Whether lines of the same form stand close above or below: a log of what many wrote.
    private static func isInLog(_ range: Range<Int>, of lines: ArraySlice<BodyLine>) -> Bool {
        if QuoteHeader.nextIsQuoted(after: range.upperBound, in: lines) { return false }
        let near = 6
        let above = lines[max(lines.startIndex, range.lowerBound - near)..<range.lowerBound]
        let below = lines[range.upperBound..<min(lines.endIndex, range.upperBound + near)]
        return (Array(above) + below).contains { line in
            guard !line.isCut, line.folded.wordCount <= 30, isEvidence(line.folded),
                line.folded.contains("@"), ReplyWords.mayClose(line.folded)
            else { return false }
            return ReplyLine(HeaderWord.words(of: [line])[...])?.isWordless == true
        }
    }

    /// "Quoting X <x@y>:", "Citando a X:".
    private init?(quoting words: ArraySlice<HeaderWord>) {
        guard let last = words.last, last.hasColon, words.count >= 2, words.count <= 14 else {
            return nil
        }
        guard let start = ReplyWords.endOfQuoting(words) else { return nil }
        let rest = words[start...]
        let found = HeaderDate(in: rest)
        let author = found.map { rest[..<$0.range.lowerBound] } ?? rest
        guard author.contains(where: { !$0.isMark }) else { return nil }
        self.author = Self.author(author)
        date = found.flatMap { HeaderDate.text(words[$0.range]) }
        needsQuote = found?.hasDay != true
    }

    /// GroupWise: ">>> X <x@y> 03/11/2026 10:12 >>>".
    private init?(arrowed words: ArraySlice<HeaderWord>) {
        guard let last = words.last, last.text.hasSuffix(">>>"), words.count <= 16 else {
            return nil
        }
        let body = words.drop { $0.text.allSatisfy { $0 == ">" } }
        guard let found = HeaderDate(in: body), found.hasDay, found.hasTime,
            found.range.upperBound >= body.endIndex - 1
        else { return nil }
        date = HeaderDate.text(words[found.range])?.trimmingArrows()
        author = Self.author(body[..<found.range.lowerBound])
    }
}

extension ReplyLine {
    /// Lotus Notes: "X ---03/11/2026 10:12:33---Bonjour," with the first words of the mail.
    init?(dated line: BodyLine) {
        let hyphens = "---"
        guard line.folded.bytes.contains(0x3A), line.folded.bytes.contains(0x2D),
            let open = line.content.firstRange(of: hyphens),
            let close = line.content[open.upperBound...].firstRange(of: hyphens)
        else { return nil }
        let between = line.content[open.upperBound..<close.lowerBound]
        let words = HeaderWord.words(of: [BodyLine(between)])
        guard words.count <= 6, let found = HeaderDate(in: words[...]), found.isFull else {
            return nil
        }
        author = line.content[..<open.lowerBound].trimmingMarks()
        date = HeaderDate.text(words[found.range])
    }

    /// What a line with a verb says of who wrote and when.
    private struct Evidence {
        var hasAddress: Bool
        var date: HeaderDate?
        var author: ArraySlice<HeaderWord>
        var isYou: Bool
        var startsLine: Bool

        /// Letters write "10 h 12", programs that give no address "10:12".
        var hasColon: Bool

        var isPerson: Bool { !ReplyWords.isCommon(author, startsLine: startsLine) }

        /// Whether quoted lines must follow; `nil` when even they would not do.
        func needsQuote(isDashed: Bool) -> Bool? {
            let words = author.count { !$0.isMark }
            if isYou { return date == nil ? nil : true }
            if words == 0 { return date == nil ? nil : true }
            if startsLine, ReplyWords.leadsIn(author) { return nil }
            if hasAddress { return words <= 24 ? date == nil || date?.hasDay == false : nil }
            if words > 14 { return nil }
            if isDashed, isPerson { return false }
            guard let date else { return words <= 6 && isPerson ? true : nil }
            return !(date.isFull && hasColon && isPerson)
        }

        /// Quoted words on the same line; what stands in quotation marks is a writer's citation.
        func allows(_ words: ArraySlice<HeaderWord>) -> Bool {
            let first = words.first.map { Wording($0.text).bytes.first } ?? nil
            guard first != 0x22, let date else { return false }
            return hasAddress || (date.isFull && isPerson)
        }
    }

    private static func hasAddress(_ words: ArraySlice<HeaderWord>) -> Bool {
        words.contains(where: \.hasAddress)
    }

    /// Where the line's colon stands; the end, where a verb or hyphens close it.
    private static func close(after verb: Range<Int>, in words: ArraySlice<HeaderWord>) -> Int? {
        if words[verb.upperBound - 1].hasColon { return verb.upperBound }
        let rest = words[verb.upperBound...]
        // Hungarian: "ezt írta (időpont: 2026. nov. 3., K, 10:12):".
        if let colon = rest.firstIndex(where: {
            $0.hasColon && !ReplyWords.dateLeads.contains($0.key)
        }) {
            return words[colon].isColon ? colon : colon + 1
        }
        if rest.allSatisfy(\.isMark) { return verb.upperBound }
        return ReplyWords.isNewsgroup(rest) ? verb.upperBound : nil
    }

    private static func withoutOpening(_ words: ArraySlice<HeaderWord>) -> ArraySlice<HeaderWord> {
        var rest = words
        var count = 0
        while let first = rest.first, count < 5,
            first.isMark || ReplyWords.openingWords.contains(first.key)
        {
            rest.removeFirst()
            count += 1
        }
        return rest
    }

    /// As written, but for the punctuation and the small words around it.
    private static func author(_ words: ArraySlice<HeaderWord>) -> String? {
        var rest = words
        while let first = rest.first,
            (first.isMark && !first.isQuotationMark) || ReplyWords.bylines.contains(first.key)
        {
            rest.removeFirst()
        }
        if let address = rest.firstIndex(where: \.hasAddress), rest[address].text.contains(">") {
            rest = rest[...address]
        }
        // "Eastern Standard Time, x@y": what stands before a bare address is no name.
        if let last = rest.last, last.hasAddress, !last.isBracketed,
            rest.dropLast().last?.hasComma == true
        {
            rest = rest.suffix(1)
        }
        while let last = rest.last, last.isMark || ReplyWords.afterAuthor.contains(last.key) {
            rest.removeLast()
        }
        let text = rest.map { String($0.text) }.joined(separator: " ")[...].trimmingMarks()
        let author = text.trimmingPunctuation()
        return author.isEmpty ? nil : author
    }
}

extension HeaderWord {
    fileprivate var isQuotationMark: Bool { text == "\"" || text == "«" || text == "“" }

    fileprivate var isBracketed: Bool {
        text.utf8.contains { $0 == 0x3C || $0 == 0x28 || $0 == 0x5B || $0 == 0x29 }
    }

    /// "----" as Zoho and Sony set around a reply line.
    var isDashes: Bool {
        text.utf8.count >= 2 && text.utf8.allSatisfy { $0 == 0x2D || $0 == 0x5F }
    }
}

extension String {
    /// Without a comma or colon at either end, nor what the Korean honorific leaves behind `>`.
    fileprivate func trimmingPunctuation() -> String {
        var rest = self[...]
        while let first = rest.first, ",:;-".contains(first) || first.isWhitespace {
            rest.removeFirst()
        }
        while let last = rest.last, ",:;".contains(last) || last.isWhitespace { rest.removeLast() }
        if let close = rest.lastIndex(of: ">"), rest[..<close].contains("@"),
            !rest[close...].dropFirst().contains(where: { $0 == ")" || $0 == "]" })
        {
            rest = rest[...close]
        }
        return String(rest)
    }

    fileprivate func trimmingArrows() -> String {
        var rest = self[...]
        while rest.last == ">" || rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}

extension BodyLine {
    /// Whether the line was wrapped before the bracket that closes an address: "<x@y" over
    /// "> wrote:", which looks quoted.
    fileprivate func closesAddress(of above: BodyLine) -> Bool {
        let bytes = above.content.utf8
        guard depth == above.depth + 1, let open = bytes.lastIndex(of: 0x3C) else { return false }
        let address = bytes[open...]
        return address.contains(0x40) && !address.contains(0x3E)
    }
}
