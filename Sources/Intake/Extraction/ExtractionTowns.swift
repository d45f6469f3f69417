import Territory

/// Authorities that no "mairie de" or "communauté de" announces: by a registration number, by where
/// the writer says to work, by the place that signs.
extension OrganisationReader {
    /// "SIRET 212 201 131 00019", "code INSEE 14118".
    func registered() -> [OrganisationCandidate] {
        var found: [OrganisationCandidate] = []
        for (part, lines) in [
            (Provenance.Part.signature, sheet.tail[...]), (.text, sheet.body.prefix(60)),
        ] {
            for line in lines {
                for mention in line.places where mention.introduction == .code {
                    guard let named = Self.official(mention.place) else { continue }
                    found.append(
                        OrganisationCandidate(
                            text: named.text,
                            type: named.type,
                            place: mention.place,
                            score: part == .signature ? 12 : 8,
                            source: part
                        )
                    )
                }
            }
        }
        return found
    }

    /// What an authority is called when the mail does not name it.
    static func official(_ place: PlaceMention.Place) -> (text: String, type: OrganisationType)? {
        switch place {
        case .communes(let communes):
            communes.first.map { (FrenchName.of("Commune", $0.name), .commune) }
        case .epcis(let epcis): epcis.first.map { ($0.name, .epci) }
        case .department(let department): (FrenchName.of(department), .department)
        case .region(let region): ("Région \(region.name)", .region)
        case .postalCode: nil
        }
    }

    /// "élu à Cilaos", "je travaille au Havre", "on est 3 à la mairie (Saint-Bonnet)": a commune named near
    /// the writer's word of himself.
    func atWork() -> [OrganisationCandidate] {
        guard address == nil || hint.isMailboxProvider || hint.claim == .commune else { return [] }
        if let roleInBody, hint.claim != .commune,
            RoleWords.isExercisedElsewhere(
                sheet.body[roleInBody.line],
                at: roleInBody.words.lowerBound
            )
        {
            return []
        }
        var found: [OrganisationCandidate] = []
        for (number, line) in sheet.body.prefix(12).enumerated() {
            for mention in line.places {
                guard let communes = mention.communes, isAtWork(line, mention),
                    hint.claim != .commune || hint.places.isEmpty || agrees(mention.place),
                    !communes.isEmpty
                else { continue }
                found.append(
                    OrganisationCandidate(
                        text: FrenchName.of("Commune", name(of: mention, in: line)),
                        type: .commune,
                        place: mention.place,
                        score: number < 4 ? 10 : 7,
                        source: .text
                    )
                )
            }
        }
        return found
    }

    private func isAtWork(
        _ line: Line,
        _ mention: PlaceMention,
        upTo weakest: PlaceMention.Introduction = .location
    ) -> Bool {
        let start = mention.words.lowerBound
        guard start > 0, mention.introduction <= weakest, !isAPerson(line, mention),
            line.folded.words[start].gap < .punctuation
                || mention.introduction == .qualified
        else { return false }
        if mention.introduction == .location, beginsSentence(line, start) { return true }
        var before: [String] = []
        var at = start - 1
        while at >= 0, start - at < 10 {
            if !isOthersWork(line, at) { before.append(line.words[at]) }
            if line.folded.words[at].gap == .punctuation, endsSentence(line, at) { break }
            at -= 1
        }
        // "la mairie de Limoges ne répond pas" is no word of the writer's own.
        let own = mention.introduction == .authority ? Self.selfWords : Self.workWords
        return before.contains(where: own.contains)
            && !before.contains(where: Self.residentWords.contains)
    }

    /// "À Lurbe-Saint-Christau nous cherchons": the place comes first, and then the writer.
    private func beginsSentence(_ line: Line, _ start: Int) -> Bool {
        guard start == 1 || endsSentence(line, start - 1),
            let mention = line.places.first(where: { $0.words.lowerBound == start })
        else { return false }
        let next = line.words[mention.words.upperBound...].prefix(2)
        return next.contains { ["nous", "on", "je", "j", "notre"].contains($0) }
    }

    /// "en congé", "en charge": names only in the table; a name written small needs more than a place.
    private func isAPerson(_ line: Line, _ mention: PlaceMention) -> Bool {
        let start = mention.words.lowerBound
        return mention.introduction == .location && !line.folded.words[start].isCapitalised
            && mention.words.count == 1 && line.words[start].count < 6
    }

