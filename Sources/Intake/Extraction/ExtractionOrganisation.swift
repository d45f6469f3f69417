import Mail
import Territory

/// An organisation that a mail names, with the reasons to think that the writer belongs to it.
struct OrganisationCandidate {
    /// As written, or made of the place where only that is known.
    var text: String
    var type: OrganisationType?
    var place: PlaceMention.Place?
    var score: Int
    /// Where it was read.
    var source: Provenance.Part
}

/// Collects the organisations of a mail and picks the writer's own.
struct OrganisationReader {
    /// A function and where it stands.
    struct Held {
        var line: Int
        var words: Range<Int>
    }

    let gazetteer: Gazetteer?
    let sheet: Sheet
    let address: Address?
    let hint: DomainHint
    let hints: PlaceHints
    let roleInTail: Held?
    let roleInBody: Held?

    /// The likeliest of the candidates; the first read among equals.
    ///
    /// A private mailbox, no function and a town hall only spoken of make a resident, not an official.
    func best(of all: [OrganisationCandidate]) -> OrganisationCandidate? {
        let top = all.map(\.score).max()
        let equals = all.filter { $0.score == top }
        guard let best = equals.first(where: { $0.place != nil }) ?? equals.first else {
            return nil
        }
        if isPrivate, best.source == .text, best.score < 10 { return nil }
        if hint.isMailboxProvider, best.source == .text, best.score < 3 { return nil }
        return member(of: best, among: all) ?? best
    }

    /// "Saint-André-des-Eaux fait partie de Dinan Agglo": the commune that names the EPCI it belongs to.
    private func member(of best: OrganisationCandidate, among all: [OrganisationCandidate])
        -> OrganisationCandidate?
    {
        guard best.type == .epci, best.source == .text, hint.claim != .epci,
            case .epcis(let epcis)? = best.place
        else { return nil }
        return all.first { candidate in
            guard case .communes(let communes)? = candidate.place, candidate.type == .commune,
                candidate.score >= best.score - 6
            else { return false }
            return communes.contains { commune in
                epcis.contains { $0.siren == commune.epciSIREN }
            }
        }
    }

    /// Nothing in the header or the signature is of an organisation.
    var isPrivate: Bool {
        hint.isMailboxProvider && hint.claim == nil && roleInTail == nil && roleInBody == nil
    }

    func candidates() -> [OrganisationCandidate] {
        var found: [OrganisationCandidate] = []
        for (number, line) in sheet.tail.enumerated() { found += inTail(line, number) }
        found += registered()
        found += townHalls()
        found += signedTowns()
        found += begunByPlace()
        found += overseas()
        for (number, line) in sheet.body.prefix(300).enumerated() { found += inBody(line, number) }
        if let display = address?.displayName {
            found += inDisplayName(Line(display, places: gazetteer))
        }
        found += atWork()
        found += ofDomain()
        found += fromAddress()
        if !found.contains(where: { $0.score >= 14 }) { found += unmarked() }
        return found.map { rated(withTownOfDistrict($0)) }
    }

    // MARK: Signature

    private func inTail(_ line: Line, _ number: Int) -> [OrganisationCandidate] {
        let places = line.places
        var found = NamingReader(line: line, places: places, isSignature: true).all().map {
            OrganisationCandidate(
                text: $0.text,
                type: $0.type,
                place: $0.place,
                score: 20 - number / 3,
                source: .signature
            )
        }
        if found.isEmpty, let roleInTail, roleInTail.line == number {
            found += held(line, roleInTail.words, places, score: 18, source: .signature)
        }
        if found.isEmpty {
            found += places.compactMap { mention in
                guard case .epcis = mention.place else { return nil }
                return OrganisationCandidate(
                    text: line.source(mention.words),
                    type: .epci,
                    place: mention.place,
                    score: 16,
                    source: .signature
                )
            }
        }
        if found.isEmpty { found += signedAcronyms(line) }
        return found + jointTown(line, found)
    }

