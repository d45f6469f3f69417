import CCurl
import Glibc

/// What a look at a page found.
package enum PageFinding: Hashable, Sendable {
    /// The page is there.
    case answers
    /// The page is there, and its server says for good that it has another address (RFC 9110 §15.4.2,
    /// §15.4.9).
    case moved(to: String)
    /// The server's last word is a status that is no success.
    case refused(status: Int)
    case endlessRedirects
    /// The page leads to where nobody should be led: out of encryption, or to another protocol.
    case misdirected(to: String)
    /// The certificate is not good; in libcurl's words.
    case untrusted(String)
    case noSuchHost
    /// Nothing takes the connection; in libcurl's words.
    case unreachable(String)
    /// Nothing came in time.
    case silent
    /// What came is no answer; in libcurl's words.
    case broken(String)
    case notAnAddress

    /// Whether the page is there.
    package var isGood: Bool {
        switch self {
        case .answers, .moved: true
        default: false
        }
    }

    /// Whether no server was heard: the network may be at fault.
    package var isUnheard: Bool {
        switch self {
        case .noSuchHost, .unreachable, .silent: true
        default: false
        }
    }
}

/// Looks at pages by HTTPS (RFC 9110), and by HTTP where the address says so.
///
/// It blocks and belongs to one thread. Proxies come from the environment, as libcurl reads it.
/// Nothing is sent but the request itself: no cookie, no name, no password.
package final class PageProbe {
    package struct Settings: Sendable {
        /// The product that asks, as in `guichet/1.0` (RFC 9110 §10.1.5).
        package var userAgent: String
        /// For one request, from looking up the host to the end.
        package var timeout: Duration = .seconds(10)
        /// A PEM file of authorities beside the system's.
        package var caFile: String?
        /// `nil`: as the environment says; empty: none.
        package var proxy: String?

        package init(userAgent: String) { self.userAgent = userAgent }
    }

    private let settings: Settings
    private let easy: UnsafeMutableRawPointer
    private let errorBuffer = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private let content = Content()

    package static let maximumRedirects = 5

    /// How much of a page may come yet.
    private final class Content {
        var octetsLeft = 0
    }

    package init(_ settings: Settings) throws(TransportError) {
        guard CurlHandle.isPrepared, let easy = curl_easy_init() else {
            throw TransportError(
                .unreachable,
                "libcurl cannot be initialised",
                advice: "check memory"
            )
        }
        self.settings = settings
        self.easy = easy
        errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(easy)
        errorBuffer.deallocate()
    }

    /// Asks for a page and follows where it leads.
    package func look(at address: String) -> PageFinding {
        var current = address
        var newAddress: String?
        var isForGood = true
        for _ in 0...Self.maximumRedirects {
            let reply: Reply
            switch ask(current) {
            case .failure(let failure): return failure.finding
            case .success(let answer): reply = answer
            }
            guard let next = reply.redirect else {
                guard 200..<300 ~= reply.status else { return .refused(status: reply.status) }
                // Many sites lead from a page that is gone to their first one.
                let isHome = current != address && Self.path(of: current).isEmpty
                if isHome, !Self.path(of: address).isEmpty { return .moved(to: current) }
                return newAddress.map { .moved(to: $0) } ?? .answers
            }
            guard Self.mayLead(from: current, to: next) else { return .misdirected(to: next) }
            // After a detour for now, what is said for good is said of another page.
            isForGood = isForGood && [301, 308].contains(reply.status)
            if isForGood { newAddress = next }
            current = next
        }
        return .endlessRedirects
    }

    /// Only to HTTPS; a page of this machine may lead to another one of it.
    private static func mayLead(from address: String, to next: String) -> Bool {
        if next.lowercased().hasPrefix("https://") { return true }
        return isLoopback(address) && isLoopback(next)
    }

    /// What stands behind the host, without slashes around it.
    private static func path(of address: String) -> String {
        let rest = address.split(separator: "://", maxSplits: 1).last ?? ""
        return rest.drop { $0 != "/" }.trimmingCharacters(in: ["/"])
    }

    private static func isLoopback(_ address: String) -> Bool {
        let rest = address.lowercased().split(separator: "://", maxSplits: 1)
        guard rest.count == 2, ["http", "https"].contains(rest[0]) else { return false }
        let authority = rest[1].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@") else { return false }
        return ["127.0.0.1", "localhost", "[::1]"].contains { host in
            authority == host || authority.hasPrefix(host + ":")
        }
    }
}

// MARK: - One request

extension PageProbe {
    private struct Reply {
        var status: Int
        /// Where a redirect leads, as a whole address.
        var redirect: String?
    }

    private struct Failed: Error {
        var finding: PageFinding
    }

    private enum Method { case head, get }

