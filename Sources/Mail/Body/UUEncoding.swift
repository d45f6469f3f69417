/// Files inside a text, as uuencode writes them (POSIX.1-2017, utility uuencode).
///
/// It is older than MIME; a text part may still hold any number of such files.
enum UUEncoding {
    struct File {
        var name: String
        var octets: [UInt8]
    }

    private static let maximumFiles = 100

    /// The text without its uuencoded files, each of which goes to `take`.
    static func cut(
        from text: Octets,
        _ defects: inout DefectLog,
        take: (File) -> Void
    ) -> Octets {
        var rest: [UInt8] = []
        var textStart = text.startIndex
        var position = text.startIndex
        var count = 0
        while position < text.endIndex {
            guard text[position] == UInt8(ascii: "b"),
                let reader = UUReader(text, at: position)
            else {
                position = text.line(at: position).next
                continue
            }
            guard count < maximumFiles else {
                defects.note(
                    "A text holds over \(maximumFiles) uuencoded files; later ones were left in it."
                )
                break
            }
            count += 1
            let (octets, end) = reader.read(&defects)
            take(File(name: reader.name, octets: octets))
            rest += text[textStart..<position]
            textStart = end
            position = end
        }
        guard count > 0 else { return text }
        defects.note("A file is uuencoded in the text; it was read as an attachment.")
        rest += text[textStart...]
        return rest[...]
    }

    /// A part whose transfer encoding is uuencode: its first file.
    static func decode(_ octets: Octets, _ defects: inout DefectLog) -> [UInt8] {
        var position = octets.startIndex
        while position < octets.endIndex {
            if octets[position] == UInt8(ascii: "b"), let reader = UUReader(octets, at: position) {
                return reader.read(&defects).octets
            }
            let line = octets.line(at: position)
            // Tolerated: lines without the begin line before them.
            if UULine(line.content, isFirst: true)?.isEmpty == false {
                defects.note("Uuencoded content has no begin line; its lines were read.")
                return UUReader.lines(of: octets, at: position, &defects).octets
            }
            position = line.next
        }
        if !octets.allSatisfy(\.isWhiteSpace) {
            defects.note("Content declared as uuencode is not; it was read as it is.")
        }
        return Array(octets)
    }
}

/// One file at its begin line.
struct UUReader {
    let name: String
    private let isBase64: Bool
    private let octets: Octets
    private let start: Int

