import Foundation
import Hashing

/// Recognises a text sent again in a new message, as a form that was submitted twice sends it.
package struct TextIdentity: Hashable, Sendable {
    /// Shorter texts ("Bonjour, des nouvelles ?") say the same without being the same.
    package static let fewestWords = 12
    /// Seconds within which the same text is the same request.
    package static let window: TimeInterval = 48 * 3_600

    private let digest: [UInt8]

    /// `nil` for a text that is too short to be recognised. Case, punctuation and white space do not
    /// count.
    package init?(_ text: String, from addrSpec: String) {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard words.count >= Self.fewestWords else { return nil }
        digest = SHA256.hash("\(addrSpec.lowercased())\n\(words.joined(separator: " "))".utf8)
    }
}
