import Foundation
import Mail

extension SettingsReader {
    /// Reads that key alone, for a service that has let go of the right to read the other files;
    /// `nil` where it may not read this one either.
    static func alwaysAnswered(path: String, environment: [String: String], own: [Address])
        throws(ConfigurationErrors) -> [String]?
    {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        var reader = SettingsReader(
            file: ConfigurationFile(name: path, text: String(decoding: data, as: UTF8.self)),
            folder: URL(fileURLWithPath: path).deletingLastPathComponent(),
            environment: environment
        )
        let entries = reader.alwaysAnswered(own: own)
        guard reader.errors.isEmpty else { throw ConfigurationErrors(errors: reader.errors) }
        return entries
    }

    /// The addresses and domains of `always_answer`, each refused at its own column where it is
    /// neither, or ours.
    mutating func alwaysAnswered(own: [Address]) -> [String] {
        guard let value = value("screening", "always_answer") else { return [] }
        var entries: [String] = []
        for piece in pieces(of: value) {
            if let objection = Self.objection(toAnswering: piece.text, own: own) {
                reject(piece, objection)
            } else {
                entries.append(piece.text.lowercased())
            }
        }
        return entries
    }

    private static func objection(toAnswering entry: String, own: [Address]) -> String? {
        guard entry.contains("@") else {
            let host = Address(localPart: "x", domain: entry)
            return entry.contains(".") && Mailbox(host) != nil
                ? nil : "`always_answer`: `\(entry)` is no address and no domain"
        }
        guard let address = Address(parsing: entry), address.addrSpec == entry else {
            let domain = entry.dropFirst()
            let remedy =
                entry.hasPrefix("@") && !domain.contains("@")
                ? "; for all of a domain write `\(domain)`" : "; write it without a name"
            return "`always_answer`: `\(entry)` is no mail address" + remedy
        }
        let isOwn = own.contains { isSameMailbox(address, $0) }
        return isOwn
            ? "`always_answer`: \(entry) is the service's own address, which is never answered"
            : nil
    }
}
