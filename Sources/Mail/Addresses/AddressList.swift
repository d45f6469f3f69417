/// The addresses of From, To, Cc and their like (RFC 5322 §3.4), group names and comments left out.
struct AddressList {
    private(set) var addresses: [Address] = []
    private let limit: Int
    /// Whether this is the text of a quoted string or an encoded-word of another list.
    private let isInner: Bool
    /// Words with a comma behind them: a name's beginning, or mailboxes without a domain.
    private var names: [AddressItem] = []

    /// How many words with commas behind them a name may start with.
    private static let maximumNames = 8

    init(parsing fieldBody: String, limit: Int, _ defects: inout DefectLog) {
        var octets = Octets(fieldBody.utf8)
        if let unescaped = octets.withBracketsForEntities {
            octets = unescaped
            defects.note(
                "An address stands in the character references of HTML; they were read as its brackets."
            )
        }
        self.init(parsing: octets, limit: limit, isInner: false, &defects)
    }

    private init(
        parsing octets: Octets,
        limit: Int,
        isInner: Bool,
        _ defects: inout DefectLog
    ) {
        self.limit = limit
        self.isInner = isInner
        var scanner = AddressScanner(octets: octets)
        while let item = scanner.next(&defects) {
            take(item, &defects)
            if addresses.count > limit { break }
        }
        takeNames(&defects)
        if addresses.count > limit {
            addresses.removeSubrange(limit...)
            defects.note("A field holds over \(limit) addresses; later ones were not read.")
        }
    }

    private mutating func take(_ item: AddressItem, _ defects: inout DefectLog) {
        if item.isNameOnly {
            if let inner = innerAddresses(item, &defects) {
                takeNames(&defects)
                addresses += inner
            } else {
                if names.count == Self.maximumNames { takeNames(&defects) }
                names.append(item)
                if item.end == .groupEnd { takeNames(&defects) }
            }
            return
        }
        // An element that is empty says nothing about the words before it.
        if item.isEmpty { return }
        let prefix = nameBeforeComma(of: item, &defects)
        takeNames(&defects)
        addresses += item.addresses(after: prefix, &defects)
    }

    /// Tolerated: `Dupont, Jean <jean@example.org>` without quotes.
    private mutating func nameBeforeComma(
        of item: AddressItem,
        _ defects: inout DefectLog
    ) -> [UInt8] {
        guard !names.isEmpty, item.canEndName, names.allSatisfy(\.canStartName) else { return [] }
        defects.note("A display name holds a comma outside quotes; it was read as one name.")
        var prefix: [UInt8] = []
        for name in names {
            let mark = name.end == .semicolon ? UInt8(ascii: ";") : UInt8(ascii: ",")
            if !prefix.isEmpty, name.words.octets.first?.isWhiteSpace == true {
                prefix.append(.space)
            }
            prefix += AddressWords.text(name.words.octets[...].trimmed) + [mark]
        }
        if item.words.octets.first?.isWhiteSpace == true { prefix.append(.space) }
        names.removeAll()
        return prefix
    }

    /// Words that turned out to be no part of a name.
    private mutating func takeNames(_ defects: inout DefectLog) {
        for item in names { addresses += item.addresses(after: [], &defects) }
        names.removeAll()
    }

    /// Tolerated: a whole address, or several, in quotes or in an encoded-word.
    private func innerAddresses(_ item: AddressItem, _ defects: inout DefectLog) -> [Address]? {
        guard !isInner, let text = AddressItem.displayName(item.words.text, &defects),
            text.utf8.contains(UInt8(ascii: "@"))
        else { return nil }
        var innerDefects = DefectLog()
        let list = AddressList(
            parsing: Octets(text.utf8),
            limit: limit,
            isInner: true,
            &innerDefects
        )
        guard list.addresses.contains(where: { !$0.domain.isEmpty }) else { return nil }
        defects.note(
            item.words.octets.contains(UInt8(ascii: "?"))
                ? "An address stood inside an encoded-word; it was read from there."
                : "An address stood inside quotes; it was read from there."
        )
        for sentence in innerDefects.sentences { defects.note(sentence) }
        return list.addresses
    }

    /// Whether it is `<>`, perhaps with comments (RFC 5321 §4.5.5).
    static func isNullPath(_ fieldBody: String) -> Bool {
        var defects = DefectLog()
        var scanner = AddressScanner(octets: Octets(fieldBody.utf8))
        guard let item = scanner.next(&defects), let angle = item.angle else { return false }
        return angle.isBlank && item.words.isBlank && item.rest.isBlank
            && scanner.next(&defects) == nil && defects.sentences.isEmpty
    }

    static func noteNoComma(_ defects: inout DefectLog) {
        defects.note("Addresses stand side by side without a comma; each was read.")
    }
}

/// What an element says, once it is cut out.
extension AddressItem {
    fileprivate var isEmpty: Bool { angle == nil && words.isBlank }

    /// Whether it names no address: an empty pair of angle brackets is none.
    fileprivate var isNameOnly: Bool {
        angle?.isBlank != false && !words.hasAt && !words.isBlank && rest.isBlank
    }

    fileprivate var canStartName: Bool { angle == nil && comment.isEmpty }

    /// Whether words before a comma may belong to its name: who quotes knows where commas go.
    fileprivate var canEndName: Bool {
        angle?.isBlank == false && !words.isBlank && !words.startsQuoted
    }

