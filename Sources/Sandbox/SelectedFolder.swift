import Foundation

/// A folder as one session sees it: message numbers change only when the session has been told
/// (RFC 3501 §7.4.1).
struct SelectedFolder {
    struct Entry {
        let uid: UInt32
        /// What the session knows of the message's flags.
        var modification: Int
    }

    let identity: Int
    let uidValidity: UInt32
    let isReadOnly: Bool
    var entries: [Entry]
    /// UIDs of the messages that are `\Recent` in this session.
    var recent: Set<UInt32>
    /// The folder's modification when the session had been told of everything; `nil` while it has not.
    var told: Int?

    var largest: (number: UInt32, uid: UInt32) {
        (UInt32(entries.count), entries.last?.uid ?? 0)
    }

    /// The positions in `entries` that a set names, ascending; UIDs that are not there are left out.
    func positions(_ set: SequenceSet, areUIDs: Bool) throws(IMAPSyntax.Malformed) -> [Int] {
        let largest = largest
        guard areUIDs else {
            var wanted = IndexSet()
            for range in set.ranges(largest: largest.number) {
                guard range.lowerBound > 0, range.upperBound <= largest.number else {
                    throw IMAPSyntax.Malformed("there are \(largest.number) messages")
                }
                wanted.insert(integersIn: Int(range.lowerBound)...Int(range.upperBound))
            }
            return wanted.map { $0 - 1 }
        }
        var wanted = IndexSet()
        for range in set.ranges(largest: largest.uid) {
            let first = position(notBelow: UInt64(range.lowerBound))
            wanted.insert(integersIn: first..<position(notBelow: UInt64(range.upperBound) + 1))
        }
        return Array(wanted)
    }

    /// Of the first entry with that UID or a larger one.
    private func position(notBelow uid: UInt64) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].uid < uid { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension IMAPServerSession {
    /// The selected folder as it is now.
    func currentFolder() throws(Channel.Ended) -> Folder {
        guard let account, let selected else { throw Channel.Ended() }
        let folder = store.look(at: account) { account in
            account.folders.values.first { $0.identity == selected.identity }
        }
        guard let folder else { try sayGoodbye("the mailbox has been deleted") }
        guard folder.uidValidity == selected.uidValidity else {
            try sayGoodbye("the mailbox has a new UIDVALIDITY")
        }
        return folder
    }

    /// Changes the selected folder, if it is still there.
    func changeFolder<Value: Sendable>(_ body: (inout Folder) -> Value) -> Value? {
        guard let account, let selected else { return nil }
        return store.change(account) { account, _ in
            account.name(of: selected.identity).flatMap { name in
                account.folders[name].map { folder in
                    var folder = folder
                    account.folders[name] = nil
                    defer { account.folders[name] = folder }
                    return body(&folder)
                }
            }
        }
    }

    /// Tells what has changed in the selected folder since it was told last.
    ///
    /// - Parameter includesRemoval: false where message numbers must not change (RFC 3501 §7.4.1).
    func announceChanges(includesRemoval: Bool = true) throws(Channel.Ended) {
        guard var selected else { return }
        let folder = try currentFolder()
        guard folder.lastModification != selected.told else { return }
        selected.told = includesRemoval ? folder.lastModification : nil
        if includesRemoval {
            for index in selected.entries.indices.reversed()
            where folder.index(of: selected.entries[index].uid) == nil {
                output.line("* \(index + 1) EXPUNGE")
                selected.recent.remove(selected.entries[index].uid)
                selected.entries.remove(at: index)
            }
        }
        let news = folder.messages.drop { $0.uid <= selected.largest.uid }
        if !selected.isReadOnly, folder.firstRecent < folder.uidNext {
            selected.recent.formUnion(claimRecent())
        }
        for index in selected.entries.indices {
            guard let message = folder.message(selected.entries[index].uid),
                message.modification > selected.entries[index].modification
            else { continue }
            selected.entries[index].modification = message.modification
            let isRecent = selected.recent.contains(message.uid)
            output.fetch(message, number: index + 1, isRecent: isRecent, items: [.flags])
        }
        if !news.isEmpty {
            selected.entries += news.map {
                SelectedFolder.Entry(uid: $0.uid, modification: $0.modification)
            }
            output.line("* \(selected.entries.count) EXISTS")
            output.line("* \(selected.recent.count) RECENT")
        }
        self.selected = selected
    }

    /// The UIDs of messages that no session has been told of; none is told of them after this one.
    private func claimRecent() -> [UInt32] {
        changeFolder { folder in
            defer { folder.firstRecent = folder.uidNext }
            return folder.messages.map(\.uid).filter { $0 >= folder.firstRecent }
        } ?? []
    }
}
