import Foundation

/// How the files about examples are read, all in one way: UTF-8, with or without a mark of it, any line
/// ends.
enum ExampleFile {
    /// The text of a file; a missing one and one in another encoding are refused.
    static func text(of file: String, in folder: URL) throws(ExamplesError) -> String {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent(file)),
            let text = String(data: data, encoding: .utf8)
        else { throw ExamplesError(file: file, line: 1, problem: .unreadable) }
        return text
    }

    /// Its lines, empty ones too, so that they can be counted.
    static func lines(of text: String) -> [Substring] {
        (text.first == "\u{FEFF}" ? text.dropFirst() : text[...])
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
}
