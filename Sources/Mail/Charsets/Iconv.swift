import Glibc

/// Text that a decoder made of octets, every one of them spoken for.
struct DecodedText {
    var text: String
    /// How often U+FFFD stands for octets that mean nothing in the charset.
    var invalid = 0
    /// Whether the octets ended inside a character.
    var isCutOff = false
}

/// A conversion to UTF-8 by Glibc from one of the charsets it knows.
final class Iconv {
    private let descriptor: iconv_t
    /// The first octets of pairs, for charsets of pairs: after a bad pair reading goes on behind it.
    private let leads: [ClosedRange<UInt8>]
    private let isGB: Bool

    /// `nil` when Glibc has no charset of that name.
    init?(_ name: String) {
        guard Self.isPlausible(name) else { return nil }
        guard let descriptor = iconv_open("UTF-8", name), descriptor != iconv_t(bitPattern: -1)
        else { return nil }
        self.descriptor = descriptor
        leads =
            name == "cp932"
            ? [0x81...0x9F, 0xE0...0xFC] : Self.pairs.contains(name) ? [0x81...0xFE] : []
        isGB = name == "gb18030"
    }

    deinit { iconv_close(descriptor) }

    func decode(_ octets: Octets) -> DecodedText {
        var out: [UInt8] = []
        out.reserveCapacity(octets.count * 2)
        let (invalid, isCutOff) = convert(octets, into: &out)
        let text = String(decoding: out, as: UTF8.self)
        return DecodedText(text: text, invalid: invalid, isCutOff: isCutOff)
    }

    /// Appends the text in UTF-8 and gives the number of U+FFFD in it.
    func convert(_ octets: Octets, into out: inout [UInt8]) -> (invalid: Int, isCutOff: Bool) {
        octets.withUnsafeBytes { buffer in
            var conversion = Conversion(
                descriptor: descriptor,
                source: UnsafeMutablePointer(
                    mutating: buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                ),
                left: buffer.count
            )
            while conversion.left > 0 {
                let reason = conversion.step(into: &out)
                if reason == 0 { break }
                if reason == E2BIG { continue }
                guard reason == EILSEQ, let bad = conversion.next else {
                    conversion.replace(1, into: &out)
                    conversion.isCutOff = true
                    break
                }
                if isGB, bad == 0x80 {
                    // As the WHATWG Encoding Standard has it; Windows once put the sign here.
                    conversion.skip(1)
                    out.append(contentsOf: "€".utf8)
                    continue
                }
                // What is US-ASCII is never part of what is invalid, or markup would vanish.
                let isPair =
                    leads.contains { $0.contains(bad) } && (conversion.afterNext ?? 0) >= 0x80
                conversion.replace(isPair ? 2 : 1, into: &out)
            }
            conversion.finish(into: &out)
            return (conversion.invalid, conversion.isCutOff)
        }
    }

    /// Charsets whose characters outside US-ASCII are pairs of octets for the most part.
    private static let pairs: Set<String> = [
        "cp949", "gb18030", "big5-hkscs", "cp950", "euc-tw", "johab", "euc-jisx0213",
        "shift_jisx0213", "euc-jp-ms",
    ]

    /// Names of a registry only: no `//TRANSLIT`, no path, none that mean this machine's own.
    private static func isPlausible(_ name: String) -> Bool {
        guard (2...40).contains(name.utf8.count), !local.contains(name) else { return false }
        return name.utf8.allSatisfy { octet in
            octet.isLetter || octet.isDigit || octet == UInt8(ascii: "-")
                || octet == UInt8(ascii: "_") || octet == UInt8(ascii: ".")
                || octet == UInt8(ascii: ":") || octet == UInt8(ascii: "+")
        }
    }

    private static let local: Set<String> = ["char", "wchar_t", "internal"]
}

/// How far a conversion has come.
private struct Conversion {
    let descriptor: iconv_t
    var source: UnsafeMutablePointer<CChar>?
    var left: Int
    var invalid = 0
    var isCutOff = false

    var next: UInt8? { left > 0 ? source.map { UInt8(bitPattern: $0[0]) } : nil }
    var afterNext: UInt8? { left > 1 ? source.map { UInt8(bitPattern: $0[1]) } : nil }

    /// Converts as far as it goes; gives 0 or the number that says why it stopped.
    mutating func step(into out: inout [UInt8]) -> Int32 {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { chunk in
            var target = chunk.baseAddress
            var room = chunk.count
            let result = iconv(descriptor, &source, &left, &target, &room)
            let reason = errno
            out.append(contentsOf: UnsafeRawBufferPointer(chunk).prefix(chunk.count - room))
            return Int(bitPattern: UInt(bitPattern: Int(result))) == -1 ? reason : 0
        }
    }

    mutating func skip(_ count: Int) {
        source = source.map { $0 + count }
        left -= count
    }

    mutating func replace(_ count: Int, into out: inout [UInt8]) {
        invalid += 1
        out.append(contentsOf: "\u{FFFD}".utf8)
        skip(count)
    }

    /// Takes what the converter still holds and leaves it as new.
    func finish(into out: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { chunk in
            var target = chunk.baseAddress
            var room = chunk.count
            iconv(descriptor, nil, nil, &target, &room)
            out.append(contentsOf: UnsafeRawBufferPointer(chunk).prefix(chunk.count - room))
        }
    }
}
