/// Why a server could not be used, or did not do what was asked.
package struct TransportError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Hashable, Sendable {
        /// The server does not take this user and password.
        case credentialsRefused
        case certificateUntrusted
        /// Encryption was asked for and the server does not speak it.
        case tlsUnavailable
        /// No such host, nothing listens there, or no way leads to it.
        case unreachable
        case timedOut
        /// The connection ended when more was to come.
        case closed
        /// The server's bytes are not the protocol's, or ours were not understood.
        case protocolViolation
        case mailboxMissing
        /// The server understood and said no.
        case refusedByServer
        /// Our own side gave up, as asked through `Wake`.
        case cancelled
    }

    package var kind: Kind
    /// What happened, with the server's own words; never a password.
    package var detail: String
    /// False when only a person can help: a wrong password, a mailbox that does not exist.
    package var isTransient: Bool
    /// One sentence that says what to do.
    package var advice: String

    /// - Parameters:
    ///   - isTransient: `nil` for what is usual with this kind.
    ///   - advice: `nil` for what is usual with this kind.
    package init(
        _ kind: Kind,
        _ detail: String,
        isTransient: Bool? = nil,
        advice: String? = nil
    ) {
        self.kind = kind
        self.detail = detail
        self.isTransient = isTransient ?? kind.isUsuallyTransient
        self.advice = advice ?? kind.usualAdvice
    }

    package var description: String { "\(detail); \(advice)" }
}

extension TransportError.Kind {
    fileprivate var isUsuallyTransient: Bool {
        switch self {
        case .unreachable, .timedOut, .closed, .cancelled: true
        case .credentialsRefused, .certificateUntrusted, .tlsUnavailable: false
        case .protocolViolation, .mailboxMissing, .refusedByServer: false
        }
    }

    fileprivate var usualAdvice: String {
        switch self {
        case .credentialsRefused: "check user and password_file"
        case .certificateUntrusted: "name the authority's certificate in ca_file"
        case .tlsUnavailable: "check the scheme and the port of url"
        case .unreachable: "check the host and the port of url, and the network"
        case .timedOut: "it will be tried again; check the network if it goes on"
        case .closed: "it will be tried again; see the server's log if it goes on"
        case .protocolViolation: "check that url names a mail server, and report this"
        case .mailboxMissing: "create the mailbox, or correct the path of url"
        case .refusedByServer: "ask the server's administrator"
        case .cancelled: "start again when wanted"
        }
    }
}
