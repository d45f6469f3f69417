import Foundation
import Hashing
import JSONLines

/// One line of the journal that has been checked but whose body has not been parsed.
///
/// A line is one JSON object without spaces, in UTF-8, closed by one line feed:
///
///     {"v":1,"seq":1234,"at":"2026-11-24T09:12:00.123Z","type":"…","case":"2026-00042",
///      "group":1230,…,"end":true,"crc":"0a1b2c3d"}
///
/// - `v` is 1; `seq` counts from 1 through all files in the order of their names.
/// - `at` is UTC in milliseconds; `case` is absent where an event belongs to none.
/// - `group` is the `seq` of the first line of its group; only the last line of a group has `end`.
/// - `crc` is the CRC-32C (Castagnoli; RFC 3720 §12.1) of every octet of the line that precedes the
///   last `,"crc":`, beginning with `{`, as eight lower-case hexadecimal digits.
///
/// To verify a file without this program, in Python:
///
///     import sys
///     def crc32c(octets):
///         crc = 0xFFFFFFFF
///         for octet in octets:
///             crc ^= octet
///             for _ in range(8): crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
///         return crc ^ 0xFFFFFFFF
///     for number, line in enumerate(open(sys.argv[1], "rb"), 1):
///         covered, _, rest = line.rpartition(b',"crc":')
///         if rest != b'"%08x"}\n' % crc32c(covered): print(number, "is damaged")
package struct RawLine {
    package let heading: Heading
    /// The whole line without its line feed; valid only during the call it was handed to.
    package let bytes: UnsafeRawBufferPointer
    /// Where the members after `group` stand, without `end` and `crc`.
    private let bodyRange: Range<Int>

    /// What follows the octets that `crc` covers: `,"crc":"0a1b2c3d"}`.
    private static let closingCount = 18

    /// Why a line is not one that we wrote.
    enum Defect: Error, Hashable {
        /// Changed or cut since it was written.
        case checksum
        /// Whole, but not as this program writes lines.
        case form(String)

        var finding: String {
            switch self {
            case .checksum: "the line is damaged (its crc does not match)"
            case .form(let finding): finding
            }
        }
    }

    init(_ bytes: UnsafeRawBufferPointer) throws(Defect) {
        self.bytes = bytes
        guard RawLine.isIntact(bytes) else { throw .checksum }
        let covered = 0..<(bytes.count - RawLine.closingCount)
        let ending: StaticString = ",\"end\":true"
        let bodyEnd = covered.upperBound - ending.utf8CodeUnitCount
        let isEnd = bodyEnd >= 0 && bytes[bodyEnd..<covered.upperBound].isSame(as: ending)
        guard let (heading, bodyStart) = RawLine.heading(of: bytes, isEnd: isEnd) else {
            throw .form("the line does not begin as a line of the journal does")
        }
        self.heading = heading
        bodyRange = bodyStart..<max(bodyStart, isEnd ? bodyEnd : covered.upperBound)
    }

    /// The members after `group`, parsed.
    package func body() throws(JSONError) -> JSONObject {
        // A comma stands before the first of them.
        let members = bytes[bodyRange].dropFirst()
        return try JSONReader.members(of: UnsafeRawBufferPointer(rebasing: members))
    }

    /// One member of the body, parsed; the others are only passed over.
    package func value(of key: String) throws(JSONError) -> JSONValue? {
        var cursor = try MemberCursor(bytes)
        while let member = try cursor.next(), member.value.upperBound <= bodyRange.upperBound {
            guard member.name.lowerBound > bodyRange.lowerBound, cursor.isName(of: member, key)
            else { continue }
            return try cursor.value(of: member)
        }
        return nil
    }

    package func line() throws(JSONError) -> Line {
        Line(heading: heading, body: try body())
    }
}

