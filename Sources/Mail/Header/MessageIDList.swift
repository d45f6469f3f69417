/// The identifiers of Message-ID, In-Reply-To and References (RFC 5322 §3.6.4), without brackets.
enum MessageIDList {
    /// The identifier of a Message-ID field: the first where there are several.
    static func single(_ fieldBody: String, _ defects: inout DefectLog) -> String? {
        var scanner = MessageIDScanner(octets: Octets(fieldBody.utf8), &defects)
        scanner.read(&defects)
        if let first = scanner.identifiers.first {
            if scanner.identifiers.count > 1 {
                defects.note("The Message-ID field holds several identifiers; the first was read.")
            }
            return first
        }
        let words = scanner.words
        guard !words.isEmpty else {
            defects.note("The Message-ID field holds no identifier.")
            return nil
        }
        defects.note("The Message-ID stands without angle brackets.")
        // Among several words, only an "@" tells the identifier.
        return words.first { $0.utf8.contains(UInt8(ascii: "@")) } ?? words.joined()
    }

    /// The identifiers of In-Reply-To or References as written, the last `limit` of them.
    static func list(_ fieldBodies: [String], limit: Int, _ defects: inout DefectLog) -> [String] {
        var found: [String] = []
        for fieldBody in fieldBodies {
            var scanner = MessageIDScanner(octets: Octets(fieldBody.utf8), &defects)
            scanner.read(&defects)
            found += scanner.identifiers
            if scanner.identifiers.isEmpty { found += bare(scanner.words, &defects) }
        }
        if found.count > limit {
            defects.note("References name over \(limit) messages; the earliest were left out.")
            found.removeFirst(found.count - limit)
        }
        return found
    }

    /// Tolerated: identifiers without brackets, where nothing else stands beside them: an address in the
    /// phrase of an old In-Reply-To is somebody's (RFC 5322 §4.5.4).
    private static func bare(_ words: [String], _ defects: inout DefectLog) -> [String] {
        guard !words.isEmpty, words.allSatisfy(isBare) else { return [] }
        defects.note("Identifiers of other messages stand without angle brackets.")
        return words
    }

    /// Whether the word has an "@" with something on both sides.
    private static func isBare(_ word: String) -> Bool {
        guard let at = word.utf8.firstIndex(of: UInt8(ascii: "@")) else { return false }
        return at > word.utf8.startIndex && word.utf8.index(after: at) < word.utf8.endIndex
    }
}
