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
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
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

    private static func number(in descriptor: Int32) -> Int? {
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
