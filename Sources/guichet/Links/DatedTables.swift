import Correspondence
import Foundation
import Glibc

/// Writes the day of the visit into the tables of a folder.
enum DatedTables {
    /// Puts the date in the rows with those addresses; how many rows of which file have a new one.
    ///
    /// The tables are read again: somebody may have saved one while the pages were looked at.
    static func write(_ date: String, for addresses: Set<String>, in folder: URL) throws
        -> [(file: String, count: Int)]
    {
        try LinkTable.files.map { file in
            let table = try LinkList.table(file, in: folder)
            let (octets, count) = table.dated(date) { addresses.contains($0.address) }
            if count > 0 { try replace(folder.appendingPathComponent(file), with: octets) }
            return (file, count)
        }
    }

    /// The old file or the new one, never half of it, whatever happens; its owner and mode stay.
    static func replace(_ file: URL, with octets: [UInt8]) throws {
        // A link to the table stays a link.
        let file = file.resolvingSymlinksInPath()
        var status = stat()
        guard stat(file.path, &status) == 0 else { throw failure(file) }
        let draft = file.deletingLastPathComponent()
            .appendingPathComponent(".\(file.lastPathComponent).\(getpid())")
        let descriptor = open(draft.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(file) }
        // Where the owner cannot be kept, who may write the folder has the file.
        if fchown(descriptor, status.st_uid, status.st_gid) != 0 { errno = 0 }
        let isWritten =
            writeAll(octets, to: descriptor) && fchmod(descriptor, status.st_mode & 0o7777) == 0
            && fsync(descriptor) == 0
        let isClosed = close(descriptor) == 0
        guard isWritten, isClosed, rename(draft.path, file.path) == 0 else {
            let failure = failure(file)
            unlink(draft.path)
            throw failure
        }
    }

    private static func writeAll(_ octets: [UInt8], to descriptor: Int32) -> Bool {
        var rest = octets[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count == 0 || errno != EINTR {
                return false
            }
        }
        return true
    }

    private static func failure(_ file: URL) -> Failure {
        Failure(
            code: .inputOutput,
            message: "\(file.path): cannot be written: \(String(cString: strerror(errno)));"
                + " it stays as it was"
        )
    }
}
