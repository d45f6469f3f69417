import Mail

/// Why one address was not reached, in the words that stand with it.
struct NoticeReason: Sendable {
    /// In one line; empty when nothing is said.
    private(set) var text = ""
    /// With what is told to programs alone, as in `<mail.example.org #5.1.1>`.
    private(set) var status: String?

    /// Far more than any server says.
    private static let maximumLines = 40
    private static let maximumOctets = 2000

    /// What follows an address in its line and in those below.
    ///
    /// - Parameter isListed: whether a line, by its index, starts with an address again.
    init(
        after mention: NoticeMention,
        in lines: [NoticeLine],
        isListed: (Int) -> Bool
    ) {
        var start = mention.line + 1
        var rest = lines[mention.line].text(from: mention.rest)
        if rest.hasPrefix("("), !rest.contains(")"), mention.line + 1 < lines.count {
            let longer = rest + " " + lines[mention.line + 1].text
            if Self.lineage.start(Wording(longer, limit: 40)) {
                rest = longer
                start += 1
            }
        }
        var pieces = [Self.afterAddress(rest)]
        var spoken: [String] = []
        // Sendmail puts the whole reason behind the dots.
        let isWhole = rest.hasPrefix("...") && rest.utf8.count > 4
        let last = isWhole ? 0 : min(lines.count, mention.line + Self.maximumLines)
        var index = start
        var octets = 0
        while index < last, !lines[index].isBlank, !isListed(index), octets < Self.maximumOctets {
            octets += lines[index].octets.count
            Steps.count(lines[index].octets.count)
            switch lines[index].speaker {
            case .server: spoken.append(lines[index].text)
            case .client: break
            case nil: pieces.append(lines[index].text)
            }
            index += 1
        }
        self.init(spoken.isEmpty ? pieces : spoken)
    }

    /// Of the lines of one paragraph.
    init(_ pieces: [String]) {
        var kept: [String] = []
        var isLabelled = false
        for piece in pieces where !piece.isEmpty {
            let folded = Wording(piece, limit: 200)
            if status == nil { status = EnhancedStatus.first(in: piece) }
            if Self.isServerMark(piece) || Self.lineage.start(folded) { continue }
            if Self.endings.start(folded) { break }
            if let labelled = Self.afterLabel(piece, folded) {
                kept = labelled.isEmpty ? [] : [labelled]
                isLabelled = true
                continue
            }
            if Self.isField(piece, folded, atMost: isLabelled ? 8 : 4) {
                if isLabelled { break }
                if NoticeWords.otherLabels.start(folded) { continue }
            }
            kept.append(piece)
        }
        text = Self.oneLine(kept.joined(separator: " "))
        status = EnhancedStatus.first(in: text) ?? status
    }

    /// Whether a line starts with a label, as in `Objet : …`.
    private static func isField(_ piece: String, _ folded: Wording, atMost count: Int) -> Bool {
        guard let colon = folded.bytes.prefix(60).firstIndex(of: UInt8(ascii: ":")) else {
            return false
        }
        let next = folded.bytes.dropFirst(colon + 1).first ?? 0x20
        return next == 0x20 && Wording(folded: folded.bytes[..<colon]).wordCount <= count
            && folded.bytes.first.map(Wording.isWord) ?? false
    }

    var isReply: Bool { SMTPReply.start(in: Array(text.utf8)[...]) != nil }

    /// Without the sign between the address and the words, and without Exchange's date.
    private static func afterAddress(_ rest: String) -> String {
        var octets = Array(rest.utf8)[...]
        for lead in ["(expanded from", "(generated from", "(ultimately generated from"]
        where octets.starts(with: lead.utf8) {
            octets = octets.drop { $0 != UInt8(ascii: ")") }.dropFirst()
        }
        octets = octets.drop { ":=,;|>.- \t".utf8.contains($0) }
        let words = Wording(String(decoding: octets.prefix(60), as: UTF8.self))
        if dating.start(words), words.digitCount >= 4 { return "" }
        return String(decoding: NoticeLine.trimmed(octets), as: UTF8.self)
    }

