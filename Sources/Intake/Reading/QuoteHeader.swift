/// Where a mail program announces the mail that follows: a reply line, a block of header fields or
/// a separator.
struct QuoteHeader: Sendable {
    enum Kind: Sendable {
        /// "Le 3 nov. 2026 à 10:12, X a écrit :".
        case replyLine
        /// "De : … Envoyé : … À : … Objet : …", with or without a separator.
        case block
        /// The same under a line that says that the mail was forwarded.
        case forward
    }

    var kind: Kind
    /// The line after the header.
    var end: Int
    /// Who wrote what follows, as the header says it: the value of its "De :" line, or what a reply
    /// line names.
    var author: String?
    /// When it was sent, as written; `nil` when the header does not say.
    var date: String?
    /// As written; `nil` when the header does not say.
    var subject: String?

    /// What is longer than a header line should be is cut.
    init(
        kind: Kind,
        end: Int,
        author: String? = nil,
        date: String? = nil,
        subject: String? = nil
    ) {
        self.kind = kind
        self.end = end
        self.author = author?.beginning(octets: Self.longest)
        self.date = date?.beginning(octets: Self.longest)
        self.subject = subject?.beginning(octets: Self.longest)
    }

    /// In octets; whole characters are kept.
    private static let longest = 400
}

extension QuoteHeader {
    /// The header that starts at a line, if one does; looks at a bounded number of lines.
    static func starting(at index: Int, in lines: ArraySlice<BodyLine>) -> QuoteHeader? {
        let line = lines[index]
        if line.isBlank || line.isCut { return nil }
        return separated(at: index, in: lines)
            ?? HeaderBlock.starting(at: index, in: lines, isSeparated: isRuled(index, in: lines))
            ?? dashed(at: index, in: lines) ?? ReplyLine.starting(at: index, in: lines)
    }

    /// A separator with what belongs to it.
    private static func separated(at index: Int, in lines: ArraySlice<BodyLine>) -> QuoteHeader? {
        guard let separator = Separator(lines[index]) else { return nil }
        if var found = following(index + 1, in: lines, isTitled: separator.kind != .rule) {
            if separator.kind == .forward { found.kind = .forward }
            found.date = found.date ?? separator.date
            found.author = found.author ?? separator.author
            return found
        }
        guard separator.standsAlone,
            !separator.needsLabel
                || lines[(index + 1)...].prefix(3).contains(where: { $0.headerLabel != nil })
        else { return nil }
        let kind: Kind = separator.kind == .forward ? .forward : .block
        return QuoteHeader(
            kind: kind,
            end: index + 1,
            author: separator.author,
            date: separator.date
        )
    }

    /// The header below a separator; blank lines may stand between.
    private static func following(
        _ index: Int,
        in lines: ArraySlice<BodyLine>,
        isTitled: Bool
    ) -> QuoteHeader? {
        var next = index
        while next < lines.endIndex, next <= index + 2, lines[next].isBlank { next += 1 }
        guard next < lines.endIndex, !lines[next].isBlank, !lines[next].isCut else { return nil }
        return HeaderBlock.starting(at: next, in: lines, isSeparated: true, isTitled: isTitled)
            ?? ReplyLine.starting(at: next, in: lines)
    }

    /// Lotus Notes: "-----X a écrit : -----" over a block, or "X ---03/11/2026 10:12:33---Bonjour,".
    private static func dashed(at index: Int, in lines: ArraySlice<BodyLine>) -> QuoteHeader? {
        let folded = lines[index].folded
        if !folded.hasPrefix("-"), let beginning = ReplyLine(dated: lines[index]) {
            if let block = following(index + 1, in: lines, isTitled: true) { return block }
            return QuoteHeader(
                kind: .replyLine,
                end: index + 1,
                author: beginning.author,
                date: beginning.date
            )
        }
        guard folded.hasPrefix("--"), folded.hasSuffix("--"), folded.contains(":") else {
            return nil
        }
        return following(index + 1, in: lines, isTitled: true)
    }

    private static func isRuled(_ index: Int, in lines: ArraySlice<BodyLine>) -> Bool {
        guard index > lines.startIndex else { return false }
        return Separator(lines[index - 1])?.kind == .rule
    }

    /// Whether the line ends the mail above it: "----- Fin du message transféré -----".
    static func endsMail(_ line: BodyLine) -> Bool { Separator.ends(line) }

    /// Whether quoted lines follow, blank ones between overlooked.
    static func nextIsQuoted(after index: Int, in lines: ArraySlice<BodyLine>) -> Bool {
        var next = index
        while next < lines.endIndex, next < index + 3, lines[next].isBlank, !lines[next].isQuoted {
            next += 1
        }
        guard next < lines.endIndex else { return false }
        return lines[next].isQuoted || lines[next].isBarQuoted
    }
}

extension BodyLine {
    /// Some programs mark quoted lines with a bar instead.
    var isBarQuoted: Bool { folded.hasPrefix("|") }
}
