import Templates

/// The style rules of the frame, to be repeated on the elements themselves.
///
/// The frame's style element is the one place where they are written. A rule is taken by its
/// selector as written, so no two of them add up; those within an at-rule stay where they are.
struct HTMLStyles: Sendable {
    private var attributes: [String: String] = [:]

    /// Reads the first style element of a page; a page without one has no rules.
    init(page: String) {
        guard let start = page.firstRange(of: "<style>")?.upperBound,
            let end = page[start...].firstRange(of: "</style>")?.lowerBound
        else { return }
        var depth = 0
        var text = ""
        var selectors: [String] = []
        for character in page[start..<end] {
            switch character {
            case "{":
                if depth == 0 { selectors = Self.selectors(text) }
                depth += 1
                text = ""
            case "}":
                depth -= 1
                if depth == 0 { add(text, to: selectors) }
                text = ""
            default: text.append(character)
            }
        }
    }

    /// As in ` style="margin:0"`, or nothing where the frame has no rule of that selector.
    func attribute(_ selector: String) -> String { attributes[selector] ?? "" }

    private static func selectors(_ text: String) -> [String] {
        guard !text.contains("@") else { return [] }
        return text.split(separator: ",").map(oneSpaced)
    }

    private mutating func add(_ text: String, to selectors: [String]) {
        let declarations = text.split(separator: ";").compactMap { declaration -> String? in
            let parts = declaration.split(separator: ":", maxSplits: 1).map(Self.oneSpaced)
            return parts.count == 2 ? "\(parts[0]):\(parts[1])" : nil
        }
        guard !declarations.isEmpty else { return }
        let style = declarations.joined(separator: ";").escapedForHTML
        for selector in selectors { attributes[selector] = " style=\"\(style)\"" }
    }

    private static func oneSpaced(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
