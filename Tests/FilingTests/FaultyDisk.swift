import Foundation
import Synchronization

@testable import Filing

/// The file system with one fault, at the operation whose turn it is.
final class FaultyDisk: JournalDisk {
    struct Plan {
        /// Counts the operations that change something, from 0; `nil` for none.
        var failsAt: Int?
        var code = EIO
        /// How much a failing write still writes, in thousandths.
        var permilWritten = 0
        /// Whether nothing works any more from then on, as after a power cut.
        var isFinal = false
        /// The most that any write takes.
        var writeLimit = Int.max
        /// Whether every other write is interrupted by a signal.
        var interruptsWrites = false

        var operations: [String] = []
        var hasFailed = false
    }

    let plan: Mutex<Plan>
    private let system = SystemDisk()

    init(_ plan: Plan) {
        self.plan = Mutex(plan)
    }

    var operations: [String] { plan.withLock { $0.operations } }

    /// Throws when it is this operation's turn to fail.
    func take(_ operation: String) throws(FileFault) {
        let fault: FileFault? = plan.withLock { plan in
            defer { plan.operations.append(operation) }
            guard plan.operations.count == plan.failsAt || plan.isFinal && plan.hasFailed else {
                return nil
            }
            plan.hasFailed = true
            return FileFault(operation: operation, code: plan.code)
        }
        if let fault { throw fault }
    }

    func makeDirectory(_ path: String) throws(FileFault) {
        try take("mkdir")
        try system.makeDirectory(path)
    }

    func names(in directory: String) throws(FileFault) -> [String] {
        try system.names(in: directory)
    }

    func open(_ path: String, _ mode: OpenMode) throws(FileFault) -> any JournalFile {
        if mode != .reading { try take("open") }
        return FaultyFile(disk: self, file: try system.open(path, mode))
    }

    func rename(_ path: String, to newPath: String) throws(FileFault) {
        try take("rename")
        try system.rename(path, to: newPath)
    }

    func synchronizeDirectory(_ path: String) throws(FileFault) {
        try take("fsync")
        try system.synchronizeDirectory(path)
    }
}

private struct FaultyFile: JournalFile {
    let disk: FaultyDisk
    let file: any JournalFile

    func size() throws(FileFault) -> Int { try file.size() }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileFault) -> Int {
        try file.read(into: buffer, at: offset)
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileFault) -> Int {
        let plan = disk.plan.withLock { $0 }
        do throws(FileFault) {
            try disk.take("pwrite")
        } catch {
            if !plan.hasFailed {
                let part = bytes.count * plan.permilWritten / 1_000
                _ = try file.write(UnsafeRawBufferPointer(rebasing: bytes[..<part]), at: offset)
            }
            throw error
        }
        if plan.interruptsWrites, plan.operations.count.isMultiple(of: 2) {
            throw FileFault(operation: "pwrite", code: EINTR)
        }
        let count = min(bytes.count, plan.writeLimit)
        return try file.write(UnsafeRawBufferPointer(rebasing: bytes[..<count]), at: offset)
    }

    func synchronize() throws(FileFault) {
        try disk.take("fdatasync")
        try file.synchronize()
    }

    func truncate(to size: Int) throws(FileFault) {
        try disk.take("ftruncate")
        try file.truncate(to: size)
    }

    func close() { file.close() }
}
