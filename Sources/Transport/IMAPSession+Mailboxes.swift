import Foundation

extension IMAPSession {
    /// Opens a mailbox for reading and marking (RFC 9051 §6.3.2).
    @discardableResult
    package func select(_ mailbox: String) throws(TransportError) -> SelectedMailbox {
        selected = nil
        messageCount = nil
        let end = try run("SELECT \(wireName(mailbox))")
        guard end.status.condition != .no else { throw missingUnlessSaid(mailbox, end.status) }
        let status = try end.succeeded().status
        let codes = end.untagged.compactMap { response -> IMAPResponse.Status? in
            if case .status(let status) = response, status.code != nil { status } else { nil }
        }
        func argument(_ code: String) -> String? { codes.last { $0.code == code }?.arguments }
        guard let validity = argument("UIDVALIDITY").flatMap(UInt32.init) else {
            throw connection.failure(.protocolViolation, "\(mailbox) has no lasting UIDs")
        }
        // RFC 9051 §7.1: without PERMANENTFLAGS, all of FLAGS may be changed.
        var flags = argument("PERMANENTFLAGS").map(Self.flags)
        var exists = 0
        for response in end.untagged {
            if case .exists(let count) = response { exists = count }
            if case .flags(let names) = response, flags == nil { flags = Set(names) }
        }
        var result = SelectedMailbox(
            name: mailbox,
            uidValidity: UIDValidity(rawValue: validity),
            uidNext: UID(rawValue: 1),
            exists: exists,
            permanentFlags: flags ?? [],
            permitsNewKeywords: flags?.contains("\\*") ?? false,
            isReadOnly: status.code == "READ-ONLY"
        )
        selected = result
        if let next = argument("UIDNEXT").flatMap(UInt32.init) {
            result.uidNext = UID(rawValue: next)
        } else if let last = exists == 0 ? nil : try uidSearch("UID *").max() {
            // Tolerated: old servers do not say it.
            result.uidNext = UID(rawValue: last.rawValue &+ 1)
        }
        selected = result
        hasArrivals = false
        return result
    }

    /// The mailboxes that can be selected, by their decoded names.
    package func list() throws(TransportError) -> [String] {
        try run("LIST \"\" \"*\"").succeeded().untagged.compactMap { response -> String? in
            guard case .list(let folder) = response, folder.isSelectable else { return nil }
            return folder.name
        }
    }

    package func createMailbox(_ mailbox: String) throws(TransportError) {
        _ = try run("CREATE \(wireName(mailbox))").succeeded()
    }

    /// Puts a message into a mailbox (RFC 9051 §6.3.12).
    ///
    /// - Parameter internalDate: `nil` for the server's clock.
    package func append(
        mailbox: String,
        bytes: [UInt8],
        flags: [String] = [],
        internalDate: Date? = nil
    ) throws(TransportError) {
        let date = internalDate.map { " \"\(InternalDate.format($0))\"" } ?? ""
        let names = flags.isEmpty ? "" : " (\(flags.joined(separator: " ")))"
        let waits =
            !(capabilities.contains("LITERAL+")
            || (capabilities.contains("LITERAL-") && bytes.count <= 4_096))
        let tag = nextTag()
        let literal = "{\(bytes.count)\(waits ? "" : "+")}"
        let command = "\(tag) APPEND \(wireName(mailbox))\(names)\(date) \(literal)\r\n"
        if waits {
            try send(command)
            if let end = try awaitContinuation(tag) { throw missingUnlessSaid(mailbox, end) }
            try send(bytes + Array("\r\n".utf8))
        } else {
            try send(Array(command.utf8) + bytes + Array("\r\n".utf8))
        }
        let end = try awaitEnd(tag)
        guard end.condition == .ok else { throw refusal(connection, end) }
    }

    /// Reads up to the server's `+`; returns the command's end when that comes first.
    func awaitContinuation(_ tag: String) throws(TransportError) -> IMAPResponse.Status? {
        while true {
            switch try nextResponse() {
            case .continuation: return nil
            case .tagged(tag, let status): return status
            case .tagged(let other, _):
                throw spoiled(.protocolViolation, "an answer to no command of ours: \(other)")
            default: continue
            }
        }
    }

    func awaitEnd(_ tag: String, heedsWake: Bool = true) throws(TransportError)
        -> IMAPResponse.Status
    {
        while true {
            guard case .tagged(let answered, let status) = try nextResponse(heedsWake: heedsWake)
            else { continue }
            guard answered == tag else {
                throw spoiled(.protocolViolation, "an answer to no command of ours: \(answered)")
            }
            return status
        }
    }

    /// A mailbox name as an argument.
    func wireName(_ mailbox: String) -> String {
        // Modified UTF-7 leaves nothing that a quoted string cannot hold.
        quoted(MailboxName.encode(mailbox)) ?? "\"\""
    }

    /// Servers that know no response codes say only NO where a mailbox is missing.
    private func missingUnlessSaid(
        _ mailbox: String,
        _ status: IMAPResponse.Status
    ) -> TransportError {
        let error = refusal(connection, status)
        guard error.kind == .refusedByServer, !error.isTransient, status.code == nil else {
            return error
        }
        return connection.failure(.mailboxMissing, "\(mailbox): the server says \(status.text)")
    }

    private static func flags(_ list: String) -> Set<String> {
        Set(list.trimmingCharacters(in: ["(", ")", " "]).split(separator: " ").map(String.init))
    }
}
