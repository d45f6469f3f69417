/// RFC 2045 §6.8.
enum Base64 {
    static func decode(_ octets: Octets, _ defects: inout DefectLog) -> [UInt8] {
        octets.withUnsafeBufferPointer { input in
            guard speaks(input, &defects) else { return Array(input) }
            // The whole is one block.
            return [UInt8](unsafeUninitializedCapacity: input.count / 4 * 3 + 6) { out, length in
                decode(input, by: out, &defects) { length = $0.count }
            }
        }
    }

    /// Gives the octets block by block, in their order.
    static func decode(
        _ octets: Octets,
        _ defects: inout DefectLog,
        into sink: (UnsafeRawBufferPointer) -> Void
    ) {
        octets.withUnsafeBufferPointer { input in
            guard speaks(input, &defects) else { return sink(UnsafeRawBufferPointer(input)) }
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: min(input.count + 6, 49_152)) {
                decode(input, by: $0, &defects, into: sink)
            }
        }
    }

    private static func speaks(
        _ input: UnsafeBufferPointer<UInt8>,
        _ defects: inout DefectLog
    ) -> Bool {
        if Base64Evidence.speaks(for: input) { return true }
        // Tolerated: plain text under a header that says base64.
        defects.note("Content declared as base64 is not base64; it was read as it is.")
        return false
    }

    private static func decode(
        _ input: UnsafeBufferPointer<UInt8>,
        by out: UnsafeMutableBufferPointer<UInt8>,
        _ defects: inout DefectLog,
        into sink: (UnsafeRawBufferPointer) -> Void
    ) {
        var decoder = Base64Decoder(input: input, out: out)
        Base64Table.groups.withUnsafeBufferPointer { groups in
            Base64Table.values.withUnsafeBufferPointer { values in
                decoder.run(groups, values, into: sink)
            }
        }
        for oddity in Base64Decoder.Oddity.allCases where decoder.oddities.contains(oddity) {
            defects.note(oddity.rawValue)
        }
    }
}

enum Base64Table {
    static let padding: UInt8 = 64
    static let whiteSpace: UInt8 = 65
    static let foreign: UInt8 = 66

    /// 0-63, or one of the kinds above.
    static let values: [UInt8] = {
        var table = [UInt8](repeating: foreign, count: 256)
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
        )
        for (value, octet) in alphabet.enumerated() { table[Int(octet)] = UInt8(value) }
        table[Int(UInt8(ascii: "="))] = padding
        for octet in UInt8.min...UInt8(0x20) where octet.isWhiteSpace {
            table[Int(octet)] = whiteSpace
        }
        return table
    }()

    /// Set in the sum of a group that holds anything but the alphabet.
    static let broken: UInt32 = 0x8000_0000

    /// What each octet adds to a group, by its place in it: four tables of 256, one after the other.
    static let groups: [UInt32] = (0..<4).flatMap { place in
        values.map { $0 < 64 ? UInt32($0) << UInt32(18 - 6 * place) : broken }
    }
}

/// Whether content is base64 at all, as its header says.
enum Base64Evidence {
    /// Octets that are looked at.
    private static let sample = 2000

    /// The first line tells it, else how much of the beginning is foreign to base64.
    static func speaks(for input: UnsafeBufferPointer<UInt8>) -> Bool {
        let octets = UnsafeBufferPointer(rebasing: input[..<min(input.count, sample)])
        if hasFirstLine(octets) { return true }
        var (inside, foreign, blanks) = (0, 0, 0)
        var isInLine = false
        var pending = 0
        for octet in octets {
            if octet == .lf || octet == .cr {
                isInLine = false
                pending = 0
            } else if octet.isWhiteSpace {
                if isInLine { pending = 1 }
            } else {
                blanks += pending
                pending = 0
                isInLine = true
                if Base64Table.values[Int(octet)] == Base64Table.foreign {
                    foreign += 1
                } else {
                    inside += 1
                }
            }
        }
        if foreign == 0 { return blanks < 2 || inside % 4 == 0 || input.count > sample }
        return foreign + blanks < 3 || (foreign + blanks) * 10 < inside + foreign
    }

    /// Whether the first line that is not blank is as base64 has them.
    private static func hasFirstLine(_ octets: UnsafeBufferPointer<UInt8>) -> Bool {
        let line = octets.drop(while: \.isWhiteSpace).prefix { !$0.isWhiteSpace }
        let outside = line.filter { Base64Table.values[Int($0)] == Base64Table.foreign }
        if !outside.isEmpty {
            // The two marks of the alphabet for URLs, in a line too long for a word.
            let isURLSafe = outside.allSatisfy {
                $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
            guard isURLSafe, line.count >= 20, outside.count * 2 < line.count else { return false }
        }
        let next = line.endIndex
        let endsLine = next == octets.count || octets[next] == .lf || octets[next] == .cr
        return endsLine && (line.count % 4 == 0 || line.count >= 40)
    }
}
