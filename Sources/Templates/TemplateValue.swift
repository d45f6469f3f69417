import Foundation

/// What a template is filled with: the values JSON can express.
package indirect enum TemplateValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([TemplateValue])
    case object([String: TemplateValue])

    /// What a tag of this value prints: nothing for null, lists and objects.
    package var printed: String {
        switch self {
        case .null, .list, .object: ""
        case .bool(let flag): flag ? "true" : "false"
        case .number(let number): Self.printed(number)
        case .text(let text): text
        }
    }

    /// Whether a section of this value is rendered.
    ///
    /// False, null, an empty list, an empty text and zero are not; the specification leaves the
    /// last two open, and "there is nothing to say" is what an empty text means in our letters.
    package var isTruthy: Bool {
        switch self {
        case .null: false
        case .bool(let flag): flag
        case .number(let number): number != 0
        case .text(let text): !text.isEmpty
        case .list(let items): !items.isEmpty
        case .object: true
        }
    }

    /// The value of a key; `nil` where this is no object or has no such key.
    package subscript(key: String) -> TemplateValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The shortest notation that reads back as the same number, without a useless ".0".
    private static func printed(_ number: Double) -> String {
        let isExactInteger = number.rounded() == number && abs(number) < 9_007_199_254_740_992
        return isExactInteger ? String(Int64(number)) : String(number)
    }
}

extension TemplateValue: Decodable {
    /// Reads one JSON text (RFC 8259), of any kind at its top.
    package init(json data: Data) throws {
        self = try JSONDecoder().decode(TemplateValue.self, from: data)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .bool(flag)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Double.self) {
            self = Self.exact(number, in: container)
        } else if let items = try? container.decode([TemplateValue].self) {
            self = .list(items)
        } else {
            self = .object(try container.decode([String: TemplateValue].self))
        }
    }

    /// An integer too long for a double keeps its digits, as a text.
    private static func exact(
        _ number: Double,
        in container: any SingleValueDecodingContainer
    ) -> TemplateValue {
        guard abs(number) >= 9_007_199_254_740_992 else { return .number(number) }
        if let signed = try? container.decode(Int64.self) { return .text(String(signed)) }
        if let unsigned = try? container.decode(UInt64.self) { return .text(String(unsigned)) }
        return .number(number)
    }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int) { self = .number(Double(value)) }
    package init(floatLiteral value: Double) { self = .number(value) }
    package init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
    package init(nilLiteral: ()) { self = .null }

    package init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}
