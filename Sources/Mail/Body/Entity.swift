/// A message or body part with its content (RFC 2045 §2.4), before anything is decoded.
struct Entity {
    var node: BodyPart
    /// Still in its transfer encoding.
    var content: Octets
    var transferEncoding: TransferEncoding
    /// Without angle brackets: what other parts call it by (RFC 2392).
    var contentID: String?
    /// Whether others can point at it, by Content-ID or Content-Location (RFC 2557).
    var isReferable = false
    /// Of a multipart its parts, of an embedded message its one root.
    var children: [Entity] = []
    /// The header of an embedded message.
    var embeddedHeader: HeaderSection?

    var mediaType: String { node.mediaType }
    var isMultipart: Bool { node.mediaType.hasPrefix("multipart/") }
    var isText: Bool { node.mediaType == "text/plain" || node.mediaType == "text/html" }
    /// Whether a limit left its parts unread.
    var isCut = false

    /// Whether another message is embedded here (RFC 2046 §5.2.1, RFC 6532 §3.7, RFC 5536 §4.1).
    var isMessage: Bool {
        let mediaType = node.mediaType
        return mediaType == "message/rfc822" || mediaType == "message/global"
            || mediaType == "message/news"
    }
}

/// Builds the tree of entities within the limits.
struct EntityReader {
    let limits: Message.Limits
    private var count = 0
    /// What multiparts may still be cut: each level looks through its whole body once more.
    private var octetsLeft: Int
    /// Handed to a multipart that is cut at the boundary lines of the one around it.
    private var sharedBoundary: Boundary?
    /// Where the multipart ended that was read last.
    private var lastEnd: Int?

    init(limits: Message.Limits) {
        self.limits = limits
        octetsLeft = limits.messageBytes * Self.maximumPasses
    }

    /// How often the octets of the largest message may be looked through.
    private static let maximumPasses = 6

    mutating func read(
        _ header: HeaderSection,
        body: Octets,
        depth: Int = 0,
        defaultType: String = "text/plain",
        _ defects: inout DefectLog
    ) -> Entity {
        count += 1
        var entity = Entity(header, body: body, defaultType: defaultType, &defects)
        if entity.isMultipart || entity.isMessage {
            guard depth < limits.depth else {
                defects.note(
                    "Body parts are nested over \(limits.depth) levels; deeper ones were not read."
                )
                entity.isCut = true
                return entity
            }
            if entity.isMultipart {
                octetsLeft -= entity.content.count
                guard octetsLeft >= 0 else {
                    defects.note(
                        "Multiparts are nested too deep for their size; deeper ones were not read."
                    )
                    entity.isCut = true
                    return entity
                }
                readParts(of: &entity, depth: depth, &defects)
            } else {
                readEmbedded(in: &entity, depth: depth, &defects)
            }
            entity.node.children = entity.children.map(\.node)
        }
        return entity
    }

    private mutating func readParts(of entity: inout Entity, depth: Int, _ defects: inout DefectLog)
    {
        guard var multipart = multipart(&entity, &defects) else { return }
        let defaultType =
            entity.mediaType == "multipart/digest" ? "message/rfc822" : "text/plain"
        while count < limits.parts, let part = multipart.next(&defects) {
            let header = Self.partHeader(part, defaultType: defaultType, limits: limits, &defects)
            var body = part[header.bodyStart...]
            sharedBoundary = nil
            if isShared(multipart.boundary, by: header) {
                // Tolerated: a multipart in a multipart of the same boundary; the inner one comes
                // to its close first.
                sharedBoundary = multipart.boundary
                body = multipart.body[header.bodyStart...]
                defects.note("A multipart has the boundary of the one around it.")
            }
            let isShared = sharedBoundary != nil
            lastEnd = nil
            let child = read(
                header,
                body: body,
                depth: depth + 1,
                defaultType: defaultType,
                &defects
            )
            entity.children.append(child)
            if isShared { multipart.resume(at: lastEnd, &defects) }
        }
        lastEnd = multipart.end
        if multipart.hasNext { noteParts(&defects) }
    }

