/// A local authority with a territory, by its official code.
package enum AuthorityCode: Hashable, Sendable {
    case commune(insee: String)
    case epci(siren: String)
    /// "22", "2A", "974".
    case department(code: String)
    /// INSEE code, as in "53".
    case region(code: String)

    /// As in `commune:22113`, `epci:200065928`, `departement:22`, `region:53`.
    package var text: String {
        switch self {
        case .commune(let insee): "commune:\(insee)"
        case .epci(let siren): "epci:\(siren)"
        case .department(let code): "departement:\(code)"
        case .region(let code): "region:\(code)"
        }
    }

    /// `nil` for a text of another form.
    package init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        switch parts[0] {
        case "commune": self = .commune(insee: parts[1])
        case "epci": self = .epci(siren: parts[1])
        case "departement": self = .department(code: parts[1])
        case "region": self = .region(code: parts[1])
        default: return nil
        }
    }
}
