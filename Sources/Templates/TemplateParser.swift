/// One piece of a compiled template.
indirect enum Node: Hashable, Sendable {
    /// Literal text; `atLineStart` tells whether it begins a line of its file.
    case text(String, atLineStart: Bool)
    /// A line of the file begins here with a tag: where an indented partial puts its indentation.
    case lineStart
    case variable(Name, escapes: Bool)
    case section(Name, [Node])
    case inverted(Name, [Node])
    /// `indentation` is `nil` for a tag that shares its line with something else.
    case partial(String, indentation: String?)
}

/// A name split at its dots, looked up part by part.
struct Name: Hashable, Sendable {
    var parts: [String]
    /// Whether it is looked up in the innermost context only: `.` and `.name`.
    var isLocal: Bool
    /// Where it is written.
    var use: Template.Use

    init(_ use: Template.Use) {
        isLocal = use.name.hasPrefix(".")
        parts = use.name.split(separator: ".").map(String.init)
        self.use = use
    }
}

/// Turns the source of one template into nodes; partials are only named, not read.
///
/// Works on UTF-8: tags are found by their delimiters' bytes, so a CRLF is two bytes and never one
/// character. A tag is standalone when its line holds nothing else but blanks; then the line goes.
struct TemplateParser {
    /// How deep sections may be nested: far beyond any letter, within any thread's stack.
    static let depthLimit = 100

    private let source: [UInt8]
    private let file: String
    private var opening: [UInt8] = Array("{{".utf8)
    private var closing: [UInt8] = Array("}}".utf8)
    private var position = 0
    /// The line reached so far: its number and where it starts; tags come in order.
    private var line = (number: 1, start: 0)
    /// Sections that are still open, outermost first; the first one is the template itself.
    private var open: [OpenSection] = [OpenSection()]
    private(set) var uses: [Template.Use] = []
    private(set) var partials: [Template.Use] = []

    private struct OpenSection {
        /// `nil`: the template itself.
        var name: Name?
        var isInverted = false
        var start = 0
        var nodes: [Node] = []
    }

    init(source: String, file: String) {
        var bytes = Array(source.utf8)
        // Tolerated: the byte order mark that Windows editors put before a text.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        self.source = bytes
        self.file = file
    }

    mutating func parse() throws(TemplateError) -> [Node] {
        while let tagStart = find(opening, from: position) {
            try parseTag(at: tagStart)
        }
        addText(upTo: source.count)
        let last = open[open.count - 1]
        if let name = last.name { throw error(.unclosedSection(name.use.name), at: last.start) }
        return last.nodes
    }

    private mutating func parseTag(at start: Int) throws(TemplateError) {
        var cursor = start + opening.count
        let sigil = cursor < source.count ? source[cursor] : 0
        let kind = Tag(sigil: sigil)
        if kind != .variable { cursor += 1 }
        let expected = kind.closingPrefix + closing
        guard let contentEnd = find(expected, from: cursor) else {
            throw error(
                .unclosedTag(opening: string(opening), expected: string(expected)),
                at: start
            )
        }
        let content = trimmed(cursor..<contentEnd)
        let end = contentEnd + expected.count
        let line = kind.mayStandAlone ? standaloneLine(around: start..<end) : nil
        addText(upTo: line?.lowerBound ?? start)
        if line == nil, isLineStart(start) { append(.lineStart) }
        position = line?.upperBound ?? end
        let indentation = line.map { string(Array(source[$0.lowerBound..<start])) }
        try add(kind, content: content, at: start, indentation: indentation)
    }

    private mutating func add(
        _ kind: Tag,
        content: String,
        at start: Int,
        indentation: String?
    ) throws(TemplateError) {
        switch kind {
        case .comment: return
        case .delimiters: try setDelimiters(content, at: start)
        case .variable, .ampersand, .triple:
            let name = try use(content, at: start, isRaw: kind != .variable)
            append(.variable(name, escapes: kind == .variable))
        case .section, .inverted:
            let name = try use(content, at: start)
            guard open.count <= Self.depthLimit else {
                throw error(.tooDeep(limit: Self.depthLimit), at: start)
            }
            open.append(
                OpenSection(name: name, isInverted: kind == .inverted, start: start)
            )
        case .end: try close(content, at: start)
        case .partial:
            guard Template.isPartialName(content) else {
                throw error(content.isEmpty ? .emptyTag : .badPartialName(content), at: start)
            }
            partials.append(use(named: content, at: start))
            append(.partial(content, indentation: indentation))
        }
    }

