/// Lines of text written from HTML: white space collapsed, breaks joined, quotes marked.
struct TextPage {
    private(set) var out: [UInt8] = []
    /// Where the current line starts.
    private var lineBegin = 0
    /// Where the text of the current line starts, behind its marks.
    private var lineStart = 0
    /// Whether the current line starts with the mark of a list item.
    private var lineHasMarker = false
    /// Whether the line above is free but for quote marks, or there is none.
    private var isAboveFree = true
    /// Line ends owed before the next text.
    private var breaks = 0
    private var owesSpace = false
    private var tabs = 0
    /// Whether the line that comes holds a picture so far, and no text.
    private var holdsPicture = false
    /// Depth of quotation of the last line written.
    private var lastDepth = 0
    private var marks = PageMarks()
    /// Lines started so far.
    private(set) var lines = 0
    /// Words written so far that are more than no-break spaces.
    private(set) var words = 0
    /// Octets looked at.
    private(set) var steps = 0

    var quoteDepth = 0
    var indent = 0
    var keepsLines = false
    /// Written before the next text: the mark of a list item.
    var marker: String?
    /// At the start of a cell, where the margins of its first block do not count.
    var swallowsBlocks = false

    var length: Int { out.count }

    /// Whether the next text starts a line.
    var isAtLineStart: Bool { breaks > 0 || out.count <= lineStart }

    private var isLineBare: Bool { out.count <= lineStart && !lineHasMarker }

    mutating func text(_ octets: Octets) {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(octets.count)
        HTMLEntities.append(octets, to: &decoded)
        steps += octets.count
        if keepsLines { return preformatted(decoded) }
        var index = 0
        while index < decoded.count {
            if decoded[index].isWhiteSpace {
                owesSpace = true
                index += 1
                continue
            }
            let start = index
            while index < decoded.count, !decoded[index].isWhiteSpace { index += 1 }
            word(decoded[start..<index])
        }
    }

    /// Text that goes straight behind what was written last.
    mutating func append(_ text: String) {
        let space = text.utf8.first?.isWhiteSpace == true
        if space { owesSpace = true }
        let (heldBreaks, heldTabs) = (breaks, tabs)
        if out.count > lineStart { (breaks, tabs) = (0, 0) }
        word(Octets(text.utf8).trimmed)
        if heldBreaks + heldTabs > 0 { (breaks, tabs) = (heldBreaks, heldTabs) }
    }

    /// Text that is no HTML.
    mutating func plain(_ text: String) {
        owesSpace = true
        for part in text.utf8.split(whereSeparator: \.isWhiteSpace) {
            word(Octets(part))
            owesSpace = true
        }
    }

    /// Whether a digit is right before what is written next.
    var endsWithDigit: Bool {
        !isAtLineStart && !owesSpace && tabs == 0 && out.last?.isDigit == true
    }

    private mutating func word(_ octets: Octets) {
        var octets = Self.visible(octets)
        guard !octets.isEmpty else { return }
        let isSpace = Self.isNoBreakSpace(octets)
        if isSpace, marker != nil || (swallowsBlocks && tabs > 0) { return }
        // Word pads the mark of a list item with them.
        while marker != nil, octets.starts(with: [0xC2, 0xA0]) { octets = octets.dropFirst(2) }
        if !isSpace { words += 1 }
        startText()
        out.append(contentsOf: octets)
    }

    private static func isNoBreakSpace(_ octets: Octets) -> Bool {
        octets.first == 0xC2 && octets.allSatisfy { $0 == 0xC2 || $0 == 0xA0 }
    }

