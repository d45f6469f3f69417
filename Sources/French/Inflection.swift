/// Nouns and adjectives by number and gender.
///
/// The word is taken as written: from a masculine singular come its plural and its feminines, from
/// a plural only itself. A feminine that does not exist does no harm unless it is another word, so
/// the doubtful ones (un plan, plane; un outil, outille; commun, commune) are left out.
package enum Inflection {
    package static func forms(of word: String) -> [String] {
        guard word.count > 2 else { return [word] }
        if let listed = irregular[word] { return [word] + listed }
        var forms = [word] + plurals(of: word)
        for feminine in feminines(of: word) { forms += [feminine, feminine + "s"] }
        return forms
    }

    private static func plurals(of word: String) -> [String] {
        if word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("z") { return [] }
        if word.hasSuffix("eau") || word.hasSuffix("au") || word.hasSuffix("eu") {
            return plainPlurals.contains(word) ? [word + "s"] : [word + "x"]
        }
        if word.hasSuffix("al") {
            return plainPlurals.contains(word) ? [word + "s"] : [word.dropLast() + "ux"]
        }
        if word.hasSuffix("ou"), pluralsInOux.contains(word) { return [word + "x"] }
        if word.hasSuffix("ail"), pluralsInAux.contains(word) { return [word.dropLast(2) + "ux"] }
        return [word + "s"]
    }

    private static func feminines(of word: String) -> [String] {
        if withoutFeminine.contains(word) { return [] }
        for (ending, replacements) in feminineEndings where word.hasSuffix(ending) {
            return replacements.map { word.dropLast(ending.count) + $0 }
        }
        if feminineByE.contains(where: word.hasSuffix) { return [word + "e"] }
        return []
    }
}

// MARK: - Data

extension Inflection {
    /// The longest ending stands first; an empty list says that such words have no feminine.
    private static let feminineEndings: [(String, [String])] = [
        ("ieur", ["ieure", "ieuse"]), ("jeur", ["jeure"]), ("neur", ["neuse", "neure"]),
        ("lleur", ["lleuse", "lleure"]), ("teur", ["trice", "teuse", "teure"]),
        ("seur", ["seuse", "seure"]), ("eur", ["euse", "eure"]),
        ("plet", ["plète"]), ("cret", ["crète"]), ("quiet", ["quiète"]), ("et", ["ette"]),
        ("eux", ["euse"]), ("oux", ["ouse"]), ("eau", ["elle"]),
        ("tien", []), ("ien", ["ienne"]), ("éen", ["éenne"]), ("yen", ["yenne"]),
        ("tion", []), ("sion", []), ("bon", ["bonne"]), ("ton", ["tonne"]),
        ("el", ["elle"]), ("eil", ["eille"]), ("er", ["ère"]), ("if", ["ive"]),
        ("euf", ["euve"]), ("ment", []), ("pal", ["pale"]), ("al", ["ale"]),
        ("blic", ["blique"]), ("anc", ["anche"]), ("ec", ["èche", "ecque"]),
        ("ment", []), ("argent", []), ("cent", []),
    ]

    /// Adjectives and participles in these endings only add an e.
    private static let feminineByE = [
        "é", "ant", "ent", "ais", "ois", "ard", "and", "ain", "ein", "isin", "atin", "ert", "uit",
        "rit", "dit", "ait", "fait", "lu", "nu", "su", "çu", "vu", "du", "ru", "tu", "idat",
        "ocat", "dur", "sûr", "pur", "turc", "exact", "rect", "strict", "artisan", "voisin", "ami",
        "fini", "réussi", "choisi", "établi", "défini", "averti", "is", "ris",
        "épris", "sis", "mis", "clos", "us", "prêt", "idiot", "petit", "gratuit", "second", "ond",
        "lourd", "sourd", "fort", "court", "mort", "ouvert", "adjoint", "joint", "distinct",
        "gris", "bleu", "pointu", "ur", "seul", "espagnol", "civil", "subtil", "vil", "élu",
    ]

