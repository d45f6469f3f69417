extension HTMLText {
    /// The charset that the page itself declares near its start: in an XML declaration or in a
    /// `meta` element (HTML Living Standard §13.2.3.2).
    static func declaredCharset(_ octets: Octets) -> String? {
        let start = octets.prefix(16_384)
        if let encoding = xmlEncoding(start.drop(while: \.isWhiteSpace)) { return encoding }
        var tokenizer = HTMLTokenizer(start)
        while let token = tokenizer.next() {
            guard case .start(let tag) = token else { continue }
            if tag.name == "body" { return nil }
            guard tag.name == "meta" else { continue }
            if let charset = tag.attribute("charset") { return charset }
            guard let content = tag.attribute("content") else { continue }
            if let charset = value(after: "charset", in: Octets(content.utf8)) { return charset }
        }
        return nil
    }

    /// `<?xml version="1.0" encoding="koi8-r"?>`
    private static func xmlEncoding(_ octets: Octets) -> String? {
        guard octets.prefix(5).lowercasedString == "<?xml" else { return nil }
        return value(after: "encoding", in: octets.prefix(200).prefix { $0 != UInt8(ascii: ">") })
    }

    /// What stands behind the name and an equals sign, in quotes or up to a space or semicolon.
    private static func value(after name: String, in octets: Octets) -> String? {
        let name = Array(name.utf8)
        var rest = octets
        while rest.count > name.count {
            guard rest.prefix(name.count).map(\.lowercased) == name else {
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(name.count).drop(while: \.isWhiteSpace)
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop(while: \.isWhiteSpace)
            let isQuoted = rest.first == .quote || rest.first == UInt8(ascii: "'")
            if isQuoted { rest = rest.dropFirst() }
            let value = rest.prefix {
                $0 != .quote && $0 != UInt8(ascii: "'")
                    && (isQuoted || (!$0.isWhiteSpace && $0 != UInt8(ascii: ";")))
            }
            return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
        }
        return nil
    }
}
