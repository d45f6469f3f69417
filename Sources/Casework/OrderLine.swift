import Foundation
import French
import Intake

/// One line of a mail of staff, cut into words, figures and marks, without those of courtesy.
struct OrderLine {
    fileprivate enum Token: Hashable {
        /// Without case and accents.
        case word(String)
        case figure(String)
        case mark(Character)

        var word: String? { if case .word(let word) = self { word } else { nil } }
        var isFigure: Bool { if case .figure = self { true } else { false } }
        var isMark: Bool { if case .mark = self { true } else { false } }
    }

    fileprivate struct Piece {
        var token: Token
        /// Where it ends in the line.
        var end: Substring.Index
    }

    private let line: Substring
    private let pieces: [Piece]
    /// Whether it asks, crosses out or counts: then it orders nothing but help.
    let asks: Bool

    init(_ line: Substring) {
        self.line = line
        asks = line.contains { $0.isMathSymbol || "?¿⁇⁈❓❌✗✘".contains($0) }
        pieces = Self.pieces(of: line).filter { piece in
            piece.token.word.map { !Self.courtesy.contains($0) } ?? true
        }
    }

    private static func pieces(of line: Substring) -> [Piece] {
        var pieces: [Piece] = []
        var rest = line[...]
        while let first = rest.first {
            let piece: Substring
            if first.isLetter {
                piece = rest.prefix { $0.isLetter }
                pieces.append(Piece(token: .word(folded(piece)), end: piece.endIndex))
            } else if first.isNumber {
                piece = rest.prefix { $0.isNumber }
                pieces.append(Piece(token: .figure(String(piece)), end: piece.endIndex))
            } else {
                piece = rest.prefix(1)
                if !first.isWhitespace {
                    pieces.append(Piece(token: .mark(first), end: piece.endIndex))
                }
            }
            rest = rest[piece.endIndex...]
        }
        return pieces
    }

    private static func folded(_ word: Substring) -> String {
        word.replacing("œ", with: "oe").folding(
            options: [.caseInsensitive, .diacriticInsensitive],
            locale: Locale(identifier: "fr")
        )
    }

    /// Whether it says nothing but hello.
    var isMute: Bool {
        pieces.allSatisfy { $0.token.isMark || $0.token.word.map(Self.opening.contains) == true }
    }

    /// Whether it is the line that the link of an order adds.
    static func isReference(_ line: Substring) -> Bool {
        folded(line.drop { !$0.isLetter }.prefix(40)).hasPrefix("reference, a garder")
    }

    /// - Parameter below: the lines that follow.
    func reading(below: String) -> OrderReading {
        let openings = pieces.prefix { piece in
            piece.token.isMark || piece.token.word.map(Self.opening.contains) == true
        }
        let start = openings.count
        guard start < pieces.count, let head = pieces[start].token.word else { return .words }
        let before = Self.words(openings)
        let rest = pieces[(start + 1)...]
        if before == ["je"] || before.isEmpty, [head] + Self.words(rest) == ["m", "en", "occupe"] {
            return asks ? .resembles(Order.take.word) : .order(.take)
        }
        guard let verb = Self.verbs[head] else { return guess(head, rest) }
        guard before.allSatisfy(Self.openings(of: verb).contains) else { return .words }
        switch verb {
        case .send, .take: return alone(verb, rest, below: below)
        case .close: return closing(rest, below: below)
        case .reclassify: return reclassification(rest, strictly: head.hasPrefix("re"))
        case .note: return note(after: pieces[start].end, below: below, head: head)
        case .help:
            let isAlone = Self.words(rest).allSatisfy(Self.around(verb).contains)
            return isAlone ? .order(.help) : .words
        }
    }

    // MARK: Each order

    private func alone(_ verb: Verb, _ rest: ArraySlice<Piece>, below: String) -> OrderReading {
        let order = verb == .send ? Order.send : .take
        guard Self.words(rest).allSatisfy(Self.around(verb).contains) else { return .words }
        let hasFigures = rest.contains { $0.token.isFigure }
        // What has left cannot be called back.
        let waits = verb == .send && Self.hasCondition(below)
        return asks || hasFigures || waits ? .resembles(order.word) : .order(order)
    }

