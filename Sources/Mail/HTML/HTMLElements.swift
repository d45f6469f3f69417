// What each element shows.

extension HTMLRenderer {
    mutating func show(_ tag: HTMLTag, _ traits: HTMLElement, _ style: HTMLStyle) {
        var element = OpenElements.Element(tag.name, traits)
        element.outer = inherited
        element.margin = traits.contains(.spaced) ? 2 : traits.contains(.block) ? 1 : 0
        let quotesBefore = quotations
        let hasRules = inherit(tag, style)
        switch tag.name {
        case "p": startParagraph(tag, style, &element)
        case "blockquote": startQuote(tag, style, &element)
        case "ul", "ol", "menu", "dir": startList(tag, style, &element)
        case "li": startItem(tag, style)
        case "table": startTable(tag, &element)
        case "tr": startRow()
        case "td", "th": startCell()
        case "a": startLink(tag, &element)
        case "q":
            page.text(Octets("“".utf8))
            element.content = .quotationMarks
        default: page.block(margin: element.margin)
        }
        if style.isListMark, element.content == nil, !readsListMark {
            element.content = .listMark
            readsListMark = true
        }
        if quotations == quotesBefore { startMark(tag, style, &element) }
        let isFollowed =
            element.content != nil || element.marking != nil || tag.name == "sup" || hasRules
            || style.isTiny != nil || style.keepsLines != nil || style.font != nil
        follow(element, always: isFollowed || tag.name == "pre" || tag.name == "listing")
    }

    /// - Returns: whether rules for paragraphs hold inside.
    private mutating func inherit(_ tag: HTMLTag, _ style: HTMLStyle) -> Bool {
        if let isTiny = style.isTiny { inherited.isTiny = isTiny }
        if let font = style.font { inherited.font = font }
        if let keepsLines = style.keepsLines { inherited.keepsLines = keepsLines }
        switch tag.name {
        // Without a document type a table forgets the size of what is around it.
        case "table": inherited.isTiny = style.isTiny ?? false
        case "pre", "listing": inherited.keepsLines = style.keepsLines ?? true
        case "sup": inherited.isSuperscript = true
        default: break
        }
        page.keepsLines = inherited.keepsLines
        guard let rules = sheet.paragraphStyle(in: tag) else { return false }
        inherited.paragraph = rules
        return true
    }

    mutating func showVoid(_ tag: HTMLTag, _ style: HTMLStyle) {
        switch tag.name {
        case "br": page.lineBreak()
        case "hr":
            page.block(margin: 2)
            if MarkRule(tag, style) == .rest { startRest() }
        case "img": image(tag)
        case "input": input(tag)
        default: break
        }
    }

    /// Undoes what an element did.
    mutating func leave(_ element: OpenElements.Element) {
        switch element.content {
        case .quotation:
            quotes -= 1
            quotations -= 1
            page.quoteDepth = min(quotations, Self.maximumDepth)
        case .indentation: quotes -= 1
        case .list: endList()
        case .table: _ = rows.popLast()
        case .link: endLink()
        case .listMark: endListMark()
        case .quotationMarks: page.text(Octets("”".utf8))
        case nil: break
        }
        endMarks(of: element)
        inherited = element.outer
        page.keepsLines = inherited.keepsLines
        if element.name == "p" { (awaitsListMark, wordLevel) = (false, 1) }
        switch element.name {
        case "td", "th": break
        case "tr": endRow()
        default: page.block(margin: element.margin)
        }
    }
}

// MARK: - Blocks

