/// What a rule author means by a word: all its forms, without being asked what kind of word it is.
package enum WordForms {
    /// Every form of a word in lower case with accents, the word itself first, none twice.
    ///
    /// An infinitive is conjugated, without the few forms that nearly always are another word
    /// (`je suis` is no form of suivre); some are nouns as well (un conseiller, un savoir).
    /// Anything else is a noun or an adjective.
    package static func forms(of word: String) -> [String] {
        guard word.count > 2 else { return [word] }
        if invariable.contains(word) { return [word] }
        var seen: Set<String> = []
        var forms: [String] = []
        if let verb = Conjugation.forms(of: word) {
            let others = otherWords[word] ?? []
            forms = verb.filter { !others.contains($0) }
            if VerbLists.inflectedToo.contains(word) { forms += Inflection.forms(of: word) }
            if VerbLists.adjectivesToo.contains(word),
                let participle = verb.first(where: { $0.hasSuffix("ant") })
            {
                forms += Conjugation.genders(participle)
            }
            if VerbLists.pluralToo.contains(word) { forms.append(word + "s") }
        } else {
            forms = Inflection.forms(of: word)
        }
        return forms.filter { seen.insert($0).inserted }
    }

    /// Forms that hardly anyone means when writing them: another word is spelt alike.
    private static let otherWords: [String: Set<String>] = [
        "suivre": ["suis"], "entrer": ["entre"], "contrer": ["contre"], "outrer": ["outre"],
        "devoir": ["devant"], "pendre": ["pendant"], "durer": ["durant"],
        "maintenir": ["maintenant"], "plaire": ["plus"], "taire": ["tu", "tus"],
        "luire": ["lui"], "celer": ["cela"], "savoir": ["sus"], "fondre": ["fonds"],
        "moyenner": ["moyennant"],
    ]

    /// Little words that only look like nouns.
    private static let invariable: Set<String> = [
        "les", "des", "aux", "une", "est", "pas", "plus", "par", "pour", "sur", "sous", "dans",
        "avec", "sans", "chez", "vers", "entre", "moi", "toi", "lui", "elle", "nous", "vous",
        "ils", "elles", "mon", "ton", "son", "mes", "tes", "ses", "nos", "vos", "notre", "votre",
        "que", "qui", "quoi", "dont", "donc", "mais", "car", "puis", "comme", "quand", "très",
        "bien", "mal", "non", "oui", "rien", "trop", "peu", "ici", "ailleurs", "jamais",
        "toujours", "déjà", "encore", "pourquoi", "comment", "combien", "aussi", "ainsi",
    ]
}

/// Names of places that are also words: `la Creuse` is no form of creuser.
package enum PlaceNames {
    /// In lower case without accents, as in `TokenizedText.folded`.
    package static let ambiguous = ByteTable(words: [
        "creuse", "manche", "somme", "lot", "cher", "vienne", "tours", "sens", "nice", "orange",
        "vire", "aude", "aube", "loire", "indre", "orne", "eure", "landes", "corse", "marne",
        "meuse", "ardennes", "bourg", "die", "gap", "riom", "loches", "tulle", "vichy", "aime",
        "bonne", "allier", "ain", "gers", "var", "nord", "bouches", "rance", "mende", "vif",
        "grasse", "royan", "menton", "niort", "digne", "apt", "saintes", "suisse", "port",
    ])
}