    /// Whether the lines below an order take back or put off what it says.
    private static func hasCondition(_ below: String) -> Bool {
        isCondition(OrderLine(below[...]).pieces[...])
    }

    /// The reason begins behind a mark, or with a word that gives one; a condition is none.
    private func closing(_ rest: ArraySlice<Piece>, below: String) -> OrderReading {
        let plain = OrderReading.resembles(Verb.close.word)
        let behind = rest.drop { $0.token.word.map(Self.around(.close).contains) == true }
        guard !asks else { return plain }
        guard let first = behind.first, !behind.allSatisfy(\.token.isMark) else {
            return Self.hasCondition(below) ? plain : .order(.close(reason: Self.tidied(below)))
        }
        let start: Substring.Index
        switch first.token {
        case .mark(let mark) where ":;,-–—(.…/".contains(mark): start = first.end
        case .word(let word) where Self.reasons.contains(word):
            start = line.index(first.end, offsetBy: -word.count)
        default: return plain
        }
        guard !Self.isCondition(behind) else { return plain }
        guard !Self.hasCondition(below) else { return plain }
        let reason = line[start...].trimmingCharacters(in: .whitespaces)
        return .order(.close(reason: Self.tidied(reason + "\n" + below)))
    }

    private static func isCondition(_ pieces: ArraySlice<Piece>) -> Bool {
        let words = words(pieces)
        guard let first = words.first else { return false }
        let next = words.dropFirst().first ?? ""
        if firstConditions.contains(first) { return true }
        if first == "pas" || first == "non" {
            return next.isEmpty || putOff.contains(next) || firstConditions.contains(next)
        }
        if first == "ne", next == "pas" { return true }
        let waits = words.indices.contains { index in
            conditions.contains(words[index])
                && (index == 0 || !["sans", "pas"].contains(words[index - 1]))
        }
        return waits || isLaterDay(pieces)
    }

    /// Whether it begins with a day to come, "le 15", "à la fin du mois", "en janvier", and tells of
    /// nothing past.
    private static func isLaterDay(_ pieces: ArraySlice<Piece>) -> Bool {
        let tokens = pieces.map(\.token).filter { !$0.isMark }
        let start = tokens.prefix(4).map { token in
            switch token {
            case .figure(let figure): (1...31).contains(Int(figure) ?? 0) ? "day" : "0"
            case .word(let word): months.contains(word) ? "month" : word
            case .mark: ""
            }
        }
        let isDay = laterDays.contains { start.starts(with: $0) } || start == ["le", "day"]
        return isDay && !tellsPast(tokens.map { $0.word ?? "" })
    }

    /// Whether something has happened: "la mairie a renoncé", but not "à midi", which reads alike here.
    private static func tellsPast(_ words: [String]) -> Bool {
        zip(words, words.dropFirst() + [""]).contains { word, next in
            past.contains(word)
                || word == "a" && next.count > 2 && next != "minuit"
                    && ["e", "u", "is", "it"].contains { next.hasSuffix($0) }
        }
    }

    /// - Parameter strictly: whether the word alone says that it is this order.
    private func reclassification(
        _ rest: ArraySlice<Piece>,
        strictly: Bool
    ) -> OrderReading {
        let offers = Self.offers(rest.map(\.token))
        if let offers {
            let order = Order.reclassify(offers)
            return asks ? .resembles(order.word) : .order(order)
        }
        if strictly { return .resembles(Verb.reclassify.word) }
        // "Classer" alone, or "sans suite", is what one says of a file that is done with.
        if Self.words(rest).starts(with: ["sans", "suite"]) { return .resembles(Verb.close.word) }
        return rest.allSatisfy(\.token.isMark) ? .resembles(Verb.close.word) : .words
    }

