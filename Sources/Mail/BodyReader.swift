import Hashing

/// Takes from the tree of entities what a person reads, and what is attached.
struct BodyReader {
    let limits: Message.Limits
    private(set) var attachments: [Attachment] = []
    private var textBytesLeft: Int

    init(limits: Message.Limits) {
        self.limits = limits
        textBytesLeft = limits.decodedTextBytes
    }

    /// One stretch of the body: as plain text, as HTML, or as both of an alternative.
    struct Stretch {
        var plain: String?
        var html: String?

        var isBlank: Bool { Self.isBlank(plain) && Self.isBlank(html) }

        static func isBlank(_ text: String?) -> Bool {
            text?.utf8.allSatisfy(\.isWhiteSpace) ?? true
        }
    }

    mutating func read(_ root: Entity, into message: inout Message, _ defects: inout DefectLog) {
        let stretches = stretches(of: root, isRoot: true, &defects)
        compose(stretches, into: &message, &defects)
        message.attachments = attachments
    }

    /// Puts the stretches after each other, HTML only where there is nothing plain.
    private func compose(
        _ stretches: [Stretch],
        into message: inout Message,
        _ defects: inout DefectLog
    ) {
        var texts: [String] = []
        var fromHTML = 0
        for stretch in stretches where !stretch.isBlank {
            if let plain = stretch.plain, !Stretch.isBlank(plain) {
                texts.append(plain)
            } else if let html = stretch.html {
                let text = HTMLText.render(html)
                guard !Stretch.isBlank(text) else { continue }
                // Some programs send both without saying that they are alternatives.
                if let last = texts.last, Self.reads(last, like: text) { continue }
                texts.append(text)
                fromHTML += 1
            }
        }
        let text = texts.reduce(into: "") { joined, text in
            if !joined.isEmpty, joined.utf8.last != .lf { joined += "\n" }
            joined += text
        }
        message.text = firstLines(of: text, &defects)
        message.textIsFromHTML = fromHTML > 0 && fromHTML == texts.count
        let html = stretches.compactMap(\.html).filter { !Stretch.isBlank($0) }
        message.html = html.isEmpty ? nil : html.joined(separator: "\n")
    }

    /// As many lines as the limit allows, without the line end of the last when others followed.
    private func firstLines(of text: String, _ defects: inout DefectLog) -> String {
        var left = limits.textLines
        let end = text.utf8.firstIndex { octet in
            if octet == .lf { left -= 1 }
            return left == 0
        }
        guard let end, text.utf8.index(after: end) < text.utf8.endIndex else { return text }
        defects.note("The text is over \(limits.textLines) lines; it was cut off.")
        return String(text[..<end])
    }

    private static func reads(_ first: String, like second: String) -> Bool {
        func letters(_ text: String) -> [UInt8] {
            text.utf8.filter { $0.isLetter || $0.isDigit || $0 >= 0x80 }
        }
        return letters(first) == letters(second)
    }

    private mutating func stretches(
        of entity: Entity,
        isRoot: Bool = false,
        _ defects: inout DefectLog
    ) -> [Stretch] {
        guard entity.isMultipart, !entity.children.isEmpty else {
            return leaf(entity, isRoot: isRoot, &defects)
        }
        switch entity.mediaType {
        case "multipart/alternative":
            return alternative(entity, &defects)
        case "multipart/signed", "multipart/report":
            // The first part speaks to people, the others to programs (RFC 1847, 6522).
            var found: [Stretch] = []
            for (place, child) in entity.children.enumerated() {
                if place == 0 {
                    found = stretches(of: child, &defects)
                } else {
                    attachLeaves(of: child, &defects)
                }
            }
            return found
        default:
            var found: [Stretch] = []
            for child in entity.children { found += stretches(of: child, &defects) }
            return found
        }
    }

    /// One stretch of all renderings: the first plain one that is not blank, the last HTML.
    private mutating func alternative(_ entity: Entity, _ defects: inout DefectLog) -> [Stretch] {
        var joined = Stretch()
        for child in entity.children {
            let found = stretches(of: child, &defects)
            let plain = found.compactMap(\.plain).joined(separator: "\n")
            let html = found.compactMap(\.html).joined(separator: "\n")
            if Stretch.isBlank(joined.plain), !plain.isEmpty { joined.plain = plain }
            if !html.isEmpty { joined.html = html }
        }
        return [joined]
    }

