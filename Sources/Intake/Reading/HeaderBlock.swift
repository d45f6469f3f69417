/// "De : … Envoyé : … À : … Objet : …" in any order and language, with bold marks or without.
struct HeaderBlock: Sendable {
    private var values: [HeaderLabel: [String]] = [:]
    private var end: Int
    /// Whether a value stood on the line below its label.
    private var usesNextLine = false
    private var usesBlanks = false
    private var usesBlankValues = false
    private var continuations = 0
    private var lastLabel: HeaderLabel = .other
    /// Whether words stand above it, and blank lines around: no letterhead does.
    private var standsAlone = false

    /// How many lines a block may have, wrapped recipients and blank lines between included.
    private static let longest = 40
    private static let mostContinuations = 12
}

extension HeaderBlock {
    /// - Parameter isSeparated: whether a separator stands above.
    static func starting(
        at index: Int,
        in lines: ArraySlice<BodyLine>,
        isSeparated: @autoclosure () -> Bool,
        isTitled: Bool = false
    ) -> QuoteHeader? {
        if let flat = flat(at: index, in: lines) { return flat }
        let isSpaced = lines[index].headerLabel == nil && (isTitled || lines[index].hasColumns)
        guard let first = label(of: lines[index], isSpaced: isSpaced),
            first != .other, first != .copy
        else {
            return NotesHeader.starting(at: index, in: lines)
                ?? unknown(at: index, in: lines, isSeparated: isSeparated())
        }
        var block = HeaderBlock(end: index)
        guard block.read(lines[index...], isSpaced: isSpaced) else { return nil }
        block.standsAlone = first == .from && Self.standsAlone(index..<block.end, in: lines)
        let separated = isSeparated()
        let known = block.header(isSeparated: separated, isTitled: isTitled)
        let unknown = unknown(at: index, in: lines, isSeparated: separated)
        // Some labels of a language not known here are those of another.
        return (unknown?.end ?? 0) > (known?.end ?? 0) ? unknown : known
    }

    private init(end: Int) { self.end = end }

    private static func standsAlone(_ range: Range<Int>, in lines: ArraySlice<BodyLine>) -> Bool {
        range.count == 2 && range.lowerBound >= lines.startIndex + 2
            && lines[range.lowerBound - 1].isBlank && range.upperBound < lines.endIndex
            && lines[range.upperBound].isBlank
            && HeaderLabel.name(of: lines[range.upperBound - 1].folded)?.key == "date"
    }

    private static func label(of line: BodyLine, isSpaced: Bool) -> HeaderLabel? {
        line.headerLabel ?? (isSpaced ? HeaderLabel(spaced: line.folded) : nil)
    }

    /// `false` when a field of a form stands among the lines.
    private mutating func read(_ lines: ArraySlice<BodyLine>, isSpaced: Bool) -> Bool {
        let depth = lines.first?.depth ?? 0
        var current = lines.startIndex
        let limit = min(lines.endIndex, current + Self.longest)
        while current < limit {
            let line = lines[current]
            if line.depth != depth { break }
            if line.isBlank {
                guard let next = Self.nextWritten(current, in: lines, limit: limit),
                    mayContinue(with: lines[next], isSpaced: isSpaced)
                else { break }
                usesBlanks = usesBlanks || lines[next].headerLabel != nil
                usesBlankValues = usesBlankValues || lines[next].headerLabel == nil
                current = next
                continue
            }
            if let label = Self.label(of: line, isSpaced: isSpaced) {
                if !take(label, Self.value(of: line, isSpaced: isSpaced)) { break }
                end = current + 1
            } else if isValue(line) {
                values[lastLabel, default: []].append(line.content[...].trimmingMarks())
                usesNextLine = true
                end = current + 1
            } else if current == end, values[.sent] == nil, values[.from] != nil,
                HeaderLabel.name(of: line.folded) != nil,
                let date = Self.valueDate(line.valueAfterLabel)
            {
                lastLabel = .sent
                values[.sent] = [date]
                end = current + 1
            } else if let name = HeaderLabel.name(of: line.folded), name.hasValue,
                HeaderLabel.isFormField(name.key), current == end, !hasSubject
            {
                return false
            } else if current == end, continuations < Self.mostContinuations,
                isContinuation(current, in: lines, limit: limit)
            {
                continuations += 1
                values[lastLabel, default: []].append(line.content[...].trimmingMarks())
                end = current + 1
            } else {
                break
            }
            current += 1
        }
        return true
    }

