/// Conjugates a verb from its infinitive: every person and tense, and both participles.
///
/// Forms are in lower case with their accents. Where French leaves a choice (je paie, je paye;
/// j'appelle, il gèle), both spellings are given: a form that nobody writes does no harm.
package enum Conjugation {
    /// All forms of a verb, or `nil` if the word is not the infinitive of one.
    package static func forms(of infinitive: String) -> [String]? {
        if let irregular = IrregularVerbs.forms(of: infinitive) { return irregular }
        if infinitive.hasSuffix("er") {
            return isVerb(er: infinitive) ? firstGroup(infinitive) : nil
        }
        if infinitive.hasSuffix("oir") { return nil }
        if infinitive.hasSuffix("ir") || infinitive.hasSuffix("ïr") {
            guard infinitive.count > 4, !VerbLists.nounsInIr.contains(infinitive) else {
                return nil
            }
            return secondGroup(infinitive)
        }
        if VerbLists.endings(re: infinitive) { return thirdGroup(infinitive) }
        return nil
    }

    /// Words in -er are verbs, but for a list; words in -ier are not, but for a list.
    private static func isVerb(er word: String) -> Bool {
        guard word.count > 3 else { return false }
        if word.hasSuffix("ier") {
            return word.hasSuffix("fier") || word.hasSuffix("phier")
                || VerbLists.verbsInIer.contains(word)
        }
        return !VerbLists.nounsInEr.contains(word)
    }

    // MARK: - The three groups

    private static func firstGroup(_ infinitive: String) -> [String] {
        let stem = String(infinitive.dropLast(2))
        var softened = stem
        if stem.hasSuffix("g") { softened = stem + "e" }
        if stem.hasSuffix("c") { softened = stem.dropLast() + "ç" }
        let (mute, future) = muteStems(of: stem)
        var forms = [infinitive]
        for mute in mute { forms += ["e", "es", "ent"].map { mute + $0 } }
        forms += [softened + "ons", stem + "ez", stem + "ions", stem + "iez"]
        for future in future { forms += futureEndings.map { future + "er" + $0 } }
        forms += ["ais", "ait", "aient", "ai", "as", "a", "âmes", "âtes"].map { softened + $0 }
        forms += ["asse", "asses", "ât", "assions", "assiez", "assent"].map { softened + $0 }
        forms.append(stem + "èrent")
        forms += genders(softened + "ant")
        forms += genders(stem + "é")
        return forms
    }

    /// The stems before a mute e (je préfère, j'appelle) and in the future.
    private static func muteStems(of stem: String) -> (mute: [String], future: [String]) {
        if stem.hasSuffix("ay") {
            let both = [stem, String(stem.dropLast() + "i")]
            return (both, both)
        }
        if stem.hasSuffix("oy") || stem.hasSuffix("uy") {
            let changed = [String(stem.dropLast() + "i")]
            return (changed, changed)
        }
        guard let (head, vowel, tail) = lastMuteVowel(of: stem) else { return ([stem], [stem]) }
        let grave = head + "è" + tail
        if vowel == "é" { return ([grave], [stem, grave]) }
        guard tail.count == 1 else { return ([stem], [stem]) }
        if tail == "l" || tail == "t" {
            return ([grave, stem + tail], [grave, stem + tail])
        }
        return ([grave], [grave])
    }

    /// Splits `préfér` into `préf`, `é`, `r`; `nil` unless the last vowel is e or é before
    /// one consonant, or such a pair as `ch` or `gr`.
    private static func lastMuteVowel(of stem: String) -> (String, Character, String)? {
        let letters = Array(stem)
        for length in [1, 2] where letters.count > length {
            let vowel = letters[letters.count - length - 1]
            let tail = String(letters.suffix(length))
            guard vowel == "e" || vowel == "é" else { continue }
            if length == 1, "aeiouéèyh".contains(tail) { return nil }
            if length == 2, !VerbLists.consonantPairs.contains(tail) { return nil }
            return (String(letters.dropLast(length + 1)), vowel, tail)
        }
        return nil
    }

    private static func secondGroup(_ infinitive: String) -> [String] {
        let stem = String(infinitive.dropLast(2))
        let vowel = infinitive.hasSuffix("ïr") ? "ï" : "i"
        var forms = [infinitive]
        forms += ["s", "t", "ssons", "ssez", "ssent", "ssais", "ssait", "ssions", "ssiez"]
            .map { stem + vowel + $0 }
        forms += ["ssaient", "sse", "sses", "rent"].map { stem + vowel + $0 }
        forms += futureEndings.map { stem + vowel + "r" + $0 }
        forms += ["îmes", "îtes", "ît"].map { stem + $0 }
        forms += genders(stem + vowel + "ssant")
        forms += genders(stem + vowel)
        return forms
    }

    private static func thirdGroup(_ infinitive: String) -> [String] {
        let stem = String(infinitive.dropLast(2))
        var forms = [infinitive]
        forms += ["s", "", "ons", "ez", "ent", "ais", "ait", "ions", "iez", "aient", "e", "es"]
            .map { stem + $0 }
        forms += futureEndings.map { stem + "r" + $0 }
        forms += simplePast(stem, "i")
        forms += genders(stem + "ant")
        forms += genders(stem + "u")
        return forms
    }

    // MARK: - Endings shared with the irregular verbs

    static let futureEndings = [
        "ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient",
    ]

    /// Passé simple and imparfait du subjonctif on one of the vowels i, u, in.
    static func simplePast(_ stem: String, _ vowel: String) -> [String] {
        let long = ["i": "î", "u": "û", "in": "în"][vowel] ?? vowel
        return ["s", "t", "rent", "sse", "sses", "ssions", "ssiez", "ssent"]
            .map { stem + vowel + $0 } + ["mes", "tes", "t"].map { stem + long + $0 }
    }

    /// A participle by gender and number.
    static func genders(_ participle: String) -> [String] {
        if participle.hasSuffix("s") {
            return [participle, participle + "e", participle + "es"]
        }
        return ["", "e", "s", "es"].map { participle + $0 }
    }
}