extension HTMLRenderer {
    /// Word gives its paragraphs no margin and writes an empty one where a line shall be free.
    private mutating func startParagraph(
        _ tag: HTMLTag,
        _ style: HTMLStyle,
        _ element: inout OpenElements.Element
    ) {
        let name = (tag.attribute("class") ?? "").lowercased()
        let isWord = name.hasPrefix("mso") || name.hasPrefix("x_mso") || name.hasPrefix("xmso")
        page.block(margin: style.hasTopMargin ?? !isWord ? 2 : 1)
        element.margin = style.hasBottomMargin ?? !isWord ? 2 : 1
        wordLevel = style.listLevel ?? 1
        awaitsListMark = isWord && name.contains("msolistparagraph")
        // Its items stand close together, whatever the first and the last are given.
        if awaitsListMark { element.margin = 1 }
    }

    private mutating func startQuote(
        _ tag: HTMLTag,
        _ style: HTMLStyle,
        _ element: inout OpenElements.Element
    ) {
        page.block(margin: 2)
        element.margin = 2
        guard hasRoom(quotes) else { return }
        quotes += 1
        // Gmail's "indent more" is a blockquote without a border.
        let isIndentation =
            style.isBorderless && !style.hasLeftBorder && tag.attribute("type") != "cite"
            && tag.attribute("class") == nil
        element.content = isIndentation ? .indentation : .quotation
        guard !isIndentation else { return }
        startQuotation()
        quotations += 1
        if quotations > Self.maximumDepth { isOverDepth = true }
        page.quoteDepth = min(quotations, Self.maximumDepth)
    }

    private mutating func startList(
        _ tag: HTMLTag,
        _ style: HTMLStyle,
        _ element: inout OpenElements.Element
    ) {
        page.block(margin: lists.isEmpty && style.hasTopMargin != false ? 2 : 1)
        element.margin = lists.isEmpty && style.hasBottomMargin != false ? 2 : 1
        guard hasRoom(lists.count) else { return }
        element.content = .list
        let isOrdered = tag.name == "ol"
        let first = isOrdered ? tag.attribute("start").flatMap { Int($0) } ?? 1 : 1
        lists.append(
            HTMLList(
                isOrdered: isOrdered,
                number: max(-1_000_000, min(first, 1_000_000)),
                type: tag.attribute("type") ?? "1",
                isUnmarked: style.isListUnmarked
            )
        )
        if lists.count - 1 > Self.maximumDepth { isOverDepth = true }
        page.indent = min(lists.count - 1, Self.maximumDepth)
    }

    private mutating func endList() {
        _ = lists.popLast()
        page.indent = max(0, min(lists.count - 1, Self.maximumDepth))
        page.marker = nil
    }

    private mutating func startItem(_ tag: HTMLTag, _ style: HTMLStyle) {
        page.itemBreak()
        guard let last = lists.indices.last else {
            page.marker = "- "
            return
        }
        if style.isListUnmarked || lists[last].isUnmarked { return }
        guard lists[last].isOrdered else {
            page.marker = "- "
            return
        }
        if let value = tag.attribute("value").flatMap({ Int($0) }), abs(value) < 1_000_000 {
            lists[last].number = value
        }
        page.marker = Self.label(lists[last].number, type: lists[last].type) + ". "
        lists[last].number += 1
    }

    /// Letters and Roman numerals where they can be written (HTML Living Standard §15.3.7).
    private static func label(_ number: Int, type: String) -> String {
        if type.lowercased() == "a", (1...26).contains(number) {
            let first = type == "a" ? UInt8(ascii: "a") : UInt8(ascii: "A")
            return String(UnicodeScalar(first + UInt8(number - 1)))
        }
        if type.lowercased() == "i", (1...399).contains(number) {
            return type == "i" ? roman(number) : roman(number).uppercased()
        }
        return String(number)
    }