// How a line is checked and begun.
extension RawLine {
    static func isIntact(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let count = bytes.count - closingCount
        guard count > 0, bytes[count..<(count + 8)].isSame(as: ",\"crc\":\""),
            bytes[(bytes.count - 2)...].isSame(as: "\"}")
        else { return false }
        let sum = CRC32C.checksum(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        return (0..<8).allSatisfy { bytes[count + 8 + $0] == digit($0, of: sum) }
    }

    /// Appends `,"crc":"0a1b2c3d"}` for the octets it covers.
    static func writeClosing(for covered: UnsafeRawBufferPointer, into bytes: inout [UInt8]) {
        let sum = CRC32C.checksum(covered)
        bytes.append(contentsOf: ",\"crc\":\"".utf8)
        for index in 0..<8 { bytes.append(digit(index, of: sum)) }
        bytes.append(contentsOf: "\"}".utf8)
    }

    /// One of the eight hexadecimal digits, the highest first.
    private static func digit(_ index: Int, of sum: UInt32) -> UInt8 {
        let value = UInt8((sum >> UInt32(28 - 4 * index)) & 15)
        return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// Appends a line with its line feed; the heading's time is written in whole milliseconds.
    static func write(_ heading: Heading, _ body: JSONObject, into bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: "{\"v\":1,\"seq\":".utf8)
        bytes.append(contentsOf: String(heading.seq).utf8)
        bytes.append(contentsOf: ",\"at\":\"".utf8)
        Instant(heading.at).write(into: &bytes)
        bytes.append(contentsOf: "\",\"type\":".utf8)
        JSONValue.write(string: heading.type, into: &bytes)
        if let caseNumber = heading.caseNumber {
            bytes.append(contentsOf: ",\"case\":".utf8)
            JSONValue.write(string: caseNumber, into: &bytes)
        }
        bytes.append(contentsOf: ",\"group\":".utf8)
        bytes.append(contentsOf: String(heading.group).utf8)
        if !body.isEmpty {
            bytes.append(UInt8(ascii: ","))
            body.writeMembers(into: &bytes)
        }
        if heading.isEnd { bytes.append(contentsOf: ",\"end\":true".utf8) }
        var closing: [UInt8] = []
        bytes.withUnsafeBytes { all in
            writeClosing(for: UnsafeRawBufferPointer(rebasing: all[start...]), into: &closing)
        }
        bytes.append(contentsOf: closing)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The leading members, and where the last of them ends; `nil` when they are not as written.
    private static func heading(
        of bytes: UnsafeRawBufferPointer,
        isEnd: Bool
    ) -> (Heading, bodyStart: Int)? {
        guard var cursor = try? MemberCursor(bytes) else { return nil }
        var member: MemberCursor.Member?
        func next(_ name: StaticString) -> Slice<UnsafeRawBufferPointer>? {
            if member == nil { member = try? cursor.next() }
            guard let found = member, bytes[found.name].isSame(as: name) else { return nil }
            member = nil
            return bytes[found.value]
        }
        guard next("v")?.isSame(as: "1") == true,
            let seq = next("seq")?.positiveInteger,
            let at = next("at"), let instant = at.quoted.flatMap({ Instant(text: $0) }),
            let type = next("type")?.string
        else { return nil }
        let caseText = next("case")
        let caseNumber = caseText?.string
        guard (caseText == nil) == (caseNumber == nil),
            let groupText = next("group"), let group = groupText.positiveInteger, group <= seq
        else { return nil }
        let heading = Heading(
            seq: seq,
            at: instant.date,
            type: type,
            caseNumber: caseNumber,
            group: group,
            isEnd: isEnd
        )
        return (heading, groupText.endIndex)
    }
}

extension Slice<UnsafeRawBufferPointer> {
    fileprivate func isSame(as text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: count))
    }

    fileprivate var positiveInteger: Int? {
        guard 1...18 ~= count else { return nil }
        var value = 0
        for octet in self {
            guard octet &- UInt8(ascii: "0") < 10 else { return nil }
            value = value * 10 + Int(octet - UInt8(ascii: "0"))
        }
        return value > 0 ? value : nil
    }

    fileprivate var string: String? {
        if let quoted { return String(decoding: quoted, as: UTF8.self) }
        return (try? JSONReader.value(of: self))?.stringValue
    }

    /// What stands between quotation marks, where nothing is escaped.
    fileprivate var quoted: UnsafeRawBufferPointer? {
        guard count >= 2, first == UInt8(ascii: "\""), last == UInt8(ascii: "\"") else {
            return nil
        }
        let inner = UnsafeRawBufferPointer(rebasing: dropFirst().dropLast())
        return inner.contains(UInt8(ascii: "\\")) ? nil : inner
    }
}
