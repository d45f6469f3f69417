import Foundation
import Synchronization
import Testing

@testable import Filing

/// What an administrator copies while the service runs.
@Suite("Backup", .timeLimit(.minutes(10))) struct BackupTests {
    /// Writes groups of three from a thread of its own until told to stop; paused while a copy is
    /// read, or a fast disk would fill faster than the copies are read.
    private final class Writer: Sendable {
        private let journal: Journal
        private let stops = Mutex(false)
        private let pauses = Mutex(true)
        private let written = Mutex(0)
        private let done = DispatchSemaphore(value: 0)

        init(_ journal: Journal, at: Date) {
            self.journal = journal
            Thread { [self] in
                while !stops.withLock(\.self) {
                    guard !pauses.withLock(\.self) else {
                        usleep(500)
                        continue
                    }
                    do {
                        try journal.append([group("a", 3, size: 3_000)], at: at)
                    } catch {
                        Issue.record(error)
                        break
                    }
                    written.withLock { $0 += 1 }
                }
                done.signal()
            }.start()
        }

        /// Groups that are durable.
        var count: Int { written.withLock(\.self) }

        func pause(_ pauses: Bool) { self.pauses.withLock { $0 = pauses } }

        func stop() {
            stops.withLock { $0 = true }
            done.wait()
        }
    }

    @Test("a copy taken while the service writes opens with all that was durable, groups whole")
    func copyWhileWriting() throws {
        try withStore { store in
            let at = try instant("2026-11-24T09:12:00.123Z")
            let journal = try Journal(store)
            let writer = Writer(journal, at: at)
            defer {
                writer.stop()
                journal.close()
            }
            for number in 1...20 {
                let before = writer.count
                writer.pause(false)
                while writer.count < before + 2 { usleep(1_000) }
                try withStore { copy in
                    let durable = writer.count
                    #expect(try run("cp", "-a", store.path, copy.path) == 0)
                    writer.pause(true)
                    let restored = try Journal(copy)
                    let lines = try restored.lines
                    #expect(lines.count >= 3 * durable, "copy \(number)")
                    #expect(lines.count.isMultiple(of: 3))
                    #expect(lines.last?.isEnd == true)
                    let next = try restored.append([group("b", 1)], at: at)
                    #expect(next[0][0].seq == lines.count + 1)
                    restored.close()
                }
            }
        }
    }
}
