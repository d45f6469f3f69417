import CCurl
import Glibc

/// One connection to a mail server: made, encrypted and logged in by libcurl, then ours to speak on.
///
/// It blocks, belongs to one thread, and ends when it is given up.
package final class Connection {
    package let settings: ConnectionSettings
    /// What arrived and was not read yet.
    var inbox = ByteBuffer()
    /// What the server said while connecting.
    let transcript: [String]

    private let handle: CurlHandle
    private let socket: Int32
    private let wake: Wake?
    private let scratch: UnsafeMutableRawBufferPointer

    /// An answer is never longer: more is an attack or a fault.
    static let inboxLimit = 256 << 20

    /// Mechanisms in the order tried: over TLS, PLAIN is the one that works everywhere, whereas libcurl
    /// alone would begin with GSSAPI or DIGEST-MD5 and stop there.
    ///
    /// Who acts as another can only use PLAIN: with any other that a password suits, libcurl sends no
    /// authorization identity, and the server would open the wrong mailbox without an error.
    private static func loginOptions(_ settings: ConnectionSettings) -> [String] {
        settings.actAs == nil ? ["AUTH=PLAIN;AUTH=LOGIN", "AUTH=*"] : ["AUTH=PLAIN"]
    }

    package init(_ settings: ConnectionSettings, wake: Wake? = nil) throws(TransportError) {
        handle = try Self.connect(settings, wake: wake)
        guard let socket = handle.socket else {
            throw TransportError(.closed, "\(settings.endpoint): the connection ended at once")
        }
        self.settings = settings
        self.socket = socket
        self.wake = wake
        transcript = handle.transcript.lines
        scratch = .allocate(byteCount: 64 << 10, alignment: 16)
    }

    deinit { scratch.deallocate() }

    private static func connect(
        _ settings: ConnectionSettings,
        wake: Wake?
    ) throws(TransportError) -> CurlHandle {
        var options = loginOptions(settings)[...]
        while true {
            let handle = try CurlHandle()
            try handle.prepare(settings, loginOptions: options.removeFirst())
            guard var code = handle.perform(wake: wake) else {
                throw TransportError(.cancelled, "\(settings.endpoint): gave up connecting")
            }
            if code == CURLE_OK, !isLoggedIn(settings, handle) { code = CURLE_LOGIN_DENIED }
            if code == CURLE_OK { return handle }
            let failure = ConnectFailure(
                code: code,
                endpoint: settings.endpoint,
                actAs: settings.actAs,
                words: handle.errorText,
                transcript: handle.transcript.lines
            )
            let mayTryAnother = code == CURLE_LOGIN_DENIED && !failure.serverRefusedLogin
            guard mayTryAnother, !options.isEmpty else { throw failure.error }
        }
    }

    /// Where an SMTP server offers no login that libcurl knows, libcurl goes on without; a relay would
    /// then refuse every mail for good, although only our configuration is wrong.
    private static func isLoggedIn(_ settings: ConnectionSettings, _ handle: CurlHandle) -> Bool {
        settings.user == nil || settings.endpoint.scheme.isMailbox
            || handle.transcript.lines.contains { $0.hasPrefix("235") }
    }

    /// An error that names this server.
    func failure(
        _ kind: TransportError.Kind,
        _ what: String,
        isTransient: Bool? = nil
    ) -> TransportError {
        TransportError(kind, "\(settings.endpoint): \(what)", isTransient: isTransient)
    }
}

// MARK: - Receiving

extension Connection {
    enum Arrival { case bytes, woken, timedOut }

    private enum Receipt { case bytes, nothing, endOfStream }

    /// Waits until more bytes are in `inbox`; throws when they do not come.
    ///
    /// - Parameter heedsWake: whether `Wake` ends the wait.
    func fill(
        until deadline: ContinuousClock.Instant,
        heedsWake: Bool = true
    ) throws(TransportError) {
        switch try waitForBytes(until: deadline, heedsWake: heedsWake) {
        case .bytes: return
        case .woken: throw failure(.cancelled, "gave up waiting for the server's answer")
        case .timedOut: throw failure(.timedOut, "the server does not answer")
        }
    }

