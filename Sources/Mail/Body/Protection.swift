/// How a message is signed or encrypted (RFC 1847, 8551, 9580): seen by its envelope, not verified.
package struct Protection: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case signed, encrypted }
    package enum Scheme: String, Hashable, Sendable { case smime, pgp }

    package var kind: Kind
    package var scheme: Scheme

    package init(_ kind: Kind, _ scheme: Scheme) {
        self.kind = kind
        self.scheme = scheme
    }
}

extension Protection {
    /// Looks at the parts, then at the text, where PGP may stand in the line (RFC 9580 §6, §7).
    init?(_ root: Entity, text: String) {
        let found = Self.all(in: root)
        if let encrypted = found.first(where: { $0.kind == .encrypted }) {
            self = encrypted
        } else if let inline = Self.inline(text) {
            self = inline
        } else if let first = found.first {
            self = first
        } else {
            return nil
        }
    }

    /// Of the multiparts only: an embedded message is protected for itself.
    private static func all(in entity: Entity) -> [Protection] {
        if entity.isMultipart, !entity.children.isEmpty {
            return [multipart(entity)].compactMap { $0 } + entity.children.flatMap(all)
        }
        return [leaf(entity)].compactMap { $0 }
    }

    /// The protocol that the multipart names, else that of its parts (RFC 1847 §2).
    private static func multipart(_ entity: Entity) -> Protection? {
        let kind: Kind
        switch entity.mediaType {
        case "multipart/signed": kind = .signed
        case "multipart/encrypted": kind = .encrypted
        default: return nil
        }
        let named = entity.node.parameters["protocol"].map { [$0.lowercased()] } ?? []
        for name in named + entity.children.map(\.mediaType) {
            if name.hasPrefix("application/pgp") { return Protection(kind, .pgp) }
            if name.contains("pkcs7") { return Protection(kind, .smime) }
        }
        return nil
    }

    private static func leaf(_ entity: Entity) -> Protection? {
        switch entity.mediaType {
        case "application/pkcs7-mime", "application/x-pkcs7-mime":
            return envelope(entity)
        case "application/octet-stream":
            // Tolerated: mail programs that do not know S/MIME pass it on under its file name.
            return entity.node.filename?.lowercased() == "smime.p7m" ? envelope(entity) : nil
        case "application/pgp":
            return Protection(.encrypted, .pgp)
        default:
            return nil
        }
    }

    /// By smime-type, else by the content type in the first octets (RFC 8551 §3.2.2, RFC 5652 §3).
    private static func envelope(_ entity: Entity) -> Protection? {
        switch entity.node.parameters["smime-type"]?.lowercased() {
        case "enveloped-data", "authenveloped-data": return Protection(.encrypted, .smime)
        case "signed-data": return Protection(.signed, .smime)
        case "certs-only", "compressed-data": return nil
        default: break
        }
        var unnoted = DefectLog()
        let start = entity.transferEncoding.decode(entity.content.prefix(200), &unnoted).prefix(40)
        // 1.2.840.113549.1.7: 2 is signed-data; 3 enveloped-data.
        guard
            let place = start.firstIndex(
                of: [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07],
                from: start.startIndex
            )
        else { return Protection(.encrypted, .smime) }
        return Protection(start[place...].dropFirst(8).first == 2 ? .signed : .encrypted, .smime)
    }

    /// By the armor line that the text starts with, or one that starts a line of it.
    private static func inline(_ text: String) -> Protection? {
        let octets = Array(text.utf8)[...]
        let armor = Array("-----BEGIN PGP ".utf8)
        var position = octets.startIndex
        while let found = octets.firstIndex(of: armor, from: position) {
            position = found + armor.count
            guard found == octets.startIndex || octets[found - 1] == .lf else { continue }
            if octets[position...].hasPrefix("MESSAGE-----") { return Protection(.encrypted, .pgp) }
            if octets[position...].hasPrefix("SIGNED MESSAGE-----") {
                return Protection(.signed, .pgp)
            }
        }
        return nil
    }
}
