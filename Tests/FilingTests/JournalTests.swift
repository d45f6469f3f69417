import Foundation
import Glibc
import JSONLines
import Testing

@testable import Filing

@Suite("Journal") struct JournalTests {
    @Test("what was appended is replayed, in this run and the next")
    func roundTrip() throws {
        try withStore { store in
            let journal = try Journal(store)
            let at = try instant("2026-11-24T09:12:00.123Z")
            let first = try journal.append([group("a", 3), [], group("b", 1)], at: at)
            let second = try journal.append([group("c", 2)], at: at)
            #expect(first.map { $0.map(\.seq) } == [[1, 2, 3], [], [4]])
            #expect(first[0].map(\.group) == [1, 1, 1])
            #expect(first[0].map(\.isEnd) == [false, false, true])
            let all = Array((first + second).joined())
            #expect(try journal.lines == all)
            #expect(try journal.append([], at: at) == [])
            #expect(journal.lastSequence == 6)
            journal.close()
            let next = try Journal(store)
            #expect(next.mendings == [])
            #expect(next.lastSequence == 6)
            #expect(try next.lines == all)
            #expect(try next.append([group("d", 1)], at: at)[0][0].seq == 7)
        }
    }

    @Test("a new store is for its owner only")
    func permissions() throws {
        try withStore { folder in
            let store = folder.appendingPathComponent("deep/store")
            let journal = try Journal(store)
            try journal.append([group("a", 1)], at: try instant("2026-11-24T09:12:00.123Z"))
            for (path, mode) in [
                ("", 0o700), ("journal", 0o700), ("journal/2026-11.jsonl", 0o600), ("kind", 0o600),
            ] {
                var status = stat()
                #expect(stat(store.appendingPathComponent(path).path, &status) == 0)
                #expect(status.st_mode & 0o777 == mode_t(mode), "\(path)")
            }
        }
    }

    @Test("the month never goes backwards; closed months are sealed for sha256sum")
    func months() throws {
        try withStore { store in
            let journal = try Journal(store)
            let times = [
                "2026-11-30T23:59:59.999Z", "2026-12-01T00:00:00.000Z", "2026-11-30T23:59:59.999Z",
                "2027-02-01T00:00:00.000Z", "2020-01-01T00:00:00.000Z",
            ]
            var expected: [Line] = []
            for time in times {
                expected += try journal.append([group("a", 2)], at: try instant(time)).joined()
            }
            let names = [
                "2026-11.jsonl", "2026-11.jsonl.sha256", "2026-12.jsonl", "2026-12.jsonl.sha256",
                "2027-02.jsonl",
            ]
            #expect(try store.journalNames == names)
            #expect(try journal.lines == expected)
            for seal in names where seal.hasSuffix("sha256") {
                let status = try run("sha256sum", "--strict", "-c", seal, in: store.journal(""))
                #expect(status == 0)
            }
            journal.close()
            // A seal that a crash prevented is made at the next start.
            try FileManager.default.removeItem(at: store.journal(names[1]))
            #expect(try Journal(store).lines == expected)
            #expect(try run("sha256sum", "-c", names[1], in: store.journal("")) == 0)
        }
    }

    @Test("an empty newest month continues the one before")
    func emptyMonth() throws {
        try withStore { store in
            let journal = try Journal(store)
            try journal.append([group("a", 2)], at: try instant("2026-11-30T23:59:59.999Z"))
            journal.close()
            try Data().write(to: store.journal("2026-12.jsonl"))
            let next = try Journal(store)
            let lines = try next.append(
                [group("b", 1)],
                at: try instant("2026-11-01T00:00:00.000Z")
            )
            #expect(lines[0][0].seq == 3)
            #expect(try next.lines.count == 3)
            #expect(try Data(contentsOf: store.journal("2026-12.jsonl")).count > 0)
        }
    }

    @Test("a line of 5 MB")
    func largeLine() throws {
        try withStore { store in
            let journal = try Journal(store)
            let text = String(repeating: "Zoé a écrit \"ceci\"\n", count: 250_000)
            let large = Entry(type: "mail.queued", body: ["mail": .string(text)])
            let groups = [group("a", 1) + [large] + group("b", 1)]
            let at = try instant("2026-11-24T09:12:00.123Z")
            let lines = try journal.append(groups, at: at)
            #expect(try journal.lines == lines[0])
            journal.close()
            #expect(try Journal(store).lastSequence == 3)
        }
    }

