import CCurl

/// Reads libcurl's result and what the server said last as an error that a person can act on.
struct ConnectFailure {
    var code: CURLcode
    var endpoint: Endpoint
    /// The authorization identity that the login asked for.
    var actAs: String?
    /// libcurl's error buffer.
    var words: String
    /// What the server said while connecting and logging in, newest last.
    var transcript: [String]

    private var serverWords: String? { transcript.last { !$0.isEmpty } }

    /// libcurl's words, else its general sentence for this code.
    private var cause: String {
        words.isEmpty ? String(cString: curl_easy_strerror(code)) : words
    }

    /// Whether a login was refused by the server, and not for want of a common mechanism.
    var serverRefusedLogin: Bool {
        guard let line = serverWords else { return false }
        if let reply = SMTPReply(line: line) { return reply.code >= 400 }
        let parts = line.split(separator: " ", maxSplits: 2)
        return parts.count > 1 && parts[0] != "*" && ["NO", "BAD"].contains(parts[1].uppercased())
    }

    /// A greeting that is no word of the protocol; `nil` when there was none or a right one.
    private var foreignGreeting: String? {
        guard let line = transcript.first(where: { !$0.isEmpty }) else { return nil }
        let isOwn = endpoint.scheme.isMailbox ? line.hasPrefix("* ") : SMTPReply(line: line) != nil
        return isOwn ? nil : line
    }

    var error: TransportError {
        if let line = foreignGreeting {
            let name = endpoint.scheme.isMailbox ? "IMAP" : "SMTP"
            return make(.protocolViolation, "the server does not speak \(name): \(line)")
        }
        return codeError
    }

    private var codeError: TransportError {
        switch code {
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: loginError
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT,
            CURLE_PROXY:
            make(.unreachable, cause)
        case CURLE_OPERATION_TIMEDOUT: make(.timedOut, cause, advice: timeoutAdvice)
        case CURLE_PEER_FAILED_VERIFICATION: certificateError
        case CURLE_SSL_CACERT_BADFILE:
            make(.certificateUntrusted, cause, advice: "ca_file must be a readable PEM file")
        case CURLE_SSL_CONNECT_ERROR: handshakeError
        case CURLE_USE_SSL_FAILED:
            make(.tlsUnavailable, "the server offers no STARTTLS", advice: noSTARTTLSAdvice)
        case CURLE_REMOTE_ACCESS_DENIED, CURLE_WEIRD_SERVER_REPLY: greetingError
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR: closedError
        default: make(.protocolViolation, cause)
        }
    }

    private func make(
        _ kind: TransportError.Kind,
        _ what: String,
        isTransient: Bool? = nil,
        advice: String? = nil
    ) -> TransportError {
        TransportError(kind, "\(endpoint): \(what)", isTransient: isTransient, advice: advice)
    }

    private var section: String { endpoint.scheme.isMailbox ? "[mailbox]" : "[delivery]" }

    private var loginError: TransportError {
        guard serverRefusedLogin, let line = serverWords else { return noLoginError }
        let isTransient =
            SMTPReply(line: line).map { $0.code < 500 }
            ?? line.uppercased().contains("[UNAVAILABLE]")
        return make(
            .credentialsRefused,
            "login refused: \(line)",
            isTransient: isTransient,
            advice: isTransient
                ? "the server cannot check passwords now; it will be tried again"
                : refusalAdvice(line)
        )
    }

    private var noLoginError: TransportError {
        if actAs != nil {
            return make(
                .credentialsRefused,
                "act_as needs AUTH PLAIN, which the server does not offer, or not without"
                    + " encryption; no other login can name a second mailbox",
                advice: "check scheme and port of url, and ask the server's administrator for"
                    + " AUTH PLAIN; some servers take the mailbox in user instead, as in"
                    + " user = login\\mailbox, without act_as"
            )
        }
        return make(
            .credentialsRefused,
            "the server offers no login that we know, or none without encryption",
            advice: "check scheme and port of url, and ask the server's administrator for"
                + " AUTH PLAIN; a relay that needs no login needs no user either"
        )
    }

    /// A server that says AUTHORIZATIONFAILED has accepted the password (RFC 5530 §3); of any other
    /// refusal nobody can tell which of the two it means.
    private func refusalAdvice(_ line: String) -> String {
        guard let actAs else { return "check user and password_file of \(section)" }
        if line.uppercased().contains("[AUTHORIZATIONFAILED]") {
            return "user and password are right, but this user may not open the mailbox of"
                + " \(actAs): ask the server's administrator to allow it, or correct act_as"
        }
        return "check user and password_file of \(section); if they are right, this user may not"
            + " open the mailbox of \(actAs), as act_as wants: guichet check tells which"
    }

    private var certificateError: TransportError {
        let advice =
            if cause.contains("does not match") || cause.contains("no alternative certificate") {
                "url must use the name that stands in the certificate"
            } else if cause.contains("expired") {
                "the server's administrator must renew its certificate"
            } else {
                "name the authority's certificate in ca_file of \(section)"
            }
        return make(.certificateUntrusted, cause, advice: advice)
    }

    private var handshakeError: TransportError {
        let speaksPlain = ["wrong version number", "packet length too long", "http request"]
            .contains { cause.contains($0) }
        guard speaksPlain, endpoint.scheme.isImplicitTLS else {
            return make(
                .tlsUnavailable,
                cause,
                isTransient: !speaksPlain,
                advice: "see whether the server supports TLS 1.2 or newer"
            )
        }
        let plain = endpoint.scheme.isMailbox ? "imap" : "smtp"
        return make(
            .tlsUnavailable,
            cause,
            advice: "the port does not speak TLS: use \(plain):// for STARTTLS"
        )
    }

    private var noSTARTTLSAdvice: String {
        let implicit: Endpoint.Scheme = endpoint.scheme.isMailbox ? .imaps : .smtps
        return "use \(implicit.rawValue):// on port \(implicit.defaultPort),"
            + " or plaintext = true on a network you trust"
    }

    private var timeoutAdvice: String? {
        guard !endpoint.scheme.isImplicitTLS, transcript.isEmpty else { return nil }
        return "if this goes on, check host and port: a port that waits for TLS needs"
            + " \(endpoint.scheme.rawValue)s://"
    }

    private var greetingError: TransportError {
        guard let line = serverWords else { return make(.protocolViolation, cause) }
        if let reply = SMTPReply(line: line) {
            return make(.refusedByServer, "refused: \(line)", isTransient: reply.code < 500)
        }
        guard line.uppercased().hasPrefix("* BYE") else {
            return make(.protocolViolation, "\(cause): \(line)")
        }
        return make(
            .refusedByServer,
            "refused: \(line)",
            isTransient: true,
            advice: "it will be tried again; ask the server's administrator if it goes on"
        )
    }

    private var closedError: TransportError {
        let said = serverWords.map { "; it last said: \($0)" } ?? ""
        return make(.closed, "the server closed the connection (\(cause))\(said)")
    }
}
