/// What elements of HTML are like by their names alone.
struct HTMLElement: OptionSet {
    let rawValue: Int

    /// It has no content (HTML Living Standard §13.1.2).
    static let void = HTMLElement(rawValue: 1 << 0)
    /// A person does not see it.
    static let dropped = HTMLElement(rawValue: 1 << 1)
    /// It starts a line and ends one.
    static let block = HTMLElement(rawValue: 1 << 2)
    /// A block with a free line around it.
    static let spaced = HTMLElement(rawValue: 1 << 3)
    /// It belongs to a table: its end tag ends all that is open in it.
    static let table = HTMLElement(rawValue: 1 << 4)
    /// Its end is always waited for.
    static let followed = HTMLElement(rawValue: 1 << 5)
    /// It may stand in a page's head.
    static let head = HTMLElement(rawValue: 1 << 6)
    /// The page itself, which no end tag ends.
    static let page = HTMLElement(rawValue: 1 << 7)

    /// Where a paragraph ends, its end tag being left out (HTML Living Standard §13.1.2.4).
    var closesParagraph: Bool { contains(.block) }

    init(rawValue: Int) { self.rawValue = rawValue }

    init(named name: String) { self = Self.elements[name] ?? [] }

    private static let elements: [String: HTMLElement] = {
        var elements: [String: HTMLElement] = [:]
        func add(_ names: String, _ traits: HTMLElement) {
            for name in names.split(separator: " ") {
                elements[String(name), default: []].formUnion(traits)
            }
        }
        add("area base br col embed hr img input link meta source track wbr param keygen", .void)
        add("script style title head textarea noembed iframe object select xml svg", .dropped)
        add("template noscript noframes audio video canvas datalist math", .dropped)
        // What Word writes of itself, where its `xml` is lost.
        add("o:officedocumentsettings w:worddocument w:latentstyles m:mathpr", .dropped)
        add("address article aside caption center dd details div dt fieldset figcaption", .block)
        add("figure footer form header hr li main nav section summary legend optgroup", .block)
        add("tbody tfoot thead tr td th table p ul ol menu dir blockquote html body", .block)
        add("h1 h2 h3 h4 h5 h6 dl pre listing hr", [.block, .spaced])
        add("table tr td th", .followed)
        add("table tbody thead tfoot tr td th caption", .table)
        add("p ul ol menu dir blockquote pre listing", .followed)
        add("head meta link title style script base basefont noscript template xml object", .head)
        add("html body", .page)
        return elements
    }()
}
