import Foundation

/// Whose store it is: what `simulate` filed must never be taken for mail that was answered.
package enum StoreKind: String, Hashable, Sendable {
    case service
    case simulation
}

/// Where the files of a store are.
struct StoreLayout: Sendable {
    let store: String

    init(store: URL) {
        self.store = store.standardizedFileURL.path
    }

    var journal: String { store + "/journal" }
    /// Held by the one process that writes; holds its number for people to read.
    var lock: String { store + "/lock" }
    /// One word, of ``StoreKind``, and a line feed.
    var kind: String { store + "/kind" }

    func file(of month: Month) -> String { journal + "/" + month.fileName }

    /// The sum of a month that is closed, as `sha256sum -c` reads it from within the folder.
    func seal(of month: Month) -> String { file(of: month) + ".sha256" }

    /// In ascending order; other names in the folder are none of ours.
    func months(on disk: some JournalDisk) throws(JournalError) -> [Month] {
        try journalErrors(journal) { () throws(FileFault) in
            try disk.names(in: journal).compactMap { Month(fileName: $0) }.sorted()
        }
    }

    /// Makes the folders where there are none, readable by their owner only.
    func makeDirectories(on disk: some JournalDisk) throws(JournalError) {
        var missing: [String] = []
        var folder = URL(fileURLWithPath: store)
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path) {
            missing.append(folder.path)
            folder.deleteLastPathComponent()
        }
        if !FileManager.default.fileExists(atPath: journal) { missing.insert(journal, at: 0) }
        for path in missing.reversed() {
            try journalErrors(path) { () throws(FileFault) in
                try disk.makeDirectory(path)
                let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
                try disk.synchronizeDirectory(parent)
            }
        }
    }

    /// Marks a new store, and refuses one that is marked otherwise.
    func claim(for kind: StoreKind, on disk: some JournalDisk) throws(JournalError) {
        let written = try journalErrors(self.kind) { () throws(FileFault) in
            let file = try disk.open(self.kind, .writing)
            defer { file.close() }
            return try file.octets(0..<64)
        }
        let word = String(decoding: written, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        if let found = StoreKind(rawValue: word) {
            guard found == kind else {
                throw JournalError(path: store, problem: .otherKind(found: found))
            }
            return
        }
        guard word.isEmpty, try months(on: disk).isEmpty else {
            throw JournalError(path: self.kind, problem: .unreadableKind)
        }
        try journalErrors(self.kind) { () throws(FileFault) in
            try disk.replace(self.kind, with: Array("\(kind.rawValue)\n".utf8), in: store)
        }
    }
}

/// Says of which file a fault was.
func journalErrors<Value>(
    _ path: String,
    _ operation: () throws(FileFault) -> Value
) throws(JournalError) -> Value {
    do throws(FileFault) {
        return try operation()
    } catch {
        throw JournalError(error, path)
    }
}
