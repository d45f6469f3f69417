/// Dates and times of day as mail programs write them, found byte by byte.
enum DateWords {
    /// "10:12", "10 h 12", "10h12".
    static func hasTime(_ line: Wording) -> Bool {
        let bytes = line.bytes
        for index in bytes.indices where bytes[index] == 0x3A || bytes[index] == 0x68 {
            if isTime(around: index, in: bytes) { return true }
        }
        return false
    }

    /// "10h12", "10 h 12", "10h": as letters have it and no mail program.
    static func hasLetterTime(_ line: Wording) -> Bool {
        let bytes = line.bytes
        return bytes.indices.contains { index in
            guard bytes[index] == 0x68, index > 0 else { return false }
            if index + 1 < bytes.count, (0x61...0x7A).contains(bytes[index + 1]) { return false }
            let before = bytes[index - 1] == 0x20 && index > 1 ? index - 2 : index - 1
            return Wording.isDigit(bytes[before])
        }
    }

    private static func isTime(around index: Int, in bytes: [UInt8]) -> Bool {
        var before = index
        while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
        var after = index + 1
        while after < bytes.count, bytes[after] == 0x20 { after += 1 }
        guard before > 0, Wording.isDigit(bytes[before - 1]) else { return false }
        guard index - before <= 1, after - index <= 2, after + 1 < bytes.count else { return false }
        return Wording.isDigit(bytes[after]) && Wording.isDigit(bytes[after + 1])
    }

    /// "03/11/2026", "2026-11-03", "3 nov. 2026", "November 3, 2026".
    static func hasDate(_ line: Wording) -> Bool {
        let words = line.bytes.split { $0 == 0x20 || $0 == 0x2C }
        for (position, word) in words.enumerated() {
            if isNumericDate(word) { return true }
            guard isMonth(word) else { continue }
            let before = position > 0 && isDay(words[position - 1])
            let after = position + 1 < words.count && isDay(words[position + 1])
            if before || after { return true }
        }
        return false
    }

    private static func isNumericDate(_ word: ArraySlice<UInt8>) -> Bool {
        let fields = word.split { $0 == 0x2F || $0 == 0x2D || $0 == 0x2E }
        return fields.count == 3
            && fields.allSatisfy { $0.count <= 4 && $0.allSatisfy(Wording.isDigit) }
    }

    private static func isDay(_ word: ArraySlice<UInt8>) -> Bool {
        let digits = word.prefix(while: Wording.isDigit).count
        return digits >= 1 && digits <= 2 && word.count - digits <= 2
    }

    private static func isMonth(_ word: ArraySlice<UInt8>) -> Bool {
        let letters = word.last == 0x2E ? word.dropLast() : word
        return letters.count >= 3
            && months.contains { $0.starts(with: letters) || letters.elementsEqual($0) }
    }

    /// French and English, in full: an abbreviation is the beginning of one.
    static let months: [[UInt8]] = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
        "octobre",
        "novembre", "decembre", "january", "february", "march", "april", "may", "june", "july",
        "august",
        "september", "october", "november", "december", "sept", "janv", "fevr", "juil",
    ].map { Array($0.utf8) }
}
