import Casework
import Correspondence
import Desk
import Mail
import Territory

extension CheckCommand {
    /// Who gets what, a row for each matter and each team that changes it.
    static func tellStaff(_ routing: Routing, _ report: inout CheckReport) {
        report.table("staff", staffTable(routing))
        for team in routing.teams {
            let codes = team.departments.filter { routing.team(for: $0) == team }.sorted()
            if !codes.isEmpty {
                report.good("staff", "\(team.name) has \(codes.joined(separator: ", "))")
            }
        }
    }

    /// Matters that nobody was named for are the last row's.
    static func staffTable(_ routing: Routing) -> [String] {
        var rows: [[String]] = []
        for matter in Matter.allCases {
            guard isNamed(matter, in: routing) else { continue }
            let general = routing.recipients(for: matter, in: nil)
            rows.append([matter.key, routing.teams.isEmpty ? "" : "all others", list(general)])
            for team in routing.teams {
                let told = routing.recipients(for: matter, in: team)
                if told != general { rows.append(["", team.name, list(told)]) }
            }
        }
        return columns(rows)
    }

    private static func isNamed(_ matter: Matter, in routing: Routing) -> Bool {
        if routing.roster[matter] != nil { return true }
        if case .offer = matter { return true }
        return routing.teams.contains { $0.roster[matter] != nil }
    }

    private static func list(_ addresses: [Address]) -> String {
        addresses.map(\.addrSpec).joined(separator: ", ")
    }

    /// The last column needs no filling up, and an empty one no room.
    private static func columns(_ rows: [[String]]) -> [String] {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { TextLayout.width($0[column]) }.max() ?? 0
        }
        return rows.map { row in
            row.indices.filter { widths[$0] > 0 }.map { column in
                let gap = widths[column] - TextLayout.width(row[column])
                let isLast = column == count - 1
                return row[column] + String(repeating: " ", count: isLast ? 0 : gap)
            }.joined(separator: "  ")
        }
    }

    // MARK: One place

    static func tellRoute(to place: String, _ arguments: Arguments) throws -> ExitCode {
        let settings = try Loading.settings(path: arguments.configurationPath, secrets: false)
        guard let gazetteer = try Loading.gazetteer(settings.territory) else {
            throw Failure(
                code: .badConfiguration,
                message: "no tables of places found; set `territory` of [service]"
            )
        }
        let names = TerritoryNames(gazetteer)
        let found =
            names.territory(named: place)?.departments ?? names.departments(ofCommune: place)
        guard !found.isEmpty else {
            let remedy = names.remedy(for: place).map { "; \($0)" } ?? ""
            throw Failure(code: .usage, message: "no place is called `\(place)`\(remedy)")
        }
        Output.write(routes(settings.routing, to: found, names))
        return .done
    }

    /// A paragraph for each team that has some of the départements.
    static func routes(
        _ routing: Routing,
        to departments: Set<String>,
        _ names: TerritoryNames
    ) -> String {
        let byTeam = Dictionary(grouping: departments.sorted()) { routing.team(for: $0) }
        let ordered = byTeam.sorted { ($0.value.first ?? "") < ($1.value.first ?? "") }
        return ordered.map { team, codes in
            let title = codes.map(names.title(of:)).joined(separator: ", ")
            let rows = Matter.allCases.filter { isNamed($0, in: routing) }.map { matter in
                [matter.key, list(routing.recipients(for: matter, in: team))]
            }
            let lines = columns(rows).map { "  \($0)\n" }.joined()
            return "\(title): \(team.map { "team \($0.name)" } ?? "no team")\n\(lines)"
        }.joined(separator: "\n")
    }
}
