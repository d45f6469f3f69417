/// Takes identifiers out of a field body, minding comments, and quoted strings of obs-phrases.
struct MessageIDScanner {
    /// What stands between angle brackets.
    private(set) var identifiers: [String] = []
    /// Those that follow "from", and are rather the address of somebody.
    private var doubtful: [Int] = []
    private let octets: Octets
    /// Whether encoded-words were decoded already.
    private let isInner: Bool
    private var index: Int
    private var quotes: QuoteFinder
    private var comments: CommentFinder
    /// What stands outside the brackets since the last identifier.
    private var outside: [UInt8] = []
    /// The same before the first one, which matters only where there is none.
    private var bare: [UInt8] = []

    init(octets: Octets, _ defects: inout DefectLog) {
        let unescaped = octets.withBracketsForEntities
        if unescaped != nil {
            defects.note(
                "Identifiers stand in the character references of HTML; they were read as brackets."
            )
        }
        self.init(octets: unescaped ?? octets, isInner: false)
    }

    private init(octets: Octets, isInner: Bool) {
        self.octets = octets
        self.isInner = isInner
        index = octets.startIndex
        quotes = QuoteFinder(octets: octets)
        comments = CommentFinder(octets: octets)
    }

    /// What stands outside the brackets, cut at white space, commas and semicolons.
    var words: [String] {
        var quoting = Quoting()
        return bare.split { octet in !quoting.covers(octet) && Self.separates(octet) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static func separates(_ octet: UInt8) -> Bool {
        octet.isWhiteSpace || octet == UInt8(ascii: ",") || octet == UInt8(ascii: ";")
    }

    mutating func read(_ defects: inout DefectLog) {
        while index < octets.endIndex {
            let octet = octets[index]
            switch octet {
            case UInt8(ascii: "<"):
                let isDoubtful = mentionsFrom
                finishOutside(&defects)
                index += 1
                let count = identifiers.count
                takeIdentifier(&defects)
                if isDoubtful, identifiers.count > count { doubtful.append(count) }
            case UInt8(ascii: "("):
                index += 1
                if let end = comments.end(from: index) { index = end + 1 }
                outside.append(.space)
            case .quote:
                index += 1
                takeQuotedString(&defects)
            case UInt8(ascii: ">"):
                index += 1
                outside.append(.space)
                Self.noteMarks(&defects)
            default:
                index += 1
                outside.append(octet)
            }
        }
        finishOutside(&defects)
        leaveOutAddresses(&defects)
    }

    /// Tolerated: `Message from Jean <jean@example.org> of Tuesday <a@example.org>`.
    private mutating func leaveOutAddresses(_ defects: inout DefectLog) {
        guard !doubtful.isEmpty, doubtful.count < identifiers.count else { return }
        let left = Set(doubtful)
        identifiers = identifiers.indices.filter { !left.contains($0) }.map { identifiers[$0] }
        defects.note("An address stands among the identifiers; it was left out.")
    }

    /// A quoted string is part of an obs-phrase, or of an identifier that lost its brackets.
    private mutating func takeQuotedString(_ defects: inout DefectLog) {
        guard let end = quotes.end(from: index) else { return }
        let content = octets[index..<end].trimmed
        if content.first == UInt8(ascii: "<"), content.last == UInt8(ascii: ">") {
            // Tolerated: `"<a@example.org>"`; the quotes alone are left out.
            Self.noteMarks(&defects)
            return
        }
        let isIdentifier = end + 1 < octets.endIndex && octets[end + 1] == UInt8(ascii: "@")
        if isIdentifier { outside.append(contentsOf: octets[(index - 1)...end]) }
        index = end + 1
    }

    private mutating func takeIdentifier(_ defects: inout DefectLog) {
        let start = index
        skipQuotedLeft()
        var quoting = Quoting()
        while index < octets.endIndex, octets[index] != UInt8(ascii: "<") {
            let octet = octets[index]
            if !quoting.covers(octet), octet == UInt8(ascii: ">") { break }
            index = octet == UInt8(ascii: "@") ? endOfLiteral(at: index + 1) : index + 1
        }
        var content = octets[start..<index]
        if index < octets.endIndex, octets[index] == UInt8(ascii: ">") {
            index += 1
        } else if let end = content.firstIndex(of: UInt8(ascii: ">")) {
            // A quote that nothing closes hid the bracket.
            content = octets[start..<end]
            index = end + 1
        } else if !content.trimmed.isEmpty {
            defects.note("An identifier has no closing angle bracket.")
            if !content.contains(UInt8(ascii: "@")) {
                // Without an "@" it is rather a piece of one that was cut off.
                if identifiers.isEmpty { bare += content + [.space] }
                return
            }
        }
        take(content, &defects)
    }

    /// Goes past a quoted-string that is the whole left side, whatever it holds (obs-id-left).
    private mutating func skipQuotedLeft() {
        guard index < octets.endIndex, octets[index] == .quote,
            let end = quotes.end(from: index + 1), end + 1 < octets.endIndex,
            octets[end + 1] == UInt8(ascii: "@")
        else { return }
        index = end + 1
    }

    /// Where a no-fold-literal ends that starts there: dtext may be an angle bracket.
    private func endOfLiteral(at start: Int) -> Int {
        guard start < octets.endIndex, octets[start] == UInt8(ascii: "[") else { return start }
        let end = octets[(start + 1)...].firstIndex { octet in
            octet == UInt8(ascii: "]") || octet == UInt8(ascii: "[") || octet.isWhiteSpace
                || octet == .backslash
        }
        guard let end, octets[end...].hasPrefix("]>") else { return start }
        return end + 1
    }

    private mutating func take(_ content: Octets, _ defects: inout DefectLog) {
        let identifier = Self.dense(content, &defects)
        if !identifier.isEmpty {
            identifiers.append(String(decoding: identifier, as: UTF8.self))
        }
    }

    /// Tolerated: white space inside the brackets, which folding put there by mistake.
    ///
    /// Comments go only where there is white space too: obs-id-left and obs-id-right (§4.5.4).
    private static func dense(_ content: Octets, _ defects: inout DefectLog) -> [UInt8] {
        let content = content.trimmed
        guard content.contains(where: \.isWhiteSpace) else { return Array(content) }
        var out: [UInt8] = []
        var depth = 0
        var sawSpace = false
        var isTorn = false
        var quoting = Quoting()
        for octet in content {
            if depth == 0, quoting.covers(octet) {
                out.append(octet)
                sawSpace = false
                continue
            }
            if octet == UInt8(ascii: "(") { depth += 1 }
            if depth == 0, !octet.isWhiteSpace {
                isTorn = isTorn || (sawSpace && !isJoint(octet) && !isJoint(out.last))
                out.append(octet)
            }
            sawSpace = depth > 0 || octet.isWhiteSpace
            if octet == UInt8(ascii: ")") { depth = max(0, depth - 1) }
        }
        if isTorn { defects.note("White space stood inside an identifier; it was left out.") }
        return out
    }

    /// Where obsolete syntax allows white space: beside "@" and dots.
    private static func isJoint(_ octet: UInt8?) -> Bool {
        octet == nil || octet == UInt8(ascii: "@") || octet == UInt8(ascii: ".")
    }

    private var mentionsFrom: Bool {
        outside.split(whereSeparator: \.isWhiteSpace).contains { $0.lowercasedString == "from" }
    }

    private static func noteMarks(_ defects: inout DefectLog) {
        defects.note("Marks stand between identifiers; they were left out.")
    }

    /// Tolerated: a whole identifier in encoded-words, brackets included.
    private mutating func finishOutside(_ defects: inout DefectLog) {
        defer { outside.removeAll(keepingCapacity: true) }
        if outside.contains(where: { Self.separates($0) && !$0.isWhiteSpace }) {
            Self.noteMarks(&defects)
        }
        if !isInner, outside.contains(UInt8(ascii: "?")) {
            let before = String(decoding: outside, as: UTF8.self)
            let text = EncodedWord.decode(before, &defects)
            if text != before {
                var inner = MessageIDScanner(octets: Octets(text.utf8), isInner: true)
                inner.read(&defects)
                defects.note("Identifiers stand in encoded-words; they were decoded.")
                identifiers += inner.identifiers
                bare += inner.bare
                return
            }
        }
        if identifiers.isEmpty { bare += outside + [.space] }
    }
}
