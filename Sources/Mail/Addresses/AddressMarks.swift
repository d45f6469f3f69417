/// Finds where quoted strings end, in time linear in the octets for all of them together.
struct QuoteFinder {
    private let octets: Octets
    /// Set once no quote follows, so that nobody looks for one again.
    private var isExhausted = false
    /// Whether one quote of the field has no partner.
    private let isUneven: Bool

    init(octets: Octets) {
        self.octets = octets
        var isEscaped = false
        isUneven =
            octets.reduce(into: 0) { count, octet in
                if octet == .quote, !isEscaped { count += 1 }
                isEscaped = !isEscaped && octet == .backslash
            } % 2 == 1
    }

    /// The closing quote of the string whose content starts at `start`; `nil` when there is none, or
    /// it belongs to another string.
    mutating func end(from start: Int) -> Int? {
        guard !isExhausted else { return nil }
        var index = start
        while index < octets.endIndex, octets[index] != .quote {
            index += octets[index] == .backslash ? 2 : 1
        }
        guard index < octets.endIndex else {
            isExhausted = true
            return nil
        }
        return isUneven && holdsAddress(octets[start..<index]) ? nil : index
    }

    /// Whether `<`, `@`, `>` and a comma follow each other, as in `"Jean <jean@x>, "Luc" <luc@x>`.
    private func holdsAddress(_ content: Octets) -> Bool {
        var wanted = Octets("<@>,".utf8)
        for octet in content where octet == wanted.first {
            wanted = wanted.dropFirst()
            if wanted.isEmpty { return true }
        }
        return false
    }
}

/// Finds where comments end, in time linear in the octets for all of them together.
struct CommentFinder {
    private let octets: Octets
    /// Where comments start that nothing ends.
    private var unclosed: Set<Int> = []
    private var failures = 0

    init(octets: Octets) { self.octets = octets }

    /// The closing parenthesis of the comment whose content starts at `start`.
    mutating func end(from start: Int) -> Int? {
        // Each search to the very end says which comments have none; few can differ about it.
        guard failures < 4, !unclosed.contains(start) else { return nil }
        var starts = [start]
        var index = start
        while index < octets.endIndex {
            switch octets[index] {
            case .backslash: index += 1
            case UInt8(ascii: "("): starts.append(index + 1)
            case UInt8(ascii: ")"):
                starts.removeLast()
                if starts.isEmpty { return index }
            default: break
            }
            index += 1
        }
        failures += 1
        unclosed.formUnion(starts)
        return nil
    }
}

extension Octets {
    /// With `&lt;` and `&gt;` as angle brackets; `nil` where they need not be, or cannot be meant.
    ///
    /// Tolerated: `Jean &lt;jean@example.org&gt;`, as some web forms write their fields.
    var withBracketsForEntities: Octets? {
        guard contains(UInt8(ascii: "&")), !contains(UInt8(ascii: "<")) else { return nil }
        var out: [UInt8] = []
        var index = startIndex
        var wanted = UInt8(ascii: "<")
        while index < endIndex {
            let rest = self[index...]
            if rest.hasPrefix(wanted == UInt8(ascii: "<") ? "&lt;" : "&gt;") {
                out.append(wanted)
                wanted = wanted == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "<")
                index += 4
            } else {
                out.append(self[index])
                index += 1
            }
        }
        // Each opening one needs its closing one.
        return out.contains(UInt8(ascii: "<")) && wanted == UInt8(ascii: "<") ? out[...] : nil
    }
}

/// Recognises an encoded-word (RFC 2047 §2) without decoding it.
enum EncodedWordShape {
    /// The encoded-word that starts at `start`.
    ///
    /// Tolerated: spaces in its text, unless something in angle brackets follows them.
    static func find(in octets: Octets, at start: Int) -> Octets? {
        guard octets[start...].hasPrefix("=?") else { return nil }
        let charset = octets[(start + 2)...].prefix(80).prefix {
            $0.isVisible && $0 != UInt8(ascii: "?")
        }
        let head = octets[charset.endIndex...].prefix(3)
        guard !charset.isEmpty, head.count == 3, head.first == UInt8(ascii: "?"),
            head.last == UInt8(ascii: "?"), isEncoding(head[head.startIndex + 1])
        else { return nil }
        var hasSpace = false
        var index = head.endIndex
        while index + 1 < octets.endIndex {
            let octet = octets[index]
            if octet == UInt8(ascii: "?"), octets[index + 1] == UInt8(ascii: "=") {
                return octets[start..<(index + 2)]
            }
            // A second start, or an address after a space: this one has no end of its own.
            if octet == UInt8(ascii: "="), octets[index + 1] == UInt8(ascii: "?") { return nil }
            hasSpace = hasSpace || octet.isWhiteSpace
            if hasSpace, octet == UInt8(ascii: "<") { return nil }
            index += 1
        }
        return nil
    }

    private static func isEncoding(_ octet: UInt8) -> Bool {
        octet.lowercased == UInt8(ascii: "b") || octet.lowercased == UInt8(ascii: "q")
    }
}
