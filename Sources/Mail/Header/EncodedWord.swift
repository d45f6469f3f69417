import Glibc

/// Words of a header in another charset than US-ASCII (RFC 2047).
enum EncodedWord {
    /// The text with all its encoded-words decoded; other text stays as it is.
    static func decode(_ text: String, _ defects: inout DefectLog) -> String {
        let hasMark = text.utf8.withContiguousStorageIfAvailable { octets in
            octets.baseAddress.map { memchr($0, 0x3F, octets.count) != nil } ?? false
        }
        guard hasMark ?? text.utf8.contains(UInt8(ascii: "?")) else { return text }
        var decoder = EncodedWordDecoder(octets: Octets(text.utf8))
        return decoder.decode(&defects)
    }

    /// The label of the first encoded-word of a field body, when it has one.
    static func charset(in octets: Octets) -> String? {
        let scanner = EncodedWordScanner(octets: octets)
        var index = octets.startIndex
        while let start = octets.firstIndex(of: UInt8(ascii: "="), from: index) {
            if let head = scanner.head(at: start) { return head.charset }
            index = start + 1
        }
        return nil
    }
}

private struct EncodedWordDecoder {
    let octets: Octets
    private var out: [UInt8] = []
    /// Adjacent words of one charset: a character may be split over two of them.
    private var run: [EncodedWordScanner.Word] = []

    init(octets: Octets) { self.octets = octets }

    mutating func decode(_ defects: inout DefectLog) -> String {
        var scanner = EncodedWordScanner(octets: octets)
        var index = octets.startIndex
        var plainStart = index
        while let start = octets.firstIndex(of: UInt8(ascii: "="), from: index) {
            guard let word = scanner.word(at: start, &defects) else {
                index = start + 1
                continue
            }
            takePlain(octets[plainStart..<start], beforeWord: true, &defects)
            take(word, &defects)
            index = word.end
            plainStart = index
        }
        takePlain(octets[plainStart...], beforeWord: false, &defects)
        return String(decoding: out, as: UTF8.self)
    }

    /// White space between two encoded-words is no part of the text (§6.2).
    private mutating func takePlain(
        _ plain: Octets,
        beforeWord: Bool,
        _ defects: inout DefectLog
    ) {
        let afterWord = !run.isEmpty
        if Self.touches(plain, afterWord: afterWord, beforeWord: beforeWord) {
            // Tolerated: §5 asks for white space, which many programs leave out.
            defects.note("An encoded-word touches what stands beside it; it was decoded.")
        }
        if afterWord, beforeWord, plain.allSatisfy(\.isWhiteSpace) { return }
        flush(&defects)
        out.append(contentsOf: plain)
    }

    private static func touches(_ plain: Octets, afterWord: Bool, beforeWord: Bool) -> Bool {
        guard let first = plain.first, let last = plain.last else { return afterWord && beforeWord }
        func isApart(_ octet: UInt8) -> Bool {
            octet.isWhiteSpace || octet == .quote || octet == UInt8(ascii: "(")
                || octet == UInt8(ascii: ")")
        }
        return (afterWord && !isApart(first)) || (beforeWord && !isApart(last))
    }

    private mutating func take(_ word: EncodedWordScanner.Word, _ defects: inout DefectLog) {
        // Each word of UTF-7 ends its own base64, each of UTF-16 has its own byte order mark.
        let isAlone = word.charset == "utf-7" || word.charset == "utf-16"
        if let last = run.last, isAlone || last.charset != word.charset || !last.isClosed {
            flush(&defects)
        }
        if !word.isBase64, word.charset != "utf-8", !word.text.isASCII {
            takeRaw(word, &defects)
        } else {
            run.append(word)
        }
    }

    /// Tolerated: letters of the header's own charset inside a word of another.
    private mutating func takeRaw(
        _ word: EncodedWordScanner.Word,
        _ defects: inout DefectLog
    ) {
        defects.note("An encoded-word held octets outside US-ASCII; they were kept as they are.")
        var rest = word.text
        while let first = rest.first {
            let isRaw = first >= 0x80
            let part = rest.prefix { ($0 >= 0x80) == isRaw }
            if isRaw {
                flush(&defects)
                out.append(contentsOf: part)
            } else {
                var word = word
                word.text = part
                run.append(word)
            }
            rest = rest[part.endIndex...]
        }
    }

    private mutating func flush(_ defects: inout DefectLog) {
        guard let label = run.first?.label, let last = run.last else { return }
        var octets = content(&defects)[...]
        // What cut the word off may have cut a character, too.
        if !last.isClosed, last.charset == "utf-8" { octets = octets.wholeCharacters }
        let text = Charset.decode(octets, label: label, &defects)
        run.removeAll(keepingCapacity: true)
        append(Octets(text.utf8), &defects)
    }

    /// An encoded line break would tear the line it is shown in.
    private mutating func append(_ text: Octets, _ defects: inout DefectLog) {
        var hasControls = false
        var afterReturn = false
        for octet in text {
            if octet >= .space, octet != 0x7F {
                out.append(octet)
            } else {
                hasControls = true
                if octet != 0, octet != .lf || !afterReturn { out.append(.space) }
            }
            afterReturn = octet == .cr
        }
        if hasControls {
            defects.note("An encoded-word held control characters; each was read as a space.")
        }
    }

    /// The octets of the run in its charset.
    private func content(_ defects: inout DefectLog) -> [UInt8] {
        var separate: [UInt8] = []
        for word in run { separate.append(contentsOf: word.decoded(&defects)) }
        guard let label = run.first?.label, run.dropLast().contains(where: \.isRagged),
            !Charset.isValid(separate[...], label: label)
        else { return separate }
        let joined = joinedContent()
        guard Charset.isValid(joined[...], label: label) else { return separate }
        defects.note("An encoded-word was cut in the middle of its encoding; it was joined.")
        return joined
    }

    /// As if neighbours in the same encoding were one word.
    private func joinedContent() -> [UInt8] {
        var out: [UInt8] = []
        var unnoted = DefectLog()
        var rest = run[...]
        while var word = rest.first {
            let alike = rest.prefix { $0.isBase64 == word.isBase64 }
            word.text = alike.flatMap(\.text)[...]
            out.append(contentsOf: word.decoded(&unnoted))
            rest = rest[alike.endIndex...]
        }
        return out
    }
}