    fileprivate func addresses(after prefix: [UInt8], _ defects: inout DefectLog) -> [Address] {
        guard var angle else { return bareAddresses(words, comment: comment, &defects) }
        angle.decodeEncodedWord(&defects)
        if words.hasAt, !angle.hasAt { return swappedAddresses(angle, &defects) }
        guard !angle.isBlank, let spec = AddrSpec(angle.octets[...]) else {
            Self.noteNoAddress(&defects)
            return restAddresses(besides: nil, &defects)
        }
        if spec.isTorn, let address = spelledAddress(angle, &defects) {
            let name = Self.displayName(prefix + words.text, &defects)
            return [
                Address(displayName: name, localPart: address.localPart, domain: address.domain)
            ]
        }
        if spec.isTorn {
            let several = angle.split.compactMap { AddrSpec($0) }.filter { !$0.domain.isEmpty }
            if several.count > 1 { return bareAddresses(angle, comment: [], &defects) }
            defects.note("White space stands inside an address.")
        }
        if words.holdsSpecials {
            defects.note("A display name holds \"@\" or \":\" outside quotes; it was kept.")
        }
        var name = Self.displayName(prefix + words.text, &defects)
        if name == nil, rest.holdsWord { name = Self.displayName(rest.text, &defects) }
        name = name ?? Self.displayName(comment, &defects)
        let address = Self.address(spec, name, &defects)
        return [address] + restAddresses(besides: address, &defects)
    }

    /// Tolerated: `<jean@example.org> Jean Dupont`, and an address that no comma separates.
    private func restAddresses(besides first: Address?, _ defects: inout DefectLog) -> [Address] {
        if rest.isBlank { return [] }
        if rest.hasAt {
            AddressList.noteNoComma(&defects)
            return bareAddresses(rest, comment: [], &defects).filter { other in
                first?.isSameAddress(as: other) != true
            }
        }
        defects.note("Words stand after the angle brackets of an address.")
        return []
    }

    /// Tolerated: `jean@example.org <Jean Dupont>` and `jean@example.org <>`.
    private func swappedAddresses(
        _ angle: AddressWords,
        _ defects: inout DefectLog
    ) -> [Address] {
        defects.note("An address stands before angle brackets that hold none.")
        return bareAddresses(words, comment: angle.isBlank ? comment : angle.text, &defects)
    }

    private func bareAddresses(
        _ words: AddressWords,
        comment: [UInt8],
        _ defects: inout DefectLog
    ) -> [Address] {
        if words.isBlank { return [] }
        if let spec = AddrSpec(words.octets[...]), !spec.isTorn,
            !spec.domain.isEmpty || Self.isAtom(words)
        {
            return [Self.address(spec, Self.displayName(comment, &defects), &defects)]
        }
        var found = looseAddresses(words, &defects)
        if found.isEmpty, let address = spelledAddress(words, &defects) { found = [address] }
        if found.isEmpty {
            Self.noteNoAddress(&defects)
        } else if found[0].displayName == nil {
            found[0].displayName = Self.displayName(comment, &defects)
        }
        return found
    }

    /// Tolerated: `Jean Dupont jean@example.org` without angle brackets, and more than one of them.
    private func looseAddresses(
        _ words: AddressWords,
        _ defects: inout DefectLog
    ) -> [Address] {
        guard words.hasAt else { return [] }
        var found: [Address] = []
        var name: [UInt8] = []
        for word in words.splitKeepingAddresses {
            guard let spec = AddrSpec(word), !spec.domain.isEmpty else {
                name += AddressWords.text(word) + [.space]
                continue
            }
            found.append(Self.address(spec, Self.displayName(name, &defects), &defects))
            name.removeAll()
        }
        guard let last = found.indices.last else { return [] }
        if found[last].displayName == nil {
            found[last].displayName = Self.displayName(name, &defects)
        }
        if found.count > 1 {
            AddressList.noteNoComma(&defects)
        } else {
            defects.note("An address stands beside a name without angle brackets.")
        }
        return found
    }

    /// Tolerated: `jean at example.org`, as archives write to hide addresses from robots.
    private func spelledAddress(_ words: AddressWords, _ defects: inout DefectLog) -> Address? {
        let parts = words.split
        guard parts.count == 3, parts[1].lowercasedString == "at",
            parts[2].contains(UInt8(ascii: ".")),
            let spec = AddrSpec((parts[0] + [UInt8(ascii: "@")] + parts[2])[...])
        else { return nil }
        defects.note("An address is written with \"at\" for its \"@\".")
        return Self.address(spec, nil, &defects)
    }

    /// A word that may name a mailbox by itself: an atom with dots, and nothing quoted.
    private static func isAtom(_ words: AddressWords) -> Bool {
        words.octets[...].trimmed.allSatisfy { octet in
            octet.isAtomText || octet == UInt8(ascii: ".") || octet >= 0x80
        }
    }

    private static func address(
        _ spec: AddrSpec,
        _ name: String?,
        _ defects: inout DefectLog
    ) -> Address {
        for note in spec.notes { defects.note(note) }
        return Address(displayName: name, localPart: spec.localPart, domain: spec.domain)
    }

    fileprivate static func displayName(_ words: [UInt8], _ defects: inout DefectLog) -> String? {
        let text = EncodedWord.decode(String(decoding: words, as: UTF8.self), &defects)
        let line = text.utf8.map { $0.isWhiteSpace ? .space : $0 }
        let name = String(decoding: line[...].trimmed, as: UTF8.self)
        return name.isEmpty ? nil : name
    }

    private static func noteNoAddress(_ defects: inout DefectLog) {
        defects.note("A word among the addresses is no address; it was left out.")
    }
}