/// Which words in -er, -ir and -re are verbs.
enum VerbLists {
    static let consonantPairs: Set<String> = [
        "ch", "gn", "gu", "qu", "br", "cr", "dr", "gr", "tr", "fl", "gl", "pr", "vr", "pl", "bl",
    ]

    /// The endings of the regular third group: attendre, vendre, répondre, perdre, tordre.
    static func endings(re word: String) -> Bool {
        guard word.count > 4 else { return false }
        if nounsInRe.contains(word) { return false }
        return ["endre", "andre", "ondre", "erdre", "ordre"].contains { word.hasSuffix($0) }
    }

    static let nounsInRe: Set<String> = [
        "ordre", "désordre", "cendre", "gendre", "tendre", "moindre", "prendre", "calendre",
        "filandre", "scaphandre", "hypocondre", "esclandre",
    ]

    static let nounsInIr: Set<String> = [
        "avenir", "désir", "loisir", "plaisir", "soupir", "saphir", "zéphyr", "menhir", "martyr",
        "élixir", "émir", "fakir", "cachemire", "tapir", "visir", "nadir", "kéfir", "cuir",
    ]

    static let nounsInEr: Set<String> = [
        "cher", "mer", "fer", "ver", "hier", "hiver", "amer", "cancer", "super", "hyper", "enfer",
        "éther", "foyer", "loyer", "noyer", "écuyer", "léger", "berger", "verger", "potager",
        "horloger", "passager", "messager", "usager", "ménager", "étranger", "boulanger",
        "oranger", "danger", "boucher", "archer", "rocher", "plancher", "leader", "dealer",
        "user", "designer", "container", "hacker", "master", "cluster", "poker", "reporter",
        "steamer", "thriller", "trader", "tweeter", "cutter", "gangster", "joker", "laser",
        "revolver", "toner", "charter", "hamster", "geyser", "cuiller", "conseiller",
        "écailler", "oreiller", "poulailler", "joailler", "cocher", "vacher", "porcher",
        "gaucher", "viager", "fromager", "maraîcher", "bûcher", "imager",
        "stager", "flyer", "flipper", "leader", "newsletter", "twitter", "water",
        "outer", "inter", "quaker", "speaker", "starter", "roller", "dumper", "sweater", "docker",
    ]

    static let verbsInIer: Set<String> = [
        "allier", "amnistier", "amplifier", "anémier", "apparier", "apprécier", "approprier",
        "asphyxier", "associer", "atrophier", "avarier", "balbutier", "bénéficier", "bonifier",
        "calligraphier", "calomnier", "charrier", "châtier", "chier", "circonstancier",
        "colorier", "communier", "concilier", "confier", "contrarier", "convier", "copier",
        "crier", "décrier", "dédier", "défier", "délier", "dénier", "déplier", "déprécier",
        "dévier", "différencier", "disgracier", "dissocier",
        "distancier", "domicilier", "écrier", "émacier", "envier", "épier", "estropier", "étudier",
        "exfolier", "expatrier", "expédier", "expier",
        "exproprier", "extasier", "falsifier", "fier", "fusilier", "gracier", "historier",
        "humilier", "incendier", "initier", "injurier", "inventorier",
        "irradier", "licencier", "lier", "manier", "marier", "mendier",
        "mésallier", "multiplier", "négocier", "nier", "obvier", "officier", "orthographier",
        "oublier", "pallier", "parier", "parodier", "pépier", "plagier", "planifier", "plier",
        "préjudicier", "prier", "privilégier", "psalmodier", "publier", "radier", "rallier",
        "rapatrier", "réconcilier", "réétudier", "réexpédier", "relier",
        "remanier", "remarier", "remédier", "remercier", "renégocier", "renier", "replier",
        "répertorier", "republier", "répudier", "résilier", "rassasier",
        "salarier", "scier", "skier", "soucier", "spolier", "stipendier", "strier", "supplicier",
        "supplier", "télécopier", "photocopier", "polycopier", "recopier", "trier",
        "varier", "vicier", "tarifier", "sérier", "certifier", "apostasier",
        "stupéfier", "associer", "réapproprier", "planchéier",
    ]
}
