/// Finds where a response ends: at the first line break that no literal follows (RFC 9051 §4.3).
///
/// It remembers how far it has looked, so that a literal of many megabytes is passed over once.
struct IMAPFramer {
    /// Bytes of the current response that need no second look.
    private var scanned = 0
    /// Where the line begins that is looked at: never inside a literal.
    private var lineStart = 0

    enum Frame: Hashable {
        case incomplete
        /// Lengths without and with the line break.
        case response(length: Int, total: Int)
    }

    mutating func next(in inbox: ByteBuffer) -> Frame {
        while true {
            guard let end = inbox.firstLineFeed(from: scanned) else {
                // A literal reaches beyond what has come, or a line is not complete.
                scanned = max(scanned, inbox.count)
                return .incomplete
            }
            let length = end > 0 && inbox[end - 1] == 13 ? end - 1 : end
            guard let literal = literalLength(before: length, in: inbox) else {
                scanned = 0
                lineStart = 0
                return .response(length: length, total: end + 1)
            }
            scanned = end + 1 + literal
            lineStart = scanned
        }
    }

    /// The number in `{123}` at the end of a line; `nil` when none stands there.
    private func literalLength(before end: Int, in inbox: ByteBuffer) -> Int? {
        guard end - lineStart > 2, inbox[end - 1] == UInt8(ascii: "}"), !Self.isFreeText(inbox)
        else { return nil }
        var position = end - 2
        if inbox[position] == UInt8(ascii: "+") { position -= 1 }
        var length = 0
        var scale = 1
        while position >= lineStart, UInt8(ascii: "0")...UInt8(ascii: "9") ~= inbox[position] {
            guard scale <= 1_000_000_000 else { return nil }
            length += Int(inbox[position] - UInt8(ascii: "0")) * scale
            scale *= 10
            position -= 1
        }
        guard position >= lineStart, scale > 1, inbox[position] == UInt8(ascii: "{") else {
            return nil
        }
        return length
    }

    /// Whether the response ends in text for people, where `{5}` means nothing.
    private static func isFreeText(_ inbox: ByteBuffer) -> Bool {
        let start = String(decoding: inbox.slice(0..<min(inbox.count, 12)), as: UTF8.self)
        let words = start.uppercased().split(separator: " ", omittingEmptySubsequences: false)
        guard words.count > 1, words[0] == "*" else { return true }
        return IMAPResponse.Condition(rawValue: words[1].lowercased()) != nil
    }
}
