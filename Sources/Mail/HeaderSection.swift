/// The header of a message or a body part, and where its body starts (RFC 5322 §2.1).
struct HeaderSection {
    private(set) var fields: [Field] = []
    /// The names in lower case, in step with `fields`.
    private var names: [String] = []
    private(set) var bodyStart: Int

    /// Reads the header that starts with `octets`; `what` names it in the defects.
    init(
        reading octets: Octets,
        what: String,
        limits: Message.Limits,
        defects: inout DefectLog
    ) {
        bodyStart = octets.startIndex
        var reader = HeaderReader(octets: octets, what: what, limits: limits)
        reader.read(&defects)
        fields = reader.fields
        names = reader.names
        bodyStart = reader.position
    }

    /// The first body under that name, which is given in lower case.
    func first(_ name: String) -> String? {
        guard let index = names.firstIndex(of: name) else { return nil }
        return fields[index].fieldBody
    }

    /// All bodies under that name, which is given in lower case.
    func all(_ name: String) -> [String] {
        names.indices.filter { names[$0] == name }.map { fields[$0].fieldBody }
    }
}

/// Splits a header into fields, line by line.
private struct HeaderReader {
    let octets: Octets
    let what: String
    let limits: Message.Limits
    var position: Int
    var fields: [Field] = []
    var names: [String] = []

    private var name: Octets?
    private var body: [UInt8] = []
    private var bytesLeft: Int
    /// The bodies that are not UTF-8, by the place of their field.
    private var undeclared: [(place: Int, octets: [UInt8])] = []
    /// What was noted already: a header of a million lines may be odd in each.
    private var notedSpace = false
    private var notedStray = false
    private var notedOrphan = false
    private var notedBytes = false
    private var notedFields = false

    init(octets: Octets, what: String, limits: Message.Limits) {
        self.octets = octets
        self.what = what
        self.limits = limits
        bytesLeft = limits.headerBytes
        position = octets.startIndex
    }

    mutating func read(_ defects: inout DefectLog) {
        while position < octets.endIndex {
            let line = octets.line(at: position)
            if line.content.isEmpty {
                position = line.next
                break
            }
            guard take(line, &defects) else { break }
            position = line.next
        }
        finishField(&defects)
        readUndeclared(&defects)
    }

    /// Takes one line; `false` when it belongs to the body already.
    private mutating func take(_ line: Line, _ defects: inout DefectLog) -> Bool {
        let what = what
        let content = line.content
        if content[content.startIndex].isBlank {
            return takeContinuation(line, &defects)
        }
        if let colon = Self.colon(in: content) {
            finishField(&defects)
            var end = colon
            while end > content.startIndex, content[end - 1].isBlank { end -= 1 }
            if end < colon {
                // Tolerated: obs-optional of RFC 5322 §4.5.8.
                defects.note(
                    "A space stood before the colon of a field in \(what).",
                    unless: &notedSpace
                )
            }
            name = content[content.startIndex..<end]
            body.append(contentsOf: content[(colon + 1)...])
            return true
        }
        if startsKnownField(line.next) {
            // Tolerated: relays and exports leave lines of their own between the fields.
            defects.note(
                "A line that is no field stood in \(what); it was left out.",
                unless: &notedStray
            )
            return true
        }
        defects.note(
            "No empty line ended \(what); the body starts at the first line without a field."
        )
        return false
    }

    private mutating func takeContinuation(_ line: Line, _ defects: inout DefectLog) -> Bool {
        let what = what
        let content = line.content
        if content.allSatisfy(\.isBlank), !continuesOrStartsField(line.next) {
            // Tolerated: an editor or a relay left spaces on the empty line.
            defects.note("The line that ends \(what) held white space.")
            position = line.next
            return false
        }
        if name == nil {
            defects.note(
                "A continuation line without a field stood in \(what); it was left out.",
                unless: &notedOrphan
            )
        } else if body.count <= limits.fieldBytes {
            body.append(contentsOf: content)
        }
        return true
    }

    /// The colon that ends a field name, or `nil` when the line is no field.
    private static func colon(in line: Octets) -> Int? {
        var index = line.startIndex
        while index < line.endIndex, line[index].isFieldNameOctet { index += 1 }
        guard index > line.startIndex else { return nil }
        while index < line.endIndex, line[index].isBlank { index += 1 }
        return index < line.endIndex && line[index] == UInt8(ascii: ":") ? index : nil
    }

    private func continuesOrStartsField(_ position: Int) -> Bool {
        guard position < octets.endIndex else { return false }
        let line = octets.line(at: position).content
        guard let first = line.first else { return false }
        return first.isBlank || Self.colon(in: line) != nil
    }

    /// Whether a field that no sentence would look like starts here.
    private func startsKnownField(_ position: Int) -> Bool {
        guard position < octets.endIndex else { return false }
        let line = octets.line(at: position).content
        guard let colon = Self.colon(in: line) else { return false }
        let name = line[line.startIndex..<colon].trimmed
        return name.contains(UInt8(ascii: "-")) || Self.commonNames.contains(name.lowercasedString)
    }

    private static let commonNames: Set<String> = [
        "from", "to", "cc", "bcc", "date", "subject", "sender", "received", "references",
        "comments",
        "keywords", "precedence", "importance", "priority",
    ]

    private mutating func finishField(_ defects: inout DefectLog) {
        guard let name else { return }
        defer {
            self.name = nil
            body.removeAll(keepingCapacity: true)
        }
        bytesLeft -= body.count
        guard bytesLeft >= 0 else {
            let (what, limits) = (what, limits)
            defects.note(
                "\(what.capitalizedFirst) is over \(limits.headerBytes) octets; later fields were not read.",
                unless: &notedBytes
            )
            return
        }
        guard fields.count < limits.headerFields else {
            let (what, limits) = (what, limits)
            defects.note(
                "\(what.capitalizedFirst) has over \(limits.headerFields) fields; later ones were not read.",
                unless: &notedFields
            )
            return
        }
        if body.count > limits.fieldBytes {
            body.removeSubrange(limits.fieldBytes...)
            defects.note("A field of \(what) is over \(limits.fieldBytes) octets; it was cut off.")
        }
        if body.contains(0) {
            body.removeAll { $0 == 0 }
            defects.note("A NUL octet stood in \(what); it was left out.")
        }
        let octets = body[...].trimmed
        let text = HeaderOctets(octets: octets, what: what).utf8(&defects)
        if text == nil { undeclared.append((fields.count, Array(octets))) }
        fields.append(
            Field(
                fieldName: String(decoding: name, as: UTF8.self),
                fieldBody: text ?? String(decoding: octets, as: UTF8.self)
            )
        )
        names.append(name.lowercasedString)
    }

    /// Reads the fields that are not UTF-8, once it is known what charset the body declares.
    private mutating func readUndeclared(_ defects: inout DefectLog) {
        guard !undeclared.isEmpty else { return }
        var unnoted = DefectLog()
        let contentType = names.firstIndex(of: "content-type").map {
            ParameterizedField(parsing: fields[$0].fieldBody, &unnoted)
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
