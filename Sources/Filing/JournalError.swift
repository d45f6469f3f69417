import Foundation
import Glibc

/// Why the journal cannot be opened, read or written, and what to do about it.
package struct JournalError: Error, Hashable, CustomStringConvertible {
    /// The file or folder concerned.
    package var path: String
    package var problem: Problem

    package enum Problem: Hashable, Sendable {
        /// Another process writes to the store; its number, when it could be read.
        case locked(pid: Int?)
        /// The store is marked for the other kind of use.
        case otherKind(found: StoreKind)
        case unreadableKind
        /// Counted from 1; nothing was changed.
        case damaged(line: Int, finding: String)
        /// Lines that had been written and synchronized are not in the file any more.
        case linesLost
        case diskFull
        /// What was asked of the system and the `errno` it gave.
        case inputOutput(operation: String, code: Int32)
        /// A body with a key that the journal writes itself.
        case reservedKey(String)
        case closed
    }

    package init(path: String, problem: Problem) {
        self.path = path
        self.problem = problem
    }

    init(_ fault: FileFault, _ path: String) {
        self.path = path
        problem =
            fault.isDiskFull
            ? .diskFull : .inputOutput(operation: fault.operation, code: fault.code)
    }

    package var description: String {
        switch problem {
        case .locked(let pid):
            let process = pid.map { "process \($0)" } ?? "another process"
            return "\(path): \(process) is using this store; stop it first"
        case .otherKind(.service):
            return "\(path): this is the store of the service; simulate needs one of its own"
        case .otherKind(.simulation):
            return "\(path): this store was made by simulate; the service needs one of its own"
        case .unreadableKind:
            return "\(path): says neither service nor simulation though the journal has lines; "
                + "write one of the two words into it"
        case .damaged(let line, let finding):
            return "\(path):\(line): \(finding); nothing was changed. Put back the file from a "
                + "backup. To give up this line and all after it, move them to another file by "
                + "hand: their messages are then taken again and may be answered twice"
        case .linesLost:
            return "\(path): lines that were safely written are gone; check the disk, then put "
                + "back the file from a backup"
        case .diskFull:
            return "\(path): the disk is full; nothing was written. Free some space"
        case .inputOutput("access", ENOENT), .inputOutput("opendir", ENOENT):
            return "\(path): there is no store yet; the service makes it at its first start: "
                + "guichet run"
        case .inputOutput(_, let code) where code == EACCES || code == EPERM:
            return
                "\(path): \(String(cString: strerror(code))); run this as the service's user, or "
                + "as root"
        case .inputOutput(let operation, let code):
            return "\(path): \(operation): \(String(cString: strerror(code)))"
        case .reservedKey(let key):
            return "\(path): an event may not have a member called \(key)"
        case .closed:
            return "\(path): the journal is closed"
        }
    }
}
