import Intake
import Mail

/// Who at the agency is told about a case.
package struct Routing: Hashable, Sendable {
    package var byOffer: [Offer: [Address]]
    /// Receives what no offer claims.
    package var fallback: [Address]

    package init(byOffer: [Offer: [Address]] = [:], fallback: [Address]) {
        self.byOffer = byOffer
        self.fallback = fallback
    }

    /// Every address once, those of the main offer first.
    package func recipients(for offers: [Offer]) -> [Address] {
        let listed = offers.flatMap { byOffer[$0] ?? fallback }
        return Self.once(listed.isEmpty ? fallback : listed)
    }

    /// Those of the present offers, then those who were told when the case was taken for others.
    package func recipients(for offers: [Offer], formerly former: [Offer]) -> [Address] {
        Self.once(recipients(for: offers) + recipients(for: former))
    }

    /// All addresses of staff.
    package var everyone: [Address] {
        Self.once(Offer.allCases.flatMap { byOffer[$0] ?? [] } + fallback)
    }

    package func isStaff(_ address: Address) -> Bool {
        everyone.contains(where: address.isSameAddress(as:))
    }

    private static func once(_ addresses: [Address]) -> [Address] {
        var seen: Set<String> = []
        return addresses.filter { seen.insert($0.addrSpec.lowercased()).inserted }
    }
}
