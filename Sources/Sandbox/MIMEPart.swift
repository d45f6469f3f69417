import Mail

/// A message or body part by its place in the octets of the message (RFC 2045, 2046), as FETCH names
/// and describes it.
struct MIMEPart {
    /// With the empty line that ends it.
    var header: Range<Int>
    var body: Range<Int>
    var fields: [Field]
    var type: String
    var subtype: String
    /// In order, as written, their quotes taken off.
    var parameters: [(name: String, value: String)]
    /// Of a multipart.
    var parts: [MIMEPart] = []
    /// Of message/rfc822: the message inside; one element or none.
    var embedded: [MIMEPart] = []

    var isMultipart: Bool { type == "MULTIPART" }

    private static let depthLimit = 20
    private static let partLimit = 1_000

    static func read(_ octets: [UInt8]) -> MIMEPart {
        var budget = partLimit
        return read(octets, 0..<octets.count, depth: 0, defaultType: "TEXT/PLAIN", &budget)
    }

    func field(_ name: String) -> String? { fields.first { $0.isNamed(name) }?.fieldBody }

    /// The first word of a field, as Content-Transfer-Encoding has it.
    func token(_ name: String) -> String? {
        field(name).map { ParameterList(parsing: $0).value }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The part that a section number such as `2.1` names (RFC 3501 §6.4.5).
    ///
    /// - Parameter isMessage: whether this is a whole message, not one of its parts.
    func part(_ numbers: ArraySlice<Int>, isMessage: Bool = true) -> MIMEPart? {
        guard let number = numbers.first else { return self }
        if !isMessage, let message = embedded.first { return message.part(numbers) }
        if isMultipart {
            guard parts.indices.contains(number - 1) else { return nil }
            return parts[number - 1].part(numbers.dropFirst(), isMessage: false)
        }
        // Part 1 of a message that has no parts is its body, and its header that of the message.
        guard isMessage, number == 1 else { return nil }
        return part(numbers.dropFirst(), isMessage: false)
    }

    // MARK: Reading

    private static func read(
        _ octets: [UInt8],
        _ range: Range<Int>,
        depth: Int,
        defaultType: String,
        _ budget: inout Int
    ) -> MIMEPart {
        budget -= 1
        let bodyStart = endOfHeader(octets, range)
        let header = range.lowerBound..<bodyStart
        let fields = Message(parsing: octets[header]).fields
        let content = fields.first { $0.isNamed("Content-Type") }?.fieldBody
        let list = ParameterList(parsing: content ?? defaultType)
        var names = list.value.split(separator: "/").map { $0.uppercased() }
        if names.count != 2 { names = ["TEXT", "PLAIN"] }
        var part = MIMEPart(
            header: header,
            body: bodyStart..<range.upperBound,
            fields: fields,
            type: names[0],
            subtype: names[1],
            parameters: list.parameters
        )
        guard depth < depthLimit else {
            if part.isMultipart { part.becomeText() }
            return part
        }
        if part.isMultipart {
            readParts(of: &part, octets, depth: depth, &budget)
        } else if part.type == "MESSAGE", part.subtype == "RFC822", budget > 0 {
            part.embedded = [
                read(octets, part.body, depth: depth + 1, defaultType: "TEXT/PLAIN", &budget)
            ]
        }
        return part
    }

    private static func readParts(
        of part: inout MIMEPart,
        _ octets: [UInt8],
        depth: Int,
        _ budget: inout Int
    ) {
        let defaultType = part.subtype == "DIGEST" ? "MESSAGE/RFC822" : "TEXT/PLAIN"
        let boundary = part.parameters.first { $0.name.lowercased() == "boundary" }?.value
        for range in split(octets, part.body, boundary: boundary ?? "") where budget > 0 {
            part.parts.append(
                read(octets, range, depth: depth + 1, defaultType: defaultType, &budget)
            )
        }
        if part.parts.isEmpty { part.becomeText() }
    }

    /// A multipart that cannot be read as one: RFC 3501 has no multipart without parts.
    private mutating func becomeText() {
        type = "TEXT"
        subtype = "PLAIN"
        parameters = []
    }

    /// After the first empty line.
    private static func endOfHeader(_ octets: [UInt8], _ range: Range<Int>) -> Int {
        var position = range.lowerBound
        while position < range.upperBound {
            let line = lineEnd(octets, position, range.upperBound)
            if line.content == position { return line.next }
            position = line.next
        }
        return range.upperBound
    }

    static func lineEnd(_ octets: [UInt8], _ position: Int, _ end: Int) -> (content: Int, next: Int)
    {
        guard let feed = octets.firstLineFeed(in: position..<end) else { return (end, end) }
        return (feed > position && octets[feed - 1] == 13 ? feed - 1 : feed, feed + 1)
    }

    /// RFC 2046 §5.1.1: the line break before a boundary belongs to it.
    private static func split(_ octets: [UInt8], _ body: Range<Int>, boundary: String)
        -> [Range<Int>]
    {
        guard !boundary.isEmpty else { return [] }
        let delimiter = Array("--\(boundary)".utf8)
        var ranges: [Range<Int>] = []
        var start: Int?
        var contentEnd = body.lowerBound
        var position = body.lowerBound
        while position < body.upperBound {
            let line = lineEnd(octets, position, body.upperBound)
            let content = octets[position..<line.content]
            if content.starts(with: delimiter) {
                let rest = content.dropFirst(delimiter.count)
                let closes = rest.starts(with: [45, 45])
                if closes || rest.allSatisfy({ $0 == 32 || $0 == 9 }) {
                    if let start { ranges.append(start..<max(start, contentEnd)) }
                    start = closes ? nil : line.next
                    if closes { return ranges }
                }
            }
            contentEnd = line.content
            position = line.next
        }
        if let start { ranges.append(start..<body.upperBound) }
        return ranges
    }
}

/// A field with parameters (RFC 2045 §5.1), not decoded: IMAP hands them on as they are.
struct ParameterList {
    private(set) var value = ""
    private(set) var parameters: [(name: String, value: String)] = []

    init(parsing body: String) {
        for (index, piece) in Self.pieces(body).enumerated() {
            let text = piece.trimmingWhiteSpace
            if index == 0 {
                value = text
            } else if let equals = text.firstIndex(of: "="), equals > text.startIndex {
                let name = String(text[..<equals]).trimmingWhiteSpace
                let argument = String(text[text.index(after: equals)...]).trimmingWhiteSpace
                parameters.append((name, Self.unquoted(argument)))
            }
        }
    }

    private static func pieces(_ body: String) -> [String] {
        var pieces = [""]
        var isQuoted = false
        var isEscaped = false
        for character in body {
            if character == ";", !isQuoted {
                pieces.append("")
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && isQuoted && !isEscaped
            pieces[pieces.count - 1].append(character)
        }
        return pieces
    }

    private static func unquoted(_ text: String) -> String {
        guard text.hasPrefix("\"") else { return text }
        var result = ""
        var isEscaped = false
        for character in text.dropFirst() {
            if !isEscaped, character == "\"" { break }
            if !isEscaped, character == "\\" {
                isEscaped = true
                continue
            }
            isEscaped = false
            result.append(character)
        }
        return result
    }
}

extension String {
    fileprivate var trimmingWhiteSpace: String {
        let isBlank = { (character: Character) in character.isWhitespace }
        let start = drop(while: isBlank)
        return String(start.reversed().drop(while: isBlank).reversed())
    }
}
