import French
import Intake

/// By what two cases are known to come from the same authority.
package enum AuthorityKey: Hashable, Sendable {
    /// By INSEE code.
    case commune(String)
    /// By SIREN.
    case epci(String)
    /// The département's own administration, by code.
    case department(String)
    /// The region's own administration, by the code of the département that the mail told.
    case region(String)
    /// Any other organisation by its name, folded, and the code of its département.
    case named(String, type: OrganisationType?, department: String)
    /// Where no place is known: by the domain of the address.
    case domain(String)

    /// `nil` for a person who writes for himself, and where the mail does not tell enough.
    package init?(_ requester: Requester) {
        if requester.organisationType == .individual { return nil }
        if let key = Self.coded(requester) {
            self = key
            return
        }
        let places = [requester.insee, requester.siren, requester.department]
        if let department = requester.department,
            let name = requester.organisation.map(Self.folded),
            !name.isEmpty
        {
            self = .named(name, type: requester.organisationType, department: department)
        } else if places.allSatisfy({ $0 == nil }), let address = requester.address,
            let at = address.lastIndex(of: "@"), address.index(after: at) != address.endIndex
        {
            self = .domain(address[address.index(after: at)...].lowercased())
        } else {
            return nil
        }
    }

    private static func coded(_ requester: Requester) -> AuthorityKey? {
        switch requester.organisationType {
        case .commune, nil:
            if let insee = requester.insee { return .commune(insee) }
            return requester.organisationType == nil ? requester.siren.map { .epci($0) } : nil
        case .epci: return requester.siren.map { .epci($0) }
        case .department: return requester.department.map { .department($0) }
        case .region: return requester.department.map { .region($0) }
        case .jointAuthority, .state, .association, .company, .individual: return nil
        }
    }

    /// Without case, accents and hyphens, a single space between words.
    private static func folded(_ name: String) -> String {
        fold(name).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
