/// The identifiers of Message-ID, In-Reply-To and References (RFC 5322 §3.6.4), without brackets.
enum MessageIDList {
    /// The identifier of a Message-ID field.
    static func single(_ fieldBody: String, _ defects: inout DefectLog) -> String? {
        let octets = Octets(fieldBody.utf8).trimmed
        if let first = bracketed(octets).first { return first }
        let words = octets.filter { !$0.isWhiteSpace && $0 != open && $0 != close }
        guard !words.isEmpty else { return nil }
        defects.note("The Message-ID stands without angle brackets.")
        return String(decoding: words, as: UTF8.self)
    }

    /// The identifiers of In-Reply-To or References, each once, the last `limit` of them.
    static func list(_ fieldBodies: [String], limit: Int, _ defects: inout DefectLog) -> [String] {
        var found: [String] = []
        for fieldBody in fieldBodies {
            let octets = Octets(fieldBody.utf8).trimmed
            let identifiers = bracketed(octets)
            found += identifiers
            if identifiers.isEmpty { found += bare(octets, &defects) }
        }
        var seen: Set<String> = []
        var unique = found.filter { seen.insert($0).inserted }
        if unique.count > limit {
            defects.note("References name over \(limit) messages; the earliest were left out.")
            unique.removeFirst(unique.count - limit)
        }
        return unique
    }

    private static let open = UInt8(ascii: "<")
    private static let close = UInt8(ascii: ">")

    /// White space inside the brackets goes: folding puts it there by mistake.
    private static func bracketed(_ octets: Octets) -> [String] {
        var found: [String] = []
        var start: Int?
        for index in octets.indices {
            if octets[index] == open {
                start = index + 1
            } else if octets[index] == close, let low = start {
                let words = dense(octets[low..<index])
                if !words.isEmpty { found.append(String(decoding: words, as: UTF8.self)) }
                start = nil
            }
        }
        return found
    }

    /// Comments go only where there is white space too: obs-id-left and obs-id-right (§4.5.4).
    private static func dense(_ octets: Octets) -> [UInt8] {
        guard octets.contains(where: \.isWhiteSpace) else { return Array(octets) }
        var depth = 0
        return octets.filter { octet in
            if octet == UInt8(ascii: "(") { depth += 1 }
            let isKept = depth == 0 && !octet.isWhiteSpace
            if octet == UInt8(ascii: ")") { depth = max(0, depth - 1) }
            return isKept
        }
    }

    private static func bare(_ octets: Octets, _ defects: inout DefectLog) -> [String] {
        let words = octets.split { $0.isWhiteSpace || $0 == UInt8(ascii: ",") || $0 == open }
        let found = words.filter { word in
            // An identifier has one "@" with something on both sides.
            guard let at = word.firstIndex(of: UInt8(ascii: "@")) else { return false }
            return at > word.startIndex && at + 1 < word.endIndex
        }
        if !found.isEmpty {
            defects.note("Identifiers of other messages stand without angle brackets.")
        }
        return found.map { String(decoding: $0, as: UTF8.self) }
    }
}
