/// The addresses of From, To, Cc and their like (RFC 5322 §3.4), group names and comments left out.
struct AddressList {
    private(set) var addresses: [Address] = []

    init(parsing fieldBody: String, limit: Int, _ defects: inout DefectLog) {
        var scanner = AddressScanner(octets: Octets(fieldBody.utf8))
        var names: [UInt8] = []
        while let item = scanner.next(&defects) {
            if addresses.count >= limit {
                defects.note("A field holds over \(limit) addresses; later ones were not read.")
                return
            }
            if item.isNameOnly, item.end == .comma {
                // Tolerated: `Dupont, Jean <jean@example.org>` without quotes.
                names.append(contentsOf: item.phrase)
                names.append(contentsOf: [UInt8(ascii: ","), .space])
                continue
            }
            if let address = item.address(after: names, &defects) { addresses.append(address) }
            names.removeAll()
        }
        if !names.isEmpty { Self.noteNoAddress(&defects) }
    }

    fileprivate static func noteNoAddress(_ defects: inout DefectLog) {
        defects.note("A word among the addresses is no address; it was left out.")
    }
}

/// One element of an address list before its parts are judged.
private struct AddressItem {
    enum End { case comma, semicolon, groupStart, end }

    /// The words as read: quoted strings without their quotes.
    var phrase: [UInt8] = []
    /// The same as written, for an addr-spec without angle brackets.
    var raw: [UInt8] = []
    var comment: [UInt8] = []
    var angle: [UInt8]?
    /// Whether `raw` holds an "@"; kept so that no list makes us look for it again and again.
    var hasAt = false
    var end = End.end

    var isNameOnly: Bool {
        angle == nil && !hasAt && !phrase[...].trimmed.isEmpty
    }

    func address(after names: [UInt8], _ defects: inout DefectLog) -> Address? {
        guard let angle else {
            if !names.isEmpty { AddressList.noteNoAddress(&defects) }
            return bareAddress(&defects)
        }
        guard let (localPart, domain) = Self.addrSpec(angle[...]) else {
            AddressList.noteNoAddress(&defects)
            return nil
        }
        if !names.isEmpty {
            defects.note("A display name holds a comma outside quotes; it was read as one name.")
        }
        let name = displayName(names + phrase, &defects) ?? displayName(comment, &defects)
        return Address(displayName: name, localPart: localPart, domain: domain)
    }

    private func bareAddress(_ defects: inout DefectLog) -> Address? {
        let words = raw[...].trimmed
        guard !words.isEmpty else { return nil }
        if let (localPart, domain) = Self.addrSpec(words) {
            let name = displayName(comment, &defects)
            return Address(displayName: name, localPart: localPart, domain: domain)
        }
        // Tolerated: `Jean Dupont jean@example.org` without angle brackets.
        let parts = words.split(whereSeparator: \.isWhiteSpace)
        guard let last = parts.lastIndex(where: { $0.contains(UInt8(ascii: "@")) }),
            let (localPart, domain) = Self.addrSpec(parts[last])
        else {
            AddressList.noteNoAddress(&defects)
            return nil
        }
        defects.note("An address stands beside a name without angle brackets.")
        let rest = parts.indices.filter { $0 != last }.map { parts[$0] }
        let name = displayName(Array(rest.joined(separator: [.space])), &defects)
        return Address(displayName: name, localPart: localPart, domain: domain)
    }

    private func displayName(_ words: [UInt8], _ defects: inout DefectLog) -> String? {
        let text = EncodedWord.decode(String(decoding: words, as: UTF8.self), &defects)
        let parts = text.utf8.split(whereSeparator: \.isWhiteSpace)
        let name = String(decoding: Array(parts.joined(separator: [.space])), as: UTF8.self)
        return name.isEmpty ? nil : name
    }

    /// Local-part and domain without the white space and routes of RFC 5322 §4.4.
    static func addrSpec(_ octets: Octets) -> (localPart: String, domain: String)? {
        var octets = octets.trimmed
        if octets.first == UInt8(ascii: "@"), let colon = octets.firstIndex(of: UInt8(ascii: ":")) {
            octets = octets[(colon + 1)...].trimmed
        }
        if octets.count > 7, octets.prefix(7).lowercasedString == "mailto:" {
            octets = octets.dropFirst(7)
        }
        guard let at = octets.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        guard let localPart = dense(octets[..<at].trimmed),
            let domain = dense(octets[(at + 1)...].trimmed), !domain.isEmpty, !localPart.isEmpty
        else { return nil }
        return (localPart, domain)
    }

    /// Without white space around dots; `nil` when two words remain side by side.
    private static func dense(_ octets: Octets) -> String? {
        guard octets.first != .quote, octets.contains(where: \.isWhiteSpace) else {
            return String(decoding: octets, as: UTF8.self)
        }
        var out: [UInt8] = []
        var sawBlank = false
        for octet in octets {
            if octet.isWhiteSpace {
                sawBlank = true
                continue
            }
            let dot = UInt8(ascii: ".")
            if sawBlank, octet != dot, out.last != dot { return nil }
            sawBlank = false
            out.append(octet)
        }
        return String(decoding: out, as: UTF8.self)
    }
}

