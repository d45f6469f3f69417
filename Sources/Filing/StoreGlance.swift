import Casework
import Foundation
import Glibc

/// Looks at a store from outside: it takes no lock and changes nothing, so it may be used beside the
/// service.
package struct StoreGlance: Sendable {
    package let folder: URL
    private let layout: StoreLayout

    package init(folder: URL) {
        self.folder = folder
        layout = StoreLayout(store: folder)
    }

    /// Who works on the store now.
    package struct Holder: Hashable, Sendable {
        /// `nil` when the lock does not say.
        package var pid: Int?
        /// When it took the lock.
        package var since: Date

        package init(pid: Int?, since: Date) {
            self.pid = pid
            self.since = since
        }
    }

    /// Whether somebody holds the store; `nil`: nobody does.
    ///
    /// Asking takes a shared lock for some microseconds, for which ``StoreLock`` has patience: the
    /// list of locks in /proc would not show those of another container.
    package func holder() throws(JournalError) -> Holder? {
        let path = layout.lock
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw error("open", path)
        }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_SH | LOCK_NB) == 0 {
            _ = flock(descriptor, LOCK_UN)
            return nil
        }
        guard errno == EWOULDBLOCK else { throw error("flock", path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw error("fstat", path) }
        return Holder(pid: StoreLock.number(in: descriptor), since: status.modified)
    }

    /// Makes sure that there is a store of the service and that we may read it.
    package func checkReadable() throws(JournalError) {
        let word = FileManager.default.contents(atPath: layout.kind).map {
            String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        if let found = word.flatMap(StoreKind.init), found != .service {
            throw JournalError(path: layout.store, problem: .otherKind(found: found))
        }
        for path in [layout.store, layout.journal] where access(path, R_OK | X_OK) != 0 {
            throw error("access", path)
        }
        guard access(layout.lock, R_OK) == 0 || errno == ENOENT else {
            throw error("access", layout.lock)
        }
    }

    /// How far the journal reaches; more than its durable lines while one is being written.
    package func extent() throws(JournalError) -> JournalExtent? {
        guard let newest = try layout.months(on: SystemDisk()).last else { return nil }
        var status = stat()
        guard stat(layout.file(of: newest), &status) == 0 else {
            throw error("stat", layout.file(of: newest))
        }
        return JournalExtent(file: newest.fileName, octets: Int(status.st_size))
    }

    /// Reads the whole journal for what it amounts to, which takes seconds where it is of years.
    package func figures() throws -> Figures {
        let extent = try extent()
        var tally = Tally()
        var outbox = Outbox()
        try JournalReader(store: folder).replay { line in
            guard let event = try Event(entry: line.body, type: line.type, case: line.caseNumber)
            else { return }
            tally.apply(event, at: line.at, before: outbox)
            outbox.apply(event, at: line.at)
        }
        return Figures(tally: tally, outbox: outbox, upTo: extent)
    }

    /// Octets of all files of the store.
    package var size: Int {
        [layout.store, layout.journal].reduce(0) { sum, path in
            let names = (try? SystemDisk().names(in: path)) ?? []
            return sum
                + names.reduce(0) { sum, name in
                    var status = stat()
                    guard lstat("\(path)/\(name)", &status) == 0,
                        status.st_mode & S_IFMT == S_IFREG
                    else { return sum }
                    return sum + Int(status.st_size)
                }
        }
    }

    /// Octets that the service may still write on the disk of the store; `nil` when the system does
    /// not say.
    package var freeSpace: Int? {
        var status = statvfs()
        guard statvfs(layout.store, &status) == 0 else { return nil }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }

    private func error(_ operation: String, _ path: String) -> JournalError {
        JournalError(FileFault(operation: operation, code: errno), path)
    }
}

extension stat {
    /// When the content of the file was last written.
    package var modified: Date {
        Date(
            timeIntervalSince1970: Double(st_mtim.tv_sec) + Double(st_mtim.tv_nsec) / 1_000_000_000
        )
    }
}
