import Hashing

/// The SHA-256 of a whole file, in hexadecimal digits, read a piece at a time.
func sha256(of file: any JournalFile) throws(FileFault) -> String {
    var stream = SHA256Stream()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var offset = 0
    while true {
        let count = try file.read(into: buffer, at: offset)
        guard count > 0 else { return hexadecimal(stream.finish()) }
        stream.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        offset += count
    }
}
