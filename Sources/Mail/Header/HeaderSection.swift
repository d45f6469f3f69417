/// The header of a message or a body part, and where its body starts (RFC 5322 §2.1).
struct HeaderSection {
    private(set) var fields: [Field] = []
    private(set) var bodyStart: Int
    /// Whether an empty line, or one of white space, ended the header.
    private(set) var isTerminated: Bool

    /// A header without fields.
    init(bodyStart: Int) {
        self.bodyStart = bodyStart
        isTerminated = true
    }

    /// Reads the header that starts with `octets`; `what` names it in the defects.
    init(
        reading octets: Octets,
        what: String,
        limits: Message.Limits,
        defects: inout DefectLog
    ) {
        var reader = HeaderReader(octets: octets, what: what, limits: limits)
        reader.read(&defects)
        fields = reader.fields
        bodyStart = reader.position
        isTerminated = reader.isTerminated
    }

    /// The first body under that name.
    func first(_ name: String) -> String? {
        fields.first { $0.isNamed(name) }?.fieldBody
    }

    /// All bodies under that name.
    func all(_ name: String) -> [String] {
        fields.compactMap { $0.isNamed(name) ? $0.fieldBody : nil }
    }
}

/// Splits a header into fields, line by line.
private struct HeaderReader {
    let octets: Octets
    let what: String
    let limits: Message.Limits
    var position: Int
    var fields: [Field] = []
    var isTerminated = false

    private var name: Octets?
    private var body: [UInt8] = []
    /// What essential fields may take is apart, so that no other fields can crowd them out.
    private var room: Room
    private var essentialRoom: Room
    private var hasContentType = false
    /// The bodies that are not UTF-8, by the place of their field.
    private var undeclared: [(place: Int, octets: [UInt8])] = []
    /// What was noted already: a header of a million lines may be odd in each.
    private var noted: Oddities = []

    private struct Room {
        var fields: Int
        var bytes: Int
    }

    private struct Oddities: OptionSet {
        let rawValue: UInt16

        static let space = Oddities(rawValue: 1)
        static let stray = Oddities(rawValue: 1 << 1)
        static let orphan = Oddities(rawValue: 1 << 2)
        static let bytes = Oddities(rawValue: 1 << 3)
        static let fields = Oddities(rawValue: 1 << 4)
        static let lineEnd = Oddities(rawValue: 1 << 5)
        static let returnAlone = Oddities(rawValue: 1 << 6)
        static let cut = Oddities(rawValue: 1 << 7)
        static let null = Oddities(rawValue: 1 << 8)
        static let name = Oddities(rawValue: 1 << 9)
        static let broken = Oddities(rawValue: 1 << 10)
    }

    init(octets: Octets, what: String, limits: Message.Limits) {
        self.octets = octets
        self.what = what
        self.limits = limits
        room = Room(fields: limits.headerFields, bytes: limits.headerBytes)
        essentialRoom = room
        position = octets.startIndex
    }

    mutating func read(_ defects: inout DefectLog) {
        while position < octets.endIndex {
            let line = octets.line(at: position)
            if line.next - line.content.endIndex > 2 {
                note(.lineEnd, &defects) { _ in "Lines end in CR CR LF; it was read as CRLF." }
            }
            if line.content.isEmpty {
                position = line.next
                isTerminated = true
                break
            }
            guard take(line, &defects) else { break }
            position = line.next
        }
        finishField(&defects)
        readUndeclared(&defects)
    }

    private mutating func note(
        _ oddity: Oddities,
        _ defects: inout DefectLog,
        _ sentence: (String) -> String
    ) {
        guard !noted.contains(oddity) else { return }
        noted.insert(oddity)
        defects.note(sentence(what))
    }

    /// Takes one line; `false` when it belongs to the body already.
    private mutating func take(_ line: Line, _ defects: inout DefectLog) -> Bool {
        let content = line.content
        if content[content.startIndex].isBlank { return takeContinuation(line, &defects) }
        if let field = FieldStart(content), !field.isOdd || startsKnownField(line.next) {
            finishField(&defects)
            if field.hasSpace {
                // Tolerated: obs-optional of RFC 5322 §4.5.8.
                note(.space, &defects) { "A space stood before the colon of a field in \($0)." }
            }
            if field.isOdd {
                note(.name, &defects) { "The name of a field in \($0) holds octets no name may." }
            }
            name = field.name
            if field.name.count == 12, !hasContentType {
                hasContentType = FieldStart.key(field.name) == "content-type"
            }
            append(content[(field.colon + 1)...])
            return true
        }
        if isStray(line) {
            takeStray(content, &defects)
            return true
        }
        defects.note(
            "No empty line ended \(what); the body starts at the first line without a field."
        )
        return false
    }

    /// Tolerated: relays and exports leave lines of their own between the fields, and programs break
    /// a long Subject without a blank behind the break (RFC 7103 §7.2).
    private mutating func takeStray(_ content: Octets, _ defects: inout DefectLog) {
        if let name, FieldStart.isProse(name), !content.hasPrefix("From "),
            !content.contains(UInt8(ascii: ":"))
        {
            note(.broken, &defects) {
                "A line that is no field stood in \($0); it was read as going on with the field before it."
            }
            append([.space])
            append(content)
        } else {
            note(.stray, &defects) { "A line that is no field stood in \($0); it was left out." }
            finishField(&defects)
        }
    }

