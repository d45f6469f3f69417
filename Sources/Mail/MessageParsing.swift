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
        if header.all("content-type").count > 1 {
            defects.note("The field content-type appears more than once; the first was read.")
        }
        messageID = Self.single("message-id", header, limits, &defects) { fieldBody, defects in
            MessageIDList.single(fieldBody, &defects)
        }
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
        date = Self.single("date", header, limits, &defects) { fieldBody, defects in
            DateTime.parse(fieldBody, &defects)
        }
        let written = Self.single("subject", header, limits, &defects) { fieldBody, defects in
            let subject = Self.subject(fieldBody, &defects)
            return subject.isEmpty ? nil : subject
        }
        subject = written ?? header.first("subject").map { _ in "" }
        let author = Self.single("from", header, limits, &defects) {
            Self.authors($0, limits, &$1)
        }
        from = author ?? []
        to = Self.addresses("to", header, limits, &defects)
        cc = Self.addresses("cc", header, limits, &defects)
        replyTo = Self.addresses("reply-to", header, limits, &defects)
        reversePath = Self.reversePath(header.first("return-path"), &defects)
    }

    /// What a field says that may appear only once (RFC 5322 §3.6).
    ///
    /// Tolerated: more than one; the first counts that can be read, as most programs show it.
    private static func single<Value>(
        _ name: String,
        _ header: HeaderSection,
        _ limits: Limits,
        _ defects: inout DefectLog,
        read: (String, inout DefectLog) -> Value?
    ) -> Value? {
        let fieldBodies = header.all(name)
        for (index, fieldBody) in fieldBodies.prefix(limits.repeats).enumerated() {
            guard let value = read(fieldBody, &defects) else { continue }
            if fieldBodies.count > 1 {
                let which = index == 0 ? "the first" : "the first that says something"
                defects.note("The field \(name) appears more than once; \(which) was read.")
            }
            return value
        }
        return nil
    }

    /// Those who can be answered, where there are any; `nil` when nobody is named.
    ///
    /// Tolerated: `Accueil, jean@example.org`, a name that reads like a mailbox without a domain.
    private static func authors(
        _ fieldBody: String,
        _ limits: Limits,
        _ defects: inout DefectLog
    ) -> [Address]? {
        let list = AddressList(parsing: fieldBody, limit: limits.addresses, &defects).addresses
        let complete = list.filter { !$0.domain.isEmpty }
        return list.isEmpty ? nil : complete.isEmpty ? list : complete
    }

    /// The addresses of all fields of that name, though RFC 5322 §3.6 allows one.
    private static func addresses(
        _ name: String,
        _ header: HeaderSection,
        _ limits: Limits,
        _ defects: inout DefectLog
    ) -> [Address] {
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

    /// Decoded, with a space for each tab, which is what folding leaves behind.
    private static func subject(_ fieldBody: String, _ defects: inout DefectLog) -> String {
        let text = EncodedWord.decode(fieldBody, &defects)
        let line = text.utf8.map { $0 == .tab ? .space : $0 }
        return String(decoding: line[...].trimmed, as: UTF8.self)
    }

    private static func reversePath(_ fieldBody: String?, _ defects: inout DefectLog) -> ReversePath
    {
        guard let fieldBody else { return .unknown }
        if AddressList.isNullPath(fieldBody) { return .null }
        let addresses = AddressList(parsing: fieldBody, limit: 1, &defects).addresses
        guard let address = addresses.first, !address.domain.isEmpty else {
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
        returned = DeliveryStatus.returnedHeader(in: entity, limits: limits)
        deliveryReport = DeliveryStatus.read(entity, returned: returned, limits: limits, &defects)
    }

    /// The identity that `sha256` documents: labelled so that no field can pass for another.
    private static func identity(_ header: HeaderSection, _ body: Octets) -> String {
        var octets: [UInt8] = []
        for name in ["message-id", "date", "from", "subject"] {
            guard let fieldBody = header.first(name) else { continue }
            octets.append(contentsOf: "\(name):\(fieldBody)\n".utf8)
        }
        octets.append(contentsOf: "length:\(body.count)\n\n".utf8)
        var digest = SHA256Stream()
        digest.update(octets)
        digest.update(body.prefix(65_536))
        return hexadecimal(digest.finish())
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
