/// What the boundary lines of one multipart look like (RFC 2046 §5.1.1).
struct Boundary {
    /// With the two dashes before it.
    let delimiter: [UInt8]
    /// Whether lines that are only like the delimiter count.
    private let isLoose: Bool
    private let core: [UInt8]

    struct Line {
        var start: Int
        /// Where the line after it starts.
        var next: Int
        var isClose: Bool
        /// Whether it stands behind text on the same line.
        var isGlued = false

        /// The line break before a boundary line belongs to the boundary.
        func contentEnd(in body: Octets, from contentStart: Int) -> Int {
            var end = start
            guard end > contentStart, body[end - 1] == .lf else { return end }
            end -= 1
            if end > contentStart, body[end - 1] == .cr { end -= 1 }
            return end
        }
    }

    private init(delimiter: [UInt8], isLoose: Bool = false) {
        self.delimiter = delimiter
        self.isLoose = isLoose
        core = Self.core(of: delimiter[...])
    }

    /// The boundary that the body is cut at, and its first line.
    static func find(
        in body: Octets,
        declared: String?,
        onlyExact: Bool,
        _ defects: inout DefectLog
    ) -> (Boundary, Line)? {
        if let declared, !declared.isEmpty {
            var name = Octets(declared.utf8)
            // It does not end in white space (bchars), so what stands there is padding.
            while name.last?.isBlank == true { name = name.dropLast() }
            let delimiter = Array("--".utf8) + name
            let exact = Boundary(delimiter: delimiter)
            let loose = Boundary(delimiter: delimiter, isLoose: true)
            if let line = exact.line(in: body, from: body.startIndex) {
                let earlier = loose.line(in: body[..<line.start], from: body.startIndex)
                if line.isClose, let earlier {
                    noteOther(&defects)
                    return (loose, earlier)
                }
                guard let earlier, startsBodyPart(body, at: earlier.next),
                    holdsEmptyLine(body[earlier.next..<line.start])
                else {
                    return (exact, line)
                }
                defects.note(
                    "A boundary line is not written as declared; it was taken all the same."
                )
                return (exact, earlier)
            }
            if !onlyExact, let line = loose.line(in: body, from: body.startIndex) {
                noteOther(&defects)
                return (loose, line)
            }
        }
        guard !onlyExact, let guess = guess(body),
            let line = guess.line(in: body, from: body.startIndex)
        else { return nil }
        noteOther(&defects)
        return (guess, line)
    }

    /// Whether a header ends in it: preambles may hold lines that resemble both.
    private static func holdsEmptyLine(_ octets: Octets) -> Bool {
        var position = octets.startIndex
        while position < octets.endIndex {
            let line = octets.line(at: position)
            if line.content.isEmpty, line.next < octets.endIndex { return true }
            position = line.next
        }
        return false
    }

    private static func noteOther(_ defects: inout DefectLog) {
        defects.note(
            "The boundary of a multipart is not the one declared; the first line like one was taken."
        )
    }

    /// The first boundary line at or after `position`, which is the start of a line.
    func line(in body: Octets, from position: Int) -> Line? {
        isLoose ? looseLine(in: body, from: position) : exactLine(in: body, from: position)
    }

    private func exactLine(in body: Octets, from position: Int) -> Line? {
        var search = position
        while let found = body.firstIndex(of: delimiter, from: search) {
            search = found + delimiter.count
            guard let (isClose, next) = Self.rest(of: body, from: search) else { continue }
            let startsLine = found == position || body[found - 1] == .lf
            guard startsLine || isGlued(body, at: found, isClose: isClose, next: next) else {
                continue
            }
            return Line(start: found, next: next, isClose: isClose, isGlued: !startsLine)
        }
        return nil
    }

    /// What follows the boundary: white space is allowed (transport-padding), anything else is not,
    /// as the boundary of an inner multipart may start like that of the outer one.
    private static func rest(of body: Octets, from position: Int) -> (isClose: Bool, next: Int)? {
        var index = position
        let isClose = body[index...].hasPrefix("--")
        if isClose { index += 2 }
        while index < body.endIndex {
            if body[index] == .lf { return (isClose, index + 1) }
            guard body[index].isWhiteSpace else { return nil }
            index += 1
        }
        return (isClose, index)
    }

    /// Tolerated: programs that forget the line break before the boundary.
    private func isGlued(_ body: Octets, at found: Int, isClose: Bool, next: Int) -> Bool {
        let before = body[found - 1]
        guard delimiter.count >= 12, before.isVisible, before != UInt8(ascii: "-"),
            before != UInt8(ascii: ">"), before != .quote,
            isClose || Self.startsBodyPart(body, at: next)
        else { return false }
        var lineStart = found
        while lineStart > body.startIndex, body[lineStart - 1] != .lf, found - lineStart < 1000 {
            lineStart -= 1
        }
        // The boundary of an inner multipart may end like this one.
        if body[lineStart...].hasPrefix("--") { return false }
        return body[lineStart..<found].firstIndex(of: Array("oundary=".utf8), from: lineStart)
            == nil
    }
}

