/// A message or body part with its content (RFC 2045 §2.4), before anything is decoded.
struct Entity {
    var node: BodyPart
    /// Still in its transfer encoding.
    var content: Octets
    var transferEncoding: TransferEncoding
    /// Of a multipart its parts, of an embedded message its one root.
    var children: [Entity] = []
    /// The header of an embedded message.
    var embeddedHeader: HeaderSection?

    var mediaType: String { node.mediaType }
    var isMultipart: Bool { node.mediaType.hasPrefix("multipart/") }

    /// Whether another message is embedded here (RFC 2046 §5.2.1, RFC 6532 §3.7).
    var isMessage: Bool { Self.isMessage(node.mediaType) }

    static func isMessage(_ mediaType: String) -> Bool {
        mediaType == "message/rfc822" || mediaType == "message/global"
    }
}

/// Builds the tree of entities within the limits.
struct EntityReader {
    let limits: Message.Limits
    private var count = 0

    init(limits: Message.Limits) { self.limits = limits }

    mutating func read(
        _ header: HeaderSection,
        body: Octets,
        depth: Int = 0,
        defaultType: String = "text/plain",
        _ defects: inout DefectLog
    ) -> Entity {
        count += 1
        var entity = Self.leaf(header, body: body, defaultType: defaultType, &defects)
        if entity.isMultipart || entity.isMessage {
            guard depth < limits.depth else {
                defects.note(
                    "Body parts are nested over \(limits.depth) levels; deeper ones were not read."
                )
                return entity
            }
            if entity.isMultipart {
                readParts(of: &entity, depth: depth, &defects)
            } else {
                readEmbedded(in: &entity, depth: depth, &defects)
            }
            entity.node.children = entity.children.map(\.node)
        }
        return entity
    }

    /// The entity as its own header describes it, without children.
    private static func leaf(
        _ header: HeaderSection,
        body: Octets,
        defaultType: String,
        _ defects: inout DefectLog
    ) -> Entity {
        var node = BodyPart(mediaType: defaultType)
        if let contentType = header.first("content-type") {
            let field = ParameterizedField(parsing: contentType, &defects)
            node.parameters = field.parameters
            node.mediaType = mediaType(field.value, defaultType: defaultType, &defects)
        }
        if let disposition = header.first("content-disposition") {
            let field = ParameterizedField(parsing: disposition, &defects)
            node.disposition = field.value.isEmpty ? nil : field.value
            node.filename = field.parameters["filename"]
        }
        if node.filename == nil || node.filename == "" {
            node.filename = node.parameters["name"].flatMap { $0.isEmpty ? nil : $0 }
        }
        let encoding = header.first("content-transfer-encoding") ?? ""
        let transferEncoding = TransferEncoding(parsing: encoding)
        if transferEncoding == nil {
            defects.note(
                "The transfer encoding \"\(encoding.prefix(40))\" is unknown; the content was read as it is."
            )
        }
        return Entity(node: node, content: body, transferEncoding: transferEncoding ?? .identity)
    }

    private static func mediaType(
        _ value: String,
        defaultType: String,
        _ defects: inout DefectLog
    ) -> String {
        let parts = value.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty { return value }
        // Tolerated: `Content-Type: text` and `Content-Type: html`, of old programs.
        let reading = value == "html" || value == "text/html/" ? "text/html" : defaultType
        defects.note(
            "The Content-Type \"\(value.prefix(60))\" is no media type; it was read as \(reading)."
        )
        return reading
    }

    private mutating func readParts(of entity: inout Entity, depth: Int, _ defects: inout DefectLog)
    {
        var body = entity.content
        var split = Multipart.split(body, boundary: entity.node.parameters["boundary"], &defects)
        if split == nil, entity.transferEncoding != .identity {
            // Tolerated: RFC 2045 §6.4 forbids an encoding here, some programs encode the whole.
            body = entity.transferEncoding.decode(body, &defects)
            split = Multipart.split(body, boundary: entity.node.parameters["boundary"], &defects)
            if split != nil { defects.note("A multipart as a whole is in a transfer encoding.") }
        }
        guard let parts = split else {
            defects.note("A multipart has no boundary line; it was read as one text.")
            entity.node.mediaType = "text/plain"
            return
        }
        let defaultType =
            entity.mediaType == "multipart/digest" ? "message/rfc822" : "text/plain"
        for part in parts {
            guard count < limits.parts else {
                defects.note(
                    "The message has over \(limits.parts) body parts; later ones were not read."
                )
                break
            }
            let header = HeaderSection(
                reading: part,
                what: "the header of a body part",
                limits: limits,
                defects: &defects
            )
            let child = read(
                header,
                body: part[header.bodyStart...],
                depth: depth + 1,
                defaultType: defaultType,
                &defects
            )
            entity.children.append(child)
        }
    }

    private mutating func readEmbedded(
        in entity: inout Entity,
        depth: Int,
        _ defects: inout DefectLog
    ) {
        guard count < limits.parts else {
            defects.note(
                "The message has over \(limits.parts) body parts; later ones were not read."
            )
            return
        }
        let octets = entity.transferEncoding.decode(entity.content, &defects)
        let header = HeaderSection(
            reading: octets,
            what: "the header of an embedded message",
            limits: limits,
            defects: &defects
        )
        entity.embeddedHeader = header
        entity.children = [
            read(header, body: octets[header.bodyStart...], depth: depth + 1, &defects)
        ]
    }
}
