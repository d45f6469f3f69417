extension Entity {
    /// What the header of a message or body part says of it, its content not yet looked into.
    init(
        _ header: HeaderSection,
        body: Octets,
        defaultType: String,
        _ defects: inout DefectLog
    ) {
        node = BodyPart(mediaType: defaultType)
        content = body
        transferEncoding = TransferEncoding(
            reading: header.first("content-transfer-encoding") ?? "",
            &defects
        )
        noteRepeats(
            "content-transfer-encoding",
            header.all("content-transfer-encoding").count,
            &defects
        )
        contentID = header.first("content-id").map(Self.withoutAngles)
        isReferable = contentID != nil || header.first("content-location") != nil
        readContentType(header, defaultType: defaultType, &defects)
        readDisposition(header, &defects)
    }

    static func withoutAngles(_ text: String) -> String {
        let octets = Octets(text.utf8).trimmed.filter {
            $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
        }
        return String(decoding: octets, as: UTF8.self)
    }

    private mutating func readContentType(
        _ header: HeaderSection,
        defaultType: String,
        _ defects: inout DefectLog
    ) {
        let all = header.all("content-type")
        guard var field = all.first.map({ ParameterizedField(parsing: $0, &defects) }) else {
            return readUndeclared(&defects)
        }
        noteRepeats("content-type", all.count, &defects)
        if !Self.isMediaType(field.value) {
            // Tolerated: of several fields, the first that can be read.
            for other in all.dropFirst().prefix(3) {
                let second = ParameterizedField(parsing: other, &defects)
                guard Self.isMediaType(second.value) else { continue }
                field = second
                break
            }
        }
        node.parameters = field.parameters
        node.mediaType = Self.mediaType(field, defaultType: defaultType, &defects)
    }

    private func noteRepeats(_ name: String, _ count: Int, _ defects: inout DefectLog) {
        guard count > 1 else { return }
        defects.note("The field \(name) appears more than once; the first was read.")
    }

    private mutating func readDisposition(_ header: HeaderSection, _ defects: inout DefectLog) {
        let all = header.all("content-disposition")
        noteRepeats("content-disposition", all.count, &defects)
        var misnamed: String?
        if let disposition = all.first {
            let field = ParameterizedField(parsing: disposition, &defects)
            node.disposition = field.value.isEmpty ? nil : field.value
            node.filename = Self.name(field.parameters["filename"])
            if node.filename == nil, node.disposition != "form-data" {
                misnamed = Self.name(field.parameters["name"])
            }
        }
        node.filename = node.filename ?? Self.name(node.parameters["name"])
        if node.disposition != nil, node.filename == nil,
            let misnamed = misnamed ?? Self.name(node.parameters["filename"])
        {
            // Tolerated: each of the two fields with the parameter of the other. Without a
            // disposition a media type may mean something else by it (RFC 1895 §3).
            node.filename = misnamed
            defects.note("A file name stands in a parameter of another field; it was read.")
        }
    }

    /// A name that is blank is none.
    private static func name(_ text: String?) -> String? {
        text.flatMap { $0.utf8.allSatisfy(\.isWhiteSpace) ? nil : $0 }
    }

    /// Tolerated: a body that starts with a boundary line is a multipart, whatever lost its field.
    private mutating func readUndeclared(_ defects: inout DefectLog) {
        guard node.mediaType == "text/plain" else { return }
        let lead = content.prefix(1000).prefix(while: \.isWhiteSpace)
        let start = content[lead.endIndex...]
        guard start.hasPrefix("--") else { return }
        let line = start.line(at: start.startIndex)
        let delimiter = line.content.trimmed
        guard (10...150).contains(delimiter.count), delimiter.allSatisfy(\.isVisible),
            Boundary.startsBodyPart(content, at: line.next),
            content.firstIndex(of: Array(delimiter) + Array("--".utf8), from: line.next) != nil
        else { return }
        node.mediaType = "multipart/mixed"
        node.parameters["boundary"] = String(decoding: delimiter.dropFirst(2), as: UTF8.self)
        defects.note(
            "The body is a multipart without a Content-Type; it was read as multipart/mixed."
        )
    }

    private static func isMediaType(_ value: String) -> Bool {
        let parts = value.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
    }

    private static func mediaType(
        _ field: ParameterizedField,
        defaultType: String,
        _ defects: inout DefectLog
    ) -> String {
        let value = field.value
        if isMediaType(value) { return value }
        // Tolerated: `Content-Type: text` and `Content-Type: html`, of old programs.
        let reading =
            switch value {
            case "html", "text/html/": "text/html"
            case "text", "text/", "plain": "text/plain"
            case "multipart", "multipart/", "mixed", "alternative", "related":
                "multipart/\(value.hasPrefix("multipart") ? "mixed" : value)"
            default:
                field.parameters["boundary"] == nil ? defaultType : "multipart/mixed"
            }
        defects.note(
            "The Content-Type \"\(value.prefix(60))\" is no media type; it was read as \(reading)."
        )
        return reading
    }
}
