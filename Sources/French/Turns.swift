/// The turns that change what words mean: negation, the past, the question.
package struct Turns: Sendable {
    /// For each token: whether it lies inside a negation (`nous ne voulons pas d'outil`).
    package internal(set) var isNegated: [Bool] = []
    /// For each token: whether a past tense or an adverb of the past stands there.
    package internal(set) var isPast: [Bool] = []
    /// For each sentence.
    package internal(set) var isQuestion: [Bool] = []

    package init() {}

    package init(_ text: TokenizedText) {
        let roles = text.tokens.map { FunctionWord.role(of: $0, in: text) }
        isNegated = Array(repeating: false, count: roles.count)
        isPast = Array(repeating: false, count: roles.count)
        isQuestion.reserveCapacity(text.sentences.count)
        for sentence in text.sentences {
            let questions = Questions(text: text, roles: roles, sentence: sentence)
            isQuestion.append(questions.isQuestion)
            var negation = Negation(text: text, roles: roles, sentence: sentence)
            negation.mark(&isNegated)
            PastTense(text: text, roles: roles, sentence: sentence).mark(&isPast)
        }
    }
}

/// What a little word does in its sentence.
enum FunctionWord: UInt8 {
    case none
    case ne, pas, jamais, aucun, rien, personne, ni, plus, guere, point
    case sans, plutot, lieu, place, non, hors
    /// `faute de`, `à défaut de`.
    case lack
    /// Words that a negation turns into their contrary: `pas contre`, `pas impossible`.
    case contrary
    case que, si, et, ou, mais, stop
    case de, article, pronoun
    /// Verbs that a negation passes through: `je ne veux pas que …`.
    case raising
    /// Verbs that a negation does not turn round: `n'hésitez pas à …`.
    case harmless
    case importe
    /// `pas seulement`, `pas uniquement`.
    case only
    /// Words before which `pas` is a step or part of an idiom, or after which `sans` is.
    case idiom
    case avoir, having, savoir, telling, polite, interrogative, dernier, deja, time

    private static let groups: [(FunctionWord, String)] = [
        // Tolerated: `on na pas`, `ce nest pas`.
        (.ne, "ne n na nai navons navez nont nest netait nen ny"), (.pas, "pas"),
        (.jamais, "jamais"), (.aucun, "aucun aucune nul nulle"),
        (.rien, "rien"), (.personne, "personne"), (.ni, "ni"), (.plus, "plus"),
        (.guere, "guere nullement aucunement"), (.point, "point"),
        (.sans, "sans"), (.plutot, "plutot"), (.lieu, "lieu"), (.place, "place"), (.non, "non"),
        (.hors, "hors"), (.lack, "faute defaut"),
        (
            .contrary,
            "contre oppose opposes opposee opposees hostile hostiles exclu exclue impossible"
                + " inutile defavorable defavorables"
        ),
        (.que, "que qu"), (.si, "si s"), (.et, "et"), (.ou, "ou"), (.mais, "mais"),
        (
            .stop,
            "car donc pour comment pourquoi quand parce afin puisque puisqu lorsque lorsqu qui or"
                + " cependant toutefois alors ainsi dont tandis revanche neanmoins pourtant sauf"
        ),
        (.de, "de d du des"), (.article, "un une le la les l"),
        (.pronoun, "je j tu il elle on nous vous ils elles ce c t moi"),
        (
            .raising,
            "veux veut voulons voulez veulent voudrais voudrait voudrions souhaite souhaitons"
                + " souhaitez souhaitent souhaiterais souhaiterions pense pensons pensez crois"
                + " croyons faut faudrait demande demandons demandez voulais voulait voulions"
        ),
        (
            .harmless,
            "hesitez hesite hesiter hesiterai hesiterons hesiterez manquerai manquerons manquez"
                + " manquera manquerait manqueraient cachons cache cacherai empeche empechent"
                + " oubliez oublions oublie doute doutons inquietez exclut excluent excluons"
        ),
        (.importe, "importe"), (.only, "seulement uniquement simplement exclusivement juste"),
        (
            .idiom,
            "premier grand petit prochain au chaque nouveau faux pourquoi ces nos quelques deux"
                + " doute cesse attendre tarder mal loin souci hesiter oublier exception"
        ),
        (.avoir, "a ai jai as avons avez ont avait avaient avions aviez ayant"),
        (.having, "avoir"), (.savoir, "savoir demande demandons demander"),
        (.telling, "dire indiquer preciser expliquer"),
        (
            .polite,
            "aimerais aimerait aimerions aimerait aimons cherche cherchons desire desirons"
                + " desirerais desirerions connaitre"
        ),
        (.interrogative, "quel quelle quels quelles combien lequel laquelle"),
        (.dernier, "dernier derniere derniers dernieres passe passee precedente precedent"),
        (.deja, "deja auparavant autrefois jadis anciennement"),
        (.time, "an annee annees mois semaine semaines ete ans trimestre printemps automne hiver"),
    ]

    private static let words: (table: ByteTable, roles: [FunctionWord]) = {
        var table = ByteTable(minimumCapacity: 512)
        var roles: [FunctionWord] = []
        for (role, list) in groups {
            for word in list.split(separator: " ") {
                if table.insert(Array(word.utf8), value: roles.count) == roles.count {
                    roles.append(role)
                }
            }
        }
        return (table, roles)
    }()

    static func role(of token: Token, in text: TokenizedText) -> FunctionWord {
        if token.folded.count > 12 { return .none }
        guard let index = words.table.value(in: text.folded, token.folded) else { return .none }
        let role = words.roles[index]
        // `à` is no verb, and `où` no choice: it asks.
        if token.flags.contains(.accented), role == .avoir { return .none }
        if token.flags.contains(.accented), role == .ou { return .stop }
        return role
    }
}
