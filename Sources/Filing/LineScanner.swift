import Glibc

/// Cuts a file into its lines, a large piece at a time, whatever their length.
final class LineScanner {
    private let file: any JournalFile
    /// Nothing is read from here on.
    private let end: Int
    private var storage: UnsafeMutableRawBufferPointer
    /// What has been read and not handed out yet.
    private var pending = 0..<0
    private var readCount = 0

    /// Where the next line begins: after the last, what is left has no line feed.
    private(set) var offset = 0
    /// Of the line handed out last, counted from 1.
    private(set) var lineNumber = 0

    init(_ file: any JournalFile, end: Int, chunk: Int = 1 << 20) {
        self.file = file
        self.end = end
        storage = .allocate(byteCount: chunk, alignment: 16)
    }

    deinit {
        storage.deallocate()
    }

    /// The next line without its line feed, valid until the next call.
    func next() throws(FileFault) -> UnsafeRawBufferPointer? {
        var searched = pending.lowerBound
        while true {
            if let lineFeed = lineFeed(from: searched) {
                let line = pending.lowerBound..<lineFeed
                pending = (lineFeed + 1)..<pending.upperBound
                offset += line.count + 1
                lineNumber += 1
                return UnsafeRawBufferPointer(rebasing: storage[line])
            }
            searched = pending.count
            guard try fill() else { return nil }
        }
    }

    private func lineFeed(from start: Int) -> Int? {
        guard start < pending.upperBound, let base = storage.baseAddress,
            let found = memchr(base + start, Int32(UInt8(ascii: "\n")), pending.upperBound - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Moves what is pending to the front and reads more behind it; false at the end.
    private func fill() throws(FileFault) -> Bool {
        let wanted = end - readCount
        guard wanted > 0 else {
            move(into: storage)
            return false
        }
        if pending.count > storage.count / 2 {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: storage.count * 2,
                alignment: 16
            )
            let old = storage
            move(into: larger)
            storage = larger
            old.deallocate()
        } else {
            move(into: storage)
        }
        let free = storage[pending.upperBound..<min(storage.count, pending.upperBound + wanted)]
        let count = try file.read(
            into: UnsafeMutableRawBufferPointer(rebasing: free),
            at: readCount
        )
        readCount += count
        pending = 0..<(pending.upperBound + count)
        return count > 0
    }

    private func move(into target: UnsafeMutableRawBufferPointer) {
        if let to = target.baseAddress, let from = storage.baseAddress {
            memmove(to, from + pending.lowerBound, pending.count)
        }
        pending = 0..<pending.count
    }
}
