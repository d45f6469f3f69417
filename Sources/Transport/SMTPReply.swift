/// What the server answered to one command (RFC 5321 §4.2), its lines joined.
package struct SMTPReply: Hashable, Sendable, CustomStringConvertible {
    package var code: Int
    /// As in `5.1.1` (RFC 3463, RFC 2034); `nil` when the server gave none.
    package var enhancedStatus: String?
    package var text: String

    package init(code: Int, enhancedStatus: String? = nil, text: String) {
        self.code = code
        self.enhancedStatus = enhancedStatus
        self.text = text
    }

    /// 2yz.
    package var isPositive: Bool { code / 100 == 2 }
    /// 5yz: the same will fail again.
    package var isPermanentFailure: Bool { code / 100 == 5 }

    package var description: String {
        ["\(code)", enhancedStatus, text].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// Reads a reply of one line; `nil` when it is none.
    init?(line: String) {
        guard let line = Line(Array(line.utf8)[...]) else { return nil }
        self.init(lines: [line])
    }

    /// One line of a reply: `250-SIZE 1000` or `250 2.1.0 Ok`.
    struct Line: Hashable {
        var code: Int
        var isLast: Bool
        var text: String

        /// Without the line break; `nil` when it is no line of a reply.
        init?(_ bytes: ArraySlice<UInt8>) {
            let digits = bytes.prefix(3)
            guard digits.count == 3,
                digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
            else { return nil }
            code = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            guard 200..<600 ~= code else { return nil }
            let rest = bytes.dropFirst(3)
            switch rest.first {
            case nil, UInt8(ascii: " "): isLast = true
            case UInt8(ascii: "-"): isLast = false
            default: return nil
            }
            text = String(decoding: rest.dropFirst(), as: UTF8.self)
        }
    }

    /// Joins the lines of one reply; the enhanced status code stands on each (RFC 2034 §4).
    init(lines: [Line]) {
        code = lines.last?.code ?? 0
        var texts: [String] = []
        for line in lines {
            let (status, rest) = Self.splitStatus(line.text)
            if enhancedStatus == nil { enhancedStatus = status }
            texts.append(rest)
        }
        text = texts.joined(separator: " ")
    }

    private static func splitStatus(_ text: String) -> (status: String?, rest: String) {
        let word = text.prefix { $0 != " " }
        let numbers = word.split(separator: ".", omittingEmptySubsequences: false)
        let isStatus =
            numbers.count == 3 && ["2", "4", "5"].contains(numbers[0])
            && numbers.allSatisfy { part in
                (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { 48...57 ~= $0 }
            }
        guard isStatus else { return (nil, text) }
        return (String(word), String(text.dropFirst(word.count + 1)))
    }
}
