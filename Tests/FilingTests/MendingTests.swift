import Foundation
import JSONLines
import Testing

@testable import Filing

@Suite("Mending") struct MendingTests {
    /// A file of six groups, and the offsets at which each of them ends.
    private func sample(in store: URL) throws -> (bytes: [UInt8], ends: [Int], lines: [[Line]]) {
        let journal = try Journal(store)
        let file = store.journal("2026-11.jsonl")
        var ends: [Int] = []
        var lines: [[Line]] = []
        let at = try instant("2026-11-24T09:12:00.123Z")
        for (index, count) in [2, 1, 3, 1, 2, 3].enumerated() {
            lines += try journal.append([group("g\(index)", count, size: 1)], at: at)
            ends.append(try Data(contentsOf: file).count)
        }
        journal.close()
        return (Array(try Data(contentsOf: file)), ends, lines)
    }

    @Test("a file cut anywhere in its last two groups is mended to its complete groups")
    func prefixes() throws {
        try withStore { store in
            let (bytes, ends, lines) = try sample(in: store)
            let file = store.journal("2026-11.jsonl")
            for cut in ends[3]...bytes.count {
                try Data(bytes[..<cut]).write(to: file)
                let journal = try Journal(store)
                let whole = try #require(ends.lastIndex { $0 <= cut })
                let mended = try journal.lines == Array(lines[...whole].joined())
                #expect(mended, "cut at \(cut)")
                let torn = try store.journalNames.filter { $0.contains(".torn-") }
                #expect(journal.mendings.count == torn.count, "cut at \(cut)")
                #expect(torn.isEmpty == (cut == ends[whole]), "cut at \(cut)")
                for name in torn {
                    let kept = Array(try Data(contentsOf: store.journal(name)))
                    #expect(kept == Array(bytes[ends[whole]..<cut]), "cut at \(cut)")
                    #expect(journal.mendings[0].hasSuffix("kept in \(name)"))
                    try FileManager.default.removeItem(at: store.journal(name))
                }
                journal.close()
            }
        }
    }

    @Test("a mended journal goes on where it was complete, and keeps every torn end")
    func goesOn() throws {
        try withStore { store in
            let (bytes, ends, _) = try sample(in: store)
            let file = store.journal("2026-11.jsonl")
            for round in 1...3 {
                try Data(bytes[..<(ends[4] + 10 * round)]).write(to: file)
                let journal = try Journal(store)
                let at = try instant("2026-11-25T00:00:00.000Z")
                #expect(try journal.append([group("new", 1)], at: at)[0][0].seq == 10)
                #expect(try journal.lines.count == 10)
                #expect(try store.journalNames.filter { $0.contains(".torn-") }.count == round)
            }
            #expect(try store.journalNames.contains("2026-11.jsonl.torn-20260921T141320Z-2"))
        }
    }

    @Test("a lone torn group leaves an empty file that continues the month before")
    func onlyGroup() throws {
        try withStore { store in
            let journal = try Journal(store)
            try journal.append([group("a", 2)], at: try instant("2026-10-30T00:00:00.000Z"))
            try journal.append([group("b", 2)], at: try instant("2026-11-01T00:00:00.000Z"))
            journal.close()
            let file = store.journal("2026-11.jsonl")
            try Data(contentsOf: file).dropLast().write(to: file)
            let next = try Journal(store)
            #expect(next.lastSequence == 2)
            #expect(next.mendings.count == 1)
            #expect(try next.lines.count == 2)
        }
    }

    @Test("zeros that a power cut left at the end are cut off, whatever part they hide")
    func zeros() throws {
        let (bytes, ends, _) = try withStore { try sample(in: $0) }
        for start in stride(from: ends[4], to: bytes.count - 40, by: 7) {
            for end in [start + 40, bytes.count] {
                var holed = bytes
                for index in start..<end { holed[index] = 0 }
                let hidesLaterLines = bytes[end...].dropLast().contains(UInt8(ascii: "\n"))
                let survey = try? Survey(MemoryFile(bytes: holed), path: "x")
                // An intact line behind the hole means that the group was whole once.
                #expect(survey?.intactEnd == (hidesLaterLines ? nil : ends[4]), "\(start)..<\(end)")
            }
        }
    }

    @Test("any bit that flips is refused, naming its line")
    func flips() throws {
        let (bytes, _, _) = try withStore { try sample(in: $0) }
        var line = 1
        for index in bytes.indices.dropLast() {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[index] ^= 1 << bit
                #expect("octet \(index), bit \(bit)") {
                    try Survey(MemoryFile(bytes: flipped), path: "2026-11.jsonl")
                } throws: { error in
                    guard let error = error as? JournalError else { return false }
                    guard case .damaged(line, _) = error.problem else { return false }
                    return error.path == "2026-11.jsonl"
                }
            }
            if bytes[index] == UInt8(ascii: "\n") { line += 1 }
        }
    }

    @Test("a damaged journal is neither opened nor changed")
    func refused() throws {
        try withStore { store in
            var (bytes, ends, _) = try sample(in: store)
            bytes[ends[1] + 30] ^= 1
            let file = store.journal("2026-11.jsonl")
            try Data(bytes).write(to: file)
            #expect { try Journal(store) } throws: { error in
                "\(error)".hasPrefix("\(file.path):4: the line is damaged")
            }
            #expect(Array(try Data(contentsOf: file)) == bytes)
            #expect(try store.journalNames == ["2026-11.jsonl"])
        }
    }

    @Test(
        "lines that are whole but do not follow each other are refused",
        arguments: [
            ([0, 1, 3], 3, "seq is 4 where 3"), ([0, 2], 2, "seq is 3 where 2"),
            ([1], 1, "group is 1 where it should be 2"), ([0, 1, 1], 3, "seq is 2 where 3"),
            ([0, 1, 2, 3, 4, 5], 1, ""),
        ] as [([Int], Int, String)]
    )
    func order(kept: [Int], line: Int, finding: String) throws {
        try withStore { store in
            let (bytes, _, _) = try sample(in: store)
            let lines = bytes.split(separator: UInt8(ascii: "\n"))
            let file = store.journal("2026-11.jsonl")
            try Data(kept.flatMap { lines[$0] + [UInt8(ascii: "\n")] }).write(to: file)
            var message = ""
            do { _ = try Journal(store).lines } catch { message = "\(error)" }
            if finding.isEmpty {
                #expect(message == "")
            } else {
                #expect(message.hasPrefix("\(file.path):\(line): \(finding)"))
            }
        }
    }

    @Test("damage in an older month is found by replaying it")
    func olderMonth() throws {
        try withStore { store in
            let journal = try Journal(store)
            for month in ["2026-09", "2026-10", "2026-11"] {
                let at = try instant("\(month)-01T00:00:00.000Z")
                try journal.append([group("a", 2)], at: at)
            }
            journal.close()
            let file = store.journal("2026-10.jsonl")
            let whole = try Data(contentsOf: file)
            let middle = (whole.firstIndex(of: UInt8(ascii: "\n")) ?? 0) / 2
            let damages: [(Data, Int)] = [
                (whole.dropLast(), 2),
                (whole[..<middle] + [UInt8(ascii: "?")] + whole[middle...], 1),
                (Data(), 1), (whole + whole, 3),
            ]
            for (data, line) in damages {
                try data.write(to: file)
                let next = try Journal(store)
                let place = data.isEmpty ? store.journal("2026-11.jsonl") : file
                #expect { try next.lines } throws: { error in
                    "\(error)".hasPrefix("\(place.path):\(line): ")
                }
            }
        }
    }
}
