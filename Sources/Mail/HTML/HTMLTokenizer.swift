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
            return .text(text())
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
        index = end.map { $0 + 1 } ?? octets.endIndex
        return .nothing
    }

    /// Conditional comments `<!--[if mso]> ... <![endif]-->` are hidden from all but Outlook.
    private mutating func comment() -> Markup {
        var search = index + 4
        if octets[search...].hasPrefix(">") || octets[search...].hasPrefix("->") {
            index = (octets.firstIndex(of: UInt8(ascii: ">"), from: search) ?? search) + 1
            return .nothing
        }
        while let end = octets.firstIndex(of: UInt8(ascii: ">"), from: search) {
            // `--!>` is an error that ends a comment, too.
            let dashes = octets[end - 1] == UInt8(ascii: "!") ? end - 1 : end
            if dashes >= index + 6, octets[dashes - 1] == UInt8(ascii: "-"),
                octets[dashes - 2] == UInt8(ascii: "-")
            {
                index = end + 1
                return .nothing
            }
            search = end + 1
        }
        index = octets.endIndex
        return .nothing
    }

    private mutating func endTag() -> Markup {
        let name = octets[(index + 2)...].prefix(while: isNameOctet)
        let end = octets.firstIndex(of: UInt8(ascii: ">"), from: name.endIndex)
        index = end.map { $0 + 1 } ?? octets.endIndex
        return .token(.end(name.lowercasedString))
    }

    private mutating func startTag() -> Markup {
        let name = octets[(index + 1)...].prefix(while: isNameOctet)
        let end = tagEnd(from: name.endIndex)
        let tag = HTMLTag(name: name.lowercasedString, attributes: octets[name.endIndex..<end])
        index = min(end + 1, octets.endIndex)
        if HTMLTag.rawText.contains(tag.name) { skipRawText(tag.name) }
        return .token(.start(tag))
    }

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
        return octets.firstIndex(of: UInt8(ascii: ">"), from: start) ?? octets.endIndex
    }

    /// Goes to the end tag of an element whose content is no markup.
    private mutating func skipRawText(_ name: String) {
        let wanted = Array("</\(name)".utf8)
        var search = index
        while let open = octets.firstIndex(of: UInt8(ascii: "<"), from: search) {
            let tag = octets[open...].prefix(wanted.count)
            if tag.count == wanted.count, tag.lazy.map(\.lowercased).elementsEqual(wanted) {
                index = open
                return
            }
            search = open + 1
        }
        index = octets.endIndex
    }
}

/// A start tag; its attributes are read only when asked for.
struct HTMLTag {
    /// Lower case.
    var name: String
    var attributes: Octets

    static let rawText: Set<String> = ["script", "style", "title", "textarea", "noembed", "iframe"]

    /// The value of an attribute, which is named in lower case, its entities decoded.
    func attribute(_ wanted: StaticString) -> String? {
        var index = attributes.startIndex
        while index < attributes.endIndex {
            let octet = attributes[index]
            if octet.isWhiteSpace || octet == UInt8(ascii: "/") {
                index += 1
                continue
            }
            let name = attributes[index...].prefix { isName($0) }
            index = max(name.endIndex, index + 1)
            skipSpace(&index)
            var value: Octets = []
            if index < attributes.endIndex, attributes[index] == UInt8(ascii: "=") {
                index += 1
                skipSpace(&index)
                value = takeValue(&index)
            }
            if name.count == wanted.utf8CodeUnitCount,
                name.lowercasedString.utf8.elementsEqual(
                    UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
                )
            {
                return HTMLEntities.decode(value, inAttribute: true)
            }
        }
        return nil
    }

    private func isName(_ octet: UInt8) -> Bool {
        !octet.isWhiteSpace && octet != UInt8(ascii: "=") && octet != UInt8(ascii: "/")
    }

    private func skipSpace(_ index: inout Int) {
        while index < attributes.endIndex, attributes[index].isWhiteSpace { index += 1 }
    }

    private func takeValue(_ index: inout Int) -> Octets {
        guard index < attributes.endIndex else { return [] }
        let quote = attributes[index]
        if quote == .quote || quote == UInt8(ascii: "'") {
            let start = index + 1
            let end = attributes.firstIndex(of: quote, from: start) ?? attributes.endIndex
            index = min(end + 1, attributes.endIndex)
            return attributes[start..<end]
        }
        let value = attributes[index...].prefix { !$0.isWhiteSpace }
        index = value.endIndex
        return value
    }
}