    @Test("threads may append together")
    func threads() throws {
        try withStore { store in
            let journal = try Journal(store)
            let at = try instant("2026-11-24T09:12:00.123Z")
            DispatchQueue.concurrentPerform(iterations: 8) { thread in
                for _ in 0..<10 { _ = try? journal.append([group("t\(thread)", 2)], at: at) }
            }
            let lines = try journal.lines
            #expect(lines.map(\.seq) == Array(1...160))
            #expect(Set(lines.map { "\($0.group) \($0.type)" }).count == 80)
        }
    }

    @Test("a body may not carry the journal's own keys", arguments: Entry.reservedKeys.sorted())
    func reservedKeys(key: String) throws {
        try withStore { store in
            let journal = try Journal(store)
            let problem = JournalError.Problem.reservedKey(key)
            let entry = Entry(
                type: "t",
                body: ["a": 1, key: 1]
            )
            #expect { try journal.append([[entry]], at: .now) } throws: {
                ($0 as? JournalError)?.problem == problem
            }
            #expect(try journal.lines == [])
        }
    }

    @Test("nothing is appended after closing")
    func closed() throws {
        try withStore { store in
            let journal = try Journal(store)
            journal.close()
            journal.close()
            #expect { try journal.append([group("a", 1)], at: .now) } throws: {
                ($0 as? JournalError)?.problem == .closed
            }
        }
    }

    @Test("a reader beside the writer sees whole groups only")
    func reader() throws {
        try withStore { store in
            let journal = try Journal(store)
            let at = try instant("2026-11-24T09:12:00.123Z")
            let lines = try journal.append([group("a", 2)], at: at)
            let file = try FileHandle(forWritingTo: store.journal("2026-11.jsonl"))
            try file.seekToEnd()
            try file.write(contentsOf: Data(#"{"v":1,"seq":3,"at":"20"#.utf8))
            var read: [Line] = []
            try JournalReader(store: store).replay { read.append($0) }
            #expect(read == lines[0])
        }
    }
}

@Suite("Store") struct StoreTests {
    @Test("has one writer, whose process is named")
    func lock() throws {
        try withStore { store in
            let journal = try Journal(store)
            #expect { try Journal(store) } throws: {
                ($0 as? JournalError)?.problem == .locked(pid: Int(getpid()))
            }
            let lock = store.appendingPathComponent("lock").path
            #expect(try run("flock", "-n", lock, "true") != 0)
            journal.close()
            #expect(try run("flock", "-n", lock, "true") == 0)
            #expect(throws: Never.self) { try Journal(store) }
        }
    }

    @Test("another process keeps us out until it ends")
    func otherProcess() throws {
        try withStore { store in
            try Journal(store).close()
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            let script = "exec 9<>lock; flock -n 9; echo $$ > lock; echo ready; exec sleep 60"
            process.arguments = ["bash", "-c", script]
            process.currentDirectoryURL = store
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            #expect(pipe.fileHandleForReading.availableData == Data("ready\n".utf8))
            #expect { try Journal(store) } throws: {
                ($0 as? JournalError)?.problem == .locked(pid: Int(process.processIdentifier))
            }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect(throws: Never.self) { try Journal(store) }
        }
    }

    @Test("of a simulation and of the service never mix")
    func kinds() throws {
        for (first, second) in [(StoreKind.service, StoreKind.simulation), (.simulation, .service)]
        {
            try withStore { store in
                try Journal(store: store, kind: first, at: .now).close()
                let marker = try String(
                    contentsOf: store.appendingPathComponent("kind"),
                    encoding: .utf8
                )
                #expect(marker == first.rawValue + "\n")
                #expect { try Journal(store: store, kind: second, at: .now) } throws: {
                    ($0 as? JournalError)?.problem == .otherKind(found: first)
                }
                #expect(throws: Never.self) {
                    try Journal(store: store, kind: first, at: .now)
                }
            }
        }
    }

    @Test("with lines but no marker is refused, without lines it is marked", arguments: ["", "x"])
    func lostMarker(word: String) throws {
        try withStore { store in
            let marker = store.appendingPathComponent("kind")
            let journal = try Journal(store)
            try journal.append([group("a", 1)], at: try instant("2026-11-24T09:12:00.123Z"))
            journal.close()
            try Data(word.utf8).write(to: marker)
            #expect { try Journal(store) } throws: {
                ($0 as? JournalError)?.problem == .unreadableKind
            }
            try FileManager.default.removeItem(at: store.journal("2026-11.jsonl"))
            try Data().write(to: marker)
            #expect(throws: Never.self) { try Journal(store) }
        }
    }
}
