import Foundation

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
}

extension QuoteHeader {
    /// The header that starts at a line, if one does; looks at a bounded number of lines.
    static func starting(at index: Int, in lines: ArraySlice<BodyLine>) -> QuoteHeader? {
        let line = lines[index]
        if line.isBlank || line.isCut { return nil }
        return separated(at: index, in: lines) ?? block(at: index, in: lines, isSeparated: false)
            ?? replyLine(at: index, in: lines)
    }

    /// A separator with what belongs to it.
    private static func separated(at index: Int, in lines: ArraySlice<BodyLine>) -> QuoteHeader? {
        guard let separator = Separator(lines[index].folded) else { return nil }
        var next = index + 1
        while next < lines.endIndex, next <= index + 3, lines[next].isBlank { next += 1 }
        let follows = next < lines.endIndex
        let found =
            follows
            ? block(at: next, in: lines, isSeparated: true) ?? replyLine(at: next, in: lines) : nil
        if var found {
            if separator == .forward { found.kind = .forward }
            return found
        }
        switch separator {
        case .rule: return nil
        case .forward: return QuoteHeader(kind: .forward, end: index + 1)
        case .original: return QuoteHeader(kind: .block, end: index + 1)
        }
    }
}

/// A line drawn above the mail that follows.
private enum Separator {
    /// "-----Message d'origine-----".
    case original
    /// "---------- Forwarded message ---------".
    case forward
    /// A bare line of underscores or hyphens: a separator only where a header follows.
    case rule

    init?(_ line: Wording) {
        guard line.count <= 90 else { return nil }
        let bytes = line.bytes
        let marks = bytes.prefix { Self.isMark($0) && $0 != 0x20 }.count
        if bytes.allSatisfy(Self.isMark) {
            guard marks >= 5 else { return nil }
            self = .rule
            return
        }
        var inner = bytes.drop(while: Self.isMark)
        while let last = inner.last, Self.isMark(last) { inner.removeLast() }
        let title = String(decoding: inner, as: UTF8.self)
        if Self.forwardTitles.contains(title), marks >= 2 || title.hasSuffix(":") {
            self = .forward
        } else if Self.bareForwardTitles.contains(title) {
            self = .forward
        } else if Self.originalTitles.contains(title), marks >= 2 {
            self = .original
        } else {
            return nil
        }
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == 0x2D || byte == 0x5F || byte == 0x3D || byte == 0x2A || byte == 0x20 || byte == 0x23
    }

    private static let originalTitles: Set<String> = [
        "message d'origine", "message original", "original message", "mail original",
        "courriel original", "message initial", "courrier original", "mail d'origine",
        "courriel d'origine", "message precedent", "reply message", "message d origine",
        "ursprungliche nachricht", "original appointment", "rendez-vous d'origine",
        "e-mail d'origine", "e-mail original", "mensaje original", "oorspronkelijk bericht",
    ]
    private static let forwardTitles: Set<String> = [
        "forwarded message", "message transfere", "mail transfere", "courriel transfere",
        "message reexpedie", "message transmis", "forwarded mail", "e-mail transfere",
        "weitergeleitete nachricht", "forwarded message:", "message transfere :",
        "message transfere:", "courrier transfere", "fwd", "message fait suivre",
    ]
    private static let bareForwardTitles: Set<String> = [
        "debut du message reexpedie :", "debut du message reexpedie:",
        "debut du message transfere :", "debut du message transfere:", "begin forwarded message:",
        "debut du message reexpedie", "begin forwarded message",
        "anfang der weitergeleiteten nachricht:", "inicio del mensaje reenviado:",
    ]
}

extension QuoteHeader {
    /// How many lines a block may have, wrapped recipients and blank lines between included.
    private static let longestBlock = 24

    /// "De : … Envoyé : … À : … Objet : …" in any order and language, with bold marks or without.
    private static func block(
        at index: Int,
        in lines: ArraySlice<BodyLine>,
        isSeparated: Bool
    ) -> QuoteHeader? {
        guard let first = lines[index].label, first != .other, first != .copy
        else { return nil }
        var seen: Set<HeaderLabel> = []
        var author: String?
        var isDated = isSeparated
        var end = index
        var current = index
        var continuations = 0
        while current < min(lines.endIndex, index + longestBlock) {
            let line = lines[current]
            if let label = line.label {
                if label == .from, seen.contains(.from) { break }
                seen.insert(label)
                if label == .from { author = line.valueAfterLabel }
                isDated = isDated || label == .dispatched || isEvidence(line.folded)
                end = current + 1
            } else if line.isBlank {
                guard current + 1 < lines.endIndex, lines[current + 1].label != nil else {
                    break
                }
            } else if current == end, continuations < 6, isContinuation(line, of: seen) {
                continuations += 1
                isDated = isDated || isEvidence(line.folded)
                end = current + 1
            } else {
                break
            }
            current += 1
        }
        let enough = isSeparated ? 2 : 3
        let places = Set(seen.subtracting([.other]).map(\.place)).count
        guard seen.contains(.from), places >= enough, isDated else { return nil }
        return QuoteHeader(kind: .block, end: end, author: author)
    }

