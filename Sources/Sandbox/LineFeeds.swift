import Glibc

extension [UInt8] {
    /// Where the first LF is in a range, by `memchr`: mails are long.
    func firstLineFeed(in range: Range<Int>) -> Int? {
        withUnsafeBytes { buffer -> Int? in
            guard let base = buffer.baseAddress, !range.isEmpty else { return nil }
            return memchr(base + range.lowerBound, 10, range.count)
                .map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
        }
    }
}
