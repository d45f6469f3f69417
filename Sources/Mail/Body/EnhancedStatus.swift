/// The enhanced mail system status codes of RFC 3463 §2, as they stand in a text.
package enum EnhancedStatus {
    /// A code and where it stands.
    package struct Found: Hashable, Sendable {
        /// `class.subject.detail`, as in `5.1.1`.
        package var code: String
        /// Octets of the text before it.
        package var offset: Int
    }

    /// The first code in the text: no part of an IP address, a version or a date.
    package static func first(in text: String) -> String? { first(in: Octets(text.utf8))?.code }

    package static func first(in octets: ArraySlice<UInt8>) -> Found? {
        var position = octets.startIndex
        while position < octets.endIndex {
            guard isPart(octets[position]) else {
                position += 1
                continue
            }
            let word = octets[position...].prefix(while: isPart)
            if let code = code(word), isAlone(word, in: octets) {
                return Found(code: code, offset: position - octets.startIndex)
            }
            position = word.endIndex
        }
        return nil
    }

    private static func isPart(_ octet: UInt8) -> Bool {
        octet.isDigit || octet == UInt8(ascii: ".")
    }

    /// Three numbers and perhaps the full stop of a sentence.
    private static func code(_ word: Octets) -> String? {
        guard word.count <= 16 else { return nil }
        let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count >= 3, parts.dropFirst(3).allSatisfy(\.isEmpty),
            parts[0].count == 1, let kind = parts[0].first,
            [UInt8(ascii: "2"), UInt8(ascii: "4"), UInt8(ascii: "5")].contains(kind),
            (1...3).contains(parts[1].count), (1...3).contains(parts[2].count)
        else { return nil }
        return parts.prefix(3).map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".")
    }

    /// Whether nothing before or after makes another number of it: `v2.4.1`, `Exim 4.1.2`, `5.1.1b`.
    private static func isAlone(_ word: Octets, in octets: Octets) -> Bool {
        if word.endIndex < octets.endIndex {
            let next = octets[word.endIndex]
            if next.isLetter || next == UInt8(ascii: "_") || next >= 0x80 { return false }
        }
        let before = octets[..<word.startIndex].suffix(30)
        guard let last = before.last else { return true }
        if last.isLetter || last == UInt8(ascii: "_") || last == UInt8(ascii: "/") { return false }
        if last == UInt8(ascii: "-"), before.dropLast().last?.isLetter ?? false { return false }
        guard last.isBlank else { return true }
        var end = before.endIndex
        while end > before.startIndex, before[end - 1].isBlank { end -= 1 }
        let start = before[..<end].lastIndex { !$0.isLetter }.map { $0 + 1 } ?? before.startIndex
        return !programs.contains(before[start..<end].lowercasedString)
    }

    /// What a version follows.
    private static let programs: Set<String> = [
        "version", "exim", "postfix", "sendmail", "release", "build", "esmtp", "qmail", "zimbra",
        "v", "ver", "server", "domino", "exchange", "courier", "dovecot",
    ]
}
