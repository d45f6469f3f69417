import Foundation

/// A message as the server holds it; fetching it did not set `\Seen`.
package struct FetchedMessage: Hashable, Sendable {
    package var location: MessageLocation
    /// When the server received it; `nil` when it cannot be read.
    package var internalDate: Date?
    package var flags: Set<String>
    /// RFC822.SIZE: what the server says the whole message measures.
    package var size: Int
    /// Cut at the limit that was asked for.
    package var bytes: [UInt8]
    /// Whether the server holds more than `bytes`.
    package var isTruncated: Bool

    package init(
        location: MessageLocation,
        internalDate: Date?,
        flags: Set<String>,
        size: Int,
        bytes: [UInt8],
        isTruncated: Bool
    ) {
        self.location = location
        self.internalDate = internalDate
        self.flags = flags
        self.size = size
        self.bytes = bytes
        self.isTruncated = isTruncated
    }
}

extension IMAPSession {
    /// The UIDs that meet search criteria such as `UID 42:*` or `ALL`, ascending.
    ///
    /// Mind that `42:*` always includes the last message, even when its UID is lower.
    /// - Parameter findsArrivals: false where the criteria leave out what arrives: IDLE then still
    ///   returns at once for it.
    package func uidSearch(_ criteria: String, findsArrivals: Bool = true) throws(TransportError)
        -> [UID]
    {
        if findsArrivals { hasArrivals = false }
        var uids: [UID] = []
        for case .search(let found) in try run("UID SEARCH \(criteria)").succeeded().untagged {
            uids += found
        }
        return uids.sorted()
    }

    /// RFC822.SIZE of messages, to bound a batch before it is fetched; those that vanished are absent.
    package func sizes(of uids: [UID]) throws(TransportError) -> [UID: Int] {
        var sizes: [UID: Int] = [:]
        let commands = sequenceSets(uids).map { "UID FETCH \($0) (UID RFC822.SIZE)" }
        for status in try runAll(
            commands,
            receive: { response in
                guard case .fetch(_, let items) = response, let uid = items.uid,
                    let size = items.size
                else { return }
                sizes[uid] = size
            }
        ) where status.condition != .ok { throw refusal(connection, status) }
        return sizes
    }

    /// Fetches messages in the order asked; those that vanished are absent.
    ///
    /// All of them are in memory at once, so bound the batch by `sizes(of:)` and `batches`.
    /// - Parameters:
    ///   - maxBytes: where a longer message is cut.
    ///   - refused: gets a UID that the server cannot give, and its words: a damaged message must not
    ///     hold up those behind it. Where it is `nil`, that is thrown.
    package func fetch(
        _ uids: [UID],
        maxBytes: Int,
        refused: ((UID, String) -> Void)? = nil
    ) throws(TransportError) -> [FetchedMessage] {
        guard let selected else {
            throw connection.failure(.protocolViolation, "no mailbox is selected")
        }
        var found: [UID: IMAPResponse.FetchItems] = [:]
        let commands = uids.map { uid in
            "UID FETCH \(uid.rawValue)"
                + " (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[]<0.\(max(1, maxBytes))>)"
        }
        let ends = try runAll(commands) { response in
            guard case .fetch(_, let items) = response, let uid = items.uid else { return }
            found[uid] = found[uid]?.merging(items) ?? items
        }
        for (uid, end) in zip(uids, ends) where end.condition != .ok {
            guard let refused else { throw refusal(connection, end) }
            found[uid] = nil
            refused(uid, end.description)
        }
        return uids.compactMap { uid in
            found.removeValue(forKey: uid)
                .flatMap { message(uid, $0, in: selected, maxBytes: max(1, maxBytes)) }
        }
    }

    /// `nil` where the server told only of changed flags, and of a message that vanished while it was
    /// asked for, whose text is NIL or nothing.
    private func message(
        _ uid: UID,
        _ items: IMAPResponse.FetchItems,
        in mailbox: SelectedMailbox,
        maxBytes: Int
    ) -> FetchedMessage? {
        guard let bytes = items.body ?? (items.size == 0 ? [] : nil) else { return nil }
        let size = items.size ?? bytes.count
        guard !bytes.isEmpty || size == 0 else { return nil }
        return FetchedMessage(
            location: MessageLocation(
                mailbox: mailbox.name,
                uidValidity: mailbox.uidValidity,
                uid: uid
            ),
            internalDate: items.internalDate.flatMap(InternalDate.parse),
            flags: Set(items.flags ?? []),
            size: size,
            bytes: bytes,
            isTruncated: bytes.count >= maxBytes && size != bytes.count
        )
    }

