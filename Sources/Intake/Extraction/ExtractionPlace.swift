import Mail
import Territory

/// The place of an organisation, and what says so.
struct ResolvedPlace {
    var commune: Commune?
    var epci: EPCI?
    /// Those that the hints leave.
    var communes: [Commune] = []
    var epcis: [EPCI] = []
    var department: String?
    /// How many of the name remain when it is more than one.
    var homonyms = 1
    /// The most populous was taken, many times larger than the others.
    var isByPopulation = false
}

/// Gathers what a mail says of where it comes from, and settles the place with it.
struct PlaceReader {
    let gazetteer: Gazetteer?
    let sheet: Sheet
    let address: Address?
    let hint: DomainHint
    let phones: [PhoneNumber]

    /// Everything beside the organisation's own name that narrows homonyms.
    func hints() -> PlaceHints {
        var hints = PlaceHints()
        for line in sheet.tail { add(line, to: &hints) }
        if hints.departments.isEmpty, hints.postalCodes.isEmpty {
            for line in sheet.body.prefix(200) { add(line, to: &hints) }
        }
        if let display = address?.displayName { add(Line(display, places: gazetteer), to: &hints) }
        for place in hint.places {
            switch place {
            case .department(let department): hints.departments.insert(department.code)
            case .epcis(let epcis) where epcis.count == 1:
                hints.epcis.formUnion(epcis.map(\.siren))
                hints.departments.formUnion(epcis.map(\.department))
            case .communes(let communes) where communes.count == 1 && hint.claim == .commune:
                hints.departments.formUnion(communes.map(\.department))
            default: break
            }
        }
        hints.departments.formUnion(phones.compactMap(\.department))
        return hints
    }

    private func add(_ line: Line, to hints: inout PlaceHints) {
        for mention in line.places {
            switch mention.place {
            case .postalCode(let code, let department, _):
                hints.postalCodes.insert(code)
                hints.departments.insert(department)
            case .department(let department):
                hints.departments.insert(department.code)
            case .epcis(let epcis) where epcis.count == 1 && mention.introduction == .authority:
                hints.epcis.formUnion(epcis.map(\.siren))
                hints.departments.formUnion(epcis.map(\.department))
            default: break
            }
        }
    }

    /// Where the départements that are named hold none of that name, those of a longer name:
    /// "Saint-Étienne, dans les Alpes-Maritimes" is Saint-Étienne-de-Tinée.
    private func narrowed(_ communes: [Commune], by hints: PlaceHints) -> [Commune] {
        let isThere = communes.contains { hints.departments.contains($0.department) }
        guard !isThere, !hints.departments.isEmpty, let name = communes.first?.name else {
            return hints.narrow(communes)
        }
        let longer = (gazetteer?.communes(beginningWith: name) ?? []).filter {
            hints.departments.contains($0.department)
        }
        return longer.isEmpty ? hints.narrow(communes) : hints.narrow(longer)
    }

    /// A town this many times larger than all its homonyms is meant when nothing else is said.
    private static let dominance = 20

    func resolve(_ place: PlaceMention.Place?, with hints: PlaceHints) -> ResolvedPlace {
        var resolved = ResolvedPlace()
        switch place {
        case .communes(let communes):
            let left = narrowed(communes, by: hints)
            resolved.homonyms = left.count
            resolved.communes = left
            if left.count == 1 {
                resolved.commune = left.first
            } else if let first = left.first, left.count > 1, first.population > 10_000,
                first.population > left[1].population * Self.dominance
            {
                resolved.commune = first
                resolved.isByPopulation = true
            }
            let departments = Set(left.map(\.department))
            resolved.department =
                resolved.commune?.department ?? (departments.count == 1 ? departments.first : nil)
        case .epcis(let epcis):
            let left = hints.narrow(epcis)
            resolved.homonyms = left.count
            resolved.epcis = left
            if left.count == 1 { resolved.epci = left.first }
            resolved.department = resolved.epci?.department
        case .department(let department): resolved.department = department.code
        case .postalCode(_, let department, _): resolved.department = department
        case .region, nil: break
        }
        return resolved
    }

    /// The département and the postal code, and where they were read.
    func fill(
        _ requester: inout Requester,
        best: OrganisationCandidate?,
        resolved: ResolvedPlace
    ) {
        let postal = postalCode()
        requester.postalCode = postal?.code
        if postal != nil { requester.provenance[.postalCode] = .init([.signature], .certain) }
        let ownsPlace: [OrganisationType?] = [.commune, .epci, .department, .region]
        let settled = resolved.department.map { code in
            (code, Provenance([best?.source ?? .text], certainty(of: best, resolved)))
        }
        // A name made of one of several homonyms shows nothing.
        let text = resolved.homonyms > 1 ? nil : best?.text
        let told = department(of: text, type: best?.type)
        // The place in the name of a syndicat or a company is seldom where it is.
        let found = ownsPlace.contains(best?.type) ? settled ?? told : told ?? settled
        requester.department = found?.0
        requester.provenance[.department] = found?.1
        guard let taken = found, let postal, postal.department != taken.0, best?.type == .commune
        else { return }
        requester.contradictions.append(
            Contradiction(
                .department,
                taken: taken.0,
                from: best?.source ?? .text,
                other: "\(postal.code) (\(postal.department))",
                from: .signature
            )
        )
    }

    private func certainty(of best: OrganisationCandidate?, _ resolved: ResolvedPlace)
        -> Provenance.Certainty
    {
        if resolved.homonyms > 1 || best?.source == .address { return .doubtful }
        return best?.source == .text ? .likely : .certain
    }

    /// The last of the signature.
    private func postalCode() -> (code: String, department: String)? {
        for line in sheet.tail.reversed() {
            for mention in line.places {
                if case .postalCode(let code, let department, _) = mention.place {
                    return (code, department)
                }
            }
        }
        return nil
    }

    /// The département where the place itself does not tell: the postal code of the signature, a
    /// département named in it, the number in the name or the domain, the area of an overseas number.
    private func department(of organisation: String?, type: OrganisationType?)
        -> (String, Provenance)?
    {
        if let postal = postalCode() { return (postal.department, .init([.signature], .certain)) }
        if let organisation, let named = department(in: Line(organisation, places: gazetteer)) {
            return (named, .init([.text], .likely))
        }
        for line in sheet.tail {
            if let named = department(in: line) { return (named, .init([.signature], .likely)) }
        }
        for place in hint.places {
            let code: String? =
                switch place {
                case .department(let department): department.code
                case .communes(let communes) where communes.count == 1: communes[0].department
                case .epcis(let epcis) where epcis.count == 1: epcis[0].department
                default: nil
                }
            if let code { return (code, .init([.address], .doubtful)) }
        }
        if let overseas = phones.lazy.compactMap(\.department).first {
            return (overseas, .init([.signature], .likely))
        }
        guard type != .region else { return nil }
        return sheet.body.prefix(60).lazy.compactMap { departmentOnly(in: $0) }.first
            .map { ($0, .init([.text], .doubtful)) }
    }

    private func department(in line: Line) -> String? {
        let mentions = line.places
        for mention in mentions {
            if case .department(let department) = mention.place { return department.code }
        }
        for mention in mentions {
            if let communes = mention.communes, communes.count == 1,
                mention.introduction <= .qualified
            {
                return communes[0].department
            }
        }
        return nil
    }

    private func departmentOnly(in line: Line) -> String? {
        for mention in line.places {
            if case .department(let department) = mention.place { return department.code }
        }
        return nil
    }
}
