/// One element of an address list before its parts are judged.
struct AddressItem {
    enum End { case comma, semicolon, groupEnd, none }

    /// What stands before or without angle brackets.
    var words = AddressWords()
    var comment: [UInt8] = []
    /// What stands between the angle brackets.
    var angle: AddressWords?
    /// What follows them.
    var rest = AddressWords()
    var end = End.none

    fileprivate mutating func append(_ octet: UInt8) {
        if angle == nil { words.append(octet) } else { rest.append(octet) }
    }
}

/// Cuts a field body at its separators, minding quotes, comments and angle brackets.
struct AddressScanner {
    let octets: Octets
    private var index: Int
    private var groupDepth = 0
    /// What was read already of the item that comes next.
    private var started: AddressItem?
    private var quotes: QuoteFinder
    private var comments: CommentFinder

    init(octets: Octets) {
        self.octets = octets
        index = octets.startIndex
        quotes = QuoteFinder(octets: octets)
        comments = CommentFinder(octets: octets)
    }

    mutating func next(_ defects: inout DefectLog) -> AddressItem? {
        guard index < octets.endIndex || started != nil else { return nil }
        var item = started ?? AddressItem()
        started = nil
        while index < octets.endIndex {
            let octet = octets[index]
            index += 1
            switch octet {
            case UInt8(ascii: ","):
                item.end = .comma
                return item
            case UInt8(ascii: ";"):
                item.end = semicolon(&defects)
                return item
            case UInt8(ascii: ":"): takeColon(&item, &defects)
            case .quote: takeQuote(&item, &defects)
            case UInt8(ascii: "("):
                takeComment(&item, &defects)
                item.append(.space)
            case UInt8(ascii: "<"):
                takeAngle(&item, &defects)
                if started != nil { return item }
            case UInt8(ascii: ">"): takeClose(&item, &defects)
            case UInt8(ascii: ")"):
                defects.note(
                    "A closing parenthesis among the addresses has no opening one; it was kept."
                )
                item.append(octet)
            case UInt8(ascii: "["): takeDomainLiteral(&item)
            case .backslash: takeBackslash(&item, &defects)
            case UInt8(ascii: "="): takeEncodedWord(&item, &defects)
            default: item.append(octet)
            }
        }
        if groupDepth > 0 {
            defects.note("A group of addresses has no closing semicolon.")
            groupDepth = 0
        }
        return item
    }
}

/// Separators and groups.
extension AddressScanner {
    private mutating func semicolon(_ defects: inout DefectLog) -> AddressItem.End {
        guard groupDepth == 0 else {
            groupDepth -= 1
            return .groupEnd
        }
        defects.note("A semicolon separates addresses; it was read as a comma.")
        return .semicolon
    }

    private mutating func takeColon(_ item: inout AddressItem, _ defects: inout DefectLog) {
        guard item.angle == nil, !item.words.hasAt, startsGroup else {
            item.append(UInt8(ascii: ":"))
            return
        }
        if item.words.removeScheme() {
            defects.note("An address starts with a scheme such as \"mailto:\"; it was left out.")
            return
        }
        if groupDepth > 0 {
            // Tolerated: no group may hold another.
            defects.note("A group of addresses stands inside another one.")
        }
        groupDepth += 1
        item = AddressItem()
    }

    /// Tolerated: the colon of `http://example.org` or `:-)` in a name without quotes.
    private var startsGroup: Bool {
        let rest = octets[index...]
        return !rest.hasPrefix("//") && !rest.hasPrefix(")") && !rest.hasPrefix("-)")
    }
}

/// What stands between marks.
extension AddressScanner {
    private mutating func takeQuote(_ item: inout AddressItem, _ defects: inout DefectLog) {
        if item.angle == nil {
            takeQuotedString(&item.words, &defects)
        } else {
            takeQuotedString(&item.rest, &defects)
        }
    }

    private mutating func takeQuotedString(
        _ words: inout AddressWords,
        _ defects: inout DefectLog
    ) {
        guard let end = quotes.end(from: index) else {
            // Tolerated: `"Jean Dupont <jean@example.org>` whose quote is never closed.
            defects.note("A quoted string among the addresses has no closing quote.")
            return
        }
        words.append(quoted: octets[index..<end])
        index = end + 1
    }

    private mutating func takeComment(_ item: inout AddressItem, _ defects: inout DefectLog) {
        let content: Octets
        if let end = comments.end(from: index) {
            content = octets[index..<end]
            index = end + 1
        } else {
            // Tolerated: `Jean Dupont (mairie <jean@example.org>`.
            defects.note("A comment among the addresses has no closing parenthesis.")
            content = octets[index...].prefix { octet in
                octet != UInt8(ascii: "<") && octet != UInt8(ascii: ">")
                    && octet != UInt8(ascii: ",")
            }
            index = content.endIndex
        }
        if !item.comment.isEmpty { item.comment.append(.space) }
        var isEscaped = false
        for octet in content {
            isEscaped = !isEscaped && octet == .backslash
            let isRepeated = octet.isWhiteSpace && item.comment.last == .space
            if isEscaped || isRepeated { continue }
            item.comment.append(octet.isWhiteSpace ? .space : octet)
        }
    }

