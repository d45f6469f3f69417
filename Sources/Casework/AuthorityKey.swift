import French
import Intake

/// By what two cases are known to come from the same authority.
package enum AuthorityKey: Hashable, Sendable {
    /// By INSEE code.
    case commune(String)
    /// By SIREN.
    case epci(String)
    /// The département's own administration, by code; one that stands for several by the first.
    case department(String)
    /// The region's own administration, by INSEE code.
    case region(String)
    /// Any other organisation by its name, folded, and its postal code, else the code of its département.
    case named(String, type: OrganisationType?, place: String)
    /// Where no place is known: by the domain of the address.
    case domain(String)

    /// `nil` for a person who writes for himself, and where the mail does not tell enough.
    package init?(_ requester: Requester) {
        if requester.organisationType == .individual { return nil }
        guard let key = Self.coded(requester) ?? Self.named(requester) ?? Self.domain(requester)
        else { return nil }
        self = key
    }

    private static func coded(_ requester: Requester) -> AuthorityKey? {
        switch requester.organisationType {
        case .commune, nil:
            if let insee = requester.insee { return .commune(insee) }
            return requester.organisationType == nil ? requester.siren.map { .epci($0) } : nil
        case .epci: return requester.siren.map { .epci($0) }
        case .department: return department(requester).map { .department($0) }
        case .region: return requester.region.map { .region($0) }
        case .jointAuthority, .state, .association, .company, .individual: return nil
        }
    }

    /// `nil` for a body of its own beside the département, such as its fire service.
    private static func department(_ requester: Requester) -> String? {
        for authority in requester.authorities {
            if case .department(let code) = authority.code { return code }
        }
        // Older journals do not say which authority it is.
        return requester.provenance[.organisation] == nil ? requester.department : nil
    }

    /// `nil` where the name says only of which kind it is, as in "la mairie".
    private static func named(_ requester: Requester) -> AuthorityKey? {
        guard let place = requester.postalCode ?? requester.department,
            let name = requester.organisation.map(folded),
            name.split(separator: " ").contains(where: { !kinds.contains(String($0)) })
        else { return nil }
        return .named(name, type: requester.organisationType, place: place)
    }

    /// What every town or every group of towns has, and the small words beside it.
    private static let kinds: Set<String> = [
        "mairie", "ville", "commune", "communes", "municipalite", "communaute", "agglomeration",
        "agglo", "metropole", "intercommunalite", "interco", "cc", "collectivite", "territoriale",
        "ccas", "cias", "office", "tourisme", "syndicat", "ecole", "primaire", "maternelle",
        "mediatheque", "bibliotheque", "police", "municipale", "la", "le", "les", "l", "de", "du",
        "des", "d", "notre", "votre", "ma", "sa",
    ]

    private static func domain(_ requester: Requester) -> AuthorityKey? {
        let places = [requester.insee, requester.siren, requester.department]
        guard places.allSatisfy({ $0 == nil }), let address = requester.address,
            let at = address.lastIndex(of: "@"), address.index(after: at) != address.endIndex
        else { return nil }
        return .domain(address[address.index(after: at)...].lowercased())
    }

    /// Without case, accents and hyphens, a single space between words.
    private static func folded(_ name: String) -> String {
        fold(name).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
