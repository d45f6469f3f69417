import Synchronization

/// The faults of a server, shared by its connections, and what has happened of them.
final class FaultDesk: Sendable {
    private struct State {
        var faults = Faults()
        var happened: [Fault] = []
    }

    private let state = Mutex(State())

    var faults: Faults {
        get { state.withLock { $0.faults } }
        set { state.withLock { $0.faults = newValue } }
    }

    var happened: [Fault] { state.withLock { $0.happened } }

    func offers(_ capability: String) -> Bool {
        state.withLock { !$0.faults.missingCapabilities.contains(capability) }
    }

    /// Takes what applies at any of these places, each once, in the order of the list.
    func take(_ places: [Fault.Place]) -> [Fault.Effect] {
        state.withLock { state in
            var effects: [Fault.Effect] = []
            for (index, fault) in state.faults.faults.enumerated()
            where places.contains(fault.place) && fault.timesLeft != 0 {
                state.faults.faults[index].timesLeft? -= 1
                state.happened.append(fault)
                effects.append(fault.effect)
                if fault.effect.decidesAnswer { break }
            }
            return effects
        }
    }
}

extension Fault.Effect {
    /// Whether nothing else is answered.
    var decidesAnswer: Bool {
        switch self {
        case .delay, .drip, .deafness: false
        case .close(let count): count == 0
        case .answer, .bye, .raw, .silence: true
        }
    }
}
