/// Cuts the body of a multipart at its boundary lines, part by part (RFC 2046 §5.1.1).
struct Multipart {
    let body: Octets
    let boundary: Boundary
    /// What stands before the first boundary line.
    let preamble: Octets
    /// Where the next part starts; `nil` after the last one.
    private var start: Int?
    /// Where the closing boundary line ends, or the body.
    private(set) var end: Int
    /// Whether what stands behind a closing boundary is looked at.
    private let readsOn: Bool
    /// Whether no part was seen yet.
    private var isEmpty = true

    /// Goes past the preamble; `nil` when there is no boundary line.
    init?(
        _ body: Octets,
        boundary declared: String?,
        isEncoded: Bool = false,
        readsOn: Bool = true,
        _ defects: inout DefectLog
    ) {
        self.body = body
        self.readsOn = readsOn
        end = body.endIndex
        guard
            let (boundary, first) = Boundary.find(
                in: body,
                declared: declared,
                onlyExact: isEncoded,
                &defects
            )
        else { return nil }
        self.boundary = boundary
        preamble = body[..<first.contentEnd(in: body, from: body.startIndex)]
        take(first, &defects)
    }

    /// Whether a part follows.
    var hasNext: Bool { start != nil }

    /// The next part, its header and its content.
    mutating func next(_ defects: inout DefectLog) -> Octets? {
        while let start {
            guard let line = boundary.line(in: body, from: start) else {
                self.start = nil
                return last(body[start...], &defects)
            }
            if line.isGlued {
                defects.note(
                    "A boundary stood at the end of a line of text; it was taken all the same."
                )
            }
            if line.start > start { isEmpty = false }
            take(line, &defects)
            guard line.start > start else {
                defects.note(
                    "Boundary lines stand directly behind each other; no body part was seen between them."
                )
                continue
            }
            return body[start..<line.contentEnd(in: body, from: start)]
        }
        return nil
    }

    /// Goes on behind what a part turned out to hold; `nil` when that was all.
    mutating func resume(at position: Int?, _ defects: inout DefectLog) {
        start = nil
        end = body.endIndex
        if let position, let line = boundary.line(in: body, from: position) { take(line, &defects) }
    }

    private mutating func take(_ line: Boundary.Line, _ defects: inout DefectLog) {
        end = line.next
        start = line.isClose ? nil : line.next
        guard line.isClose, readsOn else { return }
        let isPart = Boundary.startsBodyPart(body, at: line.next)
        let more = boundary.line(in: body, from: line.next)
        guard let more, isPart || (!more.isClose && !more.isGlued) else { return }
        guard isEmpty else {
            return defects.note("Body parts stood behind the closing boundary; they were left out.")
        }
        // Tolerated: a close before any part.
        start = isPart ? line.next : more.next
        defects.note("Body parts stood behind the closing boundary; they were read.")
    }

    /// What no boundary line ends.
    private mutating func last(_ part: Octets, _ defects: inout DefectLog) -> Octets {
        end = body.endIndex
        defects.note("A multipart has no closing boundary; its last part was read to the end.")
        let text = part.trimmed
        var lineStart = text.endIndex
        while lineStart > text.startIndex, text[lineStart - 1] != .lf { lineStart -= 1 }
        guard boundary.isAlike(text[lineStart...]) else { return part }
        let line = Boundary.Line(start: lineStart, next: part.endIndex, isClose: true)
        return part[..<line.contentEnd(in: body, from: part.startIndex)]
    }
}
