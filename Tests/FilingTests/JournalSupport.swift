import Foundation
import JSONLines
import Testing

@testable import Filing

/// Runs a test with a folder of its own, which is gone afterwards.
func withStore<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let store = FileManager.default.temporaryDirectory
        .appendingPathComponent("guichet-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: store) }
    return try body(store)
}

func instant(_ text: String) throws -> Date {
    try #require(Instant(text)).date
}

extension Journal {
    convenience init(
        _ store: URL,
        disk: some JournalDisk = SystemDisk()
    ) throws(JournalError) {
        let date = Date(timeIntervalSince1970: 1_790_000_000)
        try self.init(store: store, kind: .service, at: date, disk: disk)
    }

    var lines: [Line] {
        get throws {
            var lines: [Line] = []
            try replay { lines.append($0) }
            return lines
        }
    }
}

extension URL {
    func journal(_ name: String) -> URL { appendingPathComponent("journal/\(name)") }

    var journalNames: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: journal("").path).sorted()
        }
    }
}

/// A group of as many entries as asked, each telling of its own.
func group(_ name: String, _ count: Int, size: Int = 10) -> [Entry] {
    (0..<count).map { index in
        Entry(
            type: "test.\(name)",
            caseNumber: index == 0 ? nil : "2026-0000\(index)",
            body: [
                "name": .string("\(name) n° \(index)"), "nested": ["x": [1, 2.5, nil]],
                "filler": .string(String(repeating: "é\n", count: size)),
            ]
        )
    }
}

func run(_ command: String, _ arguments: String..., in folder: URL? = nil) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
}

/// A file that is only in memory.
struct MemoryFile: JournalFile {
    let bytes: [UInt8]
    /// The most that one read gives.
    var readLimit = Int.max

    func size() -> Int { bytes.count }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
        let count = min(buffer.count, bytes.count - offset, readLimit)
        buffer.copyBytes(from: bytes[offset..<(offset + count)])
        return count
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileFault) -> Int {
        throw FileFault(operation: "pwrite", code: EBADF)
    }

    func synchronize() {}
    func truncate(to size: Int) {}
    func close() {}
}
