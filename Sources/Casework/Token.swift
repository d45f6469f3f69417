import Foundation
import Hashing

/// The secret that signs what comes back to us in addresses and Message-IDs.
package struct TokenKey: Hashable, Sendable {
    private let bytes: [UInt8]

    /// A key of at least 16 octets; `nil` for a shorter one.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= 16 else { return nil }
        self.bytes = bytes
    }

    /// What a token stands for: one of one purpose is never accepted for another.
    package enum Purpose: String, Sendable {
        /// In mail to requesters: says which case.
        case caseThread = "case"
        /// In mail to staff: says which case, to a person who is checked by address.
        case staffThread = "staff"
        /// In a recap: says which one.
        case recap
    }

    /// The first 80 bits of HMAC-SHA-256 in base32 (RFC 2104, RFC 4648 §6).
    package func token(_ purpose: Purpose, of subject: String) -> String {
        let message = Array("\(purpose.rawValue)\u{0}\(subject)".utf8)
        return Base32.encode(Array(HMAC.sha256(key: bytes, message: message).prefix(10)))
    }

    /// Compares in constant time.
    package func verifies(_ token: some StringProtocol, _ purpose: Purpose, of subject: String)
        -> Bool
    {
        let expected = Array(self.token(purpose, of: subject).utf8)
        return HMAC.isEqual(Array(token.lowercased().utf8), expected)
    }
}

/// The left part of a Message-ID of ours: `2026-00042.3.TOKEN`.
package struct MailName: Hashable, Sendable {
    package var caseNumber: CaseNumber
    /// Counts the mails of the case.
    package var sequence: Int
    package var purpose: TokenKey.Purpose

    /// As the journal names the mail.
    package var mailID: String { "\(caseNumber).\(sequence)" }

    /// As a Message-ID of ours begins.
    package func leftPart(key: TokenKey) -> String {
        Self.leftPart(of: caseNumber, sequence: sequence, purpose: purpose, key: key)
    }

    /// Names the n-th mail of a case.
    package static func leftPart(
        of number: CaseNumber,
        sequence: Int,
        purpose: TokenKey.Purpose,
        key: TokenKey
    ) -> String {
        let subject = "\(number).\(sequence)"
        return "\(subject).\(key.token(purpose, of: subject))"
    }

    /// Reads a Message-ID of ours back; `nil` for a stranger's or a forged one.
    package init?(messageID: String, key: TokenKey) {
        self.init(leftPart: messageID.prefix { $0 != "@" }, key: key)
    }

    /// Reads back what `leftPart(of:sequence:purpose:key:)` made.
    init?(leftPart left: some StringProtocol, key: TokenKey) {
        let parts = left.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let number = CaseNumber(parts[0]), let sequence = Int(parts[1])
        else { return nil }
        let subject = "\(parts[0]).\(parts[1])"
        for purpose in [TokenKey.Purpose.caseThread, .staffThread]
        where key.verifies(parts[2], purpose, of: subject) {
            caseNumber = number
            self.sequence = sequence
            self.purpose = purpose
            return
        }
        return nil
    }
}
