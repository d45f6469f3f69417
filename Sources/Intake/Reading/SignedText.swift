/// The new lines of one run, each told apart: the writer's words, signature or disclaimer.
struct SignedText: Sendable {
    typealias Tag = Reading.Part.Kind

    let lines: [BodyLine]
    private(set) var tags: [Tag]

    init(
        _ lines: ArraySlice<BodyLine>,
        writer: LetterWriter,
        mayBeSigned: Bool,
        hasAttachment: Bool
    ) {
        self.lines = Array(lines)
        tags = Array(repeating: .own, count: lines.count)
        tagDisclaimers()
        tagClientMarks()
        let isDelimited = tagBelowDelimiter()
        if mayBeSigned || isDelimited {
            tagByShape(writer: writer, isDelimited: isDelimited, hasAttachment: hasAttachment)
        }
        restorePostscript()
    }

    mutating func retag(_ index: Int) { tags[index] = .signature }

    private mutating func set(_ tag: Tag, _ range: Range<Int>) {
        for index in range where tags[index] == .own { tags[index] = tag }
    }

    private func endOfParagraph(from index: Int) -> Int {
        lines[index...].firstIndex(where: \.isBlank) ?? lines.endIndex
    }
}

// MARK: - Disclaimers and marks of mail programs

extension SignedText {
    /// "Ce message et ses pièces jointes sont confidentiels…", from there to the end of the run;
    /// a gateway's banner above the text alone.
    private mutating func tagDisclaimers() {
        var index = 0
        var isFirst = true
        while index < lines.count {
            guard !lines[index].isBlank else {
                index += 1
                continue
            }
            let end = endOfParagraph(from: index)
            if let start = (index..<end).first(where: { isDisclaimer(from: $0, to: end) }) {
                let isBanner = isFirst && start == index && Self.isBanner(lines[index].folded)
                set(
                    .disclaimer,
                    start..<(isBanner ? bannerEnd(index, end) : endOfDisclaimer(from: end))
                )
                if !isBanner { return }
            } else if isFirst, Self.isBanner(lines[index].folded) {
                set(.disclaimer, index..<bannerEnd(index, end))
            }
            isFirst = false
            index = end
        }
    }

    /// A disclaimer runs to the end, but a postscript below it is the writer's.
    private func endOfDisclaimer(from end: Int) -> Int {
        var index = end
        while index < lines.count, !Self.isPostscript(lines[index].folded) { index += 1 }
        return index
    }

    private func bannerEnd(_ start: Int, _ end: Int) -> Int {
        (start..<end).first { lines[$0].folded.count < 60 && $0 > start } ?? end
    }

    private func isDisclaimer(from start: Int, to end: Int) -> Bool {
        guard SignatureWords.disclaimerOpenings.start(lines[start].folded.withoutMarks) else {
            return false
        }
        var terms = 0
        for line in lines[start..<min(end, start + 12)] {
            terms += SignatureWords.disclaimerTerms.count(in: Wording(line.content, limit: 1200))
        }
        return terms >= 2
    }

    private static func isBanner(_ line: Wording) -> Bool {
        SignatureWords.bannerOpenings.start(line.withoutMarks)
            && SignatureWords.bannerTerms.occur(in: line)
    }

    /// "Envoyé de mon iPhone", "Obtenir Outlook pour iOS", "P Pensez à l'environnement".
    private mutating func tagClientMarks() {
        for index in lines.indices where tags[index] == .own {
            let line = lines[index].folded
            guard line.count <= 200, SignatureWords.clientMarks.start(line.withoutMarks) else {
                continue
            }
            if line.wordCount > 12, !SignatureWords.environment.occur(in: line) { continue }
            set(.signature, index..<(index + 1))
        }
    }
}

// MARK: - Delimiter and postscript

extension SignedText {
    /// Lines of a signature under a delimiter, as large organisations write it.
    private static let longestSignature = 25

    /// Everything below "-- " (RFC 3676 §4.3), or below "--" and "__" where that looks signed.
    private mutating func tagBelowDelimiter() -> Bool {
        var prose = 0
        var written = 0
        for index in lines.indices.reversed() where tags[index] == .own && !lines[index].isBlank {
            guard Self.isDelimiter(lines[index]) else {
                written += 1
                if isProse(lines[index]), !isInPostscript(index) { prose += 1 }
                if written > Self.longestSignature { return false }
                continue
            }
            let isStrict = lines[index].content == "-- "
            guard prose <= (isStrict ? 2 : 0) || (prose == 1 && written >= 4) else { return false }
            dropDelimiters(upTo: index)
            set(.signature, index..<lines.count)
            return true
        }
        return false
    }

    private mutating func dropDelimiters(upTo index: Int) {
        var above = index
        while above >= 0, lines[above].isBlank || Self.isDelimiter(lines[above]) {
            set(.delimiter, above..<(above + 1))
            above -= 1
        }
    }

    private static func isDelimiter(_ line: BodyLine) -> Bool {
        let bytes = line.folded.bytes
        guard bytes.count >= 1, bytes.count <= 60 else { return false }
        if bytes == [0x2D, 0x2D] || line.content == "— " || line.content == "—" { return true }
        return bytes.count >= 2
            && (bytes.allSatisfy { $0 == 0x5F }
                || bytes.count >= 3 && bytes.allSatisfy { $0 == 0x2D })
    }

    static func isPostscript(_ line: Wording) -> Bool { SignatureWords.postscripts.start(line) }

    private func isInPostscript(_ index: Int) -> Bool {
        var start = index
        while start > 0, index - start < 12, !lines[start].isBlank {
            if Self.isPostscript(lines[start].folded) { return true }
            start -= 1
        }
        return false
    }

    /// "P.S. :" after the signature is the writer's, to the end of its paragraph.
    private mutating func restorePostscript() {
        var index = 0
        while index < lines.count {
            guard tags[index] != .own, Self.isPostscript(lines[index].folded) else {
                index += 1
                continue
            }
            let end = endOfParagraph(from: index)
            var line = index
            while line < end, line == index || tags[line] != .disclaimer,
                !SignatureWords.clientMarks.start(lines[line].folded)
            {
                tags[line] = .own
                line += 1
            }
            index = max(line, index + 1)
        }
    }
}
