import Foundation
import JSONLines
import Synchronization

/// Standard output for programs, standard error for people.
enum Output {
    /// Whether something written to standard output was lost, as on a full disk.
    static var hasLost: Bool { lost.withLock { $0 } }
    private static let lost = Mutex(false)

    /// Writes text as it is. A reader that went away (EPIPE) is no error: it has seen enough.
    static func write(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }

    /// One JSON object a line.
    static func line(_ object: JSONObject) {
        var bytes: [UInt8] = []
        JSONValue.object(object).write(into: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        write(bytes, to: STDOUT_FILENO)
    }

    /// A message for people.
    static func error(_ text: String) {
        write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8), to: STDERR_FILENO)
    }

    /// A line on a person's terminal that the next one takes the place of; the last leaves none.
    static func progress(_ text: String, isEnd: Bool) {
        let erased = String(repeating: " ", count: text.count)
        write(Array((isEnd ? "\r\(erased)\r" : "\r\(text)").utf8), to: STDERR_FILENO)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count == 0 || errno != EINTR {
                if descriptor == STDOUT_FILENO, errno != EPIPE { lost.withLock { $0 = true } }
                return
            }
        }
    }
}
