import Foundation
import Glibc
import Testing

@testable import Filing

@Suite("Journal under faults") struct FaultTests {
    private static let steps: [(String, [[Entry]])] = [
        ("2026-11-30T10:00:00.000Z", [group("a", 2), group("b", 1)]),
        ("2026-11-30T11:00:00.000Z", [group("c", 1)]),
        ("2026-12-01T00:00:00.000Z", [group("d", 1), group("e", 3)]),
        ("2026-11-30T00:00:00.000Z", [group("f", 2)]),
        ("2027-01-01T00:00:00.000Z", [group("g", 1), group("h", 1)]),
        ("2027-01-02T00:00:00.000Z", [group("i", 1)]),
    ]

    /// Appends all steps, each again when it failed, at most `attempts` times.
    ///
    /// Returns the lines acknowledged, and the groups of the step that never was.
    private func play(
        _ store: URL,
        _ disk: FaultyDisk,
        attempts: Int
    ) throws -> (acknowledged: [Line], pending: [[Entry]]) {
        var journal: Journal?
        for _ in 0..<attempts where journal == nil { journal = try? Journal(store, disk: disk) }
        guard let journal else { return ([], []) }
        defer { journal.close() }
        var acknowledged: [Line] = []
        for (time, groups) in Self.steps {
            let at = try instant(time)
            var lines: [[Line]]?
            for _ in 0..<attempts where lines == nil {
                lines = try? journal.append(groups, at: at)
                let whole = try journal.lines == acknowledged + (lines ?? []).joined()
                #expect(whole, "what is acknowledged is what can be read")
                guard lines == nil, attempts > 1 else { continue }
                #expect(try octets(in: store) == octets(of: acknowledged), "nothing half-written")
            }
            guard let lines else { return (acknowledged, groups) }
            acknowledged += lines.joined()
        }
        return (acknowledged, [])
    }

    private func octets(in store: URL) throws -> [UInt8] {
        try store.journalNames.filter { $0.hasSuffix(".jsonl") }
            .flatMap { try Data(contentsOf: store.journal($0)) }
    }

    private func octets(of lines: [Line]) -> [UInt8] {
        lines.reduce(into: []) { RawLine.write($1.heading, $1.body, into: &$0) }
    }

    /// Every operation that can fail, a write with each of the parts it may still write.
    private func faults(writeLimit: Int = .max, permils: [Int]) throws -> [(Int, permil: Int)] {
        let operations = try withStore { store in
            let disk = FaultyDisk(FaultyDisk.Plan(writeLimit: writeLimit))
            _ = try play(store, disk, attempts: 1)
            return disk.operations
        }
        #expect(operations.count > 30)
        return operations.enumerated().flatMap { index, name in
            (name == "pwrite" ? permils : [0]).map { (index, permil: $0) }
        }
    }

    @Test("one failure of any operation is reported and costs nothing", arguments: [EIO, ENOSPC])
    func once(code: Int32) throws {
        for (operation, permil) in try faults(permils: [0, 500, 1_000]) {
            try withStore { store in
                let disk = FaultyDisk(
                    FaultyDisk.Plan(failsAt: operation, code: code, permilWritten: permil)
                )
                let (acknowledged, pending) = try play(store, disk, attempts: 2)
                let name = disk.operations[operation]
                #expect(pending.isEmpty, "operation \(operation), \(name)")
                let next = try Journal(store)
                #expect(next.mendings == [], "operation \(operation), \(name)")
                let whole = try next.lines == acknowledged
                #expect(whole && acknowledged.count == 13, "operation \(operation), \(name)")
                let seals = try store.journalNames.filter { $0.hasSuffix(".sha256") }
                #expect(seals == ["2026-11.jsonl.sha256", "2026-12.jsonl.sha256"])
                let check = "sha256sum --strict -c *.sha256"
                #expect(try run("sh", "-c", check, in: store.journal("")) == 0)
            }
        }
    }

    @Test("a power cut at any operation leaves what was acknowledged, and whole groups")
    func powerCut() throws {
        let limit = 100
        for (operation, permil) in try faults(writeLimit: limit, permils: [0, 10, 500, 990, 1_000])
        {
            try withStore { store in
                let disk = FaultyDisk(
                    FaultyDisk.Plan(
                        failsAt: operation,
                        permilWritten: permil,
                        isFinal: true,
                        writeLimit: limit
                    )
                )
                let (acknowledged, pending) = try play(store, disk, attempts: 1)
                let lines = try Journal(store).lines
                let known = Array(lines.prefix(acknowledged.count)) == acknowledged
                #expect(known, "operation \(operation), \(disk.operations[operation])")
                let extra = lines.count - acknowledged.count
                let allowed = (0...pending.count).map { pending[..<$0].joined().count }
                #expect(allowed.contains(extra), "operation \(operation)")
            }
        }
    }

