import Foundation

/// A subject as our answer may repeat it to an address that need not be its writer's; `nil` where it
/// must not be repeated.
///
/// Threads need the subject, so plain words pass. Whatever the reader could follow, call or pay does
/// not: links, addresses, telephone numbers, amounts, writing other than Latin. Pictures and marks that
/// hide are left out, and a long subject is cut.
func safeSubject(_ subject: String) -> String? {
    let line = withoutPictures(LetterText.line(subject.precomposedStringWithCanonicalMapping))
    guard line.unicodeScalars.allSatisfy(isPlainInSubject) else { return nil }
    let words = line.split(separator: " ").map { $0.lowercased() }
    guard !words.isEmpty, !words.contains(where: isLink), !hasSpelledAddress(words),
        !hasNumberToCall(line.lowercased(), words), !hasAmount(line.lowercased())
    else { return nil }
    return LetterText.cut(line, to: longestUnsure)
}

/// In characters.
private let longestUnsure = 100

/// Without emoji and the scalars that shape them.
private func withoutPictures(_ line: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
        let isPicture =
            scalar.value > 0x2190 && scalar.properties.generalCategory == .otherSymbol
            || scalar.properties.isEmojiModifier || (0xFE00...0xFE0F).contains(scalar.value)
            || scalar.value == 0x200D
        if !isPicture { kept.append(scalar) }
    }
    return String(kept).split(separator: " ").joined(separator: " ")
}

private func isPlainInSubject(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x250, scalar.properties.isAlphabetic { return true }
    return subjectMarks.contains(scalar)
}

private let subjectMarks = Set(
    "0123456789 .,;:!?'’‘“”\"«»()[]{}…–—-/&+*=#°%_|<>€$£\u{A0}\u{202F}\u{153}\u{152}".unicodeScalars
)

/// Whether a word could be a host or a path: a point inside with two letters or more behind.
private func isLink(_ word: String) -> Bool {
    if word.contains("//") || word.contains("www") || word.hasPrefix("http") { return true }
    let names = word.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "-" }
    return names.contains { name in
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        return zip(labels, labels.dropFirst()).contains { left, right in
            let ending = right.prefix { $0.isLetter || $0 == "-" }
            return !left.isEmpty && ending.count >= 2 && !fileEndings.contains(String(ending))
        }
    }
}

private let fileEndings: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "odt", "ods", "jpg", "jpeg", "png", "tif", "tiff", "eml",
]

/// As in "mal point com", "x arobase y", "x at y dot com".
private func hasSpelledAddress(_ words: [String]) -> Bool {
    let bare = words.map { $0.filter { $0.isLetter || $0.isNumber } }
    for (index, word) in bare.enumerated() {
        if word == "arobase" || word == "arobaze" { return true }
        let isPoint = ["point", "dot"].contains(word) || words[index] == "."
        guard isPoint, index > 0, bare.indices.contains(index + 1) else { continue }
        if domainEndings.contains(bare[index + 1]) { return true }
    }
    return false
}

private let domainEndings: Set<String> = [
    "com", "fr", "org", "net", "eu", "io", "info", "example", "be", "ru", "cn", "biz", "site",
    "online", "shop", "top", "xyz", "me", "app", "link", "gouv",
]

/// A run of figures as long as a telephone number that is no date, or any figure beside a word that
/// asks to call, but for one year.
private func hasNumberToCall(_ line: String, _ words: [String]) -> Bool {
    let numbers = line.split { !$0.isNumber }
    let figures = numbers.count > 1 || numbers.contains { !isYear($0) }
    let asksToCall = words.contains { word in
        word.hasPrefix("+") || word.split { !$0.isLetter }.contains { callWords.contains($0) }
    }
    if figures, asksToCall { return true }
    var run: [Substring] = []
    var spelled = 0
    for piece in line.split(whereSeparator: { " .-/()_+:,".contains($0) }) {
        if spelledNumbers.contains(piece) {
            run.append("00")
            spelled += 1
        } else if isMostlyFigures(piece) {
            run.append(piece)
        } else {
            run = []
            spelled = 0
        }
        if spelled >= 3 || isNumberToCall(run) { return true }
    }
    return false
}

/// Whether so many figures are more than dates and references hold: years do not count, but where a
/// zero comes first.
private func isNumberToCall(_ run: [Substring]) -> Bool {
    func count(_ pieces: [Substring]) -> Int {
        pieces.reduce(0) { $0 + $1.count(where: \.isNumber) }
    }
    let isDialled = run.first?.first { $0.isNumber } == "0" && count(run) >= 9
    return isDialled || count(run) > 12 || count(run.filter { !isYear($0) }) >= 7
}

/// Letters glued to figures, as in "o6", do not hide them.
private func isMostlyFigures(_ piece: Substring) -> Bool {
    let figures = piece.count(where: \.isNumber)
    return figures > 0 && figures * 2 >= piece.count
}

private func isYear(_ piece: Substring) -> Bool {
    piece.count == 4 && piece.allSatisfy(\.isNumber)
        && (piece.hasPrefix("19") || piece.hasPrefix("20"))
}

private let callWords: Set<Substring> = [
    "appelez", "appeler", "appelle", "rappelez", "rappeler", "appel", "tel", "tél", "téléphone",
    "telephone", "téléphonez", "telephonez", "composez", "contactez", "joindre", "joignez", "sms",
    "whatsapp", "call", "phone", "numéro", "numero", "mobile", "portable",
]

private let spelledNumbers: Set<Substring> = [
    "zéro", "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt", "trente", "quarante",
    "cinquante", "soixante", "septante", "nonante", "cent",
]

/// Money and figures together.
private func hasAmount(_ line: String) -> Bool {
    guard line.contains(where: \.isNumber) else { return false }
    return line.contains { "€$£".contains($0) } || line.contains("euro") || line.contains("dollar")
}
