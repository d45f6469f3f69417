import Foundation

/// What people wrote whose problem an example met, as staff keep it in `exemples-phrases.txt`.
///
/// A line that is an address is that of an example; those below it, to the next address, are phrases, one
/// a line. `#` begins a remark.
struct ExamplePhrases: Sendable {
    static let fileName = "exemples-phrases.txt"

    /// By the address of the example.
    private(set) var byURL: [String: [String]] = [:]
    private var lines: [String: Int] = [:]

    init() {}

    init(folder: URL) throws(ExamplesError) {
        try self.init(text: try ExampleFile.text(of: Self.fileName, in: folder))
    }

    init(text: String) throws(ExamplesError) {
        var address: String?
        for (index, line) in ExampleFile.lines(of: text).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if Self.isAddress(line) {
                address = line
                if self.lines[line] == nil { self.lines[line] = index + 1 }
            } else if line.contains("://") || line.contains("\u{FEFF}") {
                throw Self.error(line: index + 1, .addressNotAlone(line))
            } else if let address {
                byURL[address, default: []].append(line)
            } else {
                throw Self.error(line: index + 1, .phraseWithoutAddress)
            }
        }
    }

    /// Whether a line is an address, even one that was not copied well: no phrase is of one piece.
    private static func isAddress(_ line: String) -> Bool {
        !line.contains(where: \.isWhitespace) && line.contains("/") && line.contains(".")
    }

    /// Refuses an address that is no example's.
    func check(_ links: [ExampleLink]) throws(ExamplesError) {
        let known = Set(links.map(\.url))
        let stray = lines.filter { !known.contains($0.key) }.min { $0.value < $1.value }
        if let stray { throw Self.error(line: stray.value, .noSuchExample(stray.key)) }
    }

    private static func error(line: Int, _ problem: ExamplesError.Problem) -> ExamplesError {
        ExamplesError(file: fileName, line: line, problem: problem)
    }
}
