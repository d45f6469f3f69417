/// What can be known of the person who writes, and of the organisation behind: each value as read
/// in the header, the text or the signature; `nil` where the mail does not say.
package struct Requester: Hashable, Sendable {
    package var name: String?
    /// In a mail that was handed on, that of the person who asks inside it: for staff to see, never to
    /// be written to automatically.
    package var address: String?
    /// Function, as in "secrétaire de mairie".
    package var role: String?
    /// As written.
    package var phone: String?
    /// When to call, in the writer's words.
    package var callTimes: String?
    package var organisation: String?
    package var organisationType: OrganisationType?
    /// INSEE code of the commune.
    package var insee: String?
    /// SIREN of the EPCI.
    package var siren: String?
    /// Code of the département, as in "22", "2A" or "974".
    package var department: String?
    /// How sure the place is, and from what: a French phrase for staff.
    package var placeEvidence: String?

    package init() {}
}

/// The kinds of organisation that write (CONTRACT: organisation_type).
package enum OrganisationType: String, Hashable, Sendable, CaseIterable {
    case commune, epci
    case department = "departement"
    case region
    case jointAuthority = "syndicat"
    case state = "etat"
    case association
    case company = "entreprise"
    case individual = "particulier"
}
