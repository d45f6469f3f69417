/// One mailbox as From, To, Cc and Reply-To carry it: display-name and addr-spec (RFC 5322 §3.4).
package struct Address: Hashable, Sendable {
    /// Decoded from its encoded-words (RFC 2047); `nil` when the sender gave none.
    package var displayName: String?
    /// Kept exactly as written: only the receiving host may interpret it (RFC 5321 §2.3.11).
    package var localPart: String
    /// Empty when the message names a mailbox of its own host only, as in `From: root`: nobody can be
    /// written to there, and `Mailbox` refuses it.
    package var domain: String

    package init(displayName: String? = nil, localPart: String, domain: String) {
        self.displayName = displayName
        self.localPart = localPart
        self.domain = domain
    }

    /// The local-part alone where there is no domain.
    package var addrSpec: String { domain.isEmpty ? localPart : "\(localPart)@\(domain)" }

    /// Whether both are one address as people type them: without case. A host may tell local-parts
    /// apart by case (RFC 5321 §2.4), but hardly any does, and taking ours for a stranger's is worse.
    package func isSameAddress(as other: Address) -> Bool {
        addrSpec.lowercased() == other.addrSpec.lowercased()
    }
}

/// Where the message said failures go (RFC 5321 §4.4): a missing Return-Path is not a null one.
package enum ReversePath: Hashable, Sendable {
    case unknown
    case null
    case address(Address)
}
