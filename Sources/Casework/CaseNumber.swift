/// The name people use for a case, as in `2026-00042`; a standby's own series reads `2026-B00042`.
package struct CaseNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    package var year: Int
    /// A capital letter, or `nil` for the main series.
    package var series: Character?
    /// Counts from 1 within year and series.
    package var sequence: Int

    package init(year: Int, series: Character? = nil, sequence: Int) {
        self.year = year
        self.series = series
        self.sequence = sequence
    }

    /// Reads `YYYY-[A-Z]?NNNNN`; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]) else {
            return nil
        }
        var digits = parts[1]
        var series: Character?
        if let first = digits.first, ("A"..."Z").contains(first) {
            series = first
            digits = digits.dropFirst()
        }
        guard digits.utf8.count >= 5, digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let sequence = Int(digits), sequence > 0
        else { return nil }
        self.init(year: year, series: series, sequence: sequence)
    }

    /// The case of a mail by the mail's name in the journal, as in `2026-00042.3`.
    package init?(mailID: String) {
        self.init(mailID.prefix { $0 != "." })
    }

    package var description: String {
        let digits = String(sequence)
        let padding = String(repeating: "0", count: max(0, 5 - digits.utf8.count))
        return "\(year)-\(series.map(String.init) ?? "")\(padding)\(digits)"
    }

    package static func < (left: CaseNumber, right: CaseNumber) -> Bool {
        (left.year, String(left.series ?? " "), left.sequence)
            < (right.year, String(right.series ?? " "), right.sequence)
    }

    /// The case numbers that a text names, in order, each once.
    package static func named(in text: String) -> [CaseNumber] {
        var found: [CaseNumber] = []
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
        for word in words {
            if let number = CaseNumber(word), !found.contains(number) { found.append(number) }
        }
        return found
    }
}
