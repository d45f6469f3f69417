import Territory

/// Says which authorities an organisation may be, how sure that is, and what speaks against it.
struct Settlement {
    let gazetteer: Gazetteer?
    let best: OrganisationCandidate?
    let candidates: [OrganisationCandidate]
    let resolved: ResolvedPlace
    let hint: DomainHint
    let hints: PlaceHints
    /// Code of the département that the mail comes from.
    let code: String?

    /// As many homonyms as staff would read through.
    private static let mostCandidates = 12

    func fill(_ requester: inout Requester) {
        guard let best else { return }
        if best.type == .commune { requester.insee = resolved.commune?.insee }
        if best.type == .epci { requester.siren = resolved.epci?.siren }
        if best.type == .region { requester.region = region(best)?.code }
        requester.authorities = Array(authorities(best).prefix(Self.mostCandidates))
        requester.provenance[.organisation] = provenance(of: best)
        requester.placeEvidence = phrase(best)
        requester.contradictions += contradictions(best)
    }

    // MARK: What it is called

    /// As written; what is written by letters alone is spelled out, with the letters behind it.
    func name() -> String? {
        guard let best else { return nil }
        let text = FrenchName.tidy(best.text, commune: resolved.commune)
        let line = Line(text)
        guard line.words.count <= 2, line.folded.words.first?.isUppercase == true else {
            return text
        }
        if let fuller = spelledOut(as: best.type), fuller != text { return fuller }
        let full: String? =
            switch best.place {
            case .epcis where line.words.count == 1: resolved.epci?.name
            case .department(let department):
                Self.numbered[String(line.words[0].prefix(while: \.isLetter))].map { kind in
                    kind.isEmpty ? FrenchName.of(department) : FrenchName.of(kind, department)
                }
            default: nil
            }
        guard let full else { return text }
        // Some official names end in their letters: "CA Territoire de la Côte Ouest (TCO)".
        return full.hasSuffix("(\(text))") ? full : "\(full) (\(text))"
    }

    /// The name of the same authority in full, where the mail has it.
    private func spelledOut(as type: OrganisationType?) -> String? {
        guard let siren = resolved.epci?.siren else { return nil }
        let named = candidates.filter { candidate in
            guard case .epcis(let epcis)? = candidate.place, candidate.type == type,
                candidate.source != .address
            else { return false }
            return epcis.contains { $0.siren == siren } && Line(candidate.text).words.count > 2
        }
        return named.max { $0.text.utf8.count < $1.text.utf8.count }?.text
    }

    /// What stands before a département's number: "CD 09", "CDG 86".
    private static let numbered = [
        "cd": "", "cg": "", "cdg": "Centre de gestion", "amf": "Association des maires",
        "adm": "Association des maires", "amr": "Association des maires ruraux",
    ]

    // MARK: Which

    private func authorities(_ best: OrganisationCandidate) -> [AuthorityCandidate] {
        let single = single(best)
        if !single.isEmpty { return single }
        switch best.type {
        case .commune:
            var communes = resolved.communes
            // "Médiathèque de Vue", written from mairie-vue.
            if best.place == nil, hint.claim == .commune,
                case .communes(let owners)? = hint.places.first
            {
                communes = hints.narrow(owners)
            }
            return communes.map { $0.candidate(reasons(best) + hints.reasons(for: $0)) }
                + partner(best)
        case .epci:
            return resolved.epcis.map { $0.candidate(reasons(best) + hints.reasons(for: $0)) }
                + partner(best)
        case .department:
            guard !isFireService(best), let department = department(best) else { return [] }
            return [department.candidate(reasons(best))]
        case .region:
            guard let region = region(best) else {
                guard let department = department(best), department.region == nil else { return [] }
                return [department.candidate(reasons(best))]
            }
            return [
                AuthorityCandidate(
                    code: .region(code: region.code),
                    name: region.name,
                    reasons: reasons(best)
                )
            ]
        default: return []
        }
    }

    /// Authorities that stand for several: one body under the codes of both.
    private static let singles: [(name: String, codes: [AuthorityCode])] = [
        ("collectivite europeenne d alsace", [.department(code: "67"), .department(code: "68")]),
        ("cea", [.department(code: "67"), .department(code: "68")]),
        (
            "collectivite territoriale de martinique",
            [.region(code: "02"), .department(code: "972")]
        ),
        ("ctm", [.region(code: "02"), .department(code: "972")]),
        ("collectivite territoriale de guyane", [.region(code: "03"), .department(code: "973")]),
        ("ctg", [.region(code: "03"), .department(code: "973")]),
    ]

    private func single(_ best: OrganisationCandidate) -> [AuthorityCandidate] {
        let name = Line(best.text).words.joined(separator: " ")
        guard let found = Self.singles.first(where: { $0.name == name }) else { return [] }
        return found.codes.map {
            AuthorityCandidate(code: $0, name: best.text, reasons: reasons(best))
        }
    }

    /// "Ville de Brest - Brest métropole": what a town and its EPCI, named beside each other, share.
    private func partner(_ best: OrganisationCandidate) -> [AuthorityCandidate] {
        candidates.flatMap { other -> [AuthorityCandidate] in
            guard other.source == best.source, other.score == best.score else { return [] }
            switch (best.type, other.place) {
            case (.commune, .epcis(let epcis)?):
                return epcis.filter { $0.siren == resolved.commune?.epciSIREN }
                    .map { $0.candidate(reasons(other)) }
            case (.epci, .communes(let communes)?):
                return communes.filter {
                    $0.epciSIREN == resolved.epci?.siren && resolved.epci != nil
                }
                .map { $0.candidate(reasons(other)) }
            default: return []
            }
        }
    }

