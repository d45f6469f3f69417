import Correspondence

/// Lines with a label in capitals on the left, as the summaries to staff have them.
struct LabelledText {
    /// Columns that labels take, their gap included.
    static let indent = 10

    private(set) var lines: [String] = []
    private let style: TextStyle
    private let columns: Int

    init(style: TextStyle = .plain, columns: Int = TextLayout.columns - 2) {
        self.style = style
        self.columns = columns
    }

    /// `── title ─────…`, across the whole width.
    mutating func rule(_ title: String) {
        let room = columns - 4
        let title = TextLayout.shortened(TextLayout.line(title), to: room)
        let rest = max(0, room - TextLayout.width(title))
        let line = String(repeating: "─", count: rest)
        lines.append(
            style(.faint, "──") + " " + style(.heading, title) + " " + style(.faint, line)
        )
    }

    mutating func blank() { lines.append("") }

    /// A paragraph without a label.
    mutating func paragraph(_ text: String) { lines += TextLayout.wrap(text, to: columns) }

    /// A label and its paragraphs beside it.
    ///
    /// - Parameter limit: lines shown of each paragraph at most; the last ends in an ellipsis.
    mutating func field(
        _ label: String,
        _ paragraphs: [String],
        _ rendition: TextStyle.Rendition = .plain,
        limit: Int = 20
    ) {
        let room = columns - Self.indent
        var isFirst = true
        for paragraph in paragraphs {
            var wrapped = TextLayout.wrap(TextLayout.line(paragraph), to: room)
            if wrapped.count > limit {
                let last = wrapped[limit - 1]
                wrapped = wrapped.prefix(limit - 1) + [TextLayout.shortened(last + " …", to: room)]
            }
            for line in wrapped {
                let gap = String(
                    repeating: " ",
                    count: Self.indent - (isFirst ? TextLayout.width(label) : 0)
                )
                lines.append((isFirst ? style(.bold, label) : "") + gap + style(rendition, line))
                isFirst = false
            }
        }
    }

    /// A line to be copied as it is, indented under the labels.
    mutating func verbatim(_ line: String, _ rendition: TextStyle.Rendition = .plain) {
        lines.append(String(repeating: " ", count: Self.indent) + style(rendition, line))
    }

    var text: String { lines.joined(separator: "\n") + "\n" }
}
