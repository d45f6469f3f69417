/// A mail address as it stands among the words of a delivery notice.
struct NoticeAddress: Sendable {
    let address: String
    /// In octets of the line: with the angle brackets, quotes and `mailto:` around it.
    let span: Range<Int>

    /// For telling addresses apart: hosts that report on one write it in any case.
    var key: String { address.lowercased() }

    /// The addresses of a line, in one pass over it.
    static func all(in line: [UInt8]) -> [NoticeAddress] {
        var found: [NoticeAddress] = []
        var position = 0
        while let at = line[position...].firstIndex(of: UInt8(ascii: "@")) {
            let next = NoticeAddress(around: at, after: position, in: line)
            if let next { found.append(next) }
            position = max(at + 1, next?.span.upperBound ?? 0)
        }
        Steps.count(line.count)
        return found
    }

    /// RFC 5321 §4.5.3.1: longer ones no host takes.
    private static let longestLocalPart = 128
    private static let longestDomain = 255

    private init?(around at: Int, after lowest: Int, in line: [UInt8]) {
        guard var local = Self.localPart(before: at, after: lowest, in: line),
            let domain = Self.domain(after: at, in: line)
        else { return nil }
        while local.lowerBound < at, Self.isEdge(line[local.lowerBound]) {
            local = (local.lowerBound + 1)..<at
        }
        guard !local.isEmpty else { return nil }
        address = String(decoding: line[local.lowerBound..<domain.upperBound], as: UTF8.self)
        span = Self.wrapped(local.lowerBound..<domain.upperBound, after: lowest, in: line)
    }

    /// What may be an apostrophe or a full stop before the address.
    private static func isEdge(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: "'") || octet == UInt8(ascii: ".") || octet == UInt8(ascii: "*")
            || octet == UInt8(ascii: "`") || octet == UInt8(ascii: "|")
    }

    private static func localPart(
        before at: Int,
        after lowest: Int,
        in line: [UInt8]
    ) -> Range<Int>? {
        let lowest = max(lowest, at - longestLocalPart)
        var start = at
        if at > lowest, line[at - 1] == UInt8(ascii: "\"") {
            // A quoted-string (RFC 5322 §3.4.1).
            start = at - 1
            while start > lowest, line[start - 1] != UInt8(ascii: "\"") { start -= 1 }
            return start > lowest && start < at - 1 ? (start - 1)..<at : nil
        }
        while start > lowest, isInLocalPart(line[start - 1]) { start -= 1 }
        return start < at ? start..<at : nil
    }

    private static func domain(after at: Int, in line: [UInt8]) -> Range<Int>? {
        var end = at + 1
        let highest = min(line.count, at + 1 + longestDomain)
        if end < highest, line[end] == UInt8(ascii: "[") {
            guard let close = line[end..<highest].firstIndex(of: UInt8(ascii: "]")) else {
                return nil
            }
            return (at + 1)..<(close + 1)
        }
        while end < highest, isInDomain(line[end]) { end += 1 }
        while end > at + 1, line[end - 1] == UInt8(ascii: ".") || line[end - 1] == UInt8(ascii: "-")
        {
            end -= 1
        }
        let domain = line[(at + 1)..<end]
        guard domain.contains(UInt8(ascii: ".")), domain.first != UInt8(ascii: ".") else {
            return nil
        }
        return (at + 1)..<end
    }

    private static func isInDomain(_ octet: UInt8) -> Bool {
        isAlphanumeric(octet) || octet == UInt8(ascii: ".") || octet == UInt8(ascii: "-")
            || octet == UInt8(ascii: "_")
    }

    private static func isInLocalPart(_ octet: UInt8) -> Bool {
        isAlphanumeric(octet) || marks.contains(octet)
    }

    private static func isAlphanumeric(_ octet: UInt8) -> Bool {
        (0x61...0x7A).contains(octet | 0x20) || Wording.isDigit(octet) || octet >= 0x80
    }

    /// atext and the full stop (RFC 5322 §3.2.3).
    private static let marks = Set("!#$%&'*+-/=?^_`{|}~.".utf8)

    /// With what stands around: `<mailto:a@b>`, `'a@b'`, `[a@b]`.
    private static func wrapped(
        _ span: Range<Int>,
        after lowest: Int,
        in line: [UInt8]
    ) -> Range<Int> {
        var (start, end) = (span.lowerBound, span.upperBound)
        for scheme in ["mailto:", "smtp:", "rfc822;"] {
            let length = scheme.utf8.count
            guard start - length >= lowest else { continue }
            let before = line[(start - length)..<start]
            if zip(before, scheme.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { start -= length }
        }
        let pairs: [(UInt8, UInt8)] = [
            (UInt8(ascii: "'"), UInt8(ascii: "'")), (UInt8(ascii: "\""), UInt8(ascii: "\"")),
            (UInt8(ascii: "["), UInt8(ascii: "]")), (UInt8(ascii: "*"), UInt8(ascii: "*")),
            (UInt8(ascii: "<"), UInt8(ascii: ">")),
        ]
        for (open, close) in pairs
        where start > lowest && line[start - 1] == open && end < line.count && line[end] == close {
            start -= 1
            end += 1
        }
        return start..<end
    }
}