    /// A public establishment of its own beside the département.
    private func isFireService(_ best: OrganisationCandidate) -> Bool {
        ["sdis", "sis", "service"].contains(Line(best.text).words.first)
    }

    private func region(_ best: OrganisationCandidate) -> Region? {
        switch best.place {
        case .region(let region): return region
        case .department(let department): return department.region
        default:
            if case .region(let owner)? = hint.places.first { return owner }
            return gazetteer?.region(named: best.text)
        }
    }

    /// That of the name; where the name has none ("Archives départementales"), that of the address or the
    /// postal code.
    private func department(_ best: OrganisationCandidate) -> Department? {
        if case .department(let department)? = best.place { return department }
        guard best.place == nil || best.type == .department else { return nil }
        if case .department(let owner)? = hint.places.first { return owner }
        return code.flatMap { gazetteer?.department(code: $0) }
    }

    // MARK: How sure

    /// Where the same organisation is named.
    private func parts(_ best: OrganisationCandidate) -> [Provenance.Part] {
        let same = candidates.filter {
            $0.type == best.type
                && ($0.place == best.place && best.place != nil || $0.text == best.text)
        }
        var parts = same.map(\.source)
        if best.place != nil, hint.places.contains(where: { $0 == best.place }) {
            parts.append(.address)
        }
        return Provenance.Part.allCases.filter(parts.contains)
    }

    private func provenance(of best: OrganisationCandidate) -> Provenance {
        let parts = parts(best)
        if parts == [.address] || resolved.homonyms > 1 { return Provenance(parts, .doubtful) }
        if parts.count > 1 { return Provenance(parts, .certain) }
        return Provenance(parts, .likely)
    }

    private func reasons(_ best: OrganisationCandidate) -> [String] {
        let list = parts(best).map(Self.whereRead)
        return list.isEmpty ? [] : [named(best) + " " + Self.list(list)]
    }

    /// The sentence by which staff see how sure a place is.
    private func phrase(_ best: OrganisationCandidate) -> String? {
        guard best.place != nil else { return nil }
        let noun = best.type == .commune ? "communes" : "intercommunalités"
        if resolved.homonyms > 1 {
            let count = "\(resolved.homonyms) \(noun) de ce nom"
            return resolved.isByPopulation
                ? "À vérifier : la plus peuplée de \(count)" : "À vérifier : \(count)"
        }
        let parts = parts(best)
        guard !parts.isEmpty else { return nil }
        if parts == [.address] { return "À vérifier : \(named(best)) dans l'adresse seulement" }
        // What is told may be told of somebody else.
        let certainty = parts == [.text] ? "Probable" : "Sûr"
        return "\(certainty) : \(named(best)) \(Self.list(parts.map(Self.whereRead)))"
    }

    private func named(_ best: OrganisationCandidate) -> String {
        best.type == .department || best.type == .jointAuthority ? "nommé" : "nommée"
    }

    private static func whereRead(_ part: Provenance.Part) -> String {
        switch part {
        case .text: "dans le texte"
        case .signature: "dans la signature"
        case .header: "dans le nom de l'expéditeur"
        case .address: "dans l'adresse"
        }
    }

    private static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) et \(last)"
    }

    // MARK: What speaks against it

    private func contradictions(_ best: OrganisationCandidate) -> [Contradiction] {
        guard best.type == .commune, best.source != .address, let named = resolved.commune,
            hint.claim == .commune, case .communes(let owners)? = hint.places.first,
            !owners.contains(named), let owner = owners.first
        else { return [] }
        return [
            Contradiction(
                .organisation,
                taken: "\(named.name) (\(named.department))",
                from: best.source,
                other: "\(owner.name) (\(owner.department))",
                from: .address
            )
        ]
    }
}

extension Commune {
    fileprivate func candidate(_ reasons: [String]) -> AuthorityCandidate {
        AuthorityCandidate(
            code: .commune(insee: insee),
            name: "\(name) (\(department))",
            reasons: reasons
        )
    }
}

extension EPCI {
    fileprivate func candidate(_ reasons: [String]) -> AuthorityCandidate {
        AuthorityCandidate(
            code: .epci(siren: siren),
            name: "\(name) (\(department))",
            reasons: reasons
        )
    }
}

extension Department {
    fileprivate func candidate(_ reasons: [String]) -> AuthorityCandidate {
        AuthorityCandidate(
            code: .department(code: code),
            name: "\(name) (\(code))",
            reasons: reasons
        )
    }
}

extension PlaceHints {
    /// French phrases: which of the hints speak for that commune.
    fileprivate func reasons(for commune: Commune) -> [String] {
        var reasons: [String] = []
        if let code = commune.postalCode, postalCodes.contains(code) {
            reasons.append("code postal \(code)")
        }
        if let siren = commune.epciSIREN, epcis.contains(siren) {
            reasons.append("son intercommunalité est nommée")
        }
        if departments.contains(commune.department) {
            reasons.append("département \(commune.department)")
        }
        return reasons
    }

    fileprivate func reasons(for epci: EPCI) -> [String] {
        departments.contains(epci.department) ? ["département \(epci.department)"] : []
    }
}
