/// HTML turned into the text that a person reads of it.
package enum HTMLText {
    /// `\n` line ends; quoted mail (`blockquote`) is marked with `> ` as in plain mails.
    package static func render(_ html: String) -> String {
        var unnoted = DefectLog()
        return render(html, &unnoted)
    }

    /// What is nested too deep to be shown as it is goes into the defects.
    static func render(_ html: String, _ defects: inout DefectLog) -> String {
        let octets = Octets(html.utf8)
        var tokenizer = HTMLTokenizer(octets)
        var renderer = HTMLRenderer()
        if octets.trimmed.contains(.lf), !HTMLTokenizer.hasMarkup(octets) {
            renderer.keepLines()
        }
        while let token = tokenizer.next() {
            switch token {
            case .text(let text): renderer.text(text)
            case .start(let tag): renderer.start(tag)
            case .end(let name): renderer.end(name)
            }
        }
        if renderer.isOverNesting {
            defects.note(
                "HTML is nested over \(HTMLRenderer.maximumNesting) levels; deeper ones were not told apart."
            )
        }
        if renderer.isOverDepth {
            defects.note(
                "Quotes or lists in HTML are over \(HTMLRenderer.maximumDepth) deep; deeper ones look the same."
            )
        }
        return renderer.finish()
    }
}

/// Follows the tags one by one; needs the nesting only of what it must come back from.
private struct HTMLRenderer {
    private var page = TextPage()
    private var lists: [(isOrdered: Bool, number: Int)] = []
    /// For each open blockquote whether it is a quotation, not an indentation.
    private var quotes: [Bool] = []
    /// For each open table, how many cells its row has so far, and where the row starts.
    private var rows: [(cells: Int, start: Int)] = []
    private var links: [(target: String, start: Int, isInParagraph: Bool)] = []
    private var isParagraphOpen = false
    /// What is hidden: the name of the element, and how many of that name are open inside.
    private var hidden: (name: String, depth: Int)?
    /// The element whose style keeps white space, counted like what is hidden.
    private var kept: (name: String, depth: Int)?

    /// Whether more quotes, lists or tables were open than are followed.
    private(set) var isOverNesting = false
    /// Whether there were more marks or indents than are shown.
    private(set) var isOverDepth = false

    static let maximumNesting = 100
    /// How deep marks and indents are shown: each costs octets on every line.
    static let maximumDepth = 10

    /// Tolerated: a plain text that calls itself HTML.
    mutating func keepLines() { page.preDepth = 1 }

    mutating func finish() -> String {
        endLink()
        return page.finish()
    }

    mutating func text(_ octets: Octets) {
        if hidden == nil { page.text(octets) }
    }

    mutating func start(_ tag: HTMLTag) {
        if let open = hidden {
            // The end tags of both may be left out (HTML Living Standard §13.1.2.4).
            guard open.name == "p" || open.name == "head", HTMLStyle.closesParagraph(tag.name)
            else {
                if tag.name == open.name { hidden = (open.name, open.depth + 1) }
                return
            }
            hidden = nil
        }
        if HTMLStyle.dropped.contains(tag.name)
            || (HTMLStyle.isHidden(tag) && !HTMLStyle.void.contains(tag.name))
        {
            hidden = (tag.name, 1)
            return
        }
        show(tag)
    }

    private mutating func show(_ tag: HTMLTag) {
        if HTMLStyle.closesParagraph(tag.name) {
            // A paragraph ends where the next block starts, and with it a link left open in it.
            if links.last?.isInParagraph == true { endLink() }
            isParagraphOpen = tag.name == "p"
        }
        keepSpace(tag)
        switch tag.name {
        case "br": page.lineBreak()
        case "p": page.block(margin: HTMLStyle.hasMargin(tag) ? 2 : 1)
        case "h1", "h2", "h3", "h4", "h5", "h6", "hr", "dl": page.block(margin: 2)
        case "pre":
            page.block(margin: 2)
            page.preDepth += 1
        case "blockquote": startQuote(tag)
        case "ul", "ol": startList(tag)
        case "li": startItem(tag)
        case "table": startTable()
        case "tr": startRow()
        case "td", "th": startCell()
        case "a": startLink(tag)
        case "img": image(tag)
        default: if HTMLStyle.blocks.contains(tag.name) { page.block(margin: 1) }
        }
    }

    mutating func end(_ name: String) {
        if let open = hidden {
            if name == open.name { hidden = open.depth > 1 ? (name, open.depth - 1) : nil }
            // Whatever is left open, hiding ends with the page's head.
            if name == "head" { hidden = nil }
            return
        }
        if let open = kept, open.name == name {
            kept = open.depth > 1 ? (name, open.depth - 1) : nil
            if kept == nil { page.preDepth = max(0, page.preDepth - 1) }
        }
        switch name {
        case "br": page.lineBreak()
        case "p":
            isParagraphOpen = false
            page.block(margin: page.paragraphMargin)
        case "h1", "h2", "h3", "h4", "h5", "h6", "dl": page.block(margin: 2)
        case "pre":
            page.block(margin: 2)
            page.preDepth = max(0, page.preDepth - 1)
        case "blockquote": endQuote()
        case "ul", "ol":
            _ = lists.popLast()
            page.indent = max(0, min(lists.count - 1, Self.maximumDepth))
            page.block(margin: lists.isEmpty ? 2 : 1)
        case "table":
            _ = rows.popLast()
            page.block(margin: 1)
        case "tr": endRow()
        case "a": endLink()
        default: if HTMLStyle.blocks.contains(name) { page.block(margin: 1) }
        }
    }
}

