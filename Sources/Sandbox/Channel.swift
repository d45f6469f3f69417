import Glibc

/// One connection, as the thread that serves it reads and writes it.
final class Channel {
    /// The connection is over: the client is gone, or it was closed.
    struct Ended: Error {}

    /// A line without its line end.
    enum Line {
        case line([UInt8], endsInCRLF: Bool)
        /// It was read to its end and dropped but for its start.
        case tooLong(start: [UInt8])
    }

    private static let chunk = 65_536
    private static let startLength = 100

    let socket: Int32
    /// Received; read up to `position`.
    private var inbox: [UInt8] = []
    private var position = 0
    private var buffer = [UInt8](repeating: 0, count: Channel.chunk)
    /// Bytes that may still be sent; `nil` for any number.
    private var allowance: Int?
    /// What each answer is put into pieces by.
    private var pace: (bytes: Int, pause: Duration)?

    init(socket: Int32) { self.socket = socket }

    // MARK: Reading

    func line(limit: Int) throws(Ended) -> Line {
        var searched = position
        var start: [UInt8]?
        while true {
            if let end = inbox.firstLineFeed(in: searched..<inbox.count) {
                defer { consume(to: end + 1) }
                let endsInCRLF = end > position && inbox[end - 1] == 13
                let length = (endsInCRLF ? end - 1 : end) - position
                if let start { return .tooLong(start: start) }
                guard length <= limit else {
                    return .tooLong(start: Array(inbox[position...].prefix(Self.startLength)))
                }
                return .line(Array(inbox[position..<(position + length)]), endsInCRLF: endsInCRLF)
            }
            if inbox.count - position > limit + 1 {
                start = start ?? Array(inbox[position...].prefix(Self.startLength))
                consume(to: inbox.count)
            }
            let pending = inbox.count - position
            try fill()
            searched = position + pending
        }
    }

    func bytes(_ count: Int) throws(Ended) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(min(count, 1 << 20))
        try read(count) { result += $0 }
        return result
    }

    func skip(_ count: Int) throws(Ended) {
        try read(count) { _ in }
    }

    private func read(_ count: Int, _ take: (ArraySlice<UInt8>) -> Void) throws(Ended) {
        var missing = count
        while missing > 0 {
            if position == inbox.count { try fill() }
            let end = min(inbox.count, position + missing)
            take(inbox[position..<end])
            missing -= end - position
            consume(to: end)
        }
    }

    private func consume(to end: Int) {
        position = end
        if position == inbox.count {
            inbox.removeAll(keepingCapacity: inbox.capacity <= 4 * Self.chunk)
            position = 0
        }
    }

    private func fill() throws(Ended) {
        if position > 0 {
            inbox.removeFirst(position)
            position = 0
        }
        var count = -1
        repeat { count = recv(socket, &buffer, buffer.count, 0) } while count < 0 && errno == EINTR
        guard count > 0 else { throw Ended() }
        inbox += buffer[..<count]
    }

    /// Waits until the client sends something or the other descriptor can be read.
    func waitForInput(or other: Int32) throws(Ended) {
        guard position == inbox.count else { return }
        var descriptors = [
            pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
            pollfd(fd: other, events: Int16(POLLIN), revents: 0),
        ]
        while poll(&descriptors, 2, -1) < 0 {
            guard errno == EINTR else { throw Ended() }
        }
    }

    /// Whether something the client sent waits to be read, or its end.
    var hasInput: Bool {
        if position < inbox.count { return true }
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 0) > 0
    }

    // MARK: Writing

    func send(_ text: String) throws(Ended) { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws(Ended) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(pace?.bytes ?? rest.count)
            try sendWhole(piece.prefix(allowance ?? piece.count))
            if let left = allowance {
                allowance = max(0, left - piece.count)
                guard left > piece.count else { throw Ended() }
            }
            rest = rest.dropFirst(piece.count)
            if let pace { try sleep(pace.pause) }
        }
    }

    private func sendWhole(_ bytes: ArraySlice<UInt8>) throws(Ended) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Ended() }
            rest = rest.dropFirst(count)
        }
    }

    /// Sends so many bytes more and then ends; 0 ends now.
    func close(afterBytes count: Int) throws(Ended) {
        guard count > 0 else { throw Ended() }
        allowance = min(count, allowance ?? count)
    }

    /// From now on; `nil` for all at once.
    func setPace(_ pace: (bytes: Int, pause: Duration)?) {
        self.pace = pace.map { (max(1, $0.bytes), $0.pause) }
    }

    // MARK: Waiting

    /// Ends early when the connection does.
    func sleep(_ duration: Duration) throws(Ended) {
        let deadline = ContinuousClock.now + duration
        while true {
            let left = deadline - .now
            guard left > .zero else { return }
            let (seconds, attoseconds) = left.components
            let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1
            // With no event asked for, only the end of the connection is reported.
            var descriptor = pollfd(fd: socket, events: 0, revents: 0)
            let count = poll(&descriptor, 1, Int32(clamping: milliseconds))
            guard count <= 0 else { throw Ended() }
        }
    }

    /// Reads and says nothing until the client is gone.
    func staySilent() throws(Ended) {
        consume(to: inbox.count)
        while true {
            try fill()
            consume(to: inbox.count)
        }
    }
}
