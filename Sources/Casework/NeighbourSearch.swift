import French
import Intake

/// What a look-up has found so far.
struct NeighbourSearch {
    private let dossier: Case
    private let cases: [CaseNumber: Case]
    var neighbours = Neighbours()
    private var found: [CaseNumber: Neighbour] = [:]

    init(dossier: Case, cases: [CaseNumber: Case]) {
        self.dossier = dossier
        self.cases = cases
    }

    /// The first relation that is told of a case is the closest.
    mutating func take(_ number: CaseNumber, as relation: Relation) {
        neighbours.examined += 1
        guard let other = candidate(number, as: relation), found[number] == nil else { return }
        let isOtherPerson = relation == .person && !dossier.requester.mayBe(other.requester)
        found[number] = Neighbour(other, relation: isOtherPerson ? .mailbox : relation)
    }

    mutating func take(_ number: CaseNumber, sharing words: [String]) {
        guard let other = candidate(number, as: nil) else { return }
        found[number, default: Neighbour(other, relation: nil)].sharedWords = words
    }

    private func candidate(_ number: CaseNumber, as relation: Relation?) -> Case? {
        guard number != dossier.number, let other = cases[number], other.isWorthNaming else {
            return nil
        }
        // What is none of our offers concerns the same authority alone.
        let isClose = relation.map { $0 <= .authority } ?? false
        return isClose || other.kind != .other ? other : nil
    }

    /// The closest are named, and of those the newest; they stand with the newest first.
    var result: Neighbours {
        let far = Relation.intercommunality.rawValue + 1
        let ranked = found.values.sorted {
            let left = $0.relation?.rawValue ?? far
            let right = $1.relation?.rawValue ?? far
            return left == right ? $0.isNewer(than: $1) : left < right
        }
        var result = neighbours
        result.named = ranked.prefix(Neighbours.mostNamed).sorted { $0.isNewer(than: $1) }
        result.others = ranked.count - result.named.count
        return result
    }
}

extension Neighbour {
    fileprivate func isNewer(than other: Neighbour) -> Bool {
        (dossier.openedAt, dossier.number) > (other.dossier.openedAt, other.dossier.number)
    }
}

extension Requester {
    /// Whether nothing says that two mails of one address were written by two people.
    fileprivate func mayBe(_ other: Requester) -> Bool {
        guard let name, let otherName = other.name else { return true }
        return fold(name) == fold(otherName)
    }
}

extension Case {
    /// Whether somebody still has to do with it.
    fileprivate var isWorthNaming: Bool {
        switch kind {
        case .request, .unclear: state != .closed
        case .other: state != .closed && topic != .remerciement
        case .automatic, .spam: false
        }
    }
}
