import Mail

/// One line of a delivery notice.
struct NoticeLine: Sendable {
    /// Columns before the words; a tab counts as eight.
    let indent: Int
    /// Without white space at the ends, bullets, and what other signs stand around an address.
    let octets: [UInt8]
    let folded: Wording
    let addresses: [NoticeAddress]
    /// Which run of lines without an empty one it belongs to.
    let paragraph: Int
    /// `<<<` and `>>>` of a transcript.
    let speaker: Speaker?

    enum Speaker: Sendable { case server, client }

    /// Longer lines are no mail system's.
    static let longest = 4000

    init(_ text: Substring, paragraph: Int) {
        self.paragraph = paragraph
        var octets = Array(text.utf8.prefix(Self.longest))
        if octets.count == Self.longest {
            // No word is cut in two.
            octets.removeLast(octets.reversed().prefix { !Self.isSpace($0) }.count)
        }
        var indent = 0
        for octet in octets {
            guard octet == 0x20 || octet == 0x09 else { break }
            indent += octet == 0x09 ? 8 : 1
        }
        self.indent = indent
        octets = Self.trimmed(octets[...])
        let mark = octets.prefix(4)
        if mark.starts(with: "<<< ".utf8) {
            speaker = .server
        } else if mark.starts(with: ">>> ".utf8) {
            speaker = .client
        } else {
            speaker = nil
        }
        if speaker != nil { octets = Self.trimmed(octets.dropFirst(4)) }
        octets = Self.labelled(Self.withoutBullet(octets))
        self.octets = octets
        folded = Wording(String(decoding: octets, as: UTF8.self), limit: 800)
        addresses = NoticeAddress.all(in: Self.spaced(octets))
    }

    var isBlank: Bool { octets.isEmpty }
    var text: String { String(decoding: octets, as: UTF8.self) }

    /// From an octet on, without white space at the ends.
    func text(from start: Int) -> String {
        String(
            decoding: Self.trimmed(octets[min(max(0, start), octets.count)...]),
            as: UTF8.self
        )
    }

    /// The words before an octet, folded.
    func folded(before end: Int) -> Wording {
        Wording(String(decoding: octets[..<min(end, octets.count)], as: UTF8.self))
    }

    /// Whether the line starts with a reply code of an SMTP server (RFC 5321 §4.2), or with an
    /// enhanced one alone.
    var startsWithReply: Bool {
        SMTPReply.isCode(octets[...])
            || octets.count > 6 && EnhancedStatus.first(in: octets.prefix(12))?.offset == 0
    }

    /// With a colon after the first cell of a table's row, which is a label where it is short.
    private static func labelled(_ octets: [UInt8]) -> [UInt8] {
        guard let tab = octets.prefix(60).firstIndex(of: 0x09), tab > 0 else { return octets }
        let cell = octets[..<tab]
        guard cell.allSatisfy({ !":@<>.,".utf8.contains($0) }),
            cell.split(separator: 0x20).count <= 5
        else { return octets }
        return cell + Array(": ".utf8) + octets[(tab + 1)...]
    }

    /// With spaces for the quotation marks, no-break spaces and dashes outside US-ASCII.
    private static func spaced(_ octets: [UInt8]) -> [UInt8] {
        var octets = octets
        var index = 0
        while index + 1 < octets.count {
            let (lead, next) = (octets[index], octets[index + 1])
            if lead == 0xC2, next != 0xAA, next != 0xB5, next != 0xBA {
                octets[index] = 0x20
                octets[index + 1] = 0x20
                index += 2
            } else if lead == 0xE2, next == 0x80, index + 2 < octets.count {
                for place in index...(index + 2) { octets[place] = 0x20 }
                index += 3
            } else {
                index += 1
            }
        }
        return octets
    }

    static func trimmed(_ octets: ArraySlice<UInt8>) -> [UInt8] {
        let start = octets.drop { isSpace($0) }
        guard let last = start.lastIndex(where: { !isSpace($0) }) else { return [] }
        return Array(start[...last])
    }

    static func trimmed(_ octets: [UInt8]) -> [UInt8] { trimmed(octets[...]) }

    static func isSpace(_ octet: UInt8) -> Bool { octet == 0x20 || (0x09...0x0D).contains(octet) }

    /// `* `, `- `, `1. ` and the like before what is listed.
    private static func withoutBullet(_ octets: [UInt8]) -> [UInt8] {
        let bullet = octets.prefix { "*-+|#>=.".utf8.contains($0) }
        if (1...2).contains(bullet.count), octets.count > bullet.count,
            isSpace(octets[bullet.count])
        {
            return trimmed(octets[bullet.count...])
        }
        let number = octets.prefix { Wording.isDigit($0) }
        if (1...2).contains(number.count), octets.count > number.count + 1,
            ".)".utf8.contains(octets[number.count]), isSpace(octets[number.count + 1])
        {
            return trimmed(octets[(number.count + 1)...])
        }
        return octets
    }
}

/// The replies of SMTP servers as notices quote them (RFC 5321 §4.2).
enum SMTPReply {
    /// Whether octets start with the code of a transient or permanent failure.
    static func isCode(_ octets: ArraySlice<UInt8>) -> Bool {
        let start = octets.prefix(4)
        guard start.count >= 3, let first = start.first,
            first == UInt8(ascii: "4") || first == UInt8(ascii: "5"),
            (0x30...0x35).contains(start[start.startIndex + 1]),
            Wording.isDigit(start[start.startIndex + 2])
        else { return false }
        guard let next = start.dropFirst(3).first else { return true }
        return next == 0x20 || next == UInt8(ascii: "-") || next == UInt8(ascii: "#")
            || next == UInt8(ascii: ":") || next == UInt8(ascii: ",") || next == UInt8(ascii: ";")
    }

    /// Where a reply starts that says something, as in `the server said: 550 no such user`.
    static func start(in octets: ArraySlice<UInt8>) -> Int? {
        var previousIsWord = false
        for index in octets.indices {
            let octet = octets[index]
            if !previousIsWord, octet == UInt8(ascii: "4") || octet == UInt8(ascii: "5"),
                isCode(octets[index...]), octets.endIndex - index > 4
            {
                return index
            }
            previousIsWord = Wording.isWord(octet | 0x20) || octet == UInt8(ascii: ".")
        }
        return nil
    }
}