    private mutating func takeContinuation(_ line: Line, _ defects: inout DefectLog) -> Bool {
        let content = line.content
        if content.isBlank, !continuesOrStartsField(line.next) {
            // Tolerated: an editor or a relay left spaces on the empty line.
            defects.note("The line that ends \(what) held white space.")
            position = line.next
            isTerminated = true
            return false
        }
        if name == nil {
            note(.orphan, &defects) {
                "A continuation line without a field stood in \($0); it was left out."
            }
        } else if !content.isBlank {
            // A line of blanks alone counts as none (RFC 7103 §7.3).
            append(content)
        }
        return true
    }

    /// One octet over the limit is kept, so that the cut is seen.
    private mutating func append(_ content: Octets) {
        let left = limits.fieldBytes + 1 - body.count
        if left > 0 { body.append(contentsOf: content.prefix(left)) }
    }

    private func continuesOrStartsField(_ position: Int) -> Bool {
        guard position < octets.endIndex else { return false }
        // Before an empty line it is the folding of the last field, odd as it is.
        if name != nil, octets.line(at: position).content.isEmpty { return true }
        return octets[position].isBlank || startsKnownField(position)
    }

    /// Whether the header goes on soon behind a line that is no field.
    private func isStray(_ line: Line) -> Bool {
        if line.content.hasPrefix("--"), hasContentType,
            Boundary.startsBodyPart(octets, at: line.next)
        {
            // A boundary line: the first body part starts here.
            return false
        }
        var position = line.next
        for _ in 0..<3 {
            if startsKnownField(position) { return true }
            guard position < octets.endIndex else { return false }
            let next = octets.line(at: position)
            if next.content.isEmpty { return false }
            position = next.next
        }
        return false
    }

    private func startsKnownField(_ position: Int) -> Bool {
        guard position < octets.endIndex else { return false }
        return FieldStart(octets.line(at: position).content)?.isKnown ?? false
    }

    private mutating func finishField(_ defects: inout DefectLog) {
        guard let name else { return }
        defer {
            self.name = nil
            body.removeAll(keepingCapacity: true)
        }
        if body.count > limits.fieldBytes {
            body = Array(body[...].prefixOfCharacters(limits.fieldBytes))
            let limit = limits.fieldBytes
            note(.cut, &defects) { "A field of \($0) is over \(limit) octets; it was cut off." }
        }
        guard takeRoom(for: name, &defects) else { return }
        clean(&defects)
        let octets = body[...].trimmed
        let text = HeaderOctets(octets: octets, what: what).utf8(&defects)
        if text == nil { undeclared.append((fields.count, Array(octets))) }
        fields.append(
            Field(
                fieldName: FieldStart.text(name),
                fieldBody: text ?? String(decoding: octets, as: UTF8.self)
            )
        )
    }

    private mutating func takeRoom(for name: Octets, _ defects: inout DefectLog) -> Bool {
        if room.fields > 0, room.bytes >= body.count {
            room.fields -= 1
            room.bytes -= body.count
            return true
        }
        let limits = limits
        if room.fields <= 0 {
            note(.fields, &defects) {
                "\($0.capitalizedFirst) has over \(limits.headerFields) fields; later ones were not read."
            }
        } else {
            note(.bytes, &defects) {
                "\($0.capitalizedFirst) is over \(limits.headerBytes) octets; later fields were not read."
            }
            // Smaller ones would fit still, but a gap would be odder than an end.
            room.bytes = -1
        }
        guard essentialRoom.fields > 0, FieldStart.isEssential(name) else { return false }
        essentialRoom.fields -= 1
        body = Array(body[...].prefixOfCharacters(max(0, essentialRoom.bytes)))
        essentialRoom.bytes -= body.count
        return true
    }

    /// Takes out of the body what no field holds.
    private mutating func clean(_ defects: inout DefectLog) {
        if body[...].firstIndex(of: 0, from: 0) != nil {
            body.removeAll { $0 == 0 }
            note(.null, &defects) { "A NUL octet stood in \($0); it was left out." }
        }
        guard body[...].firstIndex(of: .cr, from: 0) != nil else { return }
        body = body.map { $0 == .cr ? .space : $0 }
        note(.returnAlone, &defects) {
            "A CR alone stood in a field of \($0); it was read as a space."
        }
    }

    /// Reads the fields that are not UTF-8, once it is known what charset the body declares.
    private mutating func readUndeclared(_ defects: inout DefectLog) {
        guard !undeclared.isEmpty else { return }
        var unnoted = DefectLog()
        let contentType = fields.first { $0.isNamed("content-type") }.map {
            ParameterizedField(parsing: $0.fieldBody, &unnoted)
        }
        let charset = contentType?.parameters["charset"]
        for (place, octets) in undeclared {
            fields[place].fieldBody = HeaderOctets(octets: octets[...], what: what).text(
                declared: charset,
                &defects
            )
        }
    }
}

extension String {
    /// With its first letter in upper case, to start a sentence.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
