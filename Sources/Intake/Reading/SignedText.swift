/// The new lines of one run, each told apart: the writer's words, signature or disclaimer.
struct SignedText: Sendable {
    typealias Tag = Reading.Part.Kind

    let lines: [BodyLine]
    let shapes: ShapeReader
    let continues: Bool
    private(set) var tags: [Tag]
    /// Where what is known to be a signature begins.
    private(set) var signatureTop: Int?

    /// - Parameters:
    ///   - mayBeSigned: whether a signature without delimiter may stand at the end.
    ///   - continues: whether the writer's words stand above, in another run, so that a signature
    ///     may be all of this one.
    init(
        _ lines: ArraySlice<BodyLine>,
        writer: LetterWriter,
        mayBeSigned: Bool,
        hasAttachment: Bool,
        continues: Bool = false
    ) {
        self.lines = Array(lines)
        self.continues = continues
        shapes = ShapeReader(writer: writer)
        tags = Array(repeating: .own, count: lines.count)
        tagClientMarks()
        tagDisclaimers()
        let isDelimited = tagMarked() || tagBelowDelimiter()
        if mayBeSigned || isDelimited {
            tagByShape(isDelimited: isDelimited, hasAttachment: hasAttachment)
        }
        moveNotices()
        dropRules()
    }

    /// Tags what is still the writer's in a range.
    mutating func set(_ tag: Tag, _ range: Range<Int>) {
        for index in range where tags[index] == .own { tags[index] = tag }
    }

    mutating func retag(_ tag: Tag, _ index: Int) { tags[index] = tag }

    mutating func noteTop(_ top: Int) { signatureTop = min(top, signatureTop ?? top) }

    func isOwn(_ index: Int) -> Bool { tags[index] == .own && !lines[index].isBlank }

    func endOfParagraph(from index: Int) -> Int {
        lines[index...].firstIndex(where: \.isBlank) ?? lines.endIndex
    }

    /// The next line that says something.
    func lineBelow(_ index: Int) -> Int? {
        lines[(index + 1)...].firstIndex { !$0.isBlank }
    }

    func lineAbove(_ index: Int) -> Int? {
        lines[..<index].lastIndex { !$0.isBlank }
    }
}

// MARK: - Delimiters

extension SignedText {
    /// Lines under a delimiter that are still a signature, as large organisations write it.
    private static let longestDelimited = 40

    /// Everything below "-- " (RFC 3676 §4.3), or below "--", "__" and the like where that looks
    /// signed.
    private mutating func tagBelowDelimiter() -> Bool {
        var below: [Int] = []
        for index in lines.indices.reversed() where isOwn(index) {
            guard Self.isRule(lines[index]) else {
                below.append(index)
                if below.count > Self.longestDelimited { return false }
                continue
            }
            if below.isEmpty { continue }
            guard isSigned(below.reversed(), isStrict: lines[index].content == "-- ") else {
                return false
            }
            set(.delimiter, index..<(index + 1))
            setSignature(from: topOfDelimited(below.reversed()), isDelimited: true)
            return true
        }
        return false
    }

    /// Some programs put the formula under the delimiter too.
    private func topOfDelimited(_ below: [Int]) -> Int {
        below.prefix(3).first { !shapes.isClosing(lines[$0]) } ?? below[0]
    }

    /// Whether the lines under a delimiter look like a signature, words below it left aside.
    private func isSigned(_ below: [Int], isStrict: Bool) -> Bool {
        let prose = below.count { shapes.isAddressedProse(lines[$0].folded) }
        let first = lines[below[0]]
        if isStrict { return prose * 2 < below.count || !shapes.isAddressedProse(first.folded) }
        let kinds = below.prefix(Self.longestDelimited).map { shapes.shape(of: lines[$0]) }
        switch kinds[0] {
        case .name, .title, .contact, .caption: return prose * 3 <= below.count
        case .weak:
            return prose == 0
                && (below.count == 1 && first.folded.wordCount <= 3
                    || kinds.contains { $0 == .contact || $0 == .title })
        case .none, .sentence: return false
        }
    }

    /// Lines a mail program set apart, unless the mail has no other words.
    private mutating func tagMarked() -> Bool {
        let signed = lines.indices.filter { lines[$0].mark == .signature && isOwn($0) }
        let leavesText = lines.indices.contains {
            lines[$0].mark != .signature && isOwn($0) && !shapes.isGreeting(lines[$0].folded)
        }
        guard leavesText || continues, var top = signed.first else { return false }
        let written = signed.prefix(Self.longestDelimited).last { index in
            let line = lines[index].folded
            return shapes.isFormula(lines[index]) || shapes.isGreeting(line)
        }
        if let written { top = signed.first { $0 > written } ?? lines.endIndex }
        guard top < lines.endIndex else { return false }
        setSignature(from: top, isDelimited: true)
        return true
    }

    /// A rule is no word of anybody: above a signature or a disclaimer, and within.
    private mutating func dropRules() {
        var tagBelow: Tag?
        for index in lines.indices.reversed() where !lines[index].isBlank {
            let isRule = Self.isRule(lines[index])
            if isRule {
                let ends = tagBelow == nil && index > 0 && lineAbove(index).map { tags[$0] } != .own
                if tags[index] != .own || ends || (tagBelow != nil && tagBelow != .own) {
                    tags[index] = .delimiter
                }
            }
            tagBelow = tags[index]
        }
    }

    /// A line of nothing but one sign: "--", "__", "—", "***", "~~", "=====".
    static func isRule(_ line: BodyLine) -> Bool {
        let bytes = line.folded.bytes
        guard let first = bytes.first, !line.isCut || bytes.allSatisfy({ $0 == bytes[0] }) else {
            return false
        }
        if bytes.count == 1 { return first == 0x2D && line.content.utf8.count >= 3 }
        let signs: [UInt8] = [0x2D, 0x5F, 0x2A, 0x7E, 0x3D, 0x23, Wording.unknownSign]
        guard signs.contains(first) else { return false }
        let spaces = bytes.count { $0 == 0x20 }
        guard bytes.allSatisfy({ $0 == first || $0 == 0x20 }), spaces * 2 <= bytes.count else {
            return false
        }
        guard first == Wording.unknownSign else { return true }
        // Five thumbs up are an answer.
        return bytes.count >= 5
            && line.content.unicodeScalars.first?.properties.isEmojiPresentation != true
    }
}
