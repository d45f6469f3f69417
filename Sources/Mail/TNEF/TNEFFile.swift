import Hashing

/// One file of a TNEF stream, put together from its attributes and properties.
struct TNEFFile {
    /// The file itself; of an embedded message its TNEF stream.
    private(set) var data: Octets = []
    private var title: Octets?
    private var transportName: Octets?
    private var longFilename: MAPIProperty.Value?
    private var filename: MAPIProperty.Value?
    private var displayName: MAPIProperty.Value?
    private var mimeTag: MAPIProperty.Value?
    private var isStorage = false

    var isEmpty: Bool {
        data.isEmpty && title == nil && longFilename == nil && filename == nil && displayName == nil
    }

    mutating func take(_ attribute: TNEFAttribute, _ defects: inout DefectLog) {
        switch attribute.id {
        case .attachmentTitle: title = attribute.data
        case .attachmentTransportName: transportName = attribute.data
        case .attachmentData: if data.isEmpty { data = attribute.data }
        case .attachmentProperties: takeProperties(attribute.data, &defects)
        default: break
        }
    }

    /// Properties go before attributes that say the same ([MS-OXTNEF] §2.1.3).
    private mutating func takeProperties(_ octets: Octets, _ defects: inout DefectLog) {
        var properties = MAPIPropertyReader(octets, &defects)
        while let property = properties.next(&defects) {
            switch (property.id, property.value) {
            case (0x3001, let value): displayName = value
            case (0x3704, let value): filename = value
            case (0x3707, let value): longFilename = value
            case (0x370E, let value): mimeTag = value
            case (0x3701, .binary(let octets)): if !octets.isEmpty { data = octets }
            case (0x3701, .object(let interface, let octets)):
                data = octets
                // IID_IStorage: a document of OLE.
                isStorage = interface.first == 0x0B
            default: break
            }
        }
    }

    func attachment(_ codepage: Int, _ defects: inout DefectLog) -> Attachment {
        let name = name(codepage, &defects)
        return Attachment(
            filename: name,
            mediaType: mediaType(name, codepage, &defects),
            size: data.count,
            sha256: hexadecimal(SHA256.hash(data))
        )
    }

    /// The title is often a name of the form 8.3, or only says that there is none.
    private func name(_ codepage: Int, _ defects: inout DefectLog) -> String? {
        let attributes = [title, transportName].map { $0.map(MAPIProperty.Value.string8) }
        for value in [longFilename, displayName, attributes[0], filename, attributes[1]] {
            let text = value.flatMap { short($0, codepage, &defects) }
            if let text, !text.isEmpty { return text }
        }
        return nil
    }

    private func short(
        _ value: MAPIProperty.Value,
        _ codepage: Int,
        _ defects: inout DefectLog
    ) -> String? {
        if value.octetCount > Self.maximumName {
            defects.note(
                "The name of a file in TNEF is over \(Self.maximumName) octets; it was cut off."
            )
        }
        return value.prefix(Self.maximumName).text(codepage, &defects)
    }

    /// Octets of a name or media type, before they are decoded.
    private static let maximumName = 4096

    private func mediaType(_ name: String?, _ codepage: Int, _ defects: inout DefectLog) -> String {
        if TNEF.hasSignature(data) { return TNEF.mediaType }
        if let tag = mimeTag.flatMap({ short($0, codepage, &defects) }),
            let type = Self.essence(ofType: tag)
        {
            return type
        }
        if isStorage { return "application/x-ole-storage" }
        return name.flatMap(Self.mediaType(ofFile:)) ?? "application/octet-stream"
    }

    /// The type without its parameters; `nil` when it is no media type.
    private static func essence(ofType tag: String) -> String? {
        let essence = Octets(tag.utf8).prefix { $0 != UInt8(ascii: ";") }.trimmed.lowercasedString
        let parts = essence.utf8.split(
            separator: UInt8(ascii: "/"),
            omittingEmptySubsequences: false
        )
        let isType =
            parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isAtomText || $0 == UInt8(ascii: ".") }
            }
        return isType ? essence : nil
    }

    /// By the extension, for the kinds that people send.
    private static func mediaType(ofFile name: String) -> String? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return mediaTypes[name[dot...].dropFirst().lowercased()]
    }

    private static let openXML = "application/vnd.openxmlformats-officedocument."
    private static let openDocument = "application/vnd.oasis.opendocument."

    private static let mediaTypes: [String: String] = [
        "pdf": "application/pdf", "rtf": "application/rtf", "doc": "application/msword",
        "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
        "docx": openXML + "wordprocessingml.document", "xlsx": openXML + "spreadsheetml.sheet",
        "pptx": openXML + "presentationml.presentation", "odt": openDocument + "text",
        "ods": openDocument + "spreadsheet", "odp": openDocument + "presentation",
        "odg": openDocument + "graphics", "txt": "text/plain", "csv": "text/csv",
        "htm": "text/html", "html": "text/html", "xml": "application/xml",
        "json": "application/json", "ics": "text/calendar", "vcf": "text/vcard",
        "eml": "message/rfc822", "msg": "application/vnd.ms-outlook", "jpg": "image/jpeg",
        "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "bmp": "image/bmp",
        "tif": "image/tiff", "tiff": "image/tiff", "svg": "image/svg+xml", "webp": "image/webp",
        "emf": "image/emf", "wmf": "image/wmf", "heic": "image/heic", "mp3": "audio/mpeg",
        "wav": "audio/wav", "mp4": "video/mp4", "avi": "video/x-msvideo",
        "mov": "video/quicktime", "zip": "application/zip", "7z": "application/x-7z-compressed",
        "gz": "application/gzip", "rar": "application/vnd.rar",
    ]
}
