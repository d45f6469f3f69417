import French

/// A sign or a word of a pattern.
struct Lexeme {
    enum Bracket { case round, square }

    enum Sign: Equatable {
        case word([String], Pattern.Word.Kind)
        case quotation([Pattern.Word])
        case set(String)
        case slash
        case open(Bracket)
        case close(Bracket)
        case gap(Int)
        case near(Int?)
    }

    var sign: Sign
    var written: String
    var location: Location
}

/// Cuts a pattern into lexemes.
struct PatternLexer {
    private static let quotes: Set<Character> = ["\"", "«", "»", "“", "”", "„"]
    private static let signs: Set<Character> = ["/", "(", ")", "[", "]", "&", "…"]

    private let line: SourceLine
    private var index = 0

    init(_ line: SourceLine) { self.line = line }

    func lexemes() throws(PatternError) -> [Lexeme] {
        var copy = self
        return try copy.all()
    }

    private mutating func all() throws(PatternError) -> [Lexeme] {
        var lexemes: [Lexeme] = []
        while index < line.characters.count {
            if line.characters[index] == " " {
                index += 1
                continue
            }
            let start = index
            let sign = try next()
            lexemes.append(
                Lexeme(
                    sign: sign,
                    written: line.text(start..<index),
                    location: line.location(start)
                )
            )
        }
        return lexemes
    }

    private mutating func next() throws(PatternError) -> Lexeme.Sign {
        let character = line.characters[index]
        if PatternLexer.quotes.contains(character) { return try quotation() }
        switch character {
        case "/": return single(.slash)
        case "(": return single(.open(.round))
        case ")": return single(.close(.round))
        case "[": return single(.open(.square))
        case "]": return single(.close(.square))
        case "&":
            index += 1
            return .near(try number(after: "&"))
        case "…":
            index += 1
            return .gap(try number(after: "...") ?? PatternParser.defaultGap)
        case "." where isEllipsis:
            while index < line.characters.count, line.characters[index] == "." { index += 1 }
            return .gap(try number(after: "...") ?? PatternParser.defaultGap)
        case "@": return try set()
        default: return try word()
        }
    }

    private mutating func single(_ sign: Lexeme.Sign) -> Lexeme.Sign {
        index += 1
        return sign
    }

    private var isEllipsis: Bool {
        line.characters[index...].prefix(3).elementsEqual("...")
    }

    private mutating func number(after sign: String) throws(PatternError) -> Int? {
        let start = index
        while index < line.characters.count, line.characters[index].isASCII,
            line.characters[index].isNumber
        {
            index += 1
        }
        guard start < index else { return nil }
        guard let value = Int(line.text(start..<index)), 1...PatternParser.widestGap ~= value
        else {
            throw error(
                at: start,
                "le nombre après « \(sign) » va de 1 à \(PatternParser.widestGap)",
                "Pour toute la phrase, écrivez « & » sans nombre."
            )
        }
        return value
    }

    private mutating func quotation() throws(PatternError) -> Lexeme.Sign {
        let start = index
        index += 1
        while index < line.characters.count,
            !PatternLexer.quotes.contains(line.characters[index])
        {
            index += 1
        }
        guard index < line.characters.count else {
            throw error(at: start, "guillemet non refermé", "Ajoutez « \" » après les mots.")
        }
        let words = PatternLexer.tokens(line.text(start + 1..<index))
        index += 1
        guard !words.isEmpty else { throw error(at: start, "il n'y a rien entre les guillemets") }
        return .quotation(words.map { Pattern.Word(kind: .quoted, text: $0) })
    }

    private mutating func set() throws(PatternError) -> Lexeme.Sign {
        let start = index
        index += 1
        let name = line.text(index..<endOfWord())
        guard !name.isEmpty else { throw error(at: start, "il manque un nom après « @ »") }
        index += name.count
        return .set(name)
    }

    private mutating func word() throws(PatternError) -> Lexeme.Sign {
        let start = index
        var text = line.text(index..<endOfWord())
        index += text.count
        let isExact = text.hasPrefix("=")
        if isExact { text.removeFirst() }
        let isPrefix = text.hasSuffix("*")
        if isPrefix { text.removeLast() }
        if isExact, isPrefix {
            throw error(at: start, "« = » et « * » ne vont pas ensemble", "Gardez l'un des deux.")
        }
        try check(text, at: start)
        let words = PatternLexer.tokens(text)
        guard !words.isEmpty else {
            throw error(at: start, "« \(line.text(start..<index)) » n'est pas un mot")
        }
        if isPrefix, fold(words.last ?? "").utf8.count < 3 {
            throw error(
                at: start,
                "« \(text)* » est trop court",
                "Mettez au moins trois lettres avant « * »."
            )
        }
        if words.count == 1, !isExact, !isPrefix, PatternLexer.isShortAcronym(text) {
            return .word(words, .capitals)
        }
        return .word(words, isExact ? .exact : isPrefix ? .prefix : .inflected)
    }

