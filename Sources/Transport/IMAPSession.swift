import Foundation

/// A mailbox once selected (RFC 9051 §6.3.2).
package struct SelectedMailbox: Hashable, Sendable {
    package var name: String
    package var uidValidity: UIDValidity
    /// What the next message will be numbered, at least.
    package var uidNext: UID
    package var exists: Int
    /// Flags that a client may change for good, as the server writes them.
    package var permanentFlags: Set<String>
    /// Whether PERMANENTFLAGS has `\*`.
    package var permitsNewKeywords: Bool
    package var isReadOnly: Bool

    /// Whether a message may be marked with this keyword.
    package func permits(keyword: String) -> Bool {
        !isReadOnly
            && (permitsNewKeywords
                || permanentFlags.contains { $0.lowercased() == keyword.lowercased() })
    }
}

/// A conversation with an IMAP server (RFC 9051, and RFC 3501 servers).
///
/// It blocks, belongs to one thread, and after an error that is not `refusedByServer` or
/// `mailboxMissing` it is used up: see `isUsable`.
package final class IMAPSession {
    /// As the server writes them, in upper case, asked after login.
    package internal(set) var capabilities: Set<String> = []
    /// `nil` before `select` and after one that failed.
    package internal(set) var selected: SelectedMailbox?
    /// False once the connection is lost or out of step: make a new session.
    package private(set) var isUsable = true

    let connection: Connection
    /// Whether messages arrived that no search has seen yet.
    var hasArrivals = false
    /// As the server told it last; `nil` before it told any.
    var messageCount: Int?
    private var framer = IMAPFramer()
    private var lastTag = 0

    /// Connects, logs in and asks for the capabilities.
    package init(_ settings: ConnectionSettings, wake: Wake? = nil) throws(TransportError) {
        connection = try Connection(settings, wake: wake)
        for case .capability(let names) in try run("CAPABILITY").untagged {
            capabilities.formUnion(names.map { $0.uppercased() })
        }
    }

    package func noop() throws(TransportError) {
        _ = try run("NOOP").succeeded()
    }

    /// Says goodbye and does not wait long for the answer.
    package func logout() {
        guard isUsable else { return }
        isUsable = false
        let deadline = ContinuousClock.now + min(.seconds(5), connection.settings.responseTimeout)
        do throws(TransportError) {
            try connection.send("\(nextTag()) LOGOUT\r\n", heedsWake: false)
            while true {
                let response = try nextResponse(until: deadline, heedsWake: false)
                if case .tagged = response { return }
            }
        } catch {
            // The connection ends either way.
        }
    }
}

// MARK: - Commands

extension IMAPSession {
    /// Commands under way at most.
    private static let pipelineLimit = 64

    /// How a command ended, and what came before that.
    struct Completion {
        var untagged: [IMAPResponse]
        var status: IMAPResponse.Status
        /// Names the server in errors.
        var connection: Connection

        /// Itself, unless the server said no.
        func succeeded() throws(TransportError) -> Completion {
            guard status.condition != .ok else { return self }
            throw refusal(connection, status)
        }
    }

    /// Sends one command and reads up to its end.
    func run(_ command: String, heedsWake: Bool = true) throws(TransportError) -> Completion {
        var untagged: [IMAPResponse] = []
        var statuses = try runAll([command], heedsWake: heedsWake) { untagged.append($0) }
        return Completion(
            untagged: untagged,
            status: statuses.removeFirst(),
            connection: connection
        )
    }

    /// Sends commands without waiting for the answers, which may come in any order (RFC 9051 §5.5).
    ///
    /// So many are under way at most that neither side's buffers fill with commands.
    /// - Parameter receive: gets every untagged response.
    /// - Returns: how each command ended, in the order of the commands.
    func runAll(
        _ commands: [String],
        heedsWake: Bool = true,
        receive: (IMAPResponse) -> Void
    ) throws(TransportError) -> [IMAPResponse.Status] {
        for command in commands where command.utf8.contains(where: { [0, 10, 13].contains($0) }) {
            throw connection.failure(.protocolViolation, "a command holds a line break")
        }
        var waiting = commands.enumerated().makeIterator()
        var underWay: [String: Int] = [:]
        var ends: [Int: IMAPResponse.Status] = [:]
        while ends.count < commands.count {
            if underWay.count <= Self.pipelineLimit / 2 { try sendMore(&waiting, &underWay) }
            switch try nextResponse(heedsWake: heedsWake) {
            case .tagged(let tag, let status):
                guard let number = underWay.removeValue(forKey: tag) else {
                    throw spoiled(.protocolViolation, "an answer to no command of ours: \(tag)")
                }
                ends[number] = status
            case .continuation(let text):
                throw spoiled(.protocolViolation, "asks to go on where nothing follows: \(text)")
            case let response:
                receive(response)
            }
        }
        return commands.indices.compactMap { ends[$0] }
    }

