/// A start tag; its attributes are told apart once, and decoded only when asked for.
struct HTMLTag {
    /// Lower case.
    let name: String
    /// Whether it ends with "/>", which means something in XML alone.
    let isSelfClosing: Bool
    /// The rules in a `style` element.
    var rules: Octets = []
    private let attributes: [(name: Octets, value: Octets)]

    /// More attributes than these are not looked at.
    static let maximumAttributes = 40
    /// Longer values are cut: what an element is like stands at the start of its style.
    static let maximumValue = 16_384

    init(name: String, _ octets: Octets) {
        self.name = name
        isSelfClosing = octets.last == UInt8(ascii: "/")
        attributes = octets.isEmpty ? [] : Self.attributes(octets)
    }

    var hasAttributes: Bool { !attributes.isEmpty }

    /// The value of an attribute, which is named in lower case, its entities decoded.
    func attribute(_ wanted: StaticString) -> String? {
        // Of two attributes with one name the first counts (HTML Living Standard §13.2.5.33).
        guard let value = attributes.first(where: { Self.isName($0.name, wanted) })?.value else {
            return nil
        }
        return HTMLEntities.decode(value.prefixOfCharacters(Self.maximumValue), inAttribute: true)
    }

    private static func isName(_ octets: Octets, _ wanted: StaticString) -> Bool {
        guard octets.count == wanted.utf8CodeUnitCount else { return false }
        return wanted.withUTF8Buffer { octets.lazy.map(\.lowercased).elementsEqual($0) }
    }

    private static func attributes(_ octets: Octets) -> [(name: Octets, value: Octets)] {
        var found: [(name: Octets, value: Octets)] = []
        var index = octets.startIndex
        while index < octets.endIndex, found.count < maximumAttributes {
            if octets[index].isWhiteSpace || octets[index] == UInt8(ascii: "/") {
                index += 1
                continue
            }
            let name = octets[index...].prefix { isName($0) }
            index = max(name.endIndex, index + 1)
            skipSpace(octets, &index)
            var value: Octets = []
            if index < octets.endIndex, octets[index] == UInt8(ascii: "=") {
                index += 1
                skipSpace(octets, &index)
                value = takeValue(octets, &index)
            }
            if !name.isEmpty { found.append((name, value)) }
        }
        return found
    }

    private static func isName(_ octet: UInt8) -> Bool {
        !octet.isWhiteSpace && octet != UInt8(ascii: "=") && octet != UInt8(ascii: "/")
    }

    private static func skipSpace(_ octets: Octets, _ index: inout Int) {
        while index < octets.endIndex, octets[index].isWhiteSpace { index += 1 }
    }

    private static func takeValue(_ octets: Octets, _ index: inout Int) -> Octets {
        guard index < octets.endIndex else { return [] }
        let quote = octets[index]
        if quote == .quote || quote == UInt8(ascii: "'") {
            let start = index + 1
            let end = octets.firstIndex(of: quote, from: start) ?? octets.endIndex
            index = min(end + 1, octets.endIndex)
            return octets[start..<end]
        }
        let value = octets[index...].prefix { !$0.isWhiteSpace }
        index = value.endIndex
        return value
    }
}
