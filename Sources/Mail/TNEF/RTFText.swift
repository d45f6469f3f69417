/// What a person reads of an RTF document, or the HTML that was put into it.
enum RTFText {
    enum Content: Equatable {
        /// De-encapsulated ([MS-OXRTFEX] §2.2.3.2).
        case html(String)
        case text(String)
    }

    /// `\n` line ends.
    static func read(_ octets: Octets, _ defects: inout DefectLog) -> Content {
        var tokenizer = RTFTokenizer(octets)
        var reader = RTFReader()
        while !reader.isAtEnd, let token = tokenizer.next() { reader.take(token, &defects) }
        return reader.finish(&defects)
    }
}

/// Follows the tokens one by one.
private struct RTFReader {
    private var page = CodedPage()
    private var state = State()
    /// The states of the groups around.
    private var outer: [State] = []
    /// Groups that are nested too deep for a state of their own.
    private var deeper = 0
    private var isHTML = false
    private var fonts = RTFFonts()
    /// Whether `\*` came before: readers skip the destination when they do not know it.
    private var isIgnorable = false
    /// What still stands for the Unicode character before, for readers that know none.
    private var fallbackLeft = 0
    /// The first half of a character outside the basic plane.
    private var highSurrogate: UInt32?
    private(set) var isAtEnd = false

    private static let maximumNesting = 500

    private struct State {
        var destination = Destination.text
        /// Between `\htmlrtf` and `\htmlrtf0`: what is no part of the HTML.
        var isOnlyRTF = false
        var isHidden = false
        var fallbackLength = 1
        /// `nil` for the default font.
        var font: Int?
    }

    private enum Destination { case text, htmlTag, fontTable, skipped }

    private var isVisible: Bool {
        switch state.destination {
        case .text: isHTML ? !state.isOnlyRTF : !state.isHidden
        case .htmlTag: !state.isOnlyRTF
        case .fontTable, .skipped: false
        }
    }

    mutating func finish(_ defects: inout DefectLog) -> RTFText.Content {
        let text = page.finish(&defects)
        return isHTML ? .html(text) : .text(text)
    }

    mutating func take(_ token: RTFToken, _ defects: inout DefectLog) {
        switch token {
        case .groupStart: startGroup(&defects)
        case .groupEnd: endGroup()
        case .controlWord(let word, let number): controlWord(word, number, &defects)
        case .controlSymbol(let octet): controlSymbol(octet, &defects)
        case .codedOctet(let octet): coded(octet, &defects)
        case .text(let text): literal(text, &defects)
        }
    }

    private mutating func startGroup(_ defects: inout DefectLog) {
        fallbackLeft = 0
        isIgnorable = false
        guard outer.count < Self.maximumNesting else {
            deeper += 1
            defects.note(
                "Groups of RTF are nested over \(Self.maximumNesting) levels; deeper ones were read as one."
            )
            return
        }
        outer.append(state)
    }

    private mutating func endGroup() {
        fallbackLeft = 0
        isIgnorable = false
        if deeper > 0 {
            deeper -= 1
        } else {
            state = outer.popLast() ?? state
            isAtEnd = outer.isEmpty
        }
    }

    /// Whether the next character only stands in for a Unicode character that was read.
    private mutating func isFallback() -> Bool {
        guard fallbackLeft > 0 else { return false }
        fallbackLeft -= 1
        return true
    }

    private mutating func literal(_ text: Octets, _ defects: inout DefectLog) {
        isIgnorable = false
        let skipped = min(fallbackLeft, text.count)
        fallbackLeft -= skipped
        guard skipped < text.count else { return }
        guard isVisible else { return }
        put(text.dropFirst(skipped), &defects)
    }

    private mutating func coded(_ octet: UInt8, _ defects: inout DefectLog) {
        isIgnorable = false
        guard !isFallback(), isVisible else { return }
        put([octet], &defects)
    }