    /// Nouns whose feminine would be another word, or a verb.
    private static let withoutFeminine: Set<String> = [
        "projet", "objet", "billet", "guichet", "budget", "effet", "internet", "arrêt", "arrêté",
        "commun", "plan", "outil", "main", "pain", "bain", "train", "gain", "grain", "terrain",
        "lendemain", "lien", "bien", "rien", "combien", "soutien", "maintien", "entretien",
        "appui", "parti", "suivi", "crédit", "argent", "vent", "parent", "talent", "moment", "cent",
        "comment", "souvent", "avant", "pendant", "durant", "instant",
        "montant", "restant", "enfant", "fond", "bond", "pont", "mur", "jour", "contour",
        "retour", "tour", "four", "secteur", "ordinateur", "moteur", "compteur", "cœur", "coeur",
        "heur", "bonheur", "malheur", "fleur", "peur", "valeur", "couleur", "chaleur", "ardeur",
        "largeur", "longueur", "hauteur", "rigueur", "douleur", "erreur", "horreur", "vigueur",
        "faveur", "labeur", "rancœur", "lenteur", "ampleur", "honneur", "lueur",
        "mer", "fer", "ver", "hier", "hiver", "atelier", "dossier", "papier", "courrier",
        "cahier", "chantier", "quartier", "métier", "escalier", "fichier", "calendrier",
        "février", "janvier", "bâtiment", "palier", "panier", "clavier", "pilier", "grenier",
        "foyer", "loyer", "danger", "plancher", "rocher", "verger", "marché", "congé",
        "côté", "blé", "pré", "thé", "café", "musée", "lycée", "procédé", "comité", "traité",
        "été", "degré", "hôtel", "appel", "logiciel", "tunnel", "carrel", "nouvel", "bel",
        "château", "bureau", "réseau", "tableau", "niveau", "eau", "plateau", "gâteau", "cadeau",
        "couteau", "bateau", "drapeau", "troupeau", "manteau", "panneau", "rideau", "morceau",
        "local", "canal", "journal", "hôpital", "tribunal", "signal", "cheval",
        "lait", "trait", "portrait", "souhait", "retrait", "extrait", "fait", "contrat",
        "achat", "résultat", "état", "format", "constat", "débit", "profit", "droit", "endroit",
        "toit", "exploit", "bruit", "fruit", "circuit", "conduit", "pays", "mois", "fois", "bois",
        "poids", "jamais", "mais", "frais", "palais", "relais", "désormais", "biais",
        "rabais", "avis", "devis", "permis", "depuis", "puis", "hormis", "logis", "dessus",
        "dessous", "plus", "virus", "campus", "processus", "bus", "refus", "abus",
        "corpus", "nous", "vous", "tous", "sous", "menu", "tissu", "début", "statut", "salut",
        "but", "revenu", "vertu", "individu", "dû", "filet", "carnet", "ticket", "forfait",
        "cabinet", "gilet", "jouet", "trajet", "rejet", "décret",
        "alphabet", "chevet", "buffet", "brevet", "duvet", "jet", "sommet", "ourlet", "volet",
        "robinet", "tabouret", "chalet", "parquet", "banquet", "paquet", "bouquet", "pamphlet",
        "béton", "bâton", "carton", "coton", "mouton", "ton", "bouton", "chaton", "jeton",
        "feuilleton", "canton", "charbon", "jambon", "tourment", "document", "retard", "hasard",
        "regard", "égard", "standard", "brouillard", "dard",
        "quand", "devant", "maintenant", "cependant", "auparavant", "autant", "tant", "pourtant",
        "examen", "abdomen", "chef", "tarif", "motif", "objectif",
        "dispositif", "effectif", "préfet", "sujet", "parc", "avec", "échec",
        "soutien", "mur", "sur", "azur", "secours",
    ]

    private static let plainPlurals: Set<String> = [
        "bal", "carnaval", "festival", "régal", "récital", "chacal", "final", "fatal", "naval",
        "banal", "natal", "bancal", "landau", "sarrau", "pneu", "bleu",
    ]

    private static let pluralsInOux: Set<String> = [
        "bijou", "caillou", "chou", "genou", "hibou", "joujou", "pou",
    ]

    private static let pluralsInAux: Set<String> = [
        "travail", "bail", "vitrail", "émail", "corail", "soupirail", "vantail",
    ]

    /// The other forms of words that follow no ending.
    private static let irregular: [String: [String]] = [
        "tout": ["toute", "tous", "toutes"], "œil": ["yeux"], "oeil": ["yeux"],
        "nouveau": ["nouvel", "nouvelle", "nouveaux", "nouvelles"],
        "beau": ["bel", "belle", "beaux", "belles"],
        "vieux": ["vieil", "vieille", "vieilles"], "fou": ["fol", "folle", "fous", "folles"],
        "mou": ["mol", "molle", "mous", "molles"],
        "blanc": ["blancs", "blanche", "blanches"], "franc": ["francs", "franche", "franches"],
        "sec": ["secs", "sèche", "sèches"], "grec": ["grecs", "grecque", "grecques"],
        "frais": ["fraîche", "fraîches", "fraiche", "fraiches"],
        "long": ["longs", "longue", "longues"], "doux": ["douce", "douces"],
        "faux": ["fausse", "fausses"], "roux": ["rousse", "rousses"],
        "gros": ["grosse", "grosses"], "gras": ["grasse", "grasses"],
        "bas": ["basse", "basses"], "las": ["lasse", "lasses"],
        "épais": ["épaisse", "épaisses"], "gentil": ["gentils", "gentille", "gentilles"],
        "exprès": ["expresse", "expresses"], "favori": ["favoris", "favorite", "favorites"],
        "bref": ["brefs", "brève", "brèves"], "chef": ["chefs", "cheffe", "cheffes"],
        "maire": ["maires", "mairesse"], "héros": ["héroïne", "héroïnes"],
        "monsieur": ["messieurs"], "madame": ["mesdames"], "mademoiselle": ["mesdemoiselles"],
        "directeur": ["directeurs", "directrice", "directrices"],
        "aïeul": ["aïeuls", "aïeux", "aïeule"], "ciel": ["cieux", "ciels"],
        "public": ["publics", "publique", "publiques"],
        "dû": ["due", "dus", "dues"], "malin": ["malins", "maligne", "malignes"],
        "tiers": ["tierce", "tierces"], "jumeau": ["jumelle", "jumeaux", "jumelles"],
        "quelque": ["quelques"], "aucun": ["aucune", "aucuns", "aucunes"],
        "ambassadeur": ["ambassadeurs", "ambassadrice", "ambassadrices"],
        "certain": ["certaine", "certains", "certaines"], "leur": ["leurs"],
    ]
}
