import Foundation

/// A reference file that cannot be used, pointing at the line to mend.
package struct GazetteerError: Error, Equatable, CustomStringConvertible {
    package var file: String
    /// Counts from 1; `nil` when the file as a whole is at fault.
    package var line: Int?
    package var problem: String

    package var description: String {
        "\(file)\(line.map { ":\($0)" } ?? ""): \(problem)"
    }
}

/// A tab-separated file with one header line, kept as bytes; fields are found by column name.
struct Table: Sendable {
    let file: String
    private let bytes: [UInt8]
    /// Offsets of the fields of each wanted column, row after row: start and end alternate.
    private let bounds: [Int32]
    private let width: Int
    /// The line of each row in the file, for errors.
    private let lines: [Int32]

    var count: Int { lines.count }

    init(_ url: URL, columns: [String]) throws(GazetteerError) {
        file = url.path
        do {
            bytes = [UInt8](try Data(contentsOf: url))
        } catch {
            throw GazetteerError(
                file: file,
                line: nil,
                problem: "cannot be read: \(error.localizedDescription)"
            )
        }
        width = columns.count
        var reader = Reader(bytes: bytes, file: file)
        let slots = try Self.slots(of: columns, in: reader.header(), file: file)
        try reader.rows(slots: slots, width: columns.count)
        bounds = reader.bounds
        lines = reader.lines
        if lines.isEmpty { throw GazetteerError(file: file, line: nil, problem: "holds no rows") }
    }

    /// A table that need not be there; `nil` where it is not.
    init?(ifPresent url: URL, columns: [String]) throws(GazetteerError) {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        try self.init(url, columns: columns)
    }

    /// For each field of a row, which of the wanted columns it is.
    private static func slots(of columns: [String], in header: [String], file: String)
        throws(GazetteerError) -> [Int?]
    {
        var slots: [Int?] = Array(repeating: nil, count: header.count)
        for (slot, column) in columns.enumerated() {
            guard let position = header.firstIndex(of: column) else {
                throw GazetteerError(
                    file: file,
                    line: 1,
                    problem: "column \"\(column)\" is missing"
                )
            }
            slots[position] = slot
        }
        return slots
    }

    func field(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
        let at = (row * width + column) * 2
        return bytes[Int(bounds[at])..<Int(bounds[at + 1])]
    }

    func string(_ row: Int, _ column: Int) -> String {
        String(decoding: field(row, column), as: UTF8.self)
    }

    /// `nil` for an empty field.
    func optional(_ row: Int, _ column: Int) -> String? {
        let bytes = field(row, column)
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// An empty field counts as 0.
    func number(_ row: Int, _ column: Int) throws(GazetteerError) -> Int {
        var value = 0
        for byte in field(row, column) {
            guard (0x30...0x39).contains(byte), value < 1_000_000_000 else {
                throw error(row, "\"\(string(row, column))\" is not a number")
            }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    func error(_ row: Int, _ problem: String) -> GazetteerError {
        GazetteerError(file: file, line: Int(lines[row]), problem: problem)
    }
}

extension Table {
    private struct Reader {
        let bytes: [UInt8]
        let file: String
        var bounds: [Int32] = []
        var lines: [Int32] = []
        private var position = 0
        private var line = 1

        init(bytes: [UInt8], file: String) {
            self.bytes = bytes
            self.file = file
            // Tolerated: the byte order mark that spreadsheets put in front.
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        }

        mutating func header() -> [String] {
            let end = endOfLine()
            let names = bytes[position..<end.content].split(
                separator: 0x09,
                omittingEmptySubsequences: false
            )
            position = end.next
            return names.map { String(decoding: $0, as: UTF8.self) }
        }

        /// The content stops before CR or LF; the next line starts after LF.
        private func endOfLine() -> (content: Int, next: Int) {
            var end = position
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let content = end > position && bytes[end - 1] == 0x0D ? end - 1 : end
            return (content, min(end + 1, bytes.count))
        }

        mutating func rows(slots: [Int?], width: Int) throws(GazetteerError) {
            let expected = bytes.count / 40
            bounds.reserveCapacity(expected * width * 2)
            lines.reserveCapacity(expected)
            while position < bytes.count {
                line += 1
                let end = endOfLine()
                if end.content > position {
                    try row(until: end.content, slots: slots, width: width)
                }
                position = end.next
            }
        }

        private mutating func row(until end: Int, slots: [Int?], width: Int) throws(GazetteerError)
        {
            let base = bounds.count
            bounds.append(contentsOf: repeatElement(0, count: width * 2))
            var column = 0
            var start = position
            for index in position...end where index == end || bytes[index] == 0x09 {
                if column < slots.count, let slot = slots[column] {
                    bounds[base + slot * 2] = Int32(truncatingIfNeeded: start)
                    bounds[base + slot * 2 + 1] = Int32(truncatingIfNeeded: index)
                }
                column += 1
                start = index + 1
            }
            guard column == slots.count else {
                throw GazetteerError(
                    file: file,
                    line: line,
                    problem: "\(column) fields where the header has \(slots.count)"
                )
            }
            lines.append(Int32(truncatingIfNeeded: line))
        }
    }
}
