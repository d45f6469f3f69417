/// A value with parameters, as Content-Type and Content-Disposition carry it (RFC 2045 §5.1, 2183).
struct ParameterizedField {
    /// Lower case, without white space.
    private(set) var value: String
    /// Names in lower case, values decoded (RFC 2231, and RFC 2047 as many senders misuse it).
    private(set) var parameters: [String: String] = [:]

    private static let maximumParameters = 200
    /// Octets of one value: a file name is shown, filed and compared, and none is longer.
    private static let maximumBytes = 4096

    init(parsing fieldBody: String, _ defects: inout DefectLog) {
        var scanner = ParameterScanner(octets: Octets(fieldBody.utf8))
        value = scanner.value()
        var extended = ExtendedParameters()
        var count = 0
        while let (name, text) = scanner.parameter() {
            guard count < Self.maximumParameters else {
                defects.note(
                    "A field has over \(Self.maximumParameters) parameters; later ones were not read."
                )
                break
            }
            count += 1
            if !extended.take(name, text, &defects) { take(name, text, &defects) }
        }
        for oddity in ParameterScanner.Oddity.allCases where scanner.oddities.contains(oddity) {
            defects.note(oddity.rawValue)
        }
        for (name, text) in extended.joined(&defects) where !text.isEmpty {
            // What is extended wins over the same in US-ASCII, sent for old programs (RFC 6266 §4.3).
            parameters[name] = Self.clean(name, text, &defects)
        }
    }

    private mutating func take(_ name: String, _ text: [UInt8], _ defects: inout DefectLog) {
        // Tolerated: an empty value before the one that says something.
        guard (parameters[name] ?? "").isEmpty else {
            defects.note("The parameter \(name.prefix(40)) is given twice; the first was read.")
            return
        }
        var text = String(decoding: text, as: UTF8.self)
        if Self.isFileName(name), let plain = ExtendedParameters.unmarked(text, &defects) {
            defects.note(
                "The parameter \(name) is in the form of RFC 2231 without saying so; it was decoded."
            )
            text = plain
        }
        if name != "boundary" { text = EncodedWord.decode(text, &defects) }
        parameters[name] = Self.clean(name, text, &defects)
    }

    private static func isFileName(_ name: String) -> Bool { name == "filename" || name == "name" }

    /// A boundary stays as it is: it is compared with lines of the body.
    private static func clean(
        _ name: String,
        _ text: String,
        _ defects: inout DefectLog
    ) -> String {
        let text = cut(text, &defects)
        if name == "boundary" { return text }
        let line = oneLine(text, &defects)
        guard isFileName(name) else { return line }
        if line.unicodeScalars.contains(where: changesDirection) {
            defects.note(
                "A file name holds characters that change the direction of writing; they were kept."
            )
        }
        return String(decoding: Octets(line.utf8).trimmed, as: UTF8.self)
    }

    private static func cut(_ text: String, _ defects: inout DefectLog) -> String {
        guard text.utf8.count > maximumBytes else { return text }
        defects.note("A parameter is over \(maximumBytes) octets; it was cut off.")
        var end = text.utf8.index(text.startIndex, offsetBy: maximumBytes)
        while end.samePosition(in: text.unicodeScalars) == nil {
            end = text.utf8.index(before: end)
        }
        return String(text[..<end])
    }

    /// A tab is what folding leaves inside a value; any other control character was put there.
    private static func oneLine(_ text: String, _ defects: inout DefectLog) -> String {
        guard text.unicodeScalars.contains(where: breaksLines) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard breaksLines(scalar) else {
                clean.append(scalar)
                continue
            }
            if scalar != "\t" {
                defects.note("A parameter holds control characters; each became a space.")
            }
            clean.append(" ")
        }
        return String(clean)
    }

    private static func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            || (0x2028...0x2029).contains(scalar.value)
    }

    /// The embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9).
    private static func changesDirection(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
