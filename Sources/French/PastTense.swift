/// Finds the passé composé, the imparfait and the adverbs of the past in a sentence.
struct PastTense {
    let text: TokenizedText
    let roles: [FunctionWord]
    let sentence: Sentence

    func mark(_ past: inout [Bool]) {
        for index in sentence.tokens {
            switch roles[index] {
            case .avoir:
                compound(index, &past)
                if PastTense.had.contains(folded(index)), !isSupposed(index) { past[index] = true }
            case .having where folded(index - 1) == "apres": compound(index, &past)
            case .deja: past[index] = true
            case .dernier where index > sentence.tokens.lowerBound && roles[index - 1] == .time:
                for token in sentence.tokens { past[token] = true }
            case .time where isAgo(index):
                for token in sentence.tokens { past[token] = true }
            case .none, .savoir, .raising, .telling:
                if isImperfect(index), !isSupposed(index) { past[index] = true }
                if isJustNow(index) {
                    for token in index..<index + 3 { past[token] = true }
                }
            default: continue
            }
        }
    }

    private func folded(_ index: Int) -> String {
        sentence.tokens.contains(index) ? text.folded(index) : ""
    }

    /// `il y a deux ans`, `il y a plus d'un an`; `en 2023` is left to the rule authors.
    private func isAgo(_ index: Int) -> Bool {
        for start in max(
            sentence.tokens.lowerBound,
            index - 5
        )..<max(
            sentence.tokens.lowerBound,
            index - 1
        )
        where folded(start) == "y" && folded(start + 1) == "a" { return true }
        return false
    }

    /// `nous avons (déjà, pas encore) mené`; not `nous avons un outil adapté`.
    private func compound(_ index: Int, _ past: inout [Bool]) {
        for word in index + 1..<max(index + 1, min(index + 6, sentence.tokens.upperBound)) {
            if isParticiple(word) {
                for token in index...word { past[token] = true }
                return
            }
            if !isBetween(word) { return }
        }
    }

    /// What may stand between the auxiliary and its participle.
    private func isBetween(_ index: Int) -> Bool {
        switch roles[index] {
        case .pas, .plus, .jamais, .rien, .guere, .deja, .personne: return true
        case .pronoun: return text.tokens[index].flags.contains(.afterHyphen)
        default:
            let word = folded(index)
            return word.hasSuffix("ment") || PastTense.adverbs.contains(word)
                || text.tokens[index].flags.contains(.number)
        }
    }

    /// `nous venons de terminer`; not `nous venons de la mairie`.
    private func isJustNow(_ index: Int) -> Bool {
        guard index + 2 < sentence.tokens.upperBound, roles[index + 1] == .de,
            ["venons", "viens", "vient", "viennent"].contains(folded(index))
        else { return false }
        let next = folded(index + 2)
        return ["er", "ir", "re", "oir"].contains { next.hasSuffix($0) } && next.count > 4
    }

    /// `si nous avions un outil` is no past.
    private func isSupposed(_ index: Int) -> Bool {
        for word in max(sentence.tokens.lowerBound, index - 5)..<index
        where roles[word] == .si && ["si", "s"].contains(folded(word)) {
            // s'occuper, s'en servir
            let next = folded(word + 1)
            if folded(word) == "si" || next == "il" || next == "ils" { return true }
        }
        return false
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
        if PastTense.presentWords.contains(word) { return false }
        if word.hasSuffix("ions") { return isImperfectOfNous(word, index) }
        guard let ending = ["aient", "ais", "ait"].first(where: { word.hasSuffix($0) }) else {
            return false
        }
        let stem = String(word.dropLast(ending.count))
        return !PastTense.conditional.contains { stem.hasSuffix($0) } || stem.hasSuffix("ouvr")
    }

    /// `nous menions`; not `des actions`, `nous voudrions`, `il faut que nous menions`.
    private func isImperfectOfNous(_ word: String, _ index: Int) -> Bool {
        guard !word.hasSuffix("rions") || word.hasSuffix("ouvrions") else { return false }
        var start = index - 1
        if ["en", "y", "n", "ne", "l", "les", "le", "la"].contains(folded(start)) { start -= 1 }
        return folded(start) == "nous" && sentence.tokens.contains(start)
            && !(start > sentence.tokens.lowerBound && roles[start - 1] == .que)
    }

    // MARK: - Data

    private static let had: Set<String> = ["avait", "avaient", "avions", "avais", "aviez"]

    private static let adverbs: Set<String> = [
        "bien", "beaucoup", "encore", "tous", "tout", "toutes", "aussi", "meme", "memes", "en",
        "ensuite", "enfin", "depuis", "hier", "souvent", "toujours", "donc", "ainsi", "alors",
        "trop", "peu", "tant", "mal", "mieux", "ensemble", "ete", "eu", "recemment",
    ]

    /// Stems of the conditional, which is no past: voudrais, pourrait, aimerions.
    private static let conditional = [
        "er", "ir", "ndr", "udr", "ttr", "urr", "vr", "aur", "oudr", "eur", "rdr", "indr", "oir",
        "uir", "dir", "lir", "clur", "croir", "err",
    ]

    private static let presentWords: Set<String> = [
        "jamais", "parfait", "souhait", "extrait", "retrait", "portrait", "connais", "connait",
        "parait", "relais", "desormais", "palais", "francais", "anglais", "essais", "delais",
        "voulais", "souhaitais", "venais", "tenais", "trait", "voulions", "souhaitions",
        "venions", "tenions", "aimions", "pensions", "desirions", "forfait", "attrait", "frais",
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
            if roles[index] == .savoir || roles[index] == .raising || roles[index] == .telling,
                asks(index)
            {
                return true
            }
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
        guard isPronoun else { return false }
        guard text.tokens[index].flags.contains(.afterHyphen) else {
            return isLooseInversion(index)
        }
        // An imperative is no question, and rendez-vous no verb.
        let before = folded(index - 1)
        return before != "rendez" && !(folded(index) == "nous" && before.hasSuffix("ez"))
    }

    /// Tolerated: `avez vous`, `peut on`, `est il possible` at the start, without their hyphens.
    private func isLooseInversion(_ index: Int) -> Bool {
        let verb = index - 1
        guard sentence.tokens.contains(verb) else { return false }
        let isFirst =
            verb == sentence.tokens.lowerBound
            || text.tokens[verb].flags.contains(.afterPause)
            || ["bonjour", "et", "mais", "n", "ne"].contains(folded(verb - 1))
        switch folded(index) {
        case "vous":
            let word = folded(verb)
            return isFirst && word.hasSuffix("ez") && word != "rendez" && word != "chez"
        case "on", "il":
            if folded(verb) == "t", folded(verb - 1) == "a" { return true }
            return isFirst && Questions.openingVerbs.contains(folded(verb))
        default: return false
        }
    }

    private static let openingVerbs: Set<String> = [
        "peut", "doit", "faut", "est", "serait", "pourrait", "existe", "sait", "aurait", "a",
    ]

    /// `j'aimerais savoir`, `savoir si`, `je me demande comment`, `me dire si`.
    private func asks(_ index: Int) -> Bool {
        let word = folded(index)
        let isSavoir = word == "savoir" || word.hasPrefix("demand")
        guard isSavoir || isTellMe(index) else { return false }
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

    /// `me dire`, `nous indiquer`.
    private func isTellMe(_ index: Int) -> Bool {
        role(index) == .telling && ["m", "me", "nous"].contains(folded(index - 1))
    }
}
