import Foundation
import Glibc

/// What the system answered instead of doing what it was asked.
struct FileFault: Error, Hashable {
    let operation: String
    let code: Int32

    /// Also when it is only the user's share that is full.
    var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }
}

/// An open file of the journal; tests have one that fails when told.
protocol JournalFile: Sendable {
    func size() throws(FileFault) -> Int
    /// May read less than asked; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileFault) -> Int
    /// May write less than asked.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileFault) -> Int
    /// Returns when the octets and the size are on the disk.
    func synchronize() throws(FileFault)
    func truncate(to size: Int) throws(FileFault)
    func close()
}

enum OpenMode: Sendable {
    case reading
    /// Makes the file where there is none.
    case writing
    /// As `writing`, and whatever it held is gone.
    case replacing
}

/// What the journal asks of the file system; tests have one that fails when told.
protocol JournalDisk: Sendable {
    func makeDirectory(_ path: String) throws(FileFault)
    func names(in directory: String) throws(FileFault) -> [String]
    func open(_ path: String, _ mode: OpenMode) throws(FileFault) -> any JournalFile
    func rename(_ path: String, to newPath: String) throws(FileFault)
    /// Returns when the names in a folder are on the disk.
    func synchronizeDirectory(_ path: String) throws(FileFault)
}

extension JournalFile {
    /// Goes on after short writes and signals until all is written.
    func writeAll(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileFault) {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            do throws(FileFault) {
                let count = try write(rest, at: offset + written)
                guard count > 0 else { throw FileFault(operation: "pwrite", code: EIO) }
                written += count
            } catch {
                guard error.code == EINTR else { throw error }
            }
        }
    }

    func writeAll(_ bytes: [UInt8], at offset: Int) throws(FileFault) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(FileFault) in
            try writeAll(UnsafeRawBufferPointer(buffer), at: offset)
        }
    }

    /// The octets of a range, fewer when the file ends before.
    func octets(_ range: Range<Int>) throws(FileFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count)
        var filled = 0
        while filled < bytes.count {
            let count = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(FileFault) in
                try read(
                    into: UnsafeMutableRawBufferPointer(
                        UnsafeMutableBufferPointer(rebasing: buffer[filled...])
                    ),
                    at: range.lowerBound + filled
                )
            }
            guard count > 0 else { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }
}

extension JournalDisk {
    /// Replaces a small file as a whole: after a crash it is the old one or the new one.
    func replace(_ path: String, with contents: [UInt8], in directory: String) throws(FileFault) {
        let draft = path + ".new"
        let file = try open(draft, .replacing)
        defer { file.close() }
        try file.writeAll(contents, at: 0)
        try file.synchronize()
        try rename(draft, to: path)
        try synchronizeDirectory(directory)
    }
}

/// The file system as it is.
struct SystemDisk: JournalDisk {
    /// Readable by its owner only; nothing happens where it exists.
    func makeDirectory(_ path: String) throws(FileFault) {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw FileFault(operation: "mkdir", code: errno)
    }

    func names(in directory: String) throws(FileFault) -> [String] {
        guard let stream = opendir(directory) else {
            throw FileFault(operation: "opendir", code: errno)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            names.append(name)
        }
        return names
    }

    func open(_ path: String, _ mode: OpenMode) throws(FileFault) -> any JournalFile {
        let flags =
            switch mode {
            case .reading: O_RDONLY
            case .writing: O_RDWR | O_CREAT
            case .replacing: O_RDWR | O_CREAT | O_TRUNC
            }
        let descriptor = try retrying("open") { Glibc.open(path, flags | O_CLOEXEC, 0o600) }
        return SystemFile(descriptor: Int32(descriptor))
    }

    func rename(_ path: String, to newPath: String) throws(FileFault) {
        _ = try retrying("rename") { Glibc.rename(path, newPath) }
    }

    func synchronizeDirectory(_ path: String) throws(FileFault) {
        let descriptor = try retrying("open") {
            Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        defer { Glibc.close(Int32(descriptor)) }
        _ = try retrying("fsync") { fsync(Int32(descriptor)) }
    }
}

private struct SystemFile: JournalFile {
    let descriptor: Int32

    func size() throws(FileFault) -> Int {
        var status = stat()
        _ = try retrying("fstat") { fstat(descriptor, &status) }
        return Int(status.st_size)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileFault) -> Int {
        try retrying("pread") { pread(descriptor, buffer.baseAddress, buffer.count, offset) }
    }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileFault) -> Int {
        try retrying("pwrite") { pwrite(descriptor, bytes.baseAddress, bytes.count, offset) }
    }

    func synchronize() throws(FileFault) {
        _ = try retrying("fdatasync") { fdatasync(descriptor) }
    }

    func truncate(to size: Int) throws(FileFault) {
        _ = try retrying("ftruncate") { ftruncate(descriptor, size) }
    }

    func close() {
        _ = Glibc.close(descriptor)
    }
}

/// Calls again after a signal; any other failure is thrown.
private func retrying(
    _ operation: String,
    _ call: () -> some FixedWidthInteger
) throws(FileFault) -> Int {
    while true {
        let result = Int(call())
        if result >= 0 { return result }
        guard errno == EINTR else { throw FileFault(operation: operation, code: errno) }
    }
}
