import Foundation
import Hashing

/// Recognises a text sent again in a new message, as a form that was submitted twice sends it.
package struct TextIdentity: Hashable, Sendable {
    /// Shorter texts ("Bonjour, des nouvelles ?") say the same without being the same.
    package static let fewestWords = 12
    /// Seconds within which the same text is the same request.
    package static let window: TimeInterval = 48 * 3_600

    /// Seconds within which two addresses of one organisation do not write the same by chance.
    package static let windowOfDomain: TimeInterval = 3_600
    /// Robots are brief; two people who write as few words alike within the hour are rare.
    private static let fewestWordsOfDomain = 4

    private let digest: [UInt8]

    /// `nil` for a text that is too short to be recognised. Case, punctuation and white space do not
    /// count.
    package init?(_ text: String, from addrSpec: String) {
        self.init(text, by: addrSpec, fewestWords: Self.fewestWords)
    }

    /// The same for whoever writes at the domain of that address; `nil` where it has none.
    package init?(_ text: String, fromDomainOf addrSpec: String) {
        guard let at = addrSpec.lastIndex(of: "@") else { return nil }
        let domain = String(addrSpec[at...])
        self.init(text, by: domain, fewestWords: Self.fewestWordsOfDomain)
    }

    private init?(_ text: String, by author: String, fewestWords: Int) {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard words.count >= fewestWords else { return nil }
        digest = SHA256.hash("\(author.lowercased())\n\(words.joined(separator: " "))".utf8)
    }
}
