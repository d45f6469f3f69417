import Casework
import Correspondence
import Intake
import Mail

extension Clerk {
    /// The open cases near one that a message opens: of the same person, authority or
    /// intercommunality, or about the same subject.
    func neighbours(of dossier: Case, inquiry: Inquiry, register: Register) -> Neighbours {
        register.neighbours(
            of: dossier,
            text: inquiry.reading.newText,
            in: surroundings(of: dossier.requester)
        )
    }

    /// The Métropole du Grand Paris: its 131 communes work together in its établissements publics
    /// territoriaux, and are no neighbours of each other.
    private static let greaterParis = "200054781"

    private func surroundings(of requester: Requester) -> Surroundings {
        guard let gazetteer = correspondent.gazetteer else { return Surroundings() }
        let commune = requester.insee.flatMap { gazetteer.commune(insee: $0) }
        let siren = commune?.epciSIREN ?? requester.siren
        let epci = siren == Self.greaterParis ? nil : siren
        let domain = requester.address.flatMap { address in
            address.lastIndex(of: "@").map { at in
                gazetteer.hint(
                    localPart: String(address[..<at]),
                    domain: String(address[address.index(after: at)...])
                )
            }
        }
        return Surroundings(
            epci: epci,
            communes: epci.map { gazetteer.members(ofEPCI: $0) } ?? [],
            isOwnDomain: domain.map { !$0.isMailboxProvider } ?? false
        )
    }
}
