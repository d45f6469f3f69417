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
    /// INSEE code of the region, where the organisation is one.
    package var region: String?
    /// Postal code of the signature, five digits.
    package var postalCode: String?
    /// The local authorities that the mail may come from, the likeliest first: one when it is settled,
    /// none when it names none.
    package var authorities: [AuthorityCandidate] = []
    /// Where each value was read and how sure it is.
    package var provenance: [RequesterField: Provenance] = [:]
    /// What the mail says otherwise elsewhere.
    package var contradictions: [Contradiction] = []
    /// Who handed the mail on; `nil` where the writer asks for himself.
    package var forwarder: Forwarder?

    package init() {}

    /// Whether the organisation is one of several of its name, which nothing in the mail tells apart.
    package var isHomonym: Bool {
        authorities.count > 1 && insee == nil && siren == nil && department == nil
    }
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

/// A local authority that may be the one that writes.
package struct AuthorityCandidate: Hashable, Sendable {
    package var code: AuthorityCode
    /// With its département, as in "Saint-Denis (93)".
    package var name: String
    /// French phrases: what speaks for it.
    package var reasons: [String]

    package init(code: AuthorityCode, name: String, reasons: [String]) {
        self.code = code
        self.name = name
        self.reasons = reasons
    }
}

/// The values of a requester that carry where they were read.
package enum RequesterField: String, Hashable, Sendable, CaseIterable {
    case name, role, phone
    case callTimes = "call_times"
    case organisation
    case department
    case postalCode = "postal_code"
}

/// Where a value was read, and how sure it is.
package struct Provenance: Hashable, Sendable {
    package enum Part: String, Hashable, Sendable, CaseIterable {
        /// The name beside the sender's address.
        case header
        case signature, text
        /// The sender's address itself.
        case address
    }

    package enum Certainty: String, Hashable, Sendable, CaseIterable {
        /// Two parts agree, or the one that says it leaves no doubt.
        case certain
        case likely
        /// To be checked by a person.
        case doubtful
    }

    /// Without repetition, in the order of `Part.allCases`.
    package var parts: [Part]
    package var certainty: Certainty

    package init(_ parts: [Part], _ certainty: Certainty) {
        self.parts = Part.allCases.filter(parts.contains)
        self.certainty = certainty
    }
}

/// Two parts of a mail that say different things of one value.
package struct Contradiction: Hashable, Sendable {
    package var field: RequesterField
    /// The value taken, and where it was read.
    package var taken: String
    package var takenFrom: Provenance.Part
    package var other: String
    package var otherFrom: Provenance.Part

    package init(
        _ field: RequesterField,
        taken: String,
        from takenFrom: Provenance.Part,
        other: String,
        from otherFrom: Provenance.Part
    ) {
        self.field = field
        self.taken = taken
        self.takenFrom = takenFrom
        self.other = other
        self.otherFrom = otherFrom
    }
}

/// Who handed a mail on for somebody else.
package struct Forwarder: Hashable, Sendable {
    package var name: String?
    package var address: String?
    package var role: String?
    package var organisation: String?

    package init(
        name: String? = nil,
        address: String? = nil,
        role: String? = nil,
        organisation: String? = nil
    ) {
        self.name = name
        self.address = address
        self.role = role
        self.organisation = organisation
    }
}
