import Foundation

/// The end of the journal where lines are added; ``Journal`` lets one caller in at a time.
struct JournalWriter: Sendable {
    let layout: StoreLayout
    let disk: any JournalDisk
    private(set) var lastSequence = 0
    /// What opening had to repair, for the log.
    private(set) var mendings: [String] = []
    private(set) var isClosed = false

    private(set) var newest: NewestMonth?
    /// Closed months that have no seal yet.
    private var unsealed: [Month] = []

    /// The file that lines are added to.
    struct NewestMonth: Sendable {
        let month: Month
        /// `nil` after a failure that left its end in doubt: it is opened and verified anew.
        var file: (any JournalFile)?
        /// All before it is on the disk.
        var durableEnd: Int
        /// Where the last line begins, if there is one.
        var lastLineStart: Int
    }

    /// Finds the end of the journal, mends it where a write was interrupted, seals closed months.
    init(_ layout: StoreLayout, _ disk: any JournalDisk, at: Date) throws(JournalError) {
        self.layout = layout
        self.disk = disk
        let months = try layout.months(on: disk)
        guard let last = months.last else { return }
        try open(last, at: at)
        for month in months.dropLast().reversed() where lastSequence == 0 {
            lastSequence = try lastSequence(of: month)
        }
        let names = try journalErrors(layout.journal) { () throws(FileFault) in
            Set(try disk.names(in: layout.journal))
        }
        unsealed = months.dropLast().filter { !names.contains($0.fileName + ".sha256") }
        do throws(JournalError) {
            try sealClosedMonths()
        } catch {
            close()
            throw error
        }
    }

    mutating func append(_ groups: [[Entry]], at: Date) throws(JournalError) -> [[Line]] {
        guard !isClosed else { throw JournalError(path: layout.journal, problem: .closed) }
        for entry in groups.joined() {
            guard let key = entry.body.keys.first(where: Entry.reservedKeys.contains) else {
                continue
            }
            throw JournalError(path: layout.journal, problem: .reservedKey(key))
        }
        let instant = Instant(at)
        let lines = numbered(groups, at: instant)
        guard let last = lines.last(where: { !$0.isEmpty })?.last else { return lines }
        try openFile(of: instant.month)
        try sealClosedMonths()
        try write(lines)
        lastSequence = last.seq
        return lines
    }

    mutating func close() {
        newest?.file?.close()
        newest?.file = nil
        isClosed = true
    }

    private func numbered(_ groups: [[Entry]], at instant: Instant) -> [[Line]] {
        var seq = lastSequence
        return groups.map { entries in
            let group = seq + 1
            return entries.indices.map { index in
                seq += 1
                let heading = Heading(
                    seq: seq,
                    at: instant.date,
                    type: entries[index].type,
                    caseNumber: entries[index].caseNumber,
                    group: group,
                    isEnd: index == entries.endIndex - 1
                )
                return Line(heading: heading, body: entries[index].body)
            }
        }
    }
}

// Writing, and what to do when it fails.
extension JournalWriter {
    private mutating func write(_ lines: [[Line]]) throws(JournalError) {
        guard var newest, let file = newest.file else { return }
        var bytes: [UInt8] = []
        var lastLineStart = 0
        for line in lines.joined() {
            lastLineStart = bytes.count
            RawLine.write(line.heading, line.body, into: &bytes)
        }
        var isWritten = false
        do throws(FileFault) {
            try file.writeAll(bytes, at: newest.durableEnd)
            isWritten = true
            try file.synchronize()
        } catch {
            takeBack(file, mayBeTrusted: !isWritten)
            throw JournalError(error, layout.file(of: newest.month))
        }
        newest.lastLineStart = newest.durableEnd + lastLineStart
        newest.durableEnd += bytes.count
        self.newest = newest
    }

    /// Cuts the file back to what is durable, before anything else.
    ///
    /// After a failed fdatasync the system may have dropped what it could not write and forgotten
    /// that it failed. The descriptor is then not trusted any more: the file is opened anew and its
    /// end read. What does not succeed now is tried again by the next append.
    private mutating func takeBack(_ file: any JournalFile, mayBeTrusted: Bool) {
        guard let durableEnd = newest?.durableEnd else { return }
        do throws(FileFault) {
            try file.truncate(to: durableEnd)
            if mayBeTrusted { return }
        } catch {
            // Its end is in doubt: all the more reason to open it anew.
        }
        file.close()
        newest?.file = nil
        try? reopen()
    }

