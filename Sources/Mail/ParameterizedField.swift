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
            if extended.take(name, text) { continue }
            guard parameters[name] == nil else {
                defects.note("The parameter \(name) is given twice; the first was read.")
                continue
            }
            let decoded = EncodedWord.decode(String(decoding: text, as: UTF8.self), &defects)
            parameters[name] = Self.cut(decoded, &defects)
        }
        if scanner.isUnclosed {
            defects.note(
                "A quoted parameter has no closing quote; it was read to the end of the field."
            )
        }
        for (name, text) in extended.joined(&defects) {
            parameters[name] = Self.cut(text, &defects)
        }
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
}

/// Reads `value; name=token; name="quoted string"` leniently.
private struct ParameterScanner {
    let octets: Octets
    private var index: Int
    private(set) var isUnclosed = false

    init(octets: Octets) {
        self.octets = octets
        index = octets.startIndex
    }

    mutating func value() -> String {
        var out: [UInt8] = []
        skipBlanksAndComments()
        while index < octets.endIndex, octets[index] != UInt8(ascii: ";") {
            if octets[index] == UInt8(ascii: "(") {
                skipBlanksAndComments()
                continue
            }
            if !octets[index].isWhiteSpace { out.append(octets[index].lowercased) }
            index += 1
        }
        return String(decoding: out, as: UTF8.self)
    }

    mutating func parameter() -> (name: String, text: [UInt8])? {
        while index < octets.endIndex {
            skipSeparators()
            let nameStart = index
            while index < octets.endIndex, octets[index] != UInt8(ascii: "="),
                octets[index] != UInt8(ascii: ";")
            {
                index += 1
            }
            let name = octets[nameStart..<index].trimmed.lowercasedString
            guard index < octets.endIndex, octets[index] == UInt8(ascii: "=") else { continue }
            index += 1
            skipBlanksAndComments()
            let text = text()
            if !name.isEmpty { return (name, text) }
        }
        return nil
    }

    private mutating func text() -> [UInt8] {
        guard index < octets.endIndex, octets[index] == .quote else { return token() }
        index += 1
        var out: [UInt8] = []
        while index < octets.endIndex {
            let octet = octets[index]
            index += 1
            if octet == .quote { return out }
            if octet == .backslash, index < octets.endIndex, isEscapable(octets[index]) {
                out.append(octets[index])
                index += 1
            } else {
                out.append(octet)
            }
        }
        isUnclosed = true
        return out
    }

    /// Tolerated: `filename="C:\scan.pdf"` holds no escapes, only a path.
    private func isEscapable(_ octet: UInt8) -> Bool { octet == .quote || octet == .backslash }

    /// Tolerated: white space inside an unquoted file name, as in `filename=plan de ville.pdf`.
    private mutating func token() -> [UInt8] {
        let start = index
        while index < octets.endIndex, octets[index] != UInt8(ascii: ";") { index += 1 }
        return Array(octets[start..<index].trimmed)
    }

    private mutating func skipSeparators() {
        while index < octets.endIndex,
            octets[index].isWhiteSpace || octets[index] == UInt8(ascii: ";")
        {
            index += 1
        }
    }

    private mutating func skipBlanksAndComments() {
        var depth = 0
        while index < octets.endIndex {
            let octet = octets[index]
            if octet == UInt8(ascii: "(") {
                depth += 1
            } else if depth > 0, octet == UInt8(ascii: ")") {
                depth -= 1
            } else if depth == 0, !octet.isWhiteSpace {
                return
            }
            index += 1
        }
    }
}

/// Parameters in pieces and in charsets: `name*0*=utf-8'fr'%C3%A9; name*1="..."` (RFC 2231 §3-4).
private struct ExtendedParameters {
    private struct Section {
        var isEncoded: Bool
        var text: [UInt8]
    }

    private var sections: [String: [Int: Section]] = [:]

    /// `false` when the name is an ordinary one.
    mutating func take(_ name: String, _ text: [UInt8]) -> Bool {
        let parts = name.split(separator: "*", omittingEmptySubsequences: false)
        guard parts.count > 1, let base = parts.first, !base.isEmpty else { return false }
        let isEncoded = parts.last?.isEmpty == true
        var number = 0
        if parts.count == 3 || !isEncoded {
            guard let parsed = Int(parts[1]), (0..<10_000).contains(parsed) else { return false }
            number = parsed
        }
        let key = String(base)
        if sections[key]?[number] == nil {
            sections[key, default: [:]][number] = Section(isEncoded: isEncoded, text: text)
        }
        return true
    }

    func joined(_ defects: inout DefectLog) -> [(String, String)] {
        sections.sorted { $0.key < $1.key }.map { name, sections in
            var octets: [UInt8] = []
            var charset: String?
            for (place, number) in sections.keys.sorted().enumerated() {
                guard let section = sections[number] else { continue }
                if place != number {
                    defects.note(
                        "The parameter \(name) lacks one of its sections; the others were joined."
                    )
                }
                if section.isEncoded {
                    let text =
                        place == 0 ? Self.afterCharset(section.text, &charset) : section.text[...]
                    Self.percentDecode(text, into: &octets)
                } else {
                    octets.append(contentsOf: section.text)
                }
            }
            let text = Charset.decode(octets[...], label: charset, &defects)
            // Tolerated: encoded-words cut into sections, by programs that mix the two.
            return (name, charset == nil ? EncodedWord.decode(text, &defects) : text)
        }
    }

    /// What follows `charset'language'`; all of it when there are no two apostrophes.
    private static func afterCharset(_ text: [UInt8], _ charset: inout String?) -> Octets {
        let mark = UInt8(ascii: "'")
        guard let first = text.firstIndex(of: mark),
            let second = text[(first + 1)...].firstIndex(of: mark)
        else { return text[...] }
        charset = String(decoding: text[..<first], as: UTF8.self)
        return text[(second + 1)...]
    }

    private static func percentDecode(_ text: Octets, into out: inout [UInt8]) {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
                let high = text[index + 1].hexadecimalValue,
                let low = text[index + 2].hexadecimalValue
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                out.append(text[index])
                index += 1
            }
        }
    }
}
