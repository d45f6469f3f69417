import CCurl
import Glibc

/// Calls a thread back from its wait for a server: an eventfd in the set that it polls.
///
/// Once signalled it stays so until `reset()`: every wait that begins later ends at once. IDLE then
/// returns; a connection being made and a command under way are given up as `cancelled`.
package final class Wake: Sendable {
    /// Readable once signalled; -1 if the system had none left, and then nothing wakes.
    let fileDescriptor: Int32

    package init() { fileDescriptor = guichet_eventfd() }

    deinit { if fileDescriptor >= 0 { close(fileDescriptor) } }

    /// Safe from any thread.
    package func signal() {
        var one: UInt64 = 1
        _ = write(fileDescriptor, &one, MemoryLayout<UInt64>.size)
    }

    package func reset() {
        var count: UInt64 = 0
        _ = read(fileDescriptor, &count, MemoryLayout<UInt64>.size)
    }

    package var isSignalled: Bool {
        var descriptor = pollfd(fd: fileDescriptor, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 0) > 0
    }
}
