/// The elements that a renderer must come back from, innermost last.
///
/// Each name knows its innermost element, so that no end tag searches for its own.
struct OpenElements {
    struct Element {
        let name: String
        let traits: HTMLElement
        var isHidden = false
        /// Free lines and line ends at its end.
        var margin = 0
        /// What held outside.
        var outer = HTMLInherited()
        var content: Content?
        var marking: Marking?
        /// Marks that end with it.
        var rests: [PageMarks.ID] = []
        fileprivate var previous: Int?

        init(_ name: String, _ traits: HTMLElement) {
            self.name = name
            self.traits = traits
        }
    }

    enum Content { case quotation, indentation, list, table, link, listMark, quotationMarks }

    /// A mark that opened with an element, and what its end does with it.
    enum Marking {
        case mark(PageMarks.ID)
        case header(PageMarks.ID, MarkRule)
        case container(QuoteContainer)
        case bound
    }

    /// What is known so far of an element that holds a quoted mail.
    struct QuoteContainer {
        let mark: PageMarks.ID
        /// Words written when its header ended.
        var wordsAtHeader: Int?
        var isForward = false
        /// Whether a blockquote comes right behind the header; `nil` before there is one.
        var holdsBlockquote: Bool?
    }

    private(set) var all: [Element] = []
    private var innermost: [String: Int] = [:]
    /// Tables and their cells, which no end tag of another kind reaches out of.
    private var scopes: [Int] = []
    private var blocks: [Int] = []
    /// Elements with a mark, and quotations.
    private var bounds: [Int] = []
    private var containers: [Int] = []
    private(set) var hidden = 0

    /// What is nested deeper is not followed.
    static let maximum = 1000

    var isFull: Bool { all.count >= Self.maximum }
    var last: Element? { all.last }
    var scope: Int { scopes.last ?? -1 }
    var block: Int { blocks.last ?? -1 }
    var bound: Int? { bounds.last }
    var container: Int? { containers.last }

    subscript(index: Int) -> Element {
        get { all[index] }
        set { all[index] = newValue }
    }

    func index(of name: String) -> Int? { innermost[name] }

    mutating func push(_ element: Element) {
        var element = element
        let index = all.count
        element.previous = innermost.updateValue(index, forKey: element.name)
        if element.isHidden { hidden += 1 }
        if ["table", "td", "th", "caption"].contains(element.name) { scopes.append(index) }
        if element.traits.contains(.block) { blocks.append(index) }
        if element.marking != nil || element.content == .quotation { bounds.append(index) }
        if case .container = element.marking { containers.append(index) }
        all.append(element)
    }

    mutating func pop() -> Element {
        let element = all.removeLast()
        let index = all.count
        innermost[element.name] = element.previous
        if element.isHidden { hidden -= 1 }
        if scopes.last == index { scopes.removeLast() }
        if blocks.last == index { blocks.removeLast() }
        if bounds.last == index { bounds.removeLast() }
        if containers.last == index { containers.removeLast() }
        return element
    }
}

/// What an element hands on to those inside it.
struct HTMLInherited {
    var keepsLines = false
    var isTiny = false
    var font: HTMLStyle.Font?
    var isSuperscript = false
    /// What the rules of the page give paragraphs here.
    var paragraph: HTMLStyle?
}
