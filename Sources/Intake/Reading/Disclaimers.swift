extension SignedText {
    /// Banners of gateways, "reply above this line", footers of mailing lists and legal notices.
    mutating func tagDisclaimers() {
        tagReplyMarks()
        tagBanner()
        let prose = lines.indices.last { index in
            isOwn(index)
                && (shapes.isAddressedProse(lines[index].folded)
                    || ShapeReader.asks(lines[index].folded) || shapes.isClosing(lines[index]))
        }
        var index = 0
        while index < lines.count {
            guard !lines[index].isBlank else {
                index += 1
                continue
            }
            let end = endOfParagraph(from: index)
            if let start = (index..<end).first(where: {
                startsNotice($0, in: index..<end, above: prose)
            }) {
                index = tagNotice(from: start, to: end)
            } else {
                index = end
            }
        }
    }

    /// "Répondre au-dessus de cette ligne".
    private mutating func tagReplyMarks() {
        for index in lines.indices where isOwn(index) {
            let line = lines[index].folded
            if line.wordCount <= 20, !line.hasSuffix("?"),
                DisclaimerWords.replyAbove.occur(in: line),
                DisclaimerWords.thisLine.occur(in: line)
            {
                set(.disclaimer, index..<(index + 1))
            }
        }
    }
}

// MARK: - Banners

extension SignedText {
    /// A gateway's banner above the text: one or two paragraphs.
    private mutating func tagBanner() {
        var index = lines.firstIndex { !$0.isBlank } ?? lines.count
        var paragraphs = 0
        while index < lines.count, paragraphs < 3 {
            let end = endOfParagraph(from: index)
            guard let stop = endOfBanner(index..<end), continues || saysMore(from: stop) else {
                return
            }
            set(.disclaimer, index..<stop)
            if stop < end { return }
            paragraphs += 1
            index = lineBelow(end - 1) ?? lines.count
        }
    }

    /// Whether anything but a signature stands below.
    private func saysMore(from index: Int) -> Bool {
        lines.indices[index...].contains { index in
            let line = lines[index].folded
            return isOwn(index) && !isStrongShape(index)
                && (!shapes.isGreeting(line) || line.hasSuffix("."))
        }
    }

    private func endOfBanner(_ range: Range<Int>) -> Int? {
        var first = range.lowerBound
        while first < range.upperBound, tags[first] == .disclaimer || Self.isRule(lines[first]) {
            first += 1
        }
        guard first < range.upperBound else { return range.upperBound }
        guard isBanner(first, until: range.upperBound) else { return nil }
        var end = first + 1
        while end < range.upperBound, end - first < 8, continuesBanner(end) { end += 1 }
        return end
    }

    private func isBanner(_ index: Int, until end: Int) -> Bool {
        let line = lines[index].folded.withoutMarks
        guard DisclaimerWords.bannerOpenings.start(line), line.wordCount <= 60,
            !ProseWords.firstPersonSubject.occur(in: line)
        else { return false }
        let rest = lines[index..<min(end, index + 4)]
        guard rest.contains(where: { DisclaimerWords.bannerOrigins.occur(in: $0.folded) }) else {
            return false
        }
        let isTagged =
            DisclaimerWords.bannerTags.start(line)
            || line.wordCount <= 8 && DisclaimerWords.bannerTags.occur(in: line)
        // "Un message externe circule" speaks of another mail.
        guard isTagged || rest.contains(where: { DisclaimerWords.bannerSelf.occur(in: $0.folded) })
        else { return false }
        let terms = rest.reduce(0) { sum, line in
            sum + DisclaimerWords.bannerTerms.count(in: Wording(line.content, limit: 1200))
        }
        return terms >= (isTagged ? 1 : 2)
    }

    private func continuesBanner(_ index: Int) -> Bool {
        let line = lines[index].folded
        let isWrapped =
            lines[index].content.unicodeScalars.first?.properties.isLowercase == true
            && ![0x2E, 0x21, 0x3F].contains(lines[index - 1].folded.bytes.last ?? 0x2E)
        if isWrapped { return true }
        return !shapes.isGreeting(line) && !shapes.isAddressedProse(line)
            && (DisclaimerWords.bannerTerms.occur(in: line) || Self.isRule(lines[index]))
            || DisclaimerWords.bannerOpenings.start(line.withoutMarks)
                && DisclaimerWords.bannerTerms.occur(in: line)
    }
}

// MARK: - Notices and footers

