import Glibc

/// Wakes a thread that waits in `poll`: a pair of sockets, one of which it watches.
final class Wakeup: Sendable {
    /// Readable once signalled.
    let fileDescriptor: Int32
    private let writingEnd: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        let type =
            Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
            | Int32(SOCK_NONBLOCK.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { return nil }
        fileDescriptor = ends[0]
        writingEnd = ends[1]
    }

    deinit {
        close(fileDescriptor)
        close(writingEnd)
    }

    /// Safe from any thread; one that is full is signalled already.
    func signal() {
        var byte: UInt8 = 1
        _ = send(writingEnd, &byte, 1, Int32(MSG_NOSIGNAL))
    }

    func reset() {
        var bytes = [UInt8](repeating: 0, count: 512)
        while read(fileDescriptor, &bytes, bytes.count) > 0 {}
    }
}
