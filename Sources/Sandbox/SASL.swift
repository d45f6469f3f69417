import Foundation

/// Logins by PLAIN (RFC 4616) and LOGIN, for both protocols.
enum SASL {
    struct Login {
        var user: String
        var password: String
        /// The authorization identity, where it is another.
        var actsAs: String?
    }

    static let userRule = "the user is a whole address, as in ann@example.org"

    /// Whether a login names a mailbox: local part and domain.
    static func isUser(_ name: String) -> Bool {
        let parts = name.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && name.utf8.count <= 320
            && name.utf8.allSatisfy { $0 > 32 && $0 != 127 && !"<>".utf8.contains($0) }
    }

    static func encode(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    static func decode(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map(Array.init) }

    /// authzid, authcid and password with NUL between them.
    static func plain(_ response: [UInt8]) -> Login? {
        let parts = response.split(separator: 0, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 3 else { return nil }
        return Login(
            user: parts[1],
            password: parts[2],
            actsAs: parts[0].isEmpty ? nil : parts[0]
        )
    }

    static func login(user: [UInt8], password: [UInt8]) -> Login {
        Login(
            user: String(decoding: user, as: UTF8.self),
            password: String(decoding: password, as: UTF8.self)
        )
    }
}