    /// Without NUL, soft hyphens, zero-width spaces and byte order marks.
    private static func visible(_ octets: Octets) -> Octets {
        let isPlain = octets.allSatisfy { $0 != 0xC2 && $0 != 0xE2 && $0 != 0xEF && $0 != 0 }
        guard !isPlain else { return octets }
        let invisible: [[UInt8]] = [
            [0], [0xC2, 0xAD], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF], [0xE2, 0x81, 0xA0],
            [0xCD, 0x8F],
        ]
        var out: [UInt8] = []
        var rest = octets
        while let first = rest.first {
            if let mark = invisible.first(where: { rest.starts(with: $0) }) {
                rest = rest.dropFirst(mark.count)
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        return out[...]
    }

    private mutating func preformatted(_ octets: [UInt8]) {
        var start = 0
        for index in octets.indices where octets[index] == .lf {
            if index > start { preformattedLine(octets[start..<index]) }
            breaks += 1
            start = index + 1
        }
        if start < octets.count { preformattedLine(octets[start...]) }
    }

    private mutating func preformattedLine(_ octets: Octets) {
        startText()
        if octets.contains(where: { !$0.isWhiteSpace }) { words += 1 }
        out.append(contentsOf: octets.filter { $0 != .cr && $0 != 0 })
    }

    /// Pays the breaks, marks, tabs and space that are owed.
    private mutating func startText() {
        payBreaks()
        marks.writeOn(lineBegin: lineBegin)
        if out.count == lineBegin {
            startLine()
        } else if out.count == lineStart {
            // Behind the mark of an item no space follows.
        } else if tabs > 0 {
            out.append(contentsOf: repeatElement(.tab, count: tabs))
        } else if owesSpace, !keepsLines {
            out.append(.space)
        }
        owesSpace = false
        tabs = 0
        swallowsBlocks = false
        holdsPicture = false
    }

    private mutating func payBreaks() {
        defer { breaks = 0 }
        guard breaks > 0, !out.isEmpty else { return }
        trimLine()
        if !keepsLines, isLineBare, isAboveFree {
            // A line that held spaces only is the free line itself.
            out.removeSubrange(lineBegin...)
            lineStart = lineBegin
            marks.writeOn(lineBegin: lineBegin)
            return
        }
        marks.endLine(at: out.count)
        isAboveFree = isLineBare
        out.append(.lf)
        let free = keepsLines ? min(breaks - 1, 1000) : min(breaks - 1, 1)
        let depth = min(lastDepth, quoteDepth)
        for _ in 0..<max(0, free) {
            if !keepsLines, isAboveFree { break }
            out.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: depth))
            out.append(.lf)
            isAboveFree = true
        }
        (lineBegin, lineStart, lineHasMarker) = (out.count, out.count, false)
    }

    private mutating func startLine() {
        lines += 1
        marks.startLine(at: lineBegin)
        lastDepth = quoteDepth
        if quoteDepth > 0 {
            out.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: quoteDepth))
            out.append(.space)
        }
        if let marker {
            out.append(contentsOf: repeatElement(.space, count: indent * 2))
            out.append(contentsOf: marker.utf8)
            self.marker = nil
            lineHasMarker = true
        }
        lineStart = out.count
    }

    /// Trailing spaces of a line go; a line of no-break spaces is a free line.
    private mutating func trimLine() {
        while let last = out.last, out.count > lineBegin {
            if last.isBlank {
                out.removeLast()
            } else if last == 0xA0, out.count > lineBegin + 1, out[out.count - 2] == 0xC2 {
                out.removeLast(2)
            } else {
                break
            }
        }
    }

    mutating func lineBreak() {
        owesSpace = false
        breaks += 1
        endPicture()
    }

    /// A picture on a line of its own leaves a free line in its place.
    mutating func picture() { holdsPicture = isAtLineStart && marker == nil }

    /// What follows stands beside the picture.
    mutating func passPicture() { holdsPicture = false }

    private mutating func endPicture() {
        if holdsPicture { breaks = max(breaks, 2) }
        holdsPicture = false
    }

    /// The edge of a block: `margin` 1 starts a new line, 2 leaves one free.
    mutating func block(margin: Int) {
        guard margin > 0 else { return }
        owesSpace = false
        if !swallowsBlocks, marker == nil { breaks = max(breaks, margin) }
        endPicture()
    }

    /// A list item starts on a line of its own, close to the one before.
    mutating func itemBreak() {
        marker = nil
        swallowsBlocks = false
        block(margin: 1)
    }

    /// Another cell of the same row; empty ones between count, but for `most`.
    mutating func cell(most: Int) {
        breaks = 0
        owesSpace = false
        tabs = min(tabs + 1, most)
    }

    /// Takes back what is no more than spaces in the current line.
    mutating func eraseLine() {
        out.removeSubrange(min(lineStart, out.count)...)
        if out.count == lineBegin { lines -= 1 }
        (breaks, owesSpace) = (0, false)
    }

    /// What follows is no cell of a row after all, but starts a line.
    mutating func breakRow() {
        guard tabs > 0 else { return }
        tabs = 0
        swallowsBlocks = false
        breaks = max(breaks, 1)
    }

    /// What stands behind a row is in no cell of it.
    mutating func endRow() { swallowsBlocks = false }

    /// Rows of a table have no free lines between them.
    mutating func tighten() { breaks = min(breaks, 1) }

    /// What was written since `start`, a value of `length`.
    mutating func written(since start: Int) -> [UInt8] {
        guard start < out.count else { return [] }
        steps += out.count - start
        return Array(Octets(out[start...]).trimmed)
    }

    mutating func finish() -> (text: String, marks: [TextMark]) {
        trimLine()
        while out.last == .lf || out.last?.isBlank == true { out.removeLast() }
        return (String(decoding: out, as: UTF8.self), marks.finish(out))
    }
}

// MARK: - Marks

extension TextPage {
    /// A mark that holds from the next whole line on.
    mutating func openMark(_ kind: TextMark.Kind) -> PageMarks.ID {
        marks.open(kind, words: words)
    }

    /// The mark holds to the last line that was written whole.
    mutating func closeMark(_ id: PageMarks.ID) { marks.close(id, at: out.count, words: words) }

    /// The same with another kind, known only now.
    mutating func closeMark(_ id: PageMarks.ID, as kind: TextMark.Kind) {
        marks.setKind(id, kind)
        closeMark(id)
    }

    mutating func dropMark(_ id: PageMarks.ID) { marks.drop(id) }

    /// A mark that holds as far as another, and only to here.
    mutating func copyMark(_ id: PageMarks.ID, as kind: TextMark.Kind) {
        guard let copy = marks.copy(id, as: kind) else { return }
        closeMark(copy)
    }

    /// Octets written under the mark so far.
    func length(under id: PageMarks.ID) -> Int { marks.start(id).map { out.count - $0 } ?? 0 }

    /// The last octet written.
    var lastVisible: UInt8? { out.last }

    /// Whether anything was written under the mark.
    func isWritten(_ id: PageMarks.ID) -> Bool { words > marks.words(id) }

    /// What was written under the mark so far, at most `limit` octets.
    mutating func written(under id: PageMarks.ID, limit: Int) -> Octets {
        guard let start = marks.start(id), start < out.count else { return [] }
        steps += min(out.count - start, limit)
        return out[start..<min(out.count, start + limit)]
    }
}