extension SignedText {
    /// Lines of a notice looked at for its terms.
    private static let noticeLength = 12

    /// - Parameter prose: the last words to the reader; a notice that does not speak of this mail
    ///   stands below them.
    private func startsNotice(_ index: Int, in paragraph: Range<Int>, above prose: Int?) -> Bool {
        guard isOwn(index), !Self.isRule(lines[index]), !opensLetter(index, paragraph.upperBound)
        else { return false }
        let line = lines[index].folded.withoutMarks
        if isListFooter(line) || isListName(line, at: index) {
            return isProvenFooter(index, paragraph.upperBound)
        }
        let isOpening = DisclaimerWords.openings.start(line.withoutOpeningMarks)
        guard isOpening || isBelowRule(index) || index == paragraph.lowerBound else { return false }
        let notice = notice(
            from: index,
            to: paragraph.upperBound,
            mayCross: isOpening && line.wordCount <= 6
        )
        let isAboutMail = DisclaimerWords.thisMail.occur(in: notice)
        if let prose, prose >= paragraph.upperBound,
            !(isAboutMail && isOpening && hasWordsAbove(index))
        {
            return false
        }
        let terms = terms(of: notice)
        if !isOpening, shapes.isClosing(lines[index]) || isStrongShape(index) { return false }
        if !isOpening, ShapeReader.asks(lines[index].folded) { return false }
        if standsBelowSignature(index), !ProseWords.writersOwn.occur(in: line) {
            return terms + (isAboutMail ? 1 : 0) >= (isOpening ? 1 : 2)
                && (terms > 1 || line.wordCount >= 6)
        }
        if isOpening { return terms >= 2 && (isAboutMail || standsBelowClosing(index)) }
        return terms >= (isBelowRule(index) ? 2 : 3) && hasWordsAbove(index)
    }

    /// A footer stands below words, and below a rule or a signature, or it says how to leave.
    private func isProvenFooter(_ index: Int, _ end: Int) -> Bool {
        guard continues || hasWordsAbove(index) || standsBelowClosing(index) else { return false }
        if continues || standsBelowClosing(index) || standsBelowSignature(index) { return true }
        return lines[index..<min(end, index + Self.noticeLength)].contains { line in
            line.folded.contains("@") || line.folded.string.contains("http")
                || DisclaimerWords.leaving.occur(in: line.folded)
        }
    }

    private func isBelowRule(_ index: Int) -> Bool {
        lineAbove(index).map { Self.isRule(lines[$0]) } ?? false
    }

    /// Below a rule, a formula or what is no word of the writer's already.
    private func standsBelowClosing(_ index: Int) -> Bool {
        isBelowRule(index)
            || lines[..<index].suffix(30).indices.contains {
                !lines[$0].isBlank && (tags[$0] != .own || shapes.isClosing(lines[$0]))
            }
    }

    /// Sentences below the signature that speak of the law are a notice, whatever they begin with.
    mutating func moveNotices() {
        guard let top = signatureTop else { return }
        var index = endOfParagraph(from: top)
        while index < lines.count {
            guard tags[index] == .signature, !lines[index].isBlank else {
                index += 1
                continue
            }
            let end = endOfParagraph(from: index)
            if isLegal(index, end) {
                for line in index..<end where tags[line] == .signature { retag(.disclaimer, line) }
            }
            index = end
        }
    }

    private func isLegal(_ start: Int, _ end: Int) -> Bool {
        let line = lines[start].folded
        guard line.wordCount >= 6, !isStrongShape(start) || line.wordCount >= 10,
            !ProseWords.offHours.occur(in: line), !ClientMarks.isMark(line)
        else {
            return false
        }
        if DisclaimerWords.thisMail.occur(in: line) { return true }
        return line.wordCount >= 10
            && lines[start..<min(end, start + Self.noticeLength)].contains {
                DisclaimerWords.terms.occur(in: Wording($0.content, limit: 1200))
            }
    }

    /// Right below "Bonjour,", or the first words with others below them, nobody puts a notice.
    private func opensLetter(_ index: Int, _ end: Int) -> Bool {
        guard let above = lineAbove(index) else {
            return !continues && end < lines.count
                && lines[end...].contains { !$0.isBlank && shapes.isClosing($0) || signsAlone($0) }
        }
        return tags[above] == .own && shapes.isGreeting(lines[above].folded)
    }

    private func signsAlone(_ line: BodyLine) -> Bool {
        line.folded.wordCount <= 4 && shapes.isWriter(line.folded)
    }