/// Cuts a field body at its separators, minding quotes, comments and angle brackets.
private struct AddressScanner {
    let octets: Octets
    private var index: Int
    private var isInGroup = false

    init(octets: Octets) {
        self.octets = octets
        index = octets.startIndex
    }

    mutating func next(_ defects: inout DefectLog) -> AddressItem? {
        guard index < octets.endIndex else { return nil }
        var item = AddressItem()
        while index < octets.endIndex {
            let octet = octets[index]
            index += 1
            switch octet {
            case UInt8(ascii: ","):
                item.end = .comma
                return item
            case UInt8(ascii: ";"):
                if !isInGroup {
                    defects.note("A semicolon separates addresses; it was read as a comma.")
                }
                isInGroup = false
                item.end = .semicolon
                return item
            case UInt8(ascii: ":"):
                if startsGroup(item) {
                    isInGroup = true
                    item = AddressItem()
                } else {
                    append(octet, to: &item)
                }
            case .quote: takeQuotedString(&item, &defects)
            case UInt8(ascii: "("): takeComment(&item, &defects)
            case UInt8(ascii: "<"): takeAngle(&item, &defects)
            case UInt8(ascii: "["): takeDomainLiteral(&item)
            default: append(octet, to: &item)
            }
        }
        return item
    }

    private func startsGroup(_ item: AddressItem) -> Bool {
        !isInGroup && item.angle == nil && !item.hasAt
            && item.raw[...].trimmed.lowercasedString != "mailto"
    }

    private func append(_ octet: UInt8, to item: inout AddressItem) {
        // Words after the angle brackets are no part of the name.
        guard item.angle == nil else { return }
        item.phrase.append(octet)
        item.raw.append(octet)
        if octet == UInt8(ascii: "@") { item.hasAt = true }
    }

    private mutating func takeQuotedString(_ item: inout AddressItem, _ defects: inout DefectLog) {
        if item.angle == nil { item.raw.append(.quote) }
        while index < octets.endIndex {
            let octet = octets[index]
            index += 1
            if octet == .quote {
                if item.angle == nil { item.raw.append(.quote) }
                return
            }
            guard item.angle == nil else { continue }
            item.raw.append(octet)
            if octet == .backslash, index < octets.endIndex {
                item.raw.append(octets[index])
                item.phrase.append(octets[index])
                index += 1
            } else {
                item.phrase.append(octet)
            }
        }
        defects.note("A quoted string among the addresses has no closing quote.")
        rescueAddress(&item)
    }

    /// Tolerated: `"Jean Dupont <jean@example.org>` whose quote is never closed.
    private func rescueAddress(_ item: inout AddressItem) {
        guard item.angle == nil, let open = item.phrase.lastIndex(of: UInt8(ascii: "<")) else {
            return
        }
        let inner = item.phrase[(open + 1)...].prefix { $0 != UInt8(ascii: ">") }
        item.angle = Array(inner)
        item.phrase.removeSubrange(open...)
    }

    private mutating func takeComment(_ item: inout AddressItem, _ defects: inout DefectLog) {
        var depth = 1
        if !item.comment.isEmpty { item.comment.append(.space) }
        while index < octets.endIndex {
            var octet = octets[index]
            index += 1
            if octet == UInt8(ascii: "(") { depth += 1 }
            if octet == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return }
            }
            if octet == .backslash, index < octets.endIndex {
                octet = octets[index]
                index += 1
            }
            item.comment.append(octet)
        }
        defects.note("A comment among the addresses has no closing parenthesis.")
    }

    private mutating func takeAngle(_ item: inout AddressItem, _ defects: inout DefectLog) {
        var angle: [UInt8] = []
        var isQuoted = false
        while index < octets.endIndex {
            let octet = octets[index]
            if octet == .quote { isQuoted.toggle() }
            if !isQuoted, octet == UInt8(ascii: "(") {
                index += 1
                var unused = AddressItem()
                takeComment(&unused, &defects)
                continue
            }
            if !isQuoted, octet == UInt8(ascii: ">") || endsOpenAngle(octet, angle) { break }
            angle.append(octet)
            index += 1
        }
        if index < octets.endIndex, octets[index] == UInt8(ascii: ">") {
            index += 1
        } else {
            defects.note("An address has no closing angle bracket.")
        }
        // Tolerated: `<jean@example.org> <jean@example.org>`; the first is the address.
        if item.angle == nil || item.angle?.isEmpty == true { item.angle = angle }
    }

    /// A comma inside angle brackets belongs to a route, and otherwise to the list.
    private func endsOpenAngle(_ octet: UInt8, _ angle: [UInt8]) -> Bool {
        if octet == UInt8(ascii: "<") { return true }
        guard octet == UInt8(ascii: ",") || octet == UInt8(ascii: ";") else { return false }
        return angle.first != UInt8(ascii: "@") && !angle.isEmpty
    }

    private mutating func takeDomainLiteral(_ item: inout AddressItem) {
        // Only after "@": elsewhere it is part of a name such as `[Ville] Accueil`.
        append(UInt8(ascii: "["), to: &item)
        guard item.raw.dropLast().last == UInt8(ascii: "@") else { return }
        while index < octets.endIndex {
            let octet = octets[index]
            index += 1
            append(octet, to: &item)
            if octet == UInt8(ascii: "]") { return }
        }
    }
}
