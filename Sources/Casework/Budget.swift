import Foundation

/// How many automatic answers may leave: a loop that no test recognised ends here.
package struct Budget: Hashable, Sendable {
    /// Answers to one address within `window`.
    package var perAddress = 3
    /// Answers to anybody in a day (UTC).
    package var perDay = 2_000
    /// Receipts of orders to one person about one case within `window`: the address of a member of
    /// staff may be that of a robot.
    package var receipts = 5
    /// Receipts of orders about recaps to one person within `window`: each takes messages back.
    package var recapReceipts = 20

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
    package func objection(
        toAnswering addrSpec: String,
        at time: Date,
        register: Register
    ) -> String? {
        if register.recentAnswers(to: addrSpec, before: time) >= perAddress {
            return "déjà \(perAddress) réponses à cette adresse en 24 heures"
        }
        if register.answers(onDayOf: time) >= perDay {
            return "déjà \(perDay) réponses automatiques aujourd'hui"
        }
        return nil
    }
}
