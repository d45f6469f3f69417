/// What elements of HTML are like, by their names and their styles.
enum HTMLStyle {
    static let dropped: Set<String> = [
        "script", "style", "title", "head", "textarea", "noembed", "iframe", "object", "select",
        "xml", "svg", "template", "noscript",
    ]

    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track",
        "wbr",
    ]

    static let blocks: Set<String> = [
        "address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav",
        "section", "summary", "tbody", "tfoot", "thead", "html",
    ]

    static func closesParagraph(_ name: String) -> Bool {
        name == "p" || name == "table" || name == "ul" || name == "ol" || name == "blockquote"
            || blocks.contains(name)
    }

    /// In lower case, without white space.
    private static func style(_ tag: HTMLTag) -> Octets {
        guard !tag.attributes.isEmpty, let style = tag.attribute("style") else { return [] }
        return style.utf8.filter { !$0.isWhiteSpace }.map(\.lowercased)[...]
    }

    static func isHidden(_ tag: HTMLTag) -> Bool {
        guard !tag.attributes.isEmpty else { return false }
        if tag.attribute("hidden") != nil { return true }
        let style = style(tag)
        guard !style.isEmpty else { return false }
        if style.contains("display:none") || style.contains("visibility:hidden") { return true }
        if style.contains("overflow:hidden"), isZero("max-height:", in: style) { return true }
        // Blocks without a font size are the frames of newsletters; their contents have one.
        return inline.contains(tag.name) && isZero("font-size:", in: style)
    }

    private static let inline: Set<String> = ["span", "font", "a", "p", "small", "i", "b"]

    /// Whether the style sets the property to nothing, as in `0`, `0px` or `0;` but not `0.9em`.
    private static func isZero(_ property: String, in style: Octets) -> Bool {
        guard let start = style.firstIndex(of: property) else { return false }
        let value = style[(start + property.utf8.count)...]
        guard value.first == UInt8(ascii: "0"), let next = value.dropFirst().first else {
            return value.elementsEqual("0".utf8)
        }
        return next == UInt8(ascii: ";") || next.isLetter || next == UInt8(ascii: "!")
    }

    /// Whether line breaks inside are kept.
    static func keepsLines(_ tag: HTMLTag) -> Bool {
        guard !tag.attributes.isEmpty else { return false }
        return style(tag).contains("white-space:pre")
    }

    /// Word gives its paragraphs no margin and writes an empty one where a line shall be free.
    static func hasMargin(_ tag: HTMLTag) -> Bool {
        if tag.attribute("class")?.lowercased().hasPrefix("mso") == true { return false }
        let style = style(tag)
        let isFlat =
            style.contains("margin:0")
            || (style.contains("margin-top:0") && style.contains("margin-bottom:0"))
        return !isFlat
    }

    /// Gmail's "indent more" is a blockquote without a border.
    static func isIndentation(_ tag: HTMLTag) -> Bool {
        let style = style(tag)
        return tag.attribute("type") != "cite" && tag.attribute("class") == nil
            && (style.contains("border:none") || style.contains("border-width:initial"))
    }
}

extension Octets {
    fileprivate func contains(_ text: String) -> Bool { firstIndex(of: text) != nil }

    fileprivate func firstIndex(of text: String) -> Int? {
        firstIndex(of: Array(text.utf8), from: startIndex)
    }
}
