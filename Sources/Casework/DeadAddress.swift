import Foundation

/// That an answer of ours came back because nobody has the address (RFC 3463 §3.2).
package struct AddressFailure: Hashable, Sendable {
    /// The answer that came back.
    package var mailID: String
    package var address: String
    /// Enhanced status code as in `5.1.1`; `nil` where only words say it.
    package var status: String?

    package init(mailID: String, address: String, status: String?) {
        self.mailID = mailID
        self.address = address
        self.status = status
    }
}

/// Tells an address that nobody has from a delivery that failed for another reason.
package enum DeadAddress {
    /// Seconds for which nothing automatic goes there any more.
    package static let pause: TimeInterval = 60 * 86_400
    /// Seconds in which the notice about a further try comes back.
    package static let trial: TimeInterval = 86_400

    /// Whether a permanent failure says that nobody has the address: a full mailbox, a delay or a
    /// filter says nothing of it.
    package static func isMeant(status: String?, diagnostic: String?) -> Bool {
        let words = (diagnostic ?? "").prefix(600).folding(
            options: [.caseInsensitive, .diacriticInsensitive],
            locale: nil
        )
        let status = status ?? enhancedStatus(in: words)
        switch status?.split(separator: ".").map(String.init) ?? [] {
        case let code where code.count == 3 && code[0] == "5" && code[1] == "1":
            // 5.1.0 says nothing more; 7 and 8 speak of the sender's address, 5 of success.
            if ["1", "2", "3", "4", "6", "10"].contains(code[2]) { return true }
            if code[2] != "0" { return false }
        case let code where code.count == 3 && (code[0] != "5" || code[1] == "2"): return false
        default: break
        }
        guard !words.hasPrefix("4"), !others.contains(where: words.contains) else { return false }
        return unknown.contains(where: words.contains)
    }

    /// The first word of the form `5.1.1` in a server's reply.
    private static func enhancedStatus(in words: String) -> String? {
        for word in words.split(whereSeparator: { !$0.isNumber && $0 != "." }) {
            let parts = word.split(separator: ".", omittingEmptySubsequences: false)
            if parts.count == 3, ["2", "4", "5"].contains(parts[0]),
                parts.dropFirst().allSatisfy({ (1...3).contains($0.count) })
            {
                return String(word)
            }
        }
        return nil
    }

    private static let unknown = [
        "user unknown", "unknown user", "no such user", "user not found", "unknown recipient",
        "recipient unknown", "recipient not found", "no such recipient", "unknown mailbox",
        "mailbox unknown", "mailbox not found", "no such mailbox", "no mailbox here",
        "no such address", "address unknown", "unknown address", "address not found",
        "does not exist", "doesn't exist", "unknown host", "host unknown", "no such domain",
        "domain not found", "n'existe pas", "n’existe pas", "inconnu", "inexistant",
        "introuvable",
    ]
    /// What is said of something else in the same words.
    private static let others = ["sender", "expediteur", "quota", "mailbox full", "is full"]
}
