import CCurl
import Foundation
import Glibc

/// One libcurl transfer that only connects and logs in, with all the memory libcurl points into.
final class CurlHandle {
    let easy: UnsafeMutableRawPointer
    private let multi: UnsafeMutableRawPointer
    private let errorBuffer = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    /// What the server said while libcurl was connecting and logging in.
    let transcript = Transcript()

    /// The lines a server sent, newest last, bounded in number and length.
    final class Transcript {
        private(set) var lines: [String] = []

        fileprivate func add(_ bytes: UnsafeRawBufferPointer) {
            if lines.count >= 100 { lines.removeFirst(50) }
            let text = String(decoding: bytes.prefix(1_000), as: UTF8.self)
            lines.append(text.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    /// Prepares libcurl and the process, once.
    ///
    /// A connection that the server has closed must give an error, not end the process: OpenSSL
    /// writes without MSG_NOSIGNAL, hence SIGPIPE.
    static let isPrepared: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return guichet_curl_global_init() == CURLE_OK
    }()

    init() throws(TransportError) {
        guard Self.isPrepared, let easy = curl_easy_init() else { throw Self.unavailable }
        guard let multi = curl_multi_init() else {
            curl_easy_cleanup(easy)
            throw Self.unavailable
        }
        self.easy = easy
        self.multi = multi
        errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        _ = guichet_curl_set_error_buffer(easy, errorBuffer)
    }

    deinit {
        curl_multi_remove_handle(multi, easy)
        curl_easy_cleanup(easy)
        curl_multi_cleanup(multi)
        errorBuffer.deallocate()
    }

    private static var unavailable: TransportError {
        TransportError(.unreachable, "libcurl cannot be initialised", advice: "check memory")
    }

    /// libcurl's own words for what went wrong; empty when it gave none.
    var errorText: String { String(cString: errorBuffer) }

    func prepare(_ settings: ConnectionSettings, loginOptions: String) throws(TransportError) {
        let endpoint = settings.endpoint
        let path = endpoint.scheme.isMailbox ? "" : Self.clientName(settings)
        let useSSL = settings.toleratesPlaintext ? CURLUSESSL_TRY : CURLUSESSL_ALL
        let milliseconds = max(1, Int(settings.connectTimeout / .milliseconds(1)))
        try set(CURLOPT_URL, "\(endpoint)/\(path)")
        try set(CURLOPT_CONNECT_ONLY, 1)
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds)
        try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, milliseconds / 1_000))
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_PROXY, settings.proxy)
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        try set(CURLOPT_USE_SSL, Int(useSSL.rawValue))
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        if let caFile = settings.caFile { try set(CURLOPT_CAINFO, caFile) }
        if let user = settings.user {
            try set(CURLOPT_USERNAME, user)
            try set(CURLOPT_PASSWORD, settings.password ?? "")
            try set(CURLOPT_LOGIN_OPTIONS, loginOptions)
            if let identity = settings.actAs { try set(CURLOPT_SASL_AUTHZID, identity) }
        }
        try setCallbacks()
    }

    private func setCallbacks() throws(TransportError) {
        try check(
            guichet_curl_set_header_function(
                easy,
                { bytes, size, count, context in
                    guard let context else { return size * count }
                    let transcript = Unmanaged<Transcript>.fromOpaque(context)
                    transcript.takeUnretainedValue()
                        .add(UnsafeRawBufferPointer(start: bytes, count: size * count))
                    return size * count
                },
                Unmanaged.passUnretained(transcript).toOpaque()
            )
        )
        try check(
            guichet_curl_set_socket_function(easy) { _, socket, _ in
                fcntl(socket, F_SETFD, FD_CLOEXEC) == -1 ? 1 : 0
            }
        )
    }

    /// Connects and logs in; returns how that ended, or `nil` when `wake` was signalled first.
    func perform(wake: Wake?) -> CURLcode? {
        curl_multi_add_handle(multi, easy)
        var running: Int32 = 1
        while true {
            guard curl_multi_perform(multi, &running) == CURLM_OK else { return CURLE_FAILED_INIT }
            if running == 0 { break }
            if let wake {
                if wake.isSignalled { return nil }
                var extra = curl_waitfd(
                    fd: wake.fileDescriptor,
                    events: Int16(CURL_WAIT_POLLIN),
                    revents: 0
                )
                curl_multi_poll(multi, &extra, 1, 1_000, nil)
            } else {
                curl_multi_poll(multi, nil, 0, 1_000, nil)
            }
        }
        var waiting: Int32 = 0
        guard let message = curl_multi_info_read(multi, &waiting) else { return CURLE_FAILED_INIT }
        return message.pointee.data.result
    }

    /// The descriptor to poll, once connected.
    var socket: Int32? {
        var socket: curl_socket_t = -1
        guard guichet_curl_get_socket(easy, &socket) == CURLE_OK, socket >= 0 else { return nil }
        return socket
    }

    /// What EHLO gives; a literal where this machine's name is no domain (RFC 5321 §4.1.3).
    static func clientName(_ settings: ConnectionSettings) -> String {
        let name = settings.clientName ?? ProcessInfo.processInfo.hostName
        let isDomain =
            name.utf8.first != UInt8(ascii: "-")
            && name.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
                    || (byte < 128 && Character(Unicode.Scalar(byte)).isLetter)
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            }
        return isDomain && !name.isEmpty ? name : "localhost"
    }

    private func set(_ option: CURLoption, _ value: Int) throws(TransportError) {
        try check(guichet_curl_set_long(easy, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(TransportError) {
        guard !value.utf8.contains(0) else {
            throw TransportError(.protocolViolation, "a setting contains a NUL character")
        }
        try check(guichet_curl_set_string(easy, option, value))
    }

    private func check(_ code: CURLcode) throws(TransportError) {
        guard code == CURLE_OK else {
            throw TransportError(
                .protocolViolation,
                "libcurl refused a setting: \(String(cString: curl_easy_strerror(code)))",
                advice: "install libcurl 7.88 or newer"
            )
        }
    }
}
