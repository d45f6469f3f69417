import Foundation
import Synchronization

/// The append-only journal of one store, held by one process.
///
/// A group of entries is written as one piece: after a crash it is there whole or not at all. When
/// `append` has returned, its lines are on the disk; when it has thrown, they are not in the journal.
/// Several threads may use it. How a line looks, and how to verify one without this program, is said
/// at ``RawLine``.
package final class Journal: Sendable {
    /// What had to be repaired when the journal was opened, for the log; empty after a clean stop.
    package let mendings: [String]

    private let lock: StoreLock
    private let writer: Mutex<JournalWriter>
    private let reader: JournalReader

    /// Opens a store, making it where there is none.
    ///
    /// What an interrupted write left at the end of the newest file is cut off and kept in a file
    /// beside, whose name has the time `at`. Any other damage is refused, naming file and line.
    package convenience init(store: URL, kind: StoreKind, at: Date) throws(JournalError) {
        try self.init(store: store, kind: kind, at: at, disk: SystemDisk())
    }

    init(
        store: URL,
        kind: StoreKind,
        at: Date,
        disk: some JournalDisk
    ) throws(JournalError) {
        let layout = StoreLayout(store: store)
        try layout.makeDirectories(on: disk)
        let lock = try StoreLock(layout)
        do throws(JournalError) {
            try layout.claim(for: kind, on: disk)
            let writer = try JournalWriter(layout, disk, at: at)
            mendings = writer.mendings
            self.writer = Mutex(writer)
        } catch {
            lock.release()
            throw error
        }
        self.lock = lock
        reader = JournalReader(layout: layout, disk: disk)
    }

    deinit {
        close()
    }

    /// The number of the newest durable line, 0 while there is none.
    package var lastSequence: Int {
        writer.withLock { $0.lastSequence }
    }

    /// How far its durable lines reach; `nil` while there is none.
    package var extent: JournalExtent? {
        writer.withLock { writer in
            writer.newest.map { JournalExtent(file: $0.month.fileName, octets: $0.durableEnd) }
        }
    }

    /// Adds groups, each whole or not at all, and returns their lines once all are on the disk.
    ///
    /// One write and one fdatasync serve all groups of a call. The lines stand in the file of the
    /// month of `at`, or in the newest file when the clock has gone back. After an error the journal
    /// is as before and can be tried again.
    @discardableResult
    package func append(_ groups: [[Entry]], at: Date) throws(JournalError) -> [[Line]] {
        try writer.withLock { (writer) throws(JournalError) in
            try writer.append(groups, at: at)
        }
    }

    /// Hands over every durable line, from the oldest; see ``JournalReader/replay(_:)``.
    package func replay(_ each: (Line) throws -> Void) throws {
        try scan { try each(try $0.line()) }
    }

    /// Hands over every durable line with its body unparsed; see ``JournalReader/scan(_:)``.
    package func scan(_ each: (RawLine) throws -> Void) throws {
        guard let (month, end) = writer.withLock({ $0.newest.map { ($0.month, $0.durableEnd) } })
        else { return }
        try reader.scan(until: month, end: end, each)
    }

    /// The same without the months before that of a time.
    func scan(from start: Date, _ each: (RawLine) throws -> Void) throws {
        guard let (month, end) = writer.withLock({ $0.newest.map { ($0.month, $0.durableEnd) } })
        else { return }
        try reader.scan(from: Instant(start).month, until: month, end: end, each)
    }

    /// Ends writing and gives the store free; harmless when done twice.
    package func close() {
        let wasOpen = writer.withLock { writer in
            defer { writer.close() }
            return !writer.isClosed
        }
        if wasOpen { lock.release() }
    }
}
