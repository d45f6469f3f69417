/// A JSON object whose members keep the order they were written in (RFC 8259 §4).
///
/// Two objects are equal when their members are, in the same order. A name that stands twice is kept
/// twice; looking it up gives the last, as most readers do.
package struct JSONObject: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package var key: String
        package var value: JSONValue

        package init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    package var members: [Member]

    package init(members: [Member] = []) {
        self.members = members
    }

    package init(_ members: some Sequence<(String, JSONValue)>) {
        self.members = members.map { Member(key: $0.0, value: $0.1) }
    }

    package var count: Int { members.count }
    package var isEmpty: Bool { members.isEmpty }
    package var keys: [String] { members.map(\.key) }

    /// Setting replaces the value where it stands or appends it; `nil` removes every such member.
    package subscript(key: String) -> JSONValue? {
        get { members.last { $0.key == key }?.value }
        set {
            guard let newValue else { return members.removeAll { $0.key == key } }
            if let index = members.lastIndex(where: { $0.key == key }) {
                members[index].value = newValue
            } else {
                append(key, newValue)
            }
        }
    }

    /// Adds a member at the end, without looking whether the name is there already.
    package mutating func append(_ key: String, _ value: JSONValue) {
        members.append(Member(key: key, value: value))
    }

    package func bool(_ key: String) -> Bool? { self[key]?.boolValue }
    package func integer(_ key: String) -> Int? { self[key]?.integerValue }
    package func number(_ key: String) -> Double? { self[key]?.numberValue }
    package func string(_ key: String) -> String? { self[key]?.stringValue }
    package func array(_ key: String) -> [JSONValue]? { self[key]?.arrayValue }
    package func object(_ key: String) -> JSONObject? { self[key]?.objectValue }

    /// The strings of an array, `nil` when the member is not an array of strings only.
    package func strings(_ key: String) -> [String]? {
        guard let elements = array(key) else { return nil }
        let strings = elements.compactMap(\.stringValue)
        return strings.count == elements.count ? strings : nil
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}