    private var hasSubject: Bool { values[.subject] != nil }

    /// `false` where the label was there already: the block has ended.
    private mutating func take(_ label: HeaderLabel, _ value: String) -> Bool {
        var place = label.place
        // The date of a meeting stands below the day its invitation was sent.
        if label == .sent, values[.dispatched] != nil { place = .other }
        if place != .other, place != .copy, values[place] != nil { return false }
        lastLabel = place
        values[place, default: []] += value.isEmpty ? [] : [value]
        if label == .dispatched { values[.dispatched] = [] }
        return true
    }

    private static func value(of line: BodyLine, isSpaced: Bool) -> String {
        if !isSpaced || line.headerLabel != nil { return line.valueAfterLabel }
        let content = line.content.drop(while: \.isWhitespace)
        return content.drop { !$0.isWhitespace }.trimmingMarks()
    }

    private static func nextWritten(_ index: Int, in lines: ArraySlice<BodyLine>, limit: Int)
        -> Int?
    {
        lines[index..<min(limit, index + 4)].firstIndex { !$0.isBlank }
    }

    /// Whether the line below a blank one still belongs to the header.
    private func mayContinue(with line: BodyLine, isSpaced: Bool) -> Bool {
        guard let label = line.headerLabel else {
            return isValue(line) && (!hasSubject || usesBlankValues)
        }
        switch label {
        case .other: return usesBlanks
        case .copy: return !hasSubject || usesBlanks
        default: return values[label.place] == nil
        }
    }

    /// Whether the line is the value that its label, on the line above, waits for.
    private func isValue(_ line: BodyLine) -> Bool {
        guard values[lastLabel]?.isEmpty == true, line.label == nil else { return false }
        switch lastLabel {
        case .from: return true
        case .sent: return DateWords.hasDate(line.folded) || DateWords.hasTime(line.folded)
        case .to: return usesNextLine || line.folded.contains("@")
        case .copy: return usesNextLine && line.folded.contains("@")
        default: return usesNextLine
        }
    }

    /// The rest of a wrapped value: recipients, an indented line, or words above another label.
    private func isContinuation(_ index: Int, in lines: ArraySlice<BodyLine>, limit: Int) -> Bool {
        let line = lines[index]
        let isIndented = line.content.first == " " || line.content.first == "\t"
        for next in (index + 1)..<max(index + 1, min(limit, index + 8)) {
            if lines[next].isBlank { break }
            guard let label = lines[next].headerLabel else { continue }
            return label == .other || label == .copy || values[label.place] == nil
        }
        if isIndented { return true }
        if lastLabel == .subject { return isWrappedSubject(index, in: lines) }
        return line.folded.contains("@") || line.folded.contains(";")
    }

    /// The few words below a full line, with nothing but a blank line under them.
    private func isWrappedSubject(_ index: Int, in lines: ArraySlice<BodyLine>) -> Bool {
        guard lines[index - 1].content.utf8.count >= 66, lines[index].folded.count <= 40,
            !lines[index].folded.hasSuffix(",")
        else { return false }
        return index + 1 < lines.endIndex && lines[index + 1].isBlank
    }
}

