import Foundation

// Commands on messages (RFC 3501 §6.4, RFC 4315, RFC 6851) and APPEND (§6.3.11).
extension IMAPServerSession {
    /// What a command with a set works on.
    private struct Target {
        var position: Int
        var uid: UInt32
    }

    private func targets(_ set: SequenceSet, areUIDs: Bool) throws -> [Target] {
        guard let selected else { throw Channel.Ended() }
        return try selected.positions(set, areUIDs: areUIDs)
            .map { Target(position: $0, uid: selected.entries[$0].uid) }
    }

    // MARK: FETCH

    func fetch(_ syntax: inout IMAPSyntax, isUID: Bool) throws -> Completion {
        let set = try syntax.sequenceSet()
        try syntax.space()
        var items = try syntax.fetchItems()
        try syntax.end()
        if isUID, !items.contains(.uid) { items.insert(.uid, at: 0) }
        let targets = try targets(set, areUIDs: isUID)
        var changed: Set<UInt32> = []
        if selected?.isReadOnly == false, items.contains(where: \.sets) {
            changed = markSeen(targets)
        }
        let folder = try currentFolder()
        let faults = desk.faults
        var refusals: [UInt32] = []
        var isMissing = false
        for target in targets {
            guard let message = folder.message(target.uid) else {
                isMissing = true
                continue
            }
            if items.contains(where: \.isContent) {
                if faults.fatal.contains(target.uid) { try sayGoodbye("FETCH failed") }
                if faults.unfetchable.contains(target.uid) {
                    refusals.append(target.uid)
                    continue
                }
            }
            let tellsFlags = changed.contains(target.uid) && !items.contains(.flags)
            answer(message, at: target.position, items + (tellsFlags ? [.flags] : []))
            try flushIfLarge()
        }
        try announceChanges(includesRemoval: isUID)
        if let first = refusals.first { return .no("UID \(first) cannot be read") }
        return isMissing && !isUID
            ? .no("[EXPUNGEISSUED] some are no longer there") : .ok("FETCH done")
    }

    private func answer(_ message: StoredMessage, at position: Int, _ items: [FetchItem]) {
        output.fetch(
            message,
            number: position + 1,
            isRecent: selected?.recent.contains(message.uid) ?? false,
            items: items
        )
        if items.contains(.flags) {
            selected?.entries[position].modification = message.modification
        }
    }

    /// - Returns: the UIDs that were not seen before.
    private func markSeen(_ targets: [Target]) -> Set<UInt32> {
        changeFolder { folder in
            var changed: Set<UInt32> = []
            for target in targets {
                let before = folder.message(target.uid)?.modification
                let after = folder.setFlags(of: target.uid) { $0.insert("\\Seen") }
                if after?.modification != before { changed.insert(target.uid) }
            }
            return changed
        } ?? []
    }

    // MARK: SEARCH

    func search(_ syntax: inout IMAPSyntax, isUID: Bool) throws -> Completion {
        guard let key = try syntax.searchProgram() else {
            return .no("[BADCHARSET (US-ASCII UTF-8 ISO-8859-1)] this character set is unknown")
        }
        try syntax.end()
        let folder = try currentFolder()
        guard let selected else { throw Channel.Ended() }
        var found: [String] = []
        for (position, entry) in selected.entries.enumerated() {
            guard let message = folder.message(entry.uid) else { continue }
            var candidate = SearchCandidate(
                message: message,
                number: position + 1,
                isRecent: selected.recent.contains(entry.uid),
                largest: selected.largest
            )
            if candidate.meets(key) { found.append(String(isUID ? Int(entry.uid) : position + 1)) }
        }
        output.line((["* SEARCH"] + found).joined(separator: " "))
        try announceChanges(includesRemoval: isUID)
        return .ok("SEARCH done")
    }

    // MARK: STORE

