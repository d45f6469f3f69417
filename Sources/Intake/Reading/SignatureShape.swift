/// How much a line looks like part of a signature.
enum SignatureShape: Sendable {
    /// A sentence, a list item, a greeting: no part of one.
    case none
    /// Short and without a verb of the writer's: may stand inside one.
    case weak
    /// A function, an organisation: may begin one.
    case title
    /// A name.
    case name
    /// Telephone, postal address, e-mail address, web page.
    case contact
}

extension SignedText {
    private static let longestSignature = 18

    /// The closing formula stays with the text; name, function and the like below it do not.
    mutating func tagByShape(writer: LetterWriter, isDelimited: Bool, hasAttachment: Bool) {
        let own = lines.indices.filter { tags[$0] == .own && !lines[$0].isBlank }
        guard !own.isEmpty else { return }
        let shapes = ShapeReader(writer: writer)
        if !isDelimited, let top = topBelowClosing(own, shapes) {
            setSignature(from: top)
            return
        }
        guard let block = trailingBlock(own, shapes) else { return }
        let count = block.lines.count
        let leavesText = own.contains { $0 < block.top && !shapes.isGreeting(lines[$0].folded) }
        if !leavesText, !(block.contacts >= 1 && count >= 3 && hasAttachment) { return }
        if isDelimited, count < 2 || !block.hasTitle { return }
        setSignature(from: block.top)
    }

    private mutating func setSignature(from top: Int) {
        for index in top..<lines.count where tags[index] == .own && !isLateText(index, after: top) {
            retag(index)
        }
    }

    /// A postscript, or words to the reader, under a signature.
    private func isLateText(_ index: Int, after top: Int) -> Bool {
        Self.isPostscript(lines[index].folded)
    }

    /// Below the last formula such as "Cordialement,", where a name or title follows it.
    private func topBelowClosing(_ own: [Int], _ shapes: ShapeReader) -> Int? {
        let tail = own.suffix(Self.longestSignature + 2)
        guard let closing = tail.last(where: { shapes.isFormula(lines[$0].folded) }) else {
            return nil
        }
        let below = own.filter { $0 > closing && !isPostscriptParagraph($0) }
        guard let first = below.first, below.count <= Self.longestSignature else { return nil }
        let firstShape = shapes.shape(of: lines[first])
        guard firstShape != .none || shapes.isNameLike(lines[first].folded) else { return nil }
        let isPersonal = below.contains { shapes.isAddressedProse(lines[$0].folded) }
        guard !isPersonal,
            firstShape != .weak || below.count > 1 || lines[first].folded.wordCount <= 4
        else { return nil }
        return first
    }

    private func isPostscriptParagraph(_ index: Int) -> Bool {
        var start = index
        while start > 0, index - start < 12, !lines[start - 1].isBlank { start -= 1 }
        return lines[start...index].contains { Self.isPostscript($0.folded) }
    }

    struct Block {
        var top: Int
        var lines: [Int]
        var contacts: Int
        var hasTitle: Bool
    }

    /// The lines at the end that look signed, from the first that can begin a signature.
    private func trailingBlock(_ own: [Int], _ shapes: ShapeReader) -> Block? {
        var slogans = 0
        var block: [(index: Int, shape: SignatureShape)] = []
        var isAnchored = false
        for index in own.reversed() {
            let line = lines[index]
            if isPostscriptParagraph(index) { continue }
            if shapes.isClosing(line.folded) {
                isAnchored = true
                break
            }
            let shape = shapes.shape(of: line)
            if shape == .none {
                guard block.isEmpty, slogans < 2, isSlogan(index, shapes) else { break }
                slogans += 1
                continue
            }
            block.append((index, shape))
            if block.count > Self.longestSignature { return nil }
        }
        block.reverse()
        if !isAnchored {
            block = Array(block.drop { !canBegin($0, shapes) })
            dropDetachedTop(&block)
        }
        guard let first = block.first else { return nil }
        let contacts = block.count { $0.shape == .contact }
        let hasTitle = block.contains { $0.shape == .title }
        if slogans > 0, contacts == 0 && !hasTitle { return nil }
        if !isAnchored, contacts == 0, !hasTitle, !isSignedName(block, own, shapes) { return nil }
        return Block(
            top: first.index,
            lines: block.map(\.index),
            contacts: contacts,
            hasTitle: hasTitle
        )
    }

    /// A name or a title begins a signature; a number or a web page only with the writer's name.
    private func canBegin(_ line: (index: Int, shape: SignatureShape), _ shapes: ShapeReader)
        -> Bool
    {
        switch line.shape {
        case .name, .title: true
        case .contact: shapes.namesWriter(lines[line.index].folded)
        case .weak, .none: false
        }
    }

    /// Above a blank line, only what belongs together stays: a name over its titles.
    private func dropDetachedTop(_ block: inout [(index: Int, shape: SignatureShape)]) {
        while let first = block.first, block.count > 1, first.shape == .title,
            lines[first.index].folded.wordCount > 9
        {
            block.removeFirst()
            block = Array(block.drop { $0.shape == .weak || $0.shape == .contact })
        }
    }

    /// A line under a signature which speaks to everybody: it stands alone, or right below an
    /// address.
    private func isSlogan(_ index: Int, _ shapes: ShapeReader) -> Bool {
        let above = index > 0 ? lines[index - 1] : nil
        let stands = above.map { $0.isBlank || shapes.shape(of: $0) == .contact } ?? false
        return stands && lines[index].folded.wordCount <= 25
            && !shapes.isAddressedProse(lines[index].folded)
    }

    /// A name alone signs when it is the sender's, or stands apart after a finished sentence.
    private func isSignedName(
        _ block: [(index: Int, shape: SignatureShape)],
        _ own: [Int],
        _ shapes: ShapeReader
    ) -> Bool {
        guard block.count <= 3, let first = block.first else { return false }
        if block.contains(where: { shapes.isWriter(lines[$0.index].folded) }) { return true }
        guard first.shape == .name, let above = own.last(where: { $0 < first.index }) else {
            return false
        }
        let previous = lines[above].folded.bytes.last ?? 0
        let isFinished = [0x2E, 0x21, 0x3F, 0x29, 0x22].contains(previous)
        return isFinished
            && (lines[first.index - 1].isBlank || lines[first.index].folded.count <= 14)
    }
}

extension SignedText {
    /// A line of prose: what nobody writes in a signature.
    func isProse(_ line: BodyLine) -> Bool {
        line.folded.wordCount >= 9
            && (line.folded.hasSuffix("?") || SignatureWords.firstPerson.occur(in: line.folded)
                || line.isCut)
    }
}
