/// Text put together from stretches in several character sets, as ISO 2022 switches between them.
struct SegmentedText {
    private var out: [UInt8] = []
    private var invalid = 0
    private var run: [UInt8] = []
    private var runCharset = ""
    private var converters: [String: Iconv] = [:]

    /// Appends the octets of one character in a charset of Glibc's.
    mutating func append(_ octets: [UInt8], in charset: String) {
        if charset != runCharset { finishRun() }
        runCharset = charset
        run.append(contentsOf: octets)
    }

    mutating func append(ascii octet: UInt8) {
        finishRun()
        out.append(octet)
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        finishRun()
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    mutating func appendInvalid() {
        invalid += 1
        append("\u{FFFD}")
    }

    mutating func finish() -> DecodedText {
        finishRun()
        // A mark that says nothing where there is but one order of octets.
        let octets = out[...].hasPrefix("\u{FEFF}") ? out.dropFirst(3) : out[...]
        return DecodedText(text: String(decoding: octets, as: UTF8.self), invalid: invalid)
    }

    private mutating func finishRun() {
        guard !run.isEmpty else { return }
        if converters[runCharset] == nil { converters[runCharset] = Iconv(runCharset) }
        if let converter = converters[runCharset] {
            invalid += converter.convert(run[...], into: &out).invalid
        } else {
            invalid += 1
            out.append(contentsOf: UTF8.encodedReplacementCharacter)
        }
        run.removeAll(keepingCapacity: true)
    }
}
