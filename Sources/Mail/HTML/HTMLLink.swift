/// Where a link leads, as a reader of text needs it.
struct HTMLLink {
    /// `http` and `https` alone, without white space; unwrapped where a filter rewrote it.
    let target: String

    /// Longer targets say nothing to a person.
    private static let maximumLength = 200

    init?(href: String) {
        var target = Octets(href.utf8).trimmed
        var unwrapped = 0
        while unwrapped < 3, let inner = Self.wrapped(target) {
            target = inner
            unwrapped += 1
        }
        guard Self.isWebAddress(target), target.count <= Self.maximumLength,
            target.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<") })
        else { return nil }
        self.target = String(decoding: target, as: UTF8.self)
    }

    private static func isWebAddress(_ octets: Octets) -> Bool {
        let scheme = octets.prefix(8).lowercasedString
        return scheme.hasPrefix("http://") || scheme.hasPrefix("https://")
    }

    /// Whether the text shows the address itself, if perhaps without its scheme.
    func isNamed(by shown: [UInt8]) -> Bool {
        let shown = Self.bare(shown[...])
        let target = Self.bare(Octets(self.target.utf8))
        if shown == target { return true }
        // Counters of visitors are no part of what is named.
        guard target.starts(with: shown), shown.contains(UInt8(ascii: ".")) else { return false }
        let rest = target[shown.count...].drop { $0 == UInt8(ascii: "/") }
        return rest.hasPrefix("?utm_") || rest.hasPrefix("#")
    }

    private static func bare(_ octets: Octets) -> [UInt8] {
        var octets = octets.filter { !$0.isWhiteSpace }.map(\.lowercased)[...]
        for prefix in ["https://", "http://", "www."] where octets.starts(with: prefix.utf8) {
            octets = octets.dropFirst(prefix.utf8.count)
        }
        while let last = octets.last, ["/", ">", "."].contains(UnicodeScalar(last)) {
            octets = octets.dropLast()
        }
        if octets.first == UInt8(ascii: "<") { octets = octets.dropFirst() }
        return Array(octets)
    }

    /// What a filter's address leads to in the end: Safe Links, URL Defense, redirections of Google
    /// and the like.
    private static func wrapped(_ target: Octets) -> Octets? {
        let target = target.prefix(4000)
        guard isWebAddress(target) else { return nil }
        let afterScheme = target.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
        let host = afterScheme.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        let name = host.lowercasedString
        if name == "urldefense.com" { return defended(target) }
        let isWrapper =
            name.hasSuffix(".safelinks.protection.outlook.com")
            || name == "urldefense.proofpoint.com" || name == "l.facebook.com"
            || ((name.hasPrefix("www.google.") || name == "google.com")
                && afterScheme.dropFirst(host.count).hasPrefix("/url?"))
        guard isWrapper else { return nil }
        let query = target.drop { $0 != UInt8(ascii: "?") }.dropFirst()
        for pair in query.split(separator: UInt8(ascii: "&")) {
            for key in ["url=", "u=", "q="] where pair.starts(with: key.utf8) {
                var value = pair.dropFirst(key.utf8.count)
                if name == "urldefense.proofpoint.com" { value = proofpoint(value) }
                value = percentDecoded(value)
                if isWebAddress(value) { return value }
            }
        }
        return nil
    }

    /// `https://urldefense.com/v3/__https://a.example/x__;!!...`
    private static func defended(_ target: Octets) -> Octets? {
        guard let start = target.firstIndex(of: Array("/__".utf8), from: target.startIndex) else {
            return nil
        }
        let rest = target[(start + 3)...]
        let end = rest.firstIndex(of: Array("__;".utf8), from: rest.startIndex) ?? rest.endIndex
        let inner = rest[..<end]
        return isWebAddress(inner) ? inner : nil
    }

    /// `-3A` for `%3A`, and `_` for `/`.
    private static func proofpoint(_ octets: Octets) -> Octets {
        Octets(
            octets.map {
                switch $0 {
                case UInt8(ascii: "-"): UInt8(ascii: "%")
                case UInt8(ascii: "_"): UInt8(ascii: "/")
                default: $0
                }
            }
        )
    }

    private static func percentDecoded(_ octets: Octets) -> Octets {
        var out: [UInt8] = []
        var index = octets.startIndex
        while index < octets.endIndex {
            if octets[index] == UInt8(ascii: "%"), index + 2 < octets.endIndex,
                let high = octets[index + 1].hexadecimalValue,
                let low = octets[index + 2].hexadecimalValue
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(octets[index])
                index += 1
            }
        }
        return out[...]
    }
}
