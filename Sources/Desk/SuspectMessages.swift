import Synchronization
import Transport

/// The messages of a mailbox at which the connection ended, as Dovecot ends it over a message file
/// that it cannot read: one of them must not keep all others from being filed.
///
/// After a break, those asked for together are asked for one at a time; the one at which it breaks
/// again and again is passed over, and asked for once more from time to time: the file may have been
/// mended.
package final class SuspectMessages: Sendable {
    /// How often the connection may end at a message asked for alone.
    package static let breaksAllowed = 3

    /// How long a message is passed over after its last break.
    package static let rest = Duration.seconds(3_600)

    private struct State {
        /// Breaks at the message asked for alone.
        var breaks: [UID: Int] = [:]
        var lastBreak: [UID: ContinuousClock.Instant] = [:]
        var uidValidity: UIDValidity?
    }

    private let state = Mutex(State())

    package init() {}

    /// Every UID is void under another UIDVALIDITY (RFC 9051 §2.3.1.1).
    func begin(under uidValidity: UIDValidity) {
        state.withLock { state in
            guard state.uidValidity != uidValidity else { return }
            state = State(uidValidity: uidValidity)
        }
    }

    /// The connection ended while these were asked for.
    func broke(at uids: [UID], now: ContinuousClock.Instant = .now) {
        state.withLock { state in
            if uids.count == 1 {
                state.breaks[uids[0], default: 0] += 1
                state.lastBreak[uids[0]] = now
            } else {
                for uid in uids where state.breaks[uid] == nil { state.breaks[uid] = 0 }
            }
        }
    }

    /// The server gave an answer about these.
    func cleared(_ uids: [UID]) {
        state.withLock { state in
            for uid in uids {
                state.breaks[uid] = nil
                state.lastBreak[uid] = nil
            }
        }
    }

    /// Those not to be asked for now.
    func passedOver(among uids: [UID], now: ContinuousClock.Instant = .now) -> Set<UID> {
        state.withLock { state in
            Set(
                uids.filter { uid in
                    guard let breaks = state.breaks[uid], let last = state.lastBreak[uid] else {
                        return false
                    }
                    return breaks >= Self.breaksAllowed && now - last < Self.rest
                }
            )
        }
    }

    /// The first of the UIDs that may be asked for together: a suspect alone.
    func together(_ uids: some Collection<UID>) -> [UID] {
        state.withLock { state in
            guard let first = uids.first else { return [] }
            if state.breaks[first] != nil { return [first] }
            return Array(uids.prefix { state.breaks[$0] == nil })
        }
    }

    /// How often the connection ended at a message so far, in all.
    package var breakCount: Int {
        state.withLock { $0.breaks.values.reduce($0.breaks.isEmpty ? 0 : 1, +) }
    }
}