    private func note(after end: Substring.Index, below: String, head: String) -> OrderReading {
        let rest = line[end...].drop { $0.isWhitespace || ":;,-–—.!".contains($0) }
        let text = Self.tidied(rest + "\n" + below)
        // "Noté, merci." asks for nothing.
        guard text.split(whereSeparator: \.isNewline).contains(where: { !OrderLine($0).isMute })
        else { return head == "note" ? .words : .resembles(Verb.note.word) }
        return .order(.note(text))
    }

    /// What may have been meant by a word that no order has.
    private func guess(_ head: String, _ rest: ArraySlice<Piece>) -> OrderReading {
        guard head.count >= 5,
            let near = EditDistance.nearest(to: head, among: Self.verbs.keys.sorted()),
            EditDistance.between(head, near) <= (head.count > 6 ? 2 : 1), near.count >= 5,
            let verb = Self.verbs[near]
        else { return .words }
        if verb == .reclassify, let offers = Self.offers(rest.map(\.token)) {
            return .resembles(Order.reclassify(offers).word)
        }
        let isAlone = Self.words(rest).allSatisfy(Self.around(verb).contains)
        return isAlone ? .resembles(verb.word) : .words
    }

    // MARK: Figures

    /// The offers that are named; empty for none of ours; `nil` where anything else stands there.
    private static func offers(_ tokens: [Token]) -> [Offer]? {
        var offers: [Offer] = []
        var isNone = false
        for (index, token) in tokens.enumerated() {
            let name: String
            switch token {
            case .figure(let figure): name = figure
            case .word(let word): name = word
            case .mark(let mark):
                // "1-3" may be one of them or all between.
                let last = index > 0 ? tokens[index - 1] : .mark(mark)
                let next = index + 1 < tokens.count ? tokens[index + 1] : .mark(mark)
                if "-–—".contains(mark), last.isFigure, next.isFigure { return nil }
                continue
            }
            if let offer = named[name] {
                if !offers.contains(offer) { offers.append(offer) }
            } else if none.contains(name) {
                isNone = true
            } else if leading.contains(name), !offers.isEmpty {
                // From one to another: which is meant is asked.
                return nil
            } else if !linking.contains(name) {
                return nil
            }
        }
        if isNone { return offers.isEmpty ? [] : nil }
        return offers.isEmpty ? nil : offers
    }

    private static func words(_ pieces: ArraySlice<Piece>) -> [String] {
        pieces.compactMap(\.token.word)
    }

