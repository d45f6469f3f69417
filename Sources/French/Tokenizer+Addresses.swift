/// Addresses of mail and of the web are one token each.
extension Tokenizer {
    /// Makes one token of an address, taking back the words that its local part was cut into.
    mutating func address(next: Int) {
        guard let last = tokens.last, Int(last.sourceEnd) == position, next < source.count,
            isLetter(at: next) || isDigit(at: next)
        else {
            position = next
            return
        }
        var start = position
        while start > 0, position - start < 64, isAddressByte(source[start - 1]) { start -= 1 }
        while tokens.count > sentenceStart, let word = tokens.last,
            Int(word.sourceStart) >= start
        {
            folded.removeLast(folded.count - Int(word.foldedStart))
            accented.removeLast(accented.count - Int(word.accentedStart))
            tokens.removeLast()
        }
        var end = next
        while end < source.count, isAddressByte(source[end]) { end += 1 }
        while end > next, source[end - 1] == 0x2E || source[end - 1] == 0x2D { end -= 1 }
        var token = last
        token.flags = .address
        token.sourceStart = Int32(start)
        token.foldedStart = Int32(folded.count)
        token.accentedStart = Int32(accented.count)
        for byte in source[start..<end] {
            let lower = 0x41...0x5A ~= byte ? byte | 0x20 : byte
            folded.append(lower)
            accented.append(lower)
        }
        position = end
        finish(&token)
    }

    /// Whether `https://`, `http://` or `www.` stands here.
    func startsWebAddress(at index: Int) -> Bool {
        guard source[index] | 0x20 == 0x68 || source[index] | 0x20 == 0x77 else { return false }
        return ["https://", "http://", "www."].contains { mark in
            source.count > index + mark.utf8.count
                && zip(mark.utf8, source[index...]).allSatisfy { $0 == Tokenizer.lower($1) }
        }
    }

    /// Makes one token of everything up to a blank, a bracket or a quotation mark.
    mutating func webAddress() {
        var end = position
        while end < source.count, Tokenizer.isWebByte(source[end]) { end += 1 }
        while end > position, ".,;:!?'".utf8.contains(source[end - 1]) { end -= 1 }
        var token = begin()
        token.flags.insert(.address)
        for byte in source[position..<end] {
            folded.append(Tokenizer.lower(byte))
            accented.append(Tokenizer.lower(byte))
        }
        position = end
        finish(&token)
    }

    private static func lower(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }

    private static func isWebByte(_ byte: UInt8) -> Bool {
        0x21...0x7E ~= byte && !"<>()[]{}\"".utf8.contains(byte)
    }

    private func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2E, 0x2D, 0x2B, 0x5F, 0x25: true
        default: false
        }
    }
}
