/// Cuts HTML into text and tags, in one pass and without a tree (HTML Living Standard §13.2.5).
struct HTMLTokenizer {
    enum Token {
        case text(Octets)
        case start(HTMLTag)
        /// The name in lower case.
        case end(String)
    }

    let octets: Octets
    private var index: Int
    /// Set when a quoted attribute is never closed; from then on a ">" always ends a tag.
    private var ignoresQuotes = false
    /// Set when a comment is never closed, so that its end is looked for once.
    private var lacksCommentEnd = false
    /// Elements without markup in them that are never closed.
    private var unclosed: Set<String> = []
    /// Octets looked at, those that were looked at twice counted twice.
    private(set) var steps = 0

    init(_ octets: Octets) {
        self.octets = octets
        index = octets.startIndex
    }

    mutating func next() -> Token? {
        while index < octets.endIndex {
            if octets[index] == UInt8(ascii: "<"), let kind = markup() {
                switch kind {
                case .token(let token): return token
                case .nothing: continue
                }
            }
            let text = text()
            steps += text.count
            return .text(text)
        }
        return nil
    }

    /// Whether there is any tag or character reference.
    static func hasMarkup(_ octets: Octets) -> Bool {
        var tokenizer = HTMLTokenizer(octets)
        while let token = tokenizer.next() {
            guard case .text(let text) = token else { return true }
            var position = text.startIndex
            while let mark = text.firstIndex(of: UInt8(ascii: "&"), from: position) {
                let name = text[(mark + 1)...].prefix(32).prefix {
                    $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "#")
                }
                if !name.isEmpty, text[name.endIndex...].first == UInt8(ascii: ";") { return true }
                position = mark + 1
            }
        }
        return false
    }

    private enum Markup {
        case token(Token)
        case nothing
    }

    /// Text up to the next "<"; one that opens no tag is text itself.
    private mutating func text() -> Octets {
        let start = index
        index = octets.firstIndex(of: UInt8(ascii: "<"), from: index + 1) ?? octets.endIndex
        return octets[start..<index]
    }

    /// `nil` when the "<" here is text.
    private mutating func markup() -> Markup? {
        let rest = octets[(index + 1)...]
        guard let first = rest.first else { return nil }
        if first.isLetter { return startTag() }
        if first == UInt8(ascii: "/") {
            guard let letter = rest.dropFirst().first else { return nil }
            return letter.isLetter ? endTag() : skip(toTagEndFrom: index + 2)
        }
        if rest.hasPrefix("!--") { return comment() }
        if first == UInt8(ascii: "!") || first == UInt8(ascii: "?") {
            // `<!DOCTYPE html>`, and the `<![if !supportLists]>` of Outlook.
            return skip(toTagEndFrom: index + 2)
        }
        return nil
    }

    private mutating func skip(toTagEndFrom start: Int) -> Markup {
        let end = octets.firstIndex(of: UInt8(ascii: ">"), from: start)
        go(to: end.map { $0 + 1 } ?? octets.endIndex)
        return .nothing
    }

    private mutating func go(to end: Int) {
        steps += end - index
        index = end
    }

    /// Conditional comments `<!--[if mso]> ... <![endif]-->` are hidden from all but Outlook.
    private mutating func comment() -> Markup {
        let start = index + 4
        if octets[start...].hasPrefix(">") || octets[start...].hasPrefix("->") {
            return skip(toTagEndFrom: start)
        }
        let end = lacksCommentEnd ? nil : commentEnd(from: start)
        if let end {
            go(to: end)
        } else if let end = octets.firstIndex(of: Array("<![endif]".utf8), from: start) {
            // Tolerated: `<!--[if mso]> ... <![endif]>`, whose own end is missing.
            lacksCommentEnd = true
            go(to: end)
        } else {
            go(to: octets.endIndex)
        }
        return .nothing
    }

    /// Behind `-->`, or `--!>`, which is an error that ends a comment, too.
    private mutating func commentEnd(from start: Int) -> Int? {
        var search = start
        while let end = octets.firstIndex(of: UInt8(ascii: ">"), from: search) {
            let dashes = octets[end - 1] == UInt8(ascii: "!") ? end - 1 : end
            if dashes >= start + 2, octets[dashes - 1] == UInt8(ascii: "-"),
                octets[dashes - 2] == UInt8(ascii: "-")
            {
                return end + 1
            }
            search = end + 1
        }
        steps += octets.endIndex - start
        return nil
    }

    private mutating func endTag() -> Markup {
        let name = octets[(index + 2)...].prefix(while: isNameOctet)
        let end = octets.firstIndex(of: UInt8(ascii: ">"), from: name.endIndex)
        go(to: end.map { $0 + 1 } ?? octets.endIndex)
        return .token(.end(Self.name(name)))
    }

    private mutating func startTag() -> Markup {
        let name = octets[(index + 1)...].prefix(while: isNameOctet)
        let end = tagEnd(from: name.endIndex)
        var tag = HTMLTag(name: Self.name(name), octets[name.endIndex..<end])
        go(to: min(end + 1, octets.endIndex))
        if Self.rawText.contains(tag.name) {
            let start = index
            guard skipRawText(of: tag) else { return .nothing }
            if tag.name == "style" { tag.rules = octets[start..<index] }
        }
        return .token(.start(tag))
    }

    /// No name of an element is longer than some octets.
    private static func name(_ octets: Octets) -> String { octets.prefix(64).lowercasedString }

    private static let rawText: Set<String> = [
        "script", "style", "title", "textarea", "noembed", "iframe",
    ]

    private func isNameOctet(_ octet: UInt8) -> Bool {
        !octet.isWhiteSpace && octet != UInt8(ascii: ">") && octet != UInt8(ascii: "/")
    }

    /// The ">" that ends a tag: not one inside a quoted attribute value.
    private mutating func tagEnd(from start: Int) -> Int {
        var position = start
        var quote: UInt8?
        var previous: UInt8 = 0
        while position < octets.endIndex {
            let octet = octets[position]
            if let open = quote {
                if octet == open { quote = nil }
            } else if octet == UInt8(ascii: ">") {
                return position
            } else if !ignoresQuotes, previous == UInt8(ascii: "="),
                octet == .quote || octet == UInt8(ascii: "'")
            {
                quote = octet
            }
            if !octet.isWhiteSpace { previous = octet }
            position += 1
        }
        ignoresQuotes = true
        steps += octets.endIndex - start
        return octets.firstIndex(of: UInt8(ascii: ">"), from: start) ?? octets.endIndex
    }

    /// Goes to the end tag of an element whose content is no markup.
    ///
    /// Tolerated: `<title/>` as XML has it, where no end tag follows; it is no element then.
    private mutating func skipRawText(of tag: HTMLTag) -> Bool {
        if unclosed.contains(tag.name), tag.isSelfClosing { return false }
        let wanted = Array("</\(tag.name)".utf8)
        var search = index
        while let open = octets.firstIndex(of: UInt8(ascii: "<"), from: search) {
            let end = octets[open...].prefix(wanted.count)
            if end.count == wanted.count, end.lazy.map(\.lowercased).elementsEqual(wanted) {
                go(to: open)
                return true
            }
            search = open + 1
        }
        unclosed.insert(tag.name)
        if tag.isSelfClosing {
            steps += octets.endIndex - index
            return false
        }
        go(to: octets.endIndex)
        return true
    }
}
