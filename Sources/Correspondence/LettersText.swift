import Foundation
import Templates

/// What makes a rendered template a letter, and a value fit to stand in one.
enum LetterText {
    /// Marks a link that the text shows as a phrase: opening, phrase, middle, address, closing.
    ///
    /// Private-use characters, removed from every value, so nobody outside can write one.
    private static let linkMarks: (opening: Character, middle: Character, closing: Character) = (
        "\u{E000}", "\u{E001}", "\u{E002}"
    )

    /// A phrase that is a link in the HTML form and plain words in the text form.
    static func link(_ phrase: String, to address: String) -> TemplateValue {
        let marks = linkMarks
        return .text(
            "\(marks.opening)\(line(phrase))\(marks.middle)\(line(address))\(marks.closing)"
        )
    }

    /// One line of text: no line break, control, direction override or mark of ours.
    static func line(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        var isBlank = false
        for scalar in text.unicodeScalars {
            guard let scalar = permitted(scalar) else { continue }
            if scalar == " " {
                isBlank = true
            } else {
                if isBlank, !line.isEmpty { line.append(" ") }
                isBlank = false
                line.append(scalar)
            }
        }
        return String(line)
    }

    static func value(_ text: String?) -> TemplateValue {
        let text = text.map(line) ?? ""
        return text.isEmpty ? .null : .text(text)
    }

    /// Somebody's text line by line, as it stood, cut where it would be no summary any more.
    static func verbatim(_ text: String, limit: Int = 6_000) -> TemplateValue {
        var lines = text.prefix(limit)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { line(String($0)) }
        if text.count > limit { lines.append("[…]") }
        while lines.first == "" { lines.removeFirst() }
        while lines.last == "" { lines.removeLast() }
        return .list(lines.map(TemplateValue.text))
    }

    /// LF line ends, no blanks at a line's end, at most one empty line, one line end at the end.
    static func tidied(_ text: String) -> String {
        let lineFeed = UInt8(ascii: "\n")
        var tidied: [UInt8] = []
        tidied.reserveCapacity(text.utf8.count)
        var isAfterEmpty = true
        for line in text.utf8.split(separator: lineFeed, omittingEmptySubsequences: false) {
            // The CR of a line that Notepad ended is a blank at its end.
            let end = line.lastIndex { $0 != UInt8(ascii: " ") && $0 != 9 && $0 != 13 }
            if let end { tidied += line[...end] }
            if end == nil, isAfterEmpty { continue }
            isAfterEmpty = end == nil
            tidied.append(lineFeed)
        }
        if isAfterEmpty, !tidied.isEmpty { tidied.removeLast() }
        return tidied.isEmpty ? "\n" : String(decoding: tidied, as: UTF8.self)
    }

    /// Whether a line in capitals stands above others as their heading.
    static func isHeading(_ line: some StringProtocol) -> Bool {
        !line.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            && line.first?.isLetter == true && !line.contains(where: \.isLowercase)
            && line.count > 1
    }

    /// A line that is no longer than so many characters, cut between words where it was.
    static func cut(_ line: String, to limit: Int) -> String {
        guard line.count > limit else { return line }
        let head = line.prefix(limit - 1)
        let half = head.index(head.startIndex, offsetBy: head.count / 2)
        let end = head[half...].lastIndex(of: " ") ?? head.endIndex
        let words = head[..<end].reversed().drop { " ,;:-–(«".contains($0) }.reversed()
        return String(words) + "…"
    }

    /// How many words a text has, as its reader counts them: what blanks set apart.
    static func wordCount(_ text: String) -> Int {
        text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.count
    }

    /// The text form: of a marked link its phrase.
    static func plain(_ marked: String) -> String {
        pieces(of: marked[...]).map { piece in
            switch piece {
            case .text(let text): String(text)
            case .link(let phrase, _): String(phrase)
            }
        }
        .joined()
    }

    enum Piece {
        case text(Substring)
        case link(phrase: Substring, address: Substring)
    }

    static func pieces(of marked: Substring) -> [Piece] {
        // Private-use characters start with this byte in UTF-8.
        guard marked.utf8.contains(0xEE) else { return marked.isEmpty ? [] : [.text(marked)] }
        var pieces: [Piece] = []
        var rest = marked
        while let opening = rest.firstIndex(of: linkMarks.opening) {
            let after = rest[rest.index(after: opening)...]
            guard let middle = after.firstIndex(of: linkMarks.middle),
                let closing = after[middle...].firstIndex(of: linkMarks.closing)
            else { break }
            if opening > rest.startIndex { pieces.append(.text(rest[..<opening])) }
            pieces.append(
                .link(
                    phrase: after[..<middle],
                    address: after[after.index(after: middle)..<closing]
                )
            )
            rest = after[after.index(after: closing)...]
        }
        if !rest.isEmpty { pieces.append(.text(rest)) }
        return pieces
    }

    /// The scalar itself, a blank in its place, or nothing.
    private static func permitted(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x24F: return scalar
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return " "
        // Joiners shape emoji and scripts; the other format characters only hide things.
        case .format: return scalar == "\u{200D}" ? scalar : nil
        case .privateUse, .surrogate, .unassigned: return nil
        default: return scalar
        }
    }
}

/// The subject of an answer: the requester's own, with the case number once at its end.
///
/// - Parameter isAuthenticated: whether the answer goes to who wrote it; else it holds nothing that
///   would serve a stranger who wrote in somebody's name.
package func replySubject(
    to subject: String?,
    isAuthenticated: Bool = true,
    caseNumber: String
) -> String {
    var words = LetterText.line(subject ?? "")[...]
    while let rest = withoutPrefix(words) { words = rest }
    let own = withoutCaseNumbers(words)
    let kept = isAuthenticated ? own : safeSubject(own) ?? ""
    let short = LetterText.cut(kept, to: 150)
    return "Re: \(short.isEmpty ? "votre message" : short) [\(caseNumber)]"
}

/// Without one prefix as mail programs add them: Re, RE, Ré, Rép, TR, Fw, Fwd, WG, AW, Re[2].
private func withoutPrefix(_ subject: Substring) -> Substring? {
    guard let colon = subject.prefix(10).firstIndex(of: ":") else { return nil }
    let letters = subject[..<colon].lowercased().filter(\.isLetter)
    let others = subject[..<colon].filter { !$0.isLetter }
    guard ["re", "ré", "rép", "rep", "tr", "fw", "fwd", "wg", "aw", "i"].contains(letters),
        others.allSatisfy({ " [](0123456789)\u{A0}\u{202F}".contains($0) })
    else { return nil }
    return subject[subject.index(after: colon)...].drop { $0.isWhitespace }
}

/// Without "[2026-00042]" and its like, wherever they stand.
private func withoutCaseNumbers(_ subject: Substring) -> String {
    var kept = ""
    var rest = subject
    while let opening = rest.firstIndex(of: "["), let closing = rest[opening...].firstIndex(of: "]")
    {
        let inside = rest[rest.index(after: opening)..<closing]
        let isNumber =
            inside.count >= 10 && inside.prefix(4).allSatisfy(\.isNumber)
            && inside.dropFirst(4).first == "-" && inside.suffix(5).allSatisfy(\.isNumber)
        kept += rest[..<opening]
        if !isNumber { kept += rest[opening...closing] }
        rest = rest[rest.index(after: closing)...]
    }
    return (kept + rest).split(separator: " ").joined(separator: " ")
}
