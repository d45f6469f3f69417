/// Responses on their way to the client, in the syntax of RFC 3501 §9.
struct IMAPOutput {
    private(set) var bytes: [UInt8] = []

    mutating func line(_ text: String) {
        bytes += text.utf8
        bytes += [13, 10]
    }

    mutating func text(_ text: String) { bytes += text.utf8 }

    mutating func literal(_ octets: some Collection<UInt8>) {
        text("{\(octets.count)}\r\n")
        bytes += octets
    }

    /// As a quoted string where that can hold it, else as a literal.
    mutating func string(_ value: String) {
        if let quoted = Self.quoted(value) { text(quoted) } else { literal(Array(value.utf8)) }
    }

    mutating func nstring(_ value: String?) {
        if let value { string(value) } else { text("NIL") }
    }

    mutating func removeAll() { bytes.removeAll() }

    /// `nil` where quotes cannot hold it.
    static func quoted(_ value: String) -> String? {
        guard value.utf8.allSatisfy({ (32...126).contains($0) }), value.utf8.count < 1_000 else {
            return nil
        }
        let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped)\""
    }
}
