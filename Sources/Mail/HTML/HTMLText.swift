/// HTML turned into the text that a person reads of it.
package enum HTMLText {
    /// The text, and what mail programs set apart in it.
    package struct Rendering: Sendable {
        /// `\n` line ends; quoted mail (`blockquote`) is marked with `> ` as in plain mails.
        package var text: String
        /// By where they start; nested, but never crossing.
        package var marks: [TextMark]
        /// Octets and elements looked at, those that were looked at twice counted twice.
        package var steps: Int
    }

    package static func render(_ html: String) -> String { rendering(of: html).text }

    package static func rendering(of html: String) -> Rendering {
        var unnoted = DefectLog()
        return rendering(of: html, &unnoted)
    }

    /// What is nested too deep to be shown as it is goes into the defects.
    static func rendering(of html: String, _ defects: inout DefectLog) -> Rendering {
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
        renderer.note(&defects)
        let (text, marks) = renderer.finish()
        return Rendering(text: text, marks: marks, steps: tokenizer.steps + renderer.steps)
    }
}
