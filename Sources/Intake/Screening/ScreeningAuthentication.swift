import Mail

extension Screener {
    /// Whether a server that we trust says that the mail comes from its From domain: DMARC passed
    /// (RFC 7489 §11.2), as its topmost Authentication-Results field states (RFC 8601 §5).
    package func isAuthenticated(_ message: Message) -> Bool {
        for value in message.fieldBodies("Authentication-Results") {
            let results = AuthenticationResults(value)
            guard trustedAuthenticationServers.contains(results.server) else { continue }
            return results.methods["dmarc"] == "pass"
        }
        return false
    }
}
