import Mail
import Territory

/// The place of an organisation, and what says so.
struct ResolvedPlace {
    var commune: Commune?
    var epci: EPCI?
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
        if let display = address?.displayName { add(Line(display), to: &hints) }
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
        for mention in gazetteer?.places(in: line.folded) ?? [] {
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

    /// A town this many times larger than all its homonyms is meant when nothing else is said.
    private static let dominance = 20

    func resolve(_ place: PlaceMention.Place?, with hints: PlaceHints) -> ResolvedPlace {
        var resolved = ResolvedPlace()
        switch place {
        case .communes(let communes):
            let left = hints.narrow(communes)
            resolved.homonyms = left.count
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
            if left.count == 1 { resolved.epci = left.first }
            resolved.department = resolved.epci?.department
        case .department(let department): resolved.department = department.code
        case .postalCode(_, let department, _): resolved.department = department
        case .region, nil: break
        }
        return resolved
    }

    /// The département where the place itself does not tell: the postal code of the signature, a
    /// département named in it, the number in the name or the domain, the area of an overseas number.
    func department(of organisation: String?, type: OrganisationType?) -> String? {
        for line in sheet.tail.reversed() {
            for mention in gazetteer?.places(in: line.folded) ?? [] {
                if case .postalCode(_, let department, _) = mention.place { return department }
            }
        }
        if let organisation, let named = department(in: Line(organisation)) { return named }
        for line in sheet.tail {
            if let named = department(in: line) { return named }
        }
        for place in hint.places {
            switch place {
            case .department(let department): return department.code
            case .communes(let communes) where communes.count == 1: return communes[0].department
            case .epcis(let epcis) where epcis.count == 1: return epcis[0].department
            default: break
            }
        }
        if let overseas = phones.lazy.compactMap(\.department).first { return overseas }
        guard type != .region else { return nil }
        return sheet.body.prefix(60).lazy.compactMap { departmentOnly(in: $0) }.first
    }

    private func department(in line: Line) -> String? {
        let mentions = gazetteer?.places(in: line.folded) ?? []
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
        for mention in gazetteer?.places(in: line.folded) ?? [] {
            if case .department(let department) = mention.place { return department.code }
        }
        return nil
    }
}