    private mutating func close(_ name: String, at start: Int) throws(TemplateError) {
        guard !name.isEmpty else { throw error(.emptyTag, at: start) }
        guard let section = open.last, let target = section.name else {
            throw error(.unopenedSection(name), at: start)
        }
        guard target.use.name == name else {
            throw error(.crossedSection(open: target.use.name, closed: name), at: start)
        }
        open.removeLast()
        append(
            section.isInverted ? .inverted(target, section.nodes) : .section(target, section.nodes)
        )
    }

    private mutating func setDelimiters(_ content: String, at start: Int) throws(TemplateError) {
        let marks = content.split(whereSeparator: \.isWhitespace)
        guard marks.count == 2, !content.contains("=") else {
            throw error(.badDelimiters, at: start)
        }
        opening = Array(marks[0].utf8)
        closing = Array(marks[1].utf8)
    }

    // MARK: Pieces

    /// Notes that a name is used, for the check of a template against the values it may have.
    private mutating func use(
        _ content: String,
        at start: Int,
        isRaw: Bool = false
    ) throws(TemplateError) -> Name {
        guard !content.isEmpty else { throw error(.emptyTag, at: start) }
        guard !content.contains(where: \.isWhitespace) else {
            throw error(.spaceInName(content), at: start)
        }
        let use = use(named: content, at: start, isRaw: isRaw)
        uses.append(use)
        return Name(use)
    }

    private mutating func use(
        named name: String,
        at start: Int,
        isRaw: Bool = false
    ) -> Template.Use {
        let place = place(of: start)
        return Template.Use(
            name: name,
            file: file,
            line: place.line,
            column: place.column,
            isRaw: isRaw
        )
    }

    private mutating func append(_ node: Node) {
        open[open.count - 1].nodes.append(node)
    }

    /// Adds the text from the current position, and moves there.
    private mutating func addText(upTo end: Int) {
        guard end > position else { return }
        let text = string(Array(source[position..<end]))
        append(.text(text, atLineStart: isLineStart(position)))
        position = end
    }

    private func isLineStart(_ offset: Int) -> Bool {
        offset == 0 || source[offset - 1] == UInt8(ascii: "\n")
    }

    /// The whole line of a tag, its end included, when nothing else stands on it.
    private func standaloneLine(around tag: Range<Int>) -> Range<Int>? {
        var start = tag.lowerBound
        while start > 0, Self.isBlank(source[start - 1]) { start -= 1 }
        guard isLineStart(start) else { return nil }
        var end = tag.upperBound
        while end < source.count, Self.isBlank(source[end]) { end += 1 }
        if end == source.count { return start..<end }
        if source[end] == UInt8(ascii: "\r"), end + 1 < source.count { end += 1 }
        return source[end] == UInt8(ascii: "\n") ? start..<(end + 1) : nil
    }

    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, source.count >= needle.count else { return nil }
        var index = start
        while index <= source.count - needle.count {
            if source[index] == first, source[index...].starts(with: needle) { return index }
            index += 1
        }
        return nil
    }

    private func trimmed(_ range: Range<Int>) -> String {
        var content = source[range]
        while let first = content.first, Self.isSpace(first) { content.removeFirst() }
        while let last = content.last, Self.isSpace(last) { content.removeLast() }
        return string(Array(content))
    }

    private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    // MARK: Places

    private mutating func error(_ problem: TemplateError.Problem, at offset: Int) -> TemplateError {
        let place = place(of: offset)
        return TemplateError(file: file, line: place.line, column: place.column, problem: problem)
    }

    /// Only ever asked for the tag at hand or one before it.
    private mutating func place(of offset: Int) -> (line: Int, column: Int) {
        if offset < line.start { line = (1, 0) }
        while let end = source[line.start..<offset].firstIndex(of: UInt8(ascii: "\n")) {
            line = (line.number + 1, end + 1)
        }
        return (line.number, string(Array(source[line.start..<offset])).count + 1)
    }
}

/// The kinds of tag, told apart by the character after the opening delimiter.
private enum Tag {
    case variable, ampersand, triple, section, inverted, end, partial, comment, delimiters

    init(sigil: UInt8) {
        self =
            switch Character(UnicodeScalar(sigil)) {
            case "&": .ampersand
            case "{": .triple
            case "#": .section
            case "^": .inverted
            case "/": .end
            case ">": .partial
            case "!": .comment
            case "=": .delimiters
            default: .variable
            }
    }

    /// What stands before the closing delimiter.
    var closingPrefix: [UInt8] {
        switch self {
        case .triple: [UInt8(ascii: "}")]
        case .delimiters: [UInt8(ascii: "=")]
        default: []
        }
    }

    /// Whether a line with this tag alone disappears.
    var mayStandAlone: Bool {
        switch self {
        case .variable, .ampersand, .triple: false
        default: true
        }
    }
}
