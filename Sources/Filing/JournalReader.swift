import Foundation
import JSONLines

/// Reads a journal from its oldest line to its newest, checking every one.
///
/// It takes no lock, so it may read beside the process that writes: a group that is just being
/// written is left out.
package struct JournalReader: Sendable {
    private let layout: StoreLayout
    private let disk: any JournalDisk

    package init(store: URL) {
        self.init(layout: StoreLayout(store: store), disk: SystemDisk())
    }

    init(layout: StoreLayout, disk: any JournalDisk) {
        self.layout = layout
        self.disk = disk
    }

    /// Hands over each line whole.
    ///
    /// Throws a ``JournalError`` naming file and line at the first damage, and what `each` throws.
    package func replay(_ each: (Line) throws -> Void) throws {
        try scan { raw in
            let line = try raw.line()
            try each(line)
        }
    }

    /// Hands over each line with its body unparsed: several times as fast where few are wanted.
    ///
    /// A ``JSONError`` that `each` lets through from a body is reported as damage of that line.
    package func scan(_ each: (RawLine) throws -> Void) throws {
        guard let last = try layout.months(on: disk).last else { return }
        let path = layout.file(of: last)
        let file = try journalErrors(path) { () throws(FileFault) in try disk.open(path, .reading) }
        defer { file.close() }
        let end = try Survey(file, path: path).intactEnd
        try scan(until: last, end: end, each)
    }

    /// Stops in the file of `last` at an offset.
    ///
    /// - Parameter first: where to begin; `nil`: with the oldest.
    func scan(
        from first: Month? = nil,
        until last: Month,
        end: Int,
        _ each: (RawLine) throws -> Void
    ) throws {
        var order = LineOrder(lastSequence: first == nil ? 0 : nil)
        let months = try layout.months(on: disk)
        // A file that is gone must not read as a journal without lines.
        guard months.contains(last) else {
            throw JournalError(path: layout.file(of: last), problem: .linesLost)
        }
        for month in months where month <= last && month >= first ?? month {
            try scan(month, end: month == last ? end : nil, &order, each)
        }
    }

    private func scan(
        _ month: Month,
        end: Int?,
        _ order: inout LineOrder,
        _ each: (RawLine) throws -> Void
    ) throws {
        let path = layout.file(of: month)
        func damage(_ line: Int, _ finding: String) -> JournalError {
            JournalError(path: path, problem: .damaged(line: line, finding: finding))
        }
        let (file, size) = try journalErrors(path) { () throws(FileFault) in
            let file = try disk.open(path, .reading)
            return (file, try file.size())
        }
        defer { file.close() }
        let scanner = LineScanner(file, end: min(end ?? size, size))
        while let bytes = try journalErrors(path, { () throws(FileFault) in try scanner.next() }) {
            do {
                let raw = try RawLine(bytes)
                try order.accept(raw.heading)
                try each(raw)
            } catch let defect as RawLine.Defect {
                throw damage(scanner.lineNumber, defect.finding)
            } catch let error as JSONError {
                throw damage(scanner.lineNumber, "the body is no JSON: \(error)")
            }
        }
        guard scanner.offset == end ?? size else {
            throw damage(scanner.lineNumber + 1, "the line is cut off")
        }
        if let group = order.openGroup {
            throw damage(scanner.lineNumber, "the group that begins with seq \(group) has no end")
        }
    }
}