    private static func roman(_ number: Int) -> String {
        let numerals = [
            (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
            (4, "iv"), (1, "i"),
        ]
        var rest = number
        var out = ""
        for (value, numeral) in numerals {
            while rest >= value {
                out += numeral
                rest -= value
            }
        }
        return out
    }
}

// MARK: - Tables

extension HTMLRenderer {
    private mutating func startTable(_ tag: HTMLTag, _ element: inout OpenElements.Element) {
        // A table in a cell starts a line: its rows cannot go on in the row around it.
        page.breakRow()
        page.block(margin: 1)
        guard hasRoom(rows.count) else { return }
        element.content = .table
        let role = tag.attribute("role")?.lowercased()
        let isLayout =
            role == "presentation" || role == "none"
            || (tag.attribute("border") == "0" && tag.attribute("cellpadding") == "0")
        rows.append(
            HTMLRow(start: page.length, lines: page.lines, words: page.words, isLayout: isLayout)
        )
    }

    private mutating func startRow() {
        page.block(margin: 1)
        guard let last = rows.indices.last else { return }
        if rows[last].cells > 0 { rows[last].cellsAbove = rows[last].cells }
        rows[last].cells = 0
        rows[last].start = page.length
        rows[last].lines = page.lines
        rows[last].words = page.words
    }

    private mutating func startCell() {
        guard let last = rows.indices.last else {
            page.block(margin: 1)
            return
        }
        // What holds only a picture is no cell: a tab would stand before nothing. What has lines of
        // its own is a column, and the next stands below it.
        let isNext = rows[last].cells > 0 && page.length > rows[last].start
        if isNext, page.lines - rows[last].lines == 1, page.words == rows[last].words {
            page.eraseLine()
        } else if isNext, page.lines - rows[last].lines <= 1 {
            page.cell(most: rows[last].isLayout ? 1 : 1000)
        } else {
            page.block(margin: 1)
        }
        // The paragraphs of a table have no free lines between them, those of a page laid out have.
        page.swallowsBlocks = rows[last].cells > 0 || rows[last].cellsAbove > 1
        page.passPicture()
        rows[last].cells += 1
    }

    private mutating func endRow() {
        page.endRow()
        page.block(margin: 1)
        if let row = rows.last, row.cells > 1 { page.tighten() }
    }
}

// MARK: - Text

extension HTMLRenderer {
    /// Text that is seen.
    mutating func written(_ octets: Octets) {
        if readsListMark, octets.count <= 200, listMark.count <= 80 {
            HTMLEntities.append(octets, to: &listMark)
            return
        }
        if readsListMark {
            // Tolerated: a mark that is never closed, so that the item stands in it.
            endListMark()
        }
        if awaitsListMark || inherited.font == .symbol || inherited.font == .wingdings {
            if isSign(octets) { return }
        }
        if inherited.isSuperscript, page.endsWithDigit, octets.allSatisfy(\.isDigit) {
            page.text(Octets("^".utf8))
        }
        page.text(octets)
    }

    /// Writes a single sign as what it looks like, the mark of an item or a picture.
    private mutating func isSign(_ octets: Octets) -> Bool {
        var decoded: [UInt8] = []
        if octets.count <= 40 { HTMLEntities.append(octets, to: &decoded) }
        let text = String(decoding: decoded[...].trimmed, as: UTF8.self)
        guard octets.count > 40 || (!text.isEmpty && text != "\u{A0}") else { return false }
        awaitsListMark = false
        if page.isAtLineStart, page.marker == nil, Self.bullets.contains(text) {
            page.marker = String(repeating: "  ", count: wordLevel - 1) + "- "
            return true
        }
        let pictures: [String: String] =
            switch inherited.font {
            case .symbol: Self.symbols
            case .wingdings: Self.wingdings
            case .other, nil: [:]
            }
        guard let picture = pictures[text] else { return false }
        if decoded.first?.isWhiteSpace == true { page.text([.space]) }
        page.text(Octets(picture.utf8))
        if decoded.last?.isWhiteSpace == true { page.text([.space]) }
        return true
    }

    /// What Word marks items with, in Symbol, Wingdings and Courier New.
    private static let bullets: Set<String> = [
        "·", "•", "o", "§", "Ø", "ü", "v", "q", "-", "–", "à", "n", "¨", "\u{F0B7}", "\u{F0A7}",
        "\u{F0D8}", "\u{F0FC}", "\u{F076}", "\u{F071}", "\u{F06E}", "\u{F0E0}", "\u{F02D}",
    ]

