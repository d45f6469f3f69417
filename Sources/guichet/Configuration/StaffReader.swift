import Casework
import Desk
import Foundation
import Mail
import Territory

/// Reads who is told of what, and looks for addresses whose mail would go round in circles.
extension SettingsReader {
    mutating func routing() -> Routing {
        let general = roster("staff")
        if value("staff", "default") == nil { missing("staff", "default") }
        return Routing(roster: general, teams: teams())
    }

    private mutating func roster(_ section: String) -> Roster {
        var roster: Roster = [:]
        for matter in Matter.allCases {
            let listed = addresses(section, matter.key)
            if !listed.isEmpty { roster[matter] = listed }
        }
        return roster
    }

    // MARK: Teams

    /// In the order of the file.
    var teamSections: [String] {
        file.sectionLines.filter { ConfigurationKeys.teamName(in: $0.key) != nil }
            .sorted { $0.value < $1.value }.map(\.key)
    }

    private mutating func teams() -> [Team] {
        let sections = teamSections
        let names = territoryNames(for: sections)
        var owners: [TerritoryNames.Territory: (section: String, place: Value)] = [:]
        var teams: [Team] = []
        for section in sections {
            checkNameIsAlone(section, among: teams)
            let roster = roster(section)
            if !Matter.allCases.contains(where: { value(section, $0.key) != nil }) {
                let remedy = "give it `default`, an offer or a topic, or take it away"
                fail(file.sectionLines[section] ?? 1, 1, "[\(section)] names nobody; \(remedy)")
            }
            var team = Team(
                name: ConfigurationKeys.teamName(in: section) ?? section,
                claims: [:],
                roster: roster
            )
            if let names {
                for (territory, place) in territories(section, names) {
                    claim(territory, at: place, for: section, owners: &owners)
                    team.claims[territory.exactness, default: []]
                        .formUnion(territory.departments)
                }
                team.regions = team.claims.mapValues(names.regions(within:))
            } else if value(section, "territories") == nil {
                missing(section, "territories")
            }
            teams.append(team)
        }
        if errors.isEmpty { warnOfUnreached(teams) }
        return teams
    }

    /// A variable of the environment would be both teams'.
    private mutating func checkNameIsAlone(_ section: String, among teams: [Team]) {
        guard let name = ConfigurationKeys.teamName(in: section),
            let other = teams.first(where: { $0.name.lowercased() == name.lowercased() })
        else { return }
        let line = file.sectionLines[section] ?? 1
        fail(line, 1, "[\(section)] is called like [staff.\(other.name)]; give it another name")
    }

    /// The tables are read only where a team needs them; `nil`: none does, or they cannot be read.
    private mutating func territoryNames(for sections: [String]) -> TerritoryNames? {
        guard let value = sections.compactMap({ value($0, "territories") }).first else {
            return nil
        }
        do {
            if let gazetteer = try Loading.gazetteer(path("service", "territory")) {
                return TerritoryNames(gazetteer)
            }
            reject(value, "`territories`: no tables found; set `territory` of [service]")
        } catch {
            let reason = (error as? Failure)?.message ?? "\(error)"
            reject(value, "`territories`: its tables cannot be read: \(reason)")
        }
        return nil
    }

    private mutating func territories(_ section: String, _ names: TerritoryNames)
        -> [(TerritoryNames.Territory, Value)]
    {
        guard let value = value(section, "territories") else {
            missing(section, "territories")
            return []
        }
        let pieces = pieces(of: value)
        if pieces.isEmpty { reject(value, "`territories` names no département and no region") }
        return pieces.compactMap { piece in
            if let territory = names.territory(named: piece.text) { return (territory, piece) }
            let remedy =
                names.remedy(for: piece.text)
                ?? "write codes or names of départements, regions or `outre-mer`, and commas between"
            reject(
                piece,
                "`territories`: `\(piece.text)` is no département and no region; \(remedy)"
            )
            return nil
        }
    }

