/// Why IDLE ended.
package enum IdleOutcome: Hashable, Sendable {
    /// Messages have arrived.
    case changed
    case timeout
    /// `Wake` was signalled; the session is still good.
    case woken
}

extension IMAPSession {
    /// Servers may end an IDLE after 30 minutes (RFC 2177 §3).
    private static let longestIdle = Duration.seconds(28 * 60)

    /// Waits for new messages (RFC 2177); where the server has no IDLE, only for the deadline.
    ///
    /// Returns at once when messages arrived since the last search. A change of flags is no change.
    package func idle(until deadline: ContinuousClock.Instant) throws(TransportError) -> IdleOutcome
    {
        let deadline = min(deadline, .now + Self.longestIdle)
        if hasArrivals { return .changed }
        guard capabilities.contains("IDLE") else { return try listen(until: deadline) }
        let tag = nextTag()
        try send("\(tag) IDLE\r\n", heedsWake: false)
        if let end = try awaitIdling(tag) { throw refusal(connection, end) }
        let outcome = try listen(until: deadline)
        try send("DONE\r\n", heedsWake: false)
        let end = try awaitEnd(tag, heedsWake: false)
        guard end.condition == .ok else { throw refusal(connection, end) }
        return outcome
    }

    /// As `awaitContinuation`, but not given up when woken: the session stays in step.
    private func awaitIdling(_ tag: String) throws(TransportError) -> IMAPResponse.Status? {
        while true {
            switch try nextResponse(heedsWake: false) {
            case .continuation: return nil
            case .tagged(tag, let status): return status
            default: continue
            }
        }
    }

    private func listen(until deadline: ContinuousClock.Instant) throws(TransportError)
        -> IdleOutcome
    {
        while true {
            while let response = try receivedResponse() {
                if case .tagged = response {
                    throw spoiled(.protocolViolation, "the server ended IDLE by itself")
                }
            }
            if hasArrivals { return .changed }
            switch try arrival(until: deadline) {
            case .bytes: continue
            case .woken: return .woken
            case .timedOut: return .timeout
            }
        }
    }

    private func arrival(until deadline: ContinuousClock.Instant) throws(TransportError)
        -> Connection.Arrival
    {
        do throws(TransportError) {
            return try connection.waitForBytes(until: deadline)
        } catch {
            throw spoiled(error.kind, "\(error.detail)")
        }
    }
}