    func storeFlags(_ syntax: inout IMAPSyntax, isUID: Bool) throws -> Completion {
        let set = try syntax.sequenceSet()
        try syntax.space()
        let change = try syntax.flagChange()
        try syntax.end()
        let targets = try targets(set, areUIDs: isUID)
        guard selected?.isReadOnly == false else { return .no("the mailbox may only be read") }
        let keepsKeywords = desk.faults.keepsKeywords
        let messages =
            changeFolder { folder in
                targets.compactMap { target in
                    folder.setFlags(of: target.uid) { flags in
                        change.apply(to: &flags, keepsKeywords: keepsKeywords)
                    }
                }
            } ?? []
        let positions = Dictionary(uniqueKeysWithValues: targets.map { ($0.uid, $0.position) })
        for message in messages {
            guard let position = positions[message.uid] else { continue }
            if change.isSilent {
                selected?.entries[position].modification = message.modification
            } else {
                answer(message, at: position, isUID ? [.uid, .flags] : [.flags])
            }
        }
        try announceChanges(includesRemoval: isUID)
        return messages.count < targets.count && !isUID
            ? .no("[EXPUNGEISSUED] some are no longer there") : .ok("STORE done")
    }

    // MARK: COPY and MOVE

    func copy(_ syntax: inout IMAPSyntax, isUID: Bool, moves: Bool) throws -> Completion {
        let set = try syntax.sequenceSet()
        try syntax.space()
        let name = try syntax.folderName()
        try syntax.end()
        let uids = try targets(set, areUIDs: isUID).map(\.uid)
        guard let account, let selected else { throw Channel.Ended() }
        guard !moves || !selected.isReadOnly else { return .no("the mailbox may only be read") }
        let copied = store.change(account) { account, _ -> Copied? in
            account.copy(uids, from: selected.identity, to: name, moves: moves)
        }
        guard let copied else { return .no("[TRYCREATE] no such mailbox") }
        let command = moves ? "MOVE" : "COPY"
        var code = ""
        if !copied.sources.isEmpty, desk.offers("UIDPLUS") {
            let sources = Self.compact(copied.sources)
            code = "[COPYUID \(copied.uidValidity) \(sources) \(Self.compact(copied.targets))] "
        }
        if moves, !code.isEmpty { output.line("* OK \(code)moved") }
        try announceChanges()
        return .ok("\(moves ? "" : code)\(command) done")
    }

    /// As a uid-set, ranges where numbers follow one another.
    static func compact(_ uids: [UInt32]) -> String {
        var parts: [(first: UInt32, last: UInt32)] = []
        for uid in uids {
            if let last = parts.last?.last, uid == last + 1 {
                parts[parts.count - 1].last = uid
            } else {
                parts.append((uid, uid))
            }
        }
        return parts.map { $0.first == $0.last ? "\($0.first)" : "\($0.first):\($0.last)" }
            .joined(separator: ",")
    }

    // MARK: EXPUNGE

    func expunge(_ set: SequenceSet?) throws -> Completion {
        guard let selected else { throw Channel.Ended() }
        guard !selected.isReadOnly else { return .no("the mailbox may only be read") }
        if let set {
            removeDeleted(among: Set(try targets(set, areUIDs: true).map(\.uid)))
        } else {
            removeDeleted()
        }
        try announceChanges()
        return .ok("EXPUNGE done")
    }

    /// - Parameter uids: `nil` for all that this session knows of.
    func removeDeleted(among uids: Set<UInt32>? = nil) {
        guard let selected, !selected.isReadOnly else { return }
        let uids = uids ?? Set(selected.entries.map(\.uid))
        _ = changeFolder { folder in
            let deleted = folder.messages.filter { $0.has("\\Deleted") }.map(\.uid)
            folder.remove(uids.intersection(deleted))
        }
    }

    // MARK: APPEND