    private static let wingdings: [String: String] = [
        "J": "☺", "K": "😐", "L": "☹", "à": "→", "ß": "←", "è": "➔", "ü": "✓", "û": "✗",
        "\u{F04A}": "☺", "\u{F0E0}": "→", "\u{F0FC}": "✓", "(": "☎", "*": "✉", ")": "☎",
    ]

    private static let symbols: [String: String] = [
        "·": "•", "®": "→", "Þ": "⇒", "\u{F0AE}": "→", "\u{F0DE}": "⇒", "\u{F0B7}": "•",
    ]

    /// Word writes `1.` or `·`, and no-break spaces behind it.
    private mutating func endListMark() {
        guard readsListMark else { return }
        // U+00A0 is white space here.
        let words = String(decoding: listMark, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        let text = words.joined(separator: " ")
        listMark = []
        readsListMark = false
        awaitsListMark = false
        guard !text.isEmpty else { return }
        let isNumber =
            text.utf8.count > 1 && text.utf8.contains { $0.isDigit || $0.isLetter }
            && text.unicodeScalars.allSatisfy(\.isASCII)
        page.marker =
            String(repeating: "  ", count: wordLevel - 1) + (isNumber ? text + " " : "- ")
    }
}

// MARK: - Links, pictures and forms

extension HTMLRenderer {
    private mutating func startLink(_ tag: HTMLTag, _ element: inout OpenElements.Element) {
        endLink()
        guard let target = tag.attribute("href").flatMap({ HTMLLink(href: $0) }) else { return }
        link = (target, page.length)
        element.content = .link
    }

    /// Names the target where the text does not: a person can hover, a reader of text cannot.
    mutating func endLink() {
        guard let ended = link else { return }
        link = nil
        let shown = page.written(since: ended.start)
        guard !shown.isEmpty, !ended.target.isNamed(by: shown) else { return }
        page.append(" <\(ended.target.target)>")
    }

    /// Emoji are images in some webmails; other images say something only where they are a
    /// sentence and no logo.
    private mutating func image(_ tag: HTMLTag) {
        let text = tag.attribute("alt") ?? ""
        if let first = text.unicodeScalars.first, text.unicodeScalars.count <= 8,
            first.value > 0x2000 || Self.smileys.contains(text)
        {
            page.append(text)
            return
        }
        if pictures.count < 20, text.utf8.count <= 500,
            text.utf8.split(whereSeparator: \.isWhiteSpace).count >= 3
        {
            pictures.append(text)
        }
        if !Self.isThin(tag, "width"), !Self.isThin(tag, "height") {
            page.picture()
        }
    }

    /// A page of nothing but pictures says what they say, if that is more than a name.
    mutating func writePictures() {
        for text in pictures {
            page.block(margin: 1)
            page.plain(text)
        }
    }

    /// Whether it only keeps things apart, or counts readers.
    private static func isThin(_ tag: HTMLTag, _ side: StaticString) -> Bool {
        guard let length = tag.attribute(side) else { return false }
        return Int(length.prefix { $0.isASCII && $0.isNumber }).map { $0 <= 12 } ?? false
    }

    private static let smileys: Set<String> = [
        ":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", ":-D", ":p", ":-p", ":P", ":-P",
    ]

    /// What is written on a button, and the ticks of a form; fields may hold anything.
    private mutating func input(_ tag: HTMLTag) {
        switch tag.attribute("type")?.lowercased() {
        case "checkbox", "radio":
            page.text(Octets((tag.attribute("checked") == nil ? "[ ] " : "[x] ").utf8))
        case "submit", "button", "reset":
            guard let value = tag.attribute("value") else { return }
            page.plain(" " + value)
        default: break
        }
    }
}