    /// Whether a full stop stands before the word at `index`.
    private func endsSentence(_ line: Line, _ index: Int) -> Bool {
        guard index > 0 else { return true }
        let between = line.folded.source[
            line.folded.words[index - 1].source
                .upperBound..<line.folded.words[index].source.lowerBound
        ]
        return between.contains { ".!?".utf8.contains($0) }
    }

    private static let workWords: Set<String> = WordList.words(
        """
        maire adjoint adjointe adj elu elue elus conseiller conseillere secretaire dgs agent agente agents \
        travaille travail bosse exerce employe employee mairie municipal municipale technique techniques \
        periscolaire cantine ccas mediatheque bibliotheque asvp atsem police garde cantonnier stagiaire \
        apprenti apprentie service services commune
        """
    )
    private static let selfWords: Set<String> = WordList.words(
        """
        je j jsuis suis on nous elu elue conseiller conseillere conseil adjoint adjointe secretaire agent agente \
        travaille bosse
        """
    )
    private static let residentWords: Set<String> = WordList.words(
        """
        habite habitant habitante habitants riverain riveraine residant residente vis vit loge domicilie \
        domiciliee administre administree voisin voisine usager usagere abonne abonnee collegue collegues \
        homologue homologues comme vu rencontre ancien ancienne
        """
    )

    /// "Dol-de-Bretagne, atelier municipal", "chef de projet / Martigues": a line of the signature that
    /// begins or ends with the name of a commune alone.
    func signedTowns() -> [OrganisationCandidate] {
        let isMunicipal = sheet.tail.contains { line in
            line.words.contains(where: Self.municipalWords.contains)
        }
        return sheet.tail.enumerated().flatMap { number, line in
            line.places.compactMap { mention in
                guard mention.communes != nil, isAlone(line, mention),
                    let score = signedScore(line, number, mention, isMunicipal: isMunicipal)
                else { return nil }
                return OrganisationCandidate(
                    text: FrenchName.of(
                        hint.claim == .commune ? "Ville" : "Commune",
                        name(of: mention, in: line)
                    ),
                    type: .commune,
                    place: mention.place,
                    score: score,
                    source: .signature
                )
            }
        }
    }

    /// How much says that the commune named on a line of the signature is the writer's; `nil`: nothing.
    private func signedScore(
        _ line: Line,
        _ number: Int,
        _ mention: PlaceMention,
        isMunicipal: Bool
    ) -> Int? {
        let communes = mention.communes ?? []
        if names(line, epciOf: communes, after: mention.words.upperBound) { return 17 }
        // An address says where somebody is, not for whom he works.
        let isInAddress =
            mention.introduction == .qualified && line.places.contains(where: \.isPostalCode)
        if isInAddress, !agrees(mention.place) { return nil }
        if isMunicipal || hint.claim == .commune { return 10 }
        let isLocated = hints.narrow(communes).contains {
            hints.postalCodes.contains($0.postalCode ?? "")
        }
        // "Mantes, Yvelines".
        let isQualified = mention.introduction == .qualified && mention.words.lowerBound == 0
        if isTownHall || isLocated && number == 0 { return isQualified ? 14 : 8 }
        guard isQualified else { return nil }
        return hint.isMailboxProvider || address == nil ? 8 : 3
    }

    /// "Grigny, Grand Paris Sud": whether the EPCI of one of them is named further on in the line.
    private func names(_ line: Line, epciOf communes: [Commune], after word: Int) -> Bool {
        line.places.contains { mention in
            guard case .epcis(let epcis) = mention.place, mention.words.lowerBound >= word else {
                return false
            }
            return communes.contains { commune in epcis.contains { $0.siren == commune.epciSIREN } }
        }
    }

    /// Whether the place is all that its segment of the line holds, but for an article.
    private func isAlone(_ line: Line, _ mention: PlaceMention) -> Bool {
        guard mention.introduction != .authority else { return false }
        return line.segments.contains { segment in
            segment.upperBound == mention.words.upperBound
                && segment.lowerBound <= mention.words.lowerBound
                && line.words[segment.lowerBound..<mention.words.lowerBound].allSatisfy(
                    RoleWords.articles.contains
                )
        }
    }

