/// An addr-spec without white space, comments and route (RFC 5322 §3.4.1, §4.4).
struct AddrSpec {
    private(set) var localPart = ""
    /// Empty when there is no "@".
    private(set) var domain = ""
    /// Whether two words stand side by side, which no addr-spec has.
    private(set) var isTorn = false
    /// What had to be overlooked.
    private(set) var notes: [String] = []

    /// `nil` when it has no local-part, or an "@" without a domain.
    ///
    /// `octets` are those of `AddressWords`.
    init?(_ octets: Octets) {
        var octets = withoutScheme(octets.trimmed)
        octets = withoutWrapping(Self.withoutRoute(octets))
        guard let at = Self.lastAt(in: octets) else {
            readLocalPart(octets)
            if !Self.couldBeMailbox(localPart) { return nil }
            notes.append("An address has no domain; it was read as a mailbox of the sender's host.")
            return
        }
        readLocalPart(octets[..<at])
        if Self.lastAt(in: octets[..<at]) != nil {
            notes.append("A local-part holds an \"@\" outside quotes; it was kept.")
        }
        readDomain(octets[(at + 1)...])
        if localPart.isEmpty || domain.isEmpty { return nil }
    }

    /// What programs write in front of an address.
    static let schemes: Set<String> = ["mailto", "smtp"]

    /// Tolerated: `mailto:jean@example.org?subject=Bonjour`.
    private mutating func withoutScheme(_ octets: Octets) -> Octets {
        let scheme = octets.prefix(while: \.isLetter)
        let rest = octets[scheme.endIndex...]
        guard rest.first == UInt8(ascii: ":"), Self.schemes.contains(scheme.lowercasedString) else {
            return octets
        }
        notes.append("An address starts with a scheme such as \"mailto:\"; it was left out.")
        return rest.dropFirst().prefix { $0 != UInt8(ascii: "?") }.trimmed
    }

    /// obs-route: `@relay.example,@other.example:jean@example.org`.
    private static func withoutRoute(_ octets: Octets) -> Octets {
        guard octets.first == UInt8(ascii: "@") else { return octets }
        var isInLiteral = false
        for index in octets.indices {
            switch octets[index] {
            case UInt8(ascii: "["): isInLiteral = true
            case UInt8(ascii: "]"): isInLiteral = false
            case UInt8(ascii: ":") where !isInLiteral: return octets[(index + 1)...].trimmed
            default: continue
            }
        }
        return octets
    }

    /// Tolerated: `'jean@example.org'`, `[jean@example.org]`, and quotes around the whole.
    private mutating func withoutWrapping(_ octets: Octets) -> Octets {
        guard octets.count > 2, let first = octets.first, let last = octets.last,
            octets.contains(UInt8(ascii: "@"))
        else { return octets }
        let inner = octets.dropFirst().dropLast()
        switch (first, last) {
        case (UInt8(ascii: "'"), UInt8(ascii: "'")), (UInt8(ascii: "["), UInt8(ascii: "]")): break
        case (.quote, .quote) where Self.lastAt(in: octets) == nil: break
        default: return octets
        }
        notes.append("Marks stand around a whole address; they were left out.")
        return inner.trimmed
    }

    /// The "@" before the domain: a local-part may hold others, though it ought to quote them.
    private static func lastAt(in octets: Octets) -> Int? {
        var found: Int?
        var quoting = Quoting()
        for index in octets.indices {
            let isQuoted = quoting.covers(octets[index])
            if !isQuoted, octets[index] == UInt8(ascii: "@") { found = index }
        }
        return found
    }

    private mutating func readLocalPart(_ octets: Octets) {
        localPart = String(decoding: dense(octets, between: .space), as: UTF8.self)
    }

    private mutating func readDomain(_ octets: Octets) {
        let octets = octets.trimmed
        if octets.first == UInt8(ascii: "[") {
            domain = String(decoding: octets.filter { !$0.isWhiteSpace }, as: UTF8.self)
            return
        }
        var name = dense(octets, between: nil)
        let length = name.count
        while name.last == UInt8(ascii: ".") || name.last == UInt8(ascii: ":") { name.removeLast() }
        if name.count < length {
            notes.append("A domain ends in a dot; it was left out.")
        }
        domain = String(decoding: name, as: UTF8.self)
    }

    /// Without white space around dots; where two words remain side by side, `between` joins them.
    private mutating func dense(_ octets: Octets, between: UInt8?) -> [UInt8] {
        let dot = UInt8(ascii: ".")
        var out: [UInt8] = []
        var sawSpace = false
        var quoting = Quoting()
        for octet in octets.trimmed {
            if !quoting.covers(octet), octet.isWhiteSpace {
                sawSpace = true
                continue
            }
            if sawSpace, octet != dot, out.last != dot {
                isTorn = true
                if let between { out.append(between) }
            }
            sawSpace = false
            out.append(octet)
        }
        return out
    }

    /// Not what stands where the recipients were left out, nor punctuation alone.
    private static func couldBeMailbox(_ localPart: String) -> Bool {
        let octets = Octets(localPart.utf8)
        return octets.contains { $0.isLetter || $0.isDigit || $0 >= 0x80 }
            && !octets.prefix(11).lowercasedString.hasPrefix("undisclosed")
    }
}
