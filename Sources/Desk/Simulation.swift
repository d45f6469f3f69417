import Casework
import Foundation
import Mail
import Synchronization

/// The time in a simulation: that of the message in hand, never going back.
package final class MessageClock: Clock {
    private let time: Mutex<Date>

    package init(startingAt time: Date) {
        self.time = Mutex(time)
    }

    package var now: Date { time.withLock { $0 } }

    package func advance(to date: Date) {
        time.withLock { $0 = max($0, date) }
    }
}

/// Takes messages as the service would, with the same code, and sends nothing.
package final class Simulation {
    private let office: Office
    private let clock: MessageClock
    private let delivery = DryDelivery()

    package init(office: Office) {
        self.office = office
        clock = MessageClock(startingAt: office.lastTime ?? .distantPast)
    }

    /// Files one message, and "delivers" what it causes.
    package func take(_ bytes: [UInt8]) throws -> Decision? {
        if let date = Message(parsing: bytes).date { clock.advance(to: date) }
        // A store has to begin somewhere: the first message may have no date.
        if clock.now == .distantPast { clock.advance(to: Date(timeIntervalSince1970: 0)) }
        let decision = try office.take([Arrival(bytes: bytes)], at: clock.now).first
        try delivery.sendDue(from: office, clock: clock)
        return decision
    }
}
