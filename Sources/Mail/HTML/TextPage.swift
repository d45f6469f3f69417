/// Lines of text written from HTML: white space collapsed, breaks joined, quotes marked.
struct TextPage {
    private var out: [UInt8] = []
    /// Where the current line starts, its marks not counted.
    private var lineStart = 0
    /// Line ends owed before the next text.
    private var breaks = 0
    private var owesSpace = false
    private var tabs = 0
    /// Depth of quotation of the last line written.
    private var lastDepth = 0

    var quoteDepth = 0
    var indent = 0
    var preDepth = 0
    /// Written before the next text: the mark of a list item.
    var marker: String?
    /// At the start of a cell, where the margins of its first block do not count.
    var swallowsBlocks = false
    /// What the start tag of the open paragraph asked for; its end asks for the same.
    private(set) var paragraphMargin = 2

    var length: Int { out.count }

    private var isLineEmpty: Bool { out.count == lineStart }

    mutating func text(_ octets: Octets) {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(octets.count)
        HTMLEntities.append(octets, to: &decoded)
        if preDepth > 0 { return preformatted(decoded) }
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

    private mutating func word(_ octets: Octets) {
        let octets = Self.visible(octets)
        guard !octets.isEmpty else { return }
        startText()
        out.append(contentsOf: octets)
    }

    /// Without soft hyphens, zero-width spaces and byte order marks.
    private static func visible(_ octets: Octets) -> Octets {
        guard octets.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }) else {
            return octets
        }
        let invisible: [[UInt8]] = [[0xC2, 0xAD], [0xE2, 0x80, 0x8B], [0xEF, 0xBB, 0xBF]]
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
        out.append(contentsOf: octets.filter { $0 != .cr })
    }

    /// Pays the breaks, marks, tabs and space that are owed.
    private mutating func startText() {
        payBreaks()
        if isLineEmpty {
            startLine()
        } else if tabs > 0 {
            out.append(contentsOf: repeatElement(.tab, count: tabs))
        } else if owesSpace, preDepth == 0 {
            out.append(.space)
        }
        owesSpace = false
        tabs = 0
        swallowsBlocks = false
    }

    private mutating func payBreaks() {
        defer { breaks = 0 }
        guard breaks > 0, !out.isEmpty else { return }
        trimLine()
        // A line that held spaces only is the free line itself.
        if preDepth == 0, isLineEmpty, out.last == .lf, endsWithFreeLine { return }
        out.append(.lf)
        let free = preDepth > 0 ? min(breaks - 1, 1000) : min(breaks - 1, 1)
        let depth = min(lastDepth, quoteDepth)
        for _ in 0..<max(0, free) {
            if preDepth == 0, endsWithFreeLine { break }
            out.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: depth))
            out.append(.lf)
        }
        lineStart = out.count
    }

    /// Whether the line before is empty but for quote marks, so that a second one adds nothing.
    private var endsWithFreeLine: Bool {
        var index = out.count - 1
        while index > 0, out[index - 1] == UInt8(ascii: ">") { index -= 1 }
        return index == 0 || out[index - 1] == .lf
    }

    private mutating func startLine() {
        lastDepth = quoteDepth
        if quoteDepth > 0 {
            out.append(contentsOf: repeatElement(UInt8(ascii: ">"), count: quoteDepth))
            out.append(.space)
        }
        guard let marker else {
            lineStart = out.count
            return
        }
        out.append(contentsOf: repeatElement(.space, count: indent * 2))
        out.append(contentsOf: marker.utf8)
        self.marker = nil
        // The mark counts as empty, so that no space follows it twice.
        lineStart = out.count
    }

    /// Trailing spaces of a line go; a line of no-break spaces is a free line.
    private mutating func trimLine() {
        while let last = out.last, out.count > 0 {
            if last.isBlank {
                out.removeLast()
            } else if last == 0xA0, out.count > 1, out[out.count - 2] == 0xC2 {
                out.removeLast(2)
            } else {
                break
            }
        }
    }

    mutating func lineBreak() {
        owesSpace = false
        breaks += 1
    }

    /// The edge of a block: `margin` 1 starts a new line, 2 leaves one free.
    mutating func block(margin: Int) {
        owesSpace = false
        if margin > 0, !swallowsBlocks, marker == nil { breaks = max(breaks, margin) }
        paragraphMargin = margin
    }

    /// A list item starts on a line of its own, close to the one before.
    mutating func itemBreak() {
        marker = nil
        swallowsBlocks = false
        block(margin: 1)
    }

    /// Another cell of the same row.
    mutating func cell() {
        breaks = 0
        owesSpace = false
        tabs += 1
    }

    /// Rows of a table have no free lines between them.
    mutating func tighten() { breaks = min(breaks, 1) }

    /// What was written since `start`, a value of `length`.
    func written(since start: Int) -> [UInt8] {
        start < out.count ? Array(Octets(out[start...]).trimmed) : []
    }

    mutating func finish() -> String {
        trimLine()
        while out.last == .lf || out.last?.isBlank == true { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }
}
