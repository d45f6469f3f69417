import Foundation
import Glibc

/// The right to write to a store, held by one process at a time.
///
/// The system gives it back when the process ends, however it ends. The file stays: only the lock on
/// it counts.
struct StoreLock: Sendable {
    private let descriptor: Int32

    init(_ layout: StoreLayout) throws(JournalError) {
        let path = layout.lock
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreLock.error("open", errno, path) }
        var code = StoreLock.tryLocking(descriptor)
        // A ``StoreGlance`` holds it for an instant: that must not keep a service from starting.
        for _ in 0..<20 where code == EWOULDBLOCK {
            usleep(5_000)
            code = StoreLock.tryLocking(descriptor)
        }
        guard code == 0 else {
            let holder = StoreLock.number(in: descriptor)
            close(descriptor)
            guard code == EWOULDBLOCK else { throw StoreLock.error("flock", code, path) }
            throw JournalError(path: layout.store, problem: .locked(pid: holder))
        }
        let number = Array("\(getpid())\n".utf8)
        // The number is only a help: on a full disk the lock holds without it.
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, number, number.count, 0) }
    }

    /// Unlocks before closing: a child process that is just being started holds a copy of the
    /// descriptor, and with it the lock, until its program is loaded.
    func release() {
        _ = flock(descriptor, LOCK_UN)
        _ = close(descriptor)
    }

    private static func tryLocking(_ descriptor: Int32) -> Int32 {
        flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno
    }

    /// The number of the process that took the lock last.
    static func number(in descriptor: Int32) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return Int(
            String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
                .trimmingCharacters(in: .whitespacesAndNewlines)
        )
    }

    private static func error(_ operation: String, _ code: Int32, _ path: String) -> JournalError {
        JournalError(FileFault(operation: operation, code: code), path)
    }
}