    /// HEAD, and GET where that is not answered well: some servers know no HEAD, answer it otherwise or
    /// not at all, so no page is called dead without a GET.
    private func ask(_ address: String) -> Result<Reply, Failed> {
        let first = perform(.head, address)
        let isFinal =
            switch first {
            case .success(let reply): reply.status < 400
            case .failure(let failure):
                switch failure.finding {
                case .broken: false
                case .silent: !wasAsked
                default: true
                }
            }
        return isFinal ? first : perform(.get, address)
    }

    /// Whether the last request was sent: its host was found, and took the connection.
    private var wasAsked: Bool {
        var octets = 0
        guichet_curl_get_long(easy, CURLINFO_REQUEST_SIZE, &octets)
        return octets > 0
    }

    private func perform(_ method: Method, _ address: String) -> Result<Reply, Failed> {
        content.octetsLeft = 64 << 10
        errorBuffer[0] = 0
        guard Self.isAddress(address), prepare(method, address) else {
            return .failure(Failed(finding: .notAnAddress))
        }
        let code = curl_easy_perform(easy)
        var status = 0
        guichet_curl_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        // More of the page than we take ends the transfer, but the page is there.
        if code == CURLE_OK || (code == CURLE_WRITE_ERROR && status > 0) {
            return .success(Reply(status: status, redirect: redirect))
        }
        return .failure(Failed(finding: finding(of: code)))
    }

    private static func isAddress(_ text: String) -> Bool {
        ["https://", "http://"].contains { text.lowercased().hasPrefix($0) }
            && !text.utf8.contains { $0 <= 32 || $0 == 127 }
    }

    private var redirect: String? {
        var text: UnsafePointer<CChar>?
        guard guichet_curl_get_string(easy, CURLINFO_REDIRECT_URL, &text) == CURLE_OK else {
            return nil
        }
        return text.map { String(cString: $0) }
    }

    private func prepare(_ method: Method, _ address: String) -> Bool {
        // Keeps the connections, drops all that was set.
        curl_easy_reset(easy)
        let milliseconds = max(1, Int(settings.timeout / .milliseconds(1)))
        var numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_QUICK_EXIT, 1), (CURLOPT_TIMEOUT_MS, milliseconds),
            (CURLOPT_CONNECTTIMEOUT_MS, milliseconds), (CURLOPT_FOLLOWLOCATION, 0),
            (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)), (CURLOPT_SSL_VERIFYPEER, 1),
            (CURLOPT_SSL_VERIFYHOST, 2),
        ]
        numbers.append(method == .head ? (CURLOPT_NOBODY, 1) : (CURLOPT_HTTPGET, 1))
        var texts: [(CURLoption, String)] = [
            (CURLOPT_PROTOCOLS_STR, "http,https"), (CURLOPT_USERAGENT, settings.userAgent),
            (CURLOPT_URL, address),
        ]
        if let caFile = settings.caFile { texts.append((CURLOPT_CAINFO, caFile)) }
        if let proxy = settings.proxy { texts.append((CURLOPT_PROXY, proxy)) }
        return guichet_curl_set_error_buffer(easy, errorBuffer) == CURLE_OK
            && numbers.allSatisfy { guichet_curl_set_long(easy, $0.0, $0.1) == CURLE_OK }
            && texts.allSatisfy { guichet_curl_set_string(easy, $0.0, $0.1) == CURLE_OK }
            && setCallbacks() == CURLE_OK
    }

    private func setCallbacks() -> CURLcode {
        let code = guichet_curl_set_socket_function(easy) { _, socket, _ in
            fcntl(socket, F_SETFD, FD_CLOEXEC) == -1 ? 1 : 0
        }
        guard code == CURLE_OK else { return code }
        return guichet_curl_set_write_function(
            easy,
            { _, size, count, context in
                guard let context else { return 0 }
                let content = Unmanaged<Content>.fromOpaque(context).takeUnretainedValue()
                content.octetsLeft -= size * count
                return content.octetsLeft > 0 ? size * count : 0
            },
            Unmanaged.passUnretained(content).toOpaque()
        )
    }

    private func finding(of code: CURLcode) -> PageFinding {
        let said = String(cString: errorBuffer)
        let words = said.isEmpty ? String(cString: curl_easy_strerror(code)) : said
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return .noSuchHost
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT, CURLE_PROXY:
            return .unreachable(words)
        case CURLE_OPERATION_TIMEDOUT: return .silent
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE: return .untrusted(words)
        case CURLE_URL_MALFORMAT: return .notAnAddress
        default: break
        }
        // A proxy that does not let us out says so by a status of its own.
        var proxyStatus = 0
        guichet_curl_get_long(easy, CURLINFO_HTTP_CONNECTCODE, &proxyStatus)
        return proxyStatus >= 400 ? .unreachable(words) : .broken(words)
    }
}
