import Foundation

/// How many automatic answers may leave: a loop that no test recognised ends here.
package struct Budget: Hashable, Sendable {
    /// Answers to one address within `window`.
    package var perAddress = 3
    /// Answers to all addresses of one organisation's domain within `window`: a robot may change its
    /// address at each turn.
    package var perDomain = 10
    /// Answers to anybody in a day (UTC).
    package var perDay = 2_000
    /// Receipts of orders to one person about one case within `window`: the address of a member of
    /// staff may be that of a robot.
    package var receipts = 10
    /// Receipts of orders about recaps to one person within `window`: each takes messages back.
    package var recapReceipts = 20

    /// Octets of summaries in a day (UTC) with the messages that go with them: whoever sends large mail
    /// all day must not fill the disk with copies of it.
    package static let octetsToStaffPerDay = 250_000_000

    /// Seconds in which answers to one address add up.
    package static let window: TimeInterval = 86_400

    package init() {}

    /// Whether that person may be told once more what became of an order.
    package func permitsReceipt(
        to addrSpec: String,
        in number: CaseNumber,
        at time: Date,
        register: Register
    ) -> Bool {
        register.receipts(in: number, to: addrSpec, before: time).count < receipts
    }

    /// Why no further answer may go to that address; `nil` when one may. In French, for staff.
    ///
    /// - Parameter isProvider: whether its domain is that of many who have nothing to do with each
    ///   other, such as `orange.fr`.
    package func objection(
        toAnswering addrSpec: String,
        isProvider: Bool = false,
        at time: Date,
        register: Register
    ) -> String? {
        if let objection = register.deliveries.objection(toAnswering: addrSpec, at: time) {
            return objection
        }
        if register.recentAnswers(to: addrSpec, before: time) >= perAddress {
            return "déjà \(perAddress) réponses à cette adresse en 24 heures"
        }
        let atDomain = register.deliveries.recentAnswers(toDomainOf: addrSpec, before: time)
        if !isProvider, atDomain >= perDomain {
            return "déjà \(perDomain) réponses à ce domaine en 24 heures"
        }
        if register.answers(onDayOf: time) >= perDay {
            return "déjà \(perDay) réponses automatiques aujourd'hui"
        }
        return nil
    }
}
