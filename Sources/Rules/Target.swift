import French

/// What a rule gives points to: the section it stands in.
package struct Target: Hashable, Sendable, CustomStringConvertible {
    package enum Category: String, Hashable, Sendable, CaseIterable {
        case offer = "offre"
        case track = "piste"
        case carrier = "porteur"
        case action = "action"
        case sign = "signe"
        case other = "autre"
        case authority = "collectivité"
        case helpSought = "aide cherchée"
        case several = "plusieurs demandes"
        case hesitation = "hésitation"
        case spam = "spam"
        case automatic = "automate"
        case answerable = "réponse permise"

        /// The names that may follow; empty where none does.
        package var names: [String] {
            switch self {
            case .offer: ["investigation", "startup", "store"]
            case .track: ["problème", "irritants"]
            case .carrier: ["trouvé", "absent"]
            case .action: ["exemples", "rappel", "catalogue"]
            case .sign:
                [
                    "question", "éligibilité", "préparation", "relance", "pièce annoncée",
                    "porteur",
                ]
            case .other:
                [
                    "candidature", "fournisseur", "facture", "presse", "recherche", "usager",
                    "autre-programme", "invitation", "remerciement", "rgpd", "accessibilite",
                    "desinscription", "erreur",
                ]
            case .authority, .helpSought, .several, .hesitation, .spam, .automatic, .answerable: []
            }
        }
    }

    /// Points from which a sign holds: whoever reads them back has no rules at hand.
    package static let signThreshold = 3.0

    package var category: Category
    package var name: String?

    package init(category: Category, name: String? = nil) {
        self.category = category
        self.name = name
    }

    /// As a section names it: `offre investigation`, `spam`.
    package var description: String {
        name.map { "\(category.rawValue) \($0)" } ?? category.rawValue
    }

    /// Every section there can be.
    package static let all: [Target] = Category.allCases.flatMap { category in
        category.names.isEmpty
            ? [Target(category: category)]
            : category.names.map { Target(category: category, name: $0) }
    }

    /// Reads a section's name, without regard to case and accents.
    init?(named text: String) {
        let wanted = Target.plain(text)
        guard let target = Target.all.first(where: { Target.plain($0.description) == wanted })
        else { return nil }
        self = target
    }

    private static func plain(_ text: String) -> String {
        fold(text).split(separator: " ").joined(separator: " ")
    }
}
