import Foundation
import Intake

/// Which cases come from the same authority or are about the same subject: an index that the register
/// keeps, so that nobody walks all cases to find the few near one.
///
/// It holds numbers and hashes, no text, and it is made of the journal's events in their order: the
/// same journal gives the same index.
struct Similarity: Sendable {
    /// What is known of one stem.
    private struct Term {
        /// How many cases have it.
        var frequency: UInt32 = 0
        /// The cases of which it is one of the most telling words, oldest first.
        var uses: [Use] = []
    }

    /// That a word is one of the most telling of a case.
    private struct Use {
        var slot: UInt32
        /// Whether the message dwells on it.
        var isStressed: Bool
    }

    /// The cases by slot, in the order they were opened.
    private var numbers: [CaseNumber] = []
    private var byAuthority: [AuthorityKey: [UInt32]] = [:]
    /// By the requester's address in lower case.
    private var byAddress: [String: [UInt32]] = [:]
    private var terms: [UInt64: Term] = [:]
    private var stems = StemCache()
    /// The logarithm of the cases known, with those that stand for all before them.
    private var knownLog = log(prior)

    /// Words kept of each case.
    private static let mostTelling = 16
    /// Cases looked at for one authority, address or word, the newest.
    static let reach = 100
}

// MARK: - Filing

extension Similarity {
    /// Files a new case under who asks and under its most telling words.
    mutating func note(_ opened: Case, text: String) {
        let slot = UInt32(truncatingIfNeeded: numbers.count)
        numbers.append(opened.number)
        knownLog = log(Double(numbers.count) + Self.prior)
        file(slot, under: opened.requester)
        // Taken out while it grows, so that it is not copied.
        var stems = stems
        self.stems = StemCache()
        let words = words(of: opened, text: text) { stems.remember($0) }
        self.stems = stems
        for word in words { terms[word.stem, default: Term()].frequency += 1 }
        for word in telling(words) {
            let use = Use(slot: slot, isStressed: word.isStressed)
            terms[word.stem, default: Term()].uses.append(use)
        }
    }

    /// Files a case anew where it has become clear who asks.
    ///
    /// Its words stay those it was opened with: a complement may be a figure or a note of staff.
    mutating func note(_ updated: Case, formerly known: Case?) {
        guard let known else { return note(updated, text: "") }
        let old = AuthorityKey(known.requester)
        let new = AuthorityKey(updated.requester)
        let oldAddress = known.requester.address?.lowercased()
        let newAddress = updated.requester.address?.lowercased()
        guard old != new || oldAddress != newAddress else { return }
        let slot =
            slot(of: known.number, in: old.flatMap { byAuthority[$0] })
            ?? slot(of: known.number, in: oldAddress.flatMap { byAddress[$0] })
            ?? numbers.lastIndex(of: known.number).map { UInt32($0) }
        guard let slot else { return }
        if let old { byAuthority[old]?.removeAll { $0 == slot } }
        if let oldAddress { byAddress[oldAddress]?.removeAll { $0 == slot } }
        file(slot, under: updated.requester)
    }

    private mutating func file(_ slot: UInt32, under requester: Requester) {
        if let key = AuthorityKey(requester) { byAuthority[key, default: []].insert(sorted: slot) }
        if let address = requester.address?.lowercased(), address.contains("@") {
            byAddress[address, default: []].insert(sorted: slot)
        }
    }

    private func slot(of number: CaseNumber, in slots: [UInt32]?) -> UInt32? {
        slots?.last { numbers[Int($0)] == number }
    }
}

// MARK: - Words

extension Similarity {
    private func words(
        of dossier: Case,
        text: String,
        stem: (ArraySlice<UInt8>) -> UInt64?
    ) -> [SubjectWords.Word] {
        guard dossier.mayShareSubject else { return [] }
        let requester = dossier.requester
        return SubjectWords(
            subject: dossier.subject,
            text: text,
            requester: [requester.organisation, requester.name],
            stem: stem
        ).words
    }

    /// The most telling words, the most telling first: rare among the cases known, repeated, or named
    /// in the subject line.
    private func telling(_ words: [SubjectWords.Word]) -> [SubjectWords.Word] {
        let weighed = words.enumerated().map { index, word in
            (weight: weight(of: word), index: index)
        }
        return weighed.sorted { ($1.weight, $0.index) < ($0.weight, $1.index) }
            .prefix(Self.mostTelling).map { words[$0.index] }
    }

    private func weight(of word: SubjectWords.Word) -> Double {
        let repeated = 1 + log(Double(word.count))
        return rarity(of: word.stem) * repeated * (word.isInSubject ? 2 : 1)
    }