    /// Recipients wrapped to the next line carry an address or a semicolon.
    private static func isContinuation(_ line: BodyLine, of seen: Set<HeaderLabel>) -> Bool {
        guard !seen.contains(.subject) || line.text.first == " " || line.text.first == "\t" else {
            return false
        }
        let folded = line.folded
        return folded.contains("@") || folded.contains(";") || line.text.first == "\t"
            || line.text.first == " "
    }

    /// An address or a time of day: what a letterhead ("De : la mairie, À : l'agence") has not.
    private static func isEvidence(_ line: Wording) -> Bool {
        line.contains("@") || DateWords.hasTime(line)
    }
}

extension QuoteHeader {
    /// "Le 3 nov. 2026 à 10:12, X <x@y> a écrit :" on one to four lines.
    ///
    /// A sentence may start with "Le" and end with "a écrit :" too: a time of day or an address is
    /// asked for, or a full date with quoted lines after it.
    private static func replyLine(at index: Int, in lines: ArraySlice<BodyLine>) -> QuoteHeader? {
        let first = lines[index].folded
        guard openings.start(first) || isClosed(first) else { return nil }
        var joined = first
        var end = index + 1
        while !isClosed(joined) {
            guard openings.start(first), end < min(index + 4, lines.endIndex),
                !lines[end].isBlank, joined.count < 400
            else { return nil }
            joined = Wording(joined.string + " " + lines[end].folded.string)
            end += 1
        }
        guard !ownVerbs.occur(in: joined) else { return nil }
        let hasAddress = joined.contains("@")
        let isTimed = DateWords.hasTime(joined)
        if !hasAddress && !isTimed {
            guard DateWords.hasDate(joined), nextIsQuoted(after: end, in: lines) else { return nil }
        }
        guard openings.start(first) || hasAddress || DateWords.hasDate(joined) else { return nil }
        let text = lines[index..<end].map { String($0.content) }.joined(separator: " ")
        return QuoteHeader(kind: .replyLine, end: end, author: author(in: text))
    }

    private static let openings = WordingSet(
        """
        le_ | on_ | am_ | el_ | il giorno_ | en date du_ | ---- le_ | ---- on_ |
        dans le message | lun | mar | mer | jeu | ven | sam | dim
        """
    )
    /// "Le préfet nous a écrit :" speaks of a letter, it does not announce one.
    private static let ownVerbs = WordingSet(
        """
        nous a ecrit | vous a ecrit | m'a ecrit | t'a ecrit | lui a ecrit | leur a ecrit
        """
    )

    private static func isClosed(_ line: Wording) -> Bool {
        var bytes = line.bytes[...]
        while let last = bytes.last, last == 0x3A || last == 0x20 || last == 0x2D || last == 0x2A {
            bytes.removeLast()
        }
        return closings.contains { closing in
            bytes.count > closing.count && bytes.suffix(closing.count).elementsEqual(closing)
        }
    }

    private static let closings: [[UInt8]] = [
        " a ecrit", " ecrivait", " wrote", " writes", " schrieb", " escribio", " ha scritto",
        " a repondu",
    ].map { Array($0.utf8) }

    static func nextIsQuoted(after index: Int, in lines: ArraySlice<BodyLine>) -> Bool {
        var next = index
        while next < lines.endIndex, next < index + 3, lines[next].isBlank, !lines[next].isQuoted {
            next += 1
        }
        guard next < lines.endIndex else { return false }
        return lines[next].isQuoted || lines[next].isBarQuoted
    }

    /// What stands between the last comma before the address or the verb, and that.
    private static func author(in text: String) -> String? {
        let verbs = ["a écrit", "a ecrit", "écrivait", "wrote", "schrieb", "a répondu"]
        guard let verb = verbs.lazy.compactMap({ text.range(of: $0, options: .backwards) }).first
        else { return nil }
        let before = text[..<verb.lowerBound]
        guard let comma = before.lastIndex(of: ",") else { return nil }
        return before[before.index(after: comma)...].trimmingMarks()
    }
}

extension BodyLine {
    /// Some programs mark quoted lines with a bar instead.
    var isBarQuoted: Bool { folded.hasPrefix("|") }
}
