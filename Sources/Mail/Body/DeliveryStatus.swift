/// Reads a delivery status notification from its parts (RFC 3464).
enum DeliveryStatus {
    static func read(
        _ root: Entity,
        limits: Message.Limits,
        _ defects: inout DefectLog
    ) -> DeliveryReport? {
        guard let status = find(in: root, { isStatus($0.mediaType) }) else { return nil }
        let octets = status.transferEncoding.decode(status.content, &defects)
        let groups = groups(octets, limits: limits, &defects)
        let recipients = groups.compactMap { recipient($0) }
        guard !recipients.isEmpty else {
            defects.note("A delivery report names no recipient.")
            return nil
        }
        return DeliveryReport(
            recipients: recipients,
            originalMessageID: originalMessageID(root, limits: limits, &defects)
        )
    }

    private static func isStatus(_ mediaType: String) -> Bool {
        mediaType == "message/delivery-status" || mediaType == "message/global-delivery-status"
    }

    /// Looks through multiparts only: what an embedded message reports is not our affair.
    private static func find(in entity: Entity, _ isWanted: (Entity) -> Bool) -> Entity? {
        if isWanted(entity) { return entity }
        guard entity.isMultipart else { return nil }
        for child in entity.children {
            if let found = find(in: child, isWanted) { return found }
        }
        return nil
    }

    /// The per-message fields, then those of each recipient, apart by empty lines (§2.1).
    private static func groups(
        _ octets: Octets,
        limits: Message.Limits,
        _ defects: inout DefectLog
    ) -> [HeaderSection] {
        var groups: [HeaderSection] = []
        var position = octets.startIndex
        while position < octets.endIndex {
            let line = octets.line(at: position)
            if line.content.allSatisfy(\.isWhiteSpace) {
                position = line.next
                continue
            }
            // The first group speaks of the message, each other one of a recipient.
            guard groups.count <= limits.reportedRecipients else {
                defects.note(
                    "A delivery report names over \(limits.reportedRecipients) recipients; later ones were not read."
                )
                break
            }
            let section = HeaderSection(
                reading: octets[position...],
                what: "a delivery report",
                limits: limits,
                defects: &defects
            )
            groups.append(section)
            // A line that is no field stops the header before it: go past it.
            position = section.bodyStart > position ? section.bodyStart : line.next
        }
        return groups
    }

    private static func recipient(_ group: HeaderSection) -> DeliveryReport.Recipient? {
        let final = group.first("final-recipient") ?? group.first("original-recipient")
        guard let address = final.map(afterType)?.trimmingAngles, !address.isEmpty else {
            return nil
        }
        let diagnostic = group.first("diagnostic-code").map { singleSpaced(afterType($0)) }
        let status = (group.first("status") ?? diagnostic).flatMap(enhancedStatus)
        return DeliveryReport.Recipient(
            address: address,
            action: action(group.first("action"), status: status),
            status: status,
            diagnostic: diagnostic
        )
    }

    /// What follows `rfc822;` or `smtp;`.
    private static func afterType(_ fieldBody: String) -> String {
        guard let separator = fieldBody.firstIndex(of: ";") else { return fieldBody }
        let type = fieldBody[..<separator]
        guard
            type.utf8.allSatisfy({
                $0.isLetter || $0.isDigit || $0.isBlank || $0 == UInt8(ascii: "-")
            })
        else { return fieldBody }
        let rest = Octets(fieldBody[fieldBody.index(after: separator)...].utf8).trimmed
        return String(decoding: rest, as: UTF8.self)
    }

    /// With one space where folding left several.
    private static func singleSpaced(_ text: String) -> String {
        let words = text.utf8.split(whereSeparator: \.isWhiteSpace)
        return String(decoding: Array(words.joined(separator: [.space])), as: UTF8.self)
    }

    /// The stated action, else what the class of the status says (RFC 3463 §3.1).
    private static func action(_ stated: String?, status: String?) -> DeliveryReport.Action {
        let word = stated.map { Octets($0.utf8).prefix(while: \.isLetter).lowercasedString }
        if let word, let action = DeliveryReport.Action(rawValue: word) { return action }
        switch status?.first {
        case "2": return .delivered
        case "4": return .delayed
        default: return .failed
        }
    }

    /// The first `class.subject.detail` of RFC 3463 §2 in the text.
    static func enhancedStatus(_ text: String) -> String? {
        let isPart: (UInt8) -> Bool = { $0.isDigit || $0 == UInt8(ascii: ".") }
        for word in text.utf8.split(whereSeparator: { !isPart($0) }) {
            let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard parts.count >= 3, parts[0].count == 1, let kind = parts[0].first,
                [UInt8(ascii: "2"), UInt8(ascii: "4"), UInt8(ascii: "5")].contains(kind),
                (1...3).contains(parts[1].count), (1...3).contains(parts[2].count)
            else { continue }
            let codes = parts.prefix(3).map { String(decoding: $0, as: UTF8.self) }
            return codes.joined(separator: ".")
        }
        return nil
    }

    /// From the returned message or its header alone (RFC 6522 §3).
    private static func originalMessageID(
        _ root: Entity,
        limits: Message.Limits,
        _ defects: inout DefectLog
    ) -> String? {
        let returned = find(in: root) { $0.isMessage || isHeader($0.mediaType) }
        guard let returned else { return nil }
        var header = returned.embeddedHeader
        if header == nil {
            header = HeaderSection(
                reading: returned.transferEncoding.decode(returned.content, &defects),
                what: "a returned header",
                limits: limits,
                defects: &defects
            )
        }
        guard let fieldBody = header?.first("message-id") else { return nil }
        return MessageIDList.single(fieldBody, &defects)
    }

    private static func isHeader(_ mediaType: String) -> Bool {
        mediaType == "text/rfc822-headers" || mediaType == "text/rfc822-header"
            || mediaType == "message/rfc822-headers" || mediaType == "message/global-headers"
    }
}

extension String {
    /// Without the angle brackets that some servers put around an address.
    fileprivate var trimmingAngles: String {
        let octets = utf8.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
        return String(decoding: Octets(octets).trimmed, as: UTF8.self)
    }
}