    /// The body ready to be cut; `nil` after reading what has no parts as text.
    private mutating func multipart(
        _ entity: inout Entity,
        _ defects: inout DefectLog
    ) -> Multipart? {
        let boundary = entity.node.parameters["boundary"]
        let isEncoded = entity.transferEncoding != .identity
        let readsOn = sharedBoundary == nil
        sharedBoundary = nil
        var found = Multipart(
            entity.content,
            boundary: boundary,
            isEncoded: isEncoded,
            readsOn: readsOn,
            &defects
        )
        if found == nil, isEncoded {
            // Tolerated: RFC 2045 §6.4 forbids an encoding here, some programs encode the whole.
            let body = entity.transferEncoding.decode(entity.content, &defects)
            found = Multipart(body, boundary: boundary, &defects)
            if found != nil {
                defects.note("A multipart as a whole is in a transfer encoding.")
            } else {
                found = Multipart(entity.content, boundary: boundary, &defects)
            }
        }
        if let found, found.hasNext { return found }
        if let found {
            // There is a closing boundary only: what stands before it is no preamble then.
            guard !found.preamble.trimmed.isEmpty else { return nil }
            entity.content = found.preamble
        }
        defects.note("A multipart has no boundary line; it was read as one text.")
        entity.node.mediaType = Self.looksLikeHTML(entity.content) ? "text/html" : "text/plain"
        return nil
    }

    private static func looksLikeHTML(_ octets: Octets) -> Bool {
        let start = octets.prefix(1000).drop(while: \.isWhiteSpace).prefix(14).lowercasedString
        return start.hasPrefix("<html") || start.hasPrefix("<!doctype html")
    }

    /// Whether the part is a multipart that would be cut at the lines that end it.
    private func isShared(_ boundary: Boundary, by header: HeaderSection) -> Bool {
        guard let contentType = header.first("content-type"),
            TransferEncoding(parsing: header.first("content-transfer-encoding") ?? "") == .identity
        else { return false }
        guard contentType.utf8.count < 4096, contentType.lowercased().contains("multipart/") else {
            return false
        }
        var unnoted = DefectLog()
        let field = ParameterizedField(parsing: contentType, &unnoted)
        guard field.value.hasPrefix("multipart/"), let name = field.parameters["boundary"] else {
            return false
        }
        return boundary.delimiter.dropFirst(2).elementsEqual(name.utf8)
    }

    private static func partHeader(
        _ part: Octets,
        defaultType: String,
        limits: Message.Limits,
        _ defects: inout DefectLog
    ) -> HeaderSection {
        let what = "the header of a body part"
        var octets = part
        // In a digest a message follows its empty header (RFC 2046 §5.1.5).
        if defaultType == "text/plain", let late = lateHeader(in: part, limits: limits) {
            defects.note("An empty line stood before \(what).")
            octets = late
        }
        let header = HeaderSection(reading: octets, what: what, limits: limits, defects: &defects)
        guard !header.isTerminated, header.bodyStart == octets.endIndex,
            FieldStart(octets.line(at: octets.startIndex).content)?.isKnown == false
        else { return header }
        // Tolerated: a text without the empty line before it, whose first word has a colon.
        defects.note("A body part starts without an empty line; it was read as text.")
        return HeaderSection(bodyStart: octets.startIndex)
    }

    /// The part from its header on, where an empty line stands before that.
    ///
    /// Tolerated: a program that ends the boundary line twice. What has no type, is not encoded, or
    /// not as it says, is a text that starts like a header.
    private static func lateHeader(in part: Octets, limits: Message.Limits) -> Octets? {
        guard part.hasPrefix("\r\n") || part.hasPrefix("\n") else { return nil }
        let octets = part[part.line(at: part.startIndex).next...]
        guard Boundary.startsBodyPart(octets, at: octets.startIndex) else { return nil }
        var unnoted = DefectLog()
        let header = HeaderSection(reading: octets, what: "", limits: limits, defects: &unnoted)
        guard header.isTerminated, header.first("content-type") != nil,
            let encoding = TransferEncoding(
                parsing: header.first("content-transfer-encoding") ?? ""
            ),
            encoding != .identity
        else { return nil }
        let start = octets[header.bodyStart...].line(at: header.bodyStart).content
        let isBase64 = start.allSatisfy { Base64Table.values[Int($0)] <= Base64Table.padding }
        return encoding != .base64 || isBase64 ? octets : nil
    }

    private func noteParts(_ defects: inout DefectLog) {
        defects.note("The message has over \(limits.parts) body parts; later ones were not read.")
    }

    private mutating func readEmbedded(
        in entity: inout Entity,
        depth: Int,
        _ defects: inout DefectLog
    ) {
        guard count < limits.parts else { return noteParts(&defects) }
        if entity.transferEncoding == .base64,
            FieldStart(entity.content.line(at: entity.content.startIndex).content) != nil
        {
            // Tolerated: the encoding is that of a part inside the message.
            defects.note("An embedded message is not in the base64 declared; it was read as it is.")
            entity.transferEncoding = .identity
        }
        let content = entity.transferEncoding.decode(entity.content, &defects)
        let octets = MessageStart.find(in: content, &defects)
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
