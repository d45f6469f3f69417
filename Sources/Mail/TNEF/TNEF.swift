import Hashing

/// What a TNEF stream carries ([MS-OXTNEF]): files, and the message as the sender's program keeps it.
struct TNEF {
    var attachments: [Attachment] = []
    var body: TNEFBody

    static let mediaType = "application/ms-tnef"

    /// Whether a part claims to be a TNEF stream.
    static func isDeclared(_ node: BodyPart) -> Bool {
        node.mediaType == mediaType || node.mediaType == "application/vnd.ms-tnef"
    }

    /// Whether a part may be one: as declared, or as the file without a type that programs make of it.
    static func mayBe(_ node: BodyPart) -> Bool {
        isDeclared(node)
            || node.mediaType == "application/octet-stream"
                && node.filename?.lowercased().hasSuffix(".dat") ?? false
    }

    /// TNEFSignature, in little-endian order.
    static func hasSignature(_ octets: Octets) -> Bool {
        octets.prefix(4).elementsEqual([0x78, 0x9F, 0x3E, 0x22])
    }
}

/// Reads the TNEF streams of one message within the limits.
struct TNEFReader {
    private let limits: Message.Limits
    private var filesLeft: Int

    /// Streams inside streams: each level is hashed once more.
    private static let maximumNesting = 5

    init(limits: Message.Limits) {
        self.limits = limits
        filesLeft = limits.parts
    }

    /// `nil` when the part is no TNEF stream.
    mutating func read(_ node: BodyPart, _ octets: Octets, _ defects: inout DefectLog) -> TNEF? {
        guard TNEF.hasSignature(octets) else {
            if TNEF.isDeclared(node) {
                defects.note("A part declared as TNEF is none; nothing was taken out of it.")
            }
            return nil
        }
        return stream(octets, depth: 1, &defects)
    }

    private mutating func stream(_ octets: Octets, depth: Int, _ defects: inout DefectLog) -> TNEF {
        var tnef = TNEF(body: TNEFBody(limits: limits))
        var attributes = TNEFAttributeReader(octets, &defects)
        var codepage = Codepage.unnamed
        var file: TNEFFile?
        while let attribute = attributes.next(&defects) {
            switch attribute.id {
            case .oemCodepage:
                var number = LittleEndianReader(attribute.data)
                codepage = number.length() ?? codepage
                tnef.body.codepage = codepage
            case .body: tnef.body.attribute = attribute.data
            case .messageProperties: tnef.body.read(attribute.data, &defects)
            case .attachmentRenderingData:
                // The first attribute of each file (§2.1.3.3.15).
                take(file, codepage, depth: depth, into: &tnef, &defects)
                file = TNEFFile()
            case .attachmentTitle, .attachmentTransportName, .attachmentData,
                .attachmentProperties:
                var open = file ?? TNEFFile()
                open.take(attribute, &defects)
                file = open
            default: break
            }
        }
        take(file, codepage, depth: depth, into: &tnef, &defects)
        return tnef
    }

    /// Lists the file, and after it what is in it when it is a message of its own.
    private mutating func take(
        _ file: TNEFFile?,
        _ codepage: Int,
        depth: Int,
        into tnef: inout TNEF,
        _ defects: inout DefectLog
    ) {
        guard let file, !file.isEmpty else { return }
        guard filesLeft > 0 else {
            defects.note("TNEF streams hold over \(limits.parts) files; later ones were not read.")
            return
        }
        filesLeft -= 1
        tnef.attachments.append(file.attachment(codepage, &defects))
        guard TNEF.hasSignature(file.data) else { return }
        guard depth < Self.maximumNesting else {
            defects.note(
                "TNEF streams are nested over \(Self.maximumNesting) levels; deeper ones were not read."
            )
            return
        }
        tnef.attachments += stream(file.data, depth: depth + 1, &defects).attachments
    }
}

/// One attribute of a TNEF stream (§2.1.3.1).
struct TNEFAttribute {
    var id: ID
    var data: Octets

    /// The attributes that are read, type and number together.
    struct ID: Equatable {
        var rawValue: UInt32

        static let oemCodepage = ID(rawValue: 0x0006_9007)
        static let body = ID(rawValue: 0x0002_800C)
        static let messageProperties = ID(rawValue: 0x0006_9003)
        static let attachmentRenderingData = ID(rawValue: 0x0006_9002)
        static let attachmentTitle = ID(rawValue: 0x0001_8010)
        static let attachmentTransportName = ID(rawValue: 0x0006_9001)
        static let attachmentData = ID(rawValue: 0x0006_800F)
        static let attachmentProperties = ID(rawValue: 0x0006_9005)
    }
}

/// Takes the attributes one by one off a stream.
struct TNEFAttributeReader {
    private var reader: LittleEndianReader

    init(_ octets: Octets, _ defects: inout DefectLog) {
        // The signature, and a key that means nothing outside the program that wrote it.
        reader = LittleEndianReader(octets.dropFirst(6))
        if octets.count < 6 { _ = breakOff(&defects) }
    }

    /// `nil` after the last, and where the stream cannot be followed any more.
    mutating func next(_ defects: inout DefectLog) -> TNEFAttribute? {
        guard let level = reader.octet() else { return nil }
        guard level == 1 || level == 2 else {
            reader = LittleEndianReader([])
            defects.note("A TNEF stream goes on with what is no attribute; it was left out.")
            return nil
        }
        guard let id = reader.uint32(), let length = reader.length() else {
            return breakOff(&defects)
        }
        guard let data = reader.take(length) else {
            let rest = reader.rest
            _ = breakOff(&defects)
            return TNEFAttribute(id: TNEFAttribute.ID(rawValue: id), data: rest)
        }
        if let checksum = reader.uint16() {
            // The sum of the octets (§2.1.3.1).
            if data.reduce(0, { $0 &+ UInt16($1) }) != checksum {
                defects.note("A TNEF attribute has a wrong checksum; it was read all the same.")
            }
        } else {
            _ = breakOff(&defects)
        }
        return TNEFAttribute(id: TNEFAttribute.ID(rawValue: id), data: data)
    }

    private mutating func breakOff(_ defects: inout DefectLog) -> TNEFAttribute? {
        reader = LittleEndianReader([])
        defects.note("A TNEF stream breaks off; what is there was read.")
        return nil
    }
}