    /// The same for who goes on after silence.
    ///
    /// Decrypted bytes can wait inside OpenSSL while the socket is silent: so receive first.
    func waitForBytes(
        until deadline: ContinuousClock.Instant,
        heedsWake: Bool = true
    ) throws(TransportError) -> Arrival {
        while true {
            switch try receive() {
            case .bytes: return .bytes
            case .endOfStream: throw failure(.closed, "the server closed the connection")
            case .nothing: break
            }
            switch try pollSocket(POLLIN, until: deadline, heedsWake: heedsWake) {
            case .bytes: continue
            case .woken: return .woken
            case .timedOut: return .timedOut
            }
        }
    }

    /// Takes what has come, without waiting; false at the end of the stream.
    private func drain() throws(TransportError) -> Bool {
        while true {
            switch try receive() {
            case .bytes: continue
            case .nothing: return true
            case .endOfStream: return false
            }
        }
    }

    private func receive() throws(TransportError) -> Receipt {
        guard inbox.count < Self.inboxLimit else {
            throw failure(.protocolViolation, "an answer is longer than 256 MB")
        }
        var count = 0
        let code = curl_easy_recv(handle.easy, scratch.baseAddress, scratch.count, &count)
        switch code {
        case CURLE_AGAIN: return .nothing
        case CURLE_OK where count == 0: return .endOfStream
        case CURLE_OK:
            inbox.append(UnsafeRawBufferPointer(rebasing: scratch[..<count]))
            return .bytes
        default: throw lost(code)
        }
    }

    /// Waits for the socket, the deadline or the wake call, whichever is first.
    private func pollSocket(
        _ events: Int32,
        until deadline: ContinuousClock.Instant,
        heedsWake: Bool
    ) throws(TransportError) -> Arrival {
        var descriptors = [pollfd(fd: socket, events: Int16(events), revents: 0)]
        if heedsWake, let wake {
            descriptors.append(pollfd(fd: wake.fileDescriptor, events: Int16(POLLIN), revents: 0))
        }
        while true {
            let left = max(.zero, deadline - .now)
            let milliseconds = min(Int((left / .milliseconds(1)).rounded(.up)), 3_600_000)
            let count = poll(&descriptors, nfds_t(descriptors.count), Int32(milliseconds))
            if count < 0, errno != EINTR { throw failure(.closed, "poll failed: errno \(errno)") }
            if count > 0 {
                if descriptors.count > 1, descriptors[1].revents != 0 { return .woken }
                return .bytes
            }
            if count == 0, ContinuousClock.now >= deadline { return .timedOut }
        }
    }

    private func lost(_ code: CURLcode) -> TransportError {
        failure(.closed, "the connection broke: \(String(cString: curl_easy_strerror(code)))")
    }
}

// MARK: - Sending

extension Connection {
    /// Hands all bytes to the system; on an error, the last of them surely was not sent.
    ///
    /// Meanwhile it receives, else both sides could wait for each other with full buffers. The
    /// pointer stays fixed while libcurl says "again", as OpenSSL demands.
    func send(
        _ bytes: [UInt8],
        heedsWake: Bool = true
    ) throws(TransportError) {
        let result = bytes.withUnsafeBytes { buffer -> Result<Void, TransportError> in
            do throws(TransportError) {
                try send(buffer, heedsWake: heedsWake)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    func send(_ text: String, heedsWake: Bool = true) throws(TransportError) {
        try send(Array(text.utf8), heedsWake: heedsWake)
    }

    private func send(
        _ bytes: UnsafeRawBufferPointer,
        heedsWake: Bool
    ) throws(TransportError) {
        var rest = bytes
        var deadline = ContinuousClock.now + settings.responseTimeout
        while !rest.isEmpty {
            var sent = 0
            let code = curl_easy_send(handle.easy, rest.baseAddress, rest.count, &sent)
            if code == CURLE_OK {
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(sent))
                if sent > 0 { deadline = .now + settings.responseTimeout }
                continue
            }
            guard code == CURLE_AGAIN else { throw lost(code) }
            guard try drain() else {
                throw failure(.closed, "the server closed the connection while we were sending")
            }
            switch try pollSocket(POLLIN | POLLOUT, until: deadline, heedsWake: heedsWake) {
            case .bytes: continue
            case .woken: throw failure(.cancelled, "gave up sending")
            case .timedOut: throw failure(.timedOut, "the server takes no more bytes")
            }
        }
    }
}
