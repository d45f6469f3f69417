import Foundation
import Synchronization
import Testing

@testable import Filing

/// What an administrator copies while the service runs.
@Suite("Backup", .timeLimit(.minutes(20))) struct BackupTests {
    /// Writes groups of three from a thread of its own, each when it is allowed one.
    private final class Writer: Sendable {
        private let allowed = DispatchSemaphore(value: 0)
        private let done = DispatchSemaphore(value: 0)
        private let written = Mutex(0)

        init(_ journal: Journal, groups: Int, at: Date) {
            Thread { [self] in
                for _ in 0..<groups {
                    allowed.wait()
                    do {
                        try journal.append([group("a", 3, size: 3_000)], at: at)
                    } catch {
                        Issue.record(error)
                    }
                    written.withLock { $0 += 1 }
                }
                done.signal()
            }.start()
        }

        /// Groups that are durable.
        var count: Int { written.withLock(\.self) }

        func allow(_ groups: Int) {
            for _ in 0..<groups { allowed.signal() }
        }

        func wait() { done.wait() }
    }

    @Test(
        "a copy taken while the service writes opens with all that was durable, groups whole",
        arguments: [
            "cp -a \"$1\" \"$2\"",
            // Its code is 1 where a file grew while it was read.
            "mkdir \"$2\" && tar -C \"$1\" -cf \"$2.tar\" . || true; tar -C \"$2\" -xf \"$2.tar\" && "
                + "rm \"$2.tar\"",
        ]
    )
    func copyWhileWriting(command: String) throws {
        try withStore { store in
            let at = try instant("2026-11-24T09:12:00.123Z")
            let journal = try Journal(store)
            let copies = 10
            let writer = Writer(journal, groups: copies * 20, at: at)
            for number in 1...copies {
                writer.allow(20)
                try withStore { copy in
                    let durable = writer.count
                    #expect(try run("sh", "-c", command, "sh", store.path, copy.path) == 0)
                    let restored = try Journal(copy)
                    let lines = try restored.lines
                    #expect(lines.count >= 3 * durable, "copy \(number)")
                    #expect(lines.count.isMultiple(of: 3))
                    let next = try restored.append([group("b", 1)], at: at)
                    #expect(next[0][0].seq == lines.count + 1)
                    restored.close()
                }
            }
            writer.wait()
            #expect(try journal.lines.count == 3 * 20 * copies)
            journal.close()
        }
    }
}
