import Hashing

/// Takes from the tree of entities what a person reads, and what is attached.
struct BodyReader {
    let limits: Message.Limits
    private(set) var attachments: [Attachment] = []
    private var textBytesLeft: Int
    private var tnef: TNEFReader
    private var encapsulated: [TNEFBody] = []
    /// Texts that are attached only because they have a name and do not come first.
    private var passedOver: [(entity: Entity, place: Int)] = []

    init(limits: Message.Limits) {
        self.limits = limits
        tnef = TNEFReader(limits: limits)
        textBytesLeft = limits.decodedTextBytes
    }

    /// One stretch of the body: as plain text, as HTML, or as both of an alternative.
    struct Stretch {
        var plain: String?
        var html: String?

        var isBlank: Bool { Self.isBlank(plain) && Self.isBlank(html) }

        static func isBlank(_ text: String?) -> Bool {
            text?.unicodeScalars.allSatisfy(isBlank) ?? true
        }

        /// White space, and what web mails leave of an empty text: U+00A0 and marks without width.
        private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x09...0x0D, 0x20, 0xA0, 0x200B...0x200F, 0x2060, 0xFEFF: true
            default: false
            }
        }
    }

    mutating func read(_ root: Entity, into message: inout Message, _ defects: inout DefectLog) {
        let stretches = stretches(of: root, .init(isFirst: true), &defects)
        compose(stretches, into: &message, &defects)
        if Stretch.isBlank(message.text), !encapsulated.isEmpty {
            compose(stretches + encapsulatedStretches(&defects), into: &message, &defects)
        }
        if Stretch.isBlank(message.text), !passedOver.isEmpty {
            compose(stretches + passedOverStretches(&defects), into: &message, &defects)
        }
        message.attachments = attachments
    }

    /// Tolerated: a picture message, whose only text comes after the picture and under a name.
    private mutating func passedOverStretches(_ defects: inout DefectLog) -> [Stretch] {
        let found = passedOver.map { stretch(of: $0.entity, &defects) }
        for place in passedOver.map(\.place).reversed() { attachments.remove(at: place) }
        return found
    }

    /// Puts the stretches after each other, HTML only where there is nothing plain.
    private func compose(
        _ stretches: [Stretch],
        into message: inout Message,
        _ defects: inout DefectLog
    ) {
        var texts: [String] = []
        var fromHTML = 0
        var text = ""
        var marks: [TextMark] = []
        func add(_ next: String, _ marked: [TextMark] = []) {
            if !text.isEmpty, text.utf8.last != .lf { text += "\n" }
            let start = text.utf8.count
            marks += marked.map { $0.moved(by: start) }
            texts.append(next)
            text += next
        }
        for stretch in stretches where !stretch.isBlank {
            if let plain = stretch.plain, !Stretch.isBlank(plain) {
                add(plain)
            } else if let html = stretch.html {
                let page = HTMLText.rendering(of: html, &defects)
                guard !Stretch.isBlank(page.text) else { continue }
                // Some programs send both without saying that they are alternatives.
                if let last = texts.last, Self.reads(last, like: page.text) { continue }
                add(page.text, page.marks)
                fromHTML += 1
            }
        }
        message.text = firstLines(of: text, &defects)
        message.marks = Self.marks(marks, within: message.text.utf8.count)
        message.textIsFromHTML = fromHTML > 0 && fromHTML == texts.count
        let html = stretches.compactMap(\.html).filter { !Stretch.isBlank($0) }
        message.html = html.isEmpty ? nil : html.joined(separator: "\n")
    }

    /// The marks of the lines that were not cut off.
    private static func marks(_ marks: [TextMark], within end: Int) -> [TextMark] {
        marks.compactMap { mark in
            let span = mark.span.clamped(to: 0..<end)
            return span.isEmpty ? nil : TextMark(kind: mark.kind, span: span)
        }
    }

    /// As many lines as the limit allows, without the line end of the last when others followed.
    private func firstLines(of text: String, _ defects: inout DefectLog) -> String {
        guard text.utf8.count > limits.textLines else { return text }
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
        // Marks alone are told apart as they are.
        let read = letters(second)
        guard read.isEmpty else { return letters(first) == read }
        return first.utf8.lazy.filter { !$0.isWhiteSpace }
            .elementsEqual(second.utf8.lazy.filter { !$0.isWhiteSpace })
    }

    /// Where a part stands: what its multipart makes of it.
    private struct Place {
        /// Whether it comes first: what is named is read there all the same (RFC 8621 §4.1.4).
        var isFirst = false
        var isAlternative = false
    }

    private mutating func stretches(
        of entity: Entity,
        _ place: Place,
        _ defects: inout DefectLog
    ) -> [Stretch] {
        guard entity.isMultipart else { return leaf(entity, place, &defects) }
        guard !entity.children.isEmpty else {
            // Without parts there is nothing to attach, unless the limits left them unread.
            if entity.isCut { attach(entity, &defects) }
            return []
        }
        switch entity.mediaType {
        case "multipart/alternative":
            return alternative(entity, &defects)
        case "multipart/signed", "multipart/report":
            // The first part speaks to people, the others to programs (RFC 1847, 6522).
            return rooted(entity, at: Self.speaker(of: entity), &defects)
        case "multipart/related":
            return related(entity, &defects)
        default:
            var found: [Stretch] = []
            for (index, child) in entity.children.enumerated() {
                found += stretches(of: child, Place(isFirst: index == 0), &defects)
            }
            return found
        }
    }

    /// The stretches of one child; the others are attached.
    private mutating func rooted(
        _ entity: Entity,
        at root: Int,
        _ defects: inout DefectLog
    ) -> [Stretch] {
        var found: [Stretch] = []
        for (index, child) in entity.children.enumerated() {
            if index == root {
                found = stretches(of: child, Place(isFirst: true), &defects)
            } else {
                attachLeaves(of: child, &defects)
            }
        }
        return found
    }

    /// The first child that can be read, else the first.
    private static func speaker(of entity: Entity) -> Int {
        entity.children.firstIndex { $0.isText || ($0.isMultipart && !$0.children.isEmpty) } ?? 0
    }

    private static func isReadable(_ entity: Entity) -> Bool {
        entity.mediaType.hasPrefix("text/") || entity.isMultipart
    }

    /// The root, by `start` or else the first, is the body; what it refers to is not (RFC 2387).
    private mutating func related(_ entity: Entity, _ defects: inout DefectLog) -> [Stretch] {
        let start = entity.node.parameters["start"].map(Entity.withoutAngles)
        let named = start.flatMap { start in entity.children.firstIndex { $0.contentID == start } }
        // Tolerated: the root of an MMS is a presentation that only telephones read; its text counts.
        let isReadable = named.map { Self.isReadable(entity.children[$0]) } ?? false
        let root = isReadable ? named : Self.speaker(of: entity)
        var found: [Stretch] = []
        for (index, child) in entity.children.enumerated() {
            if index == root {
                found = stretches(of: child, Place(isFirst: true), &defects) + found
            } else if child.isReferable {
                attachLeaves(of: child, &defects)
            } else {
                // Tolerated: what nothing can refer to is seen only if it is part of the body.
                found += stretches(of: child, Place(), &defects)
            }
        }
        return found
    }

    /// One stretch of all renderings: the first plain one that is not blank, the last HTML.
    private mutating func alternative(_ entity: Entity, _ defects: inout DefectLog) -> [Stretch] {
        var joined = Stretch()
        var last = ""
        for (index, child) in entity.children.enumerated() {
            let place = Place(isFirst: index == 0, isAlternative: true)
            let found = stretches(of: child, place, &defects)
            let plain = found.compactMap(\.plain).joined(separator: "\n")
            let html = found.compactMap(\.html).joined(separator: "\n")
            if Stretch.isBlank(joined.plain) {
                if !plain.isEmpty { joined.plain = plain }
                last = plain
            } else if !child.isMultipart, !Stretch.isBlank(plain), !Self.reads(last, like: plain) {
                // Tolerated: plain texts that are no alternatives of each other.
                joined.plain?.append(last.hasSuffix("\n") ? plain : "\n" + plain)
                last = plain
            }
            if !html.isEmpty { joined.html = html }
        }
        return [joined]
    }

    private mutating func attachLeaves(of entity: Entity, _ defects: inout DefectLog) {
        guard entity.isMultipart, !entity.isCut else { return attach(entity, &defects) }
        for child in entity.children { attachLeaves(of: child, &defects) }
    }

    private mutating func leaf(
        _ entity: Entity,
        _ place: Place,
        _ defects: inout DefectLog
    ) -> [Stretch] {
        guard !isRead(entity, place) else { return [stretch(of: entity, &defects)] }
        if entity.isText, (entity.node.disposition ?? "inline") == "inline" {
            passedOver.append((entity, attachments.count))
        }
        attach(entity, &defects)
        return []
    }

    private mutating func stretch(of entity: Entity, _ defects: inout DefectLog) -> Stretch {
        if entity.mediaType == "text/rtf" { return richText(entity, &defects) }
        let text = decodedText(entity, &defects)
        switch entity.mediaType {
        case "text/html": return Stretch(html: text)
        case "text/enriched", "text/richtext":
            return Stretch(plain: EnrichedText.render(Self.unixLines(text)))
        default: return Stretch(plain: Self.plainText(text, entity.node.parameters))
        }
    }

    /// Whether the part is body and not attached (RFC 8621 §4.1.4).
    private func isRead(_ entity: Entity, _ place: Place) -> Bool {
        let node = entity.node
        guard node.disposition != "attachment" else { return false }
        // A disposition that is not known is an attachment (RFC 2183 §2.8) where it has a name.
        let isNamed = node.filename != nil
        if isNamed, (node.disposition ?? "inline") != "inline" { return false }
        if isNamed, !place.isFirst, !place.isAlternative { return false }
        if entity.isText { return true }
        // A text of another kind is shown as it is (RFC 2046 §4.1.4), unless it is data.
        return place.isFirst && !place.isAlternative && !isNamed
            && node.mediaType.hasPrefix("text/") && !Self.data.contains(node.mediaType)
    }

    /// Texts for programs.
    private static let data: Set<String> = [
        "text/calendar", "text/x-vcalendar", "text/vcard", "text/x-vcard", "text/directory",
        "text/csv", "text/tab-separated-values", "text/css", "text/javascript", "text/xml",
        "text/json", "text/x-amp-html", "text/x-watch-html", "text/rfc822-headers",
        "text/rfc822-header",
    ]

    private static func plainText(_ text: String, _ parameters: [String: String]) -> String {
        let text = unixLines(text)
        guard parameters["format"]?.lowercased() == "flowed" else { return text }
        return Flowed.unflow(text, delSp: parameters["delsp"]?.lowercased() == "yes")
    }

    private mutating func richText(_ entity: Entity, _ defects: inout DefectLog) -> Stretch {
        let octets = firstOctets(
            of: entity.transferEncoding.decode(entity.content, &defects),
            &defects
        )
        switch RTFText.read(octets, &defects) {
        case .html(let html): return Stretch(html: html)
        case .text(let text): return Stretch(plain: text)
        }
    }

    /// As many octets as the limit on text leaves.
    private mutating func firstOctets(of octets: Octets, _ defects: inout DefectLog) -> Octets {
        var octets = octets
        if octets.count > textBytesLeft {
            defects.note("The text is over \(limits.decodedTextBytes) octets; it was cut off.")
            octets = octets.prefix(textBytesLeft).wholeCharacters
        }
        textBytesLeft -= octets.count
        return octets
    }

    private mutating func decodedText(_ entity: Entity, _ defects: inout DefectLog) -> String {
        var octets = entity.transferEncoding.decode(entity.content, &defects)
        if entity.mediaType == "text/plain" { octets = withoutFiles(octets, &defects) }
        octets = firstOctets(of: octets, &defects)
        var charset = entity.node.parameters["charset"]
        if entity.mediaType == "text/html", !Self.isTelling(charset) {
            charset = HTMLText.declaredCharset(octets) ?? charset
        }
        return Charset.decodeBody(octets, label: charset, &defects)
    }

    /// Whether the label is more than the default of old programs.
    private static func isTelling(_ label: String?) -> Bool {
        label.map { CharsetNames.isKnown($0) && CharsetNames.canonical($0) != "us-ascii" } ?? false
    }

    /// CRLF and a lone CR become `\n`, and so does the CR CR LF of some gateways.
    private static func unixLines(_ text: String) -> String {
        var text = text
        return text.withUTF8 { octets in
            guard octets.firstIndex(of: .cr, from: 0) != nil else { return nil }
            return String(unsafeUninitializedCapacity: octets.count) {
                copyLines(of: octets, to: $0)
            }
        } ?? text
    }

    private static func copyLines(
        of octets: UnsafeBufferPointer<UInt8>,
        to out: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var (index, length) = (0, 0)
        while let start = octets.firstIndex(of: .cr, from: index) {
            length = out[length...].initialize(fromContentsOf: octets[index..<start])
            index = start
            while index < octets.count, octets[index] == .cr { index += 1 }
            let isLineEnd = index < octets.count && octets[index] == .lf
            let lineEnds = isLineEnd ? 1 : index - start
            out[length..<(length + lineEnds)].initialize(repeating: .lf)
            length += lineEnds
            if isLineEnd { index += 1 }
        }
        return out[length...].initialize(fromContentsOf: octets[index...])
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
        var attachment = Attachment(
            filename: entity.node.filename,
            mediaType: entity.mediaType,
            size: size,
            sha256: hexadecimal(digest.finish())
        )
        attachment.isInline = entity.contentID != nil && entity.node.disposition != "attachment"
        attachments.append(attachment)
        if TNEF.mayBe(entity.node) { attachContent(of: entity, &defects) }
    }

    /// The files inside a TNEF stream, after the stream itself.
    private mutating func attachContent(of entity: Entity, _ defects: inout DefectLog) {
        let octets = entity.transferEncoding.decode(entity.content, &defects)
        guard let content = tnef.read(entity.node, octets, &defects) else { return }
        attachments += content.attachments
        encapsulated.append(content.body)
    }

    /// The body that only TNEF has, as when Exchange and Outlook write to each other.
    private mutating func encapsulatedStretches(_ defects: inout DefectLog) -> [Stretch] {
        var found: [Stretch] = []
        for body in encapsulated {
            var stretch = body.stretch(&textBytesLeft, &defects)
            stretch.plain = stretch.plain.map(Self.unixLines)
            found.append(stretch)
        }
        return found
    }
}
