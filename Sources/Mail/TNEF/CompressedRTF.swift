/// RTF as MAPI stores it, in PidTagRtfCompressed ([MS-OXRTFCP]).
enum CompressedRTF {
    /// `nil` when it is not compressed RTF; what is over `limit` octets is cut off.
    static func decompress(
        _ octets: Octets,
        limit: Int,
        _ defects: inout DefectLog
    ) -> (octets: [UInt8], isCutOff: Bool)? {
        if octets.hasPrefix("{\\rtf") {
            // Tolerated: RTF without the header, of programs that took the property for a plain one.
            defects.note("The RTF is not compressed, as it should be; it was read as it is.")
            return (Array(octets.prefix(limit)), octets.count > limit)
        }
        var reader = LittleEndianReader(octets)
        guard let size = reader.length(), let rawSize = reader.length(),
            let kind = reader.uint32(), let checksum = reader.uint32()
        else {
            defects.note("The compressed RTF has no header; it was left out.")
            return nil
        }
        // The size counts the header too, but for itself.
        let contents = reader.rest.prefix(max(0, size - 12))
        if contents.count < size - 12 {
            defects.note("The compressed RTF breaks off; what is there was read.")
        }
        let out: [UInt8]
        switch kind {
        case 0x414C_454D:  // MELA
            out = Array(contents.prefix(min(rawSize, limit)))
        case 0x7546_5A4C:  // LZFu
            if CRC.checksum(contents) != checksum {
                defects.note("The compressed RTF has a wrong checksum; it was read all the same.")
            }
            out = expand(contents, limit: limit)
        default:
            defects.note("The RTF is compressed in an unknown manner; it was left out.")
            return nil
        }
        let isCutOff = out.count == limit && rawSize != limit
        if out.count != rawSize, !isCutOff {
            defects.note("The compressed RTF is not as long as it says; what is there was read.")
        }
        return (out, isCutOff)
    }

    /// What the dictionary holds before the first octet (§2.1.2.1).
    private static let initialDictionary = Array(
        ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
            + "\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
            + "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
            .utf8
    )

    /// Literals and references into the last 4096 octets, eight to a control octet (§2.2).
    private static func expand(_ contents: Octets, limit: Int) -> [UInt8] {
        var dictionary = initialDictionary + [UInt8](repeating: 0, count: 4096 - 207)
        var write = initialDictionary.count
        var out: [UInt8] = []
        out.reserveCapacity(min(limit, contents.count * 3))
        func put(_ octet: UInt8) {
            out.append(octet)
            dictionary[write] = octet
            write = (write + 1) & 0xFFF
        }
        var position = contents.startIndex
        while position < contents.endIndex {
            let control = contents[position]
            position += 1
            for bit in 0..<8 {
                guard position < contents.endIndex, out.count < limit else { return out }
                guard control & (1 << bit) != 0 else {
                    put(contents[position])
                    position += 1
                    continue
                }
                guard position + 1 < contents.endIndex else { return out }
                let high = Int(contents[position])
                let low = Int(contents[position + 1])
                position += 2
                let offset = high << 4 | low >> 4
                // A reference to the place of the next octet ends the contents.
                if offset == write { return out }
                for step in 0..<min((low & 0xF) + 2, limit - out.count) {
                    put(dictionary[(offset + step) & 0xFFF])
                }
            }
        }
        return out
    }
}

/// The checksum of compressed RTF: CRC-32 that starts at zero and is not inverted ([MS-OXRTFCP] §2.1.3.2).
private enum CRC {
    static func checksum(_ octets: Octets) -> UInt32 {
        octets.reduce(0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { remainder, _ in
            remainder & 1 == 0 ? remainder >> 1 : remainder >> 1 ^ 0xEDB8_8320
        }
    }
}
