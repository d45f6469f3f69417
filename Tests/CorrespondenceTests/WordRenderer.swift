/// What Word, which renders mail in Outlook on Windows, does with CSS.
///
/// After Microsoft's "Word 2007 HTML and CSS Rendering Capabilities in Outlook 2007", which sorts
/// properties into three groups and says which elements take which, and after what caniemail.com
/// measured up to Outlook 2019: padding works in table cells alone, a margin takes no `auto`. It
/// knows no media query, no pseudo-class and no attribute selector; our letters need none.
enum WordRenderer {
    /// Taken by every element.
    private static let core: Set = [
        "background-color", "border", "border-collapse", "border-color", "border-style",
        "border-width", "color", "font", "font-family", "font-size", "font-style", "font-weight",
        "letter-spacing", "line-height", "text-align", "text-decoration", "vertical-align",
        "white-space",
    ]
    /// Taken by every element but `body` and `span`.
    private static let margins: Set = [
        "margin", "margin-bottom", "margin-left", "margin-right", "margin-top", "text-indent",
    ]
    /// Taken by every element but `body`, `span`, `div` and `p`.
    private static let borders: Set = [
        "border-bottom", "border-left", "border-right", "border-top",
    ]
    /// Taken by tables and their cells.
    private static let sizes: Set = ["height", "width"]
    /// Taken by the cells of tables.
    private static let paddings: Set = [
        "padding", "padding-bottom", "padding-left", "padding-right", "padding-top",
    ]

    /// The elements that our letters may use, all of which it knows.
    static let elements: Set = [
        "a", "b", "blockquote", "body", "br", "dd", "div", "dl", "dt", "h1", "h2", "li", "p",
        "table", "td", "tr", "ul",
    ]

    static func follows(_ property: String, _ value: String, on element: String) -> Bool {
        if core.contains(property) { return true }
        let isInline = ["body", "span"].contains(element)
        if margins.contains(property) {
            return !isInline && !value.contains("auto") && !value.contains("-")
        }
        if borders.contains(property) { return !isInline && !["div", "p"].contains(element) }
        if sizes.contains(property) { return ["table", "td"].contains(element) }
        return paddings.contains(property) && element == "td"
    }

    /// What it ignores in our letters, and why they are good without.
    static let enhancements = [
        "body margin": "Outlook's reading pane has its own",
        "body padding": "Outlook's reading pane has its own",
        "div max-width": "the table in conditional comments has the width",
        "div margin": "that table is centred",
        "div padding": "that table's cell has it",
        "div overflow-wrap": "a cell of a fixed width breaks long words by itself",
        "div word-break": "the same, for older browsers",
        "ul padding": "only undoes what browsers add; the margin indents",
        "blockquote padding": "keeps the margins of paragraphs inside the coloured ground",
    ]
}
