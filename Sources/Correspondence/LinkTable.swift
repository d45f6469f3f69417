import Foundation

/// A table of example links as its octets stand, so that one column can be written and nothing else
/// changes: line ends, byte order mark, order and blanks stay as staff left them.
package struct LinkTable: Sendable {
    package struct Row: Hashable, Sendable {
        /// Counts from 1; the header is line 1.
        package var line: Int
        package var title: String
        package var address: String
        /// Without its line end.
        fileprivate var span: Range<Int>
    }

    package let file: String
    package private(set) var octets: [UInt8]
    package private(set) var rows: [Row] = []
    /// Where `verifie_le` stands among the columns.
    private let dateColumn: Int

    /// The names of the tables.
    package static let files = ExamplesTable.all.map(\.file)

    package init(file: String, octets: [UInt8]) throws(ExamplesError) {
        guard let text = String(validating: octets, as: UTF8.self), !text.isEmpty else {
            throw ExamplesError(file: file, line: 1, problem: .unreadable)
        }
        self.file = file
        self.octets = octets
        var lines = Self.lines(of: octets)
        let header = Self.cells(of: lines.removeFirst(), in: octets)
            .map { Self.text($0, in: octets) }
        func column(_ name: String) throws(ExamplesError) -> Int {
            guard let column = header.firstIndex(of: name) else {
                throw ExamplesError(file: file, line: 1, problem: .missingColumn(name))
            }
            return column
        }
        let (address, title) = (try column("adresse"), try column("titre"))
        dateColumn = try column("verifie_le")
        for (index, span) in lines.enumerated() {
            let cells = Self.cells(of: span, in: octets).map { Self.text($0, in: octets) }
            guard cells.contains(where: { !$0.isEmpty }) else { continue }
            rows.append(
                Row(
                    line: index + 2,
                    title: cells.indices.contains(title) ? cells[title] : "",
                    address: cells.indices.contains(address) ? cells[address] : "",
                    span: span
                )
            )
        }
    }

    /// The same table with a date in the rows that `isChecked` names, and how many of them had another.
    package func dated(_ date: String, where isChecked: (Row) -> Bool) -> (
        octets: [UInt8], count: Int
    ) {
        var written: [UInt8] = []
        var (copied, count) = (0, 0)
        for row in rows where isChecked(row) {
            let cells = Self.cells(of: row.span, in: octets)
            // Tolerated: spreadsheets leave out empty cells at the end of a line.
            let missing = max(0, dateColumn + 1 - cells.count)
            let place =
                missing > 0
                ? row.span.upperBound..<row.span.upperBound
                : Self.trimmed(cells[dateColumn], in: octets)
            let cell = [UInt8](repeating: UInt8(ascii: "\t"), count: missing) + Array(date.utf8)
            if octets[place].elementsEqual(cell) { continue }
            written += octets[copied..<place.lowerBound]
            written += cell
            copied = place.upperBound
            count += 1
        }
        return (written + octets[copied...], count)
    }

    // MARK: Octets

    /// Each line without its end, which is CRLF, LF or CR.
    private static func lines(of octets: [UInt8]) -> [Range<Int>] {
        let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        var lines: [Range<Int>] = []
        var start = octets.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var index = start
        while index < octets.count {
            let isPair =
                octets[index] == carriageReturn && index + 1 < octets.count
                && octets[index + 1] == lineFeed
            guard octets[index] == lineFeed || octets[index] == carriageReturn else {
                index += 1
                continue
            }
            lines.append(start..<index)
            index += isPair ? 2 : 1
            start = index
        }
        lines.append(start..<octets.count)
        return lines
    }

    private static func cells(of line: Range<Int>, in octets: [UInt8]) -> [Range<Int>] {
        octets[line].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            .map { $0.startIndex..<$0.endIndex }
    }

    /// Without the spaces at both ends.
    private static func trimmed(_ cell: Range<Int>, in octets: [UInt8]) -> Range<Int> {
        let space = UInt8(ascii: " ")
        guard let first = octets[cell].firstIndex(where: { $0 != space }),
            let last = octets[cell].lastIndex(where: { $0 != space })
        else { return cell.lowerBound..<cell.lowerBound }
        return first..<(last + 1)
    }

    private static func text(_ cell: Range<Int>, in octets: [UInt8]) -> String {
        String(decoding: octets[cell], as: UTF8.self).trimmingCharacters(in: .whitespaces)
    }
}
