import Foundation

/// The writer's words as our letter may repeat them, or `nil` when they are not safe to repeat.
///
/// At most 160 characters; nothing that could be a link, an address, a number or a name, so that
/// nobody can use our answer to send a text of theirs to somebody else. A capital inside a
/// sentence may be a name, so it refuses; so does a sentence that starts with a rare word.
package func safeQuotation(_ text: String) -> String? {
    guard let words = plainWords(text), words.count >= 3 else { return nil }
    let quotation = shortened(words, to: 160)
    guard !quotation.contains(where: \.isNumber), !hasSpelledNumber(words) else { return nil }
    return quotation
}

/// When to call, in the writer's words: like a quotation, but hours are allowed.
package func safeCallTimes(_ text: String) -> String? {
    guard let words = plainWords(text) else { return nil }
    let times = words.joined(separator: " ")
    guard times.count <= 80, digitsAreHours(times), !hasSpelledNumber(words) else { return nil }
    return times
}

/// A telephone number as written, if it is one: 8 to 15 digits and their separators.
package func safePhone(_ text: String) -> String? {
    // Of several numbers the first: "0596 00 33 61 / 0696 00 72 15".
    let line = LetterText.line(text)
    let parts = line.split(separator: "/").map { $0.trimmingCharacters(in: .whitespaces) }
    let areWhole = parts.allSatisfy { $0.count(where: \.isNumber) >= 8 }
    let phone = areWhole ? parts.first ?? line : line
    let digits = phone.filter { $0.isASCII && $0.isNumber }
    let isPhone = phone.allSatisfy { $0.isASCII && ($0.isNumber || "+ .-()/".contains($0)) }
    return isPhone && (8...15).contains(digits.count) && phone.count <= 30 ? phone : nil
}

/// The name of a person or an organisation, if it can be nothing else: letters and hyphens.
package func safeName(_ text: String) -> String? {
    let name = LetterText.line(text)
    let isName = name.unicodeScalars.allSatisfy {
        ($0.value < 0x250 && $0.properties.isAlphabetic) || " -'’".unicodeScalars.contains($0)
    }
    return isName && !name.isEmpty && name.count <= 60 ? name : nil
}

/// The words of a text that holds nothing but plain French, without its last punctuation.
private func plainWords(_ text: String) -> [String]? {
    guard text.unicodeScalars.allSatisfy({ isPlain($0) }) else { return nil }
    var words = withOtherMarks(LetterText.line(text)).split(separator: " ").map(String.init)
    while let last = words.last {
        let bare = String(last.reversed().drop { ".,;:-".contains($0) }.reversed())
        if bare == last { break }
        words[words.count - 1] = bare
        if bare.isEmpty { words.removeLast() }
    }
    guard !words.isEmpty, hasNoAddress(words), hasNoName(words) else { return nil }
    return words
}

/// With marks that cannot end the quotation they will stand in.
private func withOtherMarks(_ line: String) -> String {
    guard line.contains(where: { $0 == "«" || $0 == "»" }) else { return line }
    return [("« ", "“"), ("«", "“"), (" »", "”"), ("»", "”")].reduce(line) {
        $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
}

/// Latin letters, digits, blanks and the punctuation of a sentence; no mark that begins an address
/// or a tag.
private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x250, scalar.properties.isAlphabetic { return true }
    switch scalar {
    case "0"..."9", " ", "\t", "\r", "\n", "\u{A0}", "\u{202F}": return true
    case ".", ",", ";", ":", "!", "?", "'", "’", "‘", "“", "”", "\"", "«", "»": return true
    case "(", ")", "…", "–", "—", "-", "/", "€", "%": return true
    default: return false
    }
}

/// A point or a slash inside a word is how domains and paths look; spelling one out is another way.
private func hasNoAddress(_ words: [String]) -> Bool {
    let spelled = words.map { $0.lowercased() }
    for (index, word) in spelled.enumerated() {
        if word.hasPrefix("http") || word.hasPrefix("www") || word == "arobase" { return false }
        if word == "point", spelled.indices.contains(index + 1),
            ["com", "fr", "org", "net"].contains(spelled[index + 1])
        {
            return false
        }
        let inner = word.drop { !$0.isLetter && !$0.isNumber }
            .reversed().drop { !$0.isLetter && !$0.isNumber }
        if inner.contains(".") || word.contains("//") { return false }
    }
    return true
}