// MARK: Elements

extension HTMLRenderer {
    private mutating func startQuote(_ tag: HTMLTag) {
        page.block(margin: 2)
        guard hasRoom(quotes.count) else { return }
        quotes.append(!HTMLStyle.isIndentation(tag))
        let depth = quotes.count { $0 }
        if depth > Self.maximumDepth { isOverDepth = true }
        page.quoteDepth = min(depth, Self.maximumDepth)
    }

    private mutating func endQuote() {
        page.block(margin: 2)
        _ = quotes.popLast()
        page.quoteDepth = min(quotes.count { $0 }, Self.maximumDepth)
    }

    private mutating func startList(_ tag: HTMLTag) {
        page.block(margin: lists.isEmpty ? 2 : 1)
        guard hasRoom(lists.count) else { return }
        let first = tag.name == "ol" ? tag.attribute("start").flatMap { Int($0) } ?? 1 : 1
        lists.append((tag.name == "ol", max(-1_000_000, min(first, 1_000_000))))
        if lists.count - 1 > Self.maximumDepth { isOverDepth = true }
        page.indent = min(lists.count - 1, Self.maximumDepth)
    }

    private mutating func hasRoom(_ open: Int) -> Bool {
        if open >= Self.maximumNesting { isOverNesting = true }
        return open < Self.maximumNesting
    }

    private mutating func startItem(_ tag: HTMLTag) {
        page.itemBreak()
        guard let last = lists.indices.last, lists[last].isOrdered else {
            page.marker = "- "
            return
        }
        if let value = tag.attribute("value").flatMap({ Int($0) }), abs(value) < 1_000_000 {
            lists[last].number = value
        }
        page.marker = "\(lists[last].number). "
        lists[last].number += 1
    }

    private mutating func keepSpace(_ tag: HTMLTag) {
        if let open = kept {
            if open.name == tag.name { kept = (open.name, open.depth + 1) }
        } else if HTMLStyle.keepsLines(tag), !HTMLStyle.void.contains(tag.name) {
            kept = (tag.name, 1)
            page.preDepth += 1
        }
    }

    private mutating func startTable() {
        page.block(margin: 1)
        if hasRoom(rows.count) { rows.append((0, page.length)) }
    }

    private mutating func startRow() {
        page.block(margin: 1)
        if let last = rows.indices.last { rows[last] = (0, page.length) }
    }

    private mutating func startCell() {
        guard let last = rows.indices.last else {
            page.block(margin: 1)
            return
        }
        // What holds only a picture is no cell: a tab would stand before nothing.
        let isNext = rows[last].cells > 0 && page.length > rows[last].start
        if isNext { page.cell() } else { page.block(margin: 1) }
        page.swallowsBlocks = true
        rows[last].cells += 1
    }

    private mutating func endRow() {
        page.block(margin: 1)
        page.swallowsBlocks = false
        if let row = rows.last, row.cells > 1 { page.tighten() }
    }

    private mutating func startLink(_ tag: HTMLTag) {
        endLink()
        guard let target = tag.attribute("href") else { return }
        links = [(target, page.length, isParagraphOpen)]
    }

    /// Names the target where the text does not: a person can hover, a reader of text cannot.
    private mutating func endLink() {
        guard let link = links.popLast() else { return }
        let target = Octets(link.target.utf8).trimmed
        let scheme = target.prefix(8).lowercasedString
        guard scheme.hasPrefix("http://") || scheme.hasPrefix("https://"),
            target.count <= 200, target.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: ">") })
        else { return }
        let shown = page.written(since: link.start)
        guard !shown.isEmpty, !Self.names(shown, target) else { return }
        page.append(" <\(String(decoding: target, as: UTF8.self))>")
    }

    /// Whether the text shows the address itself, if perhaps without its scheme.
    private static func names(_ shown: [UInt8], _ target: Octets) -> Bool {
        func bare(_ octets: Octets) -> [UInt8] {
            var octets = octets.filter { !$0.isWhiteSpace }.map(\.lowercased)[...]
            for prefix in ["https://", "http://", "www."] where octets.starts(with: prefix.utf8) {
                octets = octets.dropFirst(prefix.utf8.count)
            }
            if octets.last == UInt8(ascii: "/") { octets = octets.dropLast() }
            return Array(octets)
        }
        return bare(shown[...]) == bare(target)
    }

    /// Emoji are images in some webmails; other images say nothing.
    private mutating func image(_ tag: HTMLTag) {
        guard let text = tag.attribute("alt"), text.unicodeScalars.count <= 4,
            let first = text.unicodeScalars.first, first.value > 0x2000
        else { return }
        page.append(text)
    }
}
