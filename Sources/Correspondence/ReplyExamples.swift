import Casework
import Foundation
import Intake
import Territory

extension Correspondent {
    /// How many examples an answer names.
    package static let exampleLimit = 2

    func examples(for dossier: Case, inquiry: Inquiry, on day: Date) -> [ExampleLink] {
        var query = ExampleQuery(subject: dossier.subject, text: inquiry.reading.newText)
        query.deciding = inquiry.classification.evidence
            .filter { evidence in
                evidence.field == "body" && evidence.weight > 0
                    && dossier.offers.contains { $0.rawValue == evidence.target }
            }
            .map(\.text)
        query.organisation = dossier.requester.organisation
        query.places = gazetteer?.names(around: dossier.requester) ?? []
        // Who hunts for irritants has no subject yet: what is named is where, or who.
        let offers = dossier.offers.filter { $0 != .investigation || dossier.track != .irritants }
        return letters.examples.closest(
            to: query,
            offers: offers,
            on: day,
            limit: max(Self.exampleLimit, offers.count)
        )
    }

    /// The examples that stand in a letter, for the journal.
    func shown(_ links: [ExampleLink]) -> [ShownExample] {
        links.map { link in
            ShownExample(
                url: link.url,
                offer: link.offer,
                score: ((link.fit?.score ?? 0) * 100).rounded() / 100,
                terms: link.fit?.terms.map(\.text) ?? []
            )
        }
    }

    /// The places that a mail of ours gives as examples, for staff.
    func names(of examples: [ShownExample]) -> [String] {
        examples.compactMap { example in
            letters.examples.links.first { $0.url == example.url }
                .map { $0.place ?? $0.title }
        }
    }
}

extension Gazetteer {
    /// The commune, intercommunalité, département and région of who writes.
    package func names(around requester: Requester) -> [String] {
        names(
            commune: requester.insee.flatMap { commune(insee: $0) },
            epci: requester.siren.flatMap { epci(siren: $0) },
            department: requester.department
        )
    }

    /// The territories that hold the one of a name, and that one; empty where several have the name.
    package func names(around name: String) -> [String] {
        if let department = department(named: name) {
            return names(commune: nil, epci: nil, department: department.code)
        }
        if region(named: name) != nil { return [name] }
        let bare = name.split(separator: " ")
        let epcis = epcis(named: name)
        if ["CA", "CC", "CU"].contains(bare.first), let epci = epcis.first, epcis.count == 1 {
            return names(commune: nil, epci: epci, department: epci.department)
        }
        let communes = communes(named: name)
        guard let commune = communes.first, communes.count == 1 else { return [] }
        return names(commune: commune, epci: nil, department: commune.department)
    }

    private func names(commune: Commune?, epci: EPCI?, department code: String?) -> [String] {
        let epci = epci ?? commune?.epciSIREN.flatMap { self.epci(siren: $0) }
        let department = (code ?? commune?.department).flatMap { self.department(code: $0) }
        return [commune?.name, epci?.name, department?.name, department?.region?.name]
            .compactMap(\.self)
    }
}