    @Test("short writes and signals are gone on after", arguments: [1, 7, 100])
    func shortWrites(limit: Int) throws {
        try withStore { store in
            let disk = FaultyDisk(FaultyDisk.Plan(writeLimit: limit, interruptsWrites: true))
            let (acknowledged, _) = try play(store, disk, attempts: 1)
            #expect(acknowledged.count == 13)
            #expect(try Journal(store).lines == acknowledged)
        }
    }

    @Test("a call writes once and synchronizes once, however many its groups")
    func oneSynchronization() throws {
        try withStore { store in
            let disk = FaultyDisk(FaultyDisk.Plan())
            let journal = try Journal(store, disk: disk)
            let at = try instant("2026-11-24T09:12:00.123Z")
            try journal.append([group("a", 1)], at: at)
            let before = disk.operations.count
            try journal.append((0..<50).map { group("g\($0)", 3) }, at: at)
            #expect(Array(disk.operations[before...]) == ["pwrite", "fdatasync"])
        }
    }

    @Test("after a failed fdatasync the file is cut, opened anew and verified")
    func failedSynchronization() throws {
        try withStore { store in
            let disk = FaultyDisk(FaultyDisk.Plan())
            let journal = try Journal(store, disk: disk)
            let at = try instant("2026-11-24T09:12:00.123Z")
            let first = try journal.append([group("a", 1)], at: at)
            let before = disk.operations.count
            disk.plan.withLock { $0.failsAt = before + 1 }
            #expect { try journal.append([group("b", 2)], at: at) } throws: { error in
                (error as? JournalError)?.problem
                    == .inputOutput(operation: "fdatasync", code: EIO)
            }
            #expect(
                Array(disk.operations[before...])
                    == ["pwrite", "fdatasync", "ftruncate", "open", "fdatasync"]
            )
            let second = try journal.append([group("c", 1)], at: at)
            #expect(second[0][0].seq == 2)
            #expect(try journal.lines == first[0] + second[0])
        }
    }

    @Test("a file that lost durable lines is not written to")
    func lostLines() throws {
        try withStore { store in
            let disk = FaultyDisk(FaultyDisk.Plan())
            let journal = try Journal(store, disk: disk)
            let at = try instant("2026-11-24T09:12:00.123Z")
            try journal.append([group("a", 1)], at: at)
            let file = store.journal("2026-11.jsonl")
            disk.plan.withLock { $0.failsAt = $0.operations.count + 1 }
            // The descriptor of the failing file is closed; what is opened again is shorter.
            let bytes = try Data(contentsOf: file)
            try FileManager.default.removeItem(at: file)
            try bytes.dropLast(10).write(to: file)
            #expect(throws: JournalError.self) { try journal.append([group("b", 2)], at: at) }
            #expect { try journal.append([group("b", 2)], at: at) } throws: { error in
                (error as? JournalError)?.problem == .linesLost
            }
        }
    }

    @Test(
        "a disk that is really full (needs the right to mount)",
        .enabled("no right to mount a tmpfs here") { SmallDisk.isAvailable }
    )
    func fullDisk() throws {
        let disk = try #require(SmallDisk())
        defer { disk.unmount() }
        let store = disk.folder.appendingPathComponent("store")
        let journal = try Journal(store)
        let at = try instant("2026-11-24T09:12:00.123Z")
        var acknowledged: [Line] = []
        var problem: JournalError.Problem?
        while problem == nil, acknowledged.count < 1_000 {
            do throws(JournalError) {
                acknowledged += try journal.append([group("a", 3, size: 1_000)], at: at).joined()
            } catch {
                problem = error.problem
            }
        }
        #expect(problem == .diskFull)
        #expect(acknowledged.count > 3)
        #expect(try journal.lines == acknowledged)
        // With less to write it goes on at once.
        acknowledged += try journal.append([group("b", 1, size: 1)], at: at).joined()
        journal.close()
        let next = try Journal(store)
        #expect(next.mendings == [])
        #expect(try next.lines == acknowledged)
    }
}

/// A file system of 64 KB in memory.
private struct SmallDisk {
    let folder: URL

    static var isAvailable: Bool {
        guard let disk = SmallDisk() else { return false }
        disk.unmount()
        return true
    }

    init?() {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("guichet-\(UUID().uuidString)")
        guard mkdir(folder.path, 0o700) == 0 else { return nil }
        guard mount("tmpfs", folder.path, "tmpfs", 0, "size=64k") == 0 else {
            rmdir(folder.path)
            return nil
        }
    }

    func unmount() {
        umount2(folder.path, Int32(MNT_DETACH))
        rmdir(folder.path)
    }
}
