/// Why a text is not JSON, and where.
package struct JSONError: Error, Hashable, CustomStringConvertible {
    /// How many octets precede the one that cannot stand there.
    package var offset: Int
    package var problem: Problem

    package init(offset: Int, problem: Problem) {
        self.offset = offset
        self.problem = problem
    }

    package enum Problem: Hashable, Sendable {
        case endOfText
        case unexpectedOctet
        case textAfterValue
        case badLiteral
        case badNumber
        /// Finite in JSON, but beyond what a `Double` holds.
        case numberOutOfRange
        case badEscape
        case controlCharacter
        case badUTF8
        case tooDeep
        case notAnObject
    }

    package var description: String {
        let finding =
            switch problem {
            case .endOfText: "the text ends too early"
            case .unexpectedOctet: "unexpected character"
            case .textAfterValue: "text after the value"
            case .badLiteral: "neither true, false nor null"
            case .badNumber: "not a number as JSON writes it"
            case .numberOutOfRange: "number out of range"
            case .badEscape: "unknown escape in a string"
            case .controlCharacter: "control character in a string"
            case .badUTF8: "not UTF-8"
            case .tooDeep: "nested too deep"
            case .notAnObject: "not an object"
            }
        return "\(finding) at octet \(offset)"
    }
}