    private mutating func put(_ octets: Octets, _ defects: inout DefectLog) {
        // Text inside tags is in the code page of the document, whatever the font.
        let isTag = state.destination == .htmlTag
        if !isTag, fonts.isSymbol(state.font) {
            for octet in octets { page.put(RTFFonts.symbol(octet), &defects) }
        } else {
            let codepage = isTag ? fonts.documentCodepage : fonts.codepage(of: state.font)
            page.put(octets, codepage: codepage, &defects)
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar, _ defects: inout DefectLog) {
        if isVisible { page.put(scalar, &defects) }
    }

    private mutating func controlSymbol(_ octet: UInt8, _ defects: inout DefectLog) {
        if octet == UInt8(ascii: "*") {
            isIgnorable = true
            return
        }
        isIgnorable = false
        guard !isFallback() else { return }
        switch octet {
        case .backslash, UInt8(ascii: "{"), UInt8(ascii: "}"):
            if isVisible { put([octet], &defects) }
        case .cr, .lf: put("\n", &defects)
        case .tab: put("\t", &defects)
        case UInt8(ascii: "~"): put("\u{A0}", &defects)
        case UInt8(ascii: "_"): put("\u{2011}", &defects)
        case UInt8(ascii: "-"): if isHTML { put("\u{AD}", &defects) }
        default: break
        }
    }

    private mutating func controlWord(_ word: String, _ number: Int?, _ defects: inout DefectLog) {
        // Tolerated: a Unicode character right after another, without what stands in for it.
        if word == "u" {
            fallbackLeft = 0
        } else if isFallback() {
            return
        }
        if isIgnorable {
            isIgnorable = false
            startIgnorable(word)
            return
        }
        if startDestination(word) { return }
        if let scalar = Self.characters[word] {
            put(scalar, &defects)
        } else {
            setting(word, number, &defects)
        }
    }

    private mutating func startIgnorable(_ word: String) {
        guard state.destination != .skipped else { return }
        let isTag = word == "htmltag" && isHTML && state.destination == .text
        state.destination = isTag ? .htmlTag : .skipped
    }

    private mutating func startDestination(_ word: String) -> Bool {
        if word == "fonttbl" {
            if state.destination == .text { state.destination = .fontTable }
            return true
        }
        guard Self.skippedDestinations.contains(word) else { return false }
        state.destination = .skipped
        return true
    }

    private mutating func setting(_ word: String, _ number: Int?, _ defects: inout DefectLog) {
        switch word {
        case "u": if let number { unicode(number, &defects) }
        case "uc": state.fallbackLength = min(max(0, number ?? 1), 100)
        case "f":
            if state.destination == .fontTable {
                fonts.define(number ?? 0)
            } else {
                state.font = number
            }
        case "deff": fonts.defaultFont = number ?? 0
        case "fcharset": if state.destination == .fontTable { fonts.setCharset(number ?? 0) }
        case "cpg": if state.destination == .fontTable { fonts.setCodepage(number ?? 0) }
        case "ansicpg": if let number, number > 0 { fonts.documentCodepage = number }
        case "mac": fonts.documentCodepage = 10000
        case "pc": fonts.documentCodepage = 437
        case "pca": fonts.documentCodepage = 850
        case "fromhtml": isHTML = number != 0
        case "htmlrtf": state.isOnlyRTF = number != 0
        case "v": state.isHidden = number != 0
        case "plain":
            state.isHidden = false
            state.font = nil
        default: break
        }
    }

    /// A UTF-16 code unit; over 0x7FFF it is written as a negative number.
    private mutating func unicode(_ number: Int, _ defects: inout DefectLog) {
        fallbackLeft = state.fallbackLength
        guard isVisible else { return }
        let unit = UInt32(truncatingIfNeeded: number) & 0xFFFF
        if unit & 0xFC00 == 0xD800 {
            highSurrogate = unit
            return
        }
        var value = unit
        if let high = highSurrogate, unit & 0xFC00 == 0xDC00 {
            value = 0x10000 + ((high & 0x3FF) << 10) + (unit & 0x3FF)
        }
        highSurrogate = nil
        // Symbol fonts keep their octets in the private use area.
        if value & 0xFF00 == 0xF000, fonts.isSymbol(state.font) {
            page.put(RTFFonts.symbol(UInt8(value & 0xFF)), &defects)
        } else {
            page.put(Unicode.Scalar(value) ?? "\u{FFFD}", &defects)
        }
    }

    /// Destinations without text of the body, that need no `\*` before them.
    private static let skippedDestinations: Set<String> = [
        "colortbl", "stylesheet", "info", "pict", "nonshppict", "objdata", "objclass", "header",
        "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "filetbl",
        "listtable", "listoverridetable", "revtbl", "rsidtbl", "fldinst", "mhtmltag", "private",
        "tc", "xe", "rxe", "txe", "bkmkstart", "bkmkend", "atnid", "atnauthor", "annotation",
        "themedata", "colorschememapping", "datastore", "latentstyles", "generator", "pgptbl",
    ]

    /// Control words that stand for one character.
    private static let characters: [String: Unicode.Scalar] = [
        "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "lbr": "\n",
        "softline": "\n", "tab": "\t", "cell": "\t", "nestcell": "\t", "nestrow": "\n",
        "lquote": "\u{2018}", "rquote": "\u{2019}", "ldblquote": "\u{201C}",
        "rdblquote": "\u{201D}", "bullet": "\u{2022}", "endash": "\u{2013}",
        "emdash": "\u{2014}", "enspace": "\u{2002}", "emspace": "\u{2003}", "qmspace": "\u{2005}",
        "zwj": "\u{200D}", "zwnj": "\u{200C}", "ltrmark": "\u{200E}", "rtlmark": "\u{200F}",
    ]
}
