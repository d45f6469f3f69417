import Foundation
import Glibc

/// A small file that others read while it is written anew: they see the old one or the new one,
/// never half of it.
package enum PublishedFile {
    /// Replaces the file; false where that failed, and the old one stays.
    ///
    /// Nothing is synchronized: after a crash the file is old or gone, and is written again at the
    /// next occasion.
    @discardableResult
    package static func write(_ bytes: [UInt8], to file: URL, mode: mode_t) -> Bool {
        let draft = file.deletingLastPathComponent()
            .appendingPathComponent(".\(file.lastPathComponent).new").path
        // Whatever lies there under that name, perhaps a link: it is not followed.
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { return false }
        // The umask may have taken away what others need.
        let isWritten = fchmod(descriptor, mode) == 0 && writeAll(bytes, to: descriptor)
        guard close(descriptor) == 0, isWritten, rename(draft, file.path) == 0 else {
            unlink(draft)
            return false
        }
        return true
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
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
}
