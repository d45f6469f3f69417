import Mail

/// The address that failures of one mail come back to: ours with the mail's signed name as its detail
/// (RFC 5233), so that a notice tells by its address alone what it is about.
package enum ReturnPath {
    /// RFC 5321 §4.5.3.1.1.
    private static let longestLocalPart = 64
    private static let separator: Character = "+"

    /// `nil` where the detail finds no room, or has no place in such a local-part.
    package static func addrSpec(of own: Address, naming name: String) -> String? {
        let localPart = "\(own.localPart)\(separator)\(name)"
        guard localPart.utf8.count <= longestLocalPart, !own.localPart.contains(separator),
            !own.localPart.hasPrefix("\"")
        else { return nil }
        return "\(localPart)@\(own.domain)"
    }

    /// The mails of ours whose return path a message was sent to, as its recipient fields and those
    /// of the servers that delivered it say.
    package static func mailNames(in message: Message, own: Address, key: TokenKey) -> [MailName] {
        let traced = traces.flatMap { message.fieldBodies($0) }.prefix(manyFields)
            .compactMap { Address.list(parsing: $0) }.flatMap(\.self)
        return (traced + message.to + message.cc).prefix(manyAddresses)
            .compactMap { mailName(in: $0, own: own, key: key) }
    }

    private static let traces = ["Delivered-To", "X-Original-To", "Envelope-To"]
    private static let manyFields = 30
    private static let manyAddresses = 300

    private static func mailName(in address: Address, own: Address, key: TokenKey) -> MailName? {
        guard address.domain.lowercased() == own.domain.lowercased(),
            let plus = address.localPart.firstIndex(of: separator),
            address.localPart[..<plus].lowercased() == own.localPart.lowercased()
        else { return nil }
        // Tolerated: a server on the way wrote the local-part in one case.
        let detail = address.localPart[plus...].dropFirst()
        let number = detail.prefix { $0 != "." }
        return MailName(leftPart: number.uppercased() + detail[number.endIndex...], key: key)
    }
}
