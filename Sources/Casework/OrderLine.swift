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
        let reason = line[start...].trimmingCharacters(in: .whitespaces)
        return .order(.close(reason: Self.tidied(reason + "\n" + below)))
    }

    private static func isCondition(_ pieces: ArraySlice<Piece>) -> Bool {
        let words = words(pieces)
        if let first = words.first, firstConditions.contains(first) { return true }
        return words.contains(where: conditions.contains) || isLaterDay(pieces)
    }

    /// Whether it begins with a day to come: "le 15", "à la fin du mois", "en janvier".
    private static func isLaterDay(_ pieces: ArraySlice<Piece>) -> Bool {
        let tokens = pieces.lazy.map(\.token).filter { !$0.isMark }.prefix(3)
        let start = tokens.map { $0.word ?? "0" }
        return laterDays.contains { start.starts(with: $0) }
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
        "mais", "sauf", "si", "quand", "lorsque", "lorsqu", "des", "apres", "avant", "pas", "non",
        "plus", "attendre", "attendez", "seulement", "uniquement", "peut", "ou", "ne", "n", "dans",
        "euh", "finalement", "fin", "debut", "courant", "bientot", "vers",
    ]
    /// With which a day to come begins; a figure is `0`.
    fileprivate static let laterDays: [[String]] = {
        let months = [
            "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
            "octobre", "novembre", "decembre",
        ]
        let days = [
            "le 0", "au 0", "a la fin", "a partir", "d ici", "ce soir", "cette semaine", "ce mois",
            "la semaine", "le mois", "l annee", "un autre jour",
        ]
        return days.map { $0.split(separator: " ").map(String.init) } + months.map { ["en", $0] }
    }()
    /// What makes a condition wherever it stands.
    fileprivate static let conditions: Set<String> = [
        "mais", "sauf", "prochain", "prochaine", "prochains", "demain", "lundi", "mardi",
        "mercredi", "jeudi", "vendredi", "attendre",
        "attendez",
    ]
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
