extension SignedText {
    /// Tags the lines from an index on, but for what is written to the reader below the signature.
    mutating func setSignature(from top: Int, isDelimited: Bool) {
        noteTop(top)
        var index = top
        while index < lines.count {
            let end = max(endOfParagraph(from: index), index + 1)
            var late = end
            if let first = (index..<end).first(where: {
                isOwn($0) && startsLateText($0, top, isDelimited)
            }) {
                late = first
                let isWhole = index > top && (index..<first).allSatisfy { !isStrongLine($0) }
                if isWhole { late = index }
            }
            for line in index..<late where isOwn(line) && !isLateClosing(line, top) {
                set(.signature, line..<(line + 1))
            }
            if late < end { restoreStrong(late..<end, top) }
            index = end
        }
    }

    /// In a paragraph of late words, an address that ends it is still the signature's.
    private mutating func restoreStrong(_ range: Range<Int>, _ top: Int) {
        for line in range.reversed() where isOwn(line) {
            guard line > range.lowerBound, isContactLine(line) else { return }
            set(.signature, line..<(line + 1))
        }
    }

    private func isContactLine(_ index: Int) -> Bool {
        let shape = shapes.shape(of: lines[index])
        return shape == .contact && ShapeReader.hasPhone(lines[index].folded)
    }

    private func isStrongLine(_ index: Int) -> Bool {
        guard isOwn(index) else { return true }
        switch shapes.shape(of: lines[index]) {
        case .name, .title, .contact, .caption: return true
        case .none, .sentence, .weak: return false
        }
    }

    private func startsLateText(_ index: Int, _ top: Int, _ isDelimited: Bool) -> Bool {
        let line = lines[index].folded
        if Self.isPostscript(line) { return true }
        if line.bytes.first == 0x22 { return false }
        if isLateOpening(index) { return index > top }
        if isDelimited, !line.hasSuffix("?") {
            // What a mail program adds below its delimiter may well make requests of everybody.
            guard index > 0, lines[index - 1].isBlank,
                ProseWords.firstPersonSubject.occur(in: line)
            else { return false }
        }
        return shapes.isAddressedProse(line)
            && !(shapes.isClosing(line) && line.wordCount <= 6)
    }

    func isLateOpening(_ index: Int) -> Bool {
        let line = lines[index].folded
        return ProseWords.lateOpenings.start(line) && line.wordCount >= 3
    }

    /// "Bonne journée !" below the name is said to the reader.
    private func isLateClosing(_ index: Int, _ top: Int) -> Bool {
        let line = lines[index].folded
        return index > top && line.wordCount <= 8 && shapes.isClosing(lines[index])
            && !shapes.isWriter(line)
    }

    static func isPostscript(_ line: Wording) -> Bool { ProseWords.postscripts.start(line) }

    /// Whether a postscript begins in the same paragraph, above or at the line.
    func isInPostscript(_ index: Int) -> Bool {
        var start = index
        while start > 0, index - start < 12 {
            if Self.isPostscript(lines[start].folded) { return true }
            if lines[start - 1].isBlank { return false }
            start -= 1
        }
        return Self.isPostscript(lines[start].folded)
    }
}
