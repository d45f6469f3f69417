/// Finds the header of a message behind what programs and files put before it.
enum MessageStart {
    /// How far empty lines and separators are skipped.
    private static let maximumLead = 65_536

    /// The octets from the header on, with the line ends of the RFC where a file has its own.
    static func find(in octets: Octets, _ defects: inout DefectLog) -> Octets {
        var octets = withoutUTF16(octets, &defects)
        if octets.hasPrefix("\u{FEFF}") {
            octets = octets.dropFirst(3)
            defects.note("A byte order mark stood before the header.")
        }
        octets = withoutDoubledLines(withLineFeeds(octets, &defects), &defects)
        octets = withoutEmptyLines(octets, &defects)
        for _ in 0..<10 where startsWithSeparator(octets) {
            octets = octets[octets.line(at: octets.startIndex).next...]
            defects.note("The line \"From \" of an mbox file stood before the header.")
        }
        return octets
    }

    /// Tolerated: a mail that an editor saved in UTF-16.
    private static func withoutUTF16(_ octets: Octets, _ defects: inout DefectLog) -> Octets {
        let start = Array(octets.prefix(2))
        guard start == [0xFE, 0xFF] || start == [0xFF, 0xFE] else { return octets }
        defects.note("The message is in UTF-16; it was read as UTF-8.")
        let high = start == [0xFE, 0xFF] ? 0 : 1
        let body = octets.dropFirst(2)
        let units = (0..<body.count / 2).map { place in
            let index = body.startIndex + place * 2
            return UInt16(body[index + high]) << 8 | UInt16(body[index + 1 - high])
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)[...]
    }

    /// Tolerated: line ends of a bare CR, as old Macintosh programs wrote them.
    private static func withLineFeeds(_ octets: Octets, _ defects: inout DefectLog) -> Octets {
        guard let first = octets.firstIndex(of: .cr, from: octets.startIndex) else { return octets }
        guard let feed = octets.firstIndex(of: .lf, from: octets.startIndex) else {
            defects.note("Lines end in CR alone; it was read as CRLF.")
            return octets.map { $0 == .cr ? .lf : $0 }[...]
        }
        guard first + 1 < feed, FieldStart(octets[..<first]) != nil,
            FieldStart(octets[(first + 1)..<feed].prefix { $0 != .cr })?.isKnown == true
        else { return octets }
        defects.note("Some lines end in CR alone; it was read as CRLF.")
        var out = Array(octets)
        for index in out.indices where out[index] == .cr {
            if index + 1 == out.count || out[index + 1] != .lf { out[index] = .lf }
        }
        return out[...]
    }

    /// Tolerated: a gateway that ends each line twice, so that the header falls apart.
    ///
    /// Messages in messages with a field each look nearly like it, but they start with Content-Type.
    private static func withoutDoubledLines(
        _ octets: Octets,
        _ defects: inout DefectLog
    ) -> Octets {
        guard octets.prefix(8).lowercasedString != "content-" else { return octets }
        var position = octets.startIndex
        for place in 0..<4 {
            guard position < octets.endIndex else { return octets }
            let line = octets.line(at: position)
            guard FieldStart(line.content)?.isKnown == true || (place > 0 && isFolded(line)),
                line.next < octets.endIndex, octets.line(at: line.next).content.isEmpty
            else { return octets }
            position = octets.line(at: line.next).next
        }
        defects.note("An empty line followed each line; it was left out.")
        var out: [UInt8] = []
        out.reserveCapacity(octets.count)
        position = octets.startIndex
        while position < octets.endIndex {
            let line = octets.line(at: position)
            out.append(contentsOf: octets[position..<line.next])
            position = line.next
            guard position < octets.endIndex else { break }
            let second = octets.line(at: position)
            if second.content.isEmpty { position = second.next }
        }
        return out[...]
    }

    private static func isFolded(_ line: Line) -> Bool {
        line.content.first?.isBlank == true && !line.content.isBlank
    }

    private static func withoutEmptyLines(_ octets: Octets, _ defects: inout DefectLog) -> Octets {
        let lead = octets.prefix(maximumLead).prefix { $0 == .lf || $0 == .cr }
        let start = lead.endIndex
        guard !lead.isEmpty, start < octets.endIndex else { return octets }
        let line = octets.line(at: start).content
        guard FieldStart(line)?.isKnown == true || startsWithSeparator(octets[start...]) else {
            return octets
        }
        defects.note("Empty lines stood before the header.")
        return octets[start...]
    }

    /// Whether an mbox separator comes first, and not the field `From : ...`.
    private static func startsWithSeparator(_ octets: Octets) -> Bool {
        let rest = octets.first == UInt8(ascii: ">") ? octets.dropFirst() : octets
        guard rest.hasPrefix("From ") else { return false }
        return rest.dropFirst(5).first { !$0.isBlank } != UInt8(ascii: ":")
    }
}
