/// Reads JSON text, strictly as RFC 8259 has it: one value in UTF-8, nothing else around it.
///
/// A surrogate that stands alone (`"\ud800"`) becomes U+FFFD, since no string can hold it. Of a name
/// that stands twice both members are kept (see ``JSONObject``).
package enum JSONReader {
    /// Arrays and objects within each other; the default is far beyond what anyone writes.
    package static let depthLimit = 128

    package static func value(
        of bytes: some Collection<UInt8>,
        depthLimit: Int = depthLimit
    ) throws(JSONError) -> JSONValue {
        let read: Result<JSONValue, JSONError>? = bytes.withContiguousStorageIfAvailable { buffer in
            result(of: UnsafeRawBufferPointer(buffer), depthLimit: depthLimit)
        }
        if let read { return try read.get() }
        return try Array(bytes).withUnsafeBytes { result(of: $0, depthLimit: depthLimit) }.get()
    }

    package static func value(of text: String) throws(JSONError) -> JSONValue {
        try value(of: text.utf8)
    }

    package static func value(
        of bytes: UnsafeRawBufferPointer,
        depthLimit: Int = depthLimit
    ) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes: bytes, depthLimit: depthLimit)
        return try parser.wholeText()
    }

    /// As ``value(of:depthLimit:)``, where the text must be an object.
    package static func object(of bytes: some Collection<UInt8>) throws(JSONError) -> JSONObject {
        guard case .object(let object) = try value(of: bytes) else {
            throw JSONError(offset: 0, problem: .notAnObject)
        }
        return object
    }

    /// The members of an object whose braces were left away: `"name":value,"name":value`, or nothing.
    package static func members(
        of bytes: UnsafeRawBufferPointer
    ) throws(JSONError) -> JSONObject {
        var parser = JSONParser(bytes: bytes)
        return try parser.members()
    }

    private static func result(
        of bytes: UnsafeRawBufferPointer,
        depthLimit: Int
    ) -> Result<JSONValue, JSONError> {
        do throws(JSONError) {
            return .success(try value(of: bytes, depthLimit: depthLimit))
        } catch {
            return .failure(error)
        }
    }
}

/// A recursive descent over octets; it must not outlive them.
struct JSONParser {
    let bytes: UnsafeRawBufferPointer
    var position = 0
    private var depthLeft: Int

    init(bytes: UnsafeRawBufferPointer, depthLimit: Int = JSONReader.depthLimit) {
        self.bytes = bytes
        depthLeft = depthLimit
    }

    mutating func wholeText() throws(JSONError) -> JSONValue {
        skipSpace()
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw error(.textAfterValue) }
        return value
    }

    /// The value that starts here, with no space before it.
    mutating func value() throws(JSONError) -> JSONValue {
        guard position < bytes.count else { throw error(.endOfText) }
        switch bytes[position] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "t"):
            try literal("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try literal("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try literal("null")
            return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw error(.unexpectedOctet)
        }
    }

    mutating func members() throws(JSONError) -> JSONObject {
        var object = JSONObject()
        skipSpace()
        while position < bytes.count {
            if !object.isEmpty {
                try expect(UInt8(ascii: ","))
                skipSpace()
            }
            object.append(try string(), try valueOfMember())
            skipSpace()
        }
        return object
    }

    private mutating func object() throws(JSONError) -> JSONObject {
        try descend()
        var object = JSONObject()
        skipSpace()
        if take(UInt8(ascii: "}")) { return ascend(object) }
        while true {
            object.append(try string(), try valueOfMember())
            skipSpace()
            if take(UInt8(ascii: "}")) { return ascend(object) }
            try expect(UInt8(ascii: ","))
            skipSpace()
        }
    }

    private mutating func valueOfMember() throws(JSONError) -> JSONValue {
        skipSpace()
        try expect(UInt8(ascii: ":"))
        skipSpace()
        return try value()
    }

    private mutating func array() throws(JSONError) -> [JSONValue] {
        try descend()
        var elements: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return ascend(elements) }
        while true {
            elements.append(try value())
            skipSpace()
            if take(UInt8(ascii: "]")) { return ascend(elements) }
            try expect(UInt8(ascii: ","))
            skipSpace()
        }
    }

    private mutating func descend() throws(JSONError) {
        guard depthLeft > 0 else { throw error(.tooDeep) }
        depthLeft -= 1
        position += 1
    }

    private mutating func ascend<Value>(_ value: Value) -> Value {
        depthLeft += 1
        return value
    }

    private mutating func literal(_ word: StaticString) throws(JSONError) {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count else { throw error(.badLiteral) }
        for (index, octet) in UnsafeBufferPointer(
            start: word.utf8Start,
            count: word.utf8CodeUnitCount
        ).enumerated() where bytes[position + index] != octet { throw error(.badLiteral) }
        position = end
    }
}

// What the values are made of.
extension JSONParser {
    func error(_ problem: JSONError.Problem) -> JSONError {
        JSONError(offset: position, problem: problem)
    }

    @inline(__always)
    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0a, 0x0d: position &+= 1
            default: return
            }
        }
    }

    @inline(__always)
    mutating func take(_ octet: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == octet else { return false }
        position &+= 1
        return true
    }

    mutating func expect(_ octet: UInt8) throws(JSONError) {
        guard !take(octet) else { return }
        throw error(position < bytes.count ? .unexpectedOctet : .endOfText)
    }

    /// A number, exactly as RFC 8259 §6 writes it.
    private mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        let isNegative = take(UInt8(ascii: "-"))
        let firstDigit = position
        try digits()
        if bytes[firstDigit] == UInt8(ascii: "0"), position > firstDigit + 1 {
            position = firstDigit + 1
            throw error(.badNumber)
        }
        var isInteger = true
        if take(UInt8(ascii: ".")) {
            isInteger = false
            try digits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isInteger = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        if isInteger, let integer = integer(firstDigit..<position, isNegative: isNegative) {
            return .integer(integer)
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let number = Double(text), number.isFinite else {
            throw JSONError(offset: start, problem: .numberOutOfRange)
        }
        return .number(number)
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position &+= 1 }
        guard position > start else {
            throw error(position < bytes.count ? .badNumber : .endOfText)
        }
    }

    /// `nil` when it does not fit, and for minus zero, which only a `Double` can hold.
    private func integer(_ digits: Range<Int>, isNegative: Bool) -> Int? {
        var value = 0
        for octet in bytes[digits] {
            let digit = Int(octet &- UInt8(ascii: "0"))
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, carry) = tenfold.addingReportingOverflow(isNegative ? -digit : digit)
            guard !overflow, !carry else { return nil }
            value = next
        }
        return isNegative && value == 0 ? nil : value
    }
}
