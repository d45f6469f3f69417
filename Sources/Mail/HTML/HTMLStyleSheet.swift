/// What the rules of a page's `style` elements say of how its elements read.
///
/// Rules count that name a paragraph or list, a class, or paragraphs inside a class; what else CSS
/// can select is decoration. Rules for other media are overlooked.
struct HTMLStyleSheet {
    private var byName: [String: HTMLStyle] = [:]
    private var byClass: [String: HTMLStyle] = [:]
    private var paragraphs: [String: HTMLStyle] = [:]

    /// More rules than these are not read.
    private static let maximumRules = 500

    private var rules = 0

    private var isEmpty: Bool { byName.isEmpty && byClass.isEmpty }

    /// What the rules give the element.
    func style(of tag: HTMLTag) -> HTMLStyle {
        var style = byName[tag.name] ?? HTMLStyle()
        guard !byClass.isEmpty, tag.hasAttributes else { return style }
        for name in Self.classes(of: tag) {
            if let more = byClass[name] { style.override(with: more) }
        }
        return style
    }

    /// What the rules give the paragraphs inside the element.
    func paragraphStyle(in tag: HTMLTag) -> HTMLStyle? {
        guard !paragraphs.isEmpty, tag.hasAttributes else { return nil }
        return Self.classes(of: tag).lazy.compactMap { paragraphs[$0] }.first
    }

    private static func classes(of tag: HTMLTag) -> [String] {
        guard let classes = tag.attribute("class") else { return [] }
        return classes.utf8.prefix(500).split(whereSeparator: \.isWhiteSpace).prefix(8)
            .map { Octets($0).lowercasedString }
    }

    /// Reads the content of a `style` element.
    mutating func read(_ octets: Octets) {
        let octets = Self.withoutComments(octets)
        var index = octets.startIndex
        while rules < Self.maximumRules,
            let open = octets.firstIndex(of: UInt8(ascii: "{"), from: index)
        {
            let selectors = octets[index..<open]
            if selectors.trimmed.first == UInt8(ascii: "@") {
                index = Self.end(ofBlockAt: open, in: octets)
                continue
            }
            let close = octets.firstIndex(of: UInt8(ascii: "}"), from: open) ?? octets.endIndex
            add(selectors, octets[(open + 1)..<close])
            index = min(close + 1, octets.endIndex)
            rules += 1
        }
    }

    private static func withoutComments(_ octets: Octets) -> Octets {
        var rest = octets
        var out: [UInt8] = []
        while let start = rest.firstIndex(of: Array("/*".utf8), from: rest.startIndex) {
            out += rest[..<start]
            let end = rest.firstIndex(of: Array("*/".utf8), from: start + 2)
            rest = end.map { rest[($0 + 2)...] } ?? []
        }
        // `<!--` hides a sheet from old programs.
        out += rest
        let trimmed = out[...].trimmed
        return trimmed.hasPrefix("<!--") ? trimmed.dropFirst(4) : trimmed
    }

    /// Behind the brace that closes an `@media` and what is in it.
    private static func end(ofBlockAt open: Int, in octets: Octets) -> Int {
        var depth = 0
        for index in open..<octets.endIndex {
            if octets[index] == UInt8(ascii: "{") { depth += 1 }
            if octets[index] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return index + 1 }
        }
        return octets.endIndex
    }

    private mutating func add(_ selectors: Octets, _ declarations: Octets) {
        var style = HTMLStyle()
        let text = String(decoding: declarations.prefix(HTMLTag.maximumValue), as: UTF8.self)
        style.read(declarations: text)
        for selector in selectors.prefix(4000).split(separator: UInt8(ascii: ",")) {
            let words = selector.split(whereSeparator: \.isWhiteSpace)
            guard let last = words.last, words.count <= 2, last.count <= 100 else { continue }
            let name = last.lowercasedString
            if words.count == 2 {
                guard name == "p", let ancestor = Self.className(words[0]) else { continue }
                paragraphs[ancestor, default: HTMLStyle()].override(with: style)
            } else if let named = Self.className(last) {
                byClass[named, default: HTMLStyle()].override(with: style)
            } else if name == "p" || name == "ul" || name == "ol" {
                byName[name, default: HTMLStyle()].override(with: style)
            }
        }
    }

    /// `.preheader` or `p.MsoNormal`, without its dot.
    private static func className(_ selector: Octets) -> String? {
        let name = selector.drop { $0.isLetter || $0.isDigit }
        guard name.first == UInt8(ascii: "."), name.count > 1 else { return nil }
        let rest = name.dropFirst()
        guard rest.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }) else {
            return nil
        }
        return rest.lowercasedString
    }
}
