/// Reads a delivery status notification from its parts (RFC 3464, RFC 6533).
enum DeliveryStatus {
    static func read(
        _ root: Entity,
        returned: ReturnedHeader?,
        limits: Message.Limits,
        _ defects: inout DefectLog
    ) -> DeliveryReport? {
        let parts = statusParts(of: root, &defects)
        guard !parts.isEmpty else { return nil }
        var fields = DeliveryFields(limit: limits.reportedRecipients)
        for part in parts { read(part, into: &fields, limits: limits, &defects) }
        if fields.isCut {
            defects.note(
                "A delivery report names over \(limits.reportedRecipients) recipients; later ones were not read."
            )
        }
        guard !fields.recipients.isEmpty else {
            defects.note("A delivery report names no recipient.")
            return nil
        }
        return DeliveryReport(
            recipients: fields.recipients,
            originalMessageID: returned?.messageID
        )
    }

    /// The fields as a text holds them, where a system puts them among its sentences.
    static func recipients(in text: String) -> [DeliveryReport.Recipient] {
        var unnoted = DefectLog()
        let limits = Message.Limits()
        var fields = DeliveryFields(limit: limits.reportedRecipients)
        read(Octets(text.utf8), into: &fields, limits: limits, &unnoted)
        return fields.recipients
    }

    private static func isStatus(_ mediaType: String) -> Bool {
        mediaType == "message/delivery-status" || mediaType == "message/global-delivery-status"
    }

    /// All parts that state a delivery status, decoded.
    private static func statusParts(of root: Entity, _ defects: inout DefectLog) -> [Octets] {
        let declared = parts(of: root, where: { isStatus($0.mediaType) }, atMost: maximumParts)
        if !declared.isEmpty { return declared.map { $0.content(&defects) } }
        guard isReport(root) else { return [] }
        // Tolerated: in a report, a status under another type, as gateways relabel it.
        let others = parts(of: root, where: { !$0.isMessage }, atMost: maximumParts)
        let found = others.dropFirst().map { $0.content(&defects) }.first(where: startsAsStatus)
        return [found].compactMap(\.self)
    }

    private static let maximumParts = 20

    private static func isReport(_ root: Entity) -> Bool {
        root.mediaType == "multipart/report"
            && (root.node.parameters["report-type"]?.lowercased() ?? "delivery-status")
                == "delivery-status"
    }

    private static func startsAsStatus(_ octets: Octets) -> Bool {
        let start = octets.prefix(200).trimmed.lowercasedString
        return ["reporting-mta", "final-recipient", "original-recipient", "original-envelope-id"]
            .contains { start.hasPrefix($0) }
    }

    /// Looks through multiparts only: what an embedded message reports is not our affair.
    private static func parts(
        of entity: Entity,
        where isWanted: (Entity) -> Bool,
        atMost limit: Int
    ) -> [Entity] {
        if !entity.isMultipart { return isWanted(entity) ? [entity] : [] }
        var found: [Entity] = []
        for child in entity.children where found.count < limit {
            found += parts(of: child, where: isWanted, atMost: limit - found.count)
        }
        return found
    }

    /// The stretches between empty lines, a line of white space being one.
    private static func read(
        _ octets: Octets,
        into fields: inout DeliveryFields,
        limits: Message.Limits,
        _ defects: inout DefectLog
    ) {
        // The first stretch speaks of the message, each other one of a recipient at most.
        var stretches = limits.reportedRecipients * 4
        var position = octets.startIndex
        var end = position
        while position < octets.endIndex, stretches > 0, !fields.isCut {
            let line = octets.line(at: position)
            if line.content.allSatisfy(\.isWhiteSpace) {
                position = line.next
                continue
            }
            if end <= position { end = endOfStretch(octets, from: line.next) }
            let section = HeaderSection(
                reading: octets[position..<end],
                what: "a delivery report",
                limits: limits,
                defects: &defects
            )
            fields.add(section.fields)
            stretches -= 1
            // A line that is no field stops the header before it: go past it.
            position = section.bodyStart > position ? section.bodyStart : line.next
        }
        fields.finish()
    }

    private static func endOfStretch(_ octets: Octets, from start: Int) -> Int {
        var position = start
        while position < octets.endIndex {
            let line = octets.line(at: position)
            if line.content.allSatisfy(\.isWhiteSpace) { return position }
            position = line.next
        }
        return octets.endIndex
    }

    // MARK: The returned mail

    /// The header of the mail that came back, whole or alone (RFC 6522 §3).
    static func returnedHeader(in root: Entity, limits: Message.Limits) -> ReturnedHeader? {
        guard root.isMultipart else { return nil }
        var unnoted = DefectLog()
        let isDeclared = { (entity: Entity) in entity.isMessage || isHeader(entity.mediaType) }
        if let found = parts(of: root, where: isDeclared, atMost: 1).first {
            let header =
                found.embeddedHeader ?? header(found.content(&unnoted), limits: limits, &unnoted)
            return ReturnedHeader(header, limits: limits)
        }
        guard isReport(root) || root.mediaType == "multipart/mixed" else { return nil }
        // Tolerated: a returned mail or header under another type, as gateways relabel it.
        let others = parts(of: root, where: mayHoldHeader, atMost: maximumParts)
        for part in others where part.content.count >= 40 {
            let start = Octets(part.content.prefix(131_072))
            let octets = part.transferEncoding.decode(start, &unnoted)
            guard FieldStart(octets.line(at: octets.startIndex).content) != nil else { continue }
            let header = header(octets, limits: limits, &unnoted)
            if header.first("message-id") != nil, header.first("from") != nil {
                return ReturnedHeader(header, limits: limits)
            }
        }
        return nil
    }

    private static func mayHoldHeader(_ entity: Entity) -> Bool {
        entity.mediaType == "text/plain" || entity.mediaType == "application/octet-stream"
    }

    private static func header(
        _ octets: Octets,
        limits: Message.Limits,
        _ defects: inout DefectLog
    ) -> HeaderSection {
        HeaderSection(
            reading: MessageStart.find(in: octets, &defects),
            what: "a returned header",
            limits: limits,
            defects: &defects
        )
    }

    private static func isHeader(_ mediaType: String) -> Bool {
        mediaType == "text/rfc822-headers" || mediaType == "text/rfc822-header"
            || mediaType == "message/rfc822-headers" || mediaType == "message/global-headers"
            || mediaType == "message/rfc822-header"
    }
}

extension Entity {
    /// Decoded from its transfer encoding.
    fileprivate func content(_ defects: inout DefectLog) -> Octets {
        transferEncoding.decode(content, &defects)
    }
}

extension DeliveryReport {
    /// The recipients of status fields that stand in a text (RFC 3464 §2.3).
    package static func recipients(in text: String) -> [Recipient] {
        DeliveryStatus.recipients(in: text)
    }
}