private func hasNoName(_ words: [String]) -> Bool {
    var startsSentence = true
    for word in words {
        for part in word.split(whereSeparator: { "'’-/()“”\"".contains($0) }) {
            let letters = part.filter(\.isLetter)
            guard let first = letters.first else { continue }
            let lowered = letters.lowercased()
            if civilities.contains(lowered) { return false }
            // Acronyms such as CCAS or PMI are no names of persons.
            let isAcronym =
                letters.count <= 6 && letters.count > 1 && letters.allSatisfy(\.isUppercase)
            if first.isUppercase, !isAcronym {
                guard startsSentence, openers.contains(lowered) else { return false }
            }
            startsSentence = false
        }
        if let last = word.last, ".!?…".contains(last) { startsSentence = true }
    }
    return true
}

private func shortened(_ words: [String], to limit: Int) -> String {
    let whole = words.joined(separator: " ")
    guard whole.count > limit else { return whole }
    var kept = ""
    for word in words {
        guard kept.count + word.count + 3 <= limit else { break }
        kept += kept.isEmpty ? word : " \(word)"
    }
    return kept + " …"
}

/// Three number words together may be a telephone number read aloud.
private func hasSpelledNumber(_ words: [String]) -> Bool {
    var run = 0
    for word in words.flatMap({ $0.lowercased().split { !$0.isLetter } }) {
        run = numberWords.contains(String(word)) ? run + 1 : 0
        if run >= 3 { return true }
    }
    return false
}

/// Whether each figure is an hour or its minutes, as in "9h", "14 h 30" or "de 9 à 12 heures".
private func digitsAreHours(_ text: String) -> Bool {
    let pieces = text.lowercased()
        .split { !$0.isLetter && !$0.isNumber }
        .flatMap { word in
            // "9h30" becomes "9", "h", "30".
            word.reduce(into: [String]()) { pieces, character in
                if let last = pieces.last?.last, last.isNumber == character.isNumber {
                    pieces[pieces.count - 1].append(character)
                } else {
                    pieces.append(String(character))
                }
            }
        }
    func isHourWord(_ index: Int) -> Bool {
        pieces.indices.contains(index) && ["h", "heure", "heures"].contains(pieces[index])
    }
    var figures = 0
    for (index, piece) in pieces.enumerated() where piece.first?.isNumber == true {
        figures += 1
        let isRange =
            pieces.indices.contains(index + 1) && ["à", "a", "et"].contains(pieces[index + 1])
            && isHourWord(index + 3)
        guard piece.count <= 2, isHourWord(index - 1) || isHourWord(index + 1) || isRange else {
            return false
        }
    }
    return figures <= 8
}

private let civilities: Set<String> = [
    "m", "mr", "mme", "mlle", "mm", "monsieur", "madame", "mademoiselle", "dr", "docteur",
    "maître", "maitre", "signé", "appelle",
]

private let numberWords: Set<String> = [
    "zéro", "zero", "un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf",
    "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt", "trente", "quarante",
    "cinquante", "soixante", "cent",
]

/// Words that a sentence commonly starts with and nobody is called by.
private let openers: Set<String> = [
    "a", "à", "afin", "ainsi", "alors", "après", "au", "aucun", "aucune", "aujourd", "aussi", "aux",
    "avant", "avec", "beaucoup", "bonjour", "c", "car", "ce", "cela", "certains", "ces", "cet",
    "cette", "chaque", "comme", "comment", "côté", "d", "dans", "de", "depuis", "des", "donc", "du",
    "elle", "elles", "en", "ensuite", "est", "et", "eux", "faute", "fin", "grâce", "hier", "ici",
    "il", "ils", "j", "je", "l", "la", "le", "les", "leur", "leurs", "lors", "lorsque", "ma",
    "mais",
    "malgré", "merci", "mes", "mon", "n", "ne", "ni", "nos", "notre", "nous", "on", "or", "où",
    "ou",
    "par", "parce", "pas", "personne", "peut", "peu", "plus", "plusieurs", "pour", "pourquoi",
    "pourriez", "pouvez", "puis", "quand", "que", "quel", "quelle", "quelles", "quels", "qui",
    "quoi",
    "résultat", "rien", "s", "sa", "sans", "savez", "se", "ses", "si", "son", "sous", "sur", "tous",
    "tout", "toute", "toutes", "très", "trop", "un", "une", "y",
]
