@testable import Mail

extension [UInt8] {
    mutating func append(littleEndian number: some FixedWidthInteger) {
        var rest = UInt64(truncatingIfNeeded: number)
        for _ in 0..<(number.bitWidth / 8) {
            append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// Padded to a multiple of four octets.
    var padded: [UInt8] { self + [UInt8](repeating: 0, count: (4 - count % 4) % 4) }
}

/// Writes TNEF streams ([MS-OXTNEF]) for the tests, and what must not be in one.
struct TNEFWriter {
    private(set) var octets: [UInt8] = []

    init(codepage: UInt32 = 1252) {
        octets.append(littleEndian: 0x223E_9F78 as UInt32)
        octets.append(littleEndian: 1 as UInt16)
        attribute(0x0008_9006, level: 1, [0, 0, 1, 0])
        var codepages: [UInt8] = []
        codepages.append(littleEndian: codepage)
        attribute(0x0006_9007, level: 1, codepages + [0, 0, 0, 0])
    }

    mutating func attribute(_ id: UInt32, level: UInt8, _ data: [UInt8], checksum: UInt16? = nil) {
        octets.append(level)
        octets.append(littleEndian: id)
        octets.append(littleEndian: UInt32(data.count))
        octets += data
        octets.append(littleEndian: checksum ?? data.reduce(0) { $0 &+ UInt16($1) })
    }

    mutating func body(_ text: [UInt8]) { attribute(0x0002_800C, level: 1, text + [0]) }

    mutating func properties(_ properties: [Property]) {
        attribute(0x0006_9003, level: 1, Self.list(properties))
    }

    mutating func file(
        title: [UInt8]? = nil,
        data: [UInt8]? = nil,
        properties: [Property] = []
    ) {
        attribute(0x0006_9002, level: 2, [1, 0] + [UInt8](repeating: 0, count: 12))
        if let title { attribute(0x0001_8010, level: 2, title + [0]) }
        if let data { attribute(0x0006_800F, level: 2, data) }
        if !properties.isEmpty { attribute(0x0006_9005, level: 2, Self.list(properties)) }
    }

    /// Adds octets that are no attribute.
    mutating func append(_ stray: [UInt8]) { octets += stray }

    static func list(_ properties: [Property], count: UInt32? = nil) -> [UInt8] {
        var octets: [UInt8] = []
        octets.append(littleEndian: count ?? UInt32(properties.count))
        return octets + properties.flatMap(\.octets)
    }
}

/// One MAPI property as TNEF writes it (§2.1.3.4).
struct Property {
    var octets: [UInt8] = []

    init(_ id: UInt16, type: UInt16, name: Name? = nil, _ value: [UInt8]) {
        octets.append(littleEndian: type)
        octets.append(littleEndian: id)
        octets += name?.octets ?? []
        octets += value
    }

    enum Name {
        case number(UInt32)
        case string(String)

        var octets: [UInt8] {
            var octets = [UInt8](repeating: 7, count: 16)
            switch self {
            case .number(let number):
                octets.append(littleEndian: 0 as UInt32)
                octets.append(littleEndian: number)
            case .string(let string):
                octets.append(littleEndian: 1 as UInt32)
                octets += Property.sized(Property.utf16(string))
            }
            return octets
        }
    }

    static func number(_ id: UInt16, _ number: UInt32, name: Name? = nil) -> Property {
        var value: [UInt8] = []
        value.append(littleEndian: number)
        return Property(id, type: 0x0003, name: name, value)
    }

    static func string8(_ id: UInt16, _ text: [UInt8], name: Name? = nil) -> Property {
        Property(id, type: 0x001E, name: name, counted([text + [0]]))
    }

    static func unicode(_ id: UInt16, _ text: String, name: Name? = nil) -> Property {
        Property(id, type: 0x001F, name: name, counted([utf16(text)]))
    }

    static func binary(_ id: UInt16, _ octets: [UInt8]) -> Property {
        Property(id, type: 0x0102, counted([octets]))
    }

    /// An object after the identifier of its interface, of which only the first octet differs.
    static func object(_ id: UInt16, interface: UInt8, _ octets: [UInt8]) -> Property {
        let identifier = [interface, interface == 7 ? 3 : 0, interface == 7 ? 2 : 0, 0, 0, 0, 0, 0]
        return Property(
            id,
            type: 0x000D,
            counted([identifier + [0xC0, 0, 0, 0, 0, 0, 0, 0x46] + octets])
        )
    }

    static func counted(_ values: [[UInt8]]) -> [UInt8] {
        var octets: [UInt8] = []
        octets.append(littleEndian: UInt32(values.count))
        return octets + values.flatMap(sized)
    }

    private static func sized(_ value: [UInt8]) -> [UInt8] {
        var octets: [UInt8] = []
        octets.append(littleEndian: UInt32(value.count))
        return octets + value.padded
    }

    private static func utf16(_ text: String) -> [UInt8] {
        (Array(text.utf16) + [0]).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
}

/// Writes compressed RTF ([MS-OXRTFCP]) for the tests.
enum RTFCompressor {
    static func stored(_ rtf: [UInt8]) -> [UInt8] { header(rtf.count, "MELA", 0, rtf) + rtf }

    /// With references to the longest match, found by trying all.
    static func compressed(_ rtf: [UInt8], checksum: UInt32? = nil) -> [UInt8] {
        var dictionary = initialDictionary
        var written = dictionary.count
        dictionary += [UInt8](repeating: 0, count: 4096 - written)
        var tokens: [[UInt8]] = []
        var position = 0
        while position < rtf.count {
            let match = longestMatch(of: rtf[position...], dictionary, written)
            let length = max(1, match.length)
            tokens.append(
                match.length < 2
                    ? [rtf[position]] : reference(to: match.offset, length: match.length)
            )
            for octet in rtf[position..<(position + length)] {
                dictionary[written % 4096] = octet
                written += 1
            }
            position += length
        }
        tokens.append(reference(to: written % 4096, length: 2))
        let contents = Self.contents(tokens)
        return header(rtf.count, "LZFu", checksum ?? crc(contents), contents) + contents
    }

    private static func longestMatch(
        of rest: ArraySlice<UInt8>,
        _ dictionary: [UInt8],
        _ written: Int
    ) -> (offset: Int, length: Int) {
        var best = (offset: 0, length: 0)
        for offset in 0..<min(written, 4096) where offset != written % 4096 {
            var length = 0
            while length < min(17, rest.count),
                (offset + length) % 4096 != written % 4096,
                dictionary[(offset + length) % 4096] == rest[rest.startIndex + length]
            {
                length += 1
            }
            if length > best.length { best = (offset, length) }
            if length == 17 { break }
        }
        return best
    }

    private static func reference(to offset: Int, length: Int) -> [UInt8] {
        [UInt8(offset >> 4), UInt8(offset & 0xF) << 4 | UInt8(length - 2)]
    }

    /// A control octet before every eight tokens; a set bit marks a reference.
    private static func contents(_ tokens: [[UInt8]]) -> [UInt8] {
        stride(from: 0, to: tokens.count, by: 8).flatMap { start -> [UInt8] in
            let run = tokens[start..<min(start + 8, tokens.count)]
            let control = run.enumerated().reduce(UInt8(0)) { control, token in
                token.element.count == 2 ? control | 1 << UInt8(token.offset) : control
            }
            return [control] + run.joined()
        }
    }

    private static func header(_ size: Int, _ kind: String, _ checksum: UInt32, _ contents: [UInt8])
        -> [UInt8]
    {
        var octets: [UInt8] = []
        octets.append(littleEndian: UInt32(contents.count + 12))
        octets.append(littleEndian: UInt32(size))
        octets += kind.utf8
        octets.append(littleEndian: checksum)
        return octets
    }

    /// Bit by bit, other than the reader does it.
    static func crc(_ octets: [UInt8]) -> UInt32 {
        var remainder: UInt32 = 0
        for octet in octets {
            remainder ^= UInt32(octet)
            for _ in 0..<8 {
                let carry = remainder & 1
                remainder >>= 1
                if carry == 1 { remainder ^= 0xEDB8_8320 }
            }
        }
        return remainder
    }

    private static let initialDictionary =
        Array(
            #"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript"#
                .utf8
        )
        + Array(
            #" \fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"#
                .utf8
        ) + [0x0D, 0x0A] + Array(#"\par \pard\plain\f0\fs20\b\i\u\tab\tx"#.utf8)
}
