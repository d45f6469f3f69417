import Foundation

/// Colours for a person at a terminal; plain text everywhere else.
///
/// What a colour says, the words beside it say too.
struct TextStyle: Sendable {
    var isColoured: Bool

    static let plain = TextStyle(isColoured: false)

    /// Coloured on a terminal, unless NO_COLOR is set (no-color.org) or the terminal is dumb.
    static func of(_ descriptor: Int32, environment: [String: String]) -> TextStyle {
        let isRefused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        return TextStyle(isColoured: isatty(descriptor) == 1 && !isRefused)
    }

    /// Graphic renditions of ECMA-48 §8.3.117.
    enum Rendition: String, Sendable {
        case plain = ""
        case bold = "1"
        case faint = "2"
        case good = "32"
        case question = "33"
        case heading = "1;36"
    }

    func callAsFunction(_ rendition: Rendition, _ text: String) -> String {
        guard isColoured, rendition != .plain, !text.isEmpty else { return text }
        return "\u{1B}[\(rendition.rawValue)m\(text)\u{1B}[0m"
    }
}