    private static let municipalWords: Set<String> = WordList.words(
        """
        municipal municipale municipaux municipales mairie maire adjoint adjointe ville commune ccas \
        periscolaire cantine ecole ecoles atsem mediatheque capitainerie voirie civil dgs
        """
    )

    /// "CAMVS" alone on a line or between dashes.
    func signedAcronyms(_ line: Line) -> [OrganisationCandidate] {
        guard let gazetteer else { return [] }
        return line.segments.compactMap { segment in
            guard segment.count == 1, line.folded.words[segment.lowerBound].isUppercase,
                (3...12).contains(line.words[segment.lowerBound].count)
            else { return nil }
            let found = gazetteer.epcis(acronym: line.words[segment.lowerBound])
            guard !found.isEmpty, found.count < 8 else { return nil }
            return OrganisationCandidate(
                text: line.source(segment),
                type: .epci,
                place: .epcis(found),
                score: 14,
                source: .signature
            )
        }
    }

    /// "je travaille à la CAMVS", "technicien à Grand Cognac": an EPCI that no legal form announces.
    func toldEPCIs(_ line: Line, _ number: Int) -> [OrganisationCandidate] {
        line.places.compactMap { mention in
            guard case .epcis = mention.place, mention.introduction == .bare else { return nil }
            let start = mention.words.lowerBound
            let isOwn = isOwn(line, start) || isAtWork(line, mention, upTo: .bare)
            // Somebody who writes from an office names his own more often than another.
            let isInAddress = agrees(mention.place)
            guard isOwn && number < 6 || isInAddress || !hint.isMailboxProvider && hint.claim == nil
            else { return nil }
            return OrganisationCandidate(
                text: line.source(mention.words),
                type: .epci,
                place: mention.place,
                score: !isOwn ? (isInAddress ? 9 : 5) : number < 3 ? 11 : 8,
                source: .text
            )
        }
    }

    /// "Manche Numérique", "SYDED 39": the words of the mail that its domain is made of.
    func ofDomain() -> [OrganisationCandidate] {
        guard let address, !hint.isMailboxProvider, hint.places.isEmpty || hint.claim == nil else {
            return []
        }
        let labels = address.domain.lowercased().split(separator: ".").dropLast()
        guard let label = labels.last else { return [] }
        let wanted = Line(String(label)).words.joined()
        guard wanted.count >= 4 else { return [] }
        for (part, lines) in [
            (Provenance.Part.signature, sheet.tail[...]), (.text, sheet.body.prefix(60)),
        ] {
            for line in lines {
                guard let words = Self.words(of: line, spelling: wanted) else { continue }
                let text = line.source(words)
                return [
                    OrganisationCandidate(
                        text: text,
                        type: Self.type(ofName: line.words[words], text) ?? typeByCues(),
                        place: nil,
                        score: part == .signature ? 14 : 12,
                        source: part
                    )
                ]
            }
        }
        return []
    }

    /// The first words of a line that spell `wanted` when written together, begun by a capital.
    private static func words(of line: Line, spelling wanted: String) -> Range<Int>? {
        for start in line.words.indices
        where line.folded.words[start].isCapitalised || line.words[start].count == 1 {
            var left = wanted[...]
            for end in start..<min(start + 8, line.words.count) {
                guard end == start || line.folded.words[end].gap < .punctuation else { break }
                // `syded-lot` is the SYDED du Lot.
                if end > start, !left.hasPrefix(line.words[end]),
                    OrganisationWords.links.contains(line.words[end])
                {
                    continue
                }
                guard left.hasPrefix(line.words[end]) else { break }
                left = left.dropFirst(line.words[end].count)
                if left.isEmpty { return start..<end + 1 }
            }
        }
        return nil
    }

    /// What a name shows that no word announces: public digital agencies and syndicats of energy, water
    /// or waste, whose acronyms begin alike.
    static func type(ofName words: ArraySlice<String>, _ text: String) -> OrganisationType? {
        if let last = words.last, ["numerique", "ingenierie", "numerica"].contains(last),
            words.count > 1
        {
            return .jointAuthority
        }
        guard let first = words.first, text.prefix(first.count).allSatisfy(\.isUppercase),
            first.count >= 4
        else { return nil }
        return ["sy", "si", "sm", "sd", "fde", "sict", "valt"].contains(where: first.hasPrefix)
            ? .jointAuthority : nil
    }