    /// Cuts UIDs into batches of at most so many messages and bytes; a large message goes alone.
    ///
    /// - Parameters:
    ///   - sizes: from `sizes(of:)`; a UID that is not in it is left out.
    ///   - maxBytes: also the most that one message counts, as it is cut there when fetched.
    package static func batches(
        _ uids: [UID],
        sizes: [UID: Int],
        maxCount: Int,
        maxBytes: Int
    ) -> [[UID]] {
        var batches: [[UID]] = []
        var bytes = 0
        for uid in uids {
            guard let size = sizes[uid].map({ min($0, maxBytes) }) else { continue }
            if let last = batches.last, last.count < maxCount, bytes + size <= maxBytes {
                batches[batches.count - 1].append(uid)
                bytes += size
            } else {
                batches.append([uid])
                bytes = size
            }
        }
        return batches
    }
}

// MARK: - Marking and moving

extension IMAPSession {
    /// Marks messages with a keyword; `permits(keyword:)` tells whether that can succeed.
    package func store(keyword: String, on uids: [UID]) throws(TransportError) {
        guard Self.isAtom(keyword) else {
            throw connection.failure(.protocolViolation, "'\(keyword)' is not a keyword")
        }
        for set in sequenceSets(uids) {
            _ = try run("UID STORE \(set) +FLAGS.SILENT (\(keyword))").succeeded()
        }
    }

    /// Moves messages to another mailbox (RFC 6851).
    ///
    /// Where the server has no MOVE they are copied and marked `\Deleted`, and removed only if it has
    /// UIDPLUS: a plain EXPUNGE would remove what others have marked.
    package func move(_ uids: [UID], to mailbox: String) throws(TransportError) {
        let name = wireName(mailbox)
        for set in sequenceSets(uids) {
            if capabilities.contains("MOVE") {
                _ = try run("UID MOVE \(set) \(name)").succeeded()
                continue
            }
            // Given up half-way, they would be copied a second time at the next try.
            _ = try run("UID COPY \(set) \(name)", heedsWake: false).succeeded()
            let marking = "UID STORE \(set) +FLAGS.SILENT (\\Deleted)"
            _ = try run(marking, heedsWake: false).succeeded()
            guard capabilities.contains("UIDPLUS") else { continue }
            _ = try run("UID EXPUNGE \(set)", heedsWake: false).succeeded()
        }
    }

    /// Marks messages `\Deleted` and removes just these, where the server has UIDPLUS (RFC 4315).
    ///
    /// Where it has not they stay marked: a plain EXPUNGE would remove what others have marked.
    /// - Returns: whether they are gone.
    package func delete(_ uids: [UID]) throws(TransportError) -> Bool {
        for set in sequenceSets(uids) {
            _ = try run("UID STORE \(set) +FLAGS.SILENT (\\Deleted)").succeeded()
            guard expungesByUID else { continue }
            _ = try run("UID EXPUNGE \(set)").succeeded()
        }
        return expungesByUID
    }

    /// IMAP4rev2 has it built in (RFC 9051 §6.4.9).
    private var expungesByUID: Bool { !capabilities.isDisjoint(with: ["UIDPLUS", "IMAP4REV2"]) }

    /// RFC 9051 §9: no space, parenthesis, brace, wildcard, quote, backslash, bracket or control.
    private static func isAtom(_ text: String) -> Bool {
        let excluded = Array("(){ %*\"\\]".utf8)
        return !text.isEmpty
            && text.utf8.allSatisfy { 33...126 ~= $0 && !excluded.contains($0) }
    }
}

extension IMAPResponse.FetchItems {
    /// What was told later wins; what it did not tell stays.
    fileprivate func merging(_ later: Self) -> Self {
        Self(
            uid: later.uid ?? uid,
            flags: later.flags ?? flags,
            internalDate: later.internalDate ?? internalDate,
            size: later.size ?? size,
            body: later.body ?? body
        )
    }
}