    /// From 0 for a word that every case has to 1 for one that hardly any has.
    private func rarity(of stem: UInt64) -> Double {
        let frequency = Double(terms[stem]?.frequency ?? 0) + 1
        return min(1, max(0, (knownLog - log(frequency)) / min(knownLog, Self.rarestLog)))
    }

    /// Cases that a word is taken to be missing from before any is known.
    private static let prior = 50.0
    /// A word of one case in so many is as rare as can be: among ever more cases each subject comes
    /// back more often, and is no less telling.
    private static let rarestLog = log(1_000.0)
}

// MARK: - Looking up

extension Similarity {
    /// The open cases near one, which may be filed already or not.
    ///
    /// - Parameters:
    ///   - text: the new words of the message that opens it.
    ///   - cases: all as they stand now.
    func neighbours(
        of dossier: Case,
        text: String,
        in surroundings: Surroundings,
        cases: [CaseNumber: Case]
    ) -> Neighbours {
        var search = NeighbourSearch(dossier: dossier, cases: cases)
        if let address = dossier.requester.address?.lowercased() {
            take(byAddress[address], as: .person, into: &search)
        }
        if let authority = key(of: dossier, in: surroundings) {
            search.neighbours.authority = authority
            take(byAuthority[authority], as: .authority, into: &search)
            let around = keys(around: authority, in: surroundings)
            if dossier.kind != .other, !around.isEmpty {
                search.neighbours.includesEPCI = true
                for key in around { take(byAuthority[key], as: .intercommunality, into: &search) }
            }
        }
        takeSameSubject(as: dossier, text: text, into: &search)
        return search.result
    }

    private func take(_ slots: [UInt32]?, as relation: Relation, into search: inout NeighbourSearch)
    {
        guard let slots else { return }
        if slots.count > Self.reach { search.neighbours.isCutShort = true }
        for slot in slots.suffix(Self.reach) {
            search.take(numbers[Int(slot)], as: relation)
        }
    }

    private func key(of dossier: Case, in surroundings: Surroundings) -> AuthorityKey? {
        let key = AuthorityKey(dossier.requester)
        if case .domain = key, !surroundings.isOwnDomain { return nil }
        return key
    }

    /// The other authorities of the same intercommunality, and itself.
    private func keys(around authority: AuthorityKey, in surroundings: Surroundings)
        -> [AuthorityKey]
    {
        guard let epci = surroundings.epci else { return [] }
        switch authority {
        case .commune, .epci:
            let all = [.epci(epci)] + surroundings.communes.map { AuthorityKey.commune($0) }
            return all.filter { $0 != authority }
        case .department, .region, .named, .domain: return []
        }
    }

    private func takeSameSubject(as dossier: Case, text: String, into search: inout NeighbourSearch)
    {
        let words = telling(words(of: dossier, text: text) { stems.stem(of: $0) })
        let whole = words.reduce(0) { $0 + weight(of: $1) }
        let sharing = sharing(words)
        search.neighbours.examined += sharing.reduce(0) { $0 + $1.value.count }
        for (slot, shared) in sharing.sorted(by: { $0.key < $1.key }) {
            let rarity = shared.reduce(0) {
                $0 + self.rarity(of: $1.word.stem)
                    * ($1.word.isStressed && $1.use.isStressed ? 1 : 0.5)
            }
            let part = shared.reduce(0) { $0 + weight(of: $1.word) } / whole
            let dwells =
                shared.contains(where: \.word.isStressed)
                && shared.contains(where: \.use.isStressed)
            guard dwells, shared.count >= Self.fewestShared, rarity >= Self.leastShared,
                part >= Self.leastPart
            else { continue }
            search.take(numbers[Int(slot)], sharing: shared.map(\.word.written))
        }
    }

    /// The cases that have any of the words among their most telling ones, by slot.
    private func sharing(_ words: [SubjectWords.Word])
        -> [UInt32: [(word: SubjectWords.Word, use: Use)]]
    {
        var shared: [UInt32: [(word: SubjectWords.Word, use: Use)]] = [:]
        for word in words {
            for use in (terms[word.stem]?.uses ?? []).suffix(Self.reach) {
                shared[use.slot, default: []].append((word, use))
            }
        }
        return shared
    }

    /// One word in common may be chance.
    private static let fewestShared = 2
    /// The sum of their rarity; a word counts half where one of both only mentions it.
    private static let leastShared = 1.05
    /// What they weigh among the telling words of the case in hand.
    private static let leastPart = 0.2
}

extension Case {
    /// Of what machines send, and of what is none of our offers, the words say little.
    fileprivate var mayShareSubject: Bool { kind == .request || kind == .unclear }
}

extension [UInt32] {
    fileprivate mutating func insert(sorted slot: UInt32) {
        var index = endIndex
        while index > startIndex, self[index - 1] > slot { index -= 1 }
        insert(slot, at: index)
    }
}
