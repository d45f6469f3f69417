/// Cuts the body of a multipart at its boundary lines (RFC 2046 §5.1.1).
enum Multipart {
    /// The body parts without preamble and epilogue; `nil` when there is no boundary line.
    static func split(
        _ body: Octets,
        boundary: String?,
        _ defects: inout DefectLog
    ) -> [Octets]? {
        if let boundary, !boundary.isEmpty {
            let delimiter = Array("--\(boundary)".utf8)
            if let parts = parts(body, delimiter: delimiter, &defects) { return parts }
        }
        guard let guess = guess(body), let parts = parts(body, delimiter: guess, &defects) else {
            return nil
        }
        defects.note(
            "The boundary of a multipart is not the one declared; the first line like one was taken."
        )
        return parts
    }

    private enum Kind { case delimiter, close }

    private static func parts(
        _ body: Octets,
        delimiter: [UInt8],
        _ defects: inout DefectLog
    ) -> [Octets]? {
        var parts: [Octets] = []
        var start: Int?
        var isClosed = false
        var position = body.startIndex
        while position < body.endIndex, !isClosed {
            let line = body.line(at: position)
            if let kind = kind(of: line.content, delimiter: delimiter) {
                if let start {
                    parts.append(body[start..<end(of: body, before: position, from: start)])
                }
                start = line.next
                isClosed = kind == .close
            }
            position = line.next
        }
        guard let start else { return nil }
        if !isClosed {
            defects.note("A multipart has no closing boundary; its last part was read to the end.")
            parts.append(body[start...])
        }
        return parts
    }

    /// The line break before a boundary line belongs to the boundary.
    private static func end(of body: Octets, before position: Int, from start: Int) -> Int {
        var end = position
        if end > start, body[end - 1] == .lf { end -= 1 }
        if end > start, body[end - 1] == .cr { end -= 1 }
        return end
    }

    /// White space after the boundary is allowed (transport-padding), anything else is not: the
    /// boundary of an inner multipart may start like that of the outer one.
    private static func kind(of line: Octets, delimiter: [UInt8]) -> Kind? {
        guard line.count >= delimiter.count, line[line.startIndex] == UInt8(ascii: "-"),
            line.prefix(delimiter.count).elementsEqual(delimiter)
        else { return nil }
        let rest = line.dropFirst(delimiter.count)
        if rest.allSatisfy(\.isWhiteSpace) { return .delimiter }
        guard rest.hasPrefix("--"), rest.dropFirst(2).allSatisfy(\.isWhiteSpace) else { return nil }
        return .close
    }

    /// The first line that looks like a boundary and stands before a field or an empty line.
    private static func guess(_ body: Octets) -> [UInt8]? {
        var position = body.startIndex
        while position < body.endIndex {
            let line = body.line(at: position)
            position = line.next
            let content = line.content.trimmed
            guard content.hasPrefix("--"), content.count > 4, content.count <= 150,
                content.allSatisfy({ $0 > 0x1F && $0 < 0x7F }),
                content.contains(where: { $0 != UInt8(ascii: "-") }),
                startsBodyPart(body, at: position)
            else { continue }
            return Array(content)
        }
        return nil
    }

    private static func startsBodyPart(_ body: Octets, at position: Int) -> Bool {
        guard position < body.endIndex else { return false }
        let content = body.line(at: position).content
        return content.prefix(8).lowercasedString == "content-"
    }
}