    private func sendMore(
        _ waiting: inout EnumeratedSequence<[String]>.Iterator,
        _ underWay: inout [String: Int]
    ) throws(TransportError) {
        var text = ""
        while underWay.count < Self.pipelineLimit, let (number, command) = waiting.next() {
            let tag = nextTag()
            underWay[tag] = number
            text += "\(tag) \(command)\r\n"
        }
        if !text.isEmpty { try send(text) }
    }

    func nextTag() -> String {
        lastTag += 1
        return "g\(lastTag)"
    }

    func send(_ text: String, heedsWake: Bool = true) throws(TransportError) {
        try send(Array(text.utf8), heedsWake: heedsWake)
    }

    func send(_ bytes: [UInt8], heedsWake: Bool = true) throws(TransportError) {
        guard isUsable else { throw connection.failure(.closed, "the session has ended") }
        do throws(TransportError) {
            try connection.send(bytes, heedsWake: heedsWake)
        } catch {
            isUsable = false
            throw error
        }
    }

    /// The next response; BYE is an error, since nothing follows it (RFC 9051 §7.1.5).
    ///
    /// - Parameter deadline: `nil` for the configured time of silence; a response that is coming may
    ///   take longer, a second for each kilobyte.
    func nextResponse(
        until deadline: ContinuousClock.Instant? = nil,
        heedsWake: Bool = true
    ) throws(TransportError) -> IMAPResponse {
        let start = ContinuousClock.now
        while true {
            if let response = try receivedResponse() { return response }
            let patience =
                connection.settings.responseTimeout + .milliseconds(connection.inbox.count)
            do throws(TransportError) {
                try connection.fill(until: deadline ?? start + patience, heedsWake: heedsWake)
            } catch {
                isUsable = false
                throw error
            }
        }
    }

    /// A response that has come already; `nil` when none is complete.
    func receivedResponse() throws(TransportError) -> IMAPResponse? {
        guard case .response(let length, let total) = framer.next(in: connection.inbox) else {
            return nil
        }
        let result = Result { () throws(IMAPParser.Malformed) -> IMAPResponse in
            try IMAPParser.parse(connection.inbox.slice(0..<length))
        }
        switch result {
        case .failure(let malformed):
            let start = connection.inbox.slice(0..<min(length, 80))
            let line = String(decoding: start, as: UTF8.self)
            throw spoiled(.protocolViolation, "\(malformed.reason) in the answer '\(line)'")
        case .success(let response):
            connection.inbox.consume(total)
            switch response {
            // Some servers repeat the number with every command: that is no news.
            case .exists(let count):
                if count != messageCount { hasArrivals = true }
                messageCount = count
            case .expunge: messageCount = messageCount.map { $0 - 1 }
            case .status(let status) where status.condition == .bye && isUsable:
                throw spoiled(.closed, "the server says goodbye: \(status.text)")
            default: break
            }
            return response
        }
    }

    /// An error after which the session is of no use.
    func spoiled(_ kind: TransportError.Kind, _ what: String) -> TransportError {
        isUsable = false
        return connection.failure(kind, what)
    }
}

/// What a NO or BAD means (RFC 5530, RFC 9051 §7.1).
func refusal(_ connection: Connection, _ status: IMAPResponse.Status) -> TransportError {
    let words = "the server says \(status.description)"
    guard status.condition == .no else { return connection.failure(.protocolViolation, words) }
    switch status.code {
    case "NONEXISTENT", "TRYCREATE": return connection.failure(.mailboxMissing, words)
    case "UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "EXPUNGEISSUED", "OVERQUOTA":
        return connection.failure(.refusedByServer, words, isTransient: true)
    default: return connection.failure(.refusedByServer, words)
    }
}
