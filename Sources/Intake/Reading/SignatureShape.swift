extension SignedText {
    /// Written lines of a signature under a formula, as large organisations write it.
    private static let longestSignature = 40
    /// Those of a signature that nothing announces.
    private static let longestBlock = 24

    /// The closing formula stays with the text; name, function and the like below it do not.
    mutating func tagByShape(isDelimited: Bool, hasAttachment: Bool) {
        let own = lines.indices.filter(isUndecided)
        guard !own.isEmpty, !isForm(own) else { return }
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

    /// What a web form sends on: labels and values, and the last line one of them.
    private func isForm(_ own: [Int]) -> Bool {
        guard own.count >= 5, let last = own.last else { return false }
        let fields = own.prefix(16).count { ShapeReader.isFormField(lines[$0].folded) }
        return fields >= 4 && ShapeReader.isFormField(lines[own[0]].folded)
            && lines[last].folded.contains(":") && lines[last].folded.wordCount >= 3
            && own.prefix(16).contains { ShapeReader.isMessageField(lines[$0].folded) }
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
            guard shapes.isClosing(lines[tail[position]]) else { continue }
            if isInLetterWithin(tail[...position], below: tail[(position + 1)...]) { continue }
            let wrapped = wrappedRest(of: tail[position])
            let below = tail[(position + 1)...].filter { $0 > wrapped && !isInPostscript($0) }
            guard let first = below.first else { continue }
            if shapes.isClosing(lines[first]) { continue }
            if position == own.startIndex, shapes.isGreeting(line) { continue }
            if position > own.startIndex, isLateWish(own[position - 1], line, first) { continue }
            let isFormula = shapes.isFormula(lines[tail[position]])
            if proseParagraphs(Array(below)) >= 3 { return nil }
            return canFollow(first, below, isFormula: isFormula) ? first : nil
        }
        return nil
    }

    /// The last line of a formula that a mail program wrapped: the rest begins in lower case.
    private func wrappedRest(of closing: Int) -> Int {
        var last = closing
        while last + 1 < lines.count, last - closing < 4, isWrapped(lines[last]),
            lines[last + 1].content.unicodeScalars.first?.properties.isLowercase == true
        {
            last += 1
        }
        return last
    }

    private func isWrapped(_ line: BodyLine) -> Bool {
        (50...80).contains(line.folded.count)
            && ![0x2C, 0x2E, 0x21].contains(line.folded.bytes.last ?? 0)
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
            if line.folded.bytes.contains(Wording.unknownLetter) {
                guard isFormula, ScriptWords.eastAsianLetters(line) == 0 else { return false }
                return below.count == 1 && line.folded.wordCount <= 3
                    && ScriptWords.isCaseless(line)
                    || below.prefix(6).contains(where: isStrong)
            }
            if isFormula, listsNames(line) { return true }
            guard isFormula || isShortName(line) else { return false }
            return line.folded.wordCount <= 4 || below.prefix(6).contains(where: isStrong)
        case .sentence:
            return isFormula && below.count > 1 && below.prefix(6).contains(where: isStrong)
                && line.folded.wordCount <= 14
        case .none: return false
        }
    }

    /// "Les parents élus : S. Lagarde, P. Moissac".
    private func listsNames(_ line: BodyLine) -> Bool {
        guard let colon = line.content.firstIndex(of: ":"), line.folded.wordCount <= 20 else {
            return false
        }
        let names = line.content[line.content.index(after: colon)...]
            .split { $0 == "," || $0 == "/" || $0 == "&" }.map { BodyLine($0) }
        return !names.isEmpty
            && names.allSatisfy {
                shapes.isNameLike($0)
                    && (shapes.hasGivenName($0) || ShapeReader.isInitialAndName($0))
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
        guard own.count >= 3, shapes.isFormula(lines[own[own.count - 1]]) else { return nil }
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
            if shapes.isClosing(lines[index]) {
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
        if !block.isWriter, isContent(lines, block.top, own) { return false }
        if block.contacts == 0, isObject(block.top, own) { return false }
        if block.count == 1, block.contacts == 1, isBareAddress(block.top) { return false }
        if wishes > 0, block.contacts == 0 { return false }
        if sentences > 0, block.contacts == 0, !block.hasTitle, !block.isWriter { return false }
        let hasName = lines.contains { $0.shape == .name }
        if block.contacts == 0, !block.isWriter, !isLoneGivenName(block, own),
            !(own.last { $0 < block.top }.map { isSignOff(block, above: $0) } ?? false),
            continuesLine(block.top, own)
        {
            return false
        }
        if block.contacts > 0,
            hasName || opensWithName(block.top) || block.hasTitle || block.isWriter
        {
            return true
        }
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
            (shapes.namesWriter(lines[line.index].folded) || opensWithName(line.index))
                && !SignatureWords.telephones.start(lines[line.index].folded.withoutMarks)
        case .weak, .none, .sentence, .caption: false
        }
    }

    /// "Le guichet unique" over a title or an address, apart below a finished sentence.
    private func isApart(_ block: [(index: Int, shape: SignatureShape)], _ own: [Int]) -> Bool {
        guard block.count >= 2, block[0].shape == .weak, block[0].index > 0 else { return false }
        let top = block[0].index
        guard lines[top - 1].isBlank, block[1].index == top + 1, !endsSentence(top),
            let above = own.last(where: { $0 < top }), endsSentence(above)
        else { return false }
        // "Un bacio" over a name alone closes a letter.
        if block[1].shape == .name, block.count < 3 { return false }
        return isStrong(block[1].index) && lines[top].folded.wordCount <= 8
    }

    /// "Julie Bernard - 02 99 00 00 00" below a finished sentence that is no question.
    private func opensWithName(_ index: Int) -> Bool {
        guard let above = lineAbove(index), endsSentence(above),
            !lines[above].folded.hasSuffix("?") || lines[index - 1].isBlank
        else { return false }
        let word = lines[index].folded.withoutMarks.words.first ?? []
        return GivenNames.contains(String(decoding: word, as: UTF8.self))
            && lineBelow(index).map { shapes.shape(of: lines[$0]) != .name } ?? true
    }

    private func isKnownName(_ line: BodyLine) -> Bool {
        shapes.isWriter(line.folded) || shapes.hasGivenName(line) || ShapeReader.isInitials(line)
            || shapes.signsByInitials(line) || ShapeReader.isInitialAndName(line)
            || shapes.writer.isNamed(written: line.content) || Self.isDashedName(line)
    }

    /// Under "Voici les coordonnées :" an address is content.
    private func isAnnounced(_ top: Int, _ own: [Int]) -> Bool {
        guard let above = own.last(where: { $0 < top }) else { return false }
        let line = lines[above].folded
        return line.hasSuffix(":")
            || !endsSentence(above) && line.wordCount <= 10
                && ProseWords.announcements.occur(in: line)
    }

    /// Lines that none but the text above explains: a list of people, services or figures.
    private func isContent(
        _ block: [(index: Int, shape: SignatureShape)],
        _ top: Int,
        _ own: [Int]
    ) -> Bool {
        let named = block.map { lines[$0.index] }
        if named.count(where: startsWithName) >= 2 { return true }
        if named.count(where: Self.isDashedName) >= 2 { return true }
        if named.count(where: { $0.content.contains("\t") && $0.folded.digitCount > 0 }) >= 2 {
            return true
        }
        let titles = named.filter { ShapeReader.startsTitle($0.folded) }.compactMap {
            $0.folded.words.first
        }
        if Set(titles).count < titles.count { return true }
        guard !continues, let above = own.last(where: { $0 < top }) else { return false }
        return ProseWords.contentAnnouncements.occur(in: lines[above].folded)
    }

    private func startsWithName(_ line: BodyLine) -> Bool {
        guard let word = line.folded.withoutMarks.words.first else { return false }
        return GivenNames.contains(String(decoding: word, as: UTF8.self))
    }

    /// "Au nom de" and a name below it.
    private func isObject(_ top: Int, _ own: [Int]) -> Bool {
        guard let above = own.last(where: { $0 < top }), !endsSentence(above),
            let last = lines[above].folded.words.last, lines[above].folded.bytes.last != 0x2C
        else { return false }
        return SignatureWords.prepositions.contains(String(decoding: last, as: UTF8.self))
    }

    /// "jean.roy@exemple.fr" alone is what the line above speaks of.
    private func isBareAddress(_ index: Int) -> Bool {
        let line = lines[index].folded
        return !line.contains(" ") && line.contains("@") && line.digitCount < 9
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
        return !endsSentence(above) && !shapes.isClosing(lines[above])
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
        if shapes.isClosing(lines[above]) { return true }
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
        if isLoneGivenName(block, own) || isSignOff(block, above: above) { return true }
        guard endsSentence(above) else { return false }
        if isKnown { return true }
        return stands && name.folded.words.count >= 2
    }

    /// "GP" below what Gilles Pradel wrote, "Marc" below "Pour info": the last line, and no word
    /// that the line above waits for.
    private func isSignOff(_ block: Block, above: Int) -> Bool {
        let name = lines[block.top]
        let stands = lines[block.top - 1].isBlank
        guard block.count == 1, !lines[above].folded.hasSuffix(":") else { return false }
        if shapes.signsByInitials(name) {
            return stands && !lines[above].folded.hasSuffix(",") || !breaksOff(above)
        }
        return stands && isKnownName(name) && ProseWords.handOvers.occur(in: lines[above].folded)
    }

    /// "-Abhishek", "-Ana Gil": no item of a list, which has a space behind its mark.
    private static func isDashedName(_ line: BodyLine) -> Bool {
        let text = line.content.drop(while: \.isWhitespace)
        guard text.first == "-" || text.first == "–", line.folded.wordCount <= 3,
            line.folded.digitCount == 0
        else { return false }
        return text.dropFirst().split(separator: " ").allSatisfy { word in
            word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || $0 == "." }
        } && text.dropFirst().first?.isUppercase == true
    }

    /// "kevin" below a line that says something whole.
    private func isLoneGivenName(_ block: Block, _ own: [Int]) -> Bool {
        guard block.count == 1, let above = own.last(where: { $0 < block.top }) else {
            return false
        }
        return shapes.isGivenName(lines[block.top].folded) && !breaksOff(above)
    }

    /// Whether a line waits for the next: "avec Paul et", "trois noms :".
    private func breaksOff(_ index: Int) -> Bool {
        let line = lines[index].folded
        guard line.wordCount >= 3, !line.hasSuffix(","), !line.hasSuffix(":") else { return true }
        return endsInJoint(index)
    }

    private func endsInJoint(_ index: Int) -> Bool {
        guard !endsSentence(index), let last = lines[index].folded.words.last else { return false }
        return SignatureWords.joints.contains(String(decoding: last, as: UTF8.self))
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