    /// "figeac service culture", "Toul, mairie, service population", "WISSEMBOURG 67160 MAIRIE": a short
    /// line that begins with a name and goes on with an office, a postal code or the EPCI of the commune.
    func begunByPlace() -> [OrganisationCandidate] {
        let lines =
            sheet.tail.prefix(3).map { ($0, Provenance.Part.signature) }
            + sheet.body.prefix(2).map { ($0, .text) }
        return lines.compactMap { line, part in
            guard (2...14).contains(line.words.count),
                let (place, end) = gazetteer?.placeBeginning(line.folded), end < line.words.count
            else { return nil }
            let next = line.words[end]
            let isOffice =
                Self.officeWords.contains(next)
                || RoleWords.articles.contains(next) && end + 1 < line.words.count
                    && Self.officeWords.contains(line.words[end + 1])
            let code = line.folded.words[end].isNumber && next.count == 5 ? next : nil
            switch place {
            case .communes(let communes):
                let isMember = names(line, epciOf: communes, after: end)
                let isLocated = communes.contains { $0.postalCode == code }
                guard isOffice || isMember || isLocated, let commune = hints.narrow(communes).first
                else { return nil }
                return OrganisationCandidate(
                    text: FrenchName.of("Commune", commune.name),
                    type: .commune,
                    place: place,
                    score: isMember ? 17 : 9,
                    source: part
                )
            case .epcis(let epcis):
                guard isOffice || line.folded.words[end].gap >= .dash else { return nil }
                return OrganisationCandidate(
                    text: epcis.first?.name ?? "",
                    type: .epci,
                    place: place,
                    score: 9,
                    source: part
                )
            default: return nil
            }
        }
    }

    private static let officeWords: Set<String> = WordList.words(
        """
        mairie service services direction standard urbanisme secretariat accueil etat population voirie ccas \
        mediatheque bibliotheque archives atelier police regie dechets cantine periscolaire finances
        """
    )

    /// "Gouvernement de la Nouvelle-Calédonie", "COM de Saint-Barth": the collectivités that stand in the
    /// place of a département and a region.
    func overseas() -> [OrganisationCandidate] {
        let codes: Set<String> = ["975", "977", "978", "986", "987", "988"]
        let lines =
            sheet.tail.map { ($0, Provenance.Part.signature) }
            + sheet.body.prefix(6).map { ($0, .text) }
        return lines.flatMap { line, part in
            line.places.compactMap { mention in
                guard case .department(let department) = mention.place,
                    codes.contains(department.code),
                    mention.introduction == .authority || mention.words.lowerBound == 0
                else { return nil }
                let start = line.folded.words.firstIndex {
                    $0.source.lowerBound == mention.wholeRange.lowerBound
                }
                let words = (start ?? mention.words.lowerBound)..<mention.words.upperBound
                return OrganisationCandidate(
                    text: line.source(words),
                    type: .region,
                    place: mention.place,
                    score: part == .signature ? 12 : 8,
                    source: part
                )
            }
        }
    }

    /// "Mairie du 3e arrondissement" with "69003 Lyon" below it.
    func withTownOfDistrict(_ candidate: OrganisationCandidate) -> OrganisationCandidate {
        guard candidate.type == .commune, candidate.place == nil,
            Line(candidate.text).words.contains("arrondissement")
        else { return candidate }
        var candidate = candidate
        let cities: Set<String> = ["75056", "69123", "13055"]
        for line in sheet.tail + sheet.body.prefix(6) {
            for mention in line.places {
                let named = mention.communes?.filter { cities.contains($0.insee) } ?? []
                if !named.isEmpty { candidate.place = .communes(named) }
            }
        }
        return candidate
    }

    /// "Ville et Eurométropole de Strasbourg": the town of the EPCI that is named with it.
    func jointTown(_ line: Line, _ found: [OrganisationCandidate]) -> [OrganisationCandidate] {
        guard line.words.indices.contains(where: { line.has(["ville", "et"], at: $0) }) else {
            return []
        }
        return found.compactMap { candidate in
            guard case .epcis(let epcis)? = candidate.place, epcis.count == 1,
                let name = Line(candidate.text).words.last,
                let town = gazetteer?.communes(named: name).first(where: {
                    $0.epciSIREN == epcis[0].siren
                })
            else { return nil }
            var joint = candidate
            joint.text = FrenchName.of("Ville", town.name)
            joint.type = .commune
            joint.place = .communes([town])
            return joint
        }
    }
}
