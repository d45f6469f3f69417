/// Parameters in pieces and in charsets: `name*0*=utf-8'fr'%C3%A9; name*1="..."` (RFC 2231 §3-4).
struct ExtendedParameters {
    private struct Section {
        var isEncoded: Bool
        var text: [UInt8]
    }

    /// Values given whole, as `name*=`.
    private var wholes: [String: Section] = [:]
    private var sections: [String: [Int: Section]] = [:]
    private static let maximumSections = 10_000

    /// `false` when the name is an ordinary one.
    mutating func take(_ name: String, _ text: [UInt8], _ defects: inout DefectLog) -> Bool {
        let parts = name.split(separator: "*", omittingEmptySubsequences: false)
        guard parts.count > 1, let base = parts.first, !base.isEmpty else { return false }
        let isEncoded = parts.last?.isEmpty == true
        let section = Section(isEncoded: isEncoded, text: text)
        let key = String(base)
        if parts.dropFirst().allSatisfy(\.isEmpty) {
            if wholes[key] == nil { wholes[key] = section }
            return true
        }
        guard parts[1].utf8.allSatisfy(\.isDigit), !parts[1].isEmpty else { return false }
        guard let number = Int(parts[1]), number < Self.maximumSections else {
            defects.note(
                "A section of a parameter has a number over \(Self.maximumSections - 1); it was not read."
            )
            return true
        }
        guard sections[key]?[number] == nil else {
            defects.note("A section of a parameter is given twice; the first was read.")
            return true
        }
        sections[key, default: [:]][number] = section
        return true
    }

    /// Each name once; what is whole goes before what is in sections.
    func joined(_ defects: inout DefectLog) -> [(String, String)] {
        Set(wholes.keys).union(sections.keys).sorted().map { name in
            if let whole = wholes[name] {
                let text = Self.join([whole], &defects)
                if !text.isEmpty { return (name, text) }
            }
            let numbered = (sections[name] ?? [:]).sorted { $0.key < $1.key }
            if let last = numbered.last, last.key >= numbered.count {
                defects.note(
                    "The parameter \(name.prefix(40)) lacks one of its sections; the others were joined."
                )
            }
            return (name, Self.join(numbered.map(\.value), &defects))
        }
    }

    private static func join(_ sections: [Section], _ defects: inout DefectLog) -> String {
        var text = ""
        var charset: String?
        var prefix: Octets = []
        /// Octets in the charset: a character may be split over two sections.
        var pending: [UInt8] = []
        for (place, section) in sections.enumerated() {
            guard section.isEncoded else {
                if !section.text[...].isASCII, !pending.isEmpty {
                    text += Charset.decode(pending[...], label: charset, &defects)
                    pending = []
                }
                if pending.isEmpty, charset != nil || !text.isEmpty {
                    text += String(decoding: section.text, as: UTF8.self)
                } else {
                    pending += section.text
                }
                continue
            }
            var value = section.text[...]
            if place == 0, let marked = Marked(value, &defects) {
                charset = marked.charset
                prefix = value[..<marked.text.startIndex]
                value = unquoted(marked.text)
            } else if prefix.count > 2, value.starts(with: prefix) {
                // Tolerated: the charset said again by every section; only the first may (§4.1).
                value = value.dropFirst(prefix.count)
            }
            percentDecode(value, into: &pending, &defects)
        }
        text += Charset.decode(pending[...], label: charset, &defects)
        // Tolerated: encoded-words here too, even cut into sections, by programs that mix the two.
        return EncodedWord.decode(text, &defects)
    }

    /// Tolerated: `utf-8''"plan.pdf"`, with quotes that RFC 2231 has no place for.
    private static func unquoted(_ text: Octets) -> Octets {
        guard text.count > 1, text.first == .quote, text.last == .quote else { return text }
        return text.dropFirst().dropLast()
    }

    /// The text of `utf-8''plan%20de%20ville.pdf` under a name that lacks its asterisk.
    static func unmarked(_ text: String, _ defects: inout DefectLog) -> String? {
        let octets = Array(text.utf8)
        let mark = UInt8(ascii: "'")
        guard let first = octets.firstIndex(of: mark), isCharsetName(octets[..<first]),
            let second = octets[(first + 1)...].firstIndex(of: mark)
        else { return nil }
        var out: [UInt8] = []
        percentDecode(octets[(second + 1)...], into: &out, &defects)
        let label = String(decoding: octets[..<first], as: UTF8.self)
        return Charset.decode(out[...], label: label, &defects)
    }

    /// `charset'language'text` taken apart.
    private struct Marked {
        var charset: String
        var text: Octets

        /// `nil` when there are no such marks.
        init?(_ value: Octets, _ defects: inout DefectLog) {
            let mark = UInt8(ascii: "'")
            guard let first = value.firstIndex(of: mark) else { return nil }
            charset = String(decoding: value[..<first], as: UTF8.self)
            if let second = value[(first + 1)...].firstIndex(of: mark) {
                text = value[(second + 1)...]
                return
            }
            // Tolerated: one apostrophe only, after the name of a charset.
            guard isCharsetName(value[..<first]) else { return nil }
            defects.note("An extended parameter has one apostrophe for two; its text was read.")
            text = value[(first + 1)...]
        }
    }

    private static func isCharsetName(_ octets: Octets) -> Bool {
        let isWord = octets.allSatisfy { octet in
            octet.isLetter || octet.isDigit || octet == UInt8(ascii: "-")
                || octet == UInt8(ascii: "_")
        }
        guard isWord else { return false }
        let name = octets.lowercasedString
        return [
            "utf-", "utf8", "us-ascii", "iso-", "windows-", "cp125", "koi8-", "gb", "big5", "euc-",
        ]
        .contains { name.hasPrefix($0) }
    }

    private static func percentDecode(
        _ text: Octets,
        into out: inout [UInt8],
        _ defects: inout DefectLog
    ) {
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index] == UInt8(ascii: "%") else {
                out.append(text[index])
                index += 1
                continue
            }
            if index + 2 < text.endIndex, let high = text[index + 1].hexadecimalValue,
                let low = text[index + 2].hexadecimalValue
            {
                out.append(high << 4 | low)
                index += 3
            } else {
                defects.note(
                    "An extended parameter held a \"%\" without two hexadecimal digits; it was kept as it is."
                )
                out.append(text[index])
                index += 1
            }
        }
    }
}
