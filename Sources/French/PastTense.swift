/// Finds the passé composé, the imparfait and the adverbs of the past in a sentence.
struct PastTense {
    let text: TokenizedText
    let roles: [FunctionWord]
    let sentence: Sentence

    func mark(_ past: inout [Bool]) {
        for index in sentence.tokens {
            switch roles[index] {
            case .avoir: compound(index, &past)
            case .deja: past[index] = true
            case .dernier where index > sentence.tokens.lowerBound && roles[index - 1] == .time:
                for token in sentence.tokens { past[token] = true }
            case .time where isAgo(index):
                for token in sentence.tokens { past[token] = true }
            case .none, .savoir, .raising:
                if isImperfect(index) { past[index] = true }
            default: continue
            }
        }
    }

    private func folded(_ index: Int) -> String { text.folded(index) }

    /// `il y a deux ans`, and `en 2023` is left to the rule authors.
    private func isAgo(_ index: Int) -> Bool {
        guard index - 4 >= sentence.tokens.lowerBound else { return false }
        return folded(index - 2) == "a" && folded(index - 3) == "y"
    }

    /// `nous avons (déjà, pas encore) mené`.
    private func compound(_ index: Int, _ past: inout [Bool]) {
        for word in index + 1..<max(index + 1, min(index + 5, sentence.tokens.upperBound))
        where isParticiple(word) {
            for token in index...word { past[token] = true }
            return
        }
    }

    private func isParticiple(_ index: Int) -> Bool {
        let token = text.tokens[index]
        if PastTense.participles.value(in: text.folded, token.folded) != nil { return true }
        guard token.accented.count > 4 else { return false }
        let word = text.accented(index)
        return ["é", "ée", "és", "ées"].contains { word.hasSuffix($0) }
    }

    private func isImperfect(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.folded.count > 4 else { return false }
        let bytes = text.folded[token.folded]
        guard bytes.last == 0x73 || bytes.last == 0x74 else { return false }
        let word = folded(index)
        guard let ending = ["aient", "ais", "ait"].first(where: { word.hasSuffix($0) }) else {
            return false
        }
        let stem = String(word.dropLast(ending.count))
        if PastTense.presentWords.contains(word) { return false }
        return !PastTense.conditional.contains { stem.hasSuffix($0) } || stem.hasSuffix("ouvr")
    }

    // MARK: - Data

    /// Stems of the conditional, which is no past: voudrais, pourrait, aimerions.
    private static let conditional = [
        "er", "ir", "ndr", "udr", "ttr", "urr", "vr", "aur", "oudr", "eur", "rdr", "indr", "oir",
        "uir", "dir", "lir", "clur", "croir", "err",
    ]

    private static let presentWords: Set<String> = [
        "jamais", "parfait", "souhait", "extrait", "retrait", "portrait", "connais", "connait",
        "parait", "relais", "desormais", "palais", "francais", "anglais", "essais", "delais",
        "voulais", "souhaitais", "venais", "tenais", "trait", "forfait", "attrait", "frais",
        "plait", "satisfait", "satisfais", "bienfait", "reconnais", "reconnait",
        "disparait", "apparait", "abstrait", "contrefait", "refait", "polonais", "lyonnais",
    ]

    private static let participles = ByteTable(words: [
        "fait", "faits", "faite", "eu", "ete", "mis", "pris", "vu", "lu", "dit", "ecrit", "recu",
        "conduit", "construit", "produit", "ouvert", "offert", "decouvert", "compris", "appris",
        "entrepris", "permis", "promis", "transmis", "connu", "reconnu", "voulu", "pu", "du",
        "su", "tenu", "obtenu", "maintenu", "soutenu", "retenu", "rendu", "vendu", "attendu",
        "entendu", "perdu", "repondu", "fini", "choisi", "reussi", "etabli", "reuni", "suivi",
        "servi", "senti", "parti", "sorti", "venu", "devenu", "revenu", "resolu", "conclu",
        "elu", "concu", "decu", "percu", "mene", "lance", "termine", "engage", "realise", "teste",
        "essaye", "essaie", "essaye", "demande", "commence", "travaille", "investigue", "etudie",
        "cree", "developpe", "trouve", "demarre", "acheve", "rempli", "saisi", "defini", "mort",
    ])
}

/// Tells whether a sentence asks something, with or without its question mark.
struct Questions {
    let text: TokenizedText
    let roles: [FunctionWord]
    let sentence: Sentence

    var isQuestion: Bool {
        if sentence.endsInQuestion { return true }
        let tokens = sentence.tokens
        for index in tokens {
            if roles[index] == .savoir || roles[index] == .raising, asks(index) { return true }
            if index - tokens.lowerBound < 6, isInversion(index) { return true }
        }
        return opens(at: tokens.lowerBound) || opens(at: tokens.lowerBound + 1)
    }

    private func role(_ index: Int) -> FunctionWord {
        sentence.tokens.contains(index) ? roles[index] : .none
    }

    private func folded(_ index: Int) -> String {
        sentence.tokens.contains(index) ? text.folded(index) : ""
    }

    /// `comment …`, `quel …`, `est ce que …`; a noun or pause before it is no opening.
    private func opens(at index: Int) -> Bool {
        if index > sentence.tokens.lowerBound {
            let before = folded(index - 1)
            guard
                ["et", "mais", "alors", "bonjour", "aussi", "a", "de", "d", "par"].contains(before)
            else { return false }
        }
        if role(index) == .interrogative { return true }
        switch folded(index) {
        case "comment", "pourquoi": return true
        case "est": return folded(index + 1) == "ce" && role(index + 2) == .que
        default: return false
        }
    }

    /// `pouvez-vous`, `y a-t-il`.
    private func isInversion(_ index: Int) -> Bool {
        let isPronoun = roles[index] == .pronoun && folded(index) != "moi" && folded(index) != "ce"
        guard isPronoun, text.tokens[index].flags.contains(.afterHyphen) else { return false }
        // An imperative is no question, and rendez-vous no verb.
        let before = folded(index - 1)
        return before != "rendez" && !(folded(index) == "nous" && before.hasSuffix("ez"))
    }

    /// `j'aimerais savoir`, `savoir si`, `je me demande comment`.
    private func asks(_ index: Int) -> Bool {
        let word = folded(index)
        guard word == "savoir" || word.hasPrefix("demand") else { return false }
        let next = folded(index + 1)
        let links = [
            "si", "s", "comment", "pourquoi", "combien", "ou", "qui", "ce", "quoi", "quand",
        ]
        if links.contains(next) || role(index + 1) == .interrogative { return true }
        guard word == "savoir" else { return false }
        return (1...4).contains { offset in
            let role = role(index - offset)
            return role == .polite || role == .raising
        }
    }
}