    private mutating func attachLeaves(of entity: Entity, _ defects: inout DefectLog) {
        if entity.isMultipart, !entity.children.isEmpty {
            for child in entity.children { attachLeaves(of: child, &defects) }
        } else {
            attach(entity, &defects)
        }
    }

    private mutating func leaf(
        _ entity: Entity,
        isRoot: Bool,
        _ defects: inout DefectLog
    ) -> [Stretch] {
        let isText = entity.mediaType == "text/plain" || entity.mediaType == "text/html"
        let isNamed = entity.node.filename != nil && !isRoot
        guard isText, entity.node.disposition != "attachment", !isNamed else {
            attach(entity, &defects)
            return []
        }
        let text = decodedText(entity, &defects)
        if entity.mediaType == "text/html" { return [Stretch(html: text)] }
        return [Stretch(plain: Self.plainText(text, entity.node.parameters))]
    }

    private static func plainText(_ text: String, _ parameters: [String: String]) -> String {
        let text = unixLines(text)
        guard parameters["format"]?.lowercased() == "flowed" else { return text }
        return Flowed.unflow(text, delSp: parameters["delsp"]?.lowercased() == "yes")
    }

    private mutating func decodedText(_ entity: Entity, _ defects: inout DefectLog) -> String {
        var octets = entity.transferEncoding.decode(entity.content, &defects)
        if entity.mediaType == "text/plain" { octets = withoutFiles(octets, &defects) }
        if octets.count > textBytesLeft {
            defects.note("The text is over \(limits.decodedTextBytes) octets; it was cut off.")
            octets = Self.wholeCharacters(octets.prefix(textBytesLeft))
        }
        textBytesLeft -= octets.count
        if octets.firstIndex(of: 0, from: octets.startIndex) != nil, !Self.isUTF16(entity) {
            defects.note("A NUL octet stood in the text; it was left out.")
            octets = octets.filter { $0 != 0 }[...]
        }
        var charset = entity.node.parameters["charset"]
        if charset == nil, entity.mediaType == "text/html" {
            charset = HTMLText.declaredCharset(octets)
        }
        return Charset.decode(octets, label: charset, &defects)
    }

    private static func isUTF16(_ entity: Entity) -> Bool {
        guard let label = entity.node.parameters["charset"] else { return false }
        let name = Charset.canonicalName(label)
        return name.hasPrefix("utf-16") || name.hasPrefix("utf-32") || name.hasPrefix("ucs")
    }

    /// Without the octets of a UTF-8 character that the limit cut in two.
    private static func wholeCharacters(_ octets: Octets) -> Octets {
        var end = octets.endIndex
        while end > octets.startIndex, octets.endIndex - end < 3, octets[end - 1] & 0xC0 == 0x80 {
            end -= 1
        }
        if end > octets.startIndex, octets[end - 1] >= 0xC0 { return octets[..<(end - 1)] }
        return octets
    }

    /// CRLF and a lone CR become `\n`.
    private static func unixLines(_ text: String) -> String {
        guard text.utf8.contains(.cr) else { return text }
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var afterReturn = false
        for octet in text.utf8 {
            if octet == .cr {
                out.append(.lf)
            } else if octet != .lf || !afterReturn {
                out.append(octet)
            }
            afterReturn = octet == .cr
        }
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func withoutFiles(_ octets: Octets, _ defects: inout DefectLog) -> Octets {
        UUEncoding.cut(from: octets, &defects) { file in
            attachments.append(
                Attachment(
                    filename: file.name,
                    mediaType: "application/octet-stream",
                    size: file.octets.count,
                    sha256: hexadecimal(SHA256.hash(file.octets))
                )
            )
        }
    }

    private mutating func attach(_ entity: Entity, _ defects: inout DefectLog) {
        var size = 0
        var digest = SHA256Stream()
        entity.transferEncoding.decode(entity.content, &defects) { block in
            size += block.count
            digest.update(block)
        }
        attachments.append(
            Attachment(
                filename: entity.node.filename,
                mediaType: entity.mediaType,
                size: size,
                sha256: hexadecimal(digest.finish())
            )
        )
    }
}