    /// "Mairie, rue de la République, 97140 Capesterre": the place is in the address of the signature.
    private func townHalls() -> [OrganisationCandidate] {
        let named = sheet.tail.contains { line in
            !NamingReader(line: line, places: line.places, isSignature: true).all().isEmpty
        }
        guard let located = sheet.tail.lazy.compactMap(located).first else { return [] }
        let isDistrict = sheet.tail.contains { $0.words.contains("arrondissement") }
        guard !named || isDistrict else { return [] }
        var kind = sheet.tail.lazy.compactMap(Self.bareKind).first
        var score = 15
        if kind == nil {
            guard isTownHall || hint.claim == .commune else { return [] }
            kind = "Mairie"
            score = 9
        }
        guard let kind, let commune = hints.narrow(located).first else { return [] }
        return [
            OrganisationCandidate(
                text: FrenchName.of(kind, commune.name),
                type: .commune,
                place: .communes(located),
                score: score,
                source: .signature
            )
        ]
    }

    /// "Mairie", "CCAS" without a name behind it; "place de la Mairie" is where somebody lives.
    private static func bareKind(_ line: Line) -> String? {
        let kinds = ["mairie": "Mairie", "ccas": "CCAS", "ville": "Ville"]
        for (index, word) in line.words.enumerated() {
            guard let kind = kinds[word], index == 0 || line.words[index - 1] != "de" else {
                continue
            }
            if !line.words[..<index].suffix(3).contains(where: streets.contains) { return kind }
        }
        return nil
    }

    private static let streets: Set<String> = WordList.words(
        "rue place avenue boulevard allee chemin route impasse cours square parvis quai"
    )

    /// Whether the function is one of a town hall.
    var isTownHall: Bool {
        let held = [roleInTail.map { sheet.tail[$0.line] }, roleInBody.map { sheet.body[$0.line] }]
        return held.compactMap(\.self).contains { line in
            line.words.contains { ["maire", "mairie", "dgs"].contains($0) }
        }
    }

    /// The commune behind a postal code.
    private func located(_ line: Line) -> [Commune]? {
        let places = line.places
        for (index, mention) in places.enumerated() {
            guard case .postalCode(_, _, let communes) = mention.place else { continue }
            if index + 1 < places.count, let named = places[index + 1].communes { return named }
            if (1...6).contains(communes.count) { return communes }
        }
        return nil
    }

    // MARK: Text

    private func inBody(_ line: Line, _ number: Int) -> [OrganisationCandidate] {
        let places = line.places
        let role = roleInBody.flatMap { $0.line == number ? $0.words : nil }
        var found = NamingReader(line: line, places: places, isSignature: false).all().map {
            named in
            var score = number < 3 ? 6 : 4
            let isActing = Self.actsOnWriter(line, named.words.upperBound)
            let isOwn = !isActing && isOwn(line, named.words.lowerBound)
            // "la mairie de Briançon nous a conseillé", written from ville-gap.
            let isOthers =
                isActing
                || !isOwn && named.type == .commune && hint.claim == .commune
                    && !hint.places.isEmpty && !agrees(named.place)
            if Self.isSpokenOf(line, named.words.lowerBound), !isOwn { score = 2 }
            let isComplaint = named.startsSentence && isPrivate && Self.complains(line, named.words)
            if isOwn || named.startsSentence && !isOthers && !isComplaint {
                score = number < 6 ? 11 : 7
            }
            if let role, (role.lowerBound...role.upperBound + 4).contains(named.words.lowerBound) {
                score = 17
            }
            return OrganisationCandidate(
                text: named.text,
                type: named.type,
                place: named.place,
                score: score,
                source: .text
            )
        }
        if let role { found += held(line, role, places, score: 16, source: .text) }
        return found + toldEPCIs(line, number) + jointTown(line, found)
    }

    /// "ce que vous avez fait avec la ville de Lannion", "l'article sur la ville de Rennes".
    private static func isSpokenOf(_ line: Line, _ index: Int) -> Bool {
        let words = line.words[..<index].suffix(4)
        return words.contains { ["avec", "article", "comme", "exemple"].contains($0) }
            && !words.contains { ["suis", "travaille", "je", "nous"].contains($0) }
    }

    /// "Lannion-Trégor Communauté ne ramasse plus mes poubelles": a resident who speaks of the authority.
    private static func complains(_ line: Line, _ name: Range<Int>) -> Bool {
        let after = line.words[name.upperBound...].prefix(12)
        return after.contains { ["mes", "mon", "ma"].contains($0) }
            && after.contains { ["ne", "n", "pas", "plus", "refuse", "jamais"].contains($0) }
    }

