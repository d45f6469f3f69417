import Foundation
import Hashing

extension Message {
    /// Reads a message; any octets give one, and what was odd is noted in `defects`.
    package init(parsing bytes: [UInt8], limits: Limits = Limits()) {
        self.init(parsing: bytes[...], limits: limits)
    }

    package init(parsing bytes: ArraySlice<UInt8>, limits: Limits = Limits()) {
        self.init()
        var defects = DefectLog()
        size = bytes.count
        var octets = bytes
        if octets.count > limits.messageBytes {
            octets = octets.prefix(limits.messageBytes)
            defects.note(
                "The message is over \(limits.messageBytes) octets; the rest was not read."
            )
        }
        octets = MessageStart.find(in: octets, &defects)
        let header = HeaderSection(
            reading: octets,
            what: "the header",
            limits: limits,
            defects: &defects
        )
        let body = octets[header.bodyStart...]
        fields = header.fields
        readFields(header, limits, &defects)
        readBody(header, body, limits, &defects)
        sha256 = Self.identity(header, body)
        self.defects = defects.sentences
    }

    private mutating func readFields(
        _ header: HeaderSection,
        _ limits: Limits,
        _ defects: inout DefectLog
    ) {
        for name in ["from", "date", "message-id", "subject", "content-type"] {
            if header.all(name).count > 1 {
                defects.note("The field \(name) appears more than once; the first was read.")
            }
        }
        messageID = header.first("message-id").flatMap { MessageIDList.single($0, &defects) }
        inReplyTo = MessageIDList.list(
            header.all("in-reply-to"),
            limit: limits.references,
            &defects
        )
        references = MessageIDList.list(
            header.all("references"),
            limit: limits.references,
            &defects
        )
        date = header.first("date").flatMap { DateTime.parse($0, &defects) }
        subject = header.first("subject").map { Self.subject($0, &defects) }
        let list = { (name: String, defects: inout DefectLog) -> [Address] in
            let fieldBodies = header.all(name)
            if fieldBodies.count > limits.repeats {
                defects.note(
                    "The field \(name) appears over \(limits.repeats) times; later ones were not read."
                )
            }
            return fieldBodies.prefix(limits.repeats).flatMap {
                AddressList(parsing: $0, limit: limits.addresses, &defects).addresses
            }
        }
        from =
            header.first("from").map {
                AddressList(parsing: $0, limit: limits.addresses, &defects).addresses
            } ?? []
        to = list("to", &defects)
        cc = list("cc", &defects)
        replyTo = list("reply-to", &defects)
        reversePath = Self.reversePath(header.first("return-path"), &defects)
    }

    private static func subject(_ fieldBody: String, _ defects: inout DefectLog) -> String {
        let text = EncodedWord.decode(fieldBody, &defects)
        guard text.utf8.contains(.tab) else { return text }
        // A tab is what folding leaves behind.
        return String(decoding: text.utf8.map { $0 == .tab ? .space : $0 }, as: UTF8.self)
    }

    private static func reversePath(_ fieldBody: String?, _ defects: inout DefectLog) -> ReversePath
    {
        guard let fieldBody else { return .unknown }
        let path = Octets(fieldBody.utf8).filter { !$0.isWhiteSpace }
        if path.elementsEqual("<>".utf8) { return .null }
        let addresses = AddressList(parsing: fieldBody, limit: 1, &defects).addresses
        guard let address = addresses.first else {
            defects.note("The Return-Path cannot be read.")
            return .unknown
        }
        return .address(Address(localPart: address.localPart, domain: address.domain))
    }

    private mutating func readBody(
        _ header: HeaderSection,
        _ body: Octets,
        _ limits: Limits,
        _ defects: inout DefectLog
    ) {
        var entities = EntityReader(limits: limits)
        let entity = entities.read(header, body: body, &defects)
        root = entity.node
        var reader = BodyReader(limits: limits)
        reader.read(entity, into: &self, &defects)
        protection = Protection(entity, text: text)
        deliveryReport = DeliveryStatus.read(entity, limits: limits, &defects)
    }

    /// The identity that `sha256` documents: labelled so that no field can pass for another.
    private static func identity(_ header: HeaderSection, _ body: Octets) -> String {
        var octets: [UInt8] = []
        for name in ["message-id", "date", "from", "subject"] {
            guard let fieldBody = header.first(name) else { continue }
            octets.append(contentsOf: "\(name):\(fieldBody)\n".utf8)
        }
        octets.append(contentsOf: "length:\(body.count)\n\n".utf8)
        octets.append(contentsOf: body.prefix(65_536))
        return hexadecimal(SHA256.hash(octets))
    }
}

extension Message {
    /// The media type of the whole message, in lower case.
    package var contentType: String { root.mediaType }

    /// All nodes of the MIME tree with that media type, in order.
    ///
    /// `mediaType` is in lower case; `text/` finds every subtype. What is inside embedded messages
    /// counts too.
    package func parts(ofType mediaType: String) -> [BodyPart] { root.parts(ofType: mediaType) }
}

extension BodyPart {
    package func parts(ofType wanted: String) -> [BodyPart] {
        let isWanted = wanted.hasSuffix("/") ? mediaType.hasPrefix(wanted) : mediaType == wanted
        return (isWanted ? [self] : []) + children.flatMap { $0.parts(ofType: wanted) }
    }
}
