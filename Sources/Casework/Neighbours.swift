/// What ties another case to the one in hand, the closest first.
package enum Relation: Int, Hashable, Sendable, Comparable {
    /// The same address and, as far as both are known, the same name.
    case person
    /// The same address under another name: a mailbox that several people write from.
    case mailbox
    case authority
    case intercommunality

    package static func < (left: Relation, right: Relation) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// Another open case that staff should know of when they read this one.
package struct Neighbour: Hashable, Sendable {
    package var dossier: Case
    /// `nil` where only the subject is the same.
    package var relation: Relation?
    /// The telling words that both have, as the case in hand writes them; empty where the subject is not
    /// the same.
    package var sharedWords: [String]

    package init(_ dossier: Case, relation: Relation?, sharedWords: [String] = []) {
        self.dossier = dossier
        self.relation = relation
        self.sharedWords = sharedWords
    }
}

/// The open cases near one: for staff alone, never for who wrote.
package struct Neighbours: Hashable, Sendable {
    /// At most `mostNamed`, newest first.
    package var named: [Neighbour] = []
    /// How many more there are.
    package var others = 0
    /// Whether there may be more than were counted.
    package var isCutShort = false
    /// Whose other cases were looked for; `nil` where the mail does not say who asks.
    package var authority: AuthorityKey?
    /// Whether the cases of its intercommunality were looked for too.
    package var includesEPCI = false
    /// How many entries of the index the look-up came across, whatever the state of their cases.
    package var examined = 0

    package static let mostNamed = 5

    package init() {}
}

/// What the gazetteer knows of where a case comes from. The journal does not say it, and the map of
/// intercommunalities changes: so it is given at each look-up and kept nowhere.
package struct Surroundings: Hashable, Sendable {
    /// SIREN of the EPCI that the authority belongs to, or is.
    package var epci: String?
    /// INSEE codes of the communes of that EPCI.
    package var communes: [String]
    /// Whether the domain of the requester's address belongs to one organisation, and not to a provider
    /// of mailboxes.
    package var isOwnDomain: Bool

    package init(epci: String? = nil, communes: [String] = [], isOwnDomain: Bool = false) {
        self.epci = epci
        self.communes = communes
        self.isOwnDomain = isOwnDomain
    }
}
