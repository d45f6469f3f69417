import Glibc

/// Bytes that arrived and were not read yet; reading moves an offset, so nothing is copied twice.
struct ByteBuffer {
    private var storage: [UInt8] = []
    private var start = 0

    var count: Int { storage.count - start }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        storage.append(contentsOf: bytes)
    }

    /// The byte at a distance from the first unread one.
    subscript(offset: Int) -> UInt8 { storage[start + offset] }

    /// Unread bytes in place; give the slice up before the buffer is changed, or it is copied.
    func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
        storage[start + range.lowerBound..<start + range.upperBound]
    }

    /// Where the next LF is, seen from the first unread byte.
    func firstLineFeed(from offset: Int) -> Int? {
        guard offset < count else { return nil }
        return storage.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress,
                let found = memchr(base + start + offset, 10, bytes.count - start - offset)
            else { return nil }
            return UnsafeRawPointer(found) - (base + start)
        }
    }

    /// Drops bytes that were read. Space is given back when it is large or mostly unused.
    mutating func consume(_ length: Int) {
        start += length
        if start == storage.count {
            storage.removeAll(keepingCapacity: storage.capacity <= 1 << 20)
            start = 0
        } else if start >= 1 << 18, start >= storage.count / 2 {
            storage.removeSubrange(0..<start)
            start = 0
        }
    }
}