    func append(_ syntax: inout IMAPSyntax) throws -> Completion {
        let name = try syntax.folderName()
        try syntax.space()
        var flags: Set<String> = []
        if syntax.current == UInt8(ascii: "(") {
            let change = FlagChange(kind: .replace, isSilent: true, flags: try syntax.flags())
            change.apply(to: &flags, keepsKeywords: desk.faults.keepsKeywords)
            try syntax.space()
        }
        var date: Date?
        if syntax.current == UInt8(ascii: "\"") {
            let text = try syntax.text()
            date = IMAPDate.parse(text)
            guard date != nil else {
                throw IMAPSyntax.Malformed("not a date-time: \(text.prefix(40))")
            }
            try syntax.space()
        }
        let bytes = try syntax.literal()
        try syntax.end()
        guard let account else { throw Channel.Ended() }
        let internalDate = date ?? store.now()
        let place = store.change(account) { account, _ -> (validity: UInt32, uid: UInt32)? in
            guard let validity = account.folders[name]?.uidValidity,
                let uid = account.folders[name]?
                    .add(bytes, flags: flags, internalDate: internalDate)
            else { return nil }
            return (validity, uid)
        }
        guard let place else { return .no("[TRYCREATE] no such mailbox") }
        try announceChanges()
        let code = desk.offers("UIDPLUS") ? "[APPENDUID \(place.validity) \(place.uid)] " : ""
        return .ok("\(code)APPEND done")
    }
}

extension FetchItem {
    /// Whether the message itself must be read for it.
    fileprivate var isContent: Bool {
        switch self {
        case .flags, .uid, .internalDate, .size: false
        case .envelope, .structure, .section: true
        }
    }
}

/// UIDs before and after a copy, in step.
private struct Copied: Sendable {
    var uidValidity: UInt32
    var sources: [UInt32] = []
    var targets: [UInt32] = []
}

extension Account {
    /// `nil` when there is no such folder to copy to.
    fileprivate mutating func copy(
        _ uids: [UInt32],
        from identity: Int,
        to name: String,
        moves: Bool
    ) -> Copied? {
        guard let validity = folders[name]?.uidValidity else { return nil }
        var copied = Copied(uidValidity: validity)
        guard let source = self.name(of: identity), let folder = folders[source] else {
            return copied
        }
        for message in uids.compactMap(folder.message) {
            let uid = folders[name]?
                .add(message.bytes, flags: message.flags, internalDate: message.internalDate)
            copied.sources.append(message.uid)
            copied.targets.append(uid ?? 0)
        }
        if moves { folders[source]?.remove(Set(copied.sources)) }
        return copied
    }
}

// MARK: - Flags

/// What STORE does to flags (RFC 3501 §6.4.6).
struct FlagChange {
    enum Kind {
        case replace
        case add
        case remove
    }

    var kind: Kind
    var isSilent: Bool
    var flags: [String]

    func apply(to present: inout Set<String>, keepsKeywords: Bool) {
        if kind == .remove {
            let names = Set(flags.map { $0.lowercased() })
            present = present.filter { !names.contains($0.lowercased()) }
            return
        }
        if kind == .replace { present = [] }
        var names = Set(present.map { $0.lowercased() })
        for flag in flags where keepsKeywords || flag.hasPrefix("\\") {
            if names.insert(flag.lowercased()).inserted { present.insert(flag) }
        }
    }
}

extension IMAPSyntax {
    /// Flags that may be stored, system flags as RFC 3501 writes them.
    mutating func flags() throws(Malformed) -> [String] {
        try Self.storable(try flagList())
    }

    private static func storable(_ flags: [String]) throws(Malformed) -> [String] {
        var result: [String] = []
        for flag in flags {
            guard flag.hasPrefix("\\") else {
                result.append(flag)
                continue
            }
            let system = IMAPServerSession.systemFlags.first {
                $0.caseInsensitiveCompare(flag) == .orderedSame
            }
            guard let system else { throw Malformed("this flag cannot be set: \(flag.prefix(40))") }
            result.append(system)
        }
        return result
    }

    mutating func flagChange() throws(Malformed) -> FlagChange {
        var kind = FlagChange.Kind.replace
        if skip("+") { kind = .add } else if skip("-") { kind = .remove }
        let name = try keyword("FLAGS")
        guard name == "FLAGS" || name == "FLAGS.SILENT" else {
            throw Malformed("FLAGS or FLAGS.SILENT expected")
        }
        try space()
        var flags: [String] = []
        if current == UInt8(ascii: "(") {
            flags = try self.flags()
        } else {
            repeat { flags.append(try flag()) } while skip(" ")
            flags = try Self.storable(flags)
        }
        return FlagChange(kind: kind, isSilent: name == "FLAGS.SILENT", flags: flags)
    }
}
