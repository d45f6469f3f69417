import Glibc

/// The character sets that Glibc knows.
enum Iconv {
    /// `nil` when Glibc has no charset of that name.
    static func decode(_ octets: Octets, from name: String, _ defects: inout DefectLog) -> String? {
        guard isPlausible(name) else { return nil }
        guard let descriptor = iconv_open("UTF-8", name), descriptor != iconv_t(bitPattern: -1)
        else { return nil }
        defer { iconv_close(descriptor) }
        var input = Array(octets)
        var isClean = true
        let out = convert(&input, descriptor, &isClean)
        if !isClean {
            defects.note(
                "Text has octets that are invalid in its charset \(name); each became U+FFFD."
            )
        }
        return String(decoding: out, as: UTF8.self)
    }

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

    private static func convert(
        _ input: inout [UInt8],
        _ descriptor: iconv_t,
        _ isClean: inout Bool
    ) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(input.count * 2)
        var clean = true
        input.withUnsafeMutableBytes { buffer in
            var source = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            var sourceLeft = buffer.count
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { chunk in
                while sourceLeft > 0 {
                    var target = chunk.baseAddress
                    var targetLeft = chunk.count
                    let result = iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
                    let reason = errno
                    out.append(
                        contentsOf: UnsafeRawBufferPointer(chunk).prefix(chunk.count - targetLeft)
                    )
                    guard Int(bitPattern: UInt(bitPattern: Int(result))) == -1 else { break }
                    if reason == E2BIG { continue }
                    // An invalid octet, or a character cut off at the end.
                    clean = false
                    out.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    guard reason == EILSEQ, sourceLeft > 0 else { break }
                    source = source.map { $0 + 1 }
                    sourceLeft -= 1
                }
                var target = chunk.baseAddress
                var targetLeft = chunk.count
                iconv(descriptor, nil, nil, &target, &targetLeft)
                out.append(
                    contentsOf: UnsafeRawBufferPointer(chunk).prefix(chunk.count - targetLeft)
                )
            }
        }
        isClean = clean
        return out
    }
}
