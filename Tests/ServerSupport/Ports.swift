import Glibc

/// The ports of one pair of servers, all on 127.0.0.1.
struct Ports {
    var imap: Int
    var imaps: Int
    var lmtp: Int
    var auth: Int
    var smtp: Int
    var submission: Int
    var smtps: Int

    /// Ports that nobody listens on now: the system chose them, all held at once, so they differ.
    ///
    /// They come from below the range of outgoing connections, which could take one meanwhile.
    static func free() throws -> Ports {
        var held: [Int32] = []
        defer { for socket in held { close(socket) } }
        var numbers: [Int] = []
        for _ in 0..<10_000 where numbers.count < 7 {
            let port = Int.random(in: 12_000..<32_000)
            guard let socket = listeningSocket(port: port) else { continue }
            held.append(socket)
            numbers.append(port)
        }
        guard numbers.count == 7 else { throw ServerFailure("no free ports") }
        return Ports(
            imap: numbers[0],
            imaps: numbers[1],
            lmtp: numbers[2],
            auth: numbers[3],
            smtp: numbers[4],
            submission: numbers[5],
            smtps: numbers[6]
        )
    }

    /// Waits until something listens on each.
    func awaitAll() throws {
        let deadline = ContinuousClock.now + .seconds(30)
        for port in [imap, imaps, lmtp, auth, smtp, submission, smtps] {
            while !canConnect(port: port) {
                guard ContinuousClock.now < deadline else {
                    throw ServerFailure("nothing answers on port \(port)")
                }
                usleep(20_000)
            }
        }
    }
}

private func loopback(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
}

private func withSocketAddress<Result>(
    _ port: Int,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
) -> Result {
    var address = loopback(port: port)
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { rebound in
            body(rebound, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
}

private func newSocket() -> Int32 {
    socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
}

/// A socket that listens on 127.0.0.1, on a port of the system's choice for 0; `nil` if taken.
package func listeningSocket(port: Int) -> Int32? {
    let listener = newSocket()
    var on: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    let isBound = withSocketAddress(port) { bind(listener, $0, $1) == 0 }
    guard isBound, listen(listener, 16) == 0 else {
        close(listener)
        return nil
    }
    return listener
}

/// The port that a socket is bound to.
package func boundPort(_ socket: Int32) -> Int? { port { getsockname(socket, $0, $1) } }

/// The port that a socket is connected to; `nil` for any other descriptor.
package func peerPort(_ socket: Int32) -> Int? { port { getpeername(socket, $0, $1) } }

private func port(
    _ ask: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
) -> Int? {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { ask($0, &length) }
    }
    guard result == 0 else { return nil }
    return Int(in_port_t(bigEndian: address.sin_port))
}

/// A socket that is connected to a port of 127.0.0.1; `nil` if nobody listens there.
package func connectedSocket(port: Int) -> Int32? {
    let client = newSocket()
    guard withSocketAddress(port, { connect(client, $0, $1) == 0 }) else {
        close(client)
        return nil
    }
    return client
}

private func canConnect(port: Int) -> Bool {
    guard let client = connectedSocket(port: port) else { return false }
    close(client)
    return true
}
