import Foundation

/// Where a server listens, as a URL names it (RFC 3986; RFC 5092 for imap).
package struct Endpoint: Hashable, Sendable, CustomStringConvertible {
    package enum Scheme: String, Hashable, Sendable, CaseIterable {
        case imap, imaps, smtp, smtps

        /// The port where none is given; submission for smtp (RFC 6409 §3.1, RFC 8314 §3).
        package var defaultPort: Int {
            switch self {
            case .imap: 143
            case .imaps: 993
            case .smtp: 587
            case .smtps: 465
            }
        }

        /// TLS from the first byte (RFC 8314 §3), as opposed to STARTTLS.
        package var isImplicitTLS: Bool { self == .imaps || self == .smtps }

        package var isMailbox: Bool { self == .imap || self == .imaps }
    }

    package var scheme: Scheme
    /// A name or an address; an IPv6 address without its brackets.
    package var host: String
    package var port: Int
    /// The mailbox that the path names, decoded; `INBOX` when there is none. Empty for smtp.
    package var mailbox: String

    package init(scheme: Scheme, host: String, port: Int? = nil, mailbox: String = "INBOX") {
        self.scheme = scheme
        self.host = host
        self.port = port ?? scheme.defaultPort
        self.mailbox = scheme.isMailbox ? mailbox : ""
    }

    /// Whether the bytes never leave this machine.
    package var isLoopback: Bool {
        let name = host.lowercased()
        if name == "localhost" || name == "::1" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// The URL without its path.
    package var description: String {
        "\(scheme.rawValue)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
}

/// A URL that names no mail server; `problem` says why, and what to write.
package struct EndpointError: Error, Hashable, Sendable, CustomStringConvertible {
    package var problem: String
    package var description: String { problem }

    fileprivate init(_ problem: String) { self.problem = problem }
}

extension Endpoint {
    /// Reads `imaps://host:993/Folder`, `imap://`, `smtps://` or `smtp://`.
    package init(url: String) throws(EndpointError) {
        guard let colon = url.range(of: "://"),
            let scheme = Scheme(rawValue: url[..<colon.lowerBound].lowercased())
        else {
            throw EndpointError("a URL begins with imaps://, imap://, smtps:// or smtp://")
        }
        let rest = url[colon.upperBound...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let (host, port) = try Self.hostAndPort(rest[..<slash])
        let path = rest[slash...].dropFirst()
        guard scheme.isMailbox || path.isEmpty else {
            throw EndpointError("an \(scheme.rawValue) URL has no path: remove '/\(path)'")
        }
        self.init(
            scheme: scheme,
            host: host,
            port: port,
            mailbox: path.isEmpty ? "INBOX" : try Self.mailbox(path)
        )
    }

    private static func hostAndPort(
        _ authority: Substring
    ) throws(EndpointError) -> (host: String, port: Int?) {
        guard !authority.contains("@") else {
            throw EndpointError("the URL holds a user name: write it as user = … instead")
        }
        let host: Substring
        var rest: Substring
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else {
                throw EndpointError("the IPv6 address lacks its closing ]")
            }
            host = authority[authority.index(after: authority.startIndex)..<end]
            rest = authority[authority.index(after: end)...]
            guard host.contains(":"), host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." })
            else { throw EndpointError("'[\(host)]' is not an IPv6 address") }
        } else {
            host = authority.prefix { $0 != ":" }
            rest = authority[host.endIndex...]
            guard !host.isEmpty, host.unicodeScalars.allSatisfy(isHostCharacter) else {
                throw EndpointError(
                    host.isEmpty ? "the URL names no host" : "'\(host)' is not a host name"
                )
            }
        }
        guard !rest.isEmpty else { return (String(host), nil) }
        guard rest.removeFirst() == ":", rest.allSatisfy(\.isASCII), rest.allSatisfy(\.isNumber),
            let port = Int(rest), (1...65_535).contains(port)
        else { throw EndpointError("the port is a number from 1 to 65535, after one colon") }
        return (String(host), port)
    }

    /// Names beyond ASCII are left to libcurl's IDNA.
    private static func isHostCharacter(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else {
            return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        return "a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar
            || scalar == "-" || scalar == "." || scalar == "_"
    }

    private static func mailbox(_ path: Substring) throws(EndpointError) -> String {
        guard !path.contains("?"), !path.contains("#") else {
            throw EndpointError("the mailbox in the URL holds ? or #: write %3F or %23")
        }
        guard let decoded = path.removingPercentEncoding else {
            throw EndpointError("the mailbox in the URL holds a % that stands for no character")
        }
        guard decoded.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
            throw EndpointError("the mailbox in the URL holds a control character")
        }
        return decoded
    }
}
