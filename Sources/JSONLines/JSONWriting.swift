extension JSONValue {
    /// Compact JSON text: no spaces, no line break, members in their order.
    package var serialized: String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the compact JSON text in UTF-8.
    ///
    /// Only what must be is escaped: quotation mark, reverse solidus and control characters
    /// (RFC 8259 §7). Numbers are the shortest that read back as the same `Double`.
    package func write(into bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let value): write(number: value, into: &bytes)
        case .string(let value): JSONValue.write(string: value, into: &bytes)
        case .array(let elements):
            var separator = UInt8(ascii: "[")
            for element in elements {
                bytes.append(separator)
                element.write(into: &bytes)
                separator = UInt8(ascii: ",")
            }
            if elements.isEmpty { bytes.append(separator) }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object): object.write(into: &bytes)
        }
    }

    /// Appends a string with its quotation marks.
    package static func write(string: String, into bytes: inout [UInt8]) {
        var string = string
        bytes.append(UInt8(ascii: "\""))
        string.withUTF8 { text in
            var start = 0
            while true {
                let run = octetsBeforeSpecial(UnsafeRawBufferPointer(text), from: start)
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<run]))
                guard run < text.count else { return }
                escape(text[run], into: &bytes)
                start = run + 1
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escape(_ octet: UInt8, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch octet {
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(octet)
        default:
            let digit = octet & 15
            bytes.append(contentsOf: octet < 16 ? "u000".utf8 : "u001".utf8)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }

    private func write(number: Double, into bytes: inout [UInt8]) {
        guard number.isFinite else { return bytes.append(contentsOf: "null".utf8) }
        let text = number.description
        bytes.append(contentsOf: text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8)
    }
}

extension JSONObject {
    package var serialized: String { JSONValue.object(self).serialized }

    package func write(into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        writeMembers(into: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    /// Appends `"name":value` for each member, with commas between but without the braces.
    package func writeMembers(into bytes: inout [UInt8]) {
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONValue.write(string: member.key, into: &bytes)
            bytes.append(UInt8(ascii: ":"))
            member.value.write(into: &bytes)
        }
    }
}
