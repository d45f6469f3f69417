extension SignedText {
    /// Written lines of a signature under a formula, as large organisations write it.
    private static let longestSignature = 40
    /// Those of a signature that nothing announces.
    private static let longestBlock = 24

    /// The closing formula stays with the text; name, function and the like below it do not.
    mutating func tagByShape(isDelimited: Bool, hasAttachment: Bool) {
        let own = lines.indices.filter(isUndecided)
        guard !own.isEmpty else { return }
        if let top = topBelowClosing(own, isDelimited: isDelimited) {
            setSignature(from: top, isDelimited: isDelimited)
            return
        }
        if !isDelimited, let name = nameAboveFormula(own) {
            set(.signature, name..<(name + 1))
            return
        }
        guard let block = trailingBlock(own) ?? blockAboveLateText(own) else { return }
        let leavesText = own.contains {
            $0 < block.top && !shapes.isGreeting(lines[$0].folded)
        }
        if !leavesText, !continues, !(block.contacts >= 1 && block.count >= 3 && hasAttachment) {
            return
        }
        if isDelimited, block.count < 2, !block.isWriter, !lines[block.top - 1].isBlank { return }
        setSignature(from: block.top, isDelimited: isDelimited)
    }

    /// The writer's so far, and not set apart above a delimiter.
    private func isUndecided(_ index: Int) -> Bool {
        isOwn(index) && !Self.isRule(lines[index]) && !isLate(index)
    }

    /// Below something that is a signature already.
    private func isLate(_ index: Int) -> Bool {
        guard let signatureTop else { return false }
        return index > signatureTop
    }
}

// MARK: - Below a formula

extension SignedText {
    /// Below the last formula such as "Cordialement,", where a name or title follows it.
    private func topBelowClosing(_ own: [Int], isDelimited: Bool) -> Int? {
        let tail = own.suffix(Self.longestSignature + 2)
        for position in tail.indices.reversed() {
            let line = lines[tail[position]].folded
            guard shapes.isClosing(line) else { continue }
            if isInLetterWithin(tail[...position], below: tail[(position + 1)...]) { continue }
            let below = tail[(position + 1)...].filter { !isInPostscript($0) }
            guard let first = below.first else { continue }
            if shapes.isClosing(lines[first].folded) { continue }
            if position == own.startIndex, shapes.isGreeting(line) { continue }
            if position > own.startIndex, isLateWish(own[position - 1], line, first) { continue }
            let isFormula = shapes.isFormula(line)
            if proseParagraphs(Array(below)) >= 3 { return nil }
            return canFollow(first, below, isFormula: isFormula) ? first : nil
        }
        return nil
    }

    /// Whether the formula closes a letter that is cited: between quotation marks, or under a
    /// greeting that a colon announces.
    private func isInLetterWithin(_ above: ArraySlice<Int>, below: ArraySlice<Int>) -> Bool {
        let quotationMarks = below.reduce(0) { count, index in
            count + lines[index].folded.bytes.count { $0 == 0x22 }
        }
        if !quotationMarks.isMultiple(of: 2) { return true }
        guard let greeting = above.last(where: { shapes.isGreeting(lines[$0].folded) }),
            let announcing = above.last(where: { $0 < greeting }),
            lines[announcing].folded.hasSuffix(":")
        else { return false }
        return !below.contains { shapes.isWriter(lines[$0].folded) }
    }

    /// "Bonne journée" under the signature's name, with a telephone below: no formula of its own.
    private func isLateWish(_ above: Int, _ line: Wording, _ first: Int) -> Bool {
        shapes.shape(of: lines[above]) == .contact && shapes.shape(of: lines[first]) == .contact
    }

    /// Paragraphs with words to the reader: many make the formula above one of a letter within.
    private func proseParagraphs(_ below: [Int]) -> Int {
        var count = 0
        var last = -1
        for index in below where shapes.isAddressedProse(lines[index].folded) {
            if !lines[max(last, 0)..<index].allSatisfy({ !$0.isBlank }) || last < 0 { count += 1 }
            last = index
        }
        return count
    }

    /// Whether a line under a formula begins a signature.
    private func canFollow(_ first: Int, _ below: [Int], isFormula: Bool) -> Bool {
        let line = lines[first]
        guard !shapes.isAddressedProse(line.folded) else { return false }
        switch shapes.shape(of: line) {
        case .name: return true
        case .title: return isFormula || below.count > 1 || line.folded.wordCount <= 8
        case .contact, .caption: return isFormula || shapes.namesWriter(line.folded)
        case .weak:
            guard isFormula || isShortName(line) else { return false }
            return line.folded.wordCount <= 4 || below.prefix(6).contains(where: isStrong)
        case .sentence:
            return isFormula && below.count > 1 && below.prefix(6).contains(where: isStrong)
                && line.folded.wordCount <= 14
        case .none: return false
        }
    }

