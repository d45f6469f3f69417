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
        var offset = 0
        for piece in value.raw.split(separator: ",", omittingEmptySubsequences: false) {
            let blanks = piece.prefix { $0 == " " || $0 == "\t" }.count
            let written = piece.trimmingCharacters(in: .whitespaces)
            var place = value
            if value.line > 0 { place.column += offset + blanks }
            offset += piece.count + 1
            let entry = ConfigurationFile.unquoted(written)
            guard !entry.isEmpty else { continue }
            if let objection = Self.objection(toAnswering: entry, own: own) {
                reject(place, objection)
            } else {
                entries.append(entry.lowercased())
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

    /// Whatever stands behind the first + (RFC 5233).
    private static func isSameMailbox(_ one: Address, _ other: Address) -> Bool {
        one.localPart.lowercased().prefix { $0 != "+" }
            == other.localPart.lowercased().prefix { $0 != "+" }
            && one.domain.lowercased() == other.domain.lowercased()
    }
}
