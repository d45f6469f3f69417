import Foundation
import Glibc

/// The datagram socket on which a service manager listens (systemd's sd_notify(3)).
struct NotifySocket: Sendable {
    private let path: String

    /// `nil` when the environment names none: we were not started by such a manager.
    init?(environment: [String: String]) {
        // Other families than AF_UNIX are for virtual machines.
        guard let path = environment["NOTIFY_SOCKET"], path.hasPrefix("/") || path.hasPrefix("@"),
            path.utf8.count < Self.pathLimit
        else { return nil }
        self.path = path
    }

    private static let pathLimit = MemoryLayout.size(ofValue: sockaddr_un().sun_path)

    /// Seconds that a manager which does not read may hold us up.
    private static let patience = 2

    /// Sends assignments, one a line; what nobody hears is lost, as it must not end the service.
    func send(_ assignments: String...) {
        let descriptor = socket(
            AF_UNIX,
            Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue),
            0
        )
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var patience = timeval(tv_sec: Self.patience, tv_usec: 0)
        let size = socklen_t(MemoryLayout.size(ofValue: patience))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(path.utf8)
        // The abstract namespace begins with a zero, which the environment cannot hold (unix(7)).
        if name.first == UInt8(ascii: "@") { name[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = MemoryLayout<sa_family_t>.size + name.count
        let text = Array(assignments.joined(separator: "\n").utf8)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, text, text.count, Int32(MSG_NOSIGNAL), $0, socklen_t(length))
            }
        }
    }
}
