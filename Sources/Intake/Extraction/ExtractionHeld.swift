import Territory

/// Organisations named by what somebody is in them: "maire de Lescun".
extension OrganisationReader {
    /// "maire de Lescun", "conseillère municipale déléguée à Marseillan": what follows a function.
    func held(
        _ line: Line,
        _ role: Range<Int>,
        _ places: [PlaceMention],
        score: Int,
        source: Provenance.Part
    ) -> [OrganisationCandidate] {
        guard let near = places.first(where: { isBehind(role, $0, in: line) }),
            let named = organisation(held: role, at: near, in: line)
        else { return [] }
        return [
            OrganisationCandidate(
                text: named.text,
                type: named.type,
                place: named.place,
                score: score,
                source: source
            )
        ]
    }

    /// Whether the place follows the function within a few words, with no dash or comma between.
    private func isBehind(_ role: Range<Int>, _ mention: PlaceMention, in line: Line) -> Bool {
        let start = mention.words.lowerBound
        guard (role.upperBound...role.upperBound + 4).contains(start) else { return false }
        return (role.upperBound...start).allSatisfy { line.folded.words[$0].gap < .dash }
    }

    private func organisation(held role: Range<Int>, at near: PlaceMention, in line: Line)
        -> (text: String, type: OrganisationType, place: PlaceMention.Place)?
    {
        let isDepartmental = line.words[role].contains { $0.hasPrefix("departemental") }
        switch near.place {
        case .communes(let communes):
            guard !isExercisedElsewhere(line, role), let commune = hints.narrow(communes).first
            else { return nil }
            if isDepartmental, let department = gazetteer?.department(code: commune.department) {
                // "conseillère départementale du canton de Vic-sur-Aisne".
                return (FrenchName.of(department), .department, .department(department))
            }
            let elected: Set<String> = [
                "maire", "adjoint", "adjointe", "conseiller", "conseillere",
            ]
            let kind = elected.contains(line.words[role.lowerBound]) ? "Commune" : "Mairie"
            return (FrenchName.of(kind, name(of: near, in: line)), .commune, near.place)
        case .epcis: return (line.source(near.words), .epci, near.place)
        case .department, .region:
            // "conseillère départementale de la Charente-Maritime".
            guard near.introduction == .authority, let named = Self.official(near.place),
                isDepartmental || line.words[role].contains(where: { $0.hasPrefix("regional") })
            else { return nil }
            return (named.text, named.type, near.place)
        case .postalCode: return nil
        }
    }

    /// "gardien de la déchèterie d'Aspiran", at a syndicat: only a town hall's function names a commune.
    private func isExercisedElsewhere(_ line: Line, _ role: Range<Int>) -> Bool {
        guard hint.claim != .commune, !isOfTownHall(line, role) else { return false }
        return hint.claim != nil || RoleWords.isExercisedElsewhere(line, at: role.lowerBound)
    }

    /// The name of a commune as the table has it; as it is written while several of different names are
    /// left ("Aix").
    func name(of mention: PlaceMention, in line: Line) -> String {
        let left = hints.narrow(mention.communes ?? [])
        let written = line.source(mention.words)
        guard let first = left.first else { return written }
        return left.allSatisfy { $0.name == first.name } ? first.name : written
    }

    private func isOfTownHall(_ line: Line, _ role: Range<Int>) -> Bool {
        RoleWords.organisation(of: line, at: role.lowerBound) != nil
            || line.words[role].contains {
                ["municipal", "municipale", "departementale", "departemental"].contains($0)
            }
    }
}