    private func isShortName(_ line: BodyLine) -> Bool {
        line.folded.wordCount <= 2 && line.folded.count <= 20
            && !SignatureWords.commonWords.contains(line.folded.withoutStops.string)
    }

    private func isStrong(_ index: Int) -> Bool {
        switch shapes.shape(of: lines[index]) {
        case .name, .title, .contact: true
        case .none, .sentence, .weak, .caption: false
        }
    }

    /// "Nathalie Perrin", and "Cordialement" below it as the last word.
    private func nameAboveFormula(_ own: [Int]) -> Int? {
        guard own.count >= 3, shapes.isFormula(lines[own[own.count - 1]].folded) else { return nil }
        let name = own[own.count - 2]
        guard shapes.shape(of: lines[name]) == .name else { return nil }
        return shapes.isWriter(lines[name].folded) || shapes.hasGivenName(lines[name])
            ? name : nil
    }
}

// MARK: - Without a formula

extension SignedText {
    struct Block {
        var top: Int
        var count: Int
        var contacts: Int
        var hasTitle: Bool
        var isWriter: Bool
    }

    /// The lines at the end that look signed, from the first that can begin a signature.
    private func trailingBlock(_ own: [Int]) -> Block? {
        var sentences = 0
        var block: [(index: Int, shape: SignatureShape)] = []
        var hasName = false
        var wishes = 0
        walk: for index in own.suffix(Self.longestBlock + 8).reversed() {
            if isInPostscript(index) { continue }
            if shapes.isClosing(lines[index].folded) {
                guard block.isEmpty, wishes < 2, lines[index].folded.wordCount <= 6 else { break }
                wishes += 1
                continue
            }
            if block.last?.shape == .name, isUnknownFormula(lines[index]) { break }
            let shape = shapes.shape(of: lines[index])
            switch shape {
            case .none: break walk
            case .sentence:
                guard sentences < 3, isSlogan(index, above: block.map(\.shape)) else { break walk }
                sentences += 1
                continue
            case .weak:
                if hasName, lines[index].folded.wordCount >= 4 { break walk }
            case .name: hasName = true
            case .title, .contact, .caption: break
            }
            block.append((index, shape))
            if block.count > Self.longestBlock { return nil }
        }
        block.reverse()
        while let first = block.first, !canBegin(first), !isApart(block, own) {
            block.removeFirst()
        }
        guard let first = block.first else { return nil }
        let result = Block(
            top: first.index,
            count: block.count,
            contacts: block.count { $0.shape == .contact },
            hasTitle: block.contains { $0.shape == .title },
            isWriter: block.contains { shapes.namesWriter(lines[$0.index].folded) }
        )
        return isSigned(block, result, own, sentences: sentences, wishes: wishes) ? result : nil
    }

    private func isSigned(
        _ lines: [(index: Int, shape: SignatureShape)],
        _ block: Block,
        _ own: [Int],
        sentences: Int,
        wishes: Int
    ) -> Bool {
        if isAnnounced(block.top, own) { return false }
        if wishes > 0, block.contacts == 0 { return false }
        if sentences > 0, block.contacts == 0, !block.hasTitle, !block.isWriter { return false }
        let hasName = lines.contains { $0.shape == .name }
        if block.contacts == 0, !block.isWriter, continuesLine(block.top, own) { return false }
        if block.contacts > 0, hasName || block.hasTitle || block.isWriter { return true }
        if hasName, block.hasTitle || block.isWriter { return true }
        if continues, own.first == block.top, block.isWriter { return true }
        if block.hasTitle { return isSignedTitle(block, own) }
        return isSignedName(block, own)
    }

    /// A name or a title begins a signature; a number or a web page only with the writer's name.
    private func canBegin(_ line: (index: Int, shape: SignatureShape)) -> Bool {
        switch line.shape {
        case .name: lines[line.index].folded.wordCount > 1 || isKnownName(lines[line.index])
        case .title: lines[line.index].folded.wordCount <= 14
        case .contact:
            shapes.namesWriter(lines[line.index].folded)
                && !SignatureWords.telephones.start(lines[line.index].folded.withoutMarks)
        case .weak, .none, .sentence, .caption: false
        }
    }

    /// "Le guichet unique" over a title or an address, apart below a finished sentence.
    private func isApart(_ block: [(index: Int, shape: SignatureShape)], _ own: [Int]) -> Bool {
        guard block.count >= 2, block[0].shape == .weak, block[0].index > 0 else { return false }
        let top = block[0].index
        guard lines[top - 1].isBlank, block[1].index == top + 1,
            let above = own.last(where: { $0 < top }), endsSentence(above)
        else { return false }
        return isStrong(block[1].index) && lines[top].folded.wordCount <= 8
    }

