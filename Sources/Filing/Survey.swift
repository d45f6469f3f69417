import Foundation

/// What the file of a month holds, found by reading all of it.
struct Survey: Sendable {
    let size: Int
    /// Where the last complete group ends: all before it is intact.
    private(set) var intactEnd = 0
    /// Where the last line of that group begins.
    private(set) var lastLineStart = 0
    private(set) var lastSequence: Int?

    private var order = LineOrder(lastSequence: nil)
    private var brokenLine: Int?

    var isWhole: Bool { intactEnd == size }

    /// Reads a file, and refuses damage that no interrupted write can have left.
    ///
    /// An interrupted write leaves an incomplete group, a line without its line feed, or zeros where
    /// octets had not reached the disk, and nothing intact behind them. Anything else once was
    /// whole: to cut it off would be to lose it, so that is for a person to decide.
    init(_ file: any JournalFile, path: String) throws(JournalError) {
        size = try journalErrors(path) { () throws(FileFault) in try file.size() }
        let scanner = LineScanner(file, end: size)
        while true {
            let start = scanner.offset
            let bytes = try journalErrors(path) { () throws(FileFault) in try scanner.next() }
            guard let bytes else { return }
            do throws(RawLine.Defect) {
                try take(bytes, start..<scanner.offset, line: scanner.lineNumber)
            } catch {
                let line = brokenLine ?? scanner.lineNumber
                throw JournalError(
                    path: path,
                    problem: .damaged(line: line, finding: error.finding)
                )
            }
        }
    }

    private mutating func take(
        _ bytes: UnsafeRawBufferPointer,
        _ range: Range<Int>,
        line: Int
    ) throws(RawLine.Defect) {
        guard brokenLine == nil else {
            if RawLine.isIntact(bytes) { throw .checksum }
            return
        }
        let heading: Heading
        do throws(RawLine.Defect) {
            heading = try RawLine(bytes).heading
        } catch {
            guard error == .checksum, Survey.hasHole(bytes) else { throw error }
            brokenLine = line
            return
        }
        try order.accept(heading)
        guard heading.isEnd else { return }
        intactEnd = range.upperBound
        lastLineStart = range.lowerBound
        lastSequence = heading.seq
    }

    /// Whether a run of zeros shows that a part never reached the disk; no line we write has one.
    private static func hasHole(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var run = 0
        for octet in bytes {
            run = octet == 0 ? run + 1 : 0
            if run == 16 { return true }
        }
        return false
    }
}

/// Cuts off what an interrupted write left at the end of the newest file.
struct Mending: Sendable {
    let layout: StoreLayout
    let disk: any JournalDisk
    let at: Date

    /// Returns what was done, for the log, after the octets cut off are safe in a file beside.
    func cut(_ file: any JournalFile, of month: Month, to survey: Survey) throws(JournalError)
        -> String
    {
        let path = layout.file(of: month)
        let keep = try freeName(for: month)
        let loose = survey.intactEnd..<survey.size
        try journalErrors(layout.journal + "/" + keep) { () throws(FileFault) in
            try copy(loose, of: file, to: layout.journal + "/" + keep)
            try disk.synchronizeDirectory(layout.journal)
        }
        try journalErrors(path) { () throws(FileFault) in
            try file.truncate(to: survey.intactEnd)
            try file.synchronize()
        }
        return "\(path): an interrupted write was cut off (\(loose.count) octets after seq "
            + "\(survey.lastSequence ?? 0)) and kept in \(keep)"
    }

    /// As in `2026-11.jsonl.torn-20261124T091200Z`, numbered when there is one already.
    private func freeName(for month: Month) throws(JournalError) -> String {
        let names = try journalErrors(layout.journal) { () throws(FileFault) in
            Set(try disk.names(in: layout.journal))
        }
        let time = Instant(at).text.prefix(19).filter { $0 != "-" && $0 != ":" }
        let name = "\(month.fileName).torn-\(time)Z"
        var candidate = name
        var number = 2
        while names.contains(candidate) {
            candidate = "\(name)-\(number)"
            number += 1
        }
        return candidate
    }

    private func copy(
        _ range: Range<Int>,
        of file: any JournalFile,
        to path: String
    ) throws(FileFault) {
        let target = try disk.open(path, .replacing)
        defer { target.close() }
        var start = range.lowerBound
        while start < range.upperBound {
            let piece = try file.octets(start..<min(start + 1 << 20, range.upperBound))
            guard !piece.isEmpty else { break }
            try target.writeAll(piece, at: start - range.lowerBound)
            start += piece.count
        }
        try target.synchronize()
    }
}