extension HeaderBlock {
    /// A header needs its sender, and what no letterhead has: a time, or the addresses of both.
    private func header(isSeparated: Bool, isTitled: Bool) -> QuoteHeader? {
        guard values[.from] != nil else { return nil }
        let places = [HeaderLabel.from, .sent, .to, .copy, .subject].count { values[$0] != nil }
        let date = value(.sent)
        let isTimed = date.map { DateWords.hasTime(Wording($0, limit: 200)) } ?? false
        let isAddressed = hasAddress(.from)
        let isDispatched = values[.dispatched] != nil
        let isDated = date.map { DateWords.hasDate(Wording($0, limit: 200)) } ?? false
        let isSent = isAddressed && (isDispatched || isTimed || isDated)
        let enough: Bool
        if isTitled {
            enough = places >= 2
        } else if isSeparated {
            enough = places >= 2 && (isSent || isDispatched || isTimed)
        } else if places >= 3 {
            let isSentTo = hasAddress(.to) && (isDispatched || isTimed)
            enough = isSent || isSentTo || isProgramsOwn
        } else {
            enough =
                places == 2
                && ((isTimed && isAddressed)
                    || (isDated && standsAlone && (isAddressed || isPerson || isProgramsOwn)))
        }
        guard enough else { return nil }
        return QuoteHeader(
            kind: .block,
            end: end,
            author: value(.from).map { $0.filter { $0 != "*" }.trimmingSemicolon() },
            date: date,
            subject: value(.subject)
        )
    }

    /// Whether a block without addresses is one that no slip or note of service looks like: it names
    /// the sender and has a whole date and a time with a colon, and "Envoyé" or "Sent" before them
    /// or the weekday or the seconds too.
    private var isProgramsOwn: Bool {
        guard let author = value(.from), let date = value(.sent), date.utf8.count <= 200,
            !Self.isTime(author)
        else { return false }
        let words = HeaderWord.words(of: [BodyLine(date[...])])
        guard let found = HeaderDate(in: words[...], behind: 4), found.isFull,
            !DateWords.hasLetterTime(Wording(date))
        else { return false }
        if values[.dispatched] != nil { return true }
        return Self.isCapitalised(author)
            && words[found.range].contains { $0.isWeekday || $0.hasSeconds || $0.dateWord == .zone }
    }

    /// "Paul Riou", where the slips of a reception desk say "M. Riou".
    private var isPerson: Bool {
        guard let author = value(.from), author.utf8.count <= 100 else { return false }
        let words = HeaderWord.words(of: [BodyLine(author[...])])
        return words.count >= 2 && Self.isCapitalised(author)
            && !ReplyWords.isCommon(words[...], startsLine: true)
    }

    private static func isTime(_ value: String) -> Bool {
        let words = HeaderWord.words(of: [BodyLine(value.prefix(100))])
        return words.first.map { $0.hasDigit } ?? true
            && HeaderDate(in: words[...], behind: 1) != nil
    }

    /// Whether a name does not begin like a common word.
    private static func isCapitalised(_ value: String) -> Bool {
        value.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase == false
    }

    private func hasAddress(_ label: HeaderLabel) -> Bool {
        values[label]?.contains { $0.utf8.contains(0x40) } == true
    }

    private func value(_ label: HeaderLabel) -> String? {
        guard let parts = values[label], !parts.isEmpty else { return nil }
        let text = parts.joined(separator: " ")
        return text.isEmpty ? nil : text
    }
}

extension HeaderBlock {
    /// All the fields on one line, as flattened HTML gives them.
    private static func flat(at index: Int, in lines: ArraySlice<BodyLine>) -> QuoteHeader? {
        guard lines[index].headerLabel == .from else { return nil }
        let end = endOfFlat(from: index, in: lines)
        let colons = lines[index..<end].reduce(0) { count, line in
            count + line.folded.bytes.count { $0 == 0x3A }
        }
        guard colons >= 3 else { return nil }
        let words = HeaderWord.words(of: lines[index..<end])
        var values: [HeaderLabel: ArraySlice<HeaderWord>] = [:]
        var label = HeaderLabel.other
        var start = 0
        for (position, word) in words.enumerated() {
            let isSplit = word.isColon && position > 0
            guard isSplit || word.hasColon else { continue }
            let name = isSplit ? position - 1 : position
            guard let found = HeaderLabel.flat[words[name].key], name >= start else { continue }
            if values[found] != nil || found == label { continue }
            if label != .other { values[label] = words[start..<name] }
            label = found
            start = position + 1
        }
        if label != .other { values[label] = words[start...] }
        guard let author = values[.from], let date = values[.sent], values.count >= 3,
            values[.to] != nil || values[.subject] != nil, HeaderDate(in: date) != nil
        else { return nil }
        let text = { (words: ArraySlice<HeaderWord>?) -> String? in
            let text = (words ?? []).map { String($0.text) }.joined(separator: " ")
            return text.isEmpty ? nil : text[...].trimmingMarks()
        }
        return QuoteHeader(
            kind: .block,
            end: end,
            author: text(author),
            date: text(date),
            subject: text(values[.subject])
        )
    }