    private mutating func claim(
        _ territory: TerritoryNames.Territory,
        at place: Value,
        for section: String,
        owners: inout [TerritoryNames.Territory: (section: String, place: Value)]
    ) {
        guard let owner = owners[territory] else {
            owners[territory] = (section, place)
            return
        }
        let line = owner.place.line > 0 ? "line \(owner.place.line)" : owner.place.source
        if owner.section == section {
            warn(place, "`territories`: `\(place.text)` stands there already; take one away")
        } else {
            reject(
                place,
                "`territories`: `\(place.text)` is [\(owner.section)]'s already, in \(line); "
                    + "leave it to one of them"
            )
        }
    }

    private mutating func warnOfUnreached(_ teams: [Team]) {
        let routing = Routing(roster: [:], teams: teams)
        for team in teams where !team.departments.isEmpty {
            let owners = team.departments.compactMap { routing.team(for: $0)?.name }
            let regions = team.regions.values.joined()
            guard !owners.contains(team.name),
                !regions.contains(where: { routing.team(ofRegion: $0)?.name == team.name }),
                let value = value("staff.\(team.name)", "territories")
            else { continue }
            let others = Set(owners).sorted().map { "[staff.\($0)]" }.joined(separator: ", ")
            warn(
                value,
                "[staff.\(team.name)] is never told of anything: \(others) "
                    + "claims all of its territory more exactly; take one of them away"
            )
        }
    }

    // MARK: Addresses

    /// A summary sent to the mailbox that is read would come back as a request.
    mutating func checkStaff(_ settings: Settings) {
        let own = [settings.from] + settings.ownAddresses + mailboxAddress(settings.mailbox)
        for key in toldKeys {
            guard let value = value(key.section, key.name) else { continue }
            var seen: Set<String> = []
            for (address, place) in located(value) {
                if own.contains(where: { Self.isSameMailbox(address, $0) }) {
                    reject(
                        place,
                        "\(address.addrSpec) is the service's own address; its mail would come "
                            + "back to it: name somebody who reads it"
                    )
                } else if !seen.insert(address.addrSpec.lowercased()).inserted {
                    warn(
                        place,
                        "`\(key.name)` names \(address.addrSpec) twice; take one away"
                    )
                }
            }
        }
    }

    private var toldKeys: [ConfigurationKey] {
        let keys = ConfigurationKeys.all + teamSections.flatMap(ConfigurationKeys.keys(ofTeam:))
        return keys.filter { key in
            if key.name == "redirect_to" { return true }
            return ["staff", "alerts"].contains(key.section.prefix { $0 != "." })
                && !["recap_at", "attach_original", "territories"].contains(key.name)
        }
    }

    /// Where the login is an address and its own INBOX is read, mail to it arrives there.
    private func mailboxAddress(_ mailbox: Settings.Mailbox) -> [Address] {
        guard mailbox.name.uppercased() == "INBOX",
            let login = mailbox.connection.actAs ?? mailbox.connection.user,
            let address = Address(parsing: login), address.addrSpec == login
        else { return [] }
        return [address]
    }

    /// The addresses of a value, each where it stands.
    private func located(_ value: Value) -> [(Address, Value)] {
        let all = Address.list(parsing: value.raw) ?? []
        let pieces = pieces(of: value).compactMap { piece in
            Address.list(parsing: piece.raw)?.first.map { ($0, piece) }
        }
        // A list may also hold groups and comments (RFC 5322 §3.4), whose commas part nothing.
        return pieces.map(\.0) == all ? pieces : all.map { ($0, value) }
    }

    /// Whatever stands behind the first + (RFC 5233), and without case.
    static func isSameMailbox(_ one: Address, _ other: Address) -> Bool {
        one.localPart.lowercased().prefix { $0 != "+" }
            == other.localPart.lowercased().prefix { $0 != "+" }
            && one.domain.lowercased() == other.domain.lowercased()
    }
}