    /// Two or three capitals, with or without points: `CC`, `D.G.S.`.
    static func isShortAcronym(_ text: String) -> Bool {
        let letters = text.filter { $0 != "." }
        return 2...3 ~= letters.count && letters.allSatisfy { $0.isLetter && $0.isUppercase }
    }

    private func check(_ text: String, at start: Int) throws(PatternError) {
        if text.contains("*") {
            throw error(
                at: start,
                "« * » ne se met qu'à la fin d'un mot",
                "Par exemple : irritant*."
            )
        }
        if text.contains("=") {
            throw error(
                at: start,
                "« = » se met juste devant un mot",
                "Par exemple : =partant."
            )
        }
        if text.hasSuffix(":") || text == ":" {
            let names = PlaceWords.all.map { $0 + ":" }
            let nearest = EditDistance.nearest(to: text, among: names)
            throw error(
                at: start,
                "« \(text) » n'est pas connu ici",
                nearest.map { "Vouliez-vous « \($0) » au début du motif ?" }
                    ?? "On peut écrire \(names.joined(separator: ", ")) au début du motif."
            )
        }
        if text.hasSuffix(",") || text.hasSuffix(";") {
            throw error(
                at: start,
                "pas de virgule dans un motif",
                "Séparez les choix par « / »."
            )
        }
    }

    /// Where the word that starts here ends.
    private func endOfWord() -> Int {
        var end = index
        while end < line.characters.count {
            let character = line.characters[end]
            if character == " ", startsThousands(end + 1) {
                end += 4
                continue
            }
            if character == " " || PatternLexer.signs.contains(character)
                || PatternLexer.quotes.contains(character)
            {
                break
            }
            if character == ".", line.characters[end...].prefix(3).elementsEqual("...") { break }
            end += 1
        }
        return end
    }

    /// Whether the number begun at `index` goes on with three digits here: `3 000 habitants`.
    private func startsThousands(_ next: Int) -> Bool {
        func isDigit(_ at: Int) -> Bool {
            at < line.characters.count && ("0"..."9").contains(line.characters[at])
        }
        let head = line.characters[index..<next - 1]
        guard head.count <= 3 || head.count % 4 == 3, !head.isEmpty,
            head.allSatisfy({ $0 == " " || ("0"..."9").contains($0) })
        else { return false }
        return (next..<next + 3).allSatisfy(isDigit) && !isDigit(next + 3)
    }

    private func error(
        at index: Int,
        _ problem: String,
        _ suggestion: String? = nil
    ) -> PatternError {
        PatternError(location: line.location(index), problem: problem, suggestion: suggestion)
    }

    /// The tokens of some words, in lower case with accents.
    static func tokens(_ text: String) -> [String] {
        let tokenized = TokenizedText(text)
        return tokenized.tokens.indices.map { tokenized.accented($0) }
    }
}

/// The words before a pattern: places and turns.
enum PlaceWords {
    static let places: [(word: String, place: Place)] = [
        ("objet", .subject), ("signature", .signature), ("citation", .quotation),
        ("expéditeur", .sender), ("pièce jointe", .attachment), ("auteur", .author),
    ]

    static let all = places.map(\.word) + ["début", "fin", "refus", "passé", "question"]

    /// Takes the words before a pattern off it: `objet: question: …`.
    static func scope(of line: SourceLine) -> (scope: Scope, rest: SourceLine) {
        var scope = Scope()
        var places: Set<Place> = []
        var rest = line
        while let colon = rest.characters.firstIndex(of: ":") {
            let word = fold(rest.trimmed(0..<colon).text)
            if let known = PlaceWords.places.first(where: { fold($0.word) == word }) {
                places.insert(known.place)
            } else if !turn(word, &scope, &places) {
                break
            }
            rest = rest.trimmed(colon + 1..<rest.characters.count)
        }
        if !places.isEmpty { scope.places = places }
        return (scope, rest)
    }

    private static func turn(_ word: String, _ scope: inout Scope, _ places: inout Set<Place>)
        -> Bool
    {
        switch word {
        case "debut":
            scope.atStart = true
            places.insert(.body)
        case "fin":
            scope.atEnd = true
            places.insert(.body)
        case "refus": scope.refused = true
        case "passe": scope.past = true
        case "question": scope.question = true
        default: return false
        }
        return true
    }
}

extension SourceLine {
    var text: String { String(characters) }
}