    private mutating func takeAngle(_ item: inout AddressItem, _ defects: inout DefectLog) {
        let angle = angleContent(&item, &defects)
        guard let first = item.angle, !first.isBlank else {
            // Nothing but space may stand between `<` and `<`, or after an empty pair.
            item.angle = angle
            return
        }
        if angle.isBlank { return }
        if angle.octets[...].trimmed.lowercasedString == first.octets[...].trimmed.lowercasedString
        {
            // Tolerated: `<jean@example.org> <jean@example.org>`.
            defects.note("An address stands twice without a comma; it was read once.")
            return
        }
        AddressList.noteNoComma(&defects)
        started = AddressItem(words: item.rest, angle: angle)
        item.rest = AddressWords()
    }

    private mutating func angleContent(
        _ item: inout AddressItem,
        _ defects: inout DefectLog
    ) -> AddressWords {
        var angle = AddressWords()
        while index < octets.endIndex {
            let octet = octets[index]
            if octet == UInt8(ascii: "<"), angle.isBlank {
                // Tolerated: `<<jean@example.org>>`.
                Self.noteStrayBracket(&defects)
                index += 1
                continue
            }
            if octet == UInt8(ascii: "<") || endsOpenAngle(octet, angle) { break }
            index += 1
            switch octet {
            case UInt8(ascii: ">"): return angle
            case .quote: takeQuotedString(&angle, &defects)
            case UInt8(ascii: "("):
                takeComment(&item, &defects)
                angle.append(.space)
            default: angle.append(octet)
            }
        }
        defects.note("An address has no closing angle bracket.")
        return angle
    }

    private static func noteStrayBracket(_ defects: inout DefectLog) {
        defects.note("A stray angle bracket stood among the addresses; it was left out.")
    }

    /// A comma inside angle brackets belongs to a route, and otherwise to the list.
    private func endsOpenAngle(_ octet: UInt8, _ angle: AddressWords) -> Bool {
        guard octet == UInt8(ascii: ",") || octet == UInt8(ascii: ";") else { return false }
        return angle.hasAt && !angle.startsWithAt
    }

    /// Tolerated: `Jean jean@example.org>`, whose opening bracket is missing.
    private func takeClose(_ item: inout AddressItem, _ defects: inout DefectLog) {
        if item.angle == nil, !item.words.hasAt {
            item.append(UInt8(ascii: ">"))
        } else {
            Self.noteStrayBracket(&defects)
            item.append(.space)
        }
    }

    private mutating func takeDomainLiteral(_ item: inout AddressItem) {
        // Only after "@": elsewhere it is part of a name such as `[Ville] Accueil`.
        let isDomain = item.words.lastVisible == UInt8(ascii: "@")
        item.append(UInt8(ascii: "["))
        let content = octets[index...].prefix(255)
        guard item.angle == nil, isDomain, let end = content.firstIndex(of: UInt8(ascii: "]"))
        else {
            return
        }
        for octet in octets[index...end] { item.append(octet) }
        index = end + 1
    }

    /// Tolerated: `\"Jean Dupont\" <jean@example.org>`, escaped where nothing is quoted.
    private mutating func takeBackslash(_ item: inout AddressItem, _ defects: inout DefectLog) {
        guard index < octets.endIndex, octets[index].isAddressSpecial else {
            item.append(.backslash)
            return
        }
        defects.note("A backslash stands outside quotes among the addresses; it was left out.")
        if octets[index] != .quote { item.append(octets[index]) }
        index += 1
    }

    private mutating func takeEncodedWord(_ item: inout AddressItem, _ defects: inout DefectLog) {
        guard let word = EncodedWordShape.find(in: octets, at: index - 1) else {
            item.append(UInt8(ascii: "="))
            return
        }
        index = word.endIndex
        guard word.contains(where: { $0.isWhiteSpace || $0.isAddressSpecial }) else {
            for octet in word { item.append(octet) }
            return
        }
        // Tolerated: a comma that RFC 2047 §5 (3) wants encoded.
        if word.contains(where: { $0 != UInt8(ascii: "@") && $0.isAddressSpecial }) {
            defects.note("An encoded-word among the addresses holds what ought to be encoded.")
        }
        if item.angle == nil {
            item.words.append(quoting: word)
        } else {
            item.rest.append(quoting: word)
        }
    }
}

extension UInt8 {
    /// What has a meaning of its own among addresses: specials of RFC 5322 §3.2.3, less the dot.
    fileprivate var isAddressSpecial: Bool {
        switch self {
        case .quote, .backslash, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"),
            UInt8(ascii: ";"), UInt8(ascii: "@"), UInt8(ascii: ","):
            true
        default: false
        }
    }
}