    /// "la ville de Rennes nous a parlé de vous", "… me demande": somebody else; but "mairie de Lescun nous
    /// cherchons" is the writer.
    private static func actsOnWriter(_ line: Line, _ end: Int) -> Bool {
        guard end + 1 < line.words.count, line.folded.words[end].gap < .dash else { return false }
        let verb = line.words[end + 1]
        return ["m", "me"].contains(line.words[end])
            || line.words[end] == "nous" && verb != "sommes" && !verb.hasSuffix("ons")
    }

    /// "Monsieur le Président du Syndicat …", "au nom de", "notre", "je travaille à la": the writer's own.
    func isOwn(_ line: Line, _ index: Int) -> Bool {
        let own: Set<String> = WordList.words(
            """
            notre nom president presidente maire bonjour qui sommes represente \
            salarie salariee recrute recrutee souhaite dsi dgs pour
            """
        )
        return line.words[..<index].suffix(3).contains(where: own.contains)
            || (max(0, index - 8)..<index).contains {
                Self.works.contains(line.words[$0]) && !isOthersWork(line, $0)
            }
    }

    private static let works: Set<String> = ["travaille", "bosse", "exerce"]

    /// "mon mari travaille", as against "je travaille", "j'y exerce", "travaille à …".
    func isOthersWork(_ line: Line, _ index: Int) -> Bool {
        guard Self.works.contains(line.words[index]), index > 0 else { return false }
        let own = ["je", "j", "y", "moi", "qui", "ne", "et", "bonjour"]
        return !own.contains(line.words[index - 1]) && line.folded.words[index].gap < .punctuation
    }

    // MARK: Header

    private func inDisplayName(_ line: Line) -> [OrganisationCandidate] {
        let places = line.places
        var found = NamingReader(line: line, places: places, isSignature: true).all().map {
            OrganisationCandidate(
                text: $0.text,
                type: $0.type,
                place: $0.place,
                score: $0.words.count > 1 ? 12 : 9,
                source: .header
            )
        }
        if found.isEmpty {
            found += places.compactMap { mention in
                switch mention.place {
                case .epcis:
                    .init(
                        text: line.source(mention.words),
                        type: .epci,
                        place: mention.place,
                        score: 10,
                        source: .header
                    )
                case .department where mention.introduction == .authority:
                    .init(
                        text: line.source(mention.words),
                        type: .department,
                        place: mention.place,
                        score: 10,
                        source: .header
                    )
                default: nil
                }
            }
        }
        return found
    }

    /// Made of what the domain shows: `ville-loudun` is the "Ville de Loudun".
    private func fromAddress() -> [OrganisationCandidate] {
        guard let place = hint.places.first else { return [] }
        let text: String
        let type: OrganisationType
        switch place {
        case .communes(let communes):
            guard hint.claim == .commune, let commune = hints.narrow(communes).first else {
                return []
            }
            let kind = ["ccas": "CCAS", "mairie": "Mairie", "commune": "Commune"][
                hint.keyword ?? ""
            ]
            text = FrenchName.of(kind ?? "Ville", commune.name)
            type = .commune
        case .epcis(let epcis):
            guard hint.claim == .epci, let epci = epcis.first, epcis.count == 1 else { return [] }
            text = epci.name
            type = .epci
        case .department(let department):
            guard hint.claim == .department else { return [] }
            text = FrenchName.of(department)
            type = .department
        case .region(let region):
            text = "Région \(region.name)"
            type = .region
        default: return []
        }
        return [
            OrganisationCandidate(text: text, type: type, place: place, score: 9, source: .address)
        ]
    }

    // MARK: Names that say nothing

