import Mail

/// Who wrote quoted mail, read from the value of its "De :" line or from its reply line.
struct QuotedAuthor: Hashable, Sendable {
    /// As written, without the quotation marks; `nil` when only an address is given.
    var name: String?
    /// The same without the list it came through ("via …") or what stands in parentheses.
    var personName: String?
    /// Never written to; `nil` when only a name is given.
    var address: Address?
}

extension QuotedAuthor {
    /// The mailbox, or the name alone with an empty address; `nil` when nobody is named.
    var sender: Address? {
        address ?? name.map { Address(displayName: $0, localPart: "", domain: "") }
    }

    private static let longest = 400

    init(_ value: String?) {
        let text = (value ?? "").beginning(octets: Self.longest).withoutInvisibles()
        var marks = Self.addressMark(in: text)
        // A Notes name with its domain is no address: "Jean Dupont/ORG@ORG".
        if let found = marks, found.address.contains("/") { marks = nil }
        let written = marks.map { String(text[..<$0.start]) } ?? text
        var name = Self.withoutQuotes(written)
        if marks?.isBare == true, name.utf8.contains(0x40) { name = "" }
        if let slash = Self.endOfNotesName(name) { name = Self.commonName(String(name[..<slash])) }
        if name.utf8.contains(0x40) { name = "" }
        self.name = name.isEmpty ? nil : name
        personName = self.name.flatMap(Self.person)
        address = marks.flatMap { Self.address($0.address, displayName: self.name) }
    }

    /// Without the punctuation around it; quotation marks go in pairs, or where they have no other.
    private static func withoutQuotes(_ text: String) -> String {
        let isPunctuation = { (character: Character) in
            character.isWhitespace || "*,;:<>([".contains(character)
        }
        var name = text.trimming(while: isPunctuation)
        var rounds = 0
        while let first = name.first, let last = name.last, rounds < mostQuotes {
            rounds += 1
            let closes = closing(first)
            let opens = opening(last)
            if let closes, name.count > 1, closes.contains(last) {
                name = String(name.dropFirst().dropLast())
            } else if let closes, !name.dropFirst().contains(where: closes.contains) {
                name.removeFirst()
            } else if let opens, !name.dropLast().contains(where: opens.contains) {
                name.removeLast()
            } else {
                break
            }
            name = name.trimming(while: isPunctuation)
        }
        return name
    }

    private static let mostQuotes = 8

    /// The marks that close what a mark opens.
    private static func closing(_ mark: Character) -> String? {
        switch mark {
        case "\"", "'": String(mark)
        case "“": "”“"
        case "”": "”"
        case "«": "»"
        case "»": "«»"
        default: nil
        }
    }

    /// The marks that open what a mark closes.
    private static func opening(_ mark: Character) -> String? {
        switch mark {
        case "\"", "'": String(mark)
        case "”": "“”"
        case "“": "“"
        case "»": "«»"
        case "«": "»«"
        default: nil
        }
    }

    /// Where an address stands in the text, and whether nothing brackets it.
    private static func addressMark(
        in text: String
    ) -> (start: String.Index, address: Substring, isBare: Bool)? {
        guard let at = text.lastIndex(of: "@") else { return nil }
        let isOpening = { (character: Character) in "<[(".contains(character) }
        if let open = text[..<at].lastIndex(where: isOpening), isBracketed(open, at, in: text) {
            let close = text[at...].firstIndex { ">])<".contains($0) } ?? text.endIndex
            // `X <a@b <mailto:a@b>>`: the name ends at the first bracket with an address.
            let first = text.firstIndex { isOpening($0) }
            let start = first.map {
                isBracketed($0, text[$0...].firstIndex(of: "@") ?? at, in: text) ? $0 : open
            }
            return (start ?? open, text[text.index(after: open)..<close], false)
        }
        let before = text[..<at].lastIndex { $0.isWhitespace || ",;:\"'".contains($0) }
        let start = before.map { text.index(after: $0) } ?? text.startIndex
        let end = text[at...].firstIndex { $0.isWhitespace || ",;:\"'<>)]".contains($0) }
        return (start, text[start..<(end ?? text.endIndex)], true)
    }

    /// Whether only an address stands between a bracket and its "@".
    private static func isBracketed(
        _ open: String.Index,
        _ at: String.Index,
        in text: String
    ) -> Bool {
        guard open < at else { return false }
        let local = text[open..<at].dropFirst()
        return !local.contains { ">])\"".contains($0) } && local.split(separator: " ").count <= 3
    }

    private static func address(_ text: Substring, displayName: String?) -> Address? {
        var addrSpec = text.filter { !$0.isWhitespace && $0 != "*" }
        if let colon = addrSpec.lastIndex(of: ":") {
            addrSpec = String(addrSpec[colon...].dropFirst())
        }
        let parts = addrSpec.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !parts[0].contains("/") else {
            return nil
        }
        return Address(
            displayName: displayName,
            localPart: String(parts[0]),
            domain: String(parts[1])
        )
    }

    /// Lotus Notes: "Jean Dupont/ORG/FR", "CN=Jean Dupont/OU=X/O=ORG".
    private static func endOfNotesName(_ name: String) -> String.Index? {
        guard let slash = name.firstIndex(of: "/"), slash > name.startIndex else { return nil }
        let rest = name[slash...].dropFirst()
        let isHierarchy =
            rest.first?.isLetter == true && rest.count <= 80
            && !rest.contains { $0.isLowercase } || name.hasPrefix("CN=") || rest.contains("=")
        return isHierarchy ? slash : nil
    }

    private static func commonName(_ name: String) -> String {
        name.hasPrefix("CN=") ? String(name.dropFirst(3)) : name
    }

    private static func person(_ name: String) -> String? {
        var person = name[...]
        if let open = person.firstIndex(where: { $0 == "(" || $0 == "[" }) {
            person = person[..<open]
        }
        let words = person.split(separator: " ")
        if let via = words.firstIndex(where: { $0.lowercased() == "via" }), via > 0 {
            person = person[..<words[via].startIndex]
        }
        let trimmed = String(person).trimming { $0.isWhitespace || "\"',".contains($0) }
        return trimmed.isEmpty ? nil : trimmed
    }
}

extension String {
    fileprivate func trimming(while isMark: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, isMark(last) { rest.removeLast() }
        return String(rest.drop(while: isMark))
    }

    /// Without the marks of writing direction that webmails put around names.
    fileprivate func withoutInvisibles() -> String {
        let kept = unicodeScalars.filter { scalar in
            !((0x200B...0x200F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0xFEFF)
        }
        return String(String.UnicodeScalarView(kept))
    }
}