    private func hasWordsAbove(_ index: Int) -> Bool {
        lines[..<index].suffix(12).indices.contains {
            isOwn($0) && !shapes.isGreeting(lines[$0].folded)
        }
    }

    /// "Pour se désinscrire : …", "Vous recevez ce message car…".
    private func isListFooter(_ line: Wording) -> Bool {
        guard !line.hasSuffix("?"), line.wordCount <= 60,
            !ProseWords.firstPersonSubject.occur(in: line)
        else { return false }
        if DisclaimerWords.receiving.start(line), DisclaimerWords.subscribing.occur(in: line) {
            return true
        }
        return DisclaimerWords.footers.start(line) || DisclaimerWords.footerPhrases.occur(in: line)
    }

    /// Whether the line above is a name, an address or what is no word of the writer's already.
    private func standsBelowSignature(_ index: Int) -> Bool {
        guard let above = lineAbove(index) else { return false }
        return (tags[above] != .own || isStrongShape(above)) && hasWordsAbove(above)
    }

    private func isStrongShape(_ index: Int) -> Bool {
        switch shapes.shape(of: lines[index]) {
        case .name, .title, .contact, .caption: true
        case .none, .weak, .sentence: false
        }
    }

    /// The name of a list under a rule, or with its address on the next lines.
    private func isListName(_ line: Wording, at index: Int) -> Bool {
        guard line.wordCount <= 8, DisclaimerWords.listNames.occur(in: line) else { return false }
        if isBelowRule(index) { return true }
        guard DisclaimerWords.listNames.start(lines[index].folded) else { return false }
        return lines[index...].dropFirst().prefix(3).contains { line in
            line.folded.contains("@") || line.folded.hasPrefix("http")
        }
    }

    /// The first lines of a notice; under a heading, those of the next paragraph too.
    private func notice(from start: Int, to end: Int, mayCross: Bool) -> Wording {
        var end = end
        if mayCross, end == start + 1, let next = lineBelow(end - 1) {
            end = endOfParagraph(from: next)
        }
        var text: [UInt8] = []
        for line in lines[start..<min(end, start + Self.noticeLength)] {
            text += Wording(line.content, limit: 1200).bytes + [0x20]
        }
        return Wording(folded: text)
    }

    /// How many different terms of notices it holds; none where the writer speaks or asks.
    private func terms(of notice: Wording) -> Int {
        if ProseWords.firstPersonSubject.occur(in: notice) || notice.hasSuffix("?") { return 0 }
        return DisclaimerWords.terms.count(in: notice)
    }

    /// From the start of a notice on, as long as notices go on; returns where they end.
    private mutating func tagNotice(from start: Int, to end: Int) -> Int {
        set(.disclaimer, start..<endOfNotice(start, end))
        var index = endOfNotice(start, end)
        while let next = index < lines.count ? nextWritten(from: index) : nil {
            let end = endOfParagraph(from: next)
            guard continuesNotice(next, end) else { return next }
            let stop = endOfNotice(next, end)
            set(.disclaimer, next..<stop)
            index = max(stop, next + 1)
        }
        return lines.count
    }

    private func nextWritten(from index: Int) -> Int? {
        lines[index...].firstIndex { !$0.isBlank }
    }

    /// A postscript or words to the reader end it.
    private func endOfNotice(_ start: Int, _ end: Int) -> Int {
        var index = start + 1
        while index < end, !Self.isPostscript(lines[index].folded) { index += 1 }
        return min(index, end)
    }

    private func continuesNotice(_ start: Int, _ end: Int) -> Bool {
        let line = lines[start].folded.withoutMarks
        if Self.isPostscript(line) || tags[start] == .signature { return false }
        if DisclaimerWords.openings.start(line) || isListFooter(line) {
            return !ProseWords.firstPersonSubject.occur(in: line)
        }
        if shapes.isClosing(lines[start]) || shapes.isGreeting(line) { return false }
        let terms = lines[start..<min(end, start + Self.noticeLength)].reduce(0) { sum, line in
            sum + DisclaimerWords.terms.count(in: Wording(line.content, limit: 1200))
        }
        if ProseWords.firstPersonSubject.occur(in: line) { return false }
        if terms >= 1 { return true }
        if shapes.isAddressedProse(line) { return false }
        return !isStrongShape(start) && (lines[start].isCut || line.wordCount >= 8)
    }
}