    private static func tidied(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

// MARK: Words

extension OrderLine {
    fileprivate enum Verb {
        case send, take, close, reclassify, note, help

        var word: String {
            switch self {
            case .send: Order.send.word
            case .take: Order.take.word
            case .close: Order.close(reason: "").word
            case .reclassify: "reclasser"
            case .note: Order.note("").word
            case .help: Order.help.word
            }
        }
    }

    fileprivate static let verbs: [String: Verb] = {
        let forms: [(Verb, String)] = [
            (.send, "envoyer envoyez envoie envoi"),
            (.take, "prendre prends prenez pris"),
            (
                .close,
                "clore clos close clorez cloturer cloturez cloture cloturee fermer fermez ferme fermee "
                    + "archiver archivez archive"
            ),
            (.reclassify, "reclasser reclassez reclasse reclassee classer classez classe"),
            (.note, "noter notez note"),
            (.help, "aide aider aidez help"),
        ]
        return forms.reduce(into: [:]) { verbs, form in
            for word in form.1.split(separator: " ") { verbs[String(word)] = form.0 }
        }
    }()

    /// What may stand around the word of an order and changes nothing.
    fileprivate static func around(_ verb: Verb) -> Set<String> {
        switch verb {
        case .send: ["la", "le", "cette", "reponse"]
        case .take:
            [
                "le", "la", "l", "ce", "cette", "dossier", "demande", "affaire", "en", "charge",
            ]
        case .close, .reclassify: ["le", "la", "l", "ce", "cette", "dossier", "demande", "affaire"]
        case .note: []
        case .help: ["moi", "nous"]
        }
    }

    /// What may stand before the word of an order.
    fileprivate static let opening: Set<String> = ["je", "j", "de", "d", "a", "l"]

    /// Of those, what may stand before the word of one order: who sends it himself orders nothing.
    fileprivate static func openings(of verb: Verb) -> Set<String> {
        switch verb {
        case .send: ["de", "d"]
        case .take, .close, .reclassify, .note: ["de", "d", "je", "j"]
        case .help: ["de", "d", "a", "l"]
        }
    }
    fileprivate static let courtesy: Set<String> = [
        "merci", "svp", "stp", "ok", "oui", "bonjour", "bonsoir", "salut", "s", "il", "te", "vous",
        "plait", "accord", "veuillez", "cordialement",
    ]
    /// With which a reason for closing may begin.
    fileprivate static let reasons: Set<String> = [
        "car", "parce", "puisque", "sans", "doublon", "motif", "raison",
    ]
    /// With which a condition begins, and no reason.
    fileprivate static let firstConditions: Set<String> = [
        "mais", "sauf", "si", "quand", "lorsque", "lorsqu", "des", "apres", "avant", "plus",
        "attendre", "attendez", "seulement", "uniquement", "peut", "ou", "dans", "euh",
        "finalement", "bientot", "jusqu", "jusque", "selon", "sous", "corriger", "corrigez",
        "modifier", "modifiez", "remplacer", "remplacez", "changer", "changez",
    ]
    /// What puts off, behind "pas" or "non".
    fileprivate static let putOff: Set<String> = [
        "encore", "maintenant", "tout", "aujourd", "ce", "cette", "finalement", "attendez",
        "attendre", "pas",
    ]
    /// What makes a condition wherever it stands.
    fileprivate static let conditions: Set<String> = [
        "mais", "sauf", "prochain", "prochaine", "prochains", "demain", "lundi", "mardi",
        "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "attendre", "attendez",
    ]
    /// What tells of something past.
    fileprivate static let past: Set<String> = [
        "dernier", "derniere", "derniers", "dernieres", "passe", "passee", "ont", "est",
        "sont", "vu", "vue", "traite", "traitee", "repondu", "fait", "ai", "avons", "ne",
    ]
    fileprivate static let months: Set<String> = [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
        "octobre", "novembre", "decembre",
    ]
    /// With which a day to come begins; `day` is a figure up to 31, `month` the name of one.
    fileprivate static let laterDays: [[String]] = [
        "le day month", "au day month", "day month", "le premier", "a la fin", "a la rentree",
        "a noel", "a paques", "a partir", "a condition", "d ici", "en fin", "en month", "en 0",
        "fin month", "fin de mois", "fin de semaine", "fin d annee", "fin du mois", "debut month",
        "mi month", "courant month", "ce soir", "ce week", "ce mois", "cette semaine", "cet ete",
        "cet automne", "cet hiver", "ce printemps", "la semaine", "le mois", "un autre jour",
        "tout a l heure", "une fois qu", "une fois que", "tant que", "tant qu", "vers le day",
    ].map { $0.split(separator: " ").map(String.init) }
    fileprivate static let named: [String: Offer] = [
        "1": .investigation, "investigation": .investigation, "investigations": .investigation,
        "2": .startup, "startup": .startup, "startups": .startup, "start": .startup,
        "deux": .startup, "3": .store, "store": .store, "trois": .store,
    ]
    fileprivate static let none: Set<String> = [
        "0", "zero", "autre", "autres", "aucun", "aucune", "hors",
    ]
    /// What leads from one offer to another.
    fileprivate static let leading: Set<String> = ["a", "au", "en", "vers", "dans", "comme"]
    fileprivate static let linking: Set<String> = [
        "en", "vers", "comme", "dans", "a", "au", "et", "puis", "plutot", "offre", "offres", "n",
        "no", "numero", "le", "la", "l", "les", "une", "up", "ups", "de", "des", "territoire",
        "territoires", "ce", "cette", "dossier", "demande", "affaire",
    ]
}
