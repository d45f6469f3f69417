/// Follows the tags one by one; needs the nesting only of what it must come back from.
struct HTMLRenderer {
    var page = TextPage()
    var open = OpenElements()
    var lists: [HTMLList] = []
    /// How many quotations and indentations are open, and how many of them are quotations.
    var quotes = 0
    var quotations = 0
    var rows: [HTMLRow] = []
    var link: (target: HTMLLink, start: Int)?
    var inherited = HTMLInherited()
    var sheet = HTMLStyleSheet()
    /// The mark of Word's list item while it is read.
    var listMark: [UInt8] = []
    var readsListMark = false
    /// Level of the list that Word counts the paragraph to.
    var wordLevel = 1
    /// Whether the paragraph is Word's list item, whose first sign is the item's mark.
    var awaitsListMark = false
    /// Marks of quoted mail that nothing ends but the text.
    var rests: [PageMarks.ID] = []
    /// The last of all, while nothing is written under it.
    var newestRest: PageMarks.ID?
    /// What pictures say in place of themselves, for a page without text.
    var pictures: [String] = []
    /// Whether the lines of an open element must tell what it is.
    var isTrying = false
    /// Elements that were nested too deep.
    private var unfollowed = 0
    private var tags = 0

    /// Whether more quotes, lists or tables were open than are followed.
    private(set) var isOverNesting = false
    /// Whether there were more marks or indents than are shown.
    var isOverDepth = false
    private var isOverElements = false

    static let maximumNesting = 100
    /// How deep marks and indents are shown: each costs octets on every line.
    static let maximumDepth = 10

    var steps: Int { page.steps + tags }

    /// Tolerated: a plain text that calls itself HTML.
    mutating func keepLines() { page.keepsLines = true }

    func note(_ defects: inout DefectLog) {
        let unfollowed = "levels; deeper ones were not told apart."
        if isOverNesting {
            defects.note("HTML is nested over \(Self.maximumNesting) \(unfollowed)")
        }
        if isOverElements {
            defects.note("HTML is nested over \(OpenElements.maximum) \(unfollowed)")
        }
        if isOverDepth {
            defects.note(
                "Quotes or lists in HTML are over \(Self.maximumDepth) deep; deeper ones look the same."
            )
        }
    }

    mutating func finish() -> (text: String, marks: [TextMark]) {
        while open.last != nil { pop() }
        if page.words == 0 { writePictures() }
        for id in rests.reversed() { page.closeMark(id) }
        return page.finish()
    }

    mutating func text(_ octets: Octets) {
        if open.hidden > 0 {
            // Text outside of elements ends the page's head (HTML Living Standard §13.2.6.4.4).
            guard open.last?.name == "head", !octets.trimmed.isEmpty else { return }
            pop()
            if open.hidden > 0 { return }
        }
        if !inherited.isTiny { written(octets) }
    }

    mutating func start(_ tag: HTMLTag) {
        tags += 1
        let traits = HTMLElement(named: tag.name)
        if tag.name == "style" { sheet.read(tag.rules) }
        endImplied(by: tag.name, traits)
        guard open.hidden == 0 else {
            if !traits.contains(.void) { follow(OpenElements.Element(tag.name, traits)) }
            return
        }
        let style = style(of: tag)
        if traits.contains(.dropped) || (style.isHidden && !traits.contains(.page)) {
            guard !traits.contains(.void) else { return }
            var element = OpenElements.Element(tag.name, traits)
            element.isHidden = true
            follow(element, always: true)
        } else if traits.contains(.void) {
            showVoid(tag, style)
        } else {
            show(tag, traits, style)
        }
    }

    private func style(of tag: HTMLTag) -> HTMLStyle {
        var rules = sheet.style(of: tag)
        if tag.name == "p", let more = inherited.paragraph { rules.override(with: more) }
        return HTMLStyle(tag, over: rules)
    }

    /// Notes an element where its end matters, or that of another of its name around it.
    mutating func follow(_ element: OpenElements.Element, always: Bool = false) {
        guard always || element.traits.contains(.followed) || open.index(of: element.name) != nil
        else { return }
        if open.isFull {
            isOverElements = true
            unfollowed += 1
        } else {
            open.push(element)
        }
    }

    mutating func hasRoom(_ open: Int) -> Bool {
        if open >= Self.maximumNesting { isOverNesting = true }
        return open < Self.maximumNesting && !self.open.isFull
    }

    mutating func end(_ name: String) {
        tags += 1
        let traits = HTMLElement(named: name)
        if unfollowed > 0, !traits.contains(.void) {
            unfollowed -= 1
            return endUnmatched(name, traits)
        }
        guard let index = open.index(of: name), !traits.contains(.page) else {
            return endUnmatched(name, traits)
        }
        if traits.contains(.table) {
            guard name == "table" || index > open.index(of: "table") ?? -1 else { return }
        } else if index < open.scope {
            return endUnmatched(name, traits)
        }
        if !traits.contains(.block), !open[index].isHidden, index < open.block {
            // An inline element ends before the blocks that were left open in it.
            if open[index].content == .link {
                endLink()
                open[index].content = nil
            }
            return
        }
        pop(to: index)
    }

    private mutating func endUnmatched(_ name: String, _ traits: HTMLElement) {
        // Whatever is left open, hiding ends with the page's head.
        if name == "head" { while open.hidden > 0 { pop() } }
        guard open.hidden == 0 else { return }
        switch name {
        case "br": page.lineBreak()
        case "p": page.block(margin: 2)
        case "td", "th": break
        default:
            if traits.contains(.spaced) {
                page.block(margin: 2)
            } else if traits.contains(.block) {
                page.block(margin: 1)
            }
        }
    }

    mutating func pop(to index: Int) {
        while open.all.count > index { pop() }
    }

    private mutating func pop() {
        let element = open.pop()
        tags += 1
        if element.isHidden || open.hidden > 0 { return }
        leave(element)
    }

    /// Ends the elements whose end tags may be left out here (HTML Living Standard §13.1.2.4).
    private mutating func endImplied(by name: String, _ traits: HTMLElement) {
        if let head = open.index(of: "head"), !traits.contains(.head), !name.contains(":") {
            pop(to: head)
        }
        if traits.closesParagraph, let paragraph = open.index(of: "p"), paragraph > open.scope {
            pop(to: paragraph)
        }
        switch name {
        case "li": endOpen(["li"], above: ["ul", "ol", "menu", "dir", "table"])
        case "td", "th": endOpen(["td", "th"], above: ["table"])
        case "tr": endOpen(["td", "th", "tr"], above: ["table"])
        case "tbody", "thead", "tfoot":
            endOpen(["td", "th", "tr", "tbody", "thead", "tfoot"], above: ["table"])
        default: break
        }
    }

    private mutating func endOpen(_ names: [String], above limits: [String]) {
        let limit = limits.compactMap { open.index(of: $0) }.max() ?? -1
        let first = names.compactMap { open.index(of: $0) }.filter { $0 > limit }.min()
        if let first { pop(to: first) }
    }
}

/// An open list.
struct HTMLList {
    var isOrdered: Bool
    var number: Int
    /// `1`, `a`, `A`, `i` or `I`.
    var type: String
    var isUnmarked: Bool
}

/// The row of an open table.
struct HTMLRow {
    var cells = 0
    /// How many the row before had.
    var cellsAbove = 0
    /// Octets, lines and words written when it started.
    var start: Int
    var lines: Int
    var words: Int
    /// Whether the table only puts things in their place.
    var isLayout: Bool
}
