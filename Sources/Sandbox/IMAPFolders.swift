import Foundation

// Commands on folders (RFC 3501 §6.3).
extension IMAPServerSession {
    static let systemFlags = ["\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft"]

    /// Changes this session's account.
    private func change<Value: Sendable>(
        _ body: (inout Account, inout MailStore.State) -> Value
    ) throws(Channel.Ended) -> Value {
        guard let account else { throw Channel.Ended() }
        return store.change(account, body)
    }

    func folder(_ name: String) throws(Channel.Ended) -> Folder? {
        guard let account else { throw Channel.Ended() }
        return store.look(at: account) { $0.folders[name] }
    }

    func select(_ syntax: inout IMAPSyntax, isReadOnly: Bool) throws -> Completion {
        let name = try syntax.folderName()
        try syntax.end()
        selected = nil
        guard let folder = try folder(name) else { return .no("[NONEXISTENT] no such mailbox") }
        var view = SelectedFolder(
            identity: folder.identity,
            uidValidity: folder.uidValidity,
            isReadOnly: isReadOnly,
            entries: folder.messages.map {
                SelectedFolder.Entry(uid: $0.uid, modification: $0.modification)
            },
            recent: Set(folder.messages.map(\.uid).filter { $0 >= folder.firstRecent })
        )
        if !isReadOnly, !view.recent.isEmpty {
            view.recent = try change { account, _ in
                guard var folder = account.folders[name] else { return [] }
                defer {
                    folder.firstRecent = view.largest.uid + 1
                    account.folders[name] = folder
                }
                return Set(folder.messages.map(\.uid).filter { $0 >= folder.firstRecent })
            }
            view.recent.formIntersection(folder.messages.map(\.uid))
        }
        selected = view
        describe(folder, recent: view.recent.count, isReadOnly: isReadOnly)
        return .ok("[\(isReadOnly ? "READ-ONLY" : "READ-WRITE")] selected")
    }

    private func describe(_ folder: Folder, recent: Int, isReadOnly: Bool) {
        let keywords = Set(folder.messages.flatMap(\.flags)).subtracting(Self.systemFlags).sorted()
        let flags = Self.systemFlags + keywords
        output.line("* FLAGS (\(flags.joined(separator: " ")))")
        output.line("* \(folder.messages.count) EXISTS")
        output.line("* \(recent) RECENT")
        if let unseen = folder.messages.firstIndex(where: { !$0.has("\\Seen") }) {
            output.line("* OK [UNSEEN \(unseen + 1)] the first that is not seen")
        }
        let lasting = desk.faults.keepsKeywords ? flags + ["\\*"] : Self.systemFlags
        let permanent = isReadOnly ? "" : lasting.joined(separator: " ")
        output.line("* OK [PERMANENTFLAGS (\(permanent))] these are kept")
        output.line("* OK [UIDVALIDITY \(folder.uidValidity)] UIDs are valid")
        output.line("* OK [UIDNEXT \(folder.uidNext)] the next UID")
    }

    func create(_ syntax: inout IMAPSyntax) throws -> Completion {
        var name = try syntax.folderName()
        try syntax.end()
        while name.hasSuffix("/") { name.removeLast() }
        if let objection = Self.objection(toName: name) { return .no("[CANNOT] \(objection)") }
        return try change { account, state in
            guard account.folders[name] == nil else { return .no("[ALREADYEXISTS] it is there") }
            guard account.folders.count < IMAPLimits.foldersPerAccount else {
                return .no("[LIMIT] over \(IMAPLimits.foldersPerAccount) mailboxes")
            }
            account.folders[name] = state.newFolder()
            return .ok("CREATE done")
        }
    }

    private static func objection(toName name: String) -> String? {
        if name.isEmpty { return "a mailbox needs a name" }
        if name.utf8.count > IMAPLimits.nameOctets {
            return "the name is over \(IMAPLimits.nameOctets) octets"
        }
        if name.utf8.contains(where: { $0 < 32 || $0 == 127 || "%*".utf8.contains($0) }) {
            return "% and * and control characters cannot be in a name"
        }
        return nil
    }

    func delete(_ syntax: inout IMAPSyntax) throws -> Completion {
        let name = try syntax.folderName()
        try syntax.end()
        guard name != "INBOX" else { return .no("[CANNOT] INBOX stays") }
        return try change { account, _ in
            account.folders.removeValue(forKey: name) == nil
                ? .no("[NONEXISTENT] no such mailbox") : .ok("DELETE done")
        }
    }

    func rename(_ syntax: inout IMAPSyntax) throws -> Completion {
        let name = try syntax.folderName()
        try syntax.space()
        let newName = try syntax.folderName()
        try syntax.end()
        if let objection = Self.objection(toName: newName) { return .no("[CANNOT] \(objection)") }
        return try change { account, state in
            guard account.folders[newName] == nil else { return .no("[ALREADYEXISTS] it is there") }
            guard let folder = account.folders[name] else {
                return .no("[NONEXISTENT] no such mailbox")
            }
            if name == "INBOX" {
                // RFC 3501 §6.3.5: its messages move, INBOX itself stays and is empty.
                var target = state.newFolder()
                for message in folder.messages {
                    target.add(
                        message.bytes,
                        flags: message.flags,
                        internalDate: message.internalDate
                    )
                }
                account.folders["INBOX"]?.remove(Set(folder.messages.map(\.uid)))
                account.folders[newName] = target
                return .ok("RENAME done")
            }
            let moved = account.folders.filter { $0.key == name || $0.key.hasPrefix("\(name)/") }
            let stays = account.folders.filter { moved[$0.key] == nil }
            let renamed = moved.map { (newName + $0.key.dropFirst(name.count), $0.value) }
            guard renamed.allSatisfy({ stays[$0.0] == nil }) else {
                return .no("[ALREADYEXISTS] one below it is there")
            }
            account.folders = stays.merging(renamed) { _, new in new }
            return .ok("RENAME done")
        }
    }