// MARK: Lines that are not quite as declared

extension Boundary {
    /// Whether a line is written nearly like the boundary: in other case, with other dashes or
    /// none, in quotes, cut short, or with something behind it.
    func isAlike(_ line: Octets) -> Bool {
        guard line.count <= 400, core.count >= 3 else { return false }
        let opens = Self.opens(line)
        guard opens || core.count >= 8 else { return false }
        var index = line.startIndex
        while index < line.endIndex, Self.isPadding(line[index]) { index += 1 }
        var length = 0
        while index < line.endIndex, length < core.count, line[index].lowercased == core[length] {
            index += 1
            length += 1
        }
        var rest = line[index...]
        guard opens else { return length == core.count && rest.allSatisfy(Self.isPadding) }
        guard length == core.count else { return length >= 8 && rest.allSatisfy(Self.isPadding) }
        while rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        guard let next = rest.first else { return true }
        return !Self.isBoundaryCharacter(next)
    }

    /// Whether a dash comes first, white space and quotes apart.
    private static func opens(_ line: Octets) -> Bool {
        for octet in line where !octet.isBlank && octet != .quote {
            return octet == UInt8(ascii: "-")
        }
        return false
    }

    private func looseLine(in body: Octets, from position: Int) -> Line? {
        var start = position
        while start < body.endIndex {
            let line = body.line(at: start)
            if isAlike(line.content) {
                return Line(start: start, next: line.next, isClose: closes(line.content))
            }
            start = line.next
        }
        return nil
    }

    /// Whether more dashes follow than the boundary itself ends in.
    private func closes(_ line: Octets) -> Bool {
        let dash = UInt8(ascii: "-")
        let own = delimiter.reversed().prefix { $0 == dash }.count
        let length = min(core.count, Self.core(of: line).count)
        let rest = line.drop(while: Self.isPadding).dropFirst(length)
        return rest.drop { $0 == .quote }.prefix { $0 == dash }.count > own
    }

    /// In lower case without dashes, quotes and white space around it.
    private static func core(of octets: Octets) -> [UInt8] {
        var octets = octets
        while let first = octets.first, isPadding(first) { octets = octets.dropFirst() }
        while let last = octets.last, isPadding(last) { octets = octets.dropLast() }
        return octets.map(\.lowercased)
    }

    private static func isPadding(_ octet: UInt8) -> Bool {
        octet.isWhiteSpace || octet == UInt8(ascii: "-") || octet == .quote
            || octet == UInt8(ascii: "'") || octet == UInt8(ascii: ";")
            || octet == UInt8(ascii: "<") || octet == UInt8(ascii: ">")
    }

    private static func isBoundaryCharacter(_ octet: UInt8) -> Bool {
        octet.isLetter || octet.isDigit || "'()+_,-./:=?".utf8.contains(octet)
    }
}

// MARK: Guessing

extension Boundary {
    /// How many lines are looked into that could be a boundary line.
    private static let maximumGuesses = 10

    /// The first line that looks like a boundary and stands before a field, or that comes again.
    private static func guess(_ body: Octets) -> Boundary? {
        var position = body.startIndex
        var left = maximumGuesses
        while position < body.endIndex, left > 0 {
            let line = body.line(at: position)
            position = line.next
            guard let first = line.content.first,
                first == UInt8(ascii: "-") || first.isBlank, isCandidate(line.content.trimmed)
            else { continue }
            let boundary = Boundary(delimiter: Array(line.content.trimmed))
            if startsBodyPart(body, at: position) { return boundary }
            left -= 1
            guard boundary.delimiter.count > 4, position < body.endIndex,
                body.line(at: position).content.isEmpty,
                let again = boundary.exactLine(in: body, from: position), !again.isGlued
            else { continue }
            return boundary
        }
        return nil
    }

    private static func isCandidate(_ content: Octets) -> Bool {
        content.hasPrefix("--") && content.count <= 150
            && content.allSatisfy { $0 > 0x1F && $0 < 0x7F }
            && content.contains { $0 != UInt8(ascii: "-") }
    }

    /// Whether a field of a body part comes next.
    static func startsBodyPart(_ body: Octets, at position: Int) -> Bool {
        guard position < body.endIndex else { return false }
        return body[position...].prefix(8).lowercasedString == "content-"
    }
}