    /// Opens the newest file again and verifies that it ends with the last durable line.
    private mutating func reopen() throws(JournalError) {
        guard let newest else { return }
        let path = layout.file(of: newest.month)
        let file = try journalErrors(path) { () throws(FileFault) in try disk.open(path, .writing) }
        do throws(JournalError) {
            let tail = try journalErrors(path) { () throws(FileFault) in
                if try file.size() > newest.durableEnd {
                    try file.truncate(to: newest.durableEnd)
                }
                try file.synchronize()
                return try file.octets(newest.lastLineStart..<newest.durableEnd)
            }
            guard isLastLine(tail, count: newest.durableEnd - newest.lastLineStart) else {
                throw JournalError(path: path, problem: .linesLost)
            }
        } catch {
            file.close()
            throw error
        }
        self.newest?.file = file
    }

    private func isLastLine(_ tail: [UInt8], count: Int) -> Bool {
        guard tail.count == count, tail.last == UInt8(ascii: "\n") else { return count == 0 }
        return tail.withUnsafeBytes { bytes in
            let line = try? RawLine(UnsafeRawBufferPointer(rebasing: bytes.dropLast()))
            return line?.heading.seq == lastSequence
        }
    }
}

// Months.
extension JournalWriter {
    /// Makes sure that the newest file can be written to, beginning a new one with a new month.
    ///
    /// A clock that goes back does not: the month never does.
    private mutating func openFile(of month: Month) throws(JournalError) {
        if let newest {
            if newest.file == nil { try reopen() }
            if month <= newest.month { return }
        }
        let path = layout.file(of: month)
        let file = try journalErrors(path) { () throws(FileFault) in try disk.open(path, .writing) }
        do throws(JournalError) {
            let size = try journalErrors(path) { () throws(FileFault) in
                try disk.synchronizeDirectory(layout.journal)
                return try file.size()
            }
            guard size == 0 else {
                let finding = "the file was not there when the journal was opened"
                throw JournalError(path: path, problem: .damaged(line: 1, finding: finding))
            }
        } catch {
            file.close()
            throw error
        }
        if let newest {
            newest.file?.close()
            unsealed.append(newest.month)
        }
        newest = NewestMonth(month: month, file: file, durableEnd: 0, lastLineStart: 0)
    }

    private mutating func sealClosedMonths() throws(JournalError) {
        while let month = unsealed.first {
            let path = layout.file(of: month)
            try journalErrors(path) { () throws(FileFault) in
                let file = try disk.open(path, .reading)
                defer { file.close() }
                let sum = try sha256(of: file)
                try disk.replace(
                    layout.seal(of: month),
                    with: Array("\(sum)  \(month.fileName)\n".utf8),
                    in: layout.journal
                )
            }
            unsealed.removeFirst()
        }
    }

    /// Opens the newest file at the start, mended where that is needed.
    private mutating func open(_ month: Month, at: Date) throws(JournalError) {
        let path = layout.file(of: month)
        let file = try journalErrors(path) { () throws(FileFault) in try disk.open(path, .writing) }
        do throws(JournalError) {
            let survey = try Survey(file, path: path)
            if !survey.isWhole {
                let mending = Mending(layout: layout, disk: disk, at: at)
                mendings.append(try mending.cut(file, of: month, to: survey))
            }
            // What was written but not synchronized before a crash is acted on from now on.
            try journalErrors(path) { () throws(FileFault) in try file.synchronize() }
            lastSequence = survey.lastSequence ?? 0
            newest = NewestMonth(
                month: month,
                file: file,
                durableEnd: survey.intactEnd,
                lastLineStart: survey.lastLineStart
            )
        } catch {
            file.close()
            throw error
        }
    }

    private func lastSequence(of month: Month) throws(JournalError) -> Int {
        let path = layout.file(of: month)
        let file = try journalErrors(path) { () throws(FileFault) in try disk.open(path, .reading) }
        defer { file.close() }
        return try Survey(file, path: path).lastSequence ?? 0
    }
}
