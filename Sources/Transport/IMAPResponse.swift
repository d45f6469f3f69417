/// One response of an IMAP server, its literals joined to it (RFC 9051 §7).
package enum IMAPResponse: Hashable, Sendable {
    /// How our command ended, as in `g7 NO [AUTHENTICATIONFAILED] wrong password`.
    case tagged(tag: String, Status)
    /// An untagged OK, NO, BAD, BYE or PREAUTH.
    case status(Status)
    /// The server waits for the rest of our command (§7.6).
    case continuation(String)
    case capability([String])
    /// The answer to UID SEARCH, in the order sent.
    case search([UID])
    case flags([String])
    case list(Folder)
    case exists(Int)
    case expunge(Int)
    case fetch(sequenceNumber: Int, FetchItems)
    /// Any other response, its beginning, so that a log can show it.
    case other(String)

    package enum Condition: String, Hashable, Sendable { case ok, no, bad, bye, preauth }

    /// A condition with its response code and human-readable text (§7.1).
    package struct Status: Hashable, Sendable {
        package var condition: Condition
        /// In upper case without its arguments, as in `UIDVALIDITY`; `nil` when there is none.
        package var code: String?
        /// What follows in the brackets.
        package var arguments: String = ""
        package var text: String = ""

        /// As the server wrote it, but for the tag.
        package var description: String {
            let bracket = code.map { "[\($0)\(arguments.isEmpty ? "" : " ")\(arguments)] " } ?? ""
            return "\(condition.rawValue.uppercased()) \(bracket)\(text)"
        }
    }

    /// A mailbox that LIST names (§7.3.1).
    package struct Folder: Hashable, Sendable {
        package var attributes: [String]
        /// `nil` where there is no hierarchy.
        package var delimiter: String?
        package var name: String

        package var isSelectable: Bool {
            !attributes.contains { ["\\noselect", "\\nonexistent"].contains($0.lowercased()) }
        }
    }

    /// What FETCH tells of one message (§7.5.2); `nil` for what it did not tell.
    package struct FetchItems: Hashable, Sendable {
        package var uid: UID?
        package var flags: [String]?
        package var internalDate: String?
        package var size: Int?
        package var body: [UInt8]?
    }
}
