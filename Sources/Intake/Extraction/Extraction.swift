import Mail
import Territory

/// Reads from a message who asks, in what role, for which organisation, and how to reach them.
package struct Extractor: Sendable {
    private let gazetteer: Gazetteer?

    /// Without a gazetteer no place is resolved; all else is read the same.
    package init(gazetteer: Gazetteer?) {
        self.gazetteer = gazetteer
    }

    /// In a mail that was handed on the requester is the one who asks in the forwarded text: then the
    /// address is that person's, which is for staff to see and never for automatic answers.
    package func requester(from: Address?, subject: String, reading: Reading) -> Requester {
        let read = reading.lookedAt
        let sender = read.readsForward ? read.originalSender ?? from : from
        let sheet = Sheet(text: read.newText, signature: read.signature, places: gazetteer)
        var requester = requester(of: sheet, sender)
        if read.readsForward { requester.forwarder = forwarder(of: read, from: from) }
        return requester
    }

    /// Who wrote the lines above a forwarded mail, for staff to know whom to thank.
    private func forwarder(of reading: Reading, from: Address?) -> Forwarder? {
        let sheet = Sheet(
            text: reading.forwarderText ?? "",
            signature: reading.forwarderSignature,
            places: gazetteer
        )
        let found = requester(of: sheet, from)
        return Forwarder(
            name: found.name,
            address: found.address,
            role: found.role,
            organisation: found.organisation
        )
    }

    private func requester(of sheet: Sheet, _ sender: Address?) -> Requester {
        let hint = hint(of: sender, sheet)
        var requester = Requester()
        if let sender, !sender.domain.isEmpty { requester.address = sender.addrSpec }
        if let name = NameReader(sheet: sheet, address: sender).find() {
            requester.name = name.name
            requester.provenance[.name] = name.provenance
            if let other = name.other {
                requester.contradictions.append(
                    Contradiction(
                        .name,
                        taken: name.name,
                        from: other.part == .header ? .signature : .header,
                        other: other.name,
                        from: other.part
                    )
                )
            }
        }
        let phones = PhoneReader(sheet: sheet, departments: departments(sheet, hint))
        requester.phone = phones.best
        requester.provenance[.phone] = phones.provenance
        readCallTimes(into: &requester, sheet)
        readRoleAndOrganisation(into: &requester, sheet, sender, hint, phones.all)
        return requester
    }

    /// What the address shows; of several communes those that the mail names.
    private func hint(of sender: Address?, _ sheet: Sheet) -> DomainHint {
        guard let sender, let gazetteer else { return DomainHint(isMailboxProvider: false) }
        var hint = gazetteer.hint(localPart: sender.localPart, domain: sender.domain)
        guard case .communes(let named)? = hint.places.first, let name = named.first?.name else {
            return hint
        }
        // `mairie.ambrieres` may be Ambrières-les-Vallées as well.
        let owners = named + gazetteer.communes(beginningWith: name)
        guard owners.count > 1 else { return hint }
        for line in sheet.tail + sheet.body.prefix(40) {
            for mention in line.places {
                let named = owners.filter { mention.communes?.contains($0) ?? false }
                guard named.isEmpty else {
                    hint.places[0] = .communes(named)
                    return hint
                }
            }
        }
        return hint
    }

    /// Every département that the mail or its address names.
    private func departments(_ sheet: Sheet, _ hint: DomainHint) -> Set<String> {
        let named = (sheet.tail + sheet.body.prefix(60)).flatMap(\.places).map(\.place)
        return Set((named + hint.places).flatMap(\.departments))
    }

    private func readCallTimes(into requester: inout Requester, _ sheet: Sheet) {
        let signed = CallTimes.find(in: sheet.tail)
        requester.callTimes = signed ?? CallTimes.find(in: sheet.body)
        guard requester.callTimes != nil else { return }
        requester.provenance[.callTimes] = .init([signed == nil ? .text : .signature], .likely)
    }

    private func readRoleAndOrganisation(
        into requester: inout Requester,
        _ sheet: Sheet,
        _ sender: Address?,
        _ hint: DomainHint,
        _ phones: [PhoneNumber]
    ) {
        let roles = RoleReader()
        let inTail = roles.inTail(sheet.tail)
        let inBody = roles.inBody(sheet.body)
        requester.role = inTail?.role ?? inBody?.role
        if inTail != nil {
            let isTold = inBody?.role == inTail?.role
            requester.provenance[.role] = .init(
                isTold ? [.signature, .text] : [.signature],
                .certain
            )
        } else if inBody != nil {
            requester.provenance[.role] = .init([.text], .likely)
        }
        let place = PlaceReader(
            gazetteer: gazetteer,
            sheet: sheet,
            address: sender,
            hint: hint,
            phones: phones
        )
        let hints = place.hints()
        let organisations = OrganisationReader(
            gazetteer: gazetteer,
            sheet: sheet,
            address: sender,
            hint: hint,
            hints: hints,
            roleInTail: inTail.map { .init(line: $0.line, words: $0.words) },
            roleInBody: inBody.map { .init(line: $0.line, words: $0.words) }
        )
        let candidates = organisations.candidates()
        let best = organisations.best(of: candidates)
        let resolved = place.resolve(best?.place, with: hints)
        requester.organisationType =
            best == nil && organisations.isPrivate ? .individual : best?.type
        place.fill(&requester, best: best, resolved: resolved)
        let settlement = Settlement(
            gazetteer: gazetteer,
            best: best,
            candidates: candidates,
            resolved: resolved,
            hint: hint,
            hints: hints,
            code: requester.department
        )
        requester.organisation = settlement.name()
        settlement.fill(&requester)
    }
}