    /// `nil` unless a mode, a name and a line of data say that this is no sentence.
    init?(_ octets: Octets, at position: Int) {
        let line = octets.line(at: position)
        var words = line.content.trimmed
        guard words.hasPrefix("begin") else { return nil }
        words = words.dropFirst(5)
        isBase64 = words.hasPrefix("-base64")
        if isBase64 { words = words.dropFirst(7) }
        guard let first = words.first, first.isBlank else { return nil }
        words = words.trimmed
        let mode = words.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "7") }
        let name = words.dropFirst(mode.count)
        guard (3...4).contains(mode.count), name.first?.isBlank == true else { return nil }
        guard Self.startsFile(octets, at: line.next, isBase64: isBase64) else { return nil }
        self.name = Self.fileName(name.trimmed)
        self.octets = octets
        start = line.next
    }

    private static func startsFile(_ octets: Octets, at position: Int, isBase64: Bool) -> Bool {
        guard position < octets.endIndex else { return false }
        let line = octets.line(at: position)
        if isBase64 {
            if isEnd(line.content, "====") { return true }
            let count = line.content.trimmed.count
            guard isBase64Line(line.content), count % 4 == 0 else { return false }
            // Any word of four letters would do, so a short line needs its end.
            return count >= 60 || hasEnd(octets, at: line.next, isBase64: true)
        }
        guard let data = UULine(line.content, isFirst: true) else { return false }
        // An empty file has its end at once, and not behind an empty line.
        if data.isEmpty {
            return !line.content.isEmpty && isEnd(octets.line(at: line.next).content, "end")
        }
        return data.isExact || hasEnd(octets, at: line.next, isBase64: false)
    }

    /// Whether the end line comes behind lines of data only.
    private static func hasEnd(_ octets: Octets, at start: Int, isBase64: Bool) -> Bool {
        var position = start
        while position < octets.endIndex {
            let line = octets.line(at: position)
            if isEnd(line.content, isBase64 ? "====" : "end") { return true }
            guard isBase64 ? isBase64Line(line.content) : UULine(line.content) != nil else {
                return false
            }
            position = line.next
        }
        return false
    }

    private static func fileName(_ octets: Octets) -> String {
        // What the charset of a name is, no uuencode says.
        var unnoted = DefectLog()
        let name = Charset.decode(octets.prefix(1024), label: nil, &unnoted)
        return HeaderText(name).text
    }

    /// The file, and where the text goes on after it.
    func read(_ defects: inout DefectLog) -> (octets: [UInt8], end: Int) {
        isBase64
            ? Self.base64(of: octets, at: start, &defects)
            : Self.lines(of: octets, at: start, &defects)
    }

    static func lines(
        of octets: Octets,
        at start: Int,
        _ defects: inout DefectLog
    ) -> (octets: [UInt8], end: Int) {
        var out: [UInt8] = []
        var position = start
        while position < octets.endIndex {
            let line = octets.line(at: position)
            if isEnd(line.content, "end") { return (out, line.next) }
            guard let data = UULine(line.content) else { break }
            position = line.next
            if data.isEmpty {
                // Tolerated: blank lines before the end line.
                guard let end = endAfterBlanks(octets, at: position) else { break }
                return (out, end)
            }
            if data.isDamaged {
                defects.note("A uuencoded line was damaged; it was read as far as it goes.")
            }
            data.decode(into: &out)
        }
        defects.note("A uuencoded file has no end line; it was read as far as its lines go.")
        return (out, position)
    }

    private static func endAfterBlanks(_ octets: Octets, at start: Int) -> Int? {
        var position = start
        while position < octets.endIndex {
            let line = octets.line(at: position)
            if isEnd(line.content, "end") { return line.next }
            guard line.content.allSatisfy({ $0.isWhiteSpace || $0 == UInt8(ascii: "`") }) else {
                return nil
            }
            position = line.next
        }
        return nil
    }

    private static func base64(
        of octets: Octets,
        at start: Int,
        _ defects: inout DefectLog
    ) -> (octets: [UInt8], end: Int) {
        var position = start
        while position < octets.endIndex {
            let line = octets.line(at: position)
            if isEnd(line.content, "====") {
                return (Base64.decode(octets[start..<position], &defects), line.next)
            }
            guard isBase64Line(line.content) else { break }
            position = line.next
        }
        defects.note("A uuencoded file has no end line; it was read as far as its lines go.")
        return (Base64.decode(octets[start..<position], &defects), position)
    }

    private static func isBase64Line(_ line: Octets) -> Bool {
        let line = line.trimmed
        return !line.isEmpty
            && line.allSatisfy { Base64Table.values[Int($0)] <= Base64Table.padding }
    }

    private static func isEnd(_ line: Octets, _ mark: StaticString) -> Bool {
        let line = line.trimmed
        return line.count == mark.utf8CodeUnitCount && line.hasPrefix(mark)
    }
}

/// One line of data: an octet for its length, then four characters for three octets.
struct UULine {
    private let count: Int
    private let characters: Octets
    let isDamaged: Bool
    /// Whether its groups are whole and nothing follows them.
    let isExact: Bool

    var isEmpty: Bool { count == 0 }

    /// `nil` for what is no such line; the first of a file must be beyond doubt.
    init?(_ line: Octets, isFirst: Bool = false) {
        guard let first = line.first, first != .space, first != UInt8(ascii: "`") else {
            guard line.allSatisfy({ $0.isBlank || $0 == UInt8(ascii: "`") }) else { return nil }
            (count, characters, isDamaged, isExact) = (0, [], false, true)
            return
        }
        guard Self.isCharacter(first) else { return nil }
        count = Int(first - .space)
        let whole = (count + 2) / 3 * 4
        let needed = (count * 8 + 5) / 6
        let body = line.dropFirst()
        characters = body.prefix(whole)
        // Tolerated: a check character, or blanks, after the data.
        let extra = body.dropFirst(whole).trimmed.count
        // Tolerated: blanks that stood for zeros, taken away at the end of a line.
        let missing = max(0, needed - body.count)
        let isClean = characters.allSatisfy(Self.isCharacter)
        isDamaged = !isClean || extra > 0 || missing > 0
        isExact = isClean && extra == 0 && characters.count == whole
        guard extra <= (isFirst ? 1 : 8), missing * 4 <= whole * (isFirst ? 2 : 3) else {
            return nil
        }
        if !isClean, isFirst || missing > 0 || extra > 1 { return nil }
    }

    func decode(into out: inout [UInt8]) {
        var left = count
        var index = characters.startIndex
        while left > 0 {
            var group: UInt32 = 0
            for _ in 0..<4 {
                let value = index < characters.endIndex ? (characters[index] &- .space) & 63 : 0
                group = group << 6 | UInt32(value)
                index += 1
            }
            for place in 0..<min(3, left) {
                out.append(UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * place)))
            }
            left -= 3
        }
    }

    private static func isCharacter(_ octet: UInt8) -> Bool {
        octet >= .space && octet <= UInt8(ascii: "`")
    }
}