    /// "Eau du Morbihan", "Gironde Numérique": a segment of the signature that is no person, function,
    /// address or number.
    private func unmarked() -> [OrganisationCandidate] {
        guard let first = firstSignedLine else { return [] }
        var found: [OrganisationCandidate] = []
        for (number, line) in sheet.tail.enumerated().dropFirst(first) {
            var last: Range<Int>?
            for segment in line.segments where isName(line, segment) {
                if let roleInTail, roleInTail.line == number, roleInTail.words.overlaps(segment) {
                    continue
                }
                let isBody = Self.type(ofName: line.words[segment], line.source(segment)) != nil
                if !isBody, PersonName.start(of: Line(line.source(segment)))?.words.count ?? 0 > 1 {
                    continue
                }
                if isPlace(line, segment) { continue }
                if let acronym = last, acronym.upperBound == segment.lowerBound, acronym.count == 1,
                    !found.isEmpty
                {
                    // "ALPI - Agence landaise pour l'informatique" is one name.
                    found[found.count - 1].text = line.source(
                        acronym.lowerBound..<segment.upperBound
                    )
                    continue
                }
                last = line.folded.words[segment.lowerBound].isUppercase ? segment : nil
                let isInDomain = isInDomain(Line(line.source(segment)))
                found.append(
                    OrganisationCandidate(
                        text: line.source(segment),
                        type: Self.type(ofName: line.words[segment], line.source(segment))
                            ?? typeByCues(),
                        place: nil,
                        score: isInDomain ? 13 : 5,
                        source: .signature
                    )
                )
            }
        }
        return found
    }

    /// The line of the writer's name or function: an organisation is named there or below.
    private var firstSignedLine: Int? {
        let named = sheet.tail.firstIndex { PersonName.start(of: $0)?.words.count ?? 0 > 1 }
        return [named, roleInTail?.line].compactMap(\.self).min()
    }

    /// Whether a segment is the name of a place and nothing else: "Drôme".
    private func isPlace(_ line: Line, _ segment: Range<Int>) -> Bool {
        line.places.contains {
            $0.words.lowerBound <= segment.lowerBound && $0.words.upperBound >= segment.upperBound
        }
    }

    private func isName(_ line: Line, _ segment: Range<Int>) -> Bool {
        guard (1...8).contains(segment.count), line.folded.words[segment.lowerBound].isCapitalised,
            RoleWords.head(of: line, at: segment.lowerBound) == nil
        else { return false }
        let streets: Set<String> = WordList.words(
            """
            rue avenue place boulevard bd allee chemin route cedex tel mob telephone \
            standard std secretariat service direction pole ouvert bp cs quai hotel abbaye \
            example cours impasse canton madame monsieur maison fax hotline permanence
            """
        )
        // "L.D.", "T." stand before telephone numbers.
        guard segment.contains(where: { line.words[$0].count > 2 }) else { return false }
        return !segment.contains {
            streets.contains(line.words[$0]) || line.folded.words[$0].isNumber
        }
    }

    /// The word for what it is says nothing of whose it is: "ville de Rennes" is not in `ville-lannion`.
    private func isInDomain(_ name: Line) -> Bool {
        guard let address, !hint.isMailboxProvider else { return false }
        let domain = String(Line(address.domain).words.joined())
        let squeezed = name.words.joined()
        return squeezed.count >= 3
            && (domain.contains(squeezed)
                || name.words.contains {
                    $0.count >= 4 && $0 != hint.keyword && domain.contains($0)
                })
    }

    func typeByCues() -> OrganisationType? {
        for line in sheet.tail + sheet.body.prefix(60) {
            for (words, type) in OrganisationWords.cues
            where line.words.indices.contains(where: { line.has(words, at: $0) }) {
                return type
            }
        }
        return nil
    }

    // MARK: Agreement with the address

    private func rated(_ candidate: OrganisationCandidate) -> OrganisationCandidate {
        var candidate = candidate
        let claims: [DomainHint.Claim: OrganisationType] = [
            .commune: .commune, .epci: .epci, .department: .department, .region: .region,
            .jointAuthority: .jointAuthority, .state: .state, .association: .association,
        ]
        if let claim = hint.claim, candidate.source != .address {
            if claims[claim] == candidate.type { candidate.score += 2 }
            if agrees(candidate.place) { candidate.score += 4 }
        }
        if candidate.source != .address, isInDomain(Line(candidate.text)) { candidate.score += 2 }
        if candidate.type == nil { candidate.type = candidate.place == nil ? typeByCues() : nil }
        return candidate
    }

    func agrees(_ place: PlaceMention.Place?) -> Bool {
        guard let place else { return false }
        return hint.places.contains { other in
            switch (place, other) {
            case (.communes(let left), .communes(let right)): !Set(left).isDisjoint(with: right)
            case (.epcis(let left), .epcis(let right)): !Set(left).isDisjoint(with: right)
            case (.department(let left), .department(let right)): left == right
            case (.region(let left), .region(let right)): left == right
            default: false
            }
        }
    }
}
