import Dispatch
import Foundation
import Glibc
import Synchronization

/// A port of 127.0.0.1 and the connections to it, a thread for each.
final class Listener: Sendable {
    private struct State {
        var isStopped = false
        var connections: Set<Int32> = []
    }

    let port: Int
    private let socket: Int32
    private let state = Mutex(State())
    /// The threads that still run.
    private let threads = DispatchGroup()

    /// - Parameter port: 0 for one that the system chooses.
    /// - Parameter serve: what a connection's thread does; the connection ends with it.
    init(port: Int, serve: @escaping @Sendable (Int32) -> Void) throws {
        socket = try Self.listeningSocket(port: port)
        self.port = Self.boundPort(of: socket)
        threads.enter()
        Thread.detachNewThread { [self] in
            acceptAll(serve)
            close(socket)
            threads.leave()
        }
    }

    /// Ends every connection and every thread, and returns when that is done.
    func stop() {
        state.withLock { state in
            guard !state.isStopped else { return }
            state.isStopped = true
            shutdown(socket, Int32(SHUT_RDWR))
            for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
        }
        threads.wait()
    }

    private func acceptAll(_ serve: @escaping @Sendable (Int32) -> Void) {
        while !state.withLock({ $0.isStopped }) {
            let connection = Self.acceptWithoutInheritance(socket)
            if connection >= 0 {
                begin(connection, serve)
            } else if ![EINTR, ECONNABORTED].contains(errno) {
                // Out of descriptors, or stopped: in neither case worth a busy loop.
                usleep(1_000)
            }
        }
    }

    private func begin(_ connection: Int32, _ serve: @escaping @Sendable (Int32) -> Void) {
        var on: Int32 = 1
        setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(4))
        let isServed = state.withLock { state in
            if !state.isStopped { state.connections.insert(connection) }
            return !state.isStopped
        }
        guard isServed else {
            close(connection)
            return
        }
        threads.enter()
        Thread.detachNewThread { [self] in
            serve(connection)
            Self.finish(connection)
            // In the lock, so that stop() never meets a number that has been given away again.
            state.withLock { state in
                state.connections.remove(connection)
                close(connection)
            }
            threads.leave()
        }
    }
}

// MARK: - Sockets

extension Listener {
    /// Ends a connection so that the client can still read what was sent last: with bytes unread,
    /// closing would reset it.
    private static func finish(_ connection: Int32) {
        shutdown(connection, Int32(SHUT_WR))
        var buffer = [UInt8](repeating: 0, count: 65_536)
        for _ in 0..<100 where recv(connection, &buffer, buffer.count, Int32(MSG_DONTWAIT)) <= 0 {
            break
        }
    }
}

extension Listener {
    private typealias Accept4 =
        @convention(c) (
            Int32, UnsafeMutablePointer<sockaddr>?, UnsafeMutablePointer<socklen_t>?, Int32
        ) -> Int32

    /// `accept4`, which Glibc's headers show only to GNU programs.
    private static let accept4: Accept4? = {
        // No handle: RTLD_DEFAULT, the libraries that are loaded.
        dlsym(nil, "accept4").map { unsafeBitCast($0, to: Accept4.self) }
    }()

    /// Accepts a connection that no child of this process inherits, not even one that another thread
    /// starts meanwhile.
    private static func acceptWithoutInheritance(_ socket: Int32) -> Int32 {
        if let accept4 { return accept4(socket, nil, nil, Int32(SOCK_CLOEXEC.rawValue)) }
        let connection = accept(socket, nil, nil)
        if connection >= 0 { _ = fcntl(connection, F_SETFD, FD_CLOEXEC) }
        return connection
    }

    private static func listeningSocket(port: Int) throws -> Int32 {
        guard let number = in_port_t(exactly: port) else { throw POSIXError(.EINVAL) }
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let listener = Glibc.socket(AF_INET, type, 0)
        guard listener >= 0 else { throw lastError() }
        var on: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(4))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = number.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isBound, listen(listener, 128) == 0 else {
            let error = lastError()
            close(listener)
            throw error
        }
        return listener
    }

    private static func boundPort(of socket: Int32) -> Int {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = getsockname(socket, $0, &length)
            }
        }
        return Int(in_port_t(bigEndian: address.sin_port))
    }

    private static func lastError() -> POSIXError {
        POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
}
