/// RFC 2045 §6.7.
enum QuotedPrintable {
    private static let blockLength = 65_536

    static func decode(_ octets: Octets, _ defects: inout DefectLog) -> [UInt8] {
        var strange = false
        let out = [UInt8](unsafeUninitializedCapacity: octets.count) { out, length in
            octets.withUnsafeBufferPointer { length = decode($0, out, &strange) }
        }
        if strange { noteStrange(&defects) }
        return out
    }

    /// Gives the octets block by block, each of whole lines.
    static func decode(
        _ octets: Octets,
        _ defects: inout DefectLog,
        into sink: (UnsafeRawBufferPointer) -> Void
    ) {
        var strange = false
        var position = octets.startIndex
        while position < octets.endIndex {
            let end = blockEnd(octets, from: position)
            octets[position..<end].withUnsafeBufferPointer { block in
                withUnsafeTemporaryAllocation(of: UInt8.self, capacity: block.count) { out in
                    let length = decode(block, out, &strange)
                    sink(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(out)[..<length]))
                }
            }
            position = end
        }
        if strange { noteStrange(&defects) }
    }

    private static func blockEnd(_ octets: Octets, from position: Int) -> Int {
        guard octets.endIndex - position > blockLength,
            let end = octets.firstIndex(of: .lf, from: position + blockLength)
        else { return octets.endIndex }
        return end + 1
    }

    private static func noteStrange(_ defects: inout DefectLog) {
        defects.note(
            "Quoted-printable held a \"=\" without two hexadecimal digits; it was kept as it is."
        )
    }

    private static func decode(
        _ octets: UnsafeBufferPointer<UInt8>,
        _ out: UnsafeMutableBufferPointer<UInt8>,
        _ strange: inout Bool
    ) -> Int {
        var marks = QuotedPrintableMarks(octets: octets)
        var (index, length) = (0, 0)
        /// Up to where white space stays that stands at the end of a line: some was encoded.
        var kept = 0
        while index < octets.count {
            if octets[index] != UInt8(ascii: "=") {
                let start = index
                if octets[index] == .lf || octets[index] == .cr {
                    length = withoutBlanks(out, from: kept, to: length)
                    index += 1
                }
                index = marks.next(from: index)
                length = out[length...].initialize(fromContentsOf: octets[start..<index])
                continue
            }
            index += 1
            if index + 1 < octets.count, let high = octets[index].hexadecimalValue,
                let low = octets[index + 1].hexadecimalValue
            {
                out[length] = high << 4 | low
                length += 1
                index += 2
            } else if let next = softLineBreak(octets, after: index) {
                index = next
            } else {
                strange = true
                out[length] = UInt8(ascii: "=")
                length += 1
            }
            kept = length
        }
        // The end of the octets ends a line: its line break belongs to the boundary after it.
        return withoutBlanks(out, from: kept, to: length)
    }

    /// Where the white space at the end of the line starts, that of it which came encoded left aside.
    private static func withoutBlanks(
        _ line: UnsafeMutableBufferPointer<UInt8>,
        from start: Int,
        to end: Int
    ) -> Int {
        var end = end
        while end > start, line[end - 1].isBlank { end -= 1 }
        return end
    }

    /// Where the text goes on after the line end that a "=" hides, white space before it allowed.
    private static func softLineBreak(
        _ octets: UnsafeBufferPointer<UInt8>,
        after index: Int
    ) -> Int? {
        var index = index
        while index < octets.count, octets[index].isBlank { index += 1 }
        guard index < octets.count else { return index }
        if octets[index] == .lf { return index + 1 }
        guard octets[index] == .cr else { return nil }
        // Tolerated: a CRLF that a gateway made a CR CRLF.
        var end = index
        while end < octets.count, octets[end] == .cr { end += 1 }
        return end < octets.count && octets[end] == .lf ? end + 1 : index + 1
    }
}

/// Finds what is more than a character that stands for itself.
private struct QuotedPrintableMarks {
    let octets: UnsafeBufferPointer<UInt8>
    private var (equals, returns, lineFeeds) = (-1, -1, -1)

    init(octets: UnsafeBufferPointer<UInt8>) { self.octets = octets }

    /// Where the next "=" or the next end of a line is, else the end of the octets.
    mutating func next(from index: Int) -> Int {
        if equals < index { equals = place(of: UInt8(ascii: "="), from: index) }
        if returns < index { returns = place(of: .cr, from: index) }
        if lineFeeds < index { lineFeeds = place(of: .lf, from: index) }
        return min(equals, returns, lineFeeds)
    }

    private func place(of octet: UInt8, from index: Int) -> Int {
        octets.firstIndex(of: octet, from: index) ?? octets.count
    }
}
