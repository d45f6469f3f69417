/// Which words in -er, -ir and -re are verbs.
enum VerbLists {
    static let consonantPairs: Set<String> = [
        "ch", "gn", "gu", "qu", "br", "cr", "dr", "gr", "tr", "fl", "gl", "pr", "vr", "pl", "bl",
    ]

    /// Ends of stems in -eler and -eter that only double their consonant.
    static let alwaysDoubled = ["appel", "jet", "interpel"]

    /// Stems in -eler and -eter that never double their consonant.
    static let neverDoubled: Set<String> = [
        "gel", "dégel", "congel", "décongel", "surgel", "regel", "model", "remodel", "pel", "cel",
        "décel", "recel", "cisel", "démantel", "écartel", "harcel", "martel", "achet", "rachet",
        "halet", "crochet", "furet", "corset", "filet", "préachet",
    ]

    /// The endings of the regular third group: attendre, vendre, répondre, perdre, tordre.
    static func endings(re word: String) -> Bool {
        guard word.count > 4 else { return false }
        if nounsInRe.contains(word) { return false }
        return ["endre", "andre", "ondre", "erdre", "ordre"].contains { word.hasSuffix($0) }
    }

    static let nounsInRe: Set<String> = [
        "ordre", "désordre", "cendre", "gendre", "moindre", "prendre", "calendre",
        "filandre", "scaphandre", "hypocondre", "esclandre",
    ]

    static let nounsInIr: Set<String> = [
        "avenir", "désir", "loisir", "plaisir", "soupir", "saphir", "zéphyr", "menhir", "martyr",
        "élixir", "émir", "fakir", "cachemire", "tapir", "visir", "nadir", "kéfir", "cuir",
    ]

    static let nounsInEr: Set<String> = [
        "cher", "mer", "fer", "ver", "hier", "hiver", "amer", "cancer", "super", "hyper", "enfer",
        "éther", "foyer", "loyer", "écuyer", "léger", "berger", "verger", "potager",
        "horloger", "passager", "messager", "usager", "étranger", "boulanger",
        "oranger", "danger", "archer", "rocher", "plancher", "leader", "dealer",
        "designer", "container", "hacker", "master", "cluster", "poker",
        "steamer", "thriller", "trader", "cutter", "gangster", "joker", "laser",
        "revolver", "toner", "charter", "hamster", "geyser", "cuiller",
        "écailler", "oreiller", "poulailler", "joailler", "cocher", "vacher", "porcher",
        "gaucher", "viager", "fromager", "maraîcher", "bûcher", "manager",
        "stager", "flyer", "flipper", "newsletter", "twitter", "water", "driver", "poster",
        "outer", "inter", "quaker", "speaker", "starter", "roller", "dumper", "sweater", "docker",
        "owner", "further", "postmaster", "starker", "carter", "corner", "partner", "helper",
        "user", "server", "browser", "router", "buffer", "tracker", "streamer", "maker",
    ]

    /// Infinitives that are nouns or adjectives too, with a gender and number of their own.
    static let inflectedToo: Set<String> = [
        "conseiller", "ménager", "boucher", "tendre", "fier", "officier", "reporter",
    ]

    /// Infinitives that are nouns too, so that they have a plural.
    static let pluralToo: Set<String> = [
        "déjeuner", "dîner", "diner", "souper", "goûter", "gouter", "savoir", "pouvoir", "devoir",
        "avoir", "être", "souvenir", "rire", "sourire", "dire", "vivre", "lever", "lancer",
        "baiser", "lâcher", "aller", "parler", "noyer", "repentir",
    ]

    /// Verbs whose present participle is also an adjective that says the same of a thing: les
    /// outils existants, un point bloquant. Not étudiant, habitant, courant, which are other words.
    static let adjectivesToo: Set<String> = [
        "exister", "manquer", "bloquer", "gêner", "irriter", "agacer", "fatiguer", "épuiser",
        "inquiéter", "intéresser", "satisfaire", "motiver", "décourager", "encourager",
    ]

    static let verbsInIer: Set<String> = [
        "affilier", "allier", "amnistier", "amodier", "anémier", "anesthésier", "apostasier",
        "apparier", "apprécier", "approprier", "armorier", "asphyxier", "associer", "autopsier",
        "avarier", "balbutier", "bénéficier", "calomnier", "carier", "charrier", "châtier",
        "chier", "circonstancier", "colorier", "communier", "confier", "cocufier", "concilier",
        "congédier",
        "contrarier", "convier", "copier", "crier", "décrier", "défier", "dédier", "délier",
        "démultiplier",
        "dénier", "déplier", "déprécier", "désaffilier", "dévier", "différencier", "disgracier",
        "dissocier", "distancier", "domicilier", "écrier", "émacier", "émier", "envier", "épier",
        "estropier", "étudier", "euthanasier", "excommunier", "exfolier", "expatrier", "expédier",
        "expier", "exproprier", "extasier", "fier", "fusilier", "gracier", "historier",
        "humilier", "incendier", "initier", "injurier", "instancier", "intermédier",
        "inventorier", "irradier", "licencier", "lier", "manier", "marier", "mendier",
        "mésallier", "multiplier", "négocier", "méfier", "nier", "obvier", "officier", "oublier",
        "pallier",
        "parier", "parodier", "pépier", "photocopier", "plagier", "planchéier", "plier",
        "polycopier", "préjudicier", "prier", "privilégier", "psalmodier", "publier", "radier",
        "rallier", "rapatrier", "rassasier", "razzier", "réapproprier", "réconcilier", "recopier",
        "réétudier", "réexpédier", "réfugier", "relier", "remanier", "remarier", "remédier",
        "remercier", "renégocier", "renier", "répertorier", "replier", "republier", "répudier",
        "résilier", "salarier", "scier", "sérier", "skier", "soucier", "spolier", "stipendier",
        "strier", "subsidier", "supplicier", "supplier", "télécopier", "trier", "varier",
        "vicier",
    ]
}