    /// A paragraph of full lines none of which but the first begins with a label, else that line.
    private static func endOfFlat(from index: Int, in lines: ArraySlice<BodyLine>) -> Int {
        var end = index + 1
        while end < lines.endIndex, !lines[end].isBlank {
            guard end < index + longestFlat, lines[end].headerLabel == nil, !lines[end].isCut,
                lines[end].depth == lines[index].depth, lines[end - 1].folded.count >= fullLine
            else { return index + 1 }
            end += 1
        }
        return end
    }

    private static let longestFlat = 6
    private static let fullLine = 50
}

extension HeaderBlock {
    /// Three to seven short "label: value" lines in a language not known here.
    ///
    /// One value must hold an address in angle brackets and one be a date with its time; none of
    /// the labels may be a known field of a form.
    private static func unknown(
        at index: Int,
        in lines: ArraySlice<BodyLine>,
        isSeparated: Bool
    ) -> QuoteHeader? {
        guard HeaderLabel.name(of: lines[index].folded) != nil else { return nil }
        let isFirst = index == lines.startIndex || lines[index - 1].isBlank || isSeparated
        guard isFirst else { return nil }
        var end = index
        var author: String?
        var date: String?
        var others: [String] = []
        var unknown = 0
        while end < min(lines.endIndex, index + 8) {
            let line = lines[end]
            guard line.depth == lines[index].depth, let name = HeaderLabel.name(of: line.folded)
            else { break }
            if HeaderLabel.isFormField(name.key) || name.key.split(separator: " ").count > 3 {
                return nil
            }
            unknown += line.headerLabel == nil ? 1 : 0
            let value = line.valueAfterLabel
            if date == nil, let found = valueDate(value) {
                date = found
            } else if author == nil, value.utf8.contains(0x40), value.utf8.contains(0x3C) {
                author = value
            } else {
                others.append(value)
            }
            end += 1
        }
        guard end - index >= 3, end - index <= 7, unknown >= 2, let author, let date else {
            return nil
        }
        guard end == lines.endIndex || lines[end].isBlank else { return nil }
        return QuoteHeader(
            kind: .block,
            end: end,
            author: author,
            date: date,
            subject: others.last { !$0.utf8.contains(0x40) && !$0.isEmpty }
        )
    }

    /// The value, where it is a date and its time and little more.
    private static func valueDate(_ value: String) -> String? {
        guard value.utf8.count <= 80, DateWords.hasTime(Wording(value)) else { return nil }
        let words = HeaderWord.words(of: [BodyLine(value[...])])
        guard let found = HeaderDate(in: words[...]), found.hasDay, found.hasTime,
            words.count - found.range.count <= 2,
            HeaderDate(in: words[found.range.upperBound...])?.hasTime != true
        else { return nil }
        return value
    }
}

extension String {
    fileprivate func trimmingSemicolon() -> String {
        last == ";" || last == "," ? String(dropLast()) : self
    }
}

extension BodyLine {
    /// A word and what stands behind a tab.
    fileprivate var hasColumns: Bool {
        guard let tab = content.utf8.prefix(28).firstIndex(of: 0x09) else { return false }
        return tab > content.utf8.startIndex
    }
}

extension HeaderWord {
    fileprivate var isWeekday: Bool { dateWord == .weekday || dateWord == .shortWeekday }

    /// "10:12:33".
    fileprivate var hasSeconds: Bool { key.utf8.count { $0 == 0x3A } == 2 }
}

extension HeaderLabel {
    /// Labels told apart within a line.
    fileprivate static let flat: [String: HeaderLabel] = [
        "de": .from, "from": .from, "von": .from, "envoye": .sent, "sent": .sent, "date": .sent,
        "gesendet": .sent, "a": .to, "to": .to, "an": .to, "pour": .to, "cc": .copy,
        "objet": .subject, "subject": .subject, "betreff": .subject, "sujet": .subject,
    ]
}
