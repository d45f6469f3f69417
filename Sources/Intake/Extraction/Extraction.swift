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
        let sheet = Sheet(text: read.newText, signature: read.signature)
        let hint =
            sender.flatMap { gazetteer?.hint(localPart: $0.localPart, domain: $0.domain) }
            ?? DomainHint(isMailboxProvider: false)
        var requester = Requester()
        if let sender, !sender.domain.isEmpty { requester.address = sender.addrSpec }
        requester.name = NameReader(sheet: sheet, address: sender).name()
        let phones = PhoneReader(sheet: sheet)
        requester.phone = phones.best
        requester.callTimes = CallTimes.find(in: sheet.tail + sheet.body)
        readRoleAndOrganisation(into: &requester, sheet, sender, hint, phones.all)
        return requester
    }

    private func readRoleAndOrganisation(
        into requester: inout Requester,
        _ sheet: Sheet,
        _ sender: Address?,
        _ hint: DomainHint,
        _ phones: [PhoneNumber]
    ) {
        let roles = RoleReader { [gazetteer] line, index in
            gazetteer?.places(in: line.folded).contains {
                $0.words.contains(index) && !$0.isPostalCode
            } ?? false
        }
        let inTail = roles.inTail(sheet.tail)
        let inBody = roles.inBody(sheet.body)
        requester.role = inTail?.role ?? inBody?.role
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
        requester.organisation = best.map { FrenchName.tidy($0.text, commune: resolved.commune) }
        requester.organisationType =
            best == nil && organisations.isPrivate ? .individual : best?.type
        if best?.type == .commune { requester.insee = resolved.commune?.insee }
        requester.siren = resolved.epci?.siren
        requester.department =
            resolved.department ?? place.department(of: best?.text, type: best?.type)
        if let best {
            requester.placeEvidence = PlaceEvidence.phrase(
                best,
                among: candidates,
                resolved: resolved,
                hint: hint
            )
        }
    }
}

/// The sentence by which staff see how sure a place is.
enum PlaceEvidence {
    static func phrase(
        _ best: OrganisationCandidate,
        among all: [OrganisationCandidate],
        resolved: ResolvedPlace,
        hint: DomainHint
    ) -> String? {
        guard best.place != nil else { return nil }
        let noun = best.type == .commune ? "communes" : "intercommunalités"
        if resolved.homonyms > 1 {
            let count = "\(resolved.homonyms) \(noun) de ce nom"
            return resolved.isByPopulation
                ? "À vérifier : la plus peuplée de \(count)" : "À vérifier : \(count)"
        }
        let isMasculine = best.type == .department || best.type == .jointAuthority
        let named = isMasculine ? "nommé" : "nommée"
        var places: [String] = []
        let same = all.filter { $0.type == best.type && $0.place == best.place }
        if same.contains(where: { $0.source == .text }) { places.append("dans le texte") }
        if same.contains(where: { $0.source == .signature }) { places.append("dans la signature") }
        if same.contains(where: { $0.source == .displayName }) {
            places.append("dans le nom de l'expéditeur")
        }
        let isInAddress =
            same.contains { $0.source == .address }
            || hint.places.contains { $0 == best.place }
        if isInAddress { places.append("dans l'adresse") }
        guard let last = places.popLast() else { return nil }
        if places.isEmpty, isInAddress { return "À vérifier : \(named) dans l'adresse seulement" }
        let list = places.isEmpty ? last : "\(places.joined(separator: ", ")) et \(last)"
        return "Sûr : \(named) \(list)"
    }
}
