/// How a server is reached, and as whom.
package struct ConnectionSettings: Hashable, Sendable {
    package var endpoint: Endpoint
    /// `nil` for no login, as with a relay that knows us by our address.
    package var user: String?
    package var password: String?
    /// The authorization identity (RFC 4616): whose mailbox is opened with `user`'s password, as for a
    /// shared one; `nil` for the user's own.
    package var actAs: String?
    /// Certificates in PEM that are trusted besides those of the system.
    package var caFile: String?
    /// Allows an unencrypted connection to another machine.
    package var allowsPlaintext: Bool
    /// As libcurl takes it, such as `socks5h://proxy:1080`; empty for none, whatever the
    /// environment says.
    package var proxy: String
    /// The name that SMTP's EHLO gives (RFC 5321 §4.1.1.1); `nil` for this machine's.
    package var clientName: String?
    /// For name look-up, TCP, TLS and login together.
    package var connectTimeout: Duration
    /// How long a server may be silent when an answer is due.
    package var responseTimeout: Duration
    /// The same after the final dot of a mail (RFC 5321 §4.5.3.2.6 asks for ten minutes).
    package var acceptanceTimeout: Duration

    package init(
        endpoint: Endpoint,
        user: String? = nil,
        password: String? = nil,
        actAs: String? = nil,
        caFile: String? = nil,
        allowsPlaintext: Bool = false,
        proxy: String = "",
        clientName: String? = nil,
        connectTimeout: Duration = .seconds(60),
        responseTimeout: Duration = .seconds(120),
        acceptanceTimeout: Duration = .seconds(600)
    ) {
        self.endpoint = endpoint
        self.user = user
        self.password = password
        self.actAs = actAs
        self.caFile = caFile
        self.allowsPlaintext = allowsPlaintext
        self.proxy = proxy
        self.clientName = clientName
        self.connectTimeout = connectTimeout
        self.responseTimeout = responseTimeout
        self.acceptanceTimeout = acceptanceTimeout
    }

    /// Whether the connection may go on where the server offers no TLS.
    ///
    /// Behind a proxy, `localhost` is another machine's.
    var toleratesPlaintext: Bool {
        allowsPlaintext || (endpoint.isLoopback && proxy.isEmpty)
    }
}

extension ConnectionSettings: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// Without the password, so that no log can show it; nor the proxy, whose URL may hold one.
    package var description: String {
        guard let user else { return "\(endpoint)" }
        return "\(endpoint) as \(user)" + (actAs.map { " for \($0)" } ?? "")
    }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["server": description]) }
}