    private func isKnownName(_ line: BodyLine) -> Bool {
        shapes.isWriter(line.folded) || shapes.hasGivenName(line) || ShapeReader.isInitials(line)
    }

    /// Under "Voici les coordonnées :" an address is content.
    private func isAnnounced(_ top: Int, _ own: [Int]) -> Bool {
        guard let above = own.last(where: { $0 < top }) else { return false }
        let line = lines[above].folded
        return line.hasSuffix(":")
            || !endsSentence(above) && line.wordCount <= 10
                && ProseWords.announcements.occur(in: line)
    }

    /// A few words and a comma over a name close a letter in whatever language.
    private func isUnknownFormula(_ line: BodyLine) -> Bool {
        let folded = line.folded
        return folded.hasSuffix(",") && folded.wordCount <= 4 && folded.digitCount == 0
            && !shapes.namesWriter(folded) && !shapes.hasGivenName(line)
            && !ShapeReader.isTitle(folded)
    }

    /// Whether the line above breaks off, as in "À la mémoire de".
    private func continuesLine(_ top: Int, _ own: [Int]) -> Bool {
        guard top > 0, !lines[top - 1].isBlank, let above = own.last(where: { $0 < top }) else {
            return false
        }
        return !endsSentence(above) && !shapes.isClosing(lines[above].folded)
    }

    /// A line under a signature which speaks to everybody: it stands alone, or right below an
    /// address.
    private func isSlogan(_ index: Int, above block: [SignatureShape]) -> Bool {
        guard !block.contains(.name), !block.contains(.title), index > 0 else { return false }
        let above = lines[index - 1]
        if shapes.isAddressedProse(lines[index].folded) { return false }
        if above.isBlank { return true }
        switch shapes.shape(of: above) {
        case .contact, .title, .caption, .sentence: return true
        case .name: return shapes.isWriter(above.folded)
        case .weak, .none: return false
        }
    }

    /// A service alone signs where it stands apart below a finished sentence.
    private func isSignedTitle(_ block: Block, _ own: [Int]) -> Bool {
        let line = lines[block.top].folded
        guard block.count <= 4, line.wordCount <= 8, ShapeReader.startsTitle(line),
            let above = own.last(where: { $0 < block.top })
        else { return false }
        let stands = lines[block.top - 1].isBlank
        if shapes.isClosing(lines[above].folded) { return true }
        if endsSentence(above), stands || !lines[above].folded.hasSuffix("?") { return true }
        return stands && line.wordCount <= 4
            && lines[above].folded.wordCount >= 4 && !lines[above].folded.hasSuffix(",")
    }

    /// A name alone signs when it is the sender's, or stands apart after a finished sentence.
    private func isSignedName(_ block: Block, _ own: [Int]) -> Bool {
        guard block.count <= 3, block.top > 0, let above = own.last(where: { $0 < block.top })
        else {
            return false
        }
        let name = lines[block.top]
        let isKnown = isKnownName(name)
        let stands = lines[block.top - 1].isBlank
        if isKnown, stands,
            name.folded.hasSuffix(".") && name.folded.contains(".") && ShapeReader.isInitials(name)
        {
            return true
        }
        if isKnown, stands, block.count == 1, lines[above].folded.wordCount >= 4 { return true }
        guard endsSentence(above) else { return false }
        if isKnown { return true }
        return stands && name.folded.words.count >= 2
    }

    private func endsSentence(_ index: Int) -> Bool {
        let last = lines[index].folded.bytes.last ?? 0
        return [0x2E, 0x21, 0x3F, 0x29, 0x22].contains(last)
    }

    /// A signature with the writer's name or an address, and one paragraph of prose below it.
    private func blockAboveLateText(_ own: [Int]) -> Block? {
        guard let last = own.last,
            shapes.isAddressedProse(lines[last].folded) || isLateOpening(last)
        else { return nil }
        var start = last
        while start > 0, last - start < 12, !lines[start - 1].isBlank { start -= 1 }
        let above = own.filter { $0 < start }
        guard above.count < own.count, let block = trailingBlock(above), block.isWriter,
            block.contacts > 0 || block.hasTitle || standsApart(block)
        else { return nil }
        return block
    }
}

extension SignedText {
    /// A lone name between two blank lines.
    private func standsApart(_ block: Block) -> Bool {
        block.count == 1 && block.top > 0 && lines[block.top - 1].isBlank
            && endOfParagraph(from: block.top) == block.top + 1
    }
}

// MARK: - Words below a signature

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

    private func isLateOpening(_ index: Int) -> Bool {
        let line = lines[index].folded
        return ProseWords.lateOpenings.start(line) && line.wordCount >= 3
    }

    /// "Bonne journée !" below the name is said to the reader.
    private func isLateClosing(_ index: Int, _ top: Int) -> Bool {
        let line = lines[index].folded
        return index > top && line.wordCount <= 8 && shapes.isClosing(line)
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
