import Intake
import Mail

/// Who at the agency is told about a case.
package struct Routing: Hashable, Sendable {
    /// Those of any place; who is named for `rest` takes what nobody else does.
    package var roster: Roster
    /// Those who take the place of the others in a territory.
    package var teams: [Team]

    package init(roster: Roster, teams: [Team] = []) {
        self.roster = roster
        self.teams = teams
    }

    package init(byOffer: [Offer: [Address]] = [:], fallback: [Address]) {
        roster = [.rest: fallback]
        teams = []
        for (offer, addresses) in byOffer { roster[.offer(offer)] = addresses }
    }

    /// Receives what no offer and no topic claims, where no team does.
    package var fallback: [Address] { roster[.rest] ?? [] }

    /// Every address once, those of the main offer first.
    package func recipients(for dossier: Case) -> [Address] {
        let team = team(for: dossier.requester)
        return Self.once(Matter.matters(of: dossier).flatMap { recipients(for: $0, in: team) })
    }

    /// Those of the case as it is now, then those who were told of it as it was.
    package func recipients(for dossier: Case, formerly former: Case) -> [Address] {
        Self.once(recipients(for: dossier) + recipients(for: former))
    }

    /// Who is told of one matter: a team's keys replace the general ones for its territory, and only
    /// what neither names goes to the team's rest, else to the general one.
    package func recipients(for matter: Matter, in team: Team?) -> [Address] {
        let named = team?.roster[matter] ?? roster[matter]
        return Self.once(named ?? team?.roster[.rest] ?? fallback)
    }

    /// That of the place; for a region itself that of the region, wherever its offices are.
    package func team(for requester: Requester) -> Team? {
        let region = requester.organisationType == .region ? requester.region : nil
        return region.flatMap(team(ofRegion:)) ?? team(for: requester.department)
    }

    /// The team that claims the whole region most exactly, by INSEE code.
    package func team(ofRegion code: String) -> Team? { most(exactly: code, \.regions) }

    /// The team that claims the département most exactly; `nil`: none does, or nobody knows where.
    package func team(for department: String?) -> Team? {
        department.flatMap { most(exactly: $0, \.claims) }
    }

    private func most(exactly code: String, _ claims: (Team) -> [Team.Exactness: Set<String>])
        -> Team?
    {
        for exactness in Team.Exactness.allCases {
            let claimant = teams.first { claims($0)[exactness]?.contains(code) == true }
            if let claimant { return claimant }
        }
        return nil
    }

    /// All addresses of staff, those of teams last.
    package var everyone: [Address] {
        let rosters = [roster] + teams.map(\.roster)
        return Self.once(
            rosters.flatMap { roster in Matter.allCases.flatMap { roster[$0] ?? [] } }
        )
    }

    package func isStaff(_ address: Address) -> Bool {
        everyone.contains(where: address.isSameAddress(as:))
    }

    private static func once(_ addresses: [Address]) -> [Address] {
        var seen: Set<String> = []
        return addresses.filter { seen.insert($0.addrSpec.lowercased()).inserted }
    }
}

/// Who is told of what; a matter that is not there has nobody of its own.
package typealias Roster = [Matter: [Address]]

/// What a case is about, as far as it decides who is told.
package enum Matter: Hashable, Sendable, CaseIterable {
    case offer(Offer)
    /// Of a case that asks for no offer.
    case topic(Topic)
    /// All else: no offer is sure and no topic known.
    case rest

    package static let allCases =
        Offer.allCases.map(Matter.offer) + Topic.allCases.map(Matter.topic) + [.rest]

    /// The main one first.
    package static func matters(of dossier: Case) -> [Matter] {
        if !dossier.offers.isEmpty { return dossier.offers.map(Matter.offer) }
        guard dossier.kind == .other, let topic = dossier.topic else { return [.rest] }
        return [.topic(topic)]
    }
}

/// Those at the agency who look after one territory.
package struct Team: Hashable, Sendable {
    /// How exactly a territory was named, the most exact first.
    package enum Exactness: Hashable, Sendable, CaseIterable { case department, region, overseas }

    package var name: String
    /// Codes of départements, as in "22", "2A" or "974".
    package var claims: [Exactness: Set<String>]
    /// INSEE codes of the regions claimed whole.
    package var regions: [Exactness: Set<String>]
    package var roster: Roster

    package init(
        name: String,
        claims: [Exactness: Set<String>],
        regions: [Exactness: Set<String>] = [:],
        roster: Roster
    ) {
        self.name = name
        self.claims = claims
        self.regions = regions
        self.roster = roster
    }

    /// All that it claims, whether or not another team does so more exactly.
    package var departments: Set<String> { claims.values.reduce(into: []) { $0.formUnion($1) } }
}
