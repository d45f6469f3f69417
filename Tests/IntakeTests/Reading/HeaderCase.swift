import Testing

@testable import Intake

/// A header at the start of a text, and what it says.
struct HeaderCase: Sendable, CustomTestStringConvertible {
    var text: String
    var kind: QuoteHeader.Kind
    /// How many lines the header takes.
    var end: Int
    var author: String?
    var date: String?
    var subject: String?

    /// A reply line; the mail below it is not marked as quoted.
    static func reply(
        _ line: String,
        _ author: String?,
        _ date: String?,
        below: String = "\n\nBonjour,\nOui."
    ) -> HeaderCase {
        let end = line.split(separator: "\n", omittingEmptySubsequences: false).count
        return HeaderCase(
            text: line + below,
            kind: .replyLine,
            end: end,
            author: author,
            date: date
        )
    }

    /// A reply line over quoted lines.
    static func quoted(_ line: String, _ author: String?, _ date: String?) -> HeaderCase {
        reply(line, author, date, below: "\n> Bonjour,")
    }

    /// A header block, or its lines under a separator.
    static func block(
        _ lines: String,
        _ author: String?,
        _ date: String?,
        _ subject: String?,
        kind: QuoteHeader.Kind = .block,
        below: String = "\n\nBonjour,\nOui."
    ) -> HeaderCase {
        let end = lines.split(separator: "\n", omittingEmptySubsequences: false).count
        return HeaderCase(
            text: lines + below,
            kind: kind,
            end: end,
            author: author,
            date: date,
            subject: subject
        )
    }

    static func forward(_ lines: String, _ author: String?, _ date: String?, _ subject: String?)
        -> HeaderCase
    {
        block(lines, author, date, subject, kind: .forward)
    }

    var testDescription: String { text }

    func check() throws {
        let lines = BodyLine.lines(of: text)
        let found = try #require(QuoteHeader.starting(at: 0, in: lines[...]), "\(text)")
        #expect(found.kind == kind, "\(text)")
        #expect(found.end == end, "\(text)")
        #expect(found.author == author, "\(text)")
        #expect(found.date == date, "\(text)")
        #expect(found.subject == subject, "\(text)")
    }
}