    private static let dating = WordingSet("on_ | le_ | am_ | el_ | il_ | at_")

    /// `<mail.example.org #5.1.1 SMTP; 550 unknown>`, which stands below Exchange's sentence.
    private static func isServerMark(_ piece: String) -> Bool {
        piece.hasPrefix("<") && piece.hasSuffix(">") && piece.utf8.contains(UInt8(ascii: "#"))
    }

    /// Which address a failed one was made from.
    private static let lineage = WordingSet(
        "(generated from | (ultimately generated from | (expanded from | (genere a partir"
    )
    /// What follows tells an administrator which message it was.
    private static let endings = WordingSet(
        "the mts-id of | l'id-mts du | msexch: | die mts-id | mts-id"
    )

    /// `(reason: 550 …)`, `because: …`.
    private static func afterLabel(_ piece: String, _ folded: Wording) -> String? {
        var octets = NoticeLine.trimmed(Array(piece.utf8))
        let isEnclosed = octets.first == UInt8(ascii: "(") && octets.last == UInt8(ascii: ")")
        if isEnclosed { octets = Array(octets.dropFirst().dropLast()) }
        let label = isEnclosed ? Wording(folded: folded.bytes.dropFirst()) : folded
        guard NoticeWords.reasonLabels.start(label),
            let colon = octets.prefix(80).firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let name = Wording(String(decoding: octets[..<colon], as: UTF8.self))
        guard name.wordCount <= 4, !name.hasSuffix(" type") else { return nil }
        return String(decoding: NoticeLine.trimmed(octets[(colon + 1)...]), as: UTF8.self)
    }

    /// With single spaces, without the marks around what programs print.
    static func oneLine(_ text: String) -> String {
        let words = text.utf8.prefix(maximumOctets).split { NoticeLine.isSpace($0) }
        var octets = Array(words.joined(separator: [0x20]))[...]
        if let quoted = quotedReply(octets) { octets = quoted }
        octets = withoutParentheses(octets)
        if octets.first == UInt8(ascii: "#"), SMTPReply.isCode(octets.dropFirst()) {
            octets = octets.dropFirst()
        }
        while octets.count > 2, octets.suffix(2).elementsEqual("##".utf8) {
            octets = octets.dropLast(2)
        }
        // `(state 14).`, as Gmail ended its sentence.
        if octets.suffix(2).elementsEqual(").".utf8), octets.suffix(12).contains(UInt8(ascii: "("))
        {
            let inner = octets.dropLast(2).suffix(while: { $0 != UInt8(ascii: "(") })
            if inner.starts(with: "state ".utf8) { octets = octets.dropLast() }
        }
        return String(decoding: NoticeLine.trimmed(octets), as: UTF8.self)
    }

    /// `Remote Server returned '554 5.2.2 mailbox full'`.
    private static func quotedReply(_ octets: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let start = SMTPReply.start(in: octets), start > octets.startIndex else { return nil }
        let quote = octets[start - 1]
        guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""),
            let end = octets[start...].lastIndex(of: quote), octets.endIndex - end <= 3
        else { return nil }
        return octets[start..<end]
    }

    private static func withoutParentheses(_ octets: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        for (open, close) in [("(", ")"), ("[", "]")] {
            let isClosed = octets.last == close.utf8.first
            let opens = octets.count { $0 == open.utf8.first }
            let closes = octets.count { $0 == close.utf8.first }
            if isClosed, closes == opens + 1 { return octets.dropLast() }
            if isClosed, octets.first == open.utf8.first, opens == 1, closes == 1 {
                return octets.dropFirst().dropLast()
            }
        }
        return octets
    }
}

extension ArraySlice<UInt8> {
    /// The longest end whose octets all pass.
    fileprivate func suffix(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = lastIndex { !isWanted($0) }.map { $0 + 1 } ?? startIndex
        return self[start...]
    }
}
