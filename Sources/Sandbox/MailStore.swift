import Foundation
import Synchronization

/// A message in a folder.
package struct StoredMessage: Hashable, Sendable {
    /// Unique in the folder for as long as its UIDVALIDITY stays (RFC 3501 §2.3.1.1).
    package var uid: UInt32
    /// The whole message as it was delivered, trace fields included.
    package var bytes: [UInt8]
    /// System flags as in `\Seen`, keywords as their first writer wrote them.
    package var flags: Set<String>
    /// When it was received, or what APPEND said (RFC 3501 §2.3.3).
    package var internalDate: Date
    /// Grows with every change in the folder.
    var modification = 0

    /// The flag as it is kept here; flags have no case (RFC 9051 §2.3.2).
    func flag(_ name: String) -> String? {
        flags.first { $0.caseInsensitiveCompare(name) == .orderedSame }
    }

    func has(_ flag: String) -> Bool { self.flag(flag) != nil }
}

/// A folder of a mailbox (in the RFCs: a mailbox).
struct Folder: Sendable {
    /// Stays the same when the folder is renamed.
    let identity: Int
    var uidValidity: UInt32
    var uidNext: UInt32 = 1
    var messages: [StoredMessage] = []
    /// From this UID on no session has been told of the messages: they are `\Recent`.
    var firstRecent: UInt32 = 1
    /// Grows with every change, removals among them.
    private(set) var lastModification = 0

    init(identity: Int, uidValidity: UInt32) {
        self.identity = identity
        self.uidValidity = uidValidity
    }

    func index(of uid: UInt32) -> Int? {
        var low = 0
        var high = messages.count
        while low < high {
            let middle = (low + high) / 2
            if messages[middle].uid < uid { low = middle + 1 } else { high = middle }
        }
        return low < messages.count && messages[low].uid == uid ? low : nil
    }

    func message(_ uid: UInt32) -> StoredMessage? { index(of: uid).map { messages[$0] } }

    /// - Returns: the UID.
    @discardableResult
    mutating func add(_ bytes: [UInt8], flags: Set<String>, internalDate: Date) -> UInt32 {
        lastModification += 1
        messages.append(
            StoredMessage(
                uid: uidNext,
                bytes: bytes,
                flags: flags,
                internalDate: internalDate,
                modification: lastModification
            )
        )
        uidNext += 1
        return uidNext - 1
    }

    /// - Returns: the message as it is now; `nil` when it is gone.
    mutating func setFlags(of uid: UInt32, _ change: (inout Set<String>) -> Void) -> StoredMessage?
    {
        guard let index = index(of: uid) else { return nil }
        let before = messages[index].flags
        change(&messages[index].flags)
        if messages[index].flags != before {
            lastModification += 1
            messages[index].modification = lastModification
        }
        return messages[index]
    }

    mutating func remove(_ uids: Set<UInt32>) {
        lastModification += 1
        messages.removeAll { uids.contains($0.uid) }
    }

    /// As after a restore from a backup: the same messages under a new UIDVALIDITY.
    mutating func renumber(uidValidity: UInt32) {
        self.uidValidity = uidValidity
        for index in messages.indices { messages[index].uid = UInt32(index + 1) }
        uidNext = UInt32(messages.count + 1)
        firstRecent = uidNext
    }
}

/// What one address holds.
struct Account: Sendable {
    /// By name as on the wire; there is always INBOX.
    var folders: [String: Folder]
    var subscriptions: Set<String> = ["INBOX"]

    func name(of identity: Int) -> String? { folders.first { $0.value.identity == identity }?.key }
}

/// All mailboxes of a server, shared by its connections.
final class MailStore: Sendable {
    struct State: Sendable {
        fileprivate(set) var accounts: [String: Account] = [:]
        fileprivate var lastIdentity = 0
        fileprivate var lastValidity: UInt32
        fileprivate var listeners: [ObjectIdentifier: Wakeup] = [:]
    }

    private let state: Mutex<State>
    let now: @Sendable () -> Date

    init(now: @escaping @Sendable () -> Date) {
        self.now = now
        let seconds = now().timeIntervalSince1970
        state = Mutex(State(lastValidity: UInt32(clamping: Int(max(1, min(seconds, 4e9))))))
    }

    /// Looks at an account, which is made if need be.
    func look<Value: Sendable>(at addrSpec: String, _ body: (Account) -> Value) -> Value {
        state.withLock { body($0.account(addrSpec)) }
    }

    /// Changes an account, which is made if need be, and wakes the sessions that idle.
    func change<Value: Sendable>(
        _ addrSpec: String,
        _ body: (inout Account, inout State) -> Value
    ) -> Value {
        state.withLock { state in
            var account = state.account(addrSpec)
            // Not held twice, or every change would copy the messages.
            state.accounts[MailStore.key(addrSpec)] = nil
            let value = body(&account, &state)
            state.accounts[MailStore.key(addrSpec)] = account
            for listener in state.listeners.values { listener.signal() }
            return value
        }
    }

    func deliver(
        _ bytes: [UInt8],
        to addrSpec: String,
        folder: String = "INBOX",
        flags: Set<String> = [],
        internalDate: Date? = nil
    ) {
        let date = internalDate ?? now()
        change(addrSpec) { account, state in
            _ = account.folders[folder, default: state.newFolder()]
                .add(bytes, flags: flags, internalDate: date)
        }
    }

    func listen(_ wakeup: Wakeup) {
        state.withLock { $0.listeners[ObjectIdentifier(wakeup)] = wakeup }
    }

    func ignore(_ wakeup: Wakeup) {
        state.withLock { $0.listeners[ObjectIdentifier(wakeup)] = nil }
    }

    var addresses: [String] { state.withLock { $0.accounts.keys.sorted() } }

    fileprivate static func key(_ addrSpec: String) -> String { addrSpec.lowercased() }
}

extension MailStore.State {
    mutating func newFolder() -> Folder {
        lastIdentity += 1
        return Folder(identity: lastIdentity, uidValidity: newValidity())
    }

    mutating func newValidity() -> UInt32 {
        lastValidity += 1
        return lastValidity
    }

    fileprivate mutating func account(_ addrSpec: String) -> Account {
        let key = MailStore.key(addrSpec)
        if let account = accounts[key] { return account }
        let account = Account(folders: ["INBOX": newFolder()])
        accounts[key] = account
        return account
    }
}