    func subscribe(_ syntax: inout IMAPSyntax) throws -> Completion {
        let name = try syntax.folderName()
        try syntax.end()
        return try change { account, _ in
            guard account.folders[name] != nil else { return .no("[NONEXISTENT] no such mailbox") }
            account.subscriptions.insert(name)
            return .ok("SUBSCRIBE done")
        }
    }

    func unsubscribe(_ syntax: inout IMAPSyntax) throws -> Completion {
        let name = try syntax.folderName()
        try syntax.end()
        return try change { account, _ in
            account.subscriptions.remove(name)
            return .ok("UNSUBSCRIBE done")
        }
    }

    func status(_ syntax: inout IMAPSyntax) throws -> Completion {
        let name = try syntax.folderName()
        try syntax.space()
        let items = try syntax.list { syntax throws(IMAPSyntax.Malformed) in
            try syntax.keyword("a status item")
        }
        try syntax.end()
        guard let folder = try folder(name) else { return .no("[NONEXISTENT] no such mailbox") }
        var values: [String] = []
        for item in items {
            guard let value = folder.status(item) else {
                return .bad("STATUS: unknown item: \(item.prefix(40))")
            }
            values.append("\(item) \(value)")
        }
        output.text("* STATUS ")
        output.string(name)
        output.line(" (\(values.joined(separator: " ")))")
        return .ok("STATUS done")
    }
}

extension Folder {
    /// A number that STATUS tells (RFC 3501 §6.3.10, RFC 9051 §6.3.11).
    fileprivate func status(_ item: String) -> Int? {
        switch item {
        case "MESSAGES": messages.count
        case "RECENT": messages.count { $0.uid >= firstRecent }
        case "UIDNEXT": Int(uidNext)
        case "UIDVALIDITY": Int(uidValidity)
        case "UNSEEN": messages.count { !$0.has("\\Seen") }
        case "DELETED": messages.count { $0.has("\\Deleted") }
        case "SIZE": messages.reduce(0) { $0 + $1.bytes.count }
        default: nil
        }
    }
}

// MARK: - LIST and LSUB

extension IMAPServerSession {
    func list(_ syntax: inout IMAPSyntax, isSubscribed: Bool) throws -> Completion {
        let reference = try syntax.text("a reference")
        try syntax.space()
        let pattern = try syntax.listPattern()
        try syntax.end()
        let command = isSubscribed ? "LSUB" : "LIST"
        guard reference.utf8.count + pattern.utf8.count <= IMAPLimits.nameOctets else {
            return .bad("\(command): the pattern is over \(IMAPLimits.nameOctets) octets")
        }
        guard !pattern.isEmpty else {
            output.line("* \(command) (\\Noselect) \"/\" \"\"")
            return .ok("\(command) done")
        }
        guard let account else { throw Channel.Ended() }
        let (folders, subscriptions) = store.look(at: account) {
            (Set($0.folders.keys), $0.subscriptions)
        }
        let names = isSubscribed ? subscriptions : folders
        let wanted = ListPattern(reference + pattern)
        for name in names.union(Self.parents(of: names)).sorted() where wanted.matches(name) {
            let hasChildren = folders.contains { $0.hasPrefix("\(name)/") }
            let attributes =
                (names.contains(name) ? [] : ["\\Noselect"])
                + [hasChildren ? "\\HasChildren" : "\\HasNoChildren"]
            output.text("* \(command) (\(attributes.joined(separator: " "))) \"/\" ")
            output.string(name)
            output.line("")
        }
        return .ok("\(command) done")
    }

    /// Names that are there only because of those below them.
    private static func parents(of names: Set<String>) -> Set<String> {
        var parents: Set<String> = []
        for name in names {
            var parts = name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            while !parts.isEmpty {
                parents.insert(parts.joined(separator: "/"))
                parts.removeLast()
            }
        }
        return parents.subtracting(names).subtracting([""])
    }
}

/// A name with `*` for anything and `%` for anything on one level (RFC 3501 §6.3.8).
struct ListPattern {
    private let pattern: [UInt8]

    init(_ pattern: String) {
        let isInbox = pattern.uppercased() == "INBOX"
        self.pattern = Array((isInbox ? "INBOX" : pattern).utf8)
    }

    func matches(_ name: String) -> Bool {
        // Which lengths of the name the pattern so far can stand for: linear in their product.
        let octets = Array(name.utf8)
        var reached = [Bool](repeating: false, count: octets.count + 1)
        reached[0] = true
        for symbol in pattern {
            var next = [Bool](repeating: false, count: octets.count + 1)
            let isStar = symbol == UInt8(ascii: "*")
            let isPercent = symbol == UInt8(ascii: "%")
            for length in 0...octets.count {
                if isStar || isPercent {
                    next[length] =
                        reached[length]
                        || (length > 0 && next[length - 1]
                            && (isStar || octets[length - 1] != UInt8(ascii: "/")))
                } else if length > 0 {
                    next[length] = reached[length - 1] && octets[length - 1] == symbol
                }
            }
            reached = next
        }
        return reached[octets.count]
    }
}
